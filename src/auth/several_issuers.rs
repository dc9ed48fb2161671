//! Tests of several issuers: none speaks for another.

use std::sync::Arc;

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, EncodingKey};
use serde_json::{Value, json};

use super::{
    claims::Claims,
    error::TokenError,
    testing::{ED25519, Issuer, OTHER_RSA, P256, RSA, Signer, clock, config, jwks},
    token::Verifier,
};
use crate::config::{AuthConfig, IssuersFile};

const ONE: &str = "https://one.example";
const TWO: &str = "https://two.example";
/// The instant at which the clock of these tests stands.
const NOW: i64 = 1_772_355_600;

/// A verifier of two issuers: `one`, which may name acme and globex, and `two`, whose tenant is umbrella.
fn verifier(one: &str, two: &str) -> Verifier {
    let folder = tempfile::TempDir::new().unwrap();
    std::fs::write(folder.path().join("one.json"), one).unwrap();
    std::fs::write(folder.path().join("two.json"), two).unwrap();
    listed(&format!(
        r#"
        [[issuer]]
        url = "{ONE}"
        audience = "groundwork"
        jwks_file = "{folder}/one.json"
        tenants = ["acme", "globex"]
        [[issuer]]
        url = "{TWO}"
        audience = "careers"
        jwks_file = "{folder}/two.json"
        tenant = "umbrella"
        subject_claim = "oid"
        "#,
        folder = folder.path().display()
    ))
}

/// A verifier of the issuers in this text.
fn listed(text: &str) -> Verifier {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(&file, text).unwrap();
    let issuers_file = IssuersFile { auth_issuers_file: Some(file.path().into()) };
    Verifier::new(&AuthConfig { issuers_file, ..config() }.settings().unwrap(), clock()).unwrap()
}

/// Claims of a token of the first issuer, with others laid over them; null takes one away.
fn claims(others: Value) -> Value {
    let mut claims =
        json!({"iss": ONE, "aud": "groundwork", "tenant": "acme", "sub": "ana", "exp": NOW + 600});
    json_patch::merge(&mut claims, &others);
    claims
}

fn of_two(others: Value) -> Value {
    let mut claims = json!({"iss": TWO, "aud": "careers", "oid": "ana", "exp": NOW + 600});
    json_patch::merge(&mut claims, &others);
    claims
}

/// The key of each issuer. Both have the same key id.
fn signers() -> (Signer, Signer) {
    (Signer::new("key", Algorithm::RS256, RSA), Signer::new("key", Algorithm::RS256, OTHER_RSA))
}

fn two_issuers() -> (Verifier, Signer, Signer) {
    let (one, two) = signers();
    (verifier(&jwks([one.jwk()]), &jwks([two.jwk()])), one, two)
}

async fn refusal(verifier: &Verifier, token: &str) -> TokenError {
    verifier.verify(token).await.err().unwrap()
}

#[tokio::test]
async fn a_token_is_read_by_the_rules_of_its_issuer() {
    let (verifier, one, two) = two_issuers();
    let said = async |token: String| -> Arc<Claims> { verifier.verify(&token).await.unwrap() };
    let ana = said(one.sign(&claims(json!({})))).await;
    assert_eq!((ana.place, &*ana.tenant, &*ana.subject), (0, "acme", "ana"));
    let other = said(two.sign(&of_two(json!({"sub": "pairwise"})))).await;
    assert_eq!((other.place, &*other.tenant, &*other.subject), (1, "umbrella", "ana"));
    // From memory, too.
    assert_eq!(said(two.sign(&of_two(json!({"sub": "pairwise"})))).await.place, 1);
}

