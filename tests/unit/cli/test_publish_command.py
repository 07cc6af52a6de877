"""`publish`: shows what is sent, asks, and says how it stands."""

from __future__ import annotations

import io
import json
from datetime import UTC
from pathlib import Path

import pytest

from tests.fakes.publishing import URL, PublishingDesk
from workspace_assistant.cli.main import explained, parse
from workspace_assistant.cli.publish_tools import PublishTools
from workspace_assistant.core.publishing.model import Group, Proposal, Reply, Trouble
from workspace_assistant.core.publishing.ports import ReceiverError

TOKEN = "canary-7f31"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def desk(tmp_path: Path) -> PublishingDesk:
    desk = PublishingDesk(tmp_path)
    desk.check(1)
    return desk


def run(desk: PublishingDesk, *words: str) -> int:
    tools = PublishTools(service=desk.service, zone=lambda: UTC)
    arguments = parse(["publish", *words])
    return explained(lambda: int(arguments.run(arguments, tools)))


def agree(desk: PublishingDesk, *words: str) -> None:
    assert run(desk, "on", URL, "--yes", *words) == 0


def test_it_is_off_until_somebody_agrees(
    desk: PublishingDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(desk, "status") == 0
    assert "Nothing is published" in capsys.readouterr().out
    assert run(desk, "now") == 0
    assert "Nothing is published" in capsys.readouterr().out
    assert run(desk, "off") == 2
    assert desk.receiver.came == []


def test_the_whole_payload_is_shown(
    desk: PublishingDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(desk, "preview", "--send", "verdicts,numbers") == 0
    told = capsys.readouterr().out
    assert '"workspace_assistant.voice.loss"' in told
    assert "POST …/v1/metrics" in told
    assert "Never sent:" in told
    assert run(desk, "preview", "--send", "verdicts,numbers", "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "workspace-assistant/publish-preview/1"
    assert [one["path"] for one in document["requests"]] == ["/v1/logs", "/v1/metrics"]
    assert json.dumps(document["requests"][0]["body"], indent=1) in told


def test_who_is_not_there_agrees_to_nothing(
    desk: PublishingDesk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))
    assert run(desk, "on", URL) == 2
    told = capsys.readouterr()
    assert "workspace_assistant.verdict.overall" in told.out
    assert "--yes" in told.err
    assert desk.service.status().consent is None


@pytest.mark.parametrize(("answer", "code"), [("yes\n", 0), ("y\n", 130), ("no\n", 130)])
def test_it_asks_after_it_has_shown(
    desk: PublishingDesk,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    code: int,
) -> None:
    monkeypatch.setattr("workspace_assistant.cli.publish.ask_line", lambda *_: answer)
    monkeypatch.setattr("sys.stdin", Terminal())
    assert run(desk, "on", URL) == code
    assert "workspace_assistant.verdict.overall" in capsys.readouterr().out
    assert (desk.service.status().consent is not None) is (code == 0)


def test_a_token_is_read_and_never_shown(
    desk: PublishingDesk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{TOKEN}\n"))
    agree(desk, "--token")
    assert desk.tokens.held == {URL: TOKEN}
    assert run(desk, "status", "--json") == 0
    told = capsys.readouterr()
    assert TOKEN not in told.out + told.err
    assert "Published to https://collector.example:4318 since 2026-11-22 09:00:" in told.out
    assert "indicators of weeks" not in told.out  # only who names them publishes weeks
    assert run(desk, "off") == 0
    assert desk.tokens.held == {}


def test_a_keyring_that_does_not_answer_is_told(
    desk: PublishingDesk, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.tokens.is_locked = True
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{TOKEN}\n"))
    assert run(desk, "on", URL, "--yes", "--token") == 2
    assert "The keyring did not answer." in capsys.readouterr().err
    desk.tokens.is_locked = False
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{TOKEN}\n"))
    agree(desk, "--token")
    desk.tokens.is_locked = True
    assert run(desk, "off") == 1
    assert "still in the keyring" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "error"),
    [
        (("on", "http://collector.example", "--yes"), "must begin with https://"),
        (("on", URL, "--yes", "--send", "verdicts,diary"), "“diary” is no group"),
        (("preview", "--send", ","), "Choose at least one group"),
    ],
)
def test_what_cannot_be_meant(
    desk: PublishingDesk, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], error: str
) -> None:
    assert run(desk, *words) == 2
    assert error in capsys.readouterr().err
    assert desk.service.status().consent is None


def test_sending_says_what_is_the_matter_and_that_nothing_is_lost(
    desk: PublishingDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    agree(desk)
    desk.check(2, 3)
    desk.receiver.replies = [Reply(status=400), ReceiverError(Trouble.NOT_TRUSTED)]
    capsys.readouterr()
    assert run(desk, "now") == 10
    told = capsys.readouterr().out
    assert "Sent: 0. Still waiting: 3." in told
    assert "this computer's clock" in told
    assert "Nothing is lost." in told
    run(desk, "status")
    told = capsys.readouterr().out
    assert "Refused by the collector: 1." in told
    assert "next try: 2026-11-22 09:00." in told
    assert "the oldest reports, and weeks last" in told
    run(desk, "preview")
    assert "Waiting already: 4" in capsys.readouterr().out
    assert run(desk, "now", "--json") == 0
    assert json.loads(capsys.readouterr().out)["sent_now"] == 4


def test_another_program_that_sends_is_left_alone(
    desk: PublishingDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    agree(desk)
    desk.is_free = False
    assert run(desk, "now") == 0
    assert "Another program" in capsys.readouterr().out


def test_fields_taken_back_are_told(
    desk: PublishingDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    agree(desk)
    desk.check(2)
    desk.receiver.replies = [Reply(status=503)]
    run(desk, "now")
    agree(desk, "--send", "findings")
    assert "Discarded, because you take back fields: 2 messages" in capsys.readouterr().err


def test_without_a_check_there_is_nothing_to_agree_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(PublishingDesk(tmp_path), "on", URL, "--yes") == 2
    told = capsys.readouterr()
    assert "no report to show" in told.out
    assert "Run a check first" in told.err


def test_the_organizations_collector_needs_no_address_but_a_yes(
    desk: PublishingDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    desk.proposal = Proposal(url=URL, groups=frozenset({Group.VERDICTS}), is_fixed=True)
    assert run(desk, "status") == 0
    assert f"runs a collector: {URL}" in capsys.readouterr().out
    assert run(desk, "on", "--yes") == 0
    consent = desk.service.status().consent
    assert consent is not None
    assert (consent.url, consent.groups) == (URL, {Group.VERDICTS})
    assert run(desk, "on", "https://other.example", "--yes") == 2
    assert f"no other collector than {URL}" in capsys.readouterr().err


def test_groups_of_ones_own_go_before_the_proposed_ones(desk: PublishingDesk) -> None:
    desk.proposal = Proposal(url=URL, groups=frozenset({Group.VERDICTS}))
    assert run(desk, "on", "--send", "findings", "--yes") == 0
    consent = desk.service.status().consent
    assert consent is not None
    assert consent.groups == {Group.FINDINGS}


def test_without_a_proposal_the_address_is_asked_for(
    desk: PublishingDesk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(desk, "on", "--yes") == 2
    assert "Which collector?" in capsys.readouterr().err
    assert desk.service.status().consent is None
