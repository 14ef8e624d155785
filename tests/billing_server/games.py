"""Games against the real store over the real wire: what a counter shows must be the truth after every act.

A game has two counters and three accounts. The truth for a counter: all that was asked, less what it took
itself, less what the centre had of others at the last pull.
"""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import msgspec

from billing_server.store import account_map, book_load
from counter_app.domain.bill import PaidHere
from counter_app.domain.identity import BillNo
from counter_app.domain.money import Money
from counter_app.domain.payment import Toward
from counter_app.wire.bodies import InstrumentReturned, PaymentTaken
from counter_app.wire.canonical import sign_answer
from counter_app.wire.custody_bodies import PaymentReversed
from counter_app.wire.exchange import Changes
from tests.billing_server.game_office import LATE_DAY, Office
from tests.billing_server.game_payments import drawn_order, paid_again, returned_of, whose_is
from tests.billing_server.game_players import Player, Pull
from tests.billing_server.game_truth import Paid, Truth, instruments_of
from tests.billing_server.players import DAY, NOW_US, bill, consumer, reversal, shift

if TYPE_CHECKING:
    from counter_app.wire.told_parts import AllocationTold
    from tests.billing_server.centres import PlayedCentre
    from tests.billing_server.players import PlayedCounter

ACTS = 60
ACCOUNTS = 3
DAYS_OFF_US = 3 * 86_400_000_000


