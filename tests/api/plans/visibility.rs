//! Who sees what of a plan: the promise that makes people honest.

use crate::support::{
    TestApp, Value, json,
    people::{Person, path},
};

/// Occurs in every text that others must not see.
const SECRET: &str = "only-the-owner-may-read-this";

/// The ids of what belongs to a shared plan, and of what is there for everyone.
struct Others {
    feedback: String,
    discussion: String,
    proposal: String,
    cycle: String,
    template: String,
}

impl Others {
    /// `text` is what the owner writes in the discussion.
    async fn of(app: &TestApp, ana: &Person, ben: &Person, plan: &Value, text: &str) -> Self {
        let id = |thing: Value| thing["id"].as_str().unwrap().to_owned();
        let add = async |by: &Person, list: &str, thing: Value| {
            id(by.with_new_token().post(&format!("{}/{list}", path(plan)), thing).await.is(201))
        };
        let feedback = add(ben, "feedback", json!({"summary": "Good"})).await;
        ben.post(&format!("/v1/feedback/{feedback}/submit"), json!({})).await.is(200);
        let talk = json!({
            "starts_at": "2026-03-10T09:00:00Z", "location": text, "shared_notes": text,
            "agenda": [{"text": text}], "outcomes": [{"text": text}], "private_note": text,
        });
        let cycle = json!({
            "name": "Career plans 2026", "prepare_by": "2026-04-01", "share_by": "2026-04-10",
            "respond_by": "2026-04-20", "discuss_by": "2026-05-01", "participants": {"person_ids": [ana.id]},
        });
        Self {
            feedback,
            discussion: add(ana, "discussions", talk).await,
            proposal: add(ben, "proposals", json!({"title": "Read"})).await,
            cycle: id(app.hr_admin().post("/v1/cycles", cycle).await.is(201)),
            template: id(ben.post("/v1/action-templates", json!({"title": "Read"})).await.is(201)),
        }
    }
}

/// Everything that `reader` gets from any GET operation about this plan, item and owner, and from all lists. `others`
/// are the ids of what else belongs to the plan.
async fn everything_that_is_shown_to(
    reader: &Person,
    plan: &Value,
    item: &Value,
    owner: &Person,
    others: &Others,
) -> String {
    let mut shown = String::new();
    for (route, operations) in groundwork::app::openapi()["paths"].as_object().unwrap() {
        if operations.get("get").is_none() {
            continue;
        }
        let id = |thing: &Value| thing["id"].as_str().unwrap().to_owned();
        let route = route
            .replace("{plan_id}", &id(plan))
            .replace("{action_item_id}", &id(item))
            .replace("{person_id}", &owner.id)
            .replace("{feedback_id}", &others.feedback)
            .replace("{discussion_id}", &others.discussion)
            .replace("{secret}", "none")
            .replace("{proposal_id}", &others.proposal)
            .replace("{webhook_id}", &uuid::Uuid::nil().to_string())
            .replace("{cycle_id}", &others.cycle)
            .replace("{name}", "forbidden")
            .replace("{number}", "1")
            .replace("{version}", "1")
            .replace("{template_id}", &others.template)
            .replace("{resource_type}", "User")
            .replace("{schema}", "urn:ietf:params:scim:schemas:core:2.0:User");
        assert!(!route.contains('{'), "{route} needs an id");
        let reply = reader.get(&route).await;
        assert!(reply.status < 500, "{route}: {:#}", reply.body);
        shown.push_str(&format!("{route} {:?} {}\n", reply.headers, reply.body));
    }
    shown
}

/// A plan whose every text contains the secret.
async fn secretive_plan(ana: &Person) -> (Value, Value) {
    let plan = ana.prepares_a_ready_plan().await;
    let secret = json!({
        "title": SECRET,
        "answers": {
            "mission_statement": SECRET,
            "values": [{"name": SECRET, "note": SECRET}],
            "motivators": [{"name": SECRET, "note": SECRET}],
            "strengths": [{"name": SECRET, "note": SECRET}],
            "short_term_objective": {"summary": SECRET, "detail": SECRET},
            "long_term_objective": {"summary": SECRET},
        },
    });
    let plan = ana.changes(&plan, secret).await;
    let item = json!({"title": SECRET, "description": SECRET, "support_needed": SECRET});
    let item = ana.adds(&plan, item).await;
    ana.records(&item, json!({"progress_percent": 40, "note": SECRET})).await;
    (plan, item)
}

