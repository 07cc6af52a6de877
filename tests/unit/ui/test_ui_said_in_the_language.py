"""What comes from checks and profiles is said in the user's language, as every other word."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.fakes import voice_reports
from tests.fakes.pseudo import PseudoWording, pseudo, pseudo_from_the_right
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.balance.model import Unit
from workspace_assistant.core.balance.own_targets import CHOOSABLE
from workspace_assistant.core.balance.writing import kept_text, value_text
from workspace_assistant.core.readiness.model import Measurement
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.ui.readiness.method_state import method_state
from workspace_assistant.ui.readiness.path_state import path_state
from workspace_assistant.ui.settings.limit_state import limit_rows, limits_intro
from workspace_assistant.ui.settings.situation import Seen
from workspace_assistant.ui.week.writing import FieldWriting, WindowWriting
from workspace_assistant.ui.week.written_values import written_value
from workspace_assistant.ui.wording.names import noun_inside

_NAMES = re.compile(r"\b(Wi-Fi|ms|dB|dBFS|dBov|Mbit/s|MB|GB|kHz|Hz|MOS|VPN|IPv4|min)\b")
_LATIN = re.compile("[A-Za-z]{2,}")


def english_of(text: str) -> list[str]:
    return _LATIN.findall(_NAMES.sub("", text))


def test_who_is_to_blame() -> None:
    state = path_state(voice_reports.lossy_wifi(), pseudo())
    assert state is not None
    assert english_of(f"{state.title} {state.headline} {state.evidence}") == []


def test_numbers_on_demand() -> None:
    check = voice_reports.lossy_wifi().checks[0]
    told = (
        Measurement(id="voice.longest_loss", value=5, unit="packets"),
        Measurement(id="computer.battery", value=False, unit=""),
        Measurement(id="path.weak_link", value="home", unit=""),
        Measurement(id="endpoint.5.tls", value=5.0, unit="ms"),
    )
    rows = method_state(replace(check, measurements=told, not_measured=()), pseudo()).rows
    assert english_of(" ".join(f"{row.label} {row.value}" for row in rows)) == []


def test_limits_of_the_profile() -> None:
    rows = limit_rows(WorkplaceProfile(name="lab"), pseudo())
    assert rows
    assert english_of(" ".join(row.shown for row in rows)) == []


def test_units_of_the_week() -> None:
    writing = WindowWriting(pseudo())
    told = [value_text(1.5, unit, writing) for unit in (Unit.PER_HOUR, Unit.KILOMETRE)]
    assert english_of(" ".join(told)) == []
    assert all("1,5" in one for one in told)


@pytest.mark.parametrize("wording", [pseudo(), pseudo_from_the_right()], ids=["de", "ar"])
@pytest.mark.parametrize("indicator", CHOOSABLE)
def test_a_field_is_filled_with_what_it_understands(indicator: str, wording: PseudoWording) -> None:
    way = CHOOSABLE[indicator]
    for value in (way.lowest, way.highest):
        shown = kept_text(value, way.unit, FieldWriting(wording))
        assert written_value(shown, way.unit) == pytest.approx(value)


def test_the_name_of_the_profile() -> None:
    seen = Seen(profile=WorkplaceProfile(name="Default remote voice agent"))
    assert english_of(limits_intro(seen, pseudo())) == []


class _German(EnglishWording):
    language = "de"


@pytest.mark.parametrize(
    ("name", "english", "german"),
    [("Line", "line", "Line"), ("MOS", "MOS", "MOS"), ("Leitung", "leitung", "Leitung")],
)
def test_nouns_keep_their_capital_in_german_sentences(name: str, english: str, german: str) -> None:
    assert noun_inside(name, EnglishWording()) == english
    assert noun_inside(name, _German()) == german
