"""Finding by name what was misspelt: other words and orders, guardian and place, one slip of the finger."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.domain.name_key import words_of
from local_db.bill_book import open_bills
from local_db.bill_names import FEW, MOST_NAMES, MOST_OTHERS
from tests.agreements.bills_at_hand import KEY, MANY, Snapshot, a_page, found, pull
from tests.builders import a_consumer
from tests.domain.test_slips import slips_of
from tests.fakes.bills import FakeBills

if TYPE_CHECKING:
    from collections.abc import Iterator

    from counter_app.domain.consumer import Consumer

PEOPLE = {
    "1": ("RAMESH CHANDRA SRIVASTAVA", "रमेश चंद्र श्रीवास्तव"),
    "2": ("SMT KAMLESH KUMARI", "श्रीमती कमलेश कुमारी"),
    "3": ("MOHAMMAD IRFAN QURESHI", "मोहम्मद इरफान कुरैशी"),
    "4": ("GURPREET SINGH BHATIA", "गुरप्रीत सिंह भाटिया"),
    "5": ("VISHWANATH DIXIT", "विश्वनाथ दीक्षित"),
    "6": ("PUSHPA AGNIHOTRI", "पुष्पा अग्निहोत्री"),
    "7": ("M/S LAXMI ELECTRICALS", "लक्ष्मी इलेक्ट्रिकल्स"),
    "8": ("ZAHEER ABBAS", ""),
    "9": ("", "ओंकार जायसवाल"),
}
LETTERS = {True: "abcdefghijklmnopqrstuvwxyz", False: "अकगचजटतदनपबमयरलवशषसहािीुूेैोौ्ंँ"}
SHORTEST = 5

LONG_WORDS = [
    (account_no, word)
    for account_no, names in PEOPLE.items()
    for name in names
    for word in words_of(name)
    if len(word) >= SHORTEST
]


def person(account_no: str) -> Consumer:
    english, hindi = PEOPLE[account_no]
    return a_consumer(account_no, name_en=english, name_hi=hindi, meter_no="", mobile="")


@pytest.fixture(scope="module")
def bills(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Snapshot]:
    """Nine people, each told apart by the name alone."""
    opened = open_bills(tmp_path_factory.mktemp("bills"), KEY)
    pull(opened, a_page(*map(person, PEOPLE), cursor=1))
    yield opened
    opened.close()


def accounts(bills: Snapshot, typed: str) -> list[str]:
    return [account_no for account_no, _, _ in found(bills, typed)]


@pytest.mark.parametrize(
    ("typed", "account_no"),
    [
        ("ramedh srivastav", "1"),
        ("srivastava rmesh", "1"),
        ("ramehs chand", "1"),
        ("shriwastaw rameesh chndra", "1"),
        ("रमेस श्रिवास्तव", "1"),
        ("रमशे चंद", "1"),
        ("kamlsh kumari", "2"),
        ("कमेलश", "2"),
        ("mohd irfsn kureshi", "3"),
        ("gurprret bhatiya", "4"),
        ("vishwanatg dikshit", "5"),
        ("विशवनाथ दिक्षित", "5"),
        ("puspha agnihotry", "6"),
        ("lakshmi elctricals", "7"),
        ("jahir abas", "8"),
        ("ज़हीर अब्बास", "8"),
        ("onkar jaisawl", "9"),
        ("aunkar jaiswal", "9"),
    ],
)
def test_a_misspelt_name_is_found(bills: Snapshot, typed: str, account_no: str) -> None:
    assert accounts(bills, typed)[:1] == [account_no]


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_any_one_slip_in_a_long_word_still_finds_the_consumer(
    bills: Snapshot, data: st.DataObject
) -> None:
    account_no, word = data.draw(st.sampled_from(LONG_WORDS))
    typed = data.draw(st.sampled_from(sorted(slips_of(word, LETTERS[word.isascii()]))))
    name = next(name for name in PEOPLE[account_no] if word in words_of(name))
    whole = " ".join(typed if other == word else other for other in words_of(name))
    assert account_no in accounts(bills, typed)
    assert accounts(bills, whole)[0] == account_no


@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.text(max_size=100)
    | st.text(alphabet="ramesh kumr ंि्राम12/-.'\"*()^:{}", max_size=100)
    | st.lists(st.sampled_from([word for _, word in LONG_WORDS]), max_size=12).map(" ".join)
    | st.lists(st.sampled_from(["zqx", "zqy", "ram", "म", "nagar", "smt", "12"])).map(" ".join)
)
def test_finding_never_fails_whatever_is_typed(bills: Snapshot, typed: str) -> None:
    hits = bills.find(typed, MANY)
    assert len({hit.account_no for hit in hits}) == len(hits) <= MANY
    fake = FakeBills()
    pull(fake, a_page(*map(person, PEOPLE), cursor=1))
    assert len(fake.find(typed, MANY)) <= MANY


def test_what_was_found_with_a_slip_is_said_to_be_near_and_never_exact(bills: Snapshot) -> None:
    assert found(bills, "ramedh chandra srivastava") == [("1", "near", False)]
    assert found(bills, "ramesh chandra srivastava")[0] == ("1", "name", True)


def test_a_slip_is_forgiven_while_a_long_word_is_still_typed(bills: Snapshot) -> None:
    assert "6" in accounts(bills, "agnihotei")
    assert "6" in accounts(bills, "pushpa agmihotr")


def test_figures_are_not_forgiven(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Ward 11 is not Ward 12, and a number is rather meant than a name with a slip in it."""
    bills = open_bills(tmp_path_factory.mktemp("bills"), KEY)
    people = (
        a_consumer("1", name_en="WARD 12 SAMITI", name_hi="", meter_no="", mobile=""),
        a_consumer("2", name_en="WAR 1 SAMITI", name_hi="", meter_no="KES0123", mobile=""),
    )
    pull(bills, a_page(*people, cursor=1))
    assert accounts(bills, "ward 11") == []
    assert accounts(bills, "ward 12") == ["1"]
    assert found(bills, "kes 01 23") == [("2", "meter", True)]
    assert found(bills, "wsrd 12 samiti") == [("1", "near", False)]
    bills.close()


