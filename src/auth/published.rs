//! Keys that an issuer publishes at a URL, and how they are refreshed.
//!
//! A [`KeySet`] is immutable. It is replaced by a newer one when a token names an unknown key, and when it is ten
//! minutes old. There is one fetch at a time and a cool-down after each; a fetch that fails keeps the old keys.

use std::{
    sync::{Arc, PoisonError, RwLock, RwLockReadGuard},
    time::Duration,
};

use anyhow::{Context, ensure};
use chrono::{DateTime, TimeDelta, Utc};
use reqwest::header;
use serde::Deserialize;
use tokio::{
    sync::{Mutex, OwnedMutexGuard},
    task::JoinHandle,
};
use url::{Host, Url};

use super::{
    error::TokenError,
    key_set::{KeySet, Signature},
};
use crate::{client::http_client, clock::Clock, config::BadSetting};

/// Age at which keys are fetched again, so that a withdrawn key is no longer accepted.
const MAX_AGE: TimeDelta = TimeDelta::minutes(10);
/// Shortest time between two fetches, so that tokens with invented key ids cannot flood the issuer with requests.
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

impl Location {
    /// The setting that names it.
    fn setting(&self) -> &'static str {
        match self {
            Self::Keys(_) => "GROUNDWORK_AUTH_JWKS_URL",
            Self::Discovery { .. } => "GROUNDWORK_AUTH_ISSUER",
        }
    }
}

/// The keys that an issuer publishes, as last fetched.
pub struct Published {
    location: Location,
    http: reqwest::Client,
    clock: Clock,
    latest: RwLock<Latest>,
    /// When the last fetch ended. The lock is held during a fetch, so that there is one at a time.
    last_fetch: Arc<Mutex<Option<DateTime<Utc>>>>,
}

#[derive(Default)]
struct Latest {
    keys: Arc<KeySet>,
    body: Option<Vec<u8>>,
    fetched_at: Option<DateTime<Utc>>,
}

impl Published {
    /// Keys at a URL.
    pub fn at(url: Url, clock: Clock) -> Result<Arc<Self>, BadSetting> {
        Self::new(Location::Keys(url), clock)
    }

    /// Keys at the URL that the discovery document of `issuer` names; `url` is the issuer's, too.
    pub fn by_discovery(url: Url, issuer: String, clock: Clock) -> Result<Arc<Self>, BadSetting> {
        let mut document = url;
        document
            .set_path(&format!("{}/.well-known/openid-configuration", document.path().trim_end_matches('/')));
        Self::new(Location::Discovery { document, issuer }, clock)
    }

    fn new(location: Location, clock: Clock) -> Result<Arc<Self>, BadSetting> {
        let setting = location.setting();
        let (Location::Keys(url) | Location::Discovery { document: url, .. }) = &location;
        if !is_trustworthy(url) {
            return Err(BadSetting {
                setting,
                fault: "is not an https URL: the keys could be replaced on the way".into(),
                remedy: "use https (plain http is accepted on this machine only), or fetch the keys by other means \
                         and set GROUNDWORK_AUTH_JWKS_FILE",
            });
        }
        let http = http_client(TIME_LIMIT)
            .map_err(|error| BadSetting {
                setting,
                fault: format!("needs an HTTP client, which cannot be had: {:#}", anyhow::Error::from(error)),
                remedy: "install the system's certificate authorities (the package is often called ca-certificates)",
            })?;
        Ok(Arc::new(Self { location, http, clock, latest: RwLock::default(), last_fetch: Arc::default() }))
    }

    /// Checks a signature, and returns the keys that verified it. Fetches the keys if the token's is unknown.
    pub async fn verify(self: &Arc<Self>, signature: &Signature<'_>) -> Result<Arc<KeySet>, TokenError> {
        let keys = self.current();
        match keys.verify(signature) {
            Err(TokenError::UnknownKey) => {
                self.refresh().await;
                let keys = self.fetched().ok_or(TokenError::KeysUnavailable)?;
                keys.verify(signature).map(|()| keys)
            }
            outcome => outcome.map(|()| keys),
        }
    }

    fn latest(&self) -> RwLockReadGuard<'_, Latest> {
        self.latest.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// The current keys. Old ones are still used while newer ones are being fetched.
    pub fn current(self: &Arc<Self>) -> Arc<KeySet> {
        let (keys, fetched_at) = {
            let latest = self.latest();
            (Arc::clone(&latest.keys), latest.fetched_at)
        };
        let old = fetched_at.is_some_and(|at| elapsed(at, self.clock.now()) >= MAX_AGE);
        if old {
            self.fetch_unasked();
        }
        keys
    }

