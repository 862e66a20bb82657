"""Where a command goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.cli.errors import PasswordVariableMissing
from lapwing.cli.places import Place, find_place
from lapwing.domain.errors import LapwingError, PasswordInUrl, UrlInvalid
from lapwing.domain.secrets import Secret


def test_an_option_goes_before_the_variable() -> None:
    environ = {"LAPWING_URL": "b.sqlite"}
    assert find_place("a.sqlite", "", "", environ) == Place(url="a.sqlite")
    assert find_place("", "shop", "", environ) == Place(connection="shop")
    assert find_place("", "", "", environ) == Place(url="b.sqlite")


@pytest.mark.parametrize(
    ("text", "url"),
    [
        ("postgresql://me:s3cret@db:5432/shop", "postgresql://me@db:5432/shop"),
        ("postgresql://me:s3cret@db/shop?connect_timeout=3", "postgresql://me@db/shop?connect_timeout=3"),
        ("mysql://me:s3cret@db/shop?pool_max=1&auto_reconnect=0", "mysql://me@db/shop?pool_max=1&auto_reconnect=0"),
        ("mysql://db/shop?password=s3cret&charset=utf8mb4", "mysql://db/shop?charset=utf8mb4"),
        ("mysql://db/shop?pwd=s3cret", "mysql://db/shop"),
        ("host=db dbname=shop user=me password=s3cret", "postgresql://me@db/shop"),
        ("jdbc:postgresql://db/shop?user=me&password=s3cret", "postgresql://me@db/shop"),
    ],
)
def test_a_password_in_the_variable_is_taken_out_of_it(text: str, url: str) -> None:
    place = find_place("", "", "", {"LAPWING_URL": text})
    assert (place.url, place.password) == (url, Secret("s3cret"))
    assert place.password_from == "the one in LAPWING_URL"


def test_what_holds_no_password_is_taken_as_it_is() -> None:
    for text in ("sqlite:////tmp/a:b@c.sqlite", "postgresql://me@db/shop?pool_max=1", "shop.sqlite"):
        assert find_place("", "", "", {"LAPWING_URL": text}) == Place(url=text)


def test_a_variable_gives_the_password_for_any_place() -> None:
    environ = {"PW": "s3cret", "LAPWING_URL": "postgresql://db"}
    for place in (
        find_place("postgresql://db", "", "PW", environ),
        find_place("", "shop", "PW", environ),
        find_place("", "", "PW", environ),
    ):
        assert (place.password, place.password_from) == (Secret("s3cret"), "--password-env")
    with pytest.raises(PasswordVariableMissing):
        find_place("postgresql://db", "", "MISSING", environ)


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
        assert "5ecret" not in place.url + " ".join(place.notes)
        assert place.password_from
    except LapwingError as error:
        told = f"{error} {error.next_step()}"
    assert "5ecret" not in told
