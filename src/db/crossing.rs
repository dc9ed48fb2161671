//! Statements that are not about one tenant: all of them, each with its reason and its cost.
//!
//! Everything else goes through the handles of one tenant. A statement beyond that needs a [`Crossing`], so that there
//! is none without a row in this list. On a distributed PostgreSQL each costs a round trip to every node, so background
//! work uses them to find the tenants that have work, and does the work tenant by tenant. They never write or lock rows
//! of tenants: two locks in different orders on two nodes would be a deadlock that lasts.

use std::future::Future;

use sea_orm::DbErr;

use super::{read::only_reads, scope};

/// Why a statement is not about one tenant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crossing {
    Tenants,
    RespondingTenants,
    DueReminders,
    EnabledWebhooks,
    Webhooks,
    OldEvents,
    UnsealedAudit,
    AuditHeads,
    OldAudit,
    ExpiredResponses,
    Backlog,
    Totals,
    KeysInUse,
    OwnKey,
    Realms,
    Directory,
    KeptProgress,
    KeptAgreements,
    DeletedTenants,
    Retention,
}

/// Who issues a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Issuer {
    /// A worker, in the background.
    Background,
    /// A process that starts, or checks whether it is ready.
    Start,
    /// A command that an operator runs.
    Command,
}

/// A row of the list.
#[derive(Clone, Copy, Debug)]
pub struct About {
    pub name: &'static str,
    pub issuer: Issuer,
    pub reason: &'static str,
    pub cost: &'static str,
}

impl Crossing {
    pub const ALL: [Self; 20] = [
        Self::Tenants,
        Self::RespondingTenants,
        Self::DueReminders,
        Self::EnabledWebhooks,
        Self::Webhooks,
        Self::OldEvents,
        Self::UnsealedAudit,
        Self::AuditHeads,
        Self::OldAudit,
        Self::ExpiredResponses,
        Self::Backlog,
        Self::Totals,
        Self::KeysInUse,
        Self::OwnKey,
        Self::Realms,
        Self::Directory,
        Self::KeptProgress,
        Self::KeptAgreements,
        Self::DeletedTenants,
        Self::Retention,
    ];

