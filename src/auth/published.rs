//! Keys that an issuer publishes at a URL, and how they are refreshed.
//!
//! A [`KeySet`] is immutable. It is replaced by a newer one in the background, before it is too old, and when a token
//! names an unknown key. There is one fetch at a time, and a cool-down after each; one that fails keeps the old keys.

use std::{
    sync::{Arc, PoisonError, RwLock, RwLockReadGuard},
    time::Duration,
};

use anyhow::{Context, ensure};
use chrono::{DateTime, TimeDelta, Utc};
use reqwest::header::{self, HeaderValue};
use serde::Deserialize;
use tokio::{
    sync::{Mutex, OwnedMutexGuard},
    task::JoinHandle,
};
use url::Url;

use super::{
    error::TokenError,
    key_set::{KeySet, Signature},
};
use crate::{
    client::http_client,
    clock::Clock,
    config::{BadSetting, is_trustworthy},
};

/// How old keys become at most, unless the issuer is away. A key that it withdraws is accepted for that long.
const MAX_AGE: TimeDelta = TimeDelta::minutes(10);
/// How old they may become at least, if `Cache-Control` asks for less.
const MIN_AGE: TimeDelta = TimeDelta::minutes(1);
/// Shortest time between two fetches for the same reason: the age of the keys, or tokens with unknown key ids. Tokens
/// with invented ones cannot flood the issuer with requests.
const COOL_DOWN: TimeDelta = TimeDelta::seconds(30);
/// The same before the first successful fetch: the issuer may still be starting.
const FIRST_COOL_DOWN: TimeDelta = TimeDelta::seconds(5);
/// Longest that the issuer may take to respond.
const TIME_LIMIT: Duration = Duration::from_secs(5);
/// Largest response that is read, in bytes.
const MAX_BYTES: usize = 256 * 1024;

/// Where an issuer publishes its keys.
enum Location {
    Keys(Url),
    /// OpenID Connect Discovery 1.0: a document that names the URL.
    Discovery {
        document: Url,
        issuer: String,
    },
}

/// The keys that an issuer publishes, as last fetched.
pub struct Published {
    location: Location,
    /// The setting that names the location, for messages.
    setting: &'static str,
    http: reqwest::Client,
    clock: Clock,
    latest: RwLock<Latest>,
    /// The lock is held during a fetch, so that there is one at a time.
    fetches: Arc<Mutex<Fetches>>,
}

#[derive(Default)]
struct Latest {
    keys: Arc<KeySet>,
    body: Option<Vec<u8>>,
    fetched: Option<Fetched>,
}

#[derive(Clone, Copy)]
struct Fetched {
    at: DateTime<Utc>,
    /// Age at which the keys are fetched again.
    refresh_at: TimeDelta,
}

/// When keys were fetched last.
#[derive(Default)]
struct Fetches {
    ended: Option<DateTime<Utc>>,
    /// For a token with an unknown key id.
    for_unknown: Option<DateTime<Utc>>,
}

impl Published {
    /// Keys at a URL.
    pub fn at(url: Url, setting: &'static str, clock: Clock) -> Result<Arc<Self>, BadSetting> {
        Self::new(Location::Keys(url), setting, clock)
    }

    /// Keys at the URL that the discovery document of `issuer` names; `url` is the issuer's, too.
    pub fn by_discovery(
        url: Url,
        issuer: String,
        setting: &'static str,
        clock: Clock,
    ) -> Result<Arc<Self>, BadSetting> {
        let mut document = url;
        document
            .set_path(&format!("{}/.well-known/openid-configuration", document.path().trim_end_matches('/')));
        Self::new(Location::Discovery { document, issuer }, setting, clock)
    }

    fn new(location: Location, setting: &'static str, clock: Clock) -> Result<Arc<Self>, BadSetting> {
        let http = http_client(TIME_LIMIT)
            .map_err(|error| BadSetting {
                setting,
                fault: format!("needs an HTTP client, which cannot be had: {:#}", anyhow::Error::from(error)),
                remedy: "install the system's certificate authorities (the package is often called ca-certificates)",
            })?;
        let (latest, fetches) = (RwLock::default(), Arc::default());
        Ok(Arc::new(Self { location, setting, http, clock, latest, fetches }))
    }

