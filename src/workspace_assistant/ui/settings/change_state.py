"""What the person changed last, in words. Plain Python."""

from __future__ import annotations

from workspace_assistant.core.phrases import spoken
from workspace_assistant.core.settings.catalog import SETTINGS
from workspace_assistant.core.settings.model import Section
from workspace_assistant.core.settings.texts import SECTIONS
from workspace_assistant.core.settings.written import written
from workspace_assistant.ui.settings import texts
from workspace_assistant.ui.settings.situation import Change, Seen
from workspace_assistant.ui.wording.wording import Wording


def change_words(change: Change, seen: Seen, wording: Wording) -> str:
    say = wording.say
    if change.part in {*Section}:
        return say(texts.CHANGE_MANY, name=say(SECTIONS[Section(change.part)]))
    if change.part:
        return say(texts.CHANGE_ALL)
    setting = SETTINGS[next(iter(change.after))]
    before, now = (
        written(setting, text or seen.usual(setting), say)
        for text in (change.before[setting.key], change.after[setting.key])
    )
    return say(texts.CHANGE_ONE, name=spoken(say, setting.title), before=before, now=now)
