//! Queries about action items and their progress.

use std::{
    collections::{BTreeMap, HashMap},
    sync::LazyLock,
};

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use sea_orm::{DbErr, FromQueryResult, Value};

use crate::{
    auth::{
        Identity,
        permissions::{Role, Roles},
        relations::{self, NO_STANDING, Standing},
    },
    clock,
    db::{Conditions, Locked, Read},
    entity::{
        action_item::{self, ActionItemKind, ActionItemStatus},
        columns,
        plan::PlanStatus,
        progress_update,
    },
    ids::{ActionItemId, PersonId, PlanId, ProgressUpdateId},
    plans::by_reference,
    record::{Change, Event, OfItem},
    requests::{Locking, import::MAX_ROWS},
};

/// An action item with the data that decides what the caller may do with it.
#[derive(Clone, Debug, FromQueryResult)]
pub struct ActionItemRow {
    #[sea_orm(nested)]
    pub item: action_item::Model,
    pub owner_id: PersonId,
    pub plan_status: PlanStatus,
    pub plan_shared_at: Option<DateTime<Utc>>,
    pub manager_id: Option<PersonId>,
    pub responsible_zone: String,
    #[sea_orm(nested)]
    pub standing: Standing,
}

impl ActionItemRow {
    /// The subject of events about the item.
    pub fn subject(&self) -> OfItem {
        OfItem {
            plan_id: self.item.plan_id,
            action_item_id: self.item.id,
            shared: self.plan_shared_at.is_some(),
        }
    }

    /// The caller's roles on this item.
    pub fn roles(&self, caller: &Identity) -> Roles {
        roles(caller, &self.item, self.owner_id, self.manager_id, self.standing)
    }
}

fn roles(
    caller: &Identity,
    item: &action_item::Model,
    owner_id: PersonId,
    manager_id: Option<PersonId>,
    standing: Standing,
) -> Roles {
    let supports = item.kind == ActionItemKind::Support && caller.is(item.responsible_id);
    let roles = caller
        .roles()
        .with(Role::Owner, caller.is(owner_id))
        .with(Role::Manager, manager_id.is_some_and(|manager| caller.is(manager)))
        .with(Role::Author, supports);
    // Matrix managers have no right to items that others have promised.
    standing.add_to(roles, false)
}

/// Selects [`ActionItemRow`]s of no caller; `$1` is the tenant. Append further conditions.
pub fn select() -> &'static str {
    static SELECT: LazyLock<String> = LazyLock::new(|| select_with(NO_STANDING));
    &SELECT
}

/// Selects [`ActionItemRow`]s; `$1` is the tenant, `$2` the caller, `$3` the time. Append conditions from `$4` on.
fn select_for(caller: &Identity) -> &'static str {
    // The owner, the manager and the person who promised the item have their rights without a relation.
    const DECIDED: &str =
        "p.owner_id = $2 or o.manager_id = $2 or i.kind = 'support' and i.responsible_id = $2";
    static FOR_PERSON: LazyLock<String> = LazyLock::new(|| select_with(&relations::standing(DECIDED)));
    if caller.is_service() { select() } else { &FOR_PERSON }
}

fn select_with(standing: &str) -> String {
    format!(
        "select {i}, p.owner_id, p.status as plan_status, p.shared_at as plan_shared_at, o.manager_id, \
         s.time_zone as responsible_zone, {standing} \
         from action_items i \
         join plans p on p.tenant_id = i.tenant_id and p.id = i.plan_id \
         join people o on o.tenant_id = p.tenant_id and o.id = p.owner_id \
         join people s on s.tenant_id = i.tenant_id and s.id = i.responsible_id \
         where i.tenant_id = $1",
        i = columns::<action_item::Entity>("i")
    )
}

/// The item with the roles that relations give to the caller, where [`select`] has read it.
async fn with_standing(
    db: &impl Read,
    caller: &Identity,
    found: Option<ActionItemRow>,
) -> Result<Option<ActionItemRow>, DbErr> {
    let Some(mut row) = found else { return Ok(None) };
    if !row.roles(caller).has(Role::Author) {
        row.standing = relations::find_standing(db, caller, row.owner_id, row.manager_id).await?;
    }
    Ok(Some(row))
}

