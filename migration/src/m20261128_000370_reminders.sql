-- The due reminders of a tenant are found and put in order by one index. By the time alone, SQLite preferred to read all
-- items of the tenant, for each hundred reminders and while nobody else could write.
drop index action_items_by_reminder;
create index action_items_by_reminder on action_items (tenant_id, reminder_at) where reminder_at is not null;
drop index plans_by_reminder;
create index plans_by_reminder on plans (tenant_id, reminder_at) where reminder_at is not null;
drop index feedback_requests_by_reminder;
create index feedback_requests_by_reminder on feedback_requests (tenant_id, reminder_at) where reminder_at is not null;
drop index discussions_by_reminder;
create index discussions_by_reminder on discussions (tenant_id, reminder_at) where reminder_at is not null;
drop index cycles_by_reminder;
create index cycles_by_reminder on cycles (tenant_id, reminder_at) where reminder_at is not null;
