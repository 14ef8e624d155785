"""A payment reversed at the receipts screen: by the real rules, under a second person, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from counter_app.domain.errors import Fault, FaultCode
from counter_app.domain.money import Money
from counter_app.domain.reversal import GoesWhere, ReversalWhy
from tests.builders import CASHIER_ID, FLOAT, PAYABLE, PIN, SUPERVISOR_ID, TODAY, card, cash, cheque
from tests.ui.custody_desk import CustodyCounter, a_custody_counter
from tests.ui.hands import a_window, press
from ui.places import Place

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from counter_app.domain.tender import Tender
    from ui.receipts_screen import ReceiptsScreen
