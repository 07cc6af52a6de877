"""Finding a person's calendars on CalDAV servers of many kinds, on loopback."""

from __future__ import annotations

import pytest

from tests.fakes.dav_servers import (
    CALENDAR_KIND,
    DavServer,
    about,
    multistatus,
    status,
    with_properties,
    with_status,
)
from tests.fakes.hostile_servers import Behavior, HostileServer
from tests.unit.adapters.network.test_calendar_feed import untrusting
from workspace_assistant.adapters.network.caldav_search import CalDavSearch
from workspace_assistant.adapters.network.calendar_exchange import FeedLimits
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.shifts.feed_address import parse_address
from workspace_assistant.core.shifts.ports import CalendarError
from workspace_assistant.core.shifts.sign_in import FoundCalendar, SignIn

CANARY = "canary-77aa"
LIMITS = FeedLimits(content_bytes=200_000)
WELL_KNOWN = "PROPFIND /.well-known/caldav"
TASKS = (
    "<c:supported-calendar-component-set>"
    '<c:comp name="VTODO"/></c:supported-calendar-component-set>'
)


def links(name: str, *hrefs: str) -> str:
    return f"<{name}>{''.join(f'<d:href>{href}</d:href>' for href in hrefs)}</{name}>"


def principal(href: str) -> bytes:
    return multistatus(with_properties("/", links("d:current-user-principal", href)))


def homes(*hrefs: str) -> bytes:
    return multistatus(with_properties("/me/", links("c:calendar-home-set", *hrefs)))


def calendar(href: str, name: str = "", more: str = "") -> str:
    return with_properties(href, f"{CALENDAR_KIND}<d:displayname>{name}</d:displayname>{more}")


def server(*calendars: str) -> DavServer:
    """As RFC 6764 has it: well-known address, principal, home, calendars."""
    return DavServer(
        {
            WELL_KNOWN: status(301, Location="/dav/"),
            "PROPFIND /dav/": principal("/people/me/"),
            "PROPFIND /people/me/": homes("/calendars/me/"),
            "PROPFIND /calendars/me/": multistatus(
                with_properties(
                    "/calendars/me/", "<d:resourcetype><d:collection/></d:resourcetype>"
                ),
                *calendars,
            ),
        }
    )


def search(behavior: Behavior, path: str = "") -> tuple[FoundCalendar, ...]:
    with HostileServer(behavior) as peer:
        sign_in = SignIn(address=f"{peer.url}{path}", user="me", password=CANARY)
        found = CalDavSearch(tls=untrusting, limits=LIMITS)
        return found(sign_in, JobContext(lambda _: None))


def told(found: tuple[FoundCalendar, ...]) -> list[tuple[str, str]]:
    """Names, and paths on the server."""
    return [(one.name, parse_address(one.address).target) for one in found]


def trouble(behavior: Behavior, path: str = "") -> CalendarError:
    with pytest.raises(CalendarError) as caught:
        search(behavior, path)
    return caught.value


def test_a_bare_host_leads_to_the_calendars_with_events() -> None:
    dav = server(
        calendar("/calendars/me/work/", "Work"),
        calendar("/calendars/me/tasks/", "Tasks", TASKS),
        calendar("/calendars/me/aaa%20b/"),
        with_properties(
            "/calendars/me/inbox/", "<d:resourcetype><c:schedule-inbox/></d:resourcetype>"
        ),
        with_status("/calendars/me/secret/", 403),
    )
    found = search(dav)
    assert told(found) == [("aaa b", "/calendars/me/aaa%20b/"), ("Work", "/calendars/me/work/")]
    address = parse_address(found[1].address)
    assert (address.user, address.password, address.is_caldav) == ("me", CANARY, True)
    assert dav.paths == [
        WELL_KNOWN,
        "PROPFIND /dav/",
        "PROPFIND /people/me/",
        "PROPFIND /calendars/me/",
    ]
    assert [one.fields["depth"] for one in dav.asked] == ["0", "0", "0", "1"]
    assert all("authorization" in one.fields for one in dav.asked)


def test_the_address_of_one_calendar_is_taken_as_it_is() -> None:
    dav = DavServer({"PROPFIND /me/work/": about()})
    assert told(search(dav, "/me/work/")) == [("work", "/me/work/")]
    assert len(dav.asked) == 1


def test_the_address_of_a_person_or_of_a_program_leads_there_too() -> None:
    calendars = (calendar("/calendars/me/work/", "Work"),)
    for path in ("/people/me/", "/dav/", "/nothing/here/"):
        assert told(search(server(*calendars), path)) == [("Work", "/calendars/me/work/")]


