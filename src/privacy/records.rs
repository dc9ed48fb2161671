//! Rows of any table as JSON.

use sea_orm::{
    DbErr, EntityTrait, FromQueryResult, IdenStatic as _, Iterable as _, ModelTrait as _,
    PrimaryKeyToColumn as _, Value,
};
use serde::Serialize;
use serde_json::Map;

use crate::{
    db::{Conditions, Read, json_error},
    entity::{
        action_item, action_item_link, action_template, agreement, audit_detail, audit_head, audit_read,
        audit_record, audit_record_plan, calendar_address, columns, comment, cycle, cycle_count,
        cycle_department, cycle_person, cycle_reference_count, cycle_roster, delivery, delivery_attempt,
        discussion, discussion_note, erasure, event, feedback, feedback_request, idempotency_record,
        identity, legal_hold, person, person_word, plan, plan_progress, plan_reference, progress_update,
        proposal, questionnaire, relation, revision, scim_token, set_aside, tenant, webhook,
    },
};

/// A row, its fields named as its columns.
pub type Record = Map<String, serde_json::Value>;

/// Columns that contain JSON.
const JSON: [&str; 14] = [
    "answers",
    "content",
    "action_items",
    "sections",
    "data",
    "counts",
    "agenda",
    "outcomes",
    "links",
    "languages",
    "definition",
    "reference",
    "mentions",
    "groups",
];

/// `sql` with `$n` in the place of the names of values, and these values; `$1` is the tenant.
pub fn bound(sql: &str, named: &[(&str, Value)]) -> (String, Vec<Value>) {
    let (mut text, mut values) = (sql.to_owned(), Vec::new());
    for (name, value) in named.iter().filter(|(name, _)| sql.contains(name)) {
        values.push(value.clone());
        text = text.replace(name, &format!("${}", values.len() + 1));
    }
    (text, values)
}

/// Calls a function for the entity of a table of tenants.
macro_rules! of_table {
    ($table:expr, $function:ident($($argument:expr),*)) => {
        match $table {
            "action_items" => $function::<action_item::Entity>($($argument),*).await,
            "action_item_links" => $function::<action_item_link::Entity>($($argument),*).await,
            "action_templates" => $function::<action_template::Entity>($($argument),*).await,
            "agreements" => $function::<agreement::Entity>($($argument),*).await,
            "audit_details" => $function::<audit_detail::Entity>($($argument),*).await,
            "audit_heads" => $function::<audit_head::Entity>($($argument),*).await,
            "audit_reads" => $function::<audit_read::Entity>($($argument),*).await,
            "audit_record_plans" => $function::<audit_record_plan::Entity>($($argument),*).await,
            "audit_records" => $function::<audit_record::Entity>($($argument),*).await,
            "calendar_addresses" => $function::<calendar_address::Entity>($($argument),*).await,
            "comments" => $function::<comment::Entity>($($argument),*).await,
            "cycle_counts" => $function::<cycle_count::Entity>($($argument),*).await,
            "cycle_departments" => $function::<cycle_department::Entity>($($argument),*).await,
            "cycle_people" => $function::<cycle_person::Entity>($($argument),*).await,
            "cycle_reference_counts" => $function::<cycle_reference_count::Entity>($($argument),*).await,
            "cycle_rosters" => $function::<cycle_roster::Entity>($($argument),*).await,
            "cycles" => $function::<cycle::Entity>($($argument),*).await,
            "deliveries" => $function::<delivery::Entity>($($argument),*).await,
            "delivery_attempts" => $function::<delivery_attempt::Entity>($($argument),*).await,
            "discussion_notes" => $function::<discussion_note::Entity>($($argument),*).await,
            "discussions" => $function::<discussion::Entity>($($argument),*).await,
            "erasures" => $function::<erasure::Entity>($($argument),*).await,
            "events" => $function::<event::Entity>($($argument),*).await,
            "feedback" => $function::<feedback::Entity>($($argument),*).await,
            "feedback_requests" => $function::<feedback_request::Entity>($($argument),*).await,
            "idempotency_records" => $function::<idempotency_record::Entity>($($argument),*).await,
            "identities" => $function::<identity::Entity>($($argument),*).await,
            "legal_holds" => $function::<legal_hold::Entity>($($argument),*).await,
            "people" => $function::<person::Entity>($($argument),*).await,
            "person_words" => $function::<person_word::Entity>($($argument),*).await,
            "plan_progress" => $function::<plan_progress::Entity>($($argument),*).await,
            "plan_references" => $function::<plan_reference::Entity>($($argument),*).await,
            "plans" => $function::<plan::Entity>($($argument),*).await,
            "progress_updates" => $function::<progress_update::Entity>($($argument),*).await,
            "questionnaires" => $function::<questionnaire::Entity>($($argument),*).await,
            "proposals" => $function::<proposal::Entity>($($argument),*).await,
            "relations" => $function::<relation::Entity>($($argument),*).await,
            "revisions" => $function::<revision::Entity>($($argument),*).await,
            "scim_tokens" => $function::<scim_token::Entity>($($argument),*).await,
            "set_aside" => $function::<set_aside::Entity>($($argument),*).await,
            "webhooks" => $function::<webhook::Entity>($($argument),*).await,
            other => Err(DbErr::Custom(format!("{other} is not a table of tenants"))),
        }
    };
}

