"""What `focus --help` shows: the commands by what they are for, and a day as an example."""

from __future__ import annotations

from workspace_assistant.cli.language import worded
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_WIDTH = 14

GROUPS: dict[str, dict[str, str]] = {
    QT_TRANSLATE_NOOP("cli", "Now"): {
        "start": QT_TRANSLATE_NOOP("cli", "begin a block: a name, a channel, a length or none"),
        "status": QT_TRANSLATE_NOOP(
            "cli", "what runs, how long, what is left (the same as no action)"
        ),
        "interrupt": QT_TRANSLATE_NOOP("cli", "log what interrupts; the block's clock goes on"),
        "back": QT_TRANSLATE_NOOP("cli", "the interruption is over"),
        "pause": QT_TRANSLATE_NOOP("cli", "stop the block's clock for a while, or for a break"),
        "resume": QT_TRANSLATE_NOOP("cli", "go on after a pause"),
        "extend": QT_TRANSLATE_NOOP("cli", "plan more time, or less"),
        "stop": QT_TRANSLATE_NOOP("cli", "end the block"),
        "undo": QT_TRANSLATE_NOOP("cli", "take back the last change, or any other"),
    },
    QT_TRANSLATE_NOOP("cli", "What nobody saw"): {
        "answer": QT_TRANSLATE_NOOP("cli", "say what time away from the computer was"),
        "recover": QT_TRANSLATE_NOOP(
            "cli", "settle a block that ran on after a crash or a power cut"
        ),
        "idle": QT_TRANSLATE_NOOP("cli", "after how long without a key it is asked about"),
        "watch": QT_TRANSLATE_NOOP(
            "cli", "notice absence, locks and sleep (start does it by itself)"
        ),
    },
    QT_TRANSLATE_NOOP("cli", "The log"): {
        "list": QT_TRANSLATE_NOOP("cli", "blocks of a day, a week or any time"),
        "changes": QT_TRANSLATE_NOOP("cli", "who changed what and when"),
        "export": QT_TRANSLATE_NOOP("cli", "write blocks as .csv, .json or .ics"),
        "import": QT_TRANSLATE_NOOP("cli", "take over the log of another program"),
    },
    QT_TRANSLATE_NOOP("cli", "Corrections"): {
        "add": QT_TRANSLATE_NOOP("cli", "write down a block that is over"),
        "edit": QT_TRANSLATE_NOOP("cli", "change a block"),
        "gap": QT_TRANSLATE_NOOP("cli", "say that a part of a block was a pause or a break"),
        "split": QT_TRANSLATE_NOOP("cli", "make two blocks out of one"),
        "merge": QT_TRANSLATE_NOOP("cli", "make one block out of several"),
        "delete": QT_TRANSLATE_NOOP("cli", "remove a block"),
        "interruption": QT_TRANSLATE_NOOP("cli", "write down, change or remove an interruption"),
    },
}

_EXAMPLE = """\
  workspace-assistant focus start "Refund queue" --channel chat --for 50m
  workspace-assistant focus interrupt family --note parcel --next "reply to case 4711"
  workspace-assistant focus back
  workspace-assistant focus stop
  workspace-assistant focus list
"""


def overview() -> str:
    explained = worded(
        "Each action explains itself: {command}", command="workspace-assistant focus start --help"
    )
    return "\n".join([*map(_group, GROUPS), worded("Example:"), _EXAMPLE, explained, ""])


def _group(title: str) -> str:
    lines = (f"  {name:<{_WIDTH}}{worded(about)}" for name, about in GROUPS[title].items())
    return "\n".join([worded("{title}:", title=worded(title)), *lines, ""])
