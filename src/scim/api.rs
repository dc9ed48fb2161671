//! The operations on users.

use actix_web::{
    http::StatusCode,
    web::{self, Data},
};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::{IntoParams, ToSchema};

use super::{
    list::{ScimQuery, ScimSearch},
    resource::{ScimName, ScimUser, ScimUserList, location_of, tag_of},
    store,
    write::{self, Expected, not_found},
};
use crate::{
    auth::{Caller, Identity, permissions::Right, scope::Provisioning},
    entity::person,
    http::{
        Path, Precondition, Problem, ProblemKind, PublicUrl, Reply,
        scim::{ScimBody, ScimReply},
    },
    ids::PersonId,
    state::State,
};

/// A user to create or to replace. Attributes that are not listed here are ignored; a `password` is never stored.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WriteScimUser {
    /// The schemas of the core and of the enterprise extension.
    #[schema(max_items = 10, required = false)]
    schemas: Vec<String>,
    /// The identity provider's id of the person. It becomes the `external_id` of `/v1/people`; without it, the
    /// `employeeNumber` does.
    #[schema(nullable = false, max_length = 200)]
    external_id: Option<String>,
    /// Compared without case. One active person has it.
    #[schema(max_length = 320)]
    user_name: String,
    #[schema(nullable = false)]
    name: Option<ScimName>,
    /// If missing, it is made of the parts of `name`, or of `userName`.
    #[schema(nullable = false, max_length = 200)]
    display_name: Option<String>,
    /// One address is kept: the primary one, else that at work, else the first. One of the type `home` is not kept.
    #[schema(max_items = 20, required = false)]
    emails: Vec<WriteScimEmail>,
    #[schema(nullable = false, max_length = 200)]
    title: Option<String>,
    #[schema(nullable = false, max_length = 64)]
    locale: Option<String>,
    /// A name of the IANA time zone database; `UTC` unless given.
    #[schema(nullable = false, max_length = 64)]
    timezone: Option<String>,
    /// True unless given.
    #[schema(nullable = false)]
    active: Option<bool>,
    #[serde(rename = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User")]
    #[schema(nullable = false)]
    enterprise: Option<WriteScimEnterprise>,
}

/// An e-mail address to write.
#[derive(Serialize, ToSchema)]
pub struct WriteScimEmail {
    #[schema(max_length = 320)]
    value: String,
    #[serde(rename = "type")]
    #[schema(nullable = false, max_length = 20)]
    kind: Option<String>,
    #[schema(nullable = false)]
    primary: Option<bool>,
}

/// The enterprise extension of a user to write.
#[derive(Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct WriteScimEnterprise {
    #[schema(nullable = false, max_length = 200)]
    employee_number: Option<String>,
    #[schema(nullable = false, max_length = 200)]
    department: Option<String>,
    #[schema(nullable = false)]
    manager: Option<WriteScimManager>,
}

/// The manager of a user to write. A bare text in its place counts as the value.
#[derive(Serialize, ToSchema)]
pub struct WriteScimManager {
    /// The manager's `id` or `externalId`. The manager need not be there yet: the person gets the manager once a person
    /// with this `externalId` is.
    #[schema(max_length = 200)]
    value: String,
}

/// Changes of a user, which are made together or not at all.
#[derive(Serialize, ToSchema)]
pub struct ScimPatch {
    /// `urn:ietf:params:scim:api:messages:2.0:PatchOp`.
    #[schema(max_items = 10, required = false)]
    schemas: Vec<String>,
    #[serde(rename = "Operations")]
    #[schema(max_items = 100)]
    operations: Vec<ScimPatchOperation>,
}

/// One change of a user.
#[derive(Serialize, ToSchema)]
pub struct ScimPatchOperation {
    /// `add`, `replace` or `remove`, in any case.
    #[schema(max_length = 20, example = "replace")]
    op: String,
    /// The attribute, as `title`, `name.familyName` or `emails[type eq "work"].value`. Without it, the value is an
    /// object with attributes.
    #[schema(nullable = false, max_length = 4000, example = "active")]
    path: Option<String>,
    /// The new value; `remove` needs none.
    #[schema(required = false, example = json!(false))]
    value: Value,
}

/// Which attributes of a user are shown.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
#[expect(dead_code, reason = "describes parameters that ScimQuery reads")]
pub struct ShownAttributes {
    /// Show only these attributes, separated by commas, besides `id` and `schemas`.
    #[param(max_length = 2000, example = "userName,active")]
    attributes: Option<String>,
    /// Leave these attributes out, separated by commas.
    #[param(max_length = 2000)]
    excluded_attributes: Option<String>,
}

