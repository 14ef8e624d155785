#!/usr/bin/env python3
"""One door for those who build the counter: `python3 dev.py VERB`, on Linux and on Windows.

Every verb first sees to what it needs: the system libraries of Qt (installed through apt where
that is allowed, else the one line to type is printed), a `.venv`, and in it exactly the packages
of `requirements/dev.txt`, hash by hash. Then it starts the tool or module that does the work.

Standard library only, since this runs before anything is installed. Exit code: 0 done; 1 or the
tool's own code, the tool was not content; 2 wrong usage; 3 the set-up could not be made.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

if sys.version_info < (3, 11):  # noqa: UP036 - told to those who come with an older Python
    sys.exit(f"The counter needs Python 3.11 or newer; this is {sys.version.split()[0]}.")

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
LOCK = ROOT / "requirements" / "dev.txt"
STAMP = VENV / "installed-lock.sha256"

EXIT_USAGE = 2
EXIT_NO_SETUP = 3
EXIT_INTERRUPTED = 130
EXIT_SIGNAL_BASE = 128

# The shared libraries that Qt needs to draw at all, even with no display, and for an X window.
QT_LIBRARIES = """
    libEGL.so.1 libGL.so.1 libX11.so.6 libdbus-1.so.3 libfontconfig.so.1 libfreetype.so.6
    libglib-2.0.so.0 libxkbcommon.so.0
"""
X_LIBRARIES = """
    libX11-xcb.so.1 libxcb-cursor.so.0 libxcb-icccm.so.4 libxcb-image.so.0 libxcb-keysyms.so.1
    libxcb-randr.so.0 libxcb-render-util.so.0 libxcb-shape.so.0 libxcb-shm.so.0 libxcb-sync.so.1
    libxcb-util.so.1 libxcb-xfixes.so.0 libxcb-xkb.so.1 libxkbcommon-x11.so.0
"""
# Readers of our paper that are not ours, a spooler, the centre's database, and a browser for its console.
TEST_PROGRAMS = {
    "chromium": ("chromium",),
    "cups": ("cupsd", "lp", "lpadmin"),
    "poppler-utils": ("pdftotext", "pdftoppm"),
    "postgresql": ("initdb", "postgres"),
    "zbar-tools": ("zbarimg",),
}
MEMORY_DISK = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
"""Files here cost no disk: the tests make hundreds of databases and ask for each commit to be on the disk."""

LEAST_MEMORY_KB = 8 << 20


class SetupImpossibleError(Exception):
    """The set-up cannot be made here; the sentence says why and what to type."""


@dataclass(frozen=True, slots=True)
class Verb:
    """What a word after `dev.py` does, and what it needs of the system (looked for on Linux)."""

    tells: str
    runs: Callable[[Sequence[str]], int]
    is_drawing: bool = True
    is_testing: bool = False


def has_library(file_name: str) -> bool:
    """The dynamic linker finds this shared library."""
    try:
        ctypes.CDLL(file_name)
    except OSError:
        return False
    return True


def has_program(name: str) -> bool:
    """The program is on the path, or where Debian keeps servers and those of PostgreSQL."""
    found = shutil.which(name) or shutil.which(name, path="/usr/sbin")
    return bool(found or any(Path("/usr/lib/postgresql").glob(f"*/bin/{name}")))


def has_display(environment: Mapping[str, str], platform: str) -> bool:
    """A window can be shown: always on Windows and macOS, else by X11 or Wayland."""
    shown = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return bool(shown) or not platform.startswith("linux")


def package_of(library: str) -> str:
    """The Debian package of a shared library, by Debian's rule: libX11.so.6 is in libx11-6."""
    name, _, version = library.lower().partition(".so.")
    name = name.replace("glib-", "glib")
    return f"{name}-{version}" if name[-1].isdigit() else name + version


def missing_packages(verb: Verb, *, is_on_x: bool) -> list[str]:
    """Debian packages of all that the verb needs and this Linux lacks, each once, sorted."""
    libraries = (QT_LIBRARIES * verb.is_drawing + X_LIBRARIES * is_on_x).split()
    missing = {package_of(library) for library in libraries if not has_library(library)}
    if verb.is_testing:
        missing |= {p for p, names in TEST_PROGRAMS.items() if not all(map(has_program, names))}
    if not Path(tool("python")).exists() and not importlib.util.find_spec("ensurepip"):
        missing.add(f"python3.{sys.version_info.minor}-venv")
    return sorted(missing)


