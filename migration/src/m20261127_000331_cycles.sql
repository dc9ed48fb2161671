-- HR campaigns: four dates, and who takes part, by department or by name.
create table cycles (
    tenant_id uuid not null,
    id uuid not null,
    name text not null,
    prepare_by date not null,
    share_by date not null,
    respond_by date not null,
    discuss_by date not null,
    questionnaire_version integer,
    status text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null,
    reminder_at timestamptz,
    -- For each date, the one that was reminded of.
    prepare_told date,
    share_told date,
    respond_told date,
    discuss_told date,
    -- The day of the numbers in `cycle_counts`.
    counted_on date,
    constraint cycles_pk primary key (tenant_id, id),
    constraint cycles_tenant_fk foreign key (tenant_id) references tenants (id),
    constraint cycles_status_known check (status in ('open', 'closed'))
);
create index cycles_by_reminder on cycles (reminder_at) where reminder_at is not null;

create table cycle_departments (
    tenant_id uuid not null,
    cycle_id uuid not null,
    department text not null,
    constraint cycle_departments_pk primary key (tenant_id, cycle_id, department),
    constraint cycle_departments_cycle_fk foreign key (tenant_id, cycle_id) references cycles (tenant_id, id) on delete cascade
);

create table cycle_people (
    tenant_id uuid not null,
    cycle_id uuid not null,
    person_id uuid not null,
    constraint cycle_people_pk primary key (tenant_id, cycle_id, person_id),
    constraint cycle_people_cycle_fk foreign key (tenant_id, cycle_id) references cycles (tenant_id, id) on delete cascade,
    constraint cycle_people_person_fk foreign key (tenant_id, person_id) references people (tenant_id, id)
);
create index cycle_people_by_person on cycle_people (tenant_id, person_id);

-- How many people of a department have a draft without blockers, fixed for a day; null if that is withheld. `groups` are
-- the groups of five people or more that the number is of.
create table cycle_counts (
    tenant_id uuid not null,
    cycle_id uuid not null,
    department text not null,
    prepared integer,
    groups text not null,
    constraint cycle_counts_pk primary key (tenant_id, cycle_id, department),
    constraint cycle_counts_cycle_fk foreign key (tenant_id, cycle_id) references cycles (tenant_id, id) on delete cascade
);

-- Whether the answers of a draft of a cycle have no blocker: then it is ready as soon as it has an action item.
alter table plans add column answers_complete boolean not null default false;
-- Whether the plan was in another cycle before.
alter table plans add column cycle_changed boolean not null default false;
create index plans_by_cycle on plans (tenant_id, cycle_id, owner_id) where cycle_id is not null;
