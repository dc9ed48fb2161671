//! Settings of logs, metrics and traces.

use std::net::SocketAddr;

use clap::{Args, ValueEnum};
use url::Url;

use super::BadSetting;

/// Logs, metrics and traces.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Telemetry")]
pub struct TelemetryConfig {
    /// Log filter, such as `info` or `groundwork=debug,warn`; `groundwork::http=debug` logs every request
    #[arg(
        long,
        env = "GROUNDWORK_LOG",
        default_value = "info,actix_http::h1=off,actix_server=warn,sea_orm_migration=warn",
        value_name = "FILTER"
    )]
    pub log: String,

    /// Log format; `auto` is text on a terminal and JSON elsewhere
    #[arg(long, env = "GROUNDWORK_LOG_FORMAT", default_value = "auto", value_name = "FORMAT")]
    pub log_format: LogFormat,

    /// Address and port of the operations port (metrics, health, log filter), or `off`. It needs no token: keep callers
    /// from it. Default: `127.0.0.1:9464` if that is free; none for `demo`
    #[arg(long, env = "GROUNDWORK_OPERATIONS_BIND", value_name = "ADDRESS", value_parser = operations_bind)]
    pub operations_bind: Option<OperationsBind>,

    /// OpenTelemetry collector that traces are sent to, by OTLP over HTTP. The other OTEL_* variables of OTLP
    /// exporters are honoured as well
    #[arg(long, env = "OTEL_EXPORTER_OTLP_ENDPOINT", hide_env_values = true, value_name = "URL")]
    pub otlp_endpoint: Option<String>,

    /// The same, as the full URL for traces
    #[arg(long, env = "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", hide_env_values = true, value_name = "URL")]
    pub otlp_traces_endpoint: Option<String>,

    // The variables below are OpenTelemetry's own: docs/operating.md lists them, `--help` does not.
    #[arg(long, env = "OTEL_EXPORTER_OTLP_PROTOCOL", hide = true)]
    pub otlp_protocol: Option<String>,

    #[arg(long, env = "OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", hide = true)]
    pub otlp_traces_protocol: Option<String>,

    #[arg(long, env = "OTEL_SDK_DISABLED", hide = true)]
    pub otel_sdk_disabled: Option<String>,

    #[arg(long, env = "OTEL_TRACES_EXPORTER", hide = true)]
    pub otel_traces_exporter: Option<String>,

    #[arg(long, env = "OTEL_SERVICE_NAME", hide = true)]
    pub otel_service_name: Option<String>,
}

impl TelemetryConfig {
    /// The URL that traces are sent to; none if no collector is set or tracing is turned off.
    pub fn traces_endpoint(&self) -> Result<Option<String>, BadSetting> {
        let Some(endpoint) = self.collector()? else { return Ok(None) };
        let is_disabled =
            given(&self.otel_sdk_disabled).is_some_and(|value| value.eq_ignore_ascii_case("true"));
        if is_disabled || given(&self.otel_traces_exporter) == Some("none") {
            return Ok(None);
        }
        for (setting, protocol) in [
            ("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", &self.otlp_traces_protocol),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", &self.otlp_protocol),
        ] {
            if let Some(protocol) = given(protocol).filter(|protocol| *protocol != "http/protobuf") {
                return Err(BadSetting {
                    setting,
                    fault: format!("{protocol} is not supported"),
                    remedy: "write http/protobuf, and use the collector's port for it, usually 4318",
                });
            }
        }
        Ok(Some(endpoint))
    }

    /// The URL of the collector for traces, if one is set.
    fn collector(&self) -> Result<Option<String>, BadSetting> {
        let (setting, url) = match (given(&self.otlp_traces_endpoint), given(&self.otlp_endpoint)) {
            (Some(url), _) => ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", url.trim_end_matches('/').to_owned()),
            (None, Some(url)) => {
                ("OTEL_EXPORTER_OTLP_ENDPOINT", format!("{}/v1/traces", url.trim_end_matches('/')))
            }
            (None, None) => return Ok(None),
        };
        let fault = match Url::parse(&url) {
            Ok(parsed) if matches!(parsed.scheme(), "http" | "https") => return Ok(Some(url)),
            Ok(_) => "begins neither with http:// nor with https://".to_owned(),
            Err(error) => format!("is not a URL: {error}"),
        };
        Err(BadSetting {
            setting,
            fault,
            remedy: "write the collector's address, such as http://127.0.0.1:4318",
        })
    }
}

/// The value of a variable; an empty one counts as unset (OpenTelemetry's specification).
fn given(value: &Option<String>) -> Option<&str> {
    value.as_deref().map(str::trim).filter(|value| !value.is_empty())
}

/// Where the operations port is served.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OperationsBind {
    Off,
    At(SocketAddr),
}

fn operations_bind(text: &str) -> Result<OperationsBind, String> {
    match text {
        "off" => Ok(OperationsBind::Off),
        address => address
            .parse()
            .map(OperationsBind::At)
            .map_err(|_| "write an address and a port, such as 127.0.0.1:9464, or off".into()),
    }
}

/// Format of log lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum LogFormat {
    Auto,
    Json,
    Text,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::defaults;

    #[test]
    fn traces_go_to_a_path_of_the_collector_or_to_the_very_url() {
        let endpoint = |flags: &[&str]| {
            let settings: TelemetryConfig = defaults(flags).unwrap();
            settings.traces_endpoint().map_err(|error| error.setting)
        };
        let url = |url: &str| Ok(Some(url.to_owned()));
        assert_eq!(endpoint(&["--otlp-endpoint", ""]), Ok(None));
        assert_eq!(endpoint(&["--otlp-endpoint=http://otel:4318"]), url("http://otel:4318/v1/traces"));
        assert_eq!(endpoint(&["--otlp-endpoint=https://otel/tenant/"]), url("https://otel/tenant/v1/traces"));
        let both = ["--otlp-endpoint=http://otel:4318", "--otlp-traces-endpoint=http://tempo:4318/in"];
        assert_eq!(endpoint(&both), url("http://tempo:4318/in"));
        assert_eq!(
            endpoint(&["--otlp-traces-endpoint=otel:4317"]),
            Err("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
        );
    }

    #[test]
    fn tracing_is_turned_off_by_opentelemetrys_own_variables() {
        let collector = "--otlp-endpoint=http://otel:4318";
        for off in ["--otel-sdk-disabled=TRUE", "--otel-traces-exporter=none"] {
            let settings: TelemetryConfig = defaults([collector, off]).unwrap();
            assert_eq!(settings.traces_endpoint().unwrap(), None, "{off}");
        }
        for on in ["--otel-sdk-disabled=false", "--otel-traces-exporter=otlp", "--otlp-protocol="] {
            let settings: TelemetryConfig = defaults([collector, on]).unwrap();
            assert!(settings.traces_endpoint().unwrap().is_some(), "{on}");
        }
    }
}
