-- $1 is the tenant, $2 the manager, $3 the current time; ($4, $5) is the key of the last row of the previous page.
-- The numbers of items are kept beside each plan. What is late changes with time alone: an index of open items tells.
-- What a draft holds is its owner's alone. `{in}` has PostgreSQL look up all plans in one pass of an index: a join
-- looks them up one by one, or reads the table.
-- A person without a plan has their own id in place of the plan's id in the key.
with team as materialized (
    select o.id as person_id, o.display_name, o.title,
        p.id as plan_id, p.status as plan_status, p.shared_at, p.owner_agreed_at, p.closed_up_to,
        a.agreed_at as manager_agreed_at
    from people o
    left join plans p on p.tenant_id = $1 and p.owner_id = o.id and p.status <> 'archived'
    -- Looked up only where some manager has agreed.
    left join agreements a on a.tenant_id = $1 and a.plan_id = case when p.manager_agreed_at is not null then p.id end
        and a.revision = p.latest_revision and a.person_id = $2
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
plans_counted as materialized (
    select t.*, c.items, c.done, c.in_progress, c.blocked, c.percent, l.overdue, l.next_due_on
    from team t
    left join (
        select g.plan_id, g.items, g.done, g.in_progress, g.blocked, g.percent
        from plan_progress g
        where g.tenant_id = $1 and g.plan_id {in}(select plan_id from team where shared_at is not null){end}
    ) c on c.plan_id = t.plan_id
    left join (
        select i.plan_id,
            count(*) filter (where i.overdue_from <= $3) as overdue,
            min(i.due_on) filter (where i.overdue_from > $3) as next_due_on
        from action_items i
        -- Nothing of a completed plan is due.
        where i.tenant_id = $1 and i.status not in ('done', 'cancelled') and i.plan_id {in}(
            select plan_id from team where shared_at is not null and plan_status <> 'completed'){end}
        group by i.plan_id
    ) l on l.plan_id = t.plan_id
),
item_totals as (
    select
        cast(coalesce(sum(items), 0) as bigint) as all_items,
        cast(coalesce(sum(done), 0) as bigint) as all_done,
        cast(coalesce(sum(in_progress), 0) as bigint) as all_in_progress,
        cast(coalesce(sum(blocked), 0) as bigint) as all_blocked,
        cast(coalesce(sum(overdue), 0) as bigint) as all_overdue,
        cast(coalesce(sum(percent), 0) as bigint) as all_percent
    from plans_counted
),
page as (
    select * from plans_counted
    where (person_id, coalesce(plan_id, person_id)) > ($4, $5)
    order by person_id, coalesce(plan_id, person_id)
    limit {limit}
)
select team_totals.*, item_totals.*, g.person_id, g.display_name, g.title, g.plan_id, g.plan_status, g.shared_at,
    g.owner_agreed_at, g.manager_agreed_at,
    cast(coalesce(g.items, 0) as bigint) as items,
    cast(coalesce(g.done, 0) as bigint) as done,
    cast(coalesce(g.in_progress, 0) as bigint) as in_progress,
    cast(coalesce(g.blocked, 0) as bigint) as blocked,
    coalesce(g.overdue, 0) as overdue,
    cast(coalesce(g.percent, 0) as bigint) as percent,
    g.next_due_on, h.last_progress_at,
    exists (
        select 1 from feedback_requests r
        where r.tenant_id = $1 and r.plan_id = g.plan_id and r.reviewer_id = $2 and r.status = 'open'
    ) as feedback_asked,
    exists (
        select 1 from feedback f
        where f.tenant_id = $1 and f.plan_id = g.plan_id and f.status = 'submitted' and f.revision > g.closed_up_to
    ) as feedback_unread
from team_totals
cross join item_totals
left join page g on true
left join (
    select i.plan_id, max(i.shared_progress_at) as last_progress_at
    from action_items i
    where i.tenant_id = $1 and i.status <> 'cancelled' and i.plan_id {in}(
        select plan_id from page where shared_at is not null){end}
    group by i.plan_id
) h on h.plan_id = g.plan_id
order by g.person_id, coalesce(g.plan_id, g.person_id)