    pub fn about(self) -> About {
        let (name, issuer, reason, cost) = match self {
            Self::Tenants => (
                "tenants",
                Issuer::Command,
                "`identities move` and `audit verify` without `--tenant` take every tenant; the ledger is of all",
                "reads the table of tenants",
            ),
            Self::RespondingTenants => (
                "responding tenants",
                Issuer::Background,
                "lists the tenants of the other nodes while a node of a Citus cluster is down, every 5 s",
                "a new connection for each shard of the table of tenants",
            ),
            Self::DueReminders => (
                "due reminders",
                Issuer::Background,
                "finds the tenants with due reminders, every 15 s",
                "looks into five partial indexes for each tenant",
            ),
            Self::EnabledWebhooks => (
                "enabled webhooks",
                Issuer::Background,
                "finds the tenants whose webhooks have to be served, every second",
                "reads the table of webhooks, of which a tenant has 20 at most",
            ),
            Self::Webhooks => (
                "webhooks",
                Issuer::Background,
                "finds the tenants whose old deliveries are deleted and whose secrets get a new key, every 10 min",
                "reads the table of webhooks",
            ),
            Self::OldEvents => (
                "old events",
                Issuer::Background,
                "finds the tenants with events that have expired, every 10 min",
                "one look-up in the primary key of events for each tenant",
            ),
            Self::UnsealedAudit => (
                "unsealed audit records",
                Issuer::Background,
                "finds the tenants with changes and reads that the audit log has to seal, every 30 s",
                "two look-ups in the indexes of events and one in that of counted reads for each tenant",
            ),
            Self::AuditHeads => (
                "heads of the audit log",
                Issuer::Background,
                "checks that only the service has written how far each audit log is sealed, every 10 min",
                "reads one row for each tenant",
            ),
            Self::OldAudit => (
                "old audit records",
                Issuer::Background,
                "finds the tenants with audit records that have expired, every 10 min",
                "one look-up in the index of audit records for each tenant",
            ),
            Self::ExpiredResponses => (
                "expired responses",
                Issuer::Background,
                "finds the keys of stored responses that have expired, every 10 min",
                "reads the expired rows of an index, 1,000 at a time; idle tenants cost nothing",
            ),
            Self::Backlog => (
                "backlog",
                Issuer::Background,
                "measures how far feed and deliveries are behind, every 15 s",
                "two look-ups in the index of the feed for each tenant, and the due deliveries",
            ),
            Self::Totals => (
                "totals",
                Issuer::Background,
                "counts tenants, people and plans, and adds up the action items of plans, every 60 s",
                "reads an index of each of these tables and the narrow rows of plan_progress, on each node in parallel",
            ),
            Self::KeysInUse => (
                "keys in use",
                Issuer::Start,
                "checks that every stored secret can be decrypted, once when a process starts",
                "reads the table of webhooks",
            ),
            Self::OwnKey => (
                "own key",
                Issuer::Start,
                "reads or stores the key of the installation, once when a process starts",
                "one row of a table on the coordinator, which has none of a tenant",
            ),
            Self::Realms => (
                "realms",
                Issuer::Start,
                "looks up the realm of the configured issuer, once a process, with its first token",
                "one row of a table on the coordinator, which has none of a tenant",
            ),
            Self::Directory => (
                "directory",
                Issuer::Command,
                "`check` compares the tokens of a file with the people of all tenants",
                "reads the tables of people and identities",
            ),
            Self::KeptProgress => (
                "kept progress",
                Issuer::Command,
                "`check` compares the progress kept of plans with their action items",
                "reads the tables of action items and plan_progress, on each node in parallel",
            ),
            Self::KeptAgreements => (
                "kept agreements",
                Issuer::Command,
                "`check` compares the agreement kept of plans with those that their managers gave",
                "reads the table of plans, and a few rows of three others for each, on each node in parallel",
            ),
            Self::DeletedTenants => (
                "deleted tenants",
                Issuer::Command,
                "`tenant delete` notes the tenant, and the ledger lists those that were deleted",
                "a few rows of a table on the coordinator, which has none of a tenant",
            ),
            Self::Retention => (
                "retention",
                Issuer::Background,
                "finds the tenants with rules of their own, and those with people who have left, every 10 min",
                "reads the table of tenants, with one look-up in an index of people for each",
            ),
        };
        About { name, issuer, reason, cost }
    }

    /// Refuses a statement that this crossing does not cover: one of a request, and one that writes or locks rows of
    /// tenants.
    pub(super) fn check(self, sql: &str) -> Result<(), DbErr> {
        let About { name, issuer, .. } = self.about();
        if issuer != Issuer::Start && IN_REQUEST.try_with(|()| ()).is_ok() {
            return Err(DbErr::Custom(format!("a request goes beyond its tenant ({name}): {sql}")));
        }
        if !only_reads(sql) && scope::has_tenant_table(sql) {
            return Err(DbErr::Custom(format!("a statement locks rows of several tenants ({name}): {sql}")));
        }
        scope::cover(sql);
        Ok(())
    }
}

tokio::task_local! {
    static IN_REQUEST: ();
}

/// Marks what a future does as done for a request, which goes to one tenant only.
pub fn in_request<F: Future>(request: F) -> impl Future<Output = F::Output> {
    IN_REQUEST.scope((), request)
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt as _;

    use super::*;

    const READ: &str = "select tenant_id from plans where reminder_at <= $1";

    #[test]
    fn only_a_read_goes_beyond_one_tenant() {
        assert!(Crossing::DueReminders.check(READ).is_ok());
        for locks in [
            "select tenant_id from plans where reminder_at <= $1 for update skip locked",
            "delete from idempotency_records where expires_at < $1",
            "update plans set reminder_at = null where reminder_at <= $1",
        ] {
            assert!(Crossing::DueReminders.check(locks).is_err(), "{locks}");
        }
        let own = "insert into installation_keys (name, key, created_at) values ($1, $2, $3)";
        assert!(Crossing::OwnKey.check(own).is_ok());
    }

    #[test]
    fn a_request_stays_within_its_tenant() {
        let within = in_request(async { Crossing::ALL.map(|crossing| crossing.check(READ).is_ok()) });
        let within = within.now_or_never();
        let starts = Crossing::ALL.map(|crossing| crossing.about().issuer == Issuer::Start);
        assert_eq!(within, Some(starts));
    }
}
