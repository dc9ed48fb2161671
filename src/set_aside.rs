//! Sets aside what was private under an identity's link when the link ends, and gives it back.
//!
//! The rows leave their tables and become JSON in `set_aside`: so no query, of this release or a later one, can show
//! them to the person's next identity. Every door is closed at once.

use chrono::{DateTime, NaiveDate, Utc};
use sea_orm::{DbErr, EntityTrait, Value};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use uuid::Uuid;

use crate::{
    db::{Conditions, Locked, Read, Transaction, json_error},
    entity::{
        action_item, action_item_link, agreement, columns, comment, discussion, discussion_note,
        feedback::{self, FeedbackStatus},
        feedback_request, plan, plan_progress, plan_reference, progress_update, proposal, revision,
        set_aside::{self, SetAsideKind},
    },
    ids::{ActionItemId, DiscussionId, Ids, LinkId, PersonId, PlanId},
};

/// A plan that no one else could read, with all that belongs to it.
#[derive(Serialize, Deserialize)]
struct PrivatePlan {
    plan: plan::Model,
    revisions: Vec<revision::Model>,
    action_items: Vec<action_item::Model>,
    progress_updates: Vec<progress_update::Model>,
    feedback_requests: Vec<feedback_request::Model>,
    feedback: Vec<feedback::Model>,
    agreements: Vec<agreement::Model>,
    plan_progress: Vec<plan_progress::Model>,
    // An earlier release had none.
    #[serde(default)]
    discussions: Vec<discussion::Model>,
    #[serde(default)]
    discussion_notes: Vec<discussion_note::Model>,
    plan_references: Vec<plan_reference::Model>,
    action_item_links: Vec<action_item_link::Model>,
    comments: Vec<comment::Model>,
    proposals: Vec<proposal::Model>,
}

/// The unshared changes of a shared plan.
#[derive(Serialize, Deserialize)]
struct WorkingCopy {
    title: String,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    answers: String,
    plan_references: Vec<plan_reference::Model>,
}

/// What of a shared plan had stayed the owner's.
#[derive(Serialize, Deserialize)]
struct Withdrawn {
    /// What the owner could not read before: the revisions themselves stay in their table, since agreements and others'
    /// feedback refer to them.
    set_aside_up_to: i32,
    progress_updates: Vec<progress_update::Model>,
}

/// Something that was set aside under a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SetAside {
    pub kind: SetAsideKind,
    /// The id of the plan, feedback, discussion, comment or proposal.
    pub subject: Uuid,
}

/// What [`restore`] did.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Restored {
    pub given_back: Vec<SetAside>,
    /// What stays set aside, because something newer is in its place.
    pub kept: Vec<SetAside>,
}

