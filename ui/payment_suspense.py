"""A consumer who is not in the local copy: what the payer can tell is noted, the money waits in suspense."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from counter_app.domain.purpose import SUSPENSE_PURPOSE
from ui.language import in_language
from ui.payment_fields import PartPanel
from ui.payment_parts import NOTED_PARTS, Part
from ui.theme import GRID_PX
from ui.widgets.field import Field
from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import column, framed, role, row
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from ui.payment_form import PaymentForm


class SuspensePanel(PartPanel):
    """Six fields in place of the account; at least the name and one number are needed."""

    def __init__(self) -> None:
        super().__init__({part: Field(TextField()) for part in NOTED_PARTS})
        role(self, ground="card")
        self._title = Label("", as_="heading", wraps=True)
        self._note = Label("", wraps=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * GRID_PX)
        grid.setVerticalSpacing(GRID_PX)
        places = {
            Part.NAME: (0, 0, 2), Part.NOTED_ACCOUNT: (1, 0, 1), Part.METER: (1, 1, 1),
            Part.BILL_NO: (2, 0, 1), Part.MOBILE: (2, 1, 1), Part.ADDRESS: (3, 0, 2),
        }  # fmt: skip
        for part, (line, place, width) in places.items():
            grid.addWidget(self.fields[part], line, place, 1, width)
        note = row(IconLabel("info", "on_accent_soft", 16), gap=2, margins=(2, 1, 2, 1))
        note.addWidget(self._note, 1)
        self.setLayout(
            column(self._title, framed(note, tone="accent"), grid, 1, gap=2, margins=(3, 2, 3, 2))
        )
        for earlier, later in pairwise(self.fields[part].editor for part in NOTED_PARTS):
            QWidget.setTabOrder(earlier, later)

    def show_form(self, form: PaymentForm) -> None:
        """Fill every field from a form."""
        self.fill(form)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._title.setText(self.tr("Without account"))
        self._note.setText(in_language(SUSPENSE_PURPOSE.note_en, SUSPENSE_PURPOSE.note_hi))
        names = {
            Part.NAME: self.tr("Name"),
            Part.NOTED_ACCOUNT: self.tr("Account no. as on paper"),
            Part.METER: self.tr("Meter no."),
            Part.BILL_NO: self.tr("Bill no."),
            Part.MOBILE: self.tr("Mobile"),
            Part.ADDRESS: self.tr("Address"),
        }
        for part, name in names.items():
            self.fields[part].say(name)
