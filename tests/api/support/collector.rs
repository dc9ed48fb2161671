//! A collector of traces: a real server that reads OTLP and keeps the spans.

use std::sync::{Arc, Mutex};

use actix_web::{
    App, HttpResponse, HttpServer,
    web::{self, Bytes, Data},
};
use opentelemetry_proto::tonic::{
    collector::trace::v1::ExportTraceServiceRequest,
    common::v1::{KeyValue, any_value},
    trace::v1::Span,
};
use prost::Message;
use tokio::sync::Notify;

#[derive(Clone, Default)]
pub struct Collector {
    pub url: String,
    kept: Arc<Mutex<Kept>>,
    arrived: Arc<Notify>,
}

#[derive(Default)]
struct Kept {
    spans: Vec<Span>,
    resource: Vec<KeyValue>,
}

impl Collector {
    pub async fn start() -> Self {
        let mut collector = Self::default();
        let shared = Data::new(collector.clone());
        let server = HttpServer::new(move || {
            App::new().app_data(shared.clone()).route("/v1/traces", web::post().to(collect))
        });
        let server = server.workers(1).disable_signals().bind("127.0.0.1:0").unwrap();
        collector.url = format!("http://{}", server.addrs()[0]);
        actix_web::rt::spawn(server.run());
        collector
    }

    /// Waits until there is a span of this name.
    pub async fn has(&self, name: &str) -> Span {
        self.finds(|span| span.name == name).await
    }

    /// Waits until there is such a span.
    pub async fn finds(&self, is_it: impl Fn(&Span) -> bool) -> Span {
        loop {
            let arrived = self.arrived.notified();
            if let Some(span) = self.spans().into_iter().find(&is_it) {
                return span;
            }
            arrived.await;
        }
    }

    pub fn spans(&self) -> Vec<Span> {
        self.kept.lock().unwrap().spans.clone()
    }

    /// Resource attributes of the sender.
    pub fn resource(&self, key: &str) -> String {
        text(&self.kept.lock().unwrap().resource, key)
    }
}

async fn collect(body: Bytes, collector: Data<Collector>) -> HttpResponse {
    let request = ExportTraceServiceRequest::decode(body).unwrap();
    {
        let mut kept = collector.kept.lock().unwrap();
        for sent in request.resource_spans {
            kept.resource = sent.resource.unwrap().attributes;
            kept.spans.extend(sent.scope_spans.into_iter().flat_map(|scope| scope.spans));
        }
    }
    collector.arrived.notify_waiters();
    HttpResponse::Ok().finish()
}

/// An attribute as text; empty where there is none.
pub fn text(attributes: &[KeyValue], key: &str) -> String {
    let value = attributes.iter().find(|attribute| attribute.key == key);
    match value.and_then(|attribute| attribute.value.clone()?.value) {
        Some(any_value::Value::StringValue(text)) => text,
        Some(any_value::Value::IntValue(number)) => number.to_string(),
        Some(other) => panic!("{other:?}"),
        None => String::new(),
    }
}

/// Bytes as trace contexts write them.
pub fn hex(bytes: &[u8]) -> String {
    groundwork::http::idempotency::hex(bytes)
}
