//! Queries about plans.

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use sea_orm::{ActiveValue::Set, DbErr, FromQueryResult, IdenStatic, Iterable, QueryResult, Value};
use uuid::Uuid;

use super::{agreements, by_reference, readable::RevisionFilter, rules};
use crate::{
    auth::{
        Identity,
        permissions::{Role, Roles},
        relations::{self, Standing},
    },
    db::{Columns, Conditions, Key, Order, Read},
    entity::{action_item, columns, cycle, plan, plan::PlanStatus, revision},
    ids::{ActionItemId, CycleId, PersonId, PlanId},
    questionnaires::Section,
    record::Change,
    requests::Locking,
};

/// A plan with the data that decides what the caller may read.
#[derive(Debug)]
pub struct PlanRow {
    /// Title, dates and answers are the working copy's for the owner, and the latest revision's for other readers.
    pub plan: plan::Model,
    /// The owner's manager, if there is one and that person is active. For services only of plans that were agreed
    /// without one.
    pub manager_id: Option<PersonId>,
    /// Since when there is no active manager; none if there is one, or the owner never had one. Not read for services.
    pub manager_gone_at: Option<DateTime<Utc>>,
    /// The sections that the caller was invited to review, as a JSON array; None if the caller was not invited.
    pub reviewer_sections: Option<String>,
    pub standing: Standing,
    pub progress_percent: i64,
    /// When the next planned discussion starts that the caller may see.
    pub next_discussion_at: Option<DateTime<Utc>>,
    /// None if the plan is being created in this request.
    pub owner_name: Option<String>,
    pub owner_title: Option<String>,
}

/// Reads the columns of [`select`].
impl FromQueryResult for PlanRow {
    fn from_query_result(row: &QueryResult, _: &str) -> Result<Self, DbErr> {
        let mut columns = Columns::of(row);
        let plan = plan::Model {
            tenant_id: columns.read("tenant_id")?,
            id: columns.read("id")?,
            owner_id: columns.read("owner_id")?,
            title: columns.read("title")?,
            cycle_id: columns.read("cycle_id")?,
            starts_on: columns.read("starts_on")?,
            ends_on: columns.read("ends_on")?,
            status: columns.read("status")?,
            answers: columns.read("answers")?,
            latest_revision: columns.read("latest_revision")?,
            has_unshared_changes: columns.read("has_unshared_changes")?,
            earlier_revisions_visible: columns.read("earlier_revisions_visible")?,
            shared_at: columns.read("shared_at")?,
            owner_agreed_at: columns.read("owner_agreed_at")?,
            manager_agreed_at: columns.read("manager_agreed_at")?,
            reflection: columns.read("reflection")?,
            created_at: columns.read("created_at")?,
            updated_at: columns.read("updated_at")?,
            version: columns.read("version")?,
            reminder_at: columns.read("reminder_at")?,
            stale_since: columns.read("stale_since")?,
            closed_up_to: columns.read("closed_up_to")?,
            set_aside_up_to: columns.read("set_aside_up_to")?,
            shared_version: columns.read("shared_version")?,
            shared_updated_at: columns.read("shared_updated_at")?,
            reviewed_version: columns.read("reviewed_version")?,
            reviewed_updated_at: columns.read("reviewed_updated_at")?,
            earlier_revisions_visible_from: columns.read("earlier_revisions_visible_from")?,
            agreed_without_manager: columns.read("agreed_without_manager")?,
            questionnaire_version: columns.read("questionnaire_version")?,
            completed_at: columns.read("completed_at")?,
            previous_plan_id: columns.read("previous_plan_id")?,
            outcome: columns.read("outcome")?,
            ended_on: columns.read("ended_on")?,
            answers_complete: columns.read("answers_complete")?,
            cycle_changed: columns.read("cycle_changed")?,
        };
        Ok(Self {
            plan,
            manager_id: columns.read("manager_id")?,
            manager_gone_at: columns.read("manager_gone_at")?,
            reviewer_sections: columns.read("reviewer_sections")?,
            standing: Standing {
                acting_since: columns.read("acting_since")?,
                other_relations: columns.read("other_relations")?,
            },
            progress_percent: columns.read("progress_percent")?,
            next_discussion_at: columns.read("next_discussion_at")?,
            owner_name: columns.read("owner_name")?,
            owner_title: columns.read("owner_title")?,
        })
    }
}

