//! The HTTP operations on people, and on the caller's own data.

use actix_web::web::Data;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    directory::beginnings,
    error::PeopleError,
    identities::{self, IdentityLink},
    store::{self, PersonFilter, PersonKey, PersonRow},
};
use crate::{
    auth::{
        Caller,
        permissions::Right,
        relations,
        scope::{AnyScope, PeopleRead},
    },
    db::{Order, Read},
    entity::person::{self, PersonSource},
    http::{Named, Page, Paged, Path, PersonRef, Problem, Query, Reply, page, tag},
    ids::PersonId,
    state::State,
};

/// Maximum managers in the response about a delegate.
const MAX_DELEGATE_OF: u32 = 100;

/// A person of the directory.
#[derive(Debug, Serialize, ToSchema)]
pub struct Person {
    pub id: PersonId,
    /// The person's id in the HR system.
    #[schema(max_length = 200, example = "E1042")]
    pub external_id: String,
    /// The name by which access tokens identify the person.
    #[schema(max_length = 320, example = "ana@example.com")]
    pub user_name: String,
    #[schema(max_length = 200, example = "Ana Ruiz")]
    pub display_name: String,
    #[schema(required, max_length = 320)]
    pub email: Option<String>,
    /// Null if the person has no manager, or the manager is not in the directory yet.
    #[schema(required)]
    pub manager_id: Option<PersonId>,
    #[schema(required)]
    pub manager: Option<Named>,
    /// The manager's `external_id`, as last imported.
    #[schema(required, max_length = 200)]
    pub manager_external_id: Option<String>,
    #[schema(required, max_length = 200)]
    pub department: Option<String>,
    #[schema(required, max_length = 200)]
    pub title: Option<String>,
    /// The person's time zone, as a name of the IANA time zone database. Due days end at midnight in this zone.
    #[schema(max_length = 64, example = "Europe/Madrid")]
    pub time_zone: String,
    /// Inactive people cannot call the API.
    pub active: bool,
    /// Who wrote the person's attributes last.
    pub source: PersonSource,
    /// When the person was erased: names and texts are gone for good, and what others refer to is a pseudonym. Null
    /// unless that has happened.
    #[schema(required)]
    pub erased_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    /// Version number; increases with each change of the person.
    #[schema(minimum = 1)]
    pub version: i64,
}

/// The caller, as identified by the token.
#[derive(Debug, Serialize, ToSchema)]
pub struct Me {
    /// The tenant named in the token.
    #[schema(example = "acme")]
    pub tenant: String,
    /// Null for a service.
    #[schema(required)]
    pub person: Option<Person>,
    /// Null if there is no manager, or the manager is inactive.
    #[schema(required)]
    pub manager: Option<PersonRef>,
    /// The roles granted by the token.
    pub roles: Vec<TokenRole>,
    /// The scopes in the token. A service needs the scope of each operation. A person's token needs none; if it has any
    /// scopes of Groundwork, it is limited to those.
    #[schema(example = json!(["plans:read"]))]
    pub scopes: Vec<String>,
    /// Whether this is a service token, whose rights come only from its scopes.
    pub service: bool,
    /// Every identity that was linked to the person, in the order of linking. Empty for a service.
    #[schema(max_items = 1000)]
    pub identity_links: Vec<IdentityLink>,
    /// The managers whose delegate the caller is now.
    #[schema(max_items = 100)]
    pub delegate_of: Vec<Named>,
}

/// A role granted by a token.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TokenRole {
    /// Manages people, and reads everything that is shared in the tenant.
    HrAdmin,
}

/// Filters and order for a list of people.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ListPeople {
    /// True: only active people. False: only inactive people.
    active: Option<bool>,
    #[param(max_length = 200)]
    department: Option<String>,
    /// Only this manager's direct reports.
    #[param(inline)]
    manager_id: Option<PersonId>,
    #[param(max_length = 200)]
    external_id: Option<String>,
    #[param(max_length = 320)]
    user_name: Option<String>,
    /// Only people with words of the name that begin so: one or several, in any order and case. One word needs two
    /// letters or digits.
    #[param(min_length = 2, max_length = 200, example = "ruiz")]
    search: Option<String>,
    /// Only people changed at or after this time.
    updated_since: Option<DateTime<Utc>>,
    /// Sort order; a leading minus means descending.
    #[param(inline)]
    #[serde(default)]
    sort: PersonSort,
}

/// Sort orders for a list of people.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize, ToSchema)]
pub enum PersonSort {
    #[default]
    #[serde(rename = "created_at")]
    CreatedAt,
    #[serde(rename = "-created_at")]
    CreatedAtDescending,
    #[serde(rename = "updated_at")]
    UpdatedAt,
    #[serde(rename = "-updated_at")]
    UpdatedAtDescending,
}

impl PersonSort {
    fn order(self) -> Order {
        Order {
            by_update: matches!(self, Self::UpdatedAt | Self::UpdatedAtDescending),
            descending: matches!(self, Self::CreatedAtDescending | Self::UpdatedAtDescending),
        }
    }
}

