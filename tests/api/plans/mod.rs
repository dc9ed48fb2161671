//! `/v1/plans`.

mod access;
mod change;
mod create;
mod lifecycle;
mod lists;
mod managers;
mod readiness;
mod revisions;
mod sight;
mod visibility;
mod withdrawn;
