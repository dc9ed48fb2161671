-- While this release is rolled out, the one before still changes action items, without keeping these numbers. It leaves
-- `counted_version` behind, which is how its writes are told from others; a deletion cannot be told and is always counted
-- again. Deferred to the commit, when the numbers contain what the transaction itself has added. Dropped before the table
-- is distributed, as Citus allows no such trigger; to be dropped with the next release.
create function count_plan_progress() returns trigger language plpgsql as $$
declare
    tenant uuid := coalesce(new.tenant_id, old.tenant_id);
    plan uuid := coalesce(new.plan_id, old.plan_id);
begin
    insert into plan_progress (tenant_id, plan_id, items, cancelled, in_progress, blocked, done, percent)
        select p.tenant_id, p.id, 0, 0, 0, 0, 0, 0 from plans p where p.tenant_id = tenant and p.id = plan
        on conflict do nothing;
    -- Two statements: the second sees what others committed while the first waited for them.
    perform 1 from plan_progress g where g.tenant_id = tenant and g.plan_id = plan for update;
    update plan_progress g set (items, cancelled, in_progress, blocked, done, percent) = (
        select count(*) filter (where i.status <> 'cancelled'), count(*) filter (where i.status = 'cancelled'),
            count(*) filter (where i.status = 'in_progress'), count(*) filter (where i.status = 'blocked'),
            count(*) filter (where i.status = 'done'),
            coalesce(sum(i.progress_percent) filter (where i.status <> 'cancelled'), 0)
        from action_items i where i.tenant_id = tenant and i.plan_id = plan)
    where g.tenant_id = tenant and g.plan_id = plan;
    return null;
end $$;

create constraint trigger action_items_written after insert or update of status, progress_percent on action_items
    deferrable initially deferred for each row when (new.version <> new.counted_version)
    execute function count_plan_progress();
create constraint trigger action_items_deleted after delete on action_items
    deferrable initially deferred for each row execute function count_plan_progress();
