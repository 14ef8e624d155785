"""Messages: what the counter asks, and what it believes of the answers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.domain.card_sale import (
    SaleOutcome,
    SaleProgress,
    SaleReason,
    SaleState,
    TerminalStatus,
)
from counter_app.domain.money import Money
from counter_app.domain.tender import CardNetwork
from counter_app.terminals.messages import (
    Message,
    Request,
    Unbelieved,
    body_of,
    outcome_told,
    read_message,
)
from tests.builders import a_card_slip

SALE = Request("SALE", "000214", "ABC-01", Money(145_050), "KSC00071", 80)
APPROVED = {
    "MT": "RESULT",
    "SQ": "000214",
    "RF": "ABC-01",
    "RS": "APPROVED",
    "AM": "145050",
    "NW": "RUPAY",
    "L4": "1881",
    "RR": "632711004512",
    "AC": "A81203",
    "TI": "KSC00071",
    "MI": "KESCO0000000071",
    "BN": "000032",
    "IN": "000214",
}
UNREADABLE = SaleOutcome(SaleState.UNCERTAIN, SaleReason.ANSWER_UNREADABLE)


def told(**changes: str) -> SaleOutcome:
    return outcome_told(read_message(body_of(APPROVED | changes)), SALE)


def test_a_sale_is_asked_for_in_paise_and_rupees() -> None:
    assert SALE.body() == (
        b"MT=SALE\x1cVR=1\x1cSQ=000214\x1cRF=ABC-01\x1cAM=145050\x1cCU=356\x1cTO=80\x1cTI=KSC00071"
    )


def test_a_question_says_no_more_than_it_must() -> None:
    assert Request("STATUS", "000001").body() == b"MT=STATUS\x1cVR=1\x1cSQ=000001"
    last = Request("LAST", "000002", "ABC-01", Money(1))
    assert last.body() == b"MT=LAST\x1cVR=1\x1cSQ=000002\x1cRF=ABC-01\x1cAM=1\x1cCU=356"


def test_an_approval_gives_the_slip() -> None:
    assert told() == SaleOutcome(SaleState.APPROVED, slip=a_card_slip())


@pytest.mark.parametrize("network", CardNetwork)
def test_every_network_has_its_word(network: CardNetwork) -> None:
    slip = told(NW=network.name).slip
    assert slip is not None
    assert slip.network is network


def test_a_network_of_tomorrow_is_another_one() -> None:
    slip = told(NW="JCB").slip
    assert slip is not None
    assert slip.network is CardNetwork.OTHER


@pytest.mark.parametrize(
    ("result", "code", "state", "reason"),
    [
        ("DECLINED", "51", SaleState.DECLINED, SaleReason.INSUFFICIENT_FUNDS),
        ("DECLINED", "55", SaleState.DECLINED, SaleReason.PIN_WRONG),
        ("DECLINED", "54", SaleState.DECLINED, SaleReason.CARD_EXPIRED),
        ("DECLINED", "91", SaleState.DECLINED, SaleReason.BANK_NOT_REACHED),
        ("DECLINED", "05", SaleState.DECLINED, SaleReason.DECLINED_BY_BANK),
        ("DECLINED", "", SaleState.DECLINED, SaleReason.DECLINED_BY_BANK),
        ("CANCELLED", "KEY", SaleState.CANCELLED, SaleReason.CANCELLED_AT_TERMINAL),
        ("CANCELLED", "ECR", SaleState.CANCELLED, SaleReason.CANCELLED_HERE),
        ("CANCELLED", "TIME", SaleState.CANCELLED, SaleReason.CARD_NOT_SHOWN),
        ("CANCELLED", "?", SaleState.CANCELLED, SaleReason.CANCELLED_AT_TERMINAL),
        ("VOIDED", "", SaleState.CANCELLED, SaleReason.VOIDED),
        ("REFUSED", "BUSY", SaleState.NOT_SENT, SaleReason.TERMINAL_BUSY),
        ("REFUSED", "LINE", SaleState.NOT_SENT, SaleReason.NO_BANK_LINE),
        ("REFUSED", "SERVICE", SaleState.NOT_SENT, SaleReason.OUT_OF_SERVICE),
        ("REFUSED", "SPENT", SaleState.NOT_SENT, SaleReason.REFERENCE_SPENT),
        ("REFUSED", "TID", SaleState.NOT_SENT, SaleReason.OTHER_TERMINAL),
        ("REFUSED", "FORMAT", SaleState.NOT_SENT, SaleReason.NOT_UNDERSTOOD),
        ("UNKNOWN", "", SaleState.UNCERTAIN, SaleReason.ANSWER_UNREADABLE),
        ("PENDING", "", SaleState.UNCERTAIN, SaleReason.STILL_WORKING),
        ("FORGOTTEN", "", SaleState.UNCERTAIN, SaleReason.TERMINAL_FORGOT),
        ("PERHAPS", "", SaleState.UNCERTAIN, SaleReason.ANSWER_UNREADABLE),
        ("", "", SaleState.UNCERTAIN, SaleReason.ANSWER_UNREADABLE),
    ],
)
def test_every_result_has_its_outcome(
    result: str, code: str, state: SaleState, reason: SaleReason
) -> None:
    assert told(RS=result, RC=code) == SaleOutcome(state, reason)


def test_unknown_is_an_answer_to_a_question_and_to_no_sale() -> None:
    last = Request("LAST", "000214", "ABC-01", Money(145_050), "KSC00071")
    unknown = outcome_told(Message(APPROVED | {"RS": "UNKNOWN"}), last)
    assert unknown == SaleOutcome(SaleState.NOT_SENT, SaleReason.UNKNOWN_TO_TERMINAL)


@pytest.mark.parametrize("amount", ["145051", "", "0145050", "1450.50", "145050 "], ids=repr)
def test_another_amount_is_not_ours(amount: str) -> None:
    assert told(AM=amount) == SaleOutcome(SaleState.UNCERTAIN, SaleReason.AMOUNT_DIFFERS)


@pytest.mark.parametrize("result", ["APPROVED", "DECLINED", "CANCELLED", "UNKNOWN", "VOIDED"])
def test_another_terminal_is_not_believed_unless_it_refuses(result: str) -> None:
    other = SaleOutcome(SaleState.UNCERTAIN, SaleReason.OTHER_TERMINAL)
    assert told(RS=result, TI="KSC00072") == other
    assert told(RS="REFUSED", RC="TID", TI="KSC00072").state is SaleState.NOT_SENT


@pytest.mark.parametrize("tag", ["L4", "RR", "AC", "TI", "MI", "BN", "IN"])
def test_an_approval_without_a_whole_slip_leaves_the_sale_uncertain(tag: str) -> None:
    request = Request("SALE", "000214", "ABC-01", Money(145_050))
    fields = {name: text for name, text in APPROVED.items() if name != tag}
    assert outcome_told(Message(fields), request) == UNREADABLE


@pytest.mark.parametrize("tag", ["TX", "RR", "AC", "MI", "RF", "ZZ"])
@pytest.mark.parametrize("number", ["4111111111111111", "4111 1111-1111 1111", "378282246310005"])
def test_anything_like_a_card_number_spoils_the_whole_message(tag: str, number: str) -> None:
    with pytest.raises(Unbelieved) as caught:
        told(**{tag: number})
    assert caught.value.reason is SaleReason.CARD_NUMBER_IN_ANSWER
    assert "1111" not in repr(caught.value)


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"nonsense",
        b"MT",
        b"mt=RESULT",
        b"MT=RESULT\x1c",
        b"MT=RESULT\x1cRS=APPROVED\x1cRS=DECLINED",
        b"MT=RESULT\x1cTX=a\tb",
        b"MT=RESULT\x1cTX=" + b"x" * 65,
        "MT=RÉSULT".encode(),
    ],
)
def test_what_is_no_message_is_not_believed(body: bytes) -> None:
    with pytest.raises(Unbelieved) as caught:
        read_message(body)
    assert caught.value.reason is SaleReason.ANSWER_UNREADABLE


@given(st.binary(max_size=512))
def test_no_body_at_all_does_more_than_not_be_believed(body: bytes) -> None:
    try:
        message = read_message(body)
    except Unbelieved:
        return
    assert body_of(message.fields) == body


@given(st.dictionaries(st.sampled_from([*APPROVED, "RC", "TX"]), st.text("APROVED0123456789 ")))
def test_no_answer_at_all_is_more_than_an_outcome(changes: dict[str, str]) -> None:
    assert outcome_told(Message(APPROVED | changes), SALE).state in SaleState


@pytest.mark.parametrize(
    ("fields", "is_ours"),
    [
        ({"SQ": "000214", "RF": "ABC-01"}, True),
        ({"SQ": "000213", "RF": "ABC-01"}, False),
        ({"SQ": "000214", "RF": "ABC-02"}, False),
        ({"SQ": "000214"}, False),
        ({}, False),
    ],
)
def test_an_answer_is_ours_by_exchange_and_reference(
    fields: dict[str, str],
    is_ours: bool,  # noqa: FBT001 - a case of the test
) -> None:
    assert SALE.is_answered_by(Message(fields)) is is_ours


@pytest.mark.parametrize(
    ("told_as", "progress"),
    [("CARD", SaleProgress.WAITING_FOR_CARD), ("PIN", SaleProgress.ENTERING_PIN), ("?", "")],
)
def test_progress_has_its_word(told_as: str, progress: SaleProgress) -> None:
    assert Message({"PG": told_as}).progress == progress


@pytest.mark.parametrize(
    ("told_as", "status"),
    [
        ("READY", TerminalStatus.READY),
        ("BUSY", TerminalStatus.BUSY),
        ("LINE", TerminalStatus.NO_BANK_LINE),
        ("SERVICE", TerminalStatus.OUT_OF_SERVICE),
        ("?", TerminalStatus.OUT_OF_SERVICE),
    ],
)
def test_a_state_has_its_word(told_as: str, status: TerminalStatus) -> None:
    assert Message({"ST": told_as}).status is status
