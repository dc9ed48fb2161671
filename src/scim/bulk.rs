//! Several changes in one request (RFC 7644, section 3.7). Each is a transaction of its own, under the rules of the
//! operation that it names.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use actix_web::{http::StatusCode, web::Data};
use serde::Serialize;
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::{
    bulk_order::{self, Turn},
    draft::invalid,
    resource::{location_of, tag_of},
    values::member,
    write::{self, Expected, not_found},
};
use crate::{
    auth::{Caller, Identity, permissions::Right, scope::Provisioning},
    entity::person,
    http::{
        Problem, ProblemKind, PublicUrl, Reply,
        scim::{ScimBody, ScimReply},
        scim_error::{self, ScimType},
    },
    ids::PersonId,
    state::State,
};

/// Maximum operations of a request.
pub const MAX_OPERATIONS: usize = 100;

const RESPONSE: &str = "urn:ietf:params:scim:api:messages:2.0:BulkResponse";

/// Several changes of users.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScimBulk {
    /// `urn:ietf:params:scim:api:messages:2.0:BulkRequest`.
    #[schema(max_items = 10, required = false)]
    schemas: Vec<String>,
    /// After this many failed operations, the others are not carried out. Without it, all are.
    #[schema(nullable = false, minimum = 1, maximum = 100)]
    fail_on_errors: Option<u32>,
    #[serde(rename = "Operations")]
    #[schema(max_items = 100)]
    operations: Vec<ScimBulkOperation>,
}

/// One change of a bulk request.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScimBulkOperation {
    /// `POST`, `PUT`, `PATCH` or `DELETE`.
    #[schema(max_length = 10, example = "POST")]
    method: String,
    /// A name for the user that a POST creates, which no other POST of the request has. Other operations, before it or
    /// after it, may use `bulkId:NAME` in place of its id.
    #[schema(nullable = false, max_length = 200)]
    bulk_id: Option<String>,
    /// The `ETag` of the version to change.
    #[schema(nullable = false, max_length = 40)]
    version: Option<String>,
    /// `/Users`, or `/Users/{id}`.
    #[schema(max_length = 300, example = "/Users")]
    path: String,
    /// The body of the operation.
    #[schema(required = false, example = json!({"userName": "ana@example.com", "externalId": "E1042"}))]
    data: Value,
}

/// The outcome of a bulk request.
#[derive(Debug, Serialize, ToSchema)]
pub struct ScimBulkResult {
    /// `urn:ietf:params:scim:api:messages:2.0:BulkResponse`.
    #[schema(value_type = Vec<String>)]
    schemas: [&'static str; 1],
    /// The outcome of each operation that was carried out, in the order of the request.
    #[serde(rename = "Operations")]
    #[schema(max_items = 100)]
    operations: Vec<ScimBulkOutcome>,
}

/// The outcome of one change.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScimBulkOutcome {
    method: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    bulk_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    version: Option<String>,
    /// Where the user is; none if a POST has failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    location: Option<String>,
    /// The HTTP status, as text.
    #[schema(example = "201")]
    status: String,
    /// The error of an operation that has failed.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(required = false)]
    response: Option<Value>,
}

