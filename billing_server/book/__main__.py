"""Make a Kanpur-like book of consumers and bills, or check and load the billing department's files.

Exit codes: 0 all well; 1 bad rows found, the good ones taken; 2 words or files that cannot be used, nothing taken.
"""

from __future__ import annotations

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from billing_server.book.bad_rows import UnreadableFileError, write_bad_rows
from billing_server.book.generator import DEFAULT_AS_ON, USUAL_SEED, make_book
from billing_server.book.importer import BookImport
from billing_server.book.sentences import note_sentence, sentence, unreadable_sentence
from billing_server.book.writer import write_book

if TYPE_CHECKING:
    from collections.abc import Sequence

ALL_WELL, BAD_ROWS, NOT_USABLE = 0, 1, 2
MOST_BAD_ROWS_SHOWN: Final = 40

_MORE: Final = {
    "en": "... and {left:,} more; --bad-rows OUT.csv writes all of them.",
    "hi": "... और {left:,} अन्य; --bad-rows OUT.csv से सभी लिखी जाती हैं।",
}
_COUNTED: Final = {
    "en": "{file}: {read:,} rows read, {taken:,} taken, {bad:,} bad.",
    "hi": "{file}: {read:,} पंक्तियाँ पढ़ी गईं, {taken:,} ली गईं, {bad:,} गलत।",
}
_LOADED: Final = {
    "en": "Loaded: {changed:,} consumers changed at the billing server.",
    "hi": "लोड हुआ: बिलिंग सर्वर पर {changed:,} उपभोक्ता बदले।",
}


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the exit code."""
    asked = _parser().parse_args(words)
    try:
        return int(asked.run(asked))
    except UnreadableFileError as error:
        _tell(unreadable_sentence(error, asked.language))
    except (OSError, ValueError) as error:
        _tell(f"{type(error).__name__}: {error}")
    return NOT_USABLE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m billing_server.book",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.set_defaults(language="en")
    acts = parser.add_subparsers(required=True, metavar="make | import")
    make = acts.add_parser("make", help="make consumers and bills by seed and write the two files")
    make.add_argument("--consumers", type=int, required=True, help="how many: 1,000 to 7 lakh, say")
    make.add_argument(
        "--seed", type=int, default=USUAL_SEED, help="the same seed, the same book (%(default)s)"
    )
    make.add_argument("--out", type=Path, required=True, help="folder; made when it is not there")
    make.add_argument("--format", choices=("csv", "xlsx"), default="csv", help="(%(default)s)")
    make.add_argument(
        "--as-on",
        type=date.fromisoformat,
        default=DEFAULT_AS_ON,
        help="day the bills are told for, YYYY-MM-DD (%(default)s)",
    )
    make.set_defaults(run=_make)
    take = acts.add_parser("import", help="check consumers and bills, CSV or XLSX, and load them")
    take.add_argument("--consumers", type=Path, required=True, help="file of consumers")
    take.add_argument("--bills", type=Path, required=True, help="file of bills")
    take.add_argument(
        "--to",
        metavar="DATABASE_URL",
        help="sqlite:///file or postgresql+psycopg://...; else check only",
    )
    take.add_argument("--bad-rows", type=Path, metavar="OUT.csv", help="write every bad row there")
    take.add_argument(
        "--language", choices=("en", "hi"), default="en", help="of the sentences (%(default)s)"
    )
    take.set_defaults(run=_import)
    return parser


def _make(asked: argparse.Namespace) -> int:
    accounts = make_book(asked.consumers, asked.seed, asked.as_on)
    paths = write_book(
        asked.out,
        accounts,
        asked.format,
        lambda count: _tell(f"{count:,} of {asked.consumers:,} consumers written"),
    )
    for path in paths:
        print(path)
    return ALL_WELL


def _import(asked: argparse.Namespace) -> int:
    def opened(known_accounts: frozenset[str]) -> BookImport:
        return BookImport(
            asked.consumers,
            asked.bills,
            known_accounts,
            lambda file, rows: _tell(f"{file}: {rows:,} rows read"),
        )

    if asked.to:
        from billing_server.book.loading import load_into  # noqa: PLC0415 - SQLAlchemy, for loading only

        book, changed = load_into(asked.to, opened)
        _report(book, asked)
        print(_LOADED[asked.language].format(changed=changed))
    else:
        book = opened(frozenset())
        for rows in (book.consumers(), book.bills()):
            for _ in rows:
                pass
        _report(book, asked)
    if not book.is_usable:
        return NOT_USABLE
    return BAD_ROWS if book.bad_rows else ALL_WELL


def _report(book: BookImport, asked: argparse.Namespace) -> None:
    for note in book.notes:
        print(note_sentence(note, asked.language))
    for bad in book.bad_rows[:MOST_BAD_ROWS_SHOWN]:
        print(sentence(bad, asked.language))
    left = len(book.bad_rows) - MOST_BAD_ROWS_SHOWN
    if left > 0:
        print(_MORE[asked.language].format(left=left))
    for count in book.counts:
        print(
            _COUNTED[asked.language].format(
                file=count.file, read=count.read, taken=count.taken, bad=count.bad
            )
        )
    if asked.bad_rows:
        write_bad_rows(asked.bad_rows, book.bad_rows)


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
