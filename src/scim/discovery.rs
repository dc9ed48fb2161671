//! What the service can do, for clients that ask (RFC 7644, section 4).

use std::collections::BTreeSet;

use actix_web::{HttpRequest, web::Data};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    attribute::{ENTERPRISE, USER},
    bulk, list,
    resource::{LIST, ScimUserList},
};
use crate::{
    auth::{Caller, permissions::Right, scope::Provisioning},
    http::{
        Path, Problem, ProblemKind, PublicUrl, Reply, body::BodyLimit, scim::ScimReply, scim_error::ROOT,
    },
};

const CONFIG: &str = "urn:ietf:params:scim:schemas:core:2.0:ServiceProviderConfig";
const RESOURCE_TYPE: &str = "urn:ietf:params:scim:schemas:core:2.0:ResourceType";
const SCHEMA: &str = "urn:ietf:params:scim:schemas:core:2.0:Schema";

/// What the service can do (RFC 7643, section 5).
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScimServiceProviderConfig {
    #[schema(value_type = Vec<String>)]
    schemas: [&'static str; 1],
    patch: ScimSupport,
    bulk: ScimBulkSupport,
    filter: ScimFilterSupport,
    change_password: ScimSupport,
    sort: ScimSupport,
    etag: ScimSupport,
    #[schema(max_items = 1)]
    authentication_schemes: Vec<ScimAuthenticationScheme>,
    meta: ScimDiscoveryMeta,
}

/// Whether the service can do something.
#[derive(Debug, Serialize, ToSchema)]
pub struct ScimSupport {
    supported: bool,
}

/// How many changes one request may have.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScimBulkSupport {
    supported: bool,
    #[schema(example = 100)]
    max_operations: usize,
    /// In bytes.
    #[schema(example = 1_048_576)]
    max_payload_size: usize,
}

/// How many users a page may have.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScimFilterSupport {
    supported: bool,
    #[schema(example = 200)]
    max_results: i64,
}

/// How callers authenticate.
#[derive(Debug, Serialize, ToSchema)]
pub struct ScimAuthenticationScheme {
    #[serde(rename = "type")]
    #[schema(value_type = String, example = "oauthbearertoken")]
    kind: &'static str,
    #[schema(value_type = String)]
    name: &'static str,
    #[schema(value_type = String)]
    description: &'static str,
    primary: bool,
}

/// Where a description is.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScimDiscoveryMeta {
    #[schema(value_type = String, example = "ResourceType")]
    resource_type: &'static str,
    location: String,
}

