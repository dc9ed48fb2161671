//! An issuer that has been configured. Subjects of different realms are different identities.

use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, Eq, DeriveEntityModel)]
#[sea_orm(table_name = "realms")]
pub struct Model {
    /// `default` for the first issuer, otherwise the issuer itself.
    #[sea_orm(primary_key, auto_increment = false)]
    pub name: String,
    pub issuer: String,
    pub created_at: DateTimeUtc,
}

#[derive(Clone, Copy, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}
