//! Verifies bearer tokens: signed JWTs (RFC 7519) with the claims of an access token (RFC 9068).

use std::{fmt, sync::Arc};

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jsonwebtoken::{Algorithm, EncodingKey};
use quick_cache::sync::Cache;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::{
    claims::{ClaimRules, Claims, rules_for},
    error::TokenError,
    key_set::{KeySet, Signature, algorithm},
    keys::Keys,
};
use crate::{
    clock::Clock,
    config::{AuthSettings, BadSetting},
    http::json::{self, JsonError},
};

/// How many verified tokens are remembered, so that each is verified once.
const CAPACITY: usize = 10_000;
/// Longest token that is read, in bytes.
const MAX_BYTES: usize = 16 * 1024;

/// Decides which tokens are valid.
pub struct Verifier {
    /// The rules of each configured issuer, and the keys of each, in the same order.
    rules: Vec<ClaimRules>,
    keys: Vec<Keys>,
    clock: Clock,
    /// How far clocks may disagree, in seconds.
    leeway: i64,
    /// By the SHA-256 of the token, so that no token is kept in memory.
    verified: Cache<[u8; 32], Verified>,
}

#[derive(Clone)]
struct Verified {
    claims: Arc<Claims>,
    /// The keys that verified the token. Once they are replaced, it is verified again.
    keys: Arc<KeySet>,
}

impl Verifier {
    /// A verifier for the settings, or what is wrong with them.
    pub fn new(settings: &AuthSettings, clock: Clock) -> Result<Self, BadSetting> {
        let keys = settings.issuers.iter().map(|issuer| Keys::new(issuer, clock.clone()));
        Ok(Self {
            rules: ClaimRules::of_all(&settings.issuers),
            keys: keys.collect::<Result<_, _>>()?,
            clock,
            leeway: i64::try_from(settings.leeway.as_secs()).unwrap_or(i64::MAX),
            verified: Cache::new(CAPACITY),
        })
    }

    /// See [`Keys::refresh_if_due`].
    pub fn refresh_keys(&self) {
        self.keys.iter().for_each(Keys::refresh_if_due);
    }

    /// The claims of `token`, if it is valid now.
    ///
    /// The issuer that the token names only selects the keys and the rules: the keys of no other issuer count, so the
    /// signature then proves the name.
    pub async fn verify(&self, token: &str) -> Result<Arc<Claims>, TokenError> {
        if token.len() > MAX_BYTES {
            return Err(TokenError::Malformed);
        }
        let digest = Sha256::digest(token).into();
        if let Some(Verified { claims, keys }) = self.verified.get(&digest)
            && self.keys.get(claims.place).is_some_and(|of_issuer| Arc::ptr_eq(&keys, &of_issuer.current()))
        {
            self.check_times(&claims)?;
            return Ok(claims);
        }
        let token = Token::parse(token)?;
        let payload = decode(token.payload)?;
        let rules = rules_for(&self.rules, &payload)?;
        let keys = self.keys.get(rules.place()).ok_or(TokenError::WrongIssuer)?;
        let keys = keys.verify(&token.signature()).await?;
        let claims = Arc::new(rules.read(&payload)?);
        self.check_times(&claims)?;
        self.verified.insert(digest, Verified { claims: Arc::clone(&claims), keys });
        Ok(claims)
    }

    /// The name of the claim that is compared with a field of people, in tokens like this one.
    pub fn person_claim(&self, claims: &Claims) -> &str {
        self.rules.get(claims.place).map(ClaimRules::person_claim).unwrap_or_default()
    }

    fn check_times(&self, claims: &Claims) -> Result<(), TokenError> {
        let now = self.clock.now().timestamp();
        if now >= claims.expires_at.saturating_add(self.leeway) {
            return Err(TokenError::Expired);
        }
        if claims.not_before.is_some_and(|start| now.saturating_add(self.leeway) < start) {
            return Err(TokenError::NotYetValid);
        }
        Ok(())
    }
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Verifier").finish_non_exhaustive()
    }
}

