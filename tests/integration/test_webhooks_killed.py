"""kill -9 of the engine in the middle of deliveries: what was accepted arrives, at least once, in its order."""

import asyncio
import json
import os
import signal
import subprocess
import sys

from helpers.counts import times
from helpers.http_receivers import http_receiver
from helpers.processes import APP
from helpers.webhooks import came, endpoint_at, teller
from lapwing.domain.webhooks.deliveries import DeliveryState

_CHILD = """
import asyncio, sys
from lapwing.domain.webhooks.deliveries import ReadDeliveries
from lapwing.engine.engine import Engine
async def main():
    engine = Engine()
    engine.start_services()
    first, count = int(sys.argv[1]), int(sys.argv[2])
    for n in range(first, first + count):
        engine.hub.publish("workflow.billing", {"n": n})
    while True:
        log = await engine.serve(None, "webhook.deliveries", ReadDeliveries(limit=1))
        print(log.total, flush=True)
        await asyncio.sleep(0.01)
asyncio.run(main())
"""
COUNT = 40


async def test_what_was_accepted_arrives_though_the_engine_is_killed_in_the_middle() -> None:
    rounds = times(1, 20)
    with http_receiver() as receiver:
        async with teller(delivers=False) as some:
            await some.save(endpoint_at(receiver))
        for number in range(rounds):
            first, before = number * COUNT, len(receiver.received)
            child = subprocess.Popen(
                [sys.executable, "-c", _CHILD, str(first), str(COUNT)],
                stdout=subprocess.PIPE,
                text=True,
                env={**os.environ, "PYTHONPATH": str(APP)},
            )
            assert child.stdout is not None
            try:
                accepted = 0
                while accepted < first + COUNT:
                    accepted = int(await asyncio.to_thread(child.stdout.readline))
                await came(receiver, before + 5)
            finally:
                child.kill()
                child.wait()
                child.stdout.close()
            assert child.returncode == -signal.SIGKILL
        async with teller() as some:
            await some.until(DeliveryState.DELIVERED, rounds * COUNT)
            assert await some.deliveries(DeliveryState.WAITING, DeliveryState.FAILED) == []
    told = [json.loads(body)["data"]["n"] for body in receiver.bodies()]
    ids = {(n, each.headers["webhook-id"]) for n, each in zip(told, receiver.received, strict=True)}
    assert list(dict.fromkeys(told)) == list(range(rounds * COUNT))
    assert len(ids) == rounds * COUNT  # what came twice came under the same id
