-- Courses, documents and evidence of an action item, as JSON.
alter table action_items add column links text not null default '[]';

-- The links with an id in another system, by which that system reports progress. Derived from `action_items.links`.
create table action_item_links (
    tenant_id uuid not null,
    plan_id uuid not null,
    external_id text not null,
    action_item_id uuid not null,
    constraint action_item_links_pk primary key (tenant_id, plan_id, external_id, action_item_id),
    constraint action_item_links_item_fk foreign key (tenant_id, action_item_id) references action_items (tenant_id, id)
        on delete cascade
);
create index action_item_links_by_item on action_item_links (tenant_id, action_item_id);

-- The references in the answers of a plan: those of the working copy, with revision 0, and those of each revision.
-- Derived from `plans.answers`.
create table plan_references (
    tenant_id uuid not null,
    plan_id uuid not null,
    revision integer not null,
    answer_id uuid not null,
    section text not null,
    uri text not null,
    constraint plan_references_pk primary key (tenant_id, plan_id, revision, answer_id),
    constraint plan_references_plan_fk foreign key (tenant_id, plan_id) references plans (tenant_id, id)
        on delete cascade
);
create index plan_references_by_uri on plan_references (tenant_id, uri, plan_id, revision);
