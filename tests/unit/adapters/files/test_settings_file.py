"""The file of settings: edited by hand and by programs, with nothing lost of either."""

from __future__ import annotations

import json
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from workspace_assistant.adapters.files.choices import ChoicesFile, LockedSettingError
from workspace_assistant.adapters.files.managed_settings import ManagedPlace
from workspace_assistant.adapters.files.settings_file import (
    GOOD_NAME,
    SETTINGS_NAME,
    BrokenSettingsError,
)
from workspace_assistant.adapters.files.settings_toml import changed
from workspace_assistant.core.settings import rules
from workspace_assistant.core.settings.kept import flattened


def _place(path: Path) -> ManagedPlace:
    return ManagedPlace(path, owner=path.parent.stat().st_uid)


def test_settings_are_typed_in_tables_and_notes_stay_apart(tmp_path: Path) -> None:
    choices = ChoicesFile(tmp_path)
    choices.remember_all(
        {"breaks.is_on": "on", "week.target.shortest-daily-rest": "39600.0", "microphone": "usb"}
    )
    written = (tmp_path / SETTINGS_NAME).read_text()
    assert "[breaks]\nis_on = true\n" in written
    assert "[week.target]\nshortest-daily-rest = 39600.0\n" in written
    assert json.loads((tmp_path / "choices.json").read_text()) == {"microphone": "usb"}
    assert choices.recall("breaks.is_on") == "on"
    assert choices.recall("microphone") == "usb"


def test_what_an_earlier_version_kept_is_taken_over(tmp_path: Path) -> None:
    older = {"breaks.is_on": "on", "microphone": "usb", "week.start": "sunday"}
    (tmp_path / "choices.json").write_text(json.dumps(older))
    choices = ChoicesFile(tmp_path)
    assert choices.recall_all() == older
    choices.remember("week.start", "")
    assert choices.recall_all() == {"breaks.is_on": "on", "microphone": "usb"}
    assert json.loads((tmp_path / "choices.json").read_text()) == {"microphone": "usb"}


def test_what_the_file_says_is_never_replaced_by_what_an_earlier_version_kept(
    tmp_path: Path,
) -> None:
    older = {"breaks.is_on": "on", "language": "fr", "week.start": "sunday"}
    (tmp_path / "choices.json").write_text(json.dumps(older))
    (tmp_path / SETTINGS_NAME).write_text("language = 'de'\nbreaks.is_on = 'maybe'\n")
    choices = ChoicesFile(tmp_path)
    choices.remember("week.region", "de")
    written = (tmp_path / SETTINGS_NAME).read_text()
    assert "language = 'de'\nbreaks.is_on = 'maybe'\n" in written
    assert choices.recall("week.start") == "sunday"
    assert json.loads((tmp_path / "choices.json").read_text()) == {}


def test_notes_are_kept_beside_a_file_that_is_no_toml(tmp_path: Path) -> None:
    (tmp_path / "choices.json").write_text(json.dumps({"week.start": "sunday"}))
    (tmp_path / SETTINGS_NAME).write_text("[breaks\n")
    choices = ChoicesFile(tmp_path)
    choices.remember("microphone", "usb")
    assert choices.recall_all() == {"microphone": "usb", "week.start": "sunday"}


def test_a_choice_of_before_waits_below_a_lock(tmp_path: Path) -> None:
    (tmp_path / "choices.json").write_text(json.dumps({"breaks.is_on": "off"}))
    managed = tmp_path / "managed.toml"
    managed.write_text("[lock.breaks]\nis_on = true\n")
    choices = ChoicesFile(tmp_path, place=_place(managed))
    choices.remember("language", "de")
    assert choices.recall("breaks.is_on") == "on"
    managed.unlink()
    assert choices.recall("breaks.is_on") == "off"


def test_nothing_is_lost_where_several_change_at_once(tmp_path: Path) -> None:
    (tmp_path / "choices.json").write_text(json.dumps({"language": "de", "loudness.is_on": "off"}))
    values = {f"week.goal.{name}": "36000" for name in ("focus", "learning")}
    values |= {f"note.{number}": "x" for number in range(8)}

    def keep(one: tuple[str, str]) -> None:
        ChoicesFile(tmp_path).remember(*one)

    with ThreadPoolExecutor(6) as workers:
        list(workers.map(keep, values.items()))
    kept = ChoicesFile(tmp_path).recall_all()
    assert kept == {**values, "language": "de", "loudness.is_on": "off"}


