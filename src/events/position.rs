//! The horizon of the change feed: the position up to which it can be read.
//!
//! On PostgreSQL the position of an event is the id of its transaction. Transactions do not commit in the order of
//! their ids, so an open one may have a lower id than one that has committed. Readers therefore stop before the oldest
//! open transaction; otherwise they would skip its events.

use sea_orm::DbBackend;

/// A FROM item with the columns `horizon` and `sure` for the tenant `$1`: no event can appear before `horizon` any
/// longer. If `sure` is false, it is only a lower bound, because the database of an open transaction could not be found
/// out: query again.
pub fn horizon(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => "event_horizon()",
        // SQLite has one writer, so positions are assigned in the order of the commits: the next one is the horizon.
        _ => {
            "(select coalesce(max(position), 0) + 1 as horizon, true as sure from events \
             where tenant_id = $1 and in_feed)"
        }
    }
}

/// As [`horizon`], for all tenants at once. On SQLite it is the largest integer: there is one writer, so no open
/// transaction can hide a committed event.
pub fn installation_horizon(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => "event_horizon()",
        _ => "(select 9223372036854775807 as horizon)",
    }
}