/// Signs a token with a secret (HS256).
pub fn mint(secret: &str, claims: &impl Serialize) -> Result<String, jsonwebtoken::errors::Error> {
    let key = EncodingKey::from_secret(secret.as_bytes());
    jsonwebtoken::encode(&jsonwebtoken::Header::new(Algorithm::HS256), claims, &key)
}

/// The parts of a token that has not been verified yet.
struct Token<'a> {
    algorithm: Algorithm,
    key_id: Option<String>,
    message: &'a str,
    payload: &'a str,
    signature: &'a str,
}

impl<'a> Token<'a> {
    /// Splits a token and reads its header. jsonwebtoken's `decode_header` is not used: for an unknown `alg` or a
    /// `crit` that is no array it returns the same error as for a header that is not JSON.
    fn parse(token: &'a str) -> Result<Self, TokenError> {
        #[derive(Deserialize)]
        struct Header {
            alg: String,
            typ: Option<String>,
            kid: Option<String>,
            crit: Option<Value>,
        }
        let (message, signature) = token.rsplit_once('.').ok_or(TokenError::Malformed)?;
        let parts = message.split_once('.').filter(|(_, payload)| !payload.contains('.'));
        let (header, payload) = parts.ok_or(TokenError::Malformed)?;
        let header: Header = decode(header)?;
        if !header.typ.is_none_or(|typ| is_token_type(&typ)) {
            return Err(TokenError::WrongType);
        }
        // We understand no extensions, so we must refuse a token that calls any of them critical
        // (RFC 7515, section 4.1.11).
        if header.crit.is_some() {
            return Err(TokenError::CriticalHeader);
        }
        let algorithm = algorithm(&header.alg).ok_or(TokenError::WrongAlgorithm)?;
        Ok(Self { algorithm, key_id: header.kid, message, payload, signature })
    }

    fn signature(&self) -> Signature<'_> {
        Signature {
            key_id: self.key_id.as_deref(),
            algorithm: self.algorithm,
            message: self.message,
            signature: self.signature,
        }
    }
}

/// Whether `typ` is that of a JWT or an access token, with or without `application/` (RFC 7515, section 4.1.9).
fn is_token_type(typ: &str) -> bool {
    let typ = typ.to_ascii_lowercase();
    matches!(typ.strip_prefix("application/").unwrap_or(&typ), "jwt" | "at+jwt")
}

fn decode<T: DeserializeOwned>(part: &str) -> Result<T, TokenError> {
    let json = URL_SAFE_NO_PAD.decode(part).map_err(|_| TokenError::Malformed)?;
    decode_json(&json)
}

