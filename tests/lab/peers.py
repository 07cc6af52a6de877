"""Real servers from Debian for a lab: each function starts one; closing the lab ends them.

Everything listens inside the lab's namespaces only. `missing_peers` says what is not installed.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.lab.namespaces import NamespaceLab
from tests.lab.peers_certificates import Authority

TURN_USER, TURN_PASSWORD, REALM = "agent", "lab-password", "employer.test"

_TURN = """
listening-ip={address}
{more_addresses}
relay-ip={address}
listening-port=3478
tls-listening-port=5349
min-port=49152
max-port=49999
fingerprint
lt-cred-mech
user={user}:{password}
realm={realm}
no-cli
{tls}
log-file=stdout
simple-log
pidfile={folder}/turn.pid
userdb={folder}/turn.db
"""
_WEB = """
user root;
daemon off;
worker_processes 1;
pid {folder}/web.pid;
error_log {folder}/web-error.log;
events {{ worker_connections 256; }}
http {{
  access_log off;
  sendfile on;
  tcp_nodelay on;
  keepalive_timeout 75s;
  client_max_body_size 0;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  server {{
    listen 80;
    listen [::]:80;
    {tls}
    location = /generate_204 {{ return 204; }}
    location = /garbage.php {{ alias {folder}/garbage; }}
    location = /empty.php {{ return 200 ""; }}
    location / {{ return 200 "hello"; }}
  }}
}}
"""
_WEB_TLS = """
    listen 443 ssl;
    listen [::]:443 ssl;
    ssl_protocols TLSv1.2 TLSv1.3;
    ssl_certificate {chain};
    ssl_certificate_key {key};
"""
_SIP = """
log_stderror=yes
debug=-1
children=1
tcp_children=1
disable_tcp=no
enable_tls=no
mpath="/usr/lib/x86_64-linux-gnu/kamailio/modules/:/usr/lib/kamailio/modules/"
listen=udp:{address}:5060
listen=tcp:{address}:5060
loadmodule "sl.so"
request_route {{
  if (method == "OPTIONS") {{ sl_send_reply("200", "OK"); exit; }}
  sl_send_reply("404", "Not here");
}}
"""
_CLOCK = """
local stratum 1
allow all
port 123
cmdport 0
pidfile {folder}/chronyd.pid
driftfile {folder}/drift
"""
_GARBAGE_BYTES = 100 * 1024 * 1024


def missing_peers(*programs: str) -> str:
    """Which of these programs are not installed, as a reason to skip; empty when none."""
    lacking = [one for one in programs if shutil.which(one, path=_SEARCHED) is None]
    return f"not installed: {', '.join(lacking)}" if lacking else ""


_SEARCHED = "/usr/sbin:/usr/bin:/sbin:/bin"


def start_turn(
    lab: NamespaceLab,
    folder: Path,
    *more_addresses: str,
    authority: Authority | None = None,
) -> None:
    """coturn: STUN and TURN on 3478 by UDP and TCP; by TLS on 5349 with an authority."""
    tls = "no-tls\nno-dtls"
    if authority is not None:
        tls = f"cert={authority.chain}\npkey={authority.key}\nno-dtls"
    text = _TURN.format(
        address=lab.server_address,
        more_addresses="\n".join(f"listening-ip={one}" for one in more_addresses),
        user=TURN_USER,
        password=TURN_PASSWORD,
        realm=REALM,
        tls=tls,
        folder=folder,
    )
    path = folder / "turn.conf"
    path.write_text(text)
    _start_quietly(lab, "server", ["turnserver", "-c", str(path)], folder / "turn.log")
    lab.wait_for_port(3478)


def start_web(lab: NamespaceLab, folder: Path, authority: Authority | None = None) -> str:
    """nginx on 80, and on 443 with an authority: pages, 204, and a LibreSpeed set of paths.

    Returns its base URL.
    """
    with (folder / "garbage").open("wb") as garbage:
        garbage.truncate(_GARBAGE_BYTES)
    tls = ""
    if authority is not None:
        tls = _WEB_TLS.format(chain=authority.chain, key=authority.key)
    path = folder / "web.conf"
    path.write_text(_WEB.format(folder=folder, tls=tls))
    log = f"{folder}/web-error.log"
    _start_quietly(lab, "server", ["nginx", "-e", log, "-c", str(path)], folder / "web.log")
    lab.wait_for_port(80)
    return f"http://{lab.server_address}"


def start_sip(lab: NamespaceLab, folder: Path) -> None:
    """kamailio on 5060 by UDP and TCP: answers OPTIONS with 200, all else with 404."""
    path = folder / "sip.cfg"
    path.write_text(_SIP.format(address=lab.server_address))
    words = ["kamailio", "-DD", "-E", "-f", str(path), "-Y", str(folder), "-P", f"{folder}/sip.pid"]
    _start_quietly(lab, "server", words, folder / "sip.log")
    lab.wait_for_port(5060)


def start_clock(lab: NamespaceLab, folder: Path) -> None:
    """chronyd on 123, serving this computer's time and changing nothing."""
    path = folder / "chrony.conf"
    path.write_text(_CLOCK.format(folder=folder))
    words = ["chronyd", "-d", "-x", "-u", "root", "-f", str(path)]
    _start_quietly(lab, "server", words, folder / "clock.log")


