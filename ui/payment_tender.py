"""How the money is handed over: the amount, cash or card, and the one large figure."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QFrame,
    QGridLayout,
    QLineEdit,
    QScrollArea,
    QWidget,
)

from counter_app.domain.money import ZERO
from counter_app.domain.tender import CardNetwork, TenderKind
from ui.payment_form import SLIP_PARTS, Part
from ui.sentences import refusal_text
from ui.theme import GRID_PX
from ui.widgets.amounts import AmountLabel
from ui.widgets.buttons import KeyButton
from ui.widgets.field import Field
from ui.widgets.labels import Label
from ui.widgets.styling import column, framed, role, row
from ui.widgets.text_field import MoneyField, TextField

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.errors import Refusal
    from ui.payment_form import PaymentForm

_CARD_PLACES = {
    Part.NETWORK: (0, 0, 2), Part.LAST4: (0, 2, 2), Part.APPROVAL: (0, 4, 2),
    Part.RRN: (1, 0, 3), Part.MID: (1, 3, 3),
    Part.TID: (2, 0, 2), Part.BATCH: (2, 2, 2), Part.INVOICE: (2, 4, 2),
}  # fmt: skip
"""Row, column and width of each field of the slip."""

_CARD_ORDER = (
    Part.NETWORK, Part.LAST4, Part.APPROVAL, Part.RRN,
    Part.MID, Part.TID, Part.BATCH, Part.INVOICE,
)  # fmt: skip


class TenderPanel(QFrame):
    """The right side of the payment screen. It shows a form and tells what was typed; it decides nothing."""

    typed = Signal(object, str)
    """Part and its text."""

    left_part = Signal(object)
    """The cashier is done with a part: now it may complain."""

    kind_chosen = Signal(object)
    submitted = Signal()
    card_number_refused = Signal()

    def __init__(self) -> None:
        super().__init__()
        role(self, ground="card")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._caption = Label("", as_="muted")
        self.figure = AmountLabel(as_="figure")
        self.fields: dict[Part, Field] = {
            Part.AMOUNT: Field(MoneyField()),
            Part.GIVEN: Field(MoneyField()),
            Part.NETWORK: Field(QComboBox()),
            **{part: Field(TextField()) for part in SLIP_PARTS},
        }
        self.cash_button = KeyButton(
            lambda: self.kind_chosen.emit(TenderKind.CASH),
            key="F3",
            icon_name="cash",
            kind="tender",
        )
        self.card_button = KeyButton(
            lambda: self.kind_chosen.emit(TenderKind.CARD),
            key="F4",
            icon_name="card",
            kind="tender",
        )
        self.take_button = KeyButton(
            self.submitted.emit, icon_name="tick", kind="primary", hint="Enter"
        )
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.take_button.click)
        self._hint = Label("", as_="muted", wraps=True)
        self._is_filling = False
        self._connect_fields()
        self._build()

    def _connect_fields(self) -> None:
        for part, field in self.fields.items():
            editor = field.editor
            editor.installEventFilter(self)
            if isinstance(editor, TextField):
                editor.textChanged.connect(lambda _text, part=part: self._typed(part))
                editor.editingFinished.connect(lambda part=part: self.left_part.emit(part))
                editor.card_number_refused.connect(self.card_number_refused)
            elif isinstance(editor, QComboBox):
                editor.addItems(list(CardNetwork))
                editor.setCurrentIndex(-1)
                editor.currentTextChanged.connect(lambda _text, part=part: self._typed(part))

    def _build(self) -> None:
        group = QButtonGroup(self)
        for button in (self.cash_button, self.card_button):
            button.setCheckable(True)
            group.addButton(button)
        card = QWidget()
        grid = QGridLayout(card)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * GRID_PX)
        grid.setVerticalSpacing(GRID_PX)
        for part, (line, place, width) in _CARD_PLACES.items():
            grid.addWidget(self.fields[part], line, place, 1, width, Qt.AlignmentFlag.AlignTop)
        for place in range(6):
            grid.setColumnStretch(place, 1)
        grid.setRowStretch(3, 1)
        cash = QWidget()
        cash.setLayout(column(self.fields[Part.GIVEN], self._hint, gap=1))
        self._cash, self._card = cash, card
        figure = framed(
            column(self._caption, self.figure, gap=0, margins=(4, 2, 4, 1)), tone="plain"
        )
        self._figure_frame = figure
        tenders = row(gap=2)
        tenders.addWidget(self.cash_button, 1)
        tenders.addWidget(self.card_button, 1)
        body = QWidget()
        role(body, ground="clear")
        card.hide()
        body.setLayout(
            column(
                figure,
                self.fields[Part.AMOUNT],
                tenders,
                cash,
                card,
                1,
                gap=2,
                margins=(0, 0, 1, 0),
            )
        )
        self._scroll.setWidget(body)
        layout = column(gap=2, margins=(3, 3, 3, 3))
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.take_button)
        self.setLayout(layout)
        self.take_button.setMinimumHeight(11 * GRID_PX)
        editors = [self.fields[part].editor for part in (Part.AMOUNT, Part.GIVEN, *_CARD_ORDER)]
        order = [editors[0], self.cash_button, self.card_button, *editors[1:], self.take_button]
        for earlier, later in pairwise(order):
            QWidget.setTabOrder(earlier, later)

    def show_form(self, form: PaymentForm) -> None:
        """Fill every field and the figure from a form."""
        self._is_filling = True
        for part, field in self.fields.items():
            editor = field.editor
            if isinstance(editor, TextField) and editor.text() != form.text(part):
                editor.fill(form.text(part))
            elif isinstance(editor, QComboBox):
                editor.setCurrentIndex(editor.findText(form.text(part)))
        self._is_filling = False
        is_cash = form.kind is TenderKind.CASH
        self.cash_button.setChecked(is_cash)
        self.card_button.setChecked(not is_cash)
        self._cash.setVisible(is_cash)
        self._card.setVisible(not is_cash)
        self.show_figure(form)

    def show_figure(self, form: PaymentForm) -> None:
        """To pay; once more cash is given than that, the change."""
        change = form.change
        is_change = bool(change)
        if is_change:
            self._caption.setText(self.tr("Change to give"))
        elif form.due <= ZERO:
            self._caption.setText(self.tr("Nothing is due: tell the consumer"))
        else:
            self._caption.setText(self.tr("To pay"))
        self.figure.show_amount(change or form.amount or max(form.due, ZERO))
        role(self._figure_frame, tone="positive" if is_change else "plain")

    def compact(self, *, is_compact: bool) -> None:
        """In a low window the figure is a step smaller."""
        role(self.figure, type="amount" if is_compact else "figure")

    def show_problems(self, problems: Mapping[Part, Refusal]) -> None:
        """Say below each field what is wrong with it, and take back what is mended."""
        for part, field in self.fields.items():
            refusal = problems.get(part)
            field.complain(refusal_text(refusal) if refusal else "")

    def focus(self, part: Part) -> None:
        """Put the cashier into this field."""
        field = self.fields[part]
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroll.ensureWidgetVisible(field)

    def wait(self, *, is_waiting: bool) -> None:
        """While the books write, nothing is pressed twice and nothing changes under them."""
        for field in self.fields.values():
            field.editor.setEnabled(not is_waiting)
        for button in (self.cash_button, self.card_button, self.take_button):
            button.setEnabled(not is_waiting)

    def retranslate(self, *, is_unknown: bool = False) -> None:
        """Put every word in the language spoken."""
        names = {
            Part.AMOUNT: self.tr("Amount to pay"),
            Part.GIVEN: self.tr("Cash given"),
            Part.NETWORK: self.tr("Card network"),
            Part.LAST4: self.tr("Last 4 digits"),
            Part.RRN: self.tr("RRN (12 digits)"),
            Part.APPROVAL: self.tr("Approval code"),
            Part.TID: self.tr("TID"),
            Part.MID: self.tr("MID"),
            Part.BATCH: self.tr("Batch"),
            Part.INVOICE: self.tr("Invoice"),
        }
        for part, name in names.items():
            self.fields[part].say(name)
        given, network = self.fields[Part.GIVEN].editor, self.fields[Part.NETWORK].editor
        assert isinstance(given, QLineEdit)
        assert isinstance(network, QComboBox)
        given.setPlaceholderText(self.tr("exact"))
        network.setPlaceholderText(self.tr("choose"))
        self._hint.setText(self.tr("Leave it empty when the cash is exact."))
        self.cash_button.say(self.tr("Cash"))
        self.card_button.say(self.tr("Card"))
        self.take_button.say(
            self.tr("Ask the books again") if is_unknown else self.tr("Take payment")
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter goes to the next field, and takes the payment from the last."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            for part, field in self.fields.items():
                if watched is field.editor and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                    self._enter(part)
                    return True
        return False

    def _enter(self, part: Part) -> None:
        self.left_part.emit(part)
        order = (
            (Part.AMOUNT, Part.GIVEN)
            if self.cash_button.isChecked()
            else (Part.AMOUNT, *_CARD_ORDER)
        )
        place = order.index(part)
        if self.fields[part].problem:
            self.focus(part)
        elif place + 1 < len(order):
            self.focus(order[place + 1])
        else:
            self.take_button.click()

    def _typed(self, part: Part) -> None:
        if self._is_filling:
            return
        editor = self.fields[part].editor
        text = editor.currentText() if isinstance(editor, QComboBox) else editor.text()
        self.typed.emit(part, text)
