-- Plover & Pine Outfitters: the sample database that comes with Lapwing.
--
-- An invented company that sells and rents outdoor equipment: fifteen shops in thirteen countries, one warehouse in
-- Rotterdam and an online shop that delivers to twenty countries. The books run from 1 January 2023 to
-- 31 October 2026. Every person, address, telephone number, e-mail and network address in it is invented; names of
-- hosts end in .example and networks are those reserved for documentation.
--
-- Conventions
--   *_cents   whole euro cents, the currency of the books
--   *_at      a moment: ISO 8601 text with the local offset from UTC ('2026-03-07T10:15:00+01:00')
--   *_on      a calendar day: ISO 8601 text ('2026-03-07')
--   *_unix    a moment: whole seconds since 1970-01-01 UTC;  *_ms: the same in milliseconds
--   is_*      0 or 1
--   NULL is "not known" or "does not apply"; an empty text is "asked, and left empty"
--
-- The file has two parts. The rows are written between them, so that loading them moves no stock, fills no audit
-- log, and builds each index once.

-- ===================================================================== part 1: tables

CREATE TABLE countries (
    -- Every country that orders are delivered to.
    country_code TEXT PRIMARY KEY CHECK (country_code GLOB '[A-Z][A-Z]'),   -- ISO 3166-1
    name         TEXT NOT NULL UNIQUE,
    native_name  TEXT NOT NULL,                                             -- in the country's own script
    currency     TEXT NOT NULL CHECK (currency GLOB '[A-Z][A-Z][A-Z]'),     -- ISO 4217
    fx_rate      TEXT NOT NULL,                                             -- one euro in that currency, 4 decimals
    vat_percent  REAL NOT NULL CHECK (vat_percent BETWEEN 0 AND 100),
    dial_prefix  TEXT NOT NULL CHECK (dial_prefix LIKE '+%'),
    language     TEXT NOT NULL,                                             -- BCP 47
    time_zone    TEXT NOT NULL                                              -- IANA
) STRICT, WITHOUT ROWID;

CREATE TABLE stores (
    -- Shops, and store 1: the warehouse behind the online shop.
    store_id      INTEGER PRIMARY KEY,
    country_code  CHAR(2) NOT NULL REFERENCES countries (country_code),
    kind          VARCHAR(12) NOT NULL DEFAULT 'shop' CHECK (kind IN ('shop', 'warehouse')),
    name          VARCHAR(60) NOT NULL UNIQUE,
    city          VARCHAR(60) NOT NULL,
    address       TEXT NOT NULL,                        -- several lines, as on an envelope
    latitude      DOUBLE NOT NULL CHECK (latitude BETWEEN -90 AND 90),
    longitude     DOUBLE NOT NULL CHECK (longitude BETWEEN -180 AND 180),
    phone         VARCHAR(24),
    opening_hours JSON CHECK (opening_hours IS NULL OR json_valid(opening_hours)),
    opened_on     DATE NOT NULL,
    closed_on     DATE CHECK (closed_on > opened_on)    -- NULL: still open
);

CREATE TABLE employees (
    -- Everybody who works or worked here; manager_id points back into this table.
    employee_id    INTEGER PRIMARY KEY,
    manager_id     INTEGER REFERENCES employees (employee_id) CHECK (manager_id <> employee_id),
    store_id       INTEGER REFERENCES stores (store_id),    -- NULL: head office
    given_name     VARCHAR(60) NOT NULL,
    family_name    VARCHAR(60) NOT NULL,
    job_title      VARCHAR(60) NOT NULL,
    email          VARCHAR(120) NOT NULL UNIQUE COLLATE NOCASE,
    monthly_salary TEXT NOT NULL                            -- decimal text, two digits, in euro: '3250.00'
                   CHECK (monthly_salary GLOB '[0-9]*.[0-9][0-9]'),
    hours_share    REAL NOT NULL DEFAULT 1.0 CHECK (hours_share > 0 AND hours_share <= 1),
    badge_uid      BLOB NOT NULL UNIQUE CHECK (length(badge_uid) = 7),  -- as the door reader sends it
    hired_on       DATE NOT NULL,
    left_on        DATE CHECK (left_on > hired_on),
    is_current     BOOLEAN GENERATED ALWAYS AS (left_on IS NULL) VIRTUAL
);

