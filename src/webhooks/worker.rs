//! Creates deliveries from events, and sends them.
//!
//! No transaction is open during an HTTP request. Instead, a worker leases deliveries: it moves their `next_attempt_at`
//! past the longest time that sending can take. If the worker dies, they become due again at that time, and another
//! worker sends them. Any number of processes may run workers.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use chrono::{DateTime, Utc};
use futures_util::future::join_all;
use sea_orm::DbErr;
use tokio::{sync::OnceCell, task::JoinSet, time::Instant};
use tracing::Instrument;

use super::{
    rules::{self, EventPattern, Next, Outcome},
    secret::valid_secrets,
    send::Sender,
    store,
};
use crate::{
    auth::Actor,
    db::{Read, json_error},
    entity::{
        delivery::{self, DeliveryStatus},
        delivery_attempt, webhook,
        webhook::WebhookStatus,
    },
    events::{self, CloudEvent, store::EventRow},
    ids::{DeliveryId, TenantId, WebhookId},
    record::{Change, Event, OfWebhook},
    state::Core,
    telemetry::{
        metrics::Task,
        traces::{self, InContext, Span},
    },
};

/// How often the worker looks for events and due deliveries.
const POLL_EVERY: Duration = Duration::from_secs(1);

/// Maximum concurrent requests to one webhook. A slow receiver delays only its own deliveries.
const CONCURRENCY: usize = 8;

/// How much longer the lease of a delivery is than the timeout of the request.
const LEASE_MARGIN: Duration = Duration::from_secs(45);

/// Events per page of the feed.
const PAGE_SIZE: u32 = 100;

/// How far the stored position of a webhook may be behind the feed if no event in between matches its types. Storing
/// each new position would cost a write per poll.
const MAX_UNSAVED: i64 = 10_000;

/// Sends webhooks. Cheap to clone.
#[derive(Clone)]
pub struct Worker {
    core: Core,
    /// Created with the first delivery, because the root certificates take megabytes of memory.
    sender: Arc<OnceCell<Sender>>,
    /// The webhooks that this process is sending to now.
    busy: Arc<Mutex<HashSet<(TenantId, WebhookId)>>>,
}

impl Worker {
    pub fn new(core: Core) -> Self {
        core.metrics.start_outcomes(rules::OUTCOMES);
        Self { core, sender: Arc::default(), busy: Arc::default() }
    }

    /// Runs until the process is told to stop, and then finishes the running deliveries.
    pub async fn run(self) {
        let mut tasks = JoinSet::new();
        while !self.core.stopping.is_cancelled() {
            let dispatched = self.dispatch(&mut tasks).await;
            self.core.metrics.record_run(Task::Webhooks, dispatched.is_ok(), self.core.clock.now());
            if let Err(error) = dispatched {
                tracing::warn!(cause = %error, "webhook worker failed");
            }
            self.core.pause(POLL_EVERY).await;
            while tasks.try_join_next().is_some() {}
        }
        tasks.join_all().await;
    }

    /// Sends all due deliveries once, for tests.
    pub async fn step(&self) -> Result<(), DbErr> {
        let mut tasks = JoinSet::new();
        self.dispatch(&mut tasks).await?;
        tasks.join_all().await;
        Ok(())
    }

    /// Creates deliveries from new events, and starts a task for each webhook with due deliveries, unless one is
    /// running already.
    async fn dispatch(&self, tasks: &mut JoinSet<()>) -> Result<(), DbErr> {
        let mut work = store::tenants_with_enabled_webhooks(&self.core.db).await?;
        while let Some(tenant) = work.next_tenant() {
            work.record(self.dispatch_tenant(tenant, tasks).await)?;
        }
        work.finish().map(drop)
    }

    /// The same for one tenant. Returns the number of tasks.
    async fn dispatch_tenant(&self, tenant: TenantId, tasks: &mut JoinSet<()>) -> Result<u64, DbErr> {
        let db = self.core.db.reader(tenant);
        let enabled = store::list_enabled(&db).await?;
        if enabled.is_empty() {
            return Ok(0);
        }
        for webhook in enabled {
            self.read_feed(tenant, webhook).await?;
        }
        let mut started = 0;
        for webhook in store::webhooks_with_deliveries(&db, self.core.clock.now()).await? {
            if !self.busy().insert((tenant, webhook)) {
                continue;
            }
            let worker = self.clone();
            tasks.spawn(async move {
                if let Err(error) = worker.deliver(tenant, webhook).await {
                    tracing::warn!(cause = %error, webhook.id = %webhook, "sending deliveries failed");
                }
                worker.busy().remove(&(tenant, webhook));
            });
            started += 1;
        }
        Ok(started)
    }

