"""The desk: one field per verb, the only door from ``ui``.

Every field is a plain callable that runs on a lane (named in the comment) and answers with frozen nouns.
It raises Refusal (say why, keep what was typed) or Fault (status strip, try again).
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Protocol

from counter_app.use_cases.desk_paper import PaperVerbs
from counter_app.use_cases.round_watch import unwatched

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, timedelta
    from pathlib import Path
    from uuid import UUID

    from counter_app.domain.ageing import Undeposited
    from counter_app.domain.approval import Approval, ApprovalCode
    from counter_app.domain.bank_paper import InstrumentState
    from counter_app.domain.bill import ConsumerAccount
    from counter_app.domain.card_sale import (
        Charge,
        ChargeNote,
        SaleOutcome,
        SaleProgress,
        TerminalKind,
        TerminalStatus,
    )
    from counter_app.domain.cash_count import CashCount
    from counter_app.domain.cash_move import CashMove, DrawerOpening, MoveWhy, OpeningWhy
    from counter_app.domain.caveat import CaveatCode, Word
    from counter_app.domain.challenge import ActCode, Challenge
    from counter_app.domain.day_report import DayReport
    from counter_app.domain.day_rules import DayRules
    from counter_app.domain.facing import FacingFacts
    from counter_app.domain.identity import AccountNo, CashierId, PaymentId, ReceiptNo
    from counter_app.domain.instrument import HeldInstrument
    from counter_app.domain.matter import Matter, NoteState
    from counter_app.domain.money import Money
    from counter_app.domain.payment import Consideration, PaymentOrder
    from counter_app.domain.people import LocalPerson
    from counter_app.domain.policy import Policy, Rule
    from counter_app.domain.receipt import ReceiptRow
    from counter_app.domain.remittance import Handing, SlipSeen, Takings
    from counter_app.domain.report import Report, ReportKind
    from counter_app.domain.report_form import ReportForm
    from counter_app.domain.report_selection import Selection
    from counter_app.domain.reversal import Reversal, ReversalOrder
    from counter_app.domain.rule_preview import RulePreview
    from counter_app.domain.shift import Pause
    from counter_app.domain.shift_close import ShiftClose
    from counter_app.use_cases.counter_facts import CounterFacts
    from counter_app.use_cases.custody_asked import CloseWeighing, Closing, ShiftOpening
    from counter_app.use_cases.custody_views import ShiftSeen, TillView
    from counter_app.use_cases.make_report import ReportChoices
    from counter_app.use_cases.people_views import NewPerson, PersonSeen
    from counter_app.use_cases.remittance_orders import (
        AnswerOrder,
        CashSlipOrder,
        HandingOrder,
        PaperSlipOrder,
        RemittanceView,
    )
    from counter_app.use_cases.report_watch import ReportWatch
    from counter_app.use_cases.round_watch import Watch
    from counter_app.use_cases.views import (
        Candidate,
        CarriedOut,
        CounterStatus,
        DayCompared,
        LedgerCheck,
        OutboxView,
        ReversalWeighed,
        RoundOutcome,
        SignedIn,
        Taken,
        UpiAsk,
    )


class Round(Protocol):
    """A round with the centre, as it is asked for."""

    def __call__(self, watch: Watch = unwatched) -> RoundOutcome:
        """What moved."""
        ...


@dataclass(frozen=True, slots=True)
class Desk(PaperVerbs):
    """What a cashier can ask for; what is asked of paper stands in ``desk_paper``."""

    # ledger lane
    check_ledger: Callable[[], LedgerCheck]
    counter_status: Callable[[], CounterStatus]
    sign_in: Callable[[CashierId, str], SignedIn]
    fresh_payment_id: Callable[[], PaymentId]
    open_account: Callable[[AccountNo], ConsumerAccount]
    consider_payment: Callable[[PaymentOrder], Consideration]
    """What would happen, before Enter: allocation, balance and caveats of each line; nothing is written."""
    take_payment: Callable[[PaymentOrder], Taken]
    """Every line or none. Raises WordNeededError (a Refusal) with the caveats that need a supervisor's word."""
    give_word: Callable[[CashierId, str, str, CashierId, frozenset[CaveatCode]], Word]
    """Supervisor, PIN, reason, the cashier it is given to, what for."""
    # approval by a second person
    approve: Callable[[ApprovalCode, str, Money, CashierId, str, str, CashierId], Approval]
    """In person: act, what it is about, sum, approver, PIN, reason, for whom. Written only by the act that uses it."""
    challenge_for: Callable[[frozenset[ActCode], str, Money, CashierId], Challenge]
    """What to speak over the telephone: for one act, or for the caveats of one payment; about, sum, for whom."""
    approve_by_telephone: Callable[[Challenge, CashierId, str, str], Approval]
    """The challenge, the approver, the answer as typed, the reason."""
    word_by_telephone: Callable[[Challenge, CashierId, str, str, frozenset[CaveatCode]], Word]
    """The same for a payment's caveats."""
    # ledger lane: people
    list_people: Callable[[], tuple[PersonSeen, ...]]
    """The roster, and those made here, with who may sign in and who is locked."""
    make_local_person: Callable[[NewPerson, CashierId, str], LocalPerson]
    """As typed; the supervisor and the own PIN."""
    end_local_person: Callable[[CashierId, CashierId, str], None]
    """Whom; the supervisor and the own PIN."""
    change_pin: Callable[[CashierId, str, str, str], None]
    """Who, the PIN that holds, the new one, the new one again."""
    unlock_person: Callable[[CashierId, Approval | None], None]
    """Whom, and a second person's approval (``ApprovalCode.UNLOCK``, about and for the one unlocked)."""
    counter_facts: Callable[[], CounterFacts]
    """What a technician looks at; checks the ledger anew."""
    auto_lock_minutes: Callable[[], int]
    """After how many minutes without key or mouse the seat locks; 0 is never."""
    rules_today: Callable[[], DayRules]
    """Purposes offered, denominations accepted, limits: what the screens show of the policy."""
    view_policy: Callable[[], Policy]
    set_rule: Callable[[Rule, CashierId, str, str], Rule]
    """A rule for this counter alone; supervisor, PIN, reason."""
    preview_rule: Callable[[Rule], RulePreview]
    """What a typed rule would mean, and would have meant for past payments; nothing is written."""
    list_instruments: Callable[[frozenset[InstrumentState]], tuple[HeldInstrument, ...]]
    move_instrument: Callable[[str, InstrumentState, date, str, CashierId], HeldInstrument]
    """Identity, the next state, on which day, the bank's reference, by whom."""
    return_instrument: Callable[[str, date, str, CashierId, Money], HeldInstrument]
    """Identity, on which day, the bank's reason, by whom, the bank's charge. Undoes its payments."""
    list_receipts: Callable[[date], tuple[ReceiptRow, ...]]
    view_outbox: Callable[[], OutboxView]
    view_matters: Callable[[], tuple[Matter, ...]]
    """Fates that are no plain booking, and what the centre decided later, the newest news first."""
    note_matter: Callable[[Matter, NoteState, str, CashierId, str], Matter]
    """The matter as it was shown, how far one is with it, what is said, supervisor, PIN."""
    # from the closed drawer to the bank, on the ledger lane; each order brings its own id and is done once
    takings_waiting: Callable[[], tuple[Takings, ...]]
    """Closed shifts whose takings nobody has taken over yet."""
    hand_takings: Callable[[HandingOrder], Handing]
    """Refuses HANDING_DIFFERS until a count that is not what the closes say has a reason and an approval."""
    view_remittance: Callable[[], RemittanceView]
    make_cash_slip: Callable[[CashSlipOrder], SlipSeen]
    make_paper_slip: Callable[[PaperSlipOrder], SlipSeen]
    """Each of these cheques and drafts is deposited by it."""
    answer_slip: Callable[[AnswerOrder], SlipSeen]
    """What the bank accepted, its reference and date; differences are explained to the paisa and approved."""
    undeposited: Callable[[], tuple[Undeposited, ...]]
    """Which day's money is not with the bank yet."""
    slip_paper: Callable[[UUID], Report]
    """A bank slip with its counterfoil, to be printed or saved as any report."""
    handing_paper: Callable[[UUID], Report]
    """The receipt over takings that were handed over, for both sides."""
    report_day: Callable[[date], DayReport]
    business_date: Callable[[], date]
    upi_qr: Callable[[Money, PaymentId], UpiAsk]
    """What the payer's phone reads. Refuses UPI_NOT_SET_UP where the settings name no payee."""
    customer_screen: Callable[[], int]
    """Which screen faces the consumer, counted from the cashier's as 1; 0 is none."""
    # ledger lane: the shift and its till
    open_shift: ShiftOpening
    """Cashier, the counted float; which drawer, whose float is taken over, an approval, whether the day is right."""
    open_shifts: Callable[[], tuple[ShiftSeen, ...]]
    """Every shift that is not closed: after a crash too, the one to go on with."""
    floats_left: Callable[[], tuple[ShiftClose, ...]]
    """Closed shifts whose float waits in a drawer to be taken over."""
    drawers: Callable[[], int]
    """How many drawers or till trays this counter has."""
    view_till: Callable[[CashierId], TillView]
    """The cashier's shift as it stands now: what an X report shows, and how near the limits are."""
    drop_cash: Callable[[CashierId, CashCount, CashierId, str], CashMove]
    """Cashier, what is handed over, the receiver and the receiver's PIN."""
    pay_in_or_out: Callable[[CashierId, MoveWhy, Money, str, Approval | None], CashMove]
    """Cashier, why, how much, the reason; an approval PAID_OUT for EXPENSE and OTHER_OUT."""
    note_drawer_opening: Callable[[CashierId, OpeningWhy, str], DrawerOpening]
    """By whom, why, the reason (which OTHER needs). Then ``open_drawer``."""
    suspend_shift: Callable[[CashierId], Pause]
    resume_shift: Callable[[CashierId], Pause]
    weigh_close: CloseWeighing
    """Shift, what was counted, who closes: lines, variances, whether reason and approval are needed; writes nothing."""
    close_shift: Closing
    """Shift, what was counted, reason, who closes, approval, how often was counted, and what was weighed."""
    # reversal
    weigh_reversal: Callable[[ReceiptNo], ReversalWeighed]
    """Where each tender of a receipt may go, or why it is too late; writes nothing."""
    reverse_payment: Callable[[ReversalOrder], Reversal]
    """Undo it once. The drawer gives back only what the answer says, and only after it."""
    # lookup lane
    find_consumer: Callable[[str], tuple[Candidate, ...]]
    # terminal lane
    terminal_kind: Callable[[], TerminalKind]
    """TYPED: the cashier types the slip, and no other verb of this lane is needed."""
    terminal_status: Callable[[], TerminalStatus]
    charge_card: Callable[[Charge], SaleOutcome]
    """Ask the terminal for a sale and wait for its end, up to two minutes. The same charge twice is one sale; a new
    try after a decline is the next number. While UNCERTAIN, ``ask_terminal`` and take no other tender for it."""
    ask_terminal: Callable[[Charge], SaleOutcome]
    """What became of a charge; asked as often as one likes, it charges nothing."""
    void_charge: Callable[[Charge], SaleOutcome]
    """Give a charge back, the same day, that no payment came of. CANCELLED (VOIDED), or APPROVED with why it stands."""
    open_charges: Callable[[], tuple[ChargeNote, ...]]
    """Perhaps charged, and on no receipt: after a power cut, and before a shift is closed."""
    # any lane, and the window's own thread: they return at once
    cancel_charge: Callable[[], None]
    """The charge under way should end; what ``charge_card`` then answers holds. Also when the window is closed
    meanwhile, or its lane waits for the terminal."""
    charge_progress: Callable[[], SaleProgress]
    """What the person at the terminal is about, while ``charge_card`` waits."""
    facing_facts: Callable[[], FacingFacts]
    """Whether a pole display and the spoken amount are set, and how they do."""
    say_aloud: Callable[[str], None]
    """Begin to say this in Hindi, and end what is being said. Nothing is raised where there is no voice."""
    clock_skew: Callable[[], timedelta]
    """Signed server time less this computer's, as last learnt."""
    # pole lane
    show_on_pole: Callable[[str, str], bool]
    """Two lines of 20 characters in place of those before. False when the display is not there or takes nothing, within
    a second on a port of its own; nothing is raised."""
    # reports lane
    list_report_choices: Callable[[], ReportChoices]
    """Today, the shifts of the last days, everybody's name: what a report can be of."""
    make_report: Callable[[ReportKind, Selection, CashierId, ReportWatch], Report]
    """All of it as of one moment. Asked for by this person; a watch hears how far it is and may stop it."""
    save_report: Callable[[Report, str, ReportForm, ReportWatch], Path]
    """In a language (``en``, ``hi``) as PDF, XLSX or CSV; where it lies."""
    # sync lane
    run_round: Round
    """Raises RoundStoppedError when its watch does."""
    reconcile_day: Callable[[date, Watch], DayCompared]
    """Send what is unsent, compare the day with the centre payment by payment, keep the outcome. As a round, it can
    be watched and stopped."""
    enrol: Callable[[str, str], None]
    """Server address and one-time code."""
    carry_out: Callable[[Path], CarriedOut]
    """A folder on the stick; everything unsent goes into a sealed file there."""
    carry_in: Callable[[Path], int]
    """The acknowledgement file that came back; how many messages it closed."""
    request_by_file: Callable[[str, Path], Path]
    """One-time code and invitation file; the request file, written beside it, to be taken to the head office."""
    enrol_by_file: Callable[[str, Path], None]
    """The same code and the answer file of the head office."""


def late_desk(make: Callable[[], Desk]) -> Desk:
    """A desk that can be handed to the window at once; the real one is made by the first verb called.

    It is made on that verb's lane, once; when making it raises, so does the verb, and the next one tries again.
    """
    made: list[Desk] = []
    guard = threading.Lock()

    def real() -> Desk:
        with guard:
            if not made:
                made.append(make())
            return made[0]

    def forward(name: str) -> Callable[..., Any]:
        def ask(*arguments: object, **named: object) -> object:
            return getattr(real(), name)(*arguments, **named)

        return ask

    return Desk(**{field.name: forward(field.name) for field in fields(Desk)})
