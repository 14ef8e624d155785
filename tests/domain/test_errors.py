"""A refusal and a fault say what they are to the log, and carry facts for the sentence."""

from __future__ import annotations

from counter_app.domain.errors import Fault, FaultCode, Refusal, RefusalCode


def test_a_refusal_carries_the_facts_of_its_sentence() -> None:
    refusal = Refusal(RefusalCode.AMOUNT_ABOVE_DUE, due_paise=500)
    assert refusal.facts == {"due_paise": 500}
    assert str(refusal) == "amount_above_due: {'due_paise': 500}"


def test_a_fault_keeps_its_detail_for_the_log() -> None:
    fault = Fault(FaultCode.SERVER_BUSY, "503", retry_after_seconds=30.0)
    assert (fault.detail, fault.retry_after_seconds) == ("503", 30.0)
    assert str(fault) == "server_busy: 503"
