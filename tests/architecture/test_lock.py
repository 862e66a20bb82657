"""The lock names everything that pyproject.toml asks for, once, with hashes."""

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

import lock

ROOT = Path(__file__).resolve().parents[2]
SETS = ("run", "build", "test", "lock")


def asked_for(name: str) -> list[Requirement]:
    """What pyproject.toml asks for in one set."""
    project: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = project["project"]["dependencies"] if name == "run" else project["dependency-groups"][name]
    return [Requirement(line) for line in wanted]


def blocks(*sets: str) -> list[str]:
    files = [ROOT / f"packaging/requirements/{name}.txt" for name in sets]
    return [block for file in files for block in lock.blocks(file.read_text("utf-8"))]


def pinned(*sets: str) -> dict[str, Requirement]:
    found = [Requirement(block.splitlines()[0].rstrip("\\")) for block in blocks(*sets)]
    return {canonicalize_name(requirement.name): requirement for requirement in found}


@pytest.mark.parametrize("name", SETS)
def test_what_is_asked_for_is_pinned_to_a_version_that_fits(name: str) -> None:
    pins = pinned(*SETS[: SETS.index(name) + 1])
    for requirement in asked_for(name):
        pin = pins[canonicalize_name(requirement.name)]
        (version,) = (specifier.version for specifier in pin.specifier)
        assert requirement.specifier.contains(version)


@pytest.mark.parametrize("block", blocks(*SETS), ids=lambda block: block.split(" ")[0])
def test_every_pin_is_exact_and_has_hashes(block: str) -> None:
    first, *hashes = block.replace("\\\n", "\n").splitlines()
    assert re.match(r"[\w.\[\]-]+==[\w.]+ ?(;.*)?$", first.rstrip())
    assert hashes
    assert all(re.fullmatch(r"    --hash=sha256:[0-9a-f]{64}\s*", line) for line in hashes)


def test_no_set_repeats_what_an_earlier_one_holds() -> None:
    names = [block.split("==")[0] for block in blocks("run", "build", "test")]
    assert len(names) == len(set(names))


def test_a_requirement_is_left_out_only_if_it_is_held_under_the_same_condition() -> None:
    held = {"plain==1 \\", "windows==2 ; sys_platform == 'win32' \\"}
    assert lock.is_held("plain==1 \\", held)
    assert lock.is_held("plain==1 ; python_full_version < '3.12' \\", held)
    assert lock.is_held("windows==2 ; sys_platform == 'win32' \\", held)
    assert not lock.is_held("windows==2 \\", held)
    assert not lock.is_held("plain==2 \\", held)