class Game:
    """One game, drawn by its seed."""

    def __init__(self, centre: PlayedCentre, seed: int) -> None:
        self.centre = centre
        self.seed = seed
        self.dice = random.Random(seed)
        self.accounts = [f"{seed:07d}{place:03d}" for place in range(ACCOUNTS)]
        self.cursor = centre.cursor()
        self.bills = {account: [bill(account, 5_000_00)] for account in self.accounts}
        self._load(*self.accounts)
        pairs = {f"MAP-{account}": account for account in self.accounts}
        account_map.map_accounts(centre.database, pairs, "clerk", NOW_US)
        self.truth = Truth(dict.fromkeys(self.accounts, 5_000_00), dict.fromkeys(self.accounts, 0))
        self.office = Office(centre, self.dice, self.truth, self.accounts)
        self.players = [self._player(f"G{seed:07d}{number}") for number in (1, 2)]

    def play(self) -> None:
        """All acts; the positions are right after each, and at the end the centre has everything once."""
        acts = [self.pay, self.pay, self.push, self.push, self.push, self.pull, self.pull]
        rare = [
            self.replace_bill,
            self.pay_elsewhere,
            self.set_up_anew,
            self.give_back,
            self.give_back,
            self.reverse,
            self.reverse,
            self.office.see_return_at_desk,
            self.office.match,
            self.office.match,
            self.office.match_held,
            self.office.undo,
            self.office.confirm_double,
            self.office.confirm_double,
            self.office.close_or_open_month,
        ]
        for _ in range(ACTS):
            act = self.dice.choice(rare if self.dice.random() < 0.2 else acts)
            act(self.dice.choice(self.players))
            self.see_positions(act.__name__)
        for player in self.players:
            self.push_rest(player)
        for player in self.players:
            self._pull_whole(player)
        self.see_positions("the end")
        self.see_books()

    def see_positions(self, act: str) -> None:
        for player in self.players:
            for account in self.accounts:
                shown, true = player.position_paise(account), player.truth_paise(account)
                assert shown == true, f"{player.counter_id} {account} after {act}: {shown} {true}"

    def see_books(self) -> None:
        """Every message once, byte for byte; every rupee in the totals, and in the bills what should be."""
        for player in self.players:
            told = [sealed for chain in player.chains for sealed in chain.sealed]
            kept = self.centre.raw_messages(player.counter_id)
            assert sorted(kept.values()) == sorted(sealed.raw for sealed in told)
            payments = [s.message.body for s in told if isinstance(s.message.body, PaymentTaken)]
            totals = [self.centre.day(player.counter_id, day) for day in (DAY, LATE_DAY)]
            assert sum(total.count for total in totals) == len(payments)
            in_totals = sum(total.amount_paise for total in totals)
            assert in_totals == sum(paid.amount_paise for paid in payments)

    def pay(self, player: Player) -> None:
        """An order of whatever kind; the clock is now and then days off."""
        chain = player.chains[-1]
        chain.recorded_us = NOW_US - (DAYS_OFF_US if self.dice.random() < 0.1 else 0)
        if self.dice.random() < 0.1:
            chain.tell(shift())
        day = LATE_DAY if self.dice.random() < 0.15 else DAY
        for drawn in self._drawn(player):
            paid = msgspec.structs.replace(drawn, business_date=day)
            (sealed,) = chain.tell(paid)
            place = (chain.epoch, sealed.message.sequence)
            counted_under, account_no = whose_is(paid, self.accounts)
            one = Paid(paid, player.counter_id, place, counted_under, account_no)
            self.truth.paid[paid.payment_id] = one
            self._count(player, one, place, paid.allocations, sign=1)

    def _drawn(self, player: Player) -> tuple[PaymentTaken, ...]:
        """What is paid: now and then what somebody paid at the other counter."""
        others = [p.body for p in self.truth.paid.values() if p.counter_id != player.counter_id]
        if others and self.dice.random() < 0.1:
            return (paid_again(self.dice, self.seed, self.dice.choice(others)),)
        return drawn_order(self.dice, self.seed, self.accounts, player.bills)

    def give_back(self, player: Player) -> None:
        """The bank returned an instrument of this counter, which undoes what it paid."""
        own = [paid for paid in self.truth.paid.values() if paid.counter_id == player.counter_id]
        left = {
            (paid.body.group_id or paid.body.payment_id, identity)
            for paid in own
            for identity, _ in instruments_of(paid.body)
            if identity not in paid.returned_here and self._is_here(paid, identity)
        }
        if not left:
            return
        group, identity = self.dice.choice(sorted(left))
        told = returned_of(own, group, identity)
        chain = player.chains[-1]
        (sealed,) = chain.tell(told)
        place = (chain.epoch, sealed.message.sequence)
        for part in told.parts:
            paid = self.truth.paid[part.payment_id]
            paid.returned_here.add(identity)
            if paid.reversed_by is None:
                self._count(player, paid, place, part.allocations, sign=-1)

    def _is_here(self, paid: Paid, identity: str) -> bool:
        """Whether the instrument was not given back by a reversal, of this payment or of another of its order."""
        group = paid.body.group_id or paid.body.payment_id
        gone = (
            tender
            for one in self.truth.paid.values()
            if one.reversed_by is not None and group in {one.body.group_id, one.body.payment_id}
            for tender in one.reversed_by.tenders
            if tender.where != "held"
        )
        return identity not in {tender.identity for tender in gone}

    def reverse(self, player: Player) -> None:
        """A payment of this counter is undone; of each tender some is held, some given back."""
        own = [paid for paid in self.truth.paid.values() if paid.counter_id == player.counter_id]
        standing = [one for one in own if not one.returned_here and one.reversed_by is None]
        if not standing:
            return
        paid = self.dice.choice(standing)
        goes = [self.dice.choice(["held", "held", "cash_back"]) for _ in paid.body.tenders]
        told = reversal(paid.body, *goes)
        paid.reversed_by = told
        chain = player.chains[-1]
        (sealed,) = chain.tell(told)
        place = (chain.epoch, sealed.message.sequence)
        self._count(player, paid, place, told.part.allocations, sign=-1)

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
            pull.moved_away = self.truth.moved_away(player.counter_id)
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

    def _count(
        self,
        player: Player,
        paid: Paid,
        place: tuple[int, int],
        allocations: tuple[AllocationTold, ...],
        *,
        sign: int,
    ) -> None:
        """As the counter's own books do: all but heads, a return beside the payment it undoes."""
        for part in allocations:
            if part.toward is not Toward.HEAD and paid.counted_under:
                amount = Money(sign * part.amount_paise)
                undoes = paid.place if sign < 0 else None
                here = PaidHere(BillNo(part.bill_no), *place, amount, undoes)
                player.count(paid.counted_under, paid.body.payment_id, here)

    def _send(
        self, player: Player, chain: PlayedCounter, first: int, last: int, *, is_lost: bool
    ) -> None:
        told = self.centre.acknowledged(self.centre.push(chain, first, last))
        for fate in told.fates:
            body = chain.sealed[fate.sequence - 1].message.body
            if isinstance(body, PaymentTaken):
                self.truth.paid[body.payment_id].fate = fate.fate
            elif isinstance(body, InstrumentReturned):
                self.truth.hear_return(body)
            elif isinstance(body, PaymentReversed):
                self.truth.hear_reversal(body)
        if not is_lost:
            known = player.acknowledged.get(chain.epoch, 0)
            player.acknowledged[chain.epoch] = max(known, last)

    def _load(self, *accounts: str) -> None:
        bills = [told for account in accounts for told in self.bills[account]]
        consumers = [consumer(a, legacy_account_no=f"OLD-{a}") for a in accounts]
        book_load.load_book(self.centre.database, consumers, bills)

    def _over_the_wire(self, page: Changes) -> Changes:
        payload = self.centre.opened(sign_answer(self.centre.key, page))
        return msgspec.json.decode(payload, type=Changes)