impl PlanRow {
    pub fn roles(&self, caller: &Identity) -> Roles {
        roles(caller, self.plan.owner_id, self.manager_id, self.reviewer_sections.as_deref(), self.standing)
    }

    /// When that last changed which a caller with these roles sees. Must agree with [`seen_at`].
    pub fn seen_at(&self, roles: &Roles) -> DateTime<Utc> {
        rules::seen(&self.plan, roles).1
    }
}

/// The data of a plan that a new action item is checked against.
#[derive(Debug, FromQueryResult)]
pub struct PlanForNewItem {
    pub owner_id: PersonId,
    pub status: PlanStatus,
    pub shared_at: Option<DateTime<Utc>>,
    pub version: i64,
    /// The answers that the caller may read; empty if they were not requested.
    pub answers: String,
    pub manager_id: Option<PersonId>,
    pub reviewer_sections: Option<String>,
    /// Number of action items of the plan.
    pub items: i64,
    /// 1 if the action item to support belongs to the plan, otherwise 0.
    pub supported: i64,
    /// The caller's time zone; None for a service.
    pub caller_zone: Option<String>,
}

/// The caller's roles on a plan.
pub fn roles(
    caller: &Identity,
    owner: PersonId,
    manager: Option<PersonId>,
    reviewer_sections: Option<&str>,
    standing: Standing,
) -> Roles {
    let asked_about_planning =
        reviewer_sections.is_some_and(|sections| rules::sections(sections).contains(&Section::Planning));
    let roles = caller
        .roles()
        .with(Role::Owner, caller.is(owner))
        .with(Role::Manager, manager.is_some_and(|manager| caller.is(manager)))
        .with(Role::Reviewer, reviewer_sections.is_some());
    standing.add_to(roles, asked_about_planning)
}

/// Joins a plan's owner `o`.
const OWNER: &str = "join people o on o.tenant_id = $1 and o.id = p.owner_id";

/// Joins the owner's manager `m`, who may be inactive.
const MANAGER: &str = "left join people m on m.tenant_id = o.tenant_id and m.id = o.manager_id";

/// The owner's manager, if that person is active.
const ACTIVE_MANAGER: &str = "case when m.active then m.id end as manager_id";

/// Since when the owner has no active manager; null if there is one, or never was one.
const MANAGER_GONE_AT: &str = "case when m.active then null when m.id is null then o.manager_gone_at \
     else coalesce(m.deactivated_at, m.updated_at) end as manager_gone_at";

/// The owner and the manager have their rights without a relation.
const DECIDED: &str = "p.owner_id = $2 or o.manager_id = $2";

/// Joins the invitation `f` of the caller, `$2`.
const INVITATION: &str = "left join feedback_requests f on f.tenant_id = p.tenant_id and f.plan_id = p.id \
     and f.reviewer_id = $2 and f.origin = 'invitation'";

/// When that last changed which a person, `$2`, sees of the plan: the working copy, the whole revision or some of its
/// sections. Must agree with [`rules::seen`].
fn seen_at() -> String {
    format!(
        "case when p.owner_id = $2 then p.updated_at when o.manager_id = $2 then p.shared_updated_at \
         when p.owner_id in ({}) then p.shared_updated_at else p.reviewed_updated_at end",
        relations::people_read()
    )
}

/// Joins the latest revision `r`, if the caller, `$2`, must read that instead of the working copy.
///
/// For the owner, and for a plan without unshared changes, the CASE yields NULL, so the join matches no revision. It
/// stands for the plan's id, not for the number: PostgreSQL would otherwise look up the revisions of the plan whose id
/// it knows already, and compare their numbers afterwards.
const LATEST_REVISION: &str = "left join revisions r on r.tenant_id = p.tenant_id \
     and r.plan_id = case when p.has_unshared_changes and p.owner_id <> $2 then p.id end \
     and r.number = p.latest_revision";

/// A text column of a plan as the caller, `$2`, may read it. If the revision row is missing, it yields an empty text,
/// never the unshared working copy.
fn readable_text(column: &str) -> String {
    format!(
        "case when p.owner_id = $2 or not p.has_unshared_changes then p.{column} else coalesce(r.{column}, '') end \
         as {column}"
    )
}

