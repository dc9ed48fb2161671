-- Talks about a plan. `manager_id` is the person with whom the owner talks, null if there was no manager. `revision` is the
-- latest one when the talk was planned or held: withdrawing it closes the talk to everyone but the owner. `agenda` is JSON,
-- null while its lines come from the plan as it is; those are about what has changed since `agenda_since`, if that is set.
-- `sequence` is iCalendar's, `sequenced_at` the time when it last moved. A talk that is `deleted` is cancelled, and only seen
-- by the authors of private notes in it.
create table discussions (
    tenant_id uuid not null,
    id uuid not null,
    plan_id uuid not null,
    manager_id uuid,
    planned_by_id uuid not null,
    revision integer not null,
    status text not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    time_zone text not null,
    location text,
    rhythm text not null,
    agenda text,
    agenda_since timestamptz,
    shared_notes text,
    outcomes text not null,
    cancel_message text,
    previous_id uuid,
    held_at timestamptz,
    sequence integer not null,
    sequenced_at timestamptz not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null,
    reminder_at timestamptz,
    deleted boolean not null,
    constraint discussions_pk primary key (tenant_id, id),
    constraint discussions_plan_fk foreign key (tenant_id, plan_id) references plans (tenant_id, id) on delete cascade,
    constraint discussions_manager_fk foreign key (tenant_id, manager_id) references people (tenant_id, id),
    constraint discussions_planner_fk foreign key (tenant_id, planned_by_id) references people (tenant_id, id),
    constraint discussions_status_known check (status in ('planned', 'held', 'cancelled')),
    constraint discussions_rhythm_known check (rhythm in ('none', 'monthly', 'every_6_weeks', 'quarterly', 'half_yearly'))
);
create index discussions_by_plan on discussions (tenant_id, plan_id, id);
create index discussions_planned on discussions (tenant_id, plan_id, starts_at) where status = 'planned';
create index discussions_by_reminder on discussions (reminder_at) where reminder_at is not null;

-- The private note of one author. A note that is taken back stays with a null text, so that its version goes on.
create table discussion_notes (
    tenant_id uuid not null,
    discussion_id uuid not null,
    author_id uuid not null,
    text text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null,
    constraint discussion_notes_pk primary key (tenant_id, discussion_id, author_id),
    constraint discussion_notes_discussion_fk foreign key (tenant_id, discussion_id) references discussions (tenant_id, id) on delete cascade,
    constraint discussion_notes_author_fk foreign key (tenant_id, author_id) references people (tenant_id, id)
);
create index discussion_notes_by_author on discussion_notes (tenant_id, author_id);

-- The address of a person's calendar, by the digest of its secret.
create table calendar_addresses (
    tenant_id uuid not null,
    person_id uuid not null,
    digest text not null,
    created_at timestamptz not null,
    constraint calendar_addresses_pk primary key (tenant_id, person_id),
    constraint calendar_addresses_digest_unique unique (tenant_id, digest),
    constraint calendar_addresses_person_fk foreign key (tenant_id, person_id) references people (tenant_id, id)
);
