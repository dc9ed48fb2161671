-- action_items::progress::record_progress, by a service
select i.*, p.owner_id, p.status as plan_status, p.shared_at as plan_shared_at, o.manager_id, s.time_zone as responsible_zone
from action_items i
join plans p on p.tenant_id = i.tenant_id and p.id = i.plan_id
join people o on o.tenant_id = p.tenant_id and o.id = p.owner_id
join people s on s.tenant_id = i.tenant_id and s.id = i.responsible_id
where i.tenant_id = {tenant} and i.id = {item};
with write_0 as (
    insert into progress_updates (tenant_id, id, action_item_id, author_id, status, progress_percent, note, recorded_at, while_draft)
    values ({tenant}, {new}, {item}, null, 'in_progress', 50, 'Two reviews led; the third is prepared.', now(), false) returning 1),
write_1 as (
    update action_items set progress_percent = 50, last_progress_at = now(), updated_at = now(), version = 2,
        shared_progress_at = now(), counted_version = 2
    where tenant_id = {tenant} and id = {item} and version >= 1 returning 1),
write_2 as (
    insert into events (tenant_id, id, type, subject, actor_id, link_id, client, request_id, data, occurred_at, in_feed, traceparent)
    values ({tenant}, {new}, 'groundwork.action_item.progressed.v1', 'action-items/01900000-0000-7003-8000-000000000000', null,
        null, 'portal-0', {new}::text, '{{"action_item_id":"01900000-0000-7003-8000-000000000000","plan_id":"01900000-0000-7002-8000-000000000000"}}',
        now(), true, null) returning 1),
write_3 as (
    insert into plan_progress (tenant_id, plan_id, items, cancelled, in_progress, blocked, done, percent)
    values ({tenant}, {plan}, 0, 0, 0, 0, 0, 0)
    on conflict (tenant_id, plan_id) do update set items = plan_progress.items + excluded.items,
        cancelled = plan_progress.cancelled + excluded.cancelled,
        in_progress = plan_progress.in_progress + excluded.in_progress,
        blocked = plan_progress.blocked + excluded.blocked, done = plan_progress.done + excluded.done,
        percent = plan_progress.percent + excluded.percent returning 1)
select cast(case when (select count(*) from write_0) + (select count(*) from write_1) + (select count(*) from write_2)
    + (select count(*) from write_3) = 4 then '1' else 'overtaken' end as integer);
