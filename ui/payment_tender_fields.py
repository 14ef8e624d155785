"""The fields of each kind of tender and where they stand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from counter_app.domain.tender import CardNetwork, TenderKind
from ui.marking import QT_TRANSLATE_NOOP
from ui.payment_parts import PAPER_PARTS, SLIP_PARTS, Part
from ui.theme import GRID_PX
from ui.widgets.field import Field
from ui.widgets.text_field import MoneyField, TextField

if TYPE_CHECKING:
    from collections.abc import Mapping

_COLUMNS = 12
_LETTERS_OF_AN_ANSWER = 10
_PLACES: Mapping[TenderKind, Mapping[Part, tuple[int, int, int]]] = {
    TenderKind.CARD: {
        Part.NETWORK: (0, 0, 4), Part.LAST4: (0, 4, 4), Part.APPROVAL: (0, 8, 4),
        Part.RRN: (1, 0, 6), Part.MID: (1, 6, 6),
        Part.TID: (2, 0, 4), Part.BATCH: (2, 4, 4), Part.INVOICE: (2, 8, 4),
    },
    TenderKind.UPI: {Part.UPI_REFERENCE: (0, 0, 12), Part.UPI_CONFIRMED: (1, 0, 12)},
    TenderKind.CHEQUE: {
        Part.NUMBER: (0, 0, 4), Part.DATED: (0, 4, 4), Part.MICR: (0, 8, 4),
        Part.IFSC: (1, 0, 5), Part.BANK: (1, 5, 7),
        Part.BRANCH: (2, 0, 5), Part.DRAWER: (2, 5, 7),
    },
}  # fmt: skip
"""Row, column and width of each field."""

_NAMES: Mapping[Part, str] = {
    Part.GIVEN: QT_TRANSLATE_NOOP("Tender", "Cash given"),
    Part.SUM: QT_TRANSLATE_NOOP("Tender", "Sum of this tender"),
    Part.NETWORK: QT_TRANSLATE_NOOP("Tender", "Card network"),
    Part.LAST4: QT_TRANSLATE_NOOP("Tender", "Last 4 digits"),
    Part.RRN: QT_TRANSLATE_NOOP("Tender", "RRN (12 digits)"),
    Part.APPROVAL: QT_TRANSLATE_NOOP("Tender", "Approval code"),
    Part.TID: QT_TRANSLATE_NOOP("Tender", "TID"),
    Part.MID: QT_TRANSLATE_NOOP("Tender", "MID"),
    Part.BATCH: QT_TRANSLATE_NOOP("Tender", "Batch"),
    Part.INVOICE: QT_TRANSLATE_NOOP("Tender", "Invoice"),
    Part.UPI_REFERENCE: QT_TRANSLATE_NOOP("Tender", "UPI reference"),
    Part.UPI_CONFIRMED: QT_TRANSLATE_NOOP("Tender", "Bank's message came?"),
    Part.NUMBER: QT_TRANSLATE_NOOP("Tender", "Number"),
    Part.DATED: QT_TRANSLATE_NOOP("Tender", "Date on it"),
    Part.IFSC: QT_TRANSLATE_NOOP("Tender", "IFSC"),
    Part.MICR: QT_TRANSLATE_NOOP("Tender", "MICR, if any"),
    Part.BANK: QT_TRANSLATE_NOOP("Tender", "Bank"),
    Part.BRANCH: QT_TRANSLATE_NOOP("Tender", "Branch"),
    Part.DRAWER: QT_TRANSLATE_NOOP("Tender", "Drawer, if not the payer"),
}


def fields_of_tenders() -> dict[Part, Field]:
    """A field for each part of every kind."""
    network, confirmed = QComboBox(), QComboBox()
    confirmed.setMinimumContentsLength(_LETTERS_OF_AN_ANSWER)
    confirmed.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for name in CardNetwork:
        network.addItem(name, name)
    network.setCurrentIndex(-1)
    return {
        Part.GIVEN: Field(MoneyField()),
        Part.SUM: Field(MoneyField()),
        Part.NETWORK: Field(network),
        **{part: Field(TextField()) for part in SLIP_PARTS},
        Part.UPI_REFERENCE: Field(TextField()),
        Part.UPI_CONFIRMED: Field(confirmed),
        **{part: Field(TextField()) for part in PAPER_PARTS},
    }


def grid_of(fields: Mapping[Part, Field], kind: TenderKind) -> QWidget:
    """The fields of one kind as they stand on its paper."""
    page = QWidget()
    grid = QGridLayout(page)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(2 * GRID_PX)
    grid.setVerticalSpacing(GRID_PX)
    for part, (line, place, width) in _PLACES[kind].items():
        grid.addWidget(fields[part], line, place, 1, width, Qt.AlignmentFlag.AlignTop)
    for place in range(_COLUMNS):
        grid.setColumnStretch(place, 1)
    return page


def retranslate_fields(fields: Mapping[Part, Field]) -> None:
    """Put every label in the language spoken."""
    for part, name in _NAMES.items():
        fields[part].say(QCoreApplication.translate("Tender", name))
