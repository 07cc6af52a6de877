"""Which drawing shows which answer. Plain Python."""

from __future__ import annotations

_FOLDER = "ergonomics"

_PICTURES = {
    "seat-height": {
        "level": "seat-height-good",
        "low": "seat-height-low",
        "high": "seat-height-high",
        "no-floor": "seat-height-feet-off",
    },
    "seat-height-more": {"no-room": "seat-height-no-room"},
    "seat-depth": {
        "right": "seat-depth-good",
        "long": "seat-depth-long",
        "short": "seat-depth-short",
    },
    "armrests": {"level": "armrests-good", "off": "armrests-off", "none": "armrests-none"},
    "armrests-more": {"wide": "armrests-wide"},
    "backrest": {
        "supported": "backrest-good",
        "no-lumbar": "backrest-lumbar",
        "angle": "backrest-angle",
        "unused": "backrest-none",
    },
    "backrest-more": {"desk-high": "backrest-desk-high"},
    "monitor": {"level": "monitor-good", "low": "monitor-low", "high": "monitor-high"},
    "monitor-more": {
        "too-far": "monitor-far",
        "neck-turned": "monitor-turned",
        "glare": "monitor-glare",
        "no-holder": "monitor-papers",
    },
    "phone": {
        "none": "phone-none",
        "headset": "phone-headset",
        "near": "phone-near",
        "far": "phone-reach",
    },
    "phone-more": {"clamped": "phone-clamped", "no-hands-free": "phone-hands-free"},
    "mouse-reach": {"in-line": "mouse-good", "hand": "mouse-hand", "arm": "mouse-reach"},
    "mouse-surface": {"same": "mouse-same", "different": "mouse-surfaces"},
    "mouse-grip": {"whole": "mouse-grip-whole", "pinch": "mouse-pinch"},
    "mouse-rest": {"no": "mouse-rest-no", "yes": "mouse-palm"},
    "keyboard-wrists": {"straight": "keyboard-good", "bent": "keyboard-bent"},
    "keyboard-sideways": {"no": "keyboard-straight-on", "yes": "keyboard-sideways"},
    "keyboard-height": {"no": "keyboard-low", "yes": "keyboard-high"},
    "keyboard-overhead": {"no": "overhead-no", "yes": "keyboard-overhead"},
    "keyboard-platform": {"yes": "platform-yes", "no": "platform-no"},
    "computer": {
        "separate": "computer-separate",
        "raised-laptop": "computer-raised",
        "laptop-only": "computer-laptop",
    },
    "window": {
        "side": "glare-side",
        "behind-me": "monitor-glare",
        "ahead": "glare-front",
        "none": "window-none",
    },
    "posture-body": {
        "head-forward": "head-forward",
        "twisted": "twisted",
        "leaning": "backrest-none",
        "back-free": "backrest-lumbar",
    },
    "posture-arms": {
        "shoulders-up": "armrests-off",
        "elbows-out": "elbows-out",
        "forearms-sloping": "forearms-sloping",
        "wrists-bent": "keyboard-bent",
    },
    "posture-legs": {"thighs-sloping": "seat-height-low", "feet-free": "seat-height-feet-off"},
}


def picture_of(question_id: str, option_id: str) -> str:
    """Folder and name of the drawing, empty where words say it all."""
    name = _PICTURES.get(question_id, {}).get(option_id, "")
    return f"{_FOLDER}/{name}" if name else ""


def all_pictures() -> frozenset[str]:
    return frozenset(name for options in _PICTURES.values() for name in options.values())
