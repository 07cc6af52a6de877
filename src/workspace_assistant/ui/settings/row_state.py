"""One setting as a row of the page. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.phrases import spoken
from workspace_assistant.core.settings.catalog import SETTINGS
from workspace_assistant.core.settings.managed import SET_BY_ORGANIZATION
from workspace_assistant.core.settings.model import Kind, Section, Setting
from workspace_assistant.core.settings.written import written, written_number
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.settings import texts
from workspace_assistant.ui.settings.situation import Seen, Situation
from workspace_assistant.ui.wording.wording import Wording

_SELDOM = ("week.target.", "keep-")
_NOUGHT = "0"
_FIELDS = {Kind.NUMBER, Kind.LENGTH, Kind.TIME, Kind.TEXT}


@dataclass(frozen=True, slots=True, kw_only=True)
class RowState:
    """One row.

    Attributes:
        kind: how it is chosen; None for what is only shown.
        value: as it is kept, or counts where nothing is.
        shown: the same as people write it; of a field what stands in it.
        options: what a choice is made of: values with what they say.
        hint: what an empty field stands for.
        mark: what it would be without the person's change; empty for what was not changed.
        mistake: why what was typed is not kept; the value of before counts.
        locked: by whom; empty for what the person may change.
        page, page_text: where it is changed, and the button that leads there.
        is_seldom: shown when asked for.
    """

    key: str
    title: str
    explanation: str = ""
    words: str = ""
    kind: Kind | None = None
    value: str = ""
    shown: str = ""
    options: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    mark: str = ""
    mistake: str = ""
    locked: str = ""
    page: PageName | None = None
    page_text: str = ""
    is_seldom: bool = False

    @property
    def can_reset(self) -> bool:
        return bool(self.mark) and self.page is None

    @property
    def searched(self) -> str:
        """All that a search looks at."""
        return f"{self.key} {self.title} {self.explanation} {self.words} {self.shown}".casefold()


def setting_rows(
    section: Section, situation: Situation, seen: Seen, wording: Wording
) -> tuple[RowState, ...]:
    return tuple(
        _row(one, situation, seen, wording) for one in SETTINGS.values() if one.section is section
    )


def _row(setting: Setting, situation: Situation, seen: Seen, wording: Wording) -> RowState:
    say, key = wording.say, setting.key
    value = seen.value(setting)
    mistake = situation.mistakes.get(key)
    is_age = setting.kind is Kind.AGE  # what is older goes for good: that is asked about elsewhere
    shown = written(setting, value, say)
    if setting.kind in _FIELDS:
        shown = mistake.typed if mistake else shown if value else ""
    return RowState(
        key=key,
        title=spoken(say, setting.title),
        explanation=_explanation(setting, wording),
        words=f"{say(setting.words)} {_option_words(setting, wording)}",
        kind=None if is_age else setting.kind,
        value=value,
        shown=shown,
        options=_options(setting, seen, wording),
        hint=written(setting, seen.usual(setting), say),
        mark=_mark(setting, seen, wording),
        mistake=mistake.reason if mistake else "",
        locked=say(SET_BY_ORGANIZATION) if seen.is_locked(key) else "",
        page=PageName.DATA if is_age else None,
        page_text=say(texts.OPEN_DATA) if is_age else "",
        is_seldom=key.startswith(_SELDOM),
    )


def _explanation(setting: Setting, wording: Wording) -> str:
    say = wording.say
    if setting.kind is Kind.AGE:
        return say(texts.DATA_WHY)
    told = spoken(say, setting.explanation)
    if setting.low is None or setting.high is None:
        return told
    least, most = (written_number(setting, one) for one in (setting.low, setting.high))
    if not setting.choices:
        return f"{told} {say(texts.BOUNDS, least=least, most=most)}"
    word = setting.choices[0]
    other = spoken(say, word.title)
    if word.value == _NOUGHT:
        return f"{told} {say(texts.BOUNDS_OR_NOUGHT, most=most, other=other)}"
    return f"{told} {say(texts.BOUNDS_OR, least=least, most=most, other=other)}"


def _options(setting: Setting, seen: Seen, wording: Wording) -> tuple[tuple[str, str], ...]:
    if setting.kind not in {Kind.CHOICE, Kind.SEVERAL}:
        return ()
    say = wording.say
    unset = (("", spoken(say, setting.unset)),) if setting.unset else ()
    known = tuple((one.value, spoken(say, one.title)) for one in setting.choices)
    return (*unset, *known) if not seen.managed.preset.get(setting.key) else known


def _option_words(setting: Setting, wording: Wording) -> str:
    return " ".join(spoken(wording.say, one.title) for one in setting.choices)


def _mark(setting: Setting, seen: Seen, wording: Wording) -> str:
    if not seen.is_changed(setting):
        return ""
    sentence = texts.CHANGED
    if setting.key in seen.managed.preset:
        sentence = texts.CHANGED_PRESET
    return wording.say(sentence, usual=written(setting, seen.usual(setting), wording.say))
