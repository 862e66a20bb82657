"""What every test stands on: a home of its own, seeds that can be repeated, and hypothesis without surprises."""

import gc
import hashlib
import os
import random
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from helpers.counts import SOAKING
from lapwing.gui.collector import collect_what_is_due
from lapwing.gui.plain_imports import use_plain_imports

pytest_plugins = ["helpers.servers.fixtures"]

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # windows of tests are drawn to memory

use_plain_imports()  # as the window does: Qt's own read the source of every module

hashlib.scrypt = lru_cache(maxsize=64)(hashlib.scrypt)  # type: ignore[assignment]  # half a second for each passphrase

gc.disable()  # a window that dies in a thread of a later test would take the process with it


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """What has been imported and collected stays to the end: it is never looked through again."""
    gc.freeze()


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
    max_examples=2_000 if SOAKING else 40,
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
