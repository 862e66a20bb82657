"""Whether a listener of Lapwing answers at an address: another engine of the profile may listen there."""

import asyncio
import ipaddress
from typing import Final

PROGRAM: Final = "lapwing"
HEALTH: Final = "/health"
_WITHIN_S: Final = 2.0
_MOST: Final = 4_096


def reachable_address(address: str) -> str:
    """Where this machine reaches a listener that is bound to an address."""
    found = ipaddress.ip_address(address)
    if found.is_unspecified:
        return "127.0.0.1" if found.version == 4 else "::1"
    return address


def authority(address: str, port: int) -> str:
    """As it stands in a URL (RFC 3986, 3.2)."""
    return f"[{address}]:{port}" if ":" in address else f"{address}:{port}"


async def answers(address: str, port: int) -> bool:
    """Whether one answers there within two seconds."""
    where = reachable_address(address)
    try:
        async with asyncio.timeout(_WITHIN_S):
            reader, writer = await asyncio.open_connection(where, port)
            try:
                request = f"GET {HEALTH} HTTP/1.1\r\nHost: {authority(where, port)}\r\nConnection: close\r\n\r\n"
                writer.write(request.encode("ascii"))
                said = await reader.read(_MOST)
                while len(said) < _MOST and (more := await reader.read(_MOST - len(said))):
                    said += more
            finally:
                writer.close()
    except (OSError, TimeoutError):
        return False
    return f'"program":"{PROGRAM}"'.encode() in said
