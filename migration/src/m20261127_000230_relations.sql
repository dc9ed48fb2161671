-- Relations of people besides that of a manager, with half-open periods. `person_id` is the employee, for a delegate the
-- manager; `other_id` is the person who has the rights of the relation.
create table relations (
    tenant_id uuid not null,
    id uuid not null,
    kind text not null,
    person_id uuid not null,
    other_id uuid not null,
    starts_at timestamptz not null,
    ends_at timestamptz,
    constraint relations_pk primary key (tenant_id, id),
    constraint relations_person_fk foreign key (tenant_id, person_id) references people (tenant_id, id),
    constraint relations_other_fk foreign key (tenant_id, other_id) references people (tenant_id, id)
);
create index relations_by_person on relations (tenant_id, person_id, kind);
create index relations_by_other on relations (tenant_id, other_id, person_id, kind, starts_at, ends_at);

-- Who gave a manager's agreement as the manager's delegate.
alter table agreements add column given_by_id uuid;
-- Whether an acting manager gave it, and the manager in the directory at that time, for whom it counts too.
alter table agreements add column acting boolean not null default false;
alter table agreements add column manager_id uuid;
