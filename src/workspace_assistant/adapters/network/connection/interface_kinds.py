"""What kind of link a network interface is: from Linux's files, elsewhere from its name."""

from __future__ import annotations

import re
from pathlib import Path

from workspace_assistant.core.readiness.connection.model import InterfaceKind

LINUX_FILES = Path("/sys")

_BY_DEVICE_TYPE = {
    "wlan": InterfaceKind.WIFI,
    "wwan": InterfaceKind.CELLULAR,
    "wireguard": InterfaceKind.VPN,
}
# Numbers of if_arp.h: PPP, IP in IP, IPv6 in IP, GRE, and "no link layer" (tun, WireGuard).
_TUNNEL_TYPES = {"512", "768", "769", "776", "778", "823", "65534"}
# Drivers of telephones that lend their connection by cable.
_TETHERING_DRIVERS = {"rndis_host", "ipheth"}
_DEEPEST_STACK = 3  # a VLAN on a bond on a card

_VPN_NAMES = (
    r"u?tun|tap|ppp|wg|ipsec|gpd|nordlynx|proton|tailscale|zt"
    r"|.*(vpn|wintun|wireguard|anyconnect|pangp|globalprotect|fortinet|zscaler)"
)
_BY_NAME = (
    (InterfaceKind.VPN, _VPN_NAMES),
    (InterfaceKind.VIRTUAL, r"lo\d*$|veth|vethernet|bridge|br-|docker|vmnet|virbr|.*virtual"),
    (InterfaceKind.CELLULAR, r"wwan|wwp|pdp_ip|rmnet|cellular|mobile|i(phone|pad)"),
    (InterfaceKind.WIFI, r"wi-?fi|wlan|wlp|wlx|.*wireless"),
    (InterfaceKind.WIRED, r"eth|enp|eno|ens|enx|.*(ethernet|\blan\b)"),
)


def kind_of(name: str, sys: Path = LINUX_FILES) -> InterfaceKind:
    """The kind of the interface *name*; *sys* is where Linux's device files are mounted."""
    folder = sys / "class" / "net" / name
    if not folder.is_dir():
        return kind_by_name(name)
    return _kind_from_files(folder, _DEEPEST_STACK)


def kind_by_name(name: str) -> InterfaceKind:
    """A guess that is right for the names that systems and VPN programs give by themselves."""
    lowered = name.lower()
    for kind, pattern in _BY_NAME:
        if re.match(pattern, lowered):
            return kind
    return InterfaceKind.UNKNOWN


def parse_macos_ports(text: str) -> dict[str, InterfaceKind]:
    """Kinds of devices after ``networksetup -listallhardwareports``: ``en0`` alone tells none."""
    pairs = re.findall(r"^Hardware Port: (.+)\nDevice: (\S+)$", text, re.MULTILINE)
    return {device: kind_by_name(port) for port, device in pairs}


def read_word(path: Path) -> str:
    """The text of a small device file; empty when there is none, or the driver refuses."""
    try:
        return path.read_text("utf-8", "replace").strip()
    except OSError:
        return ""


def _kind_from_files(folder: Path, depth: int) -> InterfaceKind:
    named = _BY_DEVICE_TYPE.get(_device_type(folder))
    if named is not None:
        return named
    if (folder / "wireless").exists() or (folder / "phy80211").exists():
        return InterfaceKind.WIFI
    if (folder / "tun_flags").exists() or read_word(folder / "type") in _TUNNEL_TYPES:
        return InterfaceKind.VPN
    if (folder / "device").exists():
        driver = (folder / "device" / "driver").resolve().name
        return InterfaceKind.CELLULAR if driver in _TETHERING_DRIVERS else InterfaceKind.WIRED
    return _kind_of_lower(folder, depth)


def _kind_of_lower(folder: Path, depth: int) -> InterfaceKind:
    """A bridge, a bond or a VLAN is what it stands on; what stands on nothing is virtual."""
    names = [link.name.removeprefix("lower_") for link in folder.glob("lower_*")]
    kinds = {
        _kind_from_files(folder.parent / name, depth - 1)
        for name in names
        if depth and (folder.parent / name).is_dir()
    }
    order = (InterfaceKind.WIFI, InterfaceKind.CELLULAR, InterfaceKind.WIRED, InterfaceKind.VPN)
    return next((kind for kind in order if kind in kinds), InterfaceKind.VIRTUAL)


def _device_type(folder: Path) -> str:
    match = re.search(r"^DEVTYPE=(\S+)$", read_word(folder / "uevent"), re.MULTILINE)
    return match[1] if match else ""
