from __future__ import annotations

import pytest

from workspace_assistant.ui.theme.colors import DARK, LIGHT, Colors, Tone, contrast_ratio

TEXT, GRAPHICS = 4.5, 3.0
schemes = pytest.mark.parametrize("colors", [LIGHT, DARK], ids=["light", "dark"])


def test_ratio_of_black_and_white_is_21() -> None:
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast_ratio("#777777", "#777777") == 1


@schemes
def test_text_can_be_read_wherever_it_stands(colors: Colors) -> None:
    soft = [ink.soft for ink in colors.tones.values()]
    for behind in (colors.background, colors.surface, colors.hover, *soft):
        assert contrast_ratio(colors.text, behind) >= TEXT, behind
    for behind in (colors.background, colors.surface):
        assert contrast_ratio(colors.muted, behind) >= TEXT, behind


@schemes
def test_colored_words_can_be_read(colors: Colors) -> None:
    accent = colors.tones[Tone.ACCENT]
    pairs = (
        (accent.strong, colors.surface),
        (colors.on_accent, accent.strong),
        (colors.on_accent, colors.accent_pressed),
        (colors.tones[Tone.BAD].strong, colors.surface),
    )
    for ink, behind in pairs:
        assert contrast_ratio(ink, behind) >= TEXT, (ink, behind)


@schemes
@pytest.mark.parametrize("tone", list(Tone))
def test_state_icons_can_be_told_apart_from_what_is_behind(colors: Colors, tone: Tone) -> None:
    ink = colors.tones[tone]
    for behind in (ink.soft, colors.surface):
        assert contrast_ratio(ink.strong, behind) >= GRAPHICS, behind


@schemes
def test_controls_that_need_an_outline_have_one(colors: Colors) -> None:
    assert contrast_ratio(colors.control_line, colors.surface) >= GRAPHICS
