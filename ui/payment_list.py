"""A list of accounts to pay: pasted, typed or read from a file; what is wrong with a line stands beside it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QFileDialog, QWidget

from counter_app.domain.errors import Fault, FaultCode, Refusal
from counter_app.domain.order_checks import MOST_LINES
from ui.marking import QT_TRANSLATE_NOOP
from ui.payment_list_form import AccountList, ListedLine, Trouble, text_of_file
from ui.sentences import refusal_text
from ui.widgets.buttons import KeyButton
from ui.widgets.field import Field
from ui.widgets.labels import Label
from ui.widgets.styling import column, framed, row
from ui.widgets.table import Cell, Column, RowTable
from ui.widgets.text_field import MoneyField, TextField
from ui.words import rupees

if TYPE_CHECKING:
    from collections.abc import Mapping

    from counter_app.domain.identity import AccountNo
    from ui.seat import Seat

TROUBLE_SENTENCES: Mapping[Trouble, str] = {
    Trouble.NO_ACCOUNT: QT_TRANSLATE_NOOP("List", "No account number in it. Type it, or remove the line."),
    Trouble.TOO_MUCH: QT_TRANSLATE_NOOP("List", "More than an account and an amount. Type just these two."),
    Trouble.TWICE: QT_TRANSLATE_NOOP("List", "This account stands in the payment already. Remove the line."),
    Trouble.CARD_NUMBER: QT_TRANSLATE_NOOP("List", "It looked like a card number, so it was wiped. Type the account."),
    Trouble.TOO_MANY: QT_TRANSLATE_NOOP("List", "One payment takes {most} accounts. Take these first, then the rest."),
}  # fmt: skip


class ListPanel(QWidget):
    """One account and perhaps an amount a line. Good lines are opened together; bad ones stay to be mended."""

    wanted = Signal(object)
    """tuple[ListedLine, ...]: open these."""

    left = Signal()
    failed = Signal(object)

    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._seat = seat
        self.accounts = AccountList()
        self._mending = 0
        self._title = Label("", as_="heading")
        self._hint = Label("", as_="muted", wraps=True)
        self.progress = Label("", wraps=True)
        self.account, self.amount = Field(TextField()), Field(MoneyField())
        self.amount.editor.setProperty("scale", "")
        self.table = RowTable()
        self.table.entered.connect(self._mend)
        self.table.chosen.connect(self._tell_trouble)
        self.paste_button = KeyButton(self._paste, key="Alt+V")
        self.file_button = KeyButton(self._choose_file, key="Alt+F")
        self.remove_button = KeyButton(self._remove, key="Alt+X", icon_name="close")
        self.open_button = KeyButton(self._open, key="Alt+O", icon_name="tick", kind="primary")
        self.back_button = KeyButton(self.left.emit, hint="Esc")
        typed = row(gap=2)
        typed.addWidget(self.account, 3)
        typed.addWidget(self.amount, 2)
        for button in (self.paste_button, self.file_button):
            typed.addWidget(button, 0, Qt.AlignmentFlag.AlignBottom)
        ways = row(self.open_button, self.remove_button, gap=2)
        ways.addWidget(self.progress, 1)
        ways.addWidget(self.back_button)
        layout = column(self._title, self._hint, typed, gap=2, margins=(4, 3, 4, 3))
        layout.addWidget(self.table, 1)
        layout.addLayout(ways)
        self.setLayout(column(framed(layout, ground="card")))
        for field in (self.account, self.amount):
            field.editor.installEventFilter(self)
            assert isinstance(field.editor, TextField)
            field.editor.card_number_refused.connect(
                lambda: self._hint.show_text(self._trouble_text(Trouble.CARD_NUMBER))
            )

    def begin(self, taken: frozenset[AccountNo]) -> None:
        """The list in hand, empty at first; ``taken`` stand in the payment already."""
        self.accounts, self._mending = replace(self.accounts, taken=taken), 0
        self.progress.setText("")
        self._clear()
        self.show_list()

    def keep(self, accounts: AccountList) -> None:
        """Another list is in hand: changed, what is left of one, or none."""
        self.accounts = accounts
        self.show_list()

    def scan(self, code: str) -> None:
        """A scanner read an account."""
        self.keep(self.accounts.with_text(code))

    def add_text(self, text: str) -> None:
        """Lines pasted or read."""
        self.keep(self.accounts.with_text(text))

    def opened(self, refused: dict[AccountNo, Refusal], used: set[AccountNo]) -> bool:
        """The books answered: what they refused stays to be mended. True when nothing is left."""
        self.progress.setText("")
        self.keep(self.accounts.left_after(refused, used))
        return not self.accounts.lines

    def show_progress(self, done: int, of: int) -> None:
        """How far the opening is."""
        self.progress.setText(self.tr("Opening {done} of {all} …").format(done=done, all=of))

    def show_list(self) -> None:
        """A row a line."""
        columns = (
            Column(self.tr("Line"), is_figure=True),
            Column(self.tr("Account no.")),
            Column(self.tr("Amount"), is_figure=True),
            Column(self.tr("What is to be mended"), stretches=True),
        )
        self.table.fill(columns, tuple(self._row(line) for line in self.accounts.lines))
        good = len(self.accounts.good)
        self.open_button.say(self.tr("Open {count} accounts").format(count=good))
        self.open_button.setEnabled(bool(good))
        self.remove_button.setEnabled(bool(self.accounts.lines))

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._title.setText(self.tr("Pay a list of accounts"))
        self._hint.setText(
            self.tr(
                "One account a line, and an amount if it is not all that is due. "
                "Enter puts a line into the list; Enter on a line of the list mends it."
            )
        )
        self.account.say(self.tr("Account, meter or bill no."))
        self.amount.say(self.tr("Amount (empty: all that is due)"))
        self.paste_button.say(self.tr("Paste"), self.tr("Paste a list"))
        self.file_button.say(self.tr("File …"), self.tr("Read a list from a file"))
        self.remove_button.say(self.tr("Remove line"))
        self.back_button.say(self.tr("Back"))
        self.table.setAccessibleName(self.tr("Lines of the list"))
        self.show_list()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter puts the line in; several lines pasted go into the list, not into the field."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.matches(QKeySequence.StandardKey.Paste):
            if len(QGuiApplication.clipboard().text().strip().splitlines()) > 1:
                self._paste()
                return True
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if watched is self.account.editor and self._text(self.account):
                self.amount.editor.setFocus()
            else:
                self._put()
            return True
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.table.setFocus()
            return True
        return False

    def _row(self, line: ListedLine) -> tuple[Cell, ...]:
        trouble = self.accounts.troubles.get(line.number)
        amount = line.amount
        if isinstance(amount, Refusal):
            told = str(amount.facts.get("text", "–"))
        else:
            told = rupees(amount) if amount is not None else self.tr("all that is due")
        is_bad = trouble is not None
        is_unread = trouble in (Trouble.NO_ACCOUNT, Trouble.CARD_NUMBER, Trouble.TOO_MUCH)
        what = self._trouble_text(trouble) if trouble is not None else self.tr("Ready to be opened")
        return (
            Cell(str(line.number)),
            Cell(line.text.replace("\t", " ") or "–" if is_unread else line.account_no),
            Cell("–" if is_unread else told),
            Cell(what, "caution" if is_bad else "tick", "caution" if is_bad else "positive"),
        )

    @staticmethod
    def _trouble_text(trouble: Trouble | Refusal) -> str:
        if isinstance(trouble, Refusal):
            return refusal_text(trouble)
        sentence = QCoreApplication.translate("List", TROUBLE_SENTENCES[trouble])
        return sentence.format(most=MOST_LINES)

    def _tell_trouble(self, place: int) -> None:
        """What is wrong with the line stood on, whole: the list cuts what is too long for it."""
        lines = self.accounts.lines
        number = lines[place].number if 0 <= place < len(lines) else 0
        trouble = self.accounts.troubles.get(number)
        self.progress.setText(self._trouble_text(trouble) if trouble is not None else "")

    def _put(self) -> None:
        account, amount = self._text(self.account), self._text(self.amount)
        if self._mending:
            self.keep(self.accounts.mended(self._mending, account, amount))
        elif account:
            self.keep(self.accounts.with_line(account, amount))
        elif self.accounts.good:
            self._open()
            return
        self._clear()

    def _mend(self, place: int) -> None:
        line = self.accounts.lines[place]
        self._mending = line.number
        self._editor(self.account).fill(line.words[0] if line.words else line.text)
        self._editor(self.amount).fill(" ".join(line.words[1:]))
        self.account.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        place = self.table.chosen_row
        if 0 <= place < len(self.accounts.lines):
            number = self.accounts.lines[place].number
            lines = tuple(line for line in self.accounts.lines if line.number != number)
            self.keep(AccountList(lines, self.accounts.taken))
            self._clear()

    def _open(self) -> None:
        if self.accounts.good:
            self.wanted.emit(self.accounts.good)

    def _paste(self) -> None:
        self.add_text(QGuiApplication.clipboard().text())

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Read a list from a file"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Lists (*.csv *.txt)"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.read_file)
        dialog.open()

    def read_file(self, path: str) -> None:
        """Read a list on the lookup lane: the window never waits for a disk."""

        def read() -> str:
            try:
                return text_of_file(Path(path).read_bytes())
            except OSError as error:
                raise Fault(FaultCode.FILE_NOT_READ, str(error)) from error

        self._seat.lanes.lookup.run(self, read, then=self.add_text, failed=self._not_read)

    def _not_read(self, error: Exception) -> None:
        if not isinstance(error, Refusal | Fault):
            raise error
        self.failed.emit(error)

    def _clear(self) -> None:
        self._mending = 0
        for field in (self.account, self.amount):
            self._editor(field).fill("")
        self.account.editor.setFocus()

    def _text(self, field: Field) -> str:
        return self._editor(field).text().strip()

    @staticmethod
    def _editor(field: Field) -> TextField:
        assert isinstance(field.editor, TextField)
        return field.editor
