"""Help: short texts about each page, shipped with the program and searched without a network."""
