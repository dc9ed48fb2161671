//! What is counted and measured, in the form that Prometheus reads (OpenMetrics). No label carries a tenant, a person,
//! an id or a path that somebody made up.

use std::{
    fmt,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use actix_web::http::{Method, StatusCode};
use chrono::{DateTime, Utc};
use prometheus_client::{
    collector::Collector,
    encoding::{DescriptorEncoder, EncodeGaugeValue, EncodeLabelSet, EncodeMetric, text},
    metrics::{
        MetricType,
        counter::{ConstCounter, Counter},
        family::Family,
        gauge::{ConstGauge, Gauge},
        histogram::Histogram,
        info::Info,
    },
    registry::Registry,
};

use super::figures::{Backlog, Totals};
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
        let requests: Family<_, _, fn() -> Histogram> =
            Family::new_with_constructor(|| Histogram::new(DURATIONS));
        registry.register(
            "http_server_request_duration_seconds",
            "From a request's arrival until its answer begins, in seconds",
            requests.clone(),
        );
        let active_requests = Gauge::default();
        registry.register(
            "http_server_active_requests",
            "Requests whose answers have not begun",
            active_requests.clone(),
        );
        let problems = Family::default();
        registry.register(
            "groundwork_problems",
            "Refusals of the present state, of a rate and of failures, by kind of problem",
            problems.clone(),
        );
        let rate_limited = Counter::default();
        registry.register(
            "groundwork_rate_limited",
            "Requests beyond the rate limit of their caller",
            rate_limited.clone(),
        );
        let attempts = Family::default();
        registry.register(
            "groundwork_webhook_attempts",
            "Attempts to deliver an event, by outcome",
            attempts.clone(),
        );
        let attempt_duration = Histogram::new(DURATIONS);
        registry.register(
            "groundwork_webhook_attempt_duration_seconds",
            "How long attempts to deliver take, in seconds",
            attempt_duration.clone(),
        );
        let ready = Gauge::default();
        registry.register(
            "groundwork_ready",
            "Whether the service was ready when last looked at",
            ready.clone(),
        );
        let last_success = Family::default();
        registry.register(
            "groundwork_worker_last_success_timestamp_seconds",
            "When a task last did its work, in seconds since the Unix epoch",
            last_success.clone(),
        );
        let failures = Family::default();
        registry.register("groundwork_worker_failures", "How often a task failed", failures.clone());
        let seen = Seen::default();
        registry.register_collector(Box::new(seen.clone()));
        registry.register_collector(Box::new(Pools(db)));
        registry.register_collector(Box::new(Process));
        let metrics = Self {
            registry,
            requests,
            active_requests,
            problems,
            rate_limited,
            attempts,
            attempt_duration,
            ready,
            last_success,
            failures,
            seen,
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
        self.seen.lock().0 = Some(backlog);
    }

    pub fn saw_totals(&self, totals: Totals) {
        self.seen.lock().1 = Some(totals);
    }
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

/// What a look at the database last found; nothing where nobody in this process looks.
#[derive(Clone, Debug, Default)]
struct Seen(Arc<Mutex<(Option<Backlog>, Option<Totals>)>>);

impl Seen {
    fn lock(&self) -> std::sync::MutexGuard<'_, (Option<Backlog>, Option<Totals>)> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Collector for Seen {
    fn encode(&self, mut encoder: DescriptorEncoder) -> fmt::Result {
        let seen = self.lock();
        if let Some(backlog) = &seen.0 {
            let Backlog { feed_head, feed_age, due, lag, .. } = *backlog;
            gauge(
                &mut encoder,
                "groundwork_event_feed_head",
                "The highest place told in any change feed.",
                feed_head,
            )?;
            gauge(
                &mut encoder,
                "groundwork_event_feed_age_seconds",
                "Age of the oldest event that an open transaction keeps from being told; 0 if there is none.",
                feed_age,
            )?;
            gauge(
                &mut encoder,
                "groundwork_webhook_deliveries_due",
                "Deliveries due and not being made.",
                due,
            )?;
            gauge(
                &mut encoder,
                "groundwork_webhook_lag_seconds",
                "For how long the oldest of those has been due.",
                lag,
            )?;
            let webhooks = [("enabled", backlog.enabled), ("disabled", backlog.disabled)];
            by_label(&mut encoder, "groundwork_webhooks", "Webhooks, by state.", "state", webhooks)?;
        }
        if let Some(totals) = &seen.1 {
            gauge(&mut encoder, "groundwork_tenants", "Customer organisations.", totals.tenants)?;
            gauge(&mut encoder, "groundwork_people", "Active people.", totals.people)?;
            by_label(&mut encoder, "groundwork_plans", "Plans, by status.", "status", totals.plans())?;
            let items = totals.action_items();
            by_label(&mut encoder, "groundwork_action_items", "Action items, by status.", "status", items)?;
        }
        Ok(())
    }
}

fn gauge(
    encoder: &mut DescriptorEncoder,
    name: &str,
    help: &str,
    value: impl EncodeGaugeValue + Copy,
) -> fmt::Result {
    encoder.encode_descriptor(name, help, None, MetricType::Gauge)?.encode_gauge(&value)
}

fn by_label<'a>(
    encoder: &mut DescriptorEncoder,
    name: &str,
    help: &str,
    label: &str,
    values: impl IntoIterator<Item = (&'a str, i64)>,
) -> fmt::Result {
    let mut family = encoder.encode_descriptor(name, help, None, MetricType::Gauge)?;
    for (value, number) in values {
        ConstGauge::new(number).encode(family.encode_family(&[(label, value)])?)?;
    }
    Ok(())
}

/// The pools, as they are when they are asked after.
#[derive(Debug)]
struct Pools(Database);

impl Collector for Pools {
    fn encode(&self, mut encoder: DescriptorEncoder) -> fmt::Result {
        let pools = self.0.pools();
        let label = |pool: &'static str| [("pool", pool)];
        let help = "Connections to the database, by pool and state.";
        let mut count =
            encoder.encode_descriptor("db_client_connection_count", help, None, MetricType::Gauge)?;
        for pool in &pools {
            for (state, number) in [("used", pool.used), ("idle", pool.idle)] {
                let labels = [("pool", pool.name), ("state", state)];
                ConstGauge::new(number).encode(count.encode_family(&labels)?)?;
            }
        }
        let help = "The most connections that a pool may have.";
        let mut max = encoder.encode_descriptor("db_client_connection_max", help, None, MetricType::Gauge)?;
        for pool in &pools {
            ConstGauge::new(pool.max).encode(max.encode_family(&label(pool.name))?)?;
        }
        let help = "How long those waited for a connection who had to, in seconds.";
        let name = "db_client_connection_wait_time_seconds";
        let mut waits = encoder.encode_descriptor(name, help, None, MetricType::Histogram)?;
        for pool in &pools {
            pool.waits.encode(waits.encode_family(&label(pool.name))?)?;
        }
        let help = "How often the wait for a connection was given up.";
        let mut timeouts =
            encoder.encode_descriptor("db_client_connection_timeouts", help, None, MetricType::Counter)?;
        for pool in &pools {
            pool.timeouts.encode(timeouts.encode_family(&label(pool.name))?)?;
        }
        Ok(())
    }
}

/// The process, as its system knows it.
#[derive(Debug)]
struct Process;

impl Collector for Process {
    #[cfg(target_os = "linux")]
    fn encode(&self, mut encoder: DescriptorEncoder) -> fmt::Result {
        use procfs::{WithCurrentSystemInfo, process::LimitValue};
        // What cannot be read is not told.
        let Ok(process) = procfs::process::Process::myself() else { return Ok(()) };
        if let Ok(stat) = process.stat() {
            let ticks = procfs::ticks_per_second() as f64;
            let cpu = ConstCounter::new((stat.utime + stat.stime) as f64 / ticks);
            let help = "Time on the CPU, in seconds.";
            cpu.encode(encoder.encode_descriptor("process_cpu_seconds", help, None, MetricType::Counter)?)?;
            let memory = stat.rss_bytes().get();
            gauge(&mut encoder, "process_resident_memory_bytes", "Memory in use, in bytes.", memory)?;
            if let Ok(boot) = procfs::boot_time_secs() {
                let started = boot as f64 + stat.starttime as f64 / ticks;
                let help = "When the process began, in seconds since the Unix epoch.";
                gauge(&mut encoder, "process_start_time_seconds", help, started)?;
            }
        }
        if let Ok(open) = process.fd_count() {
            gauge(&mut encoder, "process_open_fds", "Open files and connections.", open as u64)?;
        }
        if let Ok(limits) = process.limits()
            && let LimitValue::Value(most) = limits.max_open_files.soft_limit
        {
            gauge(&mut encoder, "process_max_fds", "The most files and connections that may be open.", most)?;
        }
        Ok(())
    }

    #[cfg(not(target_os = "linux"))]
    fn encode(&self, _: DescriptorEncoder) -> fmt::Result {
        Ok(())
    }
}
