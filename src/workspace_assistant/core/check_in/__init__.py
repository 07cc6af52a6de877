"""The check-in at the end of a shift: how it went for eyes, voice, body and head, in 20 seconds."""
