"""Connections are taken from the files of other programs as those write them, without their passwords."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lapwing.domain.connections import Connection, Environment, SqlInEvents
from lapwing.domain.importing.candidates import Candidate, Candidates, ImportUnknown
from lapwing.domain.importing.own import write_own
from lapwing.domain.importing.reading import read_candidates
from lapwing.domain.ssh import SshLogIn, SshTunnel
from lapwing.domain.urls import parse_url

CANARY = "canary-secret"


def read(text: str) -> Candidates:
    found = read_candidates("a file", text)
    assert CANARY not in repr(found)
    return found


def only(text: str) -> Candidate:
    (found,) = read(text).found
    return found


def dbeaver(**source: object) -> str:
    return json.dumps({"folders": {}, "connections": {"postgres-jdbc-18c2": source}})


_SSH = {"host": "jump", "port": 2222, "authType": "PUBLIC_KEY", "keyPath": "/home/me/.ssh/id", "password": CANARY}


def test_dbeaver_postgresql_with_folder_type_and_read_only() -> None:
    found = only(
        dbeaver(
            provider="postgresql",
            driver="postgres-jdbc",
            name="shop",
            folder="Berlin",
            **{"save-password": True, "read-only": True},
            configuration={
                "host": "db.example.org",
                "port": "5433",
                "database": "shop",
                "url": "jdbc:postgresql://db.example.org:5433/shop",
                "type": "prod",
                "handlers": {"ssh_tunnel": {"type": "TUNNEL", "enabled": True, "properties": _SSH}},
            },
        )
    )
    assert (found.name, found.group, found.environment, found.read_only) == (
        "shop",
        "Berlin",
        Environment.PRODUCTION,
        True,
    )
    assert found.url == "postgresql://db.example.org:5433/shop"
    assert found.ssh == SshTunnel("jump", 2222, "", SshLogIn.KEY, "/home/me/.ssh/id")
    assert any("SSH server jump:2222" in note for note in found.notes)
    assert any("name of the SSH user" in note for note in found.notes)
    assert any("name of the user" in note for note in found.notes)


def test_dbeaver_mariadb_sqlite_and_what_is_only_a_url() -> None:
    sources = {
        "a": {"provider": "mysql", "driver": "mariaDB", "name": "m", "configuration": {"host": "h", "user": "me"}},
        "b": {"provider": "sqlite", "driver": "sqlite_jdbc", "name": "s", "configuration": {"database": "/tmp/a b.db"}},
        "c": {
            "provider": "generic",
            "driver": "pg",
            "name": "u",
            "configuration": {"url": f"jdbc:postgresql://h/d?user=x&password={CANARY}"},
        },
        "d": {"provider": "mongodb", "driver": "mongo", "name": "n", "configuration": {"url": "jdbc:mongodb://h/d"}},
    }
    found = read(json.dumps({"connections": sources})).found
    assert [each.url for each in found[:3]] == ["mysql://me@h", "sqlite:////tmp/a%20b.db", "postgresql://x@h/d"]
    assert not found[1].asks
    assert not found[3].is_usable
    assert found[3].notes


def test_pgadmin_new_and_old() -> None:
    servers = {
        "1": {
            "Name": "prod",
            "Group": "Servers",
            "Host": "db",
            "Port": 5432,
            "MaintenanceDB": "postgres",
            "Username": "me",
            "ConnectionParameters": {"sslmode": "verify-full", "connect_timeout": 10},
            "UseSSHTunnel": 0,
        },
        "2": {
            "Name": "old",
            "Group": "Mine",
            "HostAddr": "10.0.0.1",
            "Port": 5433,
            "SSLMode": "require",
            "UseSSHTunnel": 1,
            "TunnelHost": "bastion",
            "TunnelPort": "22",
            "TunnelUsername": "me",
            "TunnelAuthentication": 0,
            "TunnelKeepAlive": 20,
        },
    }
    new, old = read(json.dumps({"Servers": servers})).found
    assert parse_url(new.url).options == {"sslmode": "verify-full", "connect_timeout": "10"}
    assert (new.group, old.group) == ("", "Mine")
    assert old.url == "postgresql://10.0.0.1:5433/?sslmode=require"
    assert old.ssh == SshTunnel("bastion", 22, "me", SshLogIn.PASSWORD, keep_alive_s=20)
    assert new.ssh is None
    assert old.notes


def test_a_password_file_gives_places_and_keeps_its_passwords() -> None:
    text = (
        f"# mine\ndb.example.org:5432:shop:me:{CANARY}\n*:*:*:other:{CANARY}\nwith\\:colon:*:d\\\\b:me:x\\:{CANARY}\n"
    )
    first, anywhere, escaped = read(text).found
    assert first.url == "postgresql://me@db.example.org:5432/shop"
    assert not first.asks
    assert not anywhere.is_usable
    assert (parse_url(escaped.url).host, parse_url(escaped.url).database) == ("with:colon", "d\\b")


def test_an_option_file_gives_its_clients() -> None:
    text = f"""# of mysql
