//! Each slice lists its operations once. A server that starts mounts them; only the API document, which takes
//! memory and time to put together, also reads what is said about them.

use actix_web::{dev::HttpServiceFactory, web};
use utoipa_actix_web::{OpenApiFactory, service_config::ServiceConfig};

/// Takes the operations of a slice.
pub trait Mount {
    fn service<O: HttpServiceFactory + OpenApiFactory + 'static>(&mut self, operation: O) -> &mut Self;
}

impl Mount for web::ServiceConfig {
    fn service<O: HttpServiceFactory + OpenApiFactory + 'static>(&mut self, operation: O) -> &mut Self {
        self.service(operation)
    }
}

/// Mounts and documents.
impl Mount for ServiceConfig<'_> {
    fn service<O: HttpServiceFactory + OpenApiFactory + 'static>(&mut self, operation: O) -> &mut Self {
        self.service(operation)
    }
}
