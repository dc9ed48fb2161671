//! Settings of encryption.

use clap::Args;

use super::BadSetting;
use crate::secrets::{Key, Secrets};

/// What encrypts cursors, and secrets in the database.
// No `Debug`: it would show the keys.
#[derive(Args, Clone)]
#[command(next_help_heading = "Encryption")]
pub struct EncryptionConfig {
    /// Keys that encrypt cursors, and secrets in the database: each 32 bytes in Base64, separated by commas. The first
    /// encrypts; all decrypt. To replace a key, first add the new one at the end, then move it to the front, and
    /// remove the old one after a day, as docs/operating.md says. Default: a key that the service makes and keeps in
    /// the database, so that a copy of the database contains it
    #[arg(long, env = "GROUNDWORK_ENCRYPTION_KEY", hide_env_values = true, value_name = "KEYS")]
    pub encryption_key: Option<String>,
}

impl EncryptionConfig {
    /// The keys, or what is wrong with them. An empty setting counts as unset.
    pub fn secrets(&self) -> Result<Secrets, BadSetting> {
        let text = self.encryption_key.as_deref().unwrap_or_default().trim();
        let keys = text.split(',').filter(|_| !text.is_empty()).enumerate().map(|(index, key)| {
            Key::parse(key).ok_or_else(|| BadSetting {
                setting: "GROUNDWORK_ENCRYPTION_KEY",
                fault: format!("key {} is not 32 bytes in Base64", index + 1),
                remedy: "make a key with: openssl rand -base64 32",
            })
        });
        Ok(Secrets::new(keys.collect::<Result<_, _>>()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::defaults;

    #[test]
    fn a_key_that_is_none_is_named_by_its_place_and_not_shown() {
        let secrets =
            |keys: &str| defaults::<EncryptionConfig>(["--encryption-key", keys]).unwrap().secrets();
        let good = Key::generate().unwrap();
        assert!(secrets(&good).unwrap().are_given());
        assert!(secrets(&format!("{good}, {good}")).unwrap().are_given());
        assert!(!secrets("").unwrap().are_given());
        let refused = secrets(&format!("{good},hidden")).unwrap_err().to_string();
        assert!(refused.contains("key 2") && !refused.contains("hidden"), "{refused}");
        assert!(secrets(&format!("{good},")).is_err());
    }
}
