"""How the money is handed over: what remains in one large figure, tenders that are done, the one being typed."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QComboBox,
    QLineEdit,
    QWidget,
)

from counter_app.domain.money import ZERO
from counter_app.domain.tender import TenderKind
from ui.payment_buttons import TallButton
from ui.payment_fields import PartPanel
from ui.payment_parts import Part
from ui.payment_scroll import TallScroll
from ui.payment_tender_fields import fields_of_tenders, grid_of, retranslate_fields
from ui.payment_tender_form import PARTS_OF_KIND
from ui.payment_terminal import TerminalPanel
from ui.payment_upi import UpiPage
from ui.theme import GRID_PX
from ui.widgets.amounts import AmountLabel
from ui.widgets.buttons import KeyButton
from ui.widgets.labels import Label
from ui.widgets.styling import column, framed, role, row
from ui.words import rupees, tender_word

if TYPE_CHECKING:
    from counter_app.domain.money import Money
    from counter_app.use_cases.views import UpiAsk
    from ui.payment_form import PaymentForm
    from ui.payment_tender_form import TenderForm

MOST_LIKELY = 3
"""Keys for sums a payer is likely to hand over."""

_KEYS = {
    TenderKind.CASH: "F3",
    TenderKind.CARD: "F4",
    TenderKind.UPI: "Alt+U",
    TenderKind.CHEQUE: "Alt+C",
    TenderKind.DRAFT: "Alt+D",
}
_MOST_APART = 3
"""Tenders that are done stand each in its line up to this many."""


class TenderPanel(PartPanel):
    """The right side of the payment screen. It shows a form and tells what was typed; it decides nothing."""

    kind_chosen = Signal(object)
    submitted = Signal()
    next_asked = Signal()
    back_asked = Signal()
    likely_chosen = Signal(object)
    """Money: the sum of a quick key."""

    def __init__(self) -> None:
        super().__init__(fields_of_tenders())
        role(self, ground="card")
        self._caption = Label("", as_="muted")
        self.figure = AmountLabel(as_="figure")
        self.done = Label("", as_="strong", wraps=True)
        self.kind_buttons = {kind: self._kind_button(kind, key) for kind, key in _KEYS.items()}
        self.likely_buttons = [self._likely_button(at) for at in range(MOST_LIKELY)]
        self.next_button = KeyButton(self.next_asked.emit, key="Alt+T")
        self.back_button = KeyButton(self.back_asked.emit, key="Alt+B")
        self.take_button = KeyButton(
            self.submitted.emit, icon_name="tick", kind="primary", hint="Enter"
        )
        self.terminal = TerminalPanel()
        self._hint = Label("", as_="muted", wraps=True)
        self._is_unknown = False
        self._likely: tuple[Money, ...] = ()
        self._is_sum_wanted = self._is_sum_shown = False
        self._build()

    def _kind_button(self, kind: TenderKind, key: str) -> TallButton:
        return TallButton(lambda: self.kind_chosen.emit(kind), key=key, stays=True)

    def _likely_button(self, place: int) -> TallButton:
        return TallButton(lambda: self._choose_likely(place), key=f"Alt+{place + 1}")

    @property
    def cash_button(self) -> TallButton:
        """The key of cash."""
        return self.kind_buttons[TenderKind.CASH]

    @property
    def card_button(self) -> TallButton:
        """The key of a card."""
        return self.kind_buttons[TenderKind.CARD]

    def show_upi(self, ask: UpiAsk | None) -> None:
        """The code of this tender, or none."""
        self._upi.show_ask(ask)

    def _build(self) -> None:
        self._upi = UpiPage(self.fields)
        self.qr = self._upi.qr
        self._pages = {
            TenderKind.CASH: self._cash_page(),
            TenderKind.CARD: grid_of(self.fields, TenderKind.CARD),
            TenderKind.UPI: self._upi,
            TenderKind.CHEQUE: grid_of(self.fields, TenderKind.CHEQUE),
        }
        group = QButtonGroup(self)
        kinds = row(gap=1)
        for button in self.kind_buttons.values():
            group.addButton(button)
            kinds.addWidget(button, 1)
        self._figure_row = row(self._caption, self.figure, gap=2, margins=(4, 2, 4, 1))
        self._figure_frame = framed(self._figure_row, tone="plain")
        self._figure_row.setAlignment(self.figure, Qt.AlignmentFlag.AlignVCenter)
        more = row(gap=2)
        more.addWidget(self.next_button, 1)
        more.addWidget(self.back_button, 1)
        body = QWidget()
        body.setLayout(
            column(
                self._figure_frame,
                self.done,
                kinds,
                self.fields[Part.SUM],
                *self._pages.values(),
                self.terminal,
                1,
                more,
                gap=2,
                margins=(0, 0, 1, 0),
            )
        )
        others = list(self._pages.values())[1:]
        for page in (*others, self.terminal, self.fields[Part.SUM], self.done):
            page.setHidden(True)
        self.back_button.setHidden(True)
        self._scroll = TallScroll(body)
        layout = column(gap=2, margins=(3, 2, 3, 2))
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self.take_button)
        self.setLayout(layout)
        self.take_button.setMinimumHeight(11 * GRID_PX)
        self._order_tabs()

    def _cash_page(self) -> QWidget:
        self._likely_row = QWidget()
        sums = row(gap=1)
        for button in self.likely_buttons:
            sums.addWidget(button, 1)
        self._likely_row.setLayout(sums)
        page = QWidget()
        page.setLayout(column(self.fields[Part.GIVEN], self._likely_row, self._hint, gap=1))
        return page

    def _order_tabs(self) -> None:
        order: list[QWidget] = [*self.kind_buttons.values(), self.fields[Part.SUM].editor]
        for kind in (TenderKind.CASH, TenderKind.CARD, TenderKind.UPI, TenderKind.CHEQUE):
            order += [self.fields[part].editor for part in PARTS_OF_KIND[kind]]
            order += self.likely_buttons if kind is TenderKind.CASH else []
        for earlier, later in pairwise(
            [*order, self.take_button, self.next_button, self.back_button]
        ):
            QWidget.setTabOrder(earlier, later)

    def want_sum(self, *, is_wanted: bool) -> None:
        """Whether the sum of this tender is asked for: it pays all that remains unless another follows."""
        self._is_sum_wanted = is_wanted

    def show_form(self, form: PaymentForm) -> None:
        """Fill every field and the figure from a form."""
        self.fill(form)
        for kind, button in self.kind_buttons.items():
            button.setChecked(kind is form.kind)
        self._is_sum_shown = form.kind is not TenderKind.CASH and form.tender.charge is None
        self._is_sum_shown &= self._is_sum_wanted or bool(form.text(Part.SUM))
        self.show_pages(form)

    def show_pages(self, form: PaymentForm) -> None:
        """The fields of this kind, unless the terminal's panel stands in their place."""
        self.show_figure(form)
        page_of = TenderKind.CHEQUE if form.kind is TenderKind.DRAFT else form.kind
        is_away = form.is_settled or self.terminal.is_charging
        for kind, page in self._pages.items():
            page.setHidden(kind is not page_of or is_away)
        self.fields[Part.SUM].setHidden(form.is_settled or not self._is_sum_shown)
        self._say_take()

    def _say_take(self) -> None:
        words = self.tr("Ask the books again") if self._is_unknown else self.tr("Take payment")
        self.take_button.say(self.terminal.action or words)

    def show_figure(self, form: PaymentForm) -> None:
        """What is to be paid, what still remains; once more cash is given than that, the change."""
        change = form.change
        is_change = bool(change)
        if is_change:
            self._caption.setText(self.tr("Change to give"))
        elif form.is_settled:
            self._caption.setText(self.tr("All is handed over"))
        elif form.done or form.still < form.total:
            self._caption.setText(self.tr("Still to pay"))
        elif len(form.lines) == 1 and form.line.account and form.line.due <= ZERO >= form.total:
            self._caption.setText(self.tr("Nothing is due: tell the consumer"))
        else:
            self._caption.setText(self.tr("To pay"))
        self.figure.show_amount(change or (form.total if form.is_settled else form.still))
        role(self._figure_frame, tone="positive" if is_change or form.is_settled else "plain")
        self._show_done(form)
        self.terminal.show_form(form)

    def offer_likely(self, sums: tuple[Money, ...]) -> None:
        """Sums the payer is likely to hand over, on quick keys."""
        self._likely = sums
        self._likely_row.setHidden(not sums)
        for place, button in enumerate(self.likely_buttons):
            button.setHidden(place >= len(sums))
            if place < len(sums):
                text = str(sums[place]).removesuffix(".00")
                name = self.tr("Cash given: {amount}").format(amount=rupees(sums[place]))
                button.say(f"₹\u00a0{text}", name)

    def compact(self, *, is_compact: bool) -> None:
        """In a low window the figure is a step smaller and stands beside its caption."""
        role(self.figure, type="amount" if is_compact else "figure")
        way = QBoxLayout.Direction
        self._figure_row.setDirection(way.LeftToRight if is_compact else way.TopToBottom)
        self._figure_row.setSpacing(2 * GRID_PX if is_compact else 0)
        self._hint.setHidden(is_compact)

    def focus(self, part: Part) -> None:
        """Put the cashier into this field."""
        super().focus(part)
        self._scroll.ensureWidgetVisible(self.fields[part])

    def wait(self, *, is_waiting: bool) -> None:
        """While the books write, nothing is pressed twice and nothing changes under them."""
        super().wait(is_waiting=is_waiting)
        buttons = (*self.kind_buttons.values(), *self.likely_buttons)
        for button in (*buttons, self.next_button, self.back_button, self.take_button):
            button.setEnabled(not is_waiting)

    def retranslate(self, *, is_unknown: bool = False) -> None:
        """Put every word in the language spoken."""
        retranslate_fields(self.fields)
        self.offer(
            Part.UPI_CONFIRMED,
            {"": self.tr("No, only claimed"), "yes": self.tr("Yes, it came")},
        )
        given, network = self.fields[Part.GIVEN].editor, self.fields[Part.NETWORK].editor
        part_sum = self.fields[Part.SUM].editor
        assert isinstance(given, QLineEdit)
        assert isinstance(part_sum, QLineEdit)
        assert isinstance(network, QComboBox)
        given.setPlaceholderText(self.tr("exact"))
        part_sum.setPlaceholderText(self.tr("all that remains"))
        network.setPlaceholderText(self.tr("choose"))
        self._hint.setText(self.tr("Leave it empty when the cash is exact."))
        for kind, button in self.kind_buttons.items():
            button.say(tender_word(kind), tender_word(kind))
        short = self.tr("DD")
        self.kind_buttons[TenderKind.DRAFT].say(short, tender_word(TenderKind.DRAFT))
        self.next_button.say(self.tr("Next tender"), self.tr("Pay what remains by another tender"))
        self.back_button.say(self.tr("Mend last"), self.tr("Mend the last tender"))
        self._is_unknown = is_unknown
        self.terminal.retranslate()
        self._say_take()

    def _show_done(self, form: PaymentForm) -> None:
        told = [
            f"{self._word_of(tender)} {rupees(paid)}"
            for tender, paid in zip(form.done, form.done_sums, strict=True)
        ]
        between = "\n" if len(told) <= _MOST_APART else " · "
        self.done.show_text(between.join(told))
        self.back_button.setHidden(not form.done or self.terminal.is_under_way)
        self.next_button.setHidden(form.is_settled or self.terminal.is_under_way)

    def _word_of(self, tender: TenderForm) -> str:
        """What the terminal told is not the cashier's to mend: it says so, by the number on its slip."""
        if not tender.is_told:
            return tender_word(tender.kind)
        return self.tr("Card by the terminal, RRN {rrn}:").format(rrn=tender.text(Part.RRN))

    def _choose_likely(self, place: int) -> None:
        if place < len(self._likely):
            self.likely_chosen.emit(self._likely[place])
