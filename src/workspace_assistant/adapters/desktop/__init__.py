"""What desktop sessions tell: when somebody used the computer last, locks, sleep."""
