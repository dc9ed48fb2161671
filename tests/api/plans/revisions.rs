//! `/v1/plans/{plan_id}/revisions`.

use chrono::Duration;
use sha2::{Digest, Sha256};

use crate::support::{
    TestApp, Value, json,
    people::{Person, item_path, path},
};

async fn revision(reader: &Person, plan: &Value, number: i32) -> Value {
    reader.get(&format!("{}/revisions/{number}", path(plan))).await.is(200)
}

/// The numbers of the revisions that a person may read, by the list and by reading each.
async fn readable(reader: &Person, plan: &Value) -> Vec<i64> {
    let listed = reader.list(&format!("{}/revisions", path(plan))).await;
    let mut numbers = Vec::new();
    for number in 1..=4 {
        let reply = reader.get(&format!("{}/revisions/{number}", path(plan))).await;
        if reply.status == 200 {
            numbers.push(number);
            assert!(listed.contains(&reply.body));
        } else {
            reply.refused(404, "not-found");
        }
    }
    assert_eq!(listed.len(), numbers.len());
    numbers
}

/// SHA-256 of the canonical JSON (RFC 8785) of what was shared, computed from what a reader gets.
fn digest(revision: &Value) -> String {
    let content = json!({"answers": revision["answers"], "action_items": revision["action_items"]});
    let canonical = serde_json_canonicalizer::to_vec(&content).unwrap();
    Sha256::digest(canonical).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[actix_web::test]
async fn a_revision_is_what_was_shared_and_its_digest_can_be_worked_out_again() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let plan =
        ana.changes(&plan, json!({"answers": {"mission_statement": "Größe — \u{1f600} \"x\"\\\n€"}})).await;
    let item = ana.first_item(&plan).await;
    ana.takes("share", &plan, json!({"note": "I look forward to your view"})).await.is(200);

    let shared = revision(&ben, &plan, 1).await;

    assert_eq!(
        shared,
        json!({
            "number": 1,
            "shared_at": "2026-03-02T09:00:00Z",
            "title": plan["title"],
            "starts_on": plan["starts_on"],
            "ends_on": plan["ends_on"],
            "answers": plan["answers"],
            "action_items": [{
                "id": item["id"],
                "kind": "development",
                "title": item["title"],
                "description": null,
                "responsible_id": ana.id,
                "development_area_id": item["development_area_id"],
                "advances": [],
                "supports_action_item_id": null,
                "status": "not_started",
                "progress_percent": 0,
                "starts_on": null,
                "due_on": item["due_on"],
                "support_needed": null,
            }],
            "digest": digest(&shared),
            "note": "I look forward to your view",
        })
    );
}

#[actix_web::test]
async fn a_revision_never_changes() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    let first = ben.get(&format!("{}/revisions/1", path(&plan))).await;
    let etag = first.header("etag").to_owned();
    let first = first.is(200);

    app.clock().advance(Duration::minutes(1));
    ana.changes(&plan, json!({"title": "Another", "answers": {"values": [{"name": "Courage"}]}})).await;
    ana.records(&item, json!({"progress_percent": 50})).await;
    ana.patch(&item_path(&item), json!({"title": "Lead two reviews"})).await.is(200);
    ana.shares(&plan).await;
    ana.delete(&item_path(&item)).await.is(204);
    ana.adds(&plan, json!({"title": "Start over"})).await;
    ana.shares(&plan).await;
    ana.takes("archive", &plan, json!({})).await.is(200);

    assert_eq!(revision(&ben, &plan, 1).await, first);
    let request = ben.request("GET", &format!("{}/revisions/1", path(&plan)));
    let unchanged = request.header("if-none-match", &etag).send().await.unwrap();
    assert_eq!(unchanged.status(), 304);
    let second = revision(&ben, &plan, 2).await;
    assert_eq!(second["action_items"][0]["title"], "Lead two reviews");
    assert_eq!(second["action_items"][0]["progress_percent"], 50);
    assert_eq!(second["shared_at"], "2026-03-02T09:01:00Z");
    let all = ben.list(&format!("{}/revisions", path(&plan))).await;
    assert_eq!(all.iter().map(|each| each["number"].as_i64().unwrap()).collect::<Vec<_>>(), [1, 2, 3]);
    assert!(all.iter().all(|each| each["digest"] == digest(each)));
}

#[actix_web::test]
async fn the_changes_between_two_revisions_are_told_field_by_field() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let values = plan["answers"]["values"].as_array().unwrap();
    let id = |value: &Value| value["id"].as_str().unwrap().to_owned();
    let mut kept: Vec<Value> = values[..4].to_vec();
    kept[0]["name"] = json!("Candour");
    kept.reverse();
    kept.push(json!({"name": "Courage", "aligned_with": ["short_term"]}));
    let change = json!({
        "title": "Lead the platform",
        "answers": {"values": kept, "short_term_objective": {"kind": "current_role_plus"}},
    });
    let changed = ana.changes(&plan, change).await;
    let item = ana.first_item(&plan).await;
    ana.records(&item, json!({"progress_percent": 30})).await;
    let (gone, come) = (&values[4], &changed["answers"]["values"][4]);
    ana.shares(&plan).await;

    let changes = ben.get(&format!("{}/revisions/2/changes", path(&plan))).await.is(200);

    assert_eq!((&changes["since"], &changes["number"]), (&json!(1), &json!(2)));
    let mut told: Vec<(String, &Value, &Value, &Value)> = changes["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|each| {
            (each["pointer"].as_str().unwrap().into(), &each["kind"], &each["before"], &each["after"])
        })
        .collect();
    told.sort_by(|a, b| a.0.cmp(&b.0));
    let (added, removed, altered) = (json!("added"), json!("removed"), json!("changed"));
    let mut expected = [
        ("/title".to_owned(), &altered, &json!("Grow into the lead"), &json!("Lead the platform")),
        (format!("/answers/values/{}/name", id(&values[0])), &altered, &json!("Honesty"), &json!("Candour")),
        (format!("/answers/values/{}", id(gone)), &removed, gone, &json!(null)),
        (format!("/answers/values/{}", id(come)), &added, &json!(null), come),
        (
            "/answers/short_term_objective/kind".to_owned(),
            &altered,
            &json!("new_assignment"),
            &json!("current_role_plus"),
        ),
        (
            format!("/action_items/{}/status", id(&item)),
            &altered,
            &json!("not_started"),
            &json!("in_progress"),
        ),
        (format!("/action_items/{}/progress_percent", id(&item)), &altered, &json!(0), &json!(30)),
    ];
    expected.sort_by(|a, b| a.0.cmp(&b.0));
    assert_eq!(told, expected);
}

