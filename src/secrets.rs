//! Encryption: of secrets in the database, and of what clients keep for us, such as cursors.
//!
//! Each [`Key`] is 32 random bytes. A value is encrypted with AES-256-GCM, with a key derived by HKDF-SHA256 from one
//! of them, a [`Purpose`] and a context. A value that is copied to another context, or changed, does not open.

use std::{
    fmt,
    str::FromStr,
    sync::{Arc, OnceLock},
};

use base64::{
    Engine,
    prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD},
};
use ring::{
    aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey},
    digest,
    hkdf::{HKDF_SHA256, KeyType, Okm, Prk, Salt},
    hmac::{self, HMAC_SHA256},
};

/// Bytes of a key.
const KEY_LENGTH: usize = 32;

/// Bytes of the id of a key.
const ID_LENGTH: usize = 8;

/// Bytes of an HMAC-SHA256.
const MAC_LENGTH: usize = 32;

/// How a value in the database starts: then follow the id of its key, in hexadecimal, a point and the value.
const TEXT_PREFIX: &str = "sealed.";

/// What a value is encrypted for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// The cursor of a list.
    Cursor,
    /// The cursor of the change feed.
    FeedCursor,
    WebhookSecret,
    /// A secret in the response that is stored for an `Idempotency-Key`.
    ShownOnce,
    /// The chain of a tenant's audit records, which is signed.
    AuditChain,
    /// The digest of the subject of an identity that stays refused after its person was erased.
    RefusedIdentity,
}

impl Purpose {
    fn name(self) -> &'static [u8] {
        match self {
            Self::Cursor => b"cursor",
            Self::FeedCursor => b"feed cursor",
            Self::WebhookSecret => b"webhook secret",
            Self::ShownOnce => b"shown once",
            Self::AuditChain => b"audit chain",
            Self::RefusedIdentity => b"refused identity",
        }
    }
}

/// Why a value cannot be encrypted or decrypted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SealError {
    #[error("no encryption key has been loaded yet")]
    NoKey,
    #[error("it is encrypted with the key {0}, which GROUNDWORK_ENCRYPTION_KEY does not name")]
    UnknownKey(String),
    #[error("it was not encrypted for this, or has been changed")]
    Invalid,
    #[error("the system has no random numbers")]
    NoRandomNumbers,
}

/// A key that other keys are derived from.
#[derive(Clone)]
pub struct Key {
    id: [u8; ID_LENGTH],
    derivation: Prk,
}

impl Key {
    /// The key with these bytes in Base64; none if they are not 32.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let bytes = BASE64_STANDARD
            .decode(text)
            .or_else(|_| BASE64_URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')))
            .ok()
            .filter(|bytes| bytes.len() == KEY_LENGTH)?;
        let mut hash = digest::Context::new(&digest::SHA256);
        hash.update(b"groundwork key id");
        hash.update(&bytes);
        let id = hash.finish().as_ref().first_chunk().copied()?;
        Some(Self { id, derivation: Salt::new(HKDF_SHA256, b"groundwork").extract(&bytes) })
    }

    /// A new random key in Base64.
    pub fn generate() -> Result<String, SealError> {
        let mut bytes = [0; KEY_LENGTH];
        getrandom::fill(&mut bytes).map_err(|_| SealError::NoRandomNumbers)?;
        Ok(BASE64_STANDARD.encode(bytes))
    }

    /// The id by which values, logs and backups name the key. It does not reveal the key.
    pub fn id(&self) -> String {
        hexadecimal(&self.id)
    }

    fn cipher(&self, purpose: Purpose, context: &[&[u8]]) -> Option<LessSafeKey> {
        self.derive(&AES_256_GCM, purpose, context).map(|key: UnboundKey| LessSafeKey::new(key))
    }

    fn signer(&self, purpose: Purpose, context: &[&[u8]]) -> Option<hmac::Key> {
        self.derive(HMAC_SHA256, purpose, context)
    }