/// Change users in bulk
///
/// Carries out up to 100 changes of users, one after the other, each under the rules of its own operation and in a
/// transaction of its own. Services may do this. They are carried out in their order, but one that names a user by
/// `bulkId` comes after the one that creates the user; those that wait for each other are 409. The response has the
/// outcome of each.
#[utoipa::path(
    post,
    path = "/Bulk",
    tag = "scim",
    security(("bearer" = ["scim"])),
    request_body(content = ScimBulk, content_type = "application/scim+json"),
    responses((
        status = 200, description = "The outcome of each operation", body = ScimBulkResult,
        content_type = "application/scim+json",
    )),
)]
pub async fn change_scim_users(
    caller: Caller<Provisioning>,
    body: ScimBody,
    base: Data<PublicUrl>,
    state: Data<State>,
) -> Result<ScimReply, Problem> {
    caller.require(Right::ProvisionPeople)?;
    let body = body.read()?;
    let fields = body.as_object();
    let operations = fields.and_then(|body| member(body, "Operations")).and_then(Value::as_array);
    let Some(operations) = operations else {
        return Err(invalid(ScimType::InvalidSyntax, "the body needs Operations, an array"));
    };
    if operations.len() > MAX_OPERATIONS {
        let detail = format!("a bulk request has at most {MAX_OPERATIONS} operations");
        return Err(Problem::new(ProblemKind::BodyTooLarge, detail).with_scim_type(ScimType::TooMany));
    }
    let mut creators = HashMap::new();
    for (place, operation) in operations.iter().enumerate() {
        if let Some(bulk_id) = created_as(operation)
            && creators.insert(bulk_id, place).is_some()
        {
            let detail = format!("two operations create a user with the bulkId {bulk_id:?}");
            return Err(invalid(ScimType::InvalidValue, &detail));
        }
    }
    let needs: Vec<BTreeSet<usize>> = operations
        .iter()
        .map(|operation| named_in(operation).into_iter().filter_map(|id| creators.get(id).copied()).collect())
        .collect();
    let limit = fields.and_then(|body| member(body, "failOnErrors")).and_then(Value::as_u64);
    let mut bulk = Bulk { state: &state, caller: &caller, base: &base.0, ids: HashMap::new() };
    let mut outcomes = BTreeMap::new();
    let mut failed = 0;
    for Turn { place, is_circular } in bulk_order::in_order(&needs) {
        let Some(operation) = operations.get(place) else { continue };
        let outcome = bulk.carry_out(operation, is_circular).await;
        failed += u64::from(outcome.response.is_some());
        outcomes.insert(place, outcome);
        if limit.is_some_and(|limit| failed >= limit.max(1)) {
            break;
        }
    }
    let operations = outcomes.into_values().collect();
    Ok(ScimReply(Reply::ok(&ScimBulkResult { schemas: [RESPONSE], operations })?))
}

/// How a user that the request creates is named.
const BULK_ID: &str = "bulkId:";

/// The users, by `bulkId`, that an operation names in its path or its data.
fn named_in(operation: &Value) -> Vec<&str> {
    fn collect<'a>(value: &'a Value, named: &mut Vec<&'a str>) {
        match value {
            Value::String(text) => named.extend(text.strip_prefix(BULK_ID)),
            Value::Array(items) => items.iter().for_each(|item| collect(item, named)),
            Value::Object(fields) => fields.values().for_each(|value| collect(value, named)),
            _ => {}
        }
    }
    let mut named = Vec::new();
    let Some(fields) = operation.as_object() else { return named };
    if let Some(data) = member(fields, "data") {
        collect(data, &mut named);
    }
    let path = member(fields, "path").and_then(Value::as_str).unwrap_or_default();
    named.extend(path.rsplit('/').next().and_then(|last| last.strip_prefix(BULK_ID)));
    named
}

/// The refusal of operations that wait for each other (RFC 7644, section 3.7.1): users cannot report to each other.
fn circular() -> Problem {
    let detail =
        "the operation needs a user that another one creates, which needs this one, directly or over others";
    Problem::new(ProblemKind::Conflict, detail)
}

/// The `bulkId` of a user that an operation creates.
fn created_as(operation: &Value) -> Option<&str> {
    let text = |name: &str| member(operation.as_object()?, name)?.as_str();
    text("bulkId").filter(|_| text("method").is_some_and(|method| method.eq_ignore_ascii_case("POST")))
}

/// A bulk request that is being carried out.
struct Bulk<'a> {
    state: &'a State,
    caller: &'a Identity,
    base: &'a str,
    /// The ids of the users that this request has created, by `bulkId`.
    ids: HashMap<String, String>,
}

/// What an operation is about.
enum Place {
    Users,
    User(PersonId),
}

