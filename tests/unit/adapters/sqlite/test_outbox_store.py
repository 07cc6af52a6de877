"""The outbox in the database, where the tests of the service do not reach."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.fakes.publishing import CTX, NOW, URL, PublishingDesk
from workspace_assistant.core.publishing.model import OF_REPORTS, Draft, Signal, Standing, Trouble

DRAFT = Draft(signal=Signal.LOGS, document={"resourceLogs": []})


@pytest.fixture
def desk(tmp_path: Path) -> PublishingDesk:
    desk = PublishingDesk(tmp_path)
    desk.check(1)
    return desk


def edit(folder: Path, statement: str, *values: object) -> None:
    with closing(sqlite3.connect(folder / "data.sqlite3")) as connection:
        connection.execute(statement, values)
        connection.commit()


def test_a_report_is_put_once(desk: PublishingDesk) -> None:
    desk.service.agree(URL, OF_REPORTS, "", CTX)
    for _ in range(2):
        desk.outbox.put("report", [DRAFT], NOW)
    assert desk.outbox.tally().waiting == 1


def test_nothing_is_put_without_a_consent(desk: PublishingDesk) -> None:
    desk.outbox.put("report", [DRAFT], NOW)
    assert desk.outbox.tally().waiting == 0
    assert desk.outbox.not_put(["report"]) == {"report"}
    assert desk.outbox.standing() == Standing()


def test_a_report_that_cannot_be_read_stands_in_nobodys_way(
    desk: PublishingDesk, tmp_path: Path
) -> None:
    desk.service.agree(URL, OF_REPORTS, "", CTX)
    desk.check(2, 3)
    edit(tmp_path, "UPDATE readiness_report SET document = '{}' WHERE id = 'report-0002'")
    assert [one.id for one in desk.outbox.reports_to_send(1)] == []
    assert [one.id for one in desk.outbox.reports_to_send(1)] == ["report-0003"]


def test_the_last_report_is_shown_even_if_it_cannot_be_read(
    desk: PublishingDesk, tmp_path: Path
) -> None:
    edit(tmp_path, "UPDATE readiness_report SET document = '{}'")
    assert desk.outbox.last_report() is None


def test_words_of_a_later_version_are_understood_as_far_as_possible(
    desk: PublishingDesk, tmp_path: Path
) -> None:
    desk.service.agree(URL, OF_REPORTS, "", CTX)
    edit(
        tmp_path,
        """UPDATE publishing SET groups_json = '["verdicts", "moods"]', trouble = 'eclipse'""",
    )
    consent = desk.outbox.consent()
    assert consent is not None
    assert sorted(consent.groups) == ["verdicts"]
    assert desk.outbox.standing().trouble is Trouble.NOT_UNDERSTOOD


def test_the_token_is_nowhere_in_the_file(desk: PublishingDesk, tmp_path: Path) -> None:
    desk.service.agree(URL, OF_REPORTS, "canary-7f31", CTX)
    desk.check(2)
    desk.service.deliver(CTX)
    assert all(b"canary-7f31" not in one.read_bytes() for one in tmp_path.iterdir())
