"""The HTML report: complete, self-contained, and safe whatever the names in it say."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes import readiness_reports
from tests.fakes.reports import a_report
from workspace_assistant.core.markup import text
from workspace_assistant.core.readiness.model import (
    AppliedLimit,
    Better,
    CheckResult,
    Finding,
    Measurement,
    NotMeasured,
    ReadinessReport,
    Series,
    Severity,
    Span,
    Verdict,
)
from workspace_assistant.core.readiness.report import report_digest
from workspace_assistant.core.readiness.report_html import Medium, render_html
from workspace_assistant.core.readiness.report_html.conditions import conditions_words
from workspace_assistant.core.readiness.report_html.style import SCREEN_STYLE

ATTACK = "\"><script>alert(1)</script><img src=x onerror='x()'>&amp;\u202e\x00\ud800"
TAGS = {
    *("html", "head", "meta", "title", "style", "body", "h1", "h2", "p", "span", "br"),
    *("table", "thead", "tr", "th", "td", "details", "summary", "img"),
    *("svg", "desc", "line", "rect", "polyline", "text"),
}
ATTRIBUTES = {
    *("lang", "charset", "http-equiv", "content", "name", "class", "media"),
    *("width", "cellspacing", "cellpadding", "open", "height", "src"),
    *("viewbox", "role", "font-family", "stroke-linecap", "stroke-linejoin", "points"),
    *("x", "y", "x1", "x2", "y1", "y2", "rx", "fill", "fill-opacity", "stroke", "stroke-width"),
    *("stroke-dasharray", "font-size", "font-weight", "text-anchor", "direction"),
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


def read(report: ReadinessReport, medium: Medium = Medium.BROWSER) -> Reader:
    reader = Reader()
    reader.feed(render_html(report, medium))
    reader.close()
    return reader


def shown(report: ReadinessReport, medium: Medium = Medium.BROWSER) -> str:
    return " ".join(read(report, medium).words).replace("\u202f", " ")


def filled_with(text: str, check_id: str = "") -> ReadinessReport:
    """A report that says *text* wherever a text can come from outside."""
    check = CheckResult(
        id=check_id or text,
        required=True,
        verdict=Verdict.NOT_READY,
        duration_s=1.0,
        measurements=(
            Measurement(id=text, value=text, unit=text, conditions={text: text}),
            Measurement(id="x", value=1.5, unit=text),
            Measurement(id="voice.rtt", value=text, unit=text, conditions={"server": text}),
            Measurement(id="path.interface", value=text, unit=text, conditions={"name": text}),
        ),
        series=(
            Series(
                id="voice.stream",
                unit=text,
                step_s=0.02,
                values=(1.0, None),
                spans=(Span(name=text, start_s=0.0, end_s=0.04),),
            ),
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
        limits=(
            AppliedLimit(
                measurement=text,
                ready=1.0,
                caution=2.0,
                better=Better.LOWER,
                unit=text,
                judged_by=text,
            ),
        ),
    )


@pytest.mark.parametrize("medium", Medium)
@pytest.mark.parametrize("check_id", ["", "voice-path"])
def test_an_attack_stays_text(medium: Medium, check_id: str) -> None:
    reader = read(filled_with(ATTACK, check_id), medium)
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


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("a \u20689 ms\u2069 b", "a \u20689 ms\u2069 b"),
        ("a \u20689 ms b", "a \ufffd9 ms b"),
        ("a\u2069 \u2068b", "a\ufffd \ufffdb"),
        ("\u2068\u202ea\u2069", "\u2068\ufffda\u2069"),
    ],
)
def test_what_is_isolated_turns_nothing_outside_of_itself(value: str, shown: str) -> None:
    assert text(value) == shown


def test_a_break_of_lines_in_a_text_is_a_space() -> None:
    assert text("one\ntwo\tthree") == "one two three"


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


@pytest.mark.parametrize("medium", Medium)
def test_a_number_stands_beside_the_limit_it_was_held_against(medium: Medium) -> None:
    text = re.sub(r"\s+", " ", shown(readiness_reports.bad_wifi(), medium))
    assert "Quantity Measured Limit Conditions" in text
    assert "Round trip 28.9 ms up to 150 ms caution: up to 300 ms" in text
    assert "Packet loss 4.1 % up to 1 % caution: up to 2.5 % by its 95 % interval" in text
    assert "Speech level \N{MINUS SIGN}24.2 dBov \N{MINUS SIGN}34 to \N{MINUS SIGN}12 dBov" in text


def test_a_number_that_is_missing_has_its_limit_too() -> None:
    gap = NotMeasured(id="voice.rtt", reason="no-answer", detail="No answer came.")
    check = replace(readiness_reports.voice_path(), measurements=(), not_measured=(gap,))
    text = re.sub(r"\s+", " ", shown(readiness_reports.report(Verdict.NOT_TESTED, check)))
    assert "not measured up to 150 ms" in text


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
    text = text[text.index("What to do") :]
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


def test_a_required_check_that_could_not_run_says_why_at_the_top() -> None:
    text = shown(readiness_reports.not_tested())
    said = "Required but not tested: Microphone. There is no microphone."
    assert text.index(said) < text.index("About this check")


def test_a_required_check_without_a_word_is_named_at_least() -> None:
    silent = replace(readiness_reports.missing_microphone(), not_measured=())
    text = shown(readiness_reports.report(Verdict.NOT_TESTED, silent))
    assert "Required but not tested: Microphone." in text


def test_a_clean_way_is_not_called_so_where_something_required_is_open() -> None:
    clean = "Nothing that disturbs calls was found"
    calls = readiness_reports.good_calls()
    assert clean in shown(calls)
    untested = (*calls.checks, readiness_reports.missing_microphone())
    assert clean not in shown(replace(calls, checks=untested))


def test_a_loop_inside_this_computer_is_labeled() -> None:
    report = a_report()
    assert "says nothing about your line" not in shown(report)
    loop = Measurement(
        id="bandwidth.upload", value=1e9, unit="bit/s", conditions={"scope": "this-computer"}
    )
    check = replace(report.checks[0], measurements=(loop,), required=False)
    text = shown(replace(report, checks=(check,), deselected=()))
    assert (
        "Line: measured against this computer itself, so it says nothing about your line." in text
    )
    assert "Not required by the profile" in text
    assert "Left out" not in text


def test_the_culprit_and_the_way_stand_before_what_to_do() -> None:
    text = shown(readiness_reports.bad_wifi())
    start, end = text.index("The way of your calls"), text.index("What to do")
    assert "lost between you and your router (Wi-Fi): 4.1 % of 820." in text[start:end]
    assert "From your computer to your router by Wi-Fi: weak link" in text[start:end]
    assert "1000 packets in 20 s" in text[start:end]


def test_a_clean_way_is_called_so() -> None:
    assert "Nothing that disturbs calls was found" in shown(readiness_reports.good_calls())


def test_without_facts_of_the_way_nothing_is_said_of_it() -> None:
    assert "The way of your calls" not in shown(readiness_reports.ready())


def test_a_browser_draws_and_a_pdf_names_its_pictures() -> None:
    report = readiness_reports.bad_wifi()
    assert render_html(report).count("<svg") == 2
    paper = render_html(report, Medium.PDF)
    assert "<svg" not in paper
    assert "<details" not in paper
    for name in ("drawing:path", "drawing:voice"):
        assert f'<img src="{name}" width="640"' in paper


def test_numbers_are_folded_where_all_is_well() -> None:
    html = render_html(readiness_reports.bad_wifi())
    assert html.count("<details>") == 4
    assert html.count("<details open>") == 1


def test_the_network_and_the_digest_are_told() -> None:
    report = readiness_reports.good_calls()
    text = shown(report)
    for words in ("Network interface Wi-Fi", "VPN no", "stun.example.com:3478, stun"):
        assert words in text
    assert report_digest(report) in text


def test_a_shared_set_up_is_said_once_for_its_check() -> None:
    server = {"server": "voice.example.test:3478"}
    found = tuple(
        Measurement(id=name, value=30.0, unit="ms", conditions={**server, "packets": count})
        for count, name in enumerate(("voice.rtt", "voice.jitter"), start=7)
    )
    check = replace(readiness_reports.voice_path("none"), measurements=found, series=())
    page = render_html(replace(readiness_reports.good_calls(), checks=(check,)))
    assert page.count("Where nothing else is said: server voice.example.test:3478.") == 1
    assert '<td class="small">packets 7</td>' in page
    other = replace(found[1], conditions={"server": "other.example.test"})
    both = render_html(
        replace(
            readiness_reports.good_calls(),
            checks=(replace(check, measurements=(found[0], other)),),
        )
    )
    assert "Where nothing else is said" not in both
    assert "server other.example.test" in both


def test_print_keeps_a_heading_with_what_follows_it() -> None:
    kept = SCREEN_STYLE.partition("@media print")[2].partition("{ break-after: avoid; }")[0]
    assert {"h2", "summary", "thead", "h2 + p", "summary + p"} <= {
        one.strip() for one in kept.rpartition("}")[2].split(",")
    }


def test_conditions_in_words() -> None:
    words = conditions_words(
        {
            "window_s": 3.501,
            "interval_low_bps": 47_000_000.0,
            "bytes": 18_000_000,
            "own_share": 0.029,
            "gate_depth_db": -1.1,
            "decided": True,
            "lower_bound": False,
            "busiest": "",
        }
    )
    assert words.replace("\u202f", " ") == (
        "window 3.5 s, interval low 47 Mbit/s, bytes 18 MB, own share 2.9 %, "
        "gate depth \u22121.1 dB, decided"
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
