//! `/v1/people/{person_id}/team-progress`.

use chrono::Duration;

use crate::support::{Reply, TestApp, json, people::Person};

async fn progress(caller: &Person, manager: &Person) -> Reply {
    caller.get(&format!("/v1/people/{}/team-progress", manager.id)).await
}

#[actix_web::test]
async fn a_manager_sees_every_report_with_the_plan_or_without() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let cyd = app.person("cyd", Some(&ben)).await;
    let dan = app.person("dan", Some(&ben)).await;
    let plan = ana.shares_a_ready_plan().await;
    cyd.prepares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    let progress_path = format!("/v1/action-items/{}/progress", item["id"].as_str().unwrap());
    ana.post(&progress_path, json!({"progress_percent": 40})).await.is(201);

    let team = progress(&ben, &ben).await.is(200);

    assert_eq!(
        team["totals"],
        json!({
            "people": 3, "with_plan": 2, "shared": 1, "agreed": 0, "progress_percent": 40,
            "action_items": {"total": 1, "done": 0, "in_progress": 1, "blocked": 0, "overdue": 0},
        })
    );
    let rows = team["items"].as_array().unwrap();
    let row = |person: &Person| rows.iter().find(|row| row["person"]["id"] == person.id).unwrap();
    assert_eq!(row(&ana)["plan_id"], plan["id"]);
    assert_eq!(row(&ana)["progress_percent"], 40);
    assert_eq!(row(&ana)["next_due_on"], "2026-09-01");
    assert_eq!(row(&ana)["awaiting"], json!(["feedback", "owner_agreement", "manager_agreement"]));
    assert_eq!(row(&cyd)["plan_status"], "draft");
    assert_eq!(row(&cyd)["plan_id"], json!(null));
    assert_eq!(row(&cyd)["action_items"]["total"], 0);
    assert_eq!(row(&dan)["plan_status"], json!(null));
    assert_eq!(rows.len(), 3);
}

#[actix_web::test]
async fn a_team_is_seen_from_above_and_by_nobody_beside_it() {
    let app = TestApp::start().await;
    let top = app.person("top", None).await;
    let mid = app.person("mid", Some(&top)).await;
    let ben = app.person("ben", Some(&mid)).await;
    let ana = app.person("ana", Some(&ben)).await;
    ana.shares_a_ready_plan().await;

    for caller in [&top, &mid, &ben, &app.hr_admin(), &app.service("progress:read")] {
        assert_eq!(progress(caller, &ben).await.is(200)["totals"]["people"], 1);
    }
    for caller in [&ana, &app.person("eve", Some(&top)).await] {
        progress(caller, &ben).await.refused(404, "not-found");
    }
    progress(&app.service("plans:read"), &ben).await.refused(403, "missing-scope");
    app.hr_admin()
        .get(&format!("/v1/people/{}/team-progress", uuid::Uuid::nil()))
        .await
        .refused(404, "not-found");
}

#[actix_web::test]
async fn every_page_has_the_totals_and_no_plan_twice() {
    let app = TestApp::start().await;
    let ben = app.person("ben", None).await;
    for name in ["p1", "p2", "p3", "p4", "p5"] {
        app.person(name, Some(&ben)).await.shares_a_ready_plan().await;
    }
    let mut seen = Vec::new();
    let mut cursor = String::new();
    loop {
        let page = ben.get(&format!("/v1/people/{}/team-progress?limit=2{cursor}", ben.id)).await.is(200);
        assert_eq!(page["totals"]["people"], 5);
        seen.extend(page["items"].as_array().unwrap().iter().map(|row| row["plan_id"].to_string()));
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    assert_eq!(seen.len(), 5);
    seen.dedup();
    assert_eq!(seen.len(), 5);
}

#[actix_web::test]
async fn items_become_overdue_when_their_day_is_over() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    ana.shares_a_ready_plan().await;
    app.clock().advance(Duration::days(183));
    let ben = ben.with_new_token();
    assert_eq!(progress(&ben, &ben).await.is(200)["totals"]["action_items"]["overdue"], 0);

    app.clock().advance(Duration::days(1));
    let ben = ben.with_new_token();

    assert_eq!(progress(&ben, &ben).await.is(200)["totals"]["action_items"]["overdue"], 1);
}

#[actix_web::test]
async fn a_team_can_be_had_as_csv() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;

    let request =
        ben.request("GET", &format!("/v1/people/{}/team-progress", ben.id)).header("accept", "text/csv");
    let reply = Reply::of(request).await;

    assert_eq!(reply.header("content-type"), "text/csv; charset=utf-8");
    let csv = reply.is(200);
    let lines: Vec<&str> = csv.as_str().unwrap().lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[1].starts_with(&format!("{},ana,,{},shared,0,1,", ana.id, plan["id"].as_str().unwrap())));
}
