"""The first step of a close: everything is counted, and nothing on the screen says what is expected."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from ui.close_form import OTHERS, CloseForm
from ui.close_slips import CloseSlips
from ui.till_page import TillPage
from ui.widgets.count_grid import CountGrid
from ui.widgets.styling import column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from counter_app.domain.money import Money


class CloseCount(TillPage):
    """Cash by denomination, then the slips; Enter in the last field is done."""

    counted = Signal(object)
    """CloseForm with nothing missing."""

    def __init__(self) -> None:
        super().__init__("tick")
        self._whose = ""
        self._shift_no = 0
        self.grid = CountGrid()
        self.slips = CloseSlips()
        self.setLayout(
            column(
                self.title,
                self.text,
                self.notice,
                self.grid,
                self.slips,
                1,
                self.buttons(),
                gap=1,
            )
        )
        self.grid.changed.connect(self.typed)
        self.slips.changed.connect(self.typed)
        self.grid.zeros_said.connect(self._say_zeros)
        self.grid.entered.connect(self._cash_counted)
        self.slips.entered.connect(self.finish)
        for part in (self.grid, self.slips):
            part.card_number_refused.connect(self.card_number_refused)
        self.retranslate()

    @property
    def form(self) -> CloseForm:
        """What is typed."""
        return CloseForm(self.grid.form, {kind: self.slips.typed_of(kind) for kind in OTHERS})

    @property
    def is_touched(self) -> bool:
        """Whether anything was counted."""
        return not self.form.is_blank

    def name_shift(self, shift_no: int, whose: str) -> None:
        """Which shift is closed, and whose it is."""
        self._shift_no, self._whose = shift_no, whose
        self.retranslate()

    def accept(self, accepted: Iterable[Money]) -> None:
        """Which notes and coins the office takes."""
        self.grid.accept(accepted)

    def begin(self, form: CloseForm) -> None:
        """Count, or count again what was counted."""
        self.grid.fill(form.cash.with_accepted(self.grid.form.accepted))
        for kind in OTHERS:
            self.slips.fill(kind, form.of(kind))
        self.slips.hush()
        self.begin_anew()
        self.grid.take_keys()

    def finish(self) -> None:
        """Weigh it, if nothing is missing; else go to the first thing that is."""
        if self.is_waiting or self.grid.complain() or self.slips.complain():
            return
        self.notice.hush()
        self.wait(is_waiting=True)
        self.counted.emit(self.form)

    def wait(self, *, is_waiting: bool) -> None:
        """While the books are asked, nothing changes under them."""
        super().wait(is_waiting=is_waiting)
        self.grid.wait(is_waiting=is_waiting)
        self.slips.wait(is_waiting=is_waiting)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        title = self.tr("Close shift {number} of {name}: count").format(
            number=self._shift_no, name=self._whose
        )
        self.setAccessibleName(title)
        self.title.setText(title)
        self.text.setText(self.tr("Count everything in the drawer. What is expected comes after."))
        self.done_button.say(self.tr("That is all"))
        self.back_button.say(self.tr("Back"))
        self.grid.retranslate()
        self.slips.retranslate()

    def _cash_counted(self) -> None:
        if not self.grid.complain():
            self.slips.take_keys()

    def _say_zeros(self) -> None:
        form = self.form.with_zeros()
        for kind in OTHERS:
            self.slips.fill(kind, form.of(kind))
        self.slips.hush()
