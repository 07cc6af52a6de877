"""The first steps of a person with the program: four short screens, and then the first check."""
