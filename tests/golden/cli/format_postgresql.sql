-- report.sql
\set limit 10
\echo 'starting'  
select a.id,a.name , count(*) as n, sum(b.total)::numeric(10,2) from accounts a left join balances b on b.account_id=a.id where a.active and b.total>100 group by a.id,a.name order by n desc, a.name limit 10;
select 1;
with recent as (select * from orders where created > now() - interval '1 day'), big as (select id from recent where total > 1000 and status in ('a','b','c') and customer_id in (select id from customers where country = 'NZ' and vip))
select case when x=1 then 'one' when x=2 then 'two and something long enough' when x = 3 then 'three' else 'many' end as label, -- the label
 coalesce(a,b,-1) over (partition by x order by y desc rows between unbounded preceding and current row) from big
-- only big ones
join other using(id) where a between 1 and 2 or b is not distinct from c union all select 1,2;


-- a comment
insert into t(a,b,c) values (1,2,3),(4,5,6) on conflict (a) do update set a=excluded.a, b = excluded.b where t.x > 1 returning *; -- trailing
insert into t(a,b,c) values (1,2,3);
update accounts set balance=balance-100,updated_at=now(), name = 'a very long string that makes it too long', x = - -1 where id=5;
create table t (id int primary key, name varchar(20) not null default 'x', total numeric(10,2) check (total>0), foreign key (id) references other(id) on delete cascade);
create view v as select a, b, c, d, e, f from some_table where some_condition = 1 and another_condition = 2;
delete from t where id = 1;
create index concurrently idx on t(a,b) where a > 1;
alter table t add column a int, drop column b, add constraint x foreign key (a) references very_long_table_name(id);
create or replace function f(a int) returns int language plpgsql as $$
begin
  return 1;
end
$$;
select '{}'::jsonb->>'a', arr[1:2], x :: int, f(a=>1), :name, t.*, a.b.c, 'a'
'b', array[1,2,3], E'x\n', -1, a-1, (a+b)*c, not(a), exists(select 1), x in(1,2), date '2020-01-01' + interval '1' day;
copy t (a, b) from stdin;
1	x
2	'y
\.
grant select,insert on table a,b to reader;
merge into stock s using delivery d on s.id=d.id when matched and d.amount=0 then delete when matched then update set amount=s.amount+d.amount, changed=now() when not matched then insert (id,amount) values (d.id,d.amount);
select string_agg(name, ', ' order by name), count(*) filter (where price > 100 and not is_hidden), rank() over w from item window w as (partition by kind order by price desc) for update skip locked;
select * from a, lateral (select b.x from b where b.a = a.id order by b.x limit 1) as newest where (a.x > 1 or a.y is null and a.z not between 1 and 2) and a.note like '%very long text to make it break%';
begin; commit;
