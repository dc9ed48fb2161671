//! The digest of an audit record.

use std::{fmt, str::FromStr};

use crate::secrets::{SealError, Signature};

/// The digest of an audit record: its number in the tenant's chain, and an HMAC over the record and the digest before
/// it. As text: the number, the id of the key and the HMAC, with points between. The service gives out the signature
/// alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Seal {
    pub sequence: i64,
    pub signature: Signature,
}

impl fmt::Display for Seal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.sequence, self.signature)
    }
}

impl FromStr for Seal {
    type Err = SealError;

    fn from_str(text: &str) -> Result<Self, SealError> {
        let (sequence, signature) = text.trim().split_once('.').ok_or(SealError::Invalid)?;
        let sequence = sequence.parse().map_err(|_| SealError::Invalid)?;
        Ok(Self { sequence, signature: signature.parse()? })
    }
}
