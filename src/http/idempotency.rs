//! `Idempotency-Key` (draft-ietf-httpapi-idempotency-key-header): recognises a request that is sent again.

use std::fmt::Write as _;

use actix_web::HttpRequest;
use sha2::{Digest, Sha256};

use super::problem::{Problem, ProblemKind};

/// The key and fingerprint of a request; none if it has no `Idempotency-Key`.
#[derive(Debug)]
pub struct IdempotencyKey(pub Option<Keyed>);

/// A request with a key. Two requests are the same if key and fingerprint are equal.
#[derive(Debug)]
pub struct Keyed {
    /// 1 to 255 visible ASCII characters, chosen by the client.
    pub key: String,
    /// SHA-256 of method, path with query, and body, in hexadecimal.
    pub fingerprint: String,
}

impl IdempotencyKey {
    /// The key and fingerprint of `request`.
    pub fn of(request: &HttpRequest, body: &[u8]) -> Result<Self, Problem> {
        let Some(key) = key_of(request)? else { return Ok(Self(None)) };
        let mut fingerprint = Fingerprint::begin(request);
        fingerprint.update(body);
        Ok(Self(Some(Keyed { key, fingerprint: fingerprint.finish() })))
    }
}

/// The value of the header, if the request has it.
pub fn key_of(request: &HttpRequest) -> Result<Option<String>, Problem> {
    let Some(key) = request.headers().get("Idempotency-Key") else { return Ok(None) };
    match key.to_str() {
        Ok(key) if (1..=255).contains(&key.len()) && key.bytes().all(|byte| byte.is_ascii_graphic()) => {
            Ok(Some(key.to_owned()))
        }
        _ => Err(Problem::new(
            ProblemKind::InvalidHeader,
            "Idempotency-Key must have 1 to 255 visible ASCII characters",
        )),
    }
}

/// Computes a fingerprint while the body of the request is still arriving.
#[derive(Clone)]
pub struct Fingerprint(Sha256);

impl Fingerprint {
    pub fn begin(request: &HttpRequest) -> Self {
        Self(hash_of([request.method().as_str(), &request.uri().to_string()]))
    }

    pub fn update(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    pub fn finish(self) -> String {
        hex(&self.0.finalize())
    }
}

/// A hash that has read `parts`.
fn hash_of<const N: usize>(parts: [&str; N]) -> Sha256 {
    let mut hash = Sha256::new();
    for part in parts {
        // Each part is preceded by its length, so that ("ab", "c") and ("a", "bc") hash differently.
        hash.update((part.len() as u64).to_be_bytes());
        hash.update(part);
    }
    hash
}

/// SHA-256 of `parts`, in hexadecimal.
pub fn digest<const N: usize>(parts: [&str; N]) -> String {
    hex(&hash_of(parts).finalize())
}

/// Bytes in hexadecimal.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}
