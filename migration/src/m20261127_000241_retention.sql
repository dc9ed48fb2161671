-- How long data of a tenant is kept, in days, if otherwise than the settings say. Leavers: 0 keeps them for good.
alter table tenants add column events_kept_days integer;
alter table tenants add column leavers_kept_days integer;
create index people_leavers on people (tenant_id, deactivated_at, id) where deactivated_at is not null and erased_at is null;
