"""Ten questions to the sample database that show what it holds, and what SQL can do."""

from lapwing.domain.late_dataclass import dataclass


@dataclass(frozen=True, slots=True)
class SampleQuery:
    """A question with its answer in SQL: one statement, without a closing semicolon."""

    title: str
    sql: str


_REVENUE = """\
-- What each country brings in, by complete quarters: share, growth, rank, and a bar to see it at a glance.
WITH quarters AS (
    SELECT c.country_code,
           substr(o.ordered_at, 1, 4) || ' Q' || ((substr(o.ordered_at, 6, 2) + 2) / 3) AS quarter,
           count(*) AS orders,
           sum(o.total_cents) AS cents
      FROM orders AS o
      JOIN customers AS c USING (customer_id)
     WHERE o.status NOT IN ('cancelled', 'returned') AND o.ordered_at < '2026-10-01'
     GROUP BY 1, 2
)
SELECT q.quarter,
       k.native_name AS country,
       q.orders,
       q.cents / 100.0 AS revenue_eur,
       round(100.0 * q.cents / sum(q.cents) OVER (PARTITION BY q.quarter), 1) AS share_percent,
       round(100.0 * q.cents / lag(q.cents, 4) OVER by_country - 100, 1) AS vs_last_year_percent,
       rank() OVER (PARTITION BY q.quarter ORDER BY q.cents DESC) AS place,
       substr('██████████████████████████████', 1, CAST(30.0 * q.cents / max(q.cents) OVER () AS INTEGER)) AS bar
  FROM quarters AS q
  JOIN countries AS k USING (country_code)
WINDOW by_country AS (PARTITION BY q.country_code ORDER BY q.quarter)
 ORDER BY q.quarter DESC, place"""

_TREE = """\
-- The catalogue as a tree. Each branch shows what it and everything below it sold.
WITH RECURSIVE
    tree (category_id, depth, name, sort_key) AS (
        SELECT category_id, 0, name, printf('%03d', position) FROM categories WHERE parent_id IS NULL
        UNION ALL
        SELECT c.category_id, t.depth + 1, c.name, t.sort_key || printf('.%03d', c.position)
          FROM categories AS c JOIN tree AS t ON c.parent_id = t.category_id
    ),
    below (ancestor_id, category_id) AS (
        SELECT category_id, category_id FROM categories
        UNION ALL
        SELECT b.ancestor_id, c.category_id FROM below AS b JOIN categories AS c ON c.parent_id = b.category_id
    ),
    sold AS (
        SELECT p.category_id, count(DISTINCT p.product_id) AS products,
               sum(i.quantity) AS units, sum(i.line_total_cents) AS cents
          FROM products AS p JOIN order_items AS i USING (product_id)
         GROUP BY p.category_id
    )
SELECT substr('            ', 1, 4 * t.depth) || CASE t.depth WHEN 0 THEN '▾ ' ELSE '└ ' END || t.name AS category,
       sum(s.products) AS products,
       sum(s.units) AS units_sold,
       sum(s.cents) / 100.0 AS revenue_eur
  FROM tree AS t
  JOIN below AS b ON b.ancestor_id = t.category_id
  JOIN sold AS s ON s.category_id = b.category_id
 GROUP BY t.category_id
 ORDER BY t.sort_key"""

_RAIN = """\
-- Does rain sell rain jackets, and does it spoil canoe trips? Each shop's wet days against its dry ones.
WITH wet (store_id, day, is_wet) AS MATERIALIZED (
    SELECT store_id, day, rain_mm > 2 FROM weather_days
),
days AS (
    SELECT store_id, count(*) FILTER (WHERE is_wet) AS wet_days, count(*) FILTER (WHERE NOT is_wet) AS dry_days
      FROM wet GROUP BY store_id
),
rented AS (
    SELECT u.store_id, count(*) FILTER (WHERE w.is_wet) AS on_wet, count(*) FILTER (WHERE NOT w.is_wet) AS on_dry
      FROM rentals AS r
      JOIN rental_units AS u USING (unit_id)
      JOIN wet AS w ON w.store_id = u.store_id AND w.day = substr(r.out_at, 1, 10)
     GROUP BY u.store_id
)
SELECT s.name AS shop,
       (100 * d.wet_days / (d.wet_days + d.dry_days)) || ' %' AS wet_days,
       round(100.0 * r.on_dry / d.dry_days, 1) AS rentals_per_100_dry_days,
       round(100.0 * r.on_wet / d.wet_days, 1) AS rentals_per_100_wet_days,
       CASE WHEN 1.0 * r.on_wet / d.wet_days < 0.75 * r.on_dry / d.dry_days THEN '🌧️ they stay at home'
            ELSE '🧥 they do not care' END AS verdict
  FROM rented AS r
  JOIN days AS d USING (store_id)
  JOIN stores AS s USING (store_id)
 ORDER BY 1.0 * r.on_wet / d.wet_days / r.on_dry * d.dry_days"""

