//! `/v1/people/{person_id}/team-progress`.

mod filters;
mod history;
mod random;
mod spreadsheet;

use chrono::Duration;

use crate::support::{Reply, TestApp, Value, json, people::Person};

async fn progress(caller: &Person, manager: &Person) -> Reply {
    caller.get(&team_path(manager)).await
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
    assert_eq!(reply.header("content-disposition"), "attachment; filename=\"team-progress-2026-03-02.csv\"");
    let csv = reply.is(200);
    let csv = csv.as_str().unwrap();
    let lines: Vec<&str> = csv.lines().collect();
    assert_eq!(lines.len(), 2);
    assert!(lines[0].starts_with("\u{feff}display_name,title,department,"), "{csv}");
    assert!(lines[1].starts_with("\"ana\",,,shared,0,1,"), "{csv}");
    let ids = format!(",false,{},{},{}", ana.id, ben.id, plan["id"].as_str().unwrap());
    assert!(lines[1].ends_with(&ids), "{csv}");
    assert_eq!(csv.matches("\r\n").count(), 2);
}

#[actix_web::test]
async fn csv_has_the_whole_team_and_no_formulas() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let mut csv =
        "external_id,user_name,display_name,manager_external_id,title\nboss,boss,Boss,,\n".to_owned();
    for number in 0..2050 {
        csv.push_str(&format!(
            "E{number},u{number},\"=HYPERLINK(\"\"http://evil/{number}\"\")\",boss,@Lead\n"
        ));
    }
    let import = hr.request("POST", "/v1/people/import").header("content-type", "text/csv").body(csv);
    Reply::of(import).await.is(200);
    let boss = hr.get("/v1/people?external_id=boss").await.is(200)["items"][0]["id"].clone();
    let path = format!("/v1/people/{}/team-progress", boss.as_str().unwrap());
    let read = async |query: &str| {
        Reply::of(hr.request("GET", &format!("{path}{query}")).header("accept", "text/csv")).await
    };

    let whole = read("").await.is(200);
    let whole = whole.as_str().unwrap();
    assert_eq!(whole.lines().count(), 2051);
    assert_eq!(whole.matches('\u{feff}').count(), 1);
    assert!(
        whole.lines().skip(1).all(|line| line.starts_with("\"'=HYPERLINK") && line.contains(",\"'@Lead\","))
    );

    let page = read("?limit=7").await;
    assert!(page.header("link").contains("cursor="));
    assert_eq!(page.is(200).as_str().unwrap().lines().count(), 8);
}

#[actix_web::test]
async fn what_is_due_next_is_not_past_and_nothing_of_a_completed_plan_is_overdue() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.agrees_on_a_ready_plan_with(&ben).await;
    ana.adds(&plan, json!({"title": "Later", "due_on": "2026-10-01"})).await;
    app.clock().advance(Duration::days(184));
    let (ana, ben) = (ana.with_new_token(), ben.with_new_token());
    let row = async || progress(&ben, &ben).await.is(200)["items"][0].clone();
    let open = row().await;
    assert_eq!((&open["next_due_on"], &open["action_items"]["overdue"]), (&json!("2026-10-01"), &json!(1)));

    ana.takes("complete", &plan, json!({"reflection": "Done"})).await.is(200);

    let completed = row().await;
    assert_eq!((&completed["next_due_on"], &completed["action_items"]["overdue"]), (&json!(null), &json!(0)));
    let totals = progress(&ben, &ben).await.is(200)["totals"]["action_items"].clone();
    assert_eq!((&totals["total"], &totals["overdue"]), (&json!(2), &json!(0)));
}

fn team_path(manager: &Person) -> String {
    format!("/v1/people/{}/team-progress", manager.id)
}
