//! Logs to standard error: JSON, or text on a terminal. The filter can be changed while the service runs.

use std::io::{IsTerminal, stderr};

use tracing_subscriber::{EnvFilter, Layer, Registry, fmt, reload};

use crate::config::{BadSetting, LogFormat, TelemetryConfig};

/// Decides which lines are logged. Cheap to clone.
#[derive(Clone, Debug)]
pub struct LogFilter(reload::Handle<EnvFilter, Registry>);

impl LogFilter {
    /// The current filter; none if logging has ended.
    pub fn text(&self) -> Option<String> {
        self.0.with_current(EnvFilter::to_string).ok()
    }

    /// Replaces the filter; the error says what is wrong with the new one.
    pub fn change(&self, filter: &str) -> Result<(), String> {
        let filter = read(filter)?;
        self.0.reload(filter).map_err(|error| error.to_string())
    }
}

/// The layer that writes the log, and its filter.
pub fn layer(config: &TelemetryConfig) -> Result<(impl Layer<Registry>, LogFilter), BadSetting> {
    let filter = read(&config.log).map_err(|fault| BadSetting {
        setting: "GROUNDWORK_LOG",
        fault,
        remedy: "write a level, such as info, or levels by module, such as groundwork=debug,warn",
    })?;
    let readable = match config.log_format {
        LogFormat::Auto => stderr().is_terminal(),
        LogFormat::Text => true,
        LogFormat::Json => false,
    };
    let layer = if readable {
        fmt::layer().with_target(false).with_writer(stderr).boxed()
    } else {
        // Puts the request's ids at the top level of each line, where tools that join logs and traces expect them.
        let json = json_subscriber::layer().with_writer(stderr).flatten_event(true);
        json.with_current_span(false).with_span_list(false).flatten_current_span_on_top_level(true).boxed()
    };
    let (filter, handle) = reload::Layer::new(filter);
    Ok((layer.with_filter(filter), LogFilter(handle)))
}

fn read(filter: &str) -> Result<EnvFilter, String> {
    if filter.trim().is_empty() {
        return Err("is empty".into());
    }
    EnvFilter::try_new(filter.trim()).map_err(|error| format!("cannot be read: {error}"))
}
