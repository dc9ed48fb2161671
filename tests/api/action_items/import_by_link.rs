//! `POST /v1/action-items/progress/import`, with items that are named by the id that a learning system knows.

use crate::support::{
    TestApp, Value, json,
    people::{Person, item_path},
};

const IMPORT: &str = "/v1/action-items/progress/import";

fn with_course(title: &str, course: &str) -> Value {
    let url = format!("https://learning.example.com/{course}");
    json!({"title": title, "links": [{"url": url, "kind": "course", "external_id": course}]})
}

async fn import(by: &Person, rows: Value) -> Value {
    by.post(IMPORT, json!({"rows": rows})).await.is(200)
}

fn row(owner: &str, course: &str, percent: i64) -> Value {
    json!({"owner_external_id": owner, "external_id": course, "progress_percent": percent})
}

/// Number, item and status of each outcome.
fn outcomes(result: &Value) -> Vec<(i64, Value, String)> {
    let rows = result["rows"].as_array().unwrap().iter();
    let outcome = |row: &Value| {
        (
            row["row"].as_i64().unwrap(),
            row["action_item_id"].clone(),
            row["status"].as_str().unwrap().to_owned(),
        )
    };
    rows.map(outcome).collect()
}

async fn percent(by: &Person, item: &Value) -> Value {
    by.get(&item_path(item)).await.is(200)["progress_percent"].clone()
}

#[actix_web::test]
async fn a_link_names_each_item_of_one_person_that_has_it() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let cleo = app.person("cleo", Some(&ben)).await;
    let (one, two) = (ana.shares_a_ready_plan().await, ana.shares_a_ready_plan().await);
    let first = ana.adds(&one, with_course("Learn", "771")).await;
    let second = ana.adds(&two, with_course("Learn more", "771")).await;
    let other = ana.adds(&two, with_course("Something else", "772")).await;
    let theirs = cleo.shares_a_ready_plan().await;
    let theirs = cleo.adds(&theirs, with_course("Learn", "771")).await;
    let portal = app.service("progress:write");

    let rows = json!([
        row("x-ana", "771", 30), {"action_item_id": other["id"], "status": "done"}, row("x-ana", "771", 40),
        row("x-cleo", "771", 50),
    ]);
    let result = import(&portal, rows.clone()).await;

    let recorded = |row: i64, item: &Value| (row, item["id"].clone(), "recorded".to_owned());
    assert_eq!(
        outcomes(&result),
        [
            recorded(1, &first),
            recorded(1, &second),
            recorded(2, &other),
            recorded(3, &first),
            recorded(3, &second),
            recorded(4, &theirs),
        ]
    );
    assert_eq!(result["recorded"], 6);
    assert_eq!([percent(&ana, &first).await, percent(&ana, &second).await], [json!(40), json!(40)]);
    assert_eq!((percent(&ana, &other).await, percent(&cleo, &theirs).await), (json!(100), json!(50)));
    // What is known already is left out, whichever name it has.
    let again = import(&portal, json!([row("x-ana", "771", 40)])).await;
    assert_eq!((&again["unchanged"], &again["recorded"]), (&json!(2), &json!(0)));
}

#[actix_web::test]
async fn a_link_names_nothing_that_the_caller_may_not_see() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let (draft, shared) = (ana.prepares_a_ready_plan().await, ana.shares_a_ready_plan().await);
    let archived = ana.shares_a_ready_plan().await;
    let private = ana.adds(&draft, with_course("Learn in secret", "771")).await;
    let old = ana.adds(&archived, with_course("Learnt", "771")).await;
    ana.takes("archive", &archived, json!({})).await.is(200);
    let portal = app.service("progress:write");
    let elsewhere = app.service_of("globex", "portal", "progress:write");
    let names_none = async |by: &Person, owner: &str, course: &str| {
        let result = import(by, json!([row(owner, course, 30)])).await;
        assert_eq!(outcomes(&result), [(1, json!(null), "failed".to_owned())], "{owner} {course}");
        result["rows"][0]["errors"].clone()
    };

    // A draft, an archived plan, no such course, no such person, another tenant: no difference.
    let told = names_none(&portal, "x-ana", "771").await;
    assert_eq!(told[0]["pointer"], "/external_id");
    for (by, owner, course) in [
        (&portal, "x-ana", "772"),
        (&portal, "x-nobody", "771"),
        (&portal, "X-ANA", "771"),
        (&ben, "x-ana", "771"),
        (&elsewhere, "x-ana", "771"),
    ] {
        assert_eq!(names_none(by, owner, course).await, told);
    }
    // Beside one that may be seen, the draft's is not named either.
    let item = ana.adds(&shared, with_course("Learn", "771")).await;
    let result = import(&portal, json!([row("x-ana", "771", 30)])).await;
    assert_eq!(outcomes(&result), [(1, item["id"].clone(), "recorded".to_owned())]);
    assert_eq!((percent(&ana, &private).await, percent(&ana, &old).await), (json!(0), json!(0)));
    // The owner names both; the manager sees one, and may not record.
    let mine = import(&ana, json!([row("x-ana", "771", 45)])).await;
    assert_eq!(mine["recorded"], 2);
    let refused = import(&ben, json!([row("x-ana", "771", 50)])).await;
    assert_eq!(outcomes(&refused), [(1, item["id"].clone(), "failed".to_owned())]);
    // A link that is gone names nothing.
    ana.patch(&item_path(&item), json!({"links": []})).await.is(200);
    names_none(&portal, "x-ana", "771").await;
}

#[actix_web::test]
async fn a_row_names_its_items_in_one_way() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.adds(&plan, with_course("Learn", "771")).await;
    let portal = app.service("progress:write");
    for (names, expected) in [
        (json!({}), vec!["/action_item_id"]),
        (json!({"action_item_id": null, "external_id": null}), vec!["/action_item_id"]),
        (json!({"external_id": "771"}), vec!["/owner_external_id"]),
        (json!({"owner_external_id": "x-ana"}), vec!["/external_id"]),
        (json!({"external_id": "", "owner_external_id": 7}), vec!["/external_id", "/owner_external_id"]),
        (json!({"action_item_id": item["id"], "external_id": "771"}), vec!["/external_id"]),
        (json!({"action_item_id": "771"}), vec!["/action_item_id"]),
    ] {
        let mut row = names.clone();
        row["status"] = json!("done");
        let result = import(&portal, json!([row])).await;
        let mut faults: Vec<&str> = result["rows"][0]["errors"]
            .as_array()
            .unwrap()
            .iter()
            .map(|error| error["pointer"].as_str().unwrap())
            .collect();
        faults.sort_unstable();
        assert_eq!(faults, expected, "{names}");
    }
    assert_eq!(percent(&ana, &item).await, 0);
}

#[actix_web::test]
async fn links_name_no_more_items_than_rows_could() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    for number in 0..20 {
        ana.adds(&plan, with_course(&format!("Number {number}"), "771")).await;
    }
    let portal = app.service("progress:write");
    let rows = |count: usize| Value::from(vec![row("x-ana", "771", 30); count]);

    portal.post(IMPORT, json!({"rows": rows(501)})).await.refused(413, "body-too-large");
    assert_eq!(app.count("progress_updates").await, 0);
    let result = import(&portal, rows(500)).await;
    assert_eq!((&result["recorded"], &result["unchanged"]), (&json!(20), &json!(9980)));
}
