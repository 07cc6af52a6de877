"""What the page Settings shows of what is kept."""

from __future__ import annotations

import pytest

from tests.fakes import readiness_reports
from tests.fakes.wording import EnglishWording
from workspace_assistant.core.readiness.profile.model import WorkplaceProfile
from workspace_assistant.core.settings.catalog import SETTINGS
from workspace_assistant.core.settings.managed import Managed
from workspace_assistant.core.settings.model import Kind
from workspace_assistant.ui.page_names import PageName
from workspace_assistant.ui.settings.row_state import RowState
from workspace_assistant.ui.settings.situation import Change, Mistake, Seen, Situation
from workspace_assistant.ui.settings.view_state import PageState, page_state

WORDING = EnglishWording()
MANAGED = Managed(
    preset={"week.region": "de"}, lock={"breaks.is_on": "on", "profile": "acme.toml"}, place="/etc"
)


def seen(**kept: str) -> Seen:
    return Seen(
        kept={name.replace("__", "."): text for name, text in kept.items()},
        profile=readiness_reports.PROFILE,
        path="/home/kim/settings.toml",
    )


def shown(situation: Situation, search: str = "") -> PageState:
    return page_state(situation, search, WORDING)


def rows_of(state: PageState) -> dict[str, RowState]:
    return {row.key: row for part in state.parts for row in part.rows}


def test_before_the_first_look_it_says_so() -> None:
    assert shown(Situation()).note == "Reading your settings."
    assert shown(Situation(trouble="It is gone.")).faults == ("It is gone.",)
    assert shown(Situation(trouble="It is gone.")).note == ""


def test_every_setting_is_there_when_every_part_is_open() -> None:
    opened = frozenset({"limits", "week", "privacy"})
    state = shown(Situation(seen=seen(), opened=opened))
    assert set(SETTINGS) <= set(rows_of(state))
    assert {part.more for part in state.parts} == {"", "Show less"}
    assert not state.can_reset
    assert state.file == "They are kept in /home/kim/settings.toml, which you may edit as well."


def test_what_is_seldom_wanted_is_folded_but_what_was_changed_is_not() -> None:
    state = shown(Situation(seen=seen(**{"week.target.overtime": "7200"})))
    rows = rows_of(state)
    assert "week.target.overtime" in rows
    assert "week.target.hours" not in rows
    assert "keep-checks" not in rows
    assert "bandwidth.download" not in rows


def test_a_mistake_in_what_is_folded_stays_in_sight() -> None:
    mistakes = {"week.target.hours": Mistake(typed="ages", reason="Too long.")}
    row = rows_of(shown(Situation(seen=seen(), mistakes=mistakes)))["week.target.hours"]
    assert (row.shown, row.mistake) == ("ages", "Too long.")


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("BREAK length", {"breaks.rest_seconds", "breaks.micro_seconds"}),
        ("snooze times", {"breaks.postpone_times"}),
        ("deutsch", {"language"}),
        ("theme", {"appearance"}),
        ("retention check-ins", {"keep-check-ins"}),
        ("download", {"bandwidth.download"}),
        ("employer file", {"profile"}),
        ("coffee machine", set()),
    ],
)
def test_a_search_finds_what_has_every_word(search: str, found: set[str]) -> None:
    state = shown(Situation(seen=seen()), search)
    assert found <= set(rows_of(state))
    if not found:
        assert state.parts == ()
        assert state.note.startswith("No setting has all of these words.")


def test_the_title_of_a_part_finds_all_of_it() -> None:
    assert "appearance" in rows_of(shown(Situation(seen=seen()), "language and appearance"))


def test_what_was_changed_is_marked_with_what_it_was() -> None:
    state = shown(Situation(seen=seen(breaks__rest_seconds="600", breaks__strict="off")))
    rows = rows_of(state)
    assert rows["breaks.rest_seconds"].mark == "Changed. As delivered: 5m."
    assert rows["breaks.rest_seconds"].shown == "10m"
    assert rows["breaks.strict"].mark == ""
    assert state.can_reset
    assert [part.name for part in state.parts if part.can_reset] == ["breaks"]


