"""What `focus --help` shows: the commands by what they are for, and a day as an example."""

from __future__ import annotations

_WIDTH = 14

GROUPS: dict[str, dict[str, str]] = {
    "Now": {
        "start": "begin a block: a name, a channel, a length or none",
        "status": "what runs, how long, what is left (the same as no action)",
        "interrupt": "log what interrupts; the block's clock goes on",
        "back": "the interruption is over",
        "pause": "stop the block's clock for a while, or for a break",
        "resume": "go on after a pause",
        "extend": "plan more time, or less",
        "stop": "end the block",
        "undo": "take back the last change, or any other",
    },
    "What nobody saw": {
        "answer": "say what time away from the computer was",
        "recover": "settle a block that ran on after a crash or a power cut",
        "idle": "after how long without a key it is asked about",
        "watch": "notice absence, locks and sleep (start does it by itself)",
    },
    "The log": {
        "list": "blocks of a day, a week or any time",
        "changes": "who changed what and when",
        "export": "write blocks as .csv, .json or .ics",
        "import": "take over the log of another program",
    },
    "Corrections": {
        "add": "write down a block that is over",
        "edit": "change a block",
        "gap": "say that a part of a block was a pause or a break",
        "split": "make two blocks out of one",
        "merge": "make one block out of several",
        "delete": "remove a block",
        "interruption": "write down, change or remove an interruption",
    },
}

_EXAMPLE = """\
Example:
  workspace-assistant focus start "Refund queue" --channel chat --for 50m
  workspace-assistant focus interrupt family --note parcel --next "reply to case 4711"
  workspace-assistant focus back
  workspace-assistant focus stop
  workspace-assistant focus list

Each action explains itself: workspace-assistant focus start --help
"""


def overview() -> str:
    return "\n".join([*map(_group, GROUPS), _EXAMPLE])


def _group(title: str) -> str:
    lines = (f"  {name:<{_WIDTH}}{about}" for name, about in GROUPS[title].items())
    return "\n".join([f"{title}:", *lines, ""])
