-- Which question the answer with a reference belongs to, and the reference's name in the taxonomy: HR counts by them.
alter table plan_references add column question text not null default '';
alter table plan_references add column name text not null default '';

-- Whose references are counted in a cycle, and by which revision of which plan, as JSON. `department` is empty for the
-- people of small departments, and for those without one.
create table cycle_rosters (
    tenant_id uuid not null,
    cycle_id uuid not null,
    department text not null,
    roster text not null,
    constraint cycle_rosters_pk primary key (tenant_id, cycle_id, department),
    constraint cycle_rosters_cycle_fk foreign key (tenant_id, cycle_id) references cycles (tenant_id, id) on delete cascade
);

-- How many of them name a reference, fixed for a day; null if that is withheld. `counted` is the number that was last
-- counted, `actual` what it would be if no lot was left out, and `lot` the lot of the roster up to which it was.
create table cycle_reference_counts (
    tenant_id uuid not null,
    cycle_id uuid not null,
    question text not null,
    uri text not null,
    department text not null,
    name text,
    named integer,
    counted integer not null,
    actual integer not null,
    lot integer not null,
    constraint cycle_reference_counts_pk primary key (tenant_id, cycle_id, question, uri, department),
    constraint cycle_reference_counts_cycle_fk foreign key (tenant_id, cycle_id) references cycles (tenant_id, id)
        on delete cascade
);
