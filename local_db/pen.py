"""The pen: the one way in which a unit of work reads and writes a file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NoReturn

from local_db.faults import DriverError, meant_by

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from local_db.cipher import Connection
    from local_db.statements import Statement

Row = tuple[Any, ...]


class Pen:
    """Runs statements inside the transaction that is open, until it is put down."""

    __slots__ = ("_execute", "_execute_many", "is_clean")

    def __init__(self, connection: Connection) -> None:
        self.is_clean = True
        """Nothing was written yet: what is read is what the file holds."""
        self._execute = connection.execute
        self._execute_many = connection.executemany

    def put_down(self) -> None:
        """The unit of work is over: any further use is a bug."""
        self._execute = self._execute_many = _refuse

    def write(self, statement: Statement, **values: object) -> int:
        """Insert one row: its row number. Raises BrokenRuleError, or Fault as ``faults.meant_by`` says."""
        self.is_clean = False
        try:
            row_number: int = self._execute(statement.text, statement.binds(values)).lastrowid
        except DriverError as error:
            raise meant_by(error) from error
        return row_number

    def write_many(self, statement: Statement, rows: Iterable[Mapping[str, object]]) -> None:
        """Insert rows in order."""
        self.is_clean = False
        try:
            self._execute_many(statement.text, [statement.binds(row) for row in rows])
        except DriverError as error:
            raise meant_by(error) from error

    def row(self, statement: Statement, **values: object) -> Row | None:
        """The first row, or None."""
        try:
            row: Row | None = self._execute(statement.text, statement.binds(values)).fetchone()
        except DriverError as error:
            raise meant_by(error) from error
        return row

    def rows(self, statement: Statement, **values: object) -> list[Row]:
        """All rows."""
        try:
            rows: list[Row] = self._execute(statement.text, statement.binds(values)).fetchall()
        except DriverError as error:
            raise meant_by(error) from error
        return rows

    def value(self, statement: Statement, **values: object) -> Any:  # noqa: ANN401 - whatever the column holds
        """The only column of the only row."""
        row = self.row(statement, **values)
        assert row is not None, statement.text
        return row[0]


def _refuse(*_: object) -> NoReturn:
    message = "the books are closed: a unit of work ends with its commit"
    raise RuntimeError(message)
