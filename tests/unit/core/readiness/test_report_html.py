"""The HTML report: complete, self-contained, and safe whatever the names in it say."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.reports import a_report
from workspace_assistant.core.readiness.model import (
    CheckResult,
    Finding,
    Measurement,
    NotMeasured,
    ReadinessReport,
    Severity,
    Verdict,
)
from workspace_assistant.core.readiness.report_html import render_html
from workspace_assistant.core.readiness.report_html.conditions import conditions_words

ATTACK = "\"><script>alert(1)</script><img src=x onerror='x()'>&amp;\u202e\x00\ud800"
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "span", "br"),
    *("table", "thead", "tr", "th", "td"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "class", "media"),
    *("width", "cellspacing", "cellpadding"),
}


class Reader(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self._in_style = tag == "style"

    def handle_endtag(self, tag: str) -> None:
        self._in_style = False

    def handle_data(self, data: str) -> None:
        if not self._in_style:
            self.words.append(data)


def read(report: ReadinessReport) -> Reader:
    reader = Reader()
    reader.feed(render_html(report))
    reader.close()
    return reader


def shown(report: ReadinessReport) -> str:
    return " ".join(read(report).words).replace("\u202f", " ")


def filled_with(text: str) -> ReadinessReport:
    """A report that says *text* wherever a text can come from outside."""
    check = CheckResult(
        id=text,
        required=True,
        verdict=Verdict.NOT_READY,
        duration_s=1.0,
        measurements=(
            Measurement(id=text, value=text, unit=text, conditions={text: text}),
            Measurement(id="x", value=1.5, unit=text),
        ),
        findings=(
            Finding(
                code=text,
                severity=Severity.NOT_READY,
                measurement=text,
                value=text,
                limit=1.0,
                message=text,
                action=text,
            ),
        ),
        not_measured=(NotMeasured(id=text, reason=text, detail=text),),
    )
    return replace(
        a_report(),
        id=text,
        app_version=text,
        time_zone=text,
        profile_name=text,
        profile_digest=text,
        checks=(check,),
        deselected=(text,),
    )


def test_an_attack_stays_text() -> None:
    reader = read(filled_with(ATTACK))
    assert reader.tags <= TAGS
    assert reader.attributes <= ATTRIBUTES
    words = "".join(reader.words)
    assert "<script>alert(1)</script>" in words  # shown, not run
    assert "\u202e" not in words
    assert "\x00" not in words


@given(st.text(alphabet=st.characters(), max_size=60))
def test_no_text_becomes_markup(text: str) -> None:
    reader = read(filled_with(text))
    assert reader.tags <= TAGS
    assert reader.attributes <= ATTRIBUTES


@given(st.text(alphabet=st.characters(), max_size=60))
def test_every_report_can_be_written_as_utf_8(text: str) -> None:
    assert render_html(filled_with(text)).encode("utf-8")


def test_nothing_is_loaded_from_outside() -> None:
    html = render_html(a_report())
    assert "default-src 'none'" in html
    for loading in ("http://", "https://", "url(", "@import", "src=", "href=", "<script", "<link"):
        assert loading not in html


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.READY, "keeps its limits"),
        (Verdict.CAUTION, "You can start"),
        (Verdict.NOT_READY, "outside its limits"),
        (Verdict.NOT_TESTED, "could not be measured"),
    ],
)
def test_the_verdict_comes_first_in_plain_words(verdict: Verdict, words: str) -> None:
    text = shown(a_report(verdict=verdict))
    assert words in text
    assert text.index(words) < text.index("What to do") < text.index("About this check")


def test_a_finding_has_its_number_limit_and_next_step() -> None:
    text = shown(a_report())
    for words in ("Upload carries 2.1 Mbit/s", "Pause cloud backup.", "2.1 Mbit/s", "3 Mbit/s"):
        assert words in text


def test_findings_come_worst_first() -> None:
    report = a_report()
    finding = report.checks[0].findings[0]
    mild = replace(finding, severity=Severity.INFO, message="mild", value=None, limit=None)
    bad = replace(finding, severity=Severity.NOT_READY, message="grave", action="")
    check = replace(report.checks[0], findings=(mild, finding, bad))
    text = shown(replace(report, checks=(check,)))
    assert text.index("grave") < text.index("Upload carries") < text.index("mild")


def test_without_findings_it_says_so() -> None:
    report = a_report()
    text = shown(replace(report, checks=(replace(report.checks[0], findings=()),)))
    assert "Nothing was found that you need to do." in text


def test_what_was_not_measured_has_its_reason() -> None:
    assert "not measured It said 500. (server-refused)" in shown(a_report())


def test_facts_of_the_run() -> None:
    text = shown(a_report())
    for words in (
        "2026-11-21, 09:45:00 to 09:45:23, Europe/Madrid (UTC+01:00)",
        "Default remote voice agent",
        "sha256:00",
        "18 MB",
        "Workspace Assistant 0.1.0",
        "provider librespeed, connections 8",
        "Microphone. The verdict says nothing about it.",
    ):
        assert words in text


def test_a_run_over_midnight_names_both_days() -> None:
    report = a_report()
    text = shown(replace(report, finished_at=report.started_at + timedelta(hours=20)))
    assert "2026-11-21, 09:45:00 to 2026-11-22 05:45:00" in text


def test_an_unknown_zone_is_told_in_utc() -> None:
    assert "08:45:00 to 08:45:23, UTC (UTC+00:00)" in shown(filled_with("Nowhere/Here"))


def test_a_loop_inside_this_computer_is_labeled() -> None:
    report = a_report()
    assert "says nothing about your line" not in shown(report)
    loop = Measurement(
        id="bandwidth.upload", value=1e9, unit="bit/s", conditions={"scope": "this-computer"}
    )
    check = replace(report.checks[0], measurements=(loop,), required=False)
    text = shown(replace(report, checks=(check,), deselected=()))
    assert "Measured against this computer itself: says nothing about your line." in text
    assert "Not required by the profile" in text
    assert "Left out" not in text


def test_conditions_in_words() -> None:
    words = conditions_words(
        {
            "window_s": 3.501,
            "interval_low_bps": 47_000_000.0,
            "bytes": 18_000_000,
            "own_share": 0.029,
            "decided": True,
            "lower_bound": False,
            "busiest": "",
        }
    )
    assert words.replace("\u202f", " ") == (
        "window 3.5 s, interval low 47 Mbit/s, bytes 18 MB, own share 2.9 %, decided"
    )


def test_ready_in_part_does_not_speak_for_the_whole_job() -> None:
    whole = replace(a_report(verdict=Verdict.READY), deselected=())
    assert "Everything this job requires" in shown(whole)
    in_part = replace(whole, deselected=("microphone",))
    assert "Everything this job requires" not in shown(in_part)
    assert "What was measured keeps its limits." in shown(in_part)
    gap = NotMeasured(id="bandwidth.latency_increase", reason="load-too-short", detail="Too short.")
    unmeasured = replace(whole, checks=(replace(whole.checks[0], not_measured=(gap,)),))
    assert "though the profile limits it: Delay added by load." in shown(unmeasured)
