//! Liveness and readiness, for load balancers and orchestrators.

use actix_web::{HttpResponse, web::Data};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    http::{Operations, Problem, ProblemKind, add_operations},
    requests,
    state::Core,
};

pub fn operations(list: &mut Operations) {
    add_operations!(
        list,
        self: check_liveness, check_readiness;
    );
}

/// The health of the service.
#[derive(Debug, Serialize, ToSchema)]
pub struct Health {
    pub status: HealthStatus,
}

/// Always `ok`: a service that is not healthy returns a problem instead.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum HealthStatus {
    Ok,
}

/// Check liveness
///
/// Returns 200 while the process serves requests. If it does not respond, restart it. Needs no token.
#[utoipa::path(
    get,
    path = "/health/live",
    tag = "health",
    security(()),
    responses((status = 200, description = "The process is alive", body = Health)),
)]
pub async fn check_liveness() -> HttpResponse {
    HttpResponse::Ok().json(Health { status: HealthStatus::Ok })
}

/// Check readiness
///
/// Returns 200 if the database can be reached, its schema is up to date, and the process is not shutting down;
/// otherwise 503. Needs no token.
#[utoipa::path(
    get,
    path = "/health/ready",
    tag = "health",
    security(()),
    responses((status = 200, description = "The service is ready for requests", body = Health)),
)]
pub async fn check_readiness(core: Data<Core>) -> Result<HttpResponse, Problem> {
    check(&core).await?;
    Ok(HttpResponse::Ok().json(Health { status: HealthStatus::Ok }))
}

/// Checks whether requests can be answered, and keeps the result for the metrics. The problem says why not.
pub async fn check(core: &Core) -> Result<(), Problem> {
    let ready = readiness(core).await;
    core.metrics.set_ready(ready.is_ok());
    ready
}

async fn readiness(core: &Core) -> Result<(), Problem> {
    if core.stopping.is_cancelled() {
        return Err(Problem::passing(ProblemKind::Unavailable, "the process is shutting down"));
    }
    let missing = core.missing_migrations().await.map_err(|error| {
        tracing::warn!(cause = %error, "reading the database failed");
        Problem::passing(ProblemKind::Unavailable, "the database cannot be reached")
    })?;
    if missing > 0 {
        core.set_migrated(false);
        return Err(requests::not_migrated());
    }
    core.load_keys().await.map_err(|error| {
        tracing::warn!(cause = %error, "loading the encryption keys failed");
        Problem::passing(ProblemKind::Unavailable, "the encryption keys are not complete; the log says why")
    })?;
    core.set_migrated(true);
    Ok(())
}
