//! What the service tells about itself: logs, metrics and traces. Names, addresses, tokens, answers and bodies
//! are in none of them.

pub mod figures;
pub mod logs;
pub mod metrics;
mod readings;
pub mod traces;

use tracing_subscriber::{layer::SubscriberExt, util::SubscriberInitExt};

use self::{logs::LogFilter, traces::Traces};
use crate::config::{BadSetting, TelemetryConfig};

/// What goes on telling until the process ends.
#[derive(Debug)]
pub struct Telemetry {
    pub log_filter: LogFilter,
    traces: Option<Traces>,
}

impl Telemetry {
    /// Begins to log, to standard error, and to send traces where that is asked for.
    pub fn start(config: &TelemetryConfig) -> Result<Self, BadSetting> {
        let (layer, log_filter) = logs::layer(config)?;
        tracing_subscriber::registry().with(layer).init();
        Ok(Self { log_filter, traces: traces::start(config)? })
    }

    /// Sends what has been kept back.
    pub fn end(self) {
        if let Some(traces) = self.traces {
            traces.end();
        }
    }
}