async fn all_others(app: &TestApp, ben: &Person) -> Vec<Person> {
    vec![
        ben.clone(),
        app.person("eve", None).await,
        app.person_in("globex", "ana", None, "UTC").await,
        app.hr_admin(),
        app.service(
            "plans:read plans:write feedback:read progress:read progress:write people:read cycles:read",
        ),
    ]
}

#[actix_web::test]
async fn no_operation_shows_a_draft_to_others() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let (plan, item) = secretive_plan(&ana).await;
    let shared = ana.shares_a_ready_plan().await;
    let others = Others::of(&app, &ana, &ben, &shared, "Nothing").await;
    ana.changes(&plan, json!({"cycle_id": others.cycle})).await;

    assert!(everything_that_is_shown_to(&ana, &plan, &item, &ana, &others).await.contains(SECRET));
    for reader in all_others(&app, &ben).await {
        let shown = everything_that_is_shown_to(&reader, &plan, &item, &ana, &others).await;
        assert!(!shown.contains(SECRET), "{shown}");
    }
    let events = "select type || subject || data from events";
    assert!(app.database().texts(events).await.iter().all(|event| !event.contains(SECRET)));
}

#[actix_web::test]
async fn a_withdrawn_plan_is_its_owners_alone_again() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let (plan, item) = secretive_plan(&ana).await;
    let cyd = app.person("cyd", None).await;
    ana.shares(&plan).await;
    ana.invites(&plan, &cyd, json!(["basic", "deeper", "planning"])).await;
    let others = Others::of(&app, &ana, &ben, &plan, SECRET).await;
    assert!(everything_that_is_shown_to(&ben, &plan, &item, &ana, &others).await.contains(SECRET));
    assert!(everything_that_is_shown_to(&cyd, &plan, &item, &ana, &others).await.contains(SECRET));

    ana.takes("withdraw", &plan, json!({})).await.is(200);

    let mut readers = all_others(&app, &ben).await;
    readers.push(cyd);
    for reader in readers {
        let shown = everything_that_is_shown_to(&reader, &plan, &item, &ana, &others).await;
        assert!(!shown.contains(SECRET), "{shown}");
    }
}

#[actix_web::test]
async fn an_archived_draft_is_still_its_owners_alone() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let (plan, item) = secretive_plan(&ana).await;
    let shared = ana.shares_a_ready_plan().await;
    let others = Others::of(&app, &ana, &ben, &shared, "Nothing").await;
    ana.takes("archive", &plan, json!({})).await.is(200);

    for reader in all_others(&app, &ben).await {
        let shown = everything_that_is_shown_to(&reader, &plan, &item, &ana, &others).await;
        assert!(!shown.contains(SECRET), "{shown}");
    }
}

#[actix_web::test]
async fn no_operation_shows_changes_since_sharing_to_others() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    let others = Others::of(&app, &ana, &ben, &plan, "Nothing").await;
    let change = json!({
        "title": SECRET,
        "starts_on": "2026-03-05",
        "answers": {"mission_statement": SECRET, "values": [{"name": SECRET}]},
    });
    ana.changes(&plan, change).await;

    for reader in all_others(&app, &ben).await {
        let shown = everything_that_is_shown_to(&reader, &plan, &item, &ana, &others).await;
        assert!(!shown.contains(SECRET), "{shown}");
        assert!(!shown.contains("2026-03-05"), "{shown}");
    }
    // Not even to those who take a step with the plan.
    let agreed = ben.agrees(&plan).await;
    assert_eq!(agreed["answers"], plan["answers"]);
    assert_eq!(agreed["title"], plan["title"]);
    let archived = app.hr_admin().takes("archive", &plan, json!({})).await.is(200);
    assert_eq!(archived["answers"], plan["answers"]);
}

