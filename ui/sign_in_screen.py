"""The first window: who are you. It knows nothing but its fields, so that it is there at once."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from ui.widgets.buttons import KeyButton
from ui.widgets.field import Field
from ui.widgets.labels import IconLabel, Label
from ui.widgets.notice import NoticeBar
from ui.widgets.styling import column, framed, role, row
from ui.widgets.text_field import PinField, TextField

_CARD_WIDTH_PX = 400
_LOGO_PX = 44


class SignInScreen(QWidget):
    """Number and PIN, language and look."""

    asked = Signal(str, str)
    """Number and PIN as typed."""

    language_asked = Signal()
    theme_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        role(self, ground="canvas")
        self.cashier = Field(TextField())
        self.pin = Field(PinField())
        self.notice = NoticeBar(is_narrow=True)
        self._office = Label("Kanpur Electricity Supply Company", as_="title", wraps=True)
        self._office_hindi = Label("कानपुर विद्युत आपूर्ति कम्पनी", as_="heading", wraps=True)
        self._place = Label("", as_="muted")
        self._title = Label("", as_="heading")
        self._waiting = Label("", as_="muted")
        self._keeps_enter = self._is_enter_kept = False
        self.enter_button = KeyButton(self._ask, icon_name="consumer", kind="primary", hint="Enter")
        self._language = KeyButton(
            self.language_asked.emit, hint="F12", icon_name="language", kind="quiet"
        )
        self._theme = KeyButton(self.theme_asked.emit, hint="F11", icon_name="theme", kind="quiet")
        for editor, following in (
            (self.cashier.editor, self.pin.editor.setFocus),
            (self.pin.editor, self._ask),
        ):
            assert isinstance(editor, TextField)
            editor.returnPressed.connect(following)
            editor.card_number_refused.connect(self._card_number_refused)
        layout = row(gap=0)
        layout.addWidget(self._brand(), 2)
        layout.addWidget(self._middle(), 3)
        self.setLayout(layout)
        self.retranslate()

    def _brand(self) -> QFrame:
        self._helpline = Label("", as_="muted")
        words = column(
            IconLabel("bolt", "on_rail", _LOGO_PX),
            self._office,
            self._office_hindi,
            self._place,
            1,
            self._helpline,
            gap=3,
            margins=(10, 12, 8, 8),
        )
        return framed(words, ground="rail")

    def _middle(self) -> QWidget:
        card = framed(
            column(
                self._title,
                self.notice,
                self.cashier,
                self.pin,
                self.enter_button,
                self._waiting,
                gap=4,
                margins=(6, 6, 6, 6),
            ),
            ground="card",
        )
        card.setFixedWidth(_CARD_WIDTH_PX)
        middle = QWidget()
        switches = row(1, self._language, self._theme)
        middle.setLayout(column(switches, 1, row(1, card, 1), 2, margins=(4, 4, 4, 4)))
        return middle

    def enter(self) -> None:
        """Fields empty, ready for the next cashier."""
        for field in (self.cashier, self.pin):
            field.complain("")
        self.cashier.editor.setFocus()

    def clear(self) -> None:
        """Forget what was typed: somebody else comes."""
        for field in (self.cashier, self.pin):
            assert isinstance(field.editor, TextField)
            field.editor.fill("")

    def wait(self, text: str, *, keeps_enter: bool = False) -> None:
        """Say what is under way; empty for nothing. The button waits with it.

        With ``keeps_enter`` an Enter pressed meanwhile counts when the waiting ends: a cashier who types
        faster than the books open loses no key.
        """
        self._waiting.setText(text)
        self.enter_button.setEnabled(not text)
        if text:
            self._keeps_enter, self._is_enter_kept = keeps_enter, False
        elif self._is_enter_kept:
            self._is_enter_kept = False
            QTimer.singleShot(0, self, self._ask)

    def refuse(self, title: str, text: str) -> None:
        """Tell why not; the number stays, the PIN is typed anew."""
        self.notice.tell("caution", title, text)
        assert isinstance(self.pin.editor, TextField)
        self.pin.editor.fill("")
        self.pin.editor.setFocus()

    def name_place(self, text: str) -> None:
        """Which counter this is."""
        self._place.setText(text)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Sign in"))
        self._title.setText(self.tr("Sign in at the cash counter"))
        self.cashier.say(self.tr("Cashier number"))
        self.pin.say(self.tr("PIN"))
        self.enter_button.say(self.tr("Sign in"))
        self._language.say(self.tr("हिन्दी में देखें"), self.tr("Switch language"))
        self._theme.say(self.tr("Look"), self.tr("Switch between light, dark and high contrast"))
        self._helpline.setText(self.tr("Helpline 1912"))

    def changeEvent(self, event: QEvent) -> None:
        """The language changed."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def _ask(self) -> None:
        if not self.enter_button.isEnabled():
            self._is_enter_kept = self._keeps_enter
            return
        if not self.isVisible():
            return
        cashier, pin = self.cashier.editor, self.pin.editor
        assert isinstance(cashier, TextField)
        assert isinstance(pin, TextField)
        self.cashier.complain("" if cashier.text().strip() else self.tr("Type your number."))
        self.pin.complain("" if pin.text() else self.tr("Type your PIN."))
        for field in (self.cashier, self.pin):
            if field.problem:
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.notice.hush()
        self.asked.emit(cashier.text(), pin.text())

    def _card_number_refused(self) -> None:
        self.notice.tell(
            "caution",
            self.tr("That looks like a card number"),
            self.tr("It was wiped and not stored."),
        )
