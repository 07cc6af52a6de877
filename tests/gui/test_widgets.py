from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from workspace_assistant.core.readiness.model import Verdict
from workspace_assistant.ui.theme.colors import LIGHT, Tone
from workspace_assistant.ui.verdict_look import (
    EARLIER,
    FAILED,
    INVITATION,
    NOT_CHECKED,
    READY_IN_PART,
    RUNNING,
    SEVERITY_LOOKS,
    TOLD,
    VERDICT_LOOKS,
    WAITING,
    Look,
)
from workspace_assistant.ui.widgets.action_button import ActionButton
from workspace_assistant.ui.widgets.big_number import BigNumber
from workspace_assistant.ui.widgets.flow_grid import balanced, columns_for
from workspace_assistant.ui.widgets.level_meter import LevelMeter
from workspace_assistant.ui.widgets.sparkline import Sparkline
from workspace_assistant.ui.widgets.state_icon import StateIcon
from workspace_assistant.ui.widgets.toast import Toast

LOOKS = (
    *VERDICT_LOOKS.values(),
    *SEVERITY_LOOKS.values(),
    *(EARLIER, FAILED, INVITATION, NOT_CHECKED, READY_IN_PART, RUNNING, TOLD, WAITING),
)


@pytest.fixture
def frame(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def pixels(image: QImage, color: str) -> int:
    wanted = QColor(color)
    return sum(
        image.pixelColor(x, y) == wanted
        for x in range(image.width())
        for y in range(image.height())
    )


def nearer(image: QImage, color: str, other: str) -> int:
    """Of a dot between two pixels, as the size of text may have it, none has the whole color."""
    return sum(
        _apart(image.pixelColor(x, y), color) < _apart(image.pixelColor(x, y), other)
        for x in range(image.width())
        for y in range(image.height())
    )


def _apart(one: QColor, name: str) -> float:
    other = QColor(name)
    mine, theirs = one.getRgbF(), other.getRgbF()
    return sum(abs(a - b) for a, b in zip(mine, theirs, strict=True))


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.icon}-{look.tone}")
def test_every_look_has_a_drawing_and_a_word(look: Look, frame: QWidget) -> None:
    icon = StateIcon(6, frame)
    icon.show_look(look, look.word)
    picture, ink = icon.grab().toImage(), LIGHT.tones[look.tone]
    assert pixels(picture, ink.soft) > 20
    assert nearer(picture, ink.strong, ink.soft) > 0
    assert icon.accessibleName() == look.word != ""


def test_verdicts_differ_in_more_than_color() -> None:
    looks = [VERDICT_LOOKS[verdict] for verdict in Verdict]
    assert len({look.icon for look in looks}) == 4
    assert len({look.word for look in looks}) == 4


class TestLevelMeter:
    def test_bar_is_green_inside_the_band_and_not_outside(self, frame: QWidget) -> None:
        meter = LevelMeter(frame)
        meter.resize(300, 12)
        meter.set_target((-34, -12))
        ok, caution = LIGHT.tones[Tone.OK].strong, LIGHT.tones[Tone.CAUTION].strong
        meter.stand(-20)
        assert pixels(meter.grab().toImage(), ok) > 100
        meter.stand(-45)
        picture = meter.grab().toImage()
        assert pixels(picture, caution) > 50

    def test_without_a_band_it_judges_nothing(self, frame: QWidget) -> None:
        meter = LevelMeter(frame)
        meter.resize(300, 12)
        meter.stand(-20)
        assert pixels(meter.grab().toImage(), LIGHT.tones[Tone.ACCENT].strong) > 100

    def test_the_first_reading_is_shown_at_once_later_ones_swing(self, frame: QWidget) -> None:
        meter = LevelMeter(frame)
        meter.swing(-20, -10)
        assert meter.value() == -20
        meter.swing(-60, -60)
        assert meter.value() > -60

    def test_a_hot_peak_is_red(self, frame: QWidget) -> None:
        meter = LevelMeter(frame)
        meter.resize(300, 12)
        meter.swing(-20, -1)
        assert pixels(meter.grab().toImage(), LIGHT.tones[Tone.BAD].strong) > 5


