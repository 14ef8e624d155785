"""The golden receipts: ``python -m tests.printing.golden`` writes them anew; read the difference before you keep it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.printing.layout import ReceiptStyle, lay_out
from counter_app.printing.layout_reconciliation import lay_out_reconciliation
from counter_app.printing.layout_summary import lay_out_summary
from counter_app.printing.text_form import as_text
from counter_app.printing.tongue import Tongue
from tests.days_compared import all_compared
from tests.printing.all_papers import all_receipts, all_summaries

if TYPE_CHECKING:
    from counter_app.printing.lines import Line

FOLDER = Path(__file__).parents[1] / "data" / "receipts"
COLUMNS = (48, 32)
IN_ONE_TONGUE = (
    *("cash-offline", "card", "part-offline", "split-stamped", "duplicate", "cancelled", "largest"),
    *("upi-claimed", "draft-consolidated", "over", "final-bill", "deposit", "suspense", "allowed"),
    "cheque-last-of-5",
)
"""What is kept in English and in Hindi alone: every word of a receipt stands on one of them."""


def receipt_lines(tongue: Tongue) -> dict[str, tuple[Line, ...]]:
    """Name to lines, for every look of a receipt."""
    style = ReceiptStyle(tongue=tongue)
    return {
        name: lay_out(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged, style=style)
        for name, (receipt, copy_no, is_acknowledged) in all_receipts().items()
    }


def all_lines() -> dict[str, tuple[Line, ...]]:
    """Name to lines, for every look of a paper in both languages."""
    summaries = {name: lay_out_summary(receipts) for name, receipts in all_summaries().items()}
    compared = {
        f"reconciliation-{name}": lay_out_reconciliation(made)
        for name, made in all_compared().items()
    }
    return receipt_lines(Tongue.BOTH) | summaries | compared


def golden_texts() -> dict[str, str]:
    """Path under the folder to text: every look of a paper at both widths, and in a folder each in one language."""
    kept = dict(all_lines())
    for tongue in (Tongue.ENGLISH, Tongue.HINDI):
        lines = receipt_lines(tongue)
        kept |= {f"{tongue}/{name}": lines[name] for name in IN_ONE_TONGUE}
    return {
        f"{name}-{columns}.txt": as_text(lines, columns)
        for name, lines in kept.items()
        for columns in COLUMNS
    }


def main() -> None:
    """Write them all."""
    for name, text in golden_texts().items():
        path = FOLDER / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