@pytest.mark.parametrize(
    "written",
    [
        "# all of it\n\n# mine\nweek.start = 'monday'  # as at work\n[breaks]\nis_on = true\n",
        "week = {start = 'monday', target = {daily-rest = 39600}}\n",
        "[week.target]\ndaily-rest = 39600\n[breaks]\nis_on = true\n[week]\nstart = 'monday'\n",
        "[week]\nstart = 'monday'\ntarget.daily-rest = 39600\n",
        "[breaks]\nis_on = true\n",
    ],
)
def test_however_tables_are_written_each_value_gets_its_place(written: str) -> None:
    before = dict(flattened(tomllib.loads(written)))
    new = {
        "week.commute.currency": "EUR",
        "week.target.quick-returns": "2",
        "week.commute.day-fare": "4.5",
        "language": "de",
    }
    text = changed(written, new)
    assert dict(flattened(tomllib.loads(text))) == before | new
    assert all(one in text for one in written.splitlines() if "#" in one)
    assert text.startswith("# all of it\n") or not written.startswith("#")
    gone = changed(text, {**dict.fromkeys(new, ""), "week.region": ""})
    assert dict(flattened(tomllib.loads(gone))) == before


def test_what_counted_beside_a_bad_value_counts_when_all_of_it_is_broken(tmp_path: Path) -> None:
    file = tmp_path / SETTINGS_NAME
    file.write_text("language = 'klingon'\n[week]\nstart = 'sunday'\ngoal.focus = 36000.0\n")
    choices = ChoicesFile(tmp_path)
    choices.remember("week.commute.currency", "EUR")
    counted = {
        "week.start": "sunday",
        "week.goal.focus": "36000.0",
        "week.commute.currency": "EUR",
    }
    assert choices.recall_all() == counted
    file.write_text("[week\n")
    assert choices.recall_all() == counted
    file.unlink()
    file.mkdir()
    assert choices.recall_all() == counted


def test_a_list_a_time_and_settings_that_do_not_go_together(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_NAME).write_text(
        "breaks.is_on = ['on']\nweek.goal.end-of-day = 18:00:00\npreshift.first_minutes = 5\n"
    )
    choices = ChoicesFile(tmp_path)
    assert choices.recall_all() == {"week.goal.end-of-day": "18:00"}
    listed, together = choices.faults()
    assert "breaks.is_on: “['on']” is neither on nor off." in listed
    assert "preshift.first_minutes: " in together


def test_comments_order_and_what_is_unknown_stay(tmp_path: Path) -> None:
    written = "# mine\n[week]\nstart = 'sunday'  # as at work\n\n[later_version]\nx = [1, 2]\n"
    (tmp_path / SETTINGS_NAME).write_text(written)
    ChoicesFile(tmp_path).remember("week.start", "monday")
    assert (tmp_path / SETTINGS_NAME).read_text() == written.replace("'sunday'", '"monday"')


def test_a_setting_that_is_taken_out_leaves_the_others(tmp_path: Path) -> None:
    choices = ChoicesFile(tmp_path)
    choices.remember_all({"breaks.is_on": "on", "language": "de"})
    choices.remember_all({"breaks.is_on": "", "week.start": ""})
    assert choices.recall_all() == {"language": "de"}


def test_a_file_that_is_no_toml_is_named_kept_and_replaced_by_the_last_good(
    tmp_path: Path,
) -> None:
    choices = ChoicesFile(tmp_path)
    choices.remember("breaks.is_on", "on")
    (tmp_path / SETTINGS_NAME).write_text("[breaks\n")
    assert choices.recall("breaks.is_on") == "on"
    (fault,) = choices.faults()
    assert SETTINGS_NAME in fault
    assert "line 1" in fault
    with pytest.raises(BrokenSettingsError, match="line 1"):
        choices.remember("breaks.is_on", "off")
    assert (tmp_path / SETTINGS_NAME).read_text() == "[breaks\n"


def test_without_a_good_one_of_before_all_is_as_delivered(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_NAME).write_text("[breaks\n")
    (tmp_path / GOOD_NAME).write_text("[also broken\n")
    assert ChoicesFile(tmp_path).recall_all() == {}


