"""Where this computer keeps the counter's files."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

HOME_VARIABLE = "KESCO_COUNTER_HOME"


@dataclass(frozen=True, slots=True)
class Places:
    """One folder holds all; it must be on a local disk, never on a share or a stick."""

    home: Path

    @property
    def ledger(self) -> Path:
        """The encrypted ledger."""
        return self.home / "ledger" / "ledger.db"

    @property
    def bills(self) -> Path:
        """The folder of versioned snapshots."""
        return self.home / "bills"

    @property
    def receipts(self) -> Path:
        """Receipts saved as PDF when no printer is set."""
        return self.home / "receipts"

    @property
    def reports(self) -> Path:
        """Daily collection reports."""
        return self.home / "reports"

    @property
    def logs(self) -> Path:
        """The log of this program."""
        return self.home / "logs"

    @property
    def secrets(self) -> Path:
        """Owner-only files with keys."""
        return self.home / "keys"

    @property
    def settings(self) -> Path:
        """What a technician sets."""
        return self.home / "settings.json"

    @property
    def receipt_keys(self) -> Path:
        """The list that receipts are checked by, as the centre signed it."""
        return self.home / "receipt-keys.json"

    @property
    def looks(self) -> Path:
        """Each cashier's language and look."""
        return self.home / "looks.json"

    @property
    def charges(self) -> Path:
        """What the card terminal was asked for, encrypted."""
        return self.home / "ledger" / "charges"

    def make(self) -> None:
        """Make every folder that is missing. Raises OSError."""
        for folder in (
            self.ledger.parent,
            self.bills,
            self.receipts,
            self.reports,
            self.logs,
            self.secrets,
        ):
            folder.mkdir(parents=True, exist_ok=True)
        if os.name == "posix":
            self.home.chmod(0o700)
            self.secrets.chmod(0o700)


def usual_home() -> Path:
    """The folder of this computer: ``KESCO_COUNTER_HOME``, else where programs' data belongs."""
    named = os.environ.get(HOME_VARIABLE)
    if named:
        return Path(named)
    if os.name == "nt":
        return Path(os.environ.get("PROGRAMDATA", "C:/ProgramData")) / "KescoCounter"
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "kesco-counter"