#[tokio::test]
async fn an_issuer_names_its_own_tenants_alone() {
    let (verifier, one, two) = two_issuers();
    assert!(verifier.verify(&one.sign(&claims(json!({"tenant": "globex"})))).await.is_ok());
    for tenant in ["umbrella", "Acme", "acme ", " acme", "acm\u{e9}", "acme,globex"] {
        let token = one.sign(&claims(json!({"tenant": tenant})));
        assert_eq!(refusal(&verifier, &token).await, TokenError::WrongTenant, "{tenant:?}");
    }
    for (tenant, error) in [
        (json!(null), TokenError::MissingClaim("tenant".into())),
        (json!(["acme"]), TokenError::BadClaim("tenant".into())),
        (json!(["umbrella", "acme"]), TokenError::BadClaim("tenant".into())),
    ] {
        assert_eq!(refusal(&verifier, &one.sign(&claims(json!({"tenant": tenant})))).await, error);
    }
    // The tenant of the second issuer is fixed: its tokens cannot choose another.
    let token = two.sign(&of_two(json!({"tenant": "acme"})));
    assert_eq!(verifier.verify(&token).await.unwrap().tenant, "umbrella");
}

#[tokio::test]
async fn the_keys_of_one_issuer_verify_no_token_of_another() {
    let (verifier, one, two) = two_issuers();
    // Both issuers' keys have the id `key`.
    for token in [two.sign(&claims(json!({}))), one.sign(&of_two(json!({})))] {
        assert_eq!(refusal(&verifier, &token).await, TokenError::BadSignature);
    }
    // Nor do they without an id, or with another type of key.
    let (mut anonymous, _) = signers();
    anonymous.header.kid = None;
    assert_eq!(refusal(&verifier, &anonymous.sign(&of_two(json!({})))).await, TokenError::BadSignature);
    let elliptic = Signer::new("key", Algorithm::ES256, P256);
    let separate = self::verifier(&jwks([elliptic.jwk()]), &jwks([two.jwk()]));
    let token = elliptic.sign(&of_two(json!({})));
    assert_eq!(refusal(&separate, &token).await, TokenError::WrongAlgorithm);
}

#[tokio::test]
async fn keys_of_the_same_name_and_different_kinds_stay_apart() {
    let ed25519 = Signer::new("key", Algorithm::EdDSA, ED25519);
    let rsa = Signer::new("key", Algorithm::RS256, RSA);
    let verifier = verifier(&jwks([ed25519.jwk()]), &jwks([rsa.jwk()]));
    assert_eq!(verifier.verify(&ed25519.sign(&claims(json!({})))).await.unwrap().place, 0);
    assert_eq!(verifier.verify(&rsa.sign(&of_two(json!({})))).await.unwrap().place, 1);
    for token in [rsa.sign(&claims(json!({}))), ed25519.sign(&of_two(json!({})))] {
        assert_eq!(refusal(&verifier, &token).await, TokenError::WrongAlgorithm);
    }
}

#[tokio::test]
async fn a_token_must_name_one_issuer_exactly() {
    let (verifier, one, _) = two_issuers();
    let missing = one.sign(&claims(json!({"iss": null})));
    assert_eq!(refusal(&verifier, &missing).await, TokenError::MissingClaim("iss".into()));
    for other in [
        json!("https://one.example/"),
        json!("HTTPS://ONE.EXAMPLE"),
        json!("https://one.example#"),
        json!(" https://one.example"),
        json!(""),
        json!([ONE]),
        json!([ONE, TWO]),
        json!({"url": ONE}),
        json!(0),
        json!(true),
    ] {
        let token = one.sign(&claims(json!({"iss": other})));
        assert_eq!(refusal(&verifier, &token).await, TokenError::WrongIssuer, "{other}");
    }
}

#[tokio::test]
async fn the_audience_of_one_issuer_is_not_that_of_another() {
    let (verifier, one, two) = two_issuers();
    for (token, fine) in [
        (one.sign(&claims(json!({"aud": ["payroll", "groundwork"]}))), true),
        (one.sign(&claims(json!({"aud": "careers"}))), false),
        (one.sign(&claims(json!({"aud": [["groundwork"]]}))), false),
        (one.sign(&claims(json!({"aud": "groundwork payroll"}))), false),
        (two.sign(&of_two(json!({"aud": "groundwork"}))), false),
    ] {
        let outcome = verifier.verify(&token).await.map(drop);
        assert_eq!(outcome, if fine { Ok(()) } else { Err(TokenError::WrongAudience) });
    }
}

