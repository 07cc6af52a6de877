"""How `focus changes` tells what a change changed: facts, before and after, in plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any

from workspace_assistant.cli.focus_when import moment, stretch
from workspace_assistant.cli.focus_words import SHORT_ID
from workspace_assistant.core.focus.changes import Change, Difference
from workspace_assistant.core.focus.documents import at_of
from workspace_assistant.core.focus.labels import CAUSES, GAP_REASONS
from workspace_assistant.core.focus.model import Cause, GapReason
from workspace_assistant.core.lengths import length_text

_FACTS = {
    "name": "name",
    "channel": "channel",
    "tags": "tags",
    "planned_s": "plan",
    "started_at": "start",
    "ended_at": "end",
    "time_zone": "time zone",
    "source": "source",
}


def change_line(change: Change, zone: tzinfo) -> str:
    """Its number, when, who and what kind."""
    at = change.at.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")
    taken_back = "" if change.undoes is None else f" of change {change.undoes}"
    return f"{change.id:>6}  {at}  {change.actor:<12}  {change.action}{taken_back}"


@dataclass(frozen=True, slots=True)
class ChangeWords:
    """Attributes: `day` is the day of the change; instants of other days say theirs."""

    zone: tzinfo
    day: date

    def lines(self, one: Difference, name: str) -> list[str]:
        """Of one block; *name* is what it is called now, empty for one that is gone."""
        known = name or str((one.before or one.after).get("name", ""))
        who = f"{one.block_id[:SHORT_ID]}{f'  “{known}”' if known else ''}"
        if one.is_new or one.is_removal:
            what = "new" if one.is_new else "removed"
            return [f"{who}: {what}, {self._whole(one.after or one.before)}"]
        facts = list(self._facts(one)) or ["nothing that a list shows"]
        return [f"{who}: {'; '.join(facts)}"]

    def _whole(self, document: Mapping[str, Any]) -> str:
        """A new or a removed block in short."""
        parts = [self._span(document)]
        if document["planned_s"] is not None:
            parts.append(f"plan {length_text(document['planned_s'])}")
        for key, word in (("gaps", "gap"), ("interruptions", "interruption")):
            if count := len(document[key]):
                parts.append(f"{count} {word}{'' if count == 1 else 's'}")
        return ", ".join(parts)

    def _facts(self, one: Difference) -> Iterator[str]:
        for field, label in _FACTS.items():
            if field in one.before:
                old, new = (self._value(field, side[field]) for side in (one.before, one.after))
                yield f"{label} {old} → {new}"
        if "clock_changes" in one.before:
            yield "the computer's clock was set"
        for key in one.before.get("gaps", {}):
            yield self._part(one.before["gaps"][key], one.after["gaps"][key], self._gap)
        for key in one.before.get("interruptions", {}):
            old, new = (side["interruptions"][key] for side in (one.before, one.after))
            yield self._part(old, new, self._interruption)

    def _value(self, field: str, value: Any) -> str:
        if value in (None, "", []):
            return "still open" if field == "ended_at" else "none"
        if field == "planned_s":
            return length_text(value)
        if field in {"started_at", "ended_at"}:
            return self._at(value)
        return ", ".join(value) if field == "tags" else str(value)

    def _part(self, old: Any, new: Any, words: Any) -> str:
        if old is None:
            return f"+ {words(new)}"
        return f"- {words(old)}" if new is None else f"{words(old)} → {words(new)}"

    def _gap(self, gap: Mapping[str, Any]) -> str:
        asked = ", not answered yet" if gap["is_unanswered"] else ""
        return f"{GAP_REASONS[GapReason(gap['reason'])]} {self._span(gap)}{asked}"

    def _interruption(self, one: Mapping[str, Any]) -> str:
        back = "" if one["ended_at"] is None else f" until {self._at(one['ended_at'])}"
        note = f", {one['note']}" if one["note"] else ""
        step = f", next: {one['next_step']}" if one["next_step"] else ""
        label = f"{CAUSES[Cause(one['cause'])]} ({one['origin']})"
        return f"interruption {label} {self._at(one['at'])}{back}{note}{step}"

    def _span(self, one: Mapping[str, Any]) -> str:
        end = None if one["ended_at"] is None else at_of(one["ended_at"])
        return stretch(at_of(one["started_at"]), end, self.zone, self.day)

    def _at(self, text: str) -> str:
        at: datetime = at_of(text)
        return moment(at, self.zone, self.day)
