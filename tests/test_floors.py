"""The floors hold, and each contract that keeps them is awake.

A contract that nothing can break keeps nothing: so, in a copy of the tree, one violation of each
is planted, and exactly that contract must fail.
"""

from __future__ import annotations

import ast
import json
import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LINTER = PROJECT["tool"]["importlinter"]
NAME_OF = {contract["id"]: contract["name"] for contract in LINTER["contracts"]}
OUTPUT_COLUMNS = "200"
LINTER_TIMEOUT_SECONDS = 60

PLANTS = [
    ("rooms", "counter_app/gossip.py", "import json"),
    ("rooms", "counter_app/domain/planted.py", "import counter_app.use_cases"),
    ("rooms", "counter_app/wire/planted.py", "import counter_app.printing"),
    ("floors", "counter_app/use_cases/planted.py", "import ui"),
    ("floors", "counter_app/domain/planted.py", "import local_db"),
    ("floors", "resources/planted.py", "import counter_app.domain"),
    ("strangers", "ui/planted.py", "import local_db"),
    ("strangers", "local_db/planted.py", "import counter_app.workstation"),
    ("strangers", "counter_app/printing/planted.py", "import counter_app.reports"),
    ("strangers", "counter_app/sync/planted.py", "import billing_server"),
    ("strangers", "counter_app/terminals/planted.py", "import counter_app.printing"),
    ("server", "billing_server/planted.py", "import counter_app.use_cases"),
    ("domain", "counter_app/domain/planted.py", "import msgspec"),
    ("domain", "counter_app/domain/planted.py", "import logging"),
    ("verbs", "counter_app/use_cases/planted.py", "import msgspec"),
    ("wire", "counter_app/wire/planted.py", "import cryptography"),
    ("qt", "counter_app/reports/planted.py", "from PySide6 import QtWidgets"),
    ("qt", "counter_app/printing/planted.py", "from PySide6 import QtGui"),
    ("sql", "ui/planted.py", "def late() -> None:\n    import sqlalchemy"),
    ("http", "billing_server/planted.py", "import requests"),
    ("escpos", "ui/planted.py", "from escpos.printer import Network"),
    ("serial", "counter_app/workstation/planted.py", "def late() -> None:\n    import serial"),
    ("pdf", "counter_app/workstation/planted.py", "from reportlab.pdfgen import canvas"),
    ("qr", "ui/planted.py", "import segno"),
    ("xlsx", "counter_app/printing/planted.py", "from openpyxl import Workbook"),
]


def lint_imports(tree: Path) -> dict[str, bool]:
    """Each contract's name, and whether it is kept in this tree."""
    program = Path(sysconfig.get_path("scripts")) / "lint-imports"
    done = subprocess.run(
        [program, "--no-logo", "--no-cache"],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree), "COLUMNS": OUTPUT_COLUMNS},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LINTER_TIMEOUT_SECONDS,
        check=False,
    )
    verdicts = re.findall(r"^(.+) (KEPT|BROKEN)\b", done.stdout, flags=re.MULTILINE)
    kept = {name: verdict == "KEPT" for name, verdict in verdicts}
    assert set(kept) == set(NAME_OF.values()), done.stdout + done.stderr
    assert (done.returncode == 0) == all(kept.values())
    return kept


@pytest.fixture(scope="module")
def copied_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the floors' Python files, with nothing else of the repository."""
    tree = tmp_path_factory.mktemp("floors")
    shutil.copy(ROOT / "pyproject.toml", tree)
    for package in LINTER["root_packages"]:
        for source in (ROOT / package).rglob("*.py"):
            target = tree / source.relative_to(ROOT)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(source, target)
    return tree


@pytest.fixture(scope="module")
def broken_before(copied_tree: Path) -> set[str]:
    """Contracts that are broken with nothing planted: none, if the floors hold."""
    return {name for name, is_kept in lint_imports(copied_tree).items() if not is_kept}


@pytest.fixture
def planted(
    copied_tree: Path, broken_before: set[str], request: pytest.FixtureRequest
) -> Iterator[Path]:
    """The copy, looked at before, with one violation in it for the length of a test."""
    place, text = request.param
    plant = copied_tree / place
    assert not plant.exists()
    plant.write_text(f"{text}\n", encoding="utf-8")
    yield copied_tree
    plant.unlink()


def test_the_floors_hold(broken_before: set[str]) -> None:
    assert broken_before == set()


@pytest.mark.parametrize(
    ("contract", "planted"),
    [(contract, (place, text)) for contract, place, text in PLANTS],
    ids=[f"{contract}-{place}" for contract, place, _ in PLANTS],
    indirect=["planted"],
)
def test_a_planted_violation_breaks_its_contract_and_no_other(
    contract: str, planted: Path, broken_before: set[str]
) -> None:
    broken = {name for name, is_kept in lint_imports(planted).items() if not is_kept}
    assert broken - broken_before == {NAME_OF[contract]}


def test_no_contract_is_left_without_a_plant() -> None:
    assert {contract for contract, _, _ in PLANTS} == set(NAME_OF)


@pytest.mark.parametrize(
    ("place", "is_allowed"),
    [
        ("ui/planted.py", True),
        ("counter_app/printing/raster.py", False),
        ("counter_app/launch.py", False),
        ("local_db/planted.py", False),
    ],
)
def test_widgets_live_in_ui_and_nowhere_else(place: str, *, is_allowed: bool) -> None:
    text = "from PySide6.QtWidgets import QLabel\n\nLABEL = QLabel\n"
    ruff = [sys.executable, "-m", "ruff", "check", "--select=TID251", "--no-cache"]
    done = subprocess.run(
        [*ruff, "--output-format=json", f"--stdin-filename={place}", "-"],
        cwd=ROOT,
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=LINTER_TIMEOUT_SECONDS,
        check=False,
    )
    found = [finding["code"] for finding in json.loads(done.stdout)]
    assert found == ([] if is_allowed else ["TID251"])


def test_the_domain_imports_the_standard_library_and_itself_alone() -> None:
    for source in sorted((ROOT / "counter_app" / "domain").rglob("*.py")):
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            names = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            if isinstance(node, ast.ImportFrom):
                names = [str(node.module)]
            for name in names:
                is_own = name.startswith("counter_app.domain")
                assert is_own or name.partition(".")[0] in sys.stdlib_module_names, (source, name)
