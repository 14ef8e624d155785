"""Of what: a day, days or a shift, and of whom. Shows a form, tells what was typed, decides nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from ui.language import in_language
from ui.marking import QT_TRANSLATE_NOOP
from ui.reports_form import ReportsForm, Span
from ui.theme import GRID_PX
from ui.widgets.buttons import KeyButton
from ui.widgets.field import Field
from ui.widgets.labels import alt_label
from ui.widgets.styling import row
from ui.widgets.text_field import TextField
from ui.words import day_text

if TYPE_CHECKING:
    from counter_app.domain.report_rows import ShiftLine
    from counter_app.use_cases.make_report import ReportChoices

DATE_PX = 28 * GRID_PX
SHIFT_PX, CASHIER_PX = (40 * GRID_PX, 76 * GRID_PX), (28 * GRID_PX, 40 * GRID_PX)
"""The least and the most."""

_MOST_OF_THE_ROOM = 100
SPAN_KEYS = {Span.DAY: "D", Span.DAYS: "F", Span.SHIFT: "S"}
"""Each with Alt, which stands before them."""
PROBLEMS = {
    "first": QT_TRANSLATE_NOOP("Reports", "No such date: type it as 23-11-2026"),
    "last": QT_TRANSLATE_NOOP("Reports", "No such date: type it as 23-11-2026"),
    "order": QT_TRANSLATE_NOOP("Reports", "The last day is before the first"),
    "future": QT_TRANSLATE_NOOP("Reports", "This day has not come yet"),
    "shift": QT_TRANSLATE_NOOP("Reports", "No shift was opened in the last two weeks"),
}


class SelectionBar(QWidget):
    """Span, dates or shift, cashier."""

    changed = Signal()
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form: ReportsForm | None = None
        self._shifts: tuple[ShiftLine, ...] = ()
        self._choices: ReportChoices | None = None
        self._spans = {
            span: KeyButton(
                partial(self._edit, chosen_span=span), key=f"Alt+{key}", hint=key, kind="tender"
            )
            for span, key in SPAN_KEYS.items()
        }
        for button in self._spans.values():
            button.setCheckable(True)
        self.first, self.last = TextField(), TextField()
        for editor in (self.first, self.last):
            editor.setFixedWidth(DATE_PX)
            editor.returnPressed.connect(self.entered)
        self.first.textEdited.connect(lambda text: self._edit(first_text=text))
        self.last.textEdited.connect(lambda text: self._edit(last_text=text))
        self.shift, self.cashier = QComboBox(), QComboBox()
        for box in (self.shift, self.cashier):
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
        for box, (least, most) in ((self.shift, SHIFT_PX), (self.cashier, CASHIER_PX)):
            box.setMinimumWidth(least)
            box.setMaximumWidth(most)
        self.shift.activated.connect(lambda _: self._edit(shift_no=self.shift.currentData()))
        self.cashier.activated.connect(lambda _: self._edit(cashier_id=self.cashier.currentData()))
        self.fields = {
            "first": Field(self.first),
            "last": Field(self.last),
            "shift": Field(self.shift),
            "cashier": Field(self.cashier),
        }
        layout = row(alt_label(), *self._spans.values(), gap=1)
        for name, field in self.fields.items():
            layout.addWidget(field, _MOST_OF_THE_ROOM if name in {"shift", "cashier"} else 0)
        self.fields["shift"].setMaximumWidth(SHIFT_PX[1])
        self.fields["cashier"].setMaximumWidth(CASHIER_PX[1])
        layout.addStretch(1)
        self.setLayout(layout)
        for name in ("last", "shift"):
            self.fields[name].setHidden(True)

    def offer(self, choices: ReportChoices) -> None:
        """What can be chosen: shifts, the newest first, and everybody."""
        self._choices, self._shifts = choices, choices.shifts
        self._fill_boxes()

    @property
    def closed_nos(self) -> frozenset[int]:
        """The shifts on offer that are closed."""
        return frozenset(one.shift_no for one in self._shifts if one.close is not None)

    @property
    def shift_nos(self) -> tuple[int, ...]:
        """The shifts on offer in their order."""
        return tuple(sorted(one.shift_no for one in self._shifts))

    def show_form(self, form: ReportsForm) -> None:
        """What stands in it; nothing is told."""
        self.form = form
        for span, button in self._spans.items():
            button.setHidden(span not in form.spans)
            button.setChecked(span is form.span)
        for editor, text in ((self.first, form.first_text), (self.last, form.last_text)):
            if editor.text() != text:
                editor.fill(text)
        self.fields["first"].setHidden(form.span is Span.SHIFT)
        self.fields["last"].setHidden(form.span is not Span.DAYS)
        self.fields["shift"].setHidden(form.span is not Span.SHIFT)
        self.fields["cashier"].setHidden(form.span is Span.SHIFT)
        self.shift.setCurrentIndex(self.shift.findData(form.shift_no))
        self.cashier.setCurrentIndex(max(0, self.cashier.findData(form.cashier_id)))
        at = {"order": "last", "future": "first"}.get(form.problem, form.problem)
        for name, field in self.fields.items():
            is_wrong = name == at
            field.complain(
                QCoreApplication.translate("Reports", PROBLEMS[form.problem]) if is_wrong else ""
            )

    def focus(self) -> None:
        """Where typing belongs."""
        is_shift = self.form is not None and self.form.span is Span.SHIFT
        (self.shift if is_shift else self.first).setFocus()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        words = {
            Span.DAY: self.tr("Day"),
            Span.DAYS: self.tr("Days"),
            Span.SHIFT: self.tr("Shift"),
        }
        for span, text in words.items():
            self._spans[span].say(text)
        self.fields["first"].say(self.tr("Date"))
        self.fields["last"].say(self.tr("to"))
        self.fields["shift"].say(self.tr("Shift"))
        self.fields["cashier"].say(self.tr("Cashier"))
        self._fill_boxes()
        if self.form is not None:
            self.show_form(self.form)

    def _fill_boxes(self) -> None:
        self.shift.clear()
        for one in self._shifts:
            self.shift.addItem(
                f"{one.shift_no}: {in_language(one.cashier.en, one.cashier.hi)},"
                f" {day_text(one.business_date)}",
                one.shift_no,
            )
        self.cashier.clear()
        self.cashier.addItem(self.tr("All"), "")
        people = self._choices.people if self._choices is not None else {}
        for cashier_id, names in sorted(people.items()):
            self.cashier.addItem(in_language(names.en, names.hi), cashier_id)

    def _edit(self, **changes: object) -> None:
        if self.form is not None:
            self.show_form(replace(self.form, **changes))  # type: ignore[arg-type]  # fields of the form
            self.changed.emit()
