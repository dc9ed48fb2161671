//! Queries about plans.

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, DbErr, FromQueryResult, IdenStatic, Iterable, Value};

use super::rules;
use crate::{
    auth::{
        Identity,
        permissions::{Role, Roles},
    },
    db::{Conditions, Key, Order, Read},
    entity::{action_item, columns, plan, plan::PlanStatus, revision},
    ids::{ActionItemId, CycleId, PersonId, PlanId},
    record::Change,
    requests::Locking,
};

/// A plan with all that decides who reads what of it.
#[derive(Debug, FromQueryResult)]
pub struct PlanRow {
    /// With title, days and answers as the caller may read them: the owner's are those of the working copy, everyone
    /// else's those of the latest revision.
    #[sea_orm(nested)]
    pub plan: plan::Model,
    pub manager_id: Option<PersonId>,
    /// The sections that the caller was invited to read.
    pub reviewer_sections: Option<String>,
    pub progress_percent: i64,
}

impl PlanRow {
    pub fn roles(&self, caller: &Identity) -> Roles {
        roles(caller, self.plan.owner_id, self.manager_id, self.reviewer_sections.as_deref())
    }
}

/// What a new action item is checked against, of a plan that the caller may know of.
#[derive(Debug, FromQueryResult)]
pub struct PlanForNewItem {
    pub owner_id: PersonId,
    pub status: PlanStatus,
    pub shared_at: Option<DateTime<Utc>>,
    pub version: i64,
    /// As the caller may read them; empty unless asked for.
    pub answers: String,
    pub manager_id: Option<PersonId>,
    pub reviewer_sections: Option<String>,
    /// How many action items the plan has.
    pub items: i64,
    /// How many of them have the id asked for: one or none.
    pub supported: i64,
    pub caller_zone: Option<String>,
}

/// What the caller is to a plan.
pub fn roles(
    caller: &Identity,
    owner: PersonId,
    manager: Option<PersonId>,
    reviewer_sections: Option<&str>,
) -> Roles {
    caller
        .roles()
        .with(Role::Owner, caller.is(owner))
        .with(Role::Manager, manager.is_some_and(|manager| caller.is(manager)))
        .with(Role::Reviewer, reviewer_sections.is_some())
}

/// What a plan is joined with to tell who the caller, `$2`, is to it.
const RELATIONS: &str = "join people o on o.tenant_id = p.tenant_id and o.id = p.owner_id \
     left join feedback_requests f on f.tenant_id = p.tenant_id and f.plan_id = p.id and f.reviewer_id = $2 \
         and f.origin = 'invitation'";

/// What a plan is joined with to tell what others than its owner read of it. Where nothing has changed since it was
/// shared, the working copy is just that, and the revision is not looked at: no row has no number.
const SHARED: &str = "left join revisions r on r.tenant_id = p.tenant_id and r.plan_id = p.id \
     and r.number = case when p.has_unshared_changes and p.owner_id <> $2 then p.latest_revision end";

/// A text of a plan as the caller reads it.
fn seen(column: &str) -> String {
    format!(
        "case when p.owner_id = $2 or not p.has_unshared_changes then p.{column} else coalesce(r.{column}, '') end \
         as {column}"
    )
}

/// Plans as the caller, `$2`, reads them; `$1` is the tenant.
fn select(relations: &str, joins: &str) -> String {
    let columns: Vec<String> = plan::Column::iter()
        .map(|column| match column {
            plan::Column::Title | plan::Column::Answers => seen(column.as_str()),
            plan::Column::StartsOn => "coalesce(r.starts_on, p.starts_on) as starts_on".to_owned(),
            plan::Column::EndsOn => "coalesce(r.ends_on, p.ends_on) as ends_on".to_owned(),
            _ => format!("p.{}", column.as_str()),
        })
        .collect();
    // A mean to the nearest whole number, without leaving those.
    let progress = "coalesce((select (2 * sum(i.progress_percent) + count(*)) / (2 * count(*)) from action_items i \
         where i.tenant_id = p.tenant_id and i.plan_id = p.id and i.status <> 'cancelled'), 0) as progress_percent";
    let columns = columns.join(", ");
    format!("select {columns}, {relations}, {progress} from plans p {joins} {SHARED} where p.tenant_id = $1")
}

/// Such plans for a caller, `$2`.
fn select_for(caller: &Identity) -> &'static str {
    static FOR_PERSON: LazyLock<String> =
        LazyLock::new(|| select("o.manager_id, f.sections as reviewer_sections", RELATIONS));
    // It is nobody's manager, and invited by nobody.
    static FOR_SERVICE: LazyLock<String> = LazyLock::new(|| {
        select("cast(null as uuid) as manager_id, cast(null as text) as reviewer_sections", "")
    });
    if caller.is_service() { &FOR_SERVICE } else { &FOR_PERSON }
}