    /// Checks a signature, and returns the keys that verified it. Fetches the keys if the token's is unknown.
    pub async fn verify(self: &Arc<Self>, signature: &Signature<'_>) -> Result<Arc<KeySet>, TokenError> {
        loop {
            let keys = self.current();
            match keys.verify(signature) {
                Err(TokenError::UnknownKey) if self.replace(&keys).await => {}
                Err(TokenError::UnknownKey) if self.latest().fetched.is_none() => {
                    return Err(TokenError::KeysUnavailable);
                }
                outcome => return outcome.map(|()| keys),
            }
        }
    }

    fn latest(&self) -> RwLockReadGuard<'_, Latest> {
        self.latest.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The current keys. Old ones are still used while newer ones are being fetched.
    pub fn current(&self) -> Arc<KeySet> {
        Arc::clone(&self.latest().keys)
    }

    /// Starts a fetch that no request waits for, if it is time and none is running.
    pub fn refresh_if_due(self: &Arc<Self>) {
        let fetched = self.latest().fetched;
        let is_due = fetched.is_none_or(|it| elapsed(it.at, self.clock.now()) >= it.refresh_at);
        if let Some(turn) = is_due.then(|| Arc::clone(&self.fetches).try_lock_owned().ok()).flatten() {
            let rest = if fetched.is_some() { COOL_DOWN } else { FIRST_COOL_DOWN };
            if self.has_passed(rest, turn.ended) {
                self.begin_fetch(turn);
            }
        }
    }

    /// Waits for newer keys than `known`, which do not have the one that a token names. False if there are none, and
    /// it is too early to ask for them.
    async fn replace(self: &Arc<Self>, known: &Arc<KeySet>) -> bool {
        let mut turn = Arc::clone(&self.fetches).lock_owned().await;
        // A fetch that was running may have brought them.
        if !Arc::ptr_eq(known, &self.current()) {
            return true;
        }
        if self.latest().fetched.is_none() {
            if !self.has_passed(FIRST_COOL_DOWN, turn.ended) {
                return false;
            }
        } else {
            if !self.has_passed(COOL_DOWN, turn.for_unknown) {
                return false;
            }
            turn.for_unknown = Some(self.clock.now());
        }
        // A fetch that fails leaves the keys as they were.
        let _ = self.begin_fetch(turn).await;
        !Arc::ptr_eq(known, &self.current())
    }

    fn has_passed(&self, rest: TimeDelta, since: Option<DateTime<Utc>>) -> bool {
        since.is_none_or(|since| elapsed(since, self.clock.now()) >= rest)
    }

    /// Starts a fetch. It runs in a task of its own, so that a caller that gives up does not cancel it for the others.
    fn begin_fetch(self: &Arc<Self>, mut turn: OwnedMutexGuard<Fetches>) -> JoinHandle<()> {
        let this = Arc::clone(self);
        tokio::spawn(async move {
            if let Err(error) = this.fetch().await {
                let setting = this.setting;
                tracing::warn!(
                    error = format!("{error:#}"),
                    "fetching the issuer's keys failed; check {setting}"
                );
            }
            turn.ended = Some(this.clock.now());
        })
    }

    async fn fetch(&self) -> anyhow::Result<()> {
        let (body, max_age) = match &self.location {
            Location::Keys(url) => self.get(url).await?,
            Location::Discovery { document, issuer } => {
                #[derive(Deserialize)]
                struct Document {
                    issuer: String,
                    jwks_uri: Url,
                }
                let (body, _) = self.get(document).await?;
                let found: Document = serde_json::from_slice(&body).context("not a discovery document")?;
                ensure!(found.issuer == *issuer, "the discovery document is another issuer's");
                ensure!(
                    is_trustworthy(&found.jwks_uri),
                    "the discovery document's jwks_uri is not an https URL"
                );
                self.get(&found.jwks_uri).await?
            }
        };
        // If the document has not changed, the key set is kept, and with it the tokens that it has verified.
        let known = self.latest().body.as_ref() == Some(&body);
        let keys = if known { None } else { Some(KeySet::parse(&body).context("not a JWK Set")?) };
        let mut latest = self.latest.write().unwrap_or_else(PoisonError::into_inner);
        let max_age = max_age.unwrap_or(MAX_AGE).clamp(MIN_AGE, MAX_AGE);
        // Early, so that a fetch that fails can be repeated before they are too old.
        latest.fetched = Some(Fetched { at: self.clock.now(), refresh_at: max_age * 3 / 4 });
        if let Some(keys) = keys {
            latest.keys = Arc::new(keys);
            latest.body = Some(body);
        }
        Ok(())
    }

