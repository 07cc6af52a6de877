"""The pages of the documentation are whole: every number, every datum, every page, every test."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import docs_site

from workspace_assistant.adapters.sqlite.database import Database
from workspace_assistant.adapters.sqlite.readiness_reports import SqliteReportStore
from workspace_assistant.core.balance import definitions
from workspace_assistant.core.readiness.names import MEASUREMENT_LABELS

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"


def named(page: str) -> set[str]:
    return set(re.findall(r"`([^`\s]+)`", (DOCS / page).read_text("utf-8")))


def test_every_measurement_has_its_method() -> None:
    table = {name for name in named("method.md") if "." in name and not name.endswith(".md")}
    assert table == set(MEASUREMENT_LABELS)


def test_every_indicator_has_its_rule() -> None:
    ids = {one.id for one in vars(definitions).values() if isinstance(one, definitions.Definition)}
    assert len(ids) > 20
    assert ids <= named("week.md")


def test_every_table_says_what_is_in_it_and_why(tmp_path: Path) -> None:
    path = tmp_path / "all.sqlite3"
    with closing(Database(path)) as database:
        SqliteReportStore(database).recent(1)  # it is made when it is first used
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        tables = {name for (name,) in found if not name.startswith("sqlite_")}
    rows = re.findall(r"^\| (`[^|]+`) \|", (DOCS / "privacy.md").read_text("utf-8"), re.MULTILINE)
    assert {name for row in rows for name in re.findall(r"`(\w+)`", row)} == tables


def test_every_page_is_on_the_site_and_every_link_leads_somewhere() -> None:
    texts = {one.name: one.read_text("utf-8") for one in DOCS.glob("*.md")} | docs_site.pages()
    listed = re.findall(r"^ +- (\S+\.md)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)
    assert sorted(listed) == sorted(texts)
    for page, text in texts.items():
        for target in re.findall(r"\]\(([^)#:]+\.md)(?:#[^)]*)?\)", text):
            assert target in texts, (page, target)


def test_what_the_threat_model_names_as_proof_is_there() -> None:
    text = (DOCS / "threat-model.md").read_text("utf-8")
    proofs = re.findall(r"`((?:tests|bench)/[^`\s]+\.py)", text)
    assert len(proofs) > 12
    assert not [one for one in proofs if not (ROOT / one).is_file()]
