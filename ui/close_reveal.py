"""The second step of a close: what was expected, short or excess, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from counter_app.domain.caveat import reason_typed
from counter_app.domain.errors import Fault, Refusal, RefusalCode
from counter_app.domain.money import ZERO, Money
from ui.sentences import refusal_text
from ui.theme import GRID_PX
from ui.till_page import TillPage, empty, go_to
from ui.widgets.badge import Badge
from ui.widgets.buttons import KeyButton
from ui.widgets.field import Field
from ui.widgets.labels import Label, table_cell
from ui.widgets.styling import column, framed, rule
from ui.widgets.text_field import TextField
from ui.words import rupees, tender_word

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame, QWidget

    from counter_app.domain.shift_close import CloseLine
    from counter_app.use_cases.custody_views import CloseWeighed

_OF_REASON = frozenset({RefusalCode.REASON_MISSING, RefusalCode.REASON_TOO_LONG})


class CloseReveal(TillPage):
    """A line a tender; a reason where anything differs; Enter closes."""

    confirmed = Signal(str)
    """The reason, empty for none."""

    again_asked = Signal()
    """Count once more."""

    def __init__(self) -> None:
        super().__init__("tick")
        self.weighed: CloseWeighed | None = None
        self._counts = 1
        self.again_button = KeyButton(self._again, key="Alt+A", icon_name="sync")
        self._reason = TextField()
        self.reason = Field(self._reason)
        self._verdict = Label("", as_="heading", wraps=True)
        self._parted = Label("", wraps=True)
        self._needs = Label("", as_="muted", wraps=True)
        self._table = QGridLayout()
        self._table.setHorizontalSpacing(6 * GRID_PX)
        self._table.setVerticalSpacing(GRID_PX)
        for place in (1, 2, 3):
            self._table.setColumnStretch(place, 1)
        card = framed(
            column(self._table, rule(), self._parted, gap=2, margins=(4, 3, 4, 3)), ground="card"
        )
        self.setLayout(
            column(
                self.title,
                self._verdict,
                self.notice,
                card,
                self._needs,
                self.reason,
                1,
                self.buttons(self.again_button),
                gap=2,
            )
        )
        self._reason.returnPressed.connect(self.finish)
        self._reason.textEdited.connect(lambda _text: self._typed())
        self._reason.card_number_refused.connect(self.card_number_refused)
        self.retranslate()

    @property
    def is_touched(self) -> bool:
        """A count was made: leaving loses it."""
        return True

    @property
    def reason_text(self) -> str:
        """What was typed."""
        return self._reason.text()

    @property
    def said(self) -> str:
        """The verdict."""
        return self._verdict.text()

    def show_weighed(self, weighed: CloseWeighed, counts: int) -> None:
        """What the close would be; ``counts`` how often was counted."""
        is_new = self.weighed is None or self.weighed.shift != weighed.shift
        self.weighed, self._counts = weighed, counts
        if is_new:
            empty(self.reason)
        self.reason.complain("")
        self.begin_anew()
        self.retranslate()
        self.take_keys()

    def forget(self) -> None:
        """Another close begins."""
        self.weighed = None

    def take_keys(self) -> None:
        """The reason where one is needed, else the button that closes."""
        if self.weighed is not None and self.weighed.is_reason_needed:
            go_to(self.reason)
        else:
            self.done_button.setFocus()

    def finish(self) -> None:
        """Close, if nothing is missing."""
        if self.is_waiting or self.weighed is None:
            return
        said = self._reason.text() if not self.reason.isHidden() else ""
        if self.weighed.is_reason_needed:
            try:
                said = reason_typed(said)
            except Refusal as refusal:
                self.reason.complain(refusal_text(refusal))
                go_to(self.reason)
                return
        self.notice.hush()
        self.wait(is_waiting=True)
        self.confirmed.emit(said)

    def refuse(self, error: Refusal | Fault) -> None:
        """Say why it is not closed; count and reason stay."""
        self.wait(is_waiting=False)
        if isinstance(error, Refusal) and error.code in _OF_REASON:
            self.reason.complain(refusal_text(error))
        else:
            self.tell(error, "negative" if isinstance(error, Fault) else "caution")
        self.take_keys()

    def wait(self, *, is_waiting: bool) -> None:
        """While the books are asked, it is not closed twice."""
        super().wait(is_waiting=is_waiting)
        self._reason.setReadOnly(is_waiting)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.reason.say(self.tr("Why it differs, or why it is closed so"))
        self.done_button.say(self.tr("Close the shift"))
        self.back_button.say(self.tr("Back"))
        self.again_button.say(self.tr("Count again"))
        weighed = self.weighed
        if weighed is None:
            return
        title = self.tr("Close shift {number}: counted and expected").format(
            number=weighed.shift.shift_no
        )
        self.setAccessibleName(title)
        self.title.setText(title)
        self._verdict.setText(self._verdict_text(weighed))
        self._parted.setText(
            self.tr("Takings to hand over {takings} · float that stays {float}").format(
                takings=rupees(weighed.parted.takings), float=rupees(weighed.parted.float_left)
            )
        )
        self._needs.show_text(" ".join(self._needs_texts(weighed)))
        self.reason.setHidden(not weighed.is_reason_needed)
        self._fill_table(weighed)

    def _verdict_text(self, weighed: CloseWeighed) -> str:
        if not weighed.amount:
            return self.tr("All of it agrees.")
        if not weighed.excess:
            return self.tr("{amount} is missing.").format(amount=rupees(weighed.short))
        if not weighed.short:
            return self.tr("{amount} is too much.").format(amount=rupees(weighed.excess))
        return self.tr("{short} is missing, {excess} is too much.").format(
            short=rupees(weighed.short), excess=rupees(weighed.excess)
        )

    def _needs_texts(self, weighed: CloseWeighed) -> list[str]:
        said: list[str] = []
        if self._counts > 1:
            said.append(
                self.tr("Counted {count} times: the Z report says so.").format(count=self._counts)
            )
        if weighed.charges_open:
            said.append(
                self.tr("Card charges on no receipt: {count}.").format(count=weighed.charges_open)
            )
        if weighed.approval is not None:
            said.append(self.tr("A supervisor has to approve this close."))
        return said

    def _fill_table(self, weighed: CloseWeighed) -> None:
        while (item := self._table.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.setParent(None)
                widget.deleteLater()
        heads = (self.tr("Tender"), self.tr("Expected"), self.tr("Counted"), "")
        for place, head in enumerate(heads):
            self._table.addWidget(
                table_cell(head, as_="muted", is_figure=place in {1, 2}), 0, place
            )
        for at, line in enumerate(weighed.lines, start=1):
            for place, cell in enumerate(self._cells(line)):
                self._table.addWidget(cell, at, place, Qt.AlignmentFlag.AlignVCenter)

    def _cells(self, line: CloseLine) -> tuple[QWidget, ...]:
        return (
            table_cell(tender_word(line.kind), as_="strong"),
            table_cell(_in_hand(line.expected.pieces, line.expected.amount), is_figure=True),
            table_cell(_in_hand(line.counted.pieces, line.counted.amount), is_figure=True),
            self._badge(line),
        )

    def _badge(self, line: CloseLine) -> QFrame:
        """Colour never alone: an icon and words beside it."""
        if line.variance < ZERO:
            return Badge(
                self.tr("Short {amount}").format(amount=rupees(-line.variance)), "negative", "stop"
            )
        if line.variance > ZERO:
            return Badge(
                self.tr("Excess {amount}").format(amount=rupees(line.variance)),
                "caution",
                "caution",
            )
        if line.expected.pieces != line.counted.pieces:
            return Badge(self.tr("Sum agrees, number differs"), "caution", "caution")
        return Badge(self.tr("Agrees"), "positive", "tick")

    def _again(self) -> None:
        if not self.is_waiting:
            self.again_asked.emit()

    def _typed(self) -> None:
        self.reason.complain("")
        self.typed()


def _in_hand(pieces: int, amount: Money) -> str:
    return f"{pieces} · {rupees(amount)}" if pieces else rupees(amount)