def test_fields_say_their_bounds_and_what_nothing_means() -> None:
    rows = rows_of(shown(Situation(seen=seen())))
    assert rows["preshift.first_minutes"].explanation.endswith("Up to 2h; 0 is “Never”.")
    limit = rows["breaks.daily_limit_seconds"]
    assert limit.explanation.endswith("From 1h to 16h, or “No limit”.")
    assert (limit.shown, limit.hint) == ("No limit", "No limit")
    goal = rows["week.goal.focus"]
    assert (goal.shown, goal.hint) == ("", "No goal")
    assert rows["breaks.rest_seconds"].explanation.endswith("From 1m to 1h.")


def test_choices_offer_what_nothing_means_too() -> None:
    rows = rows_of(shown(Situation(seen=seen())))
    assert rows["language"].options[0] == ("", "As the system")
    assert rows["appearance"].options[0] == ("system", "As the system")


def test_what_the_organization_locked_says_so_and_its_presets_count() -> None:
    what = Seen(kept={**MANAGED.preset, **MANAGED.lock}, managed=MANAGED)
    rows = rows_of(shown(Situation(seen=what)))
    assert rows["breaks.is_on"].locked == "Set by your organization"
    assert rows["profile"].locked == "Set by your organization"
    assert rows["week.region"].mark == ""
    assert rows["week.region"].value == "de"
    own = Seen(kept={"week.region": "us"}, managed=MANAGED)
    mark = rows_of(shown(Situation(seen=own)))["week.region"].mark
    assert mark == "Changed. Your organization's choice: Germany."


def test_a_preset_language_leaves_no_way_to_the_systems() -> None:
    what = Seen(managed=Managed(preset={"language": "de"}))
    assert ("", "As the system") not in rows_of(shown(Situation(seen=what)))["language"].options


def test_how_long_data_is_kept_is_changed_where_it_is_asked_about() -> None:
    state = shown(Situation(seen=seen(), opened=frozenset({"privacy"})))
    row = rows_of(state)["keep-checks"]
    assert (row.kind, row.page, row.shown) == (None, PageName.DATA, "Always")
    changed = shown(Situation(seen=seen(**{"keep-checks": "2y"}), opened=frozenset({"privacy"})))
    assert not rows_of(changed)["keep-checks"].can_reset


def test_limits_are_those_of_the_profile_and_say_whose() -> None:
    parts = {part.name: part for part in shown(Situation(seen=seen())).parts}
    assert "that comes with this program" in parts["limits"].intro
    what = Seen(profile=WorkplaceProfile(name="Acme"), profile_place="/etc/acme.toml")
    state = shown(Situation(seen=what, opened=frozenset({"limits"})))
    limits = {part.name: part for part in state.parts}["limits"]
    assert limits.intro.startswith("Locked: the profile “Acme” of your job sets them, in /etc/")
    shown_by_key = {row.key: row.shown for row in limits.rows}
    assert shown_by_key["microphone.audio_bandwidth"] == "from 3\u202fkHz"
    assert "(caution:" in shown_by_key["bandwidth.download"]
    assert all(row.kind is None and not row.explanation for row in limits.rows)


def test_without_a_profile_there_are_no_limits() -> None:
    assert "limits" not in {part.name for part in shown(Situation(seen=Seen())).parts}
    assert shown(Situation(seen=Seen())).file == ""


def test_changes_are_told_newest_first() -> None:
    one = Change(before={"breaks.strict": ""}, after={"breaks.strict": "on"})
    part = Change(before={"week.start": "sunday"}, after={"week.start": ""}, part="week")
    whole = Change(before={"week.start": "sunday"}, after={"week.start": ""}, part="all")
    state = shown(Situation(seen=seen(), changes=(one, part, whole)))
    assert state.changes == (
        (2, "All settings: as delivered again"),
        (1, "Shifts and week: as delivered again"),
        (0, "Strict breaks: On instead of Off"),
    )
    many = shown(Situation(seen=seen(), changes=(one,) * 9))
    assert [number for number, _ in many.changes] == [8, 7, 6, 5]


def test_faults_and_what_counts_later_are_told() -> None:
    what = Seen(faults=("settings.toml is no valid TOML.",))
    state = shown(Situation(seen=what, trouble="Nothing was changed.", is_late=True))
    assert state.faults == ("settings.toml is no valid TOML.", "Nothing was changed.")
    assert state.is_late


def test_every_kind_has_its_row() -> None:
    kinds = {row.kind for row in rows_of(shown(Situation(seen=seen()))).values()}
    assert kinds == {None, *Kind} - {Kind.AGE}
