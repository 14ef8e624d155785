"""Where a copy of a receipt is to be sent, as typed: a mobile number or an e-mail address. No Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from counter_app.domain.consumer import masked_mobile
from counter_app.domain.money import western_digits
from counter_app.domain.receipt_copy import CopyWay

if TYPE_CHECKING:
    from counter_app.domain.receipt_copy import CopyRequest


@dataclass(frozen=True, slots=True)
class CopyForm:
    """``mobile`` is what the bills know: it is shown masked, and sent whole, until something is typed."""

    mobile: str = ""
    typed: str | None = None

    def with_text(self, text: str) -> CopyForm:
        """After typing."""
        return replace(self, typed=text)

    @property
    def shown(self) -> str:
        """What stands in the field."""
        return masked_mobile(self.mobile) if self.typed is None else self.typed

    @property
    def address(self) -> str:
        """What is asked for; empty while nothing is typed and no mobile is known."""
        return self.mobile if self.typed is None else western_digits(self.typed.strip())

    @property
    def way(self) -> CopyWay:
        """An e-mail address has an @, a mobile number has none."""
        return CopyWay.EMAIL if "@" in self.address else CopyWay.SMS


def masked_address(asked: CopyRequest) -> str:
    """``XXXXXXX345`` or ``r***@example.in``: enough to know it by (domain, section 10)."""
    if asked.way is CopyWay.SMS:
        return masked_mobile(asked.address)
    name, _, place = asked.address.partition("@")
    return f"{name[:1]}***@{place}"
