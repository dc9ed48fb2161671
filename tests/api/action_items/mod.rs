//! `/v1/action-items`, and those of a plan.

mod change;
mod create;
mod lists;
mod overdue;
mod progress;
