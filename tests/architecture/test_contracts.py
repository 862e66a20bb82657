"""The import rules of pyproject.toml bite: each is broken once in a copy of the code, and each has to say so."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

BREACHES = {
    "1. Every storey": ("lapwing.settings", "lapwing.engine"),
    "2. Only the window": ("lapwing.engine.bus", "PySide6"),
    "3. Only drivers and the store": ("lapwing.engine.bus", "apsw"),
    "3. Only the store knows the keyring": ("lapwing.drivers.base", "keyring"),
    "3. Only drivers, the store and packages of plugins know cryptography": ("lapwing.engine.bus", "cryptography"),
    "4. The window reaches": ("lapwing.gui", "lapwing.drivers.base"),
    "5. Driver folders": ("lapwing.drivers.base", "lapwing.drivers.sqlite.driver"),
    "5. Window features": ("lapwing.gui.editor", "lapwing.gui.results"),
    "6. Engine services": ("lapwing.engine.query.service", "lapwing.engine.catalog.service"),
}
"""Beginning of a contract's name, and who imports whom against it."""


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What import-linter says about a copy of the code with all breaches in it."""
    copy = tmp_path_factory.mktemp("breached")
    shutil.copytree(ROOT / "app", copy / "app", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", copy)
    for feature in ("editor", "results"):
        (copy / "app/lapwing/gui" / feature).mkdir(exist_ok=True)
        (copy / "app/lapwing/gui" / feature / "__init__.py").touch()
    (copy / "app/lapwing/homeless.py").touch()
    for importer, imported in BREACHES.values():
        module = (copy / "app" / Path(*importer.split("."))).with_suffix(".py")
        with open(module if module.exists() else module.with_suffix("") / "__init__.py", "a", encoding="utf-8") as code:
            code.write(f"\nimport {imported}\n")
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache", "--no-logo"]
    environ = {**os.environ, "PYTHONPATH": str(copy / "app")}
    run = subprocess.run(command, cwd=copy, env=environ, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 1, run.stdout + run.stderr
    return run.stdout


@pytest.mark.parametrize("contract", BREACHES)
def test_a_breach_is_found(verdicts: str, contract: str) -> None:
    importer, imported = BREACHES[contract]
    assert [line for line in verdicts.splitlines() if line.startswith(contract) and "BROKEN" in line]
    assert f"{importer} -> {imported} (l." in verdicts


def test_a_package_without_a_storey_is_found(verdicts: str) -> None:
    assert "- lapwing.homeless" in verdicts
