"""Connection URLs with a scheme: our own, libpq's, SQLAlchemy's, and those of hosting services."""

from lapwing.domain.pasting.authority import Login, readable, split_login
from lapwing.domain.pasting.found import Found
from lapwing.domain.pasting.generic import without_secrets
from lapwing.domain.pasting.names import FIELDS, PRODUCTS, is_known, normal
from lapwing.domain.url_text import SCHEME, Malformed, split_hosts
from lapwing.domain.urls import OTHER_SCHEMES, driver_of


def read_url(text: str) -> Found | None:
    """A URL of any SQL database; None when the text is none.

    Raises:
        Malformed
    """
    match = SCHEME.match(text)
    if not match or "\n" in text:
        return None
    scheme, rest = match[1].lower(), text[match.end() :]
    if scheme in OTHER_SCHEMES:
        raise Malformed("no SQL database has such addresses.")
    driver = driver_of(scheme)
    if driver == "generic":
        return _generic(text[: match.end()], rest)
    form = "SQLAlchemy URL" if "+" in scheme else f"{PRODUCTS[driver]} URL"
    if driver == "sqlite":
        return _sqlite(form, rest)
    return server_url(Found(form, driver), rest, plus="+" in scheme)


def server_url(found: Found, rest: str, *, plus: bool = False) -> Found:
    """Read `user:password@host:port/database?options` into `found`.

    Args:
        found: What is known already.
        rest: What stands behind `scheme://`.
        plus: Whether a plus sign in options means a blank.

    Raises:
        Malformed
    """
    login = split_login(rest)
    add_login(found, login)
    found.add("database", readable(login.path.removeprefix("/")))
    add_options(found, login.query, plus=plus)
    return found


def add_login(found: Found, login: Login) -> None:
    """Add user, password and hosts."""
    found.assumed += login.assumed
    found.add("user", readable(login.user))
    found.add("password", login.password)
    hosts = split_hosts(login.hosts)
    names = [f"[{host.name}]" if ":" in host.name and not host.name.startswith("/") else host.name for host in hosts]
    found.add("host", ",".join(names))
    if any(host.port for host in hosts):
        found.add("port", ",".join(str(host.port or "") for host in hosts))


def add_options(found: Found, query: str, *, plus: bool = False) -> None:
    """Add the options of a URL. Several of the name `host` are a list (SQLAlchemy's URLs for psycopg2).

    What has no value and no known name gets a NUL before it, so that it is not shown: it may be a part of something.
    """
    hosts: list[str] = []
    for option in filter(None, query.split("&")):
        name, equals, value = option.partition("=")
        name, value = readable(name, plus=plus), readable(value, plus=plus)
        before = found.settings[-1] if found.settings else ("", "")
        if not equals and not is_known(name) and FIELDS.get(normal(before[0])) == "password":
            found.settings[-1] = (before[0], f"{before[1]}&{name}")
            found.assumed.append("A & in it was taken to be part of the password.")
        elif name == "host":
            hosts.append(value)
        else:
            is_sure = equals or is_known(name)
            found.settings.append((name if is_sure else f"\0{name}", value))
    if hosts:
        found.settings.append(("host", ",".join(hosts)))


def _sqlite(form: str, rest: str) -> Found:
    found = Found(form, "sqlite")
    path, question, query = rest.partition("?")
    if question and "=" not in query:
        path, query = rest, ""  # a question mark in the name of the file
    if path and not path.startswith("/"):
        raise Malformed("a SQLite path follows three slashes (four when absolute).")
    found.settings.append(("database", readable(path.removeprefix("/")) or ":memory:"))
    add_options(found, query)
    return found


def _generic(start: str, rest: str) -> Found:
    found = Found("SQLAlchemy URL")
    if rest.startswith("/"):
        path, question, query = rest.partition("?")
        kept, password = without_secrets(query)
        found.url = f"{start}{path}{question if kept else ''}{kept}"
    else:
        login = split_login(rest)
        found.assumed += login.assumed
        found.add("password", login.password)
        kept, password = without_secrets(login.query)
        user = f"{login.user}@" if login.user else ""
        found.url = f"{start}{user}{login.hosts}{login.path}{'?' if kept else ''}{kept}"
    found.add("password", password)
    return found
