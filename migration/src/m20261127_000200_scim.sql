alter table people add column source text not null default 'import';
alter table people add column given_name text;
alter table people add column family_name text;
alter table people add column locale text;
alter table people add column employee_number text;
-- False if the identity provider gave no `externalId`: `external_id` is then the employee number, or else the id.
alter table people add column external_id_given boolean not null default true;
-- Since when SCIM no longer shows the person, who is inactive.
alter table people add column deleted_at timestamptz;

create table scim_tokens (
    tenant_id uuid not null,
    id uuid not null,
    name text not null,
    digest text not null,
    created_at timestamptz not null,
    revoked_at timestamptz,
    last_used_on date,
    constraint scim_tokens_pk primary key (tenant_id, id),
    constraint scim_tokens_digest_unique unique (tenant_id, digest),
    constraint scim_tokens_tenant_fk foreign key (tenant_id) references tenants (id)
);
