#!/usr/bin/env python3
"""Sets up and runs Workspace Assistant from a checkout. Needs Python 3.11 or newer, nothing else.

    python3 tasks.py run [ARGUMENT …]   set up, then start the program (window, or any command)
    python3 tasks.py test [ARGUMENT …]  set up, then run every gate and test; arguments go to pytest
    python3 tasks.py lock               resolve the dependencies anew into the two lock files
    python3 tasks.py bundle [WHAT …]    packages into dist/: folder, deb, python (wheel, sdist)
    python3 tasks.py translations [ARGUMENT …]  catalogs of all languages; see docs/languages.md

Everything goes into .venv beside this file; the system's Python is left alone. Missing system
libraries are installed by apt where that is allowed; else the exact line to run is printed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
RUN_LOCK, TEST_LOCK = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"

# What PySide6 and PortAudio load from a Debian or Ubuntu system, and what tells microphones apart.
RUN_PACKAGES = """
    libportaudio2 libasound2-plugins pulseaudio-utils libegl1 libgl1 libglib2.0-0 libdbus-1-3
    libfontconfig1 libxkbcommon0 libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-image0
    libxcb-keysyms1 libxcb-randr0 libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1
    """.split()
# The laboratory: a sound server to record from, speech, noise, networks, a virtual screen, fonts.
TEST_PACKAGES = """
    pulseaudio alsa-utils espeak-ng sox
    iproute2 nftables nginx-light coturn kamailio dnsmasq-base xvfb xdotool
    dbus gnome-keyring libglib2.0-bin python3-dbusmock
    fonts-dejavu-core fonts-inter fonts-noto-core
    """.split()
# A desktop that keeps its time by another program would have to give that up for this one: asked
# for by itself, so that a refusal costs its own tests only.
TIME_PACKAGES = ["chrony"]
# The other sound server, to run beside PulseAudio: without what would make it a desktop's own.
PIPEWIRE_PACKAGES = ["pipewire", "wireplumber"]
# A tray for icons, a Wayland desktop without one, a window manager and what tells of its windows,
# what assistive technology reads windows by, and who reads our timers.
DESKTOP_PACKAGES = ["trayer", "weston", "openbox", "x11-utils", "at-spi2-core", "systemd"]
# A calendar server of one's own.
CALENDAR_PACKAGES = ["radicale"]
# What the folder for all packages is linked with, what makes a .deb, and what looks it over.
BUNDLE_PACKAGES = """
    binutils dpkg-dev libpython3-dev libcups2 libwayland-cursor0 libwayland-egl1
    lintian desktop-file-utils appstream
    """.split()
# The unit tests of whatever is counted, and of what uses it most: a process for each line.
COUNTED = [
    ["tests/unit/core"],
    "tests/unit/ui tests/unit/cli tests/unit/bootstrap tests/unit/adapters/sqlite".split(),
]
# Shares of the other tests, as long as each other, for a process each; one more takes what is left:
# mainly networks. Pages compute, all others mostly wait.
PAGES = ["tests/gui", "tests/architecture", "tests/contract", "tests/days"]
PROGRAM = ["tests/e2e"]
UNITS = ["tests/unit", "tests/lab/test_turn_loop.py", "tests/lab/test_voice_stream.py"]
SOUND = """
    tests/lab/test_microphone_live.py tests/lab/test_microphone_speech.py
    tests/lab/test_microphone_faults.py tests/lab/test_sound_servers.py
    tests/lab/test_sound_servers_alone.py tests/lab/test_mic_command.py
    tests/lab/test_level_of_voices.py tests/lab/test_speech_quality.py
    """.split()
DESKTOP = """
    tests/lab/test_accessibility_tree.py tests/lab/test_by_assistive_technology.py
    tests/lab/test_by_keyboard.py
    tests/lab/test_caldav_server.py tests/lab/test_calendar_keyring.py
    tests/lab/test_calendar_server.py
    tests/lab/test_circumstances.py tests/lab/test_desktops.py tests/lab/test_focus_disk.py
    tests/lab/test_focus_watching.py tests/lab/test_idle_sources.py tests/lab/test_keyring.py
    tests/lab/test_notifications.py tests/lab/test_schedule_files_live.py
    tests/lab/test_schedule_run_live.py tests/lab/test_network_lab.py
    """.split()
COSTS_OF_WAITING = """
    tests/lab/test_attendance.py tests/lab/test_focus_watch_cost.py
    tests/lab/test_focus_window_cost.py tests/lab/test_idle_window_cost.py
    tests/lab/test_line_watch.py
    """.split()
SHARES = (PROGRAM, SOUND, DESKTOP, COSTS_OF_WAITING)
# What is handed out is built here, once for all of its tests: a minute and a half of computing.
PACKAGES = ["tests/lab/test_packages.py"]
FAILED_TESTS = 1  # pytest's exit code where tests failed, and nothing else went wrong
MYPY = ("mypy",)
GATES = (
    ("ruff", "format", "--check", "--quiet", "."),
    ("ruff", "check", "--quiet", "."),
    ("lint-imports", "--no-cache"),
    ("deptry", "src"),
)


def main(arguments: Sequence[str]) -> int:
    if sys.version_info < (3, 11):  # noqa: UP036 - an older Python must get a sentence, not a crash
        return fail(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    match list(arguments):
        case ["run", *rest]:
            return run(rest)
        case ["test", *rest]:
            return test(rest)
        case ["lock"]:
            return lock()
        case ["bundle", *rest]:
            return bundle(rest)
        case ["translations", *rest]:
            return translations(rest)
        case _:
            return fail(__doc__ or "")


def run(arguments: Sequence[str]) -> int:
    line = install_system_packages(RUN_PACKAGES)
    if not set_up(RUN_LOCK, line):
        return 1
    if line:
        tell(f"Some system libraries are missing; what needs them will not work. Run:\n  {line}")
    command = [str(PYTHON), "-m", "workspace_assistant", *arguments]
    if os.name == "posix":
        os.execv(PYTHON, command)  # in its place, so that Ctrl-C reaches the program
    return subprocess.call(command)


def test(arguments: Sequence[str]) -> int:
    line = install_system_packages(RUN_PACKAGES + TEST_PACKAGES)
    for packages in (
        TIME_PACKAGES,
        PIPEWIRE_PACKAGES,
        DESKTOP_PACKAGES,
        CALENDAR_PACKAGES,
        BUNDLE_PACKAGES,
    ):
        install_system_packages(packages)
    if line:
        tell(f"Laboratory tests will be skipped where packages are missing. Run:\n  {line}")
    if not set_up(TEST_LOCK, line):
        return 1
    for name, *options in (*GATES, *([MYPY] if arguments else [])):  # else beside the tests
        tell(f"== {name} {' '.join(options)}")
        if code := subprocess.call([BIN / name, *options], cwd=ROOT):
            return code
    tell("== mypy, pytest")
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "WORKSPACE_ASSISTANT_TEST_RUN_PID": str(os.getpid()),  # see tests/quiet_computer.py
    }
    pytest = [PYTHON, "-m", "pytest"]
    if arguments:
        return subprocess.call([*pytest, *arguments], cwd=ROOT, env=environment)
    with tempfile.TemporaryDirectory() as folder:
        put_off = Path(folder, "put_off.txt")
        beside = {**environment, "WORKSPACE_ASSISTANT_PUT_OFF": str(put_off)}
        shares = beside_one_another(pytest, Path(folder))
        codes = call_together([*shares, [*behind(15), BIN / MYPY[0]]], beside)
        combine = [PYTHON, "-m", "coverage", "combine", "--quiet", *counts(Path(folder))]
        again = ask_again(shares, codes[:-1], environment)
        if code := codes[-1] or again or subprocess.call(combine, cwd=ROOT):
            return code
        late = put_off.read_text("utf-8").splitlines() if put_off.is_file() else []
    report = [PYTHON, "-m", "coverage", "report"]
    alone = [*pytest, "-m", "alone", "--ignore=tests/unit"]
    for command in (report, alone, *([[*pytest, *late]] if late else [])):
        if code := subprocess.call(command, cwd=ROOT, env=environment):
            return code
    return 0


def beside_one_another(pytest: Sequence[str | Path], notes: Path) -> list[list[str | Path]]:
    """What needs no computer of its own: nearly all tests, in shares that note what failed."""
    # Rules are counted line by line and branch by branch; the rest is not slowed down by that.
    count = [*behind(10), PYTHON, "-m", "coverage", "run", "--append"]
    counted = [path for paths in COUNTED for path in paths]
    share = [*pytest, "-m", "not alone"]
    taken = (*counted, *PAGES, *UNITS, *PACKAGES, *(path for paths in SHARES for path in paths))
    shares: list[list[str | Path]] = [
        *(
            [*count, f"--data-file={data}", "-m", "pytest", *paths]
            for data, paths in zip(counts(notes), COUNTED, strict=True)
        ),
        [*behind(5), *share, *PAGES],
        [*share, *UNITS, *ignoring(counted)],
        [*behind(10), *share, *PACKAGES],
        *([*share, *paths] for paths in SHARES),
        [*share, *ignoring(taken)],
    ]
    return [[*one, "-o", f"cache_dir={notes / str(place)}"] for place, one in enumerate(shares)]


def counts(notes: Path) -> list[Path]:
    """Where each process that counts lines keeps its numbers."""
    return [notes / f"counted-{place}" for place in range(len(COUNTED))]


def ask_again(
    shares: Sequence[Sequence[str | Path]], codes: Sequence[int], environment: Mapping[str, str]
) -> int:
    """What failed beside other tests decides alone, once. Its first failure stays on the record."""
    for share, first in zip(shares, codes, strict=True):
        if first == FAILED_TESTS:
            tell("== what failed beside other tests, alone")
            again = [*share, "--last-failed", "--last-failed-no-failures=none"]
            if code := subprocess.call(again, cwd=ROOT, env=environment):
                return code
        elif first:
            return first
    return 0


def ignoring(paths: Sequence[str]) -> list[str]:
    return [f"--ignore={path}" for path in paths]


def behind(places: int) -> list[str]:
    """What only computes lets what mostly waits go first: then both are as fast as they can be."""
    return ["nice", "-n", str(places)] if shutil.which("nice") else []


def call_together(
    commands: Sequence[Sequence[str | Path]], environment: Mapping[str, str]
) -> list[int]:
    """All at once; what the others said follows the first. Their exit codes."""
    first, *others = commands
    with ExitStack() as stack:
        said = [stack.enter_context(tempfile.TemporaryFile()) for _ in others]
        beside = [
            subprocess.Popen(
                other, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT
            )
            for other, output in zip(others, said, strict=True)
        ]
        try:
            code = subprocess.call(first, cwd=ROOT, env=environment)
        finally:
            codes = [process.wait() for process in beside]
        for output in said:
            output.seek(0)
            shutil.copyfileobj(output, sys.stdout.buffer)
            sys.stdout.buffer.flush()
    return [code, *codes]


def bundle(arguments: Sequence[str]) -> int:
    line = install_system_packages(RUN_PACKAGES + BUNDLE_PACKAGES)
    if line:
        tell(f"What is not linked here is not named as needed by the .deb. Run:\n  {line}")
    if not set_up(TEST_LOCK, line):
        return 1
    return call_beside_packaging("packing", arguments)


def translations(arguments: Sequence[str]) -> int:
    if not set_up(TEST_LOCK, ""):
        return 1
    return call_beside_packaging("translating", arguments)


def call_beside_packaging(module: str, arguments: Sequence[str]) -> int:
    beside = {**os.environ, "PYTHONPATH": str(ROOT / "packaging")}
    return subprocess.call([PYTHON, "-m", module, *arguments], cwd=ROOT, env=beside)


def lock() -> int:
    """Both locks carry hashes and no address of any package index."""
    options = "--universal --generate-hashes --no-emit-index-url --no-emit-find-links --quiet"
    compile_lock = [PYTHON, "-m", "uv", "pip", "compile", *options.split(), "pyproject.toml"]
    header = ["--custom-compile-command", "python3 tasks.py lock"]
    for group, target in (("build", RUN_LOCK), ("dev", TEST_LOCK)):
        subprocess.check_call(
            [*compile_lock, *header, "--group", group, "-o", target.name], cwd=ROOT
        )
    return 0


def set_up(lock_file: Path, apt_line: str) -> bool:
    """Makes .venv hold what *lock_file* says. Does nothing when it already does."""
    stamp = VENV / "installed.txt"
    enough = {fingerprint(lock_file), fingerprint(TEST_LOCK)}  # what tests need includes the rest
    if stamp.is_file() and stamp.read_text() in enough:
        return True
    if not PYTHON.is_file() and not make_venv(apt_line):
        return False
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
    tell("Installing Python packages into .venv …")
    install = [*pip, "--require-hashes", "-r", lock_file]
    editable = [*pip, "--no-build-isolation", "--no-deps", "--editable", ROOT]
    if subprocess.call(install, stdout=sys.stderr) or subprocess.call(editable, stdout=sys.stderr):
        tell("pip failed; its last lines say why. Is there a network?")
        return False
    stamp.write_text(fingerprint(lock_file))
    return True


def make_venv(apt_line: str) -> bool:
    if subprocess.call([sys.executable, "-m", "venv", VENV]) == 0:
        return True
    shutil.rmtree(VENV, ignore_errors=True)
    tell(f"This Python cannot make virtual environments. {f'Run: {apt_line}' if apt_line else ''}")
    return False


def fingerprint(lock_file: Path) -> str:
    content = lock_file.read_bytes() + (ROOT / "pyproject.toml").read_bytes()
    return f"{lock_file.name} {sys.version} {ROOT} {hashlib.sha256(content).hexdigest()}\n"


def install_system_packages(packages: Sequence[str]) -> str:
    """Installs what is missing; returns the line for the user when that was not allowed."""
    missing = missing_packages([*packages, *venv_packages()])
    if not missing:
        return ""
    names = " ".join(missing)
    # --no-remove: a package that would push another one out (a sound server) is not worth it.
    options = "install --yes --no-install-recommends --no-remove"
    line = f"sudo apt-get update && sudo apt-get {options} {names}"
    prefix = privileges()
    if prefix is None:
        return line
    tell(f"Installing system packages: {names}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for words in (["update", "-qq"], [*options.split(), "-qq", *missing]):
        # Its talk goes to standard error: the program's JSON has standard output to itself.
        subprocess.call([*prefix, "apt-get", *words], env=quiet, stdout=sys.stderr)
    return line if missing_packages(missing) else ""


def missing_packages(packages: Sequence[str]) -> list[str]:
    if not shutil.which("dpkg-query"):
        return []
    query = ["dpkg-query", "--show", "--showformat", "${Package} ${Provides} ${db:Status-Status}\n"]
    listed = subprocess.run(query, capture_output=True, text=True, check=False).stdout
    installed = {
        word.strip(",")
        for entry in listed.splitlines()
        if entry.endswith(" installed")
        for word in entry.split()
    }
    return [package for package in packages if package not in installed]


def venv_packages() -> list[str]:
    """Debian keeps what `venv` needs in a package of its own; other Pythons bring it along."""
    try:
        import ensurepip  # noqa: F401 - only whether it is there
    except ImportError:
        return [f"python3.{sys.version_info.minor}-venv"]
    return []


def privileges() -> list[str] | None:
    """How to run apt: as root, by sudo without a password, or (None) not at all."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    may = shutil.which("sudo") and not subprocess.call(["sudo", "-n", "true"], stderr=-3)
    return ["sudo", "-n", "--preserve-env=DEBIAN_FRONTEND"] if may else None


def tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def fail(text: str) -> int:
    tell(text)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
