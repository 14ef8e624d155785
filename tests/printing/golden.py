"""The golden receipts: ``python -m tests.printing.golden`` writes them anew; read the difference before you keep it."""

from __future__ import annotations

from pathlib import Path

from counter_app.printing.layout import lay_out
from counter_app.printing.text_form import as_text
from tests.printing.papers import all_receipts

FOLDER = Path(__file__).parents[1] / "data" / "receipts"
COLUMNS = (48, 32)


def golden_texts() -> dict[str, str]:
    """File name to text, for every look of a receipt at both widths."""
    return {
        f"{name}-{columns}.txt": as_text(
            lay_out(receipt, copy_no=copy_no, is_acknowledged=is_acknowledged), columns
        )
        for name, (receipt, copy_no, is_acknowledged) in all_receipts().items()
        for columns in COLUMNS
    }


def main() -> None:
    """Write them all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in golden_texts().items():
        (FOLDER / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
