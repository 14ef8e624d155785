"""Bank slips and what the bank said of them. The only writer of slip, slip_item, bank_answer and bank_difference."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, func, insert, select

from counter_app.domain.identity import CashierId
from counter_app.domain.money import Money
from counter_app.domain.remittance import (
    BankAnswer,
    BankDifference,
    BankWhy,
    Slip,
    SlipItem,
    SlipKind,
    SlipSeen,
)
from counter_app.domain.remittance_rules import moved_by
from counter_app.domain.tender import TenderKind
from counter_app.wire.messages import microseconds
from local_db.approval_book import approval_at, link_of_approval
from local_db.count_pen import count_at, post_count
from local_db.custody_rows import bank_answer, bank_difference, slip, slip_item
from local_db.entry_book import post_entry
from local_db.instrument_facts import instrument_facts, paper_of
from local_db.rows import instrument, tender
from local_db.statements import NOUGHT, Statement
from local_db.told import moment_of

if TYPE_CHECKING:
    from counter_app.domain.ledger import Entry
    from local_db.pen import Pen, Row

_ADD_SLIP = Statement(insert(slip))
_OWNER = instrument.c.identity == bindparam("identity")
_ADD_ITEM = Statement(
    insert(slip_item).values(
        owner_link=select(instrument.c.link).where(_OWNER).scalar_subquery(),
        owner_line=select(instrument.c.line).where(_OWNER).scalar_subquery(),
    ),
    columns=["link", "line"],
)
_ADD_ANSWER = Statement(
    insert(bank_answer).values(
        slip_link=select(slip.c.link)
        .where(slip.c.slip_id == bindparam("slip_id"))
        .scalar_subquery()
    ),
    columns=[column.name for column in bank_answer.columns if column.name != "slip_link"],
)
_ADD_DIFFERENCE = Statement(insert(bank_difference))
_LAST_NO = Statement(select(func.coalesce(func.max(slip.c.slip_no), NOUGHT)))
_LAST_ACCOUNT = Statement(select(slip.c.bank_account).order_by(slip.c.slip_no.desc()))
_SLIPS = select(
    slip.c.link,
    slip.c.slip_id,
    slip.c.slip_no,
    slip.c.kind,
    slip.c.amount_paise,
    slip.c.bank_account,
    slip.c.by_id,
    slip.c.business_date,
    slip.c.at_us,
)
_BY_ID = Statement(_SLIPS.where(slip.c.slip_id == bindparam("slip_id")))
_HAS_ANSWER = select(bank_answer.c.link).where(bank_answer.c.slip_link == slip.c.link).exists()
_OPEN = Statement(_SLIPS.where(~_HAS_ANSWER))
_ANSWERED = Statement(
    _SLIPS.where(_HAS_ANSWER)
    .order_by(slip.c.slip_no.desc())
    .limit(bindparam("most"))
    .offset(NOUGHT)
)
_ITEMS = Statement(
    select(instrument.c.identity, tender.c.kind, instrument.c.face_paise, instrument.c.facts)
    .select_from(slip_item)
    .join(
        instrument,
        (instrument.c.link == slip_item.c.owner_link)
        & (instrument.c.line == slip_item.c.owner_line),
    )
    .join(tender, (tender.c.link == instrument.c.link) & (tender.c.line == instrument.c.line))
    .where(slip_item.c.link == bindparam("link"))
    .order_by(slip_item.c.line)
)
_ANSWER = Statement(
    select(
        bank_answer.c.link,
        bank_answer.c.answer_id,
        bank_answer.c.reference,
        bank_answer.c.on_date,
        bank_answer.c.accepted_paise,
        bank_answer.c.by_id,
        bank_answer.c.approval_link,
        bank_answer.c.business_date,
        bank_answer.c.at_us,
    ).where(bank_answer.c.slip_link == bindparam("link"))
)
_DIFFERENCES = Statement(
    select(bank_difference.c.why, bank_difference.c.amount_paise, bank_difference.c.note)
    .where(bank_difference.c.link == bindparam("link"))
    .order_by(bank_difference.c.line)
)
_OF_REFERENCE = Statement(
    select(slip.c.slip_no)
    .join(bank_answer, bank_answer.c.slip_link == slip.c.link)
    .where(bank_answer.c.reference == bindparam("reference"))
)


def last_slip_no(pen: Pen) -> int:
    """0 before the first."""
    return int(pen.value(_LAST_NO))


def last_bank_account(pen: Pen) -> str:
    """The account of the last slip."""
    row = pen.row(_LAST_ACCOUNT)
    return "" if row is None else str(row[0])


def slip_by_id(pen: Pen, slip_id: UUID) -> SlipSeen | None:
    """A slip with the bank's answer."""
    row = pen.row(_BY_ID, slip_id=slip_id.bytes)
    return None if row is None else _seen(pen, row)