    fn derive<L: KeyType, K: for<'a> From<Okm<'a, L>>>(
        &self,
        algorithm: L,
        purpose: Purpose,
        context: &[&[u8]],
    ) -> Option<K> {
        let parts: Vec<&[u8]> = [purpose.name()].into_iter().chain(context.iter().copied()).collect();
        // Each part is preceded by its length, so that ("ab", "c") and ("a", "bc") derive different keys.
        let lengths: Vec<[u8; 8]> = parts.iter().map(|part| (part.len() as u64).to_be_bytes()).collect();
        let info: Vec<&[u8]> =
            lengths.iter().zip(parts).flat_map(|(length, part)| [length.as_slice(), part]).collect();
        self.derivation.expand(&info, algorithm).ok().map(K::from)
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Key({})", self.id())
    }
}

/// An HMAC-SHA256, and the id of the key that it was made with. As text: both in hexadecimal, with a point between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signature {
    key: [u8; ID_LENGTH],
    mac: [u8; MAC_LENGTH],
}

impl Signature {
    pub const EXAMPLE: Self = Self { key: [0x9f; ID_LENGTH], mac: [0x5a; MAC_LENGTH] };
}

impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", hexadecimal(&self.key), hexadecimal(&self.mac))
    }
}

impl FromStr for Signature {
    type Err = SealError;

    fn from_str(text: &str) -> Result<Self, SealError> {
        let (key, mac) = text.split_once('.').ok_or(SealError::Invalid)?;
        Ok(Self { key: from_hexadecimal(key)?, mac: from_hexadecimal(mac)? })
    }
}

pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn from_hexadecimal<const LENGTH: usize>(text: &str) -> Result<[u8; LENGTH], SealError> {
    let digits: Vec<u8> = text
        .chars()
        .map(|digit| digit.to_digit(16).and_then(|digit| u8::try_from(digit).ok()))
        .collect::<Option<_>>()
        .ok_or(SealError::Invalid)?;
    let (pairs, []) = digits.as_chunks::<2>() else { return Err(SealError::Invalid) };
    let bytes: Vec<u8> = pairs.iter().map(|[high, low]| high * 16 + low).collect();
    bytes.try_into().map_err(|_| SealError::Invalid)
}

/// The keys of the installation. Cheap to clone; clones share the key of the database.
#[derive(Clone, Debug, Default)]
pub struct Secrets(Arc<Keys>);

#[derive(Debug, Default)]
struct Keys {
    /// Those of the setting. The first encrypts.
    given: Vec<Key>,
    /// The one that the database holds, once that has been read. It encrypts if none is given.
    own: OnceLock<Option<Key>>,
}

impl Secrets {
    pub fn new(given: Vec<Key>) -> Self {
        Self(Arc::new(Keys { given, own: OnceLock::new() }))
    }

    /// Whether the setting names a key.
    pub fn are_given(&self) -> bool {
        !self.0.given.is_empty()
    }

    /// Adds the key that the database holds, if it holds one.
    pub fn complete(&self, own: Option<Key>) {
        // All processes read the same key, so a second call changes nothing.
        let _ = self.0.own.set(own);
    }

    /// Whether [`Secrets::complete`] has been called.
    pub fn are_complete(&self) -> bool {
        self.0.own.get().is_some()
    }

    fn all(&self) -> impl Iterator<Item = &Key> {
        self.0.given.iter().chain(self.0.own.get().into_iter().flatten())
    }

    /// Whether values that name the key `id` can be decrypted.
    pub fn has(&self, id: &str) -> bool {
        self.all().any(|key| key.id() == id)
    }

    /// Signs a message with the key that encrypts now.
    pub fn sign(&self, purpose: Purpose, context: &[&[u8]], message: &[u8]) -> Result<Signature, SealError> {
        self.sign_with(self.all().next().ok_or(SealError::NoKey)?, purpose, context, message)
    }

    /// Signs a message with each key: one of these is what was stored when that key encrypted.
    pub fn sign_with_each(
        &self,
        purpose: Purpose,
        context: &[&[u8]],
        message: &[u8],
    ) -> Result<Vec<Signature>, SealError> {
        self.all().map(|key| self.sign_with(key, purpose, context, message)).collect()
    }

