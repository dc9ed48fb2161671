//! Relations besides that of a manager: the roles that they give to a caller while they are in force.
//!
//! A period is judged by the statement that reads the row, at the time of the request. For the owner, the manager and
//! the person who promised an item the statements look up nothing.

use std::sync::LazyLock;

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult};
use uuid::Uuid;

use super::{
    Identity,
    permissions::{Role, Roles},
};
use crate::{db::Read, ids::PersonId};

/// What the relations in force make of a caller, for the plans of one owner.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, FromQueryResult)]
pub struct Standing {
    /// Since when the caller has been acting manager.
    pub acting_since: Option<DateTime<Utc>>,
    /// The sum of [`MATRIX`], [`HR_PARTNER`] and [`DELEGATE`], as they apply.
    pub other_relations: Option<i64>,
}

const MATRIX: i64 = 1;
const HR_PARTNER: i64 = 2;
const DELEGATE: i64 = 4;

impl Standing {
    /// `roles` with those of the relations. A matrix manager has a role once the owner has asked for feedback on the
    /// planning section.
    pub fn add_to(self, roles: Roles, asked_about_planning: bool) -> Roles {
        let has = |relation| self.other_relations.is_some_and(|relations| relations & relation != 0);
        roles
            .with(Role::Acting, self.acting_since.is_some())
            .with(Role::Matrix, has(MATRIX) && asked_about_planning)
            .with(Role::HrPartner, has(HR_PARTNER))
            .with(Role::Delegate, has(DELEGATE))
    }
}

/// Whether a relation `x` is in force at `$3`.
pub const IN_FORCE: &str = "x.starts_at <= $3 and (x.ends_at is null or x.ends_at > $3)";

/// The number that stands for the kind of a relation `x` in [`Standing::other_relations`].
fn number_of_kind() -> String {
    format!(
        "case x.kind when 'matrix' then {MATRIX} when 'hr_partner' then {HR_PARTNER} \
             when 'delegate' then {DELEGATE} else 0 end"
    )
}

/// The columns of [`Standing`] for the caller `$2` at `$3`, the plan `p` and its owner `o`, in a list. Empty where
/// `decided` holds, a condition under which no relation adds a right.
pub fn standing(decided: &str) -> String {
    let acting = format!(
        "select min(x.starts_at) from relations x where x.tenant_id = $1 and x.other_id = $2 \
         and x.person_id = p.owner_id and x.kind = 'acting' and {IN_FORCE}"
    );
    let others = format!(
        "select sum(distinct {}) from relations x where x.tenant_id = $1 and x.other_id = $2 and (x.kind <> 'delegate' \
             and x.person_id = p.owner_id or x.kind = 'delegate' and x.person_id = ( \
                 select y.id from people y where y.tenant_id = $1 and y.id = o.manager_id and y.active)) \
             and {IN_FORCE}",
        number_of_kind()
    );
    format!(
        "case when {decided} then null else ({acting}) end as acting_since, \
         case when {decided} then null else ({others}) end as other_relations"
    )
}

/// What the relations in force make of the caller of one plan, for its owner and that one's manager. The owner and the
/// manager themselves have their rights without a relation, and services have none: nothing is looked up for them.
pub async fn find_standing(
    db: &impl Read,
    caller: &Identity,
    owner: PersonId,
    manager: Option<PersonId>,
) -> Result<Standing, DbErr> {
    let Some(person) = caller.person.filter(|person| *person != owner && Some(*person) != manager) else {
        return Ok(Standing::default());
    };
    static SQL: LazyLock<String> = LazyLock::new(|| {
        format!(
            "select min(case when x.kind = 'acting' then x.starts_at end) as acting_since, \
                 sum(distinct {}) as other_relations \
             from relations x where x.tenant_id = $1 and x.other_id = $2 and {IN_FORCE} \
                 and (x.kind <> 'delegate' and x.person_id = $4 or x.kind = 'delegate' and x.person_id = ( \
                     select y.id from people y where y.tenant_id = $1 and y.id = $5 and y.active))",
            number_of_kind()
        )
    });
    let manager = manager.unwrap_or(PersonId(Uuid::nil()));
    let values = [person.into(), caller.now.into(), owner.into(), manager.into()];
    Ok(db.find(&SQL, values).await?.unwrap_or_default())
}

/// Whether the person responsible for an item `i` can read its plan `p`, whose owner is `o`, at `$3`: as the manager,
/// by a relation or by invitation, without which a matrix manager reads nothing. A condition.
pub fn responsible_reads() -> String {
    format!(
        "(i.responsible_id = o.manager_id or exists (select 1 from feedback_requests f where f.tenant_id = $1 \
             and f.plan_id = p.id and f.reviewer_id = i.responsible_id and f.origin = 'invitation') \
         or exists (select 1 from relations x where x.tenant_id = $1 and x.other_id = i.responsible_id \
             and (x.kind in ('acting', 'hr_partner') and x.person_id = p.owner_id \
                 or x.kind = 'delegate' and x.person_id = ( \
                     select y.id from people y where y.tenant_id = $1 and y.id = o.manager_id and y.active)) \
             and {IN_FORCE}))"
    )
}

/// Whether a person `m` reads the shared plans of a person, `$2`, whose active manager is `$4`, at `$3`: as that
/// manager or by a relation in force. A condition.
pub fn person_reads() -> String {
    format!(
        "(m.id = $4 or exists (select 1 from relations x where x.tenant_id = $1 and x.other_id = m.id \
             and (x.kind in ('acting', 'hr_partner') and x.person_id = $2 \
                 or x.kind = 'delegate' and x.person_id = $4) \
             and {IN_FORCE}))"
    )
}

