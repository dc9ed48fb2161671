-- Templates of actions: of HR for everyone, and of managers for their reports.
create table action_templates (
    tenant_id uuid not null,
    id uuid not null,
    audience text not null,
    author_id uuid,
    title text not null,
    description text,
    due_after_days integer,
    links text not null,
    reference text,
    reference_uri text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null,
    constraint action_templates_pk primary key (tenant_id, id),
    constraint action_templates_author_fk foreign key (tenant_id, author_id) references people (tenant_id, id),
    constraint action_templates_audience_known check (audience in ('everyone', 'reports'))
);
create index action_templates_by_author on action_templates (tenant_id, author_id, audience);