#[tokio::test]
async fn what_is_signed_counts_and_not_what_selected_the_issuer() {
    let (verifier, one, two) = two_issuers();
    // The payload of one token under the signature of another.
    let good = two.sign(&of_two(json!({})));
    let (header, _) = good.split_once('.').unwrap();
    let signature = good.rsplit_once('.').unwrap().1;
    let payload = URL_SAFE_NO_PAD.encode(claims(json!({})).to_string());
    let forged = format!("{header}.{payload}.{signature}");
    assert_eq!(refusal(&verifier, &forged).await, TokenError::BadSignature);
    // Two issuers in one token.
    let payload = format!(r#"{{"iss": "{TWO}", "iss": "{ONE}", "oid": "ana", "exp": {}}}"#, NOW + 60);
    let twice = format!("{header}.{}.{signature}", URL_SAFE_NO_PAD.encode(payload));
    assert_eq!(refusal(&verifier, &twice).await, TokenError::RepeatedClaim);
    // The public key of an issuer as an HMAC secret.
    let header = URL_SAFE_NO_PAD.encode(json!({"alg": "HS256", "kid": "key"}).to_string());
    let message = format!("{header}.{}", URL_SAFE_NO_PAD.encode(claims(json!({})).to_string()));
    let modulus = one.jwk()["n"].as_str().unwrap().to_owned();
    for secret in [URL_SAFE_NO_PAD.decode(&modulus).unwrap(), modulus.into_bytes(), RSA.to_vec()] {
        let key = EncodingKey::from_secret(&secret);
        let signature = jsonwebtoken::crypto::sign(message.as_bytes(), &key, Algorithm::HS256).unwrap();
        assert_eq!(refusal(&verifier, &format!("{message}.{signature}")).await, TokenError::WrongAlgorithm);
    }
    // A token that brings its own key, or says where to fetch one.
    let (_, forger) = signers();
    let mut header = serde_json::to_value(&forger.header).unwrap();
    header["jwk"] = forger.jwk();
    header["jku"] = json!("https://evil.example/keys");
    header["x5u"] = json!("https://evil.example/chain");
    let message = format!(
        "{}.{}",
        URL_SAFE_NO_PAD.encode(header.to_string()),
        URL_SAFE_NO_PAD.encode(claims(json!({})).to_string())
    );
    let key = EncodingKey::from_rsa_pem(OTHER_RSA).unwrap();
    let signature = jsonwebtoken::crypto::sign(message.as_bytes(), &key, Algorithm::RS256).unwrap();
    assert_eq!(refusal(&verifier, &format!("{message}.{signature}")).await, TokenError::BadSignature);
}

#[tokio::test]
async fn a_token_that_names_no_issuer_of_ours_causes_no_fetch() {
    let issuer = Issuer::start();
    issuer.publishes("/keys", jwks([signers().0.jwk()]));
    let verifier = listed(&format!(
        "[[issuer]]\nurl = '{ONE}'\naudience = 'groundwork'\njwks_url = '{}'\ntenant = 'acme'",
        issuer.at("/keys")
    ));
    let token = signers().0.sign(&claims(json!({"iss": "https://evil.example"})));
    assert_eq!(refusal(&verifier, &token).await, TokenError::WrongIssuer);
    assert!(issuer.was_asked_for().is_empty());
    assert!(verifier.verify(&signers().0.sign(&claims(json!({})))).await.is_ok());
    assert_eq!(issuer.was_asked_for(), ["/keys"]);
}

#[tokio::test]
async fn an_issuer_that_is_away_holds_up_no_other() {
    let (away, running) = (Issuer::start(), Issuer::start());
    let (one, two) = signers();
    running.publishes("/keys", jwks([two.jwk()]));
    let verifier = listed(&format!(
        "[[issuer]]\nurl = '{ONE}'\naudience = 'groundwork'\njwks_url = '{}'\ntenant = 'acme'\n\
         [[issuer]]\nurl = '{TWO}'\naudience = 'careers'\njwks_url = '{}'\ntenant = 'umbrella'\n\
         subject_claim = 'oid'",
        away.at("/keys"),
        running.at("/keys"),
    ));
    assert_eq!(refusal(&verifier, &one.sign(&claims(json!({})))).await, TokenError::KeysUnavailable);
    assert!(verifier.verify(&two.sign(&of_two(json!({})))).await.is_ok());
}
