"""Queries as somebody typed them, and as they are to stand there."""

from unit.sql.formatting.text import Text

QUERIES = [
    Text("what fits stays on one line", "select a,b\nfrom t\nwhere x=1;", "SELECT a, b FROM t WHERE x = 1;"),
    Text(
        "clauses begin lines",
        "select a.id,a.name , count(*) as n, sum(b.total)::numeric(10,2) from accounts a left join balances b on "
        "b.account_id=a.id where a.active and b.total>100 group by a.id,a.name order by n desc, a.name limit 10",
        """\
SELECT a.id, a.name, count(*) AS n, sum(b.total)::numeric(10, 2)
FROM accounts a
LEFT JOIN balances b ON b.account_id = a.id
WHERE a.active AND b.total > 100
GROUP BY a.id, a.name
ORDER BY n DESC, a.name
LIMIT 10""",
    ),
    Text(
        "distinct on",
        "select distinct on (a.customer_id) a.customer_id, a.first_name || ' ' || a.last_name as "
        "full_name, a.created_at from account a order by a.customer_id, a.created_at desc",
        """\
SELECT DISTINCT ON (a.customer_id)
    a.customer_id,
    a.first_name || ' ' || a.last_name AS full_name,
    a.created_at
FROM account a
ORDER BY a.customer_id, a.created_at DESC""",
    ),
    Text(
        "values that are only words fill lines",
        "select * from t where id in "
        "(1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33)",
        """\
SELECT *
FROM t
WHERE id IN (
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
    24, 25, 26, 27, 28, 29, 30, 31, 32, 33
)""",
    ),
    Text(
        "insert from a query",
        "insert into archive (id, name, total) select id, name, sum(total) from orders where "
        "created_at < now() - interval '1 year' group by id, name",
        """\
INSERT INTO archive (id, name, total)
SELECT id, name, sum(total)
FROM orders
WHERE created_at < now() - INTERVAL '1 year'
GROUP BY id, name""",
    ),
    Text(
        "common tables with columns, and a lateral join",
        "with ranked (id, place) as materialized (select id, row_number() over (partition by "
        "kind order by score desc, created_at) from result), top as (select id from ranked where "
        "place <= 3) select r.*, t.name from top join result r using (id) left join lateral "
        "(select name from tag where tag.result_id = r.id order by tag.weight desc limit 1) t on "
        "true where exists (select 1 from visible v where v.id = r.id)",
        """\
WITH ranked(id, place) AS MATERIALIZED (
    SELECT id, row_number() OVER (PARTITION BY kind ORDER BY score DESC, created_at)
    FROM result
),
top AS (SELECT id FROM ranked WHERE place <= 3)
SELECT r.*, t.name
FROM top
JOIN result r USING (id)
LEFT JOIN LATERAL (
    SELECT name FROM tag WHERE tag.result_id = r.id ORDER BY tag.weight DESC LIMIT 1
) t ON TRUE
WHERE EXISTS (SELECT 1 FROM visible v WHERE v.id = r.id)""",
    ),
    Text(
        "create table as",
        "create table summary as select kind, count(*) as n from result where kind is not null "
        "group by kind having count(*) > 1",
        """\
CREATE TABLE summary AS
SELECT kind, count(*) AS n
FROM result
WHERE kind IS NOT NULL
GROUP BY kind
HAVING count(*) > 1""",
    ),
    Text(
        "update with from",
        "update account a set balance = a.balance + t.amount, changed_at = now() from transfer t "
        "where t.account_id = a.id and t.state = 'open'",
        """\
UPDATE account a
SET balance = a.balance + t.amount, changed_at = now()
FROM transfer t
WHERE t.account_id = a.id AND t.state = 'open'""",
    ),
    Text(
        "delete with using",
        "delete from account using closed where closed.account_id = account.id and closed.at < "
        "now() - interval '30 days' returning account.id",
        """\
DELETE FROM account
USING closed
WHERE closed.account_id = account.id AND closed.at < now() - INTERVAL '30 days'
RETURNING account.id""",
    ),
    Text(
        "nested calls",
        "select coalesce(nullif(trim(both ' ' from first_name), ''), nullif(trim(both ' ' from "
        "last_name), ''), email, 'unknown') as name, extract(year from created_at) as year from "
        "account",
        """\
SELECT
    coalesce(
        nullif(trim(BOTH ' ' FROM first_name), ''),
        nullif(trim(BOTH ' ' FROM last_name), ''),
        email,
        'unknown'
    ) AS name,
    extract(year FROM created_at) AS year
FROM account""",
    ),
    Text(
        "conditions in parentheses",
        "select a from t where (x = 1 or y = 2) and (z between 1 and 10 or case when q then r "
        "else s end = 5) and not exists (select 1 from u where u.id = t.id)",
        """\
SELECT a
FROM t
WHERE (x = 1 OR y = 2)
    AND (z BETWEEN 1 AND 10 OR CASE WHEN q THEN r ELSE s END = 5)
    AND NOT EXISTS (SELECT 1 FROM u WHERE u.id = t.id)""",
    ),
    Text(
        "a join whose condition goes over lines",
        "explain (analyze, buffers) select * from a join b on a.id = b.a_id and a.kind = b.kind "
        "and a.deleted_at is null and b.deleted_at is null where a.x > 5",
        """\
EXPLAIN (ANALYZE, buffers)
SELECT *
FROM a
JOIN b
    ON a.id = b.a_id
    AND a.kind = b.kind
    AND a.deleted_at IS NULL
    AND b.deleted_at IS NULL
WHERE a.x > 5""",
    ),
    Text(
        "comment on",
        "comment on table t is 'a table'",
        "COMMENT ON TABLE t IS 'a table'",
    ),
    Text(
        "do",
        "do $$ begin perform 1; end $$",
        "DO $$ begin perform 1; end $$",
    ),
    Text(
        "comments behind items and commas",
        "select first_name, -- the first\n  last_name -- the last\n  , email /* primary */, phone\nfrom account",
        """\
SELECT
    first_name, -- the first
    last_name, -- the last
    email /* primary */,
    phone
FROM account""",
    ),
    Text(
        "grant",
        "grant select, insert, update, delete on table account, orders, order_line, customer, "
        "product to reporting, backoffice",
        """\
GRANT SELECT, INSERT, UPDATE, DELETE
ON TABLE account, orders, order_line, customer, product
TO reporting, backoffice""",
    ),
    Text(
        "unions",
        "select a, b from t1 union all select a, b from t2 where some_long_condition_here = "
        "'some long value' union all select a, b from t3",
        """\
SELECT a, b
FROM t1
UNION ALL
SELECT a, b
FROM t2
WHERE some_long_condition_here = 'some long value'
UNION ALL
SELECT a, b
FROM t3""",
    ),
    Text(
        "queries in parentheses",
        "((select 1) union (select 2)) order by 1",
        "((SELECT 1) UNION (SELECT 2)) ORDER BY 1",
    ),
    Text(
        "create trigger",
        "create trigger t before insert on account for each row execute function check_account()",
        "CREATE TRIGGER t BEFORE INSERT ON account FOR EACH ROW EXECUTE FUNCTION check_account()",
    ),
    Text(
        "signs",
        'select 1 as "a", t."B" from public . t where a<>-1 and b != all(array[1,2]) and c@>\'{}\' '
        "and d::text[] = '{}'",
        """\
SELECT 1 AS "a", t."B"
FROM public.t
WHERE a <> -1 AND b != ALL (ARRAY[1, 2]) AND c @> '{}' AND d::text[] = '{}'""",
    ),
    Text(
        "several on a line",
        "call do_something(1, 'x'); values (1,2),(3,4); table t",
        """\
CALL do_something(1, 'x');
VALUES (1, 2), (3, 4);
TABLE t""",
    ),
    Text(
        "aggregates with clauses",
        "select count(*) filter (where a > 1), percentile_cont(0.5) within group (order by x), "
        "sum(a) over (order by b rows between 1 preceding and current row) from t limit 5 offset "
        "10",
        """\
SELECT
    count(*) FILTER (WHERE a > 1),
    percentile_cont(0.5) WITHIN GROUP (ORDER BY x),
    sum(a) OVER (ORDER BY b ROWS BETWEEN 1 PRECEDING AND CURRENT ROW)
FROM t
LIMIT 5 OFFSET 10""",
    ),
    Text(
        "values as a table",
        "select a.b.c, x.* from a as x, (values (1),(2)) as v(n) where x.n = v.n for update of x nowait",
        """\
SELECT a.b.c, x.*
FROM a AS x, (VALUES (1), (2)) AS v(n)
WHERE x.n = v.n
FOR UPDATE OF x nowait""",
    ),
]
