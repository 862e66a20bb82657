"""Statements found again after edits are those that splitting the whole text gives."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.sql.dialect import DIALECT_IDS, dialect_named
from lapwing.sql.statement_index import StatementIndex
from unit.sql.sql_texts import FRAGMENTS, examples, texts

SCRIPT = "".join(f"SELECT {number} -- one\n  FROM t{number};\n" for number in range(400))


class Edited:
    """A text with its index."""

    def __init__(self, dialect_id: str, text: str) -> None:
        self.dialect = dialect_named(dialect_id)
        self.text = text
        self.index = StatementIndex(self.dialect, text)

    def edit(self, position: int, removed: int, added: str) -> None:
        position = min(position, len(self.text))
        removed = min(removed, len(self.text) - position)
        self.text = self.text[:position] + added + self.text[position + removed :]
        self.index.edited(self.text, position, removed, len(added))

    def check_at(self, position: int) -> None:
        position = min(position, len(self.text))
        assert self.index.at(position) == self.dialect.statement_at(self.text, position)

    def check_all(self) -> None:
        assert list(self.index.statements()) == self.dialect.split(self.text)


edits = st.lists(
    st.tuples(
        st.integers(0, 120),
        st.sampled_from([0, 0, 0, 1, 2, 10]),
        st.one_of(st.just(""), st.sampled_from(FRAGMENTS)),
        st.sampled_from(["nothing", "at", "all"]),
    ),
    max_size=8,
)


@pytest.mark.parametrize("dialect_id", DIALECT_IDS)
@examples(120)
@given(text=texts(), changes=edits)
def test_after_any_edits_the_statements_are_those_of_the_whole_text(dialect_id, text, changes):
    edited = Edited(dialect_id, text)
    for position, removed, added, look in changes:
        edited.edit(position, removed, added)
        if look == "at":
            edited.check_at(position)
        elif look == "all":
            edited.check_all()
    edited.check_all()


@pytest.mark.parametrize("dialect_id", DIALECT_IDS)
def test_typing_in_a_long_script_finds_the_statement_under_the_caret(dialect_id):
    edited = Edited(dialect_id, SCRIPT)
    chance = random.Random(7)
    for _ in range(60):
        position = chance.randrange(len(edited.text))
        for letter in chance.choice(["ab;", "'x'", "/* a", "*/", '"', ";\n", "-- c\n", "(", "$$"]):
            edited.edit(position, 0, letter)
            position += 1
            edited.check_at(position)
        edited.check_at(chance.randrange(len(edited.text)))
    edited.check_all()


@pytest.mark.parametrize("count", [3, 2_000])
def test_edits_made_at_once_are_told_with_the_last_text(count):
    edited = Edited("mysql", SCRIPT)
    edited.check_at(len(SCRIPT) // 2)
    chance = random.Random(3)
    told, text = [], edited.text
    for _ in range(count):
        position = chance.randrange(len(text))
        text = text[:position] + ";/" + text[position + 1 :]
        told.append(position)
    for position in told:
        edited.index.edited(text, position, 1, 2)
    edited.text = text
    edited.check_at(len(text) // 3)
    edited.check_all()


def test_an_edit_far_above_leaves_what_is_known_below(monkeypatch):
    dialect = dialect_named("postgresql")
    edited = Edited("postgresql", SCRIPT)
    assert edited.index.advance(60)
    walked = []
    walk = dialect.splitter.walk

    def counted(*place):
        for found in walk(*place):
            walked.append(found)
            yield found

    monkeypatch.setattr(type(dialect.splitter), "walk", lambda _self, *place: counted(*place))
    edited.edit(3, 0, "x")
    found = edited.index.at(len(edited.text) - 3)
    assert found is not None
    assert edited.text[found.start : found.end] == "SELECT 399 -- one\n  FROM t399"
    assert edited.index.is_whole
    assert len(walked) < 5


def test_a_delimiter_that_is_set_or_taken_away_above_changes_what_is_below():
    edited = Edited("mysql", "SELECT 1;\n" + "CREATE PROCEDURE p() BEGIN SELECT 1; END //\n" * 3)
    edited.check_all()
    edited.edit(10, 0, "DELIMITER //\n")
    edited.check_all()
    edited.edit(10, 12, "")
    edited.check_all()
