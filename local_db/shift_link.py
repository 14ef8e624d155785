"""How a statement names a shift: by its id, where the file knows its link."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from local_db.rows import shift

SHIFT_LINK = select(shift.c.link).where(shift.c.shift_id == bindparam("shift_id")).scalar_subquery()
"""The link of the shift with the bind ``shift_id``; NULL for none."""
