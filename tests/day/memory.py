"""Resident memory of the real window's process, printed as JSON."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from PySide6.QtTest import QTest

from counter_app.domain.identity import AccountNo
from counter_app.domain.money import Money
from counter_app.launch import show_window
from counter_app.workstation.paths import Places
from tests.day.first_paint import when_painted
from tests.day.till import exact_cash

SETTLE_MS = 1_000
NAMES = ("ramesh kumar sharma", "sunita devi", "श्रीवास्तव", "मोहम्मद", "gupta traders")


def resident_mb() -> float:
    """Of this process."""
    for line in Path("/proc/self/status").read_text("ascii").splitlines():
        if line.startswith("VmRSS:"):
            return round(int(line.split()[1]) / 1024, 1)
    raise RuntimeError("no VmRSS")


def main(home: str, cashier_id: str) -> int:
    """Paint, open the books, search, take and print what stands on standard input, count."""
    shown = show_window(Places(Path(home)), ["memory"])
    figures: dict[str, float] = {}
    when_painted(shown.window, lambda: figures.update(at_first_paint_mb=resident_mb()))
    QTest.qWait(SETTLE_MS)
    desk = shown.counter.desk
    desk.check_ledger()
    figures["books_open_mb"] = resident_mb()
    for name in NAMES:
        for end in range(2, len(name) + 1):
            desk.find_consumer(name[:end])
    figures["after_search_mb"] = resident_mb()
    for account_no, paise in json.loads(sys.stdin.read()):
        order = exact_cash(desk.fresh_payment_id(), AccountNo(account_no), Money(paise), cashier_id)
        taken = desk.take_payment(order)
        desk.print_receipt(taken.receipt.payment.receipt_no)
    figures["after_payments_and_prints_mb"] = resident_mb()
    print(json.dumps(figures))
    shown.window.close()
    shown.counter.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
