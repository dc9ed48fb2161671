//! How many requests a minute each caller may make. Each process counts for itself.

use std::{num::NonZeroU32, time::Duration};

use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use governor::{
    Quota, RateLimiter,
    clock::{Clock as _, DefaultClock},
    middleware::StateInformationMiddleware,
    state::keyed::DashMapStateStore,
};

use crate::{
    http::{Kind, Problem},
    ids::TenantId,
};

type Key = (TenantId, String);

/// A quota for each caller, refilled evenly over the minute.
pub struct RateLimit {
    per_minute: NonZeroU32,
    limiter: RateLimiter<Key, DashMapStateStore<Key>, DefaultClock, StateInformationMiddleware>,
}

/// What is left of a caller's quota, for the `RateLimit` fields
/// (draft-ietf-httpapi-ratelimit-headers).
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    quota: u32,
    remaining: u32,
}

impl RateLimit {
    /// None where `per_minute` is 0: there is no limit then.
    pub fn new(per_minute: u32) -> Option<Self> {
        let per_minute = NonZeroU32::new(per_minute)?;
        let limiter = RateLimiter::dashmap(Quota::per_minute(per_minute))
            .with_middleware::<StateInformationMiddleware>();
        Some(Self { per_minute, limiter })
    }

    pub fn check(&self, tenant: TenantId, subject: &str) -> Result<Standing, Problem> {
        let quota = self.per_minute.get();
        match self.limiter.check_key(&(tenant, subject.to_owned())) {
            Ok(snapshot) => Ok(Standing { quota, remaining: snapshot.remaining_burst_capacity() }),
            Err(until) => {
                let seconds = until.wait_time_from(self.limiter.clock().now()).as_secs() + 1;
                let detail =
                    format!("this caller may make {quota} requests a minute; try again in {seconds} s");
                Err(Standing { quota, remaining: 0 }
                    .fields()
                    .into_iter()
                    .chain([(header::RETRY_AFTER, HeaderValue::from(seconds))])
                    .fold(Problem::new(Kind::TooManyRequests, detail), |problem, (name, value)| {
                        problem.with_header(name, value)
                    }))
            }
        }
    }

    /// Forgets callers whose quota is full again.
    pub fn tidy(&self) {
        self.limiter.retain_recent();
        self.limiter.shrink_to_fit();
    }
}

impl Standing {
    /// Adds the fields to an answer.
    pub fn tell(self, headers: &mut HeaderMap) {
        for (name, value) in self.fields() {
            headers.insert(name, value);
        }
    }

    fn fields(self) -> Vec<(HeaderName, HeaderValue)> {
        let Self { quota, remaining } = self;
        let refilled = Duration::from_secs(60).as_secs() * u64::from(quota - remaining) / u64::from(quota);
        let policy = (HeaderName::from_static("ratelimit-policy"), format!(r#""caller";q={quota};w=60"#));
        let state = (HeaderName::from_static("ratelimit"), format!(r#""caller";r={remaining};t={refilled}"#));
        [policy, state]
            .into_iter()
            .filter_map(|(name, value)| Some((name, HeaderValue::from_str(&value).ok()?)))
            .collect()
    }
}
