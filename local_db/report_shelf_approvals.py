"""Approvals of acts and words for payments, for reports. Writes nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import UUID

from sqlalchemy import bindparam, func, literal_column, select

from counter_app.domain.approval import ABOUT_A_SHIFT, How
from counter_app.domain.identity import BookYear, CashierId, ReceiptNo
from counter_app.domain.money import Money
from counter_app.domain.report_rows import ApprovalLine
from local_db.custody_rows import approval
from local_db.report_people import name_of, people_of
from local_db.report_where import selected
from local_db.rows import payment, shift, supervisor_word
from local_db.statements import Statement
from local_db.told import date_of, moment_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from counter_app.domain.report import Names
    from counter_app.domain.report_selection import Cut, Selection
    from local_db.pen import Pen

_SHIFT_NUMBERS = Statement(select(shift.c.shift_id, shift.c.shift_no))
_OF_SHIFT = shift.c.shift_no == bindparam("shift_no")
_APPROVALS = selected(
    select(
        approval.c.link,
        approval.c.act,
        approval.c.approver_id,
        approval.c.for_id,
        approval.c.about,
        approval.c.amount_paise,
        approval.c.reason,
        approval.c.how,
        shift.c.shift_no,
        approval.c.business_date,
        approval.c.at_us,
    )
    .select_from(approval)
    .outerjoin(shift, shift.c.link == approval.c.shift_link),
    approval.c.link,
    approval.c.for_id,
    approval.c.business_date,
    _OF_SHIFT,
)
_WORD_DAY = func.date(
    supervisor_word.c.given_at_us / literal_column("1000000.0"),
    literal_column("'unixepoch'"),
    literal_column("'+330 minutes'"),
)
_WORDS = selected(
    select(
        supervisor_word.c.link,
        supervisor_word.c.codes,
        supervisor_word.c.supervisor_id,
        shift.c.cashier_id,
        supervisor_word.c.reason,
        supervisor_word.c.how,
        shift.c.shift_no,
        _WORD_DAY,
        supervisor_word.c.given_at_us,
    )
    .select_from(supervisor_word)
    .join(shift, shift.c.link == supervisor_word.c.shift_link),
    supervisor_word.c.link,
    shift.c.cashier_id,
    _WORD_DAY,
    _OF_SHIFT,
)
_PAID_BY_WORDS = Statement(
    select(
        payment.c.word_link,
        payment.c.series,
        payment.c.book_year,
        payment.c.serial,
        payment.c.amount_paise,
    )
    .where(
        payment.c.word_link.is_not(None),
        payment.c.link.between(bindparam("first"), bindparam("cut")),
    )
    .order_by(payment.c.link)
)


def approvals_of(pen: Pen, wanted: Selection, cut: Cut) -> tuple[ApprovalLine, ...]:
    """Approvals of acts, and words for payments, in the order they were given."""
    people = people_of(pen)
    numbers = {str(UUID(bytes=one)): number for one, number in pen.rows(_SHIFT_NUMBERS)}
    lines = []
    for row in _APPROVALS.rows(pen, wanted, cut):
        link, act, approver_id, for_id, about, paise, reason, how, shift_no, day, at_us = row
        lines.append(
            ApprovalLine(
                link=link,
                at=moment_of(at_us),
                business_date=date_of(day),
                shift_no=shift_no,
                approver_id=CashierId(approver_id),
                approver=name_of(people, approver_id),
                for_id=CashierId(for_id),
                for_whom=name_of(people, for_id),
                codes=(act,),
                about=about,
                amount=Money(paise),
                reason=reason,
                how=How(how),
                about_shift_no=numbers.get(about) if act in ABOUT_A_SHIFT else None,
            )
        )
    lines += _words(pen, people, wanted, cut)
    return tuple(sorted(lines, key=lambda line: line.link))


def _words(
    pen: Pen, people: dict[str, Names], wanted: Selection, cut: Cut
) -> Iterator[ApprovalLine]:
    words = _WORDS.rows(pen, wanted, cut)
    paid: dict[int, list[tuple[str, int]]] = {}
    rows = pen.rows(_PAID_BY_WORDS, first=words[0][0], cut=cut.link) if words else []
    for link, series, year, serial, paise in rows:
        paid.setdefault(link, []).append((str(ReceiptNo(series, BookYear(year), serial)), paise))
    for link, codes, approver_id, for_id, reason, how, shift_no, day, at_us in words:
        receipts = paid.get(link, [])
        yield ApprovalLine(
            link=link,
            at=moment_of(at_us),
            business_date=date_of(day),
            shift_no=shift_no,
            approver_id=CashierId(approver_id),
            approver=name_of(people, approver_id),
            for_id=CashierId(for_id),
            for_whom=name_of(people, for_id),
            codes=tuple(codes.split()),
            about=", ".join(receipt_no for receipt_no, _ in receipts),
            amount=Money(sum(paise for _, paise in receipts)),
            reason=reason,
            how=How(how),
        )
