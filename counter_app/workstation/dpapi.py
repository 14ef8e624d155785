"""Windows' own sealing of secrets to this computer (DPAPI, machine scope): any cashier's login can open them here."""

from __future__ import annotations

import ctypes
import sys

_MACHINE_SCOPE = 0x4
_NO_PROMPT = 0x1
_ENTROPY = b"kesco-counter/1 keys"


class _Blob(ctypes.Structure):
    _fields_ = (("size", ctypes.c_uint32), ("data", ctypes.POINTER(ctypes.c_char)))


def _blob(raw: bytes) -> _Blob:
    buffer = ctypes.create_string_buffer(raw, len(raw))
    return _Blob(len(raw), ctypes.cast(buffer, ctypes.POINTER(ctypes.c_char)))


if sys.platform == "win32":  # pragma: no cover - runs on Windows only

    def seal_to_computer(secret: bytes) -> bytes:
        """Seal. Raises OSError."""
        return _call(ctypes.windll.crypt32.CryptProtectData, secret)

    def unseal_on_computer(stored: bytes) -> bytes:
        """Open what this computer sealed. Raises OSError."""
        return _call(ctypes.windll.crypt32.CryptUnprotectData, stored)

    def _call(function: ctypes._FuncPointer, raw: bytes) -> bytes:
        given, entropy, made = _blob(raw), _blob(_ENTROPY), _Blob()
        done = function(
            ctypes.byref(given),
            None,
            ctypes.byref(entropy),
            None,
            None,
            _MACHINE_SCOPE | _NO_PROMPT,
            ctypes.byref(made),
        )
        if not done:
            raise ctypes.WinError()
        try:
            return ctypes.string_at(made.data, made.size)
        finally:
            ctypes.windll.kernel32.LocalFree(made.data)
