"""How soon webhooks are acknowledged by an engine that syncs each of them to the disk; prints one JSON object.

Usage: python -m benchmarks.listener_run (LAPWING_HOME set). Signed messages of 2 kB come at their times over real HTTP,
whether the ones before were answered or not; what one took counts from when it was due.
"""

import asyncio
import json
import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from helpers.engine_processes import EngineProcess, engine_process
from helpers.waiting import eventually_async
from helpers.webhook_senders import IN_FILE, PASSPHRASE, SECRET, github, read_answer, request_bytes
from lapwing.domain.secrets import Secret, UnlockSecrets
from lapwing.domain.services import ServiceRequest
from lapwing.domain.webhooks.incoming import (
    ConfigureListener,
    IncomingService,
    ListenerSettings,
    SaveIncomingService,
    SigningScheme,
)
from lapwing.domain.webhooks.listener_names import LISTENER

PER_S: Final = 500
_SECONDS: Final = int(os.environ.get("BENCH_LISTENER_S", "10"))
_LINES: Final = 64
_BODY_BYTES: Final = 2_000


def message(number: int, port: int) -> bytes:
    """A push, signed as GitHub does."""
    body = json.dumps(
        {
            "ref": "refs/heads/main",
            "commits": [],
            "pusher": {"name": "ann"},
            "number": number,
            "pad": "x" * _BODY_BYTES,
        }
    ).encode()
    return request_bytes(port, "/webhook/bench", github(body, SECRET, "push", f"delivery-{number}"), body)


async def listen(engine: EngineProcess) -> int:
    """Have the engine listen; its port."""
    await engine.ask("secret.unlock", UnlockSecrets(PASSPHRASE, create=True))
    service = IncomingService("bench", SigningScheme.GITHUB, place=IN_FILE)
    await engine.ask("listener.save_service", SaveIncomingService(service, Secret(SECRET)))
    await engine.ask("listener.configure", ConfigureListener(ListenerSettings(port=0)))
    await engine.ask("service.start", ServiceRequest(LISTENER))
    status = await engine.ask("listener.status")
    assert status.is_here
    return int(status.url.split(":")[2].partition("/")[0])


async def send(port: int, requests: Sequence[bytes]) -> list[float]:
    """Seconds that each took, from when it was due."""
    due: asyncio.Queue[tuple[float, bytes]] = asyncio.Queue()
    took: list[float] = []

    async def line() -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        while True:
            at, data = await due.get()
            writer.write(data)
            answer = await read_answer(reader)
            took.append(time.perf_counter() - at)
            assert answer.status == 202, answer

    lines = [asyncio.create_task(line()) for _ in range(_LINES)]
    begun = time.perf_counter() + 0.2
    for number, data in enumerate(requests):
        at = begun + number / PER_S
        while (left := at - time.perf_counter()) > 0:
            await asyncio.sleep(left)
        due.put_nowait((at, data))
    await eventually_async(lambda: len(took) == len(requests) or any(each.done() for each in lines), 60)
    for each in lines:
        each.cancel()
    for outcome in await asyncio.gather(*lines, return_exceptions=True):
        if isinstance(outcome, BaseException) and not isinstance(outcome, asyncio.CancelledError):
            raise outcome
    return took


def processor_s(pid: int) -> float:
    """Of a process so far (man 5 proc, stat)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


async def main() -> None:
    with tempfile.TemporaryDirectory(prefix="lapwing-bench-") as folder:
        async with engine_process(Path(folder)) as engine:
            port = await listen(engine)
            requests = [message(number, port) for number in range(PER_S * (_SECONDS + 1))]
            await send(port, requests[:PER_S])
            before = processor_s(engine.process.pid)
            took = sorted(await send(port, requests[PER_S:]))
            used = processor_s(engine.process.pid) - before
    print(
        json.dumps(
            {
                "median_ms": took[len(took) // 2] * 1_000,
                "p99_ms": took[len(took) * 99 // 100] * 1_000,
                "longest_ms": took[-1] * 1_000,
                "processor_ms": used / len(took) * 1_000,
            }
        )
    )


if __name__ == "__main__":
    asyncio.run(main())
