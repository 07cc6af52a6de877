from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.shifts.feed_address import FeedAddress, address_text, parse_address
from workspace_assistant.core.shifts.ports import CalendarError


def where(text: str) -> tuple[str, str, int, str]:
    address = parse_address(text)
    return address.scheme, address.host, address.port, address.target


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://cal.example/a/b.ics", ("https", "cal.example", 443, "/a/b.ics")),
        ("  https://cal.example/a.ics\n", ("https", "cal.example", 443, "/a.ics")),
        ("webcal://cal.example/a.ics", ("https", "cal.example", 443, "/a.ics")),
        ("WEBCALS://Cal.Example/a.ics", ("https", "cal.example", 443, "/a.ics")),
        ("http://cal.example:8080/", ("http", "cal.example", 8080, "/")),
        ("https://cal.example", ("https", "cal.example", 443, "/")),
        ("https://cal.example/dav/?export", ("https", "cal.example", 443, "/dav/?export")),
        ("cal.example/a.ics", ("https", "cal.example", 443, "/a.ics")),
        ("cal.example:8443/a.ics", ("https", "cal.example", 8443, "/a.ics")),
        ("https://[2001:db8::1]:8443/a", ("https", "2001:db8::1", 8443, "/a")),
        ("https://bücher.example/a", ("https", "xn--bcher-kva.example", 443, "/a")),
        ("https://c.example/früh?k=ä%20", ("https", "c.example", 443, "/fr%C3%BCh?k=%C3%A4%20")),
    ],
)
def test_an_address_is_read_as_people_paste_it(
    text: str, expected: tuple[str, str, int, str]
) -> None:
    assert where(text) == expected


def test_a_sign_in_stands_before_the_host() -> None:
    address = parse_address("https://me%40work:p%3Aw@cal.example/a.ics")
    assert (address.user, address.password) == ("me@work", "p:w")
    assert address.host == "cal.example"


@pytest.mark.parametrize(
    ("text", "scheme", "port"),
    [("caldavs://dav.example/me/work/", "https", 443), ("CalDAV://dav.example:80/", "http", 80)],
)
def test_a_collection_has_schemes_of_its_own(text: str, scheme: str, port: int) -> None:
    address = parse_address(text)
    assert (address.scheme, address.port, address.is_caldav) == (scheme, port, True)
    assert not parse_address("https://dav.example/").is_caldav


def test_an_address_is_written_as_short_as_it_can_be() -> None:
    text = "caldavs://me%40work:p%3Aw%20@dav.example/me/My%20work/?x=1"
    assert address_text(parse_address(text)) == text
    assert address_text(parse_address("http://[2001:db8::1]:8080/a")) == (
        "http://[2001:db8::1]:8080/a"
    )


@given(
    user=st.text(),
    password=st.text(),
    host=st.sampled_from(["dav.example", "2001:db8::1"]),
    port=st.integers(1, 65535),
    scheme=st.sampled_from(["http", "https"]),
    is_caldav=st.booleans(),
)
def test_what_is_written_is_read_as_it_was(
    user: str, password: str, host: str, port: int, scheme: str, *, is_caldav: bool
) -> None:
    address = FeedAddress(
        scheme=scheme,
        host=host,
        port=port,
        target="/me/caf%C3%A9/?export",
        user=user,
        password=password,
        is_caldav=is_caldav,
    )
    assert parse_address(address_text(address)) == address


def test_only_https_is_encrypted() -> None:
    assert parse_address("webcal://cal.example/").is_encrypted
    assert not parse_address("http://cal.example/").is_encrypted


def test_the_origin_is_scheme_host_and_port() -> None:
    assert parse_address("https://cal.example/a").origin == ("https", "cal.example", 443)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "file:///etc/passwd",
        "file:/etc/passwd",
        "ftp://cal.example/a.ics",
        "javascript:alert(1)",
        "mailto:me@cal.example",
        "https://",
        "https:///a.ics",
        "https://cal.example:0/",
        "https://cal.example:99999/",
        "https://cal.example:port/",
        "https://cal example/a",
        "https://cal.example/a b",
        "https://[::1/a",
        "https://ca\u0000l.example/",
        "https://ca<l.example/",
        "https://" + "ä" * 80 + ".example/",
    ],
)
def test_anything_else_is_refused_without_being_repeated(text: str) -> None:
    with pytest.raises(CalendarError) as caught:
        parse_address(text)
    assert caught.value.code == "bad-address"
    assert caught.value.__cause__ is None
    assert caught.value.parts == {}


def test_nothing_shows_an_address_by_accident() -> None:
    address = parse_address("https://user:word@canary.example/canary?canary")
    assert repr(address) == "FeedAddress()"


BEGINNINGS = st.sampled_from(["", "https://", "webcal://", "http://user:word@", "https://["])


@given(BEGINNINGS, st.text(max_size=80))
def test_any_text_is_an_address_or_is_refused(beginning: str, text: str) -> None:
    try:
        address = parse_address(beginning + text)
    except CalendarError:
        return
    assert isinstance(address, FeedAddress)
    assert address.target.startswith("/")
    assert (address.host + address.target).isascii()
    assert not any(sign.isspace() for sign in address.host + address.target)


def test_a_calendar_error_fills_its_sentence() -> None:
    error = CalendarError("refused", "It refused ({status}).", retry_after_s=60.0, status="418")
    assert (str(error), error.code, error.retry_after_s) == ("It refused (418).", "refused", 60.0)
    assert (error.sentence, error.parts) == ("It refused ({status}).", {"status": "418"})
    assert str(CalendarError("gone", "It is gone.")) == "It is gone."
