"""What the system starts by itself: the check before a shift on a timer, the window at login."""
