"""Signing as MariaDB's `ed25519` plugin wants it: Ed25519 (RFC 8032, section 5.1) with the password as the secret.

RFC 8032 begins with a seed of 32 bytes and hashes it; here a password of any length stands for the seed, so libraries
cannot be used. Everything else is the same: given 32 bytes, the signatures are those of the RFC. Time taken depends on
the secret; one signature a log-in, behind a network, gives nobody enough to measure.
"""

import hashlib
from typing import Final

_Point = tuple[int, int, int, int]
"""In extended coordinates (X, Y, Z, T), x = X/Z, y = Y/Z, x * y = T/Z."""

_P: Final = 2**255 - 19
_ORDER: Final = 2**252 + 27742317777372353535851937790883648493
_D: Final = -121665 * pow(121666, -1, _P) % _P
_BASE_Y: Final = 4 * pow(5, -1, _P) % _P
_BASE_X: Final = 15112221349535400772501151409588531511454012693041857206046113283949847762202
_BASE: Final = (_BASE_X, _BASE_Y, 1, _BASE_X * _BASE_Y % _P)
_NEUTRAL: Final = (0, 1, 1, 0)


def sign(secret: bytes, message: bytes) -> bytes:
    """The signature of a message: 64 bytes."""
    digest = hashlib.sha512(secret).digest()
    scalar = _clamped(digest[:32])
    public = _encoded(_times(scalar, _BASE))
    nonce = _number(hashlib.sha512(digest[32:] + message).digest()) % _ORDER
    commitment = _encoded(_times(nonce, _BASE))
    challenge = _number(hashlib.sha512(commitment + public + message).digest()) % _ORDER
    return commitment + ((nonce + challenge * scalar) % _ORDER).to_bytes(32, "little")


def _number(data: bytes) -> int:
    return int.from_bytes(data, "little")


def _clamped(data: bytes) -> int:
    """The secret scalar: a multiple of 8 with its highest bit set (section 5.1.5)."""
    return _number(data) & ~7 & ((1 << 255) - 1) | 1 << 254


def _plus(one: _Point, other: _Point) -> _Point:
    """The sum of two points (section 5.1.4)."""
    a = (one[1] - one[0]) * (other[1] - other[0]) % _P
    b = (one[1] + one[0]) * (other[1] + other[0]) % _P
    c = 2 * one[3] * other[3] * _D % _P
    d = 2 * one[2] * other[2] % _P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % _P, g * h % _P, f * g % _P, e * h % _P


def _times(factor: int, point: _Point) -> _Point:
    """A point added to itself `factor` times."""
    total: _Point = _NEUTRAL
    while factor:
        if factor & 1:
            total = _plus(total, point)
        point = _plus(point, point)
        factor >>= 1
    return total


def _encoded(point: _Point) -> bytes:
    """A point as 32 bytes: y, and the lowest bit of x in the highest bit (section 5.1.2)."""
    inverse = pow(point[2], -1, _P)
    x, y = point[0] * inverse % _P, point[1] * inverse % _P
    return (y | (x & 1) << 255).to_bytes(32, "little")
