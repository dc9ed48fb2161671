//! Logs: JSON where machines read them, plain on a terminal. Names, addresses, tokens, answers and bodies
//! are never logged.

use std::io::{IsTerminal, stderr};

use tracing_subscriber::{EnvFilter, fmt};

use crate::config::{BadSetting, LogConfig, LogFormat};

/// Begins to log, to standard error.
pub fn init(config: &LogConfig) -> Result<(), BadSetting> {
    let filter = EnvFilter::try_new(&config.log).map_err(|error| BadSetting {
        setting: "GROUNDWORK_LOG",
        fault: format!("cannot be read: {error}"),
        remedy: "write a level, as in info, or levels by module, as in groundwork=debug,warn",
    })?;
    let readable = match config.log_format {
        LogFormat::Auto => stderr().is_terminal(),
        LogFormat::Text => true,
        LogFormat::Json => false,
    };
    let logs = fmt().with_env_filter(filter).with_writer(stderr);
    if readable {
        logs.with_target(false).init();
    } else {
        logs.json().flatten_event(true).with_current_span(true).with_span_list(false).init();
    }
    Ok(())
}
