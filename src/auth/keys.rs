//! The keys that tokens are verified with: where they come from, and what each of them may verify.

use std::sync::Arc;

use jsonwebtoken::{
    Algorithm, AlgorithmFamily, DecodingKey, DecodingKeyKind,
    jwk::{AlgorithmParameters, EllipticCurve, Jwk, KeyOperations, PublicKeyUse},
};
use serde::Deserialize;

use super::{published::Published, token::TokenError};
use crate::{
    clock::Clock,
    config::{AuthConfig, BadSetting, KeySource},
};

/// A token's signature, and what the token says about the key that made it.
pub struct Signature<'a> {
    pub key_id: Option<&'a str>,
    pub algorithm: Algorithm,
    pub message: &'a str,
    /// As it stands in the token: base64url.
    pub signature: &'a str,
}

/// The keys that the settings name.
pub struct Keys(Source);

enum Source {
    Secret(Arc<KeySet>),
    File(Arc<KeySet>),
    Published(Arc<Published>),
}

impl Keys {
    /// Reads a secret or a file now; what is behind a URL is fetched when the first token comes.
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
                if keys.0.is_empty() {
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

    /// The present set. One that has grown old still serves, while a newer one is being fetched.
    pub fn current(&self) -> Arc<KeySet> {
        match &self.0 {
            Source::Secret(keys) | Source::File(keys) => Arc::clone(keys),
            Source::Published(published) => published.current(),
        }
    }

    /// Checks a signature, and returns the set of keys that vouches for it.
    pub async fn verify(&self, signature: &Signature<'_>) -> Result<Arc<KeySet>, TokenError> {
        match (&self.0, signature.algorithm) {
            (Source::Secret(keys), Algorithm::HS256) => {
                // There is one secret, so an id has nothing to tell apart.
                keys.verify(&Signature { key_id: None, ..*signature }).map(|()| Arc::clone(keys))
            }
            (Source::Secret(_), _) => Err(TokenError::WrongAlgorithm),
            // What is published is no secret: whoever reads it could sign with it.
            (_, algorithm) if algorithm.family() == AlgorithmFamily::Hmac => Err(TokenError::WrongAlgorithm),
            (Source::File(keys), _) => keys.verify(signature).map(|()| Arc::clone(keys)),
            (Source::Published(published), _) => published.verify(signature).await,
        }
    }
}

/// Keys that belong together: a secret, or what one document held.
#[derive(Default)]
pub struct KeySet(Vec<Key>);

impl KeySet {
    fn of_secret(secret: &str) -> Self {
        Self(vec![Key {
            id: None,
            algorithms: vec![Algorithm::HS256],
            decoding: DecodingKey::from_secret(secret.as_bytes()),
        }])
    }

    /// Reads a JWK Set. Keys that are of no use here are passed over, as RFC 7517, section 5, asks.
    pub fn parse(body: &[u8]) -> Result<Self, serde_json::Error> {
        #[derive(Deserialize)]
        struct Document {
            keys: Vec<serde_json::Value>,
        }
        let document: Document = serde_json::from_slice(body)?;
        let keys = document.keys.into_iter().filter_map(|json| {
            let key_id = json.get("kid").map(ToString::to_string);
            serde_json::from_value(json)
                .map_err(|_| "it is not a JWK")
                .and_then(|jwk| Key::of_jwk(&jwk))
                .inspect_err(|reason| tracing::info!(key.id = key_id, reason, "a published key is ignored"))
                .ok()
        });
        Ok(Self(keys.collect()))
    }

