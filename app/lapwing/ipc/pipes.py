"""Streams over the pipes between window and engine."""

import asyncio
import os

_BUFFER_BYTES = 1 << 20


async def open_pipes(incoming: int, outgoing: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Streams over two pipe descriptors, which they close."""
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=_BUFFER_BYTES, loop=loop)
    await loop.connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader, loop=loop), os.fdopen(incoming, "rb", buffering=0)
    )
    transport, protocol = await loop.connect_write_pipe(
        lambda: asyncio.streams.FlowControlMixin(loop=loop), os.fdopen(outgoing, "wb", buffering=0)
    )
    return reader, asyncio.StreamWriter(transport, protocol, reader, loop)
