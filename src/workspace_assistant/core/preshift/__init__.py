"""The readiness check that runs by itself before a shift: when, how much of it, what is told."""
