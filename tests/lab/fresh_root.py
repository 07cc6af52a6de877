"""A root file system over another one, thrown away in the end, without a network but loopback."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

_SET_UP = """
set -e
ip link set lo up
mount -t tmpfs -o mode=755 fresh "$1"
mkdir "$1/upper" "$1/work" "$1/root"
mount -t overlay -o "lowerdir=$2,upperdir=$1/upper,workdir=$1/work" fresh "$1/root"
mount -t proc proc "$1/root/proc"
mount --rbind /dev "$1/root/dev"
mount -t tmpfs -o mode=1777 tmp "$1/root/tmp"
mount -t tmpfs -o mode=755 run "$1/root/run"
if [ -d "$1/root$3" ]; then mount -t tmpfs hidden "$1/root$3"; fi
echo ready
exec cat
"""
_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
_USER = "1234"


class FreshRoot:
    """What is written in it lies in memory, and is gone when the context manager is left.

    *hidden* is a folder that is empty in there: the checkout, which an installed program has not.
    """

    def __init__(self, folder: Path, lower: Path, hidden: Path) -> None:
        self._folder = folder
        self._words = [str(folder), str(lower), str(hidden)]

    def __enter__(self) -> FreshRoot:
        own = ["unshare", "--mount", "--net", "--propagation", "private", "sh", "-c", _SET_UP, "sh"]
        self._holder = subprocess.Popen(
            [*own, *self._words],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert self._holder.stdout is not None
        assert self._holder.stderr is not None
        if self._holder.stdout.readline() != "ready\n":
            said = self._holder.stderr.read()
            self.__exit__(None, None, None)
            raise OSError(said)
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self._holder.kill()
        self._holder.wait()
        for stream in (self._holder.stdin, self._holder.stdout, self._holder.stderr):
            assert stream is not None
            stream.close()

    def put(self, source: Path, name: str) -> str:
        """Copy a file into the root's /tmp; its path in there."""
        with source.open("rb") as file:
            self._beside("sh", "-c", f'cat > "{self._folder}/root/tmp/{name}"', stdin=file)
        return f"/tmp/{name}"

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        """As root of it."""
        return self._beside(*self._inside({"DEBIAN_FRONTEND": "noninteractive"}), *words)

    def run_as_agent(self, *words: str) -> subprocess.CompletedProcess[str]:
        """As somebody who may nothing; the exit code is the caller's to judge."""
        return subprocess.run(
            self.words_of_agent(*words), capture_output=True, text=True, timeout=180, check=False
        )

    def words_of_agent(self, *words: str) -> list[str]:
        environment = {
            "HOME": "/home/agent",
            "QT_QPA_PLATFORM": "offscreen",
            "XDG_RUNTIME_DIR": "/home/agent/run",
        }
        user = ["setpriv", "--reuid", _USER, "--regid", _USER, "--clear-groups"]
        return [*self._entering(), *self._inside(environment), *user, *words]

    def make_home(self) -> None:
        self.run("install", "-d", "-o", _USER, "-g", _USER, "-m", "700", *HOMES)

    def written(self) -> set[str]:
        """Paths of all files that are in here and were not, or were changed."""
        found = self._beside(
            *("find", f"{self._folder}/upper", "-not", "-type", "d", "-not", "-type", "c"),
            *("-printf", "/%P\\n"),
        )
        return set(found.stdout.splitlines())

    def _inside(self, environment: dict[str, str]) -> list[str]:
        given = {"PATH": _PATH, "LANG": "C.UTF-8", **environment}
        variables = [f"{name}={value}" for name, value in given.items()]
        return ["chroot", f"{self._folder}/root", "env", "-i", *variables]

    def _entering(self) -> list[str]:
        return ["nsenter", "--target", str(self._holder.pid), "--root", "--mount", "--net"]

    def _beside(
        self, *words: str, stdin: object = subprocess.DEVNULL
    ) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [*self._entering(), *words],
            stdin=stdin,  # type: ignore[call-overload]  # a file, or nothing
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
        assert done.returncode == 0, f"{words}: {done.stdout[-1000:]}{done.stderr[-2000:]}"
        return done


HOMES = ("/home/agent", "/home/agent/run")


def may_be_made() -> bool:
    return os.geteuid() == 0


def installed_in(written: Sequence[str] | set[str]) -> set[str]:
    """What of *written* is no note of the package manager's own, nor what others renew by it."""
    notes = ("/var/lib/dpkg/", "/var/log/", "/var/cache/", "/var/lib/apt/")
    renewed = ("/usr/share/applications/mimeinfo.cache", "/icon-theme.cache")
    return {path for path in written if not path.startswith(notes) and not path.endswith(renewed)}
