"""How fast events are delivered to a server on loopback, and what that costs a query; prints one JSON object.

Usage: python -m benchmarks.webhooks_run (LAPWING_HOME set).
"""

import asyncio
import json
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from helpers.engines import Asker, asker, make_database
from helpers.webhooks import PASSPHRASE
from lapwing import paths
from lapwing.domain.secrets import SecretKind, SecretPlace, UnlockSecrets
from lapwing.domain.webhooks.deliveries import DeliveryState, ReadDeliveries
from lapwing.domain.webhooks.endpoints import Endpoint, SaveEndpoint, SwitchEndpoint

EVENTS: Final = 3_000
STATEMENTS: Final = 400
_BATCHES: Final = 4
_RECEIVER: Final = """
import asyncio
async def serve(reader, writer):
    try:
        while True:
            head = (await reader.readuntil(b"\\r\\n\\r\\n")).lower()
            length = int(head.partition(b"content-length: ")[2].partition(b"\\r\\n")[0])
            await reader.readexactly(length)
            writer.write(b"HTTP/1.1 204 No Content\\r\\n\\r\\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        writer.close()
async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()
asyncio.run(main())
"""


@contextmanager
def receiver() -> Iterator[str]:
    """The URL of a server that takes everything, in a process of its own."""
    with subprocess.Popen([sys.executable, "-c", _RECEIVER], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield f"http://127.0.0.1:{int(process.stdout.readline())}/hook"
        finally:
            process.kill()


async def delivered(some: Asker, count: int) -> float:
    """Wait until that many were delivered; when the last one was, Unix seconds."""
    while True:
        found = await some.ask("webhook.deliveries", ReadDeliveries(states=(DeliveryState.DELIVERED,), limit=1))
        if found.total >= count:
            return float(found.deliveries[0].ended_at)
        await asyncio.sleep(0.05)


async def statements_us(some: Asker, session: str) -> list[float]:
    """What small statements take one by one, microseconds."""
    found = []
    for _ in range(STATEMENTS):
        began = time.perf_counter()
        await some.run(session, "SELECT 1")
        found.append((time.perf_counter() - began) * 1e6)
        some.events.clear()
    return found


async def measured(url: str, path: Path) -> dict[str, float]:
    async with asker() as some:
        some.engine.start_services()
        await some.ask("secret.unlock", UnlockSecrets(PASSPHRASE, create=True))
        place = SecretPlace(SecretKind.FILE)
        for name, pattern in (("all", "workflow.*"), ("queries", "query.*")):
            endpoint = Endpoint("", name, url, events=(pattern,), allows_private=True, secret=place)
            await some.ask("webhook.save", SaveEndpoint(endpoint))
        cpu_s = time.process_time()
        began = time.time()
        for number in range(EVENTS):
            some.engine.hub.publish("workflow.bench", {"n": number, "text": "x" * 200})
        published_s = time.time() - began
        rate = EVENTS / (await delivered(some, EVENTS) - began)
        cpu_s = time.process_time() - cpu_s
        session = await some.session(path)
        alone, beside = list[float](), list[float]()
        await statements_us(some, session)
        for _ in range(_BATCHES):
            await some.ask("webhook.switch", SwitchEndpoint("queries", enabled=False))
            alone += await statements_us(some, session)
            await some.ask("webhook.switch", SwitchEndpoint("queries", enabled=True))
            beside += await statements_us(some, session)
        return {
            "deliveries_per_s": rate,
            "cpu_us": cpu_s / EVENTS * 1e6,
            "publish_us": published_s / EVENTS * 1e6,
            "query_alone_us": statistics.median(alone),
            "query_beside_us": statistics.median(beside),
        }


def main() -> None:
    home = paths.data()
    home.mkdir(parents=True, exist_ok=True)
    with receiver() as url:
        figures = asyncio.run(measured(url, make_database(home / "bench.sqlite", "CREATE TABLE t (a)")))
    sys.stdout.write(json.dumps(figures))


if __name__ == "__main__":
    main()
