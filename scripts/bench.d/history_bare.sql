select w.at, count(*) as items, count(*) filter (where u.status = 'done') as done, sum(u.progress_percent) as percent,
    count(*) filter (where i.overdue_from <= w.at) as planned,
    count(*) filter (where i.overdue_from <= w.at and u.status is distinct from 'done') as overdue
from people o
join plans p on p.tenant_id = {tenant} and p.owner_id = o.id
join action_items i on i.tenant_id = {tenant} and i.plan_id = p.id
cross join (select {now} - week * interval '7 days' as at from generate_series(0, 11) week) w
left join lateral (
    select u.status, u.progress_percent from progress_updates u
    where u.tenant_id = {tenant} and u.action_item_id = i.id and u.recorded_at <= w.at
    order by u.id desc limit 1
) u on true
where o.tenant_id = {tenant} and o.manager_id = {manager} and i.created_at <= w.at
group by w.at
order by w.at;
