"""Second step: which model. The one that the printer's own name tells is chosen already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.printer_page import PrinterPage
from ui.printer_words import connection_text, model_text, paper_text
from ui.widgets.table import Cell, Column, RowTable

if TYPE_CHECKING:
    from ui.printer_form import PrinterForm


class ModelPage(PrinterPage):
    """The models that can be connected so."""

    def __init__(self, form: PrinterForm) -> None:
        super().__init__(2)
        self._form = form
        self.table = RowTable()
        self.table.entered.connect(lambda _row: self.go_on())
        self.lay_out(self.table)

    def begin(self) -> None:
        """Stand on the likeliest."""
        self.notice.hush()
        self.retranslate()
        names = [model.name for model in self._form.models]
        profile = self._form.plan.profile
        self.table.selectRow(names.index(profile) if profile in names else 0)

    def go_on(self) -> None:
        """With the one chosen."""
        place, models = self.table.chosen_row, self._form.models
        if 0 <= place < len(models):
            self._form.choose_model(models[place].name)
            self.went_on.emit()

    def take_keys(self) -> None:
        """Into the list."""
        self.table.setFocus()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.say(
            self.tr("Which model is it?"),
            self.tr(
                "{connection}. If it is not on the list, take one as wide as its paper: the test"
                " page shows whether it fits."
            ).format(connection=connection_text(self._form.plan)),
            self.tr("Print a test page"),
        )
        self.table.setAccessibleName(self.tr("Models"))
        self.table.fill(
            (
                Column(self.tr("Model"), stretches=True),
                Column(self.tr("Paper"), is_figure=True),
                Column(self.tr("Answers questions")),
            ),
            tuple(
                (
                    Cell(model_text(model)),
                    Cell(paper_text(model)),
                    Cell(self._status_text(is_telling=model.reads_status and not model.is_page)),
                )
                for model in self._form.models
            ),
        )

    def _status_text(self, *, is_telling: bool) -> str:
        return self.tr("yes") if is_telling else self.tr("no")
