//! Queries about audit records.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, Value};

use crate::{
    db::{Conditions, Crossing, Database, Read, TenantWork, Transaction},
    entity::{audit_detail, audit_head, audit_read, audit_record, audit_record_plan, columns},
    ids::{AuditRecordId, EventId, LinkId, PersonId, PlanId},
    reads::{ReadAction, first_id},
    record::{Change, EventType},
};

/// The type of the event that tells of a seal. It is no audit record: each seal would make one to seal.
pub fn sealed_type() -> &'static str {
    EventType::AuditSealed.about().name
}

/// The key of an audit record in lists: the latest is first.
pub type RecordKey = (DateTime<Utc>, AuditRecordId);

/// The action of an event: its type without `groundwork.` and version.
const ACTION_OF_EVENT: &str = "substr(e.type, 12, length(e.type) - 14)";

/// An event that is to be sealed.
#[derive(Debug, FromQueryResult)]
pub struct Unsealed {
    pub position: i64,
    pub id: EventId,
    pub event_type: String,
    pub in_feed: bool,
    pub action: String,
    pub subject: String,
    pub actor_id: Option<PersonId>,
    pub link_id: Option<LinkId>,
    pub client: Option<String>,
    pub request_id: Option<String>,
    pub occurred_at: DateTime<Utc>,
    pub salt: Option<String>,
    pub detail: Option<String>,
}

/// The tenants that have something to seal, or a digest to give out that is due since `announce_before`.
pub async fn tenants_to_seal(
    db: &Database,
    sealed_until: DateTime<Utc>,
    announce_before: DateTime<Utc>,
) -> Result<TenantWork, DbErr> {
    let newer = "select 1 from events e where e.tenant_id = t.id and e.position >= coalesce(h.sealed_position, 0) \
         and (e.position > coalesce(h.sealed_position, 0) or e.id > h.sealed_event_id)";
    let sql = format!(
        "select t.id from tenants t left join audit_heads h on h.tenant_id = t.id \
         where exists ({newer} and e.in_feed) or exists ({newer} and not e.in_feed) \
             or exists (select 1 from audit_reads r where r.tenant_id = t.id and r.id < $1) \
             or h.sequence > h.announced_sequence and h.announced_at <= $2"
    );
    let values = [first_id(sealed_until).into(), announce_before.into()];
    db.work_on_tenants_where(Crossing::UnsealedAudit, &sql, values).await
}

/// The first events after the one that was sealed last, below `horizon`.
pub async fn list_unsealed(
    db: &impl Read,
    head: &audit_head::Model,
    horizon: i64,
    limit: usize,
) -> Result<Vec<Unsealed>, DbErr> {
    // Two indexes have the events in order, so there are two parts.
    let part = |condition: &str, alias: &str| {
        format!(
            "select * from (select e.position, e.id, e.type as event_type, e.in_feed, {ACTION_OF_EVENT} as action, \
                 e.subject, e.actor_id, e.link_id, e.client, e.request_id, e.occurred_at, d.salt, d.detail \
             from events e left join audit_details d on d.tenant_id = e.tenant_id and d.record_id = e.id \
             where e.tenant_id = $1 and {condition} and e.position < $2 and e.position >= $3 \
                 and (e.position > $3 or e.id > $4) order by e.position, e.id limit {limit}) {alias}"
        )
    };
    let sql = format!(
        "{} union all {} order by position, id limit {limit}",
        part("e.in_feed", "x"),
        part("not e.in_feed", "y")
    );
    db.list(&sql, [horizon.into(), head.sealed_position.into(), head.sealed_event_id.into()]).await
}

/// Counted reads of windows that ended at `until` or before.
pub async fn list_counted(
    db: &impl Read,
    until: DateTime<Utc>,
    limit: usize,
) -> Result<Vec<audit_read::Model>, DbErr> {
    let sql = format!(
        "select {} from audit_reads r where r.tenant_id = $1 and r.id < $2 order by r.id limit {limit}",
        columns::<audit_read::Entity>("r")
    );
    db.list(&sql, [first_id(until).into()]).await
}

/// Deletes counted reads that are sealed now.
pub async fn delete_counted(txn: &mut Transaction, ids: &[AuditRecordId]) -> Result<(), DbErr> {
    if ids.is_empty() {
        return Ok(());
    }
    let mut sql = Conditions::new("delete from audit_reads where tenant_id = $1", []);
    sql.and_one_of("id", ids.iter().copied());
    txn.execute(&sql.sql, sql.values).await.map(drop)
}

