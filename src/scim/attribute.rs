//! The attributes of users that the service keeps. Identity providers send many others, which are ignored.

use super::filter::AttributePath;

pub const USER: &str = "urn:ietf:params:scim:schemas:core:2.0:User";
pub const ENTERPRISE: &str = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/// An attribute of a user, or a sub-attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Attribute {
    Id,
    ExternalId,
    UserName,
    DisplayName,
    /// Written, if there is no `displayName`.
    FormattedName,
    GivenName,
    FamilyName,
    /// The value of the one e-mail address that is kept.
    Email,
    EmailType,
    EmailPrimary,
    Title,
    Locale,
    TimeZone,
    Active,
    EmployeeNumber,
    Department,
    Manager,
    Created,
    LastModified,
    ResourceType,
}

/// What a path names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    One(Attribute),
    /// `name`, which has sub-attributes.
    Name,
    Emails,
    /// A schema, whose attributes are meant.
    Schema,
    /// What only the service sets.
    ReadOnly,
    /// What the service does not keep.
    Unknown,
}

impl Named {
    /// What a path names. Attributes of the enterprise extension are also found without its URN.
    pub fn of(path: &AttributePath) -> Self {
        let is_known = ["", USER, ENTERPRISE].iter().any(|urn| path.schema.eq_ignore_ascii_case(urn));
        if !is_known {
            return Self::Unknown;
        }
        let one = match (path.name.as_str(), path.sub.as_deref()) {
            ("", None) => return Self::Schema,
            ("name", None) => return Self::Name,
            ("emails", None) => return Self::Emails,
            ("meta" | "groups" | "schemas", _) if path.sub.is_none() => return Self::ReadOnly,
            ("id", None) => Attribute::Id,
            ("externalid", None) => Attribute::ExternalId,
            ("username", None) => Attribute::UserName,
            ("displayname", None) => Attribute::DisplayName,
            ("name", Some("formatted")) => Attribute::FormattedName,
            ("name", Some("givenname")) => Attribute::GivenName,
            ("name", Some("familyname")) => Attribute::FamilyName,
            ("emails", Some("value")) => Attribute::Email,
            ("emails", Some("type")) => Attribute::EmailType,
            ("emails", Some("primary")) => Attribute::EmailPrimary,
            ("title", None) => Attribute::Title,
            ("locale", None) => Attribute::Locale,
            ("timezone", None) => Attribute::TimeZone,
            ("active", None) => Attribute::Active,
            ("employeenumber", None) => Attribute::EmployeeNumber,
            ("department", None) => Attribute::Department,
            ("manager", None | Some("value")) => Attribute::Manager,
            ("meta", Some("created")) => Attribute::Created,
            ("meta", Some("lastmodified")) => Attribute::LastModified,
            ("meta", Some("resourcetype")) => Attribute::ResourceType,
            _ => return Self::Unknown,
        };
        Self::One(one)
    }
}
