"""A roster whose supervisor approves by telephone too, and the supervisor's own device."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from counter_app.domain.shift import Role
from counter_app.wire.canonical import text_of
from counter_app.wire.telephone import SECRET_BYTES, answer_to, challenge_typed, counter_key
from tests.builders import COUNTER_ID, SUPERVISOR_ID, a_roster

if TYPE_CHECKING:
    from counter_app.domain.challenge import Challenge
    from counter_app.wire.exchange import Person

SECRET = bytes(range(SECRET_BYTES))
STRANGERS_SECRET = bytes(reversed(range(SECRET_BYTES)))
KEYLESS_ID = "S202"


def a_roster_with_keys() -> tuple[Person, ...]:
    """The usual three, and a second supervisor without a key."""
    people = a_roster()
    supervisor = next(one for one in people if one.cashier_id == SUPERVISOR_ID)
    key = text_of(counter_key(SECRET, COUNTER_ID))
    return (
        *(
            msgspec.structs.replace(one, approval_key=key) if one is supervisor else one
            for one in people
        ),
        msgspec.structs.replace(supervisor, cashier_id=KEYLESS_ID, role=Role.SUPERVISOR),
    )


def spoken_answer(
    challenge: Challenge,
    *,
    secret: bytes = SECRET,
    acts: str | None = None,
    amount_paise: int | None = None,
) -> str:
    """What the approver's device answers to what the cashier says, truly unless told otherwise."""
    return answer_to(
        counter_key(secret, challenge.counter_id),
        challenge.counter_id,
        challenge.act_numbers if acts is None else acts,
        challenge.asked.amount.paise if amount_paise is None else amount_paise,
        challenge_typed(challenge.code),
    )
