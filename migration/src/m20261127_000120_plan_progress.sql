-- The numbers of a plan's action items, kept with every change of an item. No row means no items.
create table plan_progress (
    tenant_id uuid not null,
    plan_id uuid not null,
    items integer not null,
    cancelled integer not null,
    in_progress integer not null,
    blocked integer not null,
    done integer not null,
    percent integer not null,
    constraint plan_progress_pk primary key (tenant_id, plan_id),
    constraint plan_progress_plan_fk foreign key (tenant_id, plan_id) references plans (tenant_id, id) on delete cascade
){storage};

-- The version of an item that the numbers contain. A release before this one leaves it behind.
alter table action_items add column counted_version bigint not null default 0;

insert into plan_progress (tenant_id, plan_id, items, cancelled, in_progress, blocked, done, percent)
select i.tenant_id, i.plan_id,
    count(case when i.status <> 'cancelled' then 1 end),
    count(case when i.status = 'cancelled' then 1 end),
    count(case when i.status = 'in_progress' then 1 end),
    count(case when i.status = 'blocked' then 1 end),
    count(case when i.status = 'done' then 1 end),
    coalesce(sum(case when i.status <> 'cancelled' then i.progress_percent end), 0)
from action_items i group by i.tenant_id, i.plan_id;

-- What is open, by when it is late. Progress alone changes none of its columns.
drop index action_items_by_progress;
create index action_items_open on action_items (tenant_id, plan_id, overdue_from, due_on)
    where status not in ('done', 'cancelled');
