//! Conditions that find plans and action items by the references in answers. Each looks at the answers that the caller
//! may read: the owner's working copy, or the latest revision.

use crate::auth::relations;

/// That a plan `p` has the reference `?` in its working copy, which only its owner reads.
pub const IN_WORKING_COPY: &str = "p.id in (select x.plan_id from plan_references x \
     where x.tenant_id = $1 and x.uri = ? and x.revision = 0)";

/// That a plan `p` has it in the latest revision, for those who read all sections.
pub const IN_LATEST_REVISION: &str = "p.id in (select x.plan_id from plan_references x \
     join plans y on y.tenant_id = $1 and y.id = x.plan_id \
     where x.tenant_id = $1 and x.uri = ? and x.revision = y.latest_revision)";

/// That a plan `p` has it where a person, `$2`, reads at `$3`: invited reviewers read the sections that they were asked
/// about.
pub fn in_what_a_person_reads() -> String {
    format!(
        "p.id in (select x.plan_id from plan_references x \
         join plans y on y.tenant_id = $1 and y.id = x.plan_id \
         join people w on w.tenant_id = $1 and w.id = y.owner_id \
         where x.tenant_id = $1 and x.uri = ? \
             and x.revision = case when y.owner_id = $2 then 0 else y.latest_revision end \
             and ({} or exists (select 1 from feedback_requests f where f.tenant_id = $1 \
                 and f.plan_id = y.id and f.reviewer_id = $2 and f.origin = 'invitation' \
                 and f.sections like '%\"' || x.section || '\"%')))",
        reads_all_sections("y", "w")
    )
}

/// That an action item `i` of the plan `p`, whose owner is `o`, works on a development area with the reference `?`.
/// A person, `$2`, who reads the item only because it is their own support does not read the area. `reads_all` is for
/// callers who read all that is shared.
pub fn in_area_of_item(reads_all: bool) -> String {
    let reads = if reads_all { "true".to_owned() } else { reads_all_sections("p", "o") };
    format!(
        "{reads} and exists (select 1 from plan_references x where x.tenant_id = $1 and x.plan_id = i.plan_id \
             and x.answer_id = i.development_area_id and x.uri = ? \
             and x.revision = case when p.owner_id = $2 then 0 else p.latest_revision end)"
    )
}

/// That a person, `$2`, reads all sections of a plan at `$3`, whose owner is another alias.
fn reads_all_sections(plan: &str, owner: &str) -> String {
    format!(
        "({plan}.owner_id = $2 or {owner}.manager_id = $2 or {plan}.owner_id in ({}))",
        relations::people_read()
    )
}
