"""Standard output: at the reader's pace, and never stuck."""

import os
import threading
from collections.abc import Iterator
from contextlib import closing

import pytest

from helpers.waiting import PATIENCE_S, eventually
from lapwing.cli.errors import OutputClosed, OutputRefused
from lapwing.cli.output import Output
from lapwing.domain.errors import StatementCancelled

MORE_THAN_A_PIPE_HOLDS = b"x" * 1_000_000


@pytest.fixture
def pipe() -> Iterator[tuple[int, int]]:
    """Reading and writing end; a test may close either."""
    ends = os.pipe()
    yield ends
    for end in ends:
        try:
            os.close(end)
        except OSError:
            assert True, "the test has closed it"


def test_all_of_it_arrives_however_slowly_it_is_read(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    with closing(Output(writing)) as output:
        thread = threading.Thread(target=output.write, args=(MORE_THAN_A_PIPE_HOLDS,))
        thread.start()
        got = 0
        while got < len(MORE_THAN_A_PIPE_HOLDS):
            got += len(os.read(reading, 10_000))
        thread.join(PATIENCE_S)
    assert not thread.is_alive()


def test_all_of_it_arrives_through_a_pipe_that_somebody_made_non_blocking(pipe: tuple[int, int]) -> None:
    os.set_blocking(pipe[1], False)
    test_all_of_it_arrives_however_slowly_it_is_read(pipe)


def test_a_write_that_waits_can_be_abandoned(pipe: tuple[int, int]) -> None:
    raised: list[BaseException] = []
    with closing(Output(pipe[1])) as output:

        def write() -> None:
            try:
                output.write(MORE_THAN_A_PIPE_HOLDS)
            except StatementCancelled as error:
                raised.append(error)

        thread = threading.Thread(target=write)
        thread.start()
        output.abandon()
        thread.join(PATIENCE_S)
        assert raised


def test_a_reader_that_goes_is_noticed(pipe: tuple[int, int]) -> None:
    reading, writing = pipe
    with closing(Output(writing)) as output:
        assert output.can_lose_reader
        assert not output.reader_has_gone()
        os.close(reading)
        assert eventually(output.reader_has_gone)
        with pytest.raises(OutputClosed):
            output.write(b"x")


def test_a_full_disk_is_told() -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("only Linux has /dev/full")
    with open("/dev/full", "wb") as full, closing(Output(full.fileno())) as output:
        with pytest.raises(OutputRefused) as refused:
            output.write(b"x")
        assert not output.can_lose_reader
    assert str(refused.value) == "The output cannot be written: no space left on device."


def test_an_output_that_is_closed_is_refused_at_once(pipe: tuple[int, int]) -> None:
    os.close(pipe[1])
    with pytest.raises(OutputRefused, match="it is closed"):
        Output(pipe[1])
