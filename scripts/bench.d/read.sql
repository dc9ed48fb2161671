-- plans::store::find_plan, by a service
select p.tenant_id, p.id, p.owner_id, p.title, p.cycle_id, p.starts_on, p.ends_on, p.status,
    case when p.owner_id = {nobody} then p.answers else '' end as answers, p.latest_revision, p.has_unshared_changes,
    p.earlier_revisions_visible, p.shared_at, p.owner_agreed_at, p.manager_agreed_at, p.reflection, p.created_at,
    p.updated_at, p.version, p.reminder_at, p.stale_since, o.manager_id, o.time_zone as owner_zone, f.sections as reviewer_sections,
    r.title as shared_title, r.starts_on as shared_starts_on, r.ends_on as shared_ends_on, r.answers as shared_answers,
    coalesce((select cast(round(avg(i.progress_percent)) as bigint) from action_items i
        where i.tenant_id = p.tenant_id and i.plan_id = p.id and i.status <> 'cancelled'), 0) as progress_percent
from plans p
join people o on o.tenant_id = p.tenant_id and o.id = p.owner_id
left join feedback_requests f on f.tenant_id = p.tenant_id and f.plan_id = p.id and f.reviewer_id = {nobody}
    and f.origin = 'invitation'
left join revisions r on r.tenant_id = p.tenant_id and r.plan_id = p.id and r.number = p.latest_revision
    and p.owner_id <> {nobody}
where p.tenant_id = {tenant} and p.id = {plan};
