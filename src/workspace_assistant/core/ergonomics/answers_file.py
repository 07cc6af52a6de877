"""A file of answers, ``workspace-assistant/ergonomics-answers/1``: read strictly, all or nothing.

A choice is the id of its option, ticks are a list of ids; null, or nothing, leaves a question open.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from workspace_assistant.core.ergonomics.errors import AnswersError
from workspace_assistant.core.ergonomics.interview import belonging
from workspace_assistant.core.ergonomics.model import (
    Band,
    Duration,
    Durations,
    Kind,
    Origin,
    Question,
    Sheet,
    Timed,
)
from workspace_assistant.core.ergonomics.questions import QUESTIONS, is_asked, is_question, question
from workspace_assistant.core.ergonomics.workplaces import workplace_said
from workspace_assistant.core.errors import RefusedError
from workspace_assistant.core.one_line import one_line
from workspace_assistant.core.phrases import Phrase
from workspace_assistant.core.text import QT_TRANSLATE_NOOP

_AT = QT_TRANSLATE_NOOP("ergonomics", "{place}: {reason}")
_TOO_LONG = QT_TRANSLATE_NOOP("ergonomics", "is longer than {most} bytes")
_NO_TEXT = QT_TRANSLATE_NOOP("ergonomics", "byte {byte}: is no UTF-8")
_NO_JSON = QT_TRANSLATE_NOOP("ergonomics", "line {line}: is no JSON: {reason}")
_AT_TWICE = QT_TRANSLATE_NOOP("ergonomics", "{place}: stands there twice")
_UNREADABLE = QT_TRANSLATE_NOOP("ergonomics", "is no JSON that can be read")
_AN_OBJECT = QT_TRANSLATE_NOOP("ergonomics", "an object")
_A_LIST = QT_TRANSLATE_NOOP("ergonomics", "a list")
_NOTHING = QT_TRANSLATE_NOOP("ergonomics", "answer nothing")
_OTHER_SCHEMA = QT_TRANSLATE_NOOP("ergonomics", "is not “{schema}”")
_MISSING = QT_TRANSLATE_NOOP("ergonomics", "is missing")
_NO_OBJECT = QT_TRANSLATE_NOOP("ergonomics", "is no JSON object")
_NO_LIST = QT_TRANSLATE_NOOP("ergonomics", "needs a list, which may be empty, of {options}")
_NOT_ASKED_AFTER = QT_TRANSLATE_NOOP("ergonomics", "is not asked after {options}")
_NOT_KNOWN = QT_TRANSLATE_NOOP("ergonomics", "is not known here; known are {keys}")
_NO_QUESTION = QT_TRANSLATE_NOOP("ergonomics", "is no question")
_NO_OPTION = QT_TRANSLATE_NOOP("ergonomics", "needs one option as text: {options}")
_NO_SUCH = QT_TRANSLATE_NOOP("ergonomics", "{value} is none of {options}")
_NONE_OF = QT_TRANSLATE_NOOP("ergonomics", "is none of {options}")
_STANDS_TWICE = QT_TRANSLATE_NOOP("ergonomics", "{value} stands there twice")

SCHEMA = "workspace-assistant/ergonomics-answers/1"
MOST_BYTES = 200_000  # a whole file has about two thousand

_KEYS = ("schema", "workplace", "answers", "durations")
_BYTE_ORDER_MARK = "\ufeff"
_LONGEST_QUOTE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenAnswers:
    """Attributes: `workplace` is empty where the file names none."""

    sheet: Sheet
    workplace: str = ""

    def sheet_with(self, logged: Durations) -> Sheet:
        """With what the log says of how long things are used, where the file says nothing."""
        return replace(self.sheet, durations={**logged, **self.sheet.durations})


def template() -> dict[str, object]:
    """A file in which nothing is answered yet."""
    return {
        "schema": SCHEMA,
        "workplace": "home",
        "answers": {one.id: None for one in QUESTIONS},
        "durations": {timed.value: None for timed in Timed},
    }


def read_answers(content: bytes) -> GivenAnswers:
    """Raises `AnswersError` with every fault and its place."""
    document = _parsed(content)
    reader = _Reader()
    given = reader.given(document)
    if reader.faults:
        raise AnswersError(reader.faults)
    return given


class _TwiceError(ValueError):
    """A key that stands in one object twice: which one is meant cannot be known."""


def _parsed(content: bytes) -> Mapping[str, object]:
    if len(content) > MOST_BYTES:
        raise AnswersError([Phrase(_TOO_LONG, most=str(MOST_BYTES))])
    try:
        text = content.decode().removeprefix(_BYTE_ORDER_MARK)
        document: object = json.loads(text, object_pairs_hook=_each_once)
    except UnicodeDecodeError as error:
        raise AnswersError([Phrase(_NO_TEXT, byte=str(error.start))]) from error
    except json.JSONDecodeError as error:
        raise AnswersError([Phrase(_NO_JSON, line=str(error.lineno), reason=error.msg)]) from error
    except _TwiceError as error:
        raise AnswersError([Phrase(_AT_TWICE, place=str(error))]) from error
    except (ValueError, RecursionError) as error:
        raise AnswersError([Phrase(_UNREADABLE)]) from error
    if not isinstance(document, dict):
        raise AnswersError([Phrase(_NO_OBJECT)])
    return document


def _each_once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in pairs:
        if key in found:
            raise _TwiceError(_quoted(key))
        found[key] = value
    return found


@dataclass(frozen=True, slots=True)
class _Reader:
    """Notes what is wrong and goes on, so that all faults are told at once."""

    faults: list[str] = field(default_factory=list)

    def given(self, document: Mapping[str, object]) -> GivenAnswers:
        self._check_keys(document)
        answers = dict(self._answers(self._object(document, "answers")))
        durations = dict(self._durations(self._object(document, "durations")))
        if not answers and not self.faults:
            self._fault("answers", _NOTHING)
        for one in QUESTIONS:
            if answers.get(one.id) and not is_asked(one, answers):
                self._fault(f"answers.{one.id}", _NOT_ASKED_AFTER, options=_first(one, answers))
        return GivenAnswers(
            workplace=self._workplace(document.get("workplace")),
            sheet=belonging(Sheet(answers=answers, durations=durations)),
        )

    def _check_keys(self, document: Mapping[str, object]) -> None:
        for key in document:
            if key not in _KEYS:
                self._fault(_quoted(key), _NOT_KNOWN, keys=", ".join(_KEYS))
        if document.get("schema") != SCHEMA:
            self._fault("schema", _OTHER_SCHEMA, schema=str(SCHEMA))
        if "answers" not in document:
            self._fault("answers", _MISSING)

    def _object(self, document: Mapping[str, object], key: str) -> Mapping[str, object]:
        value = document.get(key)
        if isinstance(value, dict):
            return value
        if value is not None:
            self._fault(key, _NO_OBJECT)
        return {}

    def _workplace(self, value: object) -> str:
        if value is None:
            return ""
        try:
            return workplace_said(value if isinstance(value, str) else "")
        except RefusedError as error:
            self._fault("workplace", error.sentence, **error.parts)
            return ""

    def _answers(self, found: Mapping[str, object]) -> Iterator[tuple[str, tuple[str, ...]]]:
        for key, value in found.items():
            if not is_question(key):
                self._fault(f"answers.{_quoted(key)}", _NO_QUESTION)
            elif value is not None:
                ids = self._options(question(key), value)
                if ids is not None:
                    yield key, ids

    def _options(self, one: Question, value: object) -> tuple[str, ...] | None:
        place = f"answers.{one.id}"
        if one.kind is Kind.CHOICE:
            if not isinstance(value, str):
                self._fault(place, _NO_OPTION, options=_options(one))
                return None
            return self._known(one, place, (value,))
        if not isinstance(value, list):
            self._fault(place, _NO_LIST, options=_options(one))
            return None
        return self._known(one, place, value)

    def _known(self, one: Question, place: str, ids: Iterable[object]) -> tuple[str, ...]:
        known: list[str] = []
        for each in ids:
            if not isinstance(each, str) or one.option(each) is None:
                self._fault(place, _NO_SUCH, value=_quoted(each), options=_options(one))
            elif each in known:
                self._fault(place, _STANDS_TWICE, value=_quoted(each))
            else:
                known.append(each)
        return tuple(known)

    def _durations(self, found: Mapping[str, object]) -> Iterator[tuple[Timed, Duration]]:
        for key, value in found.items():
            if key not in set(Timed):
                self._fault(f"durations.{_quoted(key)}", _NONE_OF, options=", ".join(Timed))
            elif value is not None and value not in tuple(Band):
                self._fault(
                    f"durations.{key}", _NO_SUCH, value=_quoted(value), options=", ".join(Band)
                )
            elif value is not None:
                yield Timed(key), Duration(band=Band(str(value)), origin=Origin.SAID)

    def _fault(self, place: str, reason: str, /, **parts: str) -> None:
        self.faults.append(Phrase(_AT, place=place, reason=Phrase(reason, **parts)))


def _first(one: Question, answers: Mapping[str, tuple[str, ...]]) -> str:
    """What was answered before that leaves *one* out."""
    before = next(each for each in QUESTIONS if each.item is one.item)
    return f"“{', '.join(answers[before.id])}”"


def _options(one: Question) -> str:
    return ", ".join(option.id for option in one.options)


def _quoted(value: object) -> str:
    if isinstance(value, dict | list):
        return Phrase(_AN_OBJECT if isinstance(value, dict) else _A_LIST)
    text = one_line(value if isinstance(value, str) else json.dumps(value))
    return f"“{text[:_LONGEST_QUOTE]}…”" if len(text) > _LONGEST_QUOTE else f"“{text}”"
