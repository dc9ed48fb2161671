//! What is stored about a person, as one document.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult, Value};
use serde::{Serialize, Serializer};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::AdditionalProperties},
};

use super::{
    columns::{Section, TABLES},
    records::{self, Record},
};
use crate::{
    audit,
    auth::Actor,
    db::Read,
    ids::{PersonId, PlanId, TenantId},
    reads::{self, ReadAction, ReadKey, ReadSubject},
    record::Event,
    state::Core,
};

/// Everything that is stored about a person, for the person or for a leaver's HR.
///
/// For HR, what is private is left out: plans that are not shared, unshared changes, feedback that is not submitted and
/// private notes. Private notes of others are in no one's export but theirs.
#[derive(Debug, Serialize, ToSchema)]
pub struct PersonExport {
    /// The name and version of this format.
    #[schema(value_type = String, example = "groundwork.person_export.v1")]
    pub format: &'static str,
    pub person_id: PersonId,
    pub exported_at: DateTime<Utc>,
    /// Whether what is private is included.
    pub complete: bool,
    /// What was left out, as numbers alone.
    pub left_out: LeftOut,
    /// The data, by kind.
    #[schema(max_items = 50)]
    pub records: Vec<ExportedRecords>,
}

/// Numbers of what an export leaves out.
#[derive(Debug, Default, Serialize, ToSchema)]
pub struct LeftOut {
    /// Plans that are not shared.
    #[schema(minimum = 0)]
    pub drafts: i64,
    /// Shared plans whose working copy differs from what was shared.
    #[schema(minimum = 0)]
    pub unshared_changes: i64,
    /// Feedback that the person has not submitted.
    #[schema(minimum = 0)]
    pub unsubmitted_feedback: i64,
    /// Private notes of the person.
    #[schema(minimum = 0)]
    pub private_notes: i64,
    /// What was set aside when an identity was unlinked. No one can read it, unless the operator gives it back.
    #[schema(minimum = 0)]
    pub set_aside: i64,
}

/// All data of one kind.
#[derive(Debug, Serialize, ToSchema)]
pub struct ExportedRecords {
    /// The kind, such as `plans` or `feedback_given`.
    #[schema(max_length = 50, example = "plans")]
    pub kind: &'static str,
    /// What the records are.
    #[schema(max_length = 200, example = "The person's plans")]
    pub about: &'static str,
    #[schema(max_items = 1000000)]
    pub items: Vec<ExportedRecord>,
}

/// One record, as its schema says.
#[derive(Debug)]
pub struct ExportedRecord(Record);

impl PartialSchema for ExportedRecord {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .description(Some(
                "One record: its fields by name, as they are stored. Instants are RFC 3339 in UTC; ids refer to other \
                 records of the export, or to colleagues.",
            ))
            .additional_properties(Some(AdditionalProperties::<Schema>::FreeForm(true)))
            .into()
    }
}

impl ToSchema for ExportedRecord {}

impl Serialize for ExportedRecord {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

/// Who gets an export.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The person, or the operator on the person's behalf.
    Person,
    /// HR, for a leaver.
    Hr,
}

/// The export of a person; none if there is no such person.
pub async fn export(
    db: &impl Read,
    person: PersonId,
    reader: Reader,
    now: DateTime<Utc>,
) -> Result<Option<PersonExport>, DbErr> {
    let named = [(":person", Value::from(person))];
    let mut exported = Vec::new();
    for table in TABLES {
        for section in table.export {
            let Section { kind, about, rows, hr_rows, without, hr_without } = section;
            let condition = match (reader, hr_rows) {
                (Reader::Person, _) => (*rows).to_owned(),
                (Reader::Hr, Some(hr_rows)) => format!("{rows} and {hr_rows}"),
                (Reader::Hr, None) => continue,
            };
            let mut items = records::list(db, table.name, &condition, &named).await?;
            let hidden = hr_without.iter().filter(|_| reader == Reader::Hr);
            for column in without.iter().chain(hidden) {
                items.iter_mut().for_each(|item| drop(item.remove(*column)));
            }
            let items = items.into_iter().map(ExportedRecord).collect();
            exported.push(ExportedRecords { kind, about, items });
        }
    }
    if exported.iter().any(|records| records.kind == "person" && records.items.is_empty()) {
        return Ok(None);
    }
    if reader == Reader::Person {
        exported.push(plan_reads(db, &exported).await?);
    }
    // The person first.
    exported.sort_by_key(|records| records.kind != "person");
    Ok(Some(PersonExport {
        format: "groundwork.person_export.v1",
        person_id: person,
        exported_at: now,
        complete: reader == Reader::Person,
        left_out: left_out(db, person, reader).await?,
        records: exported,
    }))
}

