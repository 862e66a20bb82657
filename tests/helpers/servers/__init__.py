"""Real servers for tests.

Fixtures, each of which starts its server when it is first asked for:

`postgresql`, `mariadb`, `mysql`
    One for the whole run, shared. Leave it as it was found: no restart, no kill, no changed setting outside a `with`.
`postgresql_database`, `mariadb_database`, `mysql_database`
    The name of a fresh database on it, owned by `server.owner`; dropped after the test.
`own_postgresql`, `own_mariadb`, `own_mysql`, `counting_mariadb`
    A server for this test alone, to be stopped, killed, frozen (0.3 s, 0.6 s, 2 s).
`postgresql_of`
    A function from a version to its shared server: `"system"`, or one of `embedded.VERSIONS` (`"13"`, `"18"`, ...).
`ssh_key`, `sshd`, `own_sshd`
    A key, an SSH server that lets it in, shared, and a function that starts another one (`sshd.SshServer`).
`proxy_to`
    A function that puts a `helpers.proxy.Proxy` before a server.
`certificates`
    The authority, and what servers and clients show (`helpers.certificates`).

    def test_a_person_logs_in(postgresql, postgresql_database):
        login = postgresql.logins["lapwing"]
        with psycopg.connect(
            host=postgresql.host, port=postgresql.port, user=login.user, password=login.password,
            dbname=postgresql_database, sslmode="verify-full", sslrootcert=postgresql.certificates.authority,
        ) as session: ...

Who can log in and how is said by `postgresql_setup.logins`, `mariadb_setup.logins` and `mysql_setup.logins`. A server's
methods: `admin()` (a superuser's session), `ask(sql)` (its rows), `create_database`, `drop_database`, `activity(user)`,
`presenting(kind)` (another certificate), `settings(**values)`, `log()`, `start`, `stop`, `kill`, `suspend`, `resume`,
`restart`, `processes`; PostgreSQL's also `access(rules)` and `reload`, the others' `general_log` and `end_session`.
Without fixtures (bench): `with Templates() as t, PostgreSQL(t.postgresql(), Certificates(folder)) as server: ...`.

On the build machine (CI=true) a server that cannot be had fails the tests; elsewhere they are skipped and say why.
MySQL is skipped there too: it comes from Debian's unstable suite, and nobody promises what that has tomorrow.
Servers run as an unprivileged account and end with the tests, also when those are killed (`guard`).
"""
