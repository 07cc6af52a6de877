"""Sentences of facts about microphone, line, computer and the self-check of the workplace."""

from __future__ import annotations

from workspace_assistant.core.text import QT_TRANSLATE_NOOP

MANY: dict[str, str] = {
    "microphone.snr": QT_TRANSLATE_NOOP(
        "facts", "Your voice stood {value} dB above the room in the last check."
    ),
    "microphone.active_speech_level": QT_TRANSLATE_NOOP(
        "facts", "Your voice had a level of {value} dBov in the last check."
    ),
    "microphone.level_change": QT_TRANSLATE_NOOP(
        "facts",
        "Your voice came in {size} dB louder than usual in the last check ({count} checks).",
    ),
    "calls.loudness_change": QT_TRANSLATE_NOOP(
        "facts",
        "Your voice in calls was {size} dB louder than usual in the last seven days ({count} "
        "levels, same microphone and volume).",
    ),
    "microphone.noise_change": QT_TRANSLATE_NOOP(
        "facts",
        "Your room was {size} dB louder than usual in the last check ({count} checks).",
    ),
    "microphone.clipping_events": QT_TRANSLATE_NOOP(
        "facts", "{value} moments were distorted in the last check of your microphone."
    ),
    "microphone.device_age": QT_TRANSLATE_NOOP(
        "facts", "You have used this microphone for {value} days."
    ),
    "line.trouble_days.week": QT_TRANSLATE_NOOP(
        "facts", "Your line had jitter or lost packets on {value} of the last seven days."
    ),
    "line.upload_change": QT_TRANSLATE_NOOP(
        "facts",
        "Your upload was {size} % faster than usual in the last check ({count} checks).",
    ),
    "line.jitter": QT_TRANSLATE_NOOP(
        "facts", "Your line had {value} ms of jitter in the last check."
    ),
    "line.jitter_change": QT_TRANSLATE_NOOP(
        "facts",
        "Your line had {size} % more jitter than usual in the last check ({count} checks).",
    ),
    "connection.is_wireless": QT_TRANSLATE_NOOP("facts", "The last check went over Wi-Fi."),
    "computer.cpu_utilization": QT_TRANSLATE_NOOP(
        "facts", "{value} % of your processor was in use in the last check."
    ),
    "computer.busy_checks": QT_TRANSLATE_NOOP(
        "facts",
        "Your processor was above its limit on {value} of the last {count} days with a check.",
    ),
    "ergonomics.age": QT_TRANSLATE_NOOP(
        "facts", "Your last self-check of this workplace is {value} days old."
    ),
    "ergonomics.score": QT_TRANSLATE_NOOP(
        "facts",
        "Your last self-check of this workplace came to {value} of 10; from 5 on it asks for "
        "a change.",
    ),
    "ergonomics.seat_height": QT_TRANSLATE_NOOP(
        "facts", "Your self-check gives the height of your seat {value} points; 1 is good."
    ),
    "ergonomics.seat_depth": QT_TRANSLATE_NOOP(
        "facts", "Your self-check gives the depth of your seat {value} points; 1 is good."
    ),
    "ergonomics.armrests": QT_TRANSLATE_NOOP(
        "facts", "Your self-check gives your armrests {value} points; 1 is good."
    ),
    "ergonomics.backrest": QT_TRANSLATE_NOOP(
        "facts", "Your self-check gives your backrest {value} points; 1 is good."
    ),
    "ergonomics.monitor": QT_TRANSLATE_NOOP(
        "facts", "Your self-check gives your screen {value} points; 1 is good."
    ),
    "ergonomics.phone": QT_TRANSLATE_NOOP(
        "facts", "Your self-check gives your telephone {value} points; 1 is good."
    ),
    "ergonomics.mouse": QT_TRANSLATE_NOOP(
        "facts", "Your self-check gives your mouse {value} points; 1 is good."
    ),
    "ergonomics.keyboard": QT_TRANSLATE_NOOP(
        "facts", "Your self-check gives your keyboard {value} points; 1 is good."
    ),
    "ergonomics.desk_high": QT_TRANSLATE_NOOP(
        "facts", "Your self-check says that the desk lifts your shoulders."
    ),
    "ergonomics.glare": QT_TRANSLATE_NOOP(
        "facts", "Your self-check says that something glares on your screen."
    ),
    "ergonomics.too_far": QT_TRANSLATE_NOOP(
        "facts", "Your self-check says that your screen is too far away."
    ),
    "ergonomics.laptop_only": QT_TRANSLATE_NOOP(
        "facts", "Your self-check says that you work on a laptop without a raised screen."
    ),
    "ergonomics.shared_room": QT_TRANSLATE_NOOP(
        "facts", "Your self-check says that others use the room during your shifts."
    ),
}

