# shop
set names utf8mb4; set @a:=1, @b = 'x';
DROP TABLE IF EXISTS `item`;
/*!40101 SET @saved_cs_client     = @@character_set_client */;
create table `item` (`id` int unsigned not null auto_increment, `name` varchar(40) character set utf8mb4 default null comment 'its name', `price` decimal(10,2), primary key (`id`), key `by_name` (`name`(10)), constraint `fk` foreign key (`kind`) references `kind` (`id`) on delete cascade on update no action) ENGINE=InnoDB default charset=utf8mb4 comment='all items';
insert into item values (1,'tent',199.5),(2,'rope',20.0),(3,'it\'s; "quoted"',54.25) on duplicate key update name=values(name), price = values(price);
DELIMITER //
create procedure p(in a int)
begin
  select 1; select count(*) from item;
end//
DELIMITER ;
select sql_calc_found_rows i.name, if(i.price>100,'dear','cheap') as `class`, count( * ), group_concat(distinct t.tag order by t.tag separator ', ') from item i left outer join tag t on t.item=i.id and t.kind<=>'x' where i.name regexp '^a' && i.price-1>-5 group by i.name with rollup limit 10,20\G
update item i, kind k set i.price=i.price*1.1, i.changed=now() where i.kind=k.id and k.name='tent' and i.price between 10 and 20;
replace into item set id=1, name='x';
