"""Rows on their way out: one result after the other, and a result that is read twice is written once."""

import os
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from lapwing.cli.errors import OutputRefused, ResultChanged
from lapwing.cli.output import Output
from lapwing.cli.row_sinks import OutputSinks
from lapwing.domain.results import Column
from lapwing.formats.csv import CsvFormat
from lapwing.formats.json import JsonFormat
from lapwing.formats.table import TableFormat

COLUMNS = (Column("a"),)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture
def output(file: Path) -> Iterator[Output]:
    descriptor = os.open(file, os.O_WRONLY | os.O_CREAT)
    with closing(Output(descriptor)) as output:
        yield output
    os.close(descriptor)


def test_results_follow_each_other(output: Output, file: Path) -> None:
    sinks = OutputSinks(JsonFormat, output)
    first = sinks.open(COLUMNS, "r")
    first.append([(1,)])
    assert first.flush() == 1
    first.close()
    sinks.open(COLUMNS, "r").close()
    sinks.finish()
    assert file.read_bytes() == b'[\n{"a":1}\n][]\n'.replace(b"][", b"]\n[")


def test_a_result_that_nobody_called_finished_stays_open_but_holds_no_row_back(output: Output, file: Path) -> None:
    sink = OutputSinks(JsonFormat, output).open(COLUMNS, "r")
    sink.append([(1,)])
    sink.close()
    assert file.read_bytes() == b'[\n{"a":1}'
    held = OutputSinks(TableFormat, output).open(COLUMNS, "r")
    held.append([(2,)])
    held.close()
    assert file.read_bytes().endswith(b"}a\n-\n2\n")


@pytest.mark.parametrize("make", [CsvFormat, JsonFormat, TableFormat])
def test_a_result_that_is_read_again_is_written_once(make: type[CsvFormat], output: Output, file: Path) -> None:
    sinks = OutputSinks(make, output)
    sink = sinks.open(COLUMNS, "r")
    sink.append([(number,) for number in range(250)])
    again = sinks.open_again(sink, "r")
    for number in range(300):
        again.append([(number,)])
    assert again.flush() == 300
    again.close()
    sinks.finish()
    once = OutputSinks(make, Output(os.open(file.with_name("once"), os.O_WRONLY | os.O_CREAT)))
    plain = once.open(COLUMNS, "r")
    plain.append([(number,) for number in range(300)])
    plain.close()
    once.finish()
    assert file.read_bytes() == file.with_name("once").read_bytes()


def test_a_result_that_is_another_one_the_second_time_is_refused(output: Output, file: Path) -> None:
    sinks = OutputSinks(CsvFormat, output)
    sink = sinks.open(COLUMNS, "r")
    sink.append([("first",), ("second",)])
    before = file.read_bytes()
    again = sinks.open_again(sink, "r")
    again.append([("other",)])
    with pytest.raises(ResultChanged):
        again.append([("second",), ("third",)])
    again.close()
    assert file.read_bytes() == before


def test_a_result_that_is_shorter_the_second_time_is_refused(output: Output) -> None:
    sinks = OutputSinks(CsvFormat, output)
    sink = sinks.open(COLUMNS, "r")
    sink.append([("first",), ("second",)])
    again = sinks.open_again(sink, "r")
    again.append([("first",)])
    again.close()
    with pytest.raises(ResultChanged):
        sinks.finish()


def test_after_a_failed_write_nothing_more_is_tried() -> None:
    if not os.path.exists("/dev/full"):
        pytest.skip("only Linux has /dev/full")
    with open("/dev/full", "wb") as full, closing(Output(full.fileno())) as output:
        sink = OutputSinks(TableFormat, output).open(COLUMNS, "r")
        with pytest.raises(OutputRefused):
            sink.append([(number,) for number in range(250)])
        assert sink.flush() == 0
        sink.close()
