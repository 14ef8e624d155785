"""``dev.py fuzz``: the independent fuzzer at the published contract of a server on PostgreSQL, as long as you like."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from tests.billing_server.fuzzing import open_fuzz
from tests.billing_server.postgresql import shared_cluster


def main() -> int:
    """Exit code 0 only when every answer was one that the contract tells, and none was a server error."""
    parser = argparse.ArgumentParser(prog="dev.py fuzz", description=__doc__)
    parser.add_argument("--examples", type=int, default=100, help="of each act and way (100)")
    parser.add_argument("--seed", type=int, default=7, help="of what is made up")
    asked = parser.parse_args()
    finding: Exception | None = None
    with tempfile.TemporaryDirectory(prefix="kesco-fuzz-") as folder:
        fuzz = open_fuzz(Path(folder), shared_cluster().fresh_database())
        try:
            fuzz.run(asked.examples, asked.seed)
        except Exception as found:  # noqa: BLE001 - schemathesis raises one of its own for each kind
            finding = found
        finally:
            fuzz.close()
    for (act, way), told in sorted(fuzz.seen.items()):
        statuses = ", ".join(f"{status}: {count}" for status, count in sorted(told.items()))
        print(f"{act:<62} {way:<15} {statuses}")
    print(f"fates of made up messages: {dict(sorted(fuzz.fates.items()))}")
    requests = sum(sum(told.values()) for told in fuzz.seen.values())
    if finding is not None:
        print(f"FOUND after {requests} requests: {finding}")
        for each in getattr(finding, "exceptions", ()):
            print(f"  {each}")
        return 1
    print(f"{requests} requests, seed {asked.seed}: no server error, no answer but the contract's")
    return 0


if __name__ == "__main__":
    sys.exit(main())
