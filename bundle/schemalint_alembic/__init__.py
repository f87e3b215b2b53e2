"""Reads an Alembic project for schemalint: its settings, its revisions, and the SQL of each with its place in Python."""
