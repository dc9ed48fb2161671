//! Reads claims without verifying them, for `groundwork check`: who a token would be.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Map, Value};

use super::{
    claims::{ClaimRules, Claims, rules_for},
    error::TokenError,
    token::decode_json,
};
use crate::config::AuthSettings;

/// Reads tokens as the settings say.
pub struct Inspector(Vec<ClaimRules>);

impl Inspector {
    pub fn new(settings: &AuthSettings) -> Self {
        Self(ClaimRules::of_all(&settings.issuers))
    }

    /// The claims of a token, or of its payload as JSON. Signature and times are not checked.
    pub fn read(&self, text: &str) -> Result<Claims, TokenError> {
        let payload: Map<String, Value> = if text.starts_with('{') {
            decode_json(text.as_bytes())?
        } else {
            let payload = text.split('.').nth(1).ok_or(TokenError::Malformed)?;
            let payload = URL_SAFE_NO_PAD.decode(payload).map_err(|_| TokenError::Malformed)?;
            decode_json(&payload)?
        };
        rules_for(&self.0, &payload)?.read(&payload)
    }

    /// The name of the claim that is compared with a field of people, in tokens like this one.
    pub fn person_claim(&self, claims: &Claims) -> &str {
        self.0.get(claims.place).map(ClaimRules::person_claim).unwrap_or_default()
    }
}