/// The first values of [`select_for`]: the caller and the time.
fn by(caller: &Identity) -> [Value; 2] {
    [caller.id_or_nil().into(), caller.now.into()]
}

/// Selects the ids of the items visible to a person, `$2`, at `$3`: items of their own plans, items of the shared plans
/// of their direct reports and of those whose plans they read by a relation, and their own support items in shared
/// plans.
///
/// A union instead of one condition with `or`, so that each part can use an index of its own.
fn known_to_person() -> String {
    format!(
        "{KNOWN_WITHOUT_RELATIONS} union all select x.id from ({}) w \
         join plans q on q.tenant_id = $1 and q.owner_id = w.person_id \
         join action_items x on x.tenant_id = q.tenant_id and x.plan_id = q.id where q.shared_at is not null",
        relations::people_read()
    )
}

const KNOWN_WITHOUT_RELATIONS: &str = "select x.id from plans q \
        join action_items x on x.tenant_id = q.tenant_id and x.plan_id = q.id \
         where q.tenant_id = $1 and q.owner_id = $2 \
     union all select x.id from people t join plans q on q.tenant_id = t.tenant_id and q.owner_id = t.id \
         join action_items x on x.tenant_id = q.tenant_id and x.plan_id = q.id \
         where t.tenant_id = $1 and t.manager_id = $2 and q.shared_at is not null \
     union all select x.id from action_items x join plans q on q.tenant_id = x.tenant_id and q.id = x.plan_id \
         where x.tenant_id = $1 and x.responsible_id = $2 and x.kind = 'support' and q.shared_at is not null";

pub async fn find_action_item(
    db: &impl Read,
    caller: &Identity,
    id: ActionItemId,
) -> Result<Option<ActionItemRow>, DbErr> {
    let found = db.find(&format!("{} and i.id = $2", select()), [id.into()]).await?;
    with_standing(db, caller, found).await
}

/// Loads the item, and locks the rows of its plan and the item until the end of the transaction.
///
/// Every change of something that belongs to a plan locks the plan too, so two changes of one plan cannot deadlock.
pub async fn lock_action_item(
    txn: &Change,
    caller: &Identity,
    id: ActionItemId,
) -> Result<Option<ActionItemRow>, DbErr> {
    find_for_update(txn, caller, id, "p, i").await
}

async fn find_for_update(
    txn: &Change,
    caller: &Identity,
    id: ActionItemId,
    rows: &str,
) -> Result<Option<ActionItemRow>, DbErr> {
    let sql = format!("{} and i.id = $2", select());
    let found = txn.find_for_update(&sql, [id.into()], rows).await?;
    with_standing(txn, caller, found).await
}

/// Loads the item for a progress update, locking its row only, not the plan's: nothing else of the plan depends on
/// progress. Lock order: take no further lock after this.
pub async fn find_item_for_progress(
    txn: &Change,
    caller: &Identity,
    id: ActionItemId,
    locking: Locking,
) -> Result<Option<ActionItemRow>, DbErr> {
    match locking {
        Locking::Optimistic => find_action_item(txn, caller, id).await,
        Locking::Locked => find_for_update(txn, caller, id, "i").await,
    }
}

/// Loads the items that exist among `ids`.
pub async fn list_among(
    db: &impl Read,
    caller: &Identity,
    ids: &[ActionItemId],
) -> Result<Vec<ActionItemRow>, DbErr> {
    let mut sql = Conditions::new(select_for(caller), by(caller));
    sql.and_one_of("i.id", ids.iter().copied());
    db.list(&sql.sql, sql.values).await
}

