//! Queries about comments.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, Value};

use super::rules::{self, Subject};
use crate::{
    auth::{Identity, permissions::Right, relations},
    db::{Conditions, Read},
    entity::{action_item::ActionItemKind, columns, comment},
    ids::{ActionItemId, CommentId, PersonId},
    plans::{
        Access, Relation,
        rules::{View, sections},
    },
};

pub async fn find_comment(db: &impl Read, id: CommentId) -> Result<Option<comment::Model>, DbErr> {
    let c = columns::<comment::Entity>("c");
    let sql = format!("select {c} from comments c where c.tenant_id = $1 and c.id = $2");
    db.find(&sql, [id.into()]).await
}

/// Selects the comments on a plan that the caller may read: those of whose subject the caller may read that revision,
/// and the caller's own. Those on an action item are as live as the item, until the plan is withdrawn.
fn select(access: &Access, caller: &Identity) -> Conditions {
    let c = columns::<comment::Entity>("c");
    let select = format!(
        "select {c} from comments c \
         join revisions r on r.tenant_id = c.tenant_id and r.plan_id = c.plan_id and r.number = c.revision \
         where c.tenant_id = $1 and c.plan_id = $2"
    );
    let mut sql = Conditions::new(&select, [access.plan().id.into()]);
    let revisions = access.readable_revisions();
    let (readable, mut values) = revisions.condition();
    match access.view() {
        // The owner reads all, but what was set aside.
        View::WorkingCopy => sql.and_all(readable, values),
        View::Shared => {
            values.push(revisions.closed_up_to.into());
            let of_subject = format!("{readable} or c.subject_kind = 'action_item' and c.revision > ?");
            and_own_or(&mut sql, caller, &of_subject, values);
        }
        View::Sections(shown) => {
            let questions = rules::questions_of(shown);
            let places = vec!["?"; questions.len()].join(", ");
            let asked =
                if questions.is_empty() { "false".to_owned() } else { format!("c.question in ({places})") };
            // In the order of their places: the questions, the revisions, the items.
            let mut all: Vec<Value> = questions.into_iter().map(Value::from).collect();
            all.append(&mut values);
            all.extend([revisions.closed_up_to.into(), caller.id_or_nil().into()]);
            let of_subject = format!(
                "c.subject_kind = 'answer' and {asked} and {readable} \
                 or c.subject_kind = 'action_item' and c.revision > ? and exists (select 1 from action_items i \
                     where i.tenant_id = $1 and i.id = c.action_item_id and i.kind = 'support' \
                         and i.responsible_id = ?)"
            );
            and_own_or(&mut sql, caller, &of_subject, all);
        }
    }
    sql
}

fn and_own_or(sql: &mut Conditions, caller: &Identity, of_subject: &str, values: Vec<Value>) {
    sql.and_all(
        &format!("(c.author_id = ? and not c.closed_to_author or {of_subject})"),
        std::iter::once(caller.id_or_nil().into()).chain(values),
    );
}

/// A page of the comments on a plan that the caller may read, in order of creation. Returns one row more than `limit`
/// if there is a next page.
pub async fn list_comments(
    db: &impl Read,
    access: &Access,
    caller: &Identity,
    after: Option<CommentId>,
    limit: u32,
) -> Result<Vec<comment::Model>, DbErr> {
    let mut sql = select(access, caller);
    sql.and_if("c.id > ?", after);
    sql.page("c.id", limit);
    db.list(&sql.sql, sql.values).await
}

/// A comment on the plan; none if the caller may not read it.
pub async fn find_readable(
    db: &impl Read,
    access: &Access,
    caller: &Identity,
    id: CommentId,
) -> Result<Option<comment::Model>, DbErr> {
    let mut sql = select(access, caller);
    sql.and_if("c.id = ?", Some(id));
    db.find(&sql.sql, sql.values).await
}

