-- $1 is the tenant, $2 the manager, $3 now; ($4, $5) is the key after which the page begins.
-- A person without a plan stands under their own id in place of a plan's.
with team as materialized (
    select o.id, o.display_name, o.title
    from people o
    where o.tenant_id = $1 and o.manager_id = $2 and o.active
),
team_plans as materialized (
    select p.id, p.owner_id, p.status, p.shared_at, p.owner_agreed_at, p.manager_agreed_at
    from team t
    join plans p on p.tenant_id = $1 and p.owner_id = t.id
    where p.status <> 'archived'
),
counts as materialized (
    select i.plan_id,
        count(*) as items,
        sum(case when i.status = 'done' then 1 else 0 end) as done,
        sum(case when i.status = 'in_progress' then 1 else 0 end) as in_progress,
        sum(case when i.status = 'blocked' then 1 else 0 end) as blocked,
        sum(case when i.status <> 'done' and i.overdue_from <= $3 then 1 else 0 end) as overdue,
        sum(i.progress_percent) as percent,
        min(case when i.status <> 'done' then i.due_on end) as next_due_on,
        max(i.last_progress_at) as last_progress_at
    from team_plans p
    join action_items i on i.tenant_id = $1 and i.plan_id = p.id
    where p.shared_at is not null and i.status <> 'cancelled'
    group by i.plan_id
),
totals as (
    select
        (select count(*) from team) as people,
        (select count(distinct owner_id) from team_plans) as with_plan,
        (select count(distinct owner_id) from team_plans where shared_at is not null) as shared,
        (select count(distinct owner_id) from team_plans where status in ('agreed', 'completed')) as agreed,
        cast(coalesce(sum(items), 0) as bigint) as all_items,
        cast(coalesce(sum(done), 0) as bigint) as all_done,
        cast(coalesce(sum(in_progress), 0) as bigint) as all_in_progress,
        cast(coalesce(sum(blocked), 0) as bigint) as all_blocked,
        cast(coalesce(sum(overdue), 0) as bigint) as all_overdue,
        cast(coalesce(sum(percent), 0) as bigint) as all_percent
    from counts
),
page as (
    select t.id as person_id, t.display_name, t.title,
        p.id as plan_id, p.status as plan_status, p.shared_at, p.owner_agreed_at, p.manager_agreed_at
    from team t
    left join team_plans p on p.owner_id = t.id
    where (t.id, coalesce(p.id, t.id)) > ($4, $5)
    order by t.id, coalesce(p.id, t.id)
    limit {limit}
)
select totals.*, g.person_id, g.display_name, g.title, g.plan_id, g.plan_status, g.shared_at,
    g.owner_agreed_at, g.manager_agreed_at,
    coalesce(c.items, 0) as items,
    coalesce(c.done, 0) as done,
    coalesce(c.in_progress, 0) as in_progress,
    coalesce(c.blocked, 0) as blocked,
    coalesce(c.overdue, 0) as overdue,
    coalesce(c.percent, 0) as percent,
    c.next_due_on, c.last_progress_at,
    exists (
        select 1 from feedback_requests r
        where r.tenant_id = $1 and r.plan_id = g.plan_id and r.reviewer_id = $2 and r.status = 'open'
    ) as feedback_asked,
    exists (
        select 1 from feedback f
        where f.tenant_id = $1 and f.plan_id = g.plan_id and f.status = 'submitted'
    ) as feedback_unread
from totals
left join page g on true
left join counts c on c.plan_id = g.plan_id
order by g.person_id, coalesce(g.plan_id, g.person_id)
