alter table tenants add column restored_position bigint not null default 0;
