"""`breaks voice`: how long calls were, and how loud the own voice was in them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from workspace_assistant.cli.focus_arguments import add_json
from workspace_assistant.cli.language import worded
from workspace_assistant.cli.output import say, say_json
from workspace_assistant.core.facts.call_days import CallDay, DayLevel, call_days
from workspace_assistant.core.facts.call_document import loudness_document
from workspace_assistant.core.facts.loudness import loudness_fact
from workspace_assistant.core.facts.windows import Windows
from workspace_assistant.core.lengths import length_text
from workspace_assistant.core.loudness.texts import PRIVATE
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from workspace_assistant.cli.breaks_services import BreakTools
    from workspace_assistant.cli.focus_arguments import Actions

_SWITCHED = {
    True: QT_TRANSLATE_NOOP(
        "cli",
        "The loudness of calls is measured, for four seconds every three minutes of a call.",
    ),
    False: QT_TRANSLATE_NOOP(
        "cli",
        "The loudness of calls is not measured. To measure it: workspace-assistant breaks voice on",
    ),
}
_NO_DAYS = QT_TRANSLATE_NOOP("cli", "No day of the last two weeks was watched for calls.")


def register(actions: Actions) -> list[argparse.ArgumentParser]:
    parser = actions.add_parser(
        "voice",
        help=worded("how long calls were, and how loud you spoke"),
        description=worded(
            "Minutes in calls and how loud your voice was in them, of the last two weeks. "
            "Loudness is measured where you turn that on; only levels are kept, never sound."
        ),
    )
    add_json(parser)
    parser.set_defaults(run=run_voice, json=False)
    switches = parser.add_subparsers(dest="switch", metavar="on|off")
    made = [
        switches.add_parser("on", description=worded("Measure how loud you speak, during calls.")),
        switches.add_parser("off", description=worded("Measure nothing; what was measured stays.")),
    ]
    for switch, is_on in zip(made, (True, False), strict=True):
        switch.set_defaults(run=run_switch, turn_on=is_on)
    return [parser, *made]


def run_switch(arguments: argparse.Namespace, tools: BreakTools) -> int:
    loudness = tools.loudness()
    loudness.turn(arguments.turn_on)
    say(worded(_SWITCHED[arguments.turn_on]))
    if arguments.turn_on:
        say(worded(PRIVATE))
        _say_some(loudness.obstacle())
    return 0


def run_voice(arguments: argparse.Namespace, tools: BreakTools) -> int:
    loudness = tools.loudness()
    is_on, obstacle, sources = loudness.is_on(), loudness.obstacle(), loudness.sources()
    windows = Windows(now=sources.now, zone=sources.zone)
    days, trend = call_days(sources, windows), loudness_fact(sources, windows)
    if arguments.json:
        say_json(loudness_document(days, trend, is_on=is_on, obstacle=obstacle))
        return 0
    for line in _day_lines(days):
        say(line)
    say(worded(trend.sentence, **trend.parts))
    say(worded(_SWITCHED[is_on]))
    _say_some(obstacle if is_on else "")
    say(worded(PRIVATE))
    return 0


def _day_lines(days: tuple[CallDay, ...]) -> Iterator[str]:
    """Days that nobody watched are left out."""
    known = [one for one in days if one.call_s is not None or one.levels]
    if not known:
        yield worded(_NO_DAYS)
    for day in known:
        told = [_long(day.call_s), *(_level_text(one) for one in day.levels)]
        yield f"{day.on:%Y-%m-%d}  {'; '.join(told)}"


def _long(call_s: float | None) -> str:
    if call_s is None:
        return worded("not known how long")
    return worded("{length} in calls", length=length_text(call_s))


def _level_text(level: DayLevel) -> str:
    """Such as ``voice at -24.3 dBov (12 levels, Headset, volume -6 dB)``."""
    volume_db = level.microphone.volume_db
    volume = (
        worded("volume not known")
        if volume_db is None
        else worded("volume {volume} dB", volume=f"{volume_db:.3g}")
    )
    return worded(
        "voice at {level} dBov ({levels}, {microphone}, {volume})",
        level=f"{level.level_dbov:.1f}",
        levels=_levels(level.count),
        microphone=level.microphone.name,
        volume=volume,
    )


def _levels(count: int) -> str:
    return worded("1 level") if count == 1 else worded("{count} levels", count=str(count))


def _say_some(sentence: str) -> None:
    if sentence:
        say(worded(sentence))
