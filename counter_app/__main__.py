"""The command line of the counter: ``python -m counter_app``.

Exit codes: 0 ended in order; 1 the counter could not start (the reason is told); 2 wrong arguments; 3 a bug,
which stands in the log.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from counter_app.workstation.own_program import BUILD_BILLS
from counter_app.workstation.paths import Places, usual_home


def main(arguments: list[str] | None = None) -> int:
    """Show the counter's window until it is closed; or build bills for one that is open."""
    if (sys.argv[1:] if arguments is None else arguments) == [BUILD_BILLS]:
        from local_db import bill_builder

        return bill_builder.main()
    parser = argparse.ArgumentParser(prog="counter_app", description="KESCO cash counter")
    parser.add_argument("--home", type=Path, help="folder of ledger, bills, receipts and settings")
    asked, for_qt = parser.parse_known_args(arguments)
    from counter_app.launch import show_counter

    return show_counter(Places(asked.home or usual_home()), [parser.prog, *for_qt])


if __name__ == "__main__":
    sys.exit(main())
