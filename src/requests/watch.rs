//! The telemetry of a request: its id in the log, its span in a trace, and its metrics.

use std::future::Future;

use actix_web::{
    dev::ServiceRequest,
    http::{Method, StatusCode},
    web::Data,
};
use opentelemetry::Context;
use tokio::time::Instant;
use tracing::{Instrument, field::display};

use crate::{
    http::{ProblemKind, is_api},
    telemetry::{
        metrics::{ActiveRequest, Metrics, UNMATCHED, known_method},
        traces::{self, InContext, Span},
    },
};

/// The log target that operators set in `GROUNDWORK_LOG` to see every request. Independent of this module's path.
const LOG_TARGET: &str = "groundwork::http";

/// A request that is being answered.
pub struct RequestTelemetry {
    began: Instant,
    method: Method,
    log: tracing::Span,
    trace: Option<Span>,
    /// None on the operations port, whose requests are not counted.
    metrics: Option<Data<Metrics>>,
    _active: Option<ActiveRequest>,
}

impl RequestTelemetry {
    pub fn begin(request: &ServiceRequest, id: &str) -> Self {
        let method = request.method().clone();
        let caller = traces::caller(request.headers());
        // Health, docs and operations requests are not traced.
        let trace = if is_api(request.path()) {
            Span::of_request(caller.as_ref(), known_method(&method))
        } else {
            None
        };
        let log = log_span(id, trace.as_ref().map(Span::context).as_ref(), caller.as_ref());
        let metrics = request.app_data::<Data<Metrics>>().cloned();
        let active = metrics.as_ref().map(|metrics| metrics.begin_request());
        Self { began: Instant::now(), method, log, trace, metrics, _active: active }
    }

    /// Runs `answering` within the log span and the trace span of the request.
    pub async fn instrument<F: Future>(&self, answering: F) -> F::Output {
        let answering = answering.instrument(self.log.clone());
        match &self.trace {
            Some(trace) => answering.with_context(trace.context()).await,
            None => answering.await,
        }
    }

    /// Records the response. `route` is the path's template, if one matched.
    pub fn end(self, route: Option<String>, status: StatusCode, problem: Option<ProblemKind>) {
        let _entered = self.log.enter();
        tracing::debug!(
            target: LOG_TARGET,
            {
                http.method = %self.method,
                http.route = route.as_deref().unwrap_or(UNMATCHED),
                http.status = status.as_u16(),
                duration_ms = self.began.elapsed().as_millis() as u64,
            },
            "answered"
        );
        if let Some(trace) = &self.trace {
            trace.answered(known_method(&self.method), route.as_deref(), status.as_u16());
        }
        let Some(metrics) = &self.metrics else { return };
        if let Some(kind) = problem {
            metrics.count_problem(kind.about().name, kind.about().status);
        }
        metrics.count_response(&self.method, route, status, self.began.elapsed());
    }
}

/// The log span of a request, with its request id, trace id and span id. If this service does not trace the request,
/// the trace id is the caller's.
fn log_span(id: &str, trace: Option<&Context>, caller: Option<&Context>) -> tracing::Span {
    let own = trace.map(traces::ids);
    let trace_id = own.or_else(|| caller.map(traces::ids)).map(|(trace_id, _)| display(trace_id));
    let span_id = own.map(|(_, span_id)| display(span_id));
    // ERROR level, so that no log filter drops the request span.
    tracing::error_span!(target: LOG_TARGET, "request", request_id = %id, trace_id, span_id)
}