_ANOMALIES = """\
-- Something happened here: hours in which the web log looks unlike the same hour of other days.
WITH RECURSIVE clock (hour) AS (
    SELECT min(happened_ms) / 3600000 FROM web_events
    UNION ALL
    SELECT hour + 1 FROM clock WHERE hour < (SELECT max(happened_ms) / 3600000 FROM web_events)
),
log AS MATERIALIZED (
    SELECT happened_ms / 3600000 AS hour,
           count(*) AS events,
           avg(load_ms) AS load_ms,
           100.0 * sum(kind = 'search') / count(*) AS searches_percent
      FROM web_events
     GROUP BY 1
),
usual AS (
    SELECT clock.hour,
           coalesce(log.events, 0) AS events,
           avg(coalesce(log.events, 0)) OVER same_hour AS usual_events,
           log.load_ms,
           avg(log.load_ms) OVER same_hour AS usual_load_ms,
           log.searches_percent
      FROM clock LEFT JOIN log USING (hour)
    WINDOW same_hour AS (PARTITION BY clock.hour % 24)
),
odd AS (
    SELECT *,
           CASE WHEN searches_percent > 50 AND events > 3 * usual_events THEN '🤖 somebody plays with the search field'
                WHEN load_ms > 4 * usual_load_ms AND usual_events > 20 THEN '🐌 pages are slow'
                WHEN events < 0.12 * usual_events AND usual_events > 70 THEN '🕳️ where is everybody?'
                WHEN events > 4.5 * usual_events AND usual_events > 20 THEN '📺 what a crowd' END AS looks_like
      FROM usual
)
SELECT strftime('%Y-%m-%d %H:00', hour * 3600, 'unixepoch') AS hour_utc,
       events,
       round(usual_events) AS usual_events,
       round(load_ms) AS load_ms,
       round(searches_percent) AS searches_percent,
       looks_like
  FROM odd
 WHERE looks_like IS NOT NULL
 ORDER BY hour"""

_JSON = """\
-- What people type into the search field, straight out of JSON documents, in the scripts of the world.
SELECT json_extract(payload, '$.query') AS searched_for,
       count(*) AS times,
       count(DISTINCT session_id) AS visits,
       round(avg(json_extract(payload, '$.results')), 1) AS mean_results,
       100 * sum(json_extract(payload, '$.results') = 0) / count(*) AS found_nothing_percent
  FROM web_events
 WHERE kind = 'search'
   AND session_id IN (SELECT session_id FROM web_sessions WHERE device <> 'robot')
 GROUP BY 1
 ORDER BY times DESC, searched_for"""

_COHORTS = """\
-- Do they come back? Customers by the half-year of their first order, and how many order again later.
WITH firsts AS (
    SELECT customer_id, min(substr(ordered_at, 1, 7)) AS first_month FROM orders GROUP BY customer_id
),
ages AS (
    SELECT DISTINCT o.customer_id,
           substr(f.first_month, 1, 4)
               || CASE WHEN substr(f.first_month, 6, 2) < '07' THEN ' Jan–Jun' ELSE ' Jul–Dec' END AS cohort,
           ((substr(o.ordered_at, 1, 4) - substr(f.first_month, 1, 4)) * 12
            + substr(o.ordered_at, 6, 2) - substr(f.first_month, 6, 2) + 5) / 6 AS half_years
      FROM orders AS o
      JOIN firsts AS f USING (customer_id)
)
SELECT cohort,
       count(DISTINCT customer_id) AS customers,
       nullif(100 * sum(half_years = 1) / count(DISTINCT customer_id), 0) || ' %' AS "after ½ year",
       nullif(100 * sum(half_years = 2) / count(DISTINCT customer_id), 0) || ' %' AS "1 year",
       nullif(100 * sum(half_years = 3) / count(DISTINCT customer_id), 0) || ' %' AS "1½ years",
       nullif(100 * sum(half_years = 4) / count(DISTINCT customer_id), 0) || ' %' AS "2 years",
       nullif(100 * sum(half_years = 5) / count(DISTINCT customer_id), 0) || ' %' AS "2½ years",
       nullif(100 * sum(half_years = 6) / count(DISTINCT customer_id), 0) || ' %' AS "3 years"
  FROM ages
 GROUP BY cohort
 ORDER BY cohort"""

_BASKETS = """\
-- What goes with what: shelves bought together far more often than chance would have it.
WITH lines AS MATERIALIZED (
    SELECT DISTINCT i.order_id, p.category_id FROM order_items AS i JOIN products AS p USING (product_id)
),
single AS (
    SELECT category_id, count(*) AS orders FROM lines GROUP BY category_id
),
pairs AS (
    SELECT a.category_id AS one, b.category_id AS other, count(*) AS together
      FROM lines AS a JOIN lines AS b ON b.order_id = a.order_id AND b.category_id > a.category_id
     GROUP BY 1, 2
)
SELECT x.name || ' + ' || y.name AS basket,
       p.together AS orders,
       round(1.0 * p.together * (SELECT count(*) FROM orders) / s.orders / t.orders, 1) AS times_more_than_chance
  FROM pairs AS p
  JOIN single AS s ON s.category_id = p.one
  JOIN single AS t ON t.category_id = p.other
  JOIN categories AS x ON x.category_id = p.one
  JOIN categories AS y ON y.category_id = p.other
 WHERE p.together > 3
 ORDER BY times_more_than_chance DESC, basket
 LIMIT 25"""

