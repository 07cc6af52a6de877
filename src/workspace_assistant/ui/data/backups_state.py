"""The list of backups, and what restoring one would bring, as the page shows them. Plain Python."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workspace_assistant.core.data_keeping.model import (
    Backup,
    BackupReason,
    Difference,
    Preview,
)
from workspace_assistant.core.data_keeping.texts import KIND_WORDS
from workspace_assistant.core.joining import joined
from workspace_assistant.ui.data import keep_texts, texts
from workspace_assistant.ui.data.situation import CANCELLABLE, Act, Seen, Situation
from workspace_assistant.ui.data.sizes import size_words
from workspace_assistant.ui.theme.colors import Tone
from workspace_assistant.ui.verdict_look import Look
from workspace_assistant.ui.wording.names import listed
from workspace_assistant.ui.wording.wording import Wording

FEW = 5
VERIFIED = Look(Tone.OK, "check", texts.VERIFIED)
BARE = Look(Tone.UNTESTED, "dash", texts.BARE_COPY)
BROKEN = Look(Tone.BAD, "cross", texts.BACKUP_UNREADABLE)
_BUSY = {
    Act.BACK_UP: texts.BACKING_UP,
    Act.LOOK_INSIDE: texts.LOOKING_INSIDE,
    Act.RESTORE: texts.RESTORING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    path: str
    look: Look
    state: str
    when: str
    detail: str
    told: str  # what its button does, for who hears it alone


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewState:
    """What a restore would bring; `lines` in the order in which they are read."""

    title: str
    lines: tuple[str, ...]
    loses: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupsState:
    """Attributes: `more` says how to see the rest, or fewer; empty where all are shown."""

    rows: tuple[BackupState, ...]
    empty: str
    more: str
    elsewhere: str
    busy: str
    can_cancel: bool
    preview: PreviewState | None
    asks_anew: bool


def backups_state(
    situation: Situation, wording: Wording, *, is_published: bool = False
) -> BackupsState | None:
    """None until they were looked at. *is_published*: a restore ends that."""
    seen = situation.seen
    if seen is None:
        return None
    shown = seen.backups if situation.shows_all_backups else seen.backups[:FEW]
    busy = busy_words(situation, wording)
    return BackupsState(
        rows=tuple(_row(one, wording) for one in shown),
        empty="" if seen.backups else wording.say(texts.NO_BACKUPS),
        more=_more(seen, situation, wording),
        elsewhere=_elsewhere(seen, wording),
        busy=busy,
        can_cancel=bool(busy) and situation.act in CANCELLABLE,
        preview=_preview(situation.preview, wording, is_published=is_published),
        asks_anew=situation.is_restored,
    )


def busy_words(situation: Situation, wording: Wording) -> str:
    """What goes on with backups just now; empty for nothing."""
    act = situation.act
    return wording.say(_BUSY[act]) if act in _BUSY else ""


def _preview(
    preview: Preview | None, wording: Wording, *, is_published: bool
) -> PreviewState | None:
    if preview is None:
        return None
    ends = (wording.say(texts.ENDS_PUBLISHING),) if is_published else ()
    return PreviewState(
        title=_title(preview, wording),
        lines=(*_lines(preview, wording), *ends),
        loses=not preview.loses_nothing,
    )


def _row(backup: Backup, wording: Wording) -> BackupState:
    look = _look(backup)
    when = _when(backup, wording)
    state = wording.say(look.word)
    return BackupState(
        path=backup.path,
        look=look,
        state=state,
        when=when,
        detail=wording.say(
            texts.BACKUP_DETAIL,
            reason=wording.say(texts.REASONS[backup.reason]),
            size=size_words(backup.size_bytes, wording),
            state=state,
        ),
        told=wording.say(texts.LOOK_INSIDE_OF, when=when),
    )


def _look(backup: Backup) -> Look:
    if backup.reason is BackupReason.BEFORE_UPDATE:
        return BARE
    return BROKEN if backup.manifest is None else VERIFIED


def _when(backup: Backup, wording: Wording) -> str:
    date, clock = wording.short_date(backup.made_at), wording.clock(backup.made_at)
    return wording.say(texts.BACKUP_WHEN, date=date, clock=clock)


def _more(seen: Seen, situation: Situation, wording: Wording) -> str:
    count = len(seen.backups)
    if count <= FEW:
        return ""
    if situation.shows_all_backups:
        return wording.say(texts.SHOW_FEW)
    return wording.say(texts.SHOW_ALL, count=str(count))


def _elsewhere(seen: Seen, wording: Wording) -> str:
    paths = seen.place.elsewhere
    return wording.say(texts.ELSEWHERE_TITLE, paths=joined(paths, wording.say)) if paths else ""


def _title(preview: Preview, wording: Wording) -> str:
    at = preview.made_at
    if at is None or preview.files is None:
        return wording.say(texts.PREVIEW_TITLE_BARE)
    date, clock = wording.short_date(at), wording.clock(at)
    when = wording.say(texts.BACKUP_WHEN, date=date, clock=clock)
    return wording.say(texts.PREVIEW_TITLE, when=when)


def _lines(preview: Preview, wording: Wording) -> Iterator[str]:
    say = wording.say
    yield _holds(preview, wording)
    yield say(texts.LEAVES_FILES if preview.files is None else texts.BRINGS_FILES)
    if preview.damage:
        yield say(texts.NOT_COMPARED)
    elif preview.loses_nothing:
        yield say(texts.LOSES_NOTHING)
    else:
        yield from (_loss(one, wording) for one in preview.differences if one.lost or one.changed)
    if not preview.damage:
        yield say(texts.SAFETY_FIRST)


def _holds(preview: Preview, wording: Wording) -> str:
    kinds = tuple(
        wording.say(texts.HELD_KIND, kind=wording.say(KIND_WORDS[one.kind]), rows=f"{one.rows:,}")
        for one in preview.contents.kinds
        if one.rows
    )
    if not kinds:
        return wording.say(texts.HOLDS_NOTHING)
    return wording.say(texts.HOLDS, kinds=listed(kinds, wording))


def _loss(one: Difference, wording: Wording) -> str:
    sentence = texts.GONE if not one.changed else texts.GONE_AND_CHANGED
    return wording.say(
        sentence if one.lost else texts.CHANGED,
        kind=wording.say(keep_texts.KINDS[one.kind]),
        rows=f"{one.rows:,}",
        rows_then=f"{one.rows_then:,}",
        lost=f"{one.lost:,}",
        changed=f"{one.changed:,}",
    )
