.headers on
pragma foreign_keys=on;
create table if not exists [order] (id integer primary key autoincrement, [from] text not null collate nocase, "to" text default 'x' check (length("to")<10), at datetime default current_timestamp, unique ([from],"to")) without rowid, strict;


create trigger t after insert on [order] begin
  update total set n=n+1;
end;
with recursive c(x) as (values(1) union all select x+1 from c where x<100) select x, iif(x%2=0,'even','odd') from c where x is not null and x not in (3,5,7) limit 5;
insert or replace into "order"(id,[from]) select id, name from person where id = :id and name glob $name returning id;
select json_extract(data,'$.a') -> 'b', data->>'c', -x, a||b||'a long text that does not fit on one line'||c||d from t where rowid=?1 and (a,b)=(1,2);