/// Reads the JSON of a header or payload. Two claims of one name leave open who is calling, so that is an error
/// (RFC 7515, section 4; RFC 7519, section 4).
pub fn decode_json<T: DeserializeOwned>(json: &[u8]) -> Result<T, TokenError> {
    let value = json::parse(json, MAX_BYTES).map_err(|error| match error {
        JsonError::RepeatedField { .. } => TokenError::RepeatedClaim,
        JsonError::Malformed(_) | JsonError::TooManyValues(_) => TokenError::Malformed,
    })?;
    serde_json::from_value(value).map_err(|_| TokenError::Malformed)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use serde_json::json;
    use tempfile::NamedTempFile;

    use super::*;
    use crate::auth::{
        claims::PersonName,
        testing::{ED25519, Issuer, OTHER_RSA, P256, P384, RSA, Signer, clock, config, jwks},
    };
    use crate::{config::AuthConfig, names::MAX_NAME};

    const SECRET: &str = "a secret of thirty-two bytes or more";
    /// The instant at which the clock of these tests stands.
    const NOW: i64 = 1_772_355_600;

    fn with_secret() -> AuthConfig {
        AuthConfig { auth_hs256_secret: Some(SECRET.into()), ..config() }
    }

    fn verifier(config: &AuthConfig) -> Verifier {
        Verifier::new(&config.settings().unwrap(), clock()).unwrap()
    }

    /// A verifier that knows the keys of `signers` from a file.
    fn knowing(keys: impl Into<Vec<Value>>) -> Verifier {
        let file = NamedTempFile::new().unwrap();
        std::fs::write(&file, jwks(keys)).unwrap();
        verifier(&AuthConfig { auth_jwks_file: Some(file.path().into()), ..config() })
    }

    fn claims() -> Value {
        json!({"tenant": "acme", "sub": "ana", "exp": NOW + 600})
    }

    /// The usual claims with others laid over them; null takes one away.
    fn claims_with(others: Value) -> Value {
        let mut claims = claims();
        json_patch::merge(&mut claims, &others);
        claims
    }

    fn minted(claims: Value) -> String {
        mint(SECRET, &claims).unwrap()
    }

    /// A token with this header and the usual claims.
    fn crafted(header: &Value, signature: &str) -> String {
        format!("{}.{}.{signature}", encoded(header), encoded(&claims()))
    }

    fn encoded(json: &Value) -> String {
        URL_SAFE_NO_PAD.encode(json.to_string())
    }

    /// A token with this header that is signed with the secret.
    fn signed_with_secret(header: &Value, secret: &[u8]) -> String {
        let message = format!("{}.{}", encoded(header), encoded(&claims()));
        let key = EncodingKey::from_secret(secret);
        let signature = jsonwebtoken::crypto::sign(message.as_bytes(), &key, Algorithm::HS256).unwrap();
        format!("{message}.{signature}")
    }

    #[track_caller]
    fn assert_refused(outcome: Result<Arc<Claims>, TokenError>, error: TokenError) {
        assert_eq!(outcome, Err(error));
    }

    #[tokio::test]
    async fn a_minted_token_is_believed() {
        let token = minted(claims_with(json!({
            "roles": ["staff", "hr_admin"], "scope": "plans:read plans:write", "nbf": NOW - 1, "exp": NOW as f64 + 0.5,
        })));
        let said = verifier(&with_secret()).verify(&token).await.unwrap();
        let expected = Claims {
            tenant: "acme".into(),
            issuer: None,
            place: 0,
            subject: "ana".into(),
            person: PersonName::Given("ana".into()),
            service: false,
            hr_admin: true,
            roles: vec!["staff".into(), "hr_admin".into()],
            scopes: vec!["plans:read".into(), "plans:write".into()],
            expires_at: NOW,
            not_before: Some(NOW - 1),
        };
        assert_eq!(*said, expected);
    }

    #[tokio::test]
    async fn every_algorithm_is_believed_from_a_key_of_its_own() {
        use Algorithm::*;
        for (algorithm, pem) in [
            (RS256, RSA),
            (RS384, RSA),
            (RS512, RSA),
            (PS256, RSA),
            (PS384, RSA),
            (PS512, RSA),
            (ES256, P256),
            (ES384, P384),
            (EdDSA, ED25519),
        ] {
            let signer = Signer::new("key", algorithm, pem);
            let said = knowing([signer.jwk()]).verify(&signer.sign(&claims())).await;
            assert_eq!(said.map(|said| said.subject.clone()), Ok("ana".into()), "{algorithm:?}");
        }
    }

    #[tokio::test]
    async fn a_token_may_name_ed25519_by_either_name() {
        let signer = Signer::new("key", Algorithm::EdDSA, ED25519);
        let named = |algorithm: &str| {
            let mut jwk = signer.jwk();
            jwk["alg"] = json!(algorithm);
            jwk
        };
        // RFC 9864 names the curve with the algorithm; both names mean the same here.
        for verifier in [knowing([named("EdDSA")]), knowing([named("Ed25519")]), knowing([signer.jwk()])] {
            for algorithm in ["EdDSA", "Ed25519"] {
                let said = verifier.verify(&signer.sign_naming(algorithm, &claims())).await;
                assert_eq!(said.map(|said| said.subject.clone()), Ok("ana".into()), "{algorithm}");
            }
            for unknown in ["Ed448", "ed25519", "Ed25519ph"] {
                let token = signer.sign_naming(unknown, &claims());
                assert_refused(verifier.verify(&token).await, TokenError::WrongAlgorithm);
            }
        }
        let rsa = Signer::new("key", Algorithm::RS256, RSA);
        let token = rsa.sign_naming("Ed25519", &claims());
        assert_refused(knowing([rsa.jwk()]).verify(&token).await, TokenError::WrongAlgorithm);
    }

    #[tokio::test]
    async fn a_wrong_signature_is_refused() {
        let forger = mint("another secret of thirty-two bytes or more", &claims()).unwrap();
        assert_refused(verifier(&with_secret()).verify(&forger).await, TokenError::BadSignature);

        let signer = Signer::new("key", Algorithm::RS256, RSA);
        let forger = Signer::new("key", Algorithm::RS256, OTHER_RSA);
        let verifier = knowing([signer.jwk()]);
        assert_refused(verifier.verify(&forger.sign(&claims())).await, TokenError::BadSignature);

        let token = signer.sign(&claims());
        let (message, signature) = token.rsplit_once('.').unwrap();
        let header = message.split_once('.').unwrap().0;
        let payload = encoded(&claims_with(json!({"sub": "ben"})));
        assert_refused(
            verifier.verify(&format!("{header}.{payload}.{signature}")).await,
            TokenError::BadSignature,
        );
        for wrong in ["", "AAAA", "not base64url!"] {
            assert_refused(verifier.verify(&format!("{message}.{wrong}")).await, TokenError::BadSignature);
        }
    }

    #[tokio::test]
    async fn an_unsigned_token_is_refused() {
        let signer = Signer::new("key", Algorithm::RS256, RSA);
        for verifier in [verifier(&with_secret()), knowing([signer.jwk()])] {
            for algorithm in ["none", "None", "NONE", ""] {
                let token = crafted(&json!({"alg": algorithm, "kid": "key"}), "");
                assert_refused(verifier.verify(&token).await, TokenError::WrongAlgorithm);
            }
        }
    }

    #[tokio::test]
    async fn a_public_key_is_not_taken_for_a_secret() {
        let signer = Signer::new("key", Algorithm::RS256, RSA);
        let mut jwk = signer.jwk();
        let modulus = URL_SAFE_NO_PAD.decode(jwk["n"].as_str().unwrap()).unwrap();
        for alg in [json!("RS256"), Value::Null] {
            jwk["alg"] = alg;
            let verifier = knowing([jwk.clone()]);
            for secret in
                [modulus.as_slice(), jwk["n"].as_str().unwrap().as_bytes(), RSA, jwk.to_string().as_bytes()]
            {
                for header in [json!({"alg": "HS256", "kid": "key"}), json!({"alg": "HS256"})] {
                    let token = signed_with_secret(&header, secret);
                    assert_refused(verifier.verify(&token).await, TokenError::WrongAlgorithm);
                }
            }
        }
    }

    #[tokio::test]
    async fn a_secret_is_for_hs256_alone() {
        let verifier = verifier(&with_secret());
        for algorithm in [Algorithm::HS384, Algorithm::HS512] {
            let key = EncodingKey::from_secret(SECRET.as_bytes());
            let token = jsonwebtoken::encode(&jsonwebtoken::Header::new(algorithm), &claims(), &key).unwrap();
            assert_refused(verifier.verify(&token).await, TokenError::WrongAlgorithm);
        }
        let token = Signer::new("key", Algorithm::RS256, RSA).sign(&claims());
        assert_refused(verifier.verify(&token).await, TokenError::WrongAlgorithm);
    }

    #[tokio::test]
    async fn an_algorithm_other_than_the_keys_own_is_refused() {
        let signer = Signer::new("key", Algorithm::RS256, RSA);
        for other in [Algorithm::RS384, Algorithm::PS256] {
            let token = Signer::new("key", other, RSA).sign(&claims());
            assert_refused(knowing([signer.jwk()]).verify(&token).await, TokenError::WrongAlgorithm);

            let mut open = signer.jwk();
            open["alg"] = Value::Null;
            assert!(knowing([open]).verify(&token).await.is_ok());
        }
        let token = Signer::new("key", Algorithm::ES256, P256).sign(&claims());
        assert_refused(knowing([signer.jwk()]).verify(&token).await, TokenError::WrongAlgorithm);
    }

    #[tokio::test]
    async fn an_unknown_key_id_is_refused() {
        let token = Signer::new("other", Algorithm::RS256, RSA).sign(&claims());
        let verifier = knowing([Signer::new("key", Algorithm::RS256, RSA).jwk()]);
        assert_refused(verifier.verify(&token).await, TokenError::UnknownKey);
    }

    #[tokio::test]
    async fn a_token_without_a_key_id_is_believed_if_exactly_one_key_suits_it() {
        let mut signer = Signer::new("key", Algorithm::RS256, RSA);
        let others =
            [("p", Algorithm::ES256, P256), ("q", Algorithm::PS256, RSA), ("r", Algorithm::RS256, OTHER_RSA)]
                .map(|(id, algorithm, pem)| Signer::new(id, algorithm, pem).jwk());
        let [p256, pss, rival] = others;
        let one = knowing([signer.jwk(), p256.clone(), pss]);
        let two = knowing([signer.jwk(), rival]);
        signer.header.kid = None;
        let token = signer.sign(&claims());

        assert!(one.verify(&token).await.is_ok());
        assert_refused(two.verify(&token).await, TokenError::UnknownKey);
        assert_refused(knowing([p256]).verify(&token).await, TokenError::UnknownKey);
    }

    #[tokio::test]
    async fn a_secret_has_no_id_to_compare() {
        let token = signed_with_secret(&json!({"alg": "HS256", "kid": "any"}), SECRET.as_bytes());
        assert!(verifier(&with_secret()).verify(&token).await.is_ok());
    }

    #[tokio::test]
    async fn malformed_tokens_are_refused() {
        let verifier = verifier(&with_secret());
        let good = minted(claims());
        let header = encoded(&json!({"alg": "HS256"}));
        let long = minted(claims_with(json!({"padding": "x".repeat(MAX_BYTES)})));
        for token in [
            "",
            ".",
            "..",
            "a.b.c",
            &format!("{header}."),
            &format!("{good}."),
            &format!(".{good}"),
            &format!("{good}.x"),
            &format!(" {good}"),
            &good.replacen('.', "=.", 1),
            &crafted(&json!([]), "AAAA"),
            &crafted(&json!({"typ": "JWT"}), "AAAA"),
            &crafted(&json!({"alg": "HS256", "kid": 1}), "AAAA"),
            &long,
        ] {
            assert_refused(verifier.verify(token).await, TokenError::Malformed);
        }
        let no_object = mint(SECRET, &json!(["acme"])).unwrap();
        assert_refused(verifier.verify(&no_object).await, TokenError::Malformed);
    }

    #[tokio::test]
    async fn only_the_types_of_jwts_and_access_tokens_are_believed() {
        let verifier = verifier(&with_secret());
        for typ in ["JWT", "jwt", "at+jwt", "AT+JWT", "application/at+jwt", "Application/JWT"] {
            let token = signed_with_secret(&json!({"alg": "HS256", "typ": typ}), SECRET.as_bytes());
            assert!(verifier.verify(&token).await.is_ok(), "{typ}");
        }
        for typ in ["", "dpop+jwt", "logout+jwt", "application/", "text/jwt"] {
            let token = signed_with_secret(&json!({"alg": "HS256", "typ": typ}), SECRET.as_bytes());
            assert_refused(verifier.verify(&token).await, TokenError::WrongType);
        }
    }

    #[tokio::test]
    async fn critical_headers_are_refused() {
        for crit in [json!(["b64"]), json!(["exp"]), json!([]), json!("exp")] {
            let header = json!({"alg": "HS256", "crit": crit, "b64": true});
            let token = signed_with_secret(&header, SECRET.as_bytes());
            assert_refused(verifier(&with_secret()).verify(&token).await, TokenError::CriticalHeader);
        }
    }

    #[tokio::test]
    async fn another_issuer_is_refused() {
        let verifier =
            verifier(&AuthConfig { auth_issuer: Some("https://idp.example".into()), ..with_secret() });
        let good = minted(claims_with(json!({"iss": "https://idp.example"})));
        assert!(verifier.verify(&good).await.is_ok());
        assert_refused(verifier.verify(&minted(claims())).await, TokenError::MissingClaim("iss".into()));
        for other in [json!("https://idp.example/"), json!(""), json!(["https://idp.example"]), json!(1)] {
            let token = minted(claims_with(json!({"iss": other})));
            assert_refused(verifier.verify(&token).await, TokenError::WrongIssuer);
        }
    }

    #[tokio::test]
    async fn another_audience_is_refused() {
        let picky = verifier(&AuthConfig { auth_audience: Some("groundwork".into()), ..with_secret() });
        for audience in [json!("groundwork"), json!(["other", "groundwork"])] {
            let token = minted(claims_with(json!({"aud": audience})));
            assert!(picky.verify(&token).await.is_ok(), "{audience}");
        }
        assert_refused(picky.verify(&minted(claims())).await, TokenError::MissingClaim("aud".into()));
        for other in [json!("other"), json!(["other"]), json!([]), json!(""), json!({"groundwork": true})] {
            let token = minted(claims_with(json!({"aud": other})));
            assert_refused(picky.verify(&token).await, TokenError::WrongAudience);
            assert!(
                verifier(&with_secret()).verify(&token).await.is_ok(),
                "none is required, yet {other} is refused"
            );
        }
    }

    #[tokio::test]
    async fn a_token_counts_from_nbf_to_exp_give_or_take_the_leeway() {
        let clock = clock();
        let verifier = Verifier::new(&with_secret().settings().unwrap(), clock.clone()).unwrap();
        let token = minted(claims_with(json!({"nbf": NOW + 60, "exp": NOW + 120})));
        for (seconds, outcome) in [
            (0, Err(TokenError::NotYetValid)),
            (29, Err(TokenError::NotYetValid)),
            (1, Ok(())),
            (119, Ok(())),
            (1, Err(TokenError::Expired)),
            (1_000_000, Err(TokenError::Expired)),
        ] {
            clock.advance(TimeDelta::seconds(seconds));
            assert_eq!(verifier.verify(&token).await.map(drop), outcome, "{seconds} seconds later");
        }
        // The last of these was answered from memory; a verifier that never saw the token agrees.
        let fresh = Verifier::new(&with_secret().settings().unwrap(), clock).unwrap();
        assert_refused(fresh.verify(&token).await, TokenError::Expired);
    }

    #[tokio::test]
    async fn a_token_must_say_when_it_expires() {
        let verifier = verifier(&with_secret());
        let token = minted(claims_with(json!({"exp": null})));
        assert_refused(verifier.verify(&token).await, TokenError::MissingClaim("exp".into()));
        let milliseconds = NOW * 1000;
        for claim in ["exp", "nbf", "iat"] {
            let mut claims = claims();
            claims[claim] = json!(null);
            assert_refused(verifier.verify(&minted(claims)).await, TokenError::MissingClaim(claim.into()));
            for wrong in [
                json!("2026-03-01"),
                json!(true),
                json!([NOW]),
                json!(-1),
                json!(-0.5),
                json!(1e300),
                json!(u64::MAX),
                json!(i64::MIN),
                json!(milliseconds),
                json!(253_402_300_800_i64),
            ] {
                let token = minted(claims_with(json!({claim: wrong})));
                assert_refused(verifier.verify(&token).await, TokenError::BadClaim(claim.into()));
            }
        }
        // The last second of the year 9999, and fractions, as some issuers send them.
        for claims in
            [json!({"exp": 253_402_300_799_i64}), json!({"iat": 0, "nbf": 0.5, "exp": NOW as f64 + 60.5})]
        {
            let token = minted(claims_with(claims.clone()));
            assert_eq!(verifier.verify(&token).await.map(drop), Ok(()), "{claims}");
        }
        let long_ago = minted(claims_with(json!({"exp": 0})));
        assert_refused(verifier.verify(&long_ago).await, TokenError::Expired);
    }

    #[tokio::test]
    async fn a_token_that_gives_a_claim_twice_is_refused() {
        let verifier = verifier(&with_secret());
        let key = EncodingKey::from_secret(SECRET.as_bytes());
        let sign = |header: &str, payload: &str| {
            let message = format!("{}.{}", URL_SAFE_NO_PAD.encode(header), URL_SAFE_NO_PAD.encode(payload));
            let signature = jsonwebtoken::crypto::sign(message.as_bytes(), &key, Algorithm::HS256).unwrap();
            format!("{message}.{signature}")
        };
        let header = r#"{"alg": "HS256"}"#;
        let payload =
            |more: &str| format!(r#"{{"tenant": "acme", "sub": "ana", "exp": {}{more}}}"#, NOW + 60);
        assert!(verifier.verify(&sign(header, &payload(""))).await.is_ok());
        for more in [
            r#", "sub": "ben""#,
            r#", "sub": "ana""#,
            r#", "s\u0075b": "ben""#,
            r#", "tenant": "other""#,
            r#", "exp": 9999999999"#,
            r#", "realm_access": {"roles": [], "roles": ["hr_admin"]}"#,
        ] {
            let token = sign(header, &payload(more));
            assert_refused(verifier.verify(&token).await, TokenError::RepeatedClaim);
        }
        for header in [r#"{"alg": "none", "alg": "HS256"}"#, r#"{"alg": "HS256", "x": 1, "x": 1}"#] {
            assert_refused(verifier.verify(&sign(header, &payload(""))).await, TokenError::RepeatedClaim);
        }
    }

    #[tokio::test]
    async fn a_token_must_name_a_tenant_and_a_person() {
        let verifier = verifier(&with_secret());
        for claim in ["tenant", "sub"] {
            let token = minted(claims_with(json!({claim: null})));
            assert_refused(verifier.verify(&token).await, TokenError::MissingClaim(claim.into()));
            let long = "ä".repeat(MAX_NAME);
            assert!(verifier.verify(&minted(claims_with(json!({claim: long})))).await.is_ok());
            let too_long = "x".repeat(MAX_NAME + 1);
            for wrong in
                [json!(""), json!(too_long), json!("a\nb"), json!("a\u{0}"), json!(1), json!(["acme"])]
            {
                let token = minted(claims_with(json!({claim: wrong})));
                assert_refused(verifier.verify(&token).await, TokenError::BadClaim(claim.into()));
            }
        }
    }

    #[tokio::test]
    async fn the_claims_that_name_the_client_are_texts() {
        let verifier = verifier(&with_secret());
        for claim in ["client_id", "azp", "cid"] {
            for (value, is_service) in [(json!(null), false), (json!("portal"), false), (json!("ana"), true)]
            {
                let said = verifier.verify(&minted(claims_with(json!({claim: value})))).await.unwrap();
                assert_eq!(said.service, is_service, "{claim}: {value}");
            }
            for wrong in [json!(5), json!({}), json!(["ana"]), json!(true)] {
                let token = minted(claims_with(json!({claim: wrong})));
                assert_refused(verifier.verify(&token).await, TokenError::BadClaim(claim.into()));
            }
        }
    }

    #[tokio::test]
    async fn roles_and_scopes_may_be_an_array_or_a_text() {
        let verifier = verifier(&with_secret());
        for (value, words) in [
            (json!(null), vec![]),
            (json!(""), vec![]),
            (json!([]), vec![]),
            (json!(" one  hr_admin "), vec!["one", "hr_admin"]),
            (json!(["one", "hr_admin"]), vec!["one", "hr_admin"]),
            (json!("hr_administrator"), vec!["hr_administrator"]),
        ] {
            let said =
                verifier.verify(&minted(claims_with(json!({"roles": value, "scope": value})))).await.unwrap();
            assert_eq!(said.roles, words);
            assert_eq!(said.scopes, words);
            assert_eq!(said.hr_admin, words.contains(&"hr_admin"));
        }
        for claim in ["roles", "scope"] {
            for wrong in [json!(1), json!(["one", 2]), json!({"hr_admin": true}), json!([["hr_admin"]])] {
                let token = minted(claims_with(json!({claim: wrong})));
                assert_refused(verifier.verify(&token).await, TokenError::BadClaim(claim.into()));
            }
        }
    }

    #[tokio::test]
    async fn the_settings_name_the_claims() {
        let verifier = verifier(&AuthConfig {
            auth_tenant_claim: "https://acme.example/org".into(),
            auth_subject_claim: "oid".into(),
            auth_person_claim: Some("email".into()),
            auth_roles_claim: vec!["groups".into(), "realm_access.roles".into()],
            auth_scope_claim: vec!["scp".into(), "/permissions/groundwork".into()],
            ..with_secret()
        });
        let claims = json!({
            "https://acme.example/org": "acme", "oid": "8f2c", "email": "Ana@acme.example", "groups": "staff",
            "realm_access": {"roles": ["hr_admin"]},
            "scp": ["plans:read"], "permissions": {"groundwork": "plans:write"},
            "exp": NOW + 600,
        });
        let said = verifier.verify(&minted(claims)).await.unwrap();
        assert_eq!((&*said.tenant, &*said.subject, said.hr_admin), ("acme", "8f2c", true));
        assert_eq!(said.person, PersonName::Given("ana@acme.example".into()));
        assert_eq!(said.scopes, ["plans:read", "plans:write"]);
        let token = minted(self::claims());
        assert_refused(
            verifier.verify(&token).await,
            TokenError::MissingClaim("https://acme.example/org".into()),
        );
    }

    #[test]
    fn a_claim_name_that_a_header_field_cannot_hold_is_refused_at_the_start() {
        for wrong in ["", "a b", "a\"b", "a\\b", "tenänt", "a\r\nb"] {
            let config = AuthConfig { auth_tenant_claim: wrong.into(), ..with_secret() };
            let error = config.settings().err().unwrap();
            assert_eq!(error.setting, "GROUNDWORK_AUTH_TENANT_CLAIM", "{wrong:?}");
        }
    }

    #[tokio::test]
    async fn a_verified_token_is_remembered_and_a_refused_one_is_not() {
        let verifier = verifier(&with_secret());
        let token = minted(claims());
        let first = verifier.verify(&token).await.unwrap();
        let second = verifier.verify(&token).await.unwrap();
        assert!(Arc::ptr_eq(&first, &second));

        let expired = minted(claims_with(json!({"exp": NOW - 600})));
        verifier.verify(&expired).await.unwrap_err();
        verifier.verify(&format!("{token}x")).await.unwrap_err();
        assert_eq!(verifier.verified.len(), 1);
    }

    #[tokio::test]
    async fn a_remembered_token_is_forgotten_with_the_key_that_vouched_for_it() {
        let (issuer, clock) = (Issuer::start(), clock());
        let old = Signer::new("old", Algorithm::RS256, RSA);
        let new = Signer::new("new", Algorithm::ES256, P256);
        issuer.publishes("/keys", jwks([old.jwk()]));
        let config = AuthConfig { auth_jwks_url: Some(issuer.at("/keys")), ..config() };
        let verifier = Verifier::new(&config.settings().unwrap(), clock.clone()).unwrap();
        let (by_old, by_new) = (old.sign(&claims()), new.sign(&claims()));
        assert!(verifier.verify(&by_old).await.is_ok());
        assert_refused(verifier.verify(&by_new).await, TokenError::UnknownKey);

        issuer.publishes("/keys", jwks([new.jwk()]));
        clock.advance(TimeDelta::seconds(30));

        assert!(verifier.verify(&by_old).await.is_ok());
        assert!(verifier.verify(&by_new).await.is_ok());
        assert_refused(verifier.verify(&by_old).await, TokenError::UnknownKey);
        assert_eq!(issuer.was_asked_for().len(), 3);
    }

    #[tokio::test]
    async fn nothing_secret_shows_when_things_are_printed() {
        let verifier = verifier(&with_secret());
        let token = minted(claims());
        verifier.verify(&token).await.unwrap();
        let shown = format!("{verifier:?}");
        assert!(!shown.contains(SECRET) && !shown.contains(&token), "{shown}");
    }
}
