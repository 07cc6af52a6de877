"""Everything that users read can be translated, and what is translated is whole.

The catalogs are behind the sources? `python3 tasks.py translations` brings them up to date.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from gettext import c2py  # type: ignore[attr-defined] # not in the type stubs
from pathlib import Path

import pytest
from translating import catalogs, languages
from translating.marked import SOURCE, Marked, all_marked, of_source
from translating.rules import faults
from translating.unmarked import unmarked

from workspace_assistant.core.languages import ENGLISH, LANGUAGES, language_of

CODES = tuple(languages.LANGUAGES)
# How many sentences a catalog may lack while it is being written; one that is whole is not here.
INCOMPLETE: dict[str, int] = {}

# Rooms whose every literal is looked at. What adapters say of a protocol goes to nobody but core.
ROOMS = ("cli", "ui", "bootstrap", "core")
MARKUP, COMMAND = "markup, styles or fonts", "a command, typed as it stands in every language"
DATA = "of a file's format, never said"
IDS = "ids and keys, never said"
CONDITION = "a condition of a measurement: English everywhere, as ids are"
# Every one of them looked at: how many literals of a module look like sentences, and why they stay.
NOT_SAID: dict[str, tuple[int, str]] = {
    "bootstrap/data_export.py": (2, "in the files that are handed over, of one form everywhere"),
    "bootstrap/data_opening.py": (1, "a unit beside a number"),
    "bootstrap/parts.py": (1, "to whoever starts a part by hand"),
    "bootstrap/publishing_round.py": (1, "SQL"),
    "bootstrap/self_test.py": (2, "what is wrong with a broken program, for who mends it"),
    "bootstrap/tips.py": (1, IDS),
    "cli/data_unlock.py": (1, IDS),
    "cli/data_words.py": (2, "a unit beside a number"),
    "cli/focus_acts.py": (1, COMMAND),
    "cli/focus_done.py": (1, COMMAND),
    "cli/focus_help.py": (1, COMMAND),
    "cli/focus_interruptions.py": (1, COMMAND),
    "cli/focus_next_steps.py": (17, COMMAND),
    "cli/focus_questions.py": (1, COMMAND),
    "cli/focus_status.py": (1, COMMAND),
    "cli/mic_volume.py": (1, COMMAND),
    "cli/passwords.py": (4, IDS),
    "cli/publish_words.py": (1, "a line of HTTP, shown as it is sent"),
    "cli/shifts.py": (1, COMMAND),
    "cli/shifts_by_hand.py": (1, COMMAND),
    "cli/shifts_caldav.py": (1, IDS),
    "cli/week_leave.py": (1, COMMAND),
    "cli/week_set.py": (1, COMMAND),
    "core/balance/report_html/__init__.py": (5, MARKUP),
    "core/balance/report_html/sections.py": (4, MARKUP),
    "core/balance/report_html/style.py": (3, MARKUP),
    "core/balance/writing.py": (
        1,
        "documents, in English; people read `TerminalWriting` and the window's",
    ),
    "core/check_in/help.py": (8, "titles of sources"),
    "core/diagnostics/impersonal.py": (2, "the log"),
    "core/diagnostics/report.py": (5, "the report for who mends the program"),
    "core/ergonomics/sources.py": (10, "titles of sources"),
    "core/facts/names.py": (76, "meant for the documentation, never said"),
    "core/facts/telling.py": (1, "a unit beside a number"),
    "core/focus/exchange/activity_watch.py": (1, "the name of a block: data, as it was imported"),
    "core/focus/exchange/clockify.py": (1, DATA),
    "core/focus/exchange/detailed_report.py": (6, DATA),
    "core/focus/exchange/formats.py": (2, DATA),
    "core/markup.py": (1, MARKUP),
    "core/publishing/fields.py": (1, IDS),
    "core/readiness/bandwidth/goodput_rules.py": (2, CONDITION),
    "core/readiness/bandwidth/latency_rules.py": (3, CONDITION),
    "core/readiness/computer/load.py": (1, "a process of Windows"),
    "core/readiness/integrity.py": (1, DATA),
    "core/readiness/report_html/__init__.py": (5, MARKUP),
    "core/readiness/report_html/path_section.py": (1, MARKUP),
    "core/readiness/report_html/sections.py": (2, MARKUP),
    "core/readiness/report_html/style.py": (2, MARKUP),
    "core/readiness/report_markdown/__init__.py": (1, "the program's name"),
    "core/readiness/verification.py": (1, "taken off what Python says"),
    "core/readiness/voice_path/idle_rules.py": (2, CONDITION),
    "core/readiness/voice_path/judge.py": (1, CONDITION),
    "core/readiness/voice_path/load_rules.py": (1, CONDITION),
    "core/readiness/voice_path/loss_rules.py": (1, CONDITION),
    "core/readiness/voice_path/path_rules.py": (1, CONDITION),
    "core/schedule/autostart.py": (3, "a file that desktops read"),
    "core/schedule/task_xml.py": (2, "a file that the system reads"),
    "core/schedule/units.py": (2, "a file that the system reads"),
    "core/settings/model.py": (1, IDS),
    "core/shift_end/check_in_question.py": (1, IDS),
    "core/shift_end/week_headline.py": (1, IDS),
    "core/shifts/model.py": (1, "a word that is looked for in calendars"),
    "core/shifts/pattern_words.py": (1, "a word that may be typed"),
    "core/svg.py": (10, MARKUP),
    "core/tips/catalog.py": (23, "to who writes tips: the shipped ones have no fault"),
    "core/tips/condition_reading.py": (6, "to who writes tips: the shipped ones have no fault"),
    "ui/app.py": (1, "the program's name"),
    "ui/help/about.py": (2, MARKUP),
    "ui/mini_timer/window.py": (1, IDS),
    "ui/readiness/path_texts.py": (1, COMMAND),
    "ui/texts.py": (1, "said where nothing but English can be read"),
    "ui/theme/style_sheet.py": (8, MARKUP),
    "ui/today/line_texts.py": (1, COMMAND),
    "ui/widgets/paper_pages.py": (7, MARKUP),
}
# Errors whose words a user reads.
TOLD = {"UserInputError", "StoreUnavailableError", "DamagedStoreError", "RefusedError"}


@cache
def marked() -> tuple[Marked, ...]:
    return tuple(all_marked())


@cache
def said(code: str) -> dict[str, catalogs.Translated]:
    return catalogs.translations(code)


def modules(*rooms: str) -> Iterator[tuple[str, str]]:
    for path in sorted(SOURCE.rglob("*.py")):
        name = path.relative_to(SOURCE).as_posix()
        if not rooms or name.startswith(tuple(f"{room}/" for room in rooms)):
            yield name, path.read_text("utf-8")


def test_whatever_reads_like_a_sentence_is_marked_for_translation() -> None:
    found = {name: list(unmarked(code)) for name, code in modules(*ROOMS)}
    allowed = {name: most for name, (most, _) in NOT_SAID.items()}
    new = [
        f"{name}:{one.line}: {one.text[:60]!r}"
        for name, every in found.items()
        for one in every
        if len(every) > allowed.get(name, 0)
    ]
    assert not new, "\n".join(["mark these, or say in NOT_SAID why they stay:", *new])
    stale = {name: len(found.get(name, ())) for name in allowed}
    assert stale == allowed, "the list names more than there is"


def test_the_eye_for_sentences_is_sharp() -> None:
    code = """
