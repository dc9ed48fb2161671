//! What is kept of the response to a request with an `Idempotency-Key`: not its body, but the resource that it shows.
//!
//! A repeated request reads that resource again, as its caller may read it now. So a response that is kept shows
//! nothing that `GET` would not. [`State::change`](crate::state::State::change) takes only handlers that return an
//! [`KeptReply`], whose type says how to read the resource.

use std::future::Future;

use serde::{Serialize, de::DeserializeOwned};

use crate::{
    auth::{
        Identity,
        permissions::{Right, Role, Roles},
        scope::Scope,
    },
    http::{Problem, Reply},
    ids::PlanId,
    reads::ReadAction,
    state::State,
};

/// A resource that the responses to POST requests show.
pub trait Kept {
    /// Names this kind of resource in the database.
    const KIND: &'static str;

    /// The scope that reading it needs.
    type Scope: Scope;

    type Id: Serialize + DeserializeOwned;

    /// The resource as the caller may read it now, with the problem of `GET` if the caller may not.
    fn read(
        state: &State,
        caller: &Identity,
        id: Self::Id,
        details: Details,
    ) -> impl Future<Output = Result<Reply, Problem>>;
}

/// What a response shows besides the resource.
#[derive(Debug, Default)]
pub struct Details {
    /// What is not read from the resource, such as counts, as JSON.
    pub json: Option<String>,
    /// A secret that only this response shows.
    pub secret: Option<String>,
}

/// The response to a POST, and the resource that it shows.
#[derive(Debug)]
pub struct KeptReply<R: Kept> {
    pub(super) reply: Reply,
    pub(super) id: R::Id,
    pub(super) details: Details,
    /// The read of another person's plan that the response is.
    pub(super) read: Option<(ReadAction, Role, PlanId)>,
}

impl<R: Kept> KeptReply<R> {
    pub fn new(id: R::Id, reply: Reply) -> Self {
        Self { reply, id, details: Details::default(), read: None }
    }

    /// Says that the response shows of `plan` what needs `right`, to a caller who has these roles. Once the change is
    /// committed, the audit log gets a record as of a `GET`: none for the owner.
    pub fn reading(self, action: ReadAction, right: Right, roles: &Roles, plan: PlanId) -> Self {
        let role = roles.reads_as().filter(|_| roles.may(right));
        Self { read: role.map(|role| (action, role, plan)), ..self }
    }

    /// Keeps `json` for [`Kept::read`].
    pub fn with_json(mut self, json: String) -> Self {
        self.details.json = Some(json);
        self
    }

    /// Keeps a secret for [`Kept::read`], encrypted with the request's `Idempotency-Key`.
    pub fn with_secret(mut self, secret: String) -> Self {
        self.details.secret = Some(secret);
        self
    }
}
