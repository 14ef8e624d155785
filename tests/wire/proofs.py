"""Proofs of receipts for tests: drawn, kept for good, and read by other hands from the table of decision 0032 alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from counter_app.domain.identity import BookYear, ReceiptNo
from counter_app.domain.money import LARGEST_PAISE, Money
from counter_app.domain.suspense import NotedConsumer
from counter_app.wire.canonical import text_of
from counter_app.wire.receipt_keys import ReceiptGone, ReceiptKey, ReceiptKeys
from counter_app.wire.receipt_proof import LAST_SECOND, sign_proof
from tests.builders import COUNTER_ID, COUNTER_KEY, a_consumer, a_payment, a_receipt_no

if TYPE_CHECKING:
    from counter_app.domain.payment import Payment

KEPT = Path(__file__).parent.parent / "data" / "wire" / "receipt_proofs.tsv"
PAGE = "https://kesco.example/check#"
MESSAGE_HASH = bytes(range(0x40, 0x60))
AS_OF_US = 1_795_413_000_000_000
NINETY_NINE_CRORE = Money(99_00_00_000_00)

_PAYMENT = a_payment()
_UPPER = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"


def a_paid(
    amount: Money = _PAYMENT.amount,
    *,
    receipt_no: ReceiptNo | None = None,
    account_no: str = "7412001234",
    noted: NotedConsumer | None = None,
    taken_at: datetime = _PAYMENT.taken_at,
) -> Payment:
    """A payment, as far as a proof tells of it."""
    return replace(
        _PAYMENT,
        amount=amount,
        receipt_no=receipt_no or _PAYMENT.receipt_no,
        consumer=a_consumer(account_no),
        noted=noted,
        taken_at=taken_at,
    )


@dataclass(frozen=True)
class Told:
    """What is signed in a drawn proof."""

    payment: Payment
    counter_id: str
    message_hash: bytes
    copy_no: int

    @property
    def proof(self) -> bytes:
        """Signed by the counter's fixed key."""
        return sign_proof(
            self.payment, self.counter_id, self.message_hash, self.copy_no, COUNTER_KEY
        )


_ids = st.text(_UPPER, min_size=1, max_size=12)
_accounts = (
    st.integers(1, 10**18 - 1).map(str)
    | st.from_regex(r"[0-9A-Z/-]{1,20}", fullmatch=True)
    | st.sampled_from(("0", "0041200123", "KES-7/42", "7" * 20, "खाता ४२"))
)


@st.composite
def told_proofs(draw: st.DrawFn) -> Told:
    """Any receipt: in suspense too, with an account that is no number, of a series unlike its counter."""
    counter_id = draw(_ids)
    series = draw(st.just(counter_id) | _ids)
    is_noted = draw(st.booleans())
    account_no = draw(_accounts)
    moment = datetime.fromtimestamp(draw(st.integers(0, LAST_SECOND)), UTC)
    payment = a_paid(
        Money(draw(st.integers(1, LARGEST_PAISE))),
        receipt_no=ReceiptNo(
            series, BookYear(draw(st.integers(2000, 2099))), draw(st.integers(1, 10**9))
        ),
        account_no=account_no,
        noted=NotedConsumer("RAMESH", account_no=account_no) if is_noted else None,
        taken_at=moment,
    )
    return Told(
        payment,
        counter_id,
        draw(st.binary(min_size=32, max_size=32)),
        draw(st.integers(0, 3) | st.integers(0, 10**6)),
    )


def kept_proofs() -> dict[str, Told]:
    """What the kept file holds: one of each form."""
    noted = NotedConsumer("RAMESH", account_no="9900000001")
    other_series = a_receipt_no(1_234_567)
    return {
        "plain": Told(a_paid(), COUNTER_ID, MESSAGE_HASH, 0),
        "duplicate": Told(a_paid(), COUNTER_ID, MESSAGE_HASH, 3),
        "suspense": Told(a_paid(noted=noted), COUNTER_ID, MESSAGE_HASH, 0),
        "old_account": Told(a_paid(account_no="KES-7/42"), COUNTER_ID, MESSAGE_HASH, 0),
        "leading_nought": Told(a_paid(account_no="0041200123"), COUNTER_ID, MESSAGE_HASH, 0),
        "most": Told(
            a_paid(NINETY_NINE_CRORE, receipt_no=other_series), COUNTER_ID, MESSAGE_HASH, 0
        ),
        "series_of_its_counter": Told(
            a_paid(receipt_no=a_receipt_no(7, series=COUNTER_ID)), COUNTER_ID, MESSAGE_HASH, 0
        ),
    }


def read_kept() -> dict[str, bytes]:
    """The kept proofs by name."""
    lines = KEPT.read_text(encoding="ascii").splitlines()
    return {name: bytes.fromhex(proof) for name, proof in (line.split("\t") for line in lines)}


def keep_new() -> None:
    """Write the file where it is missing; one that is there is never touched."""
    if not KEPT.exists():
        lines = [f"{name}\t{told.proof.hex()}\n" for name, told in kept_proofs().items()]
        KEPT.write_text("".join(lines), encoding="ascii")


def a_list(
    *keys: ReceiptKey, gone: tuple[ReceiptGone, ...] = (), at_us: int = AS_OF_US
) -> ReceiptKeys:
    """The list; of the counter's own fixed key unless given."""
    return ReceiptKeys("v1", at_us, PAGE, keys or (a_key(),), gone, "2026-04-01")


def a_key(
    public_key: bytes = COUNTER_KEY.public_key, counter_id: str = COUNTER_ID, revoked_us: int = 0
) -> ReceiptKey:
    """A key of the list."""
    return ReceiptKey(text_of(public_key), counter_id, 1, revoked_us)
