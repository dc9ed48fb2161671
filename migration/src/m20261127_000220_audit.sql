-- Who caused an event, and by which request: the audit log is made of events.
alter table events add column link_id uuid;
alter table events add column client text;
alter table events add column request_id text;

-- How far a tenant's chain of audit records goes.
create table audit_heads (
    tenant_id uuid not null,
    sealed_position bigint not null,
    sealed_event_id uuid not null,
    reads_sealed_until timestamptz not null,
    sequence bigint not null,
    digest text,
    announced_sequence bigint not null,
    announced_at timestamptz,
    checkpoint_sequence bigint not null,
    checkpoint_digest text,
    checkpoint_seal text,
    head_seal text,
    constraint audit_heads_pk primary key (tenant_id)
);

create table audit_records (
    tenant_id uuid not null,
    id uuid not null,
    sequence bigint not null,
    at timestamptz not null,
    actor_id uuid,
    link_id uuid,
    client text,
    action text not null,
    subject text not null,
    held_right text,
    request_id text,
    count bigint not null,
    listed boolean not null,
    detail_digest text,
    digest text not null,
    constraint audit_records_pk primary key (tenant_id, id)
);
create unique index audit_records_in_sequence on audit_records (tenant_id, sequence);
create index audit_records_by_time on audit_records (tenant_id, at, id);
create index audit_records_by_actor on audit_records (tenant_id, actor_id, at, id);
create index audit_records_by_subject on audit_records (tenant_id, subject, at, id);

-- Reads of the last ten minutes, counted until they are sealed. Their ids sort by the window.
create table audit_reads (
    tenant_id uuid not null,
    id uuid not null,
    window_at timestamptz not null,
    at timestamptz not null,
    actor_id uuid,
    link_id uuid,
    client text,
    action text not null,
    subject text not null,
    held_right text not null,
    count bigint not null,
    constraint audit_reads_pk primary key (tenant_id, id)
){counted};

-- The plans that a list or an export showed.
create table audit_record_plans (
    tenant_id uuid not null,
    plan_id uuid not null,
    record_id uuid not null,
    constraint audit_record_plans_pk primary key (tenant_id, plan_id, record_id)
);
create index audit_record_plans_by_record on audit_record_plans (tenant_id, record_id, plan_id);

-- What is personal in a record. A row may be erased; its record keeps the salted digest.
create table audit_details (
    tenant_id uuid not null,
    record_id uuid not null,
    person_id uuid not null,
    salt text not null,
    detail text not null,
    constraint audit_details_pk primary key (tenant_id, record_id)
);
create index audit_details_by_person on audit_details (tenant_id, person_id);
