"""Places where secrets are kept, in memory, and a vault of the operating system that is none."""

from __future__ import annotations

from dataclasses import dataclass, field

from keyring.backend import KeyringBackend
from keyring.errors import KeyringError, PasswordSetError

from counter_app.domain.errors import Fault, FaultCode


@dataclass
class FakePlace:
    """Secrets by name; ``journal`` is shared to see the order of writing."""

    name: str = "place"
    secrets: dict[str, bytes] = field(default_factory=dict)
    journal: list[str] = field(default_factory=list)
    is_broken: bool = False

    def read(self, name: str) -> bytes | None:
        return self.secrets.get(name)

    def write(self, name: str, secret: bytes) -> None:
        self.journal.append(self.name)
        if self.is_broken:
            raise Fault(FaultCode.FILE_NOT_WRITTEN, "the test broke it")
        self.secrets[name] = secret


class MemoryVault(KeyringBackend):
    """What keyring asks of an operating system's vault, in memory."""

    priority = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # keyring gives no hints here
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


class LockedVault(MemoryVault):
    """A vault whose owner is not signed in."""

    def get_password(self, service: str, username: str) -> str | None:
        raise KeyringError

    def set_password(self, service: str, username: str, password: str) -> None:
        raise PasswordSetError