[mysqld]
port = 3306
[client]
host = "db.example.org"
port=3307
user = me
password = {CANARY}
ssl_ca=/etc/ca.pem
[client_local]
socket=/run/mysqld/mysqld.sock
!includedir /etc/mysql/conf.d/
"""
    found = read(text)
    remote, local = found.found
    assert remote.url == "mysql://me@db.example.org:3307/?sslrootcert=/etc/ca.pem"
    assert parse_url(local.url).options == {"unix_socket": "/run/mysqld/mysqld.sock"}
    assert found.notes


def test_azure_data_studio_with_comments_and_groups() -> None:
    text = """{
      // settings
      "datasource.connectionGroups": [
        {"name": "ROOT", "id": "r"}, {"name": "Work", "id": "w", "parentId": "r", "color": "#ff0000",},
      ],
      "datasource.connections": [
        {"options": {"connectionName": "sales // x", "server": "tcp:sql.example.org,1444", "database": "sales",
          "authenticationType": "SqlLogin", "user": "sa", "password": ""}, "groupId": "w", "providerName": "MSSQL"},
        {"options": {"host": "h", "dbname": "d", "user": "u"}, "providerName": "PGSQL"}
      ]
    }"""
    sales, other = read(text).found
    assert (sales.name, sales.group) == ("sales // x", "Work")
    assert "sa@sql.example.org:1444/sales" in sales.url
    assert other.url == "postgresql://u@h/d"


@pytest.mark.parametrize(
    "text", ["", "nonsense", "{}", '{"connections": []}', "[mysqld]\nport=1\n", '{"Servers": {}}', "a:b"]
)
def test_what_is_no_list_of_connections_says_what_to_take(text: str) -> None:
    with pytest.raises(ImportUnknown) as raised:
        read(text)
    assert "DBeaver" in raised.value.next_step()


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12).filter(str.strip)


@given(
    made=st.lists(
        st.builds(
            lambda name, group, environment, read_only: Connection(
                name, name.strip(), "postgresql://me@h/d", group.strip(), environment, read_only
            ),
            NAMES,
            NAMES,
            st.sampled_from(Environment),
            st.booleans(),
        ),
        min_size=1,
        max_size=5,
    )
)
def test_our_own_list_comes_back_as_it_was(made: list[Connection]) -> None:
    found = read(write_own(made)).found
    assert sorted((each.name, each.url, each.group, each.environment, each.read_only) for each in found) == sorted(
        (each.name, each.url, each.group, each.environment, each.read_only) for each in made
    )


def test_what_events_may_tell_goes_into_a_list_of_our_own_and_back() -> None:
    for policy in SqlInEvents:
        text = write_own([Connection("1", "shop", "postgresql://me@db/shop", sql_in_events=policy)])
        assert only(text).sql_in_events is policy
        assert ("sql_in_events" in text) is (policy is not SqlInEvents.FULL)


def test_our_own_list_is_the_same_whatever_the_order_and_has_no_secret() -> None:
    one = Connection("1", "b", "postgresql://h/1", environment=Environment.TEST)
    two = Connection("2", "a", "postgresql://h/2")
    assert write_own([one, two]) == write_own([two, one])
    assert write_own([one]).splitlines()[4] == '      "name": "b",'


def test_a_tunnel_goes_into_a_list_of_our_own_and_back_but_for_whose_keys_are_believed() -> None:
    tunnel = SshTunnel("bastion", 2222, "me", SshLogIn.KEY, "~/.ssh/id", "one,two", False, 5, "/tmp/hosts")
    text = write_own([Connection("1", "shop", "postgresql://me@db/shop", ssh=tunnel)])
    assert "/tmp/hosts" not in text
    assert read(text).found[0].ssh == replace(tunnel, known_hosts="")
    assert any("SSH server me@bastion:2222" in note for note in read(text).found[0].notes)
    broken = read(text.replace('"bastion"', '"-oProxyCommand=evil"')).found[0]
    assert broken.ssh is None
    assert any("does not come along" in note for note in broken.notes)