    /// Starts a fetch that nobody waits for, unless one is running.
    pub fn fetch_unasked(self: &Arc<Self>) {
        if let Ok(turn) = Arc::clone(&self.last_fetch).try_lock_owned() {
            self.begin_fetch(turn);
        }
    }

    /// The current keys, if a fetch has succeeded.
    fn fetched(&self) -> Option<Arc<KeySet>> {
        let latest = self.latest();
        latest.fetched_at.map(|_| Arc::clone(&latest.keys))
    }

    /// Fetches the keys and waits for them. If a fetch is running already, waits for that one.
    async fn refresh(self: &Arc<Self>) {
        let turn = Arc::clone(&self.last_fetch).lock_owned().await;
        if let Some(fetch) = self.begin_fetch(turn) {
            // A fetch that fails leaves the keys as they were; the caller checks them again.
            let _ = fetch.await;
        }
    }

    /// Starts a fetch, unless the last one ended too recently.
    ///
    /// It runs in a task of its own, so that a caller that gives up does not cancel it for the others.
    fn begin_fetch(
        self: &Arc<Self>,
        mut last_fetch: OwnedMutexGuard<Option<DateTime<Utc>>>,
    ) -> Option<JoinHandle<()>> {
        let rest = if self.fetched().is_some() { COOL_DOWN } else { FIRST_COOL_DOWN };
        if last_fetch.is_some_and(|ended| elapsed(ended, self.clock.now()) < rest) {
            return None;
        }
        let this = Arc::clone(self);
        Some(tokio::spawn(async move {
            if let Err(error) = this.fetch().await {
                let setting = this.location.setting();
                tracing::warn!(
                    error = format!("{error:#}"),
                    "fetching the issuer's keys failed; check {setting}"
                );
            }
            *last_fetch = Some(this.clock.now());
        }))
    }

