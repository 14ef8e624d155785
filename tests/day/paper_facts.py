"""What a proof looked at, whether it held, and the table of it at the end."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field


@dataclass(slots=True)
class Proof:
    """Facts, each printed as it is looked at; those of one part are counted together."""

    failed: list[str] = field(default_factory=list)
    part: str = ""
    _held: Counter[str] = field(default_factory=Counter)
    _parts: dict[str, int] = field(default_factory=dict)

    def begin(self, part: str) -> None:
        """What follows belongs to this part."""
        self.part = part
        self._parts.setdefault(part, 0)
        print(f"\n-- {part}", flush=True)

    def check(self, what: str, fact: bool, seen: object = "") -> None:  # noqa: FBT001 - a fact is a yes or no
        """Note one fact and print it."""
        word = "held  " if fact else "FAILED"
        print(f"{word}  {what}{f': {seen}' if seen != '' else ''}", flush=True)
        self._count(what, fact)

    def note(self, what: str, fact: bool, seen: object = "") -> None:  # noqa: FBT001 - a fact is a yes or no
        """Note one fact of a table; only what failed is printed."""
        if not fact:
            print(f"FAILED  {what}: {seen}", flush=True)
        self._count(what, fact)

    def _count(self, what: str, fact: bool) -> None:  # noqa: FBT001 - a fact is a yes or no
        self._parts[self.part] = self._parts.get(self.part, 0) + 1
        if fact:
            self._held[self.part] += 1
        else:
            self.failed.append(f"{self.part}: {what}")

    def table(self) -> str:
        """A line for each part, and what failed."""
        lines = [f"{'part':<44} {'held':>6} {'failed':>6}"]
        for part, count in self._parts.items():
            held = self._held[part]
            lines.append(f"{part:<44} {held:>6} {count - held:>6}")
        held = sum(self._held.values())
        lines.append(f"{'all':<44} {held:>6} {len(self.failed):>6}")
        return "\n".join([*lines, *(f"FAILED  {what}" for what in self.failed)])