def apt_line(packages: Iterable[str], means: str) -> str:
    """The one line a person types to install these packages; means: "", "sudo" or "su"."""
    parts = ["apt-get update", f"apt-get install -y --no-install-recommends {' '.join(packages)}"]
    if means == "su":
        return f"su - -c '{' && '.join(parts)}'"
    return " && ".join(f"{means} {part}".lstrip() for part in parts)


def see_to_system(verb: Verb, *, is_on_x: bool) -> None:
    """Install what the verb lacks of the system, or say the one line to type."""
    missing = missing_packages(verb, is_on_x=is_on_x) if sys.platform.startswith("linux") else []
    if not missing:
        return
    print(f"dev.py: this computer lacks {', '.join(missing)}.", flush=True)
    if not shutil.which("apt-get"):
        raise SetupImpossibleError("There is no apt-get here: install these by your own means.")
    means = "" if os.geteuid() == 0 else "sudo" if shutil.which("sudo") else "su"
    typed = f"Type this line, then the same command again:\n  {apt_line(missing, means)}"
    apt = ["sudo", "-n", "apt-get"] if means else ["apt-get"]
    if call([*apt, "--version"], is_quiet=True):
        raise SetupImpossibleError(f"Installing asks for the administrator. {typed}")
    os.environ["DEBIAN_FRONTEND"] = "noninteractive"
    if call([*apt, "update"]) or call([*apt, "install", "-y", "--no-install-recommends", *missing]):
        raise SetupImpossibleError(f"apt-get did not succeed; its reason stands above. {typed}")
    if still := missing_packages(verb, is_on_x=is_on_x):
        raise SetupImpossibleError(f"apt-get succeeded, yet {', '.join(still)} cannot be found.")


def tool(name: str) -> str:
    """Path of a program inside .venv, such as `python` or `ruff`."""
    return str(VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name)


def stamp_of(lock: bytes, python_version: str, platform: str) -> str:
    """Names one state of the environment: these packages, on this Python, on this system."""
    return hashlib.sha256(lock + f"\0{python_version}\0{platform}".encode()).hexdigest()


