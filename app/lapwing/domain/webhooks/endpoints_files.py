"""Endpoints written down by somebody: a JSON text as a person, or another program, has it."""

import json
from collections.abc import Mapping
from dataclasses import field
from typing import Any, Final

from lapwing.domain.late_dataclass import dataclass
from lapwing.domain.secrets import Secret, SecretPlace
from lapwing.domain.webhooks.deliveries_errors import EndpointInvalid, EndpointsUnreadable
from lapwing.domain.webhooks.endpoints import (
    Endpoint,
    EndpointHeader,
    PayloadFormat,
    SaveEndpoint,
    header_problem,
    is_secret_header,
    without_secret,
)

_MOST: Final = 1_000
_LONGEST: Final = 1_000_000
_NAMES: Final = frozenset(
    {"name", "url", "events", "headers", "timeout", "retries", "enabled", "format", "connections", "allowPrivate"}
)
_FORMATS: Final = ", ".join(PayloadFormat)


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """What a text does not say of its endpoints."""

    secret: SecretPlace = field(default_factory=SecretPlace)
    allows_private: bool = False
    signs: bool = True


def endpoints_in(text: str, options: ImportOptions) -> list[SaveEndpoint]:
    """The endpoints of `{"webhooks": {"enabled", "endpoints": [...]}}`, of `{"endpoints": [...]}` or of a list.

    Each has name, url and events, and may have headers, timeout (ms), retries, enabled, format, connections (ids) and
    allowPrivate. Values of headers that usually are secrets come apart from the endpoint.

    Raises:
        EndpointsUnreadable, EndpointInvalid: No message repeats a value.
    """
    found, is_on = _list_in(_parsed(text))
    if not found or len(found) > _MOST:
        raise EndpointsUnreadable(reason=f"it must list 1 to {_MOST} endpoints.")
    made = [_endpoint(one, number, options, is_on=is_on) for number, one in enumerate(found, 1)]
    names = [each.endpoint.name for each in made]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise EndpointInvalid(endpoint=min(twice), reason="its name is there twice.", field="name")
    return made


def _parsed(text: str) -> object:
    if len(text) > _LONGEST:
        raise EndpointsUnreadable(reason="it is longer than a megabyte.")
    try:
        return json.loads(text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise EndpointsUnreadable(reason=f"line {error.lineno}, column {error.colno}: it is no JSON.") from None
    except RecursionError:
        raise EndpointsUnreadable(reason="it is too deep.") from None


def _list_in(whole: object) -> tuple[list[object], bool]:
    """The endpoints, and whether they are switched on."""
    inside = whole.get("webhooks", whole) if isinstance(whole, dict) else whole
    is_on = True
    if isinstance(inside, dict):
        is_on = inside.get("enabled", True)
        inside = inside.get("endpoints")
    if not isinstance(is_on, bool):
        raise EndpointsUnreadable(reason="its `enabled` must be true or false.")
    if not isinstance(inside, list):
        raise EndpointsUnreadable(reason="it has no list `endpoints`.")
    return inside, is_on


def _endpoint(one: object, number: int, options: ImportOptions, *, is_on: bool) -> SaveEndpoint:
    if not isinstance(one, dict):
        raise EndpointsUnreadable(reason=f"endpoint {number} is no object.")
    facts = _Facts(one, f"endpoint {number}")
    name = facts.text("name")
    facts.of = name or facts.of
    unknown = sorted(set(one) - _NAMES)
    if unknown:
        raise facts.wrong(f"it has the unknown field {str(unknown[0])[:80]!r}", str(unknown[0])[:80])
    headers, values = _headers(facts)
    url, url_secret = without_secret(facts.text("url"))
    endpoint = Endpoint(
        id="",
        name=name,
        url=url,
        events=facts.texts("events") or ("*",),
        connections=facts.texts("connections"),
        headers=headers,
        timeout_ms=facts.number("timeout", 10_000),
        retries=facts.number("retries", 5),
        payload=_format(facts),
        signs=options.signs,
        enabled=is_on and facts.flag("enabled", default=True),
        allows_private=facts.flag("allowPrivate", default=options.allows_private),
        secret=options.secret,
    )
    at, reason = endpoint.problem()
    if reason:
        raise EndpointInvalid(endpoint=facts.of, reason=reason, field=at)
    return SaveEndpoint(endpoint, values, Secret(url_secret) if url_secret else None)


def _headers(facts: "_Facts") -> tuple[tuple[EndpointHeader, ...], dict[str, Secret]]:
    given = facts.whole.get("headers", {})
    if not isinstance(given, dict) or not all(isinstance(value, str) for value in given.values()):
        raise facts.wrong("its headers must be texts by their names", "headers")
    headers, values = [], {}
    for name, value in given.items():
        if reason := header_problem(name, value):
            raise facts.wrong(reason, "headers")
        if is_secret_header(name):
            headers.append(EndpointHeader(name, is_secret=True))
            values[name] = Secret(value)
        else:
            headers.append(EndpointHeader(name, value))
    return tuple(headers), values


def _format(facts: "_Facts") -> PayloadFormat:
    given = facts.text("format") or PayloadFormat.LAPWING.value
    if given not in list(PayloadFormat):
        raise facts.wrong(f"its format must be one of {_FORMATS}", "format")
    return PayloadFormat(given)


class _Facts:
    """One endpoint's fields, each asked for by its type."""

    def __init__(self, whole: Mapping[str, Any], of: str) -> None:
        self.whole = whole
        self.of = of

    def wrong(self, reason: str, of_field: str) -> EndpointInvalid:
        return EndpointInvalid(endpoint=self.of, reason=f"{reason.rstrip('.')}.", field=of_field)

    def text(self, name: str) -> str:
        value = self.whole.get(name, "")
        if not isinstance(value, str):
            raise self.wrong(f"its {name} must be a text", name)
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        value = self.whole.get(name, [])
        if not isinstance(value, list) or not all(isinstance(each, str) for each in value):
            raise self.wrong(f"its {name} must be a list of texts", name)
        return tuple(value)

    def number(self, name: str, default: int) -> int:
        value = self.whole.get(name, default)
        if not isinstance(value, int) or isinstance(value, bool):
            raise self.wrong(f"its {name} must be a whole number", name)
        return value

    def flag(self, name: str, *, default: bool) -> bool:
        value = self.whole.get(name, default)
        if not isinstance(value, bool):
            raise self.wrong(f"its {name} must be true or false", name)
        return value
