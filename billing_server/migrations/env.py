"""What Alembic runs: the steps, on the connection that ``billing_server.migrations.upgrade`` hands over."""

from __future__ import annotations

from alembic import context

from billing_server.store.schema import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA)
with context.begin_transaction():
    context.run_migrations()
