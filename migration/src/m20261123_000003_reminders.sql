alter table action_items add column reminder_at timestamptz;
alter table action_items add column reminders_given integer not null default 0;
create index action_items_by_reminder on action_items (reminder_at) where reminder_at is not null;
update action_items set reminder_at = created_at where overdue_from is not null and status not in ('done', 'cancelled');

alter table plans add column reminder_at timestamptz;
alter table plans add column stale_since timestamptz;
create index plans_by_reminder on plans (reminder_at) where reminder_at is not null;
update plans set reminder_at = created_at where status in ('shared', 'agreed');

alter table feedback_requests add column reminder_at timestamptz;
create index feedback_requests_by_reminder on feedback_requests (reminder_at) where reminder_at is not null;
