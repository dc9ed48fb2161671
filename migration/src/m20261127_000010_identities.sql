alter table people add column external_id_key text;
alter table people add column user_name_key text;
alter table people add column email_key text;
alter table people add column user_name_collides boolean not null default false;
alter table people add column link_name text;
alter table people add column link_email text;
create unique index people_active_user_name on people (tenant_id, user_name_key) where active and not user_name_collides;
create index people_by_user_name on people (tenant_id, user_name_key);
create index people_by_external_id_key on people (tenant_id, external_id_key);
create index people_by_email on people (tenant_id, email_key);
create index people_by_link_name on people (tenant_id, link_name) where link_name is not null;
create index people_by_link_email on people (tenant_id, link_email) where link_email is not null;

alter table tenants add column opened_at timestamptz;

-- The issuers that have been configured. The first one inherits the realm of tokens without a configured issuer.
create table realms (
    name text not null,
    issuer text not null,
    created_at timestamptz not null,
    constraint realms_pk primary key (name),
    constraint realms_issuer_unique unique (issuer)
);

create table identities (
    tenant_id uuid not null,
    id uuid not null,
    realm text not null,
    subject text not null,
    person_id uuid not null,
    issuer text,
    linked_at timestamptz not null,
    unlinked_at timestamptz,
    unlinked_by uuid,
    reason text,
    blocked boolean not null,
    is_moved boolean not null,
    restored_at timestamptz,
    constraint identities_pk primary key (tenant_id, id),
    constraint identities_person_fk foreign key (tenant_id, person_id) references people (tenant_id, id)
);
create unique index identities_live_subject on identities (tenant_id, realm, subject) where unlinked_at is null;
create unique index identities_live_person on identities (tenant_id, person_id) where unlinked_at is null;
create index identities_by_subject on identities (tenant_id, realm, subject);
create index identities_by_person on identities (tenant_id, person_id);

-- What was private under a link that has ended, as JSON: no query of the service can come upon it.
create table set_aside (
    tenant_id uuid not null,
    id uuid not null,
    link_id uuid not null,
    kind text not null,
    subject_id uuid not null,
    content text not null,
    set_aside_at timestamptz not null,
    constraint set_aside_pk primary key (tenant_id, id),
    constraint set_aside_link_fk foreign key (tenant_id, link_id) references identities (tenant_id, id)
);
create index set_aside_by_link on set_aside (tenant_id, link_id, id);
