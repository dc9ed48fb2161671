-- When a plan was completed: nothing of it is overdue from then on. Before, completing was the last change that others saw,
-- unless a manager changed later.
alter table plans add column completed_at timestamptz;
update plans set completed_at = shared_updated_at where status = 'completed';
