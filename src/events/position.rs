//! How far the change feed can be read: up to the oldest transaction that is still open, as an event of it would take a
//! position before those of transactions that have committed since.

use sea_orm::DbBackend;

/// Selects `horizon`, before which no event can appear any more, for the tenant `$1`. If `sure` is false this is a
/// lower bound: ask again.
pub fn horizon(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => "event_horizon()",
        // One writer numbers events as it commits them: the next number is the horizon.
        _ => {
            "(select coalesce(max(position), 0) + 1 as horizon, true as sure from events \
             where tenant_id = $1 and in_feed)"
        }
    }
}

/// As [`horizon`], for all tenants at once. SQLite has one writer, so no committed event can be hidden by an older open
/// transaction.
pub fn installation_horizon(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => "event_horizon()",
        _ => "(select 9223372036854775807 as horizon)",
    }
}
