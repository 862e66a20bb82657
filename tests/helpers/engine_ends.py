"""Engines of windows that come to a sudden end."""

import os
import signal

from helpers.waiting import eventually_async
from lapwing.gui.client import EngineClient, EngineState


def send(client: EngineClient, number: signal.Signals) -> None:
    """Send the window's engine a signal."""
    assert client.engine_pid is not None
    os.kill(client.engine_pid, number)


async def end_engine(client: EngineClient, number: signal.Signals = signal.SIGKILL) -> None:
    """Have the engine end by a signal, and wait until the window was told. Its state need not be `GONE` any more then:
    whoever asks for something at that moment has begun another engine."""
    told: list[EngineState] = []
    listening = client.state_changed.connect(lambda state, _sentence: told.append(state))
    send(client, number)
    await eventually_async(lambda: EngineState.GONE in told)
    client.state_changed.disconnect(listening)
