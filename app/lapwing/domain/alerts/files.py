"""Rules in files: what `alerts.json` holds, what is exported, and the shorter shape that others write.

{"rules": [{"title": "Blocked", "expression": "blocked_sessions > 5", "duration": "1m"}]}
{"alerts": [{"name": "Integration Failure", "condition": "connection_status == 'failed'", "severity": "critical",
             "notification_channels": ["email", "slack"]}]}
"""

import dataclasses
import json
import re
from collections.abc import Mapping
from typing import Any, Final

from lapwing.domain.alerts.errors import RuleInvalid, RulesUnreadable
from lapwing.domain.alerts.rules import AlertRule, QuietTime, Severity

VERSION: Final = 1
_LARGEST: Final = 1 << 20
_MOST: Final = 1_000
_OTHER_NAMES: Final = {
    "name": "title",
    "condition": "expression",
    "notification_channels": "channels",
    "for": "duration",
}
_FIELDS: Final = {each.name for each in dataclasses.fields(AlertRule)}
_TUPLES: Final = ("connections", "dialects", "environments", "channels")
_NO_WORD: Final = re.compile(r"[^a-z0-9]+")


def rules_in(text: str, path: str) -> tuple[AlertRule, ...]:
    """The rules of a file's text, each with an id. Expressions are not read.

    Raises:
        RulesUnreadable: It is no list of rules.
        RuleInvalid: One of them is none.
    """
    if len(text) > _LARGEST:
        raise RulesUnreadable(path=path, reason="it is larger than a megabyte.")
    try:
        found = json.loads(text.removeprefix("\ufeff"))
    except (ValueError, RecursionError) as error:
        raise RulesUnreadable(path=path, reason=f"it is no JSON ({error}).") from error
    listed = found if isinstance(found, list) else None
    if isinstance(found, dict):
        version = found.get("version", VERSION)
        if not isinstance(version, int) or version > VERSION:
            raise RulesUnreadable(path=path, reason="a newer Lapwing wrote it.")
        listed = found.get("rules", found.get("alerts"))
    if not isinstance(listed, list) or len(listed) > _MOST:
        raise RulesUnreadable(path=path, reason=f'it has no list "rules" of up to {_MOST}.')
    made: list[AlertRule] = []
    taken: set[str] = set()
    for number, each in enumerate(listed, 1):
        rule = _rule(each, number)
        rule = dataclasses.replace(rule, id=new_id(rule.id or rule.title, taken))
        taken.add(rule.id)
        made.append(rule)
    return tuple(made)


def new_id(title: str, taken: set[str]) -> str:
    """An id that a person can read, and that nothing has yet."""
    word = _NO_WORD.sub("-", title.casefold()).strip("-")[:60] or "rule"
    number = 1
    while (found := word if number == 1 else f"{word}-{number}") in taken:
        number += 1
    return found


def _rule(found: object, number: int) -> AlertRule:
    shown = f"number {number}"
    if not isinstance(found, dict):
        raise RuleInvalid(rule=shown, reason="it is no object.", field="", advice="Write {...} for each rule.")
    given = {_OTHER_NAMES.get(str(name), str(name)): value for name, value in found.items()}
    shown = given["title"] if isinstance(given.get("title"), str) else shown
    strange = sorted(set(given) - _FIELDS)
    if strange:
        raise RuleInvalid(
            rule=shown,
            reason=f"it has no field {strange[0][:40]}.",
            field=strange[0][:40],
            advice=f"Fields are {', '.join(sorted(_FIELDS))}.",
        )
    return AlertRule(**{name: _field(name, value, shown) for name, value in {**_REQUIRED, **given}.items()})


_REQUIRED: Final[Mapping[str, Any]] = {"title": "", "expression": ""}


def _field(name: str, value: Any, shown: str) -> Any:
    """A field's value as the rule has it.

    Raises:
        RuleInvalid: It is of another sort.
    """
    if name == "enabled":
        return value if isinstance(value, bool) else _wrong(name, shown, "true or false")
    if name == "severity":
        return Severity(value) if value in list(Severity) else _wrong(name, shown, ", ".join(Severity))
    if name in _TUPLES:
        return tuple(value) if _is_texts(value) else _wrong(name, shown, "a list of texts")
    if name == "labels":
        is_map = isinstance(value, dict) and _is_texts([*value.values()])
        return dict(value) if is_map else _wrong(name, shown, "an object of texts")
    if name == "quiet":
        return (
            tuple(_quiet(each, shown) for each in value) if isinstance(value, list) else _wrong(name, shown, "a list")
        )
    return value if isinstance(value, str) else _wrong(name, shown, "a text")


def _is_texts(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(each, str) for each in value)


def _quiet(found: Any, shown: str) -> QuietTime:
    is_known = isinstance(found, dict) and set(found) <= {"start", "end", "days", "zone"}
    texts = [value for name, value in found.items() if name != "days"] if is_known else [0]
    if (
        not is_known
        or not {"start", "end"} <= set(found)
        or not _is_texts(texts)
        or not _is_texts(found.get("days", []))
    ):
        _wrong("quiet", shown, 'a list of {"start": "22:00", "end": "06:00", "days": ["sat"], "zone": "Europe/Prague"}')
    return QuietTime(found["start"], found["end"], tuple(found.get("days", ())), found.get("zone", ""))


def _wrong(name: str, shown: str, wanted: str) -> Any:
    raise RuleInvalid(rule=shown, reason=f"its {name} has to be {wanted}.", field=name, advice="")


def rules_text(rules: tuple[AlertRule, ...]) -> str:
    """Rules as a file that `rules_in` reads; what is as usual is left out."""
    plain = AlertRule("", "")
    listed = []
    for rule in rules:
        fields = dataclasses.asdict(rule)
        kept = {
            name: value
            for name, value in fields.items()
            if name in {"id", "title", "expression", "severity"} or getattr(plain, name) != getattr(rule, name)
        }
        listed.append(dict(sorted(kept.items(), key=lambda item: _ORDER.index(item[0]))))
    return json.dumps({"version": VERSION, "rules": listed}, indent=2, ensure_ascii=False) + "\n"


_ORDER: Final = ("id", *(each.name for each in dataclasses.fields(AlertRule) if each.name != "id"))
