"""Every word that can be asked for has a sound: loud enough, short, and unlike the others."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from workspace_assistant.adapters.audio.spoken_words import spoken
from workspace_assistant.adapters.files.locations import resources
from workspace_assistant.core.readiness.headset.words import WORDS, CheckWord
from workspace_assistant.core.signal.active_speech_level import active_speech_level

ALL = [
    CheckWord(text=text, language=language, choices=())
    for language, words in WORDS.items()
    for text in words
]
FOLDER = resources() / "words"


@pytest.mark.parametrize("word", ALL, ids=lambda word: f"{word.language}-{word.text}")
def test_a_word_is_short_and_as_loud_as_the_others(word: CheckWord) -> None:
    samples, rate_hz = spoken(word, FOLDER)
    level = active_speech_level(samples, rate_hz)
    assert level is not None
    assert level.level_dbov == pytest.approx(-23, abs=0.5)
    assert 0.3 < samples.size / rate_hz < 1.5
    assert np.abs(samples).max() < 0.99


def test_no_two_words_are_one_sound() -> None:
    sounds = {spoken(word, FOLDER)[0].tobytes() for word in ALL}
    assert len(sounds) == len(ALL)


def test_no_sound_lies_there_without_its_word() -> None:
    files = {
        file.relative_to(FOLDER).with_suffix("").as_posix() for file in FOLDER.glob("*/*.flac")
    }
    assert files == {f"{word.language}/{word.text}" for word in ALL}


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        spoken(ALL[0], tmp_path)
