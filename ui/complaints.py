"""Which fields may complain: not while they are being filled, only once the cashier has left them or tried to pay."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from counter_app.domain.errors import Refusal
    from ui.payment_form import PaymentForm
    from ui.payment_parts import Part


class Complaints:
    """What is told below the fields of one payment."""

    def __init__(self) -> None:
        self._parts: set[Part] = set()
        self._refused: dict[Part, Refusal] = {}

    def left(self, part: Part) -> None:
        """The cashier is done with this field."""
        self._parts.add(part)

    def tried(self, parts: Iterable[Part]) -> None:
        """The cashier wants to pay, or to go on: everything that is missing is told."""
        self._parts.update(parts)

    def refused(self, part: Part, refusal: Refusal) -> None:
        """The books declined because of this field."""
        self._refused[part] = refusal

    def typed(self, part: Part) -> None:
        """The field changed: what the books said of it is past."""
        self._refused.pop(part, None)

    def of(self, form: PaymentForm) -> Mapping[Part, Refusal]:
        """What to tell now."""
        told = {part: problem for part, problem in form.problems.items() if part in self._parts}
        return {**told, **self._refused}

    def forget(self) -> None:
        """Another payment, account or tender begins."""
        self._parts.clear()
        self._refused.clear()