_FUNNEL = """\
-- From looking to buying: how far visits get, by device.
WITH visits AS (
    SELECT session_id,
           max(product_id IS NOT NULL) AS saw_product,
           max(kind = 'cart_add') AS filled_cart,
           max(kind = 'checkout') AS checked_out,
           max(kind = 'purchase') AS bought
      FROM web_events
     GROUP BY session_id
)
SELECT s.device,
       count(*) AS visits,
       sum(v.saw_product) AS saw_a_product,
       sum(v.filled_cart) AS filled_a_cart,
       sum(v.checked_out) AS went_to_checkout,
       sum(v.bought) AS bought,
       round(100.0 * sum(v.bought) / count(*), 2) AS bought_percent,
       substr('▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇▇', 1, 20 * sum(v.saw_product) / count(*)) || ' '
           || substr('▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅▅', 1, 20 * sum(v.filled_cart) / count(*)) || ' '
           || substr('▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂▂', 1, 20 * sum(v.bought) / count(*)) AS funnel
  FROM visits AS v
  JOIN web_sessions AS s USING (session_id)
 GROUP BY s.device
 ORDER BY visits DESC"""

_STAFF = """\
-- Who reports to whom, drawn by a recursive query; with the people below each and what their salaries come to.
WITH RECURSIVE
    chart (employee_id, depth, sort_key) AS (
        SELECT employee_id, 0, printf('%04d', employee_id) FROM employees WHERE manager_id IS NULL
        UNION ALL
        SELECT e.employee_id, c.depth + 1, c.sort_key || printf('/%04d', e.employee_id)
          FROM employees AS e JOIN chart AS c ON e.manager_id = c.employee_id
         WHERE e.is_current
    )
SELECT CASE c.depth WHEN 0 THEN '' ELSE substr('│   │   │   │   ', 1, 4 * (c.depth - 1)) || '├── ' END
           || e.given_name || ' ' || e.family_name AS name,
       e.job_title,
       coalesce(s.city, 'Head office') AS works_in,
       e.hired_on,
       (SELECT nullif(count(*), 0) FROM chart AS b WHERE b.sort_key LIKE c.sort_key || '/%') AS people_below,
       (SELECT sum(CAST(x.monthly_salary AS INTEGER))
          FROM chart AS b JOIN employees AS x USING (employee_id)
         WHERE b.sort_key LIKE c.sort_key || '/%') AS their_salaries_eur
  FROM chart AS c
  JOIN employees AS e USING (employee_id)
  LEFT JOIN stores AS s USING (store_id)
 ORDER BY c.sort_key"""

_OCTOBER = """\
-- October 2026 on one line for each rental unit: a filled square is a day on which somebody had it.
WITH RECURSIVE october (day) AS (
    SELECT '2026-10-01' UNION ALL SELECT date(day, '+1 day') FROM october WHERE day < '2026-10-31'
),
busy AS MATERIALIZED (
    SELECT unit_id, substr(out_at, 1, 10) AS first_day, coalesce(substr(back_at, 1, 10), '2026-10-31') AS last_day
      FROM rentals
     WHERE back_at >= '2026-10-01' OR (back_at IS NULL AND due_on >= '2026-10-01')
),
squares AS (
    SELECT b.unit_id, o.day, max(o.day BETWEEN b.first_day AND b.last_day) AS is_out
      FROM busy AS b CROSS JOIN october AS o
     GROUP BY b.unit_id, o.day
     ORDER BY b.unit_id, o.day
)
SELECT u.serial_number,
       p.name AS product,
       s.city,
       group_concat(CASE WHEN q.is_out THEN '■' ELSE '·' END, '') AS "1 … 31 October",
       sum(q.is_out) AS days_out
  FROM squares AS q
  JOIN rental_units AS u USING (unit_id)
  JOIN products AS p USING (product_id)
  JOIN stores AS s USING (store_id)
 GROUP BY u.unit_id
 ORDER BY days_out DESC, u.serial_number"""

SAMPLE_QUERIES: tuple[SampleQuery, ...] = (
    SampleQuery("Revenue by country and quarter", _REVENUE),
    SampleQuery("The catalogue as a tree", _TREE),
    SampleQuery("Does rain spoil the rental business?", _RAIN),
    SampleQuery("Something happened here: odd hours in the web log", _ANOMALIES),
    SampleQuery("What people search for, out of JSON", _JSON),
    SampleQuery("Do customers come back?", _COHORTS),
    SampleQuery("What is bought together", _BASKETS),
    SampleQuery("From looking to buying", _FUNNEL),
    SampleQuery("Who reports to whom", _STAFF),
    SampleQuery("October for each rental unit", _OCTOBER),
)
"""The first one is shown when Lapwing opens the sample database for the first time."""
