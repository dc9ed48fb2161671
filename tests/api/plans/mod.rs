//! `/v1/plans`.

mod access;
mod access_log;
mod change;
mod create;
mod kept_progress;
mod lifecycle;
mod lists;
mod managers;
mod readiness;
mod renewal;
mod revisions;
mod sight;
mod visibility;
mod withdrawn;
