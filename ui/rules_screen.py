"""Rules: what holds at this counter and until when; a supervisor sets one, seeing first what would happen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QStackedWidget

from counter_app.domain.errors import Refusal, RefusalCode
from counter_app.domain.rule_standing import rule_names, standing
from ui.changes import Change
from ui.rule_editor import RuleEditor
from ui.rule_form import change, end, new_head, withdraw
from ui.rule_texts import rule_text, title_text
from ui.rules_list import RulesList
from ui.screen import Screen
from ui.widgets.empty import EmptyState
from ui.widgets.styling import column
from ui.words import day_text

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from counter_app.domain.errors import Fault
    from counter_app.domain.identity import CashierId
    from counter_app.domain.policy import Policy, Rule
    from counter_app.domain.rule_standing import Standing
    from ui.rule_form import RuleForm
    from ui.seat import Seat

_HEARD = frozenset({Change.SERVER, Change.OUTBOX, Change.TILL})
"""A round may bring the centre's policy; another window of this counter may set a rule."""


class RulesScreen(Screen):
    """The list, and the editor in its place while a rule is changed."""

    def __init__(self, seat: Seat, cashier_now: Callable[[], CashierId | None]) -> None:
        """``cashier_now`` tells who sits here: what one half typed is not left to the next."""
        super().__init__(seat)
        self._cashier_now = cashier_now
        self._seated: CashierId | None = None
        self._policy: Policy | None = None
        self._today: date | None = None
        self._unknown: tuple[str, ...] = ()
        """Rules this program does not know, as told last: once a visit is enough."""

        self.list = RulesList()
        self.editor = RuleEditor(self.notice)
        self._empty = EmptyState("rules")
        self._pages = QStackedWidget()
        for page in (self._empty, self.list, self.editor):
            self._pages.addWidget(page)
        layout = column(self.notice, gap=3, margins=(4, 3, 4, 3))
        layout.addWidget(self._pages, 1)
        self.setLayout(layout)
        self.list.change_asked.connect(lambda chosen: self._begin(change, chosen))
        self.list.end_asked.connect(lambda chosen: self._begin(end, chosen))
        self.list.withdraw_asked.connect(lambda chosen: self._begin(withdraw, chosen))
        self.list.head_asked.connect(self._begin_head)
        self.editor.left.connect(self._show_list)
        self.editor.preview_asked.connect(self._preview)
        self.editor.set_asked.connect(self._set)
        self.editor.card_number_refused.connect(
            lambda: self.tell(Refusal(RefusalCode.CARD_NUMBER_IN_TEXT))
        )
        seat.changes.changed.connect(self._heard)
        self.retranslate()

    @property
    def is_editing(self) -> bool:
        """Whether a rule is being changed."""
        return self._pages.currentWidget() is self.editor

    def enter(self) -> None:
        """Show what holds today; what the same person half typed is still there."""
        if self._cashier_now() != self._seated:
            self._seated = self._cashier_now()
            self._show_list()
        if not self.is_editing:
            self.notice.hush()
            self._unknown = ()
            self.list.table.setFocus()
        self._load()

    def retranslate(self) -> None:
        """Put every word in the language spoken."""
        self.setAccessibleName(self.tr("Rules"))
        self._empty.say(
            self.tr("The rules are being read"),
            self.tr("They are listed as soon as the books are free."),
        )
        self.list.retranslate()
        if self.editor.form is not None:
            self.editor.name(self._name_of(self.editor.form))
        self.editor.retranslate()

    def _heard(self, changes: frozenset[Change]) -> None:
        if self.isVisible() and changes & _HEARD:
            self._load()

    def _load(self) -> None:
        desk = self.seat.desk
        self.ask(
            self.seat.lanes.ledger,
            lambda: (desk.view_policy(), desk.business_date()),
            self._loaded,
        )

    def _loaded(self, found: tuple[Policy, date]) -> None:
        self._policy, self._today = found
        policy, today = found
        self.list.fill(tuple(standing(policy, name, today) for name in rule_names(policy)), today)
        if self._pages.currentWidget() is self._empty:
            self._pages.setCurrentWidget(self.list)
            self.list.table.setFocus()
        unknown = policy.not_understood
        if unknown and unknown != self._unknown and not self.is_editing:
            self._unknown = unknown
            self.notice.tell(
                "caution",
                self.tr("Rules of the centre that this program does not know"),
                self.tr("The rules before them stay in force. Ask for an update: {names}").format(
                    names=", ".join(unknown)
                ),
            )

    def _begin(self, make: Callable[[Standing, date], RuleForm], chosen: Standing) -> None:
        if self._today is not None:
            self._show_editor(make(chosen, self._today))

    def _begin_head(self) -> None:
        if self._today is not None and self._policy is not None:
            self._show_editor(new_head(frozenset(rule_names(self._policy)), self._today))

    def _show_editor(self, form: RuleForm) -> None:
        self.notice.hush()
        self._pages.setCurrentWidget(self.editor)
        self.editor.begin(form, self._name_of(form))

    def _name_of(self, form: RuleForm) -> str:
        if form.is_new_head:
            return ""
        names = {one.name: title_text(one.shown) for one in self.list.standings}
        return names.get(form.name, form.name)

    def _show_list(self) -> None:
        self.editor.end()
        self.notice.hush()
        if self._policy is not None:
            self._pages.setCurrentWidget(self.list)
            self.list.table.setFocus()

    def _preview(self, rule: Rule) -> None:
        preview = self.seat.desk.preview_rule
        self.ask(
            self.seat.lanes.ledger, lambda: preview(rule), self.editor.show_preview, self._refused
        )

    def _set(self, form: RuleForm) -> None:
        set_rule, rule = self.seat.desk.set_rule, form.rule
        assert rule is not None, "the editor asks with nothing missing"
        self.ask(
            self.seat.lanes.ledger,
            lambda: set_rule(rule, form.supervisor_id, form.pin, form.text("reason")),
            self._was_set,
            self._refused,
        )

    def _was_set(self, rule: Rule) -> None:
        self._show_list()
        self.notice.tell(
            "positive",
            self.tr("Set from {day}: {rule}").format(
                day=day_text(rule.valid_from), rule=title_text(rule)
            ),
            rule_text(rule),
        )
        self.seat.changes.announce(Change.BILLS, Change.TILL, Change.OUTBOX)

    def _refused(self, error: Refusal | Fault) -> None:
        if not (isinstance(error, Refusal) and self.editor.refuse(error)):
            self.editor.wait(is_waiting=False)
            self.tell(error)
