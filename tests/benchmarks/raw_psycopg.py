"""The least that any program in Python could do: psycopg's chunked rows, nothing decoded, nothing kept.

Usage: python -m benchmarks.raw_psycopg CONNINFO STATEMENT (the password comes from PGPASSWORD). Prints nothing.
"""

import select
import sys

from psycopg import pq

CHUNK_ROWS = 1000


def main() -> None:
    conninfo, statement = sys.argv[1:]
    connection = pq.PGconn.connect(conninfo.encode())
    if connection.status != pq.ConnStatus.OK:
        raise SystemExit(connection.error_message.decode())
    connection.send_query_params(statement.encode(), None)
    connection.set_chunked_rows_mode(CHUNK_ROWS)
    poll = select.poll()
    poll.register(connection.socket, select.POLLIN)
    while True:
        while connection.is_busy():
            poll.poll()
            connection.consume_input()
        result = connection.get_result()
        if result is None:
            return
        if result.status == pq.ExecStatus.FATAL_ERROR:
            raise SystemExit(result.error_message.decode())
        result.clear()


if __name__ == "__main__":
    main()
