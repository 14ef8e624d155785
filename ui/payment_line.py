"""What is paid for an account: how much, what for, by whom; and what is to be known of it before it is taken."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QWidget

from ui.caveat_sentences import caveat_text
from ui.language import in_language
from ui.payment_fields import PartPanel
from ui.payment_parts import Part
from ui.widgets.buttons import KeyButton
from ui.widgets.field import Field
from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import column, framed, role, row
from ui.widgets.text_field import MoneyField, TextField
from ui.words import rupees

if TYPE_CHECKING:
    from collections.abc import Iterable

    from counter_app.domain.caveat import Caveat
    from ui.payment_form import PaymentForm

_LETTERS_OF_A_PURPOSE = 8
"""The least that is seen of one; a small window cuts the rest."""


class LineEditor(PartPanel):
    """Below the account: amount and purpose; a second row where more is asked or there is room."""

    advance_meant = Signal()
    remove_asked = Signal()

    def __init__(self) -> None:
        purpose = QComboBox()
        purpose.setMinimumContentsLength(_LETTERS_OF_A_PURPOSE)
        purpose.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        super().__init__(
            {
                Part.AMOUNT: Field(MoneyField()),
                Part.PURPOSE: Field(purpose),
                Part.REFERENCE: Field(TextField()),
                Part.PAYER: Field(TextField()),
            }
        )
        role(self, ground="card")
        self.advance_button = KeyButton(self.advance_meant.emit, key="Alt+M", icon_name="tick")
        self.remove_button = KeyButton(self.remove_asked.emit, key="Alt+X", icon_name="close")
        self._note = Label("", as_="muted", wraps=True)
        self._caveat_icon = IconLabel("caution", "on_caution_soft", 16)
        self._caveat_text = Label("", wraps=True)
        self._caveat_bar = self._caveats()
        self._is_low = False
        self._form: PaymentForm | None = None
        self._build()

    def _caveats(self) -> QFrame:
        line = row(gap=2, margins=(2, 1, 2, 1))
        line.addWidget(self._caveat_icon, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._caveat_text, 1)
        return framed(line, tone="caution")

    def _build(self) -> None:
        first = row(gap=2)
        top = Qt.AlignmentFlag.AlignTop
        first.addWidget(self.fields[Part.AMOUNT], 6, top)
        first.addWidget(self.fields[Part.PURPOSE], 7, top)
        second = row(gap=2)
        second.addWidget(self.fields[Part.REFERENCE], 3, top)
        second.addWidget(self.fields[Part.PAYER], 4, top)
        second.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignBottom)
        self._second = QWidget()
        self._second.setLayout(second)
        self.setLayout(
            column(
                self._caveat_bar,
                first,
                self.advance_button,
                self._second,
                self._note,
                gap=1,
                margins=(3, 2, 3, 2),
            )
        )
        for widget in (self._caveat_bar, self.advance_button, self._note):
            widget.setHidden(True)
        order = [self.fields[part].editor for part in self.fields]
        for earlier, later in pairwise([*order, self.remove_button]):
            QWidget.setTabOrder(earlier, later)

    def show_form(self, form: PaymentForm) -> None:
        """Fill every field from a form."""
        self._form = form
        self.offer(
            Part.PURPOSE,
            {one.code: in_language(one.name_en, one.name_hi) for one in form.line.purposes},
        )
        self.fill(form)
        self.follow(form)

    def follow(self, form: PaymentForm) -> None:
        """What is asked and said changes with what was typed."""
        self._form = form
        line, is_several = form.line, len(form.lines) > 1
        purpose = line.purpose
        needs_reference = purpose is not None and purpose.needs_reference
        self.fields[Part.REFERENCE].setHidden(not needs_reference)
        self.remove_button.setHidden(not is_several)
        self._second.setHidden(self._is_low and not (is_several or needs_reference))
        is_noted = line.account is None
        self.fields[Part.PURPOSE].setHidden(is_noted)
        note = in_language(purpose.note_en, purpose.note_hi) if purpose and not is_noted else ""
        self._note.show_text(note)
        offered = line.advance_offered
        self.advance_button.setHidden(offered is None)
        if offered is not None:
            self.advance_button.say(
                self.tr("Take {amount} as an advance").format(amount=rupees(offered))
            )

    def show_caveats(self, caveats: Iterable[Caveat]) -> None:
        """What is to be known before it is taken; who must give a word is told when it is asked for."""
        told = list(caveats)
        self._caveat_text.setText("\n".join(caveat_text(caveat) for caveat in told))
        self._caveat_bar.setAccessibleName(self._caveat_text.text())
        self._caveat_bar.setHidden(not told)

    @property
    def caveats_said(self) -> str:
        """What is said to be known; empty for nothing."""
        return "" if self._caveat_bar.isHidden() else self._caveat_text.text()

    def compact(self, *, is_compact: bool) -> None:
        """A low window shows the second row only where it is asked for."""
        self._is_low = is_compact
        if self._form is not None:
            self.follow(self._form)

    def show_payer(self) -> None:
        """The cashier wants to name the payer, however low the window."""
        self._second.setHidden(False)
        self.focus(Part.PAYER)

    def wait(self, *, is_waiting: bool) -> None:
        """While the books write, nothing changes under them."""
        super().wait(is_waiting=is_waiting)
        for button in (self.advance_button, self.remove_button):
            button.setEnabled(not is_waiting)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.fields[Part.AMOUNT].say(self.tr("Amount to pay"))
        self.fields[Part.PURPOSE].say(self.tr("Paid for"))
        self.fields[Part.REFERENCE].say(self.tr("Office paper no."))
        self.fields[Part.PAYER].say(self.tr("Other payer (Alt+W)"))
        self.advance_button.say(self.tr("Take the rest as an advance"))
        self.remove_button.say(self.tr("Remove"), self.tr("Remove this account from the payment"))
        if self._form is not None:
            self.show_form(self._form)

    def minimumSizeHint(self) -> QSize:
        """It may be as narrow as a small window needs."""
        return QSize(0, super().minimumSizeHint().height())
