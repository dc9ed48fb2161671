//! Metrics in the format of OpenMetrics, which Prometheus reads. No label contains a tenant, a person, an id or a path
//! chosen by a caller.

use std::{fmt, time::Duration};

use actix_web::http::{Method, StatusCode};
use chrono::{DateTime, Utc};
use prometheus_client::{
    collector::Collector,
    encoding::{EncodeLabelSet, text},
    metrics::{counter::Counter, family::Family, gauge::Gauge, histogram::Histogram, info::Info},
    registry::{Metric, Registry},
};

use super::readings::{Backlog, Process, Readings, Totals};

/// The type of what [`Metrics::text`] returns.
pub const MEDIA_TYPE: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Upper bounds of the histogram buckets for requests and delivery attempts, in seconds.
const DURATIONS: [f64; 14] =
    [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0];

/// In place of the template of a path that is no operation's.
pub const UNMATCHED: &str = "unmatched";

/// Background work, as the label `task` names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Task {
    Webhooks,
    Reminders,
    Tidy,
    Figures,
    Reads,
    Audit,
    AuditHeads,
    Secrets,
    Leavers,
    Totals,
}

/// The metrics of one process.
#[derive(Debug)]
pub struct Metrics {
    registry: Registry,
    requests: Family<RequestLabels, Histogram, fn() -> Histogram>,
    active_requests: Gauge,
    problems: Family<ProblemLabel, Counter>,
    rate_limited: Counter,
    attempts: Family<OutcomeLabel, Counter>,
    attempt_duration: Histogram,
    ready: Gauge,
    last_success: Family<TaskLabel, Gauge>,
    failures: Family<TaskLabel, Counter>,
    readings: Readings,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct RequestLabels {
    http_request_method: &'static str,
    http_route: String,
    http_response_status_code: u16,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct ProblemLabel {
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

/// Counts as an active request until it is dropped.
pub struct ActiveRequest(Gauge);

impl Task {
    pub const ALL: [Self; 10] = [
        Self::Webhooks,
        Self::Reminders,
        Self::Tidy,
        Self::Figures,
        Self::Reads,
        Self::Audit,
        Self::AuditHeads,
        Self::Secrets,
        Self::Leavers,
        Self::Totals,
    ];

    fn label(self) -> TaskLabel {
        let task = match self {
            Self::Webhooks => "webhooks",
            Self::Reminders => "reminders",
            Self::Tidy => "tidy",
            Self::Figures => "figures",
            Self::Reads => "reads",
            Self::Audit => "audit",
            Self::AuditHeads => "audit_heads",
            Self::Secrets => "secrets",
            Self::Leavers => "leavers",
            Self::Totals => "totals",
        };
        TaskLabel { task }
    }
}

impl Metrics {
    /// `problem_kinds` are the names of all problems with their statuses.
    pub fn new(problem_kinds: impl IntoIterator<Item = (&'static str, StatusCode)>) -> Self {
        let mut registry = Registry::default();
        let version = [("version", env!("CARGO_PKG_VERSION"))];
        registry.register("groundwork_build", "The version that runs", Info::new(version));
        let readings = Readings::default();
        registry.register_collector(Box::new(readings.clone()));
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
            readings,
            registry,
        };
        // All label sets start at 0, or Prometheus' `increase()` misses the first occurrence.
        for (kind, _) in problem_kinds.into_iter().filter(|(_, status)| is_counted(*status)) {
            drop(metrics.problems.get_or_create(&ProblemLabel { kind }));
        }
        for task in Task::ALL {
            drop(metrics.failures.get_or_create(&task.label()));
        }
        metrics
    }

    /// Adds a collector of another layer.
    pub fn register(&mut self, collector: impl Collector) {
        self.registry.register_collector(Box::new(collector));
    }

    /// Starts the count of each of these outcomes of a delivery attempt at 0.
    pub fn start_outcomes(&self, outcomes: &[&'static str]) {
        for outcome in outcomes {
            drop(self.attempts.get_or_create(&OutcomeLabel { outcome }));
        }
    }

    /// All metrics, as text for Prometheus.
    pub fn text(&self) -> Result<String, fmt::Error> {
        let mut text = String::new();
        text::encode(&mut text, &self.registry)?;
        Ok(text)
    }

    pub fn begin_request(&self) -> ActiveRequest {
        self.active_requests.inc();
        ActiveRequest(self.active_requests.clone())
    }

    /// Counts a response. `route` is the path's template, if one matched.
    pub fn count_response(
        &self,
        method: &Method,
        route: Option<String>,
        status: StatusCode,
        duration: Duration,
    ) {
        let labels = RequestLabels {
            http_request_method: known_method(method),
            http_route: route.unwrap_or_else(|| UNMATCHED.to_owned()),
            http_response_status_code: status.as_u16(),
        };
        self.requests.get_or_create(&labels).observe(duration.as_secs_f64());
    }

    /// Counts a problem that a request was answered with, by the name of its kind.
    pub fn count_problem(&self, kind: &'static str, status: StatusCode) {
        if is_counted(status) {
            self.problems.get_or_create(&ProblemLabel { kind }).inc();
        }
        if status == StatusCode::TOO_MANY_REQUESTS {
            self.rate_limited.inc();
        }
    }

    /// Counts an attempt to deliver an event to a webhook.
    pub fn count_attempt(&self, outcome: &'static str, duration: Duration) {
        self.attempts.get_or_create(&OutcomeLabel { outcome }).inc();
        self.attempt_duration.observe(duration.as_secs_f64());
    }

    pub fn set_ready(&self, ready: bool) {
        self.ready.set(ready.into());
    }

    /// Counts a run of background work, and remembers when it last succeeded.
    pub fn record_run(&self, task: Task, succeeded: bool, now: DateTime<Utc>) {
        if succeeded {
            self.last_success.get_or_create(&task.label()).set(now.timestamp());
        } else {
            self.failures.get_or_create(&task.label()).inc();
        }
    }

    pub fn set_backlog(&self, backlog: Backlog) {
        self.readings.lock().backlog = Some(backlog);
    }

    pub fn set_totals(&self, totals: Totals) {
        self.readings.lock().totals = Some(totals);
    }
}

/// Registers a metric, and returns the handle to count with.
fn add<M: Metric + Clone>(registry: &mut Registry, name: &str, help: &str, metric: M) -> M {
    registry.register(name, help, metric.clone());
    metric
}

impl Drop for ActiveRequest {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// Whether problems of this status are counted by kind. For the other client errors the response status is enough.
fn is_counted(status: StatusCode) -> bool {
    status.is_server_error() || matches!(status, StatusCode::CONFLICT | StatusCode::TOO_MANY_REQUESTS)
}

/// The method's name; `_OTHER` for methods that HTTP does not define, so that callers cannot create labels.
pub fn known_method(method: &Method) -> &'static str {
    const KNOWN: [&str; 9] = ["GET", "POST", "PATCH", "DELETE", "PUT", "HEAD", "OPTIONS", "CONNECT", "TRACE"];
    KNOWN.into_iter().find(|known| *known == method.as_str()).unwrap_or("_OTHER")
}
