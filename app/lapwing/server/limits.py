"""How much of a stranger's time and room the HTTP face gives."""

from lapwing.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Attributes:
    head_s: How long a request's head may take, from its first byte; also until the first byte comes.
    body_s: How long its body may take.
    idle_s: How long a connection stays open without a request.
    linger_s, linger_bytes: How long, and how much, is still read of who was answered before he had said all, so that
        the answer reaches him (RFC 9112, 9.6).
    most_body_bytes: Of one request.
    most_head_bytes: Of one request's head.
    most_held_bytes: Of the bodies of all requests that are being read.
    most_connections: Open at once.
    """

    head_s: float = 10.0
    body_s: float = 10.0
    idle_s: float = 5.0
    linger_s: float = 2.0
    linger_bytes: int = 8 << 20
    most_body_bytes: int = 1 << 20
    most_head_bytes: int = 16_384
    most_held_bytes: int = 64 << 20
    most_connections: int = 512
