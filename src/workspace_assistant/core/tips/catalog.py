"""From TOML documents to tips, or to the list of all their faults.

Every file holds the tips of one topic and is named after it. A tip without trigger, grade or
source is refused, and so is one whose source is not the paper itself or an official body.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import urlsplit

from workspace_assistant.core.errors import UserInputError
from workspace_assistant.core.facts.names import NAMES
from workspace_assistant.core.tips.condition import Comparison, Condition, names_in
from workspace_assistant.core.tips.condition_reading import ConditionError, read_condition
from workspace_assistant.core.tips.model import Grade, Source, Tip
from workspace_assistant.core.tips.texts import TOPICS

SCHEMA = 1
LEAST_COOLDOWN_DAYS, MOST_COOLDOWN_DAYS = 7, 365
LONGEST_TEXT = 240
MOST_SENTENCES = 2

# The paper itself, or the body whose rule or guidance it is. No mirrors, no news.
SOURCE_HOSTS = (
    "doi.org",
    "eur-lex.europa.eu",
    "baua.de",
    "cdc.gov",
    "gesetze-im-internet.de",
    "hse.gov.uk",
    "ilo.org",
    "osha.gov",
    "who.int",
)

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_SENTENCE_END = re.compile(r"[.?](?=\s|$)")
_KEYS = frozenset({"id", "text", "trigger", "grade", "source", "cooldown_days"})
_SOURCE_KEYS = frozenset({"title", "by", "year", "url"})
_PAPER = "https://doi.org/"
_FIRST_YEAR, _LAST_YEAR = 1950, 2100
_NEVER = Comparison("", "<", 0.0)


class CatalogError(UserInputError):
    """A catalog that cannot be used. `faults` lists every fault as ``place: reason``."""

    def __init__(self, faults: tuple[str, ...]) -> None:
        super().__init__("\n".join(faults))
        self.faults = faults


def read_catalog(documents: Mapping[str, Mapping[str, object]]) -> tuple[Tip, ...]:
    """The tips of *documents*, each by its topic. Raises `CatalogError` with every fault."""
    faults: list[str] = []
    tips: list[Tip] = []
    for topic, document in documents.items():
        tips += _tips(topic, document, faults)
    faults += _twice(tips)
    if faults:
        raise CatalogError(tuple(faults))
    return tuple(tips)


def _tips(topic: str, document: Mapping[str, object], faults: list[str]) -> Iterator[Tip]:
    if topic not in TOPICS:
        faults.append(f"{topic}: no topic; choose from {', '.join(TOPICS)}")
    schema = document.get("schema")
    if type(schema) is not int or schema != SCHEMA:  # true and 1.0 equal 1 in Python alone
        faults.append(f"{topic}: schema: must be {SCHEMA}")
    _name_unknown(document, {"schema", "tip"}, topic, faults)
    entries = document.get("tip")
    if not isinstance(entries, list) or not all(isinstance(one, dict) for one in entries):
        faults.append(f"{topic}: tip: must be sections [[tip]]")
        return
    for number, entry in enumerate(entries, 1):
        name = entry.get("id")
        place = f"{topic}: {name}" if isinstance(name, str) and name else f"{topic}: tip {number}"
        yield _tip(topic, entry, place, faults)


def _tip(topic: str, entry: Mapping[str, object], place: str, faults: list[str]) -> Tip:
    """As far as it can be read; what cannot is in *faults*."""
    _name_unknown(entry, _KEYS, place, faults)
    condition = _words(entry, "trigger", place, faults)
    grade = _grade(entry, place, faults)
    return Tip(
        id=_id(entry, place, faults),
        topic=topic,
        text=_text(entry, place, faults),
        condition=condition,
        trigger=_trigger(condition, place, faults),
        grade=grade or Grade.IDEA,
        source=_source(entry, grade, place, faults),
        cooldown_days=_cooldown(entry, place, faults),
    )


def _id(entry: Mapping[str, object], place: str, faults: list[str]) -> str:
    found = _words(entry, "id", place, faults)
    if found and not _ID.fullmatch(found):
        faults.append(f"{place}: id: must be words of small letters with hyphens between")
    return found


def _text(entry: Mapping[str, object], place: str, faults: list[str]) -> str:
    text = _words(entry, "text", place, faults)
    if len(text) > LONGEST_TEXT:
        faults.append(f"{place}: text: longer than {LONGEST_TEXT} characters")
    if "!" in text:
        faults.append(f"{place}: text: without exclamation marks")
    if "{" in text or "}" in text:
        faults.append(f"{place}: text: without braces")
    ends = len(_SENTENCE_END.findall(text))
    if text and (not 1 <= ends <= MOST_SENTENCES or text[-1] not in ".?"):
        faults.append(f"{place}: text: one or two whole sentences")
    return text


def _trigger(condition: str, place: str, faults: list[str]) -> Condition:
    if not condition:
        return _NEVER
    try:
        trigger = read_condition(condition)
    except ConditionError as error:
        faults.append(f"{place}: trigger: {error}")
        return _NEVER
    faults += [
        f"{place}: trigger: there is no fact “{name}”"
        for name in sorted(names_in(trigger))
        if name not in NAMES
    ]
    return trigger


def _grade(entry: Mapping[str, object], place: str, faults: list[str]) -> Grade | None:
    found = _words(entry, "grade", place, faults)
    try:
        return Grade(found) if found else None
    except ValueError:
        faults.append(f"{place}: grade: must be one of {', '.join(Grade)}")
        return None


def _source(
    entry: Mapping[str, object], grade: Grade | None, place: str, faults: list[str]
) -> Source | None:
    found = entry.get("source")
    if grade is Grade.IDEA:
        if found is not None:
            faults.append(f"{place}: source: an idea has none; with one it is graded A, B or C")
        return None
    if found is None and grade is None:
        return None  # whether it needs one nobody knows
    if not isinstance(found, dict):
        faults.append(f"{place}: source: is missing: only an idea (grade D) has none")
        return None
    inside = f"{place}: source"
    _name_unknown(found, _SOURCE_KEYS, inside, faults)
    url = _words(found, "url", inside, faults)
    if url and not _is_primary(url):
        faults.append(f"{inside}: url: must be https, of one of {', '.join(SOURCE_HOSTS)}")
    return Source(
        title=_words(found, "title", inside, faults),
        by=_words(found, "by", inside, faults),
        year=_year(found, url, inside, faults),
        url=url,
    )


def _year(found: Mapping[str, object], url: str, place: str, faults: list[str]) -> int | None:
    """Every paper has one; not every page of an official body says it."""
    year = found.get("year")
    if year is None and not url.startswith(_PAPER):
        return None
    if type(year) is int and _FIRST_YEAR <= year <= _LAST_YEAR:
        return year
    faults.append(f"{place}: year: must be a year from {_FIRST_YEAR} to {_LAST_YEAR}")
    return None


def _is_primary(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
    except ValueError:  # such as brackets that are no address
        return False
    is_known = any(host == one or host.endswith(f".{one}") for one in SOURCE_HOSTS)
    return parts.scheme == "https" and is_known and len(parts.path) > 1


def _cooldown(entry: Mapping[str, object], place: str, faults: list[str]) -> int:
    days = entry.get("cooldown_days", LEAST_COOLDOWN_DAYS)
    if type(days) is int and LEAST_COOLDOWN_DAYS <= days <= MOST_COOLDOWN_DAYS:
        return days
    span = f"{LEAST_COOLDOWN_DAYS} to {MOST_COOLDOWN_DAYS}"
    faults.append(f"{place}: cooldown_days: must be a number from {span}")
    return LEAST_COOLDOWN_DAYS


def _words(entry: Mapping[str, object], key: str, place: str, faults: list[str]) -> str:
    found = entry.get(key)
    if isinstance(found, str) and found.strip() == found and found:
        return found
    faults.append(f"{place}: {key}: {'is missing' if found is None else 'must be words'}")
    return ""


def _name_unknown(
    entry: Mapping[str, object], known: Collection[str], place: str, faults: list[str]
) -> None:
    faults += [f"{place}: {key}: is not known here" for key in entry if key not in known]


def _twice(tips: list[Tip]) -> Iterator[str]:
    seen: set[str] = set()
    for tip in tips:
        if tip.id and tip.id in seen:
            yield f"{tip.topic}: {tip.id}: id: another tip has it"
        seen.add(tip.id)
