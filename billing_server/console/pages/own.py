"""What everybody has: their own password and language, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from billing_server.console.deeds import Deed
from billing_server.console.frame import Moved, Note, Page, Refused, Shown
from billing_server.console.passwords import refuse_weak
from billing_server.console.words import LANGUAGES
from billing_server.store import console_people, console_sessions

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from billing_server.console.frame import Answer, Asked


def show_password(_asked: Asked) -> Answer:
    """The form."""
    return Shown("own_password.html")


def change_password(asked: Asked) -> Answer:
    """Take the new one; every other session of the person ends."""
    person_id, passwords = asked.session.person_id, asked.console.passwords
    present, fresh = asked.typed.get("present", ""), asked.typed.get("fresh", "")
    person = asked.read(lambda c: console_people.person_named(c, person_id))
    if person is None or not passwords.fits(person.password_hash, present):
        raise Refused("The present password does not fit. Nothing was changed.")
    if fresh != asked.typed.get("again"):
        raise Refused("The two new passwords differ. Nothing was changed.")
    refuse_weak(fresh, person_id, asked.console.settings)
    kept = passwords.hash(fresh)

    def work(connection: Connection) -> None:
        console_people.set_password(connection, person_id, kept, is_fresh=False)
        console_sessions.end_all(connection, person_id, but=asked.token)

    asked.acting(Deed.CHANGED_OWN_PASSWORD, person_id).write(work)
    return Moved("/", Note("The password is changed, and your other sessions are over."))


def change_language(asked: Asked) -> Answer:
    """Read the console in another language from now on."""
    language, person_id = asked.typed.get("language", ""), asked.session.person_id
    if language in LANGUAGES:
        asked.acting(Deed.CHANGED_LANGUAGE, person_id, language).write(
            lambda c: console_people.set_language(c, person_id, language)
        )
    here = asked.typed.get("here", "/")
    return Moved(here if here.startswith("/") and "//" not in here and "\\" not in here else "/")


def sign_out(asked: Asked) -> Answer:
    """The session is over, at the server too."""
    asked.acting(Deed.SIGNED_OUT, asked.session.person_id).write(
        lambda c: console_sessions.end(c, asked.token)
    )
    return Moved("/sign-in")


PAGES = (
    Page("/own-password", show_password, None, change_password, is_for_fresh_password=True),
    Page("/language", None, None, change_language, is_for_fresh_password=True),
    Page("/sign-out", None, None, sign_out, is_for_fresh_password=True),
)
