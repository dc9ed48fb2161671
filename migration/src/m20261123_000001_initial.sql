-- One schema for both engines: every type word here means the same to PostgreSQL and to SQLite
-- (which stores uuid as 16 bytes, and date and timestamptz as ISO 8601 text that sorts).
-- Keys start with the tenant, and foreign keys carry it: a reference across tenants cannot exist.
-- JSON is kept as text because it is written and sent whole, never searched.

create table tenants (
    id uuid not null,
    name text not null,
    created_at timestamptz not null,
    constraint tenants_pk primary key (id),
    constraint tenants_name_unique unique (name)
);

create table people (
    tenant_id uuid not null,
    id uuid not null,
    external_id text not null,
    user_name text not null,
    display_name text not null,
    email text,
    manager_id uuid,
    manager_external_id text,
    department text,
    title text,
    time_zone text not null,
    active boolean not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null,
    constraint people_pk primary key (tenant_id, id),
    constraint people_external_id_unique unique (tenant_id, external_id),
    constraint people_user_name_unique unique (tenant_id, user_name),
    constraint people_tenant_fk foreign key (tenant_id) references tenants (id),
    constraint people_manager_fk foreign key (tenant_id, manager_id) references people (tenant_id, id)
);
create index people_by_manager on people (tenant_id, manager_id, id);
create index people_by_awaited_manager on people (tenant_id, manager_external_id);
create index people_by_update on people (tenant_id, updated_at, id);

create table plans (
    tenant_id uuid not null,
    id uuid not null,
    owner_id uuid not null,
    title text not null,
    cycle_id uuid,
    starts_on date not null,
    ends_on date not null,
    status text not null,
    answers text not null,
    latest_revision integer not null,
    has_unshared_changes boolean not null,
    earlier_revisions_visible boolean not null,
    shared_at timestamptz,
    owner_agreed_at timestamptz,
    manager_agreed_at timestamptz,
    reflection text,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null,
    constraint plans_pk primary key (tenant_id, id),
    constraint plans_owner_fk foreign key (tenant_id, owner_id) references people (tenant_id, id),
    constraint plans_status_known check (status in ('draft', 'shared', 'agreed', 'completed', 'archived'))
);
create index plans_by_owner on plans (tenant_id, owner_id, id);
create index plans_by_status on plans (tenant_id, status, id);
create index plans_by_update on plans (tenant_id, updated_at, id);

create table revisions (
    tenant_id uuid not null,
    plan_id uuid not null,
    number integer not null,
    title text not null,
    starts_on date not null,
    ends_on date not null,
    answers text not null,
    action_items text not null,
    digest text not null,
    note text,
    manager_id uuid,
    shared_at timestamptz not null,
    constraint revisions_pk primary key (tenant_id, plan_id, number),
    constraint revisions_plan_fk foreign key (tenant_id, plan_id) references plans (tenant_id, id),
    constraint revisions_manager_fk foreign key (tenant_id, manager_id) references people (tenant_id, id)
);

create table feedback_requests (
    tenant_id uuid not null,
    id uuid not null,
    plan_id uuid not null,
    reviewer_id uuid not null,
    origin text not null,
    sections text not null,
    due_on date,
    message text,
    revision integer not null,
    status text not null,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null,
    constraint feedback_requests_pk primary key (tenant_id, id),
    constraint feedback_requests_reviewer_unique unique (tenant_id, plan_id, reviewer_id),
    constraint feedback_requests_plan_fk foreign key (tenant_id, plan_id) references plans (tenant_id, id),
    constraint feedback_requests_reviewer_fk foreign key (tenant_id, reviewer_id) references people (tenant_id, id),
    constraint feedback_requests_origin_known check (origin in ('share', 'invitation')),
    constraint feedback_requests_status_known check (status in ('open', 'answered'))
);
create index feedback_requests_by_reviewer on feedback_requests (tenant_id, reviewer_id, origin, plan_id);

create table feedback (
    tenant_id uuid not null,
    id uuid not null,
    plan_id uuid not null,
    revision integer not null,
    author_id uuid not null,
    status text not null,
    content text not null,
    private_note text,
    submitted_at timestamptz,
    acknowledged_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null,
    constraint feedback_pk primary key (tenant_id, id),
    constraint feedback_author_unique unique (tenant_id, plan_id, revision, author_id),
    constraint feedback_revision_fk foreign key (tenant_id, plan_id, revision) references revisions (tenant_id, plan_id, number),
    constraint feedback_author_fk foreign key (tenant_id, author_id) references people (tenant_id, id),
    constraint feedback_status_known check (status in ('draft', 'submitted', 'acknowledged'))
);
create index feedback_by_author on feedback (tenant_id, author_id, plan_id);

create table action_items (
    tenant_id uuid not null,
    id uuid not null,
    plan_id uuid not null,
    kind text not null,
    title text not null,
    description text,
    responsible_id uuid not null,
    development_area_id uuid,
    advances_short_term boolean not null,
    advances_long_term boolean not null,
    supports_action_item_id uuid,
    status text not null,
    progress_percent integer not null,
    starts_on date,
    due_on date,
    overdue_from timestamptz,
    support_needed text,
    completed_at timestamptz,
    last_progress_at timestamptz,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null,
    constraint action_items_pk primary key (tenant_id, id),
    constraint action_items_plan_fk foreign key (tenant_id, plan_id) references plans (tenant_id, id) on delete cascade,
    constraint action_items_responsible_fk foreign key (tenant_id, responsible_id) references people (tenant_id, id),
    constraint action_items_supports_fk foreign key (tenant_id, supports_action_item_id) references action_items (tenant_id, id),
    constraint action_items_kind_known check (kind in ('development', 'support')),
    constraint action_items_status_known check (status in ('not_started', 'in_progress', 'blocked', 'done', 'cancelled')),
    constraint action_items_percent_range check (progress_percent between 0 and 100)
);
create index action_items_by_plan on action_items (tenant_id, plan_id, id);
create index action_items_by_progress on action_items (tenant_id, plan_id, status, progress_percent, due_on, overdue_from, last_progress_at);
create index action_items_by_responsible on action_items (tenant_id, responsible_id, id);
create index action_items_by_due on action_items (tenant_id, due_on, id);
create index action_items_by_support on action_items (tenant_id, supports_action_item_id);

create table progress_updates (
    tenant_id uuid not null,
    id uuid not null,
    action_item_id uuid not null,
    author_id uuid,
    status text not null,
    progress_percent integer not null,
    note text,
    recorded_at timestamptz not null,
    constraint progress_updates_pk primary key (tenant_id, id),
    constraint progress_updates_item_fk foreign key (tenant_id, action_item_id) references action_items (tenant_id, id) on delete cascade,
    constraint progress_updates_author_fk foreign key (tenant_id, author_id) references people (tenant_id, id)
);
create index progress_updates_by_item on progress_updates (tenant_id, action_item_id, id);

create table events (
    tenant_id uuid not null,
    id uuid not null,
    type text not null,
    subject text not null,
    actor_id uuid,
    data text not null,
    occurred_at timestamptz not null,
    constraint events_pk primary key (tenant_id, id)
);

create table idempotency_records (
    tenant_id uuid not null,
    caller text not null,
    key text not null,
    fingerprint text not null,
    status integer not null,
    location text,
    etag text,
    body text not null,
    expires_at timestamptz not null,
    constraint idempotency_records_pk primary key (tenant_id, caller, key)
);
create index idempotency_records_by_expiry on idempotency_records (expires_at);
