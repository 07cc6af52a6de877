"""How `settings list` tells a setting: what it is now, what it may be, and what it is for."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from workspace_assistant.cli.language import worded
from workspace_assistant.core.settings import texts
from workspace_assistant.core.settings.managed import LOCKED, SET_BY_ORGANIZATION
from workspace_assistant.core.settings.model import Kind, Section, Setting
from workspace_assistant.core.settings.written import written, written_number

if TYPE_CHECKING:
    from workspace_assistant.core.settings.managed import Managed

_WIDTH = 80
SCHEMA = "workspace-assistant/settings/1"


def heading(section: Section, *, is_first: bool) -> str:
    title = worded(texts.SECTIONS[section])
    return title if is_first else f"\n{title}"


def setting_lines(setting: Setting, kept: Mapping[str, str], managed: Managed) -> Iterator[str]:
    """Its name and value, then what it may be, then what it is for."""
    text = kept.get(setting.key, "")
    value = written(setting, text, worded)
    yield f"  {setting.key} = {_marked(setting, text, value, managed)}"
    told = f"{worded(setting.title)}. {worded(setting.explanation)}"
    if bounds := bounds_text(setting):
        told = f"{told} {bounds}"
    yield from textwrap.wrap(told, _WIDTH, initial_indent="    ", subsequent_indent="    ")


def locked_lines(shown: Sequence[Setting], managed: Managed) -> Iterator[str]:
    """What the organization set beside them, such as the profile and a collector."""
    known = {one.key for one in shown}
    for name in managed.lock:
        if name not in known:
            yield worded(LOCKED, name=name, place=managed.place)


def bounds_text(setting: Setting) -> str:
    """What may be written for it; nothing where anything may."""
    if setting.kind in {Kind.CHOICE, Kind.SEVERAL}:
        known = ", ".join(one.value for one in setting.choices)
        if setting.kind is Kind.CHOICE:
            return worded("One of {known}.", known=known)
        return worded("One or more of {known}, with commas between.", known=known)
    if setting.low is None or setting.high is None:
        return ""
    least, most = (written_number(setting, one) for one in (setting.low, setting.high))
    others = ", ".join(one.value for one in setting.choices)
    if others:
        return worded("From {least} to {most}, or {others}.", least=least, most=most, others=others)
    return worded("From {least} to {most}.", least=least, most=most)


def document(
    settings: Sequence[Setting], kept: Mapping[str, str], managed: Managed
) -> dict[str, object]:
    """Values as the file keeps them, as texts."""
    return {
        "schema": SCHEMA,
        "settings": [
            {
                "name": one.key,
                "value": kept.get(one.key) or one.default,
                "default": one.default,
                "section": one.section.value,
                "kind": one.kind.value,
                "locked": one.key in managed.lock,
            }
            for one in settings
        ],
    }


def _marked(setting: Setting, text: str, value: str, managed: Managed) -> str:
    if setting.key in managed.lock:
        return f"{value}  ({worded(SET_BY_ORGANIZATION)})"
    if text and text != managed.preset.get(setting.key, setting.default):
        return f"{value}  ({worded('changed')})"
    return value
