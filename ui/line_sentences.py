"""What the cashier is told when the line to the centre fails: each sort of failure asks for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from counter_app.domain.errors import FaultCode
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Mapping

LINE_SENTENCES: Mapping[FaultCode, tuple[str, str]] = {
    FaultCode.NETWORK_MISSING: (
        QT_TRANSLATE_NOOP("Fault", "No network on this computer"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "Look at the network cable or the Wi-Fi. Go on taking payments: they are safe here and are sent by "
            "themselves once the line is back.",
        ),
    ),
    FaultCode.SERVER_NAME_UNKNOWN: (
        QT_TRANSLATE_NOOP("Fault", "The server's address cannot be looked up"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "Most often the line is down. Go on taking payments; they are safe here. If other offices reach the "
            "server, have the technician check its address.",
        ),
    ),
    FaultCode.PROXY_WANTS_SIGN_IN: (
        QT_TRANSLATE_NOOP("Fault", "The office's proxy asks for a sign-in"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "Nothing is sent until the proxy lets this counter through. Payments are safe here; call the technician.",
        ),
    ),
    FaultCode.NETWORK_WANTS_SIGN_IN: (
        QT_TRANSLATE_NOOP("Fault", "The network shows a sign-in page in place of the server"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "Nothing of it was believed, and payments are safe here. Open the browser, sign in to the network, "
            "then press F5.",
        ),
    ),
    FaultCode.ANSWER_CUT: (
        QT_TRANSLATE_NOOP("Fault", "The server's answer was damaged on the way"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "Nothing of it was used: the same is asked again in smaller parts. Go on taking payments; they are safe "
            "here. If it lasts, the line or a proxy is faulty.",
        ),
    ),
    FaultCode.CERTIFICATE_UNKNOWN: (
        QT_TRANSLATE_NOOP("Fault", "The server's certificate is not known here"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "Somebody may be reading along, so nothing was sent. Payments are safe here. Call the technician: the "
            "authority in the settings may be missing.",
        ),
    ),
    FaultCode.CERTIFICATE_NOT_PINNED: (
        QT_TRANSLATE_NOOP("Fault", "The server shows another certificate than the settings name"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "Nothing was sent, and payments are safe here. Call the technician: the centre has a new certificate, or "
            "somebody stands in between.",
        ),
    ),
    FaultCode.CERTIFICATE_EXPIRED: (
        QT_TRANSLATE_NOOP("Fault", "The server's certificate has expired"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "Nothing was sent, and payments are safe here. Look first at this computer's date: if it is right, the "
            "centre must renew the certificate. Call the technician.",
        ),
    ),
    FaultCode.CERTIFICATE_NOT_YET_VALID: (
        QT_TRANSLATE_NOOP("Fault", "The server's certificate is not valid yet"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "Most often this computer's date is too early. Nothing was sent, and payments are safe here. Have the "
            "technician look at the date.",
        ),
    ),
    FaultCode.CERTIFICATE_OF_ANOTHER: (
        QT_TRANSLATE_NOOP("Fault", "The certificate is made out to another server"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "Nothing was sent, and payments are safe here. Have the technician check the server's address.",
        ),
    ),
    FaultCode.CLOCK_WRONG: (
        QT_TRANSLATE_NOOP("Fault", "This computer's clock is wrong"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "With this date no private line to the server can be made. Payments are safe here and keep the time the "
            "clock showed. Have the technician set the clock, then press F5.",
        ),
    ),
    FaultCode.LINE_NOT_PRIVATE: (
        QT_TRANSLATE_NOOP("Fault", "No private line to the server"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "The two could not agree on encryption, so nothing was sent. Payments are safe here; call the technician.",
        ),
    ),
    FaultCode.SERVER_WANTS_LESS: (
        QT_TRANSLATE_NOOP("Fault", "A message is too large for the line"),
        QT_TRANSLATE_NOOP(
            "Fault",
            "Not even one message alone was let through. Payments are safe here; call the technician.",
        ),
    ),
}
