"""WebDAV servers on loopback, answering as a test says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from tests.fakes.hostile_servers import Behavior, Connection, Request

HEAD = (
    '<?xml version="1.0" encoding="utf-8"?>\n'
    '<d:multistatus xmlns:d="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav" '
    'xmlns:s="http://calendarserver.org/ns/">'
)
CALENDAR_KIND = "<d:resourcetype><d:collection/><c:calendar/></d:resourcetype>"


def multistatus(*responses: str) -> bytes:
    return f"{HEAD}{''.join(responses)}</d:multistatus>".encode()


def with_properties(href: str, properties: str, status: int = 200) -> str:
    return (
        f"<d:response><d:href>{href}</d:href><d:propstat><d:prop>{properties}</d:prop>"
        f"<d:status>HTTP/1.1 {status} Whatever</d:status></d:propstat></d:response>"
    )


def with_status(href: str, status: int) -> str:
    return (
        f"<d:response><d:href>{href}</d:href>"
        f"<d:status>HTTP/1.1 {status} Whatever</d:status></d:response>"
    )


def about(href: str = "/me/work/", tag: str = "7") -> bytes:
    """What a calendar says of itself."""
    return multistatus(with_properties(href, f"{CALENDAR_KIND}<s:getctag>{tag}</s:getctag>"))


def event(uid: str, *, summary: str = "Shift", more: str = "") -> str:
    """An object of a calendar: an event on 2026-11-24, at home."""
    lines = [
        "BEGIN:VCALENDAR",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        f"SUMMARY:{summary}",
        "DTSTART:20261124T080000Z",
        "DTEND:20261124T160000Z",
        *([more] if more else []),
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]
    return "\r\n".join(lines)


def given(href: str, data: str) -> str:
    """That object, as a report gives it out."""
    return with_properties(href, f"<c:calendar-data>{escape(data)}</c:calendar-data>")


@dataclass
class DavServer:
    """A behavior: answers by method and path, ``PROPFIND /me/``, else 404.

    Attributes:
        answers: bodies of multistatus answers, or what to do with the connection.
        asked: all requests.
    """

    answers: Mapping[str, bytes | Behavior] = field(default_factory=dict)
    asked: list[Request] = field(default_factory=list)

    def __call__(self, connection: Connection, request: Request) -> None:
        self.asked.append(request)
        answer = self.answers.get(f"{request.method} {request.path}")
        if answer is None:
            connection.head(404, Content_Length=0)
        elif isinstance(answer, bytes):
            connection.head(207, Content_Length=len(answer), Content_Type="application/xml")
            connection.send(answer)
        else:
            answer(connection, request)

    @property
    def paths(self) -> list[str]:
        return [f"{one.method} {one.path}" for one in self.asked]


def status(code: int, **fields: object) -> Behavior:
    return lambda connection, _: connection.head(code, Content_Length=0, **fields)