/// Sets aside all that only `person` can read, under `link`: plans that are not shared, unshared changes, feedback that
/// is not submitted, private notes, and feedback, comments and proposals on revisions that were withdrawn, which are
/// their author's and the owner's.
///
/// A plan that was shared and withdrawn is set aside with the feedback on it, which is its author's and the owner's.
pub async fn sweep(
    txn: &mut Transaction,
    ids: &Ids,
    person: PersonId,
    link: LinkId,
    now: DateTime<Utc>,
) -> Result<usize, DbErr> {
    let (tenant, mut put) = (txn.tenant(), Vec::new());
    let mut keep = |kind, subject: Uuid, content: serde_json::Result<String>| -> Result<(), DbErr> {
        put.push(set_aside::Model {
            tenant_id: tenant,
            id: ids.next(),
            link_id: link,
            kind,
            subject_id: subject,
            content: content.map_err(json_error)?,
            set_aside_at: now,
        });
        Ok(())
    };
    for plan in rows::<plan::Entity>(txn, "t.owner_id = ? and t.shared_at is null", person, true).await? {
        let id = plan.id;
        let private = take(txn, plan).await?;
        keep(SetAsideKind::Plan, id.0, serde_json::to_string(&private))?;
    }
    let shared = "t.owner_id = ? and t.shared_at is not null";
    for plan in rows::<plan::Entity>(txn, shared, person, true).await? {
        let progress_updates = take_draft_progress(txn, plan.id).await?;
        if plan.closed_up_to == plan.set_aside_up_to && progress_updates.is_empty() {
            continue;
        }
        let withdrawn = Withdrawn { set_aside_up_to: plan.set_aside_up_to, progress_updates };
        keep(SetAsideKind::Withdrawn, plan.id.0, serde_json::to_string(&withdrawn))?;
        let after = plan::Model { set_aside_up_to: plan.closed_up_to, ..plan.clone() };
        txn.touch(plan, after)?;
    }
    let unshared = "t.owner_id = ? and t.shared_at is not null and t.has_unshared_changes";
    for plan in rows::<plan::Entity>(txn, unshared, person, true).await? {
        let copy = WorkingCopy {
            title: plan.title.clone(),
            starts_on: plan.starts_on,
            ends_on: plan.ends_on,
            answers: plan.answers.clone(),
            plan_references: rows::<plan_reference::Entity>(txn, OF_WORKING_COPY, plan.id, false).await?,
        };
        let latest = txn.row::<revision::Entity>((plan.id, plan.latest_revision)).await?;
        let latest = latest.ok_or_else(|| DbErr::RecordNotFound("the latest revision".into()))?;
        keep(SetAsideKind::WorkingCopy, plan.id.0, serde_json::to_string(&copy))?;
        let after = plan::Model {
            title: latest.title,
            starts_on: latest.starts_on,
            ends_on: latest.ends_on,
            answers: latest.answers,
            has_unshared_changes: false,
            ..plan.clone()
        };
        let of_latest = format!("t.plan_id = ? and t.revision = {}", plan.latest_revision);
        let references = rows::<plan_reference::Entity>(txn, &of_latest, plan.id, false).await?;
        replace_references(txn, plan.id, references).await?;
        txn.touch(plan, after)?;
    }
    for feedback in
        rows::<feedback::Entity>(txn, "t.author_id = ? and t.status = 'draft'", person, true).await?
    {
        keep(SetAsideKind::Feedback, feedback.id.0, serde_json::to_string(&feedback))?;
        txn.delete(feedback)?;
    }
    let withdrawn = "t.author_id = ? and not t.closed_to_author and exists (select 1 from plans p \
         where p.tenant_id = $1 and p.id = t.plan_id and p.closed_up_to >= t.revision)";
    let submitted = format!("{withdrawn} and t.status <> 'draft'");
    for feedback in rows::<feedback::Entity>(txn, &submitted, person, true).await? {
        keep(SetAsideKind::WithdrawnFeedback, feedback.id.0, Ok("null".to_owned()))?;
        let after = feedback::Model { closed_to_author: true, ..feedback.clone() };
        txn.touch(feedback, after)?;
    }
    for comment in rows::<comment::Entity>(txn, withdrawn, person, true).await? {
        keep(SetAsideKind::WithdrawnComment, comment.id.0, Ok("null".to_owned()))?;
        let after = comment::Model { closed_to_author: true, ..comment.clone() };
        txn.touch(comment, after)?;
    }
    for proposal in rows::<proposal::Entity>(txn, withdrawn, person, true).await? {
        keep(SetAsideKind::WithdrawnProposal, proposal.id.0, Ok("null".to_owned()))?;
        let after = proposal::Model { closed_to_author: true, ..proposal.clone() };
        txn.touch(proposal, after)?;
    }
    txn.flush().await?;
    let noted = "t.author_id = ? and t.private_note is not null";
    for feedback in rows::<feedback::Entity>(txn, noted, person, true).await? {
        keep(SetAsideKind::PrivateNote, feedback.id.0, serde_json::to_string(&feedback.private_note))?;
        let after = feedback::Model { private_note: None, ..feedback.clone() };
        txn.touch(feedback, after)?;
    }
    let written = "t.author_id = ?";
    for note in rows::<discussion_note::Entity>(txn, written, person, true).await? {
        keep(SetAsideKind::DiscussionNote, note.discussion_id.0, serde_json::to_string(&note))?;
        txn.delete(note)?;
    }
    // The address of a calendar is known to who was linked: it ends, and is not given back.
    let address = "delete from calendar_addresses where tenant_id = $1 and person_id = $2";
    txn.execute(address, [person.into()]).await?;
    let count = put.len();
    txn.insert_all(put).await?;
    Ok(count)
}

/// Gives back what was set aside under `link`, to whoever is linked to the person now.
pub async fn restore(txn: &mut Transaction, link: LinkId) -> Result<Restored, DbErr> {
    let mut restored = Restored::default();
    for row in rows::<set_aside::Entity>(txn, "t.link_id = ?", link, true).await? {
        let what = SetAside { kind: row.kind, subject: row.subject_id };
        if put_back(txn, &row).await? {
            txn.delete(row)?;
            txn.flush().await?;
            restored.given_back.push(what);
        } else {
            restored.kept.push(what);
        }
    }
    Ok(restored)
}

