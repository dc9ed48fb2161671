//! Logs, metrics and traces. None of them contains names, addresses, tokens, answers or bodies.

pub mod logs;
pub mod metrics;
pub mod readings;
pub mod traces;

use tracing_subscriber::{layer::SubscriberExt, util::SubscriberInitExt};

use self::{logs::LogFilter, traces::Traces};
use crate::config::{BadSetting, TelemetryConfig};

/// Logs and traces of the process, until it ends.
#[derive(Debug)]
pub struct Telemetry {
    pub log_filter: LogFilter,
    traces: Option<Traces>,
}

impl Telemetry {
    /// Starts to log to standard error and, if the settings name a collector, to send traces.
    pub fn start(config: &TelemetryConfig) -> Result<Self, BadSetting> {
        let (layer, log_filter) = logs::layer(config)?;
        tracing_subscriber::registry().with(layer).init();
        Ok(Self { log_filter, traces: traces::start(config)? })
    }

    /// Sends the spans that are still buffered.
    pub fn end(self) {
        if let Some(traces) = self.traces {
            traces.end();
        }
    }
}
