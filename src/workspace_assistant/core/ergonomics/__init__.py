"""The self-check of a workplace: chair, screen, telephone, mouse, keyboard, room, posture."""
