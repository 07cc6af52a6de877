"""Collects the sentences that users read, keeps their translations, and makes the catalogs."""
