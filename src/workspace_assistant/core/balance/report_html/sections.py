"""The sections of a report as HTML; one with nothing to say is empty."""

from __future__ import annotations

from itertools import groupby

from workspace_assistant.core.balance.model import State
from workspace_assistant.core.balance.report import texts
from workspace_assistant.core.balance.report.model import Figure, GoalLine, Report, ReportLine
from workspace_assistant.core.balance.settings_model import Standing
from workspace_assistant.core.markup import Markup, joined, row, tag, text
from workspace_assistant.core.svg import svg
from workspace_assistant.core.table import Table

_NOTHING = Markup("")
# One drawing for all screens and for paper; a narrow screen shrinks it.
_WIDTH_PX = 760.0
_SIGNS = {
    State.MET: "✓",
    State.NOT_MET: "!",
    State.INFORMATION: "–",  # noqa: RUF001 - a dash
    State.NOT_ENOUGH_DATA: "–",  # noqa: RUF001 - a dash
}
_GOAL_STATES = {
    Standing.REACHED: State.MET,
    Standing.MISSED: State.NOT_MET,
    Standing.OPEN: State.INFORMATION,
    Standing.UNKNOWN: State.NOT_ENOUGH_DATA,
}


def hero_section(report: Report) -> Markup:
    said = joined(tag("li", text(one)) for one in report.sentences)
    return joined(
        (
            tag("p", text(report.say(texts.KICKER)), look="kicker"),
            tag("h1", text(report.title)),
            tag("p", text(report.period), look="muted"),
            tag(
                "section",
                tag("p", text(report.headline), look="headline"),
                tag("ul", said) if report.sentences else _NOTHING,
                look="hero",
            ),
        )
    )


def figure_section(figure: Figure, report: Report) -> Markup:
    """The picture, and folded below it the table that says the same."""
    drawing = figure.draw(_WIDTH_PX)
    if drawing is None:
        return _NOTHING
    folded = tag("details", tag("summary", text(report.say(texts.TABLE))), _table(figure.table))
    return _section(figure.title, tag("figure", svg(drawing)), folded)


def _table(shown: Table) -> Markup:
    head = (tag("th", text(name), attributes='scope="col"') for name in shown.columns)
    body = (
        row(
            tag("th", text(cells[0]), attributes='scope="row"'),
            *(tag("td", text(cell)) for cell in cells[1:]),
        )
        for cells in shown.rows
    )
    return tag(
        "div",
        tag(
            "table",
            tag("caption", text(shown.title)),
            tag("thead", row(*head)),
            tag("tbody", *body),
        ),
        look="wide",
    )


def goals_section(report: Report) -> Markup:
    if not report.goals:
        return _NOTHING
    goals = (tag("li", *_goal(goal, report)) for goal in report.goals)
    return _section(report.say(texts.GOALS), tag("ul", *goals, look="goals"))


def _goal(goal: GoalLine, report: Report) -> tuple[Markup, ...]:
    sign = _sign(_GOAL_STATES[goal.standing])
    told = report.say(texts.WITH_STANDING, sentence=goal.sentence, standing=goal.word)
    if goal.share is None:
        return (sign, text(told))
    return (sign, text(told), Markup(f'<progress value="{goal.share:.3f}"></progress>'))


def numbers_section(report: Report) -> Markup:
    if not report.lines:
        return _NOTHING
    has_usual = any(line.usual or line.last for line in report.lines)
    names = [texts.INDICATOR, "", texts.TARGET]
    names += [texts.USUAL, texts.LAST] if has_usual else []
    heads = [report.say(name) if name else report.value_heading for name in names]
    head = tag("thead", row(*(tag("th", text(name), attributes='scope="col"') for name in heads)))
    groups = (
        tag("tbody", *_group(state, tuple(lines), report, len(names)))
        for state, lines in groupby(report.lines, key=lambda line: line.state)
    )
    table = tag("table", head, *groups, look="numbers")
    return _section(report.say(texts.INDICATORS), tag("div", table, look="wide"), _formulas(report))


def _formulas(report: Report) -> Markup:
    """Folded: methods on demand."""
    told = (
        joined((tag("dt", text(line.name)), tag("dd", text(line.formula)))) for line in report.lines
    )
    summary = tag("summary", text(report.say(texts.FORMULAS)))
    return tag("details", summary, tag("dl", *told))


def _group(
    state: State, lines: tuple[ReportLine, ...], report: Report, columns: int
) -> list[Markup]:
    title = tag(
        "th",
        text(report.groups[state]),
        look="group",
        attributes=f'colspan="{columns}" scope="rowgroup"',
    )
    return [row(title), *(_line(line, columns) for line in lines)]


def _line(line: ReportLine, columns: int) -> Markup:
    target = [text(line.target)]
    if line.basis and line.target:
        target.append(tag("span", text(line.basis), look="small"))
    compared = (tag("td", text(one), look="number") for one in (line.usual, line.last))
    return row(
        tag(
            "th",
            _sign(line.state, line.state_word),
            tag("span", text(line.name), look="name"),
            tag("span", text(line.sentence), look="small"),
            attributes='scope="row"',
        ),
        tag("td", text(line.value), look="number strong"),
        tag("td", *target),
        *(compared if columns > 3 else ()),
    )


def unknown_section(report: Report) -> Markup:
    if not report.unknown:
        return _NOTHING
    told = (tag("li", text(one)) for one in report.unknown)
    return _section(report.say(texts.UNKNOWN), tag("ul", *told, look="muted"))


def advice_section(report: Report) -> Markup:
    if not report.advice:
        return _NOTHING
    told = (
        joined((tag("dt", text(one.about)), tag("dd", text(one.text)))) for one in report.advice
    )
    return _section(report.say(texts.SUGGESTIONS), tag("dl", *told))


def names_section(report: Report) -> Markup:
    if not report.names:
        return _NOTHING
    columns = (texts.NAME, texts.COUNT, texts.WORKED, texts.NOTES)
    rows = tuple((one.name, one.count, one.worked, "; ".join(one.notes)) for one in report.names)
    title = report.say(texts.NAMES)
    return _section(
        title, _table(Table(title=title, columns=tuple(map(report.say, columns)), rows=rows))
    )


def _section(title: str, *content: Markup) -> Markup:
    return tag("section", tag("h2", text(title)), *content)


def _sign(state: State, word: str = "") -> Markup:
    """A sign for the eye; a word for who listens, where none stands beside it."""
    sign = tag(
        "span", text(_SIGNS[state]), look=f"sign {state.value}", attributes='aria-hidden="true"'
    )
    return joined((sign, tag("span", text(f"{word}: "), look="heard"))) if word else sign
