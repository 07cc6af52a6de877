from __future__ import annotations

import signal
import subprocess
import time
from pathlib import Path

import pytest

from tests.e2e.program import command, environment, run
from tests.quiet_computer import on_time, timed


def test_bad_input_is_one_sentence_and_exit_2(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text('schema = 1\nname = "x"\n[bandwidth]\nprovider = "pigeon"\nspeed = 3\n')
    answer = run(tmp_path / "data", "profile", "validate", str(bad))
    assert answer.code == 2
    providers = "auto, speedtest.net, librespeed, cloudflare, http"
    assert answer.err.splitlines() == [
        f"{bad}: bandwidth.speed: is not known here",
        f"{bad}: bandwidth.provider: must be one of {providers}",
    ]
    assert answer.out == ""


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("check", "--only", "vibes"), "no check is called vibes"),
        (("check", "--only", ""), "names no check"),
        (("target", "--port", "abc"), "must lie between 0 and 65535"),
        (("--data-dir", "~nosuchuser/x", "data", "path"), "no such user's home directory"),
        (("check", "--report", "report.docx"), "a report ends in .json, .html, .pdf"),
        (("check", "--report", "/nowhere/report.json"), "the folder /nowhere does not exist"),
        (("check", "--profile", "/nowhere.toml"), "/nowhere.toml: cannot be read"),
        (("check", "--server", "ftp://x"), "--server: must start with https:// or http://"),
        (("check", "--bogus"), "--bogus"),
        (("mic", "/nowhere.wav"), "/nowhere.wav"),
        (("mic", "x.wav", "--quiet-seconds", "-1"), "must lie between 0 and 60"),
        (("profile", "use", "/nowhere.toml"), "/nowhere.toml: cannot be read"),
        (("frobnicate",), "invalid choice"),
    ],
)
def test_bad_arguments_change_nothing(
    tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    answer = run(tmp_path / "data", *arguments)
    assert answer.code == 2
    assert sentence in answer.err
    assert answer.out == ""
    assert not list(tmp_path.rglob("*.sqlite3"))


def test_a_check_reports_saves_and_is_found_in_the_history(tmp_path: Path) -> None:
    report_file = tmp_path / "report.json"
    answer = run(
        tmp_path, "check", "--only", "computer", "--quick", "--json", "--report", str(report_file)
    )
    document = answer.document()
    assert document["schema"] == "workspace-assistant/readiness-report/1"
    assert {"ready": 0, "caution": 10, "not-ready": 20}[document["verdict"]] == answer.code
    ids = {entry["id"] for entry in document["checks"][0]["measurements"]}
    assert ids >= {"computer.cpu_utilization", "computer.memory_used", "computer.disk_free"}
    assert document["deselected"] == ["microphone", "bandwidth"]
    assert "computer: " in answer.err
    assert report_file.read_text("utf-8") == answer.out
    history = run(tmp_path, "history", "--json").document()
    assert [report["id"] for report in history["reports"]] == [document["id"]]


def test_a_run_can_be_kept_out_of_the_history(tmp_path: Path) -> None:
    run(tmp_path, "check", "--only", "computer", "--quick", "--no-save")
    assert run(tmp_path, "history", "--json").document()["reports"] == []


def test_a_store_that_cannot_be_used_costs_the_record_not_the_verdict(tmp_path: Path) -> None:
    (tmp_path / "workspace-assistant.sqlite3").write_bytes(b"not a database" * 100)
    answer = run(tmp_path, "check", "--only", "computer", "--quick", "--json")
    assert answer.document()["checks"][0]["id"] == "computer"
    assert "This report was not saved" in answer.err
    assert run(tmp_path, "history").code == 1


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@timed
def test_an_interrupt_ends_the_check_within_a_second(
    tmp_path: Path, number: signal.Signals
) -> None:
    arguments = command("check", "--only", "computer,microphone", "--json")
    pipe = subprocess.PIPE
    with subprocess.Popen(
        arguments, env=environment(tmp_path), stdout=pipe, stderr=pipe, bufsize=0
    ) as process:
        assert process.stderr is not None
        process.stderr.readline()  # it checks, and watches the processors for 3.5 s
        process.send_signal(number)
        began_s = time.monotonic()
        out, err = process.communicate(timeout=10)
        took_s = time.monotonic() - began_s
    assert process.returncode == 130
    assert (out, b"Traceback" in err) == (b"", False)
    assert run(tmp_path, "history", "--json").document()["reports"] == []
    with on_time():
        assert took_s < 1.0


def test_the_embedded_target_is_plainly_labeled(tmp_path: Path) -> None:
    answer = run(tmp_path, "check", "--embedded-target", "--only", "bandwidth", "--quick", "--json")
    assert "says nothing about your line" in answer.err
    check = answer.document()["checks"][0]
    down = next(entry for entry in check["measurements"] if entry["id"] == "bandwidth.download")
    assert down["value"] > 10e6
    assert down["conditions"]["scope"] == "this-computer"
    assert answer.code == 0


def test_this_installation_is_whole(tmp_path: Path) -> None:
    """What is not there on this computer breaks nothing, and says what is lost."""
    answer = run(tmp_path, "self-test", "--json")
    steps = answer.document()["steps"]
    parts = {step["name"]: step["fault"] for step in steps if step["part_of_installation"]}
    assert parts.pop("sound library") in {"", "OSError: PortAudio library not found"}
    assert set(parts.values()) == {""}
    found = {step["name"]: step for step in steps if not step["part_of_installation"]}
    assert found["disk"]["state"] == found["network over IPv4"]["state"] == "works"
    assert found["your data"]["unknown"] == "nothing was kept yet"
    assert all(step["loss"].endswith(".") for step in found.values())
    faults = [step["fault"] for step in found.values()]
    assert not [fault for fault in faults if "Error" in fault], faults


@timed
def test_the_version_is_told_at_once(tmp_path: Path) -> None:
    began_s = time.monotonic()
    assert run(tmp_path, "--version").out.startswith("workspace-assistant 0.")
    with on_time():
        assert time.monotonic() - began_s < 1.0
