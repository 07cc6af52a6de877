"""Which language fits what a system or a person says."""

from __future__ import annotations

import pytest

from workspace_assistant.core.languages import ENGLISH, LANGUAGES, fitting, language_of


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["de_AT.UTF-8"], "de"),
        (["de@euro"], "de"),
        (["pt-BR"], "pt_BR"),
        (["pt_PT.UTF-8"], "pt_BR"),
        (["DE"], "de"),
        (["C"], "en"),
        (["C.UTF-8"], "en"),
        (["POSIX"], "en"),
        (["en_GB.UTF-8", "de"], "en"),
        (["hu_HU.UTF-8"], ""),
        (["hu_HU", "ar_EG"], "ar"),
        (["der"], ""),
        (["", "fr_CA"], "fr"),
        ([], ""),
    ],
)
def test_the_first_name_that_there_are_words_for_decides(names: list[str], code: str) -> None:
    assert fitting(names) == code


def test_every_language_is_found_by_its_own_code() -> None:
    for one in LANGUAGES:
        assert (fitting([one.code]), language_of(one.code)) == (one.code, one)
    assert language_of("xx") is ENGLISH
    assert language_of("") is ENGLISH


def test_tags_are_those_of_standards() -> None:
    assert {one.tag for one in LANGUAGES} == {"en", "es", "de", "fr", "pt-BR", "hi", "ar"}


def test_only_arabic_is_written_from_the_right() -> None:
    assert [one.code for one in LANGUAGES if one.is_right_to_left] == ["ar"]


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("en", {0: 1, 1: 0, 2: 1}),
        ("de", {0: 1, 1: 0, 2: 1}),
        ("hi", {0: 1, 1: 0, 2: 1}),
        ("fr", {0: 0, 1: 0, 2: 1}),
        ("pt_BR", {0: 0, 1: 0, 2: 1}),
        ("ar", {0: 0, 1: 1, 2: 2, 3: 3, 10: 3, 11: 4, 99: 4, 100: 5, 102: 5, 103: 3, 111: 4}),
    ],
)
def test_each_language_counts_its_own_way(code: str, forms: dict[int, int]) -> None:
    assert {number: language_of(code).plural_form(number) for number in forms} == forms


def test_a_page_says_its_language_and_its_side() -> None:
    assert language_of("en").of_page == 'lang="en"'
    assert language_of("pt_BR").of_page == 'lang="pt-BR"'
    assert language_of("ar").of_page == 'lang="ar" dir="rtl"'