ONE: dict[str, str] = {
    "microphone.clipping_events": QT_TRANSLATE_NOOP(
        "facts", "1 moment was distorted in the last check of your microphone."
    ),
    "microphone.device_age": QT_TRANSLATE_NOOP(
        "facts", "You have used this microphone since yesterday."
    ),
    "line.trouble_days.week": QT_TRANSLATE_NOOP(
        "facts", "Your line had jitter or lost packets on 1 of the last seven days."
    ),
    "ergonomics.age": QT_TRANSLATE_NOOP(
        "facts", "Your last self-check of this workplace is 1 day old."
    ),
    "ergonomics.seat_height": QT_TRANSLATE_NOOP(
        "facts", "Your self-check gives the height of your seat 1 point, which is good."
    ),
    "ergonomics.seat_depth": QT_TRANSLATE_NOOP(
        "facts", "Your self-check gives the depth of your seat 1 point, which is good."
    ),
    "ergonomics.armrests": QT_TRANSLATE_NOOP(
        "facts", "Your self-check gives your armrests 1 point, which is good."
    ),
    "ergonomics.backrest": QT_TRANSLATE_NOOP(
        "facts", "Your self-check gives your backrest 1 point, which is good."
    ),
    "ergonomics.monitor": QT_TRANSLATE_NOOP(
        "facts", "Your self-check gives your screen 1 point, which is good."
    ),
    "ergonomics.phone": QT_TRANSLATE_NOOP(
        "facts", "Your self-check gives your telephone 1 point, which is good."
    ),
    "ergonomics.mouse": QT_TRANSLATE_NOOP(
        "facts", "Your self-check gives your mouse 1 point, which is good."
    ),
    "ergonomics.keyboard": QT_TRANSLATE_NOOP(
        "facts", "Your self-check gives your keyboard 1 point, which is good."
    ),
}

NONE: dict[str, str] = {
    "calls.loudness_change": QT_TRANSLATE_NOOP(
        "facts",
        "Your voice in calls was as loud as usual in the last seven days ({count} levels, same "
        "microphone and volume).",
    ),
    "microphone.device_age": QT_TRANSLATE_NOOP(
        "facts", "You use this microphone for the first day."
    ),
    "connection.is_wireless": QT_TRANSLATE_NOOP("facts", "The last check did not go over Wi-Fi."),
    "ergonomics.age": QT_TRANSLATE_NOOP("facts", "You did the self-check of this workplace today."),
    "ergonomics.phone": QT_TRANSLATE_NOOP(
        "facts", "Your self-check says that you use no telephone."
    ),
    "ergonomics.desk_high": QT_TRANSLATE_NOOP(
        "facts", "Your self-check says that the desk does not lift your shoulders."
    ),
    "ergonomics.glare": QT_TRANSLATE_NOOP(
        "facts", "Your self-check says that nothing glares on your screen."
    ),
    "ergonomics.too_far": QT_TRANSLATE_NOOP(
        "facts", "Your self-check says that your screen is not too far away."
    ),
    "ergonomics.laptop_only": QT_TRANSLATE_NOOP(
        "facts", "Your self-check says that you do not work on a bare laptop."
    ),
    "ergonomics.shared_room": QT_TRANSLATE_NOOP(
        "facts", "Your self-check says that you have the room to yourself."
    ),
}

# Of changes below nothing.
LESS: dict[str, str] = {
    "microphone.level_change": QT_TRANSLATE_NOOP(
        "facts",
        "Your voice came in {size} dB quieter than usual in the last check ({count} checks).",
    ),
    "calls.loudness_change": QT_TRANSLATE_NOOP(
        "facts",
        "Your voice in calls was {size} dB quieter than usual in the last seven days ({count} "
        "levels, same microphone and volume).",
    ),
    "microphone.noise_change": QT_TRANSLATE_NOOP(
        "facts",
        "Your room was {size} dB quieter than usual in the last check ({count} checks).",
    ),
    "line.upload_change": QT_TRANSLATE_NOOP(
        "facts",
        "Your upload was {size} % slower than usual in the last check ({count} checks).",
    ),
    "line.jitter_change": QT_TRANSLATE_NOOP(
        "facts",
        "Your line had {size} % less jitter than usual in the last check ({count} checks).",
    ),
}