def slips(pen: Pen, most: int) -> tuple[SlipSeen, ...]:
    """Those without an answer, and so many others, the newest first."""
    rows = [*pen.rows(_OPEN), *pen.rows(_ANSWERED, most=most)]
    return tuple(_seen(pen, row) for row in sorted(rows, key=lambda row: -int(row[2])))


def slip_of_reference(pen: Pen, reference: str) -> int | None:
    """Which slip was answered with this reference."""
    row = pen.row(_OF_REFERENCE, reference=reference)
    return None if row is None else int(row[0])


def post_slip(pen: Pen, link: int, made: Slip, entry: Entry) -> None:
    """Write a slip with what is on it, and its entry."""
    pen.write(
        _ADD_SLIP,
        link=link,
        slip_id=made.slip_id.bytes,
        slip_no=made.slip_no,
        kind=made.kind.value,
        amount_paise=made.amount.paise,
        bank_account=made.bank_account,
        by_id=made.by,
        business_date=made.business_date.isoformat(),
        at_us=microseconds(made.at),
    )
    pen.write_many(
        _ADD_ITEM,
        [
            {"link": link, "line": line, "identity": one.identity}
            for line, one in enumerate(made.items, start=1)
        ],
    )
    post_count(pen, link, made.count)
    post_entry(pen, link, entry)


def post_answer(pen: Pen, link: int, said: BankAnswer, entry: Entry | None) -> None:
    """Write the bank's answer with its differences, and what it moves."""
    pen.write(
        _ADD_ANSWER,
        link=link,
        answer_id=said.answer_id.bytes,
        slip_id=said.slip_id.bytes,
        reference=said.reference,
        on_date=said.on.isoformat(),
        accepted_paise=said.accepted.paise,
        moved_paise=moved_by(entry).paise,
        by_id=said.by,
        approval_link=link_of_approval(pen, said.approval),
        business_date=said.business_date.isoformat(),
        at_us=microseconds(said.at),
    )
    pen.write_many(
        _ADD_DIFFERENCE,
        [
            {
                "link": link,
                "line": line,
                "why": one.why.value,
                "amount_paise": one.amount.paise,
                "note": one.note,
            }
            for line, one in enumerate(said.differences, start=1)
        ],
    )
    if entry is not None:
        post_entry(pen, link, entry)


def _seen(pen: Pen, row: Row) -> SlipSeen:
    link, slip_id, slip_no, kind, paise, bank_account, by_id, day, at_us = row
    made = Slip(
        slip_id=UUID(bytes=slip_id),
        slip_no=slip_no,
        kind=SlipKind(kind),
        amount=Money(paise),
        count=count_at(pen, link),
        items=tuple(_item(item) for item in pen.rows(_ITEMS, link=link)),
        bank_account=bank_account,
        by=CashierId(by_id),
        business_date=date.fromisoformat(day),
        at=moment_of(at_us),
    )
    said = pen.row(_ANSWER, link=link)
    return SlipSeen(made, None if said is None else _answer(pen, made, said))


def _item(row: Row) -> SlipItem:
    identity, kind, face_paise, text = row
    paper = paper_of(instrument_facts(text))
    assert paper is not None, "only papers go on a slip"
    return SlipItem(
        identity, TenderKind(kind), Money(face_paise), paper.number, paper.bank, paper.branch
    )


def _answer(pen: Pen, made: Slip, row: Row) -> BankAnswer:
    link, answer_id, reference, on_date, paise, by_id, approval_link, day, at_us = row
    return BankAnswer(
        answer_id=UUID(bytes=answer_id),
        slip_id=made.slip_id,
        slip_no=made.slip_no,
        reference=reference,
        on=date.fromisoformat(on_date),
        accepted=Money(paise),
        differences=tuple(
            BankDifference(BankWhy(why), Money(amount), note)
            for why, amount, note in pen.rows(_DIFFERENCES, link=link)
        ),
        by=CashierId(by_id),
        business_date=date.fromisoformat(day),
        at=moment_of(at_us),
        approval=approval_at(pen, approval_link),
    )