CREATE TABLE categories (
    -- A tree: departments at the top (parent_id is NULL), shelves below.
    category_id INTEGER PRIMARY KEY,
    parent_id   INTEGER REFERENCES categories (category_id),
    position    INTEGER NOT NULL,                           -- order among brothers and sisters
    name        TEXT NOT NULL,
    slug        TEXT NOT NULL UNIQUE CHECK (slug = lower(slug) AND slug NOT LIKE '% %'),
    season      TEXT NOT NULL DEFAULT 'all' CHECK (season IN ('all', 'summer', 'winter')),
    UNIQUE (parent_id, position)
) STRICT;

CREATE TABLE suppliers (
    -- Who makes what we sell. They may live where we do not deliver, so country_code is free here.
    supplier_id   INTEGER PRIMARY KEY,
    name          TEXT NOT NULL UNIQUE,
    country_code  CHAR(2) NOT NULL,
    website       TEXT,
    email         TEXT NOT NULL,
    phone         TEXT,
    on_time_share REAL CHECK (on_time_share BETWEEN 0 AND 1),   -- NULL: too few deliveries to say
    terms         JSON NOT NULL CHECK (json_valid(terms)),
    remarks       TEXT
);

CREATE TABLE products (
    -- One row for each thing in the catalogue, sold, rented or both.
    product_id        INTEGER PRIMARY KEY,
    category_id       INTEGER NOT NULL REFERENCES categories (category_id),
    sku               TEXT NOT NULL UNIQUE CHECK (sku GLOB 'PP-[A-Z][A-Z][A-Z]-[0-9][0-9][0-9]'),
    gtin              INTEGER NOT NULL UNIQUE CHECK (gtin BETWEEN 1000000000000 AND 9999999999999),
    name              TEXT NOT NULL UNIQUE,
    list_price        TEXT NOT NULL CHECK (list_price GLOB '[0-9]*.[0-9][0-9]'),    -- decimal text in euro: '129.90'
    list_price_cents  INTEGER GENERATED ALWAYS AS (CAST(replace(list_price, '.', '') AS INTEGER)) VIRTUAL,
    is_rentable       INTEGER NOT NULL DEFAULT 0 CHECK (is_rentable IN (0, 1)),
    daily_rate_cents  INTEGER CHECK ((daily_rate_cents IS NOT NULL) = is_rentable),
    weight_kg         REAL CHECK (weight_kg > 0),
    attributes        TEXT NOT NULL CHECK (json_valid(attributes)),
    colour            TEXT GENERATED ALWAYS AS (json_extract(attributes, '$.colour')) VIRTUAL,
    thumbnail         BLOB,                                 -- a PNG of 64 x 64 pixels
    description       TEXT NOT NULL,                        -- Markdown, several kB
    page_url          TEXT GENERATED ALWAYS AS ('https://www.plover-and-pine.example/p/' || lower(sku)) VIRTUAL,
    launched_on       TEXT NOT NULL CHECK (launched_on IS date(launched_on)),
    discontinued_on   TEXT CHECK (discontinued_on > launched_on)
) STRICT;

