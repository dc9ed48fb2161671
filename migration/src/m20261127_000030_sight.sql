-- Revisions up to this number were withdrawn: they are the owner's alone, also after sharing again.
alter table plans add column closed_up_to integer not null default 0;
-- Of those, up to this number they were private under an identity of the owner that was unlinked: nobody reads them.
alter table plans add column set_aside_up_to integer not null default 0;
-- Version and time of change as readers of the whole plan see them, and as invited reviewers do.
alter table plans add column shared_version bigint not null default 0;
alter table plans add column shared_updated_at timestamptz not null default '1970-01-01T00:00:00+00:00';
alter table plans add column reviewed_version bigint not null default 0;
alter table plans add column reviewed_updated_at timestamptz not null default '1970-01-01T00:00:00+00:00';
alter table plans add column earlier_revisions_visible_from integer;
alter table plans add column agreed_without_manager boolean not null default false;
create index plans_by_shared_update on plans (tenant_id, shared_updated_at, id) where shared_at is not null;

update plans set
    shared_version = version, shared_updated_at = updated_at,
    reviewed_version = version, reviewed_updated_at = updated_at,
    closed_up_to = case when shared_at is null then latest_revision else 0 end,
    earlier_revisions_visible_from = case when earlier_revisions_visible then 1 end;

-- The latest revision of a plan that is shared now is newer than every withdrawal.
update plans set closed_up_to = w.closed from (
    select p.tenant_id, p.id, max(r.number) as closed
    from events e
    join plans p on p.tenant_id = e.tenant_id and p.id = {plan}
    join revisions r on r.tenant_id = p.tenant_id and r.plan_id = p.id
        and r.shared_at <= e.occurred_at and r.number < p.latest_revision
    where e.type = 'groundwork.plan.withdrawn.v1' and p.shared_at is not null
    group by p.tenant_id, p.id
) w where w.tenant_id = plans.tenant_id and w.id = plans.id;

-- The agreements of managers. The owner's stays in the plan.
create table agreements (
    tenant_id uuid not null,
    plan_id uuid not null,
    revision integer not null,
    person_id uuid not null,
    agreed_at timestamptz not null,
    constraint agreements_pk primary key (tenant_id, plan_id, revision, person_id),
    constraint agreements_revision_fk foreign key (tenant_id, plan_id, revision) references revisions (tenant_id, plan_id, number),
    constraint agreements_person_fk foreign key (tenant_id, person_id) references people (tenant_id, id)
);

-- Who agreed: the actor of the event of that instant; if events of that time are deleted, the manager of the revision.
insert into agreements (tenant_id, plan_id, revision, person_id, agreed_at)
select p.tenant_id, p.id, p.latest_revision, coalesce(g.actor_id, r.manager_id), p.manager_agreed_at
from plans p
join revisions r on r.tenant_id = p.tenant_id and r.plan_id = p.id and r.number = p.latest_revision
left join (
    select e.tenant_id, {plan} as plan_id, e.occurred_at, e.actor_id
    from events e
    where e.type in ('groundwork.plan.agreed.v1', 'groundwork.plan.agreement_given.v1')
) g on g.tenant_id = p.tenant_id and g.plan_id = p.id and g.occurred_at = p.manager_agreed_at
    and g.actor_id <> p.owner_id
where p.manager_agreed_at is not null and coalesce(g.actor_id, r.manager_id) is not null
on conflict do nothing;

-- Progress recorded while the plan is a draft is the owner's alone.
alter table progress_updates add column while_draft boolean not null default false;
update progress_updates set while_draft = true where exists (
    select 1 from action_items i
    join plans p on p.tenant_id = i.tenant_id and p.id = i.plan_id
    where i.tenant_id = progress_updates.tenant_id and i.id = progress_updates.action_item_id
        and (p.shared_at is null or not exists (
            select 1 from revisions r where r.tenant_id = p.tenant_id and r.plan_id = p.id
                and r.shared_at <= progress_updates.recorded_at))
);
update progress_updates set while_draft = true from (
    select i.tenant_id, i.id, e.occurred_at as withdrawn_at, (
        select min(r.shared_at) from revisions r
        where r.tenant_id = i.tenant_id and r.plan_id = i.plan_id and r.shared_at > e.occurred_at) as shared_again_at
    from events e
    join action_items i on i.tenant_id = e.tenant_id and i.plan_id = {plan}
    where e.type = 'groundwork.plan.withdrawn.v1'
) w where w.tenant_id = progress_updates.tenant_id and w.id = progress_updates.action_item_id
    and progress_updates.recorded_at >= w.withdrawn_at
    and (w.shared_again_at is null or progress_updates.recorded_at < w.shared_again_at);

-- Whether its author's link has ended since the revision was withdrawn: the author's next identity does not read it.
alter table feedback add column closed_to_author boolean not null default false;

-- The time of the last progress that others may read.
alter table action_items add column shared_progress_at timestamptz;
update action_items set shared_progress_at = (
    select max(u.recorded_at) from progress_updates u
    where u.tenant_id = action_items.tenant_id and u.action_item_id = action_items.id and not u.while_draft
) where last_progress_at is not null;
-- Team progress reads all its columns from this index.
drop index action_items_by_progress;
create index action_items_by_progress on action_items
    (tenant_id, plan_id, status, progress_percent, due_on, overdue_from, last_progress_at, shared_progress_at);

-- Since when a person has no manager (none for people who never had one), and since when a person is inactive.
alter table people add column manager_gone_at timestamptz;
alter table people add column deactivated_at timestamptz;
update people set deactivated_at = updated_at where not active;
update people set manager_gone_at = updated_at where manager_id is null and exists (
    select 1 from plans p
    join revisions r on r.tenant_id = p.tenant_id and r.plan_id = p.id
    where p.tenant_id = people.tenant_id and p.owner_id = people.id and r.manager_id is not null
);
