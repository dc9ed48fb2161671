//! Handing over to a new manager: support that others have promised who can no longer read the plan, and discussions
//! that were planned with them, are taken over or declined.

use std::collections::{BTreeMap, HashMap};

use actix_web::web::Data;
use chrono::NaiveDate;
use chrono_tz::Tz;
use sea_orm::DbErr;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{
    action_items::{
        self, ActionItemError,
        store::{ActionItemRow, list_left_behind, lock_left_behind},
    },
    auth::{
        Caller, Identity,
        permissions::{Right, Role, Roles},
        relations,
        scope::{PlansRead, PlansWrite},
    },
    clock,
    db::Read,
    discussions,
    entity::{action_item::ActionItemStatus, discussion, person, progress_update},
    http::{FieldError, Named, Path, Post, Problem, Reply},
    ids::{ActionItemId, DiscussionId, HandoverItemId, PersonId, PlanId},
    plans,
    reads::{ReadAction, ReadSubject},
    record::{Change, Event},
    requests::{Details, Kept, KeptReply},
    state::State,
};

/// Maximum items of a handover.
const MAX_ITEMS: usize = 100;

/// What a person's new manager is asked to take over.
#[derive(Debug, Serialize, ToSchema)]
pub struct Handover {
    /// Commitments first, the oldest first. If there are more than 100, the others follow once these are taken or
    /// declined.
    #[schema(max_items = 100)]
    pub items: Vec<HandoverItem>,
}

/// Something to take over or decline.
#[derive(Debug, Serialize, ToSchema)]
pub struct HandoverItem {
    pub kind: HandoverKind,
    /// The id of the action item or the discussion.
    pub id: HandoverItemId,
    pub plan_id: PlanId,
    #[schema(max_length = 200)]
    pub title: String,
    /// The day when it is due; the day of a discussion, in its time zone.
    #[schema(required)]
    pub due_on: Option<NaiveDate>,
    /// The person who has promised it, or with whom the discussion was planned.
    pub responsible_id: PersonId,
    pub responsible: Named,
}

/// What an item of a handover is.
#[derive(Clone, Copy, Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum HandoverKind {
    /// An open support item of a shared plan.
    Commitment,
    /// A planned discussion about a shared plan.
    Discussion,
}

/// What the caller takes over and declines, at least one item. Each is among those of the handover.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerHandover {
    /// The support that the caller promises from now on, and the discussions that the caller holds.
    #[schema(max_items = 100)]
    pub take: Option<Vec<HandoverItemId>>,
    #[schema(max_items = 100)]
    pub decline: Option<Vec<DeclineItem>>,
}

/// An item that the caller declines: an action item or a discussion. It is cancelled.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclineItem {
    pub id: HandoverItemId,
    /// A word to the plan's owner, who reads it as the note of the item's latest progress, or in the discussion.
    #[schema(
        min_length = 1,
        max_length = 2000,
        format = "not-blank",
        example = "The budget is gone; let us find another way."
    )]
    pub message: String,
}

impl HandoverItem {
    fn of(row: ActionItemRow) -> Self {
        let item = row.item;
        Self {
            kind: HandoverKind::Commitment,
            id: item.id.0.into(),
            plan_id: item.plan_id,
            title: item.title,
            due_on: item.due_on,
            responsible_id: item.responsible_id,
            responsible: Named::Later(item.responsible_id),
        }
    }

    /// A discussion; none without a person with whom it was planned.
    fn of_discussion(discussion: discussion::Model) -> Option<Self> {
        let responsible_id = discussion.manager_id?;
        let zone: Tz = discussion.time_zone.parse().unwrap_or_default();
        Some(Self {
            kind: HandoverKind::Discussion,
            id: discussion.id.0.into(),
            plan_id: discussion.plan_id,
            title: "Career conversation".to_owned(),
            due_on: Some(clock::today(discussion.starts_at, zone)),
            responsible_id,
            responsible: Named::Later(responsible_id),
        })
    }
}

impl Kept for Handover {
    const KIND: &'static str = "handover";

    type Scope = PlansRead;
    type Id = PersonId;

    async fn read(state: &State, caller: &Identity, person: PersonId, _: Details) -> Result<Reply, Problem> {
        let db = state.db.reader(caller.tenant);
        let (roles, _) = admit(&db, caller, person).await?;
        Reply::ok(&read(&db, caller, &roles, person).await?)
    }
}

