"""Days off: leave, sickness and holidays, as the person says."""