def see_to_packages() -> None:
    """Make .venv hold exactly what the lock says, if it does not already."""
    wanted = stamp_of(LOCK.read_bytes(), sys.version, sys.platform)
    if Path(tool("python")).exists() and STAMP.exists() and STAMP.read_text("ascii") == wanted:
        return
    print("dev.py: installing the packages of requirements/dev.txt into .venv ...", flush=True)
    same_python = f"import sys, pip; assert sys.version == {sys.version!r}"
    make_venv = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if call([tool("python"), "-c", same_python], is_quiet=True) and call(make_venv):
        raise SetupImpossibleError("Python could not make .venv; its reason stands above.")
    pip = [tool("python"), "-m", "pip", "install", "--disable-pip-version-check"]
    # The lock is whole (--no-deps) and of wheels only: no compiler is asked for, nothing is guessed.
    locked = ["--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(LOCK)]
    if call([*pip, *locked]):
        raise SetupImpossibleError(
            "pip could not install the packages; its reason stands above. Most often the package"
            " index was not reached: look to the network, then give the same command again."
        )
    STAMP.write_text(wanted, encoding="ascii")


def child_environment(environment: Mapping[str, str], *, is_shown: bool) -> dict[str, str]:
    """What a started tool sees: UTF-8 everywhere, and Qt drawing off screen unless it is shown."""
    child = {**environment, "PYTHONUTF8": "1"}
    if not is_shown:
        child.setdefault("QT_QPA_PLATFORM", "offscreen")
    spoken = child.get("LC_ALL") or child.get("LC_CTYPE") or child.get("LANG") or ""
    if sys.platform.startswith("linux") and "utf" not in spoken.lower():
        child["LC_ALL"] = "C.UTF-8"  # else Qt warns, and a warning fails a test
    return child


def call(command: Sequence[str], *, is_shown: bool = False, is_quiet: bool = False) -> int:
    """Run in the repository's root, its output streamed; the exit code, 128 + n for a signal n."""
    outlet = subprocess.DEVNULL if is_quiet else None
    environment = child_environment(os.environ, is_shown=is_shown)
    try:
        code = subprocess.run(
            command, cwd=ROOT, env=environment, check=False, stdout=outlet, stderr=outlet
        ).returncode
    except FileNotFoundError:
        if not is_quiet:
            print(f"dev.py: there is no {command[0]}.", file=sys.stderr)
        return EXIT_NO_SETUP
    if code < 0:
        print(f"dev.py: ended by signal {-code}: {' '.join(command)}", file=sys.stderr)
        return EXIT_SIGNAL_BASE - code
    return code


@contextmanager
def temporary_files_in_memory(memory: str) -> Iterator[None]:
    """What is started meanwhile keeps its temporary files in memory if ``memory`` (meminfo) tells of plenty."""
    available = re.search(r"^MemAvailable: +([0-9]+) kB$", memory, re.MULTILINE)
    is_plenty = available is not None and int(available[1]) >= LEAST_MEMORY_KB
    is_fit = is_plenty and os.access(MEMORY_DISK, os.W_OK)
    # A container's may be of 64 MB, whatever memory there is.
    is_fit = is_fit and shutil.disk_usage(MEMORY_DISK).free >= LEAST_MEMORY_KB << 9
    if not is_fit or "TMPDIR" in os.environ:
        yield
        return
    with tempfile.TemporaryDirectory(
        prefix="kesco-", dir=MEMORY_DISK, ignore_cleanup_errors=True
    ) as folder:
        Path(folder).chmod(0o755)  # PostgreSQL and CUPS run as others
        os.environ["TMPDIR"] = folder
        try:
            yield
        finally:
            del os.environ["TMPDIR"]


def call_module(module: str, arguments: Sequence[str], *, is_shown: bool = False) -> int:
    """Run one of our own modules with the environment's Python."""
    place = ROOT.joinpath(*module.split("."))
    if not any(path.is_file() for path in (place.with_suffix(".py"), place / "__main__.py")):
        print(f"dev.py: {module} is not written yet, so this cannot run.", file=sys.stderr)
        return EXIT_NO_SETUP
    return call([tool("python"), "-m", module, *arguments], is_shown=is_shown)


def run(arguments: Sequence[str]) -> int:
    """The counter's window with demo books; where no window can be shown, the demo day."""
    if has_display(os.environ, sys.platform):
        return call_module("tests.day.run", arguments, is_shown=True)
    shown = ROOT / "build" / "demo"
    print(f"dev.py: there is no display, so the demo day is played into {shown}.", flush=True)
    code = call_module("tests.day.demo", ["--out", str(shown), *arguments])
    if code == 0:
        print(f"dev.py: pictures, receipts, the day report and summary.json are in {shown}")
    return code


def test(arguments: Sequence[str]) -> int:
    """All tests with the coverage both gates ask for; with arguments, pytest with these alone."""
    pytest = [tool("python"), "-m", "pytest"]
    if not sys.platform.startswith("linux"):
        print(
            "dev.py: the tests with PostgreSQL, Poppler, ZBar, CUPS and Chromium run on Linux only.",
            flush=True,
        )
        without = ("postgresql", "poppler", "zbar", "cups", "chromium")
        pytest += ["-m", " and ".join(f"not {mark}" for mark in without)]
    meminfo = Path("/proc/meminfo")
    with temporary_files_in_memory(meminfo.read_text("ascii") if meminfo.exists() else ""):
        return _test(pytest, arguments)


def _test(pytest: Sequence[str], arguments: Sequence[str]) -> int:
    if arguments:
        return call([*pytest, *arguments])
    pure = "--include=counter_app/domain/*,counter_app/use_cases/*"
    gate = [tool("python"), "-m", "coverage", "report", pure, "--fail-under=100"]
    code = call([*pytest, "--numprocesses=auto", "--dist=worksteal", "--cov"])
    if code == 0 and call(gate, is_quiet=True):
        print("dev.py: nouns and verbs are to be tested in every branch. Not yet:", flush=True)
        code = call(gate)
    return code


def check(arguments: Sequence[str]) -> int:
    """All that must hold before a change is shared; every part runs, whatever the others said."""
    parts: dict[str, Callable[[], int]] = {
        "ruff check": lambda: call([tool("ruff"), "check", "."]),
        "ruff format": lambda: call([tool("ruff"), "format", "--check", "."]),
        "mypy": lambda: call([tool("mypy")]),
        "lint-imports": lambda: call([tool("lint-imports"), "--no-logo"]),
        "test": lambda: test(arguments),
    }
    failed = [name for name, part in parts.items() if part()]
    print(f"dev.py: check {'FAILED: ' + ', '.join(failed) if failed else 'is green'}")
    return 1 if failed else 0


def lock(arguments: Sequence[str]) -> int:
    """Remake requirements/*.txt out of pyproject.toml; `--upgrade` takes newer versions."""
    make = [tool("uv"), "pip", "compile", "pyproject.toml", "--quiet", "--universal"]
    make += ["--generate-hashes", "--no-header", "--no-emit-index-url", "--no-emit-find-links"]
    make += ["--python-version", "3.11", *arguments]
    extras = {"run": [], "server": ["--extra=server"], "dev": ["--extra=server", "--extra=dev"]}
    codes = [call([*make, *extras[name], "-o", f"requirements/{name}.txt"]) for name in extras]
    return max(codes)


VERBS = {
    "run": Verb("the counter with demo books (no display: the demo)", run),
    "test": Verb("all tests, with coverage", test, is_testing=True),
    "check": Verb("ruff, mypy, the floors, then test", check, is_testing=True),
    "demo": Verb("play a whole day: --out DIR", partial(call_module, "tests.day.demo")),
    "custody": Verb(
        "two shifts to the bank slip: --out DIR",
        partial(call_module, "tests.day.custody"),
        is_testing=True,
    ),
    "bench": Verb("measure against baselines", partial(call_module, "tests.day.bench")),
    "city": Verb(
        "measure the centre: --help", partial(call_module, "tests.day.bench_city"), is_testing=True
    ),
    "snapshot": Verb(
        "a city's bills by snapshot", partial(call_module, "tests.day.bench_snapshot")
    ),
    "names": Verb("count misspelt names found", partial(call_module, "tests.day.search_quality")),
    "book": Verb("make consumers", partial(call_module, "billing_server.book"), is_drawing=False),
    "fuzz": Verb("fuzz the contract", partial(call_module, "tests.day.fuzz"), is_testing=True),
    "chaos": Verb("games over bad lines", partial(call_module, "tests.day.chaos"), is_testing=True),
    "link": Verb("a day over a bad link", partial(call_module, "tests.day.bench_link")),
    "kill": Verb("SIGKILL at random instants", partial(call_module, "tests.day.kill")),
    "storm": Verb("a city at once", partial(call_module, "tests.day.storm"), is_testing=True),
    "paper": Verb(
        "print on an emulated printer: --out DIR",
        partial(call_module, "tests.day.paper"),
        is_testing=True,
    ),
    "console": Verb(
        "draw the head office's pages: --out DIR",
        partial(call_module, "tests.day.console"),
        is_testing=True,
    ),
    "lock": Verb("remake requirements/*.txt", lock, is_drawing=False),
}


def usage() -> str:
    """The verbs, one a line."""
    lines = [f"  {name:<6} {verb.tells}" for name, verb in VERBS.items()]
    return "\n".join(["usage: python3 dev.py VERB [ARGUMENTS]", "", *lines])


def main(arguments: Sequence[str]) -> int:
    """See to the set-up, then do what the verb says."""
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(usage())
        return 0
    name, *rest = arguments
    if name not in VERBS:
        print(f"dev.py: there is no verb {name!r}.\n\n{usage()}", file=sys.stderr)
        return EXIT_USAGE
    verb = VERBS[name]
    try:
        see_to_system(verb, is_on_x=name == "run" and bool(os.environ.get("DISPLAY")))
        see_to_packages()
        return verb.runs(rest)
    except SetupImpossibleError as reason:
        print(f"dev.py: {reason}", file=sys.stderr)
        return EXIT_NO_SETUP
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
