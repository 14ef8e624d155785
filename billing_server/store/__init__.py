"""What the centre keeps: one schema and one code base for SQLite and PostgreSQL."""
