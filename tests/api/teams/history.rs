//! `/v1/people/{person_id}/team-progress/history`.

use chrono::Duration;

use super::{Reply, TestApp, Value, json, team_path};
use crate::support::people::Person;

async fn history(caller: &Person, manager: &Person, query: &str) -> Value {
    caller.get(&format!("{}/history?{query}", team_path(manager))).await.is(200)
}

/// The first day, and the numbers: total, planned, done, overdue, percent.
fn numbers(history: &Value) -> Vec<(String, [i64; 5])> {
    let row = |item: &Value| {
        let names = ["total", "planned", "done", "overdue", "progress_percent"];
        (item["from"].as_str().unwrap().to_owned(), names.map(|name| item[name].as_i64().unwrap()))
    };
    history["items"].as_array().unwrap().iter().map(row).collect()
}

fn with_new_tokens<const N: usize>(people: [&Person; N]) -> [Person; N] {
    people.map(Person::with_new_token)
}

#[actix_web::test]
async fn each_week_shows_what_was_due_and_done_at_its_end() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let soon = ana.adds(&plan, json!({"title": "Soon", "due_on": "2026-03-08"})).await;
    let other = ana.adds(&plan, json!({"title": "Without a day"})).await;
    let pass = |days: i64| app.clock().advance(Duration::days(days));
    pass(5);
    let [ana, _] = with_new_tokens([&ana, &ben]);
    ana.records(&other, json!({"progress_percent": 30})).await;
    pass(4);
    let [ana, _] = with_new_tokens([&ana, &ben]);
    ana.records(&soon, json!({"status": "done"})).await;
    ana.records(&other, json!({"status": "cancelled"})).await;
    pass(7);
    let [ana, ben] = with_new_tokens([&ana, &ben]);

    let shown = history(&ben, &ben, "from=2026-02-23").await;
    assert_eq!(
        numbers(&shown),
        [
            ("2026-02-23".to_owned(), [0, 0, 0, 0, 0]),
            ("2026-03-02".to_owned(), [3, 1, 0, 1, 10]),
            ("2026-03-09".to_owned(), [2, 1, 1, 0, 50]),
            ("2026-03-16".to_owned(), [2, 1, 1, 0, 50]),
        ]
    );
    assert_eq!((&shown["items"][3]["to"], &shown["time_zone"]), (&json!("2026-03-22"), &json!("UTC")));
    let months = history(&ben, &ben, "interval=month&from=2026-01-31&to=2026-03-01").await;
    assert_eq!(
        numbers(&months),
        [
            ("2026-01-01".to_owned(), [0, 0, 0, 0, 0]),
            ("2026-02-01".to_owned(), [0, 0, 0, 0, 0]),
            ("2026-03-01".to_owned(), [2, 1, 1, 0, 50]),
        ]
    );
    // It is as readable as the team's progress.
    for stranger in [&ana, &app.person("eve", None).await] {
        let refused = stranger.get(&format!("{}/history", team_path(&ben))).await;
        refused.refused(404, "not-found");
    }
    assert_eq!(history(&app.hr_admin(), &ben, "").await["items"].as_array().unwrap().len(), 12);
}

#[actix_web::test]
async fn progress_of_a_draft_shows_at_no_time_before_the_plan_was_shared() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    ana.records(&item, json!({"progress_percent": 20})).await;
    let week = || app.clock().advance(Duration::days(7));
    week();
    let ana = ana.with_new_token();
    ana.shares(&plan).await;
    ana.records(&item, json!({"progress_percent": 50})).await;
    week();
    let [ana, ben] = with_new_tokens([&ana, &ben]);
    let percents = |history: &Value| -> Vec<i64> { numbers(history).iter().map(|row| row.1[4]).collect() };
    let totals = |history: &Value| -> Vec<i64> { numbers(history).iter().map(|row| row.1[0]).collect() };
    let shown = history(&ben, &ben, "from=2026-03-02").await;
    assert_eq!((percents(&shown), totals(&shown)), (vec![0, 50, 50], vec![0, 1, 1]));

    ana.takes("withdraw", &plan, json!({})).await.is(200);
    ana.records(&item, json!({"progress_percent": 90})).await;
    let shown = history(&ben, &ben, "from=2026-03-02").await;
    assert_eq!((percents(&shown), totals(&shown)), (vec![0, 0, 0], vec![0, 0, 0]));

    week();
    let [ana, ben] = with_new_tokens([&ana, &ben]);
    ana.shares(&plan).await;
    let shown = history(&ben, &ben, "from=2026-03-02").await;
    assert_eq!((percents(&shown), totals(&shown)), (vec![0, 0, 0, 90], vec![0, 0, 0, 1]));
}

