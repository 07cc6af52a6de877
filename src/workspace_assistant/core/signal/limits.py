"""Recommended limits on the signs that the modules here measure, each once. No NumPy is loaded.

How each was chosen stands in the module that measures the sign.
"""

DIGITAL_SILENCE_FRACTION = 0.99
"""Above this share of unchanging samples nothing was heard at all (`silence.py`)."""

GATE_SILENT_FRACTION, GATE_PAUSES = 0.2, 3
"""Exact silence of a noise gate: that share of the pauses, and that many separate ones, unless the
quiet part itself is silent (`gate.py`)."""
GATE_DEPTH_DB = 24.0
"""A gate or noise suppression that leaves some noise: from this depth on (`gate.py`)."""

SUSPECTED_PILE_UP, LEAST_LOUD_SAMPLES = 0.15, 200
"""Above that share, of more than so many loud samples, clipping is suspected (`clipping.py`)."""
LEAST_CREST_DB = 8.0
"""Below it a voice is over-driven or heavily compressed (`clipping.py`)."""

TELLING_KNOCKS_DB = 3.0
"""Knocks count where they lift the level of the speaking part by more (`knocks.py`)."""

LEAST_SPLICES = 2
"""One may be a click of the mouth or of a key (`dropouts.py`)."""
LONG_SILENCE_S = 1.0
"""Exact silence above it is a mute or a lost connection rather than a dropout (`dropouts.py`)."""

SHORTEST_TOLD_DECAY_S = 0.35
"""A shorter echo cannot be told from the voice's own fading (`reverberation.py`)."""
MOST_DIP_DB, LEAST_ABOVE_QUIET_DB = 20.0, 25.0
"""A voice that far above the quiet part, which never dips more, is filled up (`dip.py`)."""
