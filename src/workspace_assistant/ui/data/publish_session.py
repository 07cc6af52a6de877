"""What the window does about publishing: shows, asks, agrees, sends, and ends it."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.jobs import JobContext
from workspace_assistant.core.publishing.model import Consent, Delivery, Group, Preview, Status
from workspace_assistant.core.publishing.ports import TokenError
from workspace_assistant.ui.data import publish_texts as texts
from workspace_assistant.ui.data import texts as data_texts
from workspace_assistant.ui.data.jobs import Done, act, said
from workspace_assistant.ui.data.publish_situation import PublishAct, PublishSituation
from workspace_assistant.ui.data.publish_state import offer_of, sent_words
from workspace_assistant.ui.data.situation import Remark
from workspace_assistant.ui.data.view_state import place_of
from workspace_assistant.ui.feature_services import PublishingServices
from workspace_assistant.ui.job_runner import JobRunner
from workspace_assistant.ui.wording.wording import Wording

log = logging.getLogger(__name__)

ResultT = TypeVar("ResultT")


class PublishSession(QObject):
    """Signals carry no state: whoever listens reads `situation`. A token is never kept here."""

    changed = Signal()

    def __init__(
        self, services: PublishingServices, runner: JobRunner, wording: Wording, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._wording = wording
        self._is_looking = False
        self._running: JobContext | None = None
        self.situation = PublishSituation()

    @property
    def is_settled(self) -> bool:
        """Nothing is on its way."""
        return not self._is_looking and self.situation.act is None

    @Slot()
    def look(self) -> None:
        if self._is_looking:
            return
        self._is_looking = True
        self._runner.start(
            partial(act, lambda _: self._services.status(), self._wording),
            owner=self,
            done=self._on_looked,
            failed=self._on_look_failed,
        )

    @Slot()
    def cancel(self) -> None:
        if self._running is not None:
            self._running.cancel()

    @Slot()
    def open_form(self) -> None:
        self._set(is_form_open=True, preview=None, offer=None, remark=None, asks_off=False)

    @Slot()
    def close_form(self) -> None:
        self._set(is_form_open=False, preview=None, offer=None, remark=None)

    @Slot()
    def drop_offer(self) -> None:
        """Something of it was changed: what was shown is no longer what would be agreed to."""
        if self.situation.offer is not None:
            self._set(preview=None, offer=None)

    def show_offer(self, url: str, groups: frozenset[Group]) -> None:
        """Exactly what would be sent, to be agreed to."""
        try:
            offer = offer_of(url, groups)
        except RefusedError as error:
            self._remark(said(error, self._wording), is_bad=True)
            return
        self._set(preview=None, offer=offer)
        self._do(
            PublishAct.LOOK, lambda _: self._services.preview(offer.groups), self._on_previewed
        )

    @Slot()
    def toggle_sent(self) -> None:
        """Exactly what is sent, by what was agreed to."""
        if self.situation.preview is not None:
            self._set(preview=None, offer=None)
        else:
            self._do(PublishAct.LOOK, lambda _: self._services.preview(None), self._on_previewed)

    def agree(self, token: str) -> None:
        """To what was shown."""
        offer, preview = self.situation.offer, self.situation.preview
        if offer is not None and preview is not None and preview.drafts:
            self._do(
                PublishAct.AGREE,
                lambda ctx: self._services.agree(offer.url, offer.groups, token, ctx),
                self._on_agreed,
            )

    @Slot()
    def send(self) -> None:
        self._do(PublishAct.SEND, self._services.send, self._on_sent)

    @Slot()
    def ask_off(self) -> None:
        self._set(asks_off=True, remark=None)

    @Slot()
    def stay_on(self) -> None:
        self._set(asks_off=False)

    @Slot()
    def withdraw(self) -> None:
        self._do(
            PublishAct.WITHDRAW,
            partial(_withdrawn, self._services, self._wording),
            self._on_withdrawn,
        )

    def _do(
        self,
        what: PublishAct,
        call: Callable[[JobContext], ResultT],
        after: Callable[[ResultT], None],
    ) -> None:
        if self.situation.act is not None:
            return
        self._set(act=what, remark=None)
        self._running = self._runner.start(
            partial(act, call, self._wording),
            owner=self,
            done=partial(self._on_done, after),
            failed=self._on_failed,
            cancelled=self._on_cancelled,
        )

    def _on_done(self, after: Callable[[ResultT], None], done: Done[ResultT]) -> None:
        self._end()
        if done.trouble:
            self._remark(done.trouble, is_bad=True)
        else:
            after(done.result)  # type: ignore[arg-type]  # without a trouble there is a result
        self.look()

    def _on_failed(self, error: Exception) -> None:
        log.error("publishing broke", exc_info=error)
        self._end()
        self._remark(self._wording.say(data_texts.FAULT), is_bad=True)
        self.look()

    def _on_cancelled(self) -> None:
        self._end()
        self._remark(self._wording.say(data_texts.CANCELLED))
        self.look()

    def _end(self) -> None:
        self._running = None
        self._set(act=None)

    def _on_previewed(self, preview: Preview) -> None:
        self._set(preview=preview)

    def _on_agreed(self, done: tuple[Consent, int]) -> None:
        consent, _ = done
        self._set(is_form_open=False, preview=None, offer=None)
        self._remark(self._wording.say(texts.AGREED, place=place_of(consent.url)))

    def _on_sent(self, delivery: Delivery) -> None:
        self._set(remark=sent_words(delivery, self._wording))

    def _on_withdrawn(self, trouble: str) -> None:
        say = self._wording.say
        self._set(asks_off=False, preview=None, offer=None, is_form_open=False)
        if trouble:
            self._remark(say(texts.TOKEN_STAYS, reason=trouble), is_bad=True)
        else:
            self._remark(say(texts.TURNED_OFF))

    def _on_looked(self, found: Done[Status]) -> None:
        self._is_looking = False
        if found.result is not None:
            self._set(status=found.result, trouble="")
        else:
            self._set(trouble=found.trouble)

    def _on_look_failed(self, error: Exception) -> None:
        log.error("publishing could not be looked at", exc_info=error)
        self._is_looking = False
        self._set(trouble=self._wording.say(texts.UNREADABLE))

    def _remark(self, sentence: str, *, is_bad: bool = False) -> None:
        self._set(remark=Remark(sentence=sentence, is_bad=is_bad))

    def _set(self, **changes: object) -> None:
        changed = replace(self.situation, **changes)  # type: ignore[arg-type]  # fields by name
        if changed != self.situation:
            self.situation = changed
            self.changed.emit()


def _withdrawn(services: PublishingServices, wording: Wording, ctx: JobContext) -> str:
    """Why the token is still in the keyring; nothing is published either way."""
    try:
        services.withdraw(ctx)
    except TokenError as error:
        return said(error, wording)
    return ""
