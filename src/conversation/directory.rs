//! Changes of the directory, with what follows from them for plans and action items.

use actix_web::{
    HttpRequest, post,
    web::{self, Data},
};

use crate::{
    action_items,
    auth::{Caller, scope::PeopleWrite},
    http::{Problem, Reply},
    people::{self, DirectoryChanges, ImportResult},
    requests::import::ImportLimit,
    state::State,
};

/// Import people
///
/// Creates the people whose `external_id` is new, and changes the others. A row that breaks a rule does not
/// stop the others: the answer tells what has become of each.
///
/// CSV (RFC 4180, UTF-8) begins with a row that names its columns, in any order: `external_id`, `user_name` and
/// `display_name`, and of `email`, `manager_external_id`, `department`, `title`, `time_zone` and `active` those
/// that are known. What has no column stays as it is; an empty cell takes a value away. NDJSON has an object
/// with these fields a line, as a merge patch: what is left out stays, null takes it away. Without a value,
/// `time_zone` is `UTC` and `active` true. `active` is `true` or `false`, in CSV also `yes`, `no`, `1` or `0`.
///
/// `manager_external_id` may name somebody who is in the directory, in any row of the same call, or still to
/// come: the manager is set as soon as that person arrives. A row that would put a person above themselves is
/// refused.
///
/// A call has at most 10,000 rows of at most 65,536 bytes. They are applied as they arrive, 500 at a time: a
/// call that ends in an error may have applied the first of them, and can be sent again. For HR admins and
/// services.
#[utoipa::path(
    tag = "people",
    security(("bearer" = ["people:write"])),
    request_body(
        description = "People, in rows",
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
    responses((status = 200, description = "What has become of each row", body = ImportResult)),
)]
#[post("/people/import")]
pub async fn import_people(
    caller: Caller<PeopleWrite>,
    request: HttpRequest,
    body: web::Payload,
    limit: Data<ImportLimit>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    people::import(&state, &caller, &request, body, **limit, async |txn, changes: DirectoryChanges| {
        action_items::store::move_due_days(txn, &changes.moved).await
    })
    .await
}
