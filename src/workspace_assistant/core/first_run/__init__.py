"""The first steps of a person with the program: which there are, and when they are shown."""
