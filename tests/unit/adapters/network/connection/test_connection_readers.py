"""What systems and servers answer, read without trust: routes, kinds, radios, names, time, web."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.adapters.network.connection.echo import (
    answered_number,
    checksum,
    echo_packet,
)
from workspace_assistant.adapters.network.connection.gateways import (
    Gateway,
    default_gateways,
    parse_ipv4_routes,
    parse_ipv6_routes,
    parse_macos_route,
    parse_windows_routes,
)
from workspace_assistant.adapters.network.connection.interface_kinds import (
    kind_by_name,
    kind_of,
    parse_macos_ports,
)
from workspace_assistant.adapters.network.connection.interfaces import (
    described,
    interface_towards,
    scope_number,
)
from workspace_assistant.adapters.network.connection.name_servers import (
    configured_resolvers,
    is_address,
    read_resolvers,
)
from workspace_assistant.adapters.network.connection.network_manager import (
    SystemNetwork,
    network_of,
)
from workspace_assistant.adapters.network.connection.proxies import shown_proxy
from workspace_assistant.adapters.network.connection.sntp import parse_answer as parse_time
from workspace_assistant.adapters.network.connection.system_routes import home_router
from workspace_assistant.adapters.network.connection.web import (
    WebAnswer,
    one_of_each_family,
    parse_answer,
)
from workspace_assistant.adapters.network.connection.wireless_file import (
    parse_wireless,
    read_wireless,
)
from workspace_assistant.core.readiness.connection.model import InterfaceKind, Wireless

ROUTES = """Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
wlan0\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0
eth0\t00000000\t0102A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0
tun0\t00000000\t00000000\t0001\t0\t0\t700\t00000000\t0\t0\t0
tun0\t00000000\t00000000\t0001\t0\t0\t50\t00000080\t0\t0\t0
eth0\t0002A8C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0
down0\t00000000\t0103A8C0\t0002\t0\t0\t1\t00000000\t0\t0\t0
"""
ZEROS = "0" * 32
IPV6_ROUTES = f"""{ZEROS} 00 {ZEROS} 00 fe80000000000000000000000000abcd 00000400 1 0 00000003 wlan0
{ZEROS} 00 {ZEROS} 00 {ZEROS} ffffffff 1 0 00200200 lo
{ZEROS} 00 {ZEROS} 00 20010db8000000000000000000000001 00000100 1 0 00000003 eth0
{ZEROS} 00 {ZEROS} 00 {ZEROS} 00000500 1 0 00000001 tun0
fe800000000000000000000000000000 40 {ZEROS} 00 {ZEROS} 00000100 1 0 00000001 eth0
"""
MACOS_ROUTE = """   route to: default
destination: default
       mask: default
    gateway: 192.168.1.254
  interface: en0
      flags: <UP,GATEWAY,DONE,STATIC,PRCLONING,GLOBAL>
"""
WINDOWS_ROUTES = """===========================================================================
Schnittstellenliste
 12...00 11 22 33 44 55 ......Intel(R) Wi-Fi 6
IPv4-Routentabelle
Aktive Routen:
     Netzwerkziel    Netzwerkmaske          Gateway    Schnittstelle Metrik
          0.0.0.0          0.0.0.0      192.168.2.1     192.168.2.34     35
          0.0.0.0          0.0.0.0   Auf Verbindung         10.8.0.6     10
          0.0.0.0          0.0.0.0          On-link         10.8.0.7     20
"""
WIRELESS = """Inter-| sta-|   Quality        |   Discarded packets               | Missed | WE
 face | tus | link level noise |  nwid  crypt   frag  retry   misc | beacon | 22
 wlan0: 0000   54.  -56.  -256        0      0      0      0      0        0
 wlan1: 0000   54.  200.  256        0      0      0      0      0        0
 wlan2: 0000   54.    0     0        0      0      0      0      0        0
 wlan3: 0000
