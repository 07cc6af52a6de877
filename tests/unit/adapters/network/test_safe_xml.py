"""XML of strangers: read as a tree, or refused; never expanded, never more than a limit."""

from __future__ import annotations

import tracemalloc
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.dav_servers import about, multistatus, with_properties
from workspace_assistant.adapters.network.dav_items import DAV, dav_items
from workspace_assistant.adapters.network.safe_xml import UnsafeXmlError, parse_xml
from workspace_assistant.core.shifts.ports import CalendarError

BOMB = b"""<?xml version="1.0"?>
<!DOCTYPE lolz [
 <!ENTITY a "lollollollollollollollollollol">
 <!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
 <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
 <!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
 <!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">
 <!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">
]>
<d:multistatus xmlns:d="DAV:">&f;</d:multistatus>"""


def test_a_tree_has_names_with_their_namespaces() -> None:
    root = parse_xml(b'<a xmlns="DAV:" b="1">one<c>two</c> three<c/></a>')
    assert (root.name, root.text, dict(root.attributes)) == ("DAV:|a", "one three", {"b": "1"})
    assert root.said("DAV:|c") == "two"
    assert [one.text for one in root.all("DAV:|c")] == ["two", ""]
    assert root.find("DAV:|d") is None
    assert root.said("DAV:|d") == ""


@pytest.mark.parametrize(
    "content",
    [
        BOMB,
        b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
        b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>',
        b"<!DOCTYPE a><a/>",
        b"<a>&undeclared;</a>",
        b"",
        b"no xml",
        b"<a>",
        b"<a></b>",
        b"<x:a/>",
        b"<a/><b/>",
        b'<?xml version="1.0" encoding="utf-7"?><a/>',
        b'<?xml version="1.0" encoding="no-such-thing"?><a/>',
        b"<a>\xff\xfe</a>",
        b"<a>\x00</a>",
        b"<a>" * 60 + b"</a>" * 60,
        b"<a>" + b"<b/>" * 100_001 + b"</a>",
        b"<a " + b" ".join(b'b%d="1"' % one for one in range(50_000)) + b"/>",
        b"<a><!--" + b"x" * 1_000_000 + b"--></a>",
    ],
)
def test_what_is_unsafe_or_no_xml_is_refused(content: bytes) -> None:
    with pytest.raises(UnsafeXmlError) as caught:
        parse_xml(content)
    assert str(caught.value) == ""


def test_text_may_be_as_long_as_it_likes() -> None:
    long = b"BEGIN:VEVENT\r\n" * 100_000
    for written in (long, b"<![CDATA[" + long + b"]]>", b"x" * 1_000_000, b"&#65;" * 200_000):
        root = parse_xml(b"<a><b>" + written + b"</b><c/></a>")
        assert len(root.said("b")) >= 200_000
        assert root.find("c") is not None


def test_a_bomb_takes_no_memory() -> None:
    tracemalloc.start()
    try:
        with pytest.raises(UnsafeXmlError):
            parse_xml(BOMB)
        assert tracemalloc.get_traced_memory()[1] < 200_000
    finally:
        tracemalloc.stop()


@given(st.binary(max_size=200))
def test_any_bytes_are_items_or_an_odd_answer(content: bytes) -> None:
    for wrapped in (content, b'<d:multistatus xmlns:d="DAV:">' + content + b"</d:multistatus>"):
        with suppress(CalendarError):
            dav_items(wrapped)


def test_properties_are_found_or_refused() -> None:
    (item,) = dav_items(
        multistatus(
            "<d:response><d:href> /me/ </d:href>"
            "<d:propstat><d:prop><d:displayname>Work</d:displayname></d:prop>"
            "<d:status>HTTP/1.1 200 OK</d:status></d:propstat>"
            "<d:propstat><d:prop><s:getctag/></d:prop>"
            "<d:status>HTTP/1.1 404 Not Found</d:status></d:propstat></d:response>"
        )
    )
    assert (item.href, item.status, item.text(f"{DAV}displayname")) == ("/me/", 200, "Work")
    assert dict(item.refused) == {"http://calendarserver.org/ns/|getctag": 404}
    assert not item.is_calendar


@pytest.mark.parametrize("line", ["", "HTTP/1.1", "HTTP/1.1 well", "HTTP/1.1 \u0664\u0660\u0664"])
def test_a_status_that_is_none_is_an_odd_answer(line: str) -> None:
    response = with_properties("/", "").replace("HTTP/1.1 200 Whatever", line)
    with pytest.raises(CalendarError):
        dav_items(multistatus(response))


def test_another_document_is_an_odd_answer() -> None:
    with pytest.raises(CalendarError):
        dav_items(about().replace(b"multistatus", b"error"))


@pytest.mark.parametrize(
    ("kinds", "holds"),
    [
        ("", True),
        ('<c:comp name="VTODO"/>', False),
        ('<c:comp name="VTODO"/><c:comp name="vevent"/>', True),
    ],
)
def test_a_calendar_may_hold_no_events(kinds: str, *, holds: bool) -> None:
    said = f"<c:supported-calendar-component-set>{kinds}</c:supported-calendar-component-set>"
    (item,) = dav_items(multistatus(with_properties("/", said)))
    assert item.holds_events is holds
