"""How `focus changes` tells what a change changed: facts, before and after, in plain lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any

from workspace_assistant.cli.focus_when import moment, stretch
from workspace_assistant.cli.focus_words import SHORT_ID, interruptions_text
from workspace_assistant.cli.language import worded
from workspace_assistant.core.focus.changes import Change, Difference
from workspace_assistant.core.focus.documents import at_of
from workspace_assistant.core.focus.labels import CAUSES, GAP_REASONS
from workspace_assistant.core.focus.model import Cause, GapReason
from workspace_assistant.core.joining import SEMICOLON, joined
from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_FACTS = {
    "name": QT_TRANSLATE_NOOP("cli", "name {old} → {new}"),
    "channel": QT_TRANSLATE_NOOP("cli", "channel {old} → {new}"),
    "tags": QT_TRANSLATE_NOOP("cli", "tags {old} → {new}"),
    "planned_s": QT_TRANSLATE_NOOP("cli", "plan {old} → {new}"),
    "started_at": QT_TRANSLATE_NOOP("cli", "start {old} → {new}"),
    "ended_at": QT_TRANSLATE_NOOP("cli", "end {old} → {new}"),
    "time_zone": QT_TRANSLATE_NOOP("cli", "time zone {old} → {new}"),
    "source": QT_TRANSLATE_NOOP("cli", "source {old} → {new}"),
}


def change_line(change: Change, zone: tzinfo) -> str:
    """Its number, when, who and what kind."""
    at = change.at.astimezone(zone).strftime("%Y-%m-%d %H:%M:%S")
    done = change.action
    if change.undoes is not None:
        done = worded("{action} of change {number}", action=done, number=str(change.undoes))
    return f"{change.id:>6}  {at}  {change.actor:<12}  {done}"


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
            whole = self._whole(one.after or one.before)
            if one.is_new:
                return [worded("{block}: new, {facts}", block=who, facts=whole)]
            return [worded("{block}: removed, {facts}", block=who, facts=whole)]
        facts = list(self._facts(one)) or [worded("nothing that a list shows")]
        return [worded("{block}: {facts}", block=who, facts=joined(facts, worded, SEMICOLON))]

    def _whole(self, document: Mapping[str, Any]) -> str:
        """A new or a removed block in short."""
        parts = [self._span(document)]
        if document["planned_s"] is not None:
            parts.append(worded("plan {length}", length=length_text(document["planned_s"])))
        if gaps := len(document["gaps"]):
            parts.append(worded("1 gap") if gaps == 1 else worded("{count} gaps", count=str(gaps)))
        if broken := len(document["interruptions"]):
            parts.append(interruptions_text(broken))
        return joined(parts, worded)

    def _facts(self, one: Difference) -> Iterator[str]:
        for field, sentence in _FACTS.items():
            if field in one.before:
                old, new = (self._value(field, side[field]) for side in (one.before, one.after))
                yield worded(sentence, old=old, new=new)
        if "clock_changes" in one.before:
            yield worded("the computer's clock was set")
        for key in one.before.get("gaps", {}):
            yield self._part(one.before["gaps"][key], one.after["gaps"][key], self._gap)
        for key in one.before.get("interruptions", {}):
            old, new = (side["interruptions"][key] for side in (one.before, one.after))
            yield self._part(old, new, self._interruption)

    def _value(self, field: str, value: Any) -> str:
        if value in (None, "", []):
            return worded("still open") if field == "ended_at" else worded("none")
        if field == "planned_s":
            return length_text(value)
        if field in {"started_at", "ended_at"}:
            return self._at(value)
        return joined(value, worded) if field == "tags" else str(value)

    def _part(self, old: Any, new: Any, words: Any) -> str:
        if old is None:
            return f"+ {words(new)}"
        return f"- {words(old)}" if new is None else f"{words(old)} → {words(new)}"

    def _gap(self, gap: Mapping[str, Any]) -> str:
        parts = {"reason": worded(GAP_REASONS[GapReason(gap["reason"])]), "span": self._span(gap)}
        if gap["is_unanswered"]:
            return worded("{reason} {span}, not answered yet", **parts)
        return worded("{reason} {span}", **parts)

    def _interruption(self, one: Mapping[str, Any]) -> str:
        cause = worded(CAUSES[Cause(one["cause"])])
        parts = {"cause": f"{cause} ({one['origin']})", "time": self._at(one["at"])}
        if one["ended_at"] is None:
            told = [worded("interruption {cause} {time}", **parts)]
        else:
            until = self._at(one["ended_at"])
            told = [worded("interruption {cause} {time} until {until}", **parts, until=until)]
        if one["note"]:
            told.append(one["note"])
        if one["next_step"]:
            told.append(worded("next: {step}", step=one["next_step"]))
        return joined(told, worded)

    def _span(self, one: Mapping[str, Any]) -> str:
        end = None if one["ended_at"] is None else at_of(one["ended_at"])
        return stretch(at_of(one["started_at"]), end, self.zone, self.day)

    def _at(self, text: str) -> str:
        at: datetime = at_of(text)
        return moment(at, self.zone, self.day)
