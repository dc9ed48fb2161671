//! Discussions that were planned with a former manager, which the present one takes over or declines.

use sea_orm::DbErr;

use super::{access::subject, rules};
use crate::{
    auth::{Identity, relations},
    db::{Conditions, Locked, Read},
    entity::{columns, discussion},
    http::Problem,
    ids::{DiscussionId, PersonId},
    record::{Change, Event},
};

/// Maximum discussions of a handover that are read.
const MAX_LEFT_BEHIND: u32 = 100;

/// Selects the planned discussions of the live shared plans of a person, `$4`, that were planned with a person who is
/// inactive, or can no longer follow the plan as manager or acting manager.
fn left_behind(caller: &Identity, person: PersonId) -> Conditions {
    let d = columns::<discussion::Entity>("d");
    let select = format!(
        "select {d} from discussions d \
         join plans p on p.tenant_id = d.tenant_id and p.id = d.plan_id \
         join people o on o.tenant_id = p.tenant_id and o.id = p.owner_id \
         join people s on s.tenant_id = d.tenant_id and s.id = d.manager_id \
         where d.tenant_id = $1"
    );
    let mut sql = Conditions::new(&select, [caller.id_or_nil().into(), caller.now.into(), person.into()]);
    sql.and(
        "p.owner_id = $4 and p.status in ('shared', 'agreed') and d.status = 'planned' \
         and d.revision > p.closed_up_to",
    );
    sql.and(&format!(
        "(not s.active or o.manager_id is distinct from d.manager_id and not exists ( \
             select 1 from relations x where x.tenant_id = $1 and x.other_id = d.manager_id \
                 and x.person_id = p.owner_id and x.kind = 'acting' and {}))",
        relations::IN_FORCE
    ));
    sql
}

/// The first discussions that were planned with people who can no longer follow the plans of a person.
pub async fn list_left_behind(
    db: &impl Read,
    caller: &Identity,
    person: PersonId,
) -> Result<Vec<discussion::Model>, DbErr> {
    let mut sql = left_behind(caller, person);
    sql.sql.push_str(&format!(" order by d.id limit {MAX_LEFT_BEHIND}"));
    db.list(&sql.sql, sql.values).await
}

/// Those of these discussions that are left behind, locked. The caller has locked their plans.
pub async fn lock_left_behind(
    txn: &Change,
    caller: &Identity,
    person: PersonId,
    ids: &[DiscussionId],
) -> Result<Vec<discussion::Model>, DbErr> {
    let mut sql = left_behind(caller, person);
    sql.and_one_of("d.id", ids.iter().copied());
    txn.list_for_update(&sql.sql, sql.values, "d", Locked::Wait).await
}

/// Makes the caller the one with whom the owner talks.
pub fn take_over(txn: &mut Change, caller: &Identity, discussion: discussion::Model) -> Result<(), Problem> {
    let event = Event::DiscussionTakenOver(subject(&discussion, true));
    let after = discussion::Model { manager_id: Some(caller.person()?), ..discussion.clone() };
    txn.revise(discussion, after, event)?;
    Ok(())
}

/// Cancels a discussion, with a message to the owner.
pub fn decline(txn: &mut Change, discussion: discussion::Model, message: String) -> Result<(), Problem> {
    let event = Event::DiscussionCancelled(subject(&discussion, true));
    let after = rules::cancelled(&discussion, Some(message));
    txn.revise(discussion, after, event)?;
    Ok(())
}
