"""The receipt check for the public: by nobody in particular, without a session, not often from one address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server.check_page import CHECK
from billing_server.console.entrance import address_of
from billing_server.console.rendering import language_asked
from billing_server.console.settings import ConsoleMode
from billing_server.console.words import say
from billing_server.problems import ServerRefusal
from billing_server.public_check import PublicCheck
from counter_app.wire.check_code import spaced_code

if TYPE_CHECKING:
    from collections.abc import Mapping

    from starlette.requests import Request
    from starlette.responses import Response

    from billing_server.console.rendering import Stage
    from counter_app.wire.receipts import ReceiptChecked

RECEIPT = "/receipt"
_BAD_REQUEST, _TOO_MANY = 400, 429


def show_receipt_check(stage: Stage, request: Request, _typed: Mapping[str, str]) -> Response:
    """The form, and the answer when a code was asked for."""
    code = request.query_params.get("code", "").strip()
    receipt_no = request.query_params.get("receipt_no", "").strip()
    facts = {
        "code": code,
        "receipt_no": receipt_no,
        "problem": "",
        "checked": None,
        "check_page": _check_page(stage, request),
    }
    if not code:
        return stage.bare(request, "receipt_check.html", facts)
    language, console = language_asked(request), stage.console
    ask = PublicCheck(console.database, console.server_settings.receipt_checks_per_minute)
    try:
        checked = ask(address_of(request), code, receipt_no, console.now_us())
    except ServerRefusal as refusal:
        wait = refusal.retry_after_seconds or 1
        problem = say(
            language, "Too many questions from your address. Ask again in {count} s.", count=wait
        )
        answer = stage.bare(request, "receipt_check.html", {**facts, "problem": problem}, _TOO_MANY)
        answer.headers["Retry-After"] = str(wait)
        return answer
    except ValueError:
        problem = say(
            language, "That is no check code: it has 8 letters and figures, printed on the receipt."
        )
        facts |= {"problem": problem}
        return stage.bare(request, "receipt_check.html", facts, _BAD_REQUEST)
    return stage.bare(request, "receipt_check.html", {**facts, **_shown(checked)})


def _check_page(stage: Stage, request: Request) -> str:
    """Where the square code is checked; empty where the console alone is served and the settings name no page."""
    settings = stage.console.server_settings
    if settings.public_check_url or settings.console.mode is ConsoleMode.ONLY:
        return settings.public_check_url
    root: str = request.scope.get("app_root_path", "")
    return f"{root}{CHECK}/"


def _shown(checked: ReceiptChecked) -> dict[str, object]:
    return {"checked": checked, "code": spaced_code(checked.check_code)}
