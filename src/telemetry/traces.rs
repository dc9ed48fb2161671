//! Traces: a request, the statements that it takes and the deliveries that follow from it, sent by OTLP to a collector.
//! Where none is named, nothing here does anything.
//!
//! Spans are made by hand rather than from those of the log: there are three kinds of them, and what is private cannot
//! come in by accident.

use std::{
    borrow::Cow,
    env,
    sync::{
        OnceLock,
        atomic::{AtomicBool, Ordering},
    },
    time::Duration,
};

use actix_web::http::header::HeaderMap;
pub use opentelemetry::context::FutureExt as InContext;
use opentelemetry::{
    Context, KeyValue, SpanId, TraceId,
    propagation::{Extractor, TextMapPropagator},
    trace::{SpanContext, SpanKind, Status, TraceContextExt, Tracer, TracerProvider},
};
use opentelemetry_otlp::{SpanExporter, WithExportConfig};
use opentelemetry_sdk::{
    Resource,
    error::OTelSdkResult,
    propagation::TraceContextPropagator,
    resource::{EnvResourceDetector, TelemetryResourceDetector},
    trace::{SdkTracer, SdkTracerProvider, SpanData},
};

use crate::{
    client,
    config::{BadSetting, TelemetryConfig},
};

/// How long the end of the service waits for spans to be taken.
const FLUSH: Duration = Duration::from_secs(5);

/// How much of a statement is told.
const STATEMENT: usize = 500;

/// The one tracer of the process, where there is one: statements belong to whatever is being traced around them.
static TRACER: OnceLock<SdkTracer> = OnceLock::new();

/// Spans on their way to the collector.
#[derive(Debug)]
pub struct Traces(SdkTracerProvider);

/// A part of a trace, which ends when it is dropped.
pub struct Span(Context);

/// Begins to send traces to the collector that the settings name, if they do.
pub fn start(config: &TelemetryConfig) -> Result<Option<Traces>, BadSetting> {
    let Some(endpoint) = config.traces_endpoint()? else { return Ok(None) };
    if variable("OTEL_SDK_DISABLED").is_some_and(|value| value.eq_ignore_ascii_case("true"))
        || variable("OTEL_TRACES_EXPORTER").is_some_and(|value| value == "none")
    {
        return Ok(None);
    }
    for setting in ["OTEL_EXPORTER_OTLP_TRACES_PROTOCOL", "OTEL_EXPORTER_OTLP_PROTOCOL"] {
        if let Some(protocol) = variable(setting).filter(|protocol| protocol != "http/protobuf") {
            return Err(BadSetting {
                setting,
                fault: format!("{protocol} is not spoken here"),
                remedy: "write http/protobuf, and name the collector's port for it, as a rule 4318",
            });
        }
    }
    client::choose_cryptography();
    let exporter = SpanExporter::builder().with_http().with_endpoint(endpoint).build();
    let exporter = exporter.map_err(|error| BadSetting {
        setting: "OTEL_EXPORTER_OTLP_*",
        fault: error.to_string(),
        remedy: "correct it as OpenTelemetry's specification of the OTLP exporter says",
    })?;
    let provider = SdkTracerProvider::builder()
        .with_batch_exporter(Exporter { exporter, failing: AtomicBool::new(false) })
        .with_resource(resource())
        .build();
    // A second one would belong to a second service in this process, which there is not.
    let _ = TRACER.set(provider.tracer("groundwork"));
    Ok(Some(Traces(provider)))
}

impl Traces {
    /// Sends what is left, for as long as that may take.
    pub fn end(self) {
        if let Err(error) = self.0.shutdown_with_timeout(FLUSH) {
            tracing::warn!(cause = %error, "the last traces could not be sent");
        }
    }
}

/// Who sends the traces: what the environment says comes before what we say.
fn resource() -> Resource {
    let resource = Resource::builder_empty()
        .with_service_name("groundwork")
        .with_attribute(KeyValue::new("service.version", env!("CARGO_PKG_VERSION")))
        .with_detectors(&[Box::new(TelemetryResourceDetector), Box::new(EnvResourceDetector::new())]);
    match variable("OTEL_SERVICE_NAME") {
        Some(name) => resource.with_service_name(name).build(),
        None => resource.build(),
    }
}

fn variable(name: &str) -> Option<String> {
    env::var(name).ok().filter(|value| !value.is_empty())
}

/// Sends spans on. That this fails is told once, until it succeeds again.
#[derive(Debug)]
struct Exporter {
    exporter: SpanExporter,
    failing: AtomicBool,
}

impl opentelemetry_sdk::trace::SpanExporter for Exporter {
    async fn export(&self, batch: Vec<SpanData>) -> OTelSdkResult {
        let sent = self.exporter.export(batch).await;
        let failed_before = self.failing.swap(sent.is_err(), Ordering::Relaxed);
        match &sent {
            Err(error) if !failed_before => {
                tracing::warn!(
                    cause = %error,
                    "traces cannot be sent, and are dropped; check OTEL_EXPORTER_OTLP_ENDPOINT"
                );
            }
            Ok(()) if failed_before => tracing::info!("traces are sent again"),
            _ => {}
        }
        sent
    }

