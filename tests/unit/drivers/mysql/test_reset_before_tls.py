"""A connection that is reset just before it is encrypted: it is told as gone, and its descriptor does not stay."""

import gc
import socket
import ssl
import struct

import pytest

from lapwing.drivers.mysql.transport import LineGone, Transport


def test_a_connection_that_was_reset_before_tls_is_gone_and_leaves_no_descriptor() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        client = socket.create_connection(listener.getsockname())
        server = listener.accept()[0]
        server.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        server.close()
    transport = Transport(client, lambda fd, *, to_write: None)
    with pytest.raises(LineGone):
        transport.encrypt(ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT), "127.0.0.1")
    transport.close()
    gc.collect()  # a socket left behind would warn, and so fail the test
