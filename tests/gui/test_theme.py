"""The theme on a real application: colours, fonts, icons and the change between dark and light."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QFontInfo, QFontMetricsF, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QMessageBox, QPlainTextEdit, QToolButton

from lapwing import paths
from lapwing.gui.theme import Theme, ThemeMode, application_icon, grid_font, icon, mono_font, ui_font
from lapwing.gui.theme.icons import colored_svg, icon_names, icon_pixmap
from lapwing.gui.theme.style_sheet import SVG_USES
from lapwing.gui.theme.tokens import TOKEN_NAMES, read_tokens

THEMES = paths.resources() / "themes"


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    return Theme(qapp, ThemeMode.DARK)


def colors_in(image: QImage) -> set[str]:
    """Colours of the pixels that are fully covered."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {color.name() for color in pixels if color.alpha() == 255}


def test_the_application_has_the_colours_of_the_mode(theme: Theme, qapp: QApplication) -> None:
    assert theme.colors.accent_text == QColor("#6aa1ff")
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colors.panel
    assert theme.colors.accent_fill.name() in qapp.styleSheet()


def test_changing_the_mode_tells_once_and_after_everything_is_applied(theme: Theme, qapp: QApplication) -> None:
    heard = []
    theme.changed.connect(lambda: heard.append(qapp.palette().color(QPalette.ColorRole.Window).name()))
    theme.set_mode(ThemeMode.LIGHT)
    theme.set_mode(ThemeMode.LIGHT)
    assert heard == ["#ffffff"]
    assert not theme.is_dark


def test_enter_gives_the_same_answer_when_the_desktop_turns_light_over_a_question(theme: Theme, qtbot) -> None:
    box = QMessageBox()
    qtbot.addWidget(box)
    roles = (
        QMessageBox.ButtonRole.AcceptRole,
        QMessageBox.ButtonRole.DestructiveRole,
        QMessageBox.ButtonRole.RejectRole,
    )
    buttons = [box.addButton(role.name, role) for role in roles]
    box.setDefaultButton(buttons[2])
    box.open()
    theme.set_mode(ThemeMode.LIGHT)
    assert [button.isDefault() for button in buttons] == [False, False, True]
    assert box.focusWidget() is buttons[2]


def test_without_a_desktop_that_knows_better_system_is_light(qapp: QApplication, monkeypatch) -> None:
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", "/nonexistent")
    assert not Theme(qapp, ThemeMode.SYSTEM).is_dark


def test_a_token_given_by_name_is_the_same_colour(theme: Theme) -> None:
    assert all(theme.color(name) == getattr(theme.colors, name) for name in TOKEN_NAMES)


def test_an_icon_is_drawn_in_its_token_and_faint_when_disabled(theme: Theme) -> None:
    run = icon("stop", "accent_text")
    assert theme.colors.accent_text.name() in colors_in(run.pixmap(QSize(48, 48)).toImage())
    off = run.pixmap(QSize(48, 48), QIcon.Mode.Disabled).toImage()
    assert theme.colors.faint_text.name() in colors_in(off)


def test_an_icon_made_before_takes_the_colours_of_the_new_theme(theme: Theme, qtbot) -> None:
    button = QToolButton()
    qtbot.addWidget(button)
    button.setIcon(icon("stop", "accent_text"))
    button.setIconSize(QSize(48, 48))
    theme.set_mode(ThemeMode.LIGHT)
    assert "#2563eb" in colors_in(button.grab().toImage())


def test_an_icon_is_drawn_with_the_pixels_of_the_screen(theme: Theme) -> None:
    pixmap = icon("run").pixmap(QSize(16, 16), 2.0)
    assert (pixmap.size(), pixmap.devicePixelRatio()) == (QSize(32, 32), 2.0)


def test_an_icon_is_drawn_once_for_one_size_and_colour(theme: Theme) -> None:
    first = icon_pixmap("run", theme.colors.text, QSize(16, 16))
    assert icon_pixmap("run", theme.colors.text, QSize(16, 16)).cacheKey() == first.cacheKey()


def test_an_icon_copied_by_qt_keeps_drawing(theme: Theme) -> None:
    copy = QIcon(icon("run"))
    copy.addPixmap(icon_pixmap("stop", theme.colors.text, QSize(16, 16)))  # Qt detaches: the engine is cloned
    assert not copy.pixmap(QSize(16, 16)).isNull()


def test_every_shipped_icon_can_be_drawn(theme: Theme) -> None:
    names = icon_names()
    assert len(names) > 90
    for name in names:
        image = icon_pixmap(name, QColor("#ff0000"), QSize(32, 32)).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(32) for y in range(32)), name


def test_an_icon_that_does_not_exist_is_a_defect_seen_at_once(theme: Theme) -> None:
    with pytest.raises(FileNotFoundError):
        icon("no-such-icon")


@pytest.mark.parametrize("mode", ["dark", "light"])
def test_the_drawings_of_the_style_sheet_are_the_icons_in_the_tokens_colours(mode: str) -> None:
    tokens = read_tokens(THEMES / f"{mode}.toml")
    assert {file.stem for file in (THEMES / mode).glob("*.svg")} == set(SVG_USES)
    for key, (name, token) in SVG_USES.items():
        shipped = (THEMES / mode / f"{key}.svg").read_text(encoding="utf-8")
        assert shipped == colored_svg(name, getattr(tokens, token)), key


def test_the_bundled_faces_are_used(theme: Theme, qapp: QApplication) -> None:
    assert QFontInfo(qapp.font()).family() == "Inter (Lapwing)"
    assert QFontInfo(ui_font(13, QFont.Weight.DemiBold)).styleName() in {"Semi Bold", "SemiBold"}
    assert QFontInfo(mono_font()).family() == "JetBrains Mono (Lapwing)"
    assert QFontInfo(mono_font()).fixedPitch()


def test_code_has_no_ligatures(theme: Theme) -> None:
    metrics = QFontMetricsF(mono_font())
    assert mono_font().featureValue(QFont.Tag("calt")) == 0
    assert metrics.horizontalAdvance(">=!=->") == pytest.approx(6 * metrics.horizontalAdvance("a"))


def test_cells_are_drawn_without_shaping(theme: Theme) -> None:
    assert grid_font().styleStrategy() & QFont.StyleStrategy.PreferNoShaping


def test_a_line_of_code_is_21_pixels_high(theme: Theme, qtbot) -> None:
    editor = QPlainTextEdit("select\n1")
    qtbot.addWidget(editor)
    editor.setFont(mono_font())
    assert editor.blockBoundingRect(editor.document().lastBlock()).height() == pytest.approx(21 + 4)  # and the margin


@pytest.mark.parametrize("italic", [False, True])
@pytest.mark.parametrize("bold", [False, True])
def test_every_style_of_code_has_lines_of_one_height_whatever_is_installed(
    theme: Theme, italic: bool, bold: bool
) -> None:
    font = mono_font()
    font.setItalic(italic)
    font.setBold(bold)
    assert QFontMetricsF(font).height() == QFontMetricsF(mono_font()).height() == pytest.approx(20.15, abs=0.02)


def test_the_prompt_of_a_field_can_be_read(theme: Theme, qtbot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.setPlaceholderText("Filter")
    field.grab()
    assert field.palette().color(QPalette.ColorRole.PlaceholderText) == theme.colors.faint_text


def test_the_application_icon_has_every_size_a_desktop_asks_for(qapp: QApplication) -> None:
    made = application_icon()
    for px in (16, 24, 32, 48, 64, 128, 256):
        assert made.pixmap(QSize(px, px), 1.0).size() == QSize(px, px)