#[actix_web::test]
async fn weeks_end_where_the_manager_is_and_a_completed_plan_has_nothing_overdue_from_then_on() {
    let app = TestApp::start().await;
    let ben = app.person_in("acme", "ben", None, "Asia/Tokyo").await;
    let ana = app.person("ana", Some(&ben)).await;
    let plan = ana.agrees_on_a_ready_plan_with(&ben).await;
    let item = ana.adds(&plan, json!({"title": "Soon", "due_on": "2026-03-09"})).await;
    // Sunday evening in London, Monday in Tokyo.
    app.clock().advance(Duration::days(6) + Duration::hours(7));
    let ana = ana.with_new_token();
    ana.records(&item, json!({"progress_percent": 40})).await;
    app.clock().advance(Duration::days(14));
    let [ana, ben] = with_new_tokens([&ana, &ben]);
    let rows = numbers(&history(&ben, &ben, "from=2026-03-02").await);
    let expected = [[2, 0, 0, 0, 0], [2, 1, 0, 1, 20], [2, 1, 0, 1, 20], [2, 1, 0, 1, 20]];
    assert_eq!(rows.iter().map(|row| row.1).collect::<Vec<_>>(), expected);

    ana.takes("complete", &plan, json!({"reflection": "Learnt much"})).await.is(200);
    let rows = numbers(&history(&ben, &ben, "from=2026-03-02").await);
    let expected = [[2, 0, 0, 0, 0], [2, 1, 0, 1, 20], [2, 1, 0, 1, 20], [2, 1, 0, 0, 20]];
    assert_eq!(rows.iter().map(|row| row.1).collect::<Vec<_>>(), expected);

    // Also if the manager changes later.
    let kim = app.person_in("acme", "kim", None, "Asia/Tokyo").await;
    app.clock().advance(Duration::days(7));
    let row = json!({"external_id": "x-ana", "manager_external_id": "x-kim"});
    app.hr_admin().post("/v1/people/import", json!({"rows": [row]})).await.is(200);
    let kim = kim.with_new_token();
    let rows = numbers(&history(&kim, &kim, "from=2026-03-02").await);
    assert_eq!(rows.iter().map(|row| row.1[3]).collect::<Vec<_>>(), [0, 1, 1, 0, 0]);
}

#[actix_web::test]
async fn a_history_has_bounds() {
    let app = TestApp::start().await;
    let (_, ben) = app.employee_and_manager().await;
    for (query, pointer) in [
        ("from=1900-01-01", "/from"),
        ("interval=month&from=2017-06-01", "/from"),
        ("from=2026-03-02&to=2026-03-01", "/to"),
        ("interval=year", "/interval"),
        ("from=yesterday", "/from"),
        ("limit=3", "/limit"),
    ] {
        let refused = ben.get(&format!("{}/history?{query}", team_path(&ben))).await;
        let problem = refused.refused(400, "invalid-query");
        assert_eq!(problem["errors"][0]["pointer"], pointer, "{problem:#}");
    }
    let items = async |query: &str| history(&ben, &ben, query).await["items"].as_array().unwrap().len();
    assert_eq!(items("from=2024-03-11").await, 104);
    assert_eq!(items("from=2026-03-03&to=9999-12-31").await, 1);
    assert_eq!(items("from=2026-03-09").await, 0);

    let request = ben.request("GET", &format!("{}/history?from=2026-02-24", team_path(&ben)));
    let reply = Reply::of(request.header("accept", "text/csv")).await;
    assert_eq!(reply.header("content-disposition"), "attachment; filename=\"team-history-2026-03-02.csv\"");
    let lines = "\u{feff}from,to,total,planned,done,overdue,progress_percent\r\n\
        2026-02-23,2026-03-01,0,0,0,0,0\r\n2026-03-02,2026-03-08,0,0,0,0,0\r\n";
    assert_eq!(reply.is(200), lines);
}
