"""Commands for people of the office: suspense, returned instruments, rules, renumbered accounts, and who did what."""

from __future__ import annotations

import sys
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from billing_server import list_files
from billing_server.centre import microseconds_now
from billing_server.reading import MessageKey
from billing_server.store import (
    account_map,
    archive,
    audit,
    bank_desk,
    barred,
    closed_months,
    notes,
    policy,
    suspense,
    undoing,
)
from counter_app.domain.errors import Refusal
from counter_app.domain.money import Money, money_typed

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Iterator

    from billing_server.list_files import FileRead
    from billing_server.store.engine import Database

    Command = Callable[[argparse.Namespace, Database], Iterable[str]]
    Acts = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 - argparse names it nowhere else

Entry = TypeVar("Entry")

NO_END = "-"
_MICROSECONDS = 1_000_000
_MEGABYTE = 1_000_000


def add_office_commands(
    acts: Acts, open_database: Callable[[argparse.Namespace], Database]
) -> None:
    """Add them to the command line; each prints its lines."""

    def add(name: str, text: str, command: Command) -> argparse.ArgumentParser:
        def run(asked: argparse.Namespace) -> int:
            with closing(open_database(asked)) as database:
                sys.stdout.writelines(f"{line}\n" for line in command(asked, database))
            return 0

        parser = acts.add_parser(name, help=text)
        parser.set_defaults(run=run)
        return parser

    waiting = add("suspense", "money that waits for a person", _suspense)
    waiting.add_argument("--most", type=int, default=suspense.MOST_ROWS, help="rows at once")
    match = add("match-suspense", "book waiting money to an account, tell its counter", _match)
    for word in ("key", "account_no", "by", "reason"):
        match.add_argument(word)
    returned = add("return-instrument", "the bank gave it back; tell its counter", _return)
    returned.add_argument("identity", help="cheque:IFSC:NUMBER, demand_draft:..., upi:REFERENCE")
    returned.add_argument("on", type=date.fromisoformat)
    for word in ("by", "reason"):
        returned.add_argument(word)
    returned.add_argument("--charge", default="", help="of the bank, in rupees")
    life = add("instrument", "the life of an instrument as counters told it", _instrument)
    life.add_argument("identity")
    rule = add("set-rule", "the next version of a dated rule", _set_rule)
    rule.add_argument("name")
    rule.add_argument("valid_from", type=date.fromisoformat, metavar="FROM")
    rule.add_argument("valid_to", type=_last_day, metavar="TO", help=f"{NO_END} for no end")
    rule.add_argument("values", nargs="+", metavar="FIELD=VALUE")
    rule.add_argument("--authority", required=True, help="the order it comes from")
    rule.add_argument("--by", required=True)
    add("policy", "every rule set here", _policy)
    renumber = add("renumber", "map old account numbers to new ones", _renumber)
    renumber.add_argument("file", type=Path, help="old,new a line; - for standard input")
    renumber.add_argument("--by", required=True)
    bars = add("bar-cheques", "a bounce list of the city, or of one account", _bar)
    bars.add_argument("file", type=Path, help="account,first day,last day,reason; - for typing")
    bars.add_argument("--by", required=True)
    _takes(add("lift-bar", "take an account's cheques again", _lift), "account_no")
    _takes(add("close-month", "money told for it later waits", _close), "month")
    _takes(add("reopen-month", "money told for it is booked again", _reopen), "month")
    _takes(add("undo-match", "a match, or a double found, taken back", _undo), "key")
    _takes(add("confirm-double", "a POSSIBLE_DOUBLE is one: to be paid back", _double), "key")
    add("pay-back", "doubles to be paid back", _pay_back)
    add("overrides", "supervisors' words, and rules set at counters", _overrides)
    add("months", "the months in partitions, and how large they are", _months)
    archive_month = add("archive-month", "take an old month out of the tables", _archive_month)
    archive_month.add_argument("month", type=_month, metavar="YYYY-MM")
    add("audit", "who decided what at the centre", _audit)


def _takes(parser: argparse.ArgumentParser, name: str) -> None:
    for word in (name, "by", "reason"):
        parser.add_argument(word)


def _suspense(asked: argparse.Namespace, database: Database) -> Iterator[str]:
    for one in database.read(lambda c: suspense.waiting(c, asked.most)):
        why = f"{one.fate} {one.reference}".strip()
        paid = one.payment
        if paid is None:
            yield f"{one.key}  {why}: not readable as a payment, kept as it came"
            continue
        noted = paid.noted
        told = f"account {paid.account_no}" if noted is None else f"noted {noted.name}"
        if noted is not None:
            numbers = (
                ("account", noted.account_no),
                ("meter", noted.meter_no),
                ("bill", noted.bill_no),
            )
            told += "".join(f", {name} {number}" for name, number in numbers if number)
        rest = Money(one.rest_paise)
        yield f"{one.key}  {paid.receipt_no}  {paid.business_date}  Rs {rest}  {why}: {told}"


def _match(asked: argparse.Namespace, database: Database) -> Iterator[str]:
    match = suspense.Match(MessageKey.typed(asked.key), asked.account_no, asked.by, asked.reason)
    number = suspense.match_suspense(database, match, microseconds_now())
    yield f"{asked.key} booked to {asked.account_no}, result {number}"


