"""Where to get help, when check-ins are low for weeks. No diagnosis: nobody is told what it is.

Two weeks for most; three for eyes, which a bad week tires. Sources are official ones alone.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from workspace_assistant.core.check_in import help_texts as texts
from workspace_assistant.core.check_in.lows import low_weeks, weeks_up_to
from workspace_assistant.core.check_in.model import CheckIn, Item


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpSource:
    """Attributes: `title` as its publisher has it, `url` of the publisher."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """What to do about one thing that is low.

    Attributes:
        weeks: in a row, up to this one.
        said: what the check-ins say, marked for translation, with ``{weeks}``.
        steps: whom to turn to, the nearest first; whole sentences.
    """

    item: Item
    weeks: int
    said: str
    steps: tuple[str, ...]
    sources: tuple[HelpSource, ...]

    @property
    def parts(self) -> Mapping[str, str]:
        return {"weeks": str(self.weeks)}


SCREENS = HelpSource(
    title="Directive 90/270/EEC on work with display screen equipment, article 9",
    url="http://data.europa.eu/eli/dir/1990/270/oj",
)
EYE_TESTS = HelpSource(
    title="HSE: Eyes and eyesight testing",
    url="https://www.hse.gov.uk/msd/dse/eye-tests.htm",
)
SURVEILLANCE = HelpSource(
    title="Directive 89/391/EEC on safety and health at work, articles 11 and 14",
    url="http://data.europa.eu/eli/dir/1989/391/oj",
)
VOICE = HelpSource(
    title="nidirect: Laryngitis", url="https://www.nidirect.gov.uk/conditions/laryngitis"
)
BODY = HelpSource(
    title="EU-OSHA: Musculoskeletal disorders",
    url="https://osha.europa.eu/en/themes/musculoskeletal-disorders",
)
MIND = HelpSource(
    title="WHO guidelines on mental health at work (2022)",
    url="https://www.who.int/publications/i/item/9789240053052",
)
STRESS = HelpSource(
    title="EU-OSHA: Psychosocial risks and mental health at work",
    url="https://osha.europa.eu/en/themes/psychosocial-risks-and-mental-health",
)
TELEWORK = HelpSource(
    title="WHO and ILO: Healthy and safe telework (2021)",
    url="https://www.who.int/publications/i/item/9789240040977",
)


@dataclass(frozen=True, slots=True)
class _Rule:
    from_weeks: int
    steps: tuple[str, ...]
    sources: tuple[HelpSource, ...]


_RULES: Mapping[Item, _Rule] = {
    Item.EYES: _Rule(3, (texts.EYE_TEST, texts.DOCTOR_OF_WORK), (SCREENS, EYE_TESTS)),
    Item.VOICE: _Rule(2, (texts.VOICE_DOCTOR, texts.DOCTOR_OF_WORK), (VOICE, SURVEILLANCE)),
    Item.BODY: _Rule(2, (texts.TELL_EARLY, texts.DOCTOR_OF_WORK), (BODY, SURVEILLANCE)),
    Item.ENERGY: _Rule(2, (texts.TALK, texts.DOCTOR, texts.URGENT), (MIND, STRESS)),
    Item.SWITCH_OFF: _Rule(2, (texts.TALK, texts.DOCTOR, texts.URGENT), (MIND, STRESS)),
    Item.CONTACT: _Rule(2, (texts.COLLEAGUES, texts.TALK), (TELEWORK, STRESS)),
}


def help_of(check_ins: Sequence[CheckIn], now: datetime, zone: tzinfo) -> tuple[Help, ...]:
    """For each that has been low for long enough; nothing for most people."""
    weeks = weeks_up_to(now, zone)
    return tuple(
        Help(
            item=item,
            weeks=low,
            said=texts.SAID[item],
            steps=rule.steps,
            sources=rule.sources,
        )
        for item, rule in _RULES.items()
        if (low := low_weeks(item, check_ins, weeks) or 0) >= rule.from_weeks
    )