def test_a_server_without_a_well_known_address_is_asked_at_its_root() -> None:
    dav = server(calendar("/calendars/me/work/", "Work"))
    answers = dict(dav.answers)
    answers["PROPFIND /"] = answers["PROPFIND /dav/"]
    answers[WELL_KNOWN] = status(405)
    assert told(search(DavServer(answers))) == [("Work", "/calendars/me/work/")]


def test_a_well_known_address_that_leads_away_is_passed_over() -> None:
    dav = server(calendar("/calendars/me/work/", "Work"))
    answers = dict(dav.answers)
    answers["PROPFIND /"] = answers["PROPFIND /dav/"]
    answers[WELL_KNOWN] = status(301, Location="gopher://x/")
    assert told(search(DavServer(answers))) == [("Work", "/calendars/me/work/")]


def test_of_one_name_the_place_tells_them_apart() -> None:
    found = search(
        server(calendar("/calendars/me/b/", "Work"), calendar("/calendars/me/a/", "work"))
    )
    assert [one.name for one in found] == ["work (/calendars/me/a/)", "Work (/calendars/me/b/)"]


def test_several_homes_are_looked_into_and_no_calendar_is_told_twice() -> None:
    dav = server(calendar("/calendars/me/work/", "Work"))
    answers = {
        **dav.answers,
        "PROPFIND /people/me/": homes("/calendars/me/", "/calendars/team/"),
        "PROPFIND /calendars/team/": multistatus(
            calendar("/calendars/me/work/", "Work"), calendar("/calendars/team/all/", "Team")
        ),
    }
    assert [one.name for one in search(DavServer(answers))] == ["Team", "Work"]


def test_a_name_steers_no_terminal_and_is_no_novel() -> None:
    found = search(server(calendar("/calendars/me/work/", "Wo\nrk &#x9; " + "x" * 500)))
    assert found[0].name.startswith("Wo rk x")
    assert len(found[0].name) == 100


def test_a_calendar_on_another_server_is_left_out() -> None:
    elsewhere = calendar("https://other.example/shared/", "Shared")
    assert [one.name for one in search(server(calendar("/a/", "A"), elsewhere))] == ["A"]


@pytest.mark.parametrize("place", ["https://other.example:444/me/", "//other.example:444/me/"])
def test_a_password_goes_to_no_other_server_and_the_person_is_told_which(place: str) -> None:
    dav = server()
    for name in (WELL_KNOWN, "PROPFIND /dav/", "PROPFIND /people/me/"):
        answer = status(301, Location=place) if name == WELL_KNOWN else homes(place)
        error = trouble(DavServer({**dav.answers, name: answer}))
        assert error.code == "other-server"
        assert "other.example:444: your password was not sent there" in str(error)
        assert CANARY not in str(error)


@pytest.mark.parametrize(
    ("behavior", "code"),
    [
        (DavServer(), "no-calendar-server"),
        (status(405), "no-calendar-server"),
        (status(200), "no-calendar-server"),
        (DavServer({"PROPFIND /": multistatus()}), "no-calendar-server"),
        (DavServer({"PROPFIND /": multistatus(with_properties("/", ""))}), "no-calendar-server"),
        (DavServer({"PROPFIND /": principal("")}), "no-calendar-server"),
        (DavServer({"PROPFIND /": homes("/me/"), "PROPFIND /me/": multistatus()}), "no-calendars"),
        (status(403), "forbidden"),
        (status(401), "sign-in-refused"),
        (status(401, WWW_Authenticate="Bearer"), "sign-in-foreign"),
        (status(429), "too-many-requests"),
        (status(500), "server-error"),
        (status(302, Location="/.well-known/caldav"), "too-many-redirects"),
        (status(302, Location="file:///etc"), "redirected-elsewhere"),
    ],
)
def test_why_none_are_found_is_told(behavior: Behavior, code: str) -> None:
    assert trouble(behavior).code == code


def test_a_server_that_asks_nobody_in_particular_gets_no_sign_in() -> None:
    dav = DavServer({"PROPFIND /me/work/": about()})
    with HostileServer(dav) as peer:
        found = CalDavSearch(tls=untrusting, limits=LIMITS)(
            SignIn(address=f"{peer.url}/me/work/"), JobContext(lambda _: None)
        )
    assert "@" not in found[0].address
    assert "authorization" not in dav.asked[0].fields
    assert trouble_without_sign_in() == "sign-in-needed"


def trouble_without_sign_in() -> str:
    with HostileServer(status(401)) as peer, pytest.raises(CalendarError) as caught:
        CalDavSearch(tls=untrusting, limits=LIMITS)(
            SignIn(address=peer.url), JobContext(lambda _: None)
        )
    return caught.value.code