/// The rows `t` of a tenant's table that meet a condition, in the order of the key.
pub async fn list(
    db: &impl Read,
    table: &str,
    condition: &str,
    named: &[(&str, Value)],
) -> Result<Vec<Record>, DbErr> {
    of_table!(table, all(db, condition, named))
}

/// Up to `limit` rows of a tenant's table in the order of the key, from the one after `after`, and the key of the last.
pub async fn page(
    db: &impl Read,
    table: &str,
    after: Option<Vec<Value>>,
    limit: usize,
) -> Result<(Vec<Record>, Option<Vec<Value>>), DbErr> {
    if table == "tenants" {
        let row = db.row::<tenant::Entity>(()).await?;
        return Ok((row.iter().map(record).collect::<Result<_, _>>()?, None));
    }
    of_table!(table, some(db, after, limit))
}

async fn all<E>(db: &impl Read, condition: &str, named: &[(&str, Value)]) -> Result<Vec<Record>, DbErr>
where
    E: EntityTrait,
    E::Model: FromQueryResult + Serialize + Send,
{
    let select = format!("{} and {condition} order by {}", select::<E>(), key::<E>());
    let (sql, values) = bound(&select, named);
    let rows: Vec<E::Model> = db.list(&sql, values).await?;
    rows.iter().map(record).collect()
}

async fn some<E>(
    db: &impl Read,
    after: Option<Vec<Value>>,
    limit: usize,
) -> Result<(Vec<Record>, Option<Vec<Value>>), DbErr>
where
    E: EntityTrait,
    E::Model: FromQueryResult + Serialize + Send,
{
    let mut sql = Conditions::new(&select::<E>(), []);
    if let Some(after) = after {
        let places = vec!["?"; after.len()].join(", ");
        sql.and_all(&format!("({}) > ({places})", key::<E>()), after);
    }
    sql.sql.push_str(&format!(" order by {} limit {limit}", key::<E>()));
    let rows: Vec<E::Model> = db.list(&sql.sql, sql.values).await?;
    let last =
        rows.last().map(|row| E::PrimaryKey::iter().map(|column| row.get(column.into_column())).collect());
    Ok((rows.iter().map(record).collect::<Result<_, _>>()?, last))
}

/// Selects the rows `t` of the tenant.
fn select<E: EntityTrait>() -> String {
    format!("select {} from {} t where t.tenant_id = $1", columns::<E>("t"), E::default().table_name())
}

/// The columns of the key of the rows `t`.
fn key<E: EntityTrait>() -> String {
    let columns = E::PrimaryKey::iter().map(|column| format!("t.{}", column.into_column().as_str()));
    columns.collect::<Vec<_>>().join(", ")
}

/// A row as JSON, without the tenant. Columns that contain JSON are parsed.
pub fn record(row: &impl Serialize) -> Result<Record, DbErr> {
    let serde_json::Value::Object(mut fields) = serde_json::to_value(row).map_err(json_error)? else {
        return Err(DbErr::Json("a row is not an object".into()));
    };
    fields.remove("tenant_id");
    for column in JSON {
        if let Some(field) = fields.get_mut(column)
            && let Some(text) = field.as_str()
        {
            *field = serde_json::from_str(text).map_err(json_error)?;
        }
    }
    Ok(fields)
}
