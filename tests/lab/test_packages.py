"""Packages as they are handed out: built, looked over, installed, run, removed; nothing is left."""

from __future__ import annotations

import ast
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from importlib.metadata import requires
from pathlib import Path

import pytest

from tests.lab.fresh_root import FreshRoot, installed_in, may_be_made
from workspace_assistant.bootstrap.parts import PARTS

ROOT = Path(__file__).resolve().parents[2]
NAME = "workspace-assistant"
# Another root file system than this computer's, with what the package depends on.
LOWER = Path(os.environ.get("WORKSPACE_ASSISTANT_FRESH_ROOT", "/"))
CHECK = ("check", "--embedded-target", "--quick", "--json")
VERDICTS = {0, 10, 20, 30}
DATA = "/home/agent/.local/share/workspace-assistant"
SCREEN, DISPLAY = ("Xvfb", "openbox", "xdotool"), ":71"
# As docs/rollout.md puts them there.
MANAGED = """
install -d -m 0755 /etc/workspace-assistant
cd /etc/workspace-assistant
printf 'schema = 1\\nname = "Acme"\\n' >contact-center.toml
printf '[lock]\\nprofile = "contact-center.toml"\\n' >managed.toml
chmod 0644 *.toml
"""
LINTERS = ("desktop-file-validate", "appstreamcli")

pytestmark = [
    pytest.mark.lab,
    pytest.mark.timeout(900),  # building takes a minute of one processor, beside other tests more
    pytest.mark.skipif(not shutil.which("dpkg-shlibdeps"), reason="needs dpkg-dev"),
]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if built_before := os.environ.get("WORKSPACE_ASSISTANT_PACKAGES"):
        return Path(built_before)
    folder = tmp_path_factory.mktemp("packages")
    subprocess.run(
        [sys.executable, "-m", "packing", "deb", "--compression", "none", "--out", str(folder)],
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "packaging")},
        capture_output=True,
    )
    return folder


@pytest.fixture(scope="module")
def program(out: Path) -> str:
    return str(out / NAME / NAME)


@pytest.fixture(scope="module")
def deb(out: Path) -> Path:
    (package,) = out.glob("*.deb")
    return package


