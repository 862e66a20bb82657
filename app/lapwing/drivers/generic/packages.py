"""Which Python package brings a dialect of SQLAlchemy, or the module that a dialect works with."""

from typing import Final

PACKAGES: Final = {
    "access": "sqlalchemy-access",
    "awsathena": "PyAthena[SQLAlchemy]",
    "bigquery": "sqlalchemy-bigquery",
    "clickhouse": "clickhouse-sqlalchemy",
    "clickhousedb": "clickhouse-connect",
    "cockroachdb": "sqlalchemy-cockroachdb",
    "crate": "sqlalchemy-cratedb",
    "databricks": "databricks-sqlalchemy",
    "db2": "ibm_db_sa",
    "doris": "pydoris",
    "dremio": "sqlalchemy_dremio",
    "druid": "pydruid[sqlalchemy]",
    "duckdb": "duckdb-engine",
    "exa": "sqlalchemy-exasol",
    "firebird": "sqlalchemy-firebird",
    "hana": "sqlalchemy-hana",
    "hive": "PyHive",
    "ibm_db_sa": "ibm_db_sa",
    "impala": "impyla",
    "iris": "sqlalchemy-iris",
    "kylin": "kylinpy",
    "monetdb": "sqlalchemy-monetdb",
    "pinot": "pinotdb",
    "presto": "PyHive",
    "redshift": "sqlalchemy-redshift",
    "risingwave": "sqlalchemy-risingwave",
    "snowflake": "snowflake-sqlalchemy",
    "spanner": "sqlalchemy-spanner",
    "starrocks": "starrocks",
    "sybase": "sqlalchemy-sybase",
    "taosws": "taos-ws-py",
    "teradatasql": "teradatasqlalchemy",
    "trino": "trino[sqlalchemy]",
    "vertica": "sqlalchemy-vertica-python",
    "ydb": "ydb-sqlalchemy",
}
_MODULES: Final = {
    "MySQLdb": "mysqlclient",
    "cx_Oracle": "oracledb",
    "mysql": "mysql-connector-python",
    "psycopg2": "psycopg2-binary",
    "sqlcipher3": "sqlcipher3-binary",
}
"""Where a package is not called like its module."""


def package_of_dialect(name: str) -> str:
    """The package for URLs that begin with `name`, or the empty text."""
    return PACKAGES.get(name, "")


def package_of_module(module: str) -> str:
    """The package that brings a module."""
    name = module.partition(".")[0]
    return _MODULES.get(name, name or "of its DB-API")