/// When the next planned discussion of a plan starts that the caller, `$2`, may see: one about a revision that was
/// withdrawn is its owner's alone.
const NEXT_DISCUSSION_AT: &str = "(select min(d.starts_at) from discussions d where d.tenant_id = $1 \
     and d.plan_id = p.id and d.status = 'planned' and d.starts_at > $3 \
     and d.revision > case when p.owner_id = $2 then p.set_aside_up_to else p.closed_up_to end) \
     as next_discussion_at";

/// The plan that a plan renews, as the caller, `$2`, may know of it: one that was never shared is its owner's alone.
const PREVIOUS_PLAN: &str = "case when p.owner_id = $2 or exists (select 1 from plans q where q.tenant_id = $1 \
     and q.id = p.previous_plan_id and q.latest_revision > 0) then p.previous_plan_id end as previous_plan_id";

/// Selects plans as the caller may read them. `$1` is the tenant, `$2` the caller, `$3` the time; append conditions
/// from `$4` on.
fn select(relations: &str, joins: &str) -> String {
    let columns: Vec<String> = plan::Column::iter()
        .map(|column| match column {
            plan::Column::Title | plan::Column::Answers => readable_text(column.as_str()),
            plan::Column::StartsOn => "coalesce(r.starts_on, p.starts_on) as starts_on".to_owned(),
            plan::Column::EndsOn => "coalesce(r.ends_on, p.ends_on) as ends_on".to_owned(),
            plan::Column::PreviousPlanId => PREVIOUS_PLAN.to_owned(),
            _ => format!("p.{}", column.as_str()),
        })
        .collect();
    // The mean, rounded to the nearest integer in integer arithmetic: (2 * sum + n) / (2 * n).
    let progress = "cast(coalesce((select (2 * g.percent + g.items) / (2 * g.items) from plan_progress g \
         where g.tenant_id = $1 and g.plan_id = p.id and g.items > 0), 0) as bigint) as progress_percent";
    let columns = columns.join(", ");
    format!(
        "select {columns}, {relations}, {progress}, {NEXT_DISCUSSION_AT}, o.display_name as owner_name, \
             o.title as owner_title from {PLANS} {OWNER} {joins} {LATEST_REVISION} \
         where p.tenant_id = $1"
    )
}

/// Where [`select`] reads plans from.
const PLANS: &str = "plans p";

/// The select of one plan for this kind of caller, without the standing of a person, which [`find_standing`] reads.
fn select_one_for(is_service: bool) -> &'static str {
    static FOR_PERSON: LazyLock<String> = LazyLock::new(|| select_for_person(relations::NO_STANDING));
    if is_service { select_for(true) } else { &FOR_PERSON }
}

fn select_for_person(standing: &str) -> String {
    let relations =
        format!("{ACTIVE_MANAGER}, {MANAGER_GONE_AT}, f.sections as reviewer_sections, {standing}");
    select(&relations, &format!("{MANAGER} {INVITATION}"))
}

/// The select of a list for this kind of caller.
fn select_for(is_service: bool) -> &'static str {
    static FOR_PERSON: LazyLock<String> = LazyLock::new(|| select_for_person(&relations::standing(DECIDED)));
    // A service is neither manager nor reviewer and has no relations, so its query needs no joins for these. Who the
    // manager is decides only whether a plan is still agreed without one.
    static FOR_SERVICE: LazyLock<String> = LazyLock::new(|| {
        let relations = format!(
            "case when p.agreed_without_manager then (select m.id from people m \
                 where m.tenant_id = $1 and m.id = o.manager_id and m.active) end as manager_id, \
             cast(null as timestamptz) as manager_gone_at, cast(null as text) as reviewer_sections, \
             {NO_STANDING}",
            NO_STANDING = relations::NO_STANDING
        );
        select(&relations, "")
    });
    if is_service { &FOR_SERVICE } else { &FOR_PERSON }
}

