//! Collectors: values that are not counted as they change, but read when the metrics are. They show the process and the
//! last measurement of the installation.

use std::{
    fmt,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use prometheus_client::{
    collector::Collector,
    encoding::{DescriptorEncoder, EncodeGaugeValue, EncodeMetric},
    metrics::{MetricType, counter::ConstCounter, gauge::ConstGauge},
};

/// How far the change feed and webhook deliveries are behind, over all tenants.
#[derive(Clone, Copy, Debug)]
pub struct Backlog {
    /// Position of the latest event that readers of a change feed can see.
    pub feed_head: i64,
    /// Age in seconds of the oldest event that an open transaction hides from readers; 0 if there is none.
    pub feed_age: f64,
    /// Deliveries whose time has come and that have not been made.
    pub due: i64,
    /// For how many seconds the oldest of these has been due; 0 if there is none.
    pub lag: f64,
    /// Webhooks that are enabled.
    pub enabled: i64,
    /// Webhooks that are disabled.
    pub disabled: i64,
}

/// Row counts over all tenants.
#[derive(Clone, Debug)]
pub struct Totals {
    pub tenants: i64,
    /// Active people.
    pub people: i64,
    /// Each status with its count.
    pub plans: [(&'static str, i64); 5],
    /// Each status with its count.
    pub action_items: [(&'static str, i64); 5],
}

/// The last measurement of the installation. Cheap to clone; clones share it.
#[derive(Clone, Debug, Default)]
pub struct Readings(Arc<Mutex<LastReadings>>);

/// Both are none in a process that does not measure: one that is not a worker.
#[derive(Debug, Default)]
pub struct LastReadings {
    pub backlog: Option<Backlog>,
    pub totals: Option<Totals>,
}

impl Readings {
    pub fn lock(&self) -> MutexGuard<'_, LastReadings> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Collector for Readings {
    fn encode(&self, mut encoder: DescriptorEncoder) -> fmt::Result {
        let last = self.lock();
        if let Some(backlog) = &last.backlog {
            let Backlog { feed_head, feed_age, due, lag, .. } = *backlog;
            gauge(
                &mut encoder,
                "groundwork_event_feed_head",
                "Position of the latest event that readers of a change feed can see.",
                feed_head,
            )?;
            gauge(
                &mut encoder,
                "groundwork_event_feed_age_seconds",
                "Age of the oldest event that an open transaction hides from readers; 0 if there is none.",
                feed_age,
            )?;
            gauge(
                &mut encoder,
                "groundwork_webhook_deliveries_due",
                "Deliveries that are due and not being sent.",
                due,
            )?;
            gauge(
                &mut encoder,
                "groundwork_webhook_lag_seconds",
                "How long the oldest of them has been due, in seconds.",
                lag,
            )?;
            let webhooks = [("enabled", backlog.enabled), ("disabled", backlog.disabled)];
            by_label(&mut encoder, "groundwork_webhooks", "Webhooks, by state.", "state", webhooks)?;
        }
        if let Some(totals) = &last.totals {
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

/// The process, as `/proc` shows it on Linux; nothing elsewhere.
#[derive(Debug)]
pub struct Process;

impl Collector for Process {
    #[cfg(target_os = "linux")]
    fn encode(&self, mut encoder: DescriptorEncoder) -> fmt::Result {
        use procfs::{WithCurrentSystemInfo, process::LimitValue};
        // A value that cannot be read is left out.
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
                let help = "When the process started, in seconds since the Unix epoch.";
                gauge(&mut encoder, "process_start_time_seconds", help, started)?;
            }
        }
        if let Ok(open) = process.fd_count() {
            gauge(&mut encoder, "process_open_fds", "Open files and connections.", open as u64)?;
        }
        if let Ok(limits) = process.limits()
            && let LimitValue::Value(most) = limits.max_open_files.soft_limit
        {
            gauge(&mut encoder, "process_max_fds", "Maximum open files and connections.", most)?;
        }
        Ok(())
    }

    #[cfg(not(target_os = "linux"))]
    fn encode(&self, _: DescriptorEncoder) -> fmt::Result {
        Ok(())
    }
}
