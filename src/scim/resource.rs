//! Users and the other resources as SCIM shows them.

use actix_web::http::header::EntityTag;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::ToSchema;

use super::{
    attribute::{ENTERPRISE, USER},
    draft::manager_of,
    filter::{AttributePath, FilterError, parse_target},
};
use crate::{
    entity::person,
    http::{Problem, scim_error::ROOT},
    ids::PersonId,
};

/// A person of the directory, as SCIM shows them (RFC 7643, sections 4.1 and 4.3). Attributes without a value are left
/// out.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScimUser {
    /// The schemas of the core and of the enterprise extension.
    #[schema(value_type = Vec<String>, example = json!([USER, ENTERPRISE]))]
    pub schemas: [&'static str; 2],
    pub id: PersonId,
    /// The identity provider's id of the person, which is the `external_id` of `/v1/people`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, max_length = 200, example = "E1042")]
    pub external_id: Option<String>,
    #[schema(max_length = 320, example = "ana@example.com")]
    pub user_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub name: Option<ScimName>,
    #[schema(max_length = 200, example = "Ana Ruiz")]
    pub display_name: String,
    /// The address at work, which is the only one kept.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 1, required = false)]
    pub emails: Vec<ScimEmail>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, max_length = 200)]
    pub title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, max_length = 64, example = "es-ES")]
    pub locale: Option<String>,
    /// A name of the IANA time zone database.
    #[schema(max_length = 64, example = "Europe/Madrid")]
    pub timezone: String,
    pub active: bool,
    #[serde(
        rename = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
        skip_serializing_if = "Option::is_none"
    )]
    #[schema(nullable = false)]
    pub enterprise: Option<ScimEnterprise>,
    pub meta: ScimMeta,
}

/// The parts of a person's name.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScimName {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, max_length = 200, example = "Ana")]
    pub given_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, max_length = 200, example = "Ruiz")]
    pub family_name: Option<String>,
}

/// An e-mail address.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ScimEmail {
    #[schema(max_length = 320, example = "ana@example.com")]
    pub value: String,
    /// Always `work`.
    #[serde(rename = "type")]
    #[schema(max_length = 20, example = "work")]
    pub kind: String,
}

/// The enterprise extension of a user.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScimEnterprise {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, max_length = 200, example = "1042")]
    pub employee_number: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, max_length = 200)]
    pub department: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub manager: Option<ScimManager>,
}

/// The manager of a user. If the manager is in the directory, `$ref` has the URL of that user.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScimManager {
    /// The manager's `id`, or what was given for a manager who is not in the directory yet.
    #[schema(max_length = 200)]
    pub value: String,
    /// Where the manager is; only if in the directory. Not in the document, where tools take `$ref` for a reference.
    #[serde(rename = "$ref", skip_serializing_if = "Option::is_none")]
    #[schema(ignore)]
    pub location: Option<String>,
}

/// What the service notes of a resource.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScimMeta {
    #[schema(value_type = String, example = "User")]
    pub resource_type: &'static str,
    pub created: DateTime<Utc>,
    pub last_modified: DateTime<Utc>,
    /// The URL of the resource; its path if the service does not know its public URL.
    pub location: String,
    /// The resource's `ETag`.
    #[schema(example = "W/\"3\"")]
    pub version: String,
}

/// A page of users.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScimUserList {
    /// `urn:ietf:params:scim:api:messages:2.0:ListResponse`.
    #[schema(value_type = Vec<String>)]
    pub schemas: [&'static str; 1],
    /// How many users the filter finds, on all pages.
    #[schema(minimum = 0)]
    pub total_results: i64,
    #[schema(minimum = 1)]
    pub start_index: i64,
    /// How many users this page has.
    #[schema(minimum = 0, maximum = 200)]
    pub items_per_page: usize,
    /// The users, with the attributes that were asked for.
    #[serde(rename = "Resources")]
    #[schema(value_type = Vec<ScimUser>, max_items = 200)]
    pub resources: Vec<Value>,
}

pub const LIST: &str = "urn:ietf:params:scim:api:messages:2.0:ListResponse";

/// The entity tag of a user.
pub fn tag_of(person: &person::Model) -> EntityTag {
    EntityTag::new_weak(person.version.to_string())
}

/// Where a user is, below the public URL `base`.
pub fn location_of(base: &str, id: PersonId) -> String {
    format!("{base}{ROOT}/Users/{id}")
}