/// The columns of [`Standing`] for a caller who has no relations, such as a service.
pub const NO_STANDING: &str =
    "cast(null as timestamptz) as acting_since, cast(null as bigint) as other_relations";

/// Selects the people, `person_id`, whose shared plans the caller, `$2`, reads by a relation in force at `$3`. Matrix
/// managers read what they are invited to, and need no relation for that.
pub fn people_read() -> String {
    format!(
        "select x.person_id from relations x where x.tenant_id = $1 and x.other_id = $2 \
             and x.kind in ('acting', 'hr_partner') and {IN_FORCE} \
         union all select s.id from relations x \
             join people m on m.tenant_id = $1 and m.id = x.person_id and m.active \
             join people s on s.tenant_id = $1 and s.manager_id = m.id \
             where x.tenant_id = $1 and x.other_id = $2 and x.kind = 'delegate' and {IN_FORCE}"
    )
}

/// Selects the people, `person_id`, whose acting manager a person, `$2`, is at `$3`.
pub fn people_acted_for() -> String {
    format!(
        "select x.person_id from relations x \
         where x.tenant_id = $1 and x.other_id = $2 and x.kind = 'acting' and {IN_FORCE}"
    )
}

#[derive(FromQueryResult)]
struct Found {
    id: PersonId,
}

/// Whether the caller is a delegate of an active `manager`.
pub async fn is_delegate(db: &impl Read, caller: &Identity, manager: PersonId) -> Result<bool, DbErr> {
    let sql = format!(
        "select x.other_id as id from relations x \
         join people m on m.tenant_id = $1 and m.id = x.person_id and m.active \
         where x.tenant_id = $1 and x.other_id = $2 and x.person_id = $4 and x.kind = 'delegate' and {IN_FORCE} limit 1"
    );
    let values = [caller.id_or_nil().into(), caller.now.into(), manager.into()];
    Ok(db.find::<Found>(&sql, values).await?.is_some())
}

/// The active managers whose delegate the caller is, at most `limit`.
pub async fn list_managers(
    db: &impl Read,
    delegate: PersonId,
    now: DateTime<Utc>,
    limit: u32,
) -> Result<Vec<PersonId>, DbErr> {
    let sql = format!(
        "select distinct m.id from relations x \
         join people m on m.tenant_id = $1 and m.id = x.person_id and m.active \
         where x.tenant_id = $1 and x.other_id = $2 and x.kind = 'delegate' and {IN_FORCE} order by m.id limit {limit}"
    );
    let found: Vec<Found> = db.list(&sql, [delegate.into(), now.into()]).await?;
    Ok(found.into_iter().map(|found| found.id).collect())
}

/// Whether the caller is an acting manager of a person.
pub async fn is_acting(db: &impl Read, caller: &Identity, person: PersonId) -> Result<bool, DbErr> {
    let sql = format!(
        "select x.other_id as id from relations x \
         where x.tenant_id = $1 and x.other_id = $2 and x.person_id = $4 and x.kind = 'acting' and {IN_FORCE} limit 1"
    );
    let values = [caller.id_or_nil().into(), caller.now.into(), person.into()];
    Ok(db.find::<Found>(&sql, values).await?.is_some())
}

/// Whether a person has an active acting manager.
pub async fn has_acting(db: &impl Read, person: PersonId, now: DateTime<Utc>) -> Result<bool, DbErr> {
    let sql = format!(
        "select x.other_id as id from relations x \
         join people a on a.tenant_id = $1 and a.id = x.other_id and a.active \
         where x.tenant_id = $1 and x.person_id = $2 and x.kind = 'acting' and {IN_FORCE} limit 1"
    );
    Ok(db.find::<Found>(&sql, [person.into(), now.into()]).await?.is_some())
}

/// The active people who have a manager's rights for a person by a relation: acting managers, and delegates of the
/// active `manager`. At most 100.
pub async fn list_acting(
    db: &impl Read,
    person: PersonId,
    manager: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<Vec<PersonId>, DbErr> {
    let sql = format!(
        "select distinct a.id from relations x \
         join people a on a.tenant_id = $1 and a.id = x.other_id and a.active \
         where x.tenant_id = $1 and (x.kind = 'acting' and x.person_id = $2 \
             or x.kind = 'delegate' and x.person_id = $4) and {IN_FORCE} order by a.id limit 100"
    );
    let manager = manager.unwrap_or(PersonId(Uuid::nil()));
    let found: Vec<Found> = db.list(&sql, [person.into(), now.into(), manager.into()]).await?;
    Ok(found.into_iter().map(|found| found.id).collect())
}

/// Selects the people, `person_id`, whose HR partner the caller, `$4`, is at `$3`.
pub fn people_of_partner() -> String {
    format!(
        "select x.person_id from relations x \
         where x.tenant_id = $1 and x.other_id = $4 and x.kind = 'hr_partner' and {IN_FORCE}"
    )
}

/// Whether the caller is the HR partner of anyone.
pub async fn is_partner(db: &impl Read, caller: &Identity) -> Result<bool, DbErr> {
    let sql = format!(
        "select x.other_id as id from relations x \
         where x.tenant_id = $1 and x.other_id = $2 and x.kind = 'hr_partner' and {IN_FORCE} limit 1"
    );
    Ok(db.find::<Found>(&sql, [caller.id_or_nil().into(), caller.now.into()]).await?.is_some())
}