/// Loads and locks the items that exist among `ids`. Requires: [`lock_plans_of`] was called.
pub async fn lock_among(
    txn: &Change,
    caller: &Identity,
    ids: &[ActionItemId],
) -> Result<Vec<ActionItemRow>, DbErr> {
    let mut sql = Conditions::new(select_for(caller), by(caller));
    sql.and_one_of("i.id", ids.iter().copied());
    txn.list_for_update(&sql.sql, sql.values, "i", Locked::Wait).await
}

/// A link by which another system names the action items of one person.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, FromQueryResult)]
pub struct LinkName {
    pub owner_external_id: String,
    pub external_id: String,
}

/// The items with these links, without regard to who may see them; one more than [`MAX_ROWS`] if there are more. From
/// the people over their plans to the links, each by an index.
pub async fn list_linked(
    db: &impl Read,
    names: &[&LinkName],
) -> Result<Vec<(LinkName, ActionItemId)>, DbErr> {
    #[derive(FromQueryResult)]
    struct Linked {
        #[sea_orm(nested)]
        name: LinkName,
        id: ActionItemId,
    }
    let select = "select o.external_id as owner_external_id, l.external_id, l.action_item_id as id \
         from people o join plans p on p.tenant_id = $1 and p.owner_id = o.id \
         join action_item_links l on l.tenant_id = $1 and l.plan_id = p.id where o.tenant_id = $1";
    let mut sql = Conditions::new(select, []);
    sql.and_one_of("o.external_id", names.iter().map(|name| name.owner_external_id.as_str()));
    sql.and_one_of("l.external_id", names.iter().map(|name| name.external_id.as_str()));
    // The pairs, as one text each: SQLite compares no list of pairs.
    let pairs = names.iter().map(|name| format!("{}\n{}", name.owner_external_id, name.external_id));
    sql.and_one_of("(o.external_id || '\n' || l.external_id)", pairs);
    sql.sql.push_str(&format!(" order by l.action_item_id limit {}", MAX_ROWS + 1));
    let found: Vec<Linked> = db.list(&sql.sql, sql.values).await?;
    Ok(found.into_iter().map(|Linked { name, id }| (name, id)).collect())
}

/// Locks the rows of these items' plans until the end of the transaction. The rows are locked in order of id, so two
/// transactions that lock several plans cannot deadlock.
pub async fn lock_plans_of(txn: &Change, items: &[ActionItemId]) -> Result<(), DbErr> {
    let mut sql = Conditions::new(
        "select p.id from plans p where p.tenant_id = $1 \
         and p.id in (select i.plan_id from action_items i where i.tenant_id = $1",
        [],
    );
    sql.and_one_of("i.id", items.iter().copied());
    sql.sql.push_str(") order by p.id");
    txn.lock_rows(&sql.sql, sql.values).await
}

/// Maximum items of a handover that are read.
const MAX_LEFT_BEHIND: u32 = 100;

/// Selects the open support items of the live shared plans of a person, `$4`, whose responsible person is inactive or
/// can no longer read the plan.
fn left_behind(caller: &Identity, person: PersonId) -> Conditions {
    let [caller, now] = by(caller);
    let mut sql = Conditions::new(select(), [caller, now, person.into()]);
    sql.and(
        "p.owner_id = $4 and p.status in ('shared', 'agreed') and i.kind = 'support' \
         and i.status not in ('done', 'cancelled') and i.responsible_id <> p.owner_id",
    );
    sql.and(&format!("(not s.active or not {})", relations::responsible_reads()));
    sql
}

/// The first items that are left behind by people who can no longer read the plans of a person.
pub async fn list_left_behind(
    db: &impl Read,
    caller: &Identity,
    person: PersonId,
) -> Result<Vec<ActionItemRow>, DbErr> {
    let mut sql = left_behind(caller, person);
    sql.sql.push_str(&format!(" order by i.id limit {MAX_LEFT_BEHIND}"));
    db.list(&sql.sql, sql.values).await
}

/// Those of these items that are left behind, locked after their plans.
pub async fn lock_left_behind(
    txn: &Change,
    caller: &Identity,
    person: PersonId,
    ids: &[ActionItemId],
) -> Result<Vec<ActionItemRow>, DbErr> {
    lock_plans_of(txn, ids).await?;
    let mut sql = left_behind(caller, person);
    sql.and_one_of("i.id", ids.iter().copied());
    txn.list_for_update(&sql.sql, sql.values, "i", Locked::Wait).await
}

