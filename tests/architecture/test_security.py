"""What the threat model claims of the code: no shell, nothing that runs data, no odd addresses."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src" / "workspace_assistant"
RUNS_DATA = {"pickle", "marshal", "shelve", "dill", "code", "codeop"}
RUNS_WORDS = {"eval", "exec", "compile", "os.system", "os.popen", "subprocess.getoutput"}
OPENS_LINKS = {
    "ui/breaks/tip_card.py",
    "ui/data/place_card.py",  # the folder of the data alone: no address, no file
    "ui/week/suggestions_panel.py",
    "ui/widgets/source_line.py",
}


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    return {
        path.relative_to(SOURCE).as_posix(): ast.parse(path.read_text("utf-8"))
        for path in SOURCE.rglob("*.py")
    }


def calls(tree: ast.Module) -> Iterator[ast.Call]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_nothing_runs_words_or_data(trees: dict[str, ast.Module]) -> None:
    assert len(trees) > 500
    for name, tree in trees.items():
        assert not RUNS_DATA & set(imported(tree)), name
        for call in calls(tree):
            assert ast.unparse(call.func) not in RUNS_WORDS, name
            assert not [one for one in call.keywords if one.arg == "shell"], name


def test_links_are_opened_in_few_places(trees: dict[str, ast.Module]) -> None:
    """What is opened there comes from our own texts and catalogs."""
    found = {name for name, tree in trees.items() if "QDesktopServices" in ast.dump(tree)}
    assert found == OPENS_LINKS