    fn shutdown_with_timeout(&self, timeout: Duration) -> OTelSdkResult {
        self.exporter.shutdown_with_timeout(timeout)
    }

    fn set_resource(&mut self, resource: &Resource) {
        self.exporter.set_resource(resource);
    }
}

/// The span of a caller that a request continues (W3C Trace Context).
pub fn caller(headers: &HeaderMap) -> Option<Context> {
    if !headers.contains_key("traceparent") {
        return None;
    }
    parent(&Headers(headers))
}

fn parent(carrier: &dyn Extractor) -> Option<Context> {
    let context = TraceContextPropagator::new().extract_with_context(&Context::new(), carrier);
    context.has_active_span().then_some(context)
}

struct Headers<'a>(&'a HeaderMap);

impl Extractor for Headers<'_> {
    fn get(&self, key: &str) -> Option<&str> {
        self.0.get(key)?.to_str().ok()
    }

    fn keys(&self) -> Vec<&str> {
        self.0.keys().map(|name| name.as_str()).collect()
    }
}

/// A `traceparent` that has been kept.
struct Kept<'a>(&'a str);

impl Extractor for Kept<'_> {
    fn get(&self, key: &str) -> Option<&str> {
        (key == "traceparent").then_some(self.0)
    }

    fn keys(&self) -> Vec<&str> {
        vec!["traceparent"]
    }
}

/// What a new span is part of: as a `traceparent` to keep, where it is being traced.
pub fn present() -> Option<String> {
    TRACER.get()?;
    Context::map_current(|context| traceparent(context.span().span_context()))
}

fn traceparent(span: &SpanContext) -> Option<String> {
    span.is_sampled().then(|| format!("00-{}-{}-01", span.trace_id(), span.span_id()))
}

impl Span {
    /// The answering of a request.
    pub fn of_request(caller: Option<&Context>, method: &'static str) -> Option<Self> {
        let attributes = [KeyValue::new("http.request.method", method)];
        Self::begin(caller, method.into(), SpanKind::Server, attributes)
    }

    /// An attempt to deliver an event, as a consequence of what brought that about.
    pub fn of_attempt(cause: Option<&str>, event_type: &str, webhook: String) -> Option<Self> {
        let attributes = [
            KeyValue::new("http.request.method", "POST"),
            KeyValue::new("groundwork.event.type", event_type.to_owned()),
            KeyValue::new("groundwork.webhook.id", webhook),
        ];
        let cause = cause.and_then(|cause| parent(&Kept(cause)));
        Self::begin(cause.as_ref(), "POST webhook".into(), SpanKind::Client, attributes)
    }

    /// A statement, where something is being traced. The text tells no values: those are its parameters.
    pub fn of_statement(system: &'static str, text: &str) -> Option<Self> {
        TRACER.get()?;
        let around = Context::map_current(|context| context.span().is_recording().then(|| context.clone()))?;
        let operation = text.split_whitespace().next().unwrap_or_default().to_ascii_uppercase();
        let attributes = [
            KeyValue::new("db.system.name", system),
            KeyValue::new("db.operation.name", operation.clone()),
            KeyValue::new("db.query.text", text.chars().take(STATEMENT).collect::<String>()),
        ];
        Self::begin(Some(&around), operation.into(), SpanKind::Client, attributes)
    }

    fn begin(
        parent: Option<&Context>,
        name: Cow<'static, str>,
        kind: SpanKind,
        attributes: impl IntoIterator<Item = KeyValue>,
    ) -> Option<Self> {
        let tracer = TRACER.get()?;
        let nobody = Context::new();
        let span = tracer.span_builder(name).with_kind(kind).with_attributes(attributes);
        let span = span.start_with_context(tracer, parent.unwrap_or(&nobody));
        Some(Self(nobody.with_span(span)))
    }

    /// What is done within it.
    pub fn context(&self) -> Context {
        self.0.clone()
    }

    pub fn traceparent(&self) -> Option<String> {
        traceparent(self.0.span().span_context())
    }

    /// How a request was answered; `route` is the template that its path follows.
    pub fn answered(&self, method: &'static str, route: Option<&str>, status: u16) {
        let span = self.0.span();
        if let Some(route) = route {
            span.update_name(format!("{method} {route}"));
            span.set_attribute(KeyValue::new("http.route", route.to_owned()));
        }
        span.set_attribute(KeyValue::new("http.response.status_code", i64::from(status)));
        if status >= 500 {
            self.failed(status.to_string());
        }
    }

    /// What came of an attempt: the status of the answer, or what there was instead of one.
    pub fn attempted(&self, status: Option<u16>, outcome: &'static str, delivered: bool) {
        if let Some(status) = status {
            self.0.span().set_attribute(KeyValue::new("http.response.status_code", i64::from(status)));
        }
        if !delivered {
            self.failed(outcome);
        }
    }

    /// That it failed, by a word for how.
    pub fn failed(&self, how: impl Into<Cow<'static, str>>) {
        let span = self.0.span();
        span.set_attribute(KeyValue::new("error.type", how.into()));
        span.set_status(Status::error(""));
    }
}

/// The ids of a span, for the log.
pub fn ids(context: &Context) -> (TraceId, SpanId) {
    let span = context.span();
    let context = span.span_context();
    (context.trace_id(), context.span_id())
}
