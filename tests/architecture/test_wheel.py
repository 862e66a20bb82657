"""The wheel that `pip install .` builds holds everything and works on its own."""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def ran(*command: str | Path, cwd: Path) -> str:
    """stdout of a command that ends well."""
    environ = {
        name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "PIP_REQUIRE_VIRTUALENV"}
    }
    run = subprocess.run(command, cwd=cwd, env=environ, capture_output=True, text=True, timeout=120, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return run.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    ran(sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", folder, cwd=ROOT)
    (built,) = folder.glob("lapwing-*-py3-none-any.whl")
    return built


@pytest.fixture(scope="module")
def content(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def files_below(folder: Path) -> set[Path]:
    return {file for file in folder.rglob("*") if file.is_file() and "__pycache__" not in file.parts}


def test_everything_shipped_is_inside(content: dict[str, bytes]) -> None:
    shipped = files_below(ROOT / "resources") | files_below(ROOT / "translations")
    assert shipped
    inside = {f"lapwing/_shipped/{file.relative_to(ROOT)}": file.read_bytes() for file in shipped}
    assert inside.items() - content.items() == set()


def test_every_file_of_the_program_is_inside_and_no_test(content: dict[str, bytes]) -> None:
    program = {str(file.relative_to(ROOT / "app")) for file in files_below(ROOT / "app/lapwing")}
    packed = {name for name in content if not name.startswith("lapwing/_shipped/") and ".dist-info/" not in name}
    assert packed == program


def test_the_licence_and_the_command_are_declared(content: dict[str, bytes]) -> None:
    facts = {name.partition(".dist-info/")[2]: text.decode() for name, text in content.items() if ".dist-info/" in name}
    assert facts["licenses/LICENSE"] == (ROOT / "LICENSE").read_text("utf-8")
    assert "lapwing = lapwing.__main__:main" in facts["entry_points.txt"]
    assert "License-Expression: MIT" in facts["METADATA"]


def test_an_installation_finds_what_it_ships_and_answers(wheel: Path, tmp_path: Path) -> None:
    """In an environment of its own, with this one's packages behind it and no index to ask."""
    ran(sys.executable, "-m", "venv", "--without-pip", tmp_path / "fresh", cwd=tmp_path)
    python = tmp_path / "fresh/bin/python"
    offline = ["--no-deps", "--no-index", "--disable-pip-version-check"]
    ran(sys.executable, "-m", "pip", "--python", python, "install", *offline, wheel, cwd=tmp_path)
    (packages,) = (tmp_path / "fresh/lib").glob("python3*/site-packages")
    (packages / "dependencies.pth").write_text(sysconfig.get_path("purelib"), "utf-8")
    ask = "from lapwing import paths; print(paths.resources()); print(paths.translations())"
    resources, translations = map(Path, ran(python, "-I", "-c", ask, cwd=tmp_path).split())
    assert resources == packages / "lapwing/_shipped/resources"
    assert {file.relative_to(resources) for file in files_below(resources)} == {
        file.relative_to(ROOT / "resources") for file in files_below(ROOT / "resources")
    }
    assert translations.is_dir()
    assert "lapwing" in ran(tmp_path / "fresh/bin/lapwing", "--help", cwd=tmp_path).lower()
