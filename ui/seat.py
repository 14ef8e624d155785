"""What every screen is given: the desk, the lanes to call it on, the changes, the clock, what the consumer sees."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from counter_app.use_cases.desk import Desk
    from ui.changes import ChangeBus
    from ui.customer import Customer
    from ui.lanes import Lanes


@dataclass(frozen=True, slots=True)
class Seat:
    """One cashier's seat at the counter. ``now`` is for showing only; the books have their own clock."""

    desk: Desk
    lanes: Lanes
    changes: ChangeBus
    now: Callable[[], datetime]
    customer: Customer
