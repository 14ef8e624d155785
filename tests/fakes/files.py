"""A stick in memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from counter_app.domain.errors import Fault, FaultCode


@dataclass
class FakeFiles:
    """Files by path; ``is_full`` refuses to write."""

    held: dict[Path, bytes] = field(default_factory=dict)
    is_full: bool = False

    def read(self, path: Path) -> bytes:
        if path not in self.held:
            raise Fault(FaultCode.FILE_NOT_READ, str(path))
        return self.held[path]

    def write(self, folder: Path, name: str, content: bytes) -> Path:
        if self.is_full:
            raise Fault(FaultCode.FILE_NOT_WRITTEN, name)
        path, number = folder / name, 2
        while path in self.held:
            path = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
            number += 1
        self.held[path] = content
        return path
