"""The microphone page by keyboard and screen reader alone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from tests.fakes import microphone_page as fakes
from tests.gui.microphone_visit import Visit


class TestKeyboard:
    def test_tab_reaches_every_control_from_top_to_bottom(self, visit: Visit) -> None:
        visit.scripted.takes = [fakes.take_of(fakes.poor())]
        visit.record()
        visit.session.play_word()
        visit.until_idle()
        inside = visit.page._scroll.widget()
        order: list[QWidget] = []
        for _ in range(60):
            visit.qtbot.keyClick(visit.window.focusWidget() or visit.window, Qt.Key.Key_Tab)
            widget = visit.window.focusWidget()
            assert widget is not None
            if widget in order:
                break
            order.append(widget)
        scrolled = [widget for widget in order if inside.isAncestorOf(widget)]
        wanted = {
            widget
            for widget in inside.findChildren(QWidget)
            if widget.isVisible()
            and widget.isEnabled()
            and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        }
        assert set(scrolled) == wanted
        heights = [one.mapTo(inside, one.rect().center()).y() // 40 for one in scrolled]
        assert heights == sorted(heights)

    def test_the_space_key_does_everything(self, visit: Visit) -> None:
        visit.page._hero.button.setFocus()
        with visit.qtbot.waitSignal(visit.session.finished):
            visit.qtbot.keyClick(visit.page._hero.button, Qt.Key.Key_Space)
        visit.qtbot.keyClick(visit.page._cards[0].link, Qt.Key.Key_Space)
        assert visit.page._numbers.isVisible()
        visit.qtbot.keyClick(visit.page._hear.ways[0], Qt.Key.Key_Space)
        visit.until_idle()
        assert visit.asked("hear") == [""]

    def test_the_focus_stays_at_the_button_that_stops(self, visit: Visit) -> None:
        visit.page._hero.button.setFocus()
        visit.world.hold()
        visit.qtbot.keyClick(visit.page._hero.button, Qt.Key.Key_Space)
        visit.qtbot.waitUntil(lambda: visit.session.situation.level is not None)
        assert visit.window.focusWidget() is visit.page._hero.button
        visit.qtbot.keyClick(visit.page._hero.button, Qt.Key.Key_Space)
        visit.until_idle()

    def test_parts_speak(self, visit: Visit) -> None:
        visit.scripted.takes = [fakes.take_of(fakes.poor())]
        visit.record()

        def name_of(widget: QWidget) -> str:
            return QAccessible.queryAccessibleInterface(widget).text(QAccessible.Text.Name)

        assert name_of(visit.page._cards[0]).startswith("Loud enough: No. Your voice is too quiet")
        assert name_of(visit.page._cards[0].link) == "Show the numbers: Loud enough"
        assert name_of(visit.page._picker.controls[0]).startswith("Microphone: System default")
        assert name_of(visit.page._live._spectrum) == "Sound by pitch, from low to high"
        assert name_of(visit.page._advice._steps[0]).startswith("1. Raise the input level")

    def test_the_focus_waits_for_a_button_that_rests(self, visit: Visit) -> None:
        word = visit.page._headset._word
        word.setFocus()
        visit.world.hold()
        visit.qtbot.keyClick(word, Qt.Key.Key_Space)
        assert not word.isEnabled()
        assert visit.window.focusWidget() is visit.page
        visit.world.release()
        visit.until_idle()
        assert visit.window.focusWidget() is word

    def test_it_goes_where_the_user_went_meanwhile(self, visit: Visit) -> None:
        visit.page._headset._word.setFocus()
        visit.world.hold()
        visit.qtbot.keyClick(visit.page._headset._word, Qt.Key.Key_Space)
        visit.page._hero.button.setFocus()
        elsewhere = visit.window._navigation._buttons.button(1)
        elsewhere.setFocus()
        visit.world.release()
        visit.until_idle()
        assert visit.window.focusWidget() is elsewhere

    def test_it_goes_on_to_what_follows_from_a_step_that_is_done(self, visit: Visit) -> None:
        visit.scripted.takes = [fakes.take_of(fakes.quiet_voice())]
        visit.record()
        change, again = visit.page._advice.controls
        change.setFocus()
        visit.qtbot.keyClick(change, Qt.Key.Key_Space)
        visit.until_idle()
        assert visit.window.focusWidget() is again

    def test_it_goes_back_to_the_button_that_led_there(self, visit: Visit) -> None:
        panel = visit.page._headset
        visit.session.play_word()
        visit.until_idle()
        panel._choices[1].setFocus()
        visit.qtbot.keyClick(panel._choices[1], Qt.Key.Key_Space)
        assert visit.window.focusWidget() is panel._word

    def test_what_has_the_focus_can_be_seen(self, visit: Visit) -> None:
        visit.qtbot.waitUntil(visit.window.isActiveWindow)
        visit.window.resize(700, 520)
        bar = visit.page._scroll.verticalScrollBar()
        visit.qtbot.waitUntil(lambda: bar.maximum() > 0)
        bar.setValue(bar.maximum())
        visit.page._hero.button.setFocus()
        visit.qtbot.keyClick(visit.page._hero.button, Qt.Key.Key_Tab)
        choice = visit.page._picker.controls[0]
        assert visit.window.focusWidget() is choice
        assert choice.visibleRegion().boundingRect() == choice.rect()
