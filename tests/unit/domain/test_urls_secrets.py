"""No part of a URL that might be a password comes back in an error."""

import pytest

from lapwing.domain.errors import LapwingError
from lapwing.domain.urls import parse_url


@pytest.mark.parametrize(
    "url",
    [
        "postgresql://u:canary@h/d",
        "postgresql://u:canary/w@h/d",
        "postgresql://u:canary",
        "postgresql://h:canary/d",
        "mysql://h/d?password=canary",
        "mysql://h/d?pwd=canary",
        "postgresql://[canary/d",
    ],
)
def test_a_url_that_is_refused_is_not_repeated(url: str) -> None:
    with pytest.raises(LapwingError) as refused:
        parse_url(url)
    said = f"{refused.value} {refused.value.next_step()} {refused.value.facts} {refused.value.__cause__}"
    assert "canary" not in said