/// Removes what rows that were set aside under the links of others contain of a person who is erased: feedback that the
/// person has not submitted and private notes, and what others wrote on the person's plans. How many rows were changed.
pub async fn forget(txn: &mut Transaction, person: PersonId) -> Result<u64, DbErr> {
    let mut changed = 0;
    // Ids stand in the JSON as text.
    let names_person = format!("%{person}%");
    let plans = rows::<set_aside::Entity>(txn, "t.kind = 'plan' and t.content like ?", names_person, true);
    for row in plans.await? {
        let mut private: PrivatePlan = parsed(&row.content)?;
        private.feedback.retain(|it| it.author_id != person || it.status != FeedbackStatus::Draft);
        private.discussion_notes.retain(|note| note.author_id != person);
        for feedback in private.feedback.iter_mut().filter(|it| it.author_id == person) {
            feedback.private_note = None;
        }
        let after =
            set_aside::Model { content: serde_json::to_string(&private).map_err(json_error)?, ..row.clone() };
        if after != row {
            txn.touch(row, after)?;
            changed += 1;
        }
    }
    for plan in rows::<plan::Entity>(txn, "t.owner_id = ?", person, false).await? {
        let names_plan = format!("%{}%", plan.id);
        let drafts = "t.kind = 'feedback' and t.content like ?";
        for row in rows::<set_aside::Entity>(txn, drafts, names_plan, true).await? {
            let feedback: feedback::Model = parsed(&row.content)?;
            if feedback.plan_id == plan.id {
                txn.delete(row)?;
                changed += 1;
            }
        }
        let notes = "t.kind = 'private_note' and t.subject_id in ( \
             select f.id from feedback f where f.tenant_id = $1 and f.plan_id = ?)";
        let of_discussions = "t.kind = 'discussion_note' and t.subject_id in ( \
             select d.id from discussions d where d.tenant_id = $1 and d.plan_id = ?)";
        for notes in [notes, of_discussions] {
            for row in rows::<set_aside::Entity>(txn, notes, plan.id, true).await? {
                txn.delete(row)?;
                changed += 1;
            }
        }
    }
    txn.flush().await?;
    Ok(changed)
}

