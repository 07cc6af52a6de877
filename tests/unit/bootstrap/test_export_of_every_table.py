"""Every table goes into the export as CSV; as JSON too, or with a reason why not."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.fakes.data_dirs import database_of
from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.loudness_store import SqliteLoudnessStore
from workspace_assistant.adapters.sqlite.tip_log import SqliteTipLog
from workspace_assistant.bootstrap.data_export import export_all
from workspace_assistant.core.loudness.model import CallLevel, Microphone
from workspace_assistant.core.tips.model import Answer, Quote, TipEvent

AT = datetime(2026, 11, 22, 8, 15, tzinfo=UTC)
DOCUMENTS = {
    "readiness_report": "readiness",
    "focus_block": "focus.json",
    "focus_gap": "focus.json",
    "focus_interruption": "focus.json",
    "focus_clock_change": "focus.json",
    "focus_change": "focus-changes.json",
    "focus_difference": "focus-changes.json",
    "shift_source": "shifts.json",
    "shift": "shifts.json",
    "reminder": "reminders.json",
    "line_event": "line.json",
    "line_minute": "line.json",
    "tip_event": "tips.json",
    "ergonomics_assessment": "self-checks.json",
    "ergonomics_change": "self-checks.json",
    "check_in": "check-ins.json",
    "hard_contact": "check-ins.json",
    "break_record": "breaks.json",
    "activity_stretch": "breaks.json",
    "leave_day": "days-off.json",
    "call_level": "call-levels.json",
}
WORKINGS = "how the program goes on after it was ended; nothing that a person did"
SHARING = "what was agreed to and sent: `publish` prints it"
ONLY_TABLES = {
    "focus_watch": WORKINGS,
    "shift_feed_state": WORKINGS,
    "shift_change": "how shifts came to be as they are: `shifts.json` has them",
    "preshift_attempt": WORKINGS,
    "break_beat": WORKINGS,
    "break_asked": WORKINGS,
    "restored_file": WORKINGS,
    "publishing": SHARING,
    "published": SHARING,
    "outbox_message": SHARING,
}


@pytest.fixture
def exported(tmp_path: Path) -> Path:
    data_dir, folder = tmp_path / "data", tmp_path / "export"
    quote = Quote(name="line.loss", value=0.02, sentence="{share} lost", parts={"share": "2 %"})
    with closing(Database(database_of(data_dir))) as database:
        tips = SqliteTipLog(database)
        offer = TipEvent(at=AT, tip_id="cable", answer=None, period="s1", quotes=(quote,))
        tips.add(offer)
        tips.add(TipEvent(at=AT, tip_id="cable", answer=Answer.HELPED, period="s1"))
        microphone = Microphone(source_id="usb-1", name="Headset", port="", volume_db=-3.0)
        level = CallLevel(
            at=AT, level_dbov=-26.0, noise_dbov=None, speech_s=3.5, microphone=microphone
        )
        SqliteLoudnessStore(database).put(level)
    export_all(data_dir, folder)
    return folder


def test_each_table_is_a_document_or_says_why_not(exported: Path, tmp_path: Path) -> None:
    query = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    with closing(Database(database_of(tmp_path / "data"))) as database, database.reading() as look:
        tables = {name for (name,) in look.execute(query)}
    assert {one.stem for one in (exported / "tables").iterdir()} == tables
    assert tables == {*DOCUMENTS, *ONLY_TABLES}
    documents = {one.name for one in exported.glob("*.json")}
    assert set(DOCUMENTS.values()) - {"readiness"} == documents


def test_tips_are_exported_with_their_answers(exported: Path) -> None:
    document = json.loads((exported / "tips.json").read_text("utf-8"))
    offered, answered = document["events"]
    assert document["schema"] == "workspace-assistant/tip-events/1"
    assert (offered["tip"], offered["answer"], answered["answer"]) == ("cable", None, "helped")
    assert offered["facts"] == [{"name": "line.loss", "value": 0.02, "text": "2 % lost"}]
    assert datetime.fromisoformat(offered["at"]) == AT


def test_levels_of_calls_are_exported(exported: Path) -> None:
    document = json.loads((exported / "call-levels.json").read_text("utf-8"))
    assert document == {
        "schema": "workspace-assistant/call-levels/1",
        "levels": [
            {
                "at": AT.isoformat(),
                "level_dbov": -26.0,
                "noise_dbov": None,
                "speech_s": 3.5,
                "microphone": {
                    "source_id": "usb-1",
                    "name": "Headset",
                    "port": "",
                    "volume_db": -3.0,
                },
            }
        ],
    }
