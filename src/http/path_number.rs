//! Numbers in paths.

use serde::{Deserialize, Deserializer, de::Error as _};

/// The number of a revision or version in a path. One that is too large is read as the largest, which nothing has.
#[derive(Clone, Copy, Debug)]
pub struct PathNumber(pub i32);

impl<'de> Deserialize<'de> for PathNumber {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let number = text.parse().or_else(|error| if is_number { Ok(i32::MAX) } else { Err(error) });
        number.map(Self).map_err(D::Error::custom)
    }
}
