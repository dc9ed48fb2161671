-- plans::store::list_plans, by a manager
select p.tenant_id, p.id, p.owner_id, case when p.owner_id = {manager} or not p.has_unshared_changes then p.title else coalesce(r.title, '') end as title,
    p.cycle_id, coalesce(r.starts_on, p.starts_on) as starts_on, coalesce(r.ends_on, p.ends_on) as ends_on, p.status,
    case when p.owner_id = {manager} or not p.has_unshared_changes then p.answers else coalesce(r.answers, '') end as answers, p.latest_revision,
    p.has_unshared_changes, p.earlier_revisions_visible, p.shared_at, p.owner_agreed_at,
    case when p.manager_agreed_at is not null and m.active then (
        select a.agreed_at from agreements a where a.tenant_id = {tenant} and a.plan_id = p.id
            and a.revision = p.latest_revision and a.person_id = m.id) end as manager_agreed_at, p.reflection,
    p.created_at, p.updated_at, p.version, p.reminder_at, p.stale_since, p.closed_up_to, p.set_aside_up_to, p.shared_version,
    p.shared_updated_at, p.reviewed_version, p.reviewed_updated_at, p.earlier_revisions_visible_from, p.agreed_without_manager,
    case when m.active then m.id end as manager_id,
    case when m.active then null when m.id is null then o.manager_gone_at else coalesce(m.deactivated_at, m.updated_at) end
        as manager_gone_at,
    f.sections as reviewer_sections,
    cast(coalesce((select (2 * g.percent + g.items) / (2 * g.items) from plan_progress g
        where g.tenant_id = {tenant} and g.plan_id = p.id and g.items > 0), 0) as bigint) as progress_percent,
    o.display_name as owner_name, o.title as owner_title
from plans p
join people o on o.tenant_id = p.tenant_id and o.id = p.owner_id
left join people m on m.tenant_id = o.tenant_id and m.id = o.manager_id
left join feedback_requests f on f.tenant_id = p.tenant_id and f.plan_id = p.id and f.reviewer_id = {manager}
    and f.origin = 'invitation'
left join revisions r on r.tenant_id = p.tenant_id
    and r.plan_id = case when p.has_unshared_changes and p.owner_id <> {manager} then p.id end and r.number = p.latest_revision
where p.tenant_id = {tenant} and p.id in (
    select id from plans where tenant_id = {tenant} and owner_id = {manager}
    union all select q.id from people s join plans q on q.tenant_id = s.tenant_id and q.owner_id = s.id
        where s.tenant_id = {tenant} and s.manager_id = {manager} and q.shared_at is not null
    union all select i.plan_id from feedback_requests i join plans q on q.tenant_id = i.tenant_id and q.id = i.plan_id
        where i.tenant_id = {tenant} and i.reviewer_id = {manager} and i.origin = 'invitation' and q.shared_at is not null)
order by p.id asc limit 21;