/// What there is to take over. For the audit log, a list of action items of others, and of their discussions.
async fn read(db: &impl Read, caller: &Identity, roles: &Roles, person: PersonId) -> Result<Handover, DbErr> {
    let items = list_left_behind(db, caller, person).await?;
    let role = roles.by(Right::TakeOver);
    let shown = items.iter().filter_map(|row| Some((row.item.plan_id, role?)));
    caller.note_list(ReadAction::ActionItemsListed, ReadSubject::Person(person), shown);
    let planned = discussions::handover::list_left_behind(db, caller, person).await?;
    let shown = planned.iter().filter_map(|discussion| Some((discussion.plan_id, role?)));
    caller.note_list(ReadAction::Discussions, ReadSubject::Person(person), shown);
    let planned = planned.into_iter().filter_map(HandoverItem::of_discussion);
    let items = items.into_iter().map(HandoverItem::of).chain(planned).take(MAX_ITEMS);
    Ok(Handover { items: items.collect() })
}

/// The caller's roles for a person, and the person's manager; a problem unless the caller may take over.
async fn admit(
    db: &impl Read,
    caller: &Identity,
    person: PersonId,
) -> Result<(Roles, Option<PersonId>), Problem> {
    let not_found = || Problem::not_found("handover");
    let manager = db.row::<person::Entity>(person).await?.ok_or_else(not_found)?.manager_id;
    let mut roles = caller.roles().with(Role::Manager, manager.is_some_and(|manager| caller.is(manager)));
    if !roles.may(Right::TakeOver) {
        roles = roles.with(Role::Acting, relations::is_acting(db, caller, person).await?);
    }
    if roles.may(Right::TakeOver) { Ok((roles, manager)) } else { Err(not_found()) }
}

/// Read a handover
///
/// Returns what people who are inactive or can no longer read the shared plans of a person, such as a former manager,
/// have left behind: open support items that they promised, and discussions that were planned with them. Who reads the
/// plan by a relation keeps the promise: a former manager who is acting manager, delegate of the manager or HR partner
/// now, or is invited to give feedback, as matrix managers must be. (The role of an HR admin does not count: tokens say
/// who has it.) A discussion stays with the manager and with acting managers. The person's manager and acting managers
/// may read it. Open requests for feedback need no handover: they move to the new manager by themselves.
#[utoipa::path(
    get,
    path = "/people/{person_id}/handover",
    tag = "people",
    params(("person_id" = PersonId, Path, description = "The owner of the plans")),
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "What there is to take over", body = Handover)),
)]
pub async fn read_handover(
    caller: Caller<PlansRead>,
    person_id: Path<PersonId>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let db = state.db.reader(caller.tenant);
    let (roles, _) = admit(&db, &caller, person_id.0).await?;
    Reply::ok(&read(&db, &caller, &roles, person_id.0).await?)
}

/// Answer a handover
///
/// Takes over support items and discussions, for which the caller is responsible from then on, and declines others,
/// which are cancelled, each with a message to the plan's owner. The person's manager and acting managers may do this.
/// Returns what is left.
#[utoipa::path(
    post,
    path = "/people/{person_id}/handover",
    tag = "people",
    params(("person_id" = PersonId, Path, description = "The owner of the plans")),
    request_body = AnswerHandover,
    security(("bearer" = ["plans:write"])),
    responses((status = 200, description = "What there is left to take over", body = Handover)),
)]
pub async fn answer_handover(
    caller: Caller<PlansWrite>,
    person_id: Path<PersonId>,
    post: Post<AnswerHandover>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let person = person_id.0;
    state
        .change(&caller, post.key, async |txn| {
            admit(txn, &caller, person).await?;
            let AnswerHandover { take, decline } = post.input.read()?;
            let (take, decline) = (take.unwrap_or_default(), decline.unwrap_or_default());
            let ids: Vec<HandoverItemId> =
                take.iter().copied().chain(decline.iter().map(|declined| declined.id)).collect();
            plans::store::lock_plans_of_owner(txn, person).await?;
            // The manager may have changed while this waited for the plans.
            let (roles, manager) = admit(txn, &caller, person).await?;
            txn.act(&roles, Right::TakeOver, manager)?;
            let mut rows = lock(txn, &caller, person, &ids).await?;
            check(&take, &decline, &rows)?;
            for id in take {
                if let Some(row) = rows.remove(&id) {
                    match row {
                        Left::Commitment(row) => take_over(txn, &caller, row)?,
                        Left::Discussion(row) => discussions::handover::take_over(txn, &caller, row)?,
                    }
                }
            }
            for DeclineItem { id, message } in decline {
                if let Some(row) = rows.remove(&id) {
                    match row {
                        Left::Commitment(row) => turn_down(txn, &caller, row, message)?,
                        Left::Discussion(row) => discussions::handover::decline(txn, row, message)?,
                    }
                }
            }
            let left = read(txn, &caller, &roles, person).await?;
            Ok(KeptReply::<Handover>::new(person, Reply::ok(&left)?))
        })
        .await
}

