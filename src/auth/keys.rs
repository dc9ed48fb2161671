//! The keys that tokens are verified with, from the place that the settings name.

use std::sync::Arc;

use jsonwebtoken::{Algorithm, AlgorithmFamily};

use super::{
    error::TokenError,
    key_set::{KeySet, Signature},
    published::Published,
};
use crate::{
    clock::Clock,
    config::{AuthConfig, BadSetting, KeySource},
};

/// The keys that the settings name.
pub struct Keys(Source);

enum Source {
    Secret(Arc<KeySet>),
    File(Arc<KeySet>),
    Published(Arc<Published>),
}

impl Keys {
    /// Reads a secret or a file now. Keys behind a URL are fetched when the first token arrives, or by
    /// [`Keys::fetch_ahead`].
    pub fn new(config: &AuthConfig, clock: Clock) -> Result<Self, BadSetting> {
        Ok(Self(match config.key_source()? {
            KeySource::Secret(secret) => Source::Secret(Arc::new(KeySet::of_secret(&secret))),
            KeySource::JwksFile(path) => {
                let bad = |fault| BadSetting {
                    setting: "GROUNDWORK_AUTH_JWKS_FILE",
                    fault,
                    remedy: "name a file that holds the issuer's JWK Set (RFC 7517), as its `jwks_uri` serves it",
                };
                let body = std::fs::read(path).map_err(|error| bad(format!("cannot be read: {error}")))?;
                let keys = KeySet::parse(&body).map_err(|error| bad(format!("is not a JWK Set: {error}")))?;
                if keys.is_empty() {
                    return Err(bad("holds no key that can verify a token".into()));
                }
                Source::File(Arc::new(keys))
            }
            KeySource::JwksUrl(url) => Source::Published(Published::at(url, clock)?),
            KeySource::Discovery(url) => {
                let issuer = config.auth_issuer.clone().unwrap_or_else(|| url.to_string());
                Source::Published(Published::by_discovery(url, issuer, clock)?)
            }
        }))
    }

    /// Starts fetching keys behind a URL, so that a wrong one is noticed before a token arrives.
    pub fn fetch_ahead(&self) {
        if let Source::Published(published) = &self.0 {
            published.fetch_unasked();
        }
    }

    /// The current keys. Old ones are still used while newer ones are being fetched.
    pub fn current(&self) -> Arc<KeySet> {
        match &self.0 {
            Source::Secret(keys) | Source::File(keys) => Arc::clone(keys),
            Source::Published(published) => published.current(),
        }
    }

    /// Checks a signature, and returns the keys that verified it.
    pub async fn verify(&self, signature: &Signature<'_>) -> Result<Arc<KeySet>, TokenError> {
        match (&self.0, signature.algorithm) {
            (Source::Secret(keys), Algorithm::HS256) => {
                // There is only one secret, so the key id is ignored.
                keys.verify(&Signature { key_id: None, ..*signature }).map(|()| Arc::clone(keys))
            }
            (Source::Secret(_), _) => Err(TokenError::WrongAlgorithm),
            // Published keys are public: anyone could use one as an HMAC secret and sign with it.
            (_, algorithm) if algorithm.family() == AlgorithmFamily::Hmac => Err(TokenError::WrongAlgorithm),
            (Source::File(keys), _) => keys.verify(signature).map(|()| Arc::clone(keys)),
            (Source::Published(published), _) => published.verify(signature).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::auth::testing::{clock, config};

    #[test]
    fn a_file_without_a_usable_key_stops_the_service_at_its_start() {
        for (content, fault) in [
            ("", "is not a JWK Set"),
            ("{}", "is not a JWK Set"),
            (r#"{"keys": []}"#, "holds no key"),
            (r#"{"keys": [{"kty": "oct", "k": "c2VjcmV0"}]}"#, "holds no key"),
        ] {
            let file = tempfile::NamedTempFile::new().unwrap();
            std::fs::write(&file, content).unwrap();
            let config = AuthConfig { auth_jwks_file: Some(file.path().into()), ..config() };
            let error = Keys::new(&config, clock()).err().unwrap();
            assert!(error.fault.starts_with(fault), "{content}: {error}");
        }
        let missing = AuthConfig { auth_jwks_file: Some("/no/such/file".into()), ..config() };
        assert!(Keys::new(&missing, clock()).err().unwrap().fault.starts_with("cannot be read"));
    }
}
