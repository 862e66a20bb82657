"""Which wheels a plugin is given: the newest that fit together, and a sentence where none do."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from helpers.plugin_packages import wheel_of
from lapwing.domain.plugins.installing_errors import PackageUnreadable, RequirementMissing
from lapwing.domain.plugins.manifest import Manifest
from lapwing.plugins.installing.environment import ROOTS, own_packages
from lapwing.plugins.installing.finding import WheelPlaces
from lapwing.plugins.installing.requirements import Chosen, choose

ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    wheel_of(tmp_path, "tea", "1.0", {"tea.py": ""})
    wheel_of(tmp_path, "tea", "2.0", {"tea.py": ""}, ("leaf<2", "cow>=1; extra == 'milk'"))
    wheel_of(tmp_path, "tea", "3.0", {"tea.py": ""}, python=">=99")
    wheel_of(tmp_path, "leaf", "1.0", {"leaf.py": ""}, ("tea",))
    wheel_of(tmp_path, "leaf", "2.0", {"leaf.py": ""})
    wheel_of(tmp_path, "cow", "1.0", {"cow.py": ""})
    wheel_of(tmp_path, "cow", "2.0", {"cow.py": ""}, tag="cp311-cp311-linux_x86_64")
    wheel_of(tmp_path, "clash", "1.0", {"leaf.py": "x = 1"})
    wheel_of(tmp_path, "platformdirs", "0.1", {"platformdirs.py": ""})
    return tmp_path


def chosen(shelf: Path, *requires: str) -> Chosen:
    return choose(Manifest("a", "A", "1.0", requires=requires), WheelPlaces([str(shelf)]))


def versions(found: Chosen) -> dict[str, str]:
    return {name: str(offer.version) for name, offer in found.wheels.items()}


@pytest.mark.parametrize(
    ("requires", "wheels"),
    [
        (("tea",), {"tea": "2.0", "leaf": "1.0"}),
        (("tea", "leaf>=2"), {"tea": "1.0", "leaf": "2.0"}),
        (("leaf>=2", "tea"), {"tea": "1.0", "leaf": "2.0"}),
        (("Tea[milk]",), {"tea": "2.0", "leaf": "1.0", "cow": "1.0"}),
        (("tea", "tea[milk]>=2"), {"tea": "2.0", "leaf": "1.0", "cow": "1.0"}),
        (("cow; python_version < '3'",), {}),
        (("platformdirs<1",), {"platformdirs": "0.1"}),
        (("platformdirs",), {}),
    ],
)
def test_the_newest_that_fit_together_are_chosen(
    shelf: Path, requires: tuple[str, ...], wheels: dict[str, str]
) -> None:
    assert versions(chosen(shelf, *requires)) == wheels


@pytest.mark.parametrize(
    ("requires", "words"),
    [
        (("tea>=2", "leaf>=2"), "needs leaf<2"),
        (("tea>=3",), "is for Python >=99"),
        (("cow>=2",), "only the versions 1.0"),
        (("cow>=1", "cow<1"), "A needs cow<1, but A needs cow>=1"),
        (("lapwing>=1",), "Lapwing itself runs with lapwing"),
    ],
)
def test_what_cannot_be_put_together_is_said(shelf: Path, requires: tuple[str, ...], words: str) -> None:
    with pytest.raises(RequirementMissing, match=re.escape(words)):
        chosen(shelf, *requires)


def test_packages_with_the_same_file_are_refused(shelf: Path) -> None:
    with pytest.raises(PackageUnreadable, match=r"leaf\.py"):
        chosen(shelf, "leaf", "clash").files()


def test_what_lapwing_has_is_what_it_depends_on() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    named = {canonicalize_name(Requirement(each).name) for each in project["dependencies"]}
    assert {canonicalize_name(Requirement(each).name) for each in ROOTS} == named
    assert named <= own_packages().keys()
    assert not {"pytest", "mypy", "ruff"} & own_packages().keys()
