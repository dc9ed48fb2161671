with recursive below as (
    select id, display_name, title from people where tenant_id = {tenant} and manager_id = {manager}
    union all
    select o.id, o.display_name, o.title from below b join people o on o.tenant_id = {tenant} and o.manager_id = b.id
),
team as (
    select b.id as person_id, b.display_name, b.title, p.id as plan_id, p.status, g.items, g.done, g.in_progress, g.blocked, g.percent,
        (select count(*) from action_items i where i.tenant_id = {tenant} and i.plan_id = p.id
            and i.status not in ('done', 'cancelled') and i.overdue_from <= {now}) as overdue
    from below b
    left join plans p on p.tenant_id = {tenant} and p.owner_id = b.id
    left join plan_progress g on g.tenant_id = {tenant} and g.plan_id = p.id
),
totals as (
    select count(*) as people, sum(items) as all_items, sum(done) as all_done, sum(in_progress) as all_in_progress,
        sum(blocked) as all_blocked, sum(overdue) as all_overdue, sum(percent) as all_percent
    from team
)
select * from totals, (select * from team order by person_id limit 26) page;