"""


def test_default_routes_are_read_the_preferred_first() -> None:
    assert parse_ipv4_routes(ROUTES) == (
        Gateway(address="192.168.2.1", interface="eth0", metric=100),
        Gateway(address="192.168.1.1", interface="wlan0", metric=600),
        Gateway(address="", interface="tun0", metric=700),
    )


def test_ipv6_routers_of_the_link_keep_their_scope() -> None:
    assert parse_ipv6_routes(IPV6_ROUTES) == (
        Gateway(address="2001:db8::1", interface="eth0", metric=0x100),
        Gateway(address="fe80::abcd%wlan0", interface="wlan0", metric=0x400),
        Gateway(address="", interface="tun0", metric=0x500),
    )


def test_ipv4_comes_first_and_missing_tables_are_no_routes(tmp_path: Path) -> None:
    assert default_gateways(tmp_path) == ()
    (tmp_path / "route").write_text(ROUTES)
    (tmp_path / "ipv6_route").write_text(IPV6_ROUTES)
    assert [one.address for one in default_gateways(tmp_path)][:1] == ["192.168.2.1"]
    assert len(default_gateways(tmp_path)) == 6


def test_routes_of_other_systems_are_read() -> None:
    assert parse_macos_route(MACOS_ROUTE) == (Gateway(address="192.168.1.254", interface="en0"),)
    tunnel = MACOS_ROUTE.replace("192.168.1.254", "link#14")
    assert parse_macos_route(tunnel) == (Gateway(address="", interface="en0"),)
    assert parse_macos_route("route: writing to routing socket: not in table") == ()
    assert parse_windows_routes(WINDOWS_ROUTES) == (
        Gateway(address="", interface="10.8.0.7", metric=20),
        Gateway(address="192.168.2.1", interface="192.168.2.34", metric=35),
    )


@given(st.text(), st.text(alphabet="0123456789abcdefABCDEF \t\n%-"))
def test_no_table_of_routes_breaks_the_reader(text: str, digits: str) -> None:
    for junk in (text, digits, f"head\n{digits}", ROUTES + digits, f"eth0 {digits}\n"):
        for parse in (parse_ipv4_routes, parse_ipv6_routes, parse_macos_route):
            parse(junk)
        parse_windows_routes(junk)


def device(sys: Path, name: str, files: dict[str, str], *folders: str) -> None:
    folder = sys / "class" / "net" / name
    folder.mkdir(parents=True)
    for file, text in files.items():
        (folder / file).write_text(text)
    for inside in folders:
        (folder / inside).mkdir()


def test_kinds_are_read_from_the_device_files(tmp_path: Path) -> None:
    device(tmp_path, "enp3s0", {"type": "1"}, "device")
    device(tmp_path, "old-radio", {"type": "1"}, "device", "wireless")
    device(tmp_path, "radio", {"uevent": "DEVTYPE=wlan\nINTERFACE=radio\n"}, "device")
    device(tmp_path, "modem", {"uevent": "DEVTYPE=wwan\n"}, "device")
    device(tmp_path, "wg-home", {"uevent": "DEVTYPE=wireguard\n", "type": "65534"})
    device(tmp_path, "tap-office", {"tun_flags": "0x1002", "type": "1"})
    device(tmp_path, "dial", {"type": "512"})
    device(tmp_path, "veth1", {"type": "1"})
    device(tmp_path, "br0", {"uevent": "DEVTYPE=bridge\n"}, "lower_veth1", "lower_enp3s0")
    device(tmp_path, "br1", {"uevent": "DEVTYPE=bridge\n"}, "lower_veth1", "lower_gone")
    device(tmp_path, "bond0", {"uevent": "DEVTYPE=bond\n"}, "lower_radio", "lower_enp3s0")
    device(tmp_path, "vlan7", {"uevent": "DEVTYPE=vlan\n"}, "lower_br0")
    device(tmp_path, "phone", {"type": "1"}, "device")
    driver = tmp_path / "drivers" / "rndis_host"
    driver.mkdir(parents=True)
    (tmp_path / "class" / "net" / "phone" / "device" / "driver").symlink_to(driver)
    kinds = {
        "enp3s0": InterfaceKind.WIRED,
        "old-radio": InterfaceKind.WIFI,
        "radio": InterfaceKind.WIFI,
        "modem": InterfaceKind.CELLULAR,
        "wg-home": InterfaceKind.VPN,
        "tap-office": InterfaceKind.VPN,
        "dial": InterfaceKind.VPN,
        "veth1": InterfaceKind.VIRTUAL,
        "br0": InterfaceKind.WIRED,
        "br1": InterfaceKind.VIRTUAL,
        "bond0": InterfaceKind.WIFI,
        "vlan7": InterfaceKind.WIRED,
        "phone": InterfaceKind.CELLULAR,
    }
    assert {name: kind_of(name, tmp_path) for name in kinds} == kinds


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Wi-Fi", InterfaceKind.WIFI),
        ("WLAN", InterfaceKind.WIFI),
        ("Ethernet 2", InterfaceKind.WIRED),
        ("vEthernet (Default Switch)", InterfaceKind.VIRTUAL),
        ("utun4", InterfaceKind.VPN),
        ("Company VPN", InterfaceKind.VPN),
        ("OpenVPN Wintun", InterfaceKind.VPN),
        ("pdp_ip0", InterfaceKind.CELLULAR),
        ("lo0", InterfaceKind.VIRTUAL),
        ("Local Area Connection", InterfaceKind.UNKNOWN),
        ("en0", InterfaceKind.UNKNOWN),
    ],
)
def test_elsewhere_the_name_tells_what_it_can(name: str, kind: InterfaceKind) -> None:
    assert kind_by_name(name) is kind


def test_the_ports_of_a_mac_tell_the_kinds_of_its_devices() -> None:
    text = (
        "\nHardware Port: Ethernet\nDevice: en0\nEthernet Address: 00:00:00:00:00:01\n"
        "\nHardware Port: Wi-Fi\nDevice: en1\nEthernet Address: 00:00:00:00:00:02\n"
        "\nHardware Port: USB 10/100/1000 LAN\nDevice: en7\nEthernet Address: N/A\n"
        "\nHardware Port: iPhone USB\nDevice: en8\nEthernet Address: N/A\n"
    )
    assert parse_macos_ports(text) == {
        "en0": InterfaceKind.WIRED,
        "en1": InterfaceKind.WIFI,
        "en7": InterfaceKind.WIRED,
        "en8": InterfaceKind.CELLULAR,
    }
    assert parse_macos_ports("no such command") == {}


def test_the_interface_towards_this_computer_is_found(tmp_path: Path) -> None:
    device(tmp_path, "lo", {"type": "772", "mtu": "1400", "speed": "1000"}, "device")
    found = interface_towards("127.0.0.1", tmp_path)
    assert (found.name, found.kind) == ("lo", InterfaceKind.WIRED)
    assert (found.mtu_bytes, found.speed_bps) == (1400, 1e9)


def test_an_interface_that_tells_nothing_has_no_figures(tmp_path: Path) -> None:
    device(tmp_path, "ghost", {"speed": "-1"})
    found = described("ghost", tmp_path)
    assert (found.mtu_bytes, found.speed_bps) == (None, None)
    with pytest.raises(OSError, match=r"name|device"):
        scope_number("ghost")


def test_the_home_router_is_not_at_the_far_end_of_a_tunnel(tmp_path: Path) -> None:
    device(tmp_path, "tun0", {"tun_flags": "0x1001"})
    device(tmp_path, "wlan0", {}, "wireless")
    tunnel = Gateway(address="10.8.0.1", interface="tun0")
    router = Gateway(address="192.168.1.1", interface="wlan0")
    assert home_router((tunnel, router), tmp_path) == router
    assert home_router((tunnel, Gateway(address="", interface="ppp9")), tmp_path) is None


def test_the_radio_s_level_is_read(tmp_path: Path) -> None:
    assert parse_wireless(WIRELESS, "wlan0") == Wireless(signal_dbm=-56)
    assert parse_wireless(WIRELESS, "wlan1") == Wireless(signal_dbm=-56)
    for silent in ("wlan2", "wlan3", "eth0"):
        assert parse_wireless(WIRELESS, silent) is None
    assert read_wireless("wlan0", tmp_path / "none") is None
    (tmp_path / "wireless").write_text(WIRELESS)
    assert read_wireless("wlan0", tmp_path / "wireless") == Wireless(signal_dbm=-56)


@given(st.text())
def test_no_table_of_radios_breaks_the_reader(text: str) -> None:
    for junk in (text, f"wlan0: 0000 1. {text}", f"wlan0: {text}"):
        found = parse_wireless(junk, "wlan0")
        assert found is None or (found.signal_dbm is not None and found.signal_dbm < 0)


def test_resolvers_are_read_as_the_system_does(tmp_path: Path) -> None:
    file = tmp_path / "resolv.conf"
    file.write_text(
        "# nameserver 192.0.2.9\nsearch example.com\nnameserver 192.0.2.53\nnameserver\n"
        "nameserver fe80::1%eth0\nnameserver 192.0.2.53\nnameserver crm\nnameserver ::1\n"
        "nameserver 192.0.2.54\n"
    )
    assert read_resolvers(file) == ("192.0.2.53", "fe80::1%eth0", "::1")
    assert read_resolvers(tmp_path / "none") == ()


@given(st.text())
def test_no_file_of_resolvers_breaks_the_reader(text: str) -> None:
    for junk in (text, f"nameserver {text}"):
        assert all(is_address(one) for one in configured_resolvers(junk))


COOKIE = b"8 bytes!"


def time_answer(
    first: int = 0x24, stratum: int = 2, cookie: bytes = COOKIE, seconds: int = 3_900_000_000
) -> bytes:
    stamps = struct.pack("!IIII", seconds, 0, seconds, 1 << 31)
    return bytes([first, stratum]) + bytes(22) + cookie + stamps


def test_a_time_server_s_answer_is_read() -> None:
    assert parse_time(time_answer(), COOKIE) == (1_691_011_200.0, 1_691_011_200.5)
    era = parse_time(time_answer(seconds=10), COOKIE)
    assert era == (2**32 + 10 - 2_208_988_800.0, 2**32 + 10.5 - 2_208_988_800)


@pytest.mark.parametrize(
    "answer",
    [
        time_answer()[:47],
        time_answer(cookie=b"guessed."),
        time_answer(stratum=0),  # kiss of death
        time_answer(stratum=16),
        time_answer(first=0xE4),  # not synchronized
        time_answer(first=0x23),  # a question
        time_answer()[:40] + bytes(8),
    ],
)
def test_an_answer_that_is_none_gives_no_time(answer: bytes) -> None:
    assert parse_time(answer, COOKIE) is None


@given(st.binary(max_size=100))
def test_no_datagram_breaks_the_reader_of_time(data: bytes) -> None:
    parse_time(data, COOKIE)
    parse_time(data[:24].ljust(24, b"\x24") + COOKIE + data, COOKIE)


def test_an_echo_is_known_by_its_cookie() -> None:
    packet = echo_packet(8, 7, COOKIE)
    assert checksum(packet) == 0
    reply = b"\0" + packet[1:]
    assert answered_number(reply, 0, COOKIE) == 7
    assert answered_number(b"\x45" + bytes(19) + reply, 0, COOKIE) == 7
    assert answered_number(packet, 0, COOKIE) is None
    assert answered_number(reply, 0, b"another!") is None


@given(st.binary(max_size=80))
def test_no_packet_breaks_the_reader_of_echoes(data: bytes) -> None:
    answered_number(data, 0, COOKIE)


HEAD = b"HTTP/1.1 302 Found\r\nLocation: http://login.cafe/\r\n"


def test_a_web_answer_is_read_as_far_as_it_matters() -> None:
    dated = HEAD + b"date: Sat, 21 Nov 2026 08:45:00 GMT\r\nContent-Length: 0\r\n\r\n"
    assert parse_answer(dated) == WebAnswer(
        status=302, location="http://login.cafe/", date_s=1_795_250_700.0
    )
    assert parse_answer(HEAD + b"Date: soon\r\n\r\nbody").date_s is None
    assert parse_answer(HEAD + b"\r\nbody").has_body
    assert parse_answer(HEAD + b"Content-Length: 5\r\n\r\n").has_body
    with pytest.raises(TimeoutError):
        parse_answer(HEAD)
    with pytest.raises(ValueError, match="not-http"):
        parse_answer(b"SSH-2.0-server\r\n\r\n")


@given(st.binary(), st.binary())
def test_no_web_answer_breaks_the_reader(head: bytes, date: bytes) -> None:
    for junk in (head, b"HTTP/1.1 200 OK\r\nDate: " + date + b"\r\n\r\n" + head):
        try:
            parse_answer(junk)
        except (TimeoutError, ValueError):
            continue


def test_one_address_of_each_family_is_tried() -> None:
    both = ("2001:db8::1", "2001:db8::2", "192.0.2.1", "192.0.2.2")
    assert one_of_each_family(both) == ("2001:db8::1", "192.0.2.1")
    assert one_of_each_family(()) == ()


@pytest.mark.parametrize(
    ("proxies", "shown"),
    [
        ({}, ""),
        ({"https": "http://user:secret@proxy.example.com:3128/x"}, "proxy.example.com:3128"),
        ({"http": "proxy.example.com"}, "proxy.example.com"),
        ({"all": "socks5://[2001:db8::1]:1080"}, "[2001:db8::1]:1080"),
        ({"https": "http://[bad", "http": "http://a.example.com:99999"}, ""),
        ({"no": "localhost"}, ""),
    ],
)
def test_a_proxy_is_shown_without_who_logs_in(proxies: dict[str, str], shown: str) -> None:
    assert shown_proxy(proxies) == shown


def test_what_network_manager_does_not_say_stays_unknown() -> None:
    assert network_of({}, {}, {}, {}) == SystemNetwork()
    assert network_of({"Metered": 4, "Connectivity": 2}, {"Metered": 0}, {}, {}) == SystemNetwork(
        is_metered=False, meets_portal=True
    )
    told = network_of(
        {"Metered": 4, "Connectivity": 4},
        {"Metered": 1},
        {"Bitrate": 300_000},
        {"Strength": 62, "Frequency": 5180},
    )
    assert told == SystemNetwork(
        is_metered=True,
        meets_portal=False,
        wireless=Wireless(signal_fraction=0.62, rate_bps=300e6, frequency_hz=5.18e9),
    )