    /// Whether a signature is that of this message. Fails if its key is not known.
    pub fn has_signed(
        &self,
        signature: Signature,
        purpose: Purpose,
        context: &[&[u8]],
        message: &[u8],
    ) -> Result<bool, SealError> {
        let key = self.by_id(signature.key)?;
        Ok(self.sign_with(key, purpose, context, message)? == signature)
    }

    fn sign_with(
        &self,
        key: &Key,
        purpose: Purpose,
        context: &[&[u8]],
        message: &[u8],
    ) -> Result<Signature, SealError> {
        let signer = key.signer(purpose, context).ok_or(SealError::Invalid)?;
        let mac = hmac::sign(&signer, message).as_ref().first_chunk().copied().ok_or(SealError::Invalid)?;
        Ok(Signature { key: key.id, mac })
    }

    fn by_id(&self, id: [u8; ID_LENGTH]) -> Result<&Key, SealError> {
        self.all().find(|key| key.id == id).ok_or_else(|| SealError::UnknownKey(hexadecimal(&id)))
    }

    /// Encrypts `plain`. To decrypt the result, purpose and context must be the same.
    pub fn seal(&self, purpose: Purpose, context: &[&[u8]], plain: &[u8]) -> Result<Vec<u8>, SealError> {
        let key = self.all().next().ok_or(SealError::NoKey)?;
        let mut nonce = [0; NONCE_LEN];
        getrandom::fill(&mut nonce).map_err(|_| SealError::NoRandomNumbers)?;
        let cipher = key.cipher(purpose, context).ok_or(SealError::Invalid)?;
        let mut text = plain.to_vec();
        cipher
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut text)
            .map_err(|_| SealError::Invalid)?;
        Ok([key.id.as_slice(), &nonce, &text].concat())
    }

    /// Decrypts the result of [`Secrets::seal`].
    pub fn open(&self, purpose: Purpose, context: &[&[u8]], sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let (id, rest) = sealed.split_first_chunk::<ID_LENGTH>().ok_or(SealError::Invalid)?;
        let (nonce, text) = rest.split_first_chunk::<NONCE_LEN>().ok_or(SealError::Invalid)?;
        let key = self.by_id(*id)?;
        let cipher = key.cipher(purpose, context).ok_or(SealError::Invalid)?;
        let mut text = text.to_vec();
        let nonce = Nonce::assume_unique_for_key(*nonce);
        let plain = cipher.open_in_place(nonce, Aad::empty(), &mut text).map_err(|_| SealError::Invalid)?;
        Ok(plain.to_vec())
    }

    /// As [`Secrets::seal`], as a text for the database that names its key: `sealed.KEY.VALUE`.
    pub fn seal_text(&self, purpose: Purpose, context: &[&[u8]], plain: &str) -> Result<String, SealError> {
        let sealed = self.seal(purpose, context, plain.as_bytes())?;
        let key = self.all().next().ok_or(SealError::NoKey)?;
        Ok(format!("{TEXT_PREFIX}{}.{}", key.id(), BASE64_URL_SAFE_NO_PAD.encode(sealed)))
    }

    /// Decrypts the result of [`Secrets::seal_text`].
    pub fn open_text(&self, purpose: Purpose, context: &[&[u8]], sealed: &str) -> Result<String, SealError> {
        let value = sealed.strip_prefix(TEXT_PREFIX).and_then(|rest| rest.split_once('.'));
        let (_, value) = value.ok_or(SealError::Invalid)?;
        let sealed = BASE64_URL_SAFE_NO_PAD.decode(value).map_err(|_| SealError::Invalid)?;
        String::from_utf8(self.open(purpose, context, &sealed)?).map_err(|_| SealError::Invalid)
    }

    /// Whether a text of the database is encrypted with the key that encrypts now.
    pub fn is_current(&self, text: &str) -> bool {
        self.all().next().is_some_and(|key| text.starts_with(&format!("{TEXT_PREFIX}{}.", key.id())))
    }
}

