"""Settings of the kinds `duration` and `size`, as numbers."""

from lapwing.domain.plugins.field_values import bytes_of, seconds_of


def seconds(text: str) -> float:
    """Seconds of `30s`, `90d` or plain `0`.

    Raises:
        ValueError: It is none, in a sentence.
    """
    found = seconds_of(text)
    if found is None:
        raise ValueError(f"“{text[:40]}” is not a duration, such as 30s, 15m, 12h or 90d.")
    return found


def size_bytes(text: str) -> int:
    """Bytes of `100MB` (a million each) or `64KiB` (1,024 each).

    Raises:
        ValueError: It is none, in a sentence.
    """
    found = bytes_of(text)
    if found is None:
        raise ValueError(f"“{text[:40]}” is not a size, such as 500KB, 100MB or 1GiB.")
    return found