/// Selects the ids of the plans visible to a person, `$2`, at `$3`: their own plans, shared plans of their direct
/// reports, shared plans they were invited to review, and those that they read by a relation.
///
/// A union instead of one condition with `or`, so that each part can use an index of its own.
fn known_to_person() -> String {
    format!(
        "{KNOWN_WITHOUT_RELATIONS} union all select q.id from ({}) w \
        join plans q on q.tenant_id = $1 and q.owner_id = w.person_id where q.shared_at is not null",
        relations::people_read()
    )
}

const KNOWN_WITHOUT_RELATIONS: &str = "select id from plans where tenant_id = $1 and owner_id = $2 \
     union all select q.id from people s join plans q on q.tenant_id = s.tenant_id and q.owner_id = s.id \
         where s.tenant_id = $1 and s.manager_id = $2 and q.shared_at is not null \
     union all select i.plan_id from feedback_requests i join plans q \
         on q.tenant_id = i.tenant_id and q.id = i.plan_id \
         where i.tenant_id = $1 and i.reviewer_id = $2 and i.origin = 'invitation' and q.shared_at is not null";

/// Loads the plan as the caller may read it. Does not check whether the caller may see it.
pub(super) async fn find_plan(
    db: &impl Read,
    caller: &Identity,
    id: PlanId,
) -> Result<Option<PlanRow>, DbErr> {
    let values = [caller.id_or_nil().into(), caller.now.into(), id.into()];
    let found = db.find(&select_one(caller.is_service()), values).await?;
    with_standing(db, caller, found).await
}

/// The statement of [`find_plan`]: `$1` is the tenant, `$2` the caller, `$3` the time, `$4` the plan.
pub(super) fn select_one(is_service: bool) -> String {
    format!("{} and p.id = $4", select_one_for(is_service))
}

/// The plan with the roles that relations give to the caller.
async fn with_standing(
    db: &impl Read,
    caller: &Identity,
    found: Option<PlanRow>,
) -> Result<Option<PlanRow>, DbErr> {
    let Some(mut row) = found else { return Ok(None) };
    row.standing = relations::find_standing(db, caller, row.plan.owner_id, row.manager_id).await?;
    Ok(Some(row))
}

/// Like [`find_plan`], and locks the plan's row until the end of the transaction.
pub(super) async fn lock_plan(txn: &Change, caller: &Identity, id: PlanId) -> Result<Option<PlanRow>, DbErr> {
    let values = vec![caller.id_or_nil().into(), caller.now.into(), id.into()];
    let found = lock_and_find(txn, select_one_for(caller.is_service()), "p.id = $4", values).await?;
    with_standing(txn, caller, found).await
}

/// Loads the plan that the row `id` of `table` belongs to, and locks the plan's row until the end of the transaction.
/// Call this before the row is changed: the plan is always locked first, so changes of one plan cannot deadlock.
pub(super) async fn lock_plan_of(
    txn: &Change,
    caller: &Identity,
    table: &'static str,
    id: impl Into<Value>,
) -> Result<Option<PlanRow>, DbErr> {
    let which = format!("p.id = (select x.plan_id from {table} x where x.tenant_id = $1 and x.id = $4)");
    let values = vec![caller.id_or_nil().into(), caller.now.into(), id.into()];
    let found = lock_and_find(txn, select_one_for(caller.is_service()), &which, values).await?;
    with_standing(txn, caller, found).await
}

/// Locks the plan's row, then reads it in a second statement. `$2` is the caller, `$3` the time; `which` selects the
/// plan by `$4`.
///
/// Two statements, because of READ COMMITTED: a single statement that waits for the lock rereads only the locked plan.
/// It would combine it with the revision and the progress of its old snapshot.
async fn lock_and_find<T: FromQueryResult>(
    txn: &Change,
    select: &str,
    which: &str,
    values: Vec<Value>,
) -> Result<Option<T>, DbErr> {
    // The locking statement uses the key, not the further values of `select`.
    let locked = values.iter().take(3).cloned();
    txn.lock_rows(&format!("select p.id from plans p where p.tenant_id = $1 and {which}"), locked).await?;
    txn.find(&format!("{select} and {which}"), values).await
}