/// A type of resource (RFC 7643, section 6).
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScimResourceType {
    #[schema(value_type = Vec<String>)]
    schemas: [&'static str; 1],
    #[schema(value_type = String, example = "User")]
    id: &'static str,
    #[schema(value_type = String, example = "User")]
    name: &'static str,
    #[schema(value_type = String, example = "/Users")]
    endpoint: &'static str,
    #[schema(value_type = String)]
    description: &'static str,
    /// The URN of its schema.
    #[schema(value_type = String)]
    schema: &'static str,
    #[schema(max_items = 1)]
    schema_extensions: Vec<ScimSchemaExtension>,
    meta: ScimDiscoveryMeta,
}

/// An extension of a type of resource.
#[derive(Debug, Serialize, ToSchema)]
pub struct ScimSchemaExtension {
    /// The URN of its schema.
    #[schema(value_type = String)]
    schema: &'static str,
    required: bool,
}

/// The types of resources.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScimResourceTypeList {
    #[schema(value_type = Vec<String>)]
    schemas: [&'static str; 1],
    total_results: usize,
    start_index: usize,
    items_per_page: usize,
    #[serde(rename = "Resources")]
    #[schema(max_items = 1)]
    resources: Vec<ScimResourceType>,
}

/// A schema, with the attributes that the service keeps (RFC 7643, section 7).
#[derive(Debug, Serialize, ToSchema)]
pub struct ScimSchema {
    #[schema(value_type = Vec<String>)]
    schemas: [&'static str; 1],
    /// Its URN.
    #[schema(value_type = String)]
    id: &'static str,
    #[schema(value_type = String, example = "User")]
    name: &'static str,
    #[schema(value_type = String)]
    description: &'static str,
    #[schema(max_items = 20)]
    attributes: Vec<ScimAttribute>,
    meta: ScimDiscoveryMeta,
}

/// The schemas.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScimSchemaList {
    #[schema(value_type = Vec<String>)]
    schemas: [&'static str; 1],
    total_results: usize,
    start_index: usize,
    items_per_page: usize,
    #[serde(rename = "Resources")]
    #[schema(max_items = 2)]
    resources: Vec<ScimSchema>,
}

/// An attribute of a schema, or a sub-attribute.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScimAttribute {
    #[schema(value_type = String, example = "userName")]
    name: &'static str,
    #[serde(rename = "type")]
    #[schema(value_type = String, example = "string")]
    kind: &'static str,
    multi_valued: bool,
    #[schema(value_type = String)]
    description: &'static str,
    /// Whether every user has a value. Where it is not `userName`, the service chooses one if none is given.
    required: bool,
    case_exact: bool,
    /// Always `readWrite`.
    #[schema(value_type = String, example = "readWrite")]
    mutability: &'static str,
    #[schema(value_type = String, example = "default")]
    returned: &'static str,
    #[schema(value_type = String, example = "none")]
    uniqueness: &'static str,
    #[serde(skip_serializing_if = "BTreeSet::is_empty")]
    #[schema(value_type = Vec<String>, max_items = 20, required = false)]
    canonical_values: BTreeSet<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(value_type = Vec<String>, max_items = 1, required = false)]
    reference_types: Vec<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(max_items = 5, required = false, no_recursion)]
    sub_attributes: Vec<ScimAttribute>,
}

fn attribute(name: &'static str, kind: &'static str, description: &'static str) -> ScimAttribute {
    ScimAttribute {
        name,
        kind,
        multi_valued: false,
        description,
        required: false,
        case_exact: false,
        mutability: "readWrite",
        returned: "default",
        uniqueness: "none",
        canonical_values: BTreeSet::new(),
        reference_types: Vec::new(),
        sub_attributes: Vec::new(),
    }
}

impl ScimAttribute {
    fn required(mut self) -> Self {
        self.required = true;
        self
    }

    fn multi_valued(mut self) -> Self {
        self.multi_valued = true;
        self
    }

    fn unique(mut self) -> Self {
        self.uniqueness = "server";
        self
    }

    fn one_of(mut self, values: impl IntoIterator<Item = &'static str>) -> Self {
        self.canonical_values = values.into_iter().collect();
        self
    }

    fn of_user(mut self) -> Self {
        self.reference_types = vec!["User"];
        self
    }

    fn with(mut self, sub_attributes: impl IntoIterator<Item = Self>) -> Self {
        self.sub_attributes = sub_attributes.into_iter().collect();
        self
    }
}

/// Some names of time zones. All names of the IANA database are accepted.
const TIME_ZONES: [&str; 5] = ["America/New_York", "Asia/Singapore", "Europe/Berlin", "Europe/Madrid", "UTC"];

fn user_schema(base: &str) -> ScimSchema {
    ScimSchema {
        schemas: [SCHEMA],
        id: USER,
        name: "User",
        description: "A person of the directory",
        attributes: vec![
            attribute(
                "userName",
                "string",
                "The name by which tokens may identify the person; one active user has it",
            )
            .required()
            .unique(),
            attribute("displayName", "string", "The whole name, as colleagues see it").required(),
            attribute("name", "complex", "The parts of the name").with([
                attribute("givenName", "string", "The given name"),
                attribute("familyName", "string", "The family name"),
            ]),
            attribute("emails", "complex", "The e-mail address at work").multi_valued().with([
                attribute("value", "string", "The address"),
                attribute("type", "string", "The kind of address").one_of(["work"]),
            ]),
            attribute("title", "string", "The job title"),
            attribute("locale", "string", "The language and region, as es-ES"),
            attribute("timezone", "string", "The time zone, by its IANA name; days end there")
                .required()
                .one_of(TIME_ZONES),
            attribute("active", "boolean", "Whether the person may use the service").required(),
        ],
        meta: schema_meta(base, USER),
    }
}

