-- action_items::api::create_action_item, by the plan's owner
begin;
select p.*, o.manager_id, o.time_zone as owner_zone, f.sections as reviewer_sections,
    r.title as shared_title, r.starts_on as shared_starts_on, r.ends_on as shared_ends_on, r.answers as shared_answers,
    coalesce((select cast(round(avg(i.progress_percent)) as bigint) from action_items i
        where i.tenant_id = p.tenant_id and i.plan_id = p.id and i.status <> 'cancelled'), 0) as progress_percent
from plans p
join people o on o.tenant_id = p.tenant_id and o.id = p.owner_id
left join feedback_requests f on f.tenant_id = p.tenant_id and f.plan_id = p.id and f.reviewer_id = {person}
    and f.origin = 'invitation'
left join revisions r on r.tenant_id = p.tenant_id and r.plan_id = p.id and r.number = p.latest_revision
    and p.owner_id <> {person}
where p.tenant_id = {tenant} and p.id = {plan} for update of p;
select count(*) as items, coalesce(sum(case when i.id = {nobody} then 1 else 0 end), 0) as supported,
    (select o.time_zone from people o where o.tenant_id = {tenant} and o.id = {person}) as zone
from action_items i where i.tenant_id = {tenant} and i.plan_id = {plan};
with write_0 as (
    insert into action_items (tenant_id, id, plan_id, kind, title, description, responsible_id, development_area_id,
        advances_short_term, advances_long_term, supports_action_item_id, status, progress_percent, starts_on, due_on,
        overdue_from, support_needed, completed_at, last_progress_at, created_at, updated_at, version)
    values ({tenant}, {new}, {plan}, 'development', 'Lead the monthly design review', 'With notes for those who could not come',
        {person}, null, true, false, null, 'not_started', 0, null, '2027-03-01', '2027-03-02', null, null, null,
        now(), now(), 1) returning 1),
write_1 as (
    insert into events (tenant_id, id, type, subject, actor_id, data, occurred_at, in_feed)
    values ({tenant}, {new}, 'groundwork.action_item.created.v1', 'action-items/01900000-0000-7003-8000-000000000000', {person},
        '{{"action_item_id":"01900000-0000-7003-8000-000000000000","plan_id":"01900000-0000-7002-8000-000000000000"}}',
        now(), true) returning 1)
select 0 + (select count(*) from write_0) + (select count(*) from write_1);
commit;
