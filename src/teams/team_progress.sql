-- $1 is the tenant, $2 the manager, $3 the current time; ($4, $5) is the key of the last row of the previous page. $6
-- is the manager again to include the people whose acting manager this person is, or an id that no person has. The
-- numbers of items are kept beside each plan. What is late changes with time alone: an index of open items tells. A
-- line that ends with the name of an engine is for that one alone. PostgreSQL looks up all plans of the team in one
-- pass of an index, which takes it less time than plan by plan; SQLite takes more for that. A person without a plan has
-- their own id in place of the plan's id in the key.
with reports as (
    -- With the manager whose agreement counts, and the one beside whom an acting manager agrees.
    select o.id, o.display_name, o.title, o.manager_id as counts_id, o.manager_id
    from people o
    where o.tenant_id = $1 and o.manager_id = $2 and o.active
    union all
    select o.id, o.display_name, o.title,
        (select m.id from people m where m.tenant_id = $1 and m.id = o.manager_id and m.active) as counts_id,
        o.manager_id
    from people o
    where o.tenant_id = $1 and o.active and (o.manager_id <> $2) is not false and o.id in (
        select x.person_id from relations x
        where x.tenant_id = $1 and x.other_id = $6 and x.kind = 'acting'
            and x.starts_at <= $3 and (x.ends_at is null or x.ends_at > $3))
),
team as materialized (
    select o.id as person_id, o.display_name, o.title, o.counts_id,
        p.id as plan_id, p.status as plan_status, p.shared_at, p.owner_agreed_at, p.closed_up_to,
        -- Looked up only where some manager has agreed.
        case when p.manager_agreed_at is not null then (
            select min(a.agreed_at) from agreements a
            where a.tenant_id = $1 and a.plan_id = p.id and a.revision = p.latest_revision
                and (a.person_id = o.counts_id or a.acting and a.manager_id is not distinct from o.manager_id)
        ) end as manager_agreed_at
    from reports o
    left join plans p on p.tenant_id = $1 and p.owner_id = o.id and p.status <> 'archived'
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
    select t.*, c.items, c.done, c.in_progress, c.blocked, c.percent,
        l.overdue, l.next_due_on -- PostgreSQL
        case when t.shared_at is not null and t.plan_status <> 'completed' then ( -- SQLite
            select count(*) from action_items i -- SQLite
            where i.tenant_id = $1 and i.plan_id = t.plan_id and i.status not in ('done', 'cancelled') -- SQLite
                and i.overdue_from <= $3 -- SQLite
        ) end as overdue -- SQLite
    from team t
    left join plan_progress c on c.tenant_id = $1 and c.plan_id = t.plan_id and t.shared_at is not null -- SQLite
    -- What a draft holds is its owner's alone, and nothing of a completed plan is due.
    left join ( -- PostgreSQL
        select g.plan_id, g.items, g.done, g.in_progress, g.blocked, g.percent -- PostgreSQL
        from plan_progress g -- PostgreSQL
        where g.tenant_id = $1 and g.plan_id = any (array( -- PostgreSQL
            select plan_id from team where shared_at is not null)) -- PostgreSQL
    ) c on c.plan_id = t.plan_id -- PostgreSQL
    left join ( -- PostgreSQL
        select i.plan_id, -- PostgreSQL
            count(*) filter (where i.overdue_from <= $3) as overdue, -- PostgreSQL
            min(i.due_on) filter (where i.overdue_from > $3) as next_due_on -- PostgreSQL
        from action_items i -- PostgreSQL
        where i.tenant_id = $1 and i.status not in ('done', 'cancelled') and i.plan_id = any (array( -- PostgreSQL
            select plan_id from team where shared_at is not null and plan_status <> 'completed')) -- PostgreSQL
        group by i.plan_id -- PostgreSQL
    ) l on l.plan_id = t.plan_id -- PostgreSQL
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
    g.next_due_on, -- PostgreSQL
    case when g.shared_at is not null and g.plan_status <> 'completed' then ( -- SQLite
        select min(i.due_on) from action_items i -- SQLite
        where i.tenant_id = $1 and i.plan_id = g.plan_id and i.status not in ('done', 'cancelled') -- SQLite
            and i.overdue_from > $3 -- SQLite
    ) end as next_due_on, -- SQLite
    case when g.shared_at is not null then (
        select max(i.shared_progress_at) from action_items i
        where i.tenant_id = $1 and i.plan_id = g.plan_id and i.status <> 'cancelled'
    ) end as last_progress_at,
    exists (
        select 1 from feedback_requests r
        where r.tenant_id = $1 and r.plan_id = g.plan_id and r.reviewer_id in ($2, g.counts_id) and r.status = 'open'
    ) as feedback_asked,
    exists (
        select 1 from feedback f
        where f.tenant_id = $1 and f.plan_id = g.plan_id and f.status = 'submitted' and f.revision > g.closed_up_to
    ) as feedback_unread
from team_totals
cross join item_totals
left join page g on true
order by g.person_id, coalesce(g.plan_id, g.person_id)
