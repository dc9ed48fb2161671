//! `/v1/action-items`, and those of a plan.

mod change;
mod create;
mod import;
mod import_by_link;
mod links;
mod lists;
mod overdue;
mod progress;
