"""Your data: where it lies, backups, export, how long it is kept, who else gets some, erasing."""
