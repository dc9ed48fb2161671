//! Reads claims without verifying them, for `groundwork check`: who a token would be.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::{Map, Value};

use super::{
    claims::{ClaimRules, Claims},
    error::TokenError,
    token::decode_json,
};
use crate::config::{AuthConfig, BadSetting};

/// Reads tokens as the settings say.
pub struct Inspector(ClaimRules);

impl Inspector {
    pub fn new(config: &AuthConfig) -> Result<Self, BadSetting> {
        ClaimRules::new(config).map(Self)
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
        self.0.read(&payload)
    }

    /// The name of the claim that is compared with a field of people.
    pub fn person_claim(&self) -> &str {
        self.0.person_claim()
    }
}