def test_a_bad_value_is_named_and_what_it_was_before_counts(tmp_path: Path) -> None:
    choices = ChoicesFile(tmp_path)
    choices.remember_all({"breaks.rest_seconds": "600", "breaks.is_on": "on"})
    edited = (tmp_path / SETTINGS_NAME).read_text().replace("600", "9").replace("true", "false")
    (tmp_path / SETTINGS_NAME).write_text(edited)
    assert choices.recall_all() == {"breaks.rest_seconds": "600", "breaks.is_on": "off"}
    (fault,) = choices.faults()
    assert "breaks.rest_seconds: “9s” is no length from 1m to 1h." in fault
    choices.remember("breaks.rest_seconds", "300")
    assert choices.faults() == ()


def test_a_bad_value_that_was_never_good_counts_for_nothing(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_NAME).write_text("language = 'klingon'\n")
    assert ChoicesFile(tmp_path).recall("language") == ""


def test_what_is_no_setting_is_named(tmp_path: Path) -> None:
    (tmp_path / SETTINGS_NAME).write_text(
        "language = 'de'\n[brakes]\nis_on = true\n[week]\nfoo = 1\n"
    )
    choices = ChoicesFile(tmp_path)
    assert [str(one).partition(": ")[2] for one in choices.faults()] == [
        "brakes.is_on is no setting; it changes nothing.",
        "week.foo is no setting; it changes nothing.",
    ]
    assert choices.recall_all() == {"language": "de"}


@pytest.mark.parametrize(
    "make", [lambda path: path.mkdir(), lambda path: path.write_bytes(b"#" * 300_000)]
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, make: object) -> None:
    assert callable(make)
    make(tmp_path / SETTINGS_NAME)
    choices = ChoicesFile(tmp_path)
    (fault,) = choices.faults()
    assert "cannot be read" in fault
    with pytest.raises(OSError, match="cannot be read"):
        choices.remember("language", "de")


def test_an_organization_presets_and_locks(tmp_path: Path) -> None:
    managed = tmp_path / "managed.toml"
    managed.write_text("[preset]\nlanguage = 'de'\n[lock.breaks]\nis_on = true\n")
    choices = ChoicesFile(tmp_path, place=_place(managed))
    assert choices.recall_all() == {"language": "de", "breaks.is_on": "on"}
    choices.remember_all({"language": "fr", "breaks.is_on": "on"})
    assert choices.recall("language") == "fr"
    assert choices.locked() == {"breaks.is_on": "on"}
    with pytest.raises(LockedSettingError, match="set by your organization"):
        choices.remember_all({"language": "es", "breaks.is_on": "off"})
    assert choices.recall("language") == "fr"
    assert "is_on" not in (tmp_path / SETTINGS_NAME).read_text()


def test_nobody_is_listened_to_by_decision_of_others(tmp_path: Path) -> None:
    managed = tmp_path / "managed.toml"
    managed.write_text(
        "other = 1\n[lock]\n'loudness.is_on' = true\nmicrophone = 'x'\n"
        "keep-checks = '2y'\n[preset.check_in]\nis_on = false\n"
    )
    choices = ChoicesFile(tmp_path, place=_place(managed))
    assert choices.recall_all() == {"check_in.is_on": "off"}
    assert sorted(fault.sentence.partition("{name}")[2] for fault in choices.faults()) == [
        " is for each person to decide; it is left out.",
        " is for each person to turn on; it is left out.",
        " is unknown; it is left out.",
        " is unknown; it is left out.",
    ]


@pytest.mark.parametrize("mode", [0o664, 0o646])
def test_a_file_that_others_can_write_is_not_followed(tmp_path: Path, mode: int) -> None:
    managed = tmp_path / "managed.toml"
    managed.write_text("[lock]\nlanguage = 'de'\n")
    managed.chmod(mode)
    choices = ChoicesFile(tmp_path, place=_place(managed))
    assert choices.recall_all() == {}
    assert "is not followed" in choices.faults()[0]


def test_a_link_and_somebody_elses_file_are_not_followed(tmp_path: Path) -> None:
    aim, link = tmp_path / "aim.toml", tmp_path / "managed.toml"
    aim.write_text("[lock]\nlanguage = 'de'\n")
    link.symlink_to(aim)
    assert ChoicesFile(tmp_path, place=_place(link)).recall_all() == {}
    strangers = ManagedPlace(aim, owner=aim.stat().st_uid + 1)
    assert ChoicesFile(tmp_path, place=strangers).recall_all() == {}