impl ScimUser {
    /// The user that a person is. `base` is the public URL of the service, if it is known.
    pub fn of(person: person::Model, base: &str) -> Self {
        let manager = manager_of(&person)
            .map(|value| ScimManager { value, location: person.manager_id.map(|id| location_of(base, id)) });
        let enterprise = ScimEnterprise {
            employee_number: person.employee_number.clone(),
            department: person.department.clone(),
            manager,
        };
        let is_empty = enterprise.employee_number.is_none()
            && enterprise.department.is_none()
            && enterprise.manager.is_none();
        let name =
            ScimName { given_name: person.given_name.clone(), family_name: person.family_name.clone() };
        let email = |value: &String| ScimEmail { value: value.clone(), kind: "work".into() };
        Self {
            schemas: [USER, ENTERPRISE],
            id: person.id,
            external_id: person.external_id_given.then(|| person.external_id.clone()),
            name: (name.given_name.is_some() || name.family_name.is_some()).then_some(name),
            emails: person.email.iter().map(email).collect(),
            enterprise: (!is_empty).then_some(enterprise),
            meta: ScimMeta {
                resource_type: "User",
                created: person.created_at,
                last_modified: person.updated_at,
                location: location_of(base, person.id),
                version: tag_of(&person).to_string(),
            },
            user_name: person.user_name,
            display_name: person.display_name,
            title: person.title,
            locale: person.locale,
            timezone: person.time_zone,
            active: person.active,
        }
    }
}

/// Maximum names in such a list.
const MAX_ATTRIBUTES: usize = 50;

/// Which attributes of a resource a request asks for. `id` and `schemas` are always shown.
#[derive(Debug, Default)]
pub struct Projection {
    pub attributes: Vec<AttributePath>,
    pub excluded: Vec<AttributePath>,
}

impl Projection {
    /// Reads lists of names separated by commas. `attributes` comes before `excludedAttributes`.
    pub fn of(attributes: &str, excluded: &str) -> Result<Self, FilterError> {
        let list = |text: &str| -> Result<Vec<AttributePath>, FilterError> {
            let names = text.split(',').map(str::trim).filter(|name| !name.is_empty());
            if names.clone().count() > MAX_ATTRIBUTES {
                return Err(FilterError::TooMany);
            }
            names.map(|name| parse_target(name).map(|target| target.path)).collect()
        };
        Ok(Self { attributes: list(attributes)?, excluded: list(excluded)? })
    }

    /// A user with these attributes only.
    pub fn show(&self, user: &ScimUser) -> Result<Value, Problem> {
        let mut user = serde_json::to_value(user).map_err(Problem::internal)?;
        if let Some(fields) = user.as_object_mut() {
            if !self.attributes.is_empty() {
                select(fields, "", &self.attributes, true);
            } else if !self.excluded.is_empty() {
                select(fields, "", &self.excluded, false);
            }
        }
        Ok(user)
    }
}

/// Keeps the members that `paths` name, or all but those. `schema` is the URN of the extension whose members these are.
fn select(fields: &mut Map<String, Value>, schema: &str, paths: &[AttributePath], keep: bool) {
    let names = fields.keys().cloned().collect::<Vec<_>>();
    for name in names {
        if schema.is_empty() && ["id", "schemas"].contains(&name.as_str()) {
            continue;
        }
        if name == ENTERPRISE {
            let is_whole =
                paths.iter().any(|path| path.name.is_empty() && path.schema.eq_ignore_ascii_case(ENTERPRISE));
            match fields.get_mut(&name) {
                Some(Value::Object(inner)) if !is_whole => {
                    select(inner, ENTERPRISE, paths, keep);
                    if inner.is_empty() {
                        fields.remove(&name);
                    }
                }
                _ if !keep => drop(fields.remove(&name)),
                _ => {}
            }
            continue;
        }
        let is_of_schema = |path: &&AttributePath| {
            path.schema.is_empty()
                || path.schema.eq_ignore_ascii_case(if schema.is_empty() { USER } else { schema })
        };
        let meant = paths.iter().filter(is_of_schema).filter(|path| path.name.eq_ignore_ascii_case(&name));
        let meant: Vec<Option<&str>> = meant.map(|path| path.sub.as_deref()).collect();
        let is_whole = meant.contains(&None);
        let subs: Vec<&str> = meant.into_iter().flatten().collect();
        if is_whole || subs.is_empty() {
            if is_whole != keep {
                fields.remove(&name);
            }
        } else if let Some(value) = fields.get_mut(&name) {
            select_subs(value, &subs, keep);
        }
    }
}

fn select_subs(value: &mut Value, subs: &[&str], keep: bool) {
    match value {
        Value::Object(fields) => {
            fields.retain(|name, _| subs.iter().any(|sub| sub.eq_ignore_ascii_case(name)) == keep);
        }
        Value::Array(items) => items.iter_mut().for_each(|item| select_subs(item, subs, keep)),
        _ => {}
    }
}