/// The newest comments on a plan that its owner and its managers talk about, in order of creation: those on the latest
/// revision, and those on action items that were not withdrawn since. Everyone who takes part in a talk reads them.
pub async fn list_to_talk_about(
    db: &impl Read,
    plan: &Relation,
    limit: usize,
) -> Result<Vec<comment::Model>, DbErr> {
    let c = columns::<comment::Entity>("c");
    let sql = format!(
        "select {c} from comments c where c.tenant_id = $1 and c.plan_id = $2 \
         and (c.revision = $3 or c.subject_kind = 'action_item' and c.revision > $4) \
         order by c.id desc limit {limit}"
    );
    let values = [plan.plan_id().into(), plan.latest_revision().into(), plan.closed_up_to().into()];
    let mut newest: Vec<comment::Model> = db.list(&sql, values).await?;
    newest.reverse();
    Ok(newest)
}

/// Whose an action item is.
#[derive(Clone, Copy, Debug, FromQueryResult)]
pub struct ItemRow {
    pub kind: ActionItemKind,
    pub responsible_id: PersonId,
}

impl ItemRow {
    /// Whether a person reads the item because the person has promised it.
    pub fn is_support_of(&self, person: PersonId) -> bool {
        self.kind == ActionItemKind::Support && self.responsible_id == person
    }
}

/// An action item of the plan; none if the caller may not read it.
pub async fn find_readable_item(
    db: &impl Read,
    access: &Access,
    caller: &Identity,
    id: ActionItemId,
) -> Result<Option<ItemRow>, DbErr> {
    let sql = "select i.kind, i.responsible_id from action_items i \
         where i.tenant_id = $1 and i.id = $2 and i.plan_id = $3";
    let item: Option<ItemRow> = db.find(sql, [id.into(), access.plan().id.into()]).await?;
    let reads_all = access.roles().may(Right::ReadActionItems);
    Ok(item.filter(|item| reads_all || item.is_support_of(caller.id_or_nil())))
}

/// A person who is mentioned.
#[derive(Debug, FromQueryResult)]
pub struct Mentioned {
    pub id: PersonId,
    /// 1 if the person reads the whole plan, otherwise 0.
    pub reads_whole: i64,
    /// The sections that the person was invited to review, as a JSON array.
    pub sections: Option<String>,
}

/// Those of these people who are active, each with what the person reads of the plan.
pub async fn list_mentioned(
    db: &impl Read,
    access: &Access,
    people: &[PersonId],
    now: DateTime<Utc>,
) -> Result<Vec<Mentioned>, DbErr> {
    if people.is_empty() {
        return Ok(Vec::new());
    }
    let select = format!(
        "select m.id, cast(case when m.id = $2 or {reads} then 1 else 0 end as bigint) as reads_whole, f.sections \
         from people m \
         left join feedback_requests f on f.tenant_id = m.tenant_id and f.reviewer_id = m.id and f.plan_id = $5 \
             and f.origin = 'invitation' \
         where m.tenant_id = $1 and m.active",
        reads = relations::person_reads()
    );
    let plan = access.plan();
    let values = [plan.owner_id.into(), now.into(), access.manager_id().into(), plan.id.into()];
    let mut sql = Conditions::new(&select, values);
    sql.and_one_of("m.id", people.iter().copied());
    db.list(&sql.sql, sql.values).await
}

/// The people whom an event about a comment names: those whom it mentions and who can read its subject, in the order of
/// `mentions`. `item` is that of a comment on an action item.
pub fn readers(
    mentions: &[PersonId],
    mentioned: &[Mentioned],
    subject: Subject,
    item: Option<ItemRow>,
) -> Vec<PersonId> {
    let known = |person: &&PersonId| mentioned.iter().find(|it| it.id == **person);
    let reads = |it: &Mentioned| match &it.sections {
        _ if it.reads_whole > 0 => true,
        None => false,
        Some(shown) => match item {
            Some(item) => item.is_support_of(it.id),
            None => rules::may_read(subject, Some(&sections(shown))),
        },
    };
    mentions.iter().filter(|person| known(person).is_some_and(reads)).copied().collect()
}

/// The ids of the active people among them.
pub fn active(mentioned: &[Mentioned]) -> HashSet<PersonId> {
    mentioned.iter().map(|it| it.id).collect()
}