/// The ids of all items of a plan.
pub async fn list_ids_of_plan(db: &impl Read, plan: PlanId) -> Result<Vec<ActionItemId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: ActionItemId,
    }
    let sql = "select i.id from action_items i where i.tenant_id = $1 and i.plan_id = $2";
    Ok(db.list::<Row>(sql, [plan.into()]).await?.into_iter().map(|row| row.id).collect())
}

/// The items of a plan, each with the item that it supports. At most [`crate::plans::rules::MAX_ACTION_ITEMS`].
pub async fn list_supports_of_plan(
    db: &impl Read,
    plan: PlanId,
) -> Result<HashMap<ActionItemId, Option<ActionItemId>>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: ActionItemId,
        supports_action_item_id: Option<ActionItemId>,
    }
    let sql = "select i.id, i.supports_action_item_id from action_items i \
         where i.tenant_id = $1 and i.plan_id = $2";
    let rows = db.list::<Row>(sql, [plan.into()]).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.supports_action_item_id)).collect())
}

/// The latest progress update of an item.
pub async fn find_latest_progress(
    db: &impl Read,
    item: ActionItemId,
) -> Result<Option<progress_update::Model>, DbErr> {
    let u = columns::<progress_update::Entity>("u");
    let sql = format!(
        "select {u} from progress_updates u where u.tenant_id = $1 and u.action_item_id = $2 \
         order by u.id desc limit 1"
    );
    db.find(&sql, [item.into()]).await
}

/// Filters for a list of action items.
#[derive(Debug, Default)]
pub struct ActionItemFilter {
    pub plan_id: Option<PlanId>,
    pub status: Option<ActionItemStatus>,
    pub kind: Option<ActionItemKind>,
    pub responsible_id: Option<PersonId>,
    pub owner_id: Option<PersonId>,
    pub manager_id: Option<PersonId>,
    pub due_before: Option<NaiveDate>,
    /// The `uri` of a reference.
    pub reference: Option<String>,
    pub updated_since: Option<DateTime<Utc>>,
    pub overdue: Option<bool>,
}

/// Sort orders for a list of action items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionItemOrder {
    Created,
    CreatedDescending,
    /// By due day. Omits items without one.
    Due,
}

/// An item of a list, and the owner and the status of its plan.
#[derive(Debug, FromQueryResult)]
pub struct ListedItem {
    #[sea_orm(nested)]
    pub item: action_item::Model,
    pub owner_id: PersonId,
    /// The owner's manager, who may be inactive.
    pub manager_id: Option<PersonId>,
    pub plan_status: PlanStatus,
    #[sea_orm(nested)]
    pub standing: Standing,
}

impl ListedItem {
    /// The caller's roles on this item.
    pub fn roles(&self, caller: &Identity) -> Roles {
        roles(caller, &self.item, self.owner_id, self.manager_id, self.standing)
    }
}

/// The key of the last item of the previous page. It has a due day only with [`ActionItemOrder::Due`].
pub type ActionItemKey = (Option<NaiveDate>, ActionItemId);

