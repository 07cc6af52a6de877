"""What is said about published fields, and what watches them, names what is really sent."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from workspace_assistant.core.publishing import fields
from workspace_assistant.core.publishing.model import Group

DOCS = Path(__file__).parents[2] / "docs"
COLLECTOR = DOCS / "collector"
DASHBOARDS = ("grafana-readiness.json", "grafana-weeks.json")
_METRIC = re.compile(r"\bworkspace_assistant_[a-z0-9_]+")
_WINDOW = re.compile(r"\[[0-9]+[hd]\]")


def in_prometheus(name: str) -> str:
    return name.replace(".", "_")


def expressions(name: str) -> Iterator[str]:
    board = json.loads((COLLECTOR / name).read_text(encoding="utf-8"))
    assert board["schemaVersion"] >= 36
    for panel in board["panels"]:
        assert {"id", "title", "type", "gridPos"} <= panel.keys()
        yield from (one["expr"] for one in panel["targets"])


def test_every_metric_and_group_is_explained() -> None:
    text = (DOCS / "publishing.md").read_text(encoding="utf-8")
    assert [one for one in sorted(fields.metric_names()) if f"`{one}`" not in text] == []
    assert [one for one in Group if f"`{one.value}`" not in text] == []
    named = set(re.findall(r"`(workspace_assistant\.[a-z0-9_.]+[a-z0-9])`", text))
    attributes = {
        f"{fields.PREFIX}{one}"
        for one in (
            "report.id", "report.duration_s", "profile.digest", "verdict.overall",
            "finding.codes", "not_measured", *fields.WORDS,
        )
    }  # fmt: skip
    assert named == fields.metric_names() | attributes | {fields.REPORT_EVENT, fields.WEEK_EVENT}


@pytest.mark.parametrize("name", DASHBOARDS)
def test_dashboards_ask_for_what_is_sent(name: str) -> None:
    known = set(map(in_prometheus, fields.metric_names()))
    found = list(expressions(name))
    assert found
    for one in found:
        assert set(_METRIC.findall(one)) <= known
        assert _WINDOW.search(one), "reports are hours apart: a bare gauge is stale by then"


def test_no_panel_of_weeks_shows_few_people() -> None:
    shown = [one for one in expressions("grafana-weeks.json") if not one.startswith("count(")]
    assert all("and on() (count(" in one and ">= 5)" in one for one in shown)
    assert not [one for one in shown if "service_instance_id" in one]


@pytest.mark.parametrize("name", ["alerts.yaml", "otel-collector.yaml"])
def test_configurations_can_be_read_and_name_what_is_sent(name: str) -> None:
    text = (COLLECTOR / name).read_text(encoding="utf-8")
    document = yaml.safe_load(text)
    assert set(_METRIC.findall(text)) <= set(map(in_prometheus, fields.metric_names()))
    if name == "alerts.yaml":
        rules = [rule for group in document["groups"] for rule in group["rules"]]
        assert all({"alert", "expr", "for", "labels", "annotations"} <= set(one) for one in rules)
        return
    for pipeline in document["service"]["pipelines"].values():
        for kind in ("receivers", "processors", "exporters"):
            assert set(pipeline[kind]) <= set(document[kind])
    assert set(document["service"]["extensions"]) == set(document["extensions"])


@pytest.mark.lab
@pytest.mark.skipif(shutil.which("promtool") is None, reason="promtool is missing: prometheus")
def test_prometheus_understands_alerts_and_dashboards(tmp_path: Path) -> None:
    asked = [one for name in DASHBOARDS for one in expressions(name)]
    rules = [{"record": f"panel_{number}", "expr": one} for number, one in enumerate(asked)]
    panels = tmp_path / "panels.yaml"
    panels.write_text(json.dumps({"groups": [{"name": "panels", "rules": rules}]}))
    command = ["promtool", "check", "rules", str(COLLECTOR / "alerts.yaml"), str(panels)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stderr
