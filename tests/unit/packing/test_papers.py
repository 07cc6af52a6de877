"""What lies in packages beside the program: manual, completions, licenses, bill of materials."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from packing.command_tree import Argument, Command, command_tree
from packing.completions import bash, fish, zsh
from packing.license_texts import LicenseMissingError, collect_licenses
from packing.manual import manual_page, roff
from packing.sbom import sbom_text
from packing.shipped import Component, is_license, license_of
from packing.units import user_units

from workspace_assistant.cli.main import COMMANDS

STOP = Command(
    words=("go", "stop"), usage="x go stop", help="It's over.", arguments=(), commands=()
)
GO = Command(
    words=("go",),
    usage="x go",
    help="Goes.",
    arguments=(Argument(flags=("-n", "--number"), value="N", help="how -many"),),
    commands=(STOP,),
)
TREE = Command(words=(), usage="x", help="A program.", arguments=(), commands=(GO,))
ONE = Component(name="one", version="1", license="MIT", needs=("two", "elsewhere"))
TWO = Component(name="two", version="2", license="A License of its Own")


def test_every_command_is_in_the_tree() -> None:
    tree = command_tree()
    assert tuple(one.words[0] for one in tree.commands) == COMMANDS
    below = {one.words for one in tree.walk()}
    assert {("focus", "start"), ("shifts", "pattern"), ("data", "path")} <= below
    assert all(one.help for one in tree.walk())


def test_the_manual_has_commands_and_options() -> None:
    page = manual_page(TREE, 1_700_000_000).splitlines()
    assert page[0].startswith(".TH WORKSPACE-ASSISTANT 1 2023-11-14")
    place = page.index('.SS "go stop"')
    assert page[place + 1] == "It's over."
    assert "\\fB\\-n\\fR, \\fB\\-\\-number\\fR \\fIN\\fR" in page
    assert "how \\-many" in page


@pytest.mark.parametrize(
    ("text", "written"), [(".x", "\\&.x"), ("'a", "\\&'a"), ("a\\n", "a\\en"), ("a\n b", "a b")]
)
def test_text_is_never_an_order_to_roff(text: str, written: str) -> None:
    assert roff(text) == written


def test_shells_are_offered_what_stands_below_and_its_options() -> None:
    assert '        " go") words="stop -n --number" ;;' in bash(TREE)
    assert '        " go") words_here="stop -n --number" ;;' in zsh(TREE)
    assert "-f -a stop -d 'It\\'s over.'" in fish(TREE)


def test_units_for_everybody_name_nobodys_data() -> None:
    service, timer = user_units("/usr/bin/x")
    assert b'ExecStart=:"/usr/bin/x" "schedule" "run"\n' in service[1]
    assert b"OnCalendar" in timer[1]


def test_the_bill_of_materials_is_the_same_every_time_and_has_the_graph() -> None:
    text = sbom_text([ONE, TWO], 1_700_000_000)
    assert text == sbom_text([ONE, TWO], 1_700_000_000)
    told = json.loads(text)
    assert told["metadata"]["timestamp"] == "2023-11-14T22:13:20Z"
    assert {one["ref"]: one["dependsOn"] for one in told["dependencies"]} == {
        "workspace-assistant": ["one"],
        "one": ["two"],
        "two": [],
    }
    assert told["components"][0]["licenses"] == [{"expression": "MIT"}]
    assert told["components"][1]["licenses"] == [{"license": {"name": "A License of its Own"}}]
    assert sbom_text([ONE], 1_700_000_000) != text


def test_nothing_is_handed_out_without_its_license(tmp_path: Path) -> None:
    with pytest.raises(LicenseMissingError, match="two 2"):
        collect_licenses([TWO], tmp_path)
    text = tmp_path / "x-1.dist-info" / "licenses" / "LICENSE"
    text.parent.mkdir(parents=True)
    text.write_text("all of it", "utf-8")
    with pytest.raises(LicenseMissingError, match="three 3"):
        collect_licenses([Component(name="three", version="3", license_files=(text,))], tmp_path)
    four = Component(name="four", version="4", license="MIT", license_files=(text,))
    folder = collect_licenses([four], tmp_path)
    assert (folder / "four" / "LICENSE").read_text("utf-8") == "all of it"
    assert json.loads((folder / "components.json").read_text("utf-8"))[0]["texts"] == [
        "four/LICENSE"
    ]


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("x-1.dist-info/licenses/LICENSE", True),
        ("x-1.dist-info/COPYING.txt", True),
        ("x-1.dist-info/METADATA", False),
        ("x/license.py", False),
    ],
)
def test_licenses_lie_beside_the_metadata(path: str, is_one: bool) -> None:
    assert is_license(path) is is_one


def test_a_license_is_named_as_exactly_as_it_is_told() -> None:
    assert license_of("MIT OR Apache-2.0", "MIT", None) == "MIT OR Apache-2.0"
    assert license_of(None, "MIT License\nand its text", None) == "MIT"
    assert license_of(None, None, ["License :: OSI Approved :: BSD License"]) == "BSD License"
    assert license_of(None, None, None) == ""
