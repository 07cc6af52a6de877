"""The components of the program: as packaging wrote them down, else as they are installed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.wording import EnglishWording
from workspace_assistant import __version__
from workspace_assistant.ui.help import components as reading
from workspace_assistant.ui.help.about import about_text, components_text, license_html
from workspace_assistant.ui.help.components import (
    Component,
    components,
    license_texts,
    own_license,
)

SAY = EnglishWording().say
PARTS = (Component(name="odd", version="1|2", license="A_b *or* C"),)


@pytest.fixture
def packaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(reading, "resource_folder", lambda name: tmp_path / name)
    components.cache_clear()
    yield tmp_path / "licenses"
    components.cache_clear()


def test_every_installed_part_has_a_license() -> None:
    components.cache_clear()
    found = components()
    names = [one.name for one in found]
    assert names == sorted(set(names))
    assert {"pyside6-essentials", "numpy", "shiboken6", "keyring"} <= set(names)
    assert "pytest" not in names
    assert [one.name for one in found if not (one.license or license_texts(one))] == []
    assert "MIT License" in own_license()


def test_a_package_has_its_own_list(packaged: Path) -> None:
    (packaged / "numpy").mkdir(parents=True)
    (packaged / "numpy" / "LICENSE").write_text("One.", "utf-8")
    (packaged / "numpy" / "NOTICE").write_text("Two.", "utf-8")
    (packaged / "LICENSE").write_text("Ours.", "utf-8")
    listed = {"name": "numpy", "version": "2", "license": "BSD-3-Clause", "summary": ""}
    texts = ["numpy/LICENSE", "numpy/NOTICE"]
    (packaged / "components.json").write_text(json.dumps([{**listed, "texts": texts}]), "utf-8")
    (numpy,) = components()
    assert (numpy.name, numpy.version, numpy.license) == ("numpy", "2", "BSD-3-Clause")
    assert license_texts(numpy) == "One.\n\nTwo."
    assert own_license() == "Ours."
    assert "Two." in license_html("numpy", components(), SAY)


def test_about_names_the_version_and_who_translated() -> None:
    text = about_text(SAY)
    assert text.startswith("# ")
    assert __version__ in text
    assert "no person has reviewed them" in text


def test_words_of_others_are_no_markup() -> None:
    assert "| [odd](#odd) | 1/2 | A\\_b or C |" in components_text(PARTS, SAY)
    assert "No license text" in license_html("odd", PARTS, SAY)
    assert "<script>" not in license_html("<script>", PARTS, SAY)
