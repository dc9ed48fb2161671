//! Rate limits: how many requests a minute each caller may make. Each process counts for itself.

use std::num::NonZeroU32;

use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use governor::{
    Quota, RateLimiter,
    clock::{Clock as _, DefaultClock},
    middleware::StateInformationMiddleware,
    state::keyed::DashMapStateStore,
};

use crate::{
    http::{Problem, ProblemKind},
    ids::TenantId,
};

type Key = (TenantId, String);

/// The window of the limit, in seconds.
const MINUTE: u32 = 60;

/// A quota for each caller, refilled evenly over the minute.
pub struct RateLimit {
    per_minute: NonZeroU32,
    limiter: RateLimiter<Key, DashMapStateStore<Key>, DefaultClock, StateInformationMiddleware>,
}

/// What is left of a caller's quota, for the `RateLimit` header fields (draft-ietf-httpapi-ratelimit-headers-11).
#[derive(Clone, Copy, Debug)]
pub struct RateLimitStatus {
    quota: u32,
    remaining: u32,
    /// Seconds until the quota grows again.
    seconds: u64,
}

impl RateLimit {
    /// None if `per_minute` is 0, which means no limit.
    pub fn new(per_minute: u32) -> Option<Self> {
        let per_minute = NonZeroU32::new(per_minute)?;
        let limiter = RateLimiter::dashmap(Quota::per_minute(per_minute))
            .with_middleware::<StateInformationMiddleware>();
        Some(Self { per_minute, limiter })
    }

    /// Takes one request from the caller's quota; refuses with 429 if it is used up.
    pub fn check(&self, tenant: TenantId, subject: &str) -> Result<RateLimitStatus, Problem> {
        let quota = self.per_minute.get();
        match self.limiter.check_key(&(tenant, subject.to_owned())) {
            Ok(snapshot) => {
                let remaining = snapshot.remaining_burst_capacity();
                Ok(RateLimitStatus { quota, remaining, seconds: u64::from(MINUTE.div_ceil(quota)) })
            }
            Err(until) => {
                let seconds = until.wait_time_from(self.limiter.clock().now()).as_secs() + 1;
                let detail =
                    format!("this caller may make {quota} requests a minute; try again in {seconds} s");
                Err(RateLimitStatus { quota, remaining: 0, seconds }
                    .fields()
                    .into_iter()
                    .chain([(header::RETRY_AFTER, HeaderValue::from(seconds))])
                    .fold(Problem::new(ProblemKind::TooManyRequests, detail), |problem, (name, value)| {
                        problem.with_header(name, value)
                    }))
            }
        }
    }

    /// Removes the callers whose quota is full again.
    pub fn purge_idle(&self) {
        self.limiter.retain_recent();
        self.limiter.shrink_to_fit();
    }
}

impl RateLimitStatus {
    /// Adds the header fields to a response.
    pub fn add_to(self, headers: &mut HeaderMap) {
        for (name, value) in self.fields() {
            headers.insert(name, value);
        }
    }

    fn fields(self) -> Vec<(HeaderName, HeaderValue)> {
        let Self { quota, remaining, seconds } = self;
        let policy = format!(r#""caller";q={quota};w={MINUTE}"#);
        let policy = (HeaderName::from_static("ratelimit-policy"), policy);
        let state = (HeaderName::from_static("ratelimit"), format!(r#""caller";r={remaining};t={seconds}"#));
        [policy, state]
            .into_iter()
            .filter_map(|(name, value)| Some((name, HeaderValue::from_str(&value).ok()?)))
            .collect()
    }
}
