"""Finding a consumer as typed, letter by letter, in the whole city's book."""

from __future__ import annotations

import random
import time
from typing import TYPE_CHECKING

from billing_server.book.generator import make_book
from counter_app.launch import Counter
from tests.day.figures import quantile, ratio, spread_ms
from tests.day.misspelling import left_out, neighbour_key, swapped, twice

if TYPE_CHECKING:
    from collections.abc import Iterable

    from counter_app.use_cases.desk import Desk
    from tests.day.stage import Stage

SAMPLE = 300
SHORTEST = 2
LEAST_DIGITS = 4
SLIPS = (left_out, neighbour_key, swapped, twice)


def measure_search(stage: Stage, key: bytes) -> dict[str, object]:
    """p50 and p99 of each kind; the baseline is the same look-up by a whole account number."""
    dice = random.Random(stage.seed)
    every = max(1, stage.consumers // SAMPLE)
    chosen = [
        told.consumer
        for place, told in enumerate(make_book(stage.consumers, stage.seed))
        if place % every == 0
    ][:SAMPLE]
    counter = Counter(stage.places)
    try:
        desk = counter.desk
        by_name_en = [text for told in chosen for text in as_typed(told.name_en.lower())]
        by_name_hi = [text for told in chosen for text in as_typed(told.name_hi)]
        numbers = [told.account_no for told in chosen]
        growing = [number[:end] for number in numbers for end in range(LEAST_DIGITS, 10)]
        meters = [told.meter_no for told in chosen]
        wrong_en = [text for told in chosen for text in as_typed(with_slip(dice, told.name_en))]
        wrong_hi = [text for told in chosen for text in as_typed(with_slip(dice, told.name_hi))]
        beside = [
            text
            for told in chosen
            for text in as_typed(f"{with_slip(dice, told.name_en)} {told.guardian_name.lower()}")
        ]
        dice.shuffle(by_name_en)
        seconds = {
            "account_number": timed(desk, numbers),
            "account_number_as_typed": timed(desk, growing),
            "meter": timed(desk, meters),
            "name_english_as_typed": timed(desk, by_name_en),
            "name_hindi_as_typed": timed(desk, by_name_hi),
            "name_english_misspelt_as_typed": timed(desk, wrong_en),
            "name_hindi_misspelt_as_typed": timed(desk, wrong_hi),
            "name_misspelt_and_guardian_as_typed": timed(desk, beside),
        }
    finally:
        counter.close()
    base = quantile(seconds["account_number"], 50)
    return {
        kind: {**spread_ms(took), "p50_to_whole_number": ratio(quantile(took, 50), base)}
        for kind, took in seconds.items()
    } | {"aim_ms": "number under 1 p99, name under 15 p99"}


def with_slip(dice: random.Random, name: str) -> str:
    """The name with one slip of the finger, as ``dev.py names`` makes them."""
    words = name.lower().split()
    return " ".join(dice.choice(SLIPS)(dice, words) or words)


def as_typed(text: str) -> Iterable[str]:
    """The text letter by letter, as the find box asks."""
    return (text[:end] for end in range(SHORTEST, len(text) + 1))


def timed(desk: Desk, texts: Iterable[str]) -> list[float]:
    """Seconds of each question; the first few warm up."""
    took: list[float] = []
    for text in texts:
        at = time.perf_counter()
        desk.find_consumer(text)
        took.append(time.perf_counter() - at)
    return took[10:] or took