/// The kind of the records that are the person's plans.
const PLANS: &str = "plans";

impl ExportedRecords {
    /// The plans that the records are, or belong to.
    fn plans(&self) -> impl Iterator<Item = PlanId> {
        let field = if self.kind == PLANS { "id" } else { "plan_id" };
        self.items.iter().filter_map(move |item| item.0.get(field)?.as_str()?.parse().ok())
    }
}

/// Who has read the plans in an export: what the access log of each shows.
async fn plan_reads(db: &impl Read, exported: &[ExportedRecords]) -> Result<ExportedRecords, DbErr> {
    let own = exported.iter().filter(|records| records.kind == PLANS);
    let plans: Vec<PlanId> = own.flat_map(ExportedRecords::plans).collect();
    let reads = audit::list_reads_of(db, &plans).await?;
    let items = reads.iter().map(|read| records::record(read).map(ExportedRecord));
    Ok(ExportedRecords {
        kind: "plan_reads",
        about: "Who else has read the person's plans, as the access log of each plan has it",
        items: items.collect::<Result<_, _>>()?,
    })
}

impl PersonExport {
    /// The plans of which the export shows something: the person's, and those of others that the person has
    /// contributed to.
    pub async fn plans(&self, db: &impl Read) -> Result<BTreeSet<PlanId>, DbErr> {
        #[derive(FromQueryResult)]
        struct Found {
            id: PlanId,
        }
        // Progress names its item alone. That on the person's own plans comes with those.
        let recorded = "select distinct i.plan_id as id from progress_updates u \
             join action_items i on i.tenant_id = u.tenant_id and i.id = u.action_item_id \
             join plans p on p.tenant_id = i.tenant_id and p.id = i.plan_id and p.shared_at is not null \
             where u.tenant_id = $1 and u.author_id = $2 and not u.while_draft";
        let recorded: Vec<Found> = db.list(recorded, [self.person_id.into()]).await?;
        let named = self.records.iter().flat_map(ExportedRecords::plans);
        Ok(named.chain(recorded.into_iter().map(|found| found.id)).collect())
    }
}

/// The whole export of a person, which the operator makes on the person's word; none if there is no such person. It
/// stands in the audit log, and in the access log of each plan.
pub async fn export_for_operator(
    core: &Core,
    tenant: TenantId,
    person: PersonId,
) -> Result<Option<PersonExport>, DbErr> {
    let mut txn = core.begin(tenant, Actor::default()).await?;
    let Some(export) = export(&*txn, person, Reader::Person, txn.now()).await? else { return Ok(None) };
    let reader = reads::Reader { person: None, link: None, client: None };
    let subject = ReadSubject::Person(person);
    let key = ReadKey { reader, action: ReadAction::PersonExported, right: "operator", subject };
    core.reads.note(tenant, key, export.plans(&*txn).await?, txn.now());
    txn.record(Event::PersonExported(person));
    txn.commit().await?;
    core.flush_reads().await?;
    Ok(Some(export))
}

async fn left_out(db: &impl Read, person: PersonId, reader: Reader) -> Result<LeftOut, DbErr> {
    let count = async |condition: &str| {
        db.count(&format!("select count(*) as number from {condition}"), [person.into()]).await
    };
    let set_aside = count(
        "set_aside t join identities l on l.tenant_id = t.tenant_id and l.id = t.link_id \
         where t.tenant_id = $1 and l.person_id = $2",
    );
    let set_aside = set_aside.await?;
    if reader == Reader::Person {
        return Ok(LeftOut { set_aside, ..LeftOut::default() });
    }
    let plans = "plans t where t.tenant_id = $1 and t.owner_id = $2 and";
    let feedback = "feedback t where t.tenant_id = $1 and t.author_id = $2 and";
    let notes = "discussion_notes t where t.tenant_id = $1 and t.author_id = $2 and";
    Ok(LeftOut {
        drafts: count(&format!("{plans} t.shared_at is null")).await?,
        unshared_changes: count(&format!("{plans} t.shared_at is not null and t.has_unshared_changes"))
            .await?,
        unsubmitted_feedback: count(&format!("{feedback} t.status = 'draft'")).await?,
        private_notes: count(&format!("{feedback} t.private_note is not null")).await?
            + count(&format!("{notes} t.text is not null")).await?,
        set_aside,
    })
}