/// Loads the data that a new action item is checked against; see `PlanForNewItem::find`.
pub(super) async fn find_plan_for_new_item(
    txn: &mut Change,
    caller: &Identity,
    id: PlanId,
    supports: Option<ActionItemId>,
    with_answers: bool,
    locking: Locking,
) -> Result<Option<PlanForNewItem>, DbErr> {
    let (answers, shared) = if with_answers {
        (readable_text("answers"), LATEST_REVISION)
    } else {
        ("'' as answers".to_owned(), "")
    };
    let items = "cast(coalesce((select g.items + g.cancelled from plan_progress g \
         where g.tenant_id = $1 and g.plan_id = p.id), 0) as bigint)";
    let supported = "(select count(*) from action_items n \
         where n.tenant_id = $1 and n.plan_id = p.id and n.id = $5)";
    let select = format!(
        "select p.owner_id, p.status, p.shared_at, p.version, {answers}, {ACTIVE_MANAGER}, \
             f.sections as reviewer_sections, \
             {items} as items, {supported} as supported, \
             (select c.time_zone from people c where c.tenant_id = $1 and c.id = $2) as caller_zone \
         from plans p {OWNER} {MANAGER} {INVITATION} {shared} where p.tenant_id = $1"
    );
    let supported = supports.unwrap_or(ActionItemId(uuid::Uuid::nil()));
    let values = vec![caller.id_or_nil().into(), caller.now.into(), id.into(), supported.into()];
    // The optimistic check compares the plan's version at commit. Adding or deleting action items does not change that
    // version. So lock the plan if the item supports another one, which could be deleted, or if the plan is nearly
    // full, as concurrent additions could exceed the limit.
    if locking == Locking::Optimistic && supports.is_none() {
        let found: Option<PlanForNewItem> =
            txn.find(&format!("{select} and p.id = $4"), values.clone()).await?;
        let Some(plan) = found else { return Ok(None) };
        if !rules::is_nearly_full(plan.items as usize) {
            let key = plan::ActiveModel { id: Set(id), ..Default::default() };
            txn.expect_version(key, plan.version)?;
            return Ok(Some(plan));
        }
    }
    lock_and_find(txn, &select, "p.id = $4", values).await
}

/// Locks the rows of all plans of a person until the end of the transaction, in order of id, as all that lock several.
pub async fn lock_plans_of_owner(txn: &Change, owner: PersonId) -> Result<(), DbErr> {
    let sql = "select p.id from plans p where p.tenant_id = $1 and p.owner_id = $2 order by p.id";
    txn.lock_rows(sql, [owner.into()]).await
}

/// The cycle with this id, locked against changes and deletion until the end of the transaction. Plans may join it at
/// once.
pub async fn lock_cycle_for_share(txn: &Change, id: CycleId) -> Result<Option<cycle::Model>, DbErr> {
    let c = columns::<cycle::Entity>("c");
    let sql = format!("select {c} from cycles c where c.tenant_id = $1 and c.id = $2");
    txn.find_for_share(&sql, [id.into()], "c").await
}

/// All action items of a plan, in order of creation (ids are UUIDv7). At most [`rules::MAX_ACTION_ITEMS`].
pub async fn list_action_items(db: &impl Read, plan: PlanId) -> Result<Vec<action_item::Model>, DbErr> {
    let i = columns::<action_item::Entity>("i");
    let sql =
        format!("select {i} from action_items i where i.tenant_id = $1 and i.plan_id = $2 order by i.id");
    db.list(&sql, [plan.into()]).await
}

/// Shows the items of a draft that is being shared. From now on counts as the time of their last change: who reads what
/// has changed lately finds them, and others do not see when the owner worked on the draft. It also schedules a
/// reminder check of all, which computes each next due time.
pub async fn show_action_items(txn: &mut Change, plan: PlanId) -> Result<(), DbErr> {
    let sql =
        "update action_items set reminder_at = $3, updated_at = $3 where tenant_id = $1 and plan_id = $2";
    let values = [plan.into(), txn.now().into()];
    txn.execute(sql, values).await.map(drop)
}

/// Schedules a reminder check of the plans of people whose time zone has changed: they end at another time.
pub async fn check_ends(txn: &mut Change, moved: impl IntoIterator<Item = PersonId>) -> Result<(), DbErr> {
    let moved: Vec<PersonId> = moved.into_iter().collect();
    if moved.is_empty() {
        return Ok(());
    }
    let update = "update plans set reminder_at = $2 \
         where tenant_id = $1 and status in ('shared', 'agreed')";
    let mut sql = Conditions::new(update, [txn.now().into()]);
    sql.and_one_of("owner_id", moved);
    txn.execute(&sql.sql, sql.values).await.map(drop)
}

