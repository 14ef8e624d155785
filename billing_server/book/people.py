"""People of a made roster, for trials and the demo: who sits at the counters and who stands behind them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from counter_app.domain.shift import Role
from counter_app.wire.exchange import Person


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """Somebody of the made roster; the PIN is for whoever makes a trial to choose and hash."""

    cashier_id: str
    name_en: str
    name_hi: str
    role: Role

    def told(self, pin_hash: str) -> Person:
        """As the roster tells it, with the Argon2id hash of a PIN."""
        return Person(self.cashier_id, self.name_en, self.name_hi, self.role.value, pin_hash)


DEMO_PEOPLE: Final = (
    DemoPerson("1001", "Sunita Srivastava", "सुनीता श्रीवास्तव", Role.CASHIER),
    DemoPerson("1002", "Mohammad Imran Siddiqui", "मोहम्मद इमरान सिद्दीकी", Role.CASHIER),
    DemoPerson("1003", "Rakesh Kumar Katiyar", "राकेश कुमार कटियार", Role.CASHIER),
    DemoPerson("1004", "Harpreet Kaur", "हरप्रीत कौर", Role.CASHIER),
    DemoPerson("2001", "Vishwanath Awasthi", "विश्वनाथ अवस्थी", Role.HEAD_CASHIER),
    DemoPerson("3001", "Archana Dwivedi", "अर्चना द्विवेदी", Role.SUPERVISOR),
    DemoPerson("4001", "Ram Swaroop Yadav", "राम स्वरूप यादव", Role.ACCOUNTANT),
    DemoPerson("5001", "Victor Massey", "विक्टर मसीह", Role.TECHNICIAN),
)
