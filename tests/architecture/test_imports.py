"""What may be loaded when: the window paints first, commands never load Qt."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

_REPORT_MODULES = """
import json, sys
sys.argv = ["workspace-assistant", *json.loads(sys.argv[1])]
from workspace_assistant.__main__ import main
try:
    main()
finally:
    sys.stderr.write("MODULES " + " ".join(sorted(sys.modules)))
"""
QT = {"PySide6", "shiboken6"}
SOUND = {"numpy", "sounddevice", "soundfile"}
NETWORK = {"aioice", "asyncio", "cryptography", "dns", "jeepney", "speedtest", "ssl", "truststore"}
DEAR = SOUND | NETWORK | {"google", "keyring", "opentelemetry", "psutil"}


def modules_after(data_dir: Path, *arguments: str) -> set[str]:
    import json

    command = [sys.executable, "-c", _REPORT_MODULES, json.dumps(arguments)]
    environment = {"WORKSPACE_ASSISTANT_DATA_DIR": str(data_dir), "PATH": "/usr/bin:/bin"}
    run = subprocess.run(
        command, capture_output=True, text=True, timeout=60, env=environment, check=False
    )
    return set(run.stderr.rpartition("MODULES ")[2].split())


def test_the_version_is_told_before_anything_is_loaded(tmp_path: Path) -> None:
    loaded = modules_after(tmp_path, "--version")
    assert "workspace_assistant" in loaded
    assert not loaded & (QT | DEAR | {"argparse", "sqlite3", "logging"})


@pytest.mark.parametrize(
    "arguments",
    [
        ("history",),
        ("profile", "show"),
        ("data", "path"),
        ("check", "--only", "none"),
        ("publish", "status"),
    ],
)
def test_commands_load_neither_qt_nor_dear_libraries(
    tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    loaded = modules_after(tmp_path, *arguments)
    assert "workspace_assistant.cli.main" in loaded
    assert not {name.partition(".")[0] for name in loaded} & (QT | DEAR)


def test_a_check_of_the_computer_loads_neither_qt_nor_sound_nor_network(tmp_path: Path) -> None:
    loaded = modules_after(tmp_path, "check", "--only", "computer", "--quick", "--json")
    assert "psutil" in loaded
    assert not {name.partition(".")[0] for name in loaded} & (QT | SOUND | NETWORK | {"keyring"})
    ours = {name.removeprefix("workspace_assistant.") for name in loaded}
    assert not {name for name in ours if name.startswith(("adapters.network", "adapters.audio"))}


@pytest.mark.parametrize("before", [(), ("--data-dir", "{}/check"), ("--data-dir={}/check",)])
def test_a_command_loads_no_other_command(tmp_path: Path, before: tuple[str, ...]) -> None:
    where = [word.format(tmp_path) for word in before]
    loaded = modules_after(tmp_path, *where, "data", "path")
    assert "workspace_assistant.cli.data" in loaded
    others = {f"workspace_assistant.cli.{name}" for name in ("check", "history", "mic", "profile")}
    assert not loaded & others


@pytest.mark.parametrize(
    "arguments",
    [(), ("--in-tray",), ("--data-dir", "there", "--in-tray"), ("--data-dir=there",)],
)
def test_the_window_opens_without_reading_in_the_commands(arguments: tuple[str, ...]) -> None:
    program = (
        "import sys\n"
        "from workspace_assistant.cli.main import COMMANDS, parse\n"
        "assert parse(sys.argv[1:]).command is None\n"
        "names = {'workspace_assistant.cli.' + name.replace('-', '_') for name in COMMANDS}\n"
        "assert not names & set(sys.modules), names & set(sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program, *arguments], check=True, timeout=60)


@pytest.mark.parametrize(
    "arguments", [("--data-dir",), ("--in-tray", "chekc"), ("--data-dir=a", "-x")]
)
def test_a_mistyped_start_is_told_of_every_command(arguments: tuple[str, ...]) -> None:
    words = [sys.executable, "-m", "workspace_assistant", *arguments]
    run = subprocess.run(words, capture_output=True, text=True, timeout=60, check=False)
    assert run.returncode == 2
    assert "COMMAND" in run.stderr


def test_the_time_log_loads_nothing_of_the_readiness_check(tmp_path: Path) -> None:
    loaded = modules_after(tmp_path, "focus", "list")
    assert "workspace_assistant.core.focus.service" in loaded
    assert not [name for name in loaded if name.startswith("workspace_assistant.core.signal")]
    assert "workspace_assistant.core.readiness.service" not in loaded
    assert not loaded & {"icalendar", "numpy", "psutil", "jeepney", "ctypes.util"}


def test_a_look_that_finds_nothing_due_loads_nothing_of_the_readiness_check(tmp_path: Path) -> None:
    """The system's timer starts it every few minutes."""
    loaded = modules_after(tmp_path, "schedule", "run")
    assert "workspace_assistant.core.preshift.service" in loaded
    assert "workspace_assistant.core.publishing.service" not in loaded
    assert "workspace_assistant.core.readiness.service" not in loaded
    assert "workspace_assistant.core.readiness.profile.model" not in loaded
    names = {name.partition(".")[0] for name in loaded}
    assert not names & (QT | DEAR | {"icalendar", "recurring_ical_events"})


def test_the_self_check_of_a_workplace_loads_nothing_of_the_other_features(tmp_path: Path) -> None:
    loaded = modules_after(tmp_path, "ergonomics", "show")
    assert "workspace_assistant.core.ergonomics.service" in loaded
    features = ("readiness.service", "readiness.profile.model", "focus.service", "shifts.service")
    assert not loaded & {f"workspace_assistant.core.{name}" for name in features}
    assert not {name.partition(".")[0] for name in loaded} & (QT | DEAR | {"icalendar"})