/// Puts one thing back; false if something newer is in its place.
async fn put_back(txn: &mut Transaction, row: &set_aside::Model) -> Result<bool, DbErr> {
    match row.kind {
        SetAsideKind::Plan => {
            let PrivatePlan {
                plan,
                revisions,
                action_items,
                progress_updates,
                feedback_requests,
                feedback,
                agreements,
                plan_progress,
                discussions,
                discussion_notes,
                plan_references,
                action_item_links,
                comments,
                proposals,
            } = parsed(&row.content)?;
            txn.insert_all(vec![plan]).await?;
            txn.insert_all(revisions).await?;
            txn.insert_all(action_items).await?;
            txn.insert_all(progress_updates).await?;
            txn.insert_all(feedback_requests).await?;
            txn.insert_all(feedback).await?;
            txn.insert_all(agreements).await?;
            txn.insert_all(plan_progress).await?;
            txn.insert_all(discussions).await?;
            txn.insert_all(discussion_notes).await?;
            txn.insert_all(plan_references).await?;
            txn.insert_all(action_item_links).await?;
            txn.insert_all(comments).await?;
            txn.insert_all(proposals).await?;
        }
        SetAsideKind::WorkingCopy => {
            let id = PlanId(row.subject_id);
            let plan = rows::<plan::Entity>(txn, "t.id = ?", id, true).await?.into_iter().next();
            let Some(plan) = plan.filter(|plan| !plan.has_unshared_changes) else { return Ok(false) };
            let WorkingCopy { title, starts_on, ends_on, answers, plan_references } = parsed(&row.content)?;
            let has_unshared_changes = true;
            let after =
                plan::Model { title, starts_on, ends_on, answers, has_unshared_changes, ..plan.clone() };
            replace_references(txn, id, plan_references).await?;
            txn.touch(plan, after)?;
        }
        SetAsideKind::Withdrawn => {
            let id = PlanId(row.subject_id);
            let plan = rows::<plan::Entity>(txn, "t.id = ?", id, true).await?.into_iter().next();
            let Some(plan) = plan else { return Ok(false) };
            let Withdrawn { set_aside_up_to, progress_updates } = parsed(&row.content)?;
            let after = plan::Model { set_aside_up_to, ..plan.clone() };
            txn.touch(plan, after)?;
            txn.insert_all(progress_updates).await?;
            note_last_progress(txn, id).await?;
        }
        SetAsideKind::Feedback => {
            let feedback: feedback::Model = parsed(&row.content)?;
            let key = (feedback.plan_id, feedback.revision);
            if txn.row::<revision::Entity>(key).await?.is_none() {
                return Ok(false);
            }
            let newer = rows::<feedback::Entity>(txn, "t.plan_id = ?", feedback.plan_id, false).await?;
            if newer.iter().any(|it| it.revision == feedback.revision && it.author_id == feedback.author_id) {
                return Ok(false);
            }
            txn.insert(feedback);
        }
        SetAsideKind::WithdrawnFeedback => {
            let feedback =
                rows::<feedback::Entity>(txn, "t.id = ?", row.subject_id, true).await?.into_iter().next();
            let Some(feedback) = feedback else { return Ok(false) };
            let after = feedback::Model { closed_to_author: false, ..feedback.clone() };
            txn.touch(feedback, after)?;
        }
        SetAsideKind::WithdrawnComment => {
            let comment =
                rows::<comment::Entity>(txn, "t.id = ?", row.subject_id, true).await?.into_iter().next();
            let Some(comment) = comment else { return Ok(false) };
            let after = comment::Model { closed_to_author: false, ..comment.clone() };
            txn.touch(comment, after)?;
        }
        SetAsideKind::WithdrawnProposal => {
            let proposal =
                rows::<proposal::Entity>(txn, "t.id = ?", row.subject_id, true).await?.into_iter().next();
            let Some(proposal) = proposal else { return Ok(false) };
            let after = proposal::Model { closed_to_author: false, ..proposal.clone() };
            txn.touch(proposal, after)?;
        }
        SetAsideKind::PrivateNote => {
            let feedback =
                rows::<feedback::Entity>(txn, "t.id = ?", row.subject_id, true).await?.into_iter().next();
            let Some(feedback) = feedback.filter(|it| it.private_note.is_none()) else { return Ok(false) };
            let after = feedback::Model { private_note: parsed(&row.content)?, ..feedback.clone() };
            txn.touch(feedback, after)?;
        }
        SetAsideKind::DiscussionNote => {
            let note: discussion_note::Model = parsed(&row.content)?;
            let id = note.discussion_id;
            if rows::<discussion::Entity>(txn, "t.id = ?", id, false).await?.is_empty() {
                return Ok(false);
            }
            let newer = rows::<discussion_note::Entity>(txn, "t.discussion_id = ?", id, false).await?;
            if newer.iter().any(|it| it.author_id == note.author_id) {
                return Ok(false);
            }
            txn.insert(note);
        }
    }
    Ok(true)
}

/// The references `t` of a plan's working copy.
const OF_WORKING_COPY: &str = "t.plan_id = ? and t.revision = 0";

/// Puts references in the place of those of a plan's working copy.
async fn replace_references(
    txn: &mut Transaction,
    plan: PlanId,
    references: Vec<plan_reference::Model>,
) -> Result<(), DbErr> {
    let delete = "delete from plan_references where tenant_id = $1 and plan_id = $2 and revision = 0";
    txn.execute(delete, [plan.into()]).await?;
    let of_working_copy = references.into_iter().map(|row| plan_reference::Model { revision: 0, ..row });
    txn.insert_all(of_working_copy.collect()).await
}

