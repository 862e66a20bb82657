"""Which values can be given, and which names are to be kept quiet about."""

import pytest

from lapwing.domain.parameters import QueryParameter, binary, looks_secret, number_text, truth


@pytest.mark.parametrize(
    "name", ["password", "NewPassword", "passwd", "pwd", "token", "api_key", "apiKey", "KEY", "secret_2"]
)
def test_a_name_that_looks_secret_does(name: str) -> None:
    assert looks_secret(name)


@pytest.mark.parametrize("name", ["id", "keyword", "pass", "passenger", "name", "1"])
def test_other_names_do_not(name: str) -> None:
    assert not looks_secret(name)


def test_a_value_is_not_in_what_is_written_of_a_parameter() -> None:
    assert "hunter2" not in repr(QueryParameter("password", "hunter2"))


def test_values_are_read_as_people_write_them() -> None:
    assert number_text(QueryParameter("n", " +12.50\n")) == "12.50"
    assert [truth(QueryParameter("b", text)) for text in ("Yes", "0", " off ")] == [True, False, False]
    assert binary(QueryParameter("b", "0xDE ad\nBE ef")) == b"\xde\xad\xbe\xef"
    assert binary(QueryParameter("b", "")) == b""
