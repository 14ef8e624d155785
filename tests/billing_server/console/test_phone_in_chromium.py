"""The approver's phone in a real Chromium: its answers are those of the counter, with the network cut too."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest

from billing_server.app import CONSOLE_PATH
from counter_app.domain.challenge import ACT_NUMBERS, Asked, act_numbers
from counter_app.domain.identity import CashierId
from counter_app.domain.money import Money
from counter_app.wire.check_code import spaced_code
from counter_app.wire.telephone import (
    NONCE_BYTES,
    answer_to,
    challenge_typed,
    counter_key,
    make_challenge,
    secret_text,
)
from tests.approvers import SECRET
from tests.billing_server.console.browser import PHONE, open_window
from tests.sync.offices import open_office

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

    from tests.billing_server.console.browser import Window
    from tests.sync.offices import Office

pytestmark = pytest.mark.chromium
PASSPHRASE = "चाय at Moti Jheel"
EXAMPLE = ("C07", "52 63", "1,250.50", "XZTB-M0M0")
SEED = 4


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    opened = open_office(tmp_path_factory.mktemp("phone"))
    yield opened
    opened.close()


@pytest.fixture
def phone(chromium: Browser, office: Office) -> Iterator[Window]:
    with open_window(chromium, office.server.url, PHONE) as window:
        window.open("/phone/")
        yield window


def set_up(page: Page, secret: str = secret_text(SECRET), again: str = PASSPHRASE) -> None:
    page.fill("#secret", secret)
    page.fill("#passphrase", PASSPHRASE)
    page.fill("#again", again)
    page.click("#setup-form button")


def heard(page: Page, counter: str, acts: str, amount: str, challenge: str) -> None:
    for name, text in zip(
        ("#counter", "#act", "#amount", "#challenge"),
        (counter, acts, amount, challenge),
        strict=True,
    ):
        page.fill(name, text)
    page.click("#ask-form button.main")


def answered(page: Page) -> str:
    page.wait_for_selector("#answered", state="visible")
    return page.inner_text("#answer")


def the_answer(counter: str, acts: str, paise: int, challenge: str) -> str:
    code = challenge_typed(challenge)
    return spaced_code(answer_to(counter_key(SECRET, counter), counter, acts, paise, code))


def test_the_phone_answers_as_the_counter_expects_with_the_network_cut(phone: Window) -> None:
    page = phone.page
    page.context.set_offline(True)
    set_up(page)
    page.wait_for_selector("#ask", state="visible")
    heard(page, *EXAMPLE)
    assert answered(page) == the_answer("C07", "52 63", 125_050, EXAMPLE[3])
    assert "₹ 1,250.50" in page.inner_text("#sum")
    assert "Too many parts in a month" in page.inner_text("#approves")
    drawn = random.Random(SEED)
    for _ in range(20):
        codes = frozenset(drawn.sample(list(ACT_NUMBERS), drawn.choice((1, 1, 1, 3))))
        asked = Asked(codes, "a receipt", Money(drawn.randrange(10**9)), CashierId("C101"))
        counter = f"C{drawn.randrange(100):02d}"
        challenge = make_challenge(drawn.randbytes(NONCE_BYTES), counter, asked)
        heard(page, counter.lower(), act_numbers(codes), str(asked.amount), challenge.lower())
        expected = the_answer(counter, act_numbers(codes), asked.amount.paise, challenge)
        page.wait_for_function(
            "text => document.getElementById('answer').textContent === text", arg=expected
        )
    assert phone.complaints == []


def test_the_page_opens_again_without_a_network_and_is_locked(phone: Window) -> None:
    page = phone.page
    set_up(page)
    page.wait_for_selector("#ask", state="visible")
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.context.set_offline(True)
    page.reload()
    page.wait_for_selector("#locked", state="visible")
    page.fill("#unlocking", "another passphrase")
    page.click("#unlock-form button")
    page.wait_for_selector("#unlock-wrong", state="visible")
    page.fill("#unlocking", PASSPHRASE)
    page.keyboard.press("Enter")
    page.wait_for_selector("#ask", state="visible")
    heard(page, *EXAMPLE)
    assert answered(page) == the_answer("C07", "52 63", 125_050, EXAMPLE[3])
    page.click("#lock")
    page.wait_for_selector("#locked", state="visible")
    assert page.input_value("#challenge") == ""
    assert phone.complaints == []


def test_the_secret_is_sealed_where_it_is_kept(phone: Window) -> None:
    page = phone.page
    set_up(page)
    page.wait_for_selector("#ask", state="visible")
    kept = page.evaluate("JSON.stringify({...localStorage})")
    assert "sealed" in kept
    for form in (secret_text(SECRET), secret_text(SECRET).replace(" ", ""), PASSPHRASE):
        assert form not in kept
    assert page.input_value("#secret") == ""


@pytest.mark.parametrize(
    ("place", "typed", "told"),
    [
        (0, "C 7!", "#counter-wrong"),
        (1, "99", "#act-wrong"),
        (1, "5", "#act-wrong"),
        (2, "much", "#amount-wrong"),
        (3, "XZTB-M0M1", "#challenge-wrong"),
        (3, "XZTB-M0", "#challenge-wrong"),
    ],
)
def test_what_was_misheard_is_told_and_nothing_is_answered(
    phone: Window, place: int, typed: str, told: str
) -> None:
    page = phone.page
    set_up(page)
    page.wait_for_selector("#ask", state="visible")
    said = list(EXAMPLE)
    said[place] = typed
    heard(page, *said)
    page.wait_for_selector(told, state="visible")
    assert not page.is_visible("#answered")
    heard(page, *EXAMPLE)
    assert answered(page)
    page.fill("#amount", "12")
    assert not page.is_visible("#answered")


def test_hindi_figures_and_words_do_as_well(phone: Window) -> None:
    page = phone.page
    page.click("#language")
    assert page.get_attribute("html", "lang") == "hi"
    set_up(page)
    page.wait_for_selector("#ask", state="visible")
    heard(page, "C07", "५२६३", "१,२५०.५०", EXAMPLE[3])
    assert answered(page) == the_answer("C07", "52 63", 125_050, EXAMPLE[3])
    assert "माह में अधिक आंशिक भुगतान" in page.inner_text("#approves")
    assert not phone.is_wider_than_its_window


@pytest.mark.parametrize(
    ("secret", "again", "told"),
    [
        (secret_text(SECRET)[:-1] + "0", PASSPHRASE, "#secret-wrong"),
        ("7KQ2", PASSPHRASE, "#secret-wrong"),
        (secret_text(SECRET), "another", "#passphrase-differs"),
    ],
)
def test_a_secret_that_was_mistyped_is_not_kept(
    phone: Window, secret: str, again: str, told: str
) -> None:
    set_up(phone.page, secret, again)
    phone.page.wait_for_selector(told, state="visible")
    assert phone.page.evaluate("localStorage.getItem('kesco-approval')") is None


def test_the_secret_is_taken_off_the_phone_at_the_second_press(phone: Window) -> None:
    page = phone.page
    set_up(page)
    page.wait_for_selector("#ask", state="visible")
    page.click("#forget")
    assert page.is_visible("#forget-sure")
    page.click("#forget")
    page.wait_for_selector("#setup", state="visible")
    assert page.evaluate("localStorage.getItem('kesco-approval')") is None


def test_the_page_allows_scripts_of_this_server_alone(phone: Window) -> None:
    answer = phone.page.request.get(f"{phone.url}{CONSOLE_PATH}/phone/page.js")
    assert answer.ok
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert phone.page.request.get(f"{phone.url}{CONSOLE_PATH}/phone/nothing.js").status == 404
    inside = phone.page.request.get(f"{phone.url}{CONSOLE_PATH}/sign-in")
    assert "script-src" not in inside.headers["content-security-policy"]
    assert phone.page.request.get(f"{phone.url}{CONSOLE_PATH}/phone").url.endswith("/phone/")
