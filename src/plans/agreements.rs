//! The agreement of a plan's present manager, which is kept in the plan's row.

use sea_orm::{DbErr, FromQueryResult};

use crate::{
    db::{Crossing, Database},
    ids::{PlanId, TenantId},
};

/// Selects when a manager who counts now agreed to the latest revision of a row of `plans`: the owner's active manager,
/// or an acting manager beside the one whom the owner has now. An agreement belongs to a person.
pub(super) fn that_counts(tenant: &str) -> String {
    format!(
        "select min(a.agreed_at) from agreements a \
         join people o on o.tenant_id = {tenant} and o.id = plans.owner_id \
         left join people m on m.tenant_id = {tenant} and m.id = o.manager_id and m.active \
         where a.tenant_id = {tenant} and a.plan_id = plans.id and a.revision = plans.latest_revision \
             and (a.person_id = m.id or a.acting and a.manager_id is not distinct from o.manager_id)"
    )
}

/// A plan whose kept agreement is not that of a manager who counts.
#[derive(Debug, PartialEq, Eq, FromQueryResult)]
pub struct Difference {
    pub tenant_id: TenantId,
    pub plan_id: PlanId,
}

/// The first `limit` shared plans of all tenants whose kept agreement is not the one that counts.
pub async fn list_differences(db: &Database, limit: u32) -> Result<Vec<Difference>, DbErr> {
    let counts = that_counts("plans.tenant_id");
    let sql = format!(
        "select plans.tenant_id, plans.id as plan_id from plans \
         where plans.shared_at is not null and plans.manager_agreed_at is distinct from ({counts}) \
         order by plans.tenant_id, plans.id limit {limit}"
    );
    db.query_all_tenants(Crossing::KeptAgreements, &sql, []).await
}
