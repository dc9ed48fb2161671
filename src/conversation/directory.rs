//! Changes of the directory, with their effects on other slices: a new time zone moves the end of due days, and a new
//! manager takes over open requests for feedback, and may be shown earlier revisions.

use actix_web::{
    HttpRequest,
    web::{self, Data},
};
use sea_orm::DbErr;

use crate::{
    action_items,
    auth::{StreamingCaller, scope::PeopleImport},
    feedback,
    http::{Problem, Reply},
    ids::PersonId,
    people::{self, DirectoryChanges, ImportPeople, ImportResult},
    plans,
    record::{Change, Event},
    requests::import::ImportLimit,
    state::State,
};

/// Import people
///
/// Creates people whose `external_id` is new and updates the others. HR admins and services may do this. An invalid
/// row does not stop the import: the response contains the outcome of each row.
///
/// CSV (RFC 4180, UTF-8) starts with a header row that names the columns, in any order; cells are separated by commas,
/// semicolons or tabs, as the header row shows. `external_id`, `user_name` and `display_name` are required; `email`,
/// `manager_external_id`, `department`, `title`, `time_zone` and `active` are optional. White space around a cell is
/// ignored. Quotes enclose a whole cell, without spaces around them, and a quote within such a cell is written twice; a
/// row with any other quote is rejected. A field without a column, and an empty cell, keep the value that the person
/// has. A file in which a quote is still open at the end is rejected. NDJSON has one object with these fields per
/// line, and JSON an array of them, `rows`; each is a merge patch: an omitted field keeps its value, null clears it.
/// The defaults are `UTC` for `time_zone` and true for `active`. `active` is `true` or `false`; CSV also accepts
/// `yes`, `no`, `1` and `0`.
///
/// All rows of a request are judged together, whatever their order: people can exchange user names, and a reporting
/// line can be turned round. A row with an error of its own is rejected, and so is each of several rows with one
/// `external_id`, and each row that would give two people one user name, or make a person their own direct or indirect
/// manager; then these people stay as they are, and rows that count on their change are rejected too. All other rows
/// are applied. User names are compared without case, `external_id` exactly. `manager_external_id` may refer to a
/// person in the directory, in any row of the same request, or in a later import: the manager is set once that person
/// exists, and until then a warning says so.
///
/// A request has at most 10,000 rows of at most 65,536 bytes each. They are applied in one transaction, once all have
/// arrived. A request that fails has applied none of them; it is safe to send it again.
#[utoipa::path(
    post,
    path = "/people/import",
    tag = "people",
    security(("bearer" = ["people:write"])),
    request_body(
        description = "People, one per row",
        content(
            (ImportPeople = "application/json"),
            (
                String = "text/csv",
                example = "external_id,user_name,display_name,email,manager_external_id,department,title,\
                    time_zone,active\n\
                    E1001,ben@example.com,Ben Okafor,ben@example.com,,Platform,Head of Platform,\
                    Europe/Madrid,true\n\
                    E1042,ana@example.com,Ana Ruiz,ana@example.com,E1001,Platform,Engineer,Europe/Madrid,\
                    true\n",
            ),
            (
                String = "application/x-ndjson",
                example = "{\"external_id\":\"E1001\",\"user_name\":\"ben@example.com\",\
                    \"display_name\":\"Ben Okafor\",\"time_zone\":\"Europe/Madrid\"}\n\
                    {\"external_id\":\"E1042\",\"user_name\":\"ana@example.com\",\"display_name\":\"Ana \
                    Ruiz\",\"manager_external_id\":\"E1001\"}\n",
            ),
        ),
    ),
    responses((status = 200, description = "The outcome of each row", body = ImportResult)),
)]
pub async fn import_people(
    caller: StreamingCaller<PeopleImport>,
    request: HttpRequest,
    body: web::Payload,
    limit: Data<ImportLimit>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    people::import(&state, &caller, &request, body, **limit, async |txn, changes| {
        carry_out(txn, changes).await
    })
    .await
}

/// What a change of the directory does to other slices, in the transaction of the change.
pub async fn carry_out(txn: &mut Change, changes: DirectoryChanges) -> Result<(), DbErr> {
    let DirectoryChanges { moved, managed, gone_or_back } = changes;
    action_items::store::move_due_days(txn, &moved).await?;
    plans::store::check_ends(txn, moved.iter().map(|(person, _)| *person)).await?;
    feedback::hand_over(txn, &managed).await?;
    ask_about_earlier_revisions(txn, &managed).await?;
    plans::store::note_change_of_manager(txn, &managed, &gone_or_back).await
}

/// Asks the owners whose manager has changed, by events, which revisions the new manager may read.
async fn ask_about_earlier_revisions(txn: &mut Change, people: &[PersonId]) -> Result<(), DbErr> {
    let plans = plans::store::list_with_hidden_revisions(txn, people).await?;
    txn.record_all(plans.into_iter().map(Event::PlanEarlierRevisionsAsked)).await
}
