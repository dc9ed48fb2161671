//! Authentication and authorisation: from the bearer token of a request to its [`Caller`], and what that caller may do.
//!
//! [`Caller`] is the extractor that every handler under `/v1` has as its first argument. It asks the
//! [`Authenticator`], which verifies the token ([`token`]) and finds the person. [`permissions`] says who may do what.

mod authenticator;
mod caller;
mod claim_path;
mod claims;
mod concurrency;
mod cursors;
mod error;
mod identity;
pub mod inspect;
mod key_set;
mod keys;
mod limit;
pub mod links;
mod people;
pub mod permissions;
mod published;
pub mod realms;
#[cfg(test)]
mod recipes;
pub mod relations;
pub mod scim_tokens;
pub mod scope;
#[cfg(test)]
mod several_issuers;
#[cfg(test)]
mod testing;
pub mod token;

pub use self::{
    authenticator::{Authenticator, CallerLimits, Shared},
    caller::{Caller, StreamingCaller},
    claims::{Claims, PersonName},
    concurrency::BodyMemory,
    error::TokenError,
    identity::{Actor, Identity},
    limit::RateLimitStatus,
    people::PeopleGeneration,
};