CREATE TABLE product_suppliers (
    -- Many to many: a product has one to three suppliers, a supplier many products.
    product_id     INTEGER NOT NULL REFERENCES products (product_id) ON DELETE CASCADE,
    supplier_id    INTEGER NOT NULL REFERENCES suppliers (supplier_id),
    supplier_code  TEXT NOT NULL,
    cost           TEXT NOT NULL,                           -- decimal text, four digits, in euro: '37.4125'
    lead_time_days INTEGER NOT NULL CHECK (lead_time_days > 0),
    is_preferred   INTEGER NOT NULL DEFAULT 0 CHECK (is_preferred IN (0, 1)),
    PRIMARY KEY (product_id, supplier_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE stock (
    -- What lies on which shelf.
    store_id      INTEGER NOT NULL REFERENCES stores (store_id),
    product_id    INTEGER NOT NULL REFERENCES products (product_id),
    shelf         TEXT NOT NULL,
    on_hand       INTEGER NOT NULL CHECK (on_hand >= 0),
    reorder_point INTEGER NOT NULL CHECK (reorder_point >= 0),
    counted_unix  INTEGER NOT NULL,                         -- last stocktaking
    PRIMARY KEY (store_id, product_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE customers (
    -- Everybody who ever opened an account, in the shop or online.
    customer_id    INTEGER PRIMARY KEY,
    public_id      BLOB NOT NULL CHECK (length(public_id) = 16),    -- a UUID, version 4, as bytes
    country_code   TEXT NOT NULL REFERENCES countries (country_code),
    given_name     TEXT NOT NULL,
    family_name    TEXT NOT NULL,
    family_first   INTEGER NOT NULL CHECK (family_first IN (0, 1)),
    display_name   TEXT GENERATED ALWAYS AS (
                       CASE family_first WHEN 1 THEN family_name || ' ' || given_name
                                         ELSE given_name || ' ' || family_name END) STORED,
    company        TEXT,                                    -- NULL: never asked; '': a private person
    email          TEXT COLLATE NOCASE CHECK (email LIKE '%_@_%._%'),
    phone          TEXT,
    address        TEXT,                                    -- several lines
    born_on        TEXT,
    is_subscribed  INTEGER NOT NULL DEFAULT 0 CHECK (is_subscribed IN (0, 1)),
    loyalty_points INTEGER NOT NULL DEFAULT 0,              -- one for every whole euro of each delivered order
    preferences    TEXT CHECK (preferences IS NULL OR json_valid(preferences)),
    notes          TEXT,                                    -- what colleagues wrote down, several lines
    created_at     TEXT NOT NULL,
    last_seen_unix INTEGER                                  -- last order; NULL: none yet
) STRICT;

CREATE TABLE orders (
    -- One row for each order or till receipt. Amounts are euro cents; the customer paid in `currency`.
    order_id       INTEGER PRIMARY KEY,
    order_number   VARCHAR(16) NOT NULL,                    -- as printed on the invoice: 'PP-26-0012345'
    customer_id    INTEGER NOT NULL REFERENCES customers (customer_id),
    store_id       INTEGER REFERENCES stores (store_id),    -- NULL: ordered online
    channel        TEXT GENERATED ALWAYS AS (CASE WHEN store_id IS NULL THEN 'online' ELSE 'shop' END) VIRTUAL,
    seller_id      INTEGER REFERENCES employees (employee_id),
    status         VARCHAR(12) NOT NULL
                   CHECK (status IN ('paid', 'shipped', 'delivered', 'returned', 'cancelled')),
    ordered_at     DATETIME NOT NULL,
    shipped_at     DATETIME,
    delivered_at   DATETIME,
    currency       CHAR(3) NOT NULL,
    fx_rate        TEXT NOT NULL,                           -- one euro in `currency` on that day, 4 decimals
    subtotal_cents INTEGER NOT NULL CHECK (subtotal_cents >= 0),
    shipping_cents INTEGER NOT NULL DEFAULT 0 CHECK (shipping_cents >= 0),
    coupon_code    VARCHAR(20),
    coupon_cents   INTEGER NOT NULL DEFAULT 0 CHECK (coupon_cents >= 0),
    total_cents    INTEGER GENERATED ALWAYS AS (subtotal_cents + shipping_cents - coupon_cents) STORED,
    vat_percent    DOUBLE NOT NULL,
    vat_cents      INTEGER GENERATED ALWAYS AS (            -- contained in the total
                       CAST(round((subtotal_cents + shipping_cents - coupon_cents) * vat_percent
                                  / (100 + vat_percent)) AS INTEGER)) VIRTUAL,
    is_gift        BOOLEAN NOT NULL DEFAULT 0,
    note           TEXT,                                    -- NULL: no such field at the till; '': left empty
    CHECK ((coupon_code IS NULL) = (coupon_cents = 0))
);

CREATE TABLE order_items (
    -- The lines of an order, numbered from 1.
    order_id         INTEGER NOT NULL REFERENCES orders (order_id) ON DELETE CASCADE,
    line_no          INTEGER NOT NULL CHECK (line_no > 0),
    product_id       INTEGER NOT NULL REFERENCES products (product_id),
    quantity         INTEGER NOT NULL CHECK (quantity > 0),
    unit_price_cents INTEGER NOT NULL CHECK (unit_price_cents >= 0),
    discount_percent INTEGER NOT NULL DEFAULT 0 CHECK (discount_percent BETWEEN 0 AND 90),
    line_total_cents INTEGER GENERATED ALWAYS AS (          -- rounded half up
                         (quantity * unit_price_cents * (100 - discount_percent) + 50) / 100) STORED,
    PRIMARY KEY (order_id, line_no)
) STRICT, WITHOUT ROWID;

CREATE TABLE payments (
    -- Money in and out. payment_id is the processor's own 64-bit number, well beyond 2^53.
    payment_id      INTEGER PRIMARY KEY,
    order_id        INTEGER NOT NULL REFERENCES orders (order_id),
    method          TEXT NOT NULL CHECK (method IN ('card', 'cash', 'invoice', 'wallet')),
    status          TEXT NOT NULL CHECK (status IN ('captured', 'declined', 'refunded')),
    amount_cents    INTEGER NOT NULL,                       -- refunds are negative
    amount          TEXT NOT NULL,                          -- the same in `currency`, decimal text: '-1234.50'
    currency        TEXT NOT NULL,
    card_last4      TEXT CHECK (card_last4 GLOB '[0-9][0-9][0-9][0-9]'),
    ip_address      TEXT,                                   -- IPv4 or IPv6; NULL: paid at a till
    processor_reply TEXT CHECK (processor_reply IS NULL OR json_valid(processor_reply)),
    paid_unix       INTEGER NOT NULL
) STRICT;

CREATE TABLE reviews (
    -- What customers say of a line they bought (a foreign key of two columns).
    review_id     INTEGER PRIMARY KEY,
    order_id      INTEGER NOT NULL,
    line_no       INTEGER NOT NULL,
    rating        INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
    language      TEXT NOT NULL,
    title         TEXT NOT NULL,
    body          TEXT,                                     -- NULL: removed by a moderator; '': stars only
    helpful_votes INTEGER NOT NULL DEFAULT 0,
    is_published  INTEGER NOT NULL CHECK (is_published IN (0, 1)),
    created_at    TEXT NOT NULL,
    FOREIGN KEY (order_id, line_no) REFERENCES order_items (order_id, line_no) ON DELETE CASCADE,
    UNIQUE (order_id, line_no)
) STRICT;

CREATE TABLE rental_units (
    -- The single things that are lent out, each with its own serial number.
    unit_id       INTEGER PRIMARY KEY,
    product_id    INTEGER NOT NULL REFERENCES products (product_id),
    store_id      INTEGER NOT NULL REFERENCES stores (store_id),
    serial_number TEXT NOT NULL UNIQUE,
    tracker_eui   INTEGER UNIQUE,                           -- EUI-64 of the tracker, read as a signed integer
    condition     TEXT NOT NULL CHECK (condition IN ('new', 'good', 'worn', 'retired')),
    bought_on     TEXT NOT NULL,
    retired_on    TEXT CHECK (retired_on > bought_on),
    CHECK ((condition = 'retired') = (retired_on IS NOT NULL))
) STRICT;

CREATE TABLE rentals (
    -- Who had which unit, from when to when. A unit is with one customer at a time.
    rental_id         INTEGER PRIMARY KEY,
    unit_id           INTEGER NOT NULL REFERENCES rental_units (unit_id),
    customer_id       INTEGER NOT NULL REFERENCES customers (customer_id),
    out_at            TEXT NOT NULL,
    due_on            TEXT NOT NULL,
    back_at           TEXT,                                 -- NULL: still out
    days              INTEGER NOT NULL CHECK (days BETWEEN 1 AND 60),
    daily_rate_cents  INTEGER NOT NULL,
    fee_cents         INTEGER GENERATED ALWAYS AS (days * daily_rate_cents) STORED,
    late_fee_cents    INTEGER NOT NULL DEFAULT 0,
    deposit           TEXT NOT NULL,                        -- decimal text in euro
    damage            TEXT,                                 -- NULL: none
    CHECK (back_at IS NULL OR julianday(back_at) > julianday(out_at))
) STRICT;

CREATE TABLE weather_days (
    -- The weather at each shop, for the people who order the rain jackets.
    store_id       INTEGER NOT NULL REFERENCES stores (store_id),
    day            TEXT NOT NULL,
    temp_min_c     REAL NOT NULL,
    temp_max_c     REAL NOT NULL,
    rain_mm        REAL NOT NULL CHECK (rain_mm >= 0),
    sunshine_share REAL NOT NULL CHECK (sunshine_share BETWEEN 0 AND 1),
    summary        TEXT NOT NULL,
    PRIMARY KEY (store_id, day),
    CHECK (temp_max_c >= temp_min_c)
) STRICT, WITHOUT ROWID;

CREATE TABLE web_sessions (
    -- Visits to the online shop. session_id is a random signed 64-bit number.
    session_id   INTEGER PRIMARY KEY,
    customer_id  INTEGER REFERENCES customers (customer_id),    -- NULL: not signed in
    country_code TEXT REFERENCES countries (country_code),      -- NULL: not known
    device       TEXT NOT NULL CHECK (device IN ('phone', 'desktop', 'tablet', 'robot')),
    ip_address   TEXT NOT NULL,
    referrer     TEXT,                                          -- NULL: typed in or bookmarked
    campaign     TEXT CHECK (campaign IS NULL OR json_valid(campaign)),
    started_ms   INTEGER NOT NULL
) STRICT;

CREATE TABLE web_events (
    -- Everything that happened in those visits: the largest table. Kept for three months.
    event_id    INTEGER PRIMARY KEY,
    session_id  INTEGER NOT NULL REFERENCES web_sessions (session_id),
    happened_ms INTEGER NOT NULL,
    kind        TEXT NOT NULL
                CHECK (kind IN ('view', 'search', 'cart_add', 'cart_remove', 'checkout', 'purchase', 'error')),
    path        TEXT NOT NULL,
    product_id  INTEGER REFERENCES products (product_id),
    order_id    INTEGER REFERENCES orders (order_id),
    load_ms     REAL,                                           -- NULL: the browser did not say
    payload     TEXT CHECK (payload IS NULL OR json_valid(payload))
) STRICT;

CREATE TABLE lab_tests (
    -- Our own small laboratory. `reading` is what the instrument sent, of whatever type it sends (ANY keeps it).
    test_id     INTEGER PRIMARY KEY,
    product_id  INTEGER REFERENCES products (product_id),   -- NULL: the instrument itself was tested
    instrument  TEXT NOT NULL,
    quantity    TEXT NOT NULL,
    unit        TEXT,
    reading     ANY,
    value       REAL,                                       -- NULL: no number could be made of it
    uncertainty TEXT,                                       -- decimal text, as many digits as are known
    tested_at   TEXT NOT NULL,
    remark      TEXT
) STRICT;

CREATE TABLE audit_log (
    -- Changes that somebody may ask about later. Written by triggers; rows can be added, never changed.
    audit_id   INTEGER PRIMARY KEY,
    changed_at TEXT NOT NULL,                               -- UTC, with Z
    actor      TEXT NOT NULL,
    table_name TEXT NOT NULL,
    row_key    TEXT NOT NULL,
    action     TEXT NOT NULL CHECK (action IN ('insert', 'update', 'delete')),
    before     TEXT CHECK (before IS NULL OR json_valid(before)),
    after      TEXT CHECK (after IS NULL OR json_valid(after))
) STRICT;

-- ===================================================================== part 2: after the rows

-- Indexes: unique, partial, on expressions, of several columns, descending.

CREATE UNIQUE INDEX customers_email ON customers (email) WHERE email IS NOT NULL;
CREATE UNIQUE INDEX customers_public_id ON customers (public_id);
CREATE INDEX customers_family_name ON customers (lower(family_name), given_name);
CREATE UNIQUE INDEX orders_order_number ON orders (order_number);
CREATE INDEX orders_customer ON orders (customer_id, ordered_at DESC);
CREATE INDEX orders_month ON orders (substr(ordered_at, 1, 7));
CREATE INDEX orders_open ON orders (ordered_at) WHERE status IN ('paid', 'shipped');
CREATE INDEX order_items_product ON order_items (product_id, order_id);
CREATE INDEX payments_order ON payments (order_id);
CREATE UNIQUE INDEX product_suppliers_preferred ON product_suppliers (product_id) WHERE is_preferred = 1;
CREATE INDEX product_suppliers_supplier ON product_suppliers (supplier_id);
CREATE INDEX products_category ON products (category_id, list_price_cents);
CREATE INDEX products_colour ON products (json_extract(attributes, '$.colour'));
CREATE INDEX employees_manager ON employees (manager_id);
CREATE INDEX rentals_unit ON rentals (unit_id, out_at);
CREATE INDEX rentals_out ON rentals (due_on) WHERE back_at IS NULL;
CREATE INDEX web_events_session ON web_events (session_id);
CREATE INDEX web_events_money ON web_events (kind, product_id) WHERE kind IN ('cart_add', 'purchase');
CREATE INDEX audit_log_row ON audit_log (table_name, row_key);

-- Views

CREATE VIEW customer_overview AS
    -- One row for each customer: what they ordered, brought back and rented.
    SELECT c.customer_id, c.display_name, k.name AS country, c.email, count(o.order_id) AS orders,
           coalesce(sum(o.total_cents), 0) / 100.0 AS spent_eur,
           min(o.ordered_at) AS first_order_at, max(o.ordered_at) AS last_order_at,
           (SELECT count(*) FROM rentals AS r WHERE r.customer_id = c.customer_id) AS rentals
      FROM customers AS c
      JOIN countries AS k USING (country_code)
      LEFT JOIN orders AS o ON o.customer_id = c.customer_id AND o.status NOT IN ('cancelled', 'returned')
     GROUP BY c.customer_id;

CREATE VIEW order_lines AS
    -- Orders with everything spelled out: the view to start a question from.
    SELECT o.order_number, o.ordered_at, o.channel, coalesce(s.name, 'Online shop') AS store, k.name AS country,
           c.display_name AS customer, p.name AS product, g.name AS category, i.quantity,
           i.unit_price_cents / 100.0 AS unit_price_eur, i.discount_percent, i.line_total_cents / 100.0 AS line_total_eur
      FROM order_items AS i
      JOIN orders AS o USING (order_id)
      JOIN customers AS c USING (customer_id)
      JOIN countries AS k USING (country_code)
      JOIN products AS p USING (product_id)
      JOIN categories AS g USING (category_id)
      LEFT JOIN stores AS s ON s.store_id = o.store_id;

CREATE VIEW monthly_revenue AS
    -- Revenue by month with growth, a running total of the year and the mean of three months.
    WITH months AS (
        SELECT substr(ordered_at, 1, 7) AS month, count(*) AS orders, sum(total_cents) AS cents
          FROM orders
         WHERE status NOT IN ('cancelled', 'returned')
         GROUP BY substr(ordered_at, 1, 7)
    )
    SELECT month, orders, cents / 100.0 AS revenue_eur,
           round(100.0 * (cents - lag(cents, 12) OVER by_month) / lag(cents, 12) OVER by_month, 1) AS year_on_year_percent,
           sum(cents) OVER (PARTITION BY substr(month, 1, 4) ORDER BY month) / 100.0 AS year_to_date_eur,
           round(avg(cents) OVER (ORDER BY month ROWS 2 PRECEDING) / 100.0, 2) AS three_month_mean_eur
      FROM months
    WINDOW by_month AS (ORDER BY month);

CREATE VIEW category_paths AS
    -- The tree of categories, each with the way to it from the top.
    WITH RECURSIVE tree (category_id, depth, path, sort_key) AS (
        SELECT category_id, 0, name, printf('%03d', position) FROM categories WHERE parent_id IS NULL
        UNION ALL
        SELECT c.category_id, t.depth + 1, t.path || ' › ' || c.name, t.sort_key || printf('.%03d', c.position)
          FROM categories AS c JOIN tree AS t ON c.parent_id = t.category_id
    )
    SELECT category_id, depth, path, sort_key FROM tree ORDER BY sort_key;

CREATE VIEW product_ranking AS
    -- Units and revenue of each product, and its place within its category.
    SELECT p.product_id, p.sku, p.name, g.name AS category, sum(i.quantity) AS units,
           sum(i.line_total_cents) / 100.0 AS revenue_eur,
           rank() OVER (PARTITION BY p.category_id ORDER BY sum(i.line_total_cents) DESC) AS place_in_category,
           round(100.0 * sum(i.line_total_cents) / sum(sum(i.line_total_cents)) OVER (), 3) AS share_percent
      FROM products AS p
      JOIN categories AS g USING (category_id)
      JOIN order_items AS i USING (product_id)
      JOIN orders AS o USING (order_id)
     WHERE o.status NOT IN ('cancelled', 'returned')
     GROUP BY p.product_id;

CREATE VIEW rentals_overdue AS
    -- Units that should have been back by 31 October 2026, the last day in the books.
    SELECT r.rental_id, s.name AS store, p.name AS product, u.serial_number, c.display_name AS customer, c.phone,
           r.due_on, CAST(julianday('2026-10-31') - julianday(r.due_on) AS INTEGER) AS days_late
      FROM rentals AS r
      JOIN rental_units AS u USING (unit_id)
      JOIN products AS p USING (product_id)
      JOIN stores AS s USING (store_id)
      JOIN customers AS c USING (customer_id)
     WHERE r.back_at IS NULL AND r.due_on < '2026-10-31'
     ORDER BY r.due_on;

CREATE VIEW shopping_list AS
    -- What has to be ordered, where, and from whom.
    SELECT s.name AS store, p.sku, p.name AS product, k.on_hand, k.reorder_point,
           k.reorder_point * 2 - k.on_hand AS to_order, v.name AS supplier, ps.lead_time_days, ps.cost
      FROM stock AS k
      JOIN stores AS s USING (store_id)
      JOIN products AS p USING (product_id)
      JOIN product_suppliers AS ps ON ps.product_id = p.product_id AND ps.is_preferred = 1
      JOIN suppliers AS v USING (supplier_id)
     WHERE k.on_hand < k.reorder_point AND p.discontinued_on IS NULL;

CREATE VIEW price_list AS
    -- The prices on the labels. Updating `price` here changes the product (see the trigger).
    SELECT product_id, sku, name, list_price AS price, CASE is_rentable WHEN 1 THEN daily_rate_cents / 100.0 END AS per_day_eur
      FROM products
     WHERE discontinued_on IS NULL;

-- Triggers

CREATE TRIGGER price_list_update INSTEAD OF UPDATE OF price ON price_list
BEGIN
    UPDATE products SET list_price = printf('%.2f', NEW.price) WHERE product_id = OLD.product_id;
END;

CREATE TRIGGER products_price_changed AFTER UPDATE OF list_price ON products
WHEN OLD.list_price IS NOT NEW.list_price
BEGIN
    INSERT INTO audit_log (changed_at, actor, table_name, row_key, action, before, after)
    VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 'sql', 'products', NEW.product_id, 'update',
            json_object('list_price', OLD.list_price), json_object('list_price', NEW.list_price));
END;

CREATE TRIGGER customers_changed AFTER UPDATE OF given_name, family_name, email, phone, address ON customers
BEGIN
    INSERT INTO audit_log (changed_at, actor, table_name, row_key, action, before, after)
    VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 'sql', 'customers', NEW.customer_id, 'update',
            json_object('name', OLD.display_name, 'email', OLD.email, 'phone', OLD.phone, 'address', OLD.address),
            json_object('name', NEW.display_name, 'email', NEW.email, 'phone', NEW.phone, 'address', NEW.address));
END;

CREATE TRIGGER customers_deleted AFTER DELETE ON customers
BEGIN
    INSERT INTO audit_log (changed_at, actor, table_name, row_key, action, before)
    VALUES (strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), 'sql', 'customers', OLD.customer_id, 'delete',
            json_object('name', OLD.display_name, 'email', OLD.email));
END;

CREATE TRIGGER order_items_inserted AFTER INSERT ON order_items
BEGIN
    -- A new line takes its goods from the shop's shelf, or from the warehouse for an online order.
    UPDATE stock SET on_hand = on_hand - NEW.quantity
     WHERE product_id = NEW.product_id
       AND store_id = (SELECT coalesce(store_id, 1) FROM orders WHERE order_id = NEW.order_id);
    UPDATE orders SET subtotal_cents = subtotal_cents + NEW.line_total_cents WHERE order_id = NEW.order_id;
END;

CREATE TRIGGER order_items_updated AFTER UPDATE ON order_items
BEGIN
    UPDATE stock SET on_hand = on_hand + OLD.quantity
     WHERE product_id = OLD.product_id
       AND store_id = (SELECT coalesce(store_id, 1) FROM orders WHERE order_id = OLD.order_id);
    UPDATE stock SET on_hand = on_hand - NEW.quantity
     WHERE product_id = NEW.product_id
       AND store_id = (SELECT coalesce(store_id, 1) FROM orders WHERE order_id = NEW.order_id);
    UPDATE orders SET subtotal_cents = subtotal_cents - OLD.line_total_cents WHERE order_id = OLD.order_id;
    UPDATE orders SET subtotal_cents = subtotal_cents + NEW.line_total_cents WHERE order_id = NEW.order_id;
END;

CREATE TRIGGER order_items_deleted AFTER DELETE ON order_items
BEGIN
    UPDATE stock SET on_hand = on_hand + OLD.quantity
     WHERE product_id = OLD.product_id
       AND store_id = (SELECT coalesce(store_id, 1) FROM orders WHERE order_id = OLD.order_id);
    UPDATE orders SET subtotal_cents = subtotal_cents - OLD.line_total_cents WHERE order_id = OLD.order_id;
END;

CREATE TRIGGER orders_deleted BEFORE DELETE ON orders
BEGIN
    -- While the order is still there, so that its goods find their way back to the right shelf.
    DELETE FROM order_items WHERE order_id = OLD.order_id;
END;

CREATE TRIGGER rentals_unit_is_free BEFORE INSERT ON rentals
WHEN EXISTS (SELECT 1 FROM rentals WHERE unit_id = NEW.unit_id AND back_at IS NULL)
BEGIN
    SELECT RAISE(ABORT, 'This unit is still out: it has to come back before it can be rented again.');
END;

CREATE TRIGGER audit_log_keeps_its_rows BEFORE DELETE ON audit_log
BEGIN
    SELECT RAISE(ABORT, 'The audit log only grows.');
END;

CREATE TRIGGER audit_log_is_not_rewritten BEFORE UPDATE ON audit_log
BEGIN
    SELECT RAISE(ABORT, 'The audit log only grows.');
END;
