"""The versions of the ledger, oldest first; run by ``local_db.migrate`` through Alembic."""
