//! The end of a plan, and the next one.

use crate::support::{
    TestApp, Value, json,
    people::{Person, path},
};

/// The action items of a plan, by their titles.
async fn items(owner: &Person, plan: &Value) -> Vec<(String, Value)> {
    let items = owner.list(&format!("{}/action-items", path(plan))).await;
    items.into_iter().map(|item| (item["title"].as_str().unwrap().to_owned(), item)).collect()
}

async fn renews(owner: &Person, plan: &Value, particulars: Value) -> Value {
    owner.takes("renew", plan, particulars).await.is(201)
}

#[actix_web::test]
async fn the_next_plan_begins_with_the_answers_and_what_was_left_open() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.agrees_on_a_ready_plan_with(&ben).await;
    let first = ana.first_item(&plan).await;
    ana.records(&first, json!({"progress_percent": 60})).await;
    let done = ana.adds(&plan, json!({"title": "Write"})).await;
    ana.records(&done, json!({"status": "done"})).await;
    let support =
        json!({"title": "Free an hour", "supports_action_item_id": first["id"], "due_on": "2026-05-01"});
    ben.adds(&plan, support).await;
    let of_done = json!({"title": "Read it", "supports_action_item_id": done["id"]});
    ben.adds(&plan, of_done).await;
    let before = (ana.reads(&plan).await, items(&ana, &plan).await);

    let reply = ana.takes("renew", &plan, json!({"title": "Lead on"})).await;

    assert_eq!(reply.status, 201, "{:#}", reply.body);
    let (place, tag, next) =
        (reply.header("location").to_owned(), reply.header("etag").to_owned(), reply.body);
    let read = ana.get(&place).await;
    assert_eq!((read.header("etag"), &read.body), (tag.as_str(), &next));
    assert_eq!(next["previous_plan_id"], plan["id"]);
    assert_eq!((&next["status"], &next["title"]), (&json!("draft"), &json!("Lead on")));
    assert_eq!((&next["starts_on"], &next["ends_on"]), (&json!("2026-03-02"), &json!("2027-03-02")));
    assert_eq!(next["answers"], plan["answers"]);
    // 60, 0 and 0.
    assert_eq!(next["progress_percent"], 20);
    let carried = items(&ana, &next).await;
    let names: Vec<&str> = carried.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["Lead the design review", "Free an hour", "Read it"]);
    let [(_, review), (_, hour), (_, read_it)] = &carried[..] else { panic!() };
    assert_eq!((&review["status"], &review["progress_percent"]), (&json!("in_progress"), &json!(60)));
    assert_eq!(review["development_area_id"], first["development_area_id"]);
    assert_eq!(review["due_on"], first["due_on"]);
    let history = ana.list(&format!("/v1/action-items/{}/progress", review["id"].as_str().unwrap())).await;
    assert_eq!(history.len(), 1);
    assert_eq!((&history[0]["progress_percent"], &history[0]["author_id"]), (&json!(60), &json!(ana.id)));
    assert_eq!((&hour["responsible_id"], &hour["kind"]), (&json!(ben.id), &json!("support")));
    assert_eq!(hour["supports_action_item_id"], review["id"]);
    assert_eq!(read_it["supports_action_item_id"], Value::Null);
    // The earlier plan stays as it was, and the next one is its owner's alone.
    assert_eq!((ana.reads(&plan).await, items(&ana, &plan).await), before);
    for other in [&ben, &app.hr_admin()] {
        other.get(&place).await.refused(404, "not-found");
        assert_eq!(other.list("/v1/plans").await.len(), 1);
        assert!(other.list("/v1/action-items").await.iter().all(|item| item["plan_id"] == plan["id"]));
    }
}

#[actix_web::test]
async fn a_renewed_plan_is_shared_as_any_other_and_shows_where_it_comes_from() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let rita = app.person("rita", None).await;
    let plan = ana.agrees_on_a_ready_plan_with(&ben).await;
    let done = json!({"reflection": "I lead now", "outcome": "partly"});
    ana.takes("complete", &plan, done).await.is(200);
    let next = renews(&ana, &plan, json!({"starts_on": "2026-06-01", "ends_on": "2027-01-31"})).await;
    assert_eq!((&next["outcome"], &next["reflection"]), (&Value::Null, &Value::Null));

    let shared = ana.shares(&next).await;
    ana.invites(&next, &rita, json!(["basic"])).await;

    assert_eq!((&shared["starts_on"], &shared["ends_on"]), (&json!("2026-06-01"), &json!("2027-01-31")));
    assert_eq!(ben.reads(&next).await["previous_plan_id"], plan["id"]);
    assert_eq!(rita.reads(&next).await["previous_plan_id"], Value::Null);
    // A plan that was archived can be renewed, too.
    ana.takes("archive", &plan, json!({})).await.is(200);
    renews(&ana, &plan, json!({})).await;
}

#[actix_web::test]
async fn the_dates_of_the_next_plan_are_checked() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.agrees_on_a_ready_plan_with(&ben).await;
    let events = app.events().await;

    let backwards = json!({"starts_on": "2026-06-01", "ends_on": "2026-05-31"});
    assert_eq!(ana.takes("renew", &plan, backwards).await.faults(), ["/ends_on"]);
    let foreign = json!({"cycle_id": plan["id"]});
    assert_eq!(ana.takes("renew", &plan, foreign).await.faults(), ["/cycle_id"]);
    ben.takes("renew", &plan, json!({})).await.refused(403, "forbidden");
    assert_eq!(app.events().await, events);
}

#[actix_web::test]
async fn an_outcome_is_one_of_four_and_read_by_those_who_read_the_whole_plan() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let rita = app.person("rita", None).await;
    let plan = ana.agrees_on_a_ready_plan_with(&ben).await;
    ana.invites(&plan, &rita, json!(["basic"])).await;
    assert_eq!(plan["outcome"], Value::Null);

    let wrong = json!({"reflection": "I lead now", "outcome": "won"});
    assert_eq!(ana.takes("complete", &plan, wrong).await.faults(), ["/outcome"]);
    let done = json!({"reflection": "I lead now", "outcome": "changed_course"});
    assert_eq!(ben.takes("complete", &plan, done).await.is(200)["outcome"], "changed_course");

    assert_eq!(ana.reads(&plan).await["outcome"], "changed_course");
    assert_eq!(app.hr_admin().reads(&plan).await["outcome"], "changed_course");
    assert_eq!(rita.reads(&plan).await["outcome"], Value::Null);
}

#[actix_web::test]
async fn others_do_not_learn_of_an_earlier_plan_that_was_never_shared() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let draft = ana.prepares_a_ready_plan().await;
    ana.takes("archive", &draft, json!({})).await.is(200);
    let next = renews(&ana, &draft, json!({})).await;
    ana.shares(&next).await;
    assert_eq!(ana.reads(&next).await["previous_plan_id"], draft["id"]);
    let (hr, service) = (app.hr_admin(), app.service("plans:read"));
    for reader in [&ben, &hr, &service] {
        assert_eq!(reader.reads(&next).await["previous_plan_id"], Value::Null);
        assert_eq!(reader.list("/v1/plans").await[0]["previous_plan_id"], Value::Null);
    }
    let export = hr.post(&format!("/v1/people/{}/export", ana.id), json!({})).await.is(200).to_string();
    assert!(export.contains(next["id"].as_str().unwrap()));
    assert!(!export.contains(draft["id"].as_str().unwrap()), "{export}");
    // A change of the plan by others keeps the link.
    ben.agrees(&next).await;
    assert_eq!(ana.reads(&next).await["previous_plan_id"], draft["id"]);
}
