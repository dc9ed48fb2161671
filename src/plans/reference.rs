//! References from answers to skills and roles in a taxonomy.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

/// A skill or a role in a taxonomy, such as ESCO, O*NET, Lightcast or the company's own. The service keeps no taxonomy:
/// it stores what it is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// Identifies the skill or role; lists filter by it, character for character. Starts with `https://`, `http://` or
    /// `urn:`.
    #[schema(
        max_length = 500,
        format = "uri",
        pattern = "^(https?://|urn:)",
        example = "urn:example:skill:delegating"
    )]
    pub uri: String,
    /// Its name there.
    #[schema(min_length = 1, max_length = 200, format = "not-blank", example = "Delegating")]
    pub name: String,
    /// The taxonomy.
    #[schema(max_length = 100, example = "ESCO")]
    pub framework: Option<String>,
    /// The level that the owner has now, in the words of the taxonomy.
    #[schema(max_length = 100, example = "2 of 5")]
    pub level: Option<String>,
    /// The level that the owner wants to reach.
    #[schema(max_length = 100, example = "4 of 5")]
    pub target_level: Option<String>,
}