/// Looks up again whether a manager who counts has agreed to the shared plans of people whose manager has changed, and
/// of the reports of people who have become active or inactive. Raises the versions of those where some manager has
/// agreed, or that are no longer agreed without a manager.
pub async fn note_change_of_manager(
    txn: &mut Change,
    people: &[PersonId],
    managers: &[PersonId],
) -> Result<(), DbErr> {
    let update = format!(
        "update plans set version = version + 1, updated_at = $2, \
             shared_version = shared_version + 1, shared_updated_at = $2, manager_agreed_at = ({}) \
         where tenant_id = $1 and shared_at is not null and (agreed_without_manager or exists ( \
             select 1 from agreements a where a.tenant_id = $1 and a.plan_id = plans.id \
                 and a.revision = plans.latest_revision))",
        agreements::that_counts("$1")
    );
    if !people.is_empty() {
        let mut sql = Conditions::new(&update, [txn.now().into()]);
        sql.and_one_of("owner_id", people.iter().copied());
        txn.execute(&sql.sql, sql.values).await?;
    }
    if !managers.is_empty() {
        let update = format!("{update} and owner_id in (select s.id from people s where s.tenant_id = $1");
        let mut sql = Conditions::new(&update, [txn.now().into()]);
        sql.and_one_of("s.manager_id", managers.iter().copied());
        sql.sql.push(')');
        txn.execute(&sql.sql, sql.values).await?;
    }
    Ok(())
}

/// The shared plans of these people that have revisions which their present manager does not read, because they were
/// shared with another one.
pub async fn list_with_hidden_revisions(txn: &Change, owners: &[PersonId]) -> Result<Vec<PlanId>, DbErr> {
    #[derive(FromQueryResult)]
    struct Row {
        id: PlanId,
    }
    let mut sql = Conditions::new(
        "select p.id from plans p \
         join people o on o.tenant_id = $1 and o.id = p.owner_id \
         join people m on m.tenant_id = $1 and m.id = o.manager_id and m.active \
         where p.tenant_id = $1 and p.shared_at is not null and p.status <> 'archived' and exists ( \
             select 1 from revisions r where r.tenant_id = $1 and r.plan_id = p.id \
                 and r.number > p.closed_up_to and r.number < p.latest_revision \
                 and r.number < coalesce(p.earlier_revisions_visible_from, p.latest_revision) \
                 and r.manager_id is distinct from m.id)",
        [],
    );
    sql.and_one_of("p.owner_id", owners.iter().copied());
    sql.sql.push_str(" order by p.id");
    let rows: Vec<Row> = txn.list(&sql.sql, sql.values).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}

/// Filters for a list of plans.
#[derive(Debug, Default)]
pub struct PlanFilter {
    pub status: Option<PlanStatus>,
    pub owner_id: Option<PersonId>,
    pub manager_id: Option<PersonId>,
    pub cycle_id: Option<CycleId>,
    pub reference: Option<String>,
    pub updated_since: Option<DateTime<Utc>>,
}

/// The key of the last plan of the previous page.
pub type PlanKey = Key<PlanId>;

/// A page of the plans visible to the caller. Returns one row more than `limit` if there is a next page.
///
/// Times of change are those of what the caller sees: saves of the working copy move nothing for others.
pub async fn list_plans(
    db: &impl Read,
    caller: &Identity,
    filter: &PlanFilter,
    order: Order,
    after: Option<PlanKey>,
    limit: u32,
) -> Result<Vec<PlanRow>, DbErr> {
    let reader = Reader {
        is_service: caller.is_service(),
        reads_all: caller.reads_all(),
        person: caller.person,
        now: caller.now,
    };
    let statement = list_statement(reader, filter, order, after, limit);
    db.list(&statement.sql, statement.values).await
}

/// What the statement of a list depends on, of its caller.
pub(super) struct Reader {
    pub is_service: bool,
    pub reads_all: bool,
    pub person: Option<PersonId>,
    pub now: DateTime<Utc>,
}

