"""Everything that can be done with shifts and their sources, each with its way back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.preshift.model import PreshiftSettings
from workspace_assistant.core.schedule.model import AutostartState, TimerState
from workspace_assistant.core.shifts.drafts import PatternDraft, ShiftDraft, ShiftEdit
from workspace_assistant.core.shifts.feed_trouble import trouble_told
from workspace_assistant.core.shifts.model import Shift, SourceKind
from workspace_assistant.core.shifts.service import ShiftService
from workspace_assistant.core.shifts.source_service import Refreshed, RemovedSource
from workspace_assistant.ui.shifts import texts
from workspace_assistant.ui.shifts.jobs import look_at_system
from workspace_assistant.ui.shifts.session import Act, ShiftsSession
from workspace_assistant.ui.shifts.situation import Looking, System
from workspace_assistant.ui.wording.wording import Wording

Refused = Callable[[str], None]
Undo = Callable[[JobContext], object]


class ShiftActs:
    def __init__(self, session: ShiftsSession, wording: Wording) -> None:
        self._session = session
        self._wording = wording

    @property
    def _shifts(self) -> ShiftService:
        return self._session.services.shifts

    def add(self, draft: ShiftDraft, refused: Refused) -> None:
        shifts = self._shifts

        def added(shift: Shift) -> None:
            self._close_and_offer(texts.ADDED, lambda _: shifts.remove(shift.id))

        self._session.do(Act(call=lambda _: shifts.add(draft), after=added, refused=refused))

    def edit(self, shift: Shift, edit: ShiftEdit, refused: Refused) -> None:
        shifts = self._shifts

        def edited(after: Shift) -> None:
            self._close_and_offer(texts.CHANGED, partial(_take_edit_back, shifts, shift, after))

        self._session.do(
            Act(call=lambda _: shifts.edit(shift.id, edit), after=edited, refused=refused)
        )

    def remove(self, shift: Shift, *, is_by_hand: bool) -> None:
        """One by hand is gone, and undoing writes it down again; others are only hidden."""
        shifts = self._shifts

        def restore(_ctx: JobContext) -> Shift:
            return shifts.add(_draft_of(shift)) if is_by_hand else shifts.restore(shift.id)

        self._session.do(
            Act(
                call=lambda _: shifts.remove(shift.id),
                after=lambda _: self._close_and_offer(texts.REMOVED, restore),
            )
        )

    def put_back(self, shift_id: str) -> None:
        """One that was taken off."""
        shifts = self._shifts
        self._session.do(
            Act(
                call=lambda _: shifts.restore(shift_id),
                after=lambda _: self._tell(texts.WAS_PUT_BACK),
            )
        )

    def add_pattern(self, draft: PatternDraft, replaced: str, refused: Refused) -> None:
        """Keep a weekly pattern; in place of that of the source *replaced*, if there is one."""
        sources = self._shifts.sources

        def keep(_ctx: JobContext) -> Refreshed:
            if replaced:
                return sources.change_pattern(replaced, draft)
            return sources.add_pattern(draft)

        after = self._tell_changed if replaced else self.tell_kept
        self._session.do(Act(call=keep, after=after, refused=refused))

    def refresh(self, source_id: str) -> None:
        """Fetch a subscription now."""
        session, sources = self._session, self._shifts.sources
        session.set_aside(refreshing=session.situation.refreshing | {source_id})

        def over() -> None:
            session.set_aside(refreshing=session.situation.refreshing - {source_id})

        def refreshed(found: tuple[Refreshed, ...]) -> None:
            over()
            self._tell_refreshed(found)

        def refused(sentence: str) -> None:
            over()
            session.warn(sentence)

        session.do(
            Act(
                call=lambda ctx: sources.refresh(source_id, ctx, by_hand=True),
                after=refreshed,
                refused=refused,
                may_wait=True,
            )
        )

    def remove_source(self, source_id: str) -> None:
        sources = self._shifts.sources
        self._session.set_aside(removing="")
        self._session.do(
            Act(
                call=lambda ctx: sources.remove(source_id, ctx),
                after=self._tell_removed,
                may_wait=True,
            )
        )

    def note_news(self) -> None:
        """What changed was seen here: nobody needs to be told again."""
        sources, seen = self._shifts.sources, self._session.situation.seen
        news = seen.news if seen else ()
        self._session.do(Act(call=lambda _: sources.mark_announced(news)))

    def choose(self, settings: PreshiftSettings) -> None:
        """Another time for the check before a shift; shown at once, and kept."""
        session = self._session
        if session.situation.seen is not None:
            session.set_aside(seen=replace(session.situation.seen, settings=settings))
        session.do(Act(call=lambda _: session.services.change_settings(settings)))

    def watch_line(self, *, is_on: bool) -> None:
        """Whether the line is watched during shifts; shown at once, and kept."""
        session = self._session
        if session.situation.seen is not None:
            session.set_aside(seen=replace(session.situation.seen, watches_line=is_on))
        session.do(Act(call=lambda _: session.services.watch_line(is_on)))

    def choose_idle(self, seconds: float) -> None:
        """After how long without a key a focus block asks; shown at once, and kept."""
        session = self._session
        if session.situation.seen is not None:
            session.set_aside(seen=replace(session.situation.seen, idle_s=seconds))
        session.do(Act(call=lambda _: session.services.keep_idle_s(seconds)))

    def switch_timer(self, *, is_on: bool) -> None:
        schedule = self._session.services.schedule
        self._switch(schedule.install if is_on else schedule.remove)

    def switch_autostart(self, *, is_on: bool) -> None:
        schedule = self._session.services.schedule
        self._switch(lambda: schedule.turn_autostart(is_on=is_on))

    def tell_kept(self, kept: Refreshed) -> None:
        """A source is kept: its form closes."""
        self._session.set_aside(adding=None, changing="", looking=Looking())
        count = len(kept.changes)
        said = texts.KEPT_ONE if count == 1 else texts.KEPT_MANY
        self._tell(said, name=kept.source.name, count=str(count))

    def tell_read_otherwise(self, changed: Refreshed) -> None:
        """Other events of a subscription are shifts: its form closes."""
        self._session.set_aside(adding=None, changing="", looking=Looking())
        self._tell(texts.EVENTS_CHANGED, name=changed.source.name)

    def _tell_changed(self, changed: Refreshed) -> None:
        self._session.set_aside(adding=None, changing="")
        self._tell(texts.PATTERN_CHANGED, name=changed.source.name)

    def _switch(self, call: Callable[[], TimerState | AutostartState]) -> None:
        """Whatever came of it, the system is asked how it stands: it forgets why an act failed."""
        session = self._session
        session.set_aside(is_switching=True)

        def switch(ctx: JobContext) -> System:
            done = call()
            system = look_at_system(session.services, ctx)
            if isinstance(done, TimerState) and done.trouble:
                return replace(system, timer=done)
            return system

        def refused(sentence: str) -> None:
            session.set_aside(is_switching=False)
            session.warn(sentence)
            session.look_at_system()

        session.do(
            Act(
                call=switch,
                after=lambda system: session.set_aside(is_switching=False, system=system),
                refused=refused,
                may_wait=True,
            )
        )

    def _close_and_offer(self, said: str, undo: Undo) -> None:
        self._session.set_aside(editing=None)
        self._session.offer(self._wording.say(said), undo)

    def _tell_refreshed(self, refreshed: tuple[Refreshed, ...]) -> None:
        for one in refreshed:
            if one.is_done:
                count = len(one.changes)
                said = {0: texts.REFRESHED_NOTHING, 1: texts.REFRESHED_ONE}
                self._tell(said.get(count, texts.REFRESHED_MANY), count=str(count))
            else:
                name, reason = one.source.name, trouble_told(one.state, self._wording.say)
                self._session.warn(self._wording.say(texts.NOT_REFRESHED, name=name, reason=reason))

    def _tell_removed(self, removed: RemovedSource) -> None:
        said = self._wording.say(texts.SOURCE_REMOVED, name=removed.source.name)
        self._session.told.emit(" ".join(filter(None, (said, removed.remark))))

    def _tell(self, sentence: str, **parts: str) -> None:
        self._session.told.emit(self._wording.say(sentence, **parts))


def is_by_hand(shift: Shift, session: ShiftsSession) -> bool:
    """Whether it was written down by hand: then there is no source to bring it back."""
    seen = session.situation.seen
    views = seen.sources if seen else ()
    kinds = {view.source.id: view.source.kind for view in views}
    return kinds.get(shift.source_id, SourceKind.HAND) is SourceKind.HAND


def _take_edit_back(shifts: ShiftService, before: Shift, after: Shift, _ctx: JobContext, /) -> None:
    """Of a shift by hand, or of one that was written down by hand in its place."""
    if before.id == after.id:
        shifts.edit(after.id, _edit_of(before))
    else:
        shifts.remove(after.id)
        shifts.restore(before.id)


def _draft_of(shift: Shift) -> ShiftDraft:
    return ShiftDraft(
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        name=shift.name,
        place=shift.place,
        breaks=shift.breaks,
    )


def _edit_of(shift: Shift) -> ShiftEdit:
    return ShiftEdit(
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        name=shift.name,
        place=shift.place,
        breaks=shift.breaks,
    )
