"""Where each rupee of the custody day is, by plain SQL on the ledger, behind the program's back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.ledger import LedgerAccount
from counter_app.domain.money import ZERO, Money
from counter_app.domain.report import ReportKind
from counter_app.workstation.keys import Keys
from counter_app.workstation.secret_files import SecretFiles
from local_db.engine import ledger_connection

if TYPE_CHECKING:
    from collections.abc import Sequence

    from local_db.cipher import Connection
    from tests.day.custody_hands import Owing
    from tests.day.custody_reports import Saved
    from tests.day.stage import Stage

from tests.day.custody_plan import COUNTERFEIT, EXCESS, SHORT

_TAKEN = "SELECT sum(amount_paise) FROM payment"
_UNDONE = "SELECT sum(amount_paise) FROM tender_undone"
_BY = "SELECT sum(amount_paise) FROM tender WHERE kind "
SUMS_OF_THE_LEDGER = (
    (ReportKind.CASH_SCROLL, _TAKEN),
    (ReportKind.CASH_SCROLL, _UNDONE),
    (ReportKind.COLLECTION, _TAKEN),
    (ReportKind.COLLECTION, _BY + "= 'cash'"),
    (ReportKind.REALISATION, _TAKEN),
    (ReportKind.CANCELLED, _UNDONE),
    (ReportKind.PAPERS, _BY + "IN ('cheque', 'demand_draft')"),
    (ReportKind.CARD_UPI, _BY + "= 'card'"),
    (ReportKind.CARD_UPI, _BY + "= 'upi'"),
    (ReportKind.CUSTODY, "SELECT sum(amount_paise) FROM cash_move WHERE why = 'drop'"),
    (ReportKind.CUSTODY, "SELECT sum(counted_paise) FROM handing"),
    (ReportKind.CUSTODY, "SELECT sum(amount_paise) FROM slip"),
    (ReportKind.CUSTODY, "SELECT sum(accepted_paise) FROM bank_answer"),
    (ReportKind.DAY_BOOK, "SELECT sum(amount_paise) FROM posting WHERE amount_paise > 0"),
)
"""What each report must tell, whatever else it says."""


def figures_of(stage: Stage, queue: Sequence[Owing]) -> dict[str, object]:
    """Where each rupee is, by the entries in the file itself; what should be there, by what was done."""
    sums = sums_by_account(stage)
    cash = Money.rupees(sum(queue[place].rupees for place in (0, 5, 7)))
    expected = {
        LedgerAccount.CASH_DRAWER: ZERO,
        LedgerAccount.CASH_TO_HAND_OVER: ZERO,
        LedgerAccount.CASH_WITH_HEAD: ZERO,
        LedgerAccount.CASH_AT_BANK: ZERO,
        LedgerAccount.CHEQUES_IN_HAND: ZERO,
        LedgerAccount.CHEQUES_AT_BANK: Money.rupees(queue[6].rupees),
        LedgerAccount.BANK: cash - SHORT + EXCESS - COUNTERFEIT,
        LedgerAccount.FLOAT_ISSUED: ZERO,
        LedgerAccount.SHORT_CASH: SHORT,
        LedgerAccount.EXCESS_CASH: -EXCESS,
        LedgerAccount.BANK_COUNTERFEIT: COUNTERFEIT,
        LedgerAccount.CARD_CLEARING: Money.rupees(queue[3].rupees),
        LedgerAccount.UPI_CLEARING: Money.rupees(queue[2].rupees),
    }
    found = {account: sums.get(account, ZERO) for account in expected}
    return {
        "sums": {str(account): str(amount) for account, amount in found.items()},
        "wrong": {
            str(account): f"{found[account]}, not {amount}"
            for account, amount in expected.items()
            if found[account] != amount
        },
        "books_balance": Money.total(sums.values()) == ZERO,
    }


def sums_by_account(stage: Stage) -> dict[LedgerAccount, Money]:
    """The ledger's postings added up by plain SQL, behind the program's back."""
    connection = _behind_the_program(stage)
    try:
        rows = connection.execute(
            "SELECT account, sum(amount_paise) FROM posting GROUP BY account"
        ).fetchall()
    finally:
        connection.close()
    return {LedgerAccount(account): Money(paise) for account, paise in rows}


def _behind_the_program(stage: Stage) -> Connection:
    key = Keys([SecretFiles(stage.places.secrets)]).ledger_key(is_ledger_there=True)
    return ledger_connection(stage.places.ledger, key)


def not_the_ledgers(stage: Stage, saved: Saved) -> list[str]:
    """Sums of the ledger, by plain SQL, that a report should tell and does not."""
    connection = _behind_the_program(stage)
    try:
        asked = {
            sql: Money(connection.execute(sql).fetchone()[0] or 0)
            for sql in {sql for _, sql in SUMS_OF_THE_LEDGER}
        }
    finally:
        connection.close()
    return [
        f"{kind}: {asked[sql]} is not told: {sql}"
        for kind, sql in SUMS_OF_THE_LEDGER
        if not saved.sums[kind][asked[sql]]
    ]
