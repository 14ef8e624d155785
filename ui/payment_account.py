"""The consumer and what is owed, as it was told and when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QWidget

from counter_app.domain.cheque_bar import is_barred
from counter_app.domain.consumer import Connection, ConsumerFlag, masked_mobile
from counter_app.domain.money import ZERO, Money
from ui.language import in_language
from ui.payment_allocation import AllocationInBrief, BillsNow
from ui.theme import GRID_PX
from ui.widgets.badge import Badge
from ui.widgets.labels import IconLabel, Label, table_cell
from ui.widgets.styling import column, framed, role, row, rule
from ui.words import ago_text, moment_text, rupees

if TYPE_CHECKING:
    from datetime import date, datetime

    from PySide6.QtGui import QResizeEvent

    from counter_app.domain.bill import Bill, ConsumerAccount
    from ui.payment_line_form import LineForm

STALE_HOURS = 24
"""Older than this, the date beside the sum turns to caution."""

NARROW_PX = 560
"""Below this the sums of a bill stand below each other."""

_HOUR_SECONDS = 3600


class AccountCard(QScrollArea):
    """Who it is, what to know of them, and each bill down to what is outstanding now."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._shown: tuple[LineForm, datetime, bool] | None = None
        self._allocation: BillsNow | AllocationInBrief
        self._is_narrow = self._is_low = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window sets the sums below each other."""
        super().resizeEvent(event)
        is_narrow = self.width() < NARROW_PX
        if is_narrow is not self._is_narrow:
            self._is_narrow = is_narrow
            self.retranslate()
        elif self._is_too_wide():
            self.retranslate()

    def show_line(self, line: LineForm, now: datetime, *, is_brief: bool) -> None:
        """Build the card for the account of this line; brief beside a list that names it already."""
        assert line.account is not None, "a noted consumer has a panel of its own"
        account = line.account
        self._shown = (line, now, is_brief)
        body = self._body(line, now, is_brief=is_brief, is_narrow=self._is_narrow)
        if not self._is_narrow and body.minimumSizeHint().width() > self.viewport().width():
            body = self._body(line, now, is_brief=is_brief, is_narrow=True)
        self.setWidget(body)
        self._allocation.show_line(line)
        name = in_language(account.consumer.name_en, account.consumer.name_hi)
        self.setAccessibleName(f"{name}, {account.consumer.account_no}, {rupees(line.due)}")

    def _body(self, line: LineForm, now: datetime, *, is_brief: bool, is_narrow: bool) -> QWidget:
        account = line.account
        assert account is not None, "a noted consumer has a panel of its own"
        parts: list[QWidget] = [] if is_brief else [self._who(account, now.date()), rule()]
        parts.append(self._told(account, now, is_short=is_brief and is_narrow))
        if is_brief and self._is_low:
            self._allocation = AllocationInBrief()
        else:
            self._allocation = BillsNow(line, is_narrow=is_narrow)
        parts.append(self._allocation)
        has_room = not self._is_low or len(account.positions) == 1
        if account.positions and has_room and not is_brief:
            parts += [rule(), self._make_up(account.positions[-1].bill)]
        is_tight = is_brief or self._is_low
        margins = (4, 1, 4, 1) if is_tight else (4, 3, 4, 3)
        return framed(column(*parts, 1, gap=1 if is_tight else 3, margins=margins), ground="card")

    def _is_too_wide(self) -> bool:
        """Large sums need more room than there is: then they stand below each other all the same."""
        body = self.widget()
        return body is not None and body.minimumSizeHint().width() > self.viewport().width()

    def follow(self, line: LineForm) -> None:
        """The sum or purpose was changed: show what it settles."""
        if self._shown is not None and line.account is not None:
            _, now, is_brief = self._shown
            self._shown = (line, now, is_brief)
            self._allocation.show_line(line)

    def compact(self, *, is_compact: bool) -> None:
        """A low window leaves out what the newest bill is made of."""
        if is_compact is not self._is_low:
            self._is_low = is_compact
            self.retranslate()

    def forget(self) -> None:
        """No account is open."""
        self._shown = None

    def retranslate(self) -> None:
        """Build it again in the language spoken."""
        if self._shown is not None:
            line, now, is_brief = self._shown
            self.show_line(line, now, is_brief=is_brief)

    def _who(self, account: ConsumerAccount, day: date) -> QWidget:
        consumer = account.consumer
        name = Label(in_language(consumer.name_en, consumer.name_hi), as_="title", wraps=True)
        second = consumer.name_en if name.text() == consumer.name_hi else consumer.name_hi
        other = Label(second, as_="muted", wraps=True)
        number = Label(consumer.account_no, as_="heading")
        number.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        number.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        old = list(
            filter(None, dict.fromkeys((consumer.legacy_account_no, *account.beside.old_numbers)))
        )
        facts = " · ".join(
            part
            for part in (
                self.tr("Old no. {number}").format(number=", ".join(old)) if old else "",
                self.tr("Meter {number}").format(number=consumer.meter_no)
                if consumer.meter_no
                else "",
                self.tr("Mobile {number}").format(number=masked_mobile(consumer.mobile))
                if consumer.mobile
                else "",
                consumer.category,
            )
            if part
        )
        where = ", ".join(
            part for part in (consumer.guardian_name, consumer.address, consumer.locality) if part
        )
        box = QWidget()
        head = row(gap=2)
        head.addLayout(column(name, other, gap=0), 1)
        head.addWidget(number, 0, Qt.AlignmentFlag.AlignTop)
        layout = column(
            head, Label(where, wraps=True), Label(facts, as_="muted", wraps=True), gap=1
        )
        badges = self._badges(account, day)
        if badges:
            layout.addLayout(row(*badges, 1, gap=2))
        box.setLayout(layout)
        return box

    def _badges(self, account: ConsumerAccount, day: date) -> list[QWidget]:
        consumer = account.consumer
        barred = {ConsumerFlag.CHEQUE_BARRED} if is_barred(account, day) else set()
        known: dict[ConsumerFlag, tuple[str, str, str]] = {
            ConsumerFlag.PERMANENTLY_DISCONNECTED: (
                self.tr("Disconnected for good"), "negative", "stop"),
            ConsumerFlag.TEMPORARILY_DISCONNECTED: (self.tr("Disconnected"), "caution", "caution"),
            ConsumerFlag.CHEQUE_BARRED: (self.tr("No cheques"), "caution", "caution"),
            ConsumerFlag.SCHEME_REGISTERED: (self.tr("In a scheme"), "accent", "info"),
            ConsumerFlag.LIFELINE: (self.tr("Lifeline"), "accent", "info"),
        }  # fmt: skip
        badges: list[QWidget] = [
            Badge(*words) for flag, words in known.items() if flag in consumer.flags | barred
        ]
        if consumer.connection is Connection.PREPAID:
            badges.insert(0, Badge(self.tr("Prepaid: old arrear only"), "accent", "info"))
        return badges

    def _told(self, account: ConsumerAccount, now: datetime, *, is_short: bool) -> QWidget:
        line = QWidget()
        if account.told_at is None:
            text, tone, name = (
                self.tr("It is not known when the server told this"),
                "caution",
                "caution",
            )
        else:
            age_hours = (now - account.told_at).total_seconds() / _HOUR_SECONDS
            is_old = age_hours > STALE_HOURS
            tone, name = ("caution", "caution") if is_old else ("text_muted", "server")
            sentence = (
                self.tr("Told on {moment} ({age})")
                if is_short
                else self.tr("As the server told it on {moment} ({age})")
            )
            text = sentence.format(
                moment=moment_text(account.told_at), age=ago_text(account.told_at, now)
            )
        label = Label(text, as_="muted", wraps=True)
        if tone == "caution":
            role(label, ink="caution")
        layout = row(IconLabel(name, tone, 16), gap=2)
        layout.addWidget(label, 1)
        line.setLayout(layout)
        return line

    def _make_up(self, bill: Bill) -> QWidget:
        """What the newest bill is made of, as the server says."""
        box = QWidget()
        grid = _grid(box, line_gap_px=0)
        lines: list[tuple[str, Money]] = [
            (self.tr("Current demand"), bill.current_demand),
            (self.tr("Arrears"), bill.arrear_principal),
            (self.tr("Late payment surcharge"), bill.arrear_surcharge),
            (self.tr("Other debits"), bill.other_debits),
            (self.tr("Credits"), ZERO - bill.credits),
            (self.tr("After the due date"), bill.payable_after_due),
        ]
        told = [(label, amount) for label, amount in lines if amount]
        half = max(1, len(told) if self._is_narrow else -(-len(told) // 2))
        for place, (label, amount) in enumerate(told):
            line, side = place % half, 2 * (place // half)
            grid.addWidget(Label(label, as_="muted"), line, side)
            grid.addWidget(table_cell(rupees(amount), is_figure=True), line, side + 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(2, 0 if self._is_narrow else 1)
        return box


def _grid(box: QWidget, *, line_gap_px: int) -> QGridLayout:
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(4 * GRID_PX)
    grid.setVerticalSpacing(line_gap_px)
    return grid
