//! Who belongs to a team, what is seen of them, filters and orders.

use chrono::Duration;

use super::{TestApp, Value, json, team_path};
use crate::support::people::{Person, path};

/// The names of the rows of a list, in their order.
async fn names(caller: &Person, manager: &Person, query: &str) -> Vec<String> {
    let rows = caller.list(&format!("{}?{query}", team_path(manager))).await;
    rows.iter().map(|row| row["person"]["display_name"].as_str().unwrap().to_owned()).collect()
}

/// Top leads mid and leo, mid leads ben, ben leads ana, eve, cyd and dan. Ana and eve have shared a plan, cyd has a
/// draft and dan none.
struct Company {
    app: TestApp,
    top: Person,
    mid: Person,
    ben: Person,
    ana: Person,
    eve: Person,
    cyd: Person,
    plan: Value,
    other: Value,
}

impl Company {
    async fn found() -> Self {
        let app = TestApp::start().await;
        let top = app.person("top", None).await;
        let mid = app.person("mid", Some(&top)).await;
        app.person("leo", Some(&top)).await;
        let ben = app.person("ben", Some(&mid)).await;
        let mut reports = Vec::new();
        for name in ["ana", "eve", "cyd", "dan"] {
            reports.push(app.person(name, Some(&ben)).await);
        }
        let [ana, eve, cyd, _] = reports.try_into().ok().unwrap();
        let plan = ana.shares_a_ready_plan().await;
        let other = eve.shares_a_ready_plan().await;
        cyd.prepares_a_ready_plan().await;
        Self { app, top, mid, ben, ana, eve, cyd, plan, other }
    }
}

#[actix_web::test]
async fn a_subtree_is_everyone_below_whatever_lies_between() {
    let Company { app, top, mid, ben, ana, .. } = Company::found().await;
    assert_eq!(names(&top, &top, "sort=name").await, ["leo", "mid"]);
    let all = ["ana", "ben", "cyd", "dan", "eve", "leo", "mid"];
    assert_eq!(names(&top, &top, "scope=subtree&sort=name").await, all);
    let totals = top.get(&format!("{}?scope=subtree", team_path(&top))).await.is(200)["totals"].clone();
    assert_eq!((&totals["people"], &totals["shared"]), (&json!(7), &json!(2)));

    // Over someone who has left.
    app.leaves(&mid).await;
    let rest = ["ana", "ben", "cyd", "dan", "eve", "leo"];
    assert_eq!(names(&top, &top, "scope=subtree&sort=name").await, rest);
    // In a circle, without the manager.
    app.moves(&top, &ben).await;
    assert_eq!(names(&top, &top, "scope=subtree&sort=name").await, rest);
    assert_eq!(
        names(&ben, &ben, "scope=subtree&sort=name").await,
        ["ana", "cyd", "dan", "eve", "leo", "top"]
    );
    assert_eq!(names(&ana, &ana, "scope=subtree").await, [""; 0]);
}