impl Bulk<'_> {
    async fn carry_out(&mut self, operation: &Value, is_circular: bool) -> ScimBulkOutcome {
        let text = |name: &str| {
            let fields = operation.as_object()?;
            member(fields, name)?.as_str().map(str::to_owned)
        };
        let method = text("method").unwrap_or_default().to_ascii_uppercase();
        let bulk_id = text("bulkId");
        let done = match is_circular {
            true => Err(circular()),
            false => self.change(operation, &method, text("path"), text("version")).await,
        };
        let (status, person, problem) = match done {
            Ok((status, person)) => (status.as_u16().to_string(), person, None),
            Err(problem) => {
                let error = problem.as_scim();
                let response = serde_json::to_value(&error).unwrap_or_else(|_| json!({}));
                (error.status.clone(), None, Some(response))
            }
        };
        if let (Some(bulk_id), Some(person)) = (&bulk_id, &person)
            && method == "POST"
        {
            self.ids.insert(bulk_id.clone(), person.id.to_string());
        }
        ScimBulkOutcome {
            method,
            bulk_id,
            version: person.as_ref().map(|person| tag_of(person).to_string()),
            location: person.as_ref().map(|person| location_of(self.base, person.id)),
            status,
            response: problem,
        }
    }

    async fn change(
        &self,
        operation: &Value,
        method: &str,
        path: Option<String>,
        version: Option<String>,
    ) -> Result<(StatusCode, Option<person::Model>), Problem> {
        let path = path.unwrap_or_default();
        let place = self.place(&path)?;
        let data = operation.as_object().and_then(|fields| member(fields, "data"));
        let data = self.resolved(data.cloned().unwrap_or(Value::Null))?;
        let expected = Expected::Version(version.as_deref());
        let (state, caller) = (self.state, self.caller);
        Ok(match (method, place) {
            ("POST", Place::Users) => (StatusCode::CREATED, Some(write::create(state, caller, &data).await?)),
            ("PUT", Place::User(id)) => {
                (StatusCode::OK, Some(write::replace(state, caller, id, expected, &data).await?))
            }
            ("PATCH", Place::User(id)) => {
                (StatusCode::OK, Some(write::patch(state, caller, id, expected, &data).await?))
            }
            ("DELETE", Place::User(id)) => {
                write::delete(state, caller, id, expected).await?;
                (StatusCode::NO_CONTENT, None)
            }
            _ => {
                let detail = "an operation is POST to /Users, or PUT, PATCH or DELETE of /Users/{id}";
                return Err(invalid(ScimType::InvalidSyntax, detail));
            }
        })
    }

    fn place(&self, path: &str) -> Result<Place, Problem> {
        let path = path.trim_start_matches(scim_error::ROOT);
        match path.strip_prefix("/Users") {
            Some("" | "/") => Ok(Place::Users),
            Some(rest) => {
                let id = rest.strip_prefix('/').ok_or_else(not_found)?;
                let id = match id.strip_prefix(BULK_ID) {
                    Some(bulk_id) => self.created(bulk_id)?,
                    None => id,
                };
                id.parse().map(Place::User).map_err(|_| not_found())
            }
            None => Err(invalid(ScimType::InvalidPath, "the path must be /Users or /Users/{id}")),
        }
    }

    /// The id of a user that this request has created.
    fn created(&self, bulk_id: &str) -> Result<&str, Problem> {
        let id = self.ids.get(bulk_id).map(String::as_str);
        id.ok_or_else(|| {
            let detail = format!("no operation has created a user with the bulkId {bulk_id:?}");
            invalid(ScimType::InvalidValue, &detail)
        })
    }

    /// A value with ids in the place of `bulkId:NAME`.
    fn resolved(&self, value: Value) -> Result<Value, Problem> {
        Ok(match value {
            Value::String(text) => match text.strip_prefix(BULK_ID) {
                Some(bulk_id) => self.created(bulk_id)?.into(),
                None => text.into(),
            },
            Value::Array(items) => {
                items.into_iter().map(|item| self.resolved(item)).collect::<Result<_, _>>()?
            }
            Value::Object(fields) => Value::Object(
                fields.into_iter().map(|(name, value)| Ok((name, self.resolved(value)?))).collect::<Result<
                    _,
                    Problem,
                >>(
                )?,
            ),
            other => other,
        })
    }
}
