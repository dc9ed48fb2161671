//! A set of keys, and which tokens each key may verify.

use jsonwebtoken::{
    Algorithm, AlgorithmFamily, DecodingKey, DecodingKeyKind,
    jwk::{AlgorithmParameters, EllipticCurve, Jwk, KeyOperations, PublicKeyUse},
};
use serde::Deserialize;

use super::error::TokenError;

/// The name of EdDSA with the curve Ed25519, the only one here, by RFC 9864, which deprecates the name `EdDSA`.
const ED25519: &str = "Ed25519";

/// The algorithm with this name in tokens and keys.
pub fn algorithm(name: &str) -> Option<Algorithm> {
    if name == ED25519 { Some(Algorithm::EdDSA) } else { name.parse().ok() }
}

/// A token's signature, with what its header says about the key.
pub struct Signature<'a> {
    pub key_id: Option<&'a str>,
    pub algorithm: Algorithm,
    pub message: &'a str,
    /// In base64url, as in the token.
    pub signature: &'a str,
}

/// A secret, or the keys of one JWK Set document.
#[derive(Default)]
pub struct KeySet(Vec<Key>);

impl KeySet {
    /// The one key of HS256 tokens.
    pub fn of_secret(secret: &str) -> Self {
        Self(vec![Key {
            id: None,
            algorithms: vec![Algorithm::HS256],
            decoding: DecodingKey::from_secret(secret.as_bytes()),
        }])
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Reads a JWK Set. Keys that cannot verify tokens are skipped, as RFC 7517, section 5, asks.
    pub fn parse(body: &[u8]) -> Result<Self, serde_json::Error> {
        #[derive(Deserialize)]
        struct Document {
            keys: Vec<serde_json::Value>,
        }
        let document: Document = serde_json::from_slice(body)?;
        let keys = document.keys.into_iter().filter_map(|mut json| {
            let key_id = json.get("kid").map(ToString::to_string);
            // The library knows the earlier name alone.
            if let Some(name) = json.get_mut("alg").filter(|name| name.as_str() == Some(ED25519)) {
                *name = "EdDSA".into();
            }
            serde_json::from_value(json)
                .map_err(|_| "it is not a JWK")
                .and_then(|jwk| Key::of_jwk(&jwk))
                .inspect_err(|reason| tracing::info!(key.id = key_id, reason, "a published key is ignored"))
                .ok()
        });
        Ok(Self(keys.collect()))
    }

    /// Checks a signature with the one key that the key id or, without one, the algorithm selects.
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

/// A key, parsed and checked.
struct Key {
    id: Option<String>,
    /// The values of `alg` that a token may have; one, if the key names it.
    algorithms: Vec<Algorithm>,
    decoding: DecodingKey,
}

impl Key {
    /// The key, or why it cannot verify tokens.
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
            AlgorithmParameters::OctetKey(_) => return Err("it is a secret, which must not be published"),
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
            // RFC 7518, section 3.3, forbids smaller ones; the cryptography library larger ones.
            DecodingKeyKind::RsaModulusExponent { n, .. } if !(2048..=4096).contains(&bits(n)) => {
                return Err("its modulus has not 2,048 to 4,096 bits");
            }
            // The library does not check the length.
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

/// The length of a big-endian number, in bits.
fn bits(number: &[u8]) -> usize {
    let zeros = number.iter().take_while(|byte| **byte == 0).count();
    number.get(zeros).map_or(0, |first| (number.len() - zeros) * 8 - first.leading_zeros() as usize)
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::auth::testing::{ED25519, OTHER_RSA, P256, P384, RSA, Signer, WEAK_RSA, jwks};

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
            with(ed25519.clone(), "alg", json!("Ed25519")),
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
            with(p256.clone(), "alg", json!("Ed25519")),
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
