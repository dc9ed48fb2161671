//! Sends one delivery over HTTP.

use std::{net::SocketAddr, sync::Arc, time::Duration};

use chrono::{DateTime, Utc};
use reqwest::{
    Response,
    dns::{Addrs, Name, Resolve, Resolving},
    header::{CONTENT_TYPE, RETRY_AFTER},
};

use super::{
    address::is_public,
    rules::{self, Failure, Outcome},
    sign::signature,
};
use crate::{client::client_builder, config::WebhookSettings, entity::webhook};

/// Maximum bytes of a response body that are read and discarded, so that the connection can be reused.
const BODY_CAP: usize = 64 * 1024;

/// Sends deliveries. Connects to public addresses only, unless private ones are allowed.
#[derive(Clone, Debug)]
pub struct Sender {
    client: reqwest::Client,
    private_allowed: bool,
}

impl Sender {
    pub fn new(settings: WebhookSettings) -> reqwest::Result<Self> {
        let private_allowed = settings.allow_private;
        // No proxy: it would resolve host names itself, without the check of addresses.
        let builder = client_builder(settings.timeout).no_proxy();
        let builder = if private_allowed { builder } else { builder.dns_resolver(Arc::new(PublicAddresses)) };
        Ok(Self { client: builder.build()?, private_allowed })
    }

    /// Sends an event to the webhook, signed with `secrets`.
    pub async fn send(
        &self,
        webhook: &webhook::Model,
        secrets: &[String],
        id: &str,
        body: String,
        traceparent: Option<String>,
        now: DateTime<Utc>,
    ) -> Outcome {
        if !rules::check(&webhook.url, &[], self.private_allowed).is_empty() {
            return Outcome::Failed(Failure::Forbidden);
        }
        let secrets = secrets.iter().map(String::as_str);
        let timestamp = now.timestamp();
        let request = self
            .client
            .post(&webhook.url)
            .header("webhook-id", id)
            .header("webhook-timestamp", timestamp.to_string())
            .header("webhook-signature", signature(secrets, id, timestamp, &body))
            .header(CONTENT_TYPE, "application/cloudevents+json")
            .body(body);
        let request = match traceparent {
            Some(traceparent) => request.header("traceparent", traceparent),
            None => request,
        };
        match request.send().await {
            Ok(answer) => {
                let outcome = outcome(&answer, now);
                drain(answer).await;
                outcome
            }
            Err(error) => Outcome::Failed(failure(&error)),
        }
    }
}

fn outcome(answer: &Response, now: DateTime<Utc>) -> Outcome {
    let status = answer.status();
    if status.is_success() {
        return Outcome::Delivered { status: status.as_u16() };
    }
    if status == reqwest::StatusCode::GONE {
        return Outcome::Gone;
    }
    let retry_after = answer.headers().get(RETRY_AFTER).and_then(|value| value.to_str().ok());
    Outcome::Refused { status: status.as_u16(), retry_after: retry_after.and_then(|text| seconds(text, now)) }
}

/// Parses `Retry-After`: a number of seconds or a date (RFC 9110, section 10.2.3).
fn seconds(text: &str, now: DateTime<Utc>) -> Option<i64> {
    let until = || DateTime::parse_from_rfc2822(text).ok().map(|at| (at.to_utc() - now).num_seconds());
    text.trim().parse().ok().or_else(until).filter(|seconds| *seconds >= 0)
}

/// Reads and discards the body, up to [`BODY_CAP`] and for one second, so that the connection can be reused. Errors do
/// not matter: the status has been received.
async fn drain(mut answer: Response) {
    let read = async {
        let mut length = 0;
        while let Ok(Some(chunk)) = answer.chunk().await {
            length += chunk.len();
            if length > BODY_CAP {
                break;
            }
        }
    };
    let _ = tokio::time::timeout(Duration::from_secs(1), read).await;
}

/// The kind of failure. The error itself is not stored, because its text may contain internal addresses.
fn failure(error: &reqwest::Error) -> Failure {
    let causes = std::iter::successors(Some(error as &dyn std::error::Error), |error| error.source());
    if causes.into_iter().any(|cause| cause.is::<NoPublicAddress>()) {
        Failure::Private
    } else if error.is_timeout() {
        Failure::TimedOut
    } else if error.is_connect() {
        Failure::Unreachable
    } else {
        Failure::Broken
    }
}

#[derive(Debug, thiserror::Error)]
#[error("the host has no public address")]
struct NoPublicAddress;

/// A resolver that returns only public addresses. The client connects to exactly these, so a second DNS answer cannot
/// differ from the checked one (DNS rebinding).
struct PublicAddresses;

impl Resolve for PublicAddresses {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = tokio::net::lookup_host((name.as_str(), 0)).await?;
            let public: Vec<SocketAddr> = found.filter(|address| is_public(address.ip())).collect();
            if public.is_empty() {
                return Err(NoPublicAddress.into());
            }
            Ok(Box::new(public.into_iter()) as Addrs)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_receiver_asks_to_wait_in_seconds_or_until_a_date() {
        let now = "2026-03-02T09:00:00Z".parse().unwrap();
        assert_eq!(seconds("120", now), Some(120));
        assert_eq!(seconds("Mon, 02 Mar 2026 09:01:00 GMT", now), Some(60));
        assert_eq!(seconds("Mon, 02 Mar 2026 08:00:00 GMT", now), None);
        assert_eq!(seconds("-5", now), None);
        assert_eq!(seconds("soon", now), None);
    }
}
