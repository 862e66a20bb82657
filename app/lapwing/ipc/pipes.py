"""Streams over the pipes between window and engine."""

import asyncio
import os

_BUFFER_BYTES = 1 << 20


class _PipesWriter(asyncio.StreamWriter):
    """Writes to one pipe; closing it closes the incoming one too, as with a socket."""

    incoming: asyncio.ReadTransport | None = None

    def close(self) -> None:
        super().close()
        if self.incoming is not None:
            self.incoming.close()


async def open_pipes(incoming: int, outgoing: int) -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """Streams over two pipe descriptors, which are closed with the writer."""
    loop = asyncio.get_running_loop()
    reader = asyncio.StreamReader(limit=_BUFFER_BYTES, loop=loop)
    read_transport, _ = await loop.connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(reader, loop=loop), os.fdopen(incoming, "rb", buffering=0)
    )
    transport, protocol = await loop.connect_write_pipe(
        lambda: asyncio.streams.FlowControlMixin(loop=loop), os.fdopen(outgoing, "wb", buffering=0)
    )
    writer = _PipesWriter(transport, protocol, reader, loop)
    writer.incoming = read_transport
    return reader, writer
