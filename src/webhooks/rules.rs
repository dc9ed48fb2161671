//! The rules of webhooks, as pure functions without a database or a clock.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};
use url::{Host, Url};
use utoipa::ToSchema;

use super::address::is_public;
use crate::{
    entity::webhook::{self, DisabledReason, WebhookStatus},
    http::FieldError,
    record::{EventType, Tracked, matching, no_match},
};

/// Maximum webhooks of a tenant.
pub const MAX_PER_TENANT: i64 = 50;

/// How long requests are signed with both secrets after a rotation.
pub const SECRET_OVERLAP: TimeDelta = TimeDelta::hours(24);

/// A webhook is disabled after every attempt has failed for this long.
const DISABLE_AFTER: TimeDelta = TimeDelta::days(5);

/// The backoff after each failed try, in seconds: over three days in total.
const DELAYS: [i64; 9] = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

/// Maximum `Retry-After` of a receiver that is honoured, in seconds.
const MAX_RETRY_AFTER: i64 = 86_400;

/// A type of event, or a prefix with a star for all types that start with it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(transparent)]
#[schema(max_length = 100, example = "groundwork.plan.*")]
pub struct EventPattern(pub String);

/// The outcome of an attempt to deliver.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Status 2xx.
    Delivered { status: u16 },
    /// Status 410: the receiver no longer exists.
    Gone,
    /// Another status. `retry_after` is the receiver's `Retry-After`, in seconds.
    Refused { status: u16, retry_after: Option<i64> },
    /// No response.
    Failed(Failure),
}

/// Why there was no response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The URL is not allowed.
    Forbidden,
    /// The host has no public address.
    Private,
    TimedOut,
    Unreachable,
    Broken,
}

/// The names of all outcomes.
pub const OUTCOMES: &[&str] =
    &["delivered", "gone", "refused", "forbidden", "private", "timed_out", "unreachable", "broken"];

impl Outcome {
    /// The value of the label `outcome` in the metrics.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Delivered { .. } => "delivered",
            Self::Gone => "gone",
            Self::Refused { .. } => "refused",
            Self::Failed(Failure::Forbidden) => "forbidden",
            Self::Failed(Failure::Private) => "private",
            Self::Failed(Failure::TimedOut) => "timed_out",
            Self::Failed(Failure::Unreachable) => "unreachable",
            Self::Failed(Failure::Broken) => "broken",
        }
    }

    /// The status of the response, if there was one.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Delivered { status } | Self::Refused { status, .. } => Some(*status),
            Self::Gone => Some(410),
            Self::Failed(_) => None,
        }
    }

    /// Why the attempt failed; none if it succeeded.
    pub fn error(&self) -> Option<&'static str> {
        match self {
            Self::Delivered { .. } => None,
            Self::Gone => Some("the receiver is gone"),
            Self::Refused { .. } => Some("the receiver did not answer with 2xx"),
            Self::Failed(Failure::Forbidden) => Some("the URL is not allowed"),
            Self::Failed(Failure::Private) => Some("the host has no public address"),
            Self::Failed(Failure::TimedOut) => Some("no answer in time"),
            Self::Failed(Failure::Unreachable) => Some("no connection"),
            Self::Failed(Failure::Broken) => Some("the connection broke"),
        }
    }
}

/// What happens to a delivery after an attempt.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Next {
    Done,
    TryAt(DateTime<Utc>),
    GiveUp,
}

/// What to do after try number `tries`, counted from 1, with this outcome: retry with exponential backoff. `jitter`,
/// from 0 to 1, spreads deliveries that failed together.
pub fn next(outcome: &Outcome, tries: usize, jitter: f64, now: DateTime<Utc>) -> Next {
    let asked = match outcome {
        Outcome::Delivered { .. } => return Next::Done,
        Outcome::Gone => return Next::GiveUp,
        Outcome::Refused { retry_after, .. } => retry_after.unwrap_or_default(),
        Outcome::Failed(_) => 0,
    };
    let Some(delay) = tries.checked_sub(1).and_then(|number| DELAYS.get(number)) else {
        return Next::GiveUp;
    };
    // Jitter adds up to a fifth and never subtracts, so that no retry is earlier than `Retry-After`.
    let delay = (*delay).max(asked.min(MAX_RETRY_AFTER)) as f64 * (1.0 + jitter.clamp(0.0, 1.0) / 5.0);
    Next::TryAt(now + TimeDelta::milliseconds((delay * 1000.0) as i64))
}

/// The reason to disable the webhook after an attempt, if there is one.
pub fn disable(
    outcome: &Outcome,
    failing_since: Option<DateTime<Utc>>,
    now: DateTime<Utc>,
) -> Option<DisabledReason> {
    match outcome {
        Outcome::Delivered { .. } => None,
        Outcome::Gone => Some(DisabledReason::Gone),
        _ => failing_since.filter(|since| *since + DISABLE_AFTER <= now).map(|_| DisabledReason::Failing),
    }
}

/// The webhook, disabled.
pub fn disabled(webhook: webhook::Model, reason: DisabledReason, now: DateTime<Utc>) -> webhook::Model {
    webhook::Model {
        status: WebhookStatus::Disabled,
        disabled_reason: Some(reason),
        disabled_at: Some(now),
        ..webhook
    }
}

