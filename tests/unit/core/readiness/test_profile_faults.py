"""Every fault of a profile once: what follows from another fault is no second one."""

from __future__ import annotations

import tomllib

import pytest

from workspace_assistant.core.readiness.profile.faults import Faults, ProfileError, shown
from workspace_assistant.core.readiness.profile.parse import parse_profile

REVERSED = "active_speech_level_dbov = { ready = [-12, -34], caution = [-42, -6] }"
HEAD = 'schema = 1\nname = "x"\n'


def faults_of(text: str) -> list[str]:
    with pytest.raises(ProfileError) as caught:
        parse_profile(tomllib.loads(text), "sha256:0")
    return list(caught.value.faults)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        ("schema = 1\nname = 3", ["name: must be text in quotes, not 3"]),
        ('name = "x"', ["schema: is missing: must be 1"]),
        (
            f'{HEAD}[bandwidth]\nprovider = "http"\nserver = 3',
            ["bandwidth.server: must be text in quotes, not 3"],
        ),
        (
            f'{HEAD}[[endpoints]]\nname = 3\nurl = "tcp://a:1"',
            ["endpoints[0].name: must be text in quotes, not 3"],
        ),
        (
            f'{HEAD}[[endpoints]]\nname = "a"\nurl = true',
            ["endpoints[0].url: must be text in quotes, not true"],
        ),
        (
            f'{HEAD}[[endpoints]]\nurl = "tcp://a:1"\n[[endpoints]]\nurl = "tcp://b:1"',
            [f"endpoints[{at}].name: is missing: every system has a name" for at in (0, 1)],
        ),
        (
            f"{HEAD}[voice_path]\nrequired = true\nstun = [3]",
            ["voice_path.stun[0]: must look like stun:host:port, not 3"],
        ),
        (
            f"{HEAD}[voice_path]\nrequired = true\nturn = 3",
            ["voice_path.turn: must be a list, not 3"],
        ),
        (
            f"{HEAD}[microphone]\n{REVERSED}",
            [
                "microphone.active_speech_level_dbov.ready: lowest (-12) is above highest (-34)",
            ],
        ),
        (
            f"{HEAD}[[bandwidth]]\nx = 1",
            ["bandwidth: must be a section [bandwidth], not a list of sections"],
        ),
        (
            f"{HEAD}[connection]\nclock_offset_s = {{ ready = 1e9, caution = 1e9 }}",
            ["connection.clock_offset_s: must lie between 0 and 1000000"],
        ),
    ],
)
def test_one_mistake_is_one_fault(text: str, faults: list[str]) -> None:
    assert faults_of(text) == faults


def test_both_bounds_reversed_and_out_of_range_are_two_faults() -> None:
    found = faults_of(f"{HEAD}[computer]\ncpu_percent = {{ ready = 200, caution = 100 }}")
    assert [one.partition(": ")[0] for one in found] == ["computer.cpu_percent"] * 2


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "true"),
        (False, "false"),
        ({"a": 1}, "a section"),
        ([{"a": 1}], "a list of sections"),
        ([1, 2], "[1, 2]"),
        ("x" * 100, f"'{'x' * 59}…"),
    ],
)
def test_values_are_shown_as_toml_has_them(value: object, words: str) -> None:
    assert shown(value) == words


def test_a_fault_inside_counts_for_the_place_and_not_for_one_of_a_like_name() -> None:
    faults = Faults()
    faults.add("voice_path.stun[0]", "is odd")
    assert faults.has("voice_path.stun")
    assert faults.has("voice_path")
    assert not faults.has("voice_path.stu")