impl Person {
    /// The response with a person.
    pub fn reply(person: person::Model) -> Result<Reply, Problem> {
        let tag = tag(person.version, "");
        Ok(Reply::ok(&Self::from(person))?.with_etag(tag))
    }
}

impl From<person::Model> for Person {
    fn from(person: person::Model) -> Self {
        let person::Model {
            tenant_id: _,
            id,
            external_id,
            user_name,
            display_name,
            email,
            manager_id,
            manager_external_id,
            department,
            title,
            time_zone,
            active,
            created_at,
            updated_at,
            version,
            manager_gone_at: _,
            deactivated_at: _,
            external_id_key: _,
            user_name_key: _,
            email_key: _,
            user_name_collides: _,
            link_name: _,
            link_email: _,
            source,
            given_name: _,
            family_name: _,
            locale: _,
            employee_number: _,
            external_id_given: _,
            deleted_at: _,
            erased_at,
        } = person;
        Self {
            id,
            external_id,
            user_name,
            display_name,
            email,
            manager_id,
            manager: manager_id.map(Named::Later),
            manager_external_id,
            department,
            title,
            time_zone,
            active,
            source,
            erased_at,
            created_at,
            updated_at,
            version,
        }
    }
}

impl PersonRow {
    fn manager(&self) -> Option<PersonRef> {
        let display_name = self.manager_display_name.clone()?;
        Some(PersonRef { id: self.person.manager_id?, display_name, title: self.manager_title.clone() })
    }
}

/// Read the caller
///
/// Returns the caller's tenant, person, roles and scopes, as read from the token. Any caller may read it.
#[utoipa::path(
    get,
    path = "/me",
    tag = "people",
    security(("bearer" = [])),
    responses((status = 200, description = "The caller", body = Me)),
)]
pub async fn read_me(caller: Caller<AnyScope>, state: Data<State>) -> Result<Reply, Problem> {
    let row = match caller.person {
        Some(id) => store::find_person_and_manager(&state.db.reader(caller.tenant), id).await?,
        None => None,
    };
    let identity_links = match caller.person {
        Some(id) => identities::list_links(&state.db.reader(caller.tenant), id).await?,
        None => Vec::new(),
    };
    let delegate_of = match caller.person {
        Some(id) => {
            relations::list_managers(&state.db.reader(caller.tenant), id, caller.now, MAX_DELEGATE_OF).await?
        }
        None => Vec::new(),
    };
    Reply::ok(&Me {
        tenant: caller.tenant_name().to_owned(),
        manager: row.as_ref().and_then(PersonRow::manager),
        person: row.map(|row| row.person.into()),
        roles: caller.is_hr_admin().then_some(TokenRole::HrAdmin).into_iter().collect(),
        scopes: caller.scopes().to_vec(),
        service: caller.is_service(),
        identity_links,
        delegate_of: delegate_of.into_iter().map(Named::Later).collect(),
    })
}

/// List people
///
/// Returns the people of the tenant. HR admins and services may do this.
#[utoipa::path(
    get,
    path = "/people",
    tag = "people",
    params(Paged<ListPeople>),
    security(("bearer" = ["people:read"])),
    responses((status = 200, description = "A page of people", body = Page<Person>)),
)]
pub async fn list_people(
    caller: Caller<PeopleRead>,
    query: Query<Paged<ListPeople>>,
    state: Data<State>,
) -> Result<Page<Person>, Problem> {
    caller.require(Right::ManagePeople)?;
    let Paged { list: query, paging } = query.0;
    let order = query.sort.order();
    let after = page::decode_if(&caller, paging.cursor.as_deref(), |(at, _): &PersonKey| {
        at.is_some() == order.by_update
    })?;
    let limit = paging.limit();
    let filter = PersonFilter {
        active: query.active,
        department: query.department,
        manager_id: query.manager_id,
        external_id: query.external_id,
        user_name: query.user_name,
        updated_since: query.updated_since,
        beginnings: query.search.as_deref().map(beginnings).transpose()?.unwrap_or_default(),
    };
    let db = state.db.list_reader(caller.tenant).await?;
    let rows = store::list_people(&db, filter, order, after, limit).await?;
    let key = |row: &person::Model| -> PersonKey { (order.by_update.then_some(row.updated_at), row.id) };
    Page::of(&caller, rows, limit, key, |row| Ok(row.into()))
}

/// Read a person
///
/// Returns one person of the directory. HR admins and services may do this.
#[utoipa::path(
    get,
    path = "/people/{person_id}",
    tag = "people",
    security(("bearer" = ["people:read"])),
    responses((status = 200, description = "The person", body = Person)),
)]
pub async fn read_person(
    caller: Caller<PeopleRead>,
    person_id: Path<PersonId>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::ManagePeople)?;
    let db = state.db.reader(caller.tenant);
    let person = db.row::<person::Entity>(person_id.0).await?.ok_or(PeopleError::NotFound)?;
    Person::reply(person)
}
