-- The history of a team: what changes of its sums in each period. Begins with members.sql. A period is the number of
-- the first one at whose end something is so; {periods} is one beyond the last. {…_in} is the period of an instant.
--
-- An update counts with the difference that it makes to the one before, or to the item as it was created: nothing. What
-- lies before the plan was shared counts when it is, as the state that it was shared in. An item that is due counts as
-- overdue while it is open, until its plan is completed.
{members},
items as materialized (
    select i.id, i.status, i.progress_percent, i.last_progress_at,
        {greatest}({created_in}, {shared_in}) as since,
        case when i.overdue_from is not null then {due_in} else {periods} end as due_in,
        case when p.status = 'completed' then {ended_in} else {periods} end as ended_in
    from members m
    join plans p on p.tenant_id = $1 and p.owner_id = m.id and p.status <> 'archived' and p.shared_at is not null
    join action_items i on i.tenant_id = $1 and i.plan_id = p.id
    where true{of_team}
),
updates as (
    select u.status, u.progress_percent, i.since, i.due_in, i.ended_in, {recorded_in} as recorded_in,
        lag(u.status) over (partition by u.action_item_id order by u.id) as was,
        lag(u.progress_percent) over (partition by u.action_item_id order by u.id) as percent_was
    from items i
    join progress_updates u on u.tenant_id = $1 and u.action_item_id = i.id
),
changes as (
    -- The item itself: as it is, if it has no updates.
    select i.since as period, i.due_in, i.ended_in,
        case when i.last_progress_at is null and i.status = 'cancelled' then 0 else 1 end as items,
        case when i.last_progress_at is null and i.status = 'done' then 1 else 0 end as done,
        case when i.last_progress_at is null and i.status in ('done', 'cancelled') then 0 else 1 end as pending,
        case when i.last_progress_at is null and i.status <> 'cancelled' then i.progress_percent else 0 end as percent
    from items i
    union all
    select {greatest}(u.recorded_in, u.since), u.due_in, u.ended_in,
        case when u.status = 'cancelled' then 0 else 1 end - case when u.was = 'cancelled' then 0 else 1 end,
        case when u.status = 'done' then 1 else 0 end - case when u.was = 'done' then 1 else 0 end,
        case when u.status in ('done', 'cancelled') then 0 else 1 end
            - case when u.was in ('done', 'cancelled') then 0 else 1 end,
        case when u.status = 'cancelled' then 0 else u.progress_percent end
            - case when u.was = 'cancelled' then 0 else coalesce(u.percent_was, 0) end
    from updates u
),
grouped as materialized (
    select c.period, c.due_in, c.ended_in, sum(c.items) as items, sum(c.done) as done, sum(c.pending) as pending,
        sum(c.percent) as percent
    from changes c
    where c.period < {periods}
    group by c.period, c.due_in, c.ended_in
),
steps as (
    select g.period, g.items, g.done, g.percent, 0 as planned, 0 as overdue
    from grouped g
    union all
    select {greatest}(g.period, g.due_in), 0, 0, 0, g.items,
        case when {greatest}(g.period, g.due_in) < g.ended_in then g.pending else 0 end
    from grouped g
    union all
    select g.ended_in, 0, 0, 0, 0, -g.pending
    from grouped g
    where {greatest}(g.period, g.due_in) < g.ended_in
)
select cast(s.period as bigint) as period,
    cast(sum(s.items) as bigint) as items,
    cast(sum(s.done) as bigint) as done,
    cast(sum(s.percent) as bigint) as percent,
    cast(sum(s.planned) as bigint) as planned,
    cast(sum(s.overdue) as bigint) as overdue
from steps s
where s.period < {periods}
group by s.period
order by s.period
