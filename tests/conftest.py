"""What every test stands on: a home of its own, seeds that can be repeated, and hypothesis without surprises."""

import gc
import os
import random
from pathlib import Path
from typing import Final

import pytest
from hypothesis import HealthCheck, settings

from helpers.counts import SOAKING
from lapwing.gui.collector import collect_what_is_due

pytest_plugins = ["helpers.servers.fixtures"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # windows of tests are drawn to memory

_FIRST: Final = ("e2e", "integration", "contract", "gui")
"""Folders whose files take long. They come before the others, so that no process is left with a long one at the end."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Order the tests; each process does, in the same way."""

    def rank(item: pytest.Item) -> int:
        folders = item.path.relative_to(Path(__file__).parent).parts
        return _FIRST.index(folders[0]) if folders[0] in _FIRST else len(_FIRST)

    items.sort(key=rank)


gc.disable()  # a window that dies in a thread of a later test would take the process with it


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown() -> None:
    """Garbage is collected between tests, in the thread of the windows."""
    collect_what_is_due()


settings.register_profile(
    "lapwing",
    deadline=None,
    database=None,
    print_blob=True,
    derandomize=not SOAKING,
    max_examples=2_000 if SOAKING else 60,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
settings.load_profile("lapwing")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where Lapwing keeps everything during this test; no test sees the files of a person or of another test."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("LAPWING_HOME", str(folder))
    return folder


@pytest.fixture
def chance(request: pytest.FixtureRequest) -> random.Random:
    """Random numbers that come again: seeded by the test's name, or by LAPWING_SEED; anew each time when soaking.

    The seed is printed, so it stands beside every failure.
    """
    seed = os.environ.get("LAPWING_SEED") or (str(random.getrandbits(48)) if SOAKING else request.node.nodeid)
    print(f"LAPWING_SEED={seed}")
    return random.Random(seed)