/// Something that is left behind.
enum Left {
    Commitment(ActionItemRow),
    Discussion(discussion::Model),
}

/// Those of these items that are left behind, locked. The caller has locked all plans of the person.
async fn lock(
    txn: &Change,
    caller: &Identity,
    person: PersonId,
    ids: &[HandoverItemId],
) -> Result<HashMap<HandoverItemId, Left>, DbErr> {
    let items: Vec<ActionItemId> = ids.iter().map(|id| id.0.into()).collect();
    let planned: Vec<DiscussionId> = ids.iter().map(|id| id.0.into()).collect();
    let items = lock_left_behind(txn, caller, person, &items).await?;
    let planned = discussions::handover::lock_left_behind(txn, caller, person, &planned).await?;
    let items = items.into_iter().map(|row| (row.item.id.0.into(), Left::Commitment(row)));
    let planned = planned.into_iter().map(|row| (row.id.0.into(), Left::Discussion(row)));
    Ok(items.chain(planned).collect())
}

/// Names every fault of an answer: items that are not those of the handover, and those that it names twice.
fn check(
    take: &[HandoverItemId],
    decline: &[DeclineItem],
    known: &HashMap<HandoverItemId, Left>,
) -> Result<(), ActionItemError> {
    let taken = take.iter().enumerate().map(|(position, id)| (format!("/take/{position}"), *id));
    let declined = decline.iter().enumerate();
    let declined = declined.map(|(position, declined)| (format!("/decline/{position}/id"), declined.id));
    let mut places: BTreeMap<HandoverItemId, String> = BTreeMap::new();
    let mut faults = Vec::new();
    for (pointer, id) in taken.chain(declined) {
        if !known.contains_key(&id) {
            faults.push(FieldError::new(pointer, "is not the id of an item of this handover"));
        } else if let Some(other) = places.get(&id) {
            faults.push(FieldError::new(pointer, format!("is also the item of {other}")));
        } else {
            places.insert(id, pointer);
        }
    }
    if take.is_empty() && decline.is_empty() {
        faults.push(FieldError::new("", "needs at least one item in take or decline"));
    }
    if faults.is_empty() { Ok(()) } else { Err(ActionItemError::Invalid(faults)) }
}

/// Makes the caller responsible for an item.
fn take_over(txn: &mut Change, caller: &Identity, row: ActionItemRow) -> Result<(), Problem> {
    let event = Event::ActionItemTakenOver(row.subject());
    let mut after = row.item.clone();
    after.responsible_id = caller.person()?;
    after.overdue_from = action_items::rules::overdue_from(after.due_on, caller.zone.name());
    txn.revise(row.item, after, event)?;
    Ok(())
}

/// Cancels an item, with a message to the plan's owner in its history.
fn turn_down(
    txn: &mut Change,
    caller: &Identity,
    row: ActionItemRow,
    message: String,
) -> Result<(), Problem> {
    let (subject, now, id) = (row.subject(), txn.now(), txn.id());
    let mut after = row.item.clone();
    action_items::rules::advance(&mut after, subject, Some(ActionItemStatus::Cancelled), None, now)?;
    txn.insert(progress_update::Model {
        tenant_id: caller.tenant,
        id,
        action_item_id: after.id,
        author_id: caller.person,
        status: after.status,
        progress_percent: after.progress_percent,
        note: Some(message),
        recorded_at: now,
        while_draft: false,
    });
    txn.revise(row.item, after, Event::ActionItemDeclined(subject))?;
    Ok(())
}