fn enterprise_schema(base: &str) -> ScimSchema {
    ScimSchema {
        schemas: [SCHEMA],
        id: ENTERPRISE,
        name: "EnterpriseUser",
        description: "What organisations know of a person",
        attributes: vec![
            attribute("employeeNumber", "string", "The number of the employee"),
            attribute("department", "string", "The department"),
            attribute("manager", "complex", "The manager, who need not be in the directory yet").with([
                attribute("value", "string", "The manager's id or externalId"),
                attribute("$ref", "reference", "Where the manager is").of_user(),
            ]),
        ],
        meta: schema_meta(base, ENTERPRISE),
    }
}

fn schema_meta(base: &str, urn: &str) -> ScimDiscoveryMeta {
    ScimDiscoveryMeta { resource_type: "Schema", location: format!("{base}{ROOT}/Schemas/{urn}") }
}

fn user_type(base: &str) -> ScimResourceType {
    ScimResourceType {
        schemas: [RESOURCE_TYPE],
        id: "User",
        name: "User",
        endpoint: "/Users",
        description: "People of the directory",
        schema: USER,
        schema_extensions: vec![ScimSchemaExtension { schema: ENTERPRISE, required: false }],
        meta: ScimDiscoveryMeta {
            resource_type: "ResourceType",
            location: format!("{base}{ROOT}/ResourceTypes/User"),
        },
    }
}

/// Refuses a filter, as RFC 7644, section 4, demands.
fn refuse_filter(request: &HttpRequest) -> Result<(), Problem> {
    let mut parameters = url::form_urlencoded::parse(request.query_string().as_bytes());
    match parameters.any(|(name, _)| name == "filter") {
        true => Err(Problem::new(ProblemKind::Forbidden, "descriptions of the service cannot be filtered")),
        false => Ok(()),
    }
}

/// Describe the SCIM service
///
/// Returns what the service can do. Services may do this.
#[utoipa::path(
    get,
    path = "/ServiceProviderConfig",
    tag = "scim",
    security(("bearer" = ["scim"])),
    responses((
        status = 200, description = "What the service can do", body = ScimServiceProviderConfig,
        content_type = "application/scim+json",
    )),
)]
pub async fn read_scim_config(
    caller: Caller<Provisioning>,
    request: HttpRequest,
    base: Data<PublicUrl>,
    limit: Data<BodyLimit>,
) -> Result<ScimReply, Problem> {
    caller.require(Right::ProvisionPeople)?;
    refuse_filter(&request)?;
    let yes = || ScimSupport { supported: true };
    let config = ScimServiceProviderConfig {
        schemas: [CONFIG],
        patch: yes(),
        bulk: ScimBulkSupport {
            supported: true,
            max_operations: bulk::MAX_OPERATIONS,
            max_payload_size: limit.0,
        },
        filter: ScimFilterSupport { supported: true, max_results: list::MAX_COUNT },
        change_password: ScimSupport { supported: false },
        sort: yes(),
        etag: yes(),
        authentication_schemes: vec![ScimAuthenticationScheme {
            kind: "oauthbearertoken",
            name: "Bearer token",
            description: "A token made by `groundwork scim-token create`, or a JWT of a service with the scope `scim`",
            primary: true,
        }],
        meta: ScimDiscoveryMeta {
            resource_type: "ServiceProviderConfig",
            location: format!("{}{ROOT}/ServiceProviderConfig", base.0),
        },
    };
    Ok(ScimReply(Reply::ok(&config)?))
}

/// List the types of SCIM resources
///
/// Returns the one type of resource: users. Services may do this.
#[utoipa::path(
    get,
    path = "/ResourceTypes",
    tag = "scim",
    security(("bearer" = ["scim"])),
    responses((
        status = 200, description = "The types of resources", body = ScimResourceTypeList,
        content_type = "application/scim+json",
    )),
)]
pub async fn list_scim_resource_types(
    caller: Caller<Provisioning>,
    request: HttpRequest,
    base: Data<PublicUrl>,
) -> Result<ScimReply, Problem> {
    caller.require(Right::ProvisionPeople)?;
    refuse_filter(&request)?;
    let resources = vec![user_type(&base.0)];
    let count = resources.len();
    let list = ScimResourceTypeList {
        schemas: [LIST],
        total_results: count,
        start_index: 1,
        items_per_page: count,
        resources,
    };
    Ok(ScimReply(Reply::ok(&list)?))
}

