"""What commands print in another language: only data, commands and codes stay as they are."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes import readiness_reports
from tests.fakes.focus_tools import FocusDesk
from tests.fakes.marked import marked, marking, plain_words
from tests.fakes.shift_tools import ShiftCommands
from tests.fakes.shifts import an_event
from tests.unit.cli import test_watch
from tests.unit.cli.desk import QUIET, Desk, run
from workspace_assistant.cli import history
from workspace_assistant.cli.report_text import report_lines
from workspace_assistant.core.focus.shift_frames import ShiftFrame
from workspace_assistant.core.readiness.history import trends
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.shifts.ports import CalendarContent


@pytest.mark.parametrize(
    "report",
    [readiness_reports.bad_wifi(), readiness_reports.good_calls()],
    ids=["bad", "good"],
)
def test_a_report(report: ReadinessReport) -> None:
    with marking():
        text = "\n".join(report_lines(report))
        line = history._line(report)
    told = "\n".join(trend.told(marked) for trend in trends([report] * 5))
    conditions = [
        str(value)
        for check in report.checks
        for one in check.measurements
        for value in one.conditions.values()
    ]
    assert plain_words(f"{text}\n{line}\n{told}", report.profile_name, *conditions) <= {
        *(gap.reason for check in report.checks for gap in check.not_measured),
        *_UNITS,
        *_IDS,
    }


# Values, reasons and checks that are codes.
_IDS = {"mic", "microphone", "headset", "unplugged", "usb", "wifi"}
_UNITS = {"ms", "kbit", "Mbit", "Gbit", "min", "kB", "MB", "dB", "dBov", "dBFS", "kHz", "Hz", "GB"}


def test_focus(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    desk = FocusDesk()
    now = desk.clock.wall_at
    frame = ShiftFrame(id="s", name="Desk", starts_at=now, ends_at=now + timedelta(hours=3))
    desk.frames = (frame,)
    with marking():
        desk.run()
        desk.run("start", "Queue", "--for", "50m", "--tag", "refunds")
        desk.clock.advance(600)
        desk.run("interrupt", "family", "--note", "Parcel", "--next", "Reply")
        desk.clock.advance(60)
        desk.run("back")
        desk.run("pause", "--break")
        desk.clock.advance(60)
        desk.run("status")
        desk.run("resume")
        desk.run("resume")
        desk.run("start", "Other")
        desk.run("stop")
        desk.run("stop")
        desk.run("list")
        desk.run("changes")
        desk.run("undo")
        desk.run("edit", "nothing")
        desk.run("edit", "0")
        desk.run("export", str(tmp_path / "log.json"))
        desk.run("import", str(tmp_path / "log.json"), "--preview")
        desk.run("idle", "10m")
        desk.run("list", "--day", "never")
        desk.run("watch")
        desk.run("answer", "keep")
    out, err = capsys.readouterr()
    assert plain_words(out + err, "Queue", "refunds", "Parcel", "Reply", "Other", "Desk") <= _CODES


# What `focus changes` calls acts is what they are typed as.
_CODES = {
    *("start", "interrupt", "back", "pause", "resume", "stop", "undo", "edit", "other"),
    *("external", "internal"),
}


def test_shifts(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    desk = ShiftCommands()
    file = tmp_path / "roster.ics"
    file.write_bytes(b"a roster")
    desk.calendar.contents[b"a roster"] = CalendarContent(
        events=(
            an_event("2026-11-24 18:00", "2026-11-24 19:00", "Roster", uid="1"),
            an_event("2026-11-24 18:00", "2026-11-24 19:00", "Dentist", uid="2"),
        ),
        faults=(),
    )
    with marking():
        for words in (
            "next",
            "list",
            "sources",
            "pattern Mon-Fri 08:00-16:00 --break 12:00-12:30",
            "add tomorrow 22:00 06:00 --name Night",
            f"import {file} --as-source Roster --preview --summary Roster",
            f"import {file} --as-source Roster --summary Roster",
            "list",
            "list --day never",
            "list --hidden",
            "next",
            "sources",
            "refresh",
            "remove nothing",
            "remove Roster",
            "subscribe https://example.com",
        ):
            desk.run(*words.split())
    out, err = capsys.readouterr()
    data = ("Roster", "Night", "Dentist", "Mon-Fri 08:00-16:00", str(file), "Europe/Madrid")
    assert plain_words(out + err, *data) <= {"hand"}, out + err


def test_mic(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    with marking():
        run(desk, "quiet.wav")
        run(desk, "good.wav", "--as-heard", "out.wav")
        run(desk, "--list")
        run(desk, "--set-level", "-10")
        desk.recordings = dict.fromkeys(("", *(one.id for one in desk.devices)), QUIET)
        run(desk)
        run(desk, "--compare")
        run(desk, "--headset")
        run(desk, "quiet.wav", "--save", "y.wav")
        desk.recordings = {"": None}
        run(desk, "--save", "x.wav")
    out, err = capsys.readouterr()
    data = [word for one in desk.devices for word in (one.name, one.id)]
    assert plain_words(out + err, *data) <= _UNITS | _IDS


def test_watch_of_the_line(capsys: pytest.CaptureFixture[str]) -> None:
    desk = test_watch.Desk(test_watch.bad_line())
    with marking():
        desk.run("run")
        desk.run("events")
        desk.run()
        desk.run("on")
        desk.run("off")
    out, err = capsys.readouterr()
    assert plain_words(out + err) == set(), out + err
