"""The address of a calendar subscription, as people paste it, taken apart.

It often is a secret: no error and no text made here repeats any of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from urllib.parse import SplitResult, quote, unquote, urlsplit

from workspace_assistant.core.shifts.calendar_texts import FOREIGN_SCHEME, NO_ADDRESS
from workspace_assistant.core.shifts.ports import CalendarError

_DEFAULT_PORTS = {"http": 80, "https": 443}
# What calendar programs write for "subscribe to what is there by HTTPS".
_CALENDAR_SCHEMES = {"webcal": "https", "webcals": "https", "caldavs": "https", "caldav": "http"}
_CALDAV_SCHEMES = {False: "caldav", True: "caldavs"}  # by whether it is encrypted
# Everything that may stand in a path or query as it is (RFC 3986, 3.3 and 3.4); % was there before.
_PLAIN = "%/:@!$&'()*+,;=?-._~"


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedAddress:
    """Where a calendar is fetched. Its representation tells nothing of it.

    Attributes:
        host: in ASCII, lower case; an IPv6 address without brackets.
        target: path and query, as a request names them.
        user, password: what stood before the host; both empty when nothing did.
        is_caldav: it is asked for events (RFC 4791), not for a file.
    """

    scheme: str = field(repr=False)
    host: str = field(repr=False)
    port: int = field(repr=False)
    target: str = field(repr=False)
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)
    is_caldav: bool = field(default=False, repr=False)

    @property
    def is_encrypted(self) -> bool:
        return self.scheme == "https"

    @property
    def origin(self) -> tuple[str, str, int]:
        """What must stay the same for a sign-in to be sent along (RFC 6454, 4)."""
        return (self.scheme, self.host, self.port)

    @property
    def authority(self) -> str:
        """Host and, unless it is the scheme's own, port, as a request names them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _DEFAULT_PORTS[self.scheme] else f"{host}:{self.port}"


def parse_address(text: str) -> FeedAddress:
    """What *text* says; raises `CalendarError` (bad-address) for anything else.

    ``webcal:`` is read as ``https:``, and so is an address without any scheme. ``caldavs:`` and
    ``caldav:`` mean a collection of a CalDAV server, by HTTPS and by HTTP.
    """
    pasted = text.strip()
    if "://" not in pasted and not _has_other_scheme(pasted):
        pasted = f"https://{pasted}"
    try:
        parts = urlsplit(pasted)
        port, host = parts.port, _ascii_host(parts.hostname or "")
    except ValueError:
        raise CalendarError("bad-address", NO_ADDRESS) from None
    scheme = _CALENDAR_SCHEMES.get(parts.scheme, parts.scheme)
    if scheme not in _DEFAULT_PORTS:
        raise CalendarError("bad-address", FOREIGN_SCHEME)
    if not host or port == 0 or any(sign.isspace() for sign in pasted):
        raise CalendarError("bad-address", NO_ADDRESS)
    return FeedAddress(
        scheme=scheme,
        host=host,
        port=port or _DEFAULT_PORTS[scheme],
        target=_target(parts),
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        is_caldav=parts.scheme in _CALDAV_SCHEMES.values(),
    )


def address_text(address: FeedAddress) -> str:
    """What `parse_address` reads as *address*: it is kept in the keyring, and shown nowhere."""
    scheme = _CALDAV_SCHEMES[address.is_encrypted] if address.is_caldav else address.scheme
    sign_in = ""
    if address.user or address.password:
        sign_in = f"{quote(address.user, safe='')}:{quote(address.password, safe='')}@"
    return f"{scheme}://{sign_in}{address.authority}{address.target}"


def _has_other_scheme(pasted: str) -> bool:
    """Such as ``file:/home`` or ``mailto:me``; a host with a port (``host:8080/x``) has none."""
    word, colon, rest = pasted.partition(":")
    return bool(colon) and word.isalnum() and not rest[:1].isdecimal()


def _ascii_host(host: str) -> str:
    """Raises ValueError for what no name server knows."""
    if ":" in host:  # an IPv6 address: urlsplit has checked it
        return host
    ascii_host = host.encode("idna").decode("ascii") if not host.isascii() else host
    if not all(sign.isalnum() or sign in "-._" for sign in ascii_host):
        raise ValueError
    return ascii_host.lower()


def _target(parts: SplitResult) -> str:
    path = quote(parts.path or "/", safe=_PLAIN)
    return f"{path}?{quote(parts.query, safe=_PLAIN)}" if parts.query else path
