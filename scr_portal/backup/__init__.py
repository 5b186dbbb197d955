"""Backup and restore: the database, the files and the names of the sealing keys, in one sealed file."""
