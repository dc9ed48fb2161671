//! One file a table, no behaviour. A test reads every one of them from a freshly migrated database.

pub mod action_item;
pub mod delivery;
pub mod delivery_attempt;
pub mod event;
pub mod feedback;
pub mod feedback_request;
pub mod idempotency_record;
pub mod person;
pub mod plan;
pub mod progress_update;
pub mod revision;
pub mod tenant;
pub mod webhook;

use sea_orm::{ActiveModelTrait, EntityTrait, IdenStatic, Iterable};

use crate::ids::TenantId;

/// All columns of a table, by name: what `*` stands for would change under a running process when a newer release adds
/// one.
pub fn columns<E: EntityTrait>(alias: &str) -> String {
    let columns: Vec<String> =
        E::Column::iter().map(|column| format!("{alias}.{}", column.as_str())).collect();
    columns.join(", ")
}

/// A row that belongs to a tenant: the database handle stamps it, nobody has to remember to.
pub trait TenantOwned: ActiveModelTrait {
    fn tenant_column() -> <Self::Entity as EntityTrait>::Column;

    fn stamp(&mut self, tenant: TenantId) {
        self.set(Self::tenant_column(), tenant.into());
    }
}

macro_rules! tenant_owned {
    ($($table:ident)*) => {$(
        impl TenantOwned for $table::ActiveModel {
            fn tenant_column() -> $table::Column {
                $table::Column::TenantId
            }
        }
    )*};
}

tenant_owned!(
    action_item delivery delivery_attempt event feedback feedback_request idempotency_record person plan
    progress_update revision webhook
);