/// A page of the action items visible to the caller. Returns one row more than `limit` if there is a next page.
pub async fn list_action_items(
    db: &impl Read,
    caller: &Identity,
    filter: &ActionItemFilter,
    order: ActionItemOrder,
    after: Option<ActionItemKey>,
    limit: u32,
    now: DateTime<Utc>,
) -> Result<Vec<ListedItem>, DbErr> {
    // SQLite's planner ignores the limit when it orders the joins: for a list of all items it would start from the
    // plans and read all of them for each page. A left join makes it start from the items, in the order of the list.
    // Each item has a plan and an owner, so both joins return the same rows.
    let lists_all = caller.reads_all() && filter.owner_id.is_none() && filter.manager_id.is_none();
    let join = if lists_all { "left join" } else { "join" };
    let standing = match caller.reads_all() {
        true => relations::NO_STANDING.to_owned(),
        false => relations::standing("o.manager_id = $2 or p.owner_id = $2"),
    };
    let select = format!(
        "select {i}, p.owner_id, o.manager_id, p.status as plan_status, {standing} from action_items i \
         {join} plans p on p.tenant_id = i.tenant_id and p.id = i.plan_id \
         {join} people o on o.tenant_id = p.tenant_id and o.id = p.owner_id \
         where i.tenant_id = $1",
        i = columns::<action_item::Entity>("i")
    );
    let mut sql = Conditions::new(&select, by(caller));
    if caller.reads_all() {
        sql.and("(p.shared_at is not null or p.owner_id = $2)");
    } else {
        sql.and(&format!("i.id in ({})", known_to_person()));
    }
    sql.and_if("i.plan_id = ?", filter.plan_id);
    sql.and_if("i.status = ?", filter.status);
    sql.and_if("i.kind = ?", filter.kind);
    sql.and_if("i.responsible_id = ?", filter.responsible_id);
    sql.and_if("p.owner_id = ?", filter.owner_id);
    sql.and_if("o.manager_id = ?", filter.manager_id);
    let refers = by_reference::in_area_of_item(caller.reads_all());
    sql.and_if(&refers, filter.reference.as_deref());
    sql.and_if("i.due_on < ?", filter.due_before);
    sql.and_if("i.updated_at >= ?", filter.updated_since);
    match filter.overdue {
        // Conditions that null does not fail, which leave the left join one.
        Some(true) => sql.and_all(
            "i.status not in ('done', 'cancelled') and i.overdue_from <= ? \
             and (p.status in ('completed', 'archived')) is not true",
            [now.into()],
        ),
        Some(false) => sql.and_all(
            "(i.status in ('done', 'cancelled') or i.overdue_from is null or i.overdue_from > ? \
             or (p.status in ('completed', 'archived')) is true)",
            [now.into()],
        ),
        None => {}
    }
    match (order, after) {
        (ActionItemOrder::Due, None) => sql.and("i.due_on is not null"),
        (ActionItemOrder::Due, Some((due_on, id))) => {
            sql.and_all("(i.due_on, i.id) > (?, ?)", [due_on.into(), id.into()]);
        }
        (ActionItemOrder::Created, Some((_, id))) => sql.and_all("i.id > ?", [id.into()]),
        (ActionItemOrder::CreatedDescending, Some((_, id))) => sql.and_all("i.id < ?", [id.into()]),
        (_, None) => {}
    }
    let keys = match order {
        ActionItemOrder::Created => "i.id",
        ActionItemOrder::CreatedDescending => "i.id desc",
        ActionItemOrder::Due => "i.due_on, i.id",
    };
    sql.page(keys, limit);
    if filter.updated_since.is_some() {
        sql.plan_each_time();
    }
    db.list(&sql.sql, sql.values).await
}

/// A page of the progress updates of an item after `after`, oldest first; `with_drafts` includes those recorded while
/// the plan was a draft. Returns one row more than `limit` if there is a next page.
pub async fn list_progress(
    db: &impl Read,
    item: ActionItemId,
    with_drafts: bool,
    after: Option<ProgressUpdateId>,
    limit: u32,
) -> Result<Vec<progress_update::Model>, DbErr> {
    let u = columns::<progress_update::Entity>("u");
    let select =
        format!("select {u} from progress_updates u where u.tenant_id = $1 and u.action_item_id = $2");
    let mut sql = Conditions::new(&select, [item.into()]);
    if !with_drafts {
        sql.and("not u.while_draft");
    }
    sql.and_if("u.id > ?", after);
    sql.page("u.id", limit);
    db.list(&sql.sql, sql.values).await
}

