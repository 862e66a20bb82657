"""Prometheus and its Pushgateway, as Debian has them, run for a test by the unprivileged account."""

import json
import shutil
import time
import urllib.parse
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from helpers import unprivileged
from helpers.servers.fixtures import found
from helpers.servers.guarded import Guarded
from helpers.servers.login import ServerMissing
from helpers.servers.ports import HOST, free_port
from helpers.waiting import eventually


def _program(name: str) -> str:
    path = shutil.which(name)
    if path is None:
        raise ServerMissing(f"{name} is not installed; packaging/system/test.txt lists it.")
    return path


def fetched(url: str) -> str:
    """The text at an address; empty: there is none (yet)."""
    try:
        with urllib.request.urlopen(url, timeout=10) as answer:
            text: str = answer.read().decode()
            return text
    except OSError:
        return ""


def asked(url: str, query: str) -> list[dict[str, Any]]:
    """What Prometheus answers to a query: labels (`metric`) and time and value (`value`) of each series.

    It is asked of a moment ahead, since a value that was sent a moment ago may be of a later millisecond.
    """
    words = urllib.parse.urlencode({"query": query, "time": f"{time.time() + 5:.3f}"})
    result: list[dict[str, Any]] = json.loads(fetched(f"{url}/api/v1/query?{words}"))["data"]["result"]
    return result


@contextmanager
def pushgateway() -> Iterator[str]:
    """A Pushgateway within; its address."""
    with Guarded() as guarded:
        program = found(lambda: _program("prometheus-pushgateway"))
        place = f"{HOST}:{free_port()}"
        guarded.start([program, f"--web.listen-address={place}", "--log.level=warn"])
        eventually(lambda: fetched(f"http://{place}/-/ready"))
        yield f"http://{place}"


@contextmanager
def prometheus() -> Iterator[str]:
    """A Prometheus within that takes remote write; its address."""
    with Guarded() as guarded:
        program = found(lambda: _program("prometheus"))
        settings, place = guarded.folder / "prometheus.yml", f"{HOST}:{free_port()}"
        unprivileged.write(settings, b"global: {}\n")
        guarded.start(
            [
                program,
                f"--config.file={settings}",
                f"--storage.tsdb.path={guarded.folder / 'series'}",
                f"--web.listen-address={place}",
                "--web.enable-remote-write-receiver",
                "--log.level=warn",
            ]
        )
        eventually(lambda: fetched(f"http://{place}/-/ready"))
        yield f"http://{place}"
