//! `/v1/action-items`, and those of a plan.

mod change;
mod create;
mod import;
mod lists;
mod overdue;
mod progress;
