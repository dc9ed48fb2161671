alter table tenants add column forgotten_position bigint not null default 0;
alter table events add column in_feed boolean not null default false;
alter table events add column position bigint;
create index events_by_position on events (tenant_id, position, id) where in_feed;
