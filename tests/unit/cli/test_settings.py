"""Settings on the command line, kept in a real file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from workspace_assistant.adapters.files.choices import ChoicesFile
from workspace_assistant.bootstrap.settings_tools import settings_tools
from workspace_assistant.cli.main import explained, parse
from workspace_assistant.cli.settings_tools import SettingsTools
from workspace_assistant.core.settings.managed import Managed

Printed = pytest.CaptureFixture[str]


def _run(tools: SettingsTools, *words: str) -> int:
    arguments = parse(("settings", *words))
    return explained(lambda: int(arguments.run(arguments, tools)))


def _locked(tmp_path: Path) -> SettingsTools:
    made = settings_tools(tmp_path)
    managed = Managed(lock={"breaks.is_on": "on"}, place="/etc/managed.toml")
    return SettingsTools(
        path=made.path,
        kept=lambda: {**made.kept(), **managed.lock},
        keep=made.keep,
        managed=lambda: managed,
    )


def test_what_is_set_counts_is_read_back_and_is_marked(tmp_path: Path, capsys: Printed) -> None:
    tools = settings_tools(tmp_path)
    assert _run(tools, "set", "breaks.rest_seconds", "10m") == 0
    assert ChoicesFile(tmp_path).recall("breaks.rest_seconds") == "600"
    assert _run(tools, "get", "breaks.rest_seconds") == 0
    assert capsys.readouterr().out == "600\n"
    assert _run(tools, "list", "breaks") == 0
    listed = capsys.readouterr().out
    assert "  breaks.rest_seconds = 10m  (changed)\n" in listed
    assert "From 1m to 1h." in listed
    assert "language" not in listed


def test_one_or_all_are_as_delivered_again(tmp_path: Path, capsys: Printed) -> None:
    tools = settings_tools(tmp_path)
    for name, value in (("breaks.rest_seconds", "10m"), ("language", "de")):
        assert _run(tools, "set", name, value) == 0
    assert _run(tools, "reset", "breaks.rest_seconds") == 0
    assert dict(tools.kept()) == {"language": "de"}
    assert _run(tools, "reset", "--all") == 0
    assert dict(tools.kept()) == {}
    assert _run(tools, "reset") == 2
    assert "Name the settings" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("set", "breaks.rest_seconds", "2s"), "“2s” is no length from 1m to 1h."),
        (("set", "breaks.brakes", "on"), "“breaks.brakes” is no setting."),
        (("get", "nothing"), "“nothing” is no setting."),
        (("list", "nothing"), "“nothing” is no section. There are: reminders, breaks"),
    ],
)
def test_what_makes_no_sense_is_refused(
    tmp_path: Path, capsys: Printed, words: tuple[str, ...], said: str
) -> None:
    assert _run(settings_tools(tmp_path), *words) == 2
    assert said in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


def test_what_the_organization_set_cannot_be_changed(tmp_path: Path, capsys: Printed) -> None:
    tools = _locked(tmp_path)
    assert _run(tools, "set", "breaks.is_on", "off") == 2
    assert "set by your organization (/etc/managed.toml)" in capsys.readouterr().err
    assert _run(tools, "reset", "breaks.is_on") == 2
    assert _run(tools, "set", "language", "de") == 0
    assert _run(tools, "reset", "--all") == 0
    assert _run(tools, "list", "breaks") == 0
    assert "breaks.is_on = On  (Set by your organization)" in capsys.readouterr().out


def test_all_settings_are_a_document(tmp_path: Path, capsys: Printed) -> None:
    assert _run(_locked(tmp_path), "list", "--json") == 0
    document = json.loads(capsys.readouterr().out)
    assert document["schema"] == "workspace-assistant/settings/1"
    by_name = {one["name"]: one for one in document["settings"]}
    assert by_name["breaks.is_on"]["locked"] is True
    assert by_name["preshift.first_minutes"]["value"] == "15"


def test_the_path_is_where_the_file_is(tmp_path: Path, capsys: Printed) -> None:
    assert _run(settings_tools(tmp_path), "path") == 0
    assert capsys.readouterr().out == f"{tmp_path / 'settings.toml'}\n"


def test_the_list_ends_with_what_is_locked_beside_it(tmp_path: Path, capsys: Printed) -> None:
    made = settings_tools(tmp_path)
    managed = Managed(
        preset={"week.region": "de"}, lock={"profile": "acme.toml"}, place="/etc/managed.toml"
    )
    tools = SettingsTools(
        path=made.path, kept=lambda: managed.preset, keep=made.keep, managed=lambda: managed
    )
    assert _run(tools, "list") == 0
    listed = capsys.readouterr().out
    assert listed.endswith("\nprofile is set by your organization (/etc/managed.toml).\n")
    assert "  week.region = Germany\n" in listed  # preset: nobody changed it
    assert _run(tools, "list", "breaks") == 0
    assert "organization" not in capsys.readouterr().out