    fn busy(&self) -> MutexGuard<'_, HashSet<(TenantId, WebhookId)>> {
        self.busy.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Creates deliveries from the events after the webhook's position in the feed.
    async fn read_feed(&self, tenant: TenantId, mut webhook: webhook::Model) -> Result<(), DbErr> {
        let patterns: Vec<EventPattern> = serde_json::from_str(&webhook.event_types).unwrap_or_default();
        let types = rules::types(&patterns);
        let db = self.core.db.reader(tenant);
        loop {
            let position = (webhook.feed_position, webhook.feed_event_id);
            let page = match events::store::list_events(&db, Some(position), Some(&types), PAGE_SIZE).await? {
                // It was disabled for longer than events are stored: continue with the oldest event.
                None => events::store::list_events(&db, None, Some(&types), PAGE_SIZE).await?,
                page => page,
            };
            let Some(page) = page else { return Ok(()) };
            if page.events.is_empty() && page.next.0 - position.0 < MAX_UNSAVED {
                return Ok(());
            }
            let mut txn = self.core.begin(tenant, Actor::default()).await?;
            let present = txn.row_for_update::<webhook::Entity>(webhook.id).await?;
            // If the row differs, another process has read the same events, or the webhook was changed. Leave it to
            // the next poll.
            let Some(present) = present.filter(|present| *present == webhook) else { return Ok(()) };
            let full = page.events.len() == PAGE_SIZE as usize;
            for row in page.events {
                let delivery = pending(txn.id(), present.id, tenant, row, txn.now());
                txn.insert(delivery.map_err(json_error)?);
            }
            (webhook.feed_position, webhook.feed_event_id) = page.next;
            txn.touch(present, webhook.clone())?;
            txn.commit().await?;
            if !full {
                return Ok(());
            }
        }
    }

    /// Sends the due deliveries of a webhook, [`CONCURRENCY`] at a time.
    async fn deliver(&self, tenant: TenantId, id: WebhookId) -> Result<(), DbErr> {
        while !self.core.stopping.is_cancelled() {
            let Some((webhook, leased)) = self.lease(tenant, id).await? else { return Ok(()) };
            let attempts = leased.into_iter().map(|delivery| self.attempt(&webhook, delivery));
            join_all(attempts).await.into_iter().collect::<Result<(), DbErr>>()?;
        }
        Ok(())
    }

    /// Leases some due deliveries: moves their `next_attempt_at` past the longest time that sending can take.
    async fn lease(
        &self,
        tenant: TenantId,
        id: WebhookId,
    ) -> Result<Option<(webhook::Model, Vec<delivery::Model>)>, DbErr> {
        let mut txn = self.core.begin(tenant, Actor::default()).await?;
        let now = txn.now();
        let webhook = txn.row::<webhook::Entity>(id).await?;
        let Some(webhook) = webhook.filter(|webhook| webhook.status == WebhookStatus::Enabled) else {
            return Ok(None);
        };
        let mut leased = store::lock_due_deliveries(&txn, id, now, CONCURRENCY).await?;
        for delivery in &mut leased {
            let before = delivery.clone();
            delivery.next_attempt_at = Some(now + self.core.webhooks.timeout + LEASE_MARGIN);
            delivery.tries += 1;
            txn.touch(before, delivery.clone())?;
        }
        txn.commit().await?;
        Ok(if leased.is_empty() { None } else { Some((webhook, leased)) })
    }

    /// Sends one delivery, within the trace of the request that caused the event.
    async fn attempt(&self, webhook: &webhook::Model, delivery: delivery::Model) -> Result<(), DbErr> {
        let cause = delivery.traceparent.as_deref();
        match Span::of_attempt(cause, &delivery.event_type, webhook.id.to_string()) {
            Some(trace) => {
                let (trace_id, span_id) = traces::ids(&trace.context());
                let span = tracing::error_span!("delivery", %trace_id, %span_id);
                let attempt = self.send(webhook, delivery, Some(&trace)).instrument(span);
                attempt.with_context(trace.context()).await
            }
            None => self.send(webhook, delivery, None).await,
        }
    }

    /// Sends one delivery and records the outcome.
    async fn send(
        &self,
        webhook: &webhook::Model,
        delivery: delivery::Model,
        trace: Option<&Span>,
    ) -> Result<(), DbErr> {
        let attempted_at = self.core.clock.now();
        let began = Instant::now();
        let id = delivery.event_id.to_string();
        let sender = self.sender.get_or_try_init(async || Sender::new(self.core.webhooks)).await;
        let sender = sender.map_err(|error| DbErr::Custom(error.to_string()))?;
        let (body, traceparent) = (delivery.payload.clone(), trace.and_then(Span::traceparent));
        let secrets = valid_secrets(&self.core.secrets, webhook, attempted_at);
        let secrets = secrets.map_err(|error| DbErr::Custom(format!("a webhook's secret: {error}")))?;
        let outcome = sender.send(webhook, &secrets, &id, body, traceparent, attempted_at).await;
        let duration = began.elapsed();
        self.core.metrics.count_attempt(outcome.name(), duration);
        if let Some(trace) = trace {
            trace.attempted(outcome.status(), outcome.name(), outcome.error().is_none());
        }
        let duration_ms = i32::try_from(duration.as_millis()).unwrap_or(i32::MAX);
        self.record(webhook, delivery, &outcome, attempted_at, duration_ms).await
    }

