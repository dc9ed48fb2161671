//! The extractor that gives handlers their caller.

use std::{
    future::Future,
    marker::PhantomData,
    ops::{Deref, DerefMut},
    pin::Pin,
};

use actix_web::{FromRequest, HttpRequest, dev::Payload, web::Data};

use super::{Authenticator, Identity, scope::Scope};
use crate::http::Problem;

/// The caller of an operation that needs the scope `S`.
#[derive(Debug)]
pub struct Caller<S>(Identity, PhantomData<S>);

impl<S> Deref for Caller<S> {
    type Target = Identity;

    fn deref(&self) -> &Identity {
        &self.0
    }
}

impl<S> DerefMut for Caller<S> {
    fn deref_mut(&mut self) -> &mut Identity {
        &mut self.0
    }
}

impl<S: Scope> FromRequest for Caller<S> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let request = request.clone();
        Box::pin(async move {
            let authenticator = request.app_data::<Data<Authenticator>>();
            let authenticator = authenticator.ok_or_else(|| Problem::internal("no authenticator"))?;
            Ok(Self(authenticator.authenticate::<S>(&request).await?, PhantomData))
        })
    }
}