@pytest.fixture(scope="module")
def tree(deb: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tree")
    subprocess.run(["dpkg-deb", "--extract", deb, folder], check=True)
    return folder


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[FreshRoot]:
    if not may_be_made():
        pytest.skip("needs root")
    folder = tmp_path / "fresh"
    folder.mkdir()
    try:
        root = FreshRoot(folder, LOWER, ROOT).__enter__()
    except OSError as error:
        pytest.skip(f"no overlay over this file system: {error}")
    try:
        yield root
    finally:
        root.__exit__(None, None, None)


def elsewhere(folder: Path) -> dict[str, str]:
    """Nothing of the checkout's; a home of its own."""
    kept = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
    return {**kept, "HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}


def asked(program: str, part: str, words: list[str], said: bytes, folder: Path) -> bytes:
    """What a part of the bundle answers first; it may go on for ever."""
    child = subprocess.Popen(
        [program, "--part", part, *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=elsewhere(folder),
        cwd=folder,
    )
    assert child.stdin is not None
    assert child.stdout is not None
    with child:
        child.stdin.write(said)
        child.stdin.flush()
        if part.endswith("shift_calendar_child"):
            child.stdin.close()
        line = child.stdout.readline()
        child.kill()
    return line


CALENDAR = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//y//EN\r\nEND:VCALENDAR\r\n"
ORDER = {"start": "2026-11-01T00:00:00+00:00", "end": "2026-11-08T00:00:00+00:00"}
TARGET = {"stun": [], "turn": []}
# What each is asked, and a key of its answer.
QUESTIONS: dict[str, tuple[list[str], bytes, str]] = {
    "capture_child": (["list", "input"], b"", "devices|error"),
    "playback_child": (["-", "1", "8000", "2"], b"\0" * 8, "ready|error"),
    "shift_calendar_child": (
        [],
        json.dumps({**ORDER, "time_zone": "Europe/Madrid"}).encode() + b"\n" + CALENDAR,
        "events|shifts|found",
    ),
    "watch_child": ([], json.dumps(TARGET).encode() + b"\n", "at_s|error|fault"),
    "speedtest_child": (["discover", "--mini", "http://127.0.0.1:9"], b"", "error"),
}
# The program's own test of itself starts these two, and looks at what they did.
TESTED_BY_ITSELF = {"stream_child", "trial_window"}


def test_every_part_is_asked() -> None:
    names = {name.rpartition(".")[2] for name in PARTS}
    assert names == {*QUESTIONS, *TESTED_BY_ITSELF}


@pytest.mark.parametrize("part", sorted(QUESTIONS))
def test_each_part_of_the_bundle_answers(part: str, program: str, tmp_path: Path) -> None:
    words, said, keys = QUESTIONS[part]
    (module,) = (one for one in PARTS if one.endswith(f".{part}"))
    answer = json.loads(asked(program, module, words, said, tmp_path))
    assert set(keys.split("|")) & set(answer), answer


def test_the_bundle_works_here(program: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [program, "self-test"],
        cwd=tmp_path,
        env=elsewhere(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_bundle_checks_this_computer(program: str, tmp_path: Path) -> None:
    """Against itself: nothing leaves it."""
    check = subprocess.run(
        [program, *CHECK], cwd=tmp_path, env=elsewhere(tmp_path), capture_output=True, check=False
    )
    assert check.returncode in VERDICTS, check.stderr
    assert measured(check.stdout) >= {"bandwidth.download", "bandwidth.upload"}


def measured(report: bytes | str) -> set[str]:
    """What a check has a number for."""
    checks = json.loads(report)["checks"]
    return {one["id"] for check in checks for one in check["measurements"]}


def test_what_is_shipped_is_told_with_its_license(out: Path) -> None:
    (sbom,) = out.glob("*.cdx.json")
    components = json.loads(sbom.read_text("utf-8"))["components"]
    names = {one["name"] for one in components}
    on_this_computer = [line for line in requires(NAME) or () if "extra ==" not in line]
    needed = {re.split(r"[^A-Za-z0-9._-]", line)[0].lower() for line in on_this_computer}
    assert needed <= names
    assert "sqlcipher3" in names  # who has the package alone cannot add the extra
    licenses = out / NAME / "_internal" / "workspace_assistant" / "resources" / "licenses"
    for one in components:
        texts = list((licenses / one["name"]).iterdir())
        assert texts, one["name"]
        assert all(text.stat().st_size > 100 for text in texts), one["name"]
        assert one["licenses"], one["name"]


def test_nothing_in_the_bundle_is_the_systems_own(out: Path) -> None:
    table = (out / "work" / NAME / "COLLECT-00.toc").read_text("utf-8")
    (entries,) = ast.literal_eval(table)
    of_system = [
        source
        for _, source, _ in entries
        if source.startswith(("/usr/lib", "/lib"))
        and not Path(source).name.startswith("libpython")
        and "lib-dynload" not in source
    ]
    assert of_system == []


@pytest.mark.skipif(not all(map(shutil.which, LINTERS)), reason=f"needs {', '.join(LINTERS)}")
def test_linters_have_nothing_to_say(tree: Path) -> None:
    """Lintian is asked by `tasks.py bundle deb`: it takes half a minute or more."""
    share = tree / "usr" / "share"
    (metainfo,) = (share / "metainfo").iterdir()
    for words in (
        ["desktop-file-validate", share / "applications" / f"{NAME}.desktop"],
        ["appstreamcli", "validate", "--no-net", metainfo],
    ):
        done = subprocess.run(words, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr


def test_shells_complete_what_the_program_knows(tree: Path) -> None:
    script = tree / "usr" / "share" / "bash-completion" / "completions" / NAME
    ask = '. "$1"; COMP_WORDS=(x --data-dir d focus int); COMP_CWORD=4; _workspace_assistant'
    done = subprocess.run(
        ["bash", "-c", f'{ask}; echo "${{COMPREPLY[@]}}"', "bash", script],
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["interrupt", "interruption"]


def test_installed_run_and_removed_it_leaves_nothing_but_data(fresh: FreshRoot, deb: Path) -> None:
    package = fresh.put(deb, "program.deb")
    fresh.make_home()
    fresh.run("dpkg", "--install", package)
    assert fresh.run_as_agent(NAME, "--version").stdout.startswith(f"{NAME} ")
    tested = fresh.run_as_agent(NAME, "self-test")
    assert tested.returncode == 0, tested.stdout + tested.stderr
    opens_and_ends(fresh)
    check = fresh.run_as_agent(NAME, *CHECK)
    assert check.returncode in VERDICTS, check.stderr
    assert "bandwidth.download" in measured(check.stdout)
    a_block_is_in_its_week(fresh)
    fresh.run("dpkg", "--remove", NAME)
    left = installed_in(fresh.written())
    homes = (
        "/home/agent/.local/share/workspace-assistant/",
        "/home/agent/.config/",
        "/home/agent/.cache/",
    )
    assert [path for path in sorted(left) if not path.startswith(homes)] == []
    assert any(path.endswith(".sqlite3") for path in left)


def a_block_is_in_its_week(fresh: FreshRoot) -> None:
    for words in (("start", "Refunds", "--no-watch"), ("stop",)):
        acted = fresh.run_as_agent(NAME, "focus", *words)
        assert acted.returncode == 0, acted.stderr
    assert "Refunds" in fresh.run_as_agent(NAME, "focus", "list").stdout
    week = fresh.run_as_agent(NAME, "week")
    assert week.returncode == 0, week.stderr
    assert "targets met" in week.stdout


def opens_and_ends(fresh: FreshRoot) -> None:
    """A second start hands over to the first, which answers when it has painted its window."""
    window = subprocess.Popen(fresh.words_of_agent(NAME), stderr=subprocess.PIPE, text=True)
    lock = "/home/agent/.local/share/workspace-assistant/window.lock"
    try:
        deadline_s = time.monotonic() + 120
        while fresh.run_as_agent("test", "-e", lock).returncode != 0:
            assert time.monotonic() < deadline_s
            time.sleep(0.1)
        while (second := fresh.run_as_agent(NAME)).returncode != 0:
            assert time.monotonic() < deadline_s, second.stderr
        assert window.poll() is None
    finally:
        window.terminate()
        said = window.communicate(timeout=60)[1]
    assert window.returncode == 128 + 15, said


def test_the_first_steps_lead_from_the_package_to_a_check(fresh: FreshRoot, deb: Path) -> None:
    """By keys alone, on a screen in the root: nobody has typed a command before.

    The organization has locked a profile, and the first check is held against that.
    """
    if fresh.run_as_agent("which", *SCREEN).returncode != 0:
        pytest.skip(f"needs {', '.join(SCREEN)}")
    fresh.make_home()
    fresh.run("dpkg", "--install", fresh.put(deb, "program.deb"))
    fresh.run("sh", "-c", MANAGED)
    screen = subprocess.Popen(fresh.words_of_agent("Xvfb", DISPLAY, "-screen", "0", "1280x900x24"))
    on_screen = ("env", f"DISPLAY={DISPLAY}", "QT_QPA_PLATFORM=xcb")
    until(lambda: is_there(fresh, on_screen), "the screen is there")
    manager = subprocess.Popen(fresh.words_of_agent(*on_screen, "openbox"))
    window = subprocess.Popen(fresh.words_of_agent(*on_screen, NAME), stderr=subprocess.PIPE)
    try:
        goes_through_the_first_steps(fresh, on_screen)
        until(lambda: kept_reports(fresh), "the first check is kept")
        assert [one["profile"]["name"] for one in kept_reports(fresh)] == ["Acme"]
        assert window.poll() is None
    finally:
        window.terminate()
        window.communicate(timeout=60)
        for one in (manager, screen):
            one.terminate()
            one.wait()
    assert reached(fresh) == "over"


def is_there(fresh: FreshRoot, on_screen: tuple[str, ...]) -> bool:
    return fresh.run_as_agent(*on_screen, "xdotool", "getdisplaygeometry").returncode == 0


def goes_through_the_first_steps(fresh: FreshRoot, on_screen: tuple[str, ...]) -> None:
    until(lambda: reached(fresh) == "welcome", "the first steps are there")
    # The languages are the first that Tab comes to, the way on is the last: before the first.
    until(
        lambda: pressed(fresh, on_screen, "Tab", "shift+Tab", "Return") != "welcome",
        "the way on is before the first",
    )
    for step in ("profile", "microphone", "shifts"):
        assert reached(fresh) == step
        until(lambda step=step: pressed(fresh, on_screen, "Return") != step, step)  # type: ignore[misc]
    assert reached(fresh) == "check"
    pressed(fresh, on_screen, "Return")


def pressed(fresh: FreshRoot, on_screen: tuple[str, ...], *keys: str) -> str:
    """The step a moment after somebody pressed *keys*."""
    for key in keys:
        before = reached(fresh)
        assert fresh.run_as_agent(*on_screen, "xdotool", "key", key).returncode == 0
        time.sleep(0.5)
        if reached(fresh) != before:
            break
    return reached(fresh)


def reached(fresh: FreshRoot) -> str:
    """The word that is kept of the first steps; nothing before there is one."""
    choices = f"{DATA}/choices.json"
    read = fresh.run_as_agent("cat", choices)
    return str(json.loads(read.stdout).get("first_run", "")) if read.returncode == 0 else ""


def kept_reports(fresh: FreshRoot) -> list[dict[str, dict[str, object]]]:
    told = fresh.run_as_agent(NAME, "history", "--json")
    return list(json.loads(told.stdout)["reports"]) if told.returncode == 0 else []


def until(condition: Callable[[], object], what: str, limit_s: float = 120) -> None:
    deadline_s = time.monotonic() + limit_s
    while not condition():
        assert time.monotonic() < deadline_s, what
        time.sleep(0.1)


def tracked() -> list[str]:
    listed = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split("\0")
    return sorted(one for one in listed if (ROOT / one).is_file())


def copied(names: list[str], source: Path, target: Path, age_s: int) -> Path:
    """The sources as another checkout has them: written in this order, of another age."""
    for name in names:
        place = target / name
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, place)
        os.utime(place, (age_s, age_s))
    return target


def python_packages(sources: Path, out: Path, umask: int) -> dict[str, str]:
    """Names and sums of wheel and sdist."""
    with_umask = ["sh", "-c", f'umask {umask:o}; exec "$@"', "sh"]
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", out, sources]
    environment = {**os.environ, "SOURCE_DATE_EPOCH": "1700000000"}
    subprocess.run([*with_umask, *build], check=True, capture_output=True, env=environment)
    return {one.name: hashlib.sha256(one.read_bytes()).hexdigest() for one in out.iterdir()}


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="needs the checkout")
def test_wheel_and_sdist_are_the_same_bytes_whoever_builds_them(tmp_path: Path) -> None:
    names = tracked()
    first = copied(names, ROOT, tmp_path / "first", 1_000_000_000)
    second = copied(names[::-1], first, tmp_path / "another" / "second", 1_700_000_001)
    sums = [
        python_packages(first, tmp_path / "of first", 0o022),
        python_packages(second, tmp_path / "of second", 0o077),
    ]
    assert len(sums[0]) == 2
    assert sums[0] == sums[1]
