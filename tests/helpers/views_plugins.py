"""The page of plugins, a panel and the dialogs of plugins in all their states, for `helpers.views`."""

from typing import Final

from PySide6.QtWidgets import QDialog, QWidget

from lapwing.domain.errors import EngineGone
from lapwing.domain.plugins.documents import (
    ChartKind,
    ChartLine,
    Document,
    DocumentPart,
    FieldKind,
    FormField,
    PartKind,
)
from lapwing.domain.plugins.facts import Enforcement, PluginFacts, PluginList, PluginLogLine, PluginState, Trust
from lapwing.domain.plugins.installing import PackageFacts, RequirementFacts
from lapwing.domain.plugins.installing_errors import IndexKeyChanged, IndexOlder
from lapwing.domain.plugins.manifest import Manifest
from lapwing.domain.plugins.sources import IndexEntry, IndexFacts, PluginIndex, RevokedKey, TrustedKey, TrustedKeys
from lapwing.gui.client import EngineClient
from lapwing.gui.plugins.add_index_dialog import AddIndexDialog
from lapwing.gui.plugins.add_key_dialog import AddKeyDialog
from lapwing.gui.plugins.ask_dialog import AskDialog
from lapwing.gui.plugins.document_view import DocumentView
from lapwing.gui.plugins.form_view import FormView
from lapwing.gui.plugins.install_dialog import InstallDialog
from lapwing.gui.plugins.plugins_view import PluginsView
from lapwing.gui.plugins.remove_dialog import RemoveDialog
from lapwing.gui.shell.plugins_charts import document_chart

PLUGIN_PAGES: Final = (
    *("about", "permissions", "settings", "log", "none"),
    *("browse", "sources", "keys", "no keys", "panel"),
)
PLUGIN_DIALOGS: Final = ("install", "update", "unfit", "remove", "add index", "add key", "revoke")
_PERMISSIONS: Final = (
    "query:read",
    "query:write",
    "schema:read",
    "secrets:own",
    "ui:panel",
    "events:zz",
    "events:query.*",
    "network:*",
    "network:zz",
    "network:{zz}",
    "files:zz",
    "zz",
)
_FIELDS: Final = tuple(
    FormField(f"zz{place}", "zz", kind, help="zz", choices=("zz",), least=1, most=2, must=True)
    for place, kind in enumerate(FieldKind)
)
_KEY_CHANGED: Final = IndexKeyChanged(place="zz", before="zz", after="zz").to_wire()
_WRONG: Final = EngineGone(reason="zz").to_wire()
_INDEXES: Final = (
    IndexFacts("zz", is_trusted=True, is_shipped=True, made_at=9.0, plugins=9),
    IndexFacts("zz1", "zz", "zz", "zz", is_trusted=True, made_at=9.0, expires_at=9.0, plugins=2),
    IndexFacts("zz2", "zz", "zz", "zz0", kept_at=9.0, error=_KEY_CHANGED),
    IndexFacts("zz3", "zz", "zz", has_expired=True, expires_at=9.0, error=_WRONG, kept_at=9.0),
    IndexFacts("zz4", "zz", "zz"),
    IndexFacts("zz5", "zz", is_on=False),
    IndexFacts("zz6", "zz", error=IndexOlder(place="zz", reason="zz").to_wire()),
)


class _StillPlugins(PluginsView):
    """Shows what it is given, and reads nothing."""

    def refresh(self) -> None: ...

    def _read_log(self) -> None: ...


def _manifest(place: int = 0) -> Manifest:
    return Manifest(
        f"zz{place}",
        "zz",
        "1",
        "zz",
        "zz",
        "zz",
        "zz",
        "zz",
        "zz",
        ("zz",),
        _PERMISSIONS,
        ("zz",),
        ("zz",),
        config=_FIELDS,
    )


