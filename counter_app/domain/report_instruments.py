"""Cheques and drafts by bank; cards by terminal and batch, and UPI credits: what is compared with the bank's lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.domain.money import Money
from counter_app.domain.report import Report, ReportKind, Word
from counter_app.domain.report_parts import (
    SIGN_CASHIER,
    SIGN_HEAD,
    count,
    count_and_sum,
    day,
    in_number_order,
    money,
    table,
    text,
)
from counter_app.domain.reversal import GoesWhere
from counter_app.domain.tender import (
    BANK_PAPER,
    CardTender,
    CashTender,
    ChequeTender,
    DraftTender,
    TenderKind,
    UpiTender,
    identity_of,
    kind_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from counter_app.domain.bank_paper import InstrumentState
    from counter_app.domain.report import Cell, Section
    from counter_app.domain.report_parts import Heading
    from counter_app.domain.report_rows import BookRows, ReceiptLine
    from counter_app.domain.tender import Instrument


@dataclass(slots=True)
class Held:
    """One paper, slip or credit, with all the receipts it paid in this report; its sum is that of its parts."""

    tender: Instrument
    state: InstrumentState | None
    slip_no: int | None
    receipts: list[ReceiptLine]
    amount: Money
    voided: Money

    @property
    def receipt_nos(self) -> str:
        """The first receipt, and how many more."""
        first, more = str(self.receipts[0].receipt_no), len(self.receipts) - 1
        return f"{first} +{more}" if more else first


def held_in(receipts: Iterable[ReceiptLine], kinds: frozenset[TenderKind]) -> tuple[Held, ...]:
    """Each of these kinds once, however many receipts it paid."""
    held: dict[str, Held] = {}
    for receipt in receipts:
        for part in receipt.tenders:
            tender = part.tender
            if isinstance(tender, CashTender) or kind_of(tender) not in kinds:
                continue
            identity = identity_of(tender)
            one = held.setdefault(
                identity, Held(tender, part.state, part.slip_no, [], Money(0), Money(0))
            )
            one.receipts.append(receipt)
            one.amount += tender.amount
            one.voided += _voided(receipt, identity)
    return tuple(held.values())


def _voided(receipt: ReceiptLine, identity: str) -> Money:
    if receipt.reversal is None:
        return Money(0)
    return Money.total(
        part.amount
        for part in receipt.reversal.tenders
        if part.identity == identity and part.where is GoesWhere.VOIDED
    )


def papers(heading: Heading, rows: BookRows) -> Report:
    """Cheques and drafts, one table a kind and bank, and the banks below each other."""
    held = held_in(in_number_order(rows.receipts), BANK_PAPER)
    groups: dict[tuple[TenderKind, str], list[Held]] = {}
    for one in held:
        groups.setdefault((kind_of(one.tender), _bank_of(one).upper()), []).append(one)
    ordered = sorted(groups.items(), key=lambda group: (group[0][0] != TenderKind.CHEQUE, group[0]))
    total = Money.total(one.amount for one in held)
    banks = [
        (
            Word(f"tender.{kind}"),
            _bank_of(of_bank[0]),
            len(of_bank),
            Money.total(one.amount for one in of_bank),
        )
        for (kind, _), of_bank in ordered
    ]
    return Report(
        kind=ReportKind.PAPERS,
        place=heading.place,
        made_at=heading.made_at,
        about=(*heading.about, (Word("papers"), count_and_sum(len(held), total))),
        sections=(
            *(_papers_of(kind, of_bank) for (kind, _), of_bank in ordered),
            table(
                "by_bank",
                (text("tender", 16), text("bank", 30), count("pieces"), money("amount")),
                banks,
                "no_papers",
                ["pieces", "amount"],
            ),
        ),
        signatures=(SIGN_CASHIER, SIGN_HEAD),
    )


def _bank_of(one: Held) -> str:
    assert isinstance(one.tender, ChequeTender | DraftTender)
    return " ".join(one.tender.paper.bank.split())


def _papers_of(kind: TenderKind, held: Sequence[Held]) -> Section:
    columns = (
        text("paper_no", 9),
        day("paper_date"),
        text("branch", 16),
        text("ifsc", 12),
        text("receipt_no", 20),
        text("payer", 16),
        text("state", 10),
        count("slip_no", 6),
        money("amount"),
    )
    title = Word(
        "tender_of_bank", (("tender", f"tender.{kind.value}"), ("bank", _bank_of(held[0])))
    )
    return table(title, columns, [_paper_line(one) for one in held], None, ["amount"])


def _paper_line(one: Held) -> tuple[Cell, ...]:
    assert isinstance(one.tender, ChequeTender | DraftTender)
    paper = one.tender.paper
    return (
        paper.number,
        paper.dated,
        paper.branch,
        paper.ifsc,
        one.receipt_nos,
        paper.drawer or one.receipts[0].payer,
        Word(f"instrument_state.{one.state}"),
        one.slip_no,
        one.amount,
    )


def card_upi(heading: Heading, rows: BookRows) -> Report:
    """Card sales, one table a terminal and batch, then UPI credits."""
    receipts = in_number_order(rows.receipts)
    cards = held_in(receipts, frozenset({TenderKind.CARD}))
    credits_ = held_in(receipts, frozenset({TenderKind.UPI}))
    batches: dict[tuple[str, str], list[Held]] = {}
    for one in cards:
        assert isinstance(one.tender, CardTender)
        batches.setdefault((one.tender.slip.tid, one.tender.slip.batch), []).append(one)
    totals = [
        (tid, batch, len(of_batch), *_sums(of_batch))
        for (tid, batch), of_batch in sorted(batches.items())
    ]
    return Report(
        kind=ReportKind.CARD_UPI,
        place=heading.place,
        made_at=heading.made_at,
        about=(
            *heading.about,
            (Word("cards"), _counted(cards)),
            (Word("upi_credits"), _counted(credits_)),
        ),
        sections=(
            *(_cards_of(tid, batch, held) for (tid, batch), held in sorted(batches.items())),
            table(
                "by_batch",
                (
                    text("tid", 14),
                    text("batch", 10),
                    count("pieces"),
                    money("amount"),
                    money("voided"),
                    money("left"),
                ),
                totals,
                "no_cards",
                ["pieces", "amount", "voided", "left"],
            ),
            _upi_table(credits_),
        ),
        signatures=(SIGN_CASHIER, SIGN_HEAD),
    )


def _counted(held: Sequence[Held]) -> Word:
    return count_and_sum(len(held), Money.total(one.amount for one in held))


def _sums(held: Sequence[Held]) -> tuple[Money, Money | None, Money]:
    amount = Money.total(one.amount for one in held)
    voided = Money.total(one.voided for one in held)
    return amount, voided or None, amount - voided


def _cards_of(tid: str, batch: str, held: Sequence[Held]) -> Section:
    lines = []
    for one in held:
        assert isinstance(one.tender, CardTender)
        slip = one.tender.slip
        lines.append(
            (
                slip.rrn,
                slip.invoice,
                slip.network.value,
                slip.last4,
                slip.approval_code,
                one.receipts[0].taken_at,
                one.receipt_nos,
                *_sums([one]),
            )
        )
    columns = (
        text("rrn", 13),
        text("invoice", 8),
        text("network", 11),
        text("last4", 6),
        text("approval_code", 9),
        day("day"),
        text("receipt_no", 20),
        money("amount"),
        money("voided"),
        money("left"),
    )
    title = Word("batch_of_terminal", (("tid", tid), ("batch", batch)))
    return table(title, columns, lines, None, ["amount", "voided", "left"])


def _upi_table(held: Sequence[Held]) -> Section:
    lines = []
    for one in held:
        assert isinstance(one.tender, UpiTender)
        lines.append(
            (
                one.tender.reference,
                one.receipts[0].taken_at,
                one.receipt_nos,
                one.receipts[0].payer,
                Word(f"instrument_state.{one.state}"),
                one.amount,
            )
        )
    columns = (
        text("upi_reference", 14),
        day("day"),
        text("receipt_no", 20),
        text("payer", 18),
        text("state", 12),
        money("amount"),
    )
    return table("upi_credits", columns, lines, "no_upi", ["amount"])
