-- action_items::api::create_action_item, by the plan's owner
select p.owner_id, p.status, p.shared_at, p.version, '' as answers, case when m.active then m.id end as manager_id,
    f.sections as reviewer_sections,
    cast(coalesce((select g.items + g.cancelled from plan_progress g
        where g.tenant_id = {tenant} and g.plan_id = p.id), 0) as bigint) as items,
    (select count(*) from action_items n where n.tenant_id = {tenant} and n.plan_id = p.id and n.id = {nil_id}) as supported,
    (select c.time_zone from people c where c.tenant_id = {tenant} and c.id = {person}) as caller_zone
from plans p
join people o on o.tenant_id = p.tenant_id and o.id = p.owner_id
left join people m on m.tenant_id = o.tenant_id and m.id = o.manager_id
left join feedback_requests f on f.tenant_id = p.tenant_id and f.plan_id = p.id and f.reviewer_id = {person}
    and f.origin = 'invitation'
where p.tenant_id = {tenant} and p.id = {plan};
with write_0 as (select 1 from plans where tenant_id = {tenant} and id = {plan} and version >= 1 for no key update),
write_1 as (
    insert into action_items (tenant_id, id, plan_id, kind, title, description, responsible_id, development_area_id,
        advances_short_term, advances_long_term, supports_action_item_id, status, progress_percent, starts_on, due_on,
        overdue_from, support_needed, completed_at, last_progress_at, created_at, updated_at, version,
        reminder_at, reminders_given, shared_progress_at, counted_version, template_id, links, proposal_id)
    values ({tenant}, {new}, {plan}, 'development', 'Lead the monthly design review', 'With notes for those who could not come',
        {person}, null, true, false, null, 'not_started', 0, null, '2027-03-01', '2027-03-02', null, null, null,
        now(), now(), 1, '2027-02-23', 0, null, 1, null, '[]', null) returning 1),
write_2 as (
    insert into events (tenant_id, id, type, subject, actor_id, link_id, client, request_id, data, occurred_at, in_feed, traceparent)
    values ({tenant}, {new}, 'groundwork.action_item.created.v1', 'action-items/01900000-0000-7003-8000-000000000000', {person},
        {new}, null, {new}::text, '{{"action_item_id":"01900000-0000-7003-8000-000000000000","plan_id":"01900000-0000-7002-8000-000000000000"}}',
        now(), true, null) returning 1),
write_3 as (
    insert into plan_progress (tenant_id, plan_id, items, cancelled, in_progress, blocked, done, percent)
    values ({tenant}, {plan}, 1, 0, 0, 0, 0, 0)
    on conflict (tenant_id, plan_id) do update set items = plan_progress.items + excluded.items,
        cancelled = plan_progress.cancelled + excluded.cancelled,
        in_progress = plan_progress.in_progress + excluded.in_progress,
        blocked = plan_progress.blocked + excluded.blocked, done = plan_progress.done + excluded.done,
        percent = plan_progress.percent + excluded.percent returning 1)
select cast(case when (select count(*) from write_0) + (select count(*) from write_1) + (select count(*) from write_2)
    + (select count(*) from write_3) = 4 then '1' else 'overtaken' end as integer);
