//! The keys that tokens of an issuer are verified with, from the place that its settings name.

use std::sync::Arc;

use jsonwebtoken::{Algorithm, AlgorithmFamily};

use super::{
    error::TokenError,
    key_set::{KeySet, Signature},
    published::Published,
};
use crate::{
    clock::Clock,
    config::{BadSetting, IssuerSettings, KeySource},
};

/// The keys of one issuer.
pub struct Keys(Source);

enum Source {
    Secret(Arc<KeySet>),
    File(Arc<KeySet>),
    Published(Arc<Published>),
}

impl Keys {
    /// Reads a secret or a file now. Keys behind a URL are fetched by [`Keys::refresh_if_due`], or when the first token
    /// arrives.
    pub fn new(issuer: &IssuerSettings, clock: Clock) -> Result<Self, BadSetting> {
        let setting = issuer.keys_setting;
        Ok(Self(match &issuer.keys {
            KeySource::None => Source::File(Arc::default()),
            KeySource::Secret(secret) => Source::Secret(Arc::new(KeySet::of_secret(secret))),
            KeySource::JwksFile(path) => {
                // Of the file that lists the issuers.
                let line = issuer.keys_line.map(|line| format!("line {line}: ")).unwrap_or_default();
                let bad = |fault| BadSetting {
                    setting,
                    fault: format!("{line}{} {fault}", path.display()),
                    remedy: "name a file that holds the issuer's JWK Set (RFC 7517), as its `jwks_uri` serves it",
                };
                let body = std::fs::read(path).map_err(|error| bad(format!("cannot be read: {error}")))?;
                let keys = KeySet::parse(&body).map_err(|error| bad(format!("is not a JWK Set: {error}")))?;
                if keys.is_empty() {
                    return Err(bad("holds no key that can verify a token".into()));
                }
                Source::File(Arc::new(keys))
            }
            KeySource::JwksUrl(url) => Source::Published(Published::at(url.clone(), setting, clock)?),
            KeySource::Discovery(url) => {
                let name = issuer.url.clone().unwrap_or_else(|| url.to_string());
                Source::Published(Published::by_discovery(url.clone(), name, setting, clock)?)
            }
        }))
    }

    /// Starts fetching keys behind a URL that were not fetched yet, or will soon be too old.
    pub fn refresh_if_due(&self) {
        if let Source::Published(published) = &self.0 {
            published.refresh_if_due();
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
    use std::path::Path;

    use super::*;
    use crate::{
        auth::testing::{clock, config},
        config::{AuthConfig, IssuersFile},
    };

    fn fault_of(file: &Path) -> String {
        let config = AuthConfig { auth_jwks_file: Some(file.into()), ..config() };
        let settings = config.settings().unwrap();
        Keys::new(&settings.issuers[0], clock()).err().unwrap().fault
    }

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
            let error = fault_of(file.path());
            assert!(error.contains(fault), "{content}: {error}");
        }
        assert!(fault_of(Path::new("/no/such/file")).starts_with("/no/such/file cannot be read"));
    }

    #[test]
    fn a_missing_file_is_named_with_the_line_of_the_issuer_that_names_it() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let text = "[[issuer]]\nurl = 'https://one.example'\naudience = 'a'\ntenant = 'acme'\njwks_file = 'no-such'\n";
        std::fs::write(&file, text).unwrap();
        let issuers_file = IssuersFile { auth_issuers_file: Some(file.path().to_owned()) };
        let settings = AuthConfig { issuers_file, ..config() }.settings().unwrap();
        let error = Keys::new(&settings.issuers[0], clock()).err().unwrap();
        assert!(
            error.fault.starts_with("line 5: ") && error.fault.contains("no-such cannot be read"),
            "{error}"
        );
        assert!(error.to_string().starts_with("GROUNDWORK_AUTH_ISSUERS_FILE: line 5"), "{error}");
    }
}