#[actix_web::test]
async fn who_may_not_read_a_plan_gets_figures_alone() {
    let Company { app, top, mid, ben, ana, plan, .. } = Company::found().await;
    let item = ana.first_item(&plan).await;
    ana.records(&item, json!({"progress_percent": 40})).await;
    let row = async |caller: &Person, manager: &Person| {
        let rows = caller.list(&format!("{}?scope=subtree", team_path(manager))).await;
        rows.into_iter().find(|row| row["person"]["id"] == ana.id).unwrap()
    };
    let awaiting = json!(["feedback", "owner_agreement", "manager_agreement"]);

    for (caller, manager) in [(&ben, &ben), (&app.hr_admin(), &top), (&app.service("progress:read"), &mid)] {
        let row = row(caller, manager).await;
        assert_eq!((&row["plan_id"], &row["figures_only"]), (&plan["id"], &json!(false)));
        assert_eq!((&row["awaiting"], &row["next_due_on"]), (&awaiting, &json!("2026-09-01")));
    }
    for (caller, manager) in [(&top, &top), (&mid, &mid), (&top, &ben), (&mid, &ben)] {
        let row = row(caller, manager).await;
        assert_eq!((&row["plan_id"], &row["figures_only"]), (&json!(null), &json!(true)));
        assert_eq!((&row["awaiting"], &row["next_due_on"]), (&json!([]), &json!(null)));
        assert_eq!((&row["plan_status"], &row["progress_percent"]), (&json!("shared"), &json!(40)));
        assert_eq!((&row["action_items"]["in_progress"], &row["manager_id"]), (&json!(1), &json!(ben.id)));
        assert_eq!(row["manager"]["display_name"], "ben");
        assert!(!row.to_string().contains(plan["id"].as_str().unwrap()));
    }
    // A manager above who stands in for a while reads the plan.
    let relation = json!({"kind": "acting", "person_id": mid.id, "starts_at": "2026-03-01T00:00:00Z",
        "ends_at": null});
    let relations = format!("/v1/people/{}/relations", ana.id);
    app.hr_admin().put(&relations, json!({"items": [relation]})).await.is(200);
    for manager in [&mid, &ben] {
        assert_eq!(row(&mid, manager).await["plan_id"], plan["id"]);
    }
    assert_eq!(names(&mid, &mid, "scope=subtree&sort=name").await, ["ana", "ben", "cyd", "dan", "eve"]);
    assert_eq!(names(&mid, &mid, "sort=name").await, ["ana", "ben"]);
}

#[actix_web::test]
async fn when_the_plan_of_someone_else_is_due_next_does_not_show_in_the_order() {
    let Company { top, ben, eve, other, .. } = Company::found().await;
    eve.adds(&other, json!({"title": "Soon", "due_on": "2026-03-05"})).await;
    for (sort, expected) in
        [("next_due", ["eve", "ana", "cyd", "dan"]), ("-next_due", ["ana", "eve", "cyd", "dan"])]
    {
        assert_eq!(names(&ben, &ben, &format!("sort={sort}")).await, expected);
        assert_eq!(names(&top, &ben, &format!("sort={sort}")).await, ["ana", "eve", "cyd", "dan"]);
    }
}

#[actix_web::test]
async fn filters_leave_the_rows_that_they_name_and_totals_of_those() {
    let Company { app, ben, ana, eve, cyd, plan, other, .. } = Company::found().await;
    let item = ana.first_item(&plan).await;
    ana.records(&item, json!({"status": "blocked", "progress_percent": 20})).await;
    eve.agrees(&other).await;
    ben.agrees(&other).await;
    let rows = json!({"rows": [
        {"external_id": "x-ana", "department": "Data"}, {"external_id": "x-cyd", "department": "Data"},
        {"external_id": "x-dan", "department": "data"},
    ]});
    app.hr_admin().post("/v1/people/import", rows).await.is(200);

    for (query, expected) in [
        ("status=none", vec!["dan"]),
        ("status=draft", vec!["cyd"]),
        ("status=shared", vec!["ana"]),
        ("status=agreed", vec!["eve"]),
        ("status=completed", vec![]),
        ("department=Data", vec!["ana", "cyd"]),
        ("department=Data&status=draft", vec!["cyd"]),
        ("department=Nowhere", vec![]),
        ("blocked=true", vec!["ana"]),
        ("blocked=false", vec!["cyd", "dan", "eve"]),
        ("late=true", vec![]),
        ("late=false", vec!["ana", "cyd", "dan", "eve"]),
        ("awaiting_me=true", vec!["ana"]),
        ("awaiting_me=false", vec!["cyd", "dan", "eve"]),
        ("awaiting_me=true&blocked=false", vec![]),
    ] {
        assert_eq!(names(&ben, &ben, &format!("sort=name&{query}")).await, expected, "{query}");
        let totals = ben.get(&format!("{}?{query}", team_path(&ben))).await.is(200)["totals"].clone();
        assert_eq!(totals["people"], expected.len(), "{query}: {totals:#}");
    }
    assert_eq!(names(&app.hr_admin(), &ben, "awaiting_me=true").await, [""; 0]);
    // An item of a draft is never late, blocked or counted.
    let draft = cyd.list("/v1/action-items").await;
    cyd.records(&draft[0], json!({"status": "blocked", "progress_percent": 50})).await;
    app.clock().advance(Duration::days(200));
    let ben = ben.with_new_token();
    assert_eq!(names(&ben, &ben, "late=true&sort=name").await, ["ana", "eve"]);
    assert_eq!(names(&ben, &ben, "blocked=true").await, ["ana"]);
    assert_eq!(names(&ben, &ben, "sort=-overdue").await[..2], ["ana", "eve"]);
    assert_eq!(names(&ben, &ben, "sort=-progress").await[0], "ana");
    let bad = "late=perhaps&silent_days=0&sort=age&status=archived&scope=all";
    let problem = ben.get(&format!("{}?{bad}", team_path(&ben))).await.refused(400, "invalid-query");
    assert_eq!(problem["errors"].as_array().unwrap().len(), 5, "{problem:#}");
}

