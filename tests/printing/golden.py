"""The golden receipts: ``python -m tests.printing.golden`` writes them anew; read the difference before you keep it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.printing.layout import lay_out
from counter_app.printing.layout_reconciliation import lay_out_reconciliation
from counter_app.printing.layout_summary import lay_out_summary
from counter_app.printing.text_form import as_text
from tests.days_compared import all_compared
from tests.printing.all_papers import all_receipts, all_summaries

if TYPE_CHECKING:
    from counter_app.printing.lines import Line

FOLDER = Path(__file__).parents[1] / "data" / "receipts"
COLUMNS = (48, 32)


def all_lines() -> dict[str, tuple[Line, ...]]:
    """Name to lines, for every look of a paper."""
    receipts = {
        name: lay_out(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged)
        for name, (receipt, copy_no, is_acknowledged) in all_receipts().items()
    }
    summaries = {name: lay_out_summary(receipts) for name, receipts in all_summaries().items()}
    compared = {
        f"reconciliation-{name}": lay_out_reconciliation(made)
        for name, made in all_compared().items()
    }
    return receipts | summaries | compared


def golden_texts() -> dict[str, str]:
    """File name to text, for every look of a paper at both widths."""
    return {
        f"{name}-{columns}.txt": as_text(lines, columns)
        for name, lines in all_lines().items()
        for columns in COLUMNS
    }


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in golden_texts().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
