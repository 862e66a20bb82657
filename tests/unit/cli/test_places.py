"""Where a command goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.cli.places import Place, find_place
from lapwing.domain.errors import LapwingError, PasswordInUrl, UrlInvalid


def test_an_option_goes_before_the_variable() -> None:
    environ = {"LAPWING_URL": "b.sqlite"}
    assert find_place("a.sqlite", "", "", environ) == Place(url="a.sqlite")
    assert find_place("", "shop", "", environ) == Place(connection="shop")
    assert find_place("", "", "", environ) == Place(url="b.sqlite")


def test_a_password_in_the_variable_is_taken_out_of_the_url() -> None:
    def place(url: str) -> Place:
        return find_place("", "", "", {"LAPWING_URL": url})

    told = "the one in LAPWING_URL"
    assert place("postgresql://me:s3cret@db:5432/shop") == Place(url="postgresql://me@db:5432/shop", password_from=told)
    assert place("mysql://db/shop?ssl=1&password=s3cret&x=%20") == Place(
        url="mysql://db/shop?ssl=1&x=+", password_from=told
    )
    assert place("mysql://db/shop?pwd=s3cret") == Place(url="mysql://db/shop", password_from=told)
    assert place("sqlite:////tmp/a:b@c.sqlite") == Place(url="sqlite:////tmp/a:b@c.sqlite")


def test_a_plain_mistake_is_still_explained() -> None:
    with pytest.raises(UrlInvalid) as told:
        find_place("sqlite://shop.sqlite", "", "", {})
    assert "three slashes" in str(told.value)
    with pytest.raises(PasswordInUrl):
        find_place("postgresql://me:s3cret@db", "", "", {})


SECRETS = st.text(st.sampled_from("canary:/?#@%[]& =\\"), min_size=1, max_size=10).map(lambda text: f"5ecret{text}")
SHAPES = st.sampled_from(
    [
        "postgresql://me:{}@db:5432/shop",
        "postgresql://:{}@db/shop",
        "postgresql://me:{}",
        "me:{}@db/shop",
        "mysql://db/shop?password={}",
        "mysql://me:{}@[::1/shop",
    ]
)


@given(shape=SHAPES, secret=SECRETS, in_variable=st.booleans())
def test_no_message_repeats_a_secret(shape: str, secret: str, in_variable: bool) -> None:
    url = shape.format(secret)
    told = ""
    try:
        place = find_place("" if in_variable else url, "", "", {"LAPWING_URL": url})
        assert in_variable, "an option that holds a password is never taken"
        assert "5ecret" not in place.url
        assert place.password_from
    except LapwingError as error:
        told = f"{error} {error.next_step()}"
    assert "5ecret" not in told
