-- A page of the progress of a team, with the totals of all rows that the filters leave. Begins with members.sql; $4
-- is the caller. The numbers of items are kept beside each plan. What is late changes with time alone: an index of
-- open items tells. `once` looks up the plans of the team in one pass of an index, which takes PostgreSQL less time
-- than plan by plan; for SQLite, and for teams that may be large, `each` plan is looked up. A person without a plan
-- has their own id in the place of the plan's.
{members},
team as materialized (
    select m.id as person_id, m.display_name, m.title, m.department, m.manager_id, m.is_acted,
        p.id as plan_id, coalesce(p.id, m.id) as row_id, p.status as plan_status, p.shared_at, p.owner_agreed_at,
        p.manager_agreed_at, p.closed_up_to
    from members m
    left join plans p on p.tenant_id = $1 and p.owner_id = m.id and p.status <> 'archived'
    where true{of_team}
),
counted as materialized (
    select t.*{early}, c.items, c.done, c.in_progress, c.blocked, c.percent,
        l.overdue, l.next_due_on -- once
        case when t.shared_at is not null and t.plan_status <> 'completed' then ( -- each
            select count(*) from action_items i -- each
            where i.tenant_id = $1 and i.plan_id = t.plan_id and i.status not in ('done', 'cancelled') -- each
                and i.overdue_from <= $3 -- each
        ) end as overdue -- each
    from team t
    left join plan_progress c on c.tenant_id = $1 and c.plan_id = t.plan_id and t.shared_at is not null -- each
    -- What a draft holds is its owner's alone, and nothing of a completed plan is due.
    left join ( -- once
        select g.plan_id, g.items, g.done, g.in_progress, g.blocked, g.percent -- once
        from plan_progress g -- once
        where g.tenant_id = $1 and g.plan_id = any (array( -- once
            select plan_id from team where shared_at is not null)) -- once
    ) c on c.plan_id = t.plan_id -- once
    left join ( -- once
        select i.plan_id, -- once
            count(*) filter (where i.overdue_from <= $3) as overdue, -- once
            min(i.due_on) filter (where i.overdue_from > $3) as next_due_on -- once
        from action_items i -- once
        where i.tenant_id = $1 and i.status not in ('done', 'cancelled') and i.plan_id = any (array( -- once
            select plan_id from team where shared_at is not null and plan_status <> 'completed')) -- once
        group by i.plan_id -- once
    ) l on l.plan_id = t.plan_id -- once
),
totals as (
    select count(*) as people, count(p.with_plan) as with_plan, count(p.shared) as shared, count(p.agreed) as agreed,
        cast(coalesce(sum(p.items), 0) as bigint) as all_items,
        cast(coalesce(sum(p.done), 0) as bigint) as all_done,
        cast(coalesce(sum(p.in_progress), 0) as bigint) as all_in_progress,
        cast(coalesce(sum(p.blocked), 0) as bigint) as all_blocked,
        cast(coalesce(sum(p.overdue), 0) as bigint) as all_overdue,
        cast(coalesce(sum(p.percent), 0) as bigint) as all_percent
    from (
        select
            max(case when g.plan_id is not null then 1 end) as with_plan,
            max(case when g.shared_at is not null then 1 end) as shared,
            max(case when g.plan_status in ('agreed', 'completed') then 1 end) as agreed,
            sum(g.items) as items, sum(g.done) as done, sum(g.in_progress) as in_progress,
            sum(g.blocked) as blocked, sum(g.overdue) as overdue, sum(g.percent) as percent
        from counted g
        where true{filters}
        group by g.person_id
    ) p
),
page as (
    select * from counted g
    where true{filters}{after}
    order by {order}
    limit {limit}
)
select totals.*, g.person_id, g.display_name, g.title, g.department, g.manager_id, g.plan_id, g.plan_status,
    g.shared_at,
    g.owner_agreed_at,
    cast(coalesce(g.items, 0) as bigint) as items,
    cast(coalesce(g.done, 0) as bigint) as done,
    cast(coalesce(g.in_progress, 0) as bigint) as in_progress,
    cast(coalesce(g.blocked, 0) as bigint) as blocked,
    coalesce(g.overdue, 0) as overdue,
    cast(coalesce(g.percent, 0) as bigint) as percent,
    {late}
from totals
left join page g on true
order by {order}