/// The ids of the plans that a person, `$2`, may know of: own ones, shared ones of reports, and those
/// that the person was invited to.
pub const KNOWN_TO_PERSON: &str = "select id from plans where tenant_id = $1 and owner_id = $2 \
     union all select q.id from people s join plans q on q.tenant_id = s.tenant_id and q.owner_id = s.id \
         where s.tenant_id = $1 and s.manager_id = $2 and q.shared_at is not null \
     union all select i.plan_id from feedback_requests i join plans q \
         on q.tenant_id = i.tenant_id and q.id = i.plan_id \
         where i.tenant_id = $1 and i.reviewer_id = $2 and i.origin = 'invitation' and q.shared_at is not null";

/// The plan as the caller reads it.
pub(super) async fn find_plan(
    db: &impl Read,
    caller: &Identity,
    id: PlanId,
) -> Result<Option<PlanRow>, DbErr> {
    db.find(&format!("{} and p.id = $3", select_for(caller)), [caller.id_or_nil().into(), id.into()]).await
}

/// The plan, kept from being changed by others until the end of the transaction.
pub(super) async fn lock_plan(txn: &Change, caller: &Identity, id: PlanId) -> Result<Option<PlanRow>, DbErr> {
    lock(txn, select_for(caller), "p.id = $3", vec![caller.id_or_nil().into(), id.into()]).await
}

/// The plan that a row of `table` belongs to, kept from being changed by others until the end of the
/// transaction. Whoever changes such a row does this first.
pub(super) async fn lock_plan_of(
    txn: &Change,
    caller: &Identity,
    table: &'static str,
    id: impl Into<Value>,
) -> Result<Option<PlanRow>, DbErr> {
    let which = format!("p.id = (select x.plan_id from {table} x where x.tenant_id = $1 and x.id = $3)");
    lock(txn, select_for(caller), &which, vec![caller.id_or_nil().into(), id.into()]).await
}

/// First locks, then reads: one statement that has to wait for its lock would find, beside the plan as it is
/// then, the revision and the progress as they were before. `$2` is the caller, and `$3` tells which plan.
async fn lock<T: FromQueryResult>(
    txn: &Change,
    select: &str,
    which: &str,
    values: Vec<Value>,
) -> Result<Option<T>, DbErr> {
    let locked = values.iter().take(2).cloned();
    txn.lock_rows(&format!("select p.id from plans p where p.tenant_id = $1 and {which}"), locked).await?;
    txn.find(&format!("{select} and {which}"), values).await
}

/// Loads what a new action item is checked against, see `PlanForNewItem::find`.
pub(super) async fn find_plan_for_new_item(
    txn: &mut Change,
    caller: &Identity,
    id: PlanId,
    supports: Option<ActionItemId>,
    with_answers: bool,
    locking: Locking,
) -> Result<Option<PlanForNewItem>, DbErr> {
    let (answers, shared) =
        if with_answers { (seen("answers"), SHARED) } else { ("'' as answers".to_owned(), "") };
    let items = "(select count(*) from action_items n where n.tenant_id = p.tenant_id and n.plan_id = p.id";
    let select = format!(
        "select p.owner_id, p.status, p.shared_at, p.version, {answers}, o.manager_id, \
             f.sections as reviewer_sections, \
             {items}) as items, {items} and n.id = $4) as supported, \
             (select c.time_zone from people c where c.tenant_id = p.tenant_id and c.id = $2) as caller_zone \
         from plans p {RELATIONS} {shared} where p.tenant_id = $1"
    );
    let supported = supports.unwrap_or(ActionItemId(uuid::Uuid::nil()));
    let values = vec![caller.id_or_nil().into(), id.into(), supported.into()];
    // The plan's version does not change when the supported item is deleted, or when other items are added: then the
    // plan has to be locked.
    if locking == Locking::Optimistic && supports.is_none() {
        let found: Option<PlanForNewItem> =
            txn.find(&format!("{select} and p.id = $3"), values.clone()).await?;
        let Some(plan) = found else { return Ok(None) };
        if !rules::is_nearly_full(plan.items as usize) {
            let key = plan::ActiveModel { id: Set(id), ..Default::default() };
            txn.expect_version(key, plan.version)?;
            return Ok(Some(plan));
        }
    }
    lock(txn, &select, "p.id = $3", values).await
}

