"""A CUPS of our own in a folder of our own: cupsd, its queues, and what came out of them. It disturbs no other."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

START_SECONDS, PRINT_SECONDS, CALL_SECONDS = 20.0, 30.0, 30.0
PDF_PRINTER = "lsb/usr/cupsfilters/Generic-PDF_Printer-PDF.ppd"
NOBODY, NOGROUP = "nobody", "nogroup"

FILES_CONF = """
ServerRoot {root}/etc
RequestRoot {root}/spool
TempDir {root}/spool/tmp
CacheDir {root}/cache
StateDir {root}/state
ServerBin /usr/lib/cups
DataDir /usr/share/cups
AccessLog {root}/access_log
ErrorLog {root}/error_log
PageLog {root}/page_log
FileDevice Yes
Sandboxing relaxed
FatalErrors config
User {user}
Group {group}
SystemGroup daemon
"""

DAEMON_CONF = """
Listen {root}/s
Browsing No
WebInterface No
LogLevel warn
MaxLogSize 0
PageLogFormat %p %j %T %P %C
DefaultAuthType None
ErrorPolicy abort-job
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
  </Limit>
</Policy>
"""


ON_DISK = "/var/tmp"  # noqa: S108 - a folder of our own is made in it


def program(name: str) -> str:
    """Where it is. Missing, it fails the test and says so."""
    found = shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")
    assert found, f"{name} is missing: install cups (dev.py does it where it may)"
    return found


@dataclass(frozen=True, slots=True)
class Cups:
    """A running cupsd. ``CUPS_SERVER`` names its socket."""

    root: Path

    @property
    def socket(self) -> str:
        return str(self.root / "s")

    def add_queue(self, name: str, device: str = "") -> Path:
        """A PDF printer that writes its last job into a file, or another device; it becomes the default."""
        out = self.root / f"{name}.pdf"
        self.ask("lpadmin", "-p", name, "-E", "-v", device or f"file:{out}", "-m", PDF_PRINTER)
        self.ask("lpadmin", "-d", name)
        return out

    def ask(self, name: str, *arguments: str) -> str:
        done = subprocess.run(
            [program(name), *arguments],
            env={**os.environ, "CUPS_SERVER": self.socket, "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            timeout=CALL_SECONDS,
            check=False,
        )
        assert done.returncode == 0, f"{name} {arguments}: {done.stderr}"
        return done.stdout

    def jobs_waiting(self) -> str:
        return self.ask("lpstat", "-o")

    def pages_counted(self) -> list[str]:
        """What cupsd's own page log says: a line a job, with ``total n``."""
        log = self.root / "page_log"
        return log.read_text(encoding="utf-8").splitlines() if log.exists() else []


@contextmanager
def running_cups() -> Iterator[Cups]:
    """Start one, and stop it again. Its socket's path must be short, so it does not live in pytest's folder.

    Nor on a disk in memory, where ``dev.py test`` puts the others: no job was seen to come out of a cupsd there.
    """
    with tempfile.TemporaryDirectory(
        prefix="cups-", dir=ON_DISK, ignore_cleanup_errors=True
    ) as folder:
        root = Path(folder)
        root.chmod(0o755)
        for name in ("etc/ppd", "spool/tmp", "cache", "state"):
            (root / name).mkdir(parents=True)
        is_root = os.geteuid() == 0
        user, group = (NOBODY, NOGROUP) if is_root else (_name_of_user(), _name_of_group())
        files, daemon = root / "etc" / "cups-files.conf", root / "etc" / "cupsd.conf"
        files.write_text(FILES_CONF.format(root=root, user=user, group=group), encoding="utf-8")
        daemon.write_text(DAEMON_CONF.format(root=root), encoding="utf-8")
        with (root / "said").open("wb") as said:
            process = subprocess.Popen(
                [program("cupsd"), "-f", "-c", str(daemon), "-s", str(files)],
                stdout=said,
                stderr=said,
            )
        try:
            _wait_for(process, root)
            yield Cups(root)
        finally:
            process.terminate()
            process.wait(timeout=CALL_SECONDS)


def _wait_for(process: subprocess.Popen[bytes], root: Path) -> None:
    give_up_at = time.monotonic() + START_SECONDS
    while not (root / "s").exists():
        said = (root / "said").read_text(encoding="utf-8", errors="replace")
        assert process.poll() is None, f"cupsd ended: {said}"
        assert time.monotonic() < give_up_at, f"cupsd did not start: {said}"
        time.sleep(0.05)


def _name_of_user() -> str:
    import pwd

    return pwd.getpwuid(os.geteuid()).pw_name


def _name_of_group() -> str:
    import grp

    return grp.getgrgid(os.getegid()).gr_name
