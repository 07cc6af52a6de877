"""The page Your data: where it lies, its copies, who else gets some of it, and its end."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workspace_assistant.core.data_keeping.model import DataKind
from workspace_assistant.core.publishing.model import Group
from workspace_assistant.ui.data import texts
from workspace_assistant.ui.data.backups_card import BackupsCard
from workspace_assistant.ui.data.backups_state import backups_state
from workspace_assistant.ui.data.card import DataCard
from workspace_assistant.ui.data.encryption_card import EncryptionCard
from workspace_assistant.ui.data.encryption_session import EncryptionSession
from workspace_assistant.ui.data.encryption_state import encryption_state
from workspace_assistant.ui.data.erase_card import EraseCard
from workspace_assistant.ui.data.erase_state import erase_state
from workspace_assistant.ui.data.export_card import ExportCard
from workspace_assistant.ui.data.keep_card import KeepCard
from workspace_assistant.ui.data.keep_state import keep_state
from workspace_assistant.ui.data.place_card import PlaceCard
from workspace_assistant.ui.data.publish_card import PublishCard
from workspace_assistant.ui.data.publish_session import PublishSession
from workspace_assistant.ui.data.publish_state import publish_state
from workspace_assistant.ui.data.session import DataSession
from workspace_assistant.ui.data.situation import Card, Situation
from workspace_assistant.ui.data.view_state import (
    HeroAct,
    HeroState,
    export_busy,
    hero_state,
    news,
    place_state,
)
from workspace_assistant.ui.overriding import override
from workspace_assistant.ui.theme.metrics import grid_px
from workspace_assistant.ui.widgets.hero import Hero
from workspace_assistant.ui.widgets.scroll_column import ScrollColumn
from workspace_assistant.ui.wording.wording import Wording


class DataPage(QWidget):
    def __init__(
        self,
        session: DataSession,
        encryption: EncryptionSession,
        publishing: PublishSession,
        wording: Wording,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.setProperty("part", "page")
        self._session = session
        self._encryption = encryption
        self._publishing = publishing
        self._wording = wording
        self._before = Situation()
        self._hero_act = HeroAct.NONE
        self._began: QWidget | None = None
        self._shown_soon: QWidget = self
        self._scroll_timer = QTimer(self)  # what was just laid open is shown once it has its size
        self._scroll_timer.setSingleShot(True)
        self._build_content()
        self._connect()
        self._connect_encryption()
        self._connect_publishing()
        self._on_changed()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._session.look()
        self._encryption.look()
        self._publishing.look()

    @Slot()
    def _on_changed(self) -> None:
        now, wording = self._session.situation, self._wording
        before, self._before = self._before, now
        is_busy = now.act is not None
        told = now.remarks.get
        status = self._publishing.situation.status
        consent = status.consent if status else None
        self._keep_focus()
        self._present_hero(hero_state(now, consent, wording))
        self.place.present(place_state(now, wording))
        backups = backups_state(now, wording, is_published=consent is not None)
        self.backups.present(backups, told(Card.BACKUPS), is_busy=is_busy)
        self.encryption.present(encryption_state(self._encryption.situation, wording))
        self.export.present(export_busy(now, wording), told(Card.EXPORT), is_busy=is_busy)
        self.export.setVisible(now.seen is not None)
        self.keep.present(keep_state(now, wording), told(Card.KEEP), is_busy=is_busy)
        self.publish.present(publish_state(self._publishing.situation, wording))
        self.erase.present(erase_state(now, wording), told(Card.ERASE), is_busy=is_busy)
        self._order_tabs()
        self._return_focus()
        self._follow(before, now)

    @property
    def _is_busy(self) -> bool:
        sessions = (self._session, self._encryption, self._publishing)
        return any(one.situation.act for one in sessions)

    def _keep_focus(self) -> None:
        """What runs takes the button away that began it, and with it the place of the keyboard."""
        focused = self.window().focusWidget()
        if self._is_busy and self._began is None and focused is not None:
            self._began = focused if self.isAncestorOf(focused) else None

    def _return_focus(self) -> None:
        began = self._began
        if began is None or self._is_busy:
            return
        self._began = None
        if began.isVisible() and began.isEnabled():
            began.setFocus(Qt.FocusReason.OtherFocusReason)

    def _present_hero(self, state: HeroState) -> None:
        self._hero_act = state.act
        self.hero.show_answer(
            state.look, self._wording.say(state.look.word), state.headline, state.sentence
        )
        self.hero.show_fraction(None, "")
        self.hero.show_button(state.button, is_enabled=state.can_act, is_primary=True)
        self.hero.button.setVisible(bool(state.button))

    def _follow(self, before: Situation, now: Situation) -> None:
        """What was laid open is in sight, and what became of an act is heard."""
        for was, is_now, part in (
            (before.preview, now.preview, self.backups.restore),
            (before.erasing, now.erasing, self.erase),
        ):
            if is_now is not None and was is None:
                self._shown_soon = part
                self._scroll_timer.start()
        card = news(before, now) if self.isVisible() else None
        if card is not None:
            remark = self._by_card[card].remark
            self._shown_soon = remark
            self._scroll_timer.start()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, remark.sentence))

    def _build_content(self) -> None:
        wording = self._wording
        self._scroll = ScrollColumn(self)
        inside = self._scroll
        self.hero = Hero(inside)  # it scrolls as well: with large text it would take all the room
        self.hero.setMinimumWidth(1)  # nor does its headline make everything below wider
        self.place = PlaceCard(wording, inside)
        self.backups = BackupsCard(wording, inside)
        self.encryption = EncryptionCard(wording, inside)
        self.export = ExportCard(wording, inside)
        self.keep = KeepCard(wording, inside)
        self.publish = PublishCard(wording, inside)
        self.erase = EraseCard(wording, inside)
        self._cards = (
            self.place,
            self.backups,
            self.encryption,
            self.export,
            self.keep,
            self.publish,
            self.erase,
        )
        self._by_card: dict[Card, DataCard] = {
            Card.PLACE: self.place,
            Card.BACKUPS: self.backups,
            Card.EXPORT: self.export,
            Card.KEEP: self.keep,
            Card.ERASE: self.erase,
        }
        for part in (self.hero, *self._cards):
            inside.column.addWidget(part)
        inside.column.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, grid_px(6), 0, grid_px(5))
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)

    def _order_tabs(self) -> None:
        """From top to bottom, whatever was added when."""
        order: list[QWidget] = [self.hero.button]
        for card in self._cards:
            order += card.controls
        stops = [one for one in order if one.focusPolicy() != Qt.FocusPolicy.NoFocus]
        for one, following in pairwise(stops):
            QWidget.setTabOrder(one, following)

    def _connect(self) -> None:
        session = self._session
        session.changed.connect(self._on_changed)
        self._scroll_timer.timeout.connect(self._on_placed)
        self.hero.button.clicked.connect(self._on_hero_clicked)
        self.place.not_opened.connect(self._on_not_opened)
        backups = self.backups
        backups.backup_wanted.connect(self._on_backup_wanted)
        backups.backup_file_chosen.connect(self._on_backup_file)
        backups.look_wanted.connect(self._on_look_inside)
        backups.more_wanted.connect(session.toggle_backups)
        backups.anew_wanted.connect(session.restart_wanted)
        backups.restore.settled.connect(session.restore)
        backups.restore.left.connect(session.leave_backup)
        self.export.file_chosen.connect(self._on_export_file)
        for card in (backups, self.export):
            card.cancel_wanted.connect(session.cancel)
        self.keep.open_wanted.connect(session.toggle_kinds)
        self.keep.chosen.connect(self._on_age_chosen)
        self.keep.settled.connect(session.shorten)
        self.keep.left.connect(session.leave_ages)
        self.erase.look_wanted.connect(session.look_at_all)
        self.erase.left.connect(session.leave_all)
        self.erase.confirmed.connect(self._on_erase_confirmed)

    def _connect_encryption(self) -> None:
        session, card = self._encryption, self.encryption
        session.changed.connect(self._on_changed)
        session.switched.connect(self._on_switched)
        card.begin_wanted.connect(session.begin)
        card.show_wanted.connect(session.show_key)
        card.decrypt_wanted.connect(session.ask_decrypt)
        card.decrypt_settled.connect(session.decrypt)
        card.decrypt_left.connect(session.stay_encrypted)
        card.unlock_wanted.connect(session.open_unlock)
        card.unlock_settled.connect(session.unlock)
        card.unlock_left.connect(session.close_unlock)
        card.anew_wanted.connect(self._session.restart_wanted)
        card.cancel_wanted.connect(session.cancel)
        card.key.confirmed.connect(session.confirm)
        card.key.left.connect(session.hide_key)
        card.key.told.connect(session.tell)
        card.key.file_chosen.connect(self._on_key_file)

    def _connect_publishing(self) -> None:
        session, card = self._publishing, self.publish
        session.changed.connect(self._on_changed)
        card.form_wanted.connect(session.open_form)
        card.sent_wanted.connect(session.toggle_sent)
        card.send_wanted.connect(session.send)
        card.off_wanted.connect(session.ask_off)
        card.off_settled.connect(session.withdraw)
        card.off_left.connect(session.stay_on)
        card.cancel_wanted.connect(session.cancel)
        card.form.changed.connect(session.drop_offer)
        card.form.show_wanted.connect(self._on_offer_wanted)
        card.form.closed.connect(session.close_form)
        card.payload.agreed.connect(self._on_agreed)

    @Slot()
    def _on_hero_clicked(self) -> None:
        if self._hero_act == HeroAct.BACK_UP:
            self._session.back_up()
        elif self._hero_act == HeroAct.LOOK_INSIDE:
            self._session.look_inside_newest()
        elif self._hero_act == HeroAct.ENTER_KEY:
            self._encryption.open_unlock()
            self._shown_soon = self.encryption
            self._scroll_timer.start()
        else:
            self._session.look()

    @Slot()
    def _on_not_opened(self) -> None:
        self._session.tell(Card.PLACE, self._wording.say(texts.NOT_OPENED), is_bad=True)

    @Slot()
    def _on_backup_wanted(self) -> None:
        self._session.back_up()

    @Slot(str)
    def _on_backup_file(self, file: str) -> None:
        self._session.back_up(Path(file))

    @Slot(str)
    def _on_look_inside(self, file: str) -> None:
        self._session.look_inside(Path(file))

    @Slot(str)
    def _on_export_file(self, file: str) -> None:
        self._session.export(Path(file))

    @Slot(str)
    def _on_key_file(self, file: str) -> None:
        self._encryption.save_key(Path(file))

    @Slot()
    def _on_switched(self) -> None:
        """Backups and sizes are others now, or what was locked can be read."""
        self._session.look()
        self._publishing.look()

    @Slot(object, str)
    def _on_age_chosen(self, kind: DataKind, age: str) -> None:
        self._session.keep(kind, age)

    @Slot(bool)
    def _on_erase_confirmed(self, keep_secrets: bool) -> None:  # noqa: FBT001 - a signal's
        self._session.erase(keep_secrets=keep_secrets)

    @Slot(str, object)
    def _on_offer_wanted(self, url: str, groups: frozenset[Group]) -> None:
        self._publishing.show_offer(url, groups)

    @Slot()
    def _on_agreed(self) -> None:
        self._publishing.agree(self.publish.form.take_token())

    @Slot()
    def _on_placed(self) -> None:
        self._scroll.show_whole(self._shown_soon)
