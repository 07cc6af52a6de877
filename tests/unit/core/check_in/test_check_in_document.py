"""Check-ins as documents."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

from tests.fakes.check_in import CheckInDesk, planned
from workspace_assistant.core.check_in.document import (
    contact_document,
    list_document,
    told_document,
)
from workspace_assistant.core.check_in.model import Answers
from workspace_assistant.core.text import in_english

NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)


def test_all_that_was_told_is_in_it() -> None:
    desk = CheckInDesk(at=NINE, shifts=(planned("monday", NINE - timedelta(hours=8), 8),))
    for week in (1, 2):
        for day in range(2):
            desk.at = NINE - timedelta(weeks=week - 1, days=1 + day)
            desk.service.tell(Answers(switch_off=2))
    desk.at = NINE
    told = desk.service.tell(Answers(switch_off=1, hard_contacts=0, note="so so"))
    mark = desk.service.mark(is_abusive=True)
    document = told_document(told, desk.service.help())
    assert document["schema"] == "workspace-assistant/check-in/1"
    assert (document["shift_id"], document["until"]) == ("monday", "2026-11-23T09:00:00Z")
    assert (document["switch_off"], document["eyes"], document["hard_contacts"]) == (1, None, 0)
    everything = list_document((told,), (mark,), desk.service.help(), desk.service.asking())
    assert everything["asking"] == "off"
    (help_,) = json.loads(json.dumps(everything))["help"]
    assert (help_["item"], help_["weeks"]) == ("switch_off", 2)
    assert help_["sources"][0]["url"].startswith("https://www.who.int/")
    (found,) = desk.service.help()
    assert help_["said"] == in_english(found.said, **found.parts)


def test_a_mark_says_whether_it_was_taken_back() -> None:
    desk = CheckInDesk(at=NINE)
    mark = desk.service.mark(is_solved=True)
    document = contact_document(mark)
    assert document == {
        "schema": "workspace-assistant/hard-contact/1",
        "id": mark.id,
        "at": "2026-11-23T09:00:00Z",
        "is_abusive": False,
        "is_solved": True,
        "is_taken_back": False,
    }
    assert contact_document(mark, is_taken_back=True)["is_taken_back"] is True