/// How many plans are read at once: an export may have shown very many.
const PLANS: i64 = 100_000;

/// How many of these records, from the first on, to read with the plans that they showed: all, or one.
pub async fn at_once(db: &impl Read, records: &[AuditRecordId]) -> Result<usize, DbErr> {
    if records.is_empty() {
        return Ok(0);
    }
    let mut sql =
        Conditions::new("select count(*) as number from audit_record_plans p where p.tenant_id = $1", []);
    sql.and_one_of("p.record_id", records.iter().copied());
    let plans = db.count(&sql.sql, sql.values).await?;
    Ok(if plans > PLANS { 1 } else { records.len() })
}

/// The plans that the lists of some records showed, in order.
pub async fn list_plans(
    db: &impl Read,
    records: &[AuditRecordId],
) -> Result<Vec<audit_record_plan::Model>, DbErr> {
    if records.is_empty() {
        return Ok(Vec::new());
    }
    let select = format!(
        "select {} from audit_record_plans p where p.tenant_id = $1",
        columns::<audit_record_plan::Entity>("p")
    );
    let mut sql = Conditions::new(&select, []);
    sql.and_one_of("p.record_id", records.iter().copied());
    let mut plans: Vec<audit_record_plan::Model> = db.list(&sql.sql, sql.values).await?;
    plans.sort_by_key(|plan| (plan.record_id, plan.plan_id));
    Ok(plans)
}

/// The sealed records after a number, in order.
pub async fn list_sealed(
    db: &impl Read,
    after: i64,
    limit: usize,
) -> Result<Vec<audit_record::Model>, DbErr> {
    let sql = format!(
        "select {} from audit_records r where r.tenant_id = $1 and r.sequence > $2 order by r.sequence limit {limit}",
        columns::<audit_record::Entity>("r")
    );
    db.list(&sql, [after.into()]).await
}

pub async fn find_head(db: &impl Read) -> Result<Option<audit_head::Model>, DbErr> {
    let sql =
        format!("select {} from audit_heads h where h.tenant_id = $1", columns::<audit_head::Entity>("h"));
    db.find(&sql, []).await
}

/// What is personal in some records.
pub async fn list_details(
    db: &impl Read,
    records: &[AuditRecordId],
) -> Result<Vec<audit_detail::Model>, DbErr> {
    if records.is_empty() {
        return Ok(Vec::new());
    }
    let select = format!(
        "select {} from audit_details d where d.tenant_id = $1",
        columns::<audit_detail::Entity>("d")
    );
    let mut sql = Conditions::new(&select, []);
    sql.and_one_of("d.record_id", records.iter().copied());
    db.list(&sql.sql, sql.values).await
}

/// How many other records have a digest that names this number.
pub async fn count_digests(db: &impl Read, sequence: i64, except: i64) -> Result<i64, DbErr> {
    let sql = "select count(*) as number from audit_records r \
         where r.tenant_id = $1 and r.digest like $2 and r.sequence <> $3";
    db.count(sql, [format!("{sequence}.%").into(), except.into()]).await
}

/// A row of the audit log: sealed, or not yet.
#[derive(Debug, FromQueryResult)]
pub struct RecordRow {
    pub id: AuditRecordId,
    pub at: DateTime<Utc>,
    pub actor_id: Option<PersonId>,
    pub link_id: Option<LinkId>,
    pub client: Option<String>,
    pub action: String,
    pub subject: String,
    pub held_right: Option<String>,
    pub request_id: Option<String>,
    pub count: i64,
    pub digest: Option<String>,
}

/// Which records a list has.
#[derive(Debug, Default)]
pub struct RecordFilter {
    pub actor_id: Option<PersonId>,
    pub subjects: Option<Vec<String>>,
    pub action: Option<String>,
    pub from: Option<DateTime<Utc>>,
    pub to: Option<DateTime<Utc>>,
}

