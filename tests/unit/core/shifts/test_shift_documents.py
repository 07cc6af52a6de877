"""Shifts, sources, previews and refreshes as JSON."""

from __future__ import annotations

import json
from typing import Any

from tests.fakes.focus import MONDAY
from tests.fakes.shifts import ShiftDesk, a_shift, an_event, local
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.json_text import to_json
from workspace_assistant.core.shifts.document import (
    outlook_document,
    preview_document,
    refresh_document,
    shifts_document,
    sources_document,
)
from workspace_assistant.core.shifts.drafts import CalendarDraft
from workspace_assistant.core.shifts.model import SourceKind
from workspace_assistant.core.shifts.ports import CalendarError

DAY = "2026-11-23 00:00"
CTX = JobContext(lambda progress: None)


def read(document: dict[str, object]) -> Any:
    """As another program sees it."""
    return json.loads(to_json(document))


def test_shifts_are_told_as_the_design_says() -> None:
    shift = a_shift(
        "2026-11-23 22:00",
        "2026-11-24 06:00",
        key="s",
        breaks=[("2026-11-24 02:00", "2026-11-24 02:30")],
        name="Night",
    )
    assert read(shifts_document([shift], [])) == {
        "schema": "workspace-assistant/shifts/1",
        "shifts": [
            {
                "id": "s",
                "name": "Night",
                "starts_at": "2026-11-23T21:00:00Z",
                "ends_at": "2026-11-24T05:00:00Z",
                "planned_s": 28800.0,
                "time_zone": "Europe/Madrid",
                "utc_offset_s": 3600,
                "place": "home",
                "source": "hand",
                "breaks": [
                    {
                        "starts_at": "2026-11-24T01:00:00Z",
                        "ends_at": "2026-11-24T01:30:00Z",
                        "name": "",
                    }
                ],
            }
        ],
    }


def test_a_subscription_is_told_from_preview_to_failure() -> None:
    desk = ShiftDesk()
    service, sources = desk.service(), desk.service().sources
    desk.publish(
        an_event("2026-11-24 08:00", "2026-11-24 16:00", uid="tue"),
        an_event("2026-11-24 17:00", "2026-11-24 17:00", "Reminder", uid="r"),
        an_event(DAY, DAY, "Holiday", uid="h", starts=MONDAY.date(), ends=MONDAY.date()),
        faults=["Event 4 has no start."],
    )
    draft = CalendarDraft(kind=SourceKind.SUBSCRIPTION, name="Work")
    preview = sources.preview_subscription(draft, "https://x.example/", CTX)
    document = read(preview_document(preview))
    assert document["schema"] == "workspace-assistant/shift-preview/1"
    assert document["source"] == "Work"
    assert document["faults"] == ["Event 4 has no start."]
    (shift,) = document["shifts"]
    assert shift["source"] == "Work"
    assert document["left_out"][0] == {
        "uid": "r",
        "summary": "Reminder",
        "starts": "2026-11-24T16:00:00Z",
        "ends": "2026-11-24T16:00:00Z",
        "reason": "no-length",
    }
    assert document["left_out"][1]["starts"] == "2026-11-23"

    kept = read(refresh_document([sources.keep(preview, CTX)]))
    (source,) = kept["sources"]
    (change,) = source["changes"]
    assert (source["name"], source["is_done"]) == ("Work", True)
    assert (change["kind"], change["before"], change["after"]["id"]) == ("added", None, shift["id"])

    desk.feed.answers["*"] = CalendarError("timed-out", "No answer.")
    (failed,) = read(refresh_document(sources.refresh(None, CTX, by_hand=True)))["sources"]
    assert (failed["is_done"], failed["trouble_code"]) == (False, "timed-out")
    desk.now.advance(3600)
    (view,) = read(sources_document(sources.views()))["sources"]
    assert (view["kind"], view["coming"], view["is_stale"]) == ("subscription", 1, False)
    assert (view["age_s"], view["failures"], view["trouble"]) == (3600.0, 1, "No answer.")
    assert view["next_try_at"] == "2026-11-23T08:15:00Z"

    desk.now.at = local("2026-11-24 09:00")
    seen = read(outlook_document(service.outlook(), [preview.source]))
    assert seen["schema"] == "workspace-assistant/next-shift/1"
    assert seen["current"]["source"] == "Work"
    assert (seen["next"], seen["starts_in_s"], seen["next_break"]) == (None, None, None)
