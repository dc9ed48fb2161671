//! What is not counted as it happens, but read when the metrics are: the pools, the process, and what the last look at
//! the database found.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use prometheus_client::{
    collector::Collector,
    encoding::{DescriptorEncoder, EncodeGaugeValue, EncodeMetric},
    metrics::{MetricType, counter::ConstCounter, gauge::ConstGauge},
};

use super::figures::{Backlog, Totals};
use crate::db::Database;

/// What a look at the database last found; nothing where nobody in this process looks.
#[derive(Clone, Debug, Default)]
pub struct Seen(Arc<Mutex<Looks>>);

#[derive(Debug, Default)]
pub struct Looks {
    pub backlog: Option<Backlog>,
    pub totals: Option<Totals>,
}

impl Seen {
    pub fn lock(&self) -> MutexGuard<'_, Looks> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Collector for Seen {
    fn encode(&self, mut encoder: DescriptorEncoder) -> fmt::Result {
        let seen = self.lock();
        if let Some(backlog) = &seen.backlog {
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
        if let Some(totals) = &seen.totals {
            gauge(&mut encoder, "groundwork_tenants", "Customer organisations.", totals.tenants)?;
            gauge(&mut encoder, "groundwork_people", "Active people.", totals.people)?;
            by_label(&mut encoder, "groundwork_plans", "Plans, by status.", "status", totals.plans)?;
            let items = totals.action_items;
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
pub struct Pools(pub Database);

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
pub struct Process;

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
