"""Finding the consumer: one box, candidates as one types, picked without leaving the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut

from counter_app.domain.card_guard import holds_card_number
from counter_app.domain.errors import Fault, Refusal, RefusalCode
from ui.language import in_language
from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import framed, row
from ui.widgets.table import Cell, Column, RowTable
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from PySide6.QtWidgets import QFrame

    from counter_app.use_cases.views import Candidate
    from ui.seat import Seat

SHORTEST_SEARCH = 2
"""Characters: one letter fits a hundred thousand names."""


class FindBox(TextField):
    """The box; arrow keys and Enter are for the list below it."""

    moved = Signal(int)
    picked = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up, down, Enter and Escape go to the list; all else is text."""
        match event.key():
            case Qt.Key.Key_Down:
                self.moved.emit(1)
            case Qt.Key.Key_Up:
                self.moved.emit(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.picked.emit()
            case Qt.Key.Key_Escape:
                self.left.emit()
            case _:
                super().keyPressEvent(event)


class ConsumerFinder(QObject):
    """Box and list of candidates, and the questions to the bills between them.

    One question is under way at a time; of those that come meanwhile only the last is asked, so the list
    never lags behind the fingers, however slow the disk.
    """

    account_wanted = Signal(str)
    searching = Signal(bool)
    nothing_found = Signal(str)
    listed = Signal()
    """The candidates of what stands in the box are there."""

    failed = Signal(object)
    left = Signal()

    def __init__(self, seat: Seat, parent: QObject) -> None:
        super().__init__(parent)
        self._seat = seat
        self.box = FindBox()
        self.box.setProperty("scale", "find")
        self.table = RowTable()
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.table.entered.connect(self._pick)
        self.table.clicked.connect(lambda index: self._pick(index.row()))
        self.candidates: tuple[Candidate, ...] = ()
        self.found_for = ""
        self._is_asking = False
        self._is_pick_wanted = False
        self.box.textChanged.connect(lambda _text: self._typed())
        self.box.moved.connect(self._move)
        self.box.picked.connect(self._enter)
        self.box.left.connect(self.left)
        self.box.card_number_refused.connect(self._refuse_card_number)

    def frame(self) -> QFrame:
        """The box with its icon and key, as it stands on the screen."""
        QShortcut(QKeySequence("F2"), self.box).activated.connect(self.box.setFocus)
        self.box.setFrame(False)
        return framed(
            row(
                IconLabel("find", "text_muted", 22),
                self.box,
                Label("F2", as_="key"),
                gap=2,
                margins=(4, 1, 3, 1),
            ),
            ground="find",
        )

    def clear(self) -> None:
        """Empty, with the focus: ready for the next consumer."""
        self._is_pick_wanted = False
        self.box.fill("")
        self.box.setFocus()

    @property
    def is_nothing_found(self) -> bool:
        """Whether nobody fits what stands in the box."""
        return (
            bool(self.found_for)
            and self.found_for == self.box.text().strip()
            and not self.candidates
        )

    def scan(self, code: str) -> None:
        """A scanner read this: find it and pick it when it names one consumer."""
        if holds_card_number(code):
            self._refuse_card_number()
            return
        self.box.setFocus()
        self.box.fill(code)
        self._enter()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.box.setPlaceholderText(
            self.tr("Scan the bill, or type account, meter, bill or mobile number, or a name")
        )
        self.box.setAccessibleName(self.tr("Find consumer"))
        self.table.setAccessibleName(self.tr("Consumers found"))
        self._show()

    def _typed(self) -> None:
        self._is_pick_wanted = False
        text = self.box.text().strip()
        self.searching.emit(bool(text))
        if len(text) < SHORTEST_SEARCH:
            self.found_for, self.candidates = "", ()
            self._show()
        else:
            self._ask()

    def _ask(self) -> None:
        text = self.box.text().strip()
        if self._is_asking or len(text) < SHORTEST_SEARCH or text == self.found_for:
            return
        self._is_asking = True
        find = self._seat.desk.find_consumer
        self._seat.lanes.lookup.run(
            self,
            lambda: find(text),
            then=lambda found: self._found(text, found),
            failed=self._could_not_find,
        )

    def _found(self, text: str, found: tuple[Candidate, ...]) -> None:
        self._is_asking = False
        if text != self.box.text().strip():
            self._ask()
            return
        self.found_for, self.candidates = text, found
        self._show()
        self.listed.emit()
        if self._is_pick_wanted:
            self._pick_the_one_meant()

    def _could_not_find(self, error: Exception) -> None:
        self._is_asking = False
        self._is_pick_wanted = False
        if not isinstance(error, Refusal | Fault):
            raise error
        self.failed.emit(error)

    def _show(self) -> None:
        columns = (
            Column(self.tr("Account no.")),
            Column(self.tr("Name"), stretches=True),
            Column(self.tr("Father or husband"), stretches=True),
            Column(self.tr("Locality"), stretches=True),
            Column(self.tr("Meter no.")),
            Column(self.tr("Found by")),
        )
        self.table.fill(columns, tuple(self._row(candidate) for candidate in self.candidates))

    def _row(self, candidate: Candidate) -> tuple[Cell, ...]:
        words = {
            "account": self.tr("Account no."),
            "legacy": self.tr("Old number"),
            "renumbered": self.tr("Old number: it is this account now"),
            "meter": self.tr("Meter no."),
            "bill": self.tr("Bill no."),
            "mobile": self.tr("Mobile"),
            "name": self.tr("Name"),
            "near": self.tr("Similar name"),
        }
        return (
            Cell(candidate.account_no),
            Cell(in_language(candidate.name_en, candidate.name_hi)),
            Cell(candidate.guardian_name),
            Cell(candidate.locality),
            Cell(candidate.meter_no),
            Cell(
                words.get(candidate.matched, candidate.matched),
                "tick" if candidate.is_exact else "",
                "positive" if candidate.is_exact else "text_muted",
            ),
        )

    def _move(self, steps: int) -> None:
        if self.candidates:
            place = min(max(self.table.chosen_row + steps, 0), len(self.candidates) - 1)
            self.table.selectRow(place)
            self.box.setAccessibleDescription(self.table.rows[place][1].text)

    def _enter(self) -> None:
        text = self.box.text().strip()
        if len(text) < SHORTEST_SEARCH:
            return
        if self.found_for == text:
            self._pick(self.table.chosen_row)
        else:
            self._is_pick_wanted = True

    def _pick_the_one_meant(self) -> None:
        self._is_pick_wanted = False
        exact = [place for place, found in enumerate(self.candidates) if found.is_exact]
        is_similar = any(found.matched == "near" for found in self.candidates)
        if len(exact) == 1:
            self._pick(exact[0])
        elif len(self.candidates) <= 1 and not is_similar:  # a similar name is not picked unseen
            self._pick(0)

    def _pick(self, place: int) -> None:
        if 0 <= place < len(self.candidates):
            self.account_wanted.emit(self.candidates[place].account_no)
        elif not self.candidates:
            self.nothing_found.emit(self.box.text().strip())

    def _refuse_card_number(self) -> None:
        self.failed.emit(Refusal(RefusalCode.CARD_NUMBER_IN_TEXT))
