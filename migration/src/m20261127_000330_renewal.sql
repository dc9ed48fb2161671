-- The plan that this one renews. It is never deleted while its owner can read it, so there is no foreign key.
alter table plans add column previous_plan_id uuid;
-- How the plan ended, as it was completed.
alter table plans add column outcome text;
-- The last day for which `plan.ended` was recorded.
alter table plans add column ended_on date;
-- The next check of each plan computes when it ends.
update plans set reminder_at = updated_at where status in ('shared', 'agreed');
