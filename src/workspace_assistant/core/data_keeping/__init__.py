"""The user's own data: its backups, what a restore would change, how long each kind is kept."""
