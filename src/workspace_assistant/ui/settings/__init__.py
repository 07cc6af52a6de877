"""The page Settings: everything that a person can change, found by its words."""
