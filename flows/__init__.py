"""Prefect flows: a table of contents of the work. Nothing imports them; they are started by their entry point."""
