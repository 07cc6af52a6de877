"""How long each kind of data is kept, as the page shows it. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass

from workspace_assistant.core.data_keeping.model import DataKind, KindCount
from workspace_assistant.core.data_keeping.retention import FOREVER, TIMED
from workspace_assistant.core.data_keeping.texts import ALWAYS_KEPT
from workspace_assistant.core.joining import joined
from workspace_assistant.ui.data import keep_texts as texts
from workspace_assistant.ui.data.situation import Act, Seen, Shortening, Situation
from workspace_assistant.ui.wording.wording import Wording

_OFFERED = (FOREVER, "1y", "2y", "5y")
_OFFERED_SHORT = (FOREVER, "30d", "90d", "1y")
_WORDS = {"d": texts.DAYS, "w": texts.WEEKS, "y": texts.YEARS}


@dataclass(frozen=True, slots=True, kw_only=True)
class KindState:
    """One kind. `ages` are offered as (value, words); none for what is always kept."""

    kind: DataKind
    name: str
    held: str
    reason: str = ""
    age: str = ""
    ages: tuple[tuple[str, str], ...] = ()
    choice: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeepState:
    """Attributes: `asked` is a question and what is known, before entries go."""

    summary: str
    is_open: bool
    kinds: tuple[KindState, ...]
    asked: tuple[str, str] | None
    busy: str


def keep_state(situation: Situation, wording: Wording) -> KeepState | None:
    """None where nothing of it can be known."""
    seen = situation.seen
    if seen is None or seen.contents is None:
        return None
    kinds = tuple(_kind(one, seen, wording) for one in _timed_first(seen.contents.kinds))
    return KeepState(
        summary=_summary(seen, wording),
        is_open=situation.shows_kinds,
        kinds=kinds if situation.shows_kinds else (),
        asked=_asked(situation.shortening, wording) if situation.shortening else None,
        busy=_busy(situation.act, wording),
    )


def kept_sentence(kind: DataKind, age: str, rows: int, wording: Wording) -> str:
    """What is told once it is kept so."""
    sentence = texts.TAKEN_OUT_ONE if rows == 1 else texts.TAKEN_OUT if rows else texts.KEPT
    name = wording.say(texts.KINDS[kind])
    return wording.say(sentence, kind=name, age=age_words(age, wording), count=f"{rows:,}")


def age_words(age: str, wording: Wording) -> str:
    """A time as it is kept (``2y``) in words."""
    if age == FOREVER:
        return wording.say(texts.ALWAYS)
    if age == "1y":
        return wording.say(texts.ONE_YEAR)
    return wording.say(_WORDS[age[-1]], count=age[:-1].strip())


def held_words(count: KindCount, wording: Wording) -> str:
    """How many there are, and of when."""
    if not count.rows:
        return wording.say(texts.NO_ENTRY)
    if count.earliest_at is None or count.latest_at is None:
        undated = texts.ONE_UNDATED if count.rows == 1 else texts.ENTRIES_UNDATED
        return wording.say(undated, count=f"{count.rows:,}")
    return wording.say(
        texts.ONE_ENTRY if count.rows == 1 else texts.ENTRIES,
        count=f"{count.rows:,}",
        first=wording.short_date(count.earliest_at),
        last=wording.short_date(count.latest_at),
    )


def _timed_first(kinds: tuple[KindCount, ...]) -> tuple[KindCount, ...]:
    return tuple(sorted(kinds, key=lambda one: one.kind not in TIMED))


def _kind(count: KindCount, seen: Seen, wording: Wording) -> KindState:
    name = wording.say(texts.KINDS[count.kind])
    held = held_words(count, wording)
    if count.kind not in TIMED:
        reason = wording.say(ALWAYS_KEPT[count.kind])
        told = wording.say(texts.ALWAYS_KEPT, reason=reason)
        return KindState(kind=count.kind, name=name, held=held, reason=told)
    age = seen.ages[count.kind]
    offered = _OFFERED_SHORT if count.kind is DataKind.LINE_MINUTES else _OFFERED
    ages = offered if age in offered else (*offered, age)
    return KindState(
        kind=count.kind,
        name=name,
        held=held,
        age=age,
        ages=tuple((one, age_words(one, wording)) for one in ages),
        choice=wording.say(texts.CHOICE, kind=name),
    )


def _summary(seen: Seen, wording: Wording) -> str:
    chosen = [
        wording.say(
            texts.CHOSEN_KIND, kind=wording.say(texts.KINDS[kind]), age=age_words(age, wording)
        )
        for kind, age in seen.ages.items()
        if age != FOREVER
    ]
    if not chosen:
        return wording.say(texts.NONE_CHOSEN)
    return wording.say(texts.SOME_CHOSEN, kinds=joined(chosen, wording.say))


def _asked(asked: Shortening, wording: Wording) -> tuple[str, str]:
    name, age = wording.say(texts.KINDS[asked.kind]), age_words(asked.age, wording)
    sentence = texts.ASK_ONE if asked.rows == 1 else texts.ASK
    return (
        wording.say(texts.ASK_TITLE, kind=name, age=age),
        wording.say(sentence, count=f"{asked.rows:,}"),
    )


def _busy(act: Act | None, wording: Wording) -> str:
    if act is Act.COUNT_OLDER:
        return wording.say(texts.COUNTING)
    return wording.say(texts.TAKING_OUT) if act is Act.TAKE_OUT else ""
