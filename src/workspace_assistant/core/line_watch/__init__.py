"""The line while a shift goes on: one small probe a second, and evidence of what went wrong."""
