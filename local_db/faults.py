"""What the driver's errors mean to the counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlcipher3 import dbapi2

from counter_app.domain.errors import Fault, FaultCode

if TYPE_CHECKING:

    class DriverError(Exception):
        """What the driver raises; it ships no hints."""

else:
    DriverError = dbapi2.Error

_PRIMARY_CODE = 0xFF
"""SQLite's extended result codes carry the primary one in their last byte."""

_FAULT_OF = {
    dbapi2.SQLITE_FULL: FaultCode.DISK_FULL,
    dbapi2.SQLITE_BUSY: FaultCode.LEDGER_IN_USE,
    dbapi2.SQLITE_LOCKED: FaultCode.LEDGER_IN_USE,
    dbapi2.SQLITE_CORRUPT: FaultCode.LEDGER_DAMAGED,
    dbapi2.SQLITE_NOTADB: FaultCode.LEDGER_DAMAGED,
    dbapi2.SQLITE_IOERR: FaultCode.LEDGER_DAMAGED,
    dbapi2.SQLITE_CANTOPEN: FaultCode.LEDGER_DAMAGED,
    dbapi2.SQLITE_READONLY: FaultCode.LEDGER_DAMAGED,
    dbapi2.SQLITE_PERM: FaultCode.LEDGER_DAMAGED,
}


class BrokenRuleError(ValueError):
    """A bug: somebody tried to write what the books refuse. The message is the rule's own."""


def primary_code(error: DriverError) -> int:
    """SQLite's result code without its extension, 0 when the driver itself complained."""
    return int(getattr(error, "sqlite_errorcode", 0)) & _PRIMARY_CODE


def is_rule(error: DriverError) -> bool:
    """Whether a constraint or trigger refused the write."""
    return bool(primary_code(error) == dbapi2.SQLITE_CONSTRAINT)


def named(error: DriverError) -> str:
    """The error for the log: SQLite's name for it and its message."""
    return f"{getattr(error, 'sqlite_errorname', type(error).__name__)}: {error}"


def meant_by(error: DriverError) -> Exception:
    """What to raise instead of a driver's error: a broken rule, a fault, or the error itself, a bug."""
    if is_rule(error):
        return BrokenRuleError(str(error))
    code = _FAULT_OF.get(primary_code(error))
    return error if code is None else Fault(code, named(error))
