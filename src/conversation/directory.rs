//! The import of people, with its effects on other slices: a new time zone moves the end of due days, and a new manager
//! takes over open requests for feedback.

use actix_web::{
    HttpRequest, post,
    web::{self, Data},
};

use crate::{
    action_items,
    auth::{StreamingCaller, scope::PeopleImport},
    feedback,
    http::{Problem, Reply},
    people::{self, DirectoryChanges, ImportResult},
    plans,
    requests::import::ImportLimit,
    state::State,
};

/// Import people
///
/// Creates people whose `external_id` is new and updates the others. HR admins and services may do this. An invalid
/// row does not stop the import: the response contains the outcome of each row.
///
/// CSV (RFC 4180, UTF-8) starts with a header row that names the columns, in any order. `external_id`, `user_name`
/// and `display_name` are required; `email`, `manager_external_id`, `department`, `title`, `time_zone` and `active`
/// are optional. A field without a column keeps its value; an empty cell clears it. NDJSON has one object with these
/// fields per line, as a merge patch: an omitted field keeps its value, null clears it. The defaults are `UTC` for
/// `time_zone` and true for `active`. `active` is `true` or `false`; CSV also accepts `yes`, `no`, `1` and `0`.
///
/// `manager_external_id` may refer to a person in the directory, in any row of the same request, or in a later
/// import: the manager is set once that person exists. A row that would make a person their own direct or indirect
/// manager is rejected.
///
/// A request has at most 10,000 rows of at most 65,536 bytes each. They are applied in batches of 500 as they arrive.
/// A request that fails may have applied its first batches; it is safe to send it again.
#[utoipa::path(
    tag = "people",
    security(("bearer" = ["people:write"])),
    request_body(
        description = "People, one per row",
        content(
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
#[post("/people/import")]
pub async fn import_people(
    caller: StreamingCaller<PeopleImport>,
    request: HttpRequest,
    body: web::Payload,
    limit: Data<ImportLimit>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    people::import(&state, &caller, &request, body, **limit, async |txn, changes: DirectoryChanges| {
        action_items::store::move_due_days(txn, &changes.moved).await?;
        feedback::hand_over(txn, &changes.managed).await?;
        plans::store::note_change_of_manager(txn, &changes.managed, &changes.gone_or_back).await
    })
    .await
}