def test_of_three_words_one_may_be_nobodys(bills: Snapshot) -> None:
    assert found(bills, "ramesh kumar srivastava") == [("1", "near", False)]
    assert found(bills, "ramesh tripathi") == []
    assert found(bills, "tripathi tripathi tripathi") == []


def test_a_title_neither_hides_nor_finds(bills: Snapshot) -> None:
    assert accounts(bills, "smt pushpa agnihotri") == ["6"]
    assert accounts(bills, "shri vishwanath dixit") == ["5"]
    assert accounts(bills, "श्रीमती पुष्पा") == ["6"]
    assert accounts(bills, "smt") == ["2"]


def test_guardian_and_locality_are_asked_with_a_slip_too(bills: Snapshot) -> None:
    """All nine are of SHYAM LAL SHUKLA, KIDWAI NAGAR."""
    assert accounts(bills, "pushpa shyam kidwai nagar") == ["6"]
    assert accounts(bills, "puspha shyam lal") == ["6"]
    assert accounts(bills, "pushpa syham lal") == ["6"]
    assert accounts(bills, "pushpa kidwia nag") == ["6"]


def test_the_well_spelt_are_not_hidden_by_similar_names(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    bills = open_bills(tmp_path_factory.mktemp("bills"), KEY)
    names = ["RAJESH GUPTA"] * FEW + ["RAKESH GUPTA"]
    people = [
        a_consumer(str(number), name_en=name, name_hi="") for number, name in enumerate(names)
    ]
    pull(bills, a_page(*people[1:], cursor=1))
    assert [matched for _, matched, _ in found(bills, "rajesh gupta")] == ["name"] * 4 + ["near"]
    pull(bills, a_page(people[0], cursor=2))
    assert [matched for _, matched, _ in found(bills, "rajesh gupta")] == ["name"] * 5
    bills.close()


def test_of_a_frequent_beginning_the_whole_word_is_among_the_first(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    bills = open_bills(tmp_path_factory.mktemp("bills"), KEY)
    crowd = [a_consumer(f"{n:04}", name_en="RAMAKANT PAL", name_hi="") for n in range(MOST_NAMES)]
    meant = a_consumer("9999", name_en="RAM PAL", name_hi="")
    pull(bills, a_page(*crowd, meant, cursor=1))
    assert accounts(bills, "pal ram")[0] == "9999"
    bills.close()


def test_in_a_crowd_beside_and_in_a_crowd_of_similar_names_whole_words_are_among_the_first(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Last in the file, behind more than are put in order, whose guardian's or own name begins as typed."""
    bills = open_bills(tmp_path_factory.mktemp("bills"), KEY)
    crowd = [
        replace(
            a_consumer(f"{n:04}", name_en="MOHAN PAL", name_hi=""), guardian_name="RAMAKANT PAL"
        )
        for n in range(MOST_OTHERS + 1)
    ]
    meant = replace(
        a_consumer("9999", name_en="MOHAN PAL", name_hi=""), guardian_name="RAM DAS PAL"
    )
    namesake = a_consumer("9998", name_en="MOHAN RAMAKANT PAL", name_hi="")
    pull(bills, a_page(*crowd, namesake, meant, cursor=1))
    assert accounts(bills, "mohan pal ram")[:2] == ["9999", "9998"]
    assert accounts(bills, "mohxn pal ram")[0] == "9999"
    assert accounts(bills, "mohxn pal ramakant")[0] == "9998"
    bills.close()


def test_words_of_changed_and_new_consumers_are_found_with_a_slip_after_a_later_pull(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    bills = open_bills(tmp_path_factory.mktemp("bills"), KEY)
    pull(bills, a_page(person("1"), cursor=1))
    pull(bills, a_page(person("6"), a_consumer("1", name_en="TULSIRAM", name_hi=""), cursor=2))
    assert accounts(bills, "agnohotri") == ["6"]
    assert accounts(bills, "tulsirsm") == ["1"]
    assert accounts(bills, "ramedh srivastava") == []
    pull(bills, a_page(removed=("6",), cursor=3))
    assert accounts(bills, "agnohotri") == []
    bills.close()