/// The statement of [`list_plans`]. `$1` is the tenant, `$2` the caller, `$3` the time.
pub(super) fn list_statement(
    reader: Reader,
    filter: &PlanFilter,
    order: Order,
    after: Option<PlanKey>,
    limit: u32,
) -> Conditions {
    let caller = reader.person.unwrap_or(PersonId(Uuid::nil()));
    let mut sql = Conditions::new(select_for(reader.is_service), [caller.into(), reader.now.into()]);
    match (reader.reads_all, reader.person) {
        (false, _) => {
            let seen_at = seen_at();
            sql.and(&format!("p.id in ({})", known_to_person()));
            narrow(&mut sql, filter, &by_reference::in_what_a_person_reads(), &seen_at);
            sql.page_in(order, &seen_at, after, limit);
        }
        // The page is selected before anything is joined, so that what the joins are estimated to cost does not
        // depend on the cursor. PostgreSQL would otherwise find a plan for each cursor a little cheaper than one for
        // all, and plan the statement at each execution, which takes as long as to execute it.
        (true, None) => {
            let mut page = Conditions::new("select p.* from plans p where p.tenant_id = $1", sql.values);
            page.and("p.shared_at is not null");
            narrow(&mut page, filter, by_reference::IN_LATEST_REVISION, "p.shared_updated_at");
            page.page_in(order, "p.shared_updated_at", after, limit);
            let plans = format!("({}) p", page.sql);
            sql = Conditions { sql: sql.sql.replacen(PLANS, &plans, 1), values: page.values };
            sql.page_in(order, "p.shared_updated_at", None::<PlanKey>, limit);
        }
        // Two times of change: that of the caller's own plans, and that of all others. Each part of the union reads
        // one page in the order of its own index.
        (true, Some(_)) => {
            let seen_at = "case when p.owner_id = $2 then p.updated_at else p.shared_updated_at end";
            let parts = [
                (
                    "p.shared_at is not null and p.owner_id <> $2",
                    by_reference::IN_LATEST_REVISION,
                    "p.shared_updated_at",
                ),
                ("p.owner_id = $2", by_reference::IN_WORKING_COPY, "p.updated_at"),
            ];
            for (number, (which, refers, at)) in parts.into_iter().enumerate() {
                sql.sql.push_str(if number == 0 { " and p.id in (" } else { " union all " });
                sql.sql.push_str(&format!(
                    "select k.id from (select p.id from plans p where p.tenant_id = $1 and {which}"
                ));
                narrow(&mut sql, filter, refers, at);
                sql.page_in(order, at, after, limit);
                sql.sql.push_str(") k");
            }
            sql.sql.push(')');
            sql.page_in(order, seen_at, None::<PlanKey>, limit);
        }
    }
    if filter.updated_since.is_some() {
        sql.plan_each_time();
    }
    sql
}

/// Adds the conditions of a list. `refers` is the condition on a reference, `seen_at` the time of change for the
/// caller.
fn narrow(sql: &mut Conditions, filter: &PlanFilter, refers: &str, seen_at: &str) {
    sql.and_if("p.status = ?", filter.status);
    sql.and_if("p.owner_id = ?", filter.owner_id);
    sql.and_if(
        "p.owner_id in (select s.id from people s where s.tenant_id = $1 and s.manager_id = ?)",
        filter.manager_id,
    );
    sql.and_if("p.cycle_id = ?", filter.cycle_id);
    sql.and_if(refers, filter.reference.as_deref());
    sql.and_if(&format!("{seen_at} >= ?"), filter.updated_since);
}

/// Selects the revisions of a plan, `$2`.
fn select_revisions() -> String {
    let r = columns::<revision::Entity>("r");
    format!("select {r} from revisions r where r.tenant_id = $1 and r.plan_id = $2")
}

/// A page of the readable revisions of a plan after number `after`, oldest first. Returns one row more than `limit` if
/// there is a next page.
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

/// A revision of the plan; None if it does not exist or is not readable.
pub async fn find_revision(
    db: &impl Read,
    plan: PlanId,
    readable: &RevisionFilter,
    number: i32,
) -> Result<Option<revision::Model>, DbErr> {
    let revision = db.row::<revision::Entity>((plan, number)).await?;
    Ok(revision.filter(|revision| readable.admits(revision.number, revision.manager_id, revision.shared_at)))
}
