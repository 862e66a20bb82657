"""What is loaded when: the import rules that only a running interpreter can show."""

import os
import pkgutil
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import grimp

import lapwing.drivers
import lapwing.engine
import lapwing.gui
import lapwing.store

ROOT = Path(__file__).resolve().parents[2]
QT = {"PySide6", "shiboken6", "qasync", "pyqtgraph"}
DRIVERS = {"apsw", "sqlite3", "sqlalchemy", "psycopg", "pymysql"}
SLOW_TO_LOAD = {"numpy", "pyqtgraph", "fastapi"}


def loaded_by(*arguments: str) -> set[str]:
    """Names of all modules that a fresh interpreter imports when started with these arguments; it has to end well."""
    command = [sys.executable, "-X", "importtime", *arguments]
    environ = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    run = subprocess.run(command, capture_output=True, text=True, env=environ, timeout=60, check=False)
    lines = run.stderr.splitlines()
    words = "\n".join(line for line in lines if not line.startswith("import time:"))
    assert run.returncode == 0, words
    modules = {line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")}
    return modules | {name.partition(".")[0] for name in modules}


def modules_below(package: ModuleType) -> list[str]:
    """Names of a package and of everything in it."""
    return [
        package.__name__,
        *(found.name for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}.")),
    ]


def importing(*modules: str) -> tuple[str, str]:
    """Arguments for an interpreter that does nothing else."""
    return "-c", "\n".join(f"import {name}" for name in modules)


def test_the_whole_engine_loads_no_qt() -> None:
    loaded = loaded_by(*importing(*modules_below(lapwing.engine), *modules_below(lapwing.drivers)))
    assert {"lapwing.engine.process", "lapwing.drivers.sqlite.driver"} <= loaded
    assert loaded & QT == set()


def test_starting_the_engine_loads_neither_a_keyring_nor_ciphers() -> None:
    """They are loaded when the first secret is asked for; the store's own modules do without until then."""
    loaded = loaded_by(*importing("lapwing.engine.process", *modules_below(lapwing.store)))
    assert {"lapwing.store.secrets.system_keyring", "lapwing.store.secrets.cipher"} <= loaded
    assert loaded & {"keyring", "secretstorage", "jeepney", "cryptography"} == set()


def test_starting_the_engine_loads_no_service_before_it_is_asked() -> None:
    loaded = loaded_by(*importing("lapwing.engine.process"))
    assert "lapwing.engine.late_services" in loaded
    late = ("engine.table", "engine.transfer", "engine.catalog", "engine.sample", "engine.alerting.whole")
    more = ("domain.importing.reading", "domain.importing.own", "engine.query.client_commands.psql", "formats.xlsx")
    assert [name for name in loaded if name.startswith(tuple(f"lapwing.{each}" for each in (*late, *more)))] == []


def test_starting_the_window_loads_no_driver_and_nothing_slow() -> None:
    loaded = loaded_by(*importing("lapwing.gui.main", "lapwing.gui.application"))
    assert "PySide6.QtWidgets" in loaded
    assert loaded & (DRIVERS | SLOW_TO_LOAD) == set()


def test_the_engine_can_be_started_before_qt_is_loaded() -> None:
    loaded = loaded_by(*importing("lapwing.gui.main"))
    assert loaded & (QT | DRIVERS | SLOW_TO_LOAD) == set()


def test_no_part_of_the_window_loads_a_driver() -> None:
    loaded = loaded_by(*importing(*modules_below(lapwing.gui)))
    assert loaded & DRIVERS == set()


def test_help_loads_neither_qt_nor_a_driver() -> None:
    loaded = loaded_by("-m", "lapwing", "--help")
    assert "lapwing" in loaded
    assert loaded & (QT | DRIVERS | SLOW_TO_LOAD) == set()


def test_the_domain_imports_only_itself_and_the_standard_library() -> None:
    graph = grimp.build_graph("lapwing", include_external_packages=True, cache_dir=None)
    domain = {"lapwing.domain", *graph.find_descendants("lapwing.domain")}
    imported = {name for module in domain for name in graph.find_modules_directly_imported_by(module)}
    assert {name for name in imported - domain if name.partition(".")[0] not in sys.stdlib_module_names} == set()


def test_every_folder_of_the_window_has_its_place_in_the_import_rules() -> None:
    """Contract 5 names the folders one by one; one that it does not know would be free to import any of them."""
    rules = (ROOT / "pyproject.toml").read_text("utf-8")
    contract = rules.partition('name = "5. Window features')[2].partition("[[")[0]
    named = set(re.findall(r"\w+", contract.partition("layers = [")[2]))
    folders = {init.parent.name for init in (ROOT / "app/lapwing/gui").glob("*/__init__.py")}
    assert folders - named == set()