/// The note of the last progress update of each of these items that has updates.
pub async fn list_last_notes(
    db: &impl Read,
    items: &[ActionItemId],
) -> Result<HashMap<ActionItemId, Option<String>>, DbErr> {
    #[derive(FromQueryResult)]
    struct LastNote {
        id: ActionItemId,
        note: Option<String>,
    }
    let select = "select i.id, (select u.note from progress_updates u \
             where u.tenant_id = $1 and u.action_item_id = i.id order by u.id desc limit 1) as note \
         from action_items i where i.tenant_id = $1";
    let mut sql = Conditions::new(select, []);
    sql.and_one_of("i.id", items.iter().copied());
    let rows: Vec<LastNote> = db.list(&sql.sql, sql.values).await?;
    Ok(rows.into_iter().map(|row| (row.id, row.note)).collect())
}

/// One update of an item's history; `with_drafts` as in [`list_progress`].
pub async fn find_progress(
    db: &impl Read,
    item: ActionItemId,
    with_drafts: bool,
    id: ProgressUpdateId,
) -> Result<Option<progress_update::Model>, DbErr> {
    let u = columns::<progress_update::Entity>("u");
    let select = format!(
        "select {u} from progress_updates u where u.tenant_id = $1 and u.action_item_id = $2 and u.id = $3"
    );
    let mut sql = Conditions::new(&select, [item.into(), id.into()]);
    if !with_drafts {
        sql.and("not u.while_draft");
    }
    db.find(&sql.sql, sql.values).await
}

/// Clears the reference of all items that support the item `subject`, which is about to be deleted.
pub async fn release_supporters(txn: &mut Change, subject: OfItem) -> Result<(), DbErr> {
    let i = columns::<action_item::Entity>("i");
    let sql =
        format!("select {i} from action_items i where i.tenant_id = $1 and i.supports_action_item_id = $2");
    let supporters: Vec<action_item::Model> =
        txn.list_for_update(&sql, [subject.action_item_id.into()], "i", Locked::Wait).await?;
    for supporter in supporters {
        let event = Event::ActionItemUpdated(OfItem { action_item_id: supporter.id, ..subject });
        let released = action_item::Model { supports_action_item_id: None, ..supporter.clone() };
        txn.revise(supporter, released, event)?;
    }
    // Writes are held back until the commit. These must be sent first: the supporters' foreign key refers to the item.
    txn.flush().await
}

/// Recomputes when due days end for people whose time zone has changed, and schedules a reminder check of their items.
///
/// Items are updated in groups with the same due day and the same new end, one statement per group.
pub async fn move_due_days(txn: &mut Change, moved: &[(PersonId, Tz)]) -> Result<(), DbErr> {
    #[derive(FromQueryResult)]
    struct DueDay {
        responsible_id: PersonId,
        due_on: NaiveDate,
        overdue_from: Option<DateTime<Utc>>,
    }
    if moved.is_empty() {
        return Ok(());
    }
    let mut sql = Conditions::new(
        "select distinct i.responsible_id, i.due_on, i.overdue_from from action_items i \
         where i.tenant_id = $1 and i.due_on is not null",
        [],
    );
    sql.and_one_of("i.responsible_id", moved.iter().map(|(person, _)| *person));
    let zones: HashMap<PersonId, Tz> = moved.iter().copied().collect();
    let mut moves: BTreeMap<(NaiveDate, DateTime<Utc>), Vec<PersonId>> = BTreeMap::new();
    for day in txn.list::<DueDay>(&sql.sql, sql.values).await? {
        let zone = zones.get(&day.responsible_id).copied().unwrap_or(Tz::UTC);
        let end = clock::end_of_day(day.due_on, zone);
        if day.overdue_from != Some(end) {
            moves.entry((day.due_on, end)).or_default().push(day.responsible_id);
        }
    }
    for ((due_on, end), people) in moves {
        let mut sql = Conditions::new(
            "update action_items set overdue_from = $3, reminder_at = $4 where tenant_id = $1 and due_on = $2",
            [due_on.into(), end.into(), txn.now().into()],
        );
        sql.and_one_of("responsible_id", people);
        txn.execute(&sql.sql, sql.values).await?;
    }
    Ok(())
}
