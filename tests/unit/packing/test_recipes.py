"""Recipes that this computer cannot run: whether they read, fit, and name what there is."""

from __future__ import annotations

import json
import plistlib
import re
import tomllib
from pathlib import Path
from xml.etree import ElementTree as ET

from workspace_assistant import __version__

ROOT = Path(__file__).resolve().parents[3]
PACKAGING = ROOT / "packaging"
ID = "io.workspace_assistant.WorkspaceAssistant"


def test_macos_is_told_what_the_microphone_is_for() -> None:
    told = plistlib.loads((PACKAGING / "macos" / "Info.plist").read_bytes())
    assert "Sound is analyzed and forgotten." in told["NSMicrophoneUsageDescription"]
    rights = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())
    assert rights["com.apple.security.device.audio-input"] is True


def test_the_flatpak_is_what_its_metadata_say() -> None:
    manifest = json.loads((PACKAGING / "flatpak" / f"{ID}.json").read_text("utf-8"))
    metainfo = ET.parse(PACKAGING / "linux" / f"{ID}.metainfo.xml.in").getroot()
    assert manifest["id"] == metainfo.findtext("id") == ID
    assert "--socket=pulseaudio" in manifest["finish-args"]
    assert not [one for one in manifest["finish-args"] if "filesystem" in one]


def test_the_installer_for_windows_names_what_there_is() -> None:
    script = (PACKAGING / "windows" / "workspace-assistant.iss").read_text("utf-8")
    assert re.search(r'#define Version "(.+)"', script)[1] == __version__  # type: ignore[index]  # else it fails
    sections = re.findall(r"^\[(\w+)\]$", script, re.MULTILINE)
    assert len(sections) == len(set(sections))
    license_file = re.search(r"^LicenseFile=(.+)$", script, re.MULTILINE)
    assert license_file is not None
    assert (PACKAGING / "windows" / license_file[1].replace("\\", "/")).is_file()
    spec = (PACKAGING / "bundle" / "workspace-assistant.spec").read_text("utf-8")
    for program in set(re.findall(r"\{app\}\\(workspace-assistantw?)\.exe", script)):
        assert program == "workspace-assistant" or 'executable(f"{NAME}w"' in spec


def test_everything_a_package_is_made_from_is_in_the_sdist() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    included = told["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]
    assert {"src", "resources", "packaging", "tasks.py", "requirements-dev.lock"} <= set(included)
