"""First run: the one-time code, and the centre's address, or its files where no network is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Signal

from ui.enrolment_files import EnrolmentFiles
from ui.screen import Screen
from ui.widgets.buttons import KeyButton
from ui.widgets.field import Field
from ui.widgets.labels import IconLabel, Label
from ui.widgets.styling import column, framed, row
from ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Callable

    from counter_app.domain.errors import Fault, Refusal
    from ui.seat import Seat

Answer = TypeVar("Answer")
_CARD_WIDTH_PX = 520


class EnrolmentScreen(Screen):
    """Server address and one-time code; or the code and two files."""

    enrolled = Signal()

    def __init__(self, seat: Seat) -> None:
        super().__init__(seat, is_narrow=True)
        self._title = Label("", as_="title", wraps=True)
        self._text = Label("", as_="muted", wraps=True)
        self._address, self._code = TextField(), TextField()
        self.address, self.code = Field(self._address), Field(self._code)
        self._waiting = Label("", as_="muted")
        self.enrol_button = KeyButton(self._enrol, icon_name="server", kind="primary", hint="Enter")
        self.files = EnrolmentFiles(self._is_code_typed)
        self.way_button = KeyButton(self._go_other_way, key="Alt+F", kind="quiet")
        self._is_by_file = False
        self.files.invitation_chosen.connect(self._read_invitation)
        self.files.answer_chosen.connect(self._read_answer)
        self._address.returnPressed.connect(self._code.setFocus)
        self._code.returnPressed.connect(self._code_typed)
        for field, editor in ((self.address, self._address), (self.code, self._code)):
            editor.textChanged.connect(lambda _text, field=field: field.complain(""))
        card = framed(
            column(
                row(IconLabel("bolt", "accent", 32), 1),
                self._title,
                self._text,
                self.notice,
                self.address,
                self.code,
                self.enrol_button,
                self.files,
                self._waiting,
                self.way_button,
                gap=4,
                margins=(6, 6, 6, 5),
            ),
            ground="card",
        )
        card.setFixedWidth(_CARD_WIDTH_PX)
        self.setLayout(column(1, row(1, card, 1), 2, margins=(4, 4, 4, 4)))
        self.files.setHidden(True)
        self._waiting.setHidden(True)
        self.retranslate()

    def enter(self) -> None:
        """Type the address, or the code alone."""
        (self._code if self._is_by_file else self._address).setFocus()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Enrol this counter"))
        self._title.setText(self.tr("Enrol this counter"))
        by_line = self.tr(
            "The head office gives the server's address and a one-time code for this counter. "
            "With them come the bills, the cashiers and the receipt series."
        )
        by_file = self.tr(
            "Where no network is. The head office gives an invitation file and, apart from it, a one-time code. "
            "Type the code for both steps."
        )
        self._text.setText(by_file if self._is_by_file else by_line)
        self.files.retranslate()
        self.way_button.say(
            self.tr("Enrol over the network") if self._is_by_file else self.tr("Enrol with a file")
        )
        self.address.say(self.tr("Server address"))
        self._address.setPlaceholderText("https://")
        self.code.say(self.tr("One-time code"))
        self.enrol_button.say(self.tr("Enrol"))

    def _go_other_way(self) -> None:
        """By line or by file; the code typed stays."""
        self._is_by_file = not self._is_by_file
        for part in (self.address, self.enrol_button):
            part.setHidden(self._is_by_file)
        self.files.setHidden(not self._is_by_file)
        self.notice.hush()
        self.retranslate()
        self.enter()

    def _code_typed(self) -> None:
        if self._is_by_file:
            self.files.invitation_button.setFocus()
        else:
            self._enrol()

    def _read_invitation(self, path: str) -> None:
        ask = self.seat.desk.request_by_file
        self._by_file(lambda code: ask(code, Path(path)), self._request_written)

    def _read_answer(self, path: str) -> None:
        enrol = self.seat.desk.enrol_by_file
        self._by_file(lambda code: enrol(code, Path(path)), self._enrolled)

    def _is_code_typed(self) -> bool:
        code = self._code.text().strip()
        self.code.complain("" if code else self.tr("Type the one-time code."))
        if not code:
            self._code.setFocus()
        return bool(code)

    def _by_file(self, work: Callable[[str], Answer], then: Callable[[Answer], None]) -> None:
        code = self._code.text().strip()
        self.notice.hush()
        self._wait(self.tr("Reading the file…"))
        self.ask(self.seat.lanes.sync, lambda: work(code), then, self._not_enrolled)

    def _request_written(self, request: Path) -> None:
        """Where the request file lies, and whom to give it."""
        self._wait("")
        told = self.tr("{file} lies in {folder}. Take it to the head office.")
        self.notice.tell(
            "positive",
            self.tr("Request written"),
            told.format(file=request.name, folder=request.parent),
        )
        self.files.answer_button.setFocus()

    def _enrol(self) -> None:
        address, code = self._address.text().strip(), self._code.text().strip()
        self.address.complain("" if address else self.tr("Type the server's address."))
        self.code.complain("" if code else self.tr("Type the one-time code."))
        for field in (self.address, self.code):
            if field.problem:
                field.editor.setFocus()
                return
        if not self.enrol_button.isEnabled():
            return
        self.notice.hush()
        self._wait(self.tr("Asking the centre…"))
        enrol = self.seat.desk.enrol
        self.ask(
            self.seat.lanes.sync,
            lambda: enrol(address, code),
            self._enrolled,
            self._not_enrolled,
        )

    def _enrolled(self, _: None) -> None:
        self._wait("")
        self.enrolled.emit()

    def _not_enrolled(self, error: Refusal | Fault) -> None:
        self._wait("")
        self.tell(error)
        self._code.setFocus()

    def _wait(self, text: str) -> None:
        self._waiting.show_text(text)
        self.enrol_button.setEnabled(not text)
        self.files.wait(bool(text))
