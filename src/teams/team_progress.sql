-- $1 is the tenant, $2 the manager, $3 now; ($4, $5) is the key after which the page begins.
-- A person without a plan stands under their own id in place of a plan's.
with team as materialized (
    select o.id as person_id, o.display_name, o.title,
        p.id as plan_id, p.status as plan_status, p.shared_at, p.owner_agreed_at, p.manager_agreed_at
    from people o
    left join plans p on p.tenant_id = $1 and p.owner_id = o.id and p.status <> 'archived'
    where o.tenant_id = $1 and o.manager_id = $2 and o.active
),
team_totals as (
    select
        count(distinct person_id) as people,
        count(distinct case when plan_id is not null then person_id end) as with_plan,
        count(distinct case when shared_at is not null then person_id end) as shared,
        count(distinct case when plan_status in ('agreed', 'completed') then person_id end) as agreed
    from team
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
    from action_items i
    where i.tenant_id = $1 and i.plan_id in (select plan_id from team where shared_at is not null)
        and i.status <> 'cancelled'
    group by i.plan_id
),
item_totals as (
    select
        cast(coalesce(sum(items), 0) as bigint) as all_items,
        cast(coalesce(sum(done), 0) as bigint) as all_done,
        cast(coalesce(sum(in_progress), 0) as bigint) as all_in_progress,
        cast(coalesce(sum(blocked), 0) as bigint) as all_blocked,
        cast(coalesce(sum(overdue), 0) as bigint) as all_overdue,
        cast(coalesce(sum(percent), 0) as bigint) as all_percent
    from counts
),
page as (
    select * from team
    where (person_id, coalesce(plan_id, person_id)) > ($4, $5)
    order by person_id, coalesce(plan_id, person_id)
    limit {limit}
)
select team_totals.*, item_totals.*, g.person_id, g.display_name, g.title, g.plan_id, g.plan_status, g.shared_at,
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
from team_totals
cross join item_totals
left join page g on true
left join counts c on c.plan_id = g.plan_id
order by g.person_id, coalesce(g.plan_id, g.person_id)
