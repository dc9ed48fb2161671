//! What requests and background work share, made once at start.

use std::{
    collections::{BTreeSet, HashSet},
    mem,
    ops::Deref,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use sea_orm::DbErr;
use tokio::{sync::watch, time::timeout};
use tokio_util::sync::CancellationToken;

use crate::{
    auth::{self, Actor, Authenticator, CallerLimits, PeopleGeneration},
    clock::Clock,
    config::{AuthSettings, BadSetting, PlansConfig, WebhookSettings},
    db::{Database, Outage, PoolMetrics},
    http::ProblemKind,
    ids::{Ids, TenantId},
    reads::ReadLog,
    record::Change,
    secrets::{Key, SealError, Secrets},
    telemetry::metrics::Metrics,
};

/// Why the encryption keys are not complete.
#[derive(Debug, thiserror::Error)]
pub enum KeysError {
    #[error(
        "GROUNDWORK_ENCRYPTION_KEY: the database has values that are encrypted with the key {0}, and the setting does \
         not name it\n  remedy: add that key at the end of the setting (a backup names the keys that it needs); values \
         are then encrypted again with the first key"
    )]
    Missing(String),
    #[error(
        "the database's own encryption key is damaged; restore the table installation_keys from a backup"
    )]
    Damaged,
    #[error(transparent)]
    Sealing(#[from] SealError),
    #[error(transparent)]
    Database(#[from] DbErr),
}

/// What requests need. Cheap to clone; all server threads share it.
#[derive(Clone)]
pub struct State {
    pub core: Core,
    pub authenticator: Authenticator,
    pub in_flight: InFlight,
}

/// What background work needs, and requests as well. Cheap to clone.
#[derive(Clone, Debug)]
pub struct Core {
    pub db: Database,
    pub clock: Clock,
    pub ids: Ids,
    pub metrics: Arc<Metrics>,
    /// Cancelled when the process is told to stop. Everything that waits should then stop waiting.
    pub stopping: CancellationToken,
    pub webhooks: WebhookSettings,
    /// Whether the schema is up to date. Until it is, requests are refused and background work waits.
    migrated: Arc<watch::Sender<bool>>,
    pub secrets: Secrets,
    pub plans: PlansConfig,
    /// Advanced by each change of people that this process commits.
    pub people_generation: PeopleGeneration,
    /// The reads of this process that are not written yet.
    pub reads: ReadLog,
}

impl Core {
    pub fn new(db: Database, clock: Clock, webhooks: WebhookSettings, secrets: Secrets) -> Self {
        let ids = Ids::new(clock.clone());
        let kinds = ProblemKind::ALL.iter().map(|kind| (kind.about().name, kind.about().status));
        let mut metrics = Metrics::new(kinds);
        metrics.register(PoolMetrics(db.clone()));
        Self {
            db,
            clock,
            ids,
            metrics: Arc::new(metrics),
            stopping: CancellationToken::new(),
            webhooks,
            migrated: Arc::new(watch::Sender::new(true)),
            secrets,
            plans: PlansConfig::default(),
            people_generation: PeopleGeneration::default(),
            reads: ReadLog::default(),
        }
    }
}

impl Core {
    /// Reads the key that the database holds, and checks that every value of the database can be decrypted. Makes a key
    /// if there is none, in the database or in the settings. Does nothing if it has succeeded before.
    pub async fn load_keys(&self) -> Result<(), KeysError> {
        if self.secrets.are_complete() {
            return Ok(());
        }
        if !self.secrets.are_given() {
            self.db.offer_own_key(&Key::generate()?, self.clock.now()).await?;
        }
        let own =
            self.db.own_key().await?.map(|key| Key::parse(&key).ok_or(KeysError::Damaged)).transpose()?;
        let own_id = own.as_ref().map(Key::id);
        let in_use = match self.db.keys_in_use().await {
            Err(error) if Outage::of(&error) == Some(Outage::NodeAway) => {
                // A process starts meanwhile: the tenants of other nodes are served.
                tracing::warn!(
                    cause = %error,
                    "a node of the cluster cannot be reached: not checked whether all its values can be decrypted"
                );
                BTreeSet::new()
            }
            in_use => in_use?,
        };
        for id in in_use {
            if !self.secrets.has(&id) && own_id.as_ref() != Some(&id) {
                return Err(KeysError::Missing(id));
            }
        }
        self.secrets.complete(own);
        Ok(())
    }

    /// Begins a transaction for a change of the tenant's rows by `actor`.
    pub async fn begin(&self, tenant: TenantId, actor: Actor) -> Result<Change, DbErr> {
        let txn = self.db.begin(tenant).await?;
        let (ids, now, generation) = (self.ids.clone(), self.clock.now(), self.people_generation.clone());
        Ok(Change::new(txn, ids, actor, now, generation))
    }

    /// Writes the reads that are noted.
    pub async fn flush_reads(&self) -> Result<(), DbErr> {
        self.reads.flush(&self.db, &self.clock).await
    }

    /// How many migrations the schema lacks.
    pub async fn missing_migrations(&self) -> Result<usize, DbErr> {
        Ok(self.db.migration_status().await?.iter().filter(|(_, taken)| !taken).count())
    }

    /// Says whether the schema is up to date.
    pub fn set_migrated(&self, is: bool) {
        self.migrated.send_if_modified(|migrated| mem::replace(migrated, is) != is);
    }

    pub fn is_migrated(&self) -> bool {
        *self.migrated.borrow()
    }

    /// Waits until the schema is up to date, or the process is told to stop.
    pub async fn until_migrated(&self) {
        let mut migrated = self.migrated.subscribe();
        tokio::select! {
            _ = migrated.wait_for(|migrated| *migrated) => {}
            () = self.stopping.cancelled() => {}
        }
    }

    /// Waits for so long, or until the process is told to stop.
    pub async fn pause(&self, pause: Duration) {
        let _ = timeout(pause, self.stopping.cancelled()).await;
    }
}

impl State {
    pub fn new(core: Core, settings: &AuthSettings, limits: CallerLimits) -> Result<Self, BadSetting> {
        let shared = auth::Shared {
            db: core.db.clone(),
            clock: core.clock.clone(),
            ids: core.ids.clone(),
            secrets: core.secrets.clone(),
            generation: core.people_generation.clone(),
            reads: core.reads.clone(),
        };
        let authenticator = Authenticator::new(settings, limits, shared)?;
        Ok(Self { core, authenticator, in_flight: InFlight::default() })
    }
}

impl Deref for State {
    type Target = Core;

    fn deref(&self) -> &Core {
        &self.core
    }
}

/// The idempotency keys of requests that are running in this process.
#[derive(Clone, Debug, Default)]
pub struct InFlight(Arc<Mutex<HashSet<(TenantId, String, String)>>>);

/// Holds a key until it is dropped.
pub struct Held<'a> {
    keys: &'a InFlight,
    key: (TenantId, String, String),
}

impl InFlight {
    /// Holds a key; none if it is held already.
    pub fn hold(&self, key: (TenantId, String, String)) -> Option<Held<'_>> {
        let mut keys = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        // `then` rather than `then_some`: a `Held` that is made and dropped would release the other request's key.
        keys.insert(key.clone()).then(|| Held { keys: self, key })
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.keys.0.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.key);
    }
}