class TestSparkline:
    def test_draws_area_line_and_limit(self, frame: QWidget) -> None:
        curve = Sparkline(frame)
        curve.resize(200, 44)
        curve.show_curve(((0, 10), (1, 40), (2, 48)), 10, "now 48")
        picture = curve.grab().toImage()
        assert pixels(picture, LIGHT.tones[Tone.ACCENT].soft) > 500
        assert pixels(picture, LIGHT.tones[Tone.ACCENT].strong) > 100
        assert pixels(picture, LIGHT.muted) > 30
        assert curve.text() == "now 48"

    @pytest.mark.parametrize("points", [(), ((0.0, 0.0),), ((0.0, 0.0), (1.0, 0.0))])
    def test_survives_few_and_flat_points(
        self, points: tuple[tuple[float, float], ...], frame: QWidget
    ) -> None:
        curve = Sparkline(frame, has_dot=True)
        curve.resize(200, 44)
        for limit in (None, 0.0):
            for starts_at_zero in (True, False):
                curve.show_curve(points, limit, "", starts_at_zero=starts_at_zero)
                assert not curve.grab().isNull()

    @pytest.mark.parametrize(("count", "is_shown"), [(0, False), (2, False), (3, True)])
    def test_takes_no_room_below_three_points(
        self, count: int, is_shown: bool, frame: QWidget
    ) -> None:
        curve = Sparkline(frame, has_dot=True)
        frame.show()
        curve.show_curve(tuple((float(at), 9.0) for at in range(count)), 10, "")
        assert curve.isVisible() is is_shown

    def test_levels_stand_on_no_area(self, frame: QWidget) -> None:
        curve = Sparkline(frame)
        curve.resize(200, 44)
        curve.show_curve(((0, -24), (1, -24), (2, -23)), -24, "", starts_at_zero=False)
        assert pixels(curve.grab().toImage(), LIGHT.tones[Tone.ACCENT].soft) < 50

    def test_a_gap_is_left_open_and_a_loss_marked(self, frame: QWidget) -> None:
        curve = Sparkline(frame)
        curve.resize(200, 44)
        whole = ((0.0, 30.0), (1.0, 30.0), (2.0, 30.0), (3.0, 30.0), (4.0, 30.0))
        curve.show_curve(whole, None, "")
        unbroken = pixels(curve.grab().toImage(), LIGHT.tones[Tone.ACCENT].strong)
        curve.show_curve((*whole[:2], (2.0, None), *whole[3:]), None, "", marks=(2.0,))
        picture = curve.grab().toImage()
        assert pixels(picture, LIGHT.tones[Tone.ACCENT].strong) < 0.7 * unbroken
        assert pixels(picture, LIGHT.tones[Tone.BAD].strong) > 5

    def test_gaps_at_both_ends_leave_the_curve_between(self, frame: QWidget) -> None:
        curve = Sparkline(frame)
        frame.show()
        curve.show_curve(((0, None), (1, 20), (2, 21), (3, 22), (4, None)), None, "")
        assert curve.isVisible()
        curve.show_curve(((0, None), (1, 20), (2, 21), (3, None)), None, "")
        assert not curve.isVisible()


class TestBigNumber:
    def test_unit_goes_below_where_it_does_not_fit(self, frame: QWidget) -> None:
        number = BigNumber(frame)
        number.show_number("48.2 / 9.7", "Mbit/s down / up")
        assert number.heightForWidth(130) > number.heightForWidth(400)

    def test_a_long_unit_wraps_and_is_never_cut(self, frame: QWidget) -> None:
        number = BigNumber(frame)
        number.show_number("48.2", "Mbit/s measured with a unit of many words that is long")
        assert number.heightForWidth(120) > number.heightForWidth(240) > number.heightForWidth(900)
        number.resize(120, number.heightForWidth(120))
        picture = number.grab().toImage()
        line = number.fontMetrics().height()
        last_line = picture.copy(0, picture.height() - line, picture.width(), line)
        assert pixels(last_line, LIGHT.muted) > 0

    def test_digits_do_not_jitter(self, frame: QWidget) -> None:
        number = BigNumber(frame)
        widths = set()
        for shown in ("11.1", "48.7", "90.4"):
            number.show_number(shown, "")
            widths.add(number.minimumSizeHint().width())
        assert len(widths) == 1

    def test_takes_no_room_without_content(self, frame: QWidget) -> None:
        number = BigNumber(frame)
        frame.show()
        assert not number.isVisible()
        number.show_number("4", "")
        assert number.isVisible()
        number.show_number("", "")
        assert not number.isVisible()


@pytest.mark.parametrize(("width", "columns"), [(100, 1), (479, 1), (480, 2), (720, 3), (2000, 3)])
def test_columns_follow_the_width(width: int, columns: int) -> None:
    assert columns_for(width, 240) == columns


@pytest.mark.parametrize(
    ("columns", "count", "shown"),
    [(3, 4, 2), (3, 3, 3), (3, 6, 3), (3, 5, 3), (2, 4, 2), (1, 4, 1), (3, 2, 2), (3, 1, 1)],
)
def test_four_cards_stand_two_by_two(columns: int, count: int, shown: int) -> None:
    assert balanced(columns, count) == shown


def test_a_toast_covers_nothing(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 20)
    button = ActionButton("Delete", page)
    button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
    column.addWidget(button)
    toast = Toast("Undo", "Ctrl+Z", page)
    page.resize(600, 400)
    page.show()
    qtbot.waitUntil(lambda: button.geometry().bottom() == 379)
    for sentence in ("“Refund queue” changed.", "Another sentence."):
        toast.tell(sentence)
        qtbot.waitUntil(lambda: 0 < button.geometry().bottom() < toast.geometry().top())
    page.resize(500, 300)
    qtbot.waitUntil(lambda: 200 < button.geometry().bottom() < toast.geometry().top())
    toast.end()
    qtbot.waitUntil(lambda: button.geometry().bottom() == 279)