/// The response with a user.
fn reply(person: person::Model, query: &ScimQuery, base: &str) -> Result<Reply, Problem> {
    let tag = tag_of(&person);
    let shown = query.projection()?.show(&ScimUser::of(person, base))?;
    Ok(Reply::ok(&shown)?.with_etag(tag))
}

/// List users
///
/// Returns the people of the directory as SCIM users, a page at a time. Services may do this. `userName`, `externalId`,
/// `id` and `emails` are looked up by an index; other filters read the users of the tenant. People who were deleted are
/// left out.
#[utoipa::path(
    get,
    path = "/Users",
    tag = "scim",
    params(ScimQuery),
    security(("bearer" = ["scim"])),
    responses((
        status = 200, description = "A page of users", body = ScimUserList, content_type = "application/scim+json",
    )),
)]
pub async fn list_scim_users(
    caller: Caller<Provisioning>,
    query: ScimQuery,
    base: Data<PublicUrl>,
    state: Data<State>,
) -> Result<ScimReply, Problem> {
    caller.require(Right::ProvisionPeople)?;
    let page = query.page(&state.db.reader(caller.tenant), &base.0).await?;
    Ok(ScimReply(Reply::ok(&page)?))
}

/// Search users
///
/// Returns a page of users as GET does, with the query in the body. Services may do this.
#[utoipa::path(
    post,
    path = "/Users/.search",
    tag = "scim",
    security(("bearer" = ["scim"])),
    request_body(content = ScimSearch, content_type = "application/scim+json"),
    responses((
        status = 200, description = "A page of users", body = ScimUserList, content_type = "application/scim+json",
    )),
)]
pub async fn search_scim_users(
    caller: Caller<Provisioning>,
    body: ScimBody,
    base: Data<PublicUrl>,
    state: Data<State>,
) -> Result<ScimReply, Problem> {
    search(&caller, &body, &base, &state).await
}

/// Search all SCIM resources
///
/// Returns a page of users: the service has no other resources. Services may do this.
#[utoipa::path(
    post,
    path = "/.search",
    tag = "scim",
    security(("bearer" = ["scim"])),
    request_body(content = ScimSearch, content_type = "application/scim+json"),
    responses((
        status = 200, description = "A page of users", body = ScimUserList, content_type = "application/scim+json",
    )),
)]
pub async fn search_scim_resources(
    caller: Caller<Provisioning>,
    body: ScimBody,
    base: Data<PublicUrl>,
    state: Data<State>,
) -> Result<ScimReply, Problem> {
    search(&caller, &body, &base, &state).await
}

async fn search(
    caller: &Identity,
    body: &ScimBody,
    base: &PublicUrl,
    state: &State,
) -> Result<ScimReply, Problem> {
    caller.require(Right::ProvisionPeople)?;
    let query = ScimQuery::of_body(&body.read()?)?;
    let page = query.page(&state.db.reader(caller.tenant), &base.0).await?;
    Ok(ScimReply(Reply::ok(&page)?))
}

/// Read a user
///
/// Returns one person as a SCIM user. Services may do this.
#[utoipa::path(
    get,
    path = "/Users/{person_id}",
    tag = "scim",
    params(ShownAttributes),
    security(("bearer" = ["scim"])),
    responses((
        status = 200, description = "The user", body = ScimUser, content_type = "application/scim+json",
        headers(("ETag", description = "The version of the user")),
    )),
)]
pub async fn read_scim_user(
    caller: Caller<Provisioning>,
    id: Path<PersonId>,
    query: ScimQuery,
    base: Data<PublicUrl>,
    state: Data<State>,
) -> Result<ScimReply, Problem> {
    caller.require(Right::ProvisionPeople)?;
    let person = store::find_user(&state.db.reader(caller.tenant), id.0).await?.ok_or_else(not_found)?;
    reply(person, &query, &base.0).map(ScimReply)
}