    async fn fetch(&self) -> anyhow::Result<()> {
        let body = match &self.location {
            Location::Keys(url) => self.get(url).await?,
            Location::Discovery { document, issuer } => {
                #[derive(Deserialize)]
                struct Document {
                    issuer: String,
                    jwks_uri: Url,
                }
                let found: Document =
                    serde_json::from_slice(&self.get(document).await?).context("not a discovery document")?;
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
        latest.fetched_at = Some(self.clock.now());
        if let Some(keys) = keys {
            latest.keys = Arc::new(keys);
            latest.body = Some(body);
        }
        Ok(())
    }

    async fn get(&self, url: &Url) -> anyhow::Result<Vec<u8>> {
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
        Ok(body)
    }
}

/// The absolute time between two instants, so that a clock that is set back does not stop the refresh.
fn elapsed(from: DateTime<Utc>, to: DateTime<Utc>) -> TimeDelta {
    (to - from).abs()
}

/// Whether a response cannot be changed on the way: the URL is `https`, or of this machine.
fn is_trustworthy(url: &Url) -> bool {
    let loopback = match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    };
    url.scheme() == "https" || (url.scheme() == "http" && loopback)
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

    fn named(id: &str) -> Value {
        Signer::new(id, Algorithm::EdDSA, ED25519).jwk()
    }

    /// Waits for the fetch that is under way.
    async fn settle(keys: &Arc<Published>) {
        drop(keys.last_fetch.lock().await);
    }

    #[tokio::test]
    async fn keys_are_fetched_when_they_are_first_needed() {
        let issuer = Issuer::start();
        issuer.publishes("/keys", jwks([named("first")]));
        let keys = Published::at(issuer.at("/keys"), clock()).unwrap();
        assert!(issuer.was_asked_for().is_empty());

        assert_eq!(outcome(&keys, "first").await, TokenError::BadSignature);
        assert_eq!(outcome(&keys, "first").await, TokenError::BadSignature);
        assert_eq!(issuer.was_asked_for(), ["/keys"]);
    }

    #[tokio::test]
    async fn an_unknown_key_id_leads_to_one_fetch_in_a_cool_down() {
        let (issuer, clock) = (Issuer::start(), clock());
        issuer.publishes("/keys", jwks([named("first")]));
        let keys = Published::at(issuer.at("/keys"), clock.clone()).unwrap();
        outcome(&keys, "first").await;
        issuer.publishes("/keys", jwks([named("first"), named("second")]));

        assert_eq!(outcome(&keys, "second").await, TokenError::UnknownKey);
        clock.advance(TimeDelta::seconds(29));
        assert_eq!(outcome(&keys, "second").await, TokenError::UnknownKey);
        assert_eq!(issuer.was_asked_for().len(), 1);

        clock.advance(TimeDelta::seconds(1));
        assert_eq!(outcome(&keys, "second").await, TokenError::BadSignature);
        assert_eq!(outcome(&keys, "invented").await, TokenError::UnknownKey);
        assert_eq!(issuer.was_asked_for().len(), 1);
    }

    #[tokio::test]
    async fn those_who_need_a_fetch_at_the_same_time_share_it() {
        let issuer = Issuer::start();
        issuer.publishes("/keys", jwks([named("first")]));
        let keys = Published::at(issuer.at("/keys"), clock()).unwrap();

        let outcomes = join_all((0..20).map(|_| outcome(&keys, "first"))).await;

        assert!(outcomes.iter().all(|it| *it == TokenError::BadSignature), "{outcomes:?}");
        assert_eq!(issuer.was_asked_for().len(), 1);
    }

    #[tokio::test]
    async fn a_caller_who_gives_up_does_not_stop_the_fetch() {
        let issuer = Issuer::start();
        issuer.publishes("/keys", jwks([named("first")]));
        let keys = Published::at(issuer.at("/keys"), clock()).unwrap();

        assert_eq!(outcome(&keys, "first").now_or_never(), None);
        settle(&keys).await;

        assert_eq!(outcome(&keys, "first").now_or_never(), Some(TokenError::BadSignature));
        assert_eq!(issuer.was_asked_for().len(), 1);
    }

    #[tokio::test]
    async fn old_keys_are_kept_through_an_outage() {
        let (issuer, clock) = (Issuer::start(), clock());
        issuer.publishes("/keys", jwks([named("first")]));
        let keys = Published::at(issuer.at("/keys"), clock.clone()).unwrap();
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
    async fn keys_that_have_grown_old_serve_while_newer_ones_are_fetched() {
        let (issuer, clock) = (Issuer::start(), clock());
        issuer.publishes("/keys", jwks([named("first")]));
        let keys = Published::at(issuer.at("/keys"), clock.clone()).unwrap();
        outcome(&keys, "first").await;
        issuer.publishes("/keys", jwks([named("second")]));
        clock.advance(MAX_AGE);

        assert_eq!(outcome(&keys, "first").now_or_never(), Some(TokenError::BadSignature));
        assert_eq!(outcome(&keys, "first").now_or_never(), Some(TokenError::BadSignature));
        settle(&keys).await;

        assert_eq!(outcome(&keys, "second").await, TokenError::BadSignature);
        assert_eq!(outcome(&keys, "first").await, TokenError::UnknownKey);
        assert_eq!(issuer.was_asked_for().len(), 2);
    }

    #[tokio::test]
    async fn without_any_keys_yet_a_token_cannot_be_judged() {
        let (issuer, clock) = (Issuer::start(), clock());
        let keys = Published::at(issuer.at("/keys"), clock.clone()).unwrap();
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
        let keys = Published::at(issuer.at("/keys"), clock.clone()).unwrap();
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
            let keys = Published::by_discovery(name.parse().unwrap(), name, clock()).unwrap();

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
            let keys = Published::by_discovery(name.parse().unwrap(), name.clone(), clock()).unwrap();

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
        let keys = Published::by_discovery(name.parse().unwrap(), name, clock()).unwrap();

        assert_eq!(outcome(&keys, "first").await, TokenError::KeysUnavailable);
    }

    #[test]
    fn urls_need_tls_unless_they_lead_to_this_machine() {
        for (url, fine) in [
            ("https://idp.example/keys", true),
            ("http://127.0.0.1:1/keys", true),
            ("http://[::1]/keys", true),
            ("http://localhost/keys", true),
            ("http://idp.example/keys", false),
            ("http://127.0.0.1.idp.example/keys", false),
            ("http://10.0.0.1/keys", false),
            ("ftp://localhost/keys", false),
            ("urn:idp", false),
        ] {
            let url: Url = url.parse().unwrap();
            assert_eq!(Published::at(url.clone(), clock()).is_ok(), fine, "{url}");
            assert_eq!(Published::by_discovery(url.clone(), url.to_string(), clock()).is_ok(), fine, "{url}");
        }
    }
}
