//! The operations port: metrics, health and the log filter, for operators. It needs no token, so callers must not be
//! able to reach it.

use std::{
    io,
    net::{IpAddr, Ipv4Addr, SocketAddr},
};

use actix_web::{
    App, HttpResponse, HttpServer, ResponseError,
    dev::{Server, ServerHandle},
    get,
    middleware::from_fn,
    put,
    web::{self, Data},
};

use crate::{
    config::{BadSetting, OperationsBind},
    health,
    http::{FieldError, Problem, ProblemKind},
    requests,
    state::Core,
    telemetry::{logs::LogFilter, metrics},
};

/// The default address.
pub const DEFAULT: SocketAddr = SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 9464);

/// The running server of the port; none if it is off.
pub struct Operations(Option<ServerHandle>);

impl Operations {
    /// Starts to serve at `bind`. Without it, serves at [`DEFAULT`] if that address is free, and warns if it is not.
    pub fn start(
        core: &Core,
        log_filter: LogFilter,
        bind: Option<OperationsBind>,
    ) -> Result<Self, BadSetting> {
        let address = match bind {
            Some(OperationsBind::Off) => return Ok(Self(None)),
            Some(OperationsBind::At(address)) => address,
            None => DEFAULT,
        };
        match server(core, log_filter, address) {
            Ok((server, address)) => {
                tracing::info!(operations = %address, "metrics are at /metrics");
                let handle = server.handle();
                actix_web::rt::spawn(server);
                Ok(Self(Some(handle)))
            }
            Err(error) if bind.is_some() => Err(BadSetting {
                setting: "GROUNDWORK_OPERATIONS_BIND",
                fault: format!("cannot listen on {address}: {error}"),
                remedy: "choose an address that is free, other than that of GROUNDWORK_BIND, or write off",
            }),
            Err(error) => {
                tracing::warn!(
                    cause = %error,
                    "cannot listen on {address}: no metrics; choose another address with GROUNDWORK_OPERATIONS_BIND"
                );
                Ok(Self(None))
            }
        }
    }

    /// Stops serving, once running requests have ended.
    pub async fn stop(self) {
        if let Some(handle) = self.0 {
            handle.stop(true).await;
        }
    }
}

/// A server that is bound to a port but not running, and its address.
fn server(core: &Core, log_filter: LogFilter, bind: SocketAddr) -> io::Result<(Server, SocketAddr)> {
    let ids = Data::new(core.ids.clone());
    let core = Data::new(core.clone());
    let log_filter = Data::new(log_filter);
    let server = HttpServer::new(move || {
        App::new()
            .app_data(core.clone())
            .app_data(ids.clone())
            .app_data(log_filter.clone())
            .wrap(from_fn(requests::wire))
            .service(read_metrics)
            .service(read_log_filter)
            .service(change_log_filter)
            .route("/health/live", web::get().to(health::check_liveness))
            .route("/health/ready", web::get().to(health::check_readiness))
            .default_service(web::to(nothing_here))
    });
    let server = server.workers(1).disable_signals().shutdown_timeout(1).bind(bind)?;
    let address = server.addrs().first().copied().unwrap_or(bind);
    Ok((server.run(), address))
}

#[get("/metrics")]
async fn read_metrics(core: Data<Core>) -> Result<HttpResponse, Problem> {
    let text = core.metrics.text().map_err(Problem::internal)?;
    Ok(HttpResponse::Ok().content_type(metrics::MEDIA_TYPE).body(text))
}

#[get("/log")]
async fn read_log_filter(log_filter: Data<LogFilter>) -> Result<HttpResponse, Problem> {
    let text = log_filter.text().ok_or_else(|| Problem::internal("logging has ended"))?;
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body(format!("{text}\n")))
}

#[put("/log")]
async fn change_log_filter(text: String, log_filter: Data<LogFilter>) -> Result<HttpResponse, Problem> {
    log_filter.change(&text).map_err(|fault| {
        let detail = format!(
            "{fault}; write a level, such as info, or levels by module, such as groundwork=debug,warn"
        );
        Problem::invalid_body(vec![FieldError::new("", detail)])
    })?;
    tracing::info!(filter = text.trim(), "the log filter has been changed");
    Ok(HttpResponse::NoContent().finish())
}

async fn nothing_here() -> HttpResponse {
    let detail = "there are GET /metrics, GET /health/live, GET /health/ready, and GET and PUT /log here, \
        and nothing else";
    Problem::new(ProblemKind::NotFound, detail).error_response()
}
