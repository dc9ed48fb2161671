//! Where SCIM is, and its errors (RFC 7644, section 3.12).

use serde::Serialize;
use utoipa::ToSchema;

/// Where SCIM is.
pub const ROOT: &str = "/scim/v2";

pub const MEDIA_TYPE: &str = "application/scim+json";

/// The schema of an error.
pub const ERROR: &str = "urn:ietf:params:scim:api:messages:2.0:Error";

/// Whether a path is one of SCIM.
pub fn is_scim(path: &str) -> bool {
    path.strip_prefix(ROOT).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// What is wrong with a request, in SCIM's words (RFC 7644, section 3.12).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub enum ScimType {
    /// The filter cannot be parsed, or compares an attribute that cannot be filtered.
    InvalidFilter,
    /// The request asks for more than the service answers at once.
    TooMany,
    /// Another person has the `userName` or the `externalId`.
    Uniqueness,
    /// The attribute cannot be changed.
    Mutability,
    /// The body is not valid JSON, or lacks what the operation needs.
    InvalidSyntax,
    /// The path of a PATCH operation is invalid.
    InvalidPath,
    /// The path of a PATCH operation finds no value, or is missing.
    NoTarget,
    /// A value is missing, or is not allowed.
    InvalidValue,
}

/// An error of SCIM.
#[derive(Debug, Serialize, ToSchema)]
pub struct ScimError<'a> {
    /// `urn:ietf:params:scim:api:messages:2.0:Error`.
    #[schema(value_type = Vec<String>, example = json!([ERROR]))]
    pub schemas: [&'a str; 1],
    /// The HTTP status, as text.
    #[schema(example = "409")]
    pub status: String,
    #[serde(rename = "scimType", skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub scim_type: Option<ScimType>,
    /// What went wrong, and what to do about it.
    pub detail: String,
}
