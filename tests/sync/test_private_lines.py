"""A private line is proved by a configured authority or a pinned certificate; each failure is told for what it is."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from cryptography import x509

from counter_app.domain.errors import Fault, FaultCode
from counter_app.sync.transport import Transport
from counter_app.sync.trust import LineTrust
from tests.sync.bad_line import BadLine
from tests.sync.certificates import YEAR, Authority, Certificate
from tests.sync.offices import Office, open_office

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

DAY = timedelta(days=1)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    opened = open_office(tmp_path)
    opened.enrol()
    yield opened
    opened.close()


@pytest.fixture
def authority(tmp_path: Path) -> Authority:
    return Authority(tmp_path)


class PrivateLines:
    """Lays TLS between counter and centre."""

    def __init__(self, office: Office) -> None:
        self.office = office
        self.laid: list[BadLine] = []

    def lay(self, shown: Certificate, trust: LineTrust) -> BadLine:
        line = BadLine(self.office.server.url, certificate=shown.file)
        self.laid.append(line)
        self.office.url = line.url
        self.office.link.transport = Transport(trust=trust)
        return line


@pytest.fixture
def lines(office: Office) -> Iterator[PrivateLines]:
    made = PrivateLines(office)
    yield made
    office.link.close()
    for line in made.laid:
        line.close()


def code_of(act: Callable[[], object]) -> FaultCode:
    with pytest.raises(Fault) as caught:
        act()
    return caught.value.code


def reaches(office: Office) -> bool:
    return bool(office.link.changes(0).consumers)


def test_a_certificate_of_the_configured_authority_is_believed(
    office: Office, authority: Authority, lines: PrivateLines
) -> None:
    lines.lay(authority.vouches(), LineTrust(authority_file=str(authority.file)))
    assert reaches(office)


def test_a_certificate_of_an_authority_nobody_configured_is_not(
    office: Office, authority: Authority, lines: PrivateLines, tmp_path: Path
) -> None:
    other = Authority(tmp_path, "somebody else")
    lines.lay(other.vouches(), LineTrust(authority_file=str(authority.file)))
    assert code_of(lambda: office.link.head(1)) is FaultCode.CERTIFICATE_UNKNOWN
    lines.lay(authority.vouches(), LineTrust())
    assert code_of(lambda: office.link.head(1)) is FaultCode.CERTIFICATE_UNKNOWN


def test_a_certificate_made_out_to_another_name_is_not(
    office: Office, authority: Authority, lines: PrivateLines
) -> None:
    shown = authority.vouches(name=x509.DNSName("centre.kesco.example"))
    lines.lay(shown, LineTrust(authority_file=str(authority.file)))
    assert code_of(lambda: office.link.head(1)) is FaultCode.CERTIFICATE_OF_ANOTHER


@pytest.mark.parametrize("is_written_with_colons", [True, False])
def test_the_pinned_certificate_needs_no_authority_no_name_and_no_date(
    office: Office, authority: Authority, lines: PrivateLines, *, is_written_with_colons: bool
) -> None:
    shown = authority.vouches(ends=-DAY, name=x509.DNSName("centre.kesco.example"))
    pin = shown.sha256 if is_written_with_colons else shown.sha256.replace(":", "").lower()
    lines.lay(shown, LineTrust(pinned_sha256=pin))
    assert reaches(office)


def test_another_certificate_than_the_pinned_one_is_not_believed_whoever_vouches_for_it(
    office: Office, authority: Authority, lines: PrivateLines
) -> None:
    pin = authority.vouches().sha256
    lines.lay(authority.vouches(), LineTrust(str(authority.file), pin))
    assert code_of(lambda: office.link.head(1)) is FaultCode.CERTIFICATE_NOT_PINNED


@pytest.mark.parametrize("pin", ["AB", "G" * 64, "AB" * 33, "a slip of the hand"])
def test_what_is_no_fingerprint_fits_no_certificate(
    office: Office, authority: Authority, lines: PrivateLines, pin: str
) -> None:
    lines.lay(authority.vouches(), LineTrust(pinned_sha256=pin))
    assert code_of(lambda: office.link.head(1)) is FaultCode.CERTIFICATE_NOT_PINNED


def test_an_authority_file_that_is_missing_is_told(
    office: Office, authority: Authority, lines: PrivateLines
) -> None:
    lines.lay(authority.vouches(), LineTrust(authority_file=str(authority.file) + ".old"))
    assert code_of(lambda: office.link.head(1)) is FaultCode.CERTIFICATE_UNKNOWN


@pytest.mark.parametrize(
    ("begins", "ends", "code"),
    [
        (-YEAR, -DAY, FaultCode.CERTIFICATE_EXPIRED),
        (DAY, YEAR, FaultCode.CERTIFICATE_NOT_YET_VALID),
    ],
)
def test_a_certificate_out_of_its_dates_is_told_when_the_clock_is_right(
    office: Office,
    authority: Authority,
    lines: PrivateLines,
    begins: timedelta,
    ends: timedelta,
    code: FaultCode,
) -> None:
    shown = authority.vouches(begins=begins, ends=ends)
    lines.lay(shown, LineTrust(authority_file=str(authority.file)))
    assert code_of(lambda: office.link.head(1)) is code
    assert not office.link.skew


@pytest.mark.parametrize("years", [-9, 9])
def test_a_clock_years_off_is_blamed_by_the_centres_signed_time_and_not_the_certificate(
    office: Office, authority: Authority, lines: PrivateLines, years: int
) -> None:
    # the counter is at ``years``, where the centre's certificate is not valid; the test's own clock stands for it
    shown = authority.vouches(begins=-years * YEAR - DAY, ends=-years * YEAR + DAY)
    lines.lay(shown, LineTrust(authority_file=str(authority.file)))
    office.clock.centre_us -= years * (YEAR // timedelta(microseconds=1))
    assert code_of(lambda: office.link.head(1)) is FaultCode.CLOCK_WRONG
    assert office.link.skew == -years * YEAR
    assert code_of(lambda: office.link.changes(0)) is FaultCode.CLOCK_WRONG


def test_a_stranger_cannot_tell_the_time_however_old_his_certificate(
    office: Office, authority: Authority, lines: PrivateLines
) -> None:
    shown = authority.vouches(ends=-DAY)
    line = lines.lay(shown, LineTrust(authority_file=str(authority.file)))
    line.mishaps.extend(["portal"])
    office.clock.centre_us += 9 * (YEAR // timedelta(microseconds=1))
    assert code_of(lambda: office.link.head(1)) is FaultCode.CERTIFICATE_EXPIRED
    assert not office.link.skew
