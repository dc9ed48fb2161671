-- plans::store::select_for a service
select p.tenant_id, p.id, p.owner_id, case when p.owner_id = {nil_id} or not p.has_unshared_changes then p.title else coalesce(r.title, '') end as title,
    p.cycle_id, coalesce(r.starts_on, p.starts_on) as starts_on, coalesce(r.ends_on, p.ends_on) as ends_on, p.status,
    case when p.owner_id = {nil_id} or not p.has_unshared_changes then p.answers else coalesce(r.answers, '') end as answers, p.latest_revision,
    p.has_unshared_changes, p.earlier_revisions_visible, p.shared_at, p.owner_agreed_at,
    case when p.manager_agreed_at is not null then (
        select a.agreed_at from people m
        join agreements a on a.tenant_id = m.tenant_id and a.plan_id = p.id and a.revision = p.latest_revision
            and a.person_id = m.id
        where m.tenant_id = {tenant} and m.id = o.manager_id and m.active) end as manager_agreed_at, p.reflection,
    p.created_at, p.updated_at, p.version, p.reminder_at, p.stale_since, p.closed_up_to, p.set_aside_up_to, p.shared_version,
    p.shared_updated_at, p.reviewed_version, p.reviewed_updated_at, p.earlier_revisions_visible_from, p.agreed_without_manager,
    case when p.agreed_without_manager then (
        select m.id from people m where m.tenant_id = {tenant} and m.id = o.manager_id and m.active) end as manager_id,
    cast(null as timestamptz) as manager_gone_at, cast(null as text) as reviewer_sections,
    cast(coalesce((select (2 * g.percent + g.items) / (2 * g.items) from plan_progress g
        where g.tenant_id = {tenant} and g.plan_id = p.id and g.items > 0), 0) as bigint) as progress_percent,
    o.display_name as owner_name, o.title as owner_title
from plans p
join people o on o.tenant_id = p.tenant_id and o.id = p.owner_id
left join revisions r on r.tenant_id = p.tenant_id
    and r.plan_id = case when p.has_unshared_changes and p.owner_id <> {nil_id} then p.id end and r.number = p.latest_revision
