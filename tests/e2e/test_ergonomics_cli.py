"""`ergonomics` as a person types it: a process of its own, on a file of its own."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

from tests.e2e.program import Answer, command, environment, run


def ergonomics(home: Path, *words: str) -> Answer:
    return run(home, "ergonomics", *words, limit_s=30)


def worked_example(home: Path, folder: Path) -> Path:
    """The template, filled in."""
    document: Any = ergonomics(home, "questions", "--template").document()
    questions: Any = ergonomics(home, "questions", "--json").document()
    answers = {
        one["id"]: [] if one["kind"] == "ticks" else one["options"][0]["id"]
        for one in questions["questions"]
    }
    answers |= {
        "seat-height": "low",
        "seat-height-more": ["fixed"],
        "armrests": "off",
        "backrest": "no-lumbar",
        "monitor": "low",
        "monitor-more": ["glare", "no-holder"],
        "keyboard-wrists": "bent",
    }
    assert set(answers) == set(document["answers"])
    document["answers"] = answers
    document["durations"] = {**dict.fromkeys(document["durations"], "long"), "phone": "medium"}
    path = folder / "answers.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_a_file_of_answers_is_scored_kept_and_shown(tmp_path: Path) -> None:
    home = tmp_path / "data"
    path = worked_example(home, tmp_path)
    scored = ergonomics(home, "assess", "--answers", str(path), "--json")
    assert (scored.code, scored.err) == (0, "")
    document = scored.document()
    assert document["score"]["final"] == 4
    assert [one["score"] for one in document["score"]["sections"]] == [4, 4, 3]
    assert ergonomics(home, "changed").code == 0
    (shown,) = ergonomics(home, "show", "--json").document()["workplaces"]
    assert shown["due"]["reason"] == "changed"
    assert [one["id"] for one in shown["assessments"]] == [document["id"]]
    told = ergonomics(home, "show").out
    for words in ("Score 4 of 10", "not a diagnosis", "underrate", "Based on Sonne et al. 2012"):
        assert words in told


def test_bad_answers_are_told_line_by_line_and_nothing_is_kept(tmp_path: Path) -> None:
    home = tmp_path / "data"
    path = worked_example(home, tmp_path)
    document = json.loads(path.read_text(encoding="utf-8"))
    document["answers"] |= {"seat-height": "sky", "lamp": "green"}
    path.write_text(json.dumps(document), encoding="utf-8")
    refused = ergonomics(home, "assess", "--answers", str(path), "--json")
    assert (refused.code, refused.out) == (2, "")
    assert len(refused.err.splitlines()) == 2
    assert ergonomics(home, "show", "--json").document()["workplaces"] == []


def test_an_input_that_ends_keeps_nothing(tmp_path: Path) -> None:
    done = subprocess.run(
        command("ergonomics", "assess"),
        env=environment(tmp_path / "data"),
        input="1\n0\n",
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr.endswith("nothing was kept.\n")
    assert ergonomics(tmp_path / "data", "show", "--json").document()["workplaces"] == []