    /// What a URL answers, and for how long it may be kept, if it says so.
    async fn get(&self, url: &Url) -> anyhow::Result<(Vec<u8>, Option<TimeDelta>)> {
        let address = || format!("{}{}", url.host_str().unwrap_or_default(), url.path());
        let mut response = self
            .http
            .get(url.clone())
            .header(header::ACCEPT, "application/jwk-set+json, application/json")
            .send()
            .await
            .map_err(reqwest::Error::without_url)
            .with_context(address)?;
        ensure!(response.status() == 200, "{} answered {}", address(), response.status());
        let max_age = response.headers().get(header::CACHE_CONTROL).and_then(max_age);
        let mut body = Vec::new();
        while let Some(chunk) =
            response.chunk().await.map_err(reqwest::Error::without_url).with_context(address)?
        {
            ensure!(
                body.len() + chunk.len() <= MAX_BYTES,
                "{} answered more than {MAX_BYTES} bytes",
                address()
            );
            body.extend_from_slice(&chunk);
        }
        Ok((body, max_age))
    }
}

/// The lifetime that `Cache-Control` gives (RFC 9111, section 5.2.2): none with `no-store` and `no-cache`.
fn max_age(field: &HeaderValue) -> Option<TimeDelta> {
    let directives = field.to_str().ok()?.to_ascii_lowercase();
    let mut directives = directives.split(',').map(str::trim);
    directives.clone().find_map(|it| matches!(it, "no-store" | "no-cache").then(TimeDelta::zero)).or_else(
        || {
            let seconds = directives.find_map(|it| it.strip_prefix("max-age="))?;
            TimeDelta::try_seconds(seconds.trim_matches('"').parse().ok()?)
        },
    )
}

/// The absolute time between two instants, so that a clock that is set back does not stop the refresh.
fn elapsed(from: DateTime<Utc>, to: DateTime<Utc>) -> TimeDelta {
    (to - from).abs()
}

#[cfg(test)]
mod tests {
    use futures_util::{FutureExt, future::join_all};
    use jsonwebtoken::Algorithm;
    use serde_json::{Value, json};

    use super::*;
    use crate::auth::testing::{ED25519, Issuer, Signer, clock, jwks};

    /// What `keys` make of a token that has a wrong signature and names the key `id`: `BadSignature` says that the
    /// key is known.
    async fn outcome(keys: &Arc<Published>, id: &str) -> TokenError {
        let signature = Signature {
            key_id: Some(id),
            algorithm: Algorithm::EdDSA,
            message: "",
            signature: "c2lnbmF0dXJl",
        };
        keys.verify(&signature).await.err().unwrap()
    }

    fn at(issuer: &Issuer, clock: Clock) -> Arc<Published> {
        Published::at(issuer.at("/keys"), "KEYS", clock).unwrap()
    }

    fn by_discovery(name: &str) -> Arc<Published> {
        Published::by_discovery(name.parse().unwrap(), name.into(), "KEYS", clock()).unwrap()
    }

    fn named(id: &str) -> Value {
        Signer::new(id, Algorithm::EdDSA, ED25519).jwk()
    }

    /// Waits for the fetch that is under way.
    async fn settle(keys: &Arc<Published>) {
        drop(keys.fetches.lock().await);
    }

    #[tokio::test]
    async fn keys_are_fetched_when_they_are_first_needed() {
        let issuer = Issuer::start();
        issuer.publishes("/keys", jwks([named("first")]));
        let keys = at(&issuer, clock());
        assert!(issuer.was_asked_for().is_empty());

        assert_eq!(outcome(&keys, "first").await, TokenError::BadSignature);
        assert_eq!(outcome(&keys, "first").await, TokenError::BadSignature);
        assert_eq!(issuer.was_asked_for(), ["/keys"]);
    }

    #[tokio::test]
    async fn an_unknown_key_id_leads_to_one_fetch_in_a_cool_down() {
        let (issuer, clock) = (Issuer::start(), clock());
        issuer.publishes("/keys", jwks([named("first")]));
        let keys = at(&issuer, clock.clone());
        outcome(&keys, "first").await;
        assert_eq!(issuer.was_asked_for().len(), 1);
        issuer.publishes("/keys", jwks([named("first"), named("second")]));

        // The first fetch of all does not count: a new key is found at once.
        assert_eq!(outcome(&keys, "second").await, TokenError::BadSignature);
        assert_eq!(issuer.was_asked_for().len(), 1);
        issuer.publishes("/keys", jwks([named("second"), named("third")]));
        clock.advance(TimeDelta::seconds(29));
        for id in ["third", "invented", "another"] {
            assert_eq!(outcome(&keys, id).await, TokenError::UnknownKey);
        }
        assert!(issuer.was_asked_for().is_empty());

        clock.advance(TimeDelta::seconds(1));
        assert_eq!(outcome(&keys, "third").await, TokenError::BadSignature);
        assert_eq!(outcome(&keys, "invented").await, TokenError::UnknownKey);
        assert_eq!(issuer.was_asked_for().len(), 1);
    }

