-- plans::store::select_for a service
select p.tenant_id, p.id, p.owner_id, case when p.owner_id = {nil_id} or not p.has_unshared_changes then p.title else coalesce(r.title, '') end as title,
    p.cycle_id, coalesce(r.starts_on, p.starts_on) as starts_on, coalesce(r.ends_on, p.ends_on) as ends_on, p.status,
    case when p.owner_id = {nil_id} or not p.has_unshared_changes then p.answers else coalesce(r.answers, '') end as answers, p.latest_revision,
    p.has_unshared_changes, p.earlier_revisions_visible, p.shared_at, p.owner_agreed_at, a.agreed_at as manager_agreed_at, p.reflection,
    p.created_at, p.updated_at, p.version, p.reminder_at, p.stale_since, cast(null as uuid) as manager_id, cast(null as text) as reviewer_sections,
    coalesce((select (2 * sum(i.progress_percent) + count(*)) / (2 * count(*)) from action_items i
        where i.tenant_id = p.tenant_id and i.plan_id = p.id and i.status <> 'cancelled'), 0) as progress_percent
from plans p
left join people o on o.tenant_id = p.tenant_id and o.id = case when p.manager_agreed_at is not null then p.owner_id end
left join people m on m.tenant_id = o.tenant_id and m.id = o.manager_id
left join agreements a on a.tenant_id = p.tenant_id and a.plan_id = case when p.manager_agreed_at is not null then p.id end
    and a.revision = p.latest_revision and a.person_id = m.id and m.active
left join revisions r on r.tenant_id = p.tenant_id
    and r.plan_id = case when p.has_unshared_changes and p.owner_id <> {nil_id} then p.id end and r.number = p.latest_revision
