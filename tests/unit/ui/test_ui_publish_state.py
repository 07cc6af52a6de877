"""What the card about publishing says: off, how it stands, and all that goes out."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from tests.fakes.data_page import NOW, DataWorld
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.publishing.model import (
    Delivery,
    Group,
    Message,
    Preview,
    Proposal,
    Signal,
    Standing,
    Tally,
    Trouble,
)
from workspace_assistant.ui.data.publish_situation import Offer, PublishAct, PublishSituation
from workspace_assistant.ui.data.publish_state import (
    PublishState,
    offer_of,
    publish_state,
    sent_words,
)

WORDS = EnglishWording()
URL = "https://collector.example.com:4318"


def shown_of(world: DataWorld, **more: object) -> PublishState:
    situation = PublishSituation(status=world.status, **more)  # type: ignore[arg-type]  # by name
    found = publish_state(situation, WORDS)
    assert found is not None
    return found


def payload_of(world: DataWorld, groups: frozenset[Group] | None) -> Preview:
    return world.publishing_services.preview(groups)


def test_off_until_somebody_agrees() -> None:
    assert publish_state(PublishSituation(), WORDS) is None
    shown = shown_of(DataWorld())
    assert not shown.is_on
    assert shown.lines[0].startswith("Off: nothing leaves this computer.")
    assert (shown.url, shown.payload, shown.busy) == ("", None, "")


def proposing(world: DataWorld, proposal: Proposal, **more: object) -> PublishState:
    world.status = replace(world.status, proposal=proposal)
    return shown_of(world, **more)


def test_what_the_organization_proposes_is_written_in_and_no_more() -> None:
    groups = frozenset({Group.VERDICTS})
    shown = proposing(DataWorld(), Proposal(url=URL, groups=groups))
    assert not shown.is_on
    assert shown.lines[1].startswith("Your organization runs a collector: collector.example.com")
    assert (shown.url, shown.groups, shown.address_note) == (URL, groups, "")


def test_what_was_agreed_to_goes_before_a_proposal_but_not_before_a_fixed_address() -> None:
    world = DataWorld()
    world.publish()
    other = "https://other.example.com"
    assert proposing(world, Proposal(url=other)).url == URL
    fixed = proposing(world, Proposal(url=other, is_fixed=True))
    assert fixed.url == other
    assert fixed.address_note == "Your organization allows no other address."
    assert fixed.lines[0].endswith("collector.example.com:4318")


def test_how_it_stands() -> None:
    world = DataWorld()
    world.publish()
    shown = shown_of(world, act=PublishAct.SEND)
    assert shown.lines == (
        "On since 02/11/2026: sent to collector.example.com:4318",
        (
            "Sent: verdicts of the checks, numbers of line, voice path and computer, "
            "codes of findings."
        ),
        "A token for it is in the keyring.",
        "84 messages were sent, the last on 22/11/2026, 08:30.",
        "Nothing waits.",
    )
    assert (shown.busy, shown.can_cancel) == ("Sending what waits…", True)
    assert shown.trouble == ""


def test_what_is_the_matter_and_when_it_is_tried_again() -> None:
    world = DataWorld()
    later = NOW + timedelta(minutes=12)
    standing = Standing(failures=1, wait_until=later, trouble=Trouble.UNREACHABLE)
    world.publish(standing, Tally(waiting=1, refused=1, dropped=1, sent=1, last_sent_at=NOW))
    shown = shown_of(world)
    assert shown.trouble == (
        "The collector cannot be reached. Nothing is lost; the next try is at 09:42."
    )
    assert shown.lines[3:] == (
        "1 message was sent, on 22/11/2026, 09:30.",
        "1 message waits.",
        "The collector refused 1 message. “Send now” tries it again.",
        "1 message was given up: too many waited.",
    )
    world.publish(Standing(trouble=Trouble.NO_ANSWER), Tally(waiting=3, refused=2, dropped=2))
    shown = shown_of(world)
    assert shown.trouble == "The collector did not answer in time."
    assert shown.lines[3] == "Nothing was sent yet."
    assert shown.lines[-1] == "2 messages were given up: too many waited."
    unread = publish_state(PublishSituation(trouble="It is locked."), WORDS)
    assert unread is not None
    assert (unread.trouble, unread.lines) == ("It is locked.", ())


def test_the_payload_is_shown_whole() -> None:
    world = DataWorld()
    groups = frozenset({Group.VERDICTS, Group.NUMBERS})
    preview = payload_of(world, groups)
    payload = shown_of(world, preview=preview, offer=Offer(url=URL, groups=groups)).payload
    assert payload is not None
    assert payload.title == "Of the last report, whole, as it goes to collector.example.com:4318"
    assert [one.title for one in payload.requests] == [
        "Request 1 of 2: /v1/logs",
        "Request 2 of 2: /v1/metrics",
    ]
    assert [json.loads(one.body) for one in payload.requests] == [
        one.document for one in preview.drafts
    ]
    assert payload.requests[1].body in payload.text
    assert payload.consent.startswith("Send this, and the same of each later check")


def test_without_a_report_there_is_nothing_to_agree_to() -> None:
    world = DataWorld()
    world.has_report = False
    preview = payload_of(world, frozenset(Group))
    payload = shown_of(world, preview=preview, offer=Offer(url=URL, groups=preview.groups)).payload
    assert payload is not None
    assert payload.consent == ""
    assert payload.notes[0].startswith("No check was saved yet")
    assert payload.notes[1].startswith("No week is over yet")
    assert payload.title.startswith("Of the last report and the last week")


@pytest.mark.parametrize("count", [1, 2])
def test_what_waits_is_shown_as_well(count: int) -> None:
    world = DataWorld()
    world.publish()
    message = Message(number=1, report_id="r", signal=Signal.LOGS, document='{"a": 1}')
    preview = Preview(
        groups=frozenset({Group.VERDICTS}),
        drafts=(),
        has_report=True,
        has_week=False,
        waiting=(message,) * count,
    )
    payload = shown_of(world, preview=preview).payload
    assert payload is not None
    assert payload.notes[0].startswith("1 message waits" if count == 1 else "2 messages wait")
    assert payload.requests[0].title == "Waits: /v1/logs"
    assert payload.requests[0].body == '{\n "a": 1\n}'
    assert payload.consent == ""
    stray = publish_state(PublishSituation(status=DataWorld().status, preview=preview), WORDS)
    assert stray is not None
    assert stray.payload is not None


def test_an_offer_needs_a_safe_address_and_a_group() -> None:
    assert offer_of(f"{URL}/", frozenset({Group.WEEK})).url == URL
    with pytest.raises(RefusedError, match="https"):
        offer_of("http://collector.example.com", frozenset({Group.WEEK}))
    with pytest.raises(RefusedError, match="at least one group"):
        offer_of(URL, frozenset())


@pytest.mark.parametrize(
    ("delivery", "sentence", "is_bad"),
    [
        (Delivery(), "There was nothing to send.", False),
        (Delivery(sent=1), "Sent 1 message.", False),
        (Delivery(sent=3), "Sent 3 messages.", False),
        (Delivery(is_busy=True), "Another program of this computer is sending just now.", False),
        (
            Delivery(sent=1, trouble=Trouble.UNREACHABLE),
            "Sent 1 message. The collector cannot be reached.",
            True,
        ),
        (Delivery(refused=1), "The collector refuses the message.", True),
    ],
)
def test_what_sending_did(delivery: Delivery, sentence: str, is_bad: bool) -> None:
    remark = sent_words(delivery, WORDS)
    assert (remark.sentence, remark.is_bad) == (sentence, is_bad)
