"""What a WebDAV server says of things on it: a multistatus document (RFC 4918, 13 and 14.16)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from workspace_assistant.adapters.network.calendar_errors import odd_answer
from workspace_assistant.adapters.network.safe_xml import Element, UnsafeXmlError, parse_xml

DAV = "DAV:|"
CALDAV = "urn:ietf:params:xml:ns:caldav|"
SERVER = "http://calendarserver.org/ns/|"
_OK = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class DavItem:
    """One thing on the server.

    Attributes:
        status: of the whole; 200 where each property has its own.
        found: properties that it has, by their names.
        refused: status of properties that were asked for and are not given.
    """

    href: str = field(repr=False)
    status: int = _OK
    found: Mapping[str, Element] = field(default_factory=dict, repr=False)
    refused: Mapping[str, int] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """Of a property; empty without one."""
        return self.found[name].text.strip() if name in self.found else ""

    def hrefs(self, name: str) -> tuple[str, ...]:
        """The addresses that a property names."""
        inside = self.found[name].all(f"{DAV}href") if name in self.found else ()
        return tuple(filter(None, (one.text.strip() for one in inside)))

    @property
    def is_calendar(self) -> bool:
        """RFC 4791, 4.2."""
        kinds = self.found.get(f"{DAV}resourcetype")
        return kinds is not None and kinds.find(f"{CALDAV}calendar") is not None

    @property
    def holds_events(self) -> bool:
        """RFC 4791, 5.2.3: without that property it takes every kind."""
        kinds = self.found.get(f"{CALDAV}supported-calendar-component-set")
        if kinds is None or not kinds.children:
            return True
        return any(one.attributes.get("name", "").upper() == "VEVENT" for one in kinds.children)


def dav_items(content: bytes) -> tuple[DavItem, ...]:
    """Raises `CalendarError` (odd-answer) for what is no such document."""
    try:
        root = parse_xml(content)
    except UnsafeXmlError:
        raise odd_answer() from None
    if root.name != f"{DAV}multistatus":
        raise odd_answer()
    return tuple(item for one in root.all(f"{DAV}response") for item in _items(one))


def _items(response: Element) -> Iterator[DavItem]:
    status = response.said(f"{DAV}status")
    if status:
        for one in response.all(f"{DAV}href"):
            yield DavItem(href=one.text.strip(), status=_status(status))
        return
    found: dict[str, Element] = {}
    refused: dict[str, int] = {}
    for part in response.all(f"{DAV}propstat"):
        said = _status(part.said(f"{DAV}status"))
        for inside in part.all(f"{DAV}prop"):
            for one in inside.children:
                if said == _OK:
                    found[one.name] = one
                else:
                    refused[one.name] = said
    yield DavItem(href=response.said(f"{DAV}href"), found=found, refused=refused)


def _status(line: str) -> int:
    """The number in a line such as ``HTTP/1.1 404 Not Found``."""
    words = line.split()
    if len(words) < 2 or not (words[1].isascii() and words[1].isdecimal()):
        raise odd_answer()
    return int(words[1][:9])