/// Read a type of SCIM resource
///
/// Returns one type of resource by its name. Services may do this.
#[utoipa::path(
    get,
    path = "/ResourceTypes/{resource_type}",
    tag = "scim",
    params(("resource_type" = String, Path, max_length = 100, example = "User")),
    security(("bearer" = ["scim"])),
    responses((
        status = 200, description = "The type of resource", body = ScimResourceType,
        content_type = "application/scim+json",
    )),
)]
pub async fn read_scim_resource_type(
    caller: Caller<Provisioning>,
    name: Path<String>,
    base: Data<PublicUrl>,
) -> Result<ScimReply, Problem> {
    caller.require(Right::ProvisionPeople)?;
    match name.0.as_str() {
        "User" => Ok(ScimReply(Reply::ok(&user_type(&base.0))?)),
        _ => Err(Problem::not_found("type of resource")),
    }
}

/// List the SCIM schemas
///
/// Returns the schemas of users, with the attributes that the service keeps. Services may do this.
#[utoipa::path(
    get,
    path = "/Schemas",
    tag = "scim",
    security(("bearer" = ["scim"])),
    responses((
        status = 200, description = "The schemas", body = ScimSchemaList, content_type = "application/scim+json",
    )),
)]
pub async fn list_scim_schemas(
    caller: Caller<Provisioning>,
    request: HttpRequest,
    base: Data<PublicUrl>,
) -> Result<ScimReply, Problem> {
    caller.require(Right::ProvisionPeople)?;
    refuse_filter(&request)?;
    let resources = vec![user_schema(&base.0), enterprise_schema(&base.0)];
    let count = resources.len();
    let list = ScimSchemaList {
        schemas: [LIST],
        total_results: count,
        start_index: 1,
        items_per_page: count,
        resources,
    };
    Ok(ScimReply(Reply::ok(&list)?))
}

/// Read a SCIM schema
///
/// Returns one schema by its URN. Services may do this.
#[utoipa::path(
    get,
    path = "/Schemas/{schema}",
    tag = "scim",
    params((
        "schema" = String, Path, max_length = 200, example = "urn:ietf:params:scim:schemas:core:2.0:User",
    )),
    security(("bearer" = ["scim"])),
    responses((
        status = 200, description = "The schema", body = ScimSchema, content_type = "application/scim+json",
    )),
)]
pub async fn read_scim_schema(
    caller: Caller<Provisioning>,
    urn: Path<String>,
    base: Data<PublicUrl>,
) -> Result<ScimReply, Problem> {
    caller.require(Right::ProvisionPeople)?;
    let schema = [user_schema(&base.0), enterprise_schema(&base.0)];
    let schema = schema.into_iter().find(|schema| schema.id.eq_ignore_ascii_case(&urn.0));
    Ok(ScimReply(Reply::ok(&schema.ok_or_else(|| Problem::not_found("schema"))?)?))
}

/// List SCIM groups
///
/// Returns an empty list: the service has no groups. Some identity providers ask for them nevertheless, and stop if the
/// path does not exist. Services may do this.
#[utoipa::path(
    get,
    path = "/Groups",
    tag = "scim",
    security(("bearer" = ["scim"])),
    responses((
        status = 200, description = "An empty list", body = ScimUserList, content_type = "application/scim+json",
    )),
)]
pub async fn list_scim_groups(caller: Caller<Provisioning>) -> Result<ScimReply, Problem> {
    caller.require(Right::ProvisionPeople)?;
    let none = ScimUserList {
        schemas: [LIST],
        total_results: 0,
        start_index: 1,
        items_per_page: 0,
        resources: Vec::new(),
    };
    Ok(ScimReply(Reply::ok(&none)?))
}
