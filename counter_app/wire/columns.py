"""The columns that the parts of a snapshot are made of, as they travel.

A column travels three times smaller than rows do, and 16,384 rows hardly larger than all in one piece
(books_and_sync, A2). Every struct is a map on the wire, so a later field is skipped by those who do not know it.
"""

from __future__ import annotations

import msgspec


class Texts(msgspec.Struct, frozen=True, tag="texts"):
    """Any texts, as they are."""

    texts: tuple[str, ...]


class Numbers(msgspec.Struct, frozen=True, tag="numbers"):
    """Rising numbers of so many digits each, as the steps from one to the next, the first from 0."""

    digits: int
    steps: tuple[int, ...]


Names = Texts | Numbers
"""A column of account or bill numbers: most often rising."""


class ConsumerColumns(msgspec.Struct, frozen=True):
    """Fields of ``ConsumerTold``; flags as one text with commas between."""

    account_no: Names
    name_en: tuple[str, ...]
    name_hi: tuple[str, ...]
    legacy_account_no: tuple[str, ...]
    meter_no: tuple[str, ...]
    mobile: tuple[str, ...]
    guardian_name: tuple[str, ...]
    address: tuple[str, ...]
    locality: tuple[str, ...]
    division: tuple[str, ...]
    substation: tuple[str, ...]
    category: tuple[str, ...]
    connection: tuple[str, ...]
    flags: tuple[str, ...]


class NameColumns(msgspec.Struct, frozen=True):
    """Of ``ConsumerColumns`` what consumers are found by, for who needs no more."""

    name_en: tuple[str, ...]
    name_hi: tuple[str, ...]
    guardian_name: tuple[str, ...]
    locality: tuple[str, ...]


class BillColumns(msgspec.Struct, frozen=True):
    """Fields of ``BillTold``, the two sums that can be guessed from others as how far off the guess is.

    Payable by the due date is guessed to be demand, arrears, surcharge and debits less credits; payable after it, to be
    payable by it.
    """

    bill_no: Names
    bill_month: tuple[str, ...]
    bill_date: tuple[str, ...]
    due_date: tuple[str, ...]
    disconnection_date: tuple[str, ...]
    current_demand_paise: tuple[int, ...]
    arrear_principal_paise: tuple[int, ...]
    arrear_surcharge_paise: tuple[int, ...]
    other_debits_paise: tuple[int, ...]
    credits_paise: tuple[int, ...]
    by_due_off_paise: tuple[int, ...]
    after_due_off_paise: tuple[int, ...]
    received_paise: tuple[int, ...]
    as_on: tuple[str, ...]


class ChunkColumns(msgspec.Struct, frozen=True):
    """Consumers, how many bills each has, and those bills one consumer after another."""

    consumers: ConsumerColumns
    bill_counts: tuple[int, ...]
    bills: BillColumns


class NamesOfChunk(msgspec.Struct, frozen=True):
    """A ``ChunkColumns`` of which nothing but the names is read."""

    consumers: NameColumns


class DuesColumns(msgspec.Struct, frozen=True):
    """New bills of consumers that are otherwise as they were: ``consumers_sha256`` proves that they are."""

    account_no: Names
    bill_counts: tuple[int, ...]
    bills: BillColumns
    consumers_sha256: str


class DeltaColumns(msgspec.Struct, frozen=True):
    """What changed: consumers told whole, new bills of others, and accounts served no more."""

    told: ChunkColumns
    dues: DuesColumns
    removed: tuple[str, ...]
