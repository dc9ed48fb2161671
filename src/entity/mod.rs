//! The SeaORM entities, one file per table, without behaviour. A test compares them with a freshly migrated database.

pub mod action_item;
pub mod action_item_link;
pub mod action_template;
pub mod agreement;
pub mod audit_detail;
pub mod audit_head;
pub mod audit_read;
pub mod audit_record;
pub mod audit_record_plan;
pub mod calendar_address;
pub mod comment;
pub mod cycle;
pub mod cycle_count;
pub mod cycle_department;
pub mod cycle_person;
pub mod cycle_reference_count;
pub mod cycle_roster;
pub mod deleted_tenant;
pub mod delivery;
pub mod delivery_attempt;
pub mod discussion;
pub mod discussion_note;
pub mod erasure;
pub mod event;
pub mod feedback;
pub mod feedback_request;
pub mod idempotency_record;
pub mod identity;
pub mod installation_key;
pub mod legal_hold;
pub mod person;
pub mod person_word;
pub mod plan;
pub mod plan_progress;
pub mod plan_reference;
pub mod progress_update;
pub mod proposal;
pub mod questionnaire;
pub mod realm;
pub mod relation;
pub mod revision;
pub mod scim_token;
pub mod set_aside;
pub mod tenant;
pub mod webhook;

use chrono::{DateTime, Utc};
use sea_orm::{ActiveModelTrait, EntityName, EntityTrait, IdenStatic, IntoActiveModel, Iterable, Select};

use crate::ids::{
    CycleId, DeliveryId, FeedbackRequestId, LinkId, PersonId, PlanId, ScimTokenId, TenantId, WebhookId,
};

/// The columns of a table for a SELECT list. Not `*`, whose columns would change while the process runs when a newer
/// release adds one.
pub fn columns<E: EntityTrait>(alias: &str) -> String {
    let columns: Vec<String> =
        E::Column::iter().map(|column| format!("{alias}.{}", column.as_str())).collect();
    columns.join(", ")
}

/// A row of a tenant. The transaction sets the tenant when it writes the row.
pub trait TenantOwned: ActiveModelTrait {
    fn tenant_column() -> <Self::Entity as EntityTrait>::Column;

    fn stamp(&mut self, tenant: TenantId) {
        self.set(Self::tenant_column(), tenant.into());
    }
}

/// A table whose rows belong to tenants, looked up by key within one tenant.
pub trait TenantTable: EntityTrait {
    /// The primary key without the tenant.
    type Key: Send;

    fn by_key(tenant: TenantId, key: Self::Key) -> Select<Self>;
}

/// A row with `version`, which each change raises by one, and `updated_at`.
pub trait Versioned: IntoActiveModel<Self::Row> + Clone + Send {
    type Row: TenantOwned;

    fn version(&self) -> i64;

    fn mark(&mut self, version: i64, at: DateTime<Utc>);
}

macro_rules! tenant_owned {
    ($($table:ident)*) => {
        $(impl TenantOwned for $table::ActiveModel {
            fn tenant_column() -> $table::Column {
                $table::Column::TenantId
            }
        })*

        /// Whether a table has rows of tenants.
        pub fn is_tenant_table(name: &str) -> bool {
            [tenant::Entity.table_name(), $($table::Entity.table_name()),*].contains(&name)
        }
    };
}

macro_rules! found_by_key {
    ($($table:ident($id:ty))* ; $($wide:ident($first:ty, $second:ty))*) => {
        $(impl TenantTable for $table::Entity {
            type Key = $id;

            fn by_key(tenant: TenantId, id: Self::Key) -> Select<Self> {
                Self::find_by_id((tenant, id))
            }
        })*
        $(impl TenantTable for $wide::Entity {
            type Key = ($first, $second);

            fn by_key(tenant: TenantId, (first, second): Self::Key) -> Select<Self> {
                Self::find_by_id((tenant, first, second))
            }
        })*
    };
}

tenant_owned! {
    action_item action_item_link action_template agreement audit_detail audit_head audit_read audit_record
    audit_record_plan calendar_address comment cycle cycle_count cycle_department cycle_person
    cycle_reference_count cycle_roster delivery delivery_attempt discussion discussion_note erasure event
    feedback feedback_request idempotency_record identity legal_hold person person_word plan plan_progress
    plan_reference progress_update questionnaire proposal relation revision scim_token set_aside webhook
}

impl TenantOwned for tenant::ActiveModel {
    fn tenant_column() -> tenant::Column {
        tenant::Column::Id
    }
}

impl TenantTable for tenant::Entity {
    /// A tenant sees its own row only.
    type Key = ();

    fn by_key(tenant: TenantId, (): Self::Key) -> Select<Self> {
        Self::find_by_id(tenant)
    }
}

// Not plans and what belongs to them: who gets such a row has passed their `access.rs`.
found_by_key! {
    calendar_address(PersonId)
    cycle(CycleId)
    delivery(DeliveryId)
    feedback_request(FeedbackRequestId)
    identity(LinkId)
    legal_hold(PersonId)
    person(PersonId)
    questionnaire(i32)
    scim_token(ScimTokenId)
    webhook(WebhookId)
    ;
    // Keys of two columns: caller and key; plan and number.
    idempotency_record(String, String)
    revision(PlanId, i32)
}

macro_rules! versioned {
    ($($table:ident)*) => {$(
        impl Versioned for $table::Model {
            type Row = $table::ActiveModel;

            fn version(&self) -> i64 {
                self.version
            }

            fn mark(&mut self, version: i64, at: DateTime<Utc>) {
                self.version = version;
                self.updated_at = at;
            }
        }
    )*};
}

versioned! {
    action_item action_template cycle discussion discussion_note feedback feedback_request person plan proposal webhook
}