def _return(asked: argparse.Namespace, database: Database) -> Iterator[str]:
    try:
        charge_paise = money_typed(asked.charge).paise if asked.charge else 0
    except Refusal as refusal:
        raise ValueError(str(refusal)) from refusal
    seen = bank_desk.SeenReturned(asked.identity, asked.on, asked.reason, charge_paise, asked.by)
    counters = bank_desk.return_instrument(database, seen, microseconds_now())
    yield f"{asked.identity} taken out of the bills; told to {', '.join(counters)}"


def _instrument(asked: argparse.Namespace, database: Database) -> Iterable[str]:
    return database.read(lambda c: notes.steps_of(c, asked.identity))


def _set_rule(asked: argparse.Namespace, database: Database) -> Iterator[str]:
    rule = policy.set_rule(
        database,
        asked.name,
        dict(_field(text) for text in asked.values),
        valid_from=asked.valid_from,
        valid_to=asked.valid_to,
        authority=asked.authority,
        by=asked.by,
        now_us=microseconds_now(),
    )
    yield f"{rule.name} version {rule.version}"


def _policy(_asked: argparse.Namespace, database: Database) -> Iterable[str]:
    return database.read(policy.rules_of)


def _renumber(asked: argparse.Namespace, database: Database) -> Iterator[str]:
    text = _text_of(asked.file)
    pairs = dict(_all_good(list_files.read_pairs(text.splitlines())))
    yield str(account_map.map_accounts(database, pairs, asked.by, microseconds_now()))


def _bar(asked: argparse.Namespace, database: Database) -> Iterator[str]:
    bars = _all_good(list_files.read_bars(_text_of(asked.file).splitlines()))
    yield str(barred.bar_cheques(database, bars, asked.by, microseconds_now()))


def _lift(asked: argparse.Namespace, database: Database) -> Iterator[str]:
    barred.lift_bar(database, asked.account_no, asked.by, asked.reason, microseconds_now())
    yield f"cheques of {asked.account_no} are taken again"


def _close(asked: argparse.Namespace, database: Database) -> Iterator[str]:
    closed_months.close_month(database, asked.month, asked.by, asked.reason, microseconds_now())
    yield f"{asked.month} is closed"


def _reopen(asked: argparse.Namespace, database: Database) -> Iterator[str]:
    closed_months.reopen_month(database, asked.month, asked.by, asked.reason, microseconds_now())
    yield f"{asked.month} is open again"


def _undo(asked: argparse.Namespace, database: Database) -> Iterator[str]:
    decided = undoing.Decided(MessageKey.typed(asked.key), asked.by, asked.reason)
    yield f"{asked.key} waits again, result {undoing.undo_match(database, decided, microseconds_now())}"


def _double(asked: argparse.Namespace, database: Database) -> Iterator[str]:
    decided = undoing.Decided(MessageKey.typed(asked.key), asked.by, asked.reason)
    number = undoing.confirm_double(database, decided, microseconds_now())
    yield f"{asked.key} is to be paid back, result {number}"


def _pay_back(_asked: argparse.Namespace, database: Database) -> Iterator[str]:
    for one in database.read(undoing.to_pay_back):
        yield f"{one.key}  {one.receipt_no}  {one.account_no}  Rs {Money(one.rest_paise)}  {one.by} ({one.reason})"


def _all_good(read: FileRead[Entry]) -> list[Entry]:
    """Every line. Raises ValueError with all that are wrong."""
    if read.wrong:
        raise ValueError("\n".join(map(str, read.wrong)))
    return list(read.good.values())


def _text_of(file: Path) -> str:
    return sys.stdin.read() if str(file) == "-" else file.read_text(encoding="utf-8-sig")


def _overrides(_asked: argparse.Namespace, database: Database) -> Iterator[str]:
    yield from database.read(notes.words_given)
    yield from database.read(notes.rules_set_at_counters)
    yield from database.read(notes.notes_of_fates)


def _months(_asked: argparse.Namespace, database: Database) -> Iterator[str]:
    for one in database.read(archive.months_standing):
        yield f"{one.month}  about {one.payments} payments  {one.bytes // _MEGABYTE} MB"


def _archive_month(asked: argparse.Namespace, database: Database) -> Iterator[str]:
    archive.archive_month(database, asked.month, microseconds_now())
    yield f"{asked.month} stands in the schema archive: dump it, keep the dump, then drop it"


def _audit(_asked: argparse.Namespace, database: Database) -> Iterator[str]:
    for act in database.read(audit.acts):
        at = datetime.fromtimestamp(act.at_us // _MICROSECONDS, UTC).isoformat()
        yield f"{at} {act.by} {act.what} ({act.reason})"


def _last_day(text: str) -> date | None:
    return None if text == NO_END else date.fromisoformat(text)


def _month(text: str) -> str:
    return date.fromisoformat(f"{text}-01").isoformat()[:7]


def _field(text: str) -> tuple[str, str]:
    name, is_given, value = text.partition("=")
    if not is_given:
        message = f"{text!r} is no FIELD=VALUE"
        raise ValueError(message)
    return name, value