/// Reads a plan with all that belongs to it, and deletes it.
async fn take(txn: &mut Transaction, plan: plan::Model) -> Result<PrivatePlan, DbErr> {
    let id = plan.id;
    let action_items = rows::<action_item::Entity>(txn, "t.plan_id = ?", id, false).await?;
    let discussions = rows::<discussion::Entity>(txn, "t.plan_id = ?", id, false).await?;
    let private = PrivatePlan {
        plan,
        revisions: rows::<revision::Entity>(txn, "t.plan_id = ?", id, false).await?,
        progress_updates: progress(txn, action_items.iter().map(|item| item.id)).await?,
        action_items,
        feedback_requests: rows::<feedback_request::Entity>(txn, "t.plan_id = ?", id, false).await?,
        feedback: rows::<feedback::Entity>(txn, "t.plan_id = ?", id, false).await?,
        agreements: rows::<agreement::Entity>(txn, "t.plan_id = ?", id, false).await?,
        plan_progress: rows::<plan_progress::Entity>(txn, "t.plan_id = ?", id, false).await?,
        discussion_notes: notes(txn, discussions.iter().map(|discussion| discussion.id)).await?,
        discussions,
        plan_references: rows::<plan_reference::Entity>(txn, "t.plan_id = ?", id, false).await?,
        action_item_links: rows::<action_item_link::Entity>(txn, "t.plan_id = ?", id, false).await?,
        comments: rows::<comment::Entity>(txn, "t.plan_id = ?", id, false).await?,
        proposals: rows::<proposal::Entity>(txn, "t.plan_id = ?", id, false).await?,
    };
    for table in ["agreements", "comments", "feedback", "feedback_requests", "proposals", "revisions"] {
        let delete = format!("delete from {table} where tenant_id = $1 and plan_id = $2");
        txn.execute(&delete, [id.into()]).await?;
    }
    // Its action items with their history and links, its references, its progress, and its discussions with their
    // notes go with it.
    txn.execute("delete from plans where tenant_id = $1 and id = $2", [id.into()]).await?;
    Ok(private)
}

async fn progress(
    txn: &Transaction,
    items: impl Iterator<Item = ActionItemId>,
) -> Result<Vec<progress_update::Model>, DbErr> {
    let columns = columns::<progress_update::Entity>("t");
    let select = format!("select {columns} from progress_updates t where t.tenant_id = $1");
    let mut sql = Conditions::new(&select, []);
    sql.and_one_of("t.action_item_id", items);
    txn.list(&sql.sql, sql.values).await
}

async fn notes(
    txn: &Transaction,
    discussions: impl Iterator<Item = DiscussionId>,
) -> Result<Vec<discussion_note::Model>, DbErr> {
    let columns = columns::<discussion_note::Entity>("t");
    let select = format!("select {columns} from discussion_notes t where t.tenant_id = $1");
    let mut sql = Conditions::new(&select, []);
    sql.and_one_of("t.discussion_id", discussions);
    txn.list(&sql.sql, sql.values).await
}

/// Takes the progress that was recorded before a plan was shared out of the history of its items.
async fn take_draft_progress(
    txn: &mut Transaction,
    plan: PlanId,
) -> Result<Vec<progress_update::Model>, DbErr> {
    let of_drafts = "t.while_draft and t.action_item_id in \
         (select i.id from action_items i where i.tenant_id = $1 and i.plan_id = ?)";
    let updates = rows::<progress_update::Entity>(txn, of_drafts, plan, true).await?;
    for update in &updates {
        txn.delete(update.clone())?;
    }
    txn.flush().await?;
    if !updates.is_empty() {
        note_last_progress(txn, plan).await?;
    }
    Ok(updates)
}

/// Sets the time of the last progress of a plan's items by the progress that is there.
async fn note_last_progress(txn: &mut Transaction, plan: PlanId) -> Result<(), DbErr> {
    let last = "update action_items set last_progress_at = (select max(u.recorded_at) from progress_updates u \
         where u.tenant_id = $1 and u.action_item_id = action_items.id) where tenant_id = $1 and plan_id = $2";
    txn.execute(last, [plan.into()]).await.map(drop)
}

/// The rows `t` of a table that meet a condition on one value, locked if they will be changed.
async fn rows<E: EntityTrait>(
    txn: &Transaction,
    condition: &str,
    value: impl Into<Value>,
    locked: bool,
) -> Result<Vec<E::Model>, DbErr> {
    let (columns, table) = (columns::<E>("t"), E::default().table_name().to_owned());
    let mut sql = Conditions::new(&format!("select {columns} from {table} t where t.tenant_id = $1"), []);
    sql.and_all(condition, [value.into()]);
    if locked {
        txn.list_for_update(&sql.sql, sql.values, "t", Locked::Wait).await
    } else {
        txn.list(&sql.sql, sql.values).await
    }
}

fn parsed<T: DeserializeOwned>(content: &str) -> Result<T, DbErr> {
    serde_json::from_str(content).map_err(json_error)
}
