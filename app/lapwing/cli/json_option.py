"""Options that take an object of JSON."""

import json
import sys
from typing import Any

from lapwing.cli.errors import UsageWrong


def json_object(text: str, option: str, command: str) -> dict[str, Any]:
    """What an option holds; `-` reads standard input.

    Raises:
        UsageWrong: It is no object of JSON.
    """
    try:
        found = json.loads(sys.stdin.read() if text == "-" else text)
    except (ValueError, RecursionError) as error:
        raise UsageWrong(reason=f"{option} is no JSON: {error}.", command=command) from error
    if not isinstance(found, dict):
        raise UsageWrong(reason=f'{option} is a JSON object, such as {{"order": 17}}.', command=command)
    return found
