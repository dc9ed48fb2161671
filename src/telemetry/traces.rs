//! Traces: spans of requests, of their SQL statements and of webhook deliveries, sent to a collector by OTLP. Without a
//! collector all functions here do nothing.
//!
//! Spans are made by hand rather than from those of the log. There are only three kinds, and no private data can get
//! into them by accident.

use std::{
    borrow::Cow,
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

/// Longest that the process waits at its end for the last spans to be sent.
const FLUSH: Duration = Duration::from_secs(5);

/// Longest text of a statement in a span, in characters.
const STATEMENT: usize = 500;

/// The tracer of the process, set once at start if there is a collector. It is global so that a statement's span finds
/// the span of its request by the context of the task.
static TRACER: OnceLock<SdkTracer> = OnceLock::new();

/// Sends spans to the collector.
#[derive(Debug)]
pub struct Traces(SdkTracerProvider);

/// A span, which ends when it is dropped.
pub struct Span(Context);

/// Starts to send traces, if the settings name a collector.
pub fn start(config: &TelemetryConfig) -> Result<Option<Traces>, BadSetting> {
    let Some(endpoint) = config.traces_endpoint()? else { return Ok(None) };
    client::choose_cryptography();
    let exporter = SpanExporter::builder().with_http().with_endpoint(endpoint).build();
    let exporter = exporter.map_err(|error| BadSetting {
        setting: "OTEL_EXPORTER_OTLP_*",
        fault: error.to_string(),
        remedy: "correct it; OpenTelemetry's specification of the OTLP exporter lists the variables",
    })?;
    let provider = SdkTracerProvider::builder()
        .with_batch_exporter(Exporter { exporter, failing: AtomicBool::new(false) })
        .with_resource(resource(config.otel_service_name.as_deref()))
        .build();
    // This fails only if the process has a tracer already.
    let _ = TRACER.set(provider.tracer("groundwork"));
    Ok(Some(Traces(provider)))
}

impl Traces {
    /// Sends the spans that are left, within five seconds.
    pub fn end(self) {
        if let Err(error) = self.0.shutdown_with_timeout(FLUSH) {
            tracing::warn!(cause = %error, "the last traces could not be sent");
        }
    }
}

/// Describes this service to the collector. OTEL_RESOURCE_ATTRIBUTES is read by the detector, and OTEL_SERVICE_NAME
/// wins over it.
fn resource(service_name: Option<&str>) -> Resource {
    let resource = Resource::builder_empty()
        .with_service_name("groundwork")
        .with_attribute(KeyValue::new("service.version", env!("CARGO_PKG_VERSION")))
        .with_detectors(&[Box::new(TelemetryResourceDetector), Box::new(EnvResourceDetector::new())]);
    match service_name.filter(|name| !name.is_empty()) {
        Some(name) => resource.with_service_name(name.to_owned()).build(),
        None => resource.build(),
    }
}

/// Sends batches of spans. A failure is logged once, until a batch succeeds again.
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

/// The caller's span, from the request's `traceparent` header (W3C Trace Context).
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

/// A `traceparent` that was stored with an event.
struct Stored<'a>(&'a str);

impl Extractor for Stored<'_> {
    fn get(&self, key: &str) -> Option<&str> {
        (key == "traceparent").then_some(self.0)
    }

    fn keys(&self) -> Vec<&str> {
        vec!["traceparent"]
    }
}

/// The current span as a `traceparent` to store; none if nothing is being traced.
pub fn present() -> Option<String> {
    TRACER.get()?;
    Context::map_current(|context| traceparent(context.span().span_context()))
}

fn traceparent(span: &SpanContext) -> Option<String> {
    span.is_sampled().then(|| format!("00-{}-{}-01", span.trace_id(), span.span_id()))
}

impl Span {
    /// A request that is being answered.
    pub fn of_request(caller: Option<&Context>, method: &'static str) -> Option<Self> {
        let attributes = [KeyValue::new("http.request.method", method)];
        Self::begin(caller, method.into(), SpanKind::Server, attributes)
    }

    /// An attempt to deliver an event. `cause` is the `traceparent` stored with the event.
    pub fn of_attempt(cause: Option<&str>, event_type: &str, webhook: String) -> Option<Self> {
        let attributes = [
            KeyValue::new("http.request.method", "POST"),
            KeyValue::new("groundwork.event.type", event_type.to_owned()),
            KeyValue::new("groundwork.webhook.id", webhook),
        ];
        let cause = cause.and_then(|cause| parent(&Stored(cause)));
        Self::begin(cause.as_ref(), "POST webhook".into(), SpanKind::Client, attributes)
    }

    /// A SQL statement; none if nothing is being traced. The text contains no values: those are parameters.
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
        let root = Context::new();
        let span = tracer.span_builder(name).with_kind(kind).with_attributes(attributes);
        let span = span.start_with_context(tracer, parent.unwrap_or(&root));
        Some(Self(root.with_span(span)))
    }

    /// The context for what happens within the span.
    pub fn context(&self) -> Context {
        self.0.clone()
    }

    pub fn traceparent(&self) -> Option<String> {
        traceparent(self.0.span().span_context())
    }

    /// Records the response. `route` is the path's template, if one matched.
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

    /// Records the result of an attempt: the status of the response, if there was one, and the outcome's name.
    pub fn attempted(&self, status: Option<u16>, outcome: &'static str, delivered: bool) {
        if let Some(status) = status {
            self.0.span().set_attribute(KeyValue::new("http.response.status_code", i64::from(status)));
        }
        if !delivered {
            self.failed(outcome);
        }
    }

    /// Marks the span as failed. `how` is the error's type.
    pub fn failed(&self, how: impl Into<Cow<'static, str>>) {
        let span = self.0.span();
        span.set_attribute(KeyValue::new("error.type", how.into()));
        span.set_status(Status::error(""));
    }
}

/// The trace id and span id of a context, for the log.
pub fn ids(context: &Context) -> (TraceId, SpanId) {
    let span = context.span();
    let context = span.span_context();
    (context.trace_id(), context.span_id())
}
