"""Who and how much: the figures of the custody day."""

from __future__ import annotations

from billing_server.book.people import DEMO_PEOPLE
from counter_app.domain.money import Money
from counter_app.domain.shift import Role

CONSUMERS, SEED = 300, 7
FIRST, SECOND = (one.cashier_id for one in DEMO_PEOPLE[:2])
HEAD = next(one.cashier_id for one in DEMO_PEOPLE if one.role is Role.HEAD_CASHIER)
FLOAT = Money.rupees(2000)
DROP = Money.rupees(500)
SHORT, EXCESS, COUNTERFEIT = Money.rupees(50), Money.rupees(200), Money.rupees(500)
VISITORS = 8
BOUNCING = "004512"
LEAST_RUPEES, MOST_RUPEES = 1200, 4500