/// The id of the key that a text of the database is encrypted with; none if it is not encrypted.
pub fn key_of(text: &str) -> Option<&str> {
    text.strip_prefix(TEXT_PREFIX)?.split_once('.').map(|(id, _)| id)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(byte: u8) -> Key {
        Key::parse(&BASE64_STANDARD.encode([byte; KEY_LENGTH])).unwrap()
    }

    #[test]
    fn a_value_opens_only_for_its_purpose_and_context() {
        let secrets = Secrets::new(vec![key(1)]);
        let sealed = secrets.seal(Purpose::Cursor, &[b"ab", b"c"], b"plain").unwrap();

        assert_eq!(secrets.open(Purpose::Cursor, &[b"ab", b"c"], &sealed), Ok(b"plain".to_vec()));
        for (purpose, context) in [
            (Purpose::FeedCursor, [b"ab".as_slice(), b"c"]),
            (Purpose::Cursor, [b"a", b"bc"]),
            (Purpose::Cursor, [b"abc", b""]),
        ] {
            assert_eq!(secrets.open(purpose, &context, &sealed), Err(SealError::Invalid));
        }
        for position in ID_LENGTH..sealed.len() {
            let mut altered = sealed.clone();
            altered[position] ^= 1;
            assert_eq!(secrets.open(Purpose::Cursor, &[b"ab", b"c"], &altered), Err(SealError::Invalid));
        }
        assert_ne!(secrets.seal(Purpose::Cursor, &[b"ab", b"c"], b"plain").unwrap(), sealed);
    }

    #[test]
    fn the_first_key_encrypts_and_each_decrypts_what_names_it() {
        let (old, new) = (Secrets::new(vec![key(1)]), Secrets::new(vec![key(2), key(1)]));
        let sealed = old.seal_text(Purpose::WebhookSecret, &[b"x"], "whsec_").unwrap();

        assert_eq!(key_of(&sealed), Some(key(1).id().as_str()));
        assert_eq!(new.open_text(Purpose::WebhookSecret, &[b"x"], &sealed).as_deref(), Ok("whsec_"));
        assert!(old.is_current(&sealed) && !new.is_current(&sealed));
        let signed = old.sign(Purpose::RefusedIdentity, &[b"x"], b"ana").unwrap();
        assert!(new.sign_with_each(Purpose::RefusedIdentity, &[b"x"], b"ana").unwrap().contains(&signed));
        assert!(!new.sign_with_each(Purpose::RefusedIdentity, &[b"y"], b"ana").unwrap().contains(&signed));
        let replaced = Secrets::new(vec![key(2)]);
        let unknown = replaced.open_text(Purpose::WebhookSecret, &[b"x"], &sealed);
        assert_eq!(unknown, Err(SealError::UnknownKey(key(1).id())));
        replaced.complete(Some(key(1)));
        assert!(replaced.open_text(Purpose::WebhookSecret, &[b"x"], &sealed).is_ok());
        assert_eq!(key_of("whsec_plain"), None);
    }

    #[test]
    fn a_key_is_32_bytes_in_either_alphabet_of_base64() {
        let text = BASE64_STANDARD.encode([0xfb; KEY_LENGTH]);
        let url = BASE64_URL_SAFE_NO_PAD.encode([0xfb; KEY_LENGTH]);
        assert_eq!(Key::parse(&text).unwrap().id(), Key::parse(&url).unwrap().id());
        assert_eq!(Key::parse(&format!(" {text} ")).unwrap().id(), Key::parse(&text).unwrap().id());
        for wrong in ["", "short", &BASE64_STANDARD.encode([1; 31]), &BASE64_STANDARD.encode([1; 33])] {
            assert!(Key::parse(wrong).is_none(), "{wrong}");
        }
        assert!(!format!("{:?}", key(1)).contains(&BASE64_STANDARD.encode([1; KEY_LENGTH])));
    }
}
