"""Where Enter goes from a field of a payment. No Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.payment_parts import LINE_PARTS, NOTED_PARTS, Part

if TYPE_CHECKING:
    from ui.payment_form import PaymentForm


def part_after(form: PaymentForm, part: Part) -> Part | None:
    """Where Enter goes from a field: through the line to the tender; None from the last, to take the payment."""
    tender = () if form.is_settled else form.tender.parts
    if part in tender:
        place = tender.index(part) + 1
        return tender[place] if place < len(tender) else None
    if part in NOTED_PARTS and part is not NOTED_PARTS[-1]:
        return NOTED_PARTS[NOTED_PARTS.index(part) + 1]
    if part is Part.PURPOSE and form.line.purpose and form.line.purpose.needs_reference:
        return Part.REFERENCE
    if part in LINE_PARTS and part is not Part.AMOUNT:
        return Part.AMOUNT
    return tender[0] if tender else None
