"""What the page Your data shows first, and which of its parts are there. Plain Python."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from workspace_assistant.core.publishing.model import Consent
from workspace_assistant.ui.data import texts
from workspace_assistant.ui.data.backups_state import busy_words
from workspace_assistant.ui.data.situation import Act, Card, Remark, Seen, Situation
from workspace_assistant.ui.data.sizes import size_words
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.verdict_look import EARLIER, Look
from workspace_assistant.ui.wording.wording import Wording

SAFE = Look(Tone.OK, "check", texts.SAFE_WORD)
NO_BACKUP = Look(Tone.ACCENT, "note", texts.NO_BACKUP_WORD)
DAMAGED = Look(Tone.BAD, "cross", texts.DAMAGED_WORD)
UNREADABLE = Look(Tone.BAD, "cross", texts.UNREADABLE_WORD)


class HeroAct:
    """What the one button does."""

    NONE = ""
    BACK_UP = "back-up"
    LOOK_INSIDE = "look-inside"
    TRY_AGAIN = "try-again"
    ENTER_KEY = "enter-key"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeroState:
    look: Look
    headline: str
    sentence: str = ""
    button: str = ""
    act: str = HeroAct.NONE
    can_act: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceState:
    path: str
    sizes: str
    entries: str
    remark: Remark | None


def hero_state(situation: Situation, consent: Consent | None, wording: Wording) -> HeroState:
    """*consent* is that to publish, None while nothing is published."""
    say, seen = wording.say, situation.seen
    if seen is None and not situation.trouble:
        return HeroState(look=EARLIER, headline=say(texts.READING))
    if seen is None or situation.trouble:
        return _unreadable(situation.trouble, wording)
    if seen.is_damaged:
        return _damaged(seen, situation, wording)
    if seen.is_locked:
        return _locked(seen, wording)
    if seen.contents is None:
        return _unreadable(seen.trouble, wording)
    return HeroState(
        look=SAFE if seen.backups else NO_BACKUP,
        headline=_last_backup(seen, wording),
        sentence=busy_words(situation, wording) or _who_has_it(consent, wording),
        button=say(texts.BACK_UP_NOW),
        act=HeroAct.BACK_UP,
        can_act=situation.act is None,
    )


def place_state(situation: Situation, wording: Wording) -> PlaceState | None:
    """None until it is known."""
    seen = situation.seen
    if seen is None:
        return None
    return PlaceState(
        path=seen.place.data_dir,
        sizes=wording.say(
            texts.SIZES,
            database=size_words(seen.place.database_bytes, wording),
            backups=size_words(seen.place.backups_bytes, wording),
        ),
        entries=_entries(seen, wording),
        remark=situation.remarks.get(Card.PLACE),
    )


def export_busy(situation: Situation, wording: Wording) -> str:
    """What the export does just now; empty for nothing."""
    return wording.say(texts.EXPORTING) if situation.act is Act.EXPORT else ""


def place_of(url: str) -> str:
    """The host of a collector, which people know it by."""
    return urlsplit(url).netloc


def news(before: Situation, after: Situation) -> Card | None:
    """The card in which something new is told: it is shown, and a screen reader says it."""
    new = (card for card, one in after.remarks.items() if before.remarks.get(card) != one)
    return next(new, None)


def _unreadable(reason: str, wording: Wording) -> HeroState:
    return HeroState(
        look=UNREADABLE,
        headline=wording.say(texts.UNREADABLE),
        sentence=reason,
        button=wording.say(texts.TRY_AGAIN),
        act=HeroAct.TRY_AGAIN,
    )


def _locked(seen: Seen, wording: Wording) -> HeroState:
    return HeroState(
        look=UNREADABLE,
        headline=wording.say(texts.LOCKED),
        sentence=seen.trouble,
        button=wording.say(texts.ENTER_KEY),
        act=HeroAct.ENTER_KEY,
    )


def _damaged(seen: Seen, situation: Situation, wording: Wording) -> HeroState:
    say = wording.say
    if not seen.newest_good:
        return HeroState(look=DAMAGED, headline=say(texts.DAMAGED), sentence=say(texts.NO_GOOD))
    return HeroState(
        look=DAMAGED,
        headline=say(texts.DAMAGED),
        sentence=busy_words(situation, wording) or say(texts.NEWEST_GOOD, name=seen.newest_good),
        button=say(texts.LOOK_AT_BACKUP),
        act=HeroAct.LOOK_INSIDE,
        can_act=situation.act is None,
    )


def _last_backup(seen: Seen, wording: Wording) -> str:
    if not seen.backups:
        return wording.say(texts.NO_BACKUP)
    at = seen.backups[0].made_at
    date, clock = wording.short_date(at), wording.clock(at)
    return wording.say(texts.LAST_BACKUP, date=date, clock=clock)


def _who_has_it(consent: Consent | None, wording: Wording) -> str:
    if consent is None:
        return wording.say(texts.HELD_BY_YOU)
    return wording.say(texts.PUBLISHED, host=place_of(consent.url))


def _entries(seen: Seen, wording: Wording) -> str:
    if seen.contents is None:
        return ""
    count = sum(one.rows for one in seen.contents.kinds)
    return wording.say(texts.ENTRY if count == 1 else texts.ENTRIES, count=f"{count:,}")
