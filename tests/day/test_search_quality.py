"""The measure of the search: how names are misspelt, and a small book asked in all the ways."""

from __future__ import annotations

import json
import random
import sys
from itertools import islice
from typing import TYPE_CHECKING

import pytest

from billing_server.book.generator import make_book
from counter_app.wire.exchange import Changes, MarkTold
from local_db.bill_book import open_bills
from tests.day import search_quality
from tests.day.misspelling import (
    ENGLISH,
    HINDI,
    beside,
    by_ear,
    left_out,
    middle_missing,
    neighbour_key,
    sign_left_out,
    signs_mixed,
    swapped,
    twice,
    words_swapped,
)
from tests.day.search_quality import KINDS, LEAST_PERCENT, draw, measure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from local_db.bill_book import BillSnapshot

CONSUMERS, SEED, NAMES = 3_000, 7, 126
KEY = bytes(range(32))
NAME, NAAM = ["ramesh", "kumar", "shukla"], ["रमेश", "कुमार", "शुक्ला"]


@pytest.fixture(scope="module")
def bills(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BillSnapshot]:
    """The bills of a small book, pulled."""
    opened = open_bills(tmp_path_factory.mktemp("bills"), KEY)
    told = [one.consumer for one in make_book(CONSUMERS, SEED)]
    with opened.pulling() as begun:
        begun.finish(Changes(0, 1, tuple(told), (), (), mark=MarkTold(1, 1, (), ())))
    yield opened
    opened.close()


def test_of_a_small_book_nearly_every_misspelt_name_is_among_the_first_five(
    bills: BillSnapshot,
) -> None:
    figures = measure(
        lambda text: bills.find(text, 50), consumers=CONSUMERS, seed=SEED, names=NAMES
    )
    assert figures["is_met"], figures
    assert figures["names"] == NAMES


def test_a_search_that_finds_nobody_does_not_pass() -> None:
    figures = measure(lambda _: (), consumers=500, seed=SEED, names=len(KINDS))
    assert figures["in_first_five_percent"] == 0
    assert not figures["is_met"]


def test_the_names_are_the_same_for_the_same_seed_and_every_way_has_its_turn() -> None:
    one, other = (draw(1_000, SEED, 2 * len(KINDS)) for _ in range(2))
    assert [question.misspelt for question in one] == [question.misspelt for question in other]
    assert [(question.script, question.kind) for question in one] == [
        (script, kind) for script, kind, _ in KINDS
    ] * 2


def test_a_book_too_small_is_told() -> None:
    with pytest.raises(ValueError, match="too few names"):
        draw(20, SEED, 20)


def test_the_verb_prints_its_figures_and_its_code_says_whether_the_aim_is_met(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["names", "--consumers", "300", "--names", "18", "--seed", "5"]
    monkeypatch.setattr(sys, "argv", asked)
    code = search_quality.main()
    printed = json.loads(capsys.readouterr().out)
    assert printed["names"] == 18
    assert code == int(printed["in_first_five_percent"] < LEAST_PERCENT)


def ways(kind: object, words: list[str]) -> set[str]:
    assert callable(kind)
    return {
        " ".join(wrong)
        for wrong in (kind(random.Random(seed), words) for seed in range(300))
        if wrong is not None
    }


def test_a_name_is_misspelt_in_the_ways_of_fingers() -> None:
    assert "ramsh kumar shukla" in ways(left_out, NAME)
    assert "ramesh kumaar shukla" in ways(twice, NAME)
    assert "ramehs kumar shukla" in ways(swapped, NAME)
    assert "ramwsh kumar shukla" in ways(neighbour_key, NAME)
    assert ways(words_swapped, NAME[:2]) == {"kumar ramesh"}
    assert ways(middle_missing, NAME) == {"ramesh shukla"}
    assert ways(middle_missing, NAME[:2]) == ways(words_swapped, NAME[:1]) == set()
    assert ways(left_out, ["md", "om"]) == set()


def test_a_name_is_misspelt_in_the_ways_of_ears() -> None:
    assert {"ramesh kumaar sukla", "ramish kr shukla"} <= ways(by_ear, NAME)
    assert "रमेस कुमार सुक्ला" in ways(by_ear, NAAM)
    assert "रमेश कूमार शुक्ला" in ways(signs_mixed, NAAM)
    assert "रमेश कुमार शुकला" in ways(sign_left_out, NAAM)


def test_neighbouring_keys_are_neighbours_on_both_keyboards() -> None:
    assert (beside("a"), beside("s"), beside("é")) == ("s", "ad", "")
    assert (beside("र"), beside("ि"), beside("भ")) == ("पक", "्ु", "ऊङ")


@pytest.mark.parametrize("kind", [*ENGLISH, *HINDI])
def test_no_way_of_misspelling_leaves_the_name_as_it_is(kind: str) -> None:
    names = [told.consumer for told in islice(make_book(200, SEED), 200)]
    for misspell, texts in (
        (ENGLISH.get(kind), [one.name_en.lower() for one in names]),
        (HINDI.get(kind), [one.name_hi for one in names if one.name_hi]),
    ):
        for text in texts if misspell else ():
            wrong = misspell(random.Random(text), text.split()) if misspell else None
            assert wrong != text.split()