@pytest.mark.parametrize("content", ["[lock\n", "x" * 300_000])
def test_a_managed_file_that_is_not_understood_is_named(tmp_path: Path, content: str) -> None:
    managed = tmp_path / "managed.toml"
    managed.write_text(content)
    choices = ChoicesFile(tmp_path, place=_place(managed))
    assert "is not followed" in choices.faults()[0]
    choices.remember("language", "de")
    assert choices.recall("language") == "de"


def test_a_collector_is_proposed_where_its_address_is_one(tmp_path: Path) -> None:
    managed = tmp_path / "managed.toml"
    managed.write_text(
        "[preset]\npublishing.url = 'https://collector.example'\npublishing.groups = 'all'\n"
        "[lock]\npublishing.groups = 'verdicts'\n"
    )
    choices = ChoicesFile(tmp_path, place=_place(managed))
    assert choices.managed().preset == {"publishing.url": "https://collector.example"}
    assert choices.managed().lock == {}
    assert "publishing.groups" in str(choices.faults()[0])


def test_what_means_nothing_in_a_managed_file_is_named_and_left_out(tmp_path: Path) -> None:
    managed = tmp_path / "managed.toml"
    managed.write_text(
        "[preset]\nlanguage = 'de'\nbreaks.is_on = 'maybe'\nweek.foo = 1\n"
        "[lock]\nprofile = 'p.toml'\npreshift.first_minutes = 20\npreshift.second_minutes = 90\n"
    )
    choices = ChoicesFile(tmp_path, place=_place(managed))
    for _ in range(2):  # what has faults is not noted as good
        assert choices.recall_all() == {
            "language": "de",
            "profile": "p.toml",
            "preshift.first_minutes": "20",
        }
        assert [
            str(one).removeprefix(f"{managed}: ").partition(":")[0] for one in choices.faults()
        ] == [
            "breaks.is_on is not followed",
            "week.foo is not followed",
            "preshift.second_minutes is not followed",
        ]


def test_a_managed_file_is_looked_at_closely_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    managed = tmp_path / "managed.toml"
    managed.write_text("[lock]\nlanguage = 'de'\n")
    choices = ChoicesFile(tmp_path, place=_place(managed))
    assert choices.recall("language") == "de"

    def never(_: object) -> dict[str, object]:
        raise AssertionError

    monkeypatch.setattr(rules, "faults_among", never)
    assert choices.recall("language") == "de"
    managed.write_text("[lock]\nlanguage = 'fr'\nbreaks.is_on = true\n")
    with pytest.raises(AssertionError):
        choices.recall("language")


@pytest.mark.parametrize("part", ["lock", "preset"])
def test_a_profile_that_others_can_write_is_not_followed(tmp_path: Path, part: str) -> None:
    managed, profile = tmp_path / "managed.toml", tmp_path / "acme.toml"
    table = "[lock]\n" if part == "lock" else ""
    managed.write_text(f"[preset]\nlanguage = 'de'\n{table}profile = 'acme.toml'\n")
    choices = ChoicesFile(tmp_path / "data", place=_place(managed))
    followed = {"language": "de", "profile": "acme.toml"}
    assert choices.recall_all() == followed  # whoever reads it says that it is missing
    profile.write_text("")
    profile.chmod(0o644)
    assert choices.recall_all() == followed
    profile.chmod(0o666)
    assert choices.recall_all() == {"language": "de"}
    (fault,) = choices.faults()
    assert str(fault).startswith(f"{profile} is not followed")


def test_a_system_without_a_file_for_it_has_nothing_set(tmp_path: Path) -> None:
    assert ChoicesFile(tmp_path, place=ManagedPlace(None)).recall_all() == {}


def test_the_documented_example_is_followed_whole(tmp_path: Path) -> None:
    page = Path(__file__).parents[4] / "docs" / "managed-settings.md"
    example = page.read_text("utf-8").partition("```toml\n")[2].partition("```")[0]
    managed = tmp_path / "managed.toml"
    managed.write_text(example)
    choices = ChoicesFile(tmp_path, place=_place(managed))
    assert choices.faults() == ()
    assert choices.locked() == {
        "profile": "contact-center.toml",
        "preshift.first_minutes": "20",
        "breaks.is_on": "on",
    }
    assert {"language", "week.region"} <= choices.recall_all().keys()
