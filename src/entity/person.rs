//! A person of the directory.

use sea_orm::entity::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;

use crate::ids::{PersonId, TenantId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "people")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub id: PersonId,
    pub external_id: String,
    pub user_name: String,
    pub display_name: String,
    pub email: Option<String>,
    pub manager_id: Option<PersonId>,
    /// The manager's `external_id`, as last imported. If that person is not known yet, `manager_id` is set when the
    /// person is imported.
    pub manager_external_id: Option<String>,
    pub department: Option<String>,
    pub title: Option<String>,
    pub time_zone: String,
    pub active: bool,
    pub created_at: DateTimeUtc,
    pub updated_at: DateTimeUtc,
    pub version: i64,
    /// Since when the person has no manager; none if there is one or never was one. Derived.
    pub manager_gone_at: Option<DateTimeUtc>,
    /// Since when the person is inactive. Derived.
    pub deactivated_at: Option<DateTimeUtc>,
    /// `external_id` as it is compared with tokens (`names::key`); none in a row of a release without such columns.
    pub external_id_key: Option<String>,
    /// `user_name` as it is compared. Unique among active people.
    pub user_name_key: Option<String>,
    pub email_key: Option<String>,
    /// Whether another active person had the same `user_name_key` when it was introduced: it then links no one.
    pub user_name_collides: bool,
    /// For who was there before identities were linked: the only user name that links, until the first link.
    pub link_name: Option<String>,
    pub link_email: Option<String>,
    /// Who wrote the person's attributes last.
    pub source: PersonSource,
    pub given_name: Option<String>,
    pub family_name: Option<String>,
    /// A language tag, as the identity provider writes it.
    pub locale: Option<String>,
    pub employee_number: Option<String>,
    /// Whether `external_id` was given. If not, it is the employee number, or else the id.
    pub external_id_given: bool,
    /// Since when SCIM no longer shows the person. Derived: none while the person is active.
    pub deleted_at: Option<DateTimeUtc>,
    /// Since when the person is erased: the row is a pseudonym that others refer to.
    pub erased_at: Option<DateTimeUtc>,
}

/// Who writes people.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumIter, DeriveActiveEnum, Serialize, ToSchema)]
#[sea_orm(rs_type = "String", db_type = "Text", rename_all = "snake_case")]
#[serde(rename_all = "snake_case")]
pub enum PersonSource {
    /// The import.
    Import,
    /// An identity provider, by SCIM.
    Scim,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
