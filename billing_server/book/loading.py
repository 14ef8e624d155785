"""Good rows of an import into the billing server's store, in one transaction."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.exc import SQLAlchemyError

from billing_server.migrations.upgrade import upgrade
from billing_server.store.book_load import load_book
from billing_server.store.engine import open_database
from billing_server.store.schema import CONSUMER

if TYPE_CHECKING:
    from collections.abc import Callable

    from billing_server.book.importer import BookImport
    from billing_server.store.engine import Database


class StoreNotReachedError(OSError):
    """The billing server's database is not there or failed; nothing was loaded."""


def load_into(url: str, opened: Callable[[frozenset[str]], BookImport]) -> tuple[BookImport, int]:
    """The import, run to its end, and how many consumers changed at the server.

    ``opened`` opens the files, given the accounts the server has already: their bills may come without them.
    Nothing is loaded of a book that is not usable. Raises UnreadableFileError, BookRefusedError and
    StoreNotReachedError.
    """
    try:
        with closing(open_database(url)) as database:
            return _load(database, opened)
    except SQLAlchemyError as error:
        cause = str(getattr(error, "orig", None) or error).partition("\n")[0]
        raise StoreNotReachedError(cause) from error


def _load(
    database: Database, opened: Callable[[frozenset[str]], BookImport]
) -> tuple[BookImport, int]:
    upgrade(database)
    served = select(CONSUMER.c.account_no).where(CONSUMER.c.is_removed == 0)
    known = database.read(lambda connection: frozenset(connection.scalars(served)))
    book = opened(known)
    if not book.is_usable:
        return book, 0
    return book, load_book(database, book.consumers(), book.bills())
