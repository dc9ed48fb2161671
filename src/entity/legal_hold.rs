//! A legal hold: the person's data must not be erased or deleted while it stands. When it is released, the row stays
//! for the ledger, without the reason.

use sea_orm::entity::prelude::*;
use serde::Serialize;

use crate::ids::{PersonId, TenantId};

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel, Serialize)]
#[sea_orm(table_name = "legal_holds")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub tenant_id: TenantId,
    #[sea_orm(primary_key, auto_increment = false)]
    pub person_id: PersonId,
    /// HR admins read it, and the person in the export of their own data.
    pub reason: String,
    pub placed_at: DateTimeUtc,
    pub placed_by: Option<PersonId>,
    pub released_at: Option<DateTimeUtc>,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl Model {
    /// Whether it forbids to erase and delete.
    pub fn stands(&self) -> bool {
        self.released_at.is_none()
    }
}

impl ActiveModelBehavior for ActiveModel {}
