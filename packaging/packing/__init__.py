"""Makes what is handed out: the bundle, Debian's package, wheel and sdist, with what they need."""