#[actix_web::test]
async fn a_manager_sees_the_shared_revision_and_not_what_was_changed_since() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    ana.changes(&plan, json!({"answers": {"mission_statement": "Something new"}})).await;

    let seen = ben.reads(&plan).await;

    assert_ne!(seen["answers"]["mission_statement"], "Something new");
    assert_eq!(seen["has_unshared_changes"], false);
    assert_eq!(ana.reads(&plan).await["has_unshared_changes"], true);
}

#[actix_web::test]
async fn what_a_manager_sees_is_the_latest_revision_after_every_step() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let agrees_with_revision = async || {
        let seen = ben.reads(&plan).await;
        let latest = ben.list(&format!("{}/revisions", path(&plan))).await.pop().unwrap();
        for field in ["title", "starts_on", "ends_on", "answers"] {
            assert_eq!(seen[field], latest[field], "{field}");
        }
    };

    agrees_with_revision().await;
    for change in [
        json!({"title": "Another"}),
        json!({"title": plan["title"]}),
        json!({"starts_on": "2026-03-05"}),
        json!({"ends_on": "2027-04-05"}),
        json!({"answers": {"values": [{"name": "Candour"}]}}),
    ] {
        ana.changes(&plan, change).await;
        agrees_with_revision().await;
        ana.changes(&plan, json!({"earlier_revisions_visible": true})).await;
        agrees_with_revision().await;
        ana.shares(&plan).await;
        agrees_with_revision().await;
    }
    ana.takes("withdraw", &plan, json!({})).await.is(200);
    ben.get(&path(&plan)).await.is(404);
    ana.shares(&plan).await;
    agrees_with_revision().await;
}

#[actix_web::test]
async fn action_items_are_live_from_the_first_share_on() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.adds(&plan, json!({"title": "Added since"})).await;

    assert_eq!(ben.list(&format!("{}/action-items", path(&plan))).await.last(), Some(&item));
    assert_eq!(ben.reads(&plan).await["answers"], plan["answers"]);
}

#[actix_web::test]
async fn a_reviewer_reads_the_sections_that_the_owner_chose() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let sections = [
        ("basic", vec!["mission_statement", "values", "motivators"]),
        ("deeper", vec!["short_term_objective", "long_term_objective"]),
        ("planning", vec!["strengths", "development_areas"]),
    ];
    for (section, fields) in sections {
        let reviewer = app.person(section, None).await;
        ana.invites(&plan, &reviewer, json!([section])).await;

        let seen = reviewer.reads(&plan).await;
        let revision = reviewer.get(&format!("{}/revisions/1", path(&plan))).await.is(200);

        assert_eq!(revision["answers"], seen["answers"]);
        for (field, answer) in seen["answers"].as_object().unwrap() {
            if fields.contains(&field.as_str()) {
                assert_eq!(*answer, plan["answers"][field], "{field} for {section}");
            } else {
                assert!(answer.is_null() || *answer == json!([]), "{field} for {section}");
            }
        }
        let items = revision["action_items"].as_array().unwrap();
        assert_eq!(items.len(), usize::from(section == "planning"));
    }
}

#[actix_web::test]
async fn access_moves_with_the_manager_of_the_directory() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let cyd = app.person("cyd", None).await;
    let plan = ana.shares_a_ready_plan().await;
    assert_eq!(ben.list("/v1/plans").await.len(), 1);
    assert_eq!(cyd.list("/v1/plans").await.len(), 0);

    app.moves(&ana, &cyd).await;

    assert_eq!(ben.list("/v1/plans").await.len(), 0);
    assert_eq!(ben.list("/v1/action-items").await.len(), 0);
    assert_eq!(cyd.list("/v1/plans").await, [cyd.reads(&plan).await]);
    ben.takes("agree", &plan, json!({})).await.refused(404, "not-found");
    cyd.agrees(&plan).await;
}
