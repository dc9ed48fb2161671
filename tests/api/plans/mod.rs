//! `/v1/plans`.

mod change;
mod create;
mod lifecycle;
mod lists;
mod readiness;
mod revisions;
mod visibility;
