"""Sealed files: whole, for one reader, from one writer; every other file is told apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.wire import sealed
from counter_app.wire.canonical import (
    KeyPair,
    NotOurServerError,
    key_id_of,
    seal_to,
    sign_answer,
    text_of,
)
from counter_app.wire.sealed import (
    FileFlaw,
    FileKind,
    Invitation,
    SealedFileError,
    invite,
    invited,
    is_pinned,
    open_file,
    pinned_enrolment,
    plain_of,
    read_file,
    seal_file,
)

OURS, THEIRS = KeyPair.from_seed(bytes(32)), KeyPair.from_seed(b"\x01" * 32)
PLAIN = b'{"code":"KQ7MP2XA"}' * 20
INVITATION = Invitation(
    "C07", "Counter 7", "Kidwai Nagar", "किदवई नगर", text_of(OURS.public_key), "https://centre", 1
)


def flaw_of(content: bytes, kind: FileKind = FileKind.REQUEST, key: KeyPair = OURS) -> FileFlaw:
    with pytest.raises(SealedFileError) as caught:
        read_file(kind, content).opened_by(key)
    return caught.value.flaw


def test_what_was_sealed_is_read_by_its_reader_alone() -> None:
    content = seal_file(FileKind.REQUEST, OURS.public_key, PLAIN)
    file = read_file(FileKind.REQUEST, content)
    assert (file.to, file.opened_by(OURS)) == (OURS.public_key, PLAIN)
    assert flaw_of(content, key=THEIRS) is FileFlaw.NOT_FOR_US
    assert PLAIN not in content
    assert content.startswith(b"KESCO-SEALED/1 request\n")


@pytest.mark.parametrize("change", [b"\r\n", b"\n\n", b" "])
def test_the_mail_may_end_lines_as_it_likes(change: bytes) -> None:
    content = seal_file(FileKind.REQUEST, OURS.public_key, PLAIN).replace(b"\n", change)
    assert read_file(FileKind.REQUEST, content).opened_by(OURS) == PLAIN


def test_a_copy_cut_anywhere_is_told_from_a_whole_one() -> None:
    content = seal_file(FileKind.REQUEST, OURS.public_key, PLAIN)
    beyond_head = content.index(b"\n")
    assert {flaw_of(content[:at]) for at in range(beyond_head, len(content) - 1)} == {FileFlaw.CUT}


@given(st.data())
def test_a_changed_file_is_never_taken(data: st.DataObject) -> None:
    content = bytearray(seal_file(FileKind.REQUEST, OURS.public_key, PLAIN))
    place = data.draw(st.integers(0, len(content) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda one: one != content[place]))
    is_blank = max(byte, content[place]) < 128 and f"{chr(byte)}{chr(content[place])}".isspace()
    content[place] = byte
    if is_blank:
        assert read_file(FileKind.REQUEST, bytes(content)).opened_by(OURS) == PLAIN
    else:
        flaw_of(bytes(content))


def test_a_changed_file_with_a_new_checksum_opens_for_nobody() -> None:
    body = bytearray(seal_to(OURS.public_key, PLAIN))
    body[40] ^= 1
    forged = sealed._written(FileKind.REQUEST, text_of(OURS.public_key), bytes(body))  # noqa: SLF001 - the forger's tool
    assert flaw_of(forged) is FileFlaw.NOT_FOR_US


WRONG = {
    "empty": (b"", FileFlaw.NOT_OURS),
    "a letter": ("प्रिय महोदय".encode(), FileFlaw.NOT_OURS),
    "newer": (b"KESCO-SEALED/2 request\nabc\nend 1\n", FileFlaw.TOO_NEW),
    "another step": (open_file(FileKind.INVITATION, b"x"), FileFlaw.OTHER_KIND),
    "no kind": (b"KESCO-SEALED/1 riddle\nx\n", FileFlaw.OTHER_KIND),
    "too large": (b"K" * (sealed.MOST_FILE_BYTES + 1), FileFlaw.TOO_LARGE),
    "no base64": (
        sealed._written(FileKind.REQUEST, "???", b"x"),  # noqa: SLF001 - as above
        FileFlaw.CUT,
    ),
}


@pytest.mark.parametrize(("content", "flaw"), WRONG.values(), ids=WRONG.keys())
def test_other_files_are_told_apart(content: bytes, flaw: FileFlaw) -> None:
    assert flaw_of(content) is flaw


def test_a_file_that_swells_beyond_the_limit_is_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    content = seal_file(FileKind.REQUEST, OURS.public_key, PLAIN)
    monkeypatch.setattr(sealed, "MOST_PLAIN_BYTES", len(PLAIN) - 1)
    assert flaw_of(content) is FileFlaw.TOO_LARGE


def test_what_is_no_packed_text_inside_is_not_taken() -> None:
    content = sealed._written(  # noqa: SLF001 - as above
        FileKind.REQUEST, text_of(OURS.public_key), seal_to(OURS.public_key, b"plain")
    )
    assert flaw_of(content) is FileFlaw.CUT


def test_an_invitation_is_believed_by_the_code_alone() -> None:
    content = invite(OURS, INVITATION)
    told, key = invited(key_id_of(OURS.public_key).lower(), content)
    assert (told, key) == (INVITATION, OURS.public_key)
    assert plain_of(read_file(FileKind.INVITATION, content)) == sign_answer(OURS, INVITATION)
    for pinned in (key_id_of(THEIRS.public_key), ""):
        with pytest.raises(SealedFileError) as caught:
            invited(pinned, content)
        assert caught.value.flaw is FileFlaw.NOT_GENUINE


@pytest.mark.parametrize(
    "signed",
    [
        b"{}",
        b"[" * 9_999,
        sign_answer(THEIRS, INVITATION),
        sign_answer(OURS, INVITATION).replace(b"Counter 7", b"Counter 8"),
        sign_answer(OURS, {"server_key": text_of(OURS.public_key)}),
    ],
)
def test_an_invitation_of_another_hand_is_not_genuine(signed: bytes) -> None:
    with pytest.raises(SealedFileError) as caught:
        invited(key_id_of(OURS.public_key), open_file(FileKind.INVITATION, signed))
    assert caught.value.flaw is FileFlaw.NOT_GENUINE


@pytest.mark.parametrize("signed", [b"", b"{}", b"[" * 9_999, sign_answer(OURS, {"roster": []})])
def test_what_is_no_enrolment_is_not_our_servers(signed: bytes) -> None:
    with pytest.raises(NotOurServerError):
        pinned_enrolment(key_id_of(OURS.public_key), signed)


def test_nothing_is_sealed_to_what_is_no_key() -> None:
    for wrong in (b"", b"short", b"\xff" * 32):
        with pytest.raises(ValueError, match="not a public key"):
            seal_to(wrong, PLAIN)
    assert not is_pinned(OURS.public_key, "", "")
