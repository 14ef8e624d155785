"""Finds every sentence that the console says: in templates, and in the modules that name one."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import nodes

from billing_server import console, store
from billing_server.console.rendering import TEMPLATES, open_templates

if TYPE_CHECKING:
    from collections.abc import Iterator

CONSOLE = Path(console.__file__).parent
STORES = Path(store.__file__).parent
SAYING = {"say": 1, "Refused": 0, "refusing": 0, "Note": 0, "SaidNo": 0}
"""Calls in Python, and which argument is the sentence."""


def sentences_of_templates() -> set[str]:
    """What templates say by ``t``."""
    environment = open_templates()
    return {
        sentence
        for path in TEMPLATES.glob("*.html")
        for call in environment.parse(path.read_text(encoding="utf-8")).find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name == "t"
        for sentence in _constants(call.args[0])
    }


def sentences_of_modules() -> set[str]:
    """What the console's modules refuse with, note and head their pages with, and what stores say no with."""
    return {
        sentence
        for path in (*CONSOLE.rglob("*.py"), *STORES.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        for sentence in _said(node)
    }


def names_in_templates() -> set[str]:
    """Kinds of codes that templates name by ``name``."""
    environment = open_templates()
    return {
        kind
        for path in TEMPLATES.glob("*.html")
        for call in environment.parse(path.read_text(encoding="utf-8")).find_all(nodes.Call)
        if isinstance(call.node, nodes.Name) and call.node.name == "name"
        for kind in _constants(call.args[0])
    }


def _constants(node: nodes.Node) -> Iterator[str]:
    if isinstance(node, nodes.Const) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, nodes.CondExpr):
        for part in (node.expr1, node.expr2):
            if part is not None:
                yield from _constants(part)


def _said(call: ast.Call) -> Iterator[str]:
    name = call.func.id if isinstance(call.func, ast.Name) else ""
    said = [*call.args[SAYING[name] : SAYING[name] + 1]] if name in SAYING else []
    if name == "Page":
        said += [word.value for word in call.keywords if word.arg == "heading"]
    for one in said:
        if isinstance(one, ast.Constant) and isinstance(one.value, str):
            yield one.value
