"""The names of all facts: what each is, in which unit. Nobody counts a thing a second way.

A week is today and the six days before; days begin at 04:00. A shift is the one that runs, else
the last one of the week. "Usual" is the median of the person's own four weeks before this week, of
three values and more. docs/facts.md tells of each what it is made of, and when it is not known.
"""

from __future__ import annotations

_CAUSES = ("noise", "family", "pet", "phone", "chat", "door", "self", "technical", "other")

NAMES: dict[str, tuple[str, str]] = {
    **{
        f"interruptions.{cause}.week": ("count", f"interruptions by {cause} in a week")
        for cause in _CAUSES
    },
    **{
        f"interruptions.{cause}.peak_share": (
            "fraction",
            f"how many of the week's interruptions by {cause} in the busiest clock hour; from 5 on",
        )
        for cause in ("noise", "family")
    },
    "interruptions.week": ("count", "interruptions of blocks in a week"),
    "interruptions.noise.voices.week": ("count", "those by noise whose note names voices"),
    "interruptions.noise.echo.week": ("count", "those by noise whose note names echo"),
    "interruptions.noise.bang.week": ("count", "those by noise whose note names a bang or shriek"),
    "interruptions.self.web.week": ("count", "those by oneself whose note names the web"),
    "interruptions.technical.same_topic.week": (
        "count",
        "the most technical interruptions in a week whose notes are the same",
    ),
    "focus.completed_share": ("fraction", "blocks that were completed, of the last ten planned"),
    "focus.best_hour_advantage": (
        "fraction",
        "how much more of the planned time is done in the best clock hour; from 20 blocks on",
    ),
    "learning.minutes.week": (
        "min",
        "minutes of learning in a week, by blocks or as a check-in told",
    ),
    "learning.reading_repeats.week": (
        "count",
        "the most learning blocks on one name that are tagged as reading, in a week",
    ),
    "learning.massed_minutes.week": (
        "min",
        "the most learning on one name on a single day of a week in which no other day had any",
    ),
    "learning.even_repeats": (
        "count",
        "the most learning days on one name in four weeks whose distances are the same",
    ),
    "microphone.snr": ("dB", "speech above noise in the week's last check that heard a voice"),
    "microphone.active_speech_level": ("dBov", "level of speech in that check"),
    "microphone.level_change": ("dB", "that level against the usual one of the same microphone"),
    "microphone.noise_change": (
        "dB",
        "the room's noise against the usual one of the same microphone",
    ),
    "microphone.clipping_events": ("count", "clipped places in that check"),
    "microphone.device_age": (
        "d",
        "days since its first check, where another one was checked before",
    ),
    "line.trouble_days.week": (
        "count",
        "days of a week with jitter or loss over the limit, or with packets lost in a shift",
    ),
    "line.upload_change": ("fraction", "upload against the usual one; -0.3 is 30 % less"),
    "line.jitter": ("ms", "jitter in the week's last check"),
    "line.jitter_change": ("fraction", "jitter against the usual one; 0.3 is 30 % more"),
    "connection.is_wireless": ("yes", "the week's last check went over Wi-Fi"),
    "computer.cpu_utilization": ("fraction", "processor in use in the week's last check"),
    "computer.busy_checks": (
        "count",
        "days above the processor's limit, of the last five with a check",
    ),
    "shift.length_h": ("h", "length of the shift"),
    "shift.elapsed_share": ("fraction", "how much of the running shift is over"),
    "shift.minutes_left": ("min", "until the running shift ends"),
    "shift.rest_before_h": (
        "h",
        "planned daily rest before the shift that runs, or before the next",
    ),
    "shift.rest_after_h": (
        "h",
        "planned daily rest that lasts, or comes next",
    ),
    "shift.nights_in_a_row": (
        "count",
        "days in a row with a shift of three hours between 23:00 and 06:00",
    ),
    "shift.after_dark_share": ("fraction", "how much of the shift lies between 18:00 and 07:00"),
    "shift.breaks_taken": ("count", "breaks of five minutes and more in the shift"),
    "shift.long_breaks": ("count", "breaks of 15 minutes and more in the shift"),
    "work.hours.week": ("h", "planned hours of the shifts of a week, up to now"),
    "work.after_hours_minutes.week": (
        "min",
        "worked in blocks outside shifts and 5 minutes around them",
    ),
    "work.after_hours_days.week": ("count", "days of a week with such work"),
    "screen.stretch_minutes": ("min", "at the computer now without five minutes away from it"),
    "screen.long_stretches.shift": ("count", "stretches of more than an hour in the shift"),
    "screen.longest_stretch.week": ("min", "the longest stretch of a week that was seen"),
    "sitting.minutes.shift": ("min", "at the computer in the shift"),
    "breaks.due.week": ("count", "micro and rest breaks that came due in a week"),
    "breaks.skipped_share": ("fraction", "skipped, of the breaks due in a week; from five on"),
    "breaks.blocked.week": ("count", "breaks that a call made impossible, in a week"),
    "breaks.with_input.week": (
        "count",
        "breaks of a week with typing or the mouse in a fifth of it or more",
    ),
    "calls.minutes.today": ("min", "minutes in calls today, where calls can be seen"),
    "calls.minutes_percentile": (
        "fraction",
        "share of the 28 days before today with fewer minutes in calls",
    ),
    "calls.loudness_change": (
        "dB",
        "level of the voice in calls of a week against the usual, same microphone and volume",
    ),
    "ergonomics.age": ("d", "days since the last self-assessment of this workplace"),
    "ergonomics.score": ("points", "its final score, 1 to 10"),
    **{
        f"ergonomics.{item}": (
            "points",
            f"its points of the {item.replace('_', ' ')}, without its time of use",
        )
        for item in (
            *("seat_height", "seat_depth", "armrests", "backrest", "monitor", "phone", "mouse"),
            "keyboard",
        )
    },
    **{
        f"ergonomics.{item}": ("yes", f"it says: {words}")
        for item, words in (
            ("desk_high", "the desk is so high that the shoulders lift"),
            ("glare", "glare on the screen"),
            ("too_far", "the screen is too far away"),
            ("laptop_only", "a laptop that nothing lifts, with no screen or keyboard beside it"),
            ("shared_room", "others use the room during shifts"),
        )
    },
    **{
        f"check_in.{item}.low_days": (
            "count",
            f"of the last five check-ins (of 14 days), those with {words}",
        )
        for item, words in (
            ("eyes", "eyes at 2 or less"),
            ("voice", "voice at 2 or less"),
            ("body", "body at 2 or less"),
            ("energy", "energy at 2 or less"),
            ("switch_off", "switching off at 2 or less"),
        )
    },
    **{
        f"check_in.{item}.low_weeks": (
            "count",
            f"weeks in a row, up to this one, whose middle check-in has {words}",
        )
        for item, words in (
            ("eyes", "eyes at 2 or less"),
            ("switch_off", "switching off at 2 or less"),
            ("contact", "contact with colleagues at 2 or less"),
        )
    },
    "check_in.contact.low": ("yes", "contact with colleagues at 2 or less in the last check-in"),
    "check_in.no_contact_in_a_row": ("count", "check-ins in a row, up to now, with contact at 1"),
    "contacts.hard.shift": ("count", "contacts marked as hard in the shift"),
    "contacts.hard.week": ("count", "contacts marked as hard in a week"),
    "contacts.abusive.week": ("count", "those marked as abusive"),
    "contacts.hard_solved.week": ("count", "those marked as solved"),
    "shift.open_items": (
        "count",
        "blocks of the shift that end with a next step, neither completed nor taken up again",
    ),
}
