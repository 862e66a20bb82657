"""Every text of the program can be read: computed from the shipped colours, not looked at."""

import re

import pytest

from lapwing import paths
from lapwing.gui.theme.style_sheet import style_sheet
from lapwing.gui.theme.tokens import MIN_CONTRAST, TEXT_ON, TOKEN_NAMES, Tokens, contrast, read_tokens

THEMES = paths.resources() / "themes"
PAIRS = [(text, surface) for text, surfaces in TEXT_ON.items() for surface in surfaces]


@pytest.fixture(params=["dark", "light"])
def tokens(request: pytest.FixtureRequest) -> Tokens[str]:
    return read_tokens(THEMES / f"{request.param}.toml")


@pytest.mark.parametrize(("text", "surface"), PAIRS)
def test_text_stands_out_from_every_surface_it_may_stand_on(tokens: Tokens[str], text: str, surface: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, surface)) >= MIN_CONTRAST


def test_the_table_of_pairs_names_real_tokens_only() -> None:
    assert {name for pair in PAIRS for name in pair} <= set(TOKEN_NAMES)


def test_the_style_sheet_writes_only_where_the_table_of_pairs_allows_it() -> None:
    template = (THEMES / "lapwing.qss").read_text(encoding="utf-8")
    rules = re.findall(r"([^{}]+)\{((?:\$\{\w+\}|[^{}])*)\}", re.sub(r"/\*.*?\*/", "", template, flags=re.DOTALL))
    assert len(rules) > 80
    for selector, body in rules:
        color = re.search(r"(?<![-\w])color: \$\{(\w+)\}", body)
        surface = re.search(r"(?<![-\w])background: \$\{(\w+)\}", body)
        if color and surface:
            assert surface[1] in TEXT_ON[color[1]], f"{selector.strip()}: {color[1]} on {surface[1]}"


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#ffffff", "#ffffff") == 1
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


def test_the_filled_style_sheet_has_no_name_left(tokens: Tokens[str]) -> None:
    assert "$" not in style_sheet(tokens, "dark")


def test_a_theme_file_that_forgets_a_colour_is_refused(tmp_path) -> None:
    whole = (THEMES / "dark.toml").read_text(encoding="utf-8")
    file = tmp_path / "dark.toml"
    file.write_text(re.sub(r"^caret_line.*$", "", whole, flags=re.MULTILINE), encoding="utf-8")
    with pytest.raises(ValueError, match="caret_line"):
        read_tokens(file)


@pytest.mark.parametrize("line", ['mauve = "#123456"', 'keyword2 = "red"', 'text = "#000000"'])
def test_a_theme_file_with_a_strange_or_repeated_colour_is_refused(tmp_path, line: str) -> None:
    file = tmp_path / "dark.toml"
    file.write_text((THEMES / "dark.toml").read_text(encoding="utf-8") + line, encoding="utf-8")
    with pytest.raises(ValueError, match="bad or repeated"):
        read_tokens(file)


def test_a_colour_that_is_no_colour_is_refused(tmp_path) -> None:
    file = tmp_path / "dark.toml"
    file.write_text((THEMES / "dark.toml").read_text(encoding="utf-8").replace('"#d9dce1"', '"white"'), "utf-8")
    with pytest.raises(ValueError, match="text = 'white'"):
        read_tokens(file)