/// The webhook, enabled. If it was disabled, its time of failing starts again.
pub fn enabled(webhook: webhook::Model) -> webhook::Model {
    let was_disabled = webhook.status == WebhookStatus::Disabled;
    webhook::Model {
        status: WebhookStatus::Enabled,
        disabled_reason: None,
        disabled_at: None,
        failing_since: webhook.failing_since.filter(|_| !was_disabled),
        ..webhook
    }
}

impl Tracked for webhook::Model {}

/// The errors in the URL and the event types of a webhook.
pub fn check(url: &str, event_types: &[EventPattern], private_allowed: bool) -> Vec<FieldError> {
    let mut faults: Vec<FieldError> = check_url(url, private_allowed).into_iter().collect();
    for (position, pattern) in event_types.iter().enumerate() {
        if matching(&pattern.0).is_empty() {
            faults.push(FieldError::new(format!("/event_types/{position}"), no_match(&pattern.0)));
        }
    }
    faults
}

fn check_url(url: &str, private_allowed: bool) -> Option<FieldError> {
    let fault = |detail: &str| Some(FieldError::new("/url", detail));
    let Ok(url) = Url::parse(url) else { return fault("must be an absolute URL") };
    if !(url.scheme() == "https" || (private_allowed && url.scheme() == "http")) {
        return fault("must begin with https://");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return fault("must not contain a user name or password; requests are signed instead");
    }
    let address = match url.host() {
        Some(Host::Ipv4(address)) => address.into(),
        Some(Host::Ipv6(address)) => address.into(),
        Some(Host::Domain(_)) => return None,
        None => return fault("must name a host"),
    };
    if private_allowed || is_public(address) { None } else { fault("must be a public address") }
}

/// A valid URL as it is requested: parsing drops tabs and line breaks, and escapes blanks.
pub fn normalized(url: &str) -> String {
    Url::parse(url).map_or_else(|_| url.to_owned(), String::from)
}

/// The types that match any of the patterns.
pub fn types(event_types: &[EventPattern]) -> Vec<EventType> {
    event_types.iter().flat_map(|pattern| matching(&pattern.0)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const REFUSED: Outcome = Outcome::Refused { status: 500, retry_after: None };

    fn at(tries: usize, outcome: &Outcome, jitter: f64) -> Option<TimeDelta> {
        let now = DateTime::UNIX_EPOCH;
        match next(outcome, tries, jitter, now) {
            Next::TryAt(at) => Some(at - now),
            _ => None,
        }
    }

    #[test]
    fn a_success_ends_the_delivery_and_410_gives_it_up() {
        let now = DateTime::UNIX_EPOCH;
        assert_eq!(next(&Outcome::Delivered { status: 204 }, 1, 0.0, now), Next::Done);
        assert_eq!(next(&Outcome::Gone, 1, 0.0, now), Next::GiveUp);
    }

    #[test]
    fn tries_go_on_for_days_and_then_end() {
        let delays: Vec<TimeDelta> = (1..).map_while(|tries| at(tries, &REFUSED, 0.0)).collect();
        assert_eq!(delays.len(), DELAYS.len());
        assert!(delays.is_sorted());
        assert!(delays.iter().sum::<TimeDelta>() > TimeDelta::days(3));
    }

    #[test]
    fn a_webhook_that_fails_for_days_is_disabled() {
        let now = DateTime::UNIX_EPOCH + TimeDelta::days(10);
        assert_eq!(disable(&REFUSED, Some(now - DISABLE_AFTER), now), Some(DisabledReason::Failing));
        assert_eq!(disable(&REFUSED, Some(now - DISABLE_AFTER + TimeDelta::seconds(1)), now), None);
        assert_eq!(disable(&REFUSED, None, now), None);
        assert_eq!(disable(&Outcome::Gone, None, now), Some(DisabledReason::Gone));
        assert_eq!(disable(&Outcome::Delivered { status: 200 }, Some(now - DISABLE_AFTER), now), None);
    }

    #[test]
    fn a_url_must_be_public_and_https() {
        for wrong in [
            "nonsense",
            "/path",
            "http://example.com/",
            "ftp://example.com/",
            "https://127.0.0.1/",
            "https://[::1]/",
            "https://10.0.0.1/",
            "https://user:secret@example.com/",
            "https://0x7f.1/",
            "https://2130706433/",
        ] {
            assert_eq!(
                check_url(wrong, false).map(|fault| fault.pointer).as_deref(),
                Some("/url"),
                "{wrong}"
            );
        }
        assert_eq!(check_url("https://hooks.example.com/groundwork?key=1", false), None);
        assert_eq!(check_url("http://127.0.0.1:9000/", true), None);
    }

    proptest! {
        #[test]
        fn a_retry_is_never_earlier_than_retry_after_up_to_its_maximum(
            tries in 1..=9_usize, asked in 0..200_000_i64, jitter in 0.0..=1.0,
        ) {
            let delay = at(tries, &Outcome::Refused { status: 503, retry_after: Some(asked) }, jitter).unwrap();
            prop_assert!(delay >= TimeDelta::seconds(asked.min(MAX_RETRY_AFTER)));
            prop_assert!(delay <= TimeDelta::seconds(MAX_RETRY_AFTER) * 6 / 5);
        }
    }
}