/// All action items of a plan, by creation. There are at most [`rules::MAX_ACTION_ITEMS`].
pub async fn list_action_items(db: &impl Read, plan: PlanId) -> Result<Vec<action_item::Model>, DbErr> {
    let i = columns::<action_item::Entity>("i");
    let sql =
        format!("select {i} from action_items i where i.tenant_id = $1 and i.plan_id = $2 order by i.id");
    db.list(&sql, [plan.into()]).await
}

/// Lets the reminders look at all items of a plan that is now shared; they keep when each is next due.
pub async fn remind_of_action_items(txn: &mut Change, plan: PlanId) -> Result<(), DbErr> {
    let sql = "update action_items set reminder_at = $3 where tenant_id = $1 and plan_id = $2";
    let values = [plan.into(), txn.now().into()];
    txn.execute(sql, values).await.map(drop)
}

/// What a list of plans is narrowed to.
#[derive(Debug, Default)]
pub struct PlanFilter {
    pub status: Option<PlanStatus>,
    pub owner_id: Option<PersonId>,
    pub manager_id: Option<PersonId>,
    pub cycle_id: Option<CycleId>,
    pub updated_since: Option<DateTime<Utc>>,
}

/// Where a page begins: after the plan with this key.
pub type PlanKey = Key<PlanId>;

/// The plans that the caller may know of, one more than `limit` where there are more.
pub async fn list_plans(
    db: &impl Read,
    caller: &Identity,
    filter: &PlanFilter,
    order: Order,
    after: Option<PlanKey>,
    limit: u32,
) -> Result<Vec<PlanRow>, DbErr> {
    let mut sql = Conditions::new(select_for(caller), [caller.id_or_nil().into()]);
    if caller.reads_all() {
        sql.and("(p.shared_at is not null or p.owner_id = $2)");
    } else {
        sql.and(&format!("p.id in ({KNOWN_TO_PERSON})"));
    }
    sql.and_if("p.status = ?", filter.status);
    sql.and_if("p.owner_id = ?", filter.owner_id);
    sql.and_if(
        "p.owner_id in (select s.id from people s where s.tenant_id = $1 and s.manager_id = ?)",
        filter.manager_id,
    );
    sql.and_if("p.cycle_id = ?", filter.cycle_id);
    sql.and_if("p.updated_at >= ?", filter.updated_since);
    sql.page_in(order, after, limit);
    db.list(&sql.sql, sql.values).await
}

/// The revisions of a plan, `$2`.
fn select_revisions() -> String {
    let r = columns::<revision::Entity>("r");
    format!("select {r} from revisions r where r.tenant_id = $1 and r.plan_id = $2")
}

/// The revisions of a plan after number `after`, oldest first, one more than `limit` where there are more.
pub async fn list_revisions(
    db: &impl Read,
    plan: PlanId,
    readable: &RevisionFilter,
    after: Option<i32>,
    limit: u32,
) -> Result<Vec<revision::Model>, DbErr> {
    let mut sql = Conditions::new(&select_revisions(), [plan.into()]);
    let (condition, values) = readable.condition();
    sql.and_all(condition, values);
    sql.and_if("r.number > ?", after);
    sql.page("r.number", limit);
    db.list(&sql.sql, sql.values).await
}

/// A revision of the plan, if the caller reads it.
pub async fn find_revision(
    db: &impl Read,
    plan: PlanId,
    readable: &RevisionFilter,
    number: i32,
) -> Result<Option<revision::Model>, DbErr> {
    let revision = db.row::<revision::Entity>((plan, number)).await?;
    Ok(revision.filter(|revision| readable.admits(revision.number, revision.manager_id)))
}

/// Which revisions of a plan a caller reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RevisionFilter {
    All,
    /// The latest, and earlier ones that were shared with this manager.
    LatestOrSharedWith {
        latest: i32,
        manager: PersonId,
    },
    Only(i32),
}

impl RevisionFilter {
    /// As a condition on a revision `r`, with its parameters.
    pub fn condition(&self) -> (&'static str, Vec<Value>) {
        match *self {
            Self::All => ("true", Vec::new()),
            Self::LatestOrSharedWith { latest, manager } => {
                ("(r.number = ? or r.manager_id = ?)", vec![latest.into(), manager.into()])
            }
            Self::Only(number) => ("r.number = ?", vec![number.into()]),
        }
    }

    /// Whether it admits a revision, which was shared with a manager.
    pub fn admits(&self, revision: i32, shared_with: Option<PersonId>) -> bool {
        match *self {
            Self::All => true,
            Self::LatestOrSharedWith { latest, manager } => {
                revision == latest || shared_with == Some(manager)
            }
            Self::Only(number) => revision == number,
        }
    }
}
