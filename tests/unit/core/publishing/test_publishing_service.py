"""Consent, collecting and sending: nothing is lost, and nothing sent twice within a try."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.publishing import CTX, NOW, URL, PublishingDesk
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.jobs import JobCancelledError, JobContext
from workspace_assistant.core.publishing import service as service_module
from workspace_assistant.core.publishing import texts
from workspace_assistant.core.publishing.document import (
    delivery_document,
    preview_document,
    status_document,
)
from workspace_assistant.core.publishing.model import OF_REPORTS, Group, Reply, Trouble
from workspace_assistant.core.publishing.ports import ReceiverError, TokenError
from workspace_assistant.core.publishing.service import NO_INSTANCE, week_id

BOTH = ["logs", "metrics"]


@pytest.fixture
def desk(tmp_path: Path) -> PublishingDesk:
    return PublishingDesk(tmp_path)


@pytest.fixture
def agreed(desk: PublishingDesk) -> PublishingDesk:
    """With one report from before the consent."""
    desk.check(1)
    desk.service.agree(URL, OF_REPORTS, "token", CTX)
    return desk


def keys(*numbers: int) -> list[tuple[str, str]]:
    return [(f"report-{number:04d}", signal) for number in numbers for signal in BOTH]


def test_nothing_goes_out_without_a_consent(desk: PublishingDesk) -> None:
    desk.check(1)
    delivery = desk.service.deliver(CTX, at_once=True)
    assert (delivery.sent, delivery.next_at, desk.receiver.came) == (0, None, [])
    assert desk.service.attend(CTX) is None
    assert status_document(desk.service.status())["is_on"] is False


def test_what_was_measured_before_the_consent_stays_here(agreed: PublishingDesk) -> None:
    agreed.check(2)
    assert agreed.service.deliver(CTX).sent == 2
    assert agreed.receiver.keys == keys(2)
    assert {(url, token) for url, token, _ in agreed.receiver.came} == {(URL, "token")}
    assert agreed.service.deliver(CTX).sent == 0


def test_what_was_shown_is_what_is_sent(agreed: PublishingDesk) -> None:
    agreed.check(2)
    shown = [one.document for one in agreed.service.preview().drafts]
    agreed.service.deliver(CTX)
    assert [json.loads(one.document) for _, _, one in agreed.receiver.came] == shown


def test_before_a_consent_all_groups_are_shown_and_what_waits_after_it(
    desk: PublishingDesk,
) -> None:
    nothing = desk.service.preview(OF_REPORTS)
    assert (nothing.drafts, nothing.has_report, nothing.has_week) == ((), False, False)
    desk.check(1)
    preview = desk.service.preview()
    assert preview.groups == frozenset(Group)
    assert (preview.has_report, preview.has_week) == (True, True)
    assert NO_INSTANCE in json.dumps(preview_document(preview))
    desk.service.agree(URL, frozenset({Group.VERDICTS}), "", CTX)
    desk.check(2)
    desk.receiver.replies = [ReceiverError(Trouble.UNREACHABLE)]
    desk.service.deliver(CTX)
    document = preview_document(desk.service.preview())
    assert document["groups"] == ["verdicts"]
    assert [(one["report_id"], one["path"]) for one in document["waiting"]] == [
        ("report-0002", "/v1/logs"),
        ("report-0002", "/v1/metrics"),
    ]


def test_nobody_agrees_to_nothing_or_to_what_cannot_be_shown(desk: PublishingDesk) -> None:
    with pytest.raises(RefusedError, match="at least one group"):
        desk.service.agree(URL, frozenset(), "", CTX)
    with pytest.raises(RefusedError) as caught:
        desk.service.agree(URL, OF_REPORTS, "", CTX)
    assert caught.value.sentence == texts.NOTHING_TO_SHOW
    with pytest.raises(RefusedError):
        desk.service.agree("http://collector.example", OF_REPORTS, "", CTX)
    assert desk.service.status().consent is None


def test_a_token_that_cannot_be_kept_changes_nothing(desk: PublishingDesk) -> None:
    desk.check(1)
    desk.tokens.is_locked = True
    with pytest.raises(TokenError):
        desk.service.agree(URL, OF_REPORTS, "token", CTX)
    assert desk.service.status().consent is None


def test_taking_it_back_discards_what_waits_and_the_token(agreed: PublishingDesk) -> None:
    agreed.check(2)
    agreed.receiver.replies = [ReceiverError(Trouble.UNREACHABLE)]
    agreed.service.deliver(CTX)
    assert agreed.service.withdraw(CTX) == 2
    assert agreed.tokens.held == {}
    with pytest.raises(RefusedError):
        agreed.service.withdraw(CTX)
    agreed.check(3)
    agreed.service.agree(URL, OF_REPORTS, "", CTX)
    assert agreed.service.deliver(CTX).sent == 0  # 2 and 3 are from before this consent
    consent = agreed.service.status().consent
    assert consent is not None
    assert (consent.instance_id, consent.has_token) == ("instance-2", False)
    assert agreed.service.withdraw(CTX) == 0


def test_a_token_that_stays_in_a_locked_keyring_is_told_and_nothing_is_sent(
    agreed: PublishingDesk,
) -> None:
    agreed.tokens.is_locked = True
    with pytest.raises(TokenError):
        agreed.service.withdraw(CTX)
    assert agreed.service.status().consent is None


def test_another_address_keeps_what_waits_and_forgets_the_old_token(
    agreed: PublishingDesk,
) -> None:
    agreed.check(2)
    agreed.receiver.replies = [ReceiverError(Trouble.WRONG_ADDRESS)]
    agreed.service.deliver(CTX)
    consent, discarded = agreed.service.agree(f"{URL}/new", OF_REPORTS, "new", CTX)
    assert (discarded, consent.instance_id) == (0, "instance-1")
    assert agreed.tokens.held == {f"{URL}/new": "new"}
    assert agreed.service.deliver(CTX).sent == 2  # and it does not wait for the old one's sake
    assert agreed.receiver.came[-1][:2] == (f"{URL}/new", "new")


def test_fields_that_are_taken_back_are_not_sent_from_the_outbox(agreed: PublishingDesk) -> None:
    agreed.check(2)
    agreed.receiver.replies = [ReceiverError(Trouble.UNREACHABLE)]
    agreed.service.deliver(CTX)
    agreed.tokens.is_locked = True  # the old token opens nothing any more
    _, discarded = agreed.service.agree(URL, frozenset({Group.VERDICTS}), "", CTX)
    assert discarded == 2
    assert agreed.service.deliver(CTX).sent == 0


@pytest.mark.parametrize(
    ("reply", "trouble"),
    [
        (ReceiverError(Trouble.UNREACHABLE), Trouble.UNREACHABLE),
        (ReceiverError(Trouble.NO_ANSWER), Trouble.NO_ANSWER),
        (ReceiverError(Trouble.NOT_TRUSTED), Trouble.NOT_TRUSTED),
        (Reply(status=401), Trouble.TOKEN_REFUSED),
        (Reply(status=429, retry_after="600"), Trouble.TOO_MANY),
        (Reply(status=500), Trouble.RECEIVER_FAILED),
        (Reply(status=404), Trouble.WRONG_ADDRESS),
        (Reply(status=200, rejected=None), Trouble.NOT_UNDERSTOOD),
    ],
)
def test_a_receiver_in_trouble_is_left_alone_and_gets_all_of_it_later(
    agreed: PublishingDesk, reply: Reply | ReceiverError, trouble: Trouble
) -> None:
    agreed.check(2, 3)
    agreed.receiver.replies = [Reply(status=200), reply]
    delivery = agreed.service.deliver(CTX)
    assert (delivery.sent, delivery.trouble) == (1, trouble)
    assert len(agreed.receiver.came) == 2  # one try, and no other message after it
    assert agreed.service.status().standing.trouble is trouble
    assert agreed.service.attend(CTX) == delivery.next_at
    assert len(agreed.receiver.came) == 2  # it is not due
    agreed.at = delivery.next_at or NOW
    assert agreed.service.deliver(CTX).sent == 3
    assert sorted({*agreed.receiver.keys}) == sorted(keys(2, 3))
    sent = [one.document for _, _, one in agreed.receiver.came if one.signal.value == "metrics"]
    assert sent.count(sent[0]) == 2  # the second try was the same to the letter
    status = agreed.service.status()
    assert (status.standing.trouble, status.standing.failures) == (Trouble.NONE, 0)
    assert (status.tally.waiting, status.tally.sent) == (0, 4)


def test_one_message_that_makes_the_receiver_fail_holds_up_no_other(
    agreed: PublishingDesk,
) -> None:
    agreed.check(2, 3)
    agreed.receiver.replies = [Reply(status=500)]
    agreed.service.deliver(CTX)
    agreed.later(hours=1)
    agreed.receiver.replies = [*[Reply(status=200)] * 3, Reply(status=500)]
    assert agreed.service.deliver(CTX).sent == 3
    assert agreed.receiver.keys[-1] == agreed.receiver.keys[0]
    assert agreed.service.status().tally.waiting == 1


def test_a_message_that_is_refused_is_kept_and_tried_again_when_somebody_asks(
    agreed: PublishingDesk,
) -> None:
    agreed.check(2)
    agreed.receiver.replies = [Reply(status=400)]
    delivery = agreed.service.deliver(CTX)
    assert (delivery.sent, delivery.refused, delivery.trouble) == (1, 1, Trouble.NONE)
    agreed.later(days=1)
    assert agreed.service.deliver(CTX).sent == 0
    tally = agreed.service.status().tally
    assert (tally.waiting, tally.refused) == (0, 1)
    delivery = agreed.service.deliver(CTX, at_once=True)
    assert (delivery.sent, delivery.refused) == (1, 0)
    document = delivery_document(delivery, agreed.service.status())
    assert (document["sent"], document["sent_now"], document["refused"]) == (2, 1, 0)


def test_who_asks_does_not_wait(agreed: PublishingDesk) -> None:
    agreed.check(2)
    agreed.receiver.replies = [Reply(status=429, retry_after="86400")]
    agreed.service.deliver(CTX)
    assert agreed.service.deliver(CTX, at_once=True).sent == 2


def test_weeks_offline_lose_nothing(agreed: PublishingDesk) -> None:
    """Every second day a check, and no network: the way out is found at the end."""
    agreed.receiver.replies = [ReceiverError(Trouble.UNREACHABLE)] * 40
    for number in range(2, 10):
        agreed.check(number)
        agreed.later(days=2)
        agreed.service.deliver(CTX)
    assert agreed.service.status().tally.dropped == 0
    agreed.receiver.replies.clear()
    agreed.receiver.came.clear()
    agreed.later(days=21)
    agreed.service.deliver(CTX)
    came = agreed.receiver.keys
    assert len(came) == len(set(came))
    assert set(keys(*range(2, 10))) == set(came)
    assert agreed.service.status().tally.sent == 2 * 8


def test_more_reports_than_are_read_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service_module, "_REPORTS_AT_ONCE", 3)
    desk = PublishingDesk(tmp_path, most=5)
    desk.check(1)
    desk.service.agree(URL, frozenset({Group.FINDINGS}), "", CTX)
    desk.check(*range(2, 9))
    delivery = desk.service.deliver(CTX)
    assert (delivery.sent, desk.service.status().tally.dropped) == (5, 2)
    assert desk.receiver.keys[0] == ("report-0004", "logs")  # the oldest were given up


def test_a_token_that_cannot_be_had_holds_everything(agreed: PublishingDesk) -> None:
    agreed.check(2)
    agreed.tokens.is_locked = True
    delivery = agreed.service.deliver(CTX)
    assert (delivery.trouble, agreed.receiver.came) == (Trouble.TOKEN_MISSING, [])
    agreed.tokens.is_locked = False
    agreed.later(hours=1)
    assert agreed.service.deliver(CTX).sent == 2


def test_a_clock_that_was_wrong_holds_up_nothing_for_long(agreed: PublishingDesk) -> None:
    agreed.at = NOW + timedelta(days=3650)
    agreed.check(2)
    agreed.receiver.replies = [ReceiverError(Trouble.NOT_TRUSTED)]
    agreed.service.deliver(CTX)
    agreed.at = NOW
    assert agreed.service.deliver(CTX).sent == 2


def test_one_program_at_a_time_sends(agreed: PublishingDesk) -> None:
    agreed.check(2)
    agreed.is_free = False
    assert agreed.service.deliver(CTX).is_busy
    assert agreed.receiver.came == []


def test_a_round_ends_in_time_and_the_next_goes_on(agreed: PublishingDesk) -> None:
    agreed.check(2, 3)
    send = agreed.receiver.send

    def slow(*words: object) -> Reply:
        agreed.steady_s += 15
        return send(*words)  # type: ignore[arg-type] # passed on as they came

    agreed.receiver.send = slow  # type: ignore[method-assign] # for this test
    assert agreed.service.attend(CTX) == agreed.at
    assert len(agreed.receiver.came) == 2
    assert agreed.service.attend(CTX) is None


def test_a_consent_taken_back_while_it_sends_ends_the_sending(agreed: PublishingDesk) -> None:
    agreed.check(2, 3)
    send = agreed.receiver.send

    def withdrawn(*words: object) -> Reply:
        agreed.outbox.end()
        return send(*words)  # type: ignore[arg-type] # passed on as they came

    agreed.receiver.send = withdrawn  # type: ignore[method-assign] # for this test
    agreed.service.deliver(CTX)
    assert len(agreed.receiver.came) == 1
    assert agreed.service.status().tally.sent == 0


def test_a_job_that_is_stopped_loses_nothing(agreed: PublishingDesk) -> None:
    agreed.check(2)
    stopped = JobContext(lambda _: None)
    stopped.cancel()
    with pytest.raises(JobCancelledError):
        agreed.service.deliver(stopped)
    assert agreed.service.deliver(CTX).sent == 2


def test_weeks_go_out_once_a_day_after_they_are_over(desk: PublishingDesk) -> None:
    desk.check(1)
    desk.weeks.over_at = {
        "2026-W47": NOW - timedelta(hours=1),  # began before the consent
        "2026-W48": NOW + timedelta(days=8),
        "2026-W49": NOW + timedelta(days=15),
    }
    desk.weeks.off = frozenset({"2026-W49"})
    desk.service.agree(URL, frozenset({Group.WEEK}), "", CTX)
    desk.later(days=8, hours=1)
    assert desk.service.deliver(CTX).sent == 0  # the day for corrections
    desk.later(days=1)
    assert desk.service.deliver(CTX).sent == 2
    wanted = week_id("instance-1", "2026-W48")
    assert desk.receiver.keys == [(wanted, "logs"), (wanted, "metrics")]
    desk.weeks.told.clear()
    desk.later(days=20)
    assert desk.service.deliver(CTX).sent == 0  # a week off
    assert desk.service.deliver(CTX).sent == 0
    assert desk.weeks.told == ["2026-W49"]  # and nobody reckons it twice


def test_a_consent_taken_back_while_it_collects_ends_the_collecting(
    agreed: PublishingDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(service_module, "_REPORTS_AT_ONCE", 1)
    agreed.check(2, 3)
    put = agreed.outbox.put

    def withdrawn(*words: object) -> None:
        put(*words)  # type: ignore[arg-type] # passed on as they came
        agreed.outbox.end()

    monkeypatch.setattr(agreed.outbox, "put", withdrawn)
    assert agreed.service.deliver(CTX).sent == 0
    assert agreed.service.status().tally.waiting == 0


def test_the_status_tells_how_it_stands(agreed: PublishingDesk) -> None:
    agreed.check(2)
    agreed.receiver.replies = [Reply(status=200), Reply(status=503)]
    agreed.service.deliver(CTX)
    document = status_document(agreed.service.status())
    assert {key: document[key] for key in ("is_on", "url", "groups", "has_token")} == {
        "is_on": True,
        "url": URL,
        "groups": ["findings", "numbers", "verdicts"],
        "has_token": True,
    }
    assert (document["waiting"], document["sent"], document["dropped"]) == (1, 1, 0)
    assert document["trouble"] == "receiver-failed"
    assert document["wait_until"] == "2026-11-22T09:00:30Z"
    assert document["last_sent_at"] == "2026-11-22T09:00:00Z"
