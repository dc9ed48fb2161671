-- Null where an earlier release has kept the answer.
alter table idempotency_records add column resource_kind text;
alter table idempotency_records add column resource text;
alter table idempotency_records add column details text;
alter table idempotency_records add column shown_once text;
alter table idempotency_records add column could_read boolean not null default false;

create table installation_keys (
    name text not null,
    key text not null,
    created_at timestamptz not null,
    constraint installation_keys_pk primary key (name)
);
