//! What is counted and measured, in the form that Prometheus reads (OpenMetrics). No label carries a tenant, a person,
//! an id or a path that somebody made up.

use std::{fmt, time::Duration};

use actix_web::http::{Method, StatusCode};
use chrono::{DateTime, Utc};
use prometheus_client::{
    encoding::{EncodeLabelSet, text},
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram, info::Info},
    registry::{Metric, Registry},
};

use super::{
    figures::{Backlog, Totals},
    readings::{Pools, Process, Seen},
};
use crate::{db::Database, http::Kind};

/// The type of what [`Metrics::text`] returns.
pub const MEDIA_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// How long requests and attempts take, in seconds.
const DURATIONS: [f64; 14] =
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0];

/// What goes on without anybody asking.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    Webhooks,
    Reminders,
    Tidy,
    Figures,
}

/// Everything that is counted in one process.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    requests: Family<RequestLabels, Histogram, fn() -> Histogram>,
    active_requests: Gauge,
    problems: Family<KindLabel, Counter>,
    rate_limited: Counter,
    attempts: Family<OutcomeLabel, Counter>,
    attempt_duration: Histogram,
    ready: Gauge,
    last_success: Family<TaskLabel, Gauge>,
    failures: Family<TaskLabel, Counter>,
    seen: Seen,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RequestLabels {
    http_request_method: &'static str,
    http_route: String,
    http_response_status_code: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct KindLabel {
    kind: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct OutcomeLabel {
    outcome: &'static str,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct TaskLabel {
    task: &'static str,
}

/// A request that is being answered, until it is dropped.
pub struct ActiveRequest(Gauge);

impl Task {
    const ALL: [Self; 4] = [Self::Webhooks, Self::Reminders, Self::Tidy, Self::Figures];

    fn label(self) -> TaskLabel {
        let task = match self {
            Self::Webhooks => "webhooks",
            Self::Reminders => "reminders",
            Self::Tidy => "tidy",
            Self::Figures => "figures",
        };
        TaskLabel { task }
    }
}

impl Metrics {
    /// `outcomes` are those that an attempt to deliver can have.
    pub fn new(db: Database, outcomes: &[&'static str]) -> Self {
        let mut registry = Registry::default();
        let version = [("version", env!("CARGO_PKG_VERSION"))];
        registry.register("groundwork_build", "The version that runs", Info::new(version));
        let seen = Seen::default();
        registry.register_collector(Box::new(seen.clone()));
        registry.register_collector(Box::new(Pools(db)));
        registry.register_collector(Box::new(Process));
        let metrics = Self {
            requests: add(
                &mut registry,
                "http_server_request_duration_seconds",
                "From a request's arrival until its answer begins, in seconds",
                Family::new_with_constructor(|| Histogram::new(DURATIONS)),
            ),
            active_requests: add(
                &mut registry,
                "http_server_active_requests",
                "Requests whose answers have not begun",
                Gauge::default(),
            ),
            problems: add(
                &mut registry,
                "groundwork_problems",
                "Refusals of the present state, of a rate and of failures, by kind of problem",
                Family::default(),
            ),
            rate_limited: add(
                &mut registry,
                "groundwork_rate_limited",
                "Requests beyond the rate limit of their caller",
                Counter::default(),
            ),
            attempts: add(
                &mut registry,
                "groundwork_webhook_attempts",
                "Attempts to deliver an event, by outcome",
                Family::default(),
            ),
            attempt_duration: add(
                &mut registry,
                "groundwork_webhook_attempt_duration_seconds",
                "How long attempts to deliver take, in seconds",
                Histogram::new(DURATIONS),
            ),
            ready: add(
                &mut registry,
                "groundwork_ready",
                "Whether the service was ready when last looked at",
                Gauge::default(),
            ),
            last_success: add(
                &mut registry,
                "groundwork_worker_last_success_timestamp_seconds",
                "When a task last did its work, in seconds since the Unix epoch",
                Family::default(),
            ),
            failures: add(
                &mut registry,
                "groundwork_worker_failures",
                "How often a task failed",
                Family::default(),
            ),
            seen,
            registry,
        };
        metrics.begin_at_zero(outcomes);
        metrics
    }

    /// Lets what has never happened be seen to have happened never: otherwise its first time is no increase.
    fn begin_at_zero(&self, outcomes: &[&'static str]) {
        for kind in Kind::ALL.iter().filter(|kind| is_counted(**kind)) {
            drop(self.problems.get_or_create(&KindLabel { kind: kind.about().name }));
        }
        for outcome in outcomes {
            drop(self.attempts.get_or_create(&OutcomeLabel { outcome }));
        }
        for task in Task::ALL {
            drop(self.failures.get_or_create(&task.label()));
        }
    }

    /// Everything, as Prometheus reads it.
    pub fn text(&self) -> Result<String, fmt::Error> {
        let mut text = String::new();
        text::encode(&mut text, &self.registry)?;
        Ok(text)
    }

    pub fn request_begins(&self) -> ActiveRequest {
        self.active_requests.inc();
        ActiveRequest(self.active_requests.clone())
    }

    /// `route` is the template that the path follows, where there is one.
    pub fn request_answered(
        &self,
        method: &Method,
        route: Option<String>,
        status: StatusCode,
        duration: Duration,
    ) {
        let labels = RequestLabels {
            http_request_method: known_method(method),
            http_route: route.unwrap_or_else(|| "unmatched".to_owned()),
            http_response_status_code: status.as_u16(),
        };
        self.requests.get_or_create(&labels).observe(duration.as_secs_f64());
    }

    pub fn refused(&self, kind: Kind) {
        if is_counted(kind) {
            self.problems.get_or_create(&KindLabel { kind: kind.about().name }).inc();
        }
        if kind == Kind::TooManyRequests {
            self.rate_limited.inc();
        }
    }

    pub fn attempted(&self, outcome: &'static str, duration: Duration) {
        self.attempts.get_or_create(&OutcomeLabel { outcome }).inc();
        self.attempt_duration.observe(duration.as_secs_f64());
    }

    pub fn looked_ready(&self, ready: bool) {
        self.ready.set(ready.into());
    }

    pub fn worked(&self, task: Task, well: bool, now: DateTime<Utc>) {
        if well {
            self.last_success.get_or_create(&task.label()).set(now.timestamp());
        } else {
            self.failures.get_or_create(&task.label()).inc();
        }
    }

    pub fn saw_backlog(&self, backlog: Backlog) {
        self.seen.lock().backlog = Some(backlog);
    }

    pub fn saw_totals(&self, totals: Totals) {
        self.seen.lock().totals = Some(totals);
    }
}

/// Registers a metric, and keeps a handle to count with.
fn add<M: Metric + Clone>(registry: &mut Registry, name: &str, help: &str, metric: M) -> M {
    registry.register(name, help, metric.clone());
    metric
}

impl Drop for ActiveRequest {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// Whether a kind of problem is worth counting by itself: what callers do wrong shows in the statuses.
fn is_counted(kind: Kind) -> bool {
    let status = kind.about().status;
    status.is_server_error() || matches!(status, StatusCode::CONFLICT | StatusCode::TOO_MANY_REQUESTS)
}

/// The method's name, unless it is one that anybody could make up.
pub fn known_method(method: &Method) -> &'static str {
    const KNOWN: [&str; 9] = ["GET", "POST", "PATCH", "DELETE", "PUT", "HEAD", "OPTIONS", "CONNECT", "TRACE"];
    KNOWN.into_iter().find(|known| *known == method.as_str()).unwrap_or("_OTHER")
}
