"""Cash to the head cashier: both count it, and the receiver confirms with number and PIN."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from counter_app.domain.errors import RefusalCode
from ui.sentences import refusal_text
from ui.till_forms import DropForm
from ui.till_page import TillPage, empty, go_to, text_of
from ui.widgets.count_grid import CountGrid
from ui.widgets.field import Field
from ui.widgets.styling import column, row
from ui.widgets.text_field import PinField, TextField

if TYPE_CHECKING:
    from counter_app.domain.errors import Fault, Refusal

_OF_RECEIVER = frozenset(
    {RefusalCode.RECEIVER_IS_GIVER, RefusalCode.RECEIVER_MAY_NOT, RefusalCode.CASHIER_UNKNOWN}
)
_OF_PIN = frozenset({RefusalCode.PIN_WRONG, RefusalCode.PIN_LOCKED})
_OF_COUNT = frozenset({RefusalCode.ABOVE_DRAWER, RefusalCode.AMOUNT_ZERO})


class DropPage(TillPage):
    """A count, then who receives it."""

    dropped = Signal(object, str, str)
    """CashCount, the receiver's number, the PIN."""

    def __init__(self) -> None:
        super().__init__("cash")
        self.grid = CountGrid()
        self.receiver, self.pin = Field(TextField()), Field(PinField())
        who = row(gap=3)
        for field in (self.receiver, self.pin):
            who.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        who.addStretch(1)
        self.setLayout(
            column(self.title, self.text, self.notice, self.grid, who, 1, self.buttons(), gap=2)
        )
        self.grid.changed.connect(self.typed)
        self.grid.entered.connect(self._counted)
        self.grid.card_number_refused.connect(self.card_number_refused)
        for field, following in ((self.receiver, self._to_pin), (self.pin, self.finish)):
            editor = field.editor
            assert isinstance(editor, TextField)
            editor.returnPressed.connect(following)
            editor.textEdited.connect(lambda _text, field=field: self._typed(field))
            editor.card_number_refused.connect(self.card_number_refused)
        self.retranslate()

    @property
    def form(self) -> DropForm:
        """What is typed."""
        return DropForm(self.grid.form, text_of(self.receiver), text_of(self.pin))

    @property
    def is_touched(self) -> bool:
        """Whether anything was typed."""
        return not self.grid.form.is_blank or bool(text_of(self.receiver))

    def begin(self) -> None:
        """A new drop."""
        self.grid.clear()
        empty(self.receiver)
        empty(self.pin)
        self.begin_anew()
        self.grid.take_keys()

    def finish(self) -> None:
        """Give it, if nothing is missing; else go to the first thing that is."""
        if self.is_waiting or self.grid.complain():
            return
        form = self.form
        if form.is_nothing:
            self.notice.tell("caution", self.tr("No cash counted"), self.tr("Type how many notes."))
            self.grid.take_keys()
            return
        missing = self.tr("The head cashier types number and PIN here.")
        self.receiver.complain(missing if form.is_receiver_missing else "")
        self.pin.complain(missing if form.is_pin_missing and not form.is_receiver_missing else "")
        order = form.order
        if order is None:
            go_to(self.receiver if form.is_receiver_missing else self.pin)
            return
        self.notice.hush()
        self.wait(is_waiting=True)
        self.dropped.emit(*order)

    def refuse(self, error: Refusal | Fault) -> None:
        """Say at its field why not; the PIN is typed anew, the count stays."""
        self.wait(is_waiting=False)
        empty(self.pin)
        code = error.code
        if code in _OF_RECEIVER or code in _OF_PIN:
            field = self.receiver if code in _OF_RECEIVER else self.pin
            field.complain(refusal_text(error))  # type: ignore[arg-type]  # these are codes of refusals
            go_to(field)
            return
        self.tell(error)
        if code in _OF_COUNT:
            self.grid.take_keys()
        else:
            go_to(self.pin)

    def wait(self, *, is_waiting: bool) -> None:
        """While the books are asked, nothing is given twice."""
        super().wait(is_waiting=is_waiting)
        self.grid.wait(is_waiting=is_waiting)
        for field in (self.receiver, self.pin):
            editor = field.editor
            assert isinstance(editor, TextField)
            editor.setReadOnly(is_waiting)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Give cash to the head cashier"))
        self.title.setText(self.tr("Give cash to the head cashier"))
        self.text.setText(
            self.tr("Count what you give. The head cashier counts it too and confirms below.")
        )
        self.receiver.say(self.tr("Head cashier's number"))
        self.pin.say(self.tr("Head cashier's PIN"))
        self.done_button.say(self.tr("Give this cash"))
        self.back_button.say(self.tr("Back"))
        self.grid.retranslate()

    def _counted(self) -> None:
        if not self.grid.complain():
            go_to(self.receiver)

    def _to_pin(self) -> None:
        if text_of(self.receiver).strip():
            go_to(self.pin)

    def _typed(self, field: Field) -> None:
        field.complain("")
        self.typed()
