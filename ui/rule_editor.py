"""Changing a rule: its fields on the left, what would happen on the right, and a supervisor's word below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QWidget

from counter_app.domain.errors import RefusalCode
from ui.rule_fields import RuleFields
from ui.rule_form import AUTHORITY, FIELD_OF_CODE, PIN, SIGNING, RuleForm
from ui.rule_preview_panel import RulePreviewPanel
from ui.sentences import refusal_text
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import ElidedLabel, Label
from ui.widgets.styling import column, framed, row

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent

    from counter_app.domain.errors import Refusal
    from counter_app.domain.policy import Rule
    from counter_app.domain.rule_preview import RulePreview
    from ui.widgets.notice import NoticeBar

PREVIEW_AFTER_MS = 300
"""So long nothing is typed before the books are asked what would happen."""


class RuleEditor(QWidget):
    """Second page of the rules screen. Forms think; this shows one and tells what is asked of it."""

    left = Signal()
    preview_asked = Signal(object)
    """Rule"""

    set_asked = Signal(object)
    """RuleForm, with nothing missing and its preview shown."""

    card_number_refused = Signal()

    def __init__(self, notice: NoticeBar) -> None:
        """``notice`` is the screen's: the bar below the head of every page."""
        super().__init__()
        self._notice = notice
        self.form: RuleForm | None = None
        self._title = ElidedLabel("", as_="title")
        self._name = ""
        self.fields: RuleFields | None = None
        self.signing = RuleFields(SIGNING, {}, columns=4)
        self.panel = RulePreviewPanel()
        self.back_button = KeyButton(self._leave, key="Escape", hint="Esc", icon_name="close")
        self.set_button = KeyButton(
            self._set, key="Ctrl+Return", hint="Ctrl+Enter", icon_name="tick", kind="primary"
        )
        QShortcut(QKeySequence("Ctrl+Enter"), self).activated.connect(self.set_button.click)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._hint = Label("", as_="muted", wraps=True)
        self._asked: Rule | None = None
        self._complaining: set[str] = set()
        self._told: dict[str, str] = {}
        self._is_leaving = self._is_waiting = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PREVIEW_AFTER_MS)
        self._pause.timeout.connect(self._ask_preview)
        self._connect(self.signing)
        self._build()

    def _build(self) -> None:
        head = row(gap=2)
        head.addWidget(self._title, 1)
        head.addWidget(self.back_button)
        head.addWidget(self.set_button)
        left = column(gap=0, margins=(3, 3, 2, 3))
        left.addWidget(self._scroll, 1)
        signing = column(self._hint, self.signing, gap=1, margins=(3, 2, 3, 2))
        right = column(gap=3)
        right.addWidget(self.panel, 1)
        right.addWidget(framed(signing, ground="card"))
        judged = QWidget()
        judged.setLayout(right)
        body = row(gap=3)
        for part, share in ((framed(left, ground="card"), 5), (judged, 6)):
            part.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
            body.addWidget(part, share)
        layout = column(head, gap=3)
        layout.addLayout(body, 1)
        self.setLayout(layout)

    def begin(self, form: RuleForm, name: str) -> None:
        """Show a form; ``name`` is what the rule is called, empty for a new head."""
        self.form, self._name = form, name
        self._asked = None
        self._complaining.clear()
        self._told.clear()
        self._is_leaving = False
        self.wait(is_waiting=False)
        kinds = {field.name: field for field in form.fields}
        self.fields = RuleFields(form.parts, kinds)
        self._connect(self.fields)
        self._scroll.setWidget(self.fields)
        self.fields.fill(form)
        self.signing.fill(form)
        self.panel.show_preview(None)
        self.retranslate()
        self._complain()
        self.fields.go(form.parts[0])
        self._ask_preview()

    def end(self) -> None:
        """Nothing is changed any more."""
        self._pause.stop()
        self.form = None
        self.signing.clear(PIN)

    def show_preview(self, preview: RulePreview) -> None:
        """What would happen, if it is still of what is typed."""
        if self.form is not None and self._asked == self.form.draft:
            self.panel.show_preview(preview)

    def refuse(self, refusal: Refusal) -> bool:
        """Tell a refusal at its field; False when it belongs to none. The PIN is typed anew."""
        self.wait(is_waiting=False)
        if self.form is None or self.fields is None:
            return False
        self.signing.clear(PIN)
        part = FIELD_OF_CODE.get(refusal.code, "")
        if refusal.code is RefusalCode.RULE_VALUE_WRONG:
            part = str(refusal.facts.get("field", ""))
        if part not in self.fields.fields and part not in SIGNING:
            return False
        self._told[part] = refusal_text(refusal)
        self._complain()
        self._go(part)
        return True

    def wait(self, *, is_waiting: bool) -> None:
        """While the books are asked, nothing is set twice."""
        self._is_waiting = is_waiting
        self.set_button.setEnabled(not is_waiting)

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self._title.setText(
            self.tr("Change: {rule}").format(rule=self._name) if self._name else self.tr("New head")
        )
        self.back_button.say(self.tr("Back"), self.tr("Back to the list, nothing is changed"))
        self.set_button.say(self.tr("Set the rule"))
        self._hint.setText(self.tr("For this counter alone; the centre is told."))
        self.panel.retranslate()
        self.signing.retranslate()
        if self.fields is not None:
            self.fields.retranslate()
        self._complain()

    def name(self, name: str) -> None:
        """What the rule is called, in the language spoken; empty for a new head."""
        self._name = name

    def hideEvent(self, event: QHideEvent) -> None:
        """Whoever leaves does not leave the PIN behind."""
        super().hideEvent(event)
        self.signing.clear(PIN)

    def _connect(self, fields: RuleFields) -> None:
        fields.typed.connect(self._typed)
        fields.left_part.connect(self._left_part)
        fields.passed.connect(self._passed)
        fields.card_number_refused.connect(self.card_number_refused)

    def _typed(self, part: str, text: str) -> None:
        if self.form is None:
            return
        self.form = self.form.with_text(part, text)
        self._told.pop(part, None)
        self._is_leaving = False
        if part not in (*SIGNING, AUTHORITY):
            self.panel.show_preview(None)
            self._pause.start()
        self._complain()

    def _left_part(self, part: str) -> None:
        self._complaining.add(part)
        self._complain()

    def _passed(self, part: str) -> None:
        """Enter: on to the next field; from the last to setting it."""
        if self.form is None:
            return
        self._left_part(part)
        parts = (*self.form.parts, *SIGNING)
        place = parts.index(part) + 1
        if place == len(self.form.parts):
            self._pause.stop()
            self._ask_preview()
        if place < len(parts):
            self._go(parts[place])
        else:
            self._set()

    def _go(self, part: str) -> None:
        fields = self.signing if part in SIGNING else self.fields
        if fields is not None and part in fields.fields:
            fields.go(part)
            focused = QApplication.focusWidget()
            if part not in SIGNING and focused is not None:
                self._scroll.ensureWidgetVisible(focused, 0, 40)

    def _ask_preview(self) -> None:
        rule = self.form.draft if self.form is not None else None
        if rule is not None and (rule != self._asked or self.panel.preview is None):
            self._asked = rule
            self.preview_asked.emit(rule)

    def _set(self) -> None:
        form = self.form
        if form is None or self._is_waiting:
            return
        self._complaining.update(form.problems)
        if form.problems:
            self._complain()
            self._go(next(iter(form.problems)))
            return
        if self.panel.preview is None or self._asked != form.draft:
            self._pause.stop()
            self._ask_preview()
            self._notice.tell(
                "accent",
                self.tr("Look first at what would happen"),
                self.tr("It is shown on the right; then set the rule with Ctrl+Enter."),
            )
            return
        self._complaining.update(form.signing_problems)
        self._told.clear()
        self._complain()
        if form.signing_problems:
            self._go(next(iter(form.signing_problems)))
            return
        self.wait(is_waiting=True)
        self._notice.hush()
        self.set_asked.emit(form)

    def _complain(self) -> None:
        if self.form is None or self.fields is None:
            return
        found = {**self.form.problems, **self.form.signing_problems}
        told = {part: problem for part, problem in found.items() if part in self._complaining}
        self.fields.complain(told, self._told)
        self.signing.complain(told, self._told)

    def _leave(self) -> None:
        if self.form is not None and self.form.is_touched and not self._is_leaving:
            self._is_leaving = True
            self._notice.tell(
                "caution",
                self.tr("The rule is not set"),
                self.tr("Press Esc again to leave it as it was."),
            )
            return
        self.left.emit()