#[actix_web::test]
async fn changes_are_told_since_any_earlier_revision() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    for title in ["Two", "Three"] {
        ana.changes(&plan, json!({"title": title})).await;
        ana.shares(&plan).await;
    }
    let titles = async |query: &str| {
        let changes = ana.get(&format!("{}/revisions/3/changes{query}", path(&plan))).await.is(200);
        let change = &changes["changes"][0];
        (change["before"].clone(), change["after"].clone())
    };

    assert_eq!(titles("").await, (json!("Two"), json!("Three")));
    assert_eq!(titles("?since=1").await, (json!("Grow into the lead"), json!("Three")));
    let same = ana.get(&format!("{}/revisions/3/changes?since=3", path(&plan))).await.is(200);
    assert_eq!(same["changes"], json!([]));
}

#[actix_web::test]
async fn a_revision_that_is_not_there_is_not_found() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;

    for nothing in
        ["0", "2", "-1", "-2147483648", "2147483647", "2147483648", "18446744073709551616", "first", "1.0"]
    {
        for rest in ["", "/changes"] {
            let path = format!("{}/revisions/{nothing}{rest}", path(&plan));
            ana.get(&path).await.refused(404, "not-found");
        }
    }
    ana.get(&format!("{}/revisions/1/changes", path(&plan))).await.refused(404, "not-found");
    ana.get(&format!("{}/revisions/1/changes?since=2", path(&plan))).await.refused(404, "not-found");
    let since = ana.get(&format!("{}/revisions/1/changes?since=0", path(&plan))).await;
    since.refused(400, "invalid-query");
}

#[actix_web::test]
async fn a_new_manager_reads_the_latest_revision_until_the_owner_shows_the_earlier_ones() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let cyd = app.person("cyd", None).await;
    let plan = ana.shares_a_ready_plan().await;
    ana.shares(&plan).await;
    assert_eq!(readable(&ben, &plan).await, [1, 2]);

    app.moves(&ana, &cyd).await;

    ben.get(&path(&plan)).await.refused(404, "not-found");
    ben.get(&format!("{}/revisions/1", path(&plan))).await.refused(404, "not-found");
    ben.get(&format!("{}/revisions", path(&plan))).await.refused(404, "not-found");
    assert_eq!(readable(&cyd, &plan).await, [2]);
    let changes = format!("{}/revisions/2/changes?since=1", path(&plan));
    cyd.get(&changes).await.refused(404, "not-found");

    ana.shares(&plan).await;
    assert_eq!(readable(&cyd, &plan).await, [3]);
    ana.shares(&plan).await;
    // What was shared with this manager stays with this manager.
    assert_eq!(readable(&cyd, &plan).await, [3, 4]);

    ana.changes(&plan, json!({"earlier_revisions_visible": true})).await;
    assert_eq!(readable(&cyd, &plan).await, [1, 2, 3, 4]);
    cyd.get(&changes).await.is(200);

    ana.changes(&plan, json!({"earlier_revisions_visible": false})).await;
    assert_eq!(readable(&cyd, &plan).await, [3, 4]);
}

#[actix_web::test]
async fn the_owner_and_hr_and_services_read_every_revision_and_a_reviewer_the_latest() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let cyd = app.person("cyd", None).await;
    let plan = ana.shares_a_ready_plan().await;
    ana.shares(&plan).await;
    ana.invites(&plan, &cyd, json!(["deeper"])).await;

    for reader in [&ana, &app.hr_admin(), &app.service("plans:read")] {
        assert_eq!(readable(reader, &plan).await, [1, 2]);
    }
    assert_eq!(readable(&cyd, &plan).await, [2]);
}

#[actix_web::test]
async fn revisions_are_listed_a_page_at_a_time() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    ana.shares(&plan).await;
    ana.shares(&plan).await;
    let list = format!("{}/revisions?limit=2", path(&plan));

    let first = ana.get(&list).await.is(200);
    let rest = ana.get(&format!("{list}&cursor={}", first["next_cursor"].as_str().unwrap())).await.is(200);

    let numbers = |page: &Value| -> Vec<i64> {
        page["items"].as_array().unwrap().iter().map(|each| each["number"].as_i64().unwrap()).collect()
    };
    assert_eq!((numbers(&first), numbers(&rest)), (vec![1, 2], vec![3]));
    assert_eq!(rest["next_cursor"], json!(null));
}
