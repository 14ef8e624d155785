"""The page that checks receipts in a real Chromium: says what Python says, with the network cut and the server gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from msgspec.json import decode

from billing_server.settings import ServerSettings
from billing_server.store import bank_desk
from counter_app.wire.check_code import check_code, spaced_code
from tests.billing_server.console.browser import open_window
from tests.billing_server.game_players import TODAY
from tests.billing_server.players import (
    cash,
    cheque,
    cheque_identity,
    paid_by,
    payment,
    reversal,
)
from tests.billing_server.proofs import digits_of, proof_of
from tests.billing_server.receipt_vectors import FILE, HINDI, changed
from tests.sync.offices import A, B, open_office

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, Page

    from counter_app.wire.bodies import Body
    from tests.billing_server.console.browser import Window
    from tests.billing_server.players import PlayedCounter
    from tests.sync.offices import Office

pytestmark = pytest.mark.chromium
SMALL = (360, 740)
SETTINGS = ServerSettings(receipt_list_seconds=0, receipt_checks_per_minute=1_000)
NO_ED25519 = """
const importKey = crypto.subtle.importKey.bind(crypto.subtle);
crypto.subtle.importKey = (form, key, how, ...rest) => how.name === "Ed25519"
  ? Promise.reject(new DOMException("unknown", "NotSupportedError")) : importKey(form, key, how, ...rest);
