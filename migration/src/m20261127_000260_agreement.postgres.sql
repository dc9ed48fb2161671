-- While this release is rolled out, the one before still changes managers, without looking up whose agreement counts.
-- Dropped before the table is distributed, as Citus allows no such trigger; to be dropped with the next release.
create or replace function look_up_agreement() returns trigger language plpgsql as $$
begin
    update plans set manager_agreed_at = (
        select min(a.agreed_at) from agreements a
        join people o on o.tenant_id = a.tenant_id and o.id = plans.owner_id
        left join people m on m.tenant_id = a.tenant_id and m.id = o.manager_id and m.active
        where a.tenant_id = plans.tenant_id and a.plan_id = plans.id and a.revision = plans.latest_revision
            and (a.person_id = m.id or a.acting and a.manager_id is not distinct from o.manager_id))
    where plans.tenant_id = new.tenant_id and plans.shared_at is not null
        and (plans.owner_id = new.id or plans.owner_id in (
            select s.id from people s where s.tenant_id = new.tenant_id and s.manager_id = new.id))
        and exists (select 1 from agreements a where a.tenant_id = plans.tenant_id and a.plan_id = plans.id
            and a.revision = plans.latest_revision);
    return null;
end $$;

drop trigger if exists people_manager_changed on people;
create trigger people_manager_changed after update of manager_id, active on people for each row
    when (new.manager_id is distinct from old.manager_id or new.active <> old.active)
    execute function look_up_agreement();
