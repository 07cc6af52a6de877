"""Sentences of facts about focus blocks and learning."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

MANY: dict[str, str] = {
    "interruptions.noise.week": QT_TRANSLATE_NOOP(
        "facts", "{value} interruptions by noise in the last seven days."
    ),
    "interruptions.family.week": QT_TRANSLATE_NOOP(
        "facts", "{value} interruptions by family in the last seven days."
    ),
    "interruptions.pet.week": QT_TRANSLATE_NOOP(
        "facts", "{value} interruptions by pets in the last seven days."
    ),
    "interruptions.phone.week": QT_TRANSLATE_NOOP(
        "facts", "{value} interruptions by the phone in the last seven days."
    ),
    "interruptions.chat.week": QT_TRANSLATE_NOOP(
        "facts", "{value} interruptions by chat in the last seven days."
    ),
    "interruptions.door.week": QT_TRANSLATE_NOOP(
        "facts", "{value} interruptions at the door in the last seven days."
    ),
    "interruptions.self.week": QT_TRANSLATE_NOOP(
        "facts", "{value} interruptions by yourself in the last seven days."
    ),
    "interruptions.technical.week": QT_TRANSLATE_NOOP(
        "facts", "{value} interruptions by technical trouble in the last seven days."
    ),
    "interruptions.other.week": QT_TRANSLATE_NOOP(
        "facts", "{value} interruptions by other things in the last seven days."
    ),
    "interruptions.noise.peak_share": QT_TRANSLATE_NOOP(
        "facts",
        "{value} % of {count} interruptions by noise this week came between {start} and {end}.",
    ),
    "interruptions.family.peak_share": QT_TRANSLATE_NOOP(
        "facts",
        "{value} % of {count} interruptions by family this week came between {start} and {end}.",
    ),
    "interruptions.week": QT_TRANSLATE_NOOP(
        "facts", "{value} interruptions of your blocks in the last seven days."
    ),
    "interruptions.noise.voices.week": QT_TRANSLATE_NOOP(
        "facts",
        "The notes of {value} interruptions by noise name voices, in the last seven days.",
    ),
    "interruptions.noise.echo.week": QT_TRANSLATE_NOOP(
        "facts",
        "The notes of {value} interruptions by noise name an echo, in the last seven days.",
    ),
    "interruptions.noise.bang.week": QT_TRANSLATE_NOOP(
        "facts",
        "The notes of {value} interruptions by noise name a bang or a shriek, in the last "
        "seven days.",
    ),
    "interruptions.self.web.week": QT_TRANSLATE_NOOP(
        "facts",
        "The notes of {value} interruptions by yourself name the web, in the last seven days.",
    ),
    "interruptions.technical.same_topic.week": QT_TRANSLATE_NOOP(
        "facts",
        "The same technical matter interrupted you {value} times in the last seven days.",
    ),
    "focus.completed_share": QT_TRANSLATE_NOOP(
        "facts", "You completed {done} of your last {count} planned blocks."
    ),
    "focus.best_hour_advantage": QT_TRANSLATE_NOOP(
        "facts",
        "Blocks that you begin between {start} and {end} get {value} points more of their "
        "planned time done than the others ({count} blocks).",
    ),
    "learning.minutes.week": QT_TRANSLATE_NOOP(
        "facts", "You learned for {value} minutes in the last seven days."
    ),
    "learning.reading_repeats.week": QT_TRANSLATE_NOOP(
        "facts", "You read the same thing {value} times in the last seven days."
    ),
    "learning.massed_minutes.week": QT_TRANSLATE_NOOP(
        "facts",
        "You learned one thing for {value} minutes on one day, and on no other of the last seven.",
    ),
    "learning.even_repeats": QT_TRANSLATE_NOOP(
        "facts", "You learned one thing on {value} days, always the same time apart."
    ),
}

ONE: dict[str, str] = {
    "interruptions.noise.week": QT_TRANSLATE_NOOP(
        "facts", "1 interruption by noise in the last seven days."
    ),
    "interruptions.family.week": QT_TRANSLATE_NOOP(
        "facts", "1 interruption by family in the last seven days."
    ),
    "interruptions.pet.week": QT_TRANSLATE_NOOP(
        "facts", "1 interruption by a pet in the last seven days."
    ),
    "interruptions.phone.week": QT_TRANSLATE_NOOP(
        "facts", "1 interruption by the phone in the last seven days."
    ),
    "interruptions.chat.week": QT_TRANSLATE_NOOP(
        "facts", "1 interruption by chat in the last seven days."
    ),
    "interruptions.door.week": QT_TRANSLATE_NOOP(
        "facts", "1 interruption at the door in the last seven days."
    ),
    "interruptions.self.week": QT_TRANSLATE_NOOP(
        "facts", "1 interruption by yourself in the last seven days."
    ),
    "interruptions.technical.week": QT_TRANSLATE_NOOP(
        "facts", "1 interruption by technical trouble in the last seven days."
    ),
    "interruptions.other.week": QT_TRANSLATE_NOOP(
        "facts", "1 interruption by something else in the last seven days."
    ),
    "interruptions.week": QT_TRANSLATE_NOOP(
        "facts", "1 interruption of your blocks in the last seven days."
    ),
    "interruptions.noise.voices.week": QT_TRANSLATE_NOOP(
        "facts",
        "The note of 1 interruption by noise names voices, in the last seven days.",
    ),
    "interruptions.noise.echo.week": QT_TRANSLATE_NOOP(
        "facts",
        "The note of 1 interruption by noise names an echo, in the last seven days.",
    ),
    "interruptions.noise.bang.week": QT_TRANSLATE_NOOP(
        "facts",
        "The note of 1 interruption by noise names a bang or a shriek, in the last seven days.",
    ),
    "interruptions.self.web.week": QT_TRANSLATE_NOOP(
        "facts",
        "The note of 1 interruption by yourself names the web, in the last seven days.",
    ),
    "interruptions.technical.same_topic.week": QT_TRANSLATE_NOOP(
        "facts", "No technical matter interrupted you twice in the last seven days."
    ),
    "learning.reading_repeats.week": QT_TRANSLATE_NOOP(
        "facts", "You read nothing twice in the last seven days."
    ),
}

NONE: dict[str, str] = {
    "interruptions.technical.same_topic.week": QT_TRANSLATE_NOOP(
        "facts", "No note of the last seven days names technical trouble."
    ),
    "learning.reading_repeats.week": QT_TRANSLATE_NOOP(
        "facts", "You tagged no learning as reading in the last seven days."
    ),
    "learning.massed_minutes.week": QT_TRANSLATE_NOOP(
        "facts", "You learned nothing on one day alone in the last seven days."
    ),
    "learning.even_repeats": QT_TRANSLATE_NOOP(
        "facts", "You learned nothing at even distances in the last four weeks."
    ),
}

LESS: dict[str, str] = {
    "focus.best_hour_advantage": QT_TRANSLATE_NOOP(
        "facts", "No hour of the day stands out among your {count} planned blocks."
    ),
}

# Where one clock hour has most of them.
PEAKS: dict[str, str] = {
    "interruptions.noise.week": QT_TRANSLATE_NOOP(
        "facts",
        "{value} interruptions by noise in the last seven days, most between {start} and {end}.",
    ),
    "interruptions.family.week": QT_TRANSLATE_NOOP(
        "facts",
        "{value} interruptions by family in the last seven days, most between {start} and {end}.",
    ),
    "interruptions.pet.week": QT_TRANSLATE_NOOP(
        "facts",
        "{value} interruptions by pets in the last seven days, most between {start} and {end}.",
    ),
    "interruptions.phone.week": QT_TRANSLATE_NOOP(
        "facts",
        "{value} interruptions by the phone in the last seven days, most between {start} and "
        "{end}.",
    ),
    "interruptions.chat.week": QT_TRANSLATE_NOOP(
        "facts",
        "{value} interruptions by chat in the last seven days, most between {start} and {end}.",
    ),
    "interruptions.door.week": QT_TRANSLATE_NOOP(
        "facts",
        "{value} interruptions at the door in the last seven days, most between {start} and {end}.",
    ),
    "interruptions.self.week": QT_TRANSLATE_NOOP(
        "facts",
        "{value} interruptions by yourself in the last seven days, most between {start} and {end}.",
    ),
    "interruptions.technical.week": QT_TRANSLATE_NOOP(
        "facts",
        "{value} interruptions by technical trouble in the last seven days, most between "
        "{start} and {end}.",
    ),
    "interruptions.other.week": QT_TRANSLATE_NOOP(
        "facts",
        "{value} interruptions by other things in the last seven days, most between {start} "
        "and {end}.",
    ),
}