def start_wrong_clock(lab: NamespaceLab, offset_s: float) -> None:
    """A time server on 123 that is *offset_s* ahead of this computer."""
    _start_script(lab, "server", "peers_time.py", str(offset_s))


def start_names(
    lab: NamespaceLab, folder: Path, records: Mapping[str, tuple[str, ...]], address: str
) -> None:
    """dnsmasq on the gateway, and the client's resolver pointed at it.

    *records* are host names and their addresses; every other name does not exist.
    """
    hosts = [f"--host-record={name},{','.join(found)}" for name, found in records.items()]
    words = [
        *("dnsmasq", "--keep-in-foreground", "--conf-file=/dev/null", "--user=root"),
        *("--no-resolv", "--no-hosts", "--bind-interfaces", f"--listen-address={address}"),
        *(f"--pid-file={folder}/names.pid", "--local=/#/"),
        *hosts,
    ]
    own_files = Path("/etc/netns") / lab.namespace("client")
    own_files.mkdir(parents=True, exist_ok=True)  # `ip netns exec` lays these over /etc
    (own_files / "resolv.conf").write_text(f"nameserver {address}\n")
    _start_quietly(lab, "gateway", words, folder / "names.log")


def start_portal(lab: NamespaceLab, port: int, sign_in_url: str) -> None:
    """A captive portal's page on the gateway."""
    _start_script(lab, "gateway", "peers_portal.py", str(port), sign_in_url)


def start_vpn(lab: NamespaceLab, detour_ms: float) -> None:
    """A tunnel from the client to a VPN server beside the employer; all but the LAN goes by it.

    It lengthens the round trip by *detour_ms*. Needs a `HomeLab`.
    """
    lab.connect("edge", "e2", "vpn", "v0")
    lab.ip("edge", "address add 10.77.8.1/24 dev e2")
    lab.ip("vpn", "address add 10.77.8.2/24 dev v0", "route add default via 10.77.8.1")
    half_ms = str(detour_ms / 2)
    _start_script(lab, "vpn", "peers_vpn.py", "tun0", half_ms, "1194")
    _start_script(lab, "client", "peers_vpn.py", "tun0", half_ms, "0", "10.77.8.2", "1194")
    for role, host in (("client", 1), ("vpn", 2)):
        lab.ip(role, f"address add 10.99.0.{host}/30 dev tun0", "link set tun0 mtu 1400 up")
    lab.ip(
        "client",
        "route add 10.77.8.2 via 10.77.1.1",
        *(f"route add {half} via 10.99.0.2" for half in ("0.0.0.0/1", "128.0.0.0/1")),
    )
    lab.nft(
        "vpn",
        "add table ip vpn",
        "add chain ip vpn after { type nat hook postrouting priority 100 ; }",
        'add rule ip vpn after oifname "v0" masquerade',
    )


def _start_quietly(lab: NamespaceLab, role: str, words: list[str], log: Path) -> None:
    """Its words go to a file: a pipe that nobody reads would stop it one day."""
    command = ["sh", "-c", 'log=$1; shift; exec "$@" > "$log" 2>&1', "sh", str(log), *words]
    lab.start(role, command)


def _start_script(lab: NamespaceLab, role: str, script: str, *arguments: str) -> None:
    child = lab.start(role, [sys.executable, str(Path(__file__).with_name(script)), *arguments])
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
