//! Mounts handlers. Each slice lists its operations once, for two uses: a starting server only mounts them, and the
//! OpenAPI document, which costs time and memory to build, also reads their descriptions.

use actix_web::{dev::HttpServiceFactory, web};
use utoipa_actix_web::{OpenApiFactory, service_config::ServiceConfig};

/// What the operations of a slice are mounted on.
pub trait Mount {
    fn service<O: HttpServiceFactory + OpenApiFactory + 'static>(&mut self, operation: O) -> &mut Self;
}

impl Mount for web::ServiceConfig {
    fn service<O: HttpServiceFactory + OpenApiFactory + 'static>(&mut self, operation: O) -> &mut Self {
        self.service(operation)
    }
}

/// Mounts and documents each operation.
impl Mount for ServiceConfig<'_> {
    fn service<O: HttpServiceFactory + OpenApiFactory + 'static>(&mut self, operation: O) -> &mut Self {
        self.service(operation)
    }
}
