"""How the counter says no: a refusal (we decline), a fault (the world failed), a bug (we are wrong).

The domain holds no sentence for people: a refusal carries a code and the facts that fill the sentence;
``ui`` has one sentence a code and language.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

Fact = str | int | None


class RefusalCode(StrEnum):
    """Every reason for which the counter declines. Facts that come with it stand in the comment."""

    # what was typed
    AMOUNT_MISSING = "amount_missing"
    AMOUNT_NOT_A_NUMBER = "amount_not_a_number"  # text
    AMOUNT_NEGATIVE = "amount_negative"  # text
    AMOUNT_ZERO = "amount_zero"
    AMOUNT_TOO_FINE = "amount_too_fine"  # text: paise beyond two places
    AMOUNT_TOO_LARGE = "amount_too_large"  # limit_paise
    CARD_NUMBER_IN_TEXT = "card_number_in_text"  # 13 to 19 digits that pass Luhn
    # the account
    ACCOUNT_UNKNOWN = "account_unknown"  # account_no
    ACCOUNT_CHANGED = "account_changed"  # shown_paise, outstanding_paise
    NOTHING_DUE = "nothing_due"  # account_no
    AMOUNT_ABOVE_DUE = "amount_above_due"  # due_paise
    # tenders
    TENDER_MISSING = "tender_missing"
    TENDERS_NOT_AMOUNT = "tenders_not_amount"  # amount_paise, tendered_paise
    CASH_GIVEN_SHORT = "cash_given_short"  # amount_paise, given_paise
    CARD_NETWORK_WRONG = "card_network_wrong"
    CARD_LAST4_WRONG = "card_last4_wrong"
    CARD_RRN_WRONG = "card_rrn_wrong"
    CARD_APPROVAL_WRONG = "card_approval_wrong"
    CARD_TID_WRONG = "card_tid_wrong"
    CARD_MID_WRONG = "card_mid_wrong"
    CARD_BATCH_WRONG = "card_batch_wrong"
    CARD_INVOICE_WRONG = "card_invoice_wrong"
    CARD_RRN_USED = "card_rrn_used"  # rrn, receipt_no
    CARD_SLIP_USED = "card_slip_used"  # tid, batch, invoice, receipt_no
    UPI_REFERENCE_WRONG = "upi_reference_wrong"
    UPI_NOT_CONFIRMED = "upi_not_confirmed"
    UPI_REFERENCE_USED = "upi_reference_used"  # reference, receipt_no
    PAPER_NUMBER_WRONG = "paper_number_wrong"
    PAPER_BANK_MISSING = "paper_bank_missing"
    PAPER_IFSC_WRONG = "paper_ifsc_wrong"
    PAPER_MICR_WRONG = "paper_micr_wrong"
    PAPER_DATE_WRONG = "paper_date_wrong"
    PAPER_TEXT_TOO_LONG = "paper_text_too_long"
    PAPER_USED = "paper_used"  # number, receipt_no
    PAPER_NOT_TAKEN = "paper_not_taken"  # tender
    PAPER_POST_DATED = "paper_post_dated"  # day
    PAPER_STALE = "paper_stale"  # day, months
    PAPER_NOT_FOR_PURPOSE = "paper_not_for_purpose"
    CHEQUE_BARRED = "cheque_barred"  # account_no
    CHEQUE_DISCONNECTED = "cheque_disconnected"  # account_no
    INSTRUMENT_UNKNOWN = "instrument_unknown"  # identity
    INSTRUMENT_STEP_WRONG = "instrument_step_wrong"  # now, then
    INSTRUMENT_DAY_WRONG = "instrument_day_wrong"  # first, last: the days it may be
    RETURN_REASON_MISSING = "return_reason_missing"
    # orders and purposes
    ORDER_TOO_LONG = "order_too_long"  # most, most_tenders
    LINE_TWICE = "line_twice"  # account_no
    PURPOSE_NOT_OFFERED = "purpose_not_offered"  # purpose
    PURPOSE_NOT_FOR_PREPAID = "purpose_not_for_prepaid"  # account_no
    PURPOSE_FOR_PREPAID_ONLY = "purpose_for_prepaid_only"  # account_no
    FINAL_BILL_NOT_DISCONNECTED = "final_bill_not_disconnected"  # account_no
    REFERENCE_MISSING = "reference_missing"
    REFERENCE_WRONG = "reference_wrong"  # most: characters
    AMOUNT_NOT_ALL_DUE = "amount_not_all_due"  # due_paise
    ADVANCE_TOO_LARGE = "advance_too_large"  # advance_paise, limit_paise
    CASH_ABOVE_LAW = "cash_above_law"  # cash_paise, limit_paise: of one payer on one day
    NOTED_ACCOUNT_KNOWN = "noted_account_known"  # account_no
    NOTED_NAME_MISSING = "noted_name_missing"
    NOTED_NUMBER_MISSING = "noted_number_missing"
    NOTED_TOO_LONG = "noted_too_long"  # most: characters
    # a supervisor's word
    WORD_NEEDED = "word_needed"  # codes: of the caveats, a space between
    WORD_NOT_FROM_SUPERVISOR = "word_not_from_supervisor"  # cashier_id
    WORD_FROM_ONESELF = "word_from_oneself"
    REASON_MISSING = "reason_missing"
    REASON_TOO_LONG = "reason_too_long"  # most: characters
    # rules
    NOT_ALLOWED = "not_allowed"  # cashier_id
    RULE_UNKNOWN = "rule_unknown"  # name
    RULE_VALUE_WRONG = "rule_value_wrong"  # name, field
    RULE_DATES_WRONG = "rule_dates_wrong"  # name
    RULE_IN_THE_PAST = "rule_in_the_past"  # name, day
    UPI_NOT_SET_UP = "upi_not_set_up"
    UPI_PAYEE_WRONG = "upi_payee_wrong"  # text: the address or name in the settings
    # people
    CASHIER_UNKNOWN = "cashier_unknown"  # cashier_id
    CASHIER_LEFT = "cashier_left"  # cashier_id
    CASHIER_ID_TAKEN = "cashier_id_taken"  # cashier_id
    CASHIER_ID_WRONG = "cashier_id_wrong"
    NAME_MISSING = "name_missing"
    NAME_TOO_LONG = "name_too_long"  # most: characters
    VALID_TO_WRONG = "valid_to_wrong"  # first, last: the days it may be
    PIN_WRONG = "pin_wrong"  # tries_left
    PIN_LOCKED = "pin_locked"  # wait_seconds
    PIN_TOO_SHORT = "pin_too_short"  # least: characters
    PIN_TOO_LONG = "pin_too_long"  # most: characters
    PIN_TOO_EASY = "pin_too_easy"
    PIN_NOT_REPEATED = "pin_not_repeated"
    PIN_IS_THE_OLD = "pin_is_the_old"
    # a second person's approval
    APPROVAL_NEEDED = "approval_needed"  # act, about, amount_paise
    APPROVAL_NOT_OF_THIS = "approval_not_of_this"  # act
    APPROVAL_ANSWER_WRONG = "approval_answer_wrong"  # tries_left
    APPROVAL_ANSWER_USED = "approval_answer_used"
    APPROVAL_ANSWER_LATE = "approval_answer_late"  # minutes
    APPROVAL_NO_KEY = "approval_no_key"  # cashier_id
    APPROVAL_LOCKED = "approval_locked"  # wait_seconds
    # shifts and their cash
    SHIFT_NOT_OPEN = "shift_not_open"
    SHIFT_ALREADY_OPEN = "shift_already_open"  # shift_no
    SHIFT_UNKNOWN = "shift_unknown"
    SHIFT_CLOSED = "shift_closed"  # shift_no
    SHIFT_SUSPENDED = "shift_suspended"  # shift_no
    SHIFT_NOT_SUSPENDED = "shift_not_suspended"  # shift_no
    SHIFT_CHANGED = "shift_changed"  # shift_no: something was taken since it was counted
    SHIFT_NOT_CLOSED = "shift_not_closed"  # shift_no: it has no Z report yet
    REPORT_NOT_OF_SHIFT = "report_not_of_shift"  # report: it is made of one shift
    CHARGES_OPEN = "charges_open"  # count: card sales on no receipt
    DRAWER_IN_USE = "drawer_in_use"  # drawer_no, shift_no, cashier_id
    DRAWER_UNKNOWN = "drawer_unknown"  # drawer_no, most
    CLOCK_BEHIND = "clock_behind"  # clock_day, last_day
    COUNT_MISSING = "count_missing"  # denomination_paise
    COUNT_NOT_A_NUMBER = "count_not_a_number"  # denomination_paise, text
    COUNT_TOO_LARGE = "count_too_large"  # denomination_paise
    COUNT_NOT_THE_SUM = "count_not_the_sum"  # counted_paise, amount_paise
    PIECES_NOT_A_NUMBER = "pieces_not_a_number"  # text
    ABOVE_DRAWER = "above_drawer"  # amount_paise, drawer_paise
    RECEIVER_IS_GIVER = "receiver_is_giver"
    RECEIVER_MAY_NOT = "receiver_may_not"  # cashier_id
    TAKE_OVER_DIFFERS = "take_over_differs"  # counted_paise, left_paise
    TAKE_OVER_GONE = "take_over_gone"  # shift_no: its float was taken over already
    DROP_NEEDED = "drop_needed"  # drawer_paise, limit_paise
    # reversal
    REVERSED_ALREADY = "reversed_already"  # receipt_no
    REVERSAL_AFTER_REMITTANCE = "reversal_after_remittance"  # receipt_no
    REVERSAL_BOUNCED = "reversal_bounced"  # receipt_no: the bank's return undid it already
    REVERSAL_TENDER_WRONG = "reversal_tender_wrong"  # tender, where
    REVERSAL_VOID_MISSING = "reversal_void_missing"
    REVERSAL_VOID_LATE = "reversal_void_late"  # receipt_no
    REVERSAL_ACCOUNT_SAME = "reversal_account_same"  # account_no
    # remittance
    TAKINGS_HANDED = "takings_handed"  # shift_no
    TAKINGS_NONE = "takings_none"
    HANDING_DIFFERS = "handing_differs"  # counted_paise, amount_paise
    SLIP_EMPTY = "slip_empty"
    SLIP_ABOVE_CASH = "slip_above_cash"  # amount_paise, cash_paise
    SLIP_ITEM_WRONG = "slip_item_wrong"  # identity
    SLIP_UNKNOWN = "slip_unknown"
    SLIP_ANSWERED = "slip_answered"  # slip_no
    BANK_ACCOUNT_MISSING = "bank_account_missing"
    BANK_REFERENCE_MISSING = "bank_reference_missing"
    BANK_REFERENCE_USED = "bank_reference_used"  # slip_no
    BANK_DAY_WRONG = "bank_day_wrong"  # first, last: the days it may be
    BANK_SUM_DIFFERS = "bank_sum_differs"  # accepted_paise, slip_paise, explained_paise
    BANK_NOTE_MISSING = "bank_note_missing"
    # the counter
    COUNTER_NOT_ENROLLED = "counter_not_enrolled"
    COUNTER_STOPPED = "counter_stopped"  # reason: fork, ledger_doubtful
    ENROLMENT_CODE_REFUSED = "enrolment_code_refused"
    ENROLLED_ALREADY = "enrolled_already"  # counter_id
    # files that carry the protocol where no network is
    FILE_NOT_OURS = "file_not_ours"  # file
    FILE_TOO_NEW = "file_too_new"  # file
    FILE_OTHER_KIND = "file_other_kind"  # file
    FILE_CUT = "file_cut"  # file
    FILE_TOO_LARGE = "file_too_large"  # file
    FILE_NOT_FOR_US = "file_not_for_us"  # file
    FILE_NOT_GENUINE = "file_not_genuine"  # file
    FILE_HOLDS_NOTHING = "file_holds_nothing"  # of the outbox: all is with the centre
    RECEIPT_UNKNOWN = "receipt_unknown"  # receipt_no
    COPY_ADDRESS_WRONG = "copy_address_wrong"  # way: sms or email
    COPY_ASKED_BEFORE = "copy_asked_before"  # receipt_no, address
    NO_OTHER_PRINTER = "no_other_printer"
    PRINTER_PLAN_WRONG = "printer_plan_wrong"  # field: what of it is missing or cannot be
    MATTER_UNKNOWN = "matter_unknown"  # about
    PRINT_NOT_UNCERTAIN = "print_not_uncertain"  # receipt_no
    PRINT_ANSWER_NEEDED = "print_answer_needed"  # receipt_no: did the uncertain copy come out?


class FaultCode(StrEnum):
    """Every way in which the world fails the counter, as far as a person can act on it."""

    NETWORK_MISSING = "network_missing"  # no cable, no Wi-Fi, no route
    SERVER_NAME_UNKNOWN = "server_name_unknown"  # the address cannot be looked up
    SERVER_NOT_REACHED = "server_not_reached"  # refused, timed out
    PROXY_WANTS_SIGN_IN = "proxy_wants_sign_in"  # 407
    NETWORK_WANTS_SIGN_IN = "network_wants_sign_in"  # a captive portal: a page, a redirect, 511
    ANSWER_CUT = "answer_cut"  # truncated or garbled on the way
    CERTIFICATE_UNKNOWN = "certificate_unknown"  # of no configured authority
    CERTIFICATE_NOT_PINNED = "certificate_not_pinned"  # another than the settings name
    CERTIFICATE_EXPIRED = "certificate_expired"
    CERTIFICATE_NOT_YET_VALID = "certificate_not_yet_valid"
    CERTIFICATE_OF_ANOTHER = "certificate_of_another"  # made out to another name
    CLOCK_WRONG = "clock_wrong"  # certificate refused, and signed time says the clock here is off
    LINE_NOT_PRIVATE = "line_not_private"  # TLS failed otherwise
    SERVER_NOT_OURS = "server_not_ours"  # an answer without our server's signature
    SERVER_WANTS_LESS = "server_wants_less"  # 413
    SERVER_BUSY = "server_busy"  # 429, 5xx: try later
    SERVER_REFUSED_COUNTER = "server_refused_counter"  # 401, 403: key revoked or clock far off
    SERVER_WANTS_UPGRADE = "server_wants_upgrade"  # 426
    SERVER_FORK = "server_fork"  # the centre knows another message under this number
    LEDGER_IN_USE = "ledger_in_use"  # another window has the ledger
    LEDGER_KEY_LOST = "ledger_key_lost"
    LEDGER_DAMAGED = "ledger_damaged"
    COMMIT_UNKNOWN = "commit_unknown"  # the disk failed at COMMIT: look before you say anything
    DISK_FULL = "disk_full"
    SETTINGS_DAMAGED = "settings_damaged"
    BILLS_MISSING = "bills_missing"  # no snapshot of bills yet
    BILLS_DAMAGED = "bills_damaged"
    PRINTER_FAILED = "printer_failed"
    FILE_NOT_WRITTEN = "file_not_written"
    FILE_NOT_READ = "file_not_read"


class Refusal(Exception):
    """We decline, and say why. What was typed is kept; nothing has happened."""

    def __init__(self, code: RefusalCode, **facts: Fact) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts: Mapping[str, Fact] = facts

    def __str__(self) -> str:
        """Code and facts, for the log only."""
        return f"{self.code}: {dict(self.facts)}"


class Fault(Exception):
    """The world failed (network, disk, printer). ``detail`` is for the log, never for the cashier."""

    def __init__(
        self, code: FaultCode, detail: str = "", *, retry_after_seconds: float | None = None
    ) -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail
        self.retry_after_seconds = retry_after_seconds

    def __str__(self) -> str:
        """Code and detail, for the log only."""
        return f"{self.code}: {self.detail}"
