//! Queries about proposals.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult};

use crate::{
    db::{Conditions, Read},
    entity::{columns, proposal},
    ids::{PersonId, PlanId, ProposalId},
    plans::RevisionFilter,
};

/// A proposal, and with which manager and when its revision was shared.
#[derive(Debug, FromQueryResult)]
pub struct ProposalRow {
    #[sea_orm(nested)]
    pub proposal: proposal::Model,
    pub shared_with: Option<PersonId>,
    pub shared_at: DateTime<Utc>,
}

pub async fn find_proposal(db: &impl Read, id: ProposalId) -> Result<Option<ProposalRow>, DbErr> {
    let o = columns::<proposal::Entity>("o");
    let sql = format!(
        "select {o}, r.manager_id as shared_with, r.shared_at from proposals o \
         join revisions r on r.tenant_id = o.tenant_id and r.plan_id = o.plan_id and r.number = o.revision \
         where o.tenant_id = $1 and o.id = $2"
    );
    db.find(&sql, [id.into()]).await
}

/// A page of the proposals on a plan that `reader` made, and of those of others on the revisions in `others`, in order
/// of creation. Returns one row more than `limit` if there is a next page.
pub async fn list_proposals(
    db: &impl Read,
    plan: PlanId,
    reader: PersonId,
    others: Option<RevisionFilter>,
    after: Option<ProposalId>,
    limit: u32,
) -> Result<Vec<proposal::Model>, DbErr> {
    let o = columns::<proposal::Entity>("o");
    let select = format!(
        "select {o} from proposals o \
         join revisions r on r.tenant_id = o.tenant_id and r.plan_id = o.plan_id and r.number = o.revision \
         where o.tenant_id = $1 and o.plan_id = $2"
    );
    let mut sql = Conditions::new(&select, [plan.into()]);
    match others {
        Some(revisions) => {
            let (readable, values) = revisions.condition();
            sql.and_all(
                &format!("(o.author_id = ? and not o.closed_to_author or {readable})"),
                std::iter::once(reader.into()).chain(values),
            );
        }
        None => sql.and_if("o.author_id = ? and not o.closed_to_author", Some(reader)),
    }
    sql.and_if("o.id > ?", after);
    sql.page("o.id", limit);
    db.list(&sql.sql, sql.values).await
}
