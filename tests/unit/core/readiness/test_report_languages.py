"""Reports in another language: every word of ours is in it, and the page says so."""

from __future__ import annotations

import re
from html import unescape

import pytest

from tests.fakes import readiness_reports, voice_reports
from tests.fakes.pseudo import pseudo, pseudo_from_the_right
from workspace_assistant.core.readiness.model import ReadinessReport
from workspace_assistant.core.readiness.report_html import Medium, render_html
from workspace_assistant.core.readiness.report_markdown import report_markdown

REPORTS = (
    readiness_reports.ready(),
    readiness_reports.not_tested(),
    readiness_reports.with_gap(),
    voice_reports.clear(),
    voice_reports.behind_portal(),
    voice_reports.without_password(),
)
# What a small letter begins are ids, conditions, units and hosts; these are names.
NAMES = {
    *("Workspace", "Assistant", "Jabra", "Europe", "Madrid", "USB", "MB", "GB", "Mbit", "Hz"),
    *("A", "Wi", "G", "Z", "UTC", "NAT", "VPN", "UDP", "TCP", "TLS", "TURN", "STUN", "JSON"),
}


def words(page: str) -> set[str]:
    """Those with a capital letter: how sentences and labels of ours begin."""
    plain = unescape(re.sub("<style.*?</style>|<[^>]*>", " ", page, flags=re.DOTALL))
    return set(re.findall(r"(?<![\w.-])[A-Z][A-Za-z]*", plain)) - NAMES


@pytest.mark.parametrize("report", REPORTS, ids=range(len(REPORTS)))
def test_nothing_of_ours_stays_english(report: ReadinessReport) -> None:
    say = pseudo_from_the_right().say
    english = words(render_html(report)) | words(report_markdown(report))
    for page in (
        *(render_html(report, medium, say) for medium in Medium),
        report_markdown(report, say),
    ):
        assert "\ufffd" not in page
        assert not words(page) & english - findings_of(report)


def findings_of(report: ReadinessReport) -> set[str]:
    """Kept in English by these scripted reports, without the sentence they were made of."""
    found = [one for check in report.checks for one in (*check.findings, *check.not_measured)]
    return words(" ".join(map(str, found)))


def test_a_page_says_its_language_and_its_side() -> None:
    report = readiness_reports.ready()
    assert '<html lang="en">' in render_html(report)
    assert '<html lang="de">' in render_html(report, say=pseudo().translation)
    assert '<html lang="ar" dir="rtl">' in render_html(
        report, say=pseudo_from_the_right().translation
    )
