"""The statements of reports, each in two forms: of one shift, and of days. Writes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, or_

from local_db.statements import NO_TEXT, Statement

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import ColumnElement, Select

    from counter_app.domain.report_selection import Cut, Selection
    from local_db.pen import Pen, Row


@dataclass(frozen=True, slots=True)
class Selected:
    """A statement by selection; ``rows`` runs the form that fits."""

    of_shift: Statement
    of_days: Statement

    def rows(self, pen: Pen, wanted: Selection, cut: Cut, **more: object) -> list[Row]:
        """What stands at or below the cut, of that shift or those days, of that cashier or all."""
        binds: Mapping[str, Any] = {
            "cut": cut.link,
            "cashier": wanted.cashier_id or "",
            "shift_no": wanted.shift_no,
            "first": wanted.first.isoformat() if wanted.first else "",
            "last": wanted.last.isoformat() if wanted.last else "",
            **more,
        }
        statement = self.of_days if wanted.shift_no is None else self.of_shift
        return pen.rows(statement, **binds)


def selected(
    base: Select[Any],
    link: ColumnElement[int],
    cashier: ColumnElement[str],
    day: ColumnElement[str],
    of_shift: ColumnElement[bool],
) -> Selected:
    """Both forms of a select; ``of_shift`` says with bind ``shift_no`` which rows belong to a shift."""
    base = base.where(
        link <= bindparam("cut"),
        or_(bindparam("cashier") == NO_TEXT, cashier == bindparam("cashier")),
    ).order_by(link)
    return Selected(
        of_shift=Statement(base.where(of_shift)),
        of_days=Statement(base.where(day >= bindparam("first"), day <= bindparam("last"))),
    )
