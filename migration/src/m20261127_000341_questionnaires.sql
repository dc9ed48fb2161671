-- The versions of the questionnaire that HR has published, from 2 on: version 1 comes with the service. JSON.
create table questionnaires (
    tenant_id uuid not null,
    version integer not null,
    languages text not null,
    definition text not null,
    published_at timestamptz not null,
    published_by_id uuid,
    constraint questionnaires_pk primary key (tenant_id, version),
    constraint questionnaires_publisher_fk foreign key (tenant_id, published_by_id) references people (tenant_id, id)
);

-- The version that was the current one when the plan was created.
alter table plans add column questionnaire_version integer not null default 1;