/// The audit log, the latest first: sealed records, and the events and reads that are not sealed yet. It leaves out
/// changes of what only its author can read.
pub async fn list_records(
    db: &impl Read,
    filter: &RecordFilter,
    after: Option<RecordKey>,
    limit: u32,
) -> Result<Vec<RecordRow>, DbErr> {
    let listed: Vec<_> = EventType::of_audit_log().map(|each| format!("'{}'", each.about().name)).collect();
    let (listed, sealed) = (listed.join(", "), sealed_type());
    let select = format!(
        "select x.* from ( \
             select r.id, r.at, r.actor_id, r.link_id, r.client, r.action, r.subject, r.held_right, r.request_id, \
                 r.count, r.digest from audit_records r where r.tenant_id = $1 and r.listed \
             union all select c.id, c.at, c.actor_id, c.link_id, c.client, c.action, c.subject, c.held_right, \
                 null as request_id, c.count, null as digest from audit_reads c where c.tenant_id = $1 \
             union all select e.id, e.occurred_at as at, e.actor_id, e.link_id, e.client, {ACTION_OF_EVENT} as action, \
                 e.subject, null as held_right, e.request_id, 1 as count, null as digest from events e \
                 left join audit_heads h on h.tenant_id = e.tenant_id \
                 where e.tenant_id = $1 and e.type <> '{sealed}' and (e.in_feed or e.type in ({listed})) \
                     and e.position >= coalesce(h.sealed_position, 0) \
                     and (e.position > coalesce(h.sealed_position, 0) or e.id > h.sealed_event_id) \
         ) x where true"
    );
    let RecordFilter { actor_id, subjects, action, from, to } = filter;
    let mut sql = Conditions::new(&select, []);
    sql.and_if("x.actor_id = ?", *actor_id);
    if let Some(subjects) = subjects {
        sql.and_one_of("x.subject", subjects.iter().cloned());
    }
    sql.and_if("x.action = ?", action.clone());
    sql.and_if("x.at >= ?", *from);
    sql.and_if("x.at < ?", *to);
    if let Some((at, id)) = after {
        sql.and_all("(x.at, x.id) < (?, ?)", [at.into(), id.into()]);
    }
    sql.page("x.at desc, x.id desc", limit);
    db.list(&sql.sql, sql.values).await
}

/// A read of a plan by others. A list names no plan as its subject: it showed `shown`.
#[derive(Debug, FromQueryResult)]
struct ReadRow {
    subject: String,
    shown: Option<PlanId>,
    #[sea_orm(nested)]
    access: AccessRow,
}

/// Reads of these plans by others, each with its plan, the oldest first.
pub async fn list_reads_of(db: &impl Read, plans: &[PlanId]) -> Result<Vec<(PlanId, AccessRow)>, DbErr> {
    let mut reads = Vec::new();
    let columns = "r.id, r.at, r.actor_id as reader_id, n.display_name as reader_name, r.client, r.held_right, \
         r.action, r.count, cast(null as text) as reason, r.subject";
    let names = "left join people n on n.tenant_id = r.tenant_id and n.id = r.actor_id";
    for table in ["audit_records", "audit_reads"] {
        let select = format!(
            "select {columns}, cast(null as uuid) as shown from {table} r {names} \
             where r.tenant_id = $1 and r.held_right is not null"
        );
        let mut sql = Conditions::new(&select, []);
        sql.and_one_of("r.subject", plans.iter().map(|plan| format!("plans/{plan}")));
        reads.extend(db.list::<ReadRow>(&sql.sql, sql.values).await?);
        let select = format!(
            "select {columns}, p.plan_id as shown from audit_record_plans p \
             join {table} r on r.tenant_id = p.tenant_id and r.id = p.record_id {names} where p.tenant_id = $1"
        );
        let mut sql = Conditions::new(&select, []);
        sql.and_one_of("p.plan_id", plans.iter().copied());
        reads.extend(db.list::<ReadRow>(&sql.sql, sql.values).await?);
    }
    let plan = |row: &ReadRow| row.shown.or_else(|| row.subject.strip_prefix("plans/")?.parse().ok());
    let mut reads: Vec<_> = reads.into_iter().filter_map(|row| Some((plan(&row)?, row.access))).collect();
    reads.sort_by_key(|(plan, read)| (read.at, read.id, *plan));
    Ok(reads)
}

/// The last record of the chain.
pub async fn find_last(db: &impl Read) -> Result<Option<audit_record::Model>, DbErr> {
    let sql = format!(
        "select {} from audit_records r where r.tenant_id = $1 order by r.sequence desc limit 1",
        columns::<audit_record::Entity>("r")
    );
    db.find(&sql, []).await
}

/// Where an event is in the order of the feed.
#[derive(Debug, FromQueryResult)]
pub struct Place {
    pub position: i64,
    pub id: EventId,
}

/// The last event that is among the records; none if all of those were deleted.
pub async fn find_last_sealed_event(db: &impl Read) -> Result<Option<Place>, DbErr> {
    let sql = "select e.position, e.id from events e \
         join audit_records r on r.tenant_id = e.tenant_id and r.id = e.id \
         where e.tenant_id = $1 order by e.position desc, e.id desc limit 1";
    db.find(sql, []).await
}

