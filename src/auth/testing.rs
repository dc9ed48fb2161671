//! What the tests of this module share: signing keys made for tests alone, and an issuer that publishes them.

use std::{
    collections::HashMap,
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    sync::{Arc, Mutex},
    thread,
};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, EncodingKey, Header, jwk::Jwk};
use serde::Serialize;
use serde_json::{Value, json};
use url::Url;

use crate::{
    clock::Clock,
    config::{AuthConfig, defaults},
};

pub const RSA: &[u8] = include_bytes!("../../tests/fixtures/test_only_rsa_2048.pem");
pub const OTHER_RSA: &[u8] = include_bytes!("../../tests/fixtures/test_only_rsa_2048_other.pem");
pub const WEAK_RSA: &[u8] = include_bytes!("../../tests/fixtures/test_only_rsa_1024.pem");
pub const P256: &[u8] = include_bytes!("../../tests/fixtures/test_only_ec_p256.pem");
pub const P384: &[u8] = include_bytes!("../../tests/fixtures/test_only_ec_p384.pem");
pub const ED25519: &[u8] = include_bytes!("../../tests/fixtures/test_only_ed25519.pem");

/// A clock that stands still.
pub fn clock() -> Clock {
    Clock::manual("2026-03-01T09:00:00Z".parse().unwrap())
}

/// The default settings, which have no keys.
pub fn config() -> AuthConfig {
    defaults([""; 0]).unwrap()
}

/// A private key that signs tokens.
pub struct Signer {
    pub header: Header,
    key: EncodingKey,
}

impl Signer {
    pub fn new(id: &str, algorithm: Algorithm, pem: &[u8]) -> Self {
        let key = match algorithm {
            Algorithm::ES256 | Algorithm::ES384 => EncodingKey::from_ec_pem(pem),
            Algorithm::EdDSA => EncodingKey::from_ed_pem(pem),
            _ => EncodingKey::from_rsa_pem(pem),
        };
        Self { header: Header { kid: Some(id.into()), ..Header::new(algorithm) }, key: key.unwrap() }
    }

    pub fn sign(&self, claims: &impl Serialize) -> String {
        jsonwebtoken::encode(&self.header, claims, &self.key).unwrap()
    }

    /// A token whose header names the algorithm so.
    pub fn sign_naming(&self, algorithm: &str, claims: &impl Serialize) -> String {
        let header = json!({"typ": "JWT", "alg": algorithm, "kid": self.header.kid});
        let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let message = format!("{}.{}", part(&header), part(&serde_json::to_value(claims).unwrap()));
        let signed = jsonwebtoken::crypto::sign(message.as_bytes(), &self.key, self.header.alg).unwrap();
        format!("{message}.{signed}")
    }

    /// The public half, as an issuer publishes it.
    pub fn jwk(&self) -> Value {
        let mut jwk = Jwk::from_encoding_key(&self.key, self.header.alg).unwrap();
        jwk.common.key_id.clone_from(&self.header.kid);
        serde_json::to_value(jwk).unwrap()
    }
}

/// A JWK Set of `keys`.
pub fn jwks(keys: impl Into<Vec<Value>>) -> String {
    json!({"keys": keys.into()}).to_string()
}

/// An issuer on this machine that publishes what it is told to, and keeps a list of what it was asked for.
#[derive(Clone)]
pub struct Issuer {
    pub url: Url,
    /// What it answers, by path.
    answers: Arc<Mutex<HashMap<String, String>>>,
    asked: Arc<Mutex<Vec<String>>>,
}

impl Issuer {
    pub fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap()).parse().unwrap();
        let issuer = Self { url, answers: Arc::default(), asked: Arc::default() };
        let this = issuer.clone();
        thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map(Result::unwrap);
                let Some(request) = lines.next() else { continue };
                lines.find(String::is_empty);
                let path = request.split(' ').nth(1).unwrap().to_owned();
                this.asked.lock().unwrap().push(path.clone());
                let (status, body) = match this.answers.lock().unwrap().get(&path) {
                    Some(body) => ("200 OK", body.clone()),
                    None => ("503 Service Unavailable", String::new()),
                };
                let head =
                    format!("HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: {}\r\n", body.len());
                // The caller may have hung up.
                let _ = write!(stream, "{head}\r\n{body}");
            }
        });
        issuer
    }

    pub fn at(&self, path: &str) -> Url {
        self.url.join(path).unwrap()
    }

    /// Answers `path` with `body` from now on.
    pub fn publishes(&self, path: &str, body: String) {
        self.answers.lock().unwrap().insert(path.into(), body);
    }

    /// Answers everything with an error from now on.
    pub fn fails(&self) {
        self.answers.lock().unwrap().clear();
    }

    pub fn count_of_requests(&self) -> usize {
        self.asked.lock().unwrap().len()
    }

    /// The paths that were asked for since the last look.
    pub fn was_asked_for(&self) -> Vec<String> {
        std::mem::take(&mut self.asked.lock().unwrap())
    }
}
