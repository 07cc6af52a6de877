"""Whom the connection check may ask, how it reads a clock, and what gives a portal away."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workspace_assistant.core.readiness.connection.clock import (
    TimeSample,
    offset_by_date,
    offset_by_sntp,
)
from workspace_assistant.core.readiness.connection.hosts import MOST_NAMES, named_hosts
from workspace_assistant.core.readiness.connection.model import NamedHosts, Portal, Reason, Unknown
from workspace_assistant.core.readiness.connection.portal import (
    Page,
    Witness,
    confirmed_portal,
    host_of,
    judge_empty_page,
    judge_missing_page,
    judge_plain_page,
)
from workspace_assistant.core.readiness.ports import CheckRequest
from workspace_assistant.core.readiness.profile.model import (
    BandwidthRequirement,
    ConnectionRequirement,
    EndpointRequirement,
    VoicePathRequirement,
    WorkplaceProfile,
)

HOST = "crm.example.com"
PATH = "/workspace-assistant-1"


def test_a_profile_that_names_nobody_lets_nobody_be_asked() -> None:
    assert named_hosts(CheckRequest(profile=WorkplaceProfile(name="default"))) == NamedHosts()


def test_the_named_hosts_come_from_the_whole_profile() -> None:
    profile = WorkplaceProfile(
        name="full",
        bandwidth=BandwidthRequirement(server="https://speed.example.com/x"),
        voice_path=VoicePathRequirement(
            stun=("stun:stun.example.com", "stun:stun.example.com:3478"),
            turn=("turn:[2001:db8::5]:3479?transport=udp", "turns:secure.example.com"),
        ),
        endpoints=(
            EndpointRequirement(name="crm", url="https://crm.example.com/health"),
            EndpointRequirement(name="push", url="wss://push.example.com:8443/socket"),
            EndpointRequirement(name="phone", url="sip:sip.example.com:5060;transport=udp"),
            EndpointRequirement(name="port", url="tcp://[2001:db8::6]:99"),
            EndpointRequirement(name="six", url="http://[2001:db8::7]:8080/"),
        ),
        connection=ConnectionRequirement(
            time_server="time.example.com", portal_url="http://portal.example.com/generate_204"
        ),
    )
    hosts = named_hosts(CheckRequest(profile=profile))
    assert hosts.names == (
        "stun.example.com",
        "2001:db8::5",
        "secure.example.com",
        "crm.example.com",
        "push.example.com",
        "sip.example.com",
        "2001:db8::6",
        "2001:db8::7",
        "speed.example.com",
        "time.example.com",
        "portal.example.com",
    )
    assert hosts.web == (
        "https://crm.example.com",
        "https://push.example.com:8443",
        "http://[2001:db8::7]:8080",
        "https://speed.example.com",
    )
    assert hosts.udp == (("stun.example.com", 3478), ("2001:db8::5", 3479))
    assert hosts.time_server == "time.example.com"
    assert hosts.portal_url == "http://portal.example.com/generate_204"


def test_the_server_of_the_user_replaces_the_profile_s() -> None:
    line = BandwidthRequirement(server="https://speed.example.com")
    profile = WorkplaceProfile(name="line", bandwidth=line)
    own = CheckRequest(profile=profile, server="http://own.example.com:8080")
    assert named_hosts(own).web == ("http://own.example.com:8080",)
    loop = CheckRequest(profile=profile, server="http://127.0.0.1:1", server_is_this_computer=True)
    assert named_hosts(loop) == NamedHosts()


@pytest.mark.parametrize(
    "server", ["http://two words", "http://user@host.example.com", "http://a.example.com:99999", ""]
)
def test_a_server_that_is_none_is_not_asked(server: str) -> None:
    request = CheckRequest(profile=WorkplaceProfile(name="line"), server=server)
    assert named_hosts(request) == NamedHosts()


def test_a_long_profile_is_cut_but_keeps_the_time_server() -> None:
    endpoints = tuple(
        EndpointRequirement(name=f"e{number}", url=f"https://e{number}.example.com")
        for number in range(40)
    )
    wanted = ConnectionRequirement(time_server="time.example.com")
    profile = WorkplaceProfile(name="long", endpoints=endpoints, connection=wanted)
    names = named_hosts(CheckRequest(profile=profile)).names
    assert len(names) == MOST_NAMES
    assert names[0] == "e0.example.com"
    assert names[-1] == "time.example.com"


@given(
    st.floats(-1e6, 1e6),
    st.floats(0, 2),
    st.floats(0, 2),
    st.floats(0, 0.5),
)
def test_the_offset_is_right_within_half_the_round_trip(
    ahead_s: float, there_s: float, back_s: float, served_s: float
) -> None:
    """A clock that is *ahead_s* ahead, over a way that may be lopsided."""
    true_s = 1_700_000_000.0
    sample = TimeSample(
        asked_s=true_s + ahead_s,
        received_s=true_s + there_s,
        sent_s=true_s + there_s + served_s,
        answered_s=true_s + there_s + served_s + back_s + ahead_s,
    )
    slow = TimeSample(asked_s=0, received_s=50, sent_s=50, answered_s=99)
    found = offset_by_sntp((slow, sample), "t")
    if sample.delay_s < 0:  # rounding of large floats
        return
    assert found is not None
    assert found.uncertainty_ms == pytest.approx(500 * (there_s + back_s), abs=0.01)
    assert abs(found.offset_ms - 1000 * ahead_s) <= found.uncertainty_ms + 0.01


def test_an_impossible_sample_gives_no_offset() -> None:
    early = TimeSample(asked_s=10, received_s=10, sent_s=12, answered_s=11)
    assert offset_by_sntp((early,), "t") is None
    assert offset_by_sntp((), "t") is None


@given(st.floats(-1e6, 1e6), st.floats(0, 3), st.floats(0, 3))
def test_the_offset_by_date_is_right_within_its_bound(
    ahead_s: float, there_s: float, back_s: float
) -> None:
    true_s = 1_700_000_000.0
    date_s = float(int(true_s + there_s))
    found = offset_by_date(true_s + ahead_s, date_s, true_s + there_s + back_s + ahead_s, "w")
    assert abs(found.offset_ms - 1000 * ahead_s) <= found.uncertainty_ms + 0.01
    assert found.method == "http-date"


def test_an_empty_page_proves_the_way_is_open() -> None:
    assert judge_empty_page(HOST, Page(status=204)) == Portal(is_captive=False, asked=HOST)


@pytest.mark.parametrize(
    ("page", "evidence", "sign_in"),
    [
        (Page(status=204, has_body=True), "other-page", ""),
        (Page(status=200, has_body=True), "other-page", ""),
        (Page(status=302, location="http://login.cafe/x"), "redirect", "login.cafe"),
        (Page(status=511, has_body=True), "sign-in-status", ""),
    ],
)
def test_anything_else_in_its_place_is_a_portal(page: Page, evidence: str, sign_in: str) -> None:
    found = judge_empty_page(HOST, page)
    assert found == Portal(is_captive=True, asked=HOST, evidence=evidence, sign_in_host=sign_in)


def test_a_server_in_trouble_is_no_portal() -> None:
    unknown = Unknown(reason=Reason.NO_ANSWER, detail=HOST)
    assert judge_empty_page(HOST, Page(status=503)) == unknown
    assert judge_empty_page(HOST, Page(status=404)) == unknown


@pytest.mark.parametrize(
    ("page", "is_captive"),
    [
        (Page(status=302, location="http://login.cafe/sign-in"), True),
        (Page(status=302, location="http://10.0.0.1/"), True),
        (Page(status=302, location="http://[fd00::1]/"), True),
        (Page(status=511), True),
        (Page(status=200, has_body=True), True),
        (Page(status=200), False),
        (Page(status=404, has_body=True), False),
        (Page(status=301, location=f"https://{HOST}{PATH}"), False),
        (Page(status=301, location=f"https://www.example.com{PATH}"), False),
        (Page(status=301, location=f"https://other.example.net{PATH}"), False),
        (Page(status=302, location="/login"), False),
        (Page(status=302, location="http://[bad"), False),
    ],
)
def test_a_page_that_cannot_exist_gives_a_portal_away(page: Page, is_captive: bool) -> None:
    found = judge_missing_page(HOST, PATH, page)
    assert isinstance(found, Portal)
    assert found.is_captive is is_captive


def test_one_page_for_every_address_is_no_evidence_beside_a_secure_port() -> None:
    page = Page(status=200, has_body=True)
    found = judge_missing_page(HOST, PATH, page, is_secure_port_dead=False)
    assert found == Unknown(reason=Reason.UNKNOWN_TO_SYSTEM, detail=HOST)


def test_a_plain_host_tells_only_the_clear_cases() -> None:
    def told(status: int) -> Portal | Unknown:
        return judge_plain_page(HOST, Page(status=status, location="https://sso.example.net/"))

    assert told(511) == Portal(is_captive=True, asked=HOST, evidence="sign-in-status")
    assert told(404) == Portal(is_captive=False, asked=HOST)
    assert told(302) == Unknown(reason=Reason.UNKNOWN_TO_SYSTEM, detail=HOST)


@given(st.text())
def test_no_redirect_breaks_the_search_for_a_portal(location: str) -> None:
    judge_missing_page(HOST, PATH, Page(status=302, location=location))
    shown = host_of(location)
    assert len(shown) <= 100
    assert shown.isprintable()


SUSPECT = Portal(is_captive=True, asked=HOST, evidence="redirect", sign_in_host="login.cafe")
NOT_TOLD = Unknown(reason=Reason.UNKNOWN_TO_SYSTEM, detail=HOST)


@pytest.mark.parametrize(
    ("witnesses", "is_told"),
    [
        ((), False),
        ((Witness.NONE,), False),
        ((Witness.SILENT,), True),
        ((Witness.NONE, Witness.HIJACKED), True),
        ((Witness.HIJACKED, Witness.REACHED), False),
        ((Witness.SILENT, Witness.REACHED), False),
    ],
)
def test_one_host_alone_is_no_proof_of_a_portal(
    witnesses: tuple[Witness, ...], *, is_told: bool
) -> None:
    assert confirmed_portal(SUSPECT, witnesses) == (SUSPECT if is_told else NOT_TOLD)


def test_the_status_that_only_portals_send_needs_no_witness() -> None:
    found = judge_missing_page(HOST, PATH, Page(status=511))
    assert isinstance(found, Portal)
    assert confirmed_portal(found, (Witness.REACHED,)) == found


def test_an_offset_is_half_of_what_both_ways_differ_by() -> None:
    sample = TimeSample(asked_s=10, received_s=7.5, sent_s=8, answered_s=10.7)
    found = offset_by_sntp((sample,), "t")
    assert found is not None
    assert found.offset_ms == pytest.approx(2600)
    assert found.uncertainty_ms == pytest.approx(100)
    by_date = offset_by_date(10, 7, 10.2, "t")
    assert by_date.offset_ms == pytest.approx(2600)
    assert by_date.uncertainty_ms == pytest.approx(600)