/// Counts the reads of later windows in the one that begins at `window`: under new ids, which tell the window.
pub async fn count_in(txn: &mut Change, window: DateTime<Utc>) -> Result<(), DbErr> {
    #[derive(FromQueryResult)]
    struct Later {
        id: AuditRecordId,
    }
    let later = "select r.id from audit_reads r where r.tenant_id = $1 and r.window_at > $2";
    let later: Vec<Later> = txn.list(later, [window.into()]).await?;
    for Later { id } in later {
        let new: AuditRecordId = txn.id();
        let shown = "update audit_record_plans set record_id = $2 where tenant_id = $1 and record_id = $3";
        txn.execute(shown, [new.into(), id.into()]).await?;
        let counted = "update audit_reads set id = $2, window_at = $4 where tenant_id = $1 and id = $3";
        txn.execute(counted, [new.into(), id.into(), window.into()]).await?;
    }
    Ok(())
}

/// The heads of all tenants.
pub async fn list_heads(db: &Database) -> Result<Vec<audit_head::Model>, DbErr> {
    let sql = format!("select {} from audit_heads h", columns::<audit_head::Entity>("h"));
    db.query_all_tenants(Crossing::AuditHeads, &sql, []).await
}

/// Reads of a plan by others, or the end or the return of a link of its owner.
#[derive(Debug, FromQueryResult)]
pub struct AccessRow {
    pub id: AuditRecordId,
    pub at: DateTime<Utc>,
    pub reader_id: Option<PersonId>,
    pub reader_name: Option<String>,
    pub client: Option<String>,
    pub held_right: String,
    pub action: String,
    pub count: i64,
    /// Why a link was ended.
    pub reason: Option<String>,
}

/// Who has read a plan, the latest first, and what became of its owner's identities.
pub async fn list_accesses(
    db: &impl Read,
    plan: PlanId,
    owner: PersonId,
    after: Option<RecordKey>,
    limit: u32,
) -> Result<Vec<AccessRow>, DbErr> {
    let actions: Vec<String> = ReadAction::ALL.iter().map(|action| format!("'{}'", action.name())).collect();
    let actions = actions.join(", ");
    let of = |table: &str| {
        let columns =
            "r.id, r.at, r.actor_id as reader_id, r.client, r.held_right, r.action, r.count, null as reason";
        format!(
            "select {columns} from {table} r \
                 where r.tenant_id = $1 and r.subject = $2 and r.action in ({actions}) \
             union all select {columns} from audit_record_plans p \
                 join {table} r on r.tenant_id = p.tenant_id and r.id = p.record_id \
                 where p.tenant_id = $1 and p.plan_id = $3"
        )
    };
    let select = format!(
        "select x.*, n.display_name as reader_name from ( {sealed} union all {counted} \
             union all select i.id, i.unlinked_at as at, i.unlinked_by as reader_id, null as client, \
                 case when i.unlinked_by is null then 'operator' else 'hr_admin' end as held_right, \
                 'person.identity_unlinked' as action, 1 as count, i.reason from identities i \
                 where i.tenant_id = $1 and i.person_id = $4 and i.unlinked_at is not null and not i.is_moved \
             union all select i.id, i.restored_at as at, null as reader_id, null as client, \
                 'operator' as held_right, 'person.identity_restored' as action, 1 as count, null as reason \
                 from identities i where i.tenant_id = $1 and i.person_id = $4 and i.restored_at is not null \
         ) x left join people n on n.tenant_id = $1 and n.id = x.reader_id where true",
        sealed = of("audit_records"),
        counted = of("audit_reads")
    );
    let values: [Value; 3] = [format!("plans/{plan}").into(), plan.into(), owner.into()];
    let mut sql = Conditions::new(&select, values);
    if let Some((at, id)) = after {
        sql.and_all("(x.at, x.id) < (?, ?)", [at.into(), id.into()]);
    }
    sql.page("x.at desc, x.id desc", limit);
    db.list(&sql.sql, sql.values).await
}

/// The tenants whose first record is older than `before`.
pub async fn tenants_with_old_records(db: &Database, before: DateTime<Utc>) -> Result<TenantWork, DbErr> {
    let sql = "select h.tenant_id from audit_heads h join audit_records r on r.tenant_id = h.tenant_id \
         and r.sequence = h.checkpoint_sequence + 1 where r.at < $1";
    db.work_on_tenants_where(Crossing::OldAudit, sql, [before.into()]).await
}