def told(name: "one two", count):
    '''A docstring is for us.'''
    log.info("for the log alone")
    raise ValueError("for us alone")
    return worded("said by mark"), say(f"{count} blocks are {name}"), tell("Two words")
"""
    assert [(one.line, one.text) for one in unmarked(code)] == [
        (6, " blocks are "),
        (6, "Two words"),
    ]


def test_errors_that_users_read_are_sentences_that_can_be_translated() -> None:
    raw = [
        f"{name}:{call.lineno}"
        for name, code in modules()
        for call in ast.walk(ast.parse(code))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in TOLD
        and call.args
        and isinstance(call.args[0], ast.Constant | ast.JoinedStr | ast.BinOp)
    ]
    assert not raw


def test_every_mark_holds_one_literal_sentence() -> None:
    found = [one for name, code in modules() for one in of_source(code, name)]
    assert len(found) > 3000
    assert not [sentence for sentence, _ in found if not sentence]


def test_there_is_a_catalog_for_every_language_with_the_same_rule_of_counting() -> None:
    assert {one.code for one in LANGUAGES} == {ENGLISH.code, *CODES}
    for code in CODES:
        ours, rule = languages.LANGUAGES[code], languages.LANGUAGES[code].plural_rule
        theirs = c2py(rule.partition("plural=")[2].rstrip(";"))
        numbers = range(1200)
        assert [theirs(n) for n in numbers] == [language_of(code).plural_form(n) for n in numbers]
        assert rule.startswith(f"nplurals={len(ours.forms)};")


@pytest.mark.parametrize("code", CODES)
def test_a_catalog_has_the_sentences_of_the_sources_in_their_order(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, words = catalogs.source_of(code).read_bytes(), said(code)
    monkeypatch.setattr(catalogs, "SOURCES", tmp_path)
    catalogs.write_source(code, marked(), words)
    is_current = catalogs.source_of(code).read_bytes() == kept
    assert is_current, "python3 tasks.py translations"


@pytest.mark.parametrize("code", CODES)
def test_what_ships_is_what_was_translated(code: str) -> None:
    fitting = {
        one.sentence: said(code)[one.sentence]
        for one in marked()
        if catalogs.fits(one, said(code).get(one.sentence))
    }
    is_same = catalogs.compiled(code, marked(), fitting) == catalogs.compiled_of(code).read_bytes()
    assert is_same, "python3 tasks.py translations"


@pytest.mark.parametrize("code", CODES)
def test_a_catalog_is_whole_or_says_what_it_lacks(code: str) -> None:
    lacking = sum(not catalogs.fits(one, said(code).get(one.sentence)) for one in marked())
    assert lacking <= INCOMPLETE.get(code, 0)


@pytest.mark.parametrize("code", CODES)
def test_translations_keep_what_must_be_kept(code: str) -> None:
    language = languages.LANGUAGES[code]
    wrong = [
        f"{sentence!r}: {fault}"
        for sentence, words in said(code).items()
        for place, form in enumerate((words,) if isinstance(words, str) else words)
        for fault in faults(sentence, form, language, None if isinstance(words, str) else place)
    ]
    assert not wrong, "\n".join(wrong[:20])
