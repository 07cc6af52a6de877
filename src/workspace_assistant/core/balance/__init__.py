"""The week in plain indicators: rests, hours, focus and interruptions against targets."""
