-- `manager_agreed_at` says from now on when a manager who counts now agreed to the latest revision. So far it said that some
-- manager had, and each read looked up which.
update plans set manager_agreed_at = w.agreed_at from (
    select p.tenant_id, p.id, min(case
        when a.person_id = m.id or (a.acting and a.manager_id is not distinct from o.manager_id) then a.agreed_at
    end) as agreed_at
    from plans p
    join people o on o.tenant_id = p.tenant_id and o.id = p.owner_id
    left join people m on m.tenant_id = p.tenant_id and m.id = o.manager_id and m.active
    left join agreements a on a.tenant_id = p.tenant_id and a.plan_id = p.id and a.revision = p.latest_revision
    where p.manager_agreed_at is not null
    group by p.tenant_id, p.id
) w where w.tenant_id = plans.tenant_id and w.id = plans.id;
