//! Teams: how the plans of a manager's reports progress.

mod api;
mod rules;
mod store;

use utoipa_actix_web::service_config::ServiceConfig;

pub fn routes(config: &mut ServiceConfig) {
    config.service(api::read_team_progress);
}