    #[tokio::test]
    async fn a_refresh_in_the_background_does_not_delay_the_search_for_an_unknown_key() {
        let (issuer, clock) = (Issuer::start(), clock());
        issuer.publishes("/keys", jwks([named("first")]));
        let keys = at(&issuer, clock.clone());
        outcome(&keys, "first").await;
        clock.advance(MAX_AGE);
        keys.refresh_if_due();
        settle(&keys).await;

        issuer.publishes("/keys", jwks([named("second")]));
        assert_eq!(outcome(&keys, "second").await, TokenError::BadSignature);
        assert_eq!(issuer.was_asked_for().len(), 3);
    }

    #[tokio::test]
    async fn those_who_need_a_fetch_at_the_same_time_share_it() {
        let issuer = Issuer::start();
        issuer.publishes("/keys", jwks([named("first")]));
        let keys = at(&issuer, clock());

        let outcomes = join_all((0..20).map(|_| outcome(&keys, "first"))).await;

        assert!(outcomes.iter().all(|it| *it == TokenError::BadSignature), "{outcomes:?}");
        assert_eq!(issuer.was_asked_for().len(), 1);
    }

    #[tokio::test]
    async fn a_caller_who_gives_up_does_not_stop_the_fetch() {
        let issuer = Issuer::start();
        issuer.publishes("/keys", jwks([named("first")]));
        let keys = at(&issuer, clock());

        assert_eq!(outcome(&keys, "first").now_or_never(), None);
        settle(&keys).await;

        assert_eq!(outcome(&keys, "first").now_or_never(), Some(TokenError::BadSignature));
        assert_eq!(issuer.was_asked_for().len(), 1);
    }

    #[tokio::test]
    async fn old_keys_are_kept_through_an_outage() {
        let (issuer, clock) = (Issuer::start(), clock());
        issuer.publishes("/keys", jwks([named("first")]));
        let keys = at(&issuer, clock.clone());
        outcome(&keys, "first").await;
        for broken in ["", "no JSON", "{}", r#"{"keys": 1}"#, &" ".repeat(MAX_BYTES + 1)] {
            issuer.publishes("/keys", broken.into());
            clock.advance(MAX_AGE);
            assert_eq!(outcome(&keys, "second").await, TokenError::UnknownKey);
            assert_eq!(outcome(&keys, "first").await, TokenError::BadSignature);
        }

        issuer.fails();
        clock.advance(MAX_AGE);
        assert_eq!(outcome(&keys, "second").await, TokenError::UnknownKey);
        assert_eq!(outcome(&keys, "first").await, TokenError::BadSignature);
        assert_eq!(issuer.was_asked_for().len(), 7);
    }

    #[tokio::test]
    async fn keys_are_refreshed_in_the_background_before_they_are_too_old() {
        let (issuer, clock) = (Issuer::start(), clock());
        issuer.publishes("/keys", jwks([named("first")]));
        let keys = at(&issuer, clock.clone());
        keys.refresh_if_due();
        settle(&keys).await;
        assert_eq!(issuer.was_asked_for().len(), 1);
        issuer.publishes("/keys", jwks([named("second")]));
        clock.advance(MAX_AGE * 3 / 4 - TimeDelta::seconds(1));
        keys.refresh_if_due();
        settle(&keys).await;
        assert_eq!(issuer.was_asked_for().len(), 0);

        clock.advance(TimeDelta::seconds(1));
        keys.refresh_if_due();
        assert_eq!(
            outcome(&keys, "first").now_or_never(),
            Some(TokenError::BadSignature),
            "while it is fetched"
        );
        keys.refresh_if_due();
        settle(&keys).await;

        assert_eq!(issuer.was_asked_for().len(), 1);
        assert_eq!(outcome(&keys, "second").now_or_never(), Some(TokenError::BadSignature));
        assert_eq!(outcome(&keys, "first").await, TokenError::UnknownKey, "it is withdrawn");
    }

