"""How far sequences are used up, looked at some at a time: a round through all of them takes several looks."""

from collections.abc import Iterable

from lapwing.domain.monitoring.metrics import Labels, Reading

_NAME = "sequence_use"


class SequenceRounds:
    """What is known of sequences from this round and the one before. One thread.

    Attributes:
        next_oid: Behind which sequence the next look begins; 0: with the first one.
    """

    def __init__(self) -> None:
        self.next_oid = 0
        self._before: dict[Labels, Reading] = {}
        self._now: dict[Labels, Reading] = {}

    def with_known(self, readings: Iterable[Reading], reached: str | None) -> tuple[Reading, ...]:
        """The readings of a look, and of sequences what is known beside them.

        Args:
            reached: The oid that it reached; `0`: the round is over; None: sequences could not be looked at.
        """
        others = [reading for reading in readings if reading.name != _NAME]
        self._now |= {reading.labels: reading for reading in readings if reading.name == _NAME}
        known = {**self._before, **self._now}
        if reached is not None:
            self.next_oid = int(reached)
            if self.next_oid == 0:
                known = self._before = self._now
                self._now = {}
        return (*others, *known.values())
