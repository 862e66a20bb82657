"""The settings: declared once, kept within their bounds, and there whatever happened to their file."""

import dataclasses
import json
from typing import Any

import pytest

from lapwing.domain.errors import RequestInvalid, StoredNewer, StoredUnreadable
from lapwing.settings.declared import FIELDS, Settings
from lapwing.settings.store import change_settings, read_settings, settings_document


def wrong_values(name: str) -> list[Any]:
    facts = FIELDS[name]
    wrong: list[Any] = []
    if facts.choices:
        wrong.append("nothing of that kind")
    if facts.low is not None:
        wrong.append(facts.low - 1)
    if facts.high is not None:
        wrong.append(facts.high + 1)
    return wrong


def write_raw(**fields: object) -> None:
    path = settings_document().path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"version": 1, **fields}))


def test_every_setting_has_a_title_a_sentence_and_a_default_within_its_bounds() -> None:
    for name, facts in FIELDS.items():
        default = getattr(Settings(), name)
        assert facts.title
        assert facts.help.endswith(".")
        assert not facts.choices or default in facts.choices
        assert facts.low is None or default >= facts.low
        assert facts.high is None or default <= facts.high
    assert set(FIELDS) == {field.name for field in dataclasses.fields(Settings)}


def test_what_is_changed_stays_changed_and_the_rest_as_it_was() -> None:
    assert read_settings() == Settings()
    change_settings(row_limit=5)
    assert change_settings(theme="dark") == read_settings() == Settings(row_limit=5, theme="dark")


@pytest.mark.parametrize("name", [name for name in FIELDS if wrong_values(name)])
def test_a_value_out_of_bounds_is_refused_and_in_the_file_has_no_effect(name: str) -> None:
    change_settings(language="de")
    for wrong in wrong_values(name):
        with pytest.raises(RequestInvalid, match=FIELDS[name].title):
            change_settings(**{name: wrong})
        assert read_settings() == Settings(language="de")
        write_raw(**{name: wrong, "language": "de"})
        assert read_settings() == Settings(language="de")
        change_settings(**{name: getattr(Settings(), name)})


@pytest.mark.parametrize("text", ["", "{", '{"version": 99}', '{"version": 1, "theme": 7}'])
def test_a_file_that_cannot_be_used_gives_the_defaults(text: str) -> None:
    path = settings_document().path
    path.parent.mkdir(parents=True)
    path.write_text(text)
    assert read_settings() == Settings()


def test_settings_can_be_changed_after_their_file_was_damaged() -> None:
    path = settings_document().path
    path.parent.mkdir(parents=True)
    path.write_text("damage")
    assert change_settings(row_limit=5) == read_settings() == Settings(row_limit=5)
    assert [kept.read_text() for kept in path.parent.glob("settings.json.damaged-*")] == ["damage"]


def test_settings_of_a_newer_lapwing_are_left_alone() -> None:
    path = settings_document().path
    path.parent.mkdir(parents=True)
    path.write_text('{"version": 99}')
    with pytest.raises(StoredNewer):
        change_settings(row_limit=5)
    assert path.read_text() == '{"version": 99}'


def test_settings_that_may_not_be_read_give_the_defaults_and_are_left_alone() -> None:
    settings_document().path.mkdir(parents=True)
    assert read_settings() == Settings()
    with pytest.raises(StoredUnreadable):
        change_settings(row_limit=5)