    async fn record(
        &self,
        webhook: &webhook::Model,
        delivery: delivery::Model,
        outcome: &Outcome,
        attempted_at: DateTime<Utc>,
        duration_ms: i32,
    ) -> Result<(), DbErr> {
        let tenant = webhook.tenant_id;
        let mut txn = self.core.begin(tenant, Actor::default()).await?;
        let now = txn.now();
        // Lock order: the webhook before its delivery, as in its deletion. A success of a healthy webhook changes only
        // the delivery, so it does not wait for the webhook's lock.
        let delivered = matches!(outcome, Outcome::Delivered { .. });
        if !delivered || webhook.failing_since.is_some() {
            let Some(present) = txn.row_for_update::<webhook::Entity>(webhook.id).await? else {
                return Ok(());
            };
            update_health(&mut txn, present, outcome)?;
        }
        let present = store::lock_delivery(&txn, webhook.id, delivery.id).await?;
        // None if the webhook was deleted while the request ran.
        let Some(present) = present else { return Ok(()) };
        let attempt_id = txn.id();
        txn.insert(delivery_attempt::Model {
            tenant_id: tenant,
            id: attempt_id,
            delivery_id: delivery.id,
            attempted_at,
            duration_ms,
            status_code: outcome.status().map(Into::into),
            error: outcome.error().map(str::to_owned),
        });
        // If the time differs, a redelivery was requested while the request ran: keep its time.
        if present.next_attempt_at == delivery.next_attempt_at {
            let tries = usize::try_from(delivery.tries).unwrap_or(usize::MAX);
            let next = rules::next(outcome, tries, jitter(delivery.id), now);
            txn.touch(present.clone(), after(present, next, now))?;
        }
        txn.commit().await
    }
}

/// Sets or clears `failing_since` of a webhook after an attempt, and disables the webhook if it has failed for too long
/// or is gone.
fn update_health(txn: &mut Change, present: webhook::Model, outcome: &Outcome) -> Result<(), DbErr> {
    let now = txn.now();
    let delivered = matches!(outcome, Outcome::Delivered { .. });
    let failing_since = (!delivered).then(|| present.failing_since.unwrap_or(now));
    let after = webhook::Model { failing_since, ..present.clone() };
    match rules::disable(outcome, failing_since, now).filter(|_| present.status == WebhookStatus::Enabled) {
        Some(reason) => {
            tracing::warn!(webhook.id = %present.id, ?reason, "a webhook is disabled");
            let event = Event::WebhookDisabled(OfWebhook { webhook_id: present.id });
            txn.revise(present, rules::disabled(after, reason, now), event).map(drop)
        }
        None => txn.touch(present, after),
    }
}

/// A delivery of an event, due at once.
pub fn pending(
    id: DeliveryId,
    webhook_id: WebhookId,
    tenant_id: TenantId,
    event: EventRow,
    now: DateTime<Utc>,
) -> Result<delivery::Model, serde_json::Error> {
    Ok(delivery::Model {
        tenant_id,
        id,
        webhook_id,
        event_id: event.id,
        event_type: event.event_type.clone(),
        traceparent: event.traceparent.clone(),
        payload: serde_json::to_string(&CloudEvent::of(tenant_id, event))?,
        status: DeliveryStatus::Pending,
        tries: 0,
        next_attempt_at: Some(now),
        created_at: now,
        delivered_at: None,
    })
}

/// A number from 0 to 1, from the random last bytes of the delivery's id. The same delivery always has the same one.
fn jitter(id: DeliveryId) -> f64 {
    let [.., high, low] = id.0.into_bytes();
    f64::from(u16::from_be_bytes([high, low])) / f64::from(u16::MAX)
}

/// A delivery after an attempt.
fn after(delivery: delivery::Model, next: Next, now: DateTime<Utc>) -> delivery::Model {
    match next {
        Next::Done => delivery::Model {
            status: DeliveryStatus::Delivered,
            next_attempt_at: None,
            delivered_at: Some(now),
            ..delivery
        },
        Next::TryAt(at) => delivery::Model { next_attempt_at: Some(at), ..delivery },
        Next::GiveUp => delivery::Model { status: DeliveryStatus::Failed, next_attempt_at: None, ..delivery },
    }
}
