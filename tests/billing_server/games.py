"""Games against the real store over the real wire: what a counter shows must be the truth after every act.

A game has two counters and three accounts. The truth for a counter: all that was asked, less what it took
itself, less what the centre had of others at the last pull.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import msgspec

from billing_server.store import book_load
from counter_app.domain.bill import NOTHING_SEEN, Bill, Mark, PaidHere, positions_now
from counter_app.domain.identity import AccountNo, BillNo
from counter_app.domain.money import Money
from counter_app.wire.bodies import AllocationTold, PaymentTaken
from counter_app.wire.canonical import sign_answer
from counter_app.wire.exchange import IN_THE_BILL, BillTold, Changes
from tests.billing_server.players import DAY, NOW_US, bill, consumer, payment, shift

if TYPE_CHECKING:
    from tests.billing_server.centres import PlayedCentre
    from tests.billing_server.players import PlayedCounter

ACTS = 60
ACCOUNTS = 3
DAYS_OFF_US = 3 * 86_400_000_000
TODAY = date.fromisoformat(DAY)


@dataclass(slots=True)
class Truth:
    """What the centre has been told, by account, as the game knows it."""

    asked_paise: dict[str, int] = field(default_factory=dict)
    elsewhere_paise: dict[str, int] = field(default_factory=dict)
    booked_paise: dict[tuple[str, str], int] = field(default_factory=dict)  # counter, account

    def of_others(self, counter_id: str) -> dict[str, int]:
        """What is asked less what others than this counter paid, by account."""
        return {
            account: asked
            - self.elsewhere_paise[account]
            - sum(
                paise
                for (booked_by, to), paise in self.booked_paise.items()
                if to == account and booked_by != counter_id
            )
            for account, asked in self.asked_paise.items()
        }


@dataclass(slots=True)
class Pull:
    """A pull under way; ``truth`` is what it will make true once it is applied."""

    pages: list[Changes]
    truth: dict[str, int] | None = None


@dataclass(slots=True)
class Player:
    """A counter: its chains by epoch, its snapshot of bills, and what it knows to be acknowledged."""

    counter_id: str
    chains: list[PlayedCounter]
    mark: Mark = NOTHING_SEEN
    bills: dict[str, tuple[Bill, ...]] = field(default_factory=dict)
    truth: dict[str, int] = field(default_factory=dict)
    acknowledged: dict[int, int] = field(default_factory=dict)
    paid: dict[str, list[PaidHere]] = field(default_factory=dict)
    pull: Pull | None = None

    def position_paise(self, account_no: str) -> int:
        """By the domain's own rule."""
        positions = positions_now(
            self.bills[account_no], self.mark, tuple(self.paid.get(account_no, ()))
        )
        return sum(position.outstanding_on(TODAY).paise for position in positions)

    def truth_paise(self, account_no: str) -> int:
        own = sum(part.amount.paise for part in self.paid.get(account_no, ()))
        return self.truth[account_no] - own

    def apply(self, pull: Pull) -> None:
        """Make a whole pull visible together with its mark."""
        assert pull.truth is not None
        for page in pull.pages:
            for told in page.consumers:
                self.bills[told.account_no] = tuple(
                    _bill_of(b) for b in page.bills if b.account_no == told.account_no
                )
        told_mark = pull.pages[-1].mark
        assert told_mark is not None
        self.mark = Mark(
            cursor=told_mark.cursor,
            as_on=datetime.fromtimestamp(told_mark.as_on_us // 1_000_000, UTC),
            seen_through={seen.epoch: seen.sequence for seen in told_mark.seen_through},
            refused=frozenset((r.epoch, r.sequence) for r in told_mark.refused),
        )
        self.truth = pull.truth


class Game:
    """One game, drawn by its seed."""

    def __init__(self, centre: PlayedCentre, seed: int) -> None:
        self.centre = centre
        self.dice = random.Random(seed)
        self._booked: dict[bytes, tuple[Player, PaymentTaken]] = {}
        self.accounts = [f"{seed:07d}{place:03d}" for place in range(ACCOUNTS)]
        self.cursor = centre.cursor()
        self.bills = {account: [bill(account, 5_000_00)] for account in self.accounts}
        self._load(*self.accounts)
        self.truth = Truth(dict.fromkeys(self.accounts, 5_000_00), dict.fromkeys(self.accounts, 0))
        self.players = [self._player(f"G{seed:07d}{number}") for number in (1, 2)]
        self.rrns = [f"{seed:06d}{number:06d}" for number in range(4)]

    def play(self) -> None:
        """All acts; the positions are right after each, and at the end the centre has everything once."""
        acts = [self.pay, self.pay, self.push, self.push, self.push, self.pull, self.pull]
        rare = [self.replace_bill, self.pay_elsewhere, self.set_up_anew]
        for _ in range(ACTS):
            act = self.dice.choice(rare if self.dice.random() < 0.08 else acts)
            act(self.dice.choice(self.players))
            self.see_positions(act.__name__)
        for player in self.players:
            self.push_rest(player)
            self._pull_whole(player)
        self.see_positions("the end")
        self.see_books()

    def see_positions(self, act: str) -> None:
        for player in self.players:
            for account in self.accounts:
                shown, true = player.position_paise(account), player.truth_paise(account)
                assert shown == true, f"{player.counter_id} {account} after {act}: {shown} {true}"

    def see_books(self) -> None:
        """Every message once, byte for byte; every rupee in the totals."""
        for player in self.players:
            told = [sealed for chain in player.chains for sealed in chain.sealed]
            kept = self.centre.raw_messages(player.counter_id)
            assert sorted(kept.values()) == sorted(sealed.raw for sealed in told)
            payments = [s.message.body for s in told if isinstance(s.message.body, PaymentTaken)]
            total = self.centre.day(player.counter_id, DAY)
            assert total.count == len(payments)
            assert total.amount_paise == sum(paid.amount_paise for paid in payments)

    def pay(self, player: Player) -> None:
        """Against a bill in hand: cash or card, the clock now and then days off, now and then two bills at once."""
        account = self.dice.choice(self.accounts)
        in_hand = player.bills[account]
        bills = self.dice.sample(in_hand, k=self.dice.randint(1, len(in_hand)))
        parts = tuple(AllocationTold(b.bill_no, self.dice.randint(1, 500_00)) for b in bills)
        amount = sum(part.amount_paise for part in parts)
        rrn = self.dice.choice(self.rrns) if self.dice.random() < 0.15 else ""
        chain = player.chains[-1]
        chain.recorded_us = NOW_US - (DAYS_OFF_US if self.dice.random() < 0.1 else 0)
        if self.dice.random() < 0.1:
            chain.tell(shift())
        (sealed,) = chain.tell(payment(account, amount, rrn=rrn, allocations=parts))
        player.paid.setdefault(account, []).extend(
            PaidHere(
                BillNo(part.bill_no),
                chain.epoch,
                sealed.message.sequence,
                Money(part.amount_paise),
            )
            for part in parts
        )

    def push(self, player: Player) -> None:
        """A batch from anywhere; the answer is lost in three of ten."""
        chain = self.dice.choice(player.chains)
        known = player.acknowledged.get(chain.epoch, 0)
        if chain.sealed:
            first = min(known + 1, len(chain.sealed))
            if self.dice.random() < 0.3:
                first = self.dice.randint(1, first)
            last = self.dice.randint(first, len(chain.sealed))
            self._send(player, chain, first, last, is_lost=self.dice.random() < 0.3)

    def push_rest(self, player: Player) -> None:
        for chain in player.chains:
            if chain.sealed:
                self._send(player, chain, 1, len(chain.sealed), is_lost=False)

    def pull(self, player: Player) -> None:
        """The next page, or apply a pull that is whole; one in ten is dropped half-way."""
        pull = player.pull
        if pull is not None and pull.truth is None and self.dice.random() < 0.1:
            player.pull = None
        else:
            self.next_page(player)

    def next_page(self, player: Player) -> bool:
        """The next page of a pull; once all are there, apply them. Whether there is more to do."""
        pull = player.pull
        if pull is not None and pull.truth is not None:
            player.apply(pull)
            player.pull = None
            return False
        since = pull.pages[-1].next_cursor if pull is not None else player.mark.cursor
        page = self._over_the_wire(self.centre.page(player.counter_id, since or self.cursor))
        player.pull = pull = Pull([*(pull.pages if pull else ()), page])
        if page.mark is not None:
            pull.truth = self.truth.of_others(player.counter_id)
        return True

    def replace_bill(self, _player: Player) -> None:
        """A month later: a new bill carries what is outstanding at the centre."""
        account = self.dice.choice(self.accounts)
        demand = self.dice.randint(0, 900_00)
        received = self.centre.received(account, self.cursor)
        arrears = sum(b.payable_by_due_paise - received[b.bill_no] for b in self.bills[account])
        number = self.dice.randrange(10**9)
        newer = bill(
            account, arrears + demand, bill_no=f"B{account}-{number}", bill_date="2026-11-02"
        )
        older = bill(account, 0, bill_no=f"A{account}-{number}")
        self.bills[account] = [older, newer] if self.dice.random() < 0.5 else [newer]
        self.truth.asked_paise[account] += demand
        self._load(account)

    def pay_elsewhere(self, _player: Player) -> None:
        """By the portal: the billing department tells the bill again."""
        account, paise = self.dice.choice(self.accounts), self.dice.randint(1, 300_00)
        newest = self.bills[account][-1]
        self.bills[account][-1] = msgspec.structs.replace(
            newest, received_paise=newest.received_paise + paise
        )
        self.truth.elsewhere_paise[account] += paise
        self._load(account)

    def set_up_anew(self, player: Player) -> None:
        """The computer is replaced: a new epoch, while the rest of the old one is still to come."""
        head = player.chains[-1].head.hash
        player.chains.append(self.centre.counter(player.counter_id, head))

    def _player(self, counter_id: str) -> Player:
        player = Player(counter_id, [self.centre.counter(counter_id)])
        self._pull_whole(player)
        return player

    def _pull_whole(self, player: Player) -> None:
        """Drop what is under way, fetch all pages and apply them."""
        player.pull = None
        self.next_page(player)
        while self.next_page(player):
            pass

    def _send(
        self, player: Player, chain: PlayedCounter, first: int, last: int, *, is_lost: bool
    ) -> None:
        told = self.centre.acknowledged(self.centre.push(chain, first, last))
        for fate in told.fates:
            body = chain.sealed[fate.sequence - 1].message.body
            if isinstance(body, PaymentTaken) and fate.fate in IN_THE_BILL:
                self._booked.setdefault(chain.sealed[fate.sequence - 1].hash, (player, body))
        self.truth.booked_paise = {}
        for by, body in self._booked.values():
            key = (by.counter_id, body.account_no)
            self.truth.booked_paise[key] = self.truth.booked_paise.get(key, 0) + body.amount_paise
        if not is_lost:
            known = player.acknowledged.get(chain.epoch, 0)
            player.acknowledged[chain.epoch] = max(known, last)

    def _load(self, *accounts: str) -> None:
        bills = [told for account in accounts for told in self.bills[account]]
        book_load.load_book(self.centre.database, [consumer(a) for a in accounts], bills)

    def _over_the_wire(self, page: Changes) -> Changes:
        payload = self.centre.opened(sign_answer(self.centre.key, page))
        return msgspec.json.decode(payload, type=Changes)


def _bill_of(told: BillTold) -> Bill:
    return Bill(
        bill_no=BillNo(told.bill_no),
        account_no=AccountNo(told.account_no),
        bill_month=told.bill_month,
        bill_date=date.fromisoformat(told.bill_date),
        due_date=date.fromisoformat(told.due_date),
        disconnection_date=None,
        current_demand=Money(told.current_demand_paise),
        arrear_principal=Money(told.arrear_principal_paise),
        arrear_surcharge=Money(told.arrear_surcharge_paise),
        other_debits=Money(told.other_debits_paise),
        credits=Money(told.credits_paise),
        payable_by_due=Money(told.payable_by_due_paise),
        payable_after_due=Money(told.payable_after_due_paise),
        received=Money(told.received_paise),
        as_on=date.fromisoformat(told.as_on),
    )