    #[tokio::test]
    async fn a_refresh_that_fails_is_repeated_after_the_cool_down() {
        let (issuer, clock) = (Issuer::start(), clock());
        issuer.publishes("/keys", jwks([named("first")]));
        let keys = at(&issuer, clock.clone());
        outcome(&keys, "first").await;
        issuer.fails();
        clock.advance(MAX_AGE);
        for (seconds, fetches) in [(0, 2), (29, 2), (1, 3), (0, 3)] {
            clock.advance(TimeDelta::seconds(seconds));
            keys.refresh_if_due();
            settle(&keys).await;
            assert_eq!(issuer.count_of_requests(), fetches, "{seconds} seconds later");
        }
        assert_eq!(outcome(&keys, "first").now_or_never(), Some(TokenError::BadSignature));
    }

    #[test]
    fn the_lifetime_of_keys_is_what_cache_control_says() {
        for (field, seconds) in [
            ("max-age=300", Some(300)),
            ("public, Max-Age=19000, must-revalidate", Some(19_000)),
            ("max-age=\"60\"", Some(60)),
            ("no-store", Some(0)),
            ("max-age=300, no-cache", Some(0)),
            ("public", None),
            ("max-age=soon", None),
            ("max-age=99999999999999999999", None),
            ("s-maxage=5", None),
        ] {
            let age = max_age(&HeaderValue::from_str(field).unwrap());
            assert_eq!(age, seconds.map(TimeDelta::seconds), "{field}");
        }
    }

    #[tokio::test]
    async fn without_any_keys_yet_a_token_cannot_be_judged() {
        let (issuer, clock) = (Issuer::start(), clock());
        let keys = at(&issuer, clock.clone());
        assert_eq!(outcome(&keys, "first").await, TokenError::KeysUnavailable);
        issuer.publishes("/keys", jwks([named("first")]));
        assert_eq!(outcome(&keys, "first").await, TokenError::KeysUnavailable);
        assert_eq!(issuer.was_asked_for().len(), 1);

        clock.advance(FIRST_COOL_DOWN);
        assert_eq!(outcome(&keys, "first").await, TokenError::BadSignature);
    }

    #[tokio::test]
    async fn the_same_document_leaves_the_same_set_in_place() {
        let (issuer, clock) = (Issuer::start(), clock());
        issuer.publishes("/keys", jwks([named("first")]));
        let keys = at(&issuer, clock.clone());
        outcome(&keys, "first").await;
        let before = keys.current();
        clock.advance(COOL_DOWN);

        outcome(&keys, "second").await;
        assert!(Arc::ptr_eq(&before, &keys.current()));

        issuer.publishes("/keys", jwks([named("first"), named("second")]));
        clock.advance(COOL_DOWN);
        outcome(&keys, "second").await;
        assert!(!Arc::ptr_eq(&before, &keys.current()));
        assert_eq!(issuer.was_asked_for().len(), 3);
    }

    const DISCOVERY: &str = "/realms/acme/.well-known/openid-configuration";

    #[tokio::test]
    async fn discovery_finds_the_keys_of_an_issuer() {
        for slash in ["", "/"] {
            let issuer = Issuer::start();
            let name = format!("{}realms/acme{slash}", issuer.url);
            issuer.publishes(DISCOVERY, json!({"issuer": name, "jwks_uri": issuer.at("/keys")}).to_string());
            issuer.publishes("/keys", jwks([named("first")]));
            let keys = by_discovery(&name);

            assert_eq!(outcome(&keys, "first").await, TokenError::BadSignature);
            assert_eq!(issuer.was_asked_for(), [DISCOVERY, "/keys"]);
        }
    }

    #[tokio::test]
    async fn discovery_refuses_the_document_of_another_issuer() {
        let issuer = Issuer::start();
        let name = format!("{}realms/acme", issuer.url);
        for other in [format!("{name}/"), format!("{}realms/other", issuer.url)] {
            issuer.publishes(DISCOVERY, json!({"issuer": other, "jwks_uri": issuer.at("/keys")}).to_string());
            issuer.publishes("/keys", jwks([named("first")]));
            let keys = by_discovery(&name);

            assert_eq!(outcome(&keys, "first").await, TokenError::KeysUnavailable);
            assert_eq!(issuer.was_asked_for(), [DISCOVERY]);
        }
    }

    #[tokio::test]
    async fn discovery_refuses_keys_that_others_could_change_on_the_way() {
        let issuer = Issuer::start();
        let name = format!("{}realms/acme", issuer.url);
        issuer
            .publishes(DISCOVERY, json!({"issuer": name, "jwks_uri": "http://idp.example/keys"}).to_string());
        let keys = by_discovery(&name);

        assert_eq!(outcome(&keys, "first").await, TokenError::KeysUnavailable);
    }
}