#[actix_web::test]
async fn a_plan_is_silent_from_its_sharing_or_the_last_progress_that_others_see() {
    let Company { app, ben, ana, eve, plan, .. } = Company::found().await;
    let silent = async |days: u32| {
        let ben = ben.with_new_token();
        names(&ben, &ben, &format!("sort=name&silent_days={days}")).await
    };
    app.clock().advance(Duration::days(10));
    let (ana, eve) = (ana.with_new_token(), eve.with_new_token());
    assert_eq!(silent(10).await, ["ana", "eve"]);
    assert_eq!(silent(11).await, [""; 0]);
    let item = ana.first_item(&plan).await;
    ana.records(&item, json!({"progress_percent": 10})).await;
    assert_eq!(silent(10).await, ["eve"]);
    assert_eq!(names(&ben.with_new_token(), &ben, "sort=last_progress").await[0], "ana");

    // What is withdrawn is a draft, and shared again it begins anew.
    let others = eve.list("/v1/plans").await;
    eve.takes("withdraw", &others[0], json!({})).await.is(200);
    assert_eq!(silent(1).await, [""; 0]);
    eve.shares(&others[0]).await;
    app.clock().advance(Duration::days(3));
    assert_eq!(silent(3).await, ["ana", "eve"]);
    assert_eq!(silent(4).await, [""; 0]);
}

#[actix_web::test]
async fn delegates_and_acting_managers_find_what_waits_for_them() {
    let Company { app, mid, ben, ana, eve, cyd, plan, other, .. } = Company::found().await;
    let (deb, kim) = (app.person("deb", None).await, app.person("kim", None).await);
    let hr = app.hr_admin();
    let relate = async |of: &Person, kind: &str, other: &Person| {
        let relation = json!({"kind": kind, "person_id": other.id, "starts_at": "2026-03-01T00:00:00Z",
            "ends_at": null});
        let path = format!("/v1/people/{}/relations", of.id);
        hr.put(&path, json!({"items": [relation]})).await.is(200);
    };
    relate(&ben, "delegate", &deb).await;
    relate(&eve, "acting", &kim).await;
    relate(&mid, "delegate", &cyd).await;

    assert_eq!(names(&deb, &ben, "awaiting_me=true&sort=name").await, ["ana", "eve"]);
    assert_eq!(names(&kim, &kim, "awaiting_me=true&scope=subtree").await, ["eve"]);
    // A delegate of a manager above has figures, as that manager.
    let rows = cyd.list(&format!("{}?scope=subtree&status=shared", team_path(&mid))).await;
    assert!(rows.len() == 2 && rows.iter().all(|row| row["figures_only"] == true), "{rows:#?}");

    for (owner, plan) in [(&ana, &plan), (&eve, &other)] {
        owner.agrees(plan).await;
    }
    deb.agrees(&plan).await;
    kim.agrees(&other).await;
    assert_eq!(ana.reads(&plan).await["status"], "agreed");
    assert_eq!(names(&deb, &ben, "awaiting_me=true").await, [""; 0], "{}", path(&plan));
}
