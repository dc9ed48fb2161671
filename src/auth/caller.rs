//! The extractor that gives handlers their caller.

use std::{
    future::Future,
    marker::PhantomData,
    ops::{Deref, DerefMut},
    pin::Pin,
};

use actix_web::{FromRequest, HttpRequest, dev::Payload, http::Method, web::Data};

use super::{
    Authenticator, Identity,
    concurrency::{BodyMemory, ConcurrencyLimit},
    scope::Scope,
};
use crate::http::{
    Problem,
    body::{Handover, Incoming},
};

/// The caller of an operation that needs the scope `S`.
///
/// The body is received between the verification of the token and everything that waits for others: a request whose
/// body is still on its way holds no permit and no connection. An operation that reads its body by itself (`STREAMS`)
/// gets its permits piece by piece.
#[derive(Debug)]
pub struct Caller<S, const STREAMS: bool = false>(Identity, PhantomData<S>);

/// The caller of an operation that reads its body while it arrives. It holds no permit.
pub type StreamingCaller<S> = Caller<S, true>;

impl<S, const STREAMS: bool> Deref for Caller<S, STREAMS> {
    type Target = Identity;

    fn deref(&self) -> &Identity {
        &self.0
    }
}

impl<S, const STREAMS: bool> DerefMut for Caller<S, STREAMS> {
    fn deref_mut(&mut self) -> &mut Identity {
        &mut self.0
    }
}

impl<S: Scope, const STREAMS: bool> FromRequest for Caller<S, STREAMS> {
    type Error = Problem;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Problem>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let has_body = !STREAMS && [Method::POST, Method::PUT, Method::PATCH].contains(request.method());
        let incoming = has_body.then(|| Incoming::of(request, payload));
        let request = request.clone();
        Box::pin(async move {
            let authenticator = request.app_data::<Data<Authenticator>>();
            let authenticator = authenticator.ok_or_else(|| Problem::internal("no authenticator"))?;
            let receive = async |limit: &ConcurrencyLimit| receive(incoming, limit).await;
            let (mut identity, handover) = authenticator.authenticate::<S, _>(&request, receive).await?;
            if STREAMS {
                identity.release_permit();
            }
            if let Some(handover) = handover {
                handover.hand_over();
            }
            Ok(Self(identity, PhantomData))
        })
    }
}

/// Receives the body, counting its bytes against the limits of the caller.
async fn receive(incoming: Option<Incoming>, limit: &ConcurrencyLimit) -> Result<Option<Handover>, Problem> {
    let Some(incoming) = incoming else { return Ok(None) };
    let memory = BodyMemory::of(limit);
    // Boxed: requests that read have no body.
    Box::pin(incoming.receive(memory, |memory, bytes| memory.grow(bytes))).await.map(Some)
}