/// Create a user
///
/// Adds a person to the directory. Services may do this. If a person has the `externalId`, or an active person has
/// the `userName`, the response is 409 with `uniqueness`: find that user by a filter and change it. After a DELETE,
/// the same person is given back, with the attributes of the body. The rules are those of the import; a manager who
/// is not there yet is set when that person arrives.
#[utoipa::path(
    post,
    path = "/Users",
    tag = "scim",
    params(ShownAttributes),
    security(("bearer" = ["scim"])),
    request_body(content = WriteScimUser, content_type = "application/scim+json"),
    responses((
        status = 201, description = "The new user", body = ScimUser, content_type = "application/scim+json",
        headers(
            ("ETag", description = "The version of the user"),
            ("Location", description = "The path of the user"),
        ),
    )),
)]
pub async fn create_scim_user(
    caller: Caller<Provisioning>,
    query: ScimQuery,
    body: ScimBody,
    base: Data<PublicUrl>,
    state: Data<State>,
) -> Result<ScimReply, Problem> {
    caller.require(Right::ProvisionPeople)?;
    let person = write::create(&state, &caller, &body.read()?).await?;
    let location = location_of("", person.id);
    let reply = reply(person, &query, &base.0)?;
    Ok(ScimReply(Reply { status: StatusCode::CREATED, location: Some(location), ..reply }))
}

/// Replace a user
///
/// Replaces the attributes of a person. Services may do this. Attributes that are left out are cleared, except
/// `externalId`, `active` and `timezone`, and except the enterprise extension if the body has nothing of it. A
/// person who came by the import is written by SCIM from then on.
#[utoipa::path(
    put,
    path = "/Users/{person_id}",
    tag = "scim",
    params(ShownAttributes),
    security(("bearer" = ["scim"])),
    request_body(content = WriteScimUser, content_type = "application/scim+json"),
    responses((
        status = 200, description = "The user", body = ScimUser, content_type = "application/scim+json",
        headers(("ETag", description = "The version of the user")),
    )),
)]
pub async fn replace_scim_user(
    caller: Caller<Provisioning>,
    id: Path<PersonId>,
    precondition: Precondition,
    query: ScimQuery,
    body: ScimBody,
    base: Data<PublicUrl>,
    state: Data<State>,
) -> Result<ScimReply, Problem> {
    caller.require(Right::ProvisionPeople)?;
    let expected = Expected::Header(&precondition);
    let person = write::replace(&state, &caller, id.0, expected, &body.read()?).await?;
    reply(person, &query, &base.0).map(ScimReply)
}

/// Change a user
///
/// Changes attributes of a person, by the operations of RFC 7644, section 3.5.2. Services may do this. Names of
/// operations are read in any case, and texts such as `"False"` as booleans, as identity providers send them.
#[utoipa::path(
    patch,
    path = "/Users/{person_id}",
    tag = "scim",
    params(ShownAttributes),
    security(("bearer" = ["scim"])),
    request_body(content = ScimPatch, content_type = "application/scim+json"),
    responses((
        status = 200, description = "The user", body = ScimUser, content_type = "application/scim+json",
        headers(("ETag", description = "The version of the user")),
    )),
)]
pub async fn patch_scim_user(
    caller: Caller<Provisioning>,
    id: Path<PersonId>,
    precondition: Precondition,
    query: ScimQuery,
    body: ScimBody,
    base: Data<PublicUrl>,
    state: Data<State>,
) -> Result<ScimReply, Problem> {
    caller.require(Right::ProvisionPeople)?;
    let expected = Expected::Header(&precondition);
    let person = write::patch(&state, &caller, id.0, expected, &body.read()?).await?;
    reply(person, &query, &base.0).map(ScimReply)
}

/// Delete a user
///
/// Makes a person inactive and hides them from SCIM. Services may do this. Plans and everything else of the person
/// stay, and creating a user with the same `externalId` gives the same person back.
#[utoipa::path(
    delete,
    path = "/Users/{person_id}",
    tag = "scim",
    security(("bearer" = ["scim"])),
    responses((status = 204, description = "The person is inactive")),
)]
pub async fn delete_scim_user(
    caller: Caller<Provisioning>,
    id: Path<PersonId>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<ScimReply, Problem> {
    caller.require(Right::ProvisionPeople)?;
    write::delete(&state, &caller, id.0, Expected::Header(&precondition)).await?;
    Ok(ScimReply(Reply::no_content()))
}

/// `/Me` would be the user that the caller is, and callers are services.
async fn refuse_me(caller: Caller<Provisioning>) -> Result<ScimReply, Problem> {
    caller.require(Right::ProvisionPeople)?;
    let detail = "/Me is not implemented; find a user by a filter on /Users";
    Err(Problem::new(ProblemKind::NotImplemented, detail))
}

/// What is mounted without being an operation of the document.
pub fn mount(config: &mut web::ServiceConfig) {
    config.route("/Me", web::route().to(refuse_me));
}
