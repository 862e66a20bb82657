"""What holds for every bundled plugin, and for the page of hooks that is made from the contract."""

import ast
import sys
import tomllib
from importlib import import_module
from pathlib import Path
from typing import Any, Final

import pytest

import hooks_page
from lapwing.plugins.api import Plugin
from lapwing.plugins.manifest import read_manifest

FOLDERS: Final = sorted(path.parent for path in hooks_page.BUNDLED.glob("*/plugin.toml"))


def manifest(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "plugin.toml").read_text("utf-8"))


def plugin_class(folder: Path) -> type[Plugin]:
    module, _, name = manifest(folder)["entry"].partition(":")
    found = getattr(import_module(module), name)
    assert isinstance(found, type)
    assert issubclass(found, Plugin)
    return found


def overridden(kind: type[Plugin]) -> set[str]:
    return {name for name in vars(kind) if not name.startswith("_") and hasattr(Plugin, name)}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_manifest_names_the_hooks_that_the_class_has(folder: Path) -> None:
    facts = read_manifest(folder, is_bundled=True)
    assert facts.id.replace("-", "_") == folder.name
    assert set(facts.hooks) == overridden(plugin_class(folder)) - {"context"}


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_it_imports_the_contract_and_the_standard_library(folder: Path) -> None:
    own = f"lapwing.plugins.bundled.{folder.name}"
    for path in folder.glob("**/*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                allowed = name.startswith((own, "lapwing.plugins.api", "lapwing.plugins.kit"))
                assert allowed or name.partition(".")[0] in sys.stdlib_module_names, (path, name)


def test_the_page_of_hooks_is_what_the_contract_says() -> None:
    again = "Write it anew: python packaging/hooks_page.py"
    assert hooks_page.PAGE.read_text("utf-8") == hooks_page.page(), again


def test_the_manual_names_every_plugin_with_all_its_settings() -> None:
    text = (hooks_page.PAGE.parent / "44-bundled-plugins.md").read_text("utf-8")
    sections = dict(part.split("\n", 1) for part in text.split("\n## ")[1:])
    for folder in FOLDERS:
        facts = read_manifest(folder, is_bundled=True)
        (section,) = [each for each in sections.values() if each.startswith(f"`{facts.id}` ")]
        assert {field.name for field in facts.config if f"`{field.name}`" not in section} == set(), facts.id


def test_every_hook_has_a_bundled_plugin_that_uses_it() -> None:
    used = {hook for folder in FOLDERS for hook in read_manifest(folder, is_bundled=True).hooks}
    assert {name for name in vars(Plugin) if name[0] != "_" and callable(getattr(Plugin, name))} == used