def plugins_view(client: EngineClient, part: str, parent: QWidget) -> PluginsView:
    """With made plugins, and a part of the first one in front; `none`: without any."""
    view = _StillPlugins(client, parent)
    told = [
        PluginFacts(
            _manifest(place), state, trust, is_enabled=True, since=9.0, restarts=1, slow=2, failed=3, update="2"
        )
        for place, (state, trust) in enumerate((state, trust) for state in PluginState for trust in Trust)
    ]
    told.insert(0, PluginFacts(_manifest(99), PluginState.WAITING, Trust.SIGNED, is_enabled=True, error=_WRONG, pid=7))
    view.show_plugins(PluginList(() if part == "none" else tuple(told)))
    if part == "browse":
        view.show_part("browse")
        entry = IndexEntry("zz", "zz", "1", "zz", "zz", "zz", "zz", "zz", "zz", "", 9, _PERMISSIONS, "zz")
        other = IndexEntry("zy", "zz", "2", installed="1", fits=False)
        view.show_index(PluginIndex((entry, other), (IndexFacts("zz", error=_WRONG),)))
    elif part == "sources":
        view.show_part("sources")
        view.sources.show_sources(_INDEXES, ("zz",))
        view.sources.list.setCurrentIndex(view.sources.model.index(2, 0))
    elif part == "keys":
        view.show_part("keys")
        revoked = (RevokedKey("zz", "zz", "zz", "zz", 9.0), RevokedKey("zz", "", "zz"))
        view.keys.show_keys(TrustedKeys((TrustedKey("zz", "zz", "zz", 9.0),), revoked))
    elif part == "no keys":
        view.show_part("keys")
        view.keys.show_keys(TrustedKeys())
    elif part != "none":
        view.detail.show_part(part)
        view.detail.show_log([PluginLogLine(9.0, "zz", "zz")])
        assert view.detail.form is not None
        view.detail.form.is_good()
    return view


def plugin_document(parent: QWidget) -> DocumentView:
    """A document with each of its parts, whole ones and ones with something wrong."""
    view = DocumentView(document_chart, parent, name="zz_document")
    line = ChartLine("zz", (1.0, None))
    parts = (
        DocumentPart(PartKind.TEXT, "zz", text="zz"),
        DocumentPart(PartKind.KEY_VALUES, "zz", pairs=(("zz", "zz"),)),
        DocumentPart(PartKind.CHART, "zz", chart=ChartKind.BAR, places=("zz", "zz"), lines=(line,), unit="zz"),
        DocumentPart(PartKind.CHART, "zz"),
        DocumentPart(PartKind.TABLE, "zz", columns=("zz", "zz"), rows=(("zz", None), ("zz",))),
        DocumentPart(PartKind.FORM, "zz", fields=_FIELDS),
    )
    view.show_document(Document("zz", parts))
    form = view.parts[-1]
    assert isinstance(form, FormView)
    form.is_good()
    return view


def plugin_dialog(client: EngineClient, kind: str, parent: QWidget) -> QDialog:
    """One of `PLUGIN_DIALOGS`."""
    made: QDialog
    if kind == "add index":
        index = AddIndexDialog(client, "", parent)
        index.show_index(IndexFacts("zz", "zz", "zz", "zz0", made_at=9.0, expires_at=9.0, plugins=2))
        made = index
    elif kind == "add key":
        key = AddKeyDialog(parent)
        key.key.setText("zz")
        made = key
    elif kind == "revoke":
        made = AskDialog("zz", "zz", "zz", parent, name="revoke_key", line="zz")
    elif kind == "remove":
        made = RemoveDialog(PluginFacts(_manifest(), PluginState.RUNNING, needed_by=("zz",)), parent)
    else:
        package = PackageFacts(
            _manifest(),
            "zz",
            "zz",
            9,
            9,
            key="zz",
            installed="0" if kind == "update" else "",
            asks=_PERMISSIONS[:3],
            drops=_PERMISSIONS[5:6] if kind == "update" else (),
            requirements=(RequirementFacts("zz", "1", "zz"),),
            missing=("zz",),
            problem=_WRONG if kind == "unfit" else None,
            enforcement=Enforcement(files=True, network=False),
            index=_INDEXES[3],
        )
        made = InstallDialog(package, parent)
    made.open()
    return made
