"""The server's schema, step by step, by Alembic."""