"""
SEES = """
window.BarcodeDetector = class {
  static async getSupportedFormats() { return ["qr_code"]; }
  async detect() { return FOUND.map((one) => ({ rawValue: one })); }
};
"""
FILMS = """
navigator.mediaDevices.getUserMedia = async () => {
  const canvas = document.createElement("canvas");
  canvas.getContext("2d").fillRect(0, 0, 9, 9);
  window.film = canvas.captureStream(30);
  return window.film;
};
window.tracks = () => window.film.getTracks().map((one) => one.readyState).join();
"""
JUDGE_ALL = """async ({ answer, key, cases }) => {
  const list = answer ? await readyList(await openAnswer(bytesOf(key), answer)) : null;
  const said = [];
  for (const one of cases) {
    const judged = await judge(one, list);
    said.push({ verdict: judged.verdict, says: judged.says || null, why: judged.why || "", on: judged.on || "" });
  }
  return said;
}"""


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    opened = open_office(tmp_path_factory.mktemp("check"), SETTINGS)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def counter(office: Office) -> PlayedCounter:
    return office.enrol()


@pytest.fixture
def phone(chromium: Browser, office: Office) -> Iterator[Window]:
    with open_window(chromium, office.server.url, SMALL) as window:
        yield window


def told(office: Office, counter: PlayedCounter, *bodies: Body) -> None:
    first = len(counter.sealed) + 1
    counter.tell(*bodies)
    office.link.push(counter.epoch, counter.batch(first))


def paid(office: Office, counter: PlayedCounter, body: Any = None) -> str:  # noqa: ANN401 - a payment
    """The figures of a receipt whose payment the centre has."""
    told(office, counter, body or payment(A, 2_663_55))
    return digits_of(counter.sealed[-1], counter)


def open_page(phone: Window, figures: str = "") -> Page:
    phone.page.goto(f"{phone.url}/check/" + (f"#{figures}" if figures else ""))
    return phone.page


def ready(page: Page) -> None:
    """The list is on the phone, and so is the page."""
    page.wait_for_selector("#offline-ready", state="visible")


def verdict(page: Page, name: str) -> str:
    """Wait for this verdict; all that is said with it."""
    page.wait_for_selector(f"[data-verdict={name}]", state="visible")
    return page.inner_text("#result")


def typed(page: Page, text: str) -> None:
    page.fill("#typed", text)
    page.keyboard.press("Enter")


@pytest.mark.usefixtures("counter")
def test_the_page_says_of_every_vector_what_python_says_with_the_network_cut(
    phone: Window,
) -> None:
    shared = decode(FILE.read_bytes())
    page = open_page(phone)
    ready(page)
    page.context.set_offline(True)
    for answer, cases in (
        (shared["signed_list"], shared["cases"]),
        ("", shared["without_a_list"]),
    ):
        asked = {"answer": answer, "key": shared["server_key"], "cases": [c["text"] for c in cases]}
        said = page.evaluate(JUDGE_ALL, asked)
        for case, one in zip(cases, said, strict=True):
            assert {**one, "name": case["name"], "text": case["text"]} == case
    assert phone.complaints == []


def test_a_list_that_somebody_else_signed_is_none(phone: Window) -> None:
    shared = decode(FILE.read_bytes())
    page = open_page(phone)
    opened = "async ([key, answer]) => (await openAnswer(bytesOf(key), answer)) !== null"
    answer: str = shared["signed_list"]
    assert page.evaluate(opened, [shared["server_key"], answer])
    for forged in (answer.replace('"C08"', '"C18"'), answer + " ", "<html>", ""):
        assert not page.evaluate(opened, [shared["server_key"], forged])
    own = page.evaluate("document.querySelector('meta[name=server-key]').content")
    assert not page.evaluate(opened, [own, answer])


def test_a_phone_shows_a_genuine_receipt_though_the_server_is_gone(
    chromium: Browser, tmp_path: Path
) -> None:
    office = open_office(tmp_path, SETTINGS)
    counter = office.enrol()
    figures = paid(office, counter)
    with open_window(chromium, office.server.url, SMALL) as phone:
        page = open_page(phone)
        ready(page)
        office.close()
        page.context.set_offline(True)
        page.goto("about:blank")
        open_page(phone, figures)
        said = verdict(page, "genuine")
        for fact in ("₹ 2,663.55", A, "KID07/2627/", "IST", "C07", "18-11-2026 16:36:40"):
            assert fact in said
        assert spaced_code(check_code(counter.sealed[-1].hash)) in said
        page.wait_for_selector("[data-centre=silent]", state="visible")
        assert "as of 18-11-2026 16:36" in page.inner_text("#list")
        assert not phone.is_wider_than_its_window


def test_the_centres_newest_word_stands_beside_the_phones_own(
    office: Office, counter: PlayedCounter, phone: Window
) -> None:
    figures = paid(office, counter)
    page = open_page(phone, figures)
    verdict(page, "genuine")
    page.wait_for_selector("[data-centre=booked]", state="visible")
    counter.tell(payment(B, 5_00))
    untold = digits_of(counter.sealed[-1], counter)
    typed(page, untold)
    page.wait_for_selector("[data-centre=unknown]", state="visible")
    assert "5.00" in verdict(page, "genuine")
    office.link.push(counter.epoch, counter.batch(len(counter.sealed)))
    assert phone.complaints == []


def test_what_fell_since_the_list_is_said_by_the_centre_and_after_it_by_the_phone(
    office: Office, counter: PlayedCounter, phone: Window
) -> None:
    taken = payment(A, 70_00)
    figures = paid(office, counter, taken)
    page = open_page(phone, figures)
    verdict(page, "genuine")
    ready(page)
    told(office, counter, reversal(taken))
    typed(page, figures)
    page.wait_for_selector("[data-centre=reversed]", state="visible")
    assert "NOT VALID ANY MORE" in verdict(page, "fell")
    assert not page.is_visible("[data-verdict=genuine]")
    page.reload()
    said = verdict(page, "reversed")
    assert "reversed (cancelled): known at the centre since 18-11-2026" in said
    page.context.set_offline(True)
    page.reload()
    verdict(page, "reversed")


def test_a_cheque_that_came_back_is_said_with_its_sum(
    office: Office, counter: PlayedCounter, phone: Window
) -> None:
    body = paid_by(A, cheque("100077", 60_00), cash(10_00))
    figures = paid(office, counter, body)
    page = open_page(phone, figures)
    ready(page)
    seen = bank_desk.SeenReturned(cheque_identity("100077"), TODAY, "no funds", 0, "desk")
    bank_desk.return_instrument(office.server.database, seen, office.clock.centre_us)
    typed(page, figures)
    page.wait_for_selector("[data-centre=returned]", state="visible")
    assert "₹ 60.00 of it came back" in page.inner_text("#centre")
    page.reload()
    assert "bank gave its cheque" in verdict(page, "reversed")


@pytest.mark.parametrize(
    ("text", "name", "sentence"),
    [
        ("Kanpur", "unreadable", "one long number"),
        ("1" * 250, "altered", "do not trust the paper"),
    ],
)
def test_what_is_none_of_ours_is_said_with_what_to_do(
    phone: Window, text: str, name: str, sentence: str
) -> None:
    page = open_page(phone)
    typed(page, text)
    assert sentence in verdict(page, name)
    assert not page.is_visible("#facts")


def test_a_duplicate_says_which_and_an_altered_one_shows_nothing_of_it(
    office: Office, counter: PlayedCounter, phone: Window
) -> None:
    paid(office, counter)
    page = open_page(phone, digits_of(counter.sealed[-1], counter, copy_no=2))
    said = verdict(page, "duplicate")
    assert "DUPLICATE 2" in said
    assert "द्वितीय प्रति 2" in said
    meddled = changed(proof_of(counter.sealed[-1], counter), 30, 1)
    typed(page, str(int.from_bytes(b"\x01" + meddled, "big")))
    verdict(page, "altered")
    assert not page.is_visible("#facts")
    assert not page.is_visible("#centre")


def test_a_receipt_seen_before_on_this_phone_says_so(
    office: Office, counter: PlayedCounter, phone: Window
) -> None:
    figures = paid(office, counter)
    page = open_page(phone, figures)
    verdict(page, "genuine")
    assert not page.is_visible("#before")
    page.reload()
    verdict(page, "genuine")
    assert not page.is_visible("#before"), "the same look goes on"
    page.evaluate("""() => {
      const seen = JSON.parse(localStorage.getItem("kesco-check-seen"));
      for (const one of Object.values(seen)) one.last -= 3600 * 1000;
      localStorage.setItem("kesco-check-seen", JSON.stringify(seen));
    }""")
    page.reload()
    page.wait_for_selector("#before", state="visible")
    assert "2 times in all" in page.inner_text("#before")
    assert A not in page.evaluate("JSON.stringify({...localStorage})")


def test_a_phone_without_a_list_says_what_to_do_and_gets_one_later(
    office: Office, counter: PlayedCounter, phone: Window
) -> None:
    figures = paid(office, counter)
    phone.page.route("**/v1/**", lambda route: route.abort())
    page = open_page(phone, figures)
    verdict(page, "no_list")
    page.wait_for_selector("#list-none", state="visible")
    page.unroute("**/v1/**")
    page.reload()
    verdict(page, "genuine")


def test_a_forged_list_is_thrown_away_and_the_kept_one_stays(
    office: Office, counter: PlayedCounter, phone: Window
) -> None:
    figures = paid(office, counter)
    page = open_page(phone, figures)
    ready(page)
    forged = decode(FILE.read_bytes())["signed_list"]
    page.route("**/v1/receipt-keys*", lambda route: route.fulfill(body=forged))
    page.reload()
    page.wait_for_selector("#list-forged", state="visible")
    verdict(page, "genuine")


def test_an_old_answer_played_again_does_not_bring_a_reversed_receipt_back(
    office: Office, counter: PlayedCounter, phone: Window
) -> None:
    taken = payment(A, 80_00)
    figures = paid(office, counter, taken)
    page = open_page(phone, figures)
    ready(page)
    old = page.evaluate("keptAnswer()")
    office.clock.centre_us += 60_000_000
    told(office, counter, reversal(taken))
    page.reload()
    verdict(page, "reversed")
    page.route("**/v1/receipt-keys*", lambda route: route.fulfill(body=old))
    page.reload()
    verdict(page, "reversed")
    ready(page)
    assert "reversed" in page.evaluate("keptAnswer()")


@pytest.mark.usefixtures("counter")
def test_an_old_list_warns(phone: Window) -> None:
    page = open_page(phone)
    ready(page)
    days = page.evaluate("Math.floor((Date.now() - list.atUs / 1000) / DAY_MILLISECONDS)")
    assert page.is_visible("#list-old") == (days >= 3)
    page.evaluate("() => { list.atUs = (Date.now() - 5 * DAY_MILLISECONDS) * 1000; showList(); }")
    assert "5 days old" in page.inner_text("#list-old")
    page.evaluate("() => { list.atUs = Date.now() * 1000; showList(); }")
    assert not page.is_visible("#list-old")


def test_the_link_in_a_copy_by_sms_leads_to_its_check_code(
    office: Office, counter: PlayedCounter, phone: Window
) -> None:
    paid(office, counter)
    open_page(phone, check_code(counter.sealed[-1].hash))
    assert "₹ 2,663.55" in verdict(phone.page, "code_known")


def test_a_check_code_is_asked_about(office: Office, counter: PlayedCounter, phone: Window) -> None:
    paid(office, counter, taken := payment(A, 2_663_55))
    code = spaced_code(check_code(counter.sealed[-1].hash))
    page = open_page(phone)
    typed(page, code.lower())
    said = verdict(page, "code_known")
    assert "XXXXXX0001" in said
    assert "₹ 2,663.55" in said
    page.wait_for_selector("[data-centre=booked]", state="visible")
    typed(page, "0000-0000")
    verdict(page, "code_unknown")
    told(office, counter, reversal(taken))
    typed(page, code)
    verdict(page, "fell")
    page.context.set_offline(True)
    typed(page, code)
    assert "1912" in verdict(page, "code_offline")


def test_an_old_browser_asks_the_centre_and_without_it_says_that_it_cannot(
    office: Office, counter: PlayedCounter, phone: Window
) -> None:
    figures = paid(office, counter)
    phone.page.add_init_script(NO_ED25519)
    page = open_page(phone, figures)
    said = verdict(page, "genuine")
    assert "The centre worked this out" in said
    assert "18-11-2026 16:36:40" in said
    typed(page, digits_of(counter.sealed[-1], counter, copy_no=1))
    assert "DUPLICATE 1" in verdict(page, "duplicate")
    typed(page, "Kanpur")
    verdict(page, "unreadable")
    page.context.set_offline(True)
    typed(page, figures)
    assert "check code" in verdict(page, "cannot")


def test_a_scanner_types_the_address_in_hindi_figures_and_enter(
    office: Office, counter: PlayedCounter, phone: Window
) -> None:
    figures = paid(office, counter)
    page = open_page(phone)
    page.keyboard.type(f"{phone.url}/check/#{figures}".translate(HINDI))
    page.keyboard.press("Enter")
    verdict(page, "genuine")
    assert page.input_value("#typed") == ""
    page.wait_for_selector("#typed:focus")


def test_another_code_from_the_camera_app_is_shown_in_the_same_window(
    office: Office, counter: PlayedCounter, phone: Window
) -> None:
    first, second = paid(office, counter), paid(office, counter, payment(B, 9_00))
    page = open_page(phone, first)
    assert A in verdict(page, "genuine")
    page.evaluate("text => { location.hash = text; }", second)
    page.wait_for_selector("[data-slot=amount]:text-is('₹ 9.00')")


def test_a_picture_is_read_where_the_browser_can(
    office: Office, counter: PlayedCounter, phone: Window, tmp_path: Path
) -> None:
    figures = paid(office, counter)
    phone.page.add_init_script(SEES.replace("FOUND", f'["upi://pay?pa=x", "{figures}"]'))
    page = open_page(phone)
    page.wait_for_selector("#seeing", state="visible")
    assert not page.is_visible("#point")
    drawn = page.screenshot(path=tmp_path / "photo.png")
    assert drawn
    page.set_input_files("#picture", tmp_path / "photo.png")
    verdict(page, "genuine")
    (tmp_path / "no.png").write_bytes(b"no picture")
    page.set_input_files("#picture", tmp_path / "no.png")
    page.wait_for_selector("#picture-empty", state="visible")
    page.click("#camera")
    page.wait_for_selector("#camera-refused", state="visible")
    assert not page.is_visible("#finder")


def test_the_camera_stops_when_it_has_seen_a_receipt_and_when_it_is_told_to(
    office: Office, counter: PlayedCounter, phone: Window
) -> None:
    figures = paid(office, counter)
    phone.page.add_init_script(FILMS + SEES.replace("FOUND", "(window.seen || [])"))
    page = open_page(phone)
    page.click("#camera")
    page.wait_for_selector("#video", state="visible")
    page.click("#stop")
    page.wait_for_selector("#finder", state="hidden")
    assert page.evaluate("tracks()") == "ended"
    assert not page.is_visible("#result")
    page.click("#camera")
    page.wait_for_selector("#video", state="visible")
    page.evaluate("text => { window.seen = [text]; }", f"{phone.url}/check/#{figures}")
    verdict(page, "genuine")
    page.wait_for_selector("#finder", state="hidden")
    assert page.evaluate("tracks()") == "ended"
    assert not page.is_visible("#camera-refused")
    assert phone.complaints == []


def test_the_page_asks_nobody_but_its_server_and_allows_no_other_scripts(
    office: Office, counter: PlayedCounter, phone: Window
) -> None:
    asked: list[str] = []
    phone.page.context.on("request", lambda one: asked.append(one.url))
    page = open_page(phone, paid(office, counter))
    ready(page)
    page.wait_for_selector("[data-centre=booked]", state="visible")
    assert asked
    assert all(url.startswith(phone.url) for url in asked), asked
    answer = page.request.get(f"{phone.url}/check/page.js")
    policy = answer.headers["content-security-policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert answer.headers["permissions-policy"].startswith("camera=(self)")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert page.request.get(f"{phone.url}/check/nothing.js").status == 404
    assert page.request.get(f"{phone.url}/check").url.endswith("/check/")
    assert phone.complaints == []


def test_hindi_is_kept_and_nothing_sticks_out(
    office: Office, counter: PlayedCounter, phone: Window
) -> None:
    figures = paid(office, counter, payment(A, 99_00_00_000_00))
    page = open_page(phone, figures)
    verdict(page, "genuine")
    page.click("#language")
    page.reload()
    said = verdict(page, "genuine")
    assert "इन्हें काग़ज़ से मिलाएँ" in said
    assert "₹ 99,00,00,000.00" in said
    assert not phone.is_wider_than_its_window


def test_the_console_page_of_check_codes_leads_here(phone: Window) -> None:
    phone.open("/receipt")
    phone.page.click("text=Check the square code")
    phone.page.wait_for_selector("#ask-form", state="visible")
    assert phone.page.url.endswith("/check/#")
