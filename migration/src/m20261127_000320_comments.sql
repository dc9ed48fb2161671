-- What people say about a shared plan: on the whole, on an answer or on an action item. Rows never change. `revision` is the
-- latest one at that time: withdrawing it closes the comment, too.
create table comments (
    tenant_id uuid not null,
    id uuid not null,
    plan_id uuid not null,
    revision integer not null,
    author_id uuid not null,
    subject_kind text not null,
    question text,
    answer_id uuid,
    action_item_id uuid,
    text text not null,
    mentions text not null,
    closed_to_author boolean not null default false,
    created_at timestamptz not null,
    constraint comments_pk primary key (tenant_id, id),
    constraint comments_revision_fk foreign key (tenant_id, plan_id, revision) references revisions (tenant_id, plan_id, number),
    constraint comments_author_fk foreign key (tenant_id, author_id) references people (tenant_id, id),
    constraint comments_action_item_fk foreign key (tenant_id, action_item_id) references action_items (tenant_id, id) on delete cascade
);
create index comments_by_plan on comments (tenant_id, plan_id, id);
create index comments_by_author on comments (tenant_id, author_id, plan_id);
create index comments_by_action_item on comments (tenant_id, action_item_id);

-- Development actions that others propose to a plan's owner. `template_id` is for templates of actions.
create table proposals (
    tenant_id uuid not null,
    id uuid not null,
    plan_id uuid not null,
    revision integer not null,
    author_id uuid not null,
    title text not null,
    description text,
    development_area_id uuid,
    due_on date,
    template_id uuid,
    status text not null,
    answer text,
    action_item_id uuid,
    closed_to_author boolean not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    version bigint not null,
    constraint proposals_pk primary key (tenant_id, id),
    constraint proposals_revision_fk foreign key (tenant_id, plan_id, revision) references revisions (tenant_id, plan_id, number),
    constraint proposals_author_fk foreign key (tenant_id, author_id) references people (tenant_id, id),
    constraint proposals_status_known check (status in ('proposed', 'accepted', 'declined', 'withdrawn'))
);
create index proposals_by_plan on proposals (tenant_id, plan_id, id);
create index proposals_by_author on proposals (tenant_id, author_id, plan_id);

-- Where an action item came from. The template may have been deleted since.
alter table action_items add column proposal_id uuid;
alter table action_items add column template_id uuid;