    /// Checks a signature with the one key that can have made it.
    pub fn verify(&self, signature: &Signature<'_>) -> Result<(), TokenError> {
        let algorithm = signature.algorithm;
        let key = match signature.key_id {
            Some(id) => {
                let mut named = self.0.iter().filter(|key| key.id.as_deref() == Some(id)).peekable();
                named.peek().ok_or(TokenError::UnknownKey)?;
                named.find(|key| key.algorithms.contains(&algorithm)).ok_or(TokenError::WrongAlgorithm)?
            }
            None => {
                let mut suitable = self.0.iter().filter(|key| key.algorithms.contains(&algorithm));
                match (suitable.next(), suitable.next()) {
                    (Some(only), None) => only,
                    _ => return Err(TokenError::UnknownKey),
                }
            }
        };
        key.verify(signature).then_some(()).ok_or(TokenError::BadSignature)
    }
}

/// A key, ready for use.
struct Key {
    id: Option<String>,
    /// What a token's `alg` may be: one, if the key says which.
    algorithms: Vec<Algorithm>,
    decoding: DecodingKey,
}

impl Key {
    /// The key, or why it is of no use.
    fn of_jwk(jwk: &Jwk) -> Result<Self, &'static str> {
        let suitable = match &jwk.algorithm {
            AlgorithmParameters::RSA(_) => AlgorithmFamily::Rsa.algorithms(),
            AlgorithmParameters::EllipticCurve(key) if key.curve == EllipticCurve::P256 => {
                &[Algorithm::ES256]
            }
            AlgorithmParameters::EllipticCurve(key) if key.curve == EllipticCurve::P384 => {
                &[Algorithm::ES384]
            }
            AlgorithmParameters::OctetKeyPair(key) if key.curve == EllipticCurve::Ed25519 => {
                &[Algorithm::EdDSA]
            }
            AlgorithmParameters::OctetKey(_) => return Err("it is a secret, which nobody should publish"),
            _ => return Err("it is of an unknown type or curve"),
        };
        let algorithms = match jwk.common.key_algorithm.map(Algorithm::try_from) {
            None => suitable.to_vec(),
            Some(Ok(algorithm)) if suitable.contains(&algorithm) => vec![algorithm],
            Some(_) => return Err("its algorithm is not one that tokens may be signed with"),
        };
        let for_signatures =
            jwk.common.public_key_use.as_ref().is_none_or(|it| *it == PublicKeyUse::Signature);
        let for_verifying =
            jwk.common.key_operations.as_ref().is_none_or(|all| all.contains(&KeyOperations::Verify));
        if !(for_signatures && for_verifying) {
            return Err("it is not for signatures");
        }
        let decoding = DecodingKey::from_jwk(jwk).map_err(|_| "it is not base64url")?;
        match decoding.kind() {
            // Below, RFC 7518, section 3.3, forbids it; above, the cryptography library does.
            DecodingKeyKind::RsaModulusExponent { n, .. } if !(2048..=4096).contains(&bits(n)) => {
                return Err("its modulus has not 2,048 to 4,096 bits");
            }
            // The library takes the length for granted.
            DecodingKeyKind::SecretOrDer(x) if decoding.family() == AlgorithmFamily::Ed && x.len() != 32 => {
                return Err("it has not 32 bytes");
            }
            _ => {}
        }
        let key = Self { id: jwk.common.key_id.clone(), algorithms, decoding };
        let works =
            key.algorithms.iter().all(|it| jsonwebtoken::crypto::verify("", b"", &key.decoding, *it).is_ok());
        works.then_some(key).ok_or("it is not a point on its curve")
    }

    fn verify(&self, signature: &Signature<'_>) -> bool {
        let Signature { algorithm, message, signature, .. } = *signature;
        matches!(
            jsonwebtoken::crypto::verify(signature, message.as_bytes(), &self.decoding, algorithm),
            Ok(true)
        )
    }
}

/// How long a number is, written big-endian.
fn bits(number: &[u8]) -> usize {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    number.get(zeros).map_or(0, |first| (number.len() - zeros) * 8 - first.leading_zeros() as usize)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::auth::testing::{ED25519, OTHER_RSA, P256, P384, RSA, Signer, WEAK_RSA, clock, config, jwks};

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

    #[test]
    fn only_keys_that_may_verify_tokens_are_taken_from_a_set() {
        let with = |mut jwk: Value, member: &str, value: Value| {
            jwk[member] = value;
            jwk
        };
        let rsa = Signer::new("key", Algorithm::RS256, RSA).jwk();
        let p256 = Signer::new("key", Algorithm::ES256, P256).jwk();
        let p384 = Signer::new("key", Algorithm::ES384, P384).jwk();
        let ed25519 = Signer::new("key", Algorithm::EdDSA, ED25519).jwk();
        let taken = [
            rsa.clone(),
            with(rsa.clone(), "alg", Value::Null),
            with(rsa.clone(), "alg", json!("PS512")),
            with(rsa.clone(), "use", json!("sig")),
            with(rsa.clone(), "key_ops", json!(["verify"])),
            p256.clone(),
            with(p256.clone(), "alg", Value::Null),
            p384.clone(),
            ed25519.clone(),
        ];
        let ignored = [
            json!("no key"),
            json!({"kty": "oct", "k": "c2VjcmV0", "alg": "HS256"}),
            with(rsa.clone(), "kid", json!(1)),
            with(rsa.clone(), "use", json!("enc")),
            with(rsa.clone(), "key_ops", json!(["encrypt"])),
            with(rsa.clone(), "alg", json!("HS256")),
            with(rsa.clone(), "alg", json!("RSA-OAEP")),
            with(rsa.clone(), "alg", json!("ES256")),
            with(rsa.clone(), "n", json!("not base64url!")),
            with(rsa.clone(), "n", json!("")),
            with(rsa, "kty", json!("unheard-of")),
            Signer::new("key", Algorithm::RS256, WEAK_RSA).jwk(),
            with(p256.clone(), "alg", json!("ES384")),
            with(p256.clone(), "crv", json!("P-521")),
            with(p256.clone(), "crv", json!("secp256k1")),
            with(p256, "y", json!("AAAA")),
            with(ed25519.clone(), "x", json!("AAAA")),
            with(ed25519, "crv", json!("X25519")),
        ];
        for jwk in taken {
            assert_eq!(KeySet::parse(jwks([jwk.clone()]).as_bytes()).unwrap().0.len(), 1, "ignored {jwk}");
        }
        for jwk in ignored {
            let neighbour = Signer::new("neighbour", Algorithm::RS256, OTHER_RSA).jwk();
            let keys = KeySet::parse(jwks([jwk.clone(), neighbour]).as_bytes()).unwrap();
            assert_eq!(keys.0.len(), 1, "took {jwk}");
        }
    }
}
