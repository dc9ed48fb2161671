//! How far the departments of a cycle are, and the reminders of its dates.

use std::time::Duration;

use chrono::{DateTime, Utc};
use groundwork::reminders;

use super::{cycle_of, cycle_path, department, drafts};
use crate::support::{
    TestApp, Value, json,
    people::{Person, path},
};

/// The row of a department.
pub async fn row(reader: &Person, cycle: &Value, department: &str) -> Value {
    let coverage = reader.with_new_token().get(&format!("{}/coverage", cycle_path(cycle))).await.is(200);
    let rows = coverage["items"].as_array().unwrap();
    rows.iter().find(|row| row["department"] == department).cloned().unwrap_or_default()
}

/// The next day.
pub fn day_passes(app: &TestApp) {
    app.clock().advance(chrono::Duration::days(1));
}

const SEVEN: [&str; 7] = ["a0", "a1", "a2", "a3", "a4", "a5", "a6"];

#[actix_web::test]
async fn each_department_is_counted_step_by_step() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let people = department(&app, "Platform", &SEVEN).await;
    let design = department(&app, "Design", &["d0", "d1"]).await;
    let cycle = cycle_of(&hr, json!({"departments": ["Platform", "Design"]})).await;
    let nothing = json!({
        "department": "Platform", "people": 7, "prepared": 0, "shared": 0, "answered": 0, "discussed": 0,
        "agreed": 0, "withheld": false,
    });
    assert_eq!(row(&hr, &cycle, "Platform").await, nothing);
    let few = row(&hr, &cycle, "Design").await;
    assert_eq!((&few["people"], &few["prepared"], &few["withheld"]), (&json!(2), &Value::Null, &json!(true)));

    app.moves(&people[0], &design[0]).await;
    app.moves(&people[1], &design[0]).await;
    let mut plans = Vec::new();
    for (number, person) in people.iter().enumerate() {
        plans.push(drafts(person, &cycle, number < 4).await);
    }
    let [first, second] = [&plans[0], &plans[1]];
    people[0].shares(first).await;
    people[1].shares(second).await;
    let feedback = design[0].post(&format!("{}/feedback", path(first)), json!({"summary": "Go on"})).await;
    let feedback = feedback.is(201)["id"].as_str().unwrap().to_owned();
    // Not submitted yet.
    assert_eq!(row(&hr, &cycle, "Platform").await["answered"], 0);
    design[0].post(&format!("/v1/feedback/{feedback}/submit"), json!({})).await.is(200);
    people[0].agrees(first).await;
    design[0].agrees(first).await;

    let talk = json!({"starts_at": "2026-03-17T09:00:00Z"});
    let talk = people[0].post(&format!("{}/discussions", path(first)), talk).await.is(201);
    assert_eq!(row(&hr, &cycle, "Platform").await["discussed"], 0);
    let hold = format!("/v1/discussions/{}/hold", talk["id"].as_str().unwrap());
    people[0].post(&hold, json!({})).await.is(200);

    // What HR sees of each person is told at once, the number of drafts once a day: of five, two are ready.
    let mut now = nothing;
    (now["shared"], now["answered"], now["agreed"]) = (2.into(), 1.into(), 1.into());
    now["discussed"] = 1.into();
    assert_eq!(row(&hr, &cycle, "Platform").await, now);
    day_passes(&app);
    now["prepared"] = 2.into();
    assert_eq!(row(&hr, &cycle, "Platform").await, now);
    // A withdrawn response counts no longer, nor does the plan.
    people[1].with_new_token().takes("withdraw", second, json!({})).await.is(200);
    assert_eq!(row(&hr, &cycle, "Platform").await["shared"], 1);
    // What is archived was agreed all the same.
    people[0].with_new_token().takes("archive", first, json!({})).await.is(200);
    assert_eq!(row(&hr, &cycle, "Platform").await["agreed"], 1);
}

#[actix_web::test]
async fn a_number_stays_for_the_day_and_changes_with_the_next() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let people = department(&app, "Platform", &SEVEN).await;
    let cycle = cycle_of(&hr, json!({"departments": ["Platform"]})).await;
    let mut plans = Vec::new();
    for (number, person) in people.iter().enumerate() {
        plans.push(drafts(person, &cycle, number < 3).await);
    }
    assert_eq!(row(&hr, &cycle, "Platform").await["prepared"], 3);
    // A blocker appears: the draft's target is too late.
    let late = json!({"answers": {"short_term_objective": {"target_on": "2028-01-01"}}});
    people[0].changes(&plans[0], late).await;
    assert_eq!(row(&hr, &cycle, "Platform").await["prepared"], 3);
    app.clock().advance(chrono::Duration::hours(14));
    assert_eq!(row(&hr, &cycle, "Platform").await["prepared"], 3);
    app.clock().advance(chrono::Duration::hours(1));
    assert_eq!(row(&hr, &cycle, "Platform").await["prepared"], 2);
    // A second process has the same number, and so has a service.
    let replica = app.start_replica().await;
    let service = replica.service("cycles:read");
    assert_eq!(row(&service, &cycle, "Platform").await["prepared"], 2);
}

#[actix_web::test]
async fn prepared_follows_readiness_with_required_questions_of_hr() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let question = |title: &str, required: bool| {
        json!({"section": "deeper", "kind": "text", "required": required, "texts": [
            {"language": "en", "title": title, "guidance": "In your own words."},
        ]})
    };
    let version = json!({"languages": ["en"], "own_questions": [
        question("Mobility", true), question("Hours", false),
    ]});
    let version = hr.post("/v1/questionnaires", version).await.is(201);
    let mobility = &version["own_questions"][0]["id"];
    let people = department(&app, "Platform", &SEVEN).await;
    let cycle = cycle_of(&hr, json!({"departments": ["Platform"]})).await;
    let answered = json!({"answers": {"extra": [{"question_id": mobility, "value": "Anywhere"}]}});
    let mut plans = Vec::new();
    for (number, person) in people.iter().enumerate() {
        let plan = drafts(person, &cycle, number < 6).await;
        if number < 3 {
            person.changes(&plan, answered.clone()).await;
        }
        plans.push(plan);
    }
    assert_eq!(people[3].get(&format!("{}/readiness", path(&plans[3]))).await.is(200)["ready"], false);
    assert_eq!(row(&hr, &cycle, "Platform").await["prepared"], 3);
    // An answer that is taken back is missed, and one that is given later counts.
    day_passes(&app);
    people[0].with_new_token().changes(&plans[0], json!({"answers": {"extra": []}})).await;
    for number in [3, 4] {
        people[number].with_new_token().changes(&plans[number], answered.clone()).await;
    }
    assert_eq!(row(&hr, &cycle, "Platform").await["prepared"], 4);
    // So does a plan that is made with its answers.
    let next = cycle_of(&hr, json!({"departments": ["Platform"]})).await;
    for (number, person) in people.iter().enumerate() {
        let mut answers = crate::support::people::ready_answers();
        if number < 2 {
            answers["extra"] = answered["answers"]["extra"].clone();
        }
        let person = person.with_new_token();
        let plan = json!({"title": "Next year", "cycle_id": next["id"], "answers": answers});
        let plan = person.post("/v1/plans", plan).await.is(201);
        person.adds(&plan, json!({"title": "Lead the design review"})).await;
    }
    assert_eq!(row(&hr, &next, "Platform").await["prepared"], 2);
}

#[actix_web::test]
async fn an_hr_partner_reads_the_coverage_of_their_people() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let partner = app.person("partner", None).await;
    let all = department(&app, "Platform", &SEVEN).await;
    let others = department(&app, "Design", &["d0", "d1", "d2", "d3", "d4", "d5"]).await;
    let cycle = cycle_of(&hr, json!({"departments": ["Platform", "Design"]})).await;
    let relation =
        json!({"kind": "hr_partner", "person_id": partner.id, "starts_at": "2026-03-01T00:00:00Z"});
    for person in all.iter().chain(&others[..5]) {
        let path = format!("/v1/people/{}/relations", person.id);
        hr.put(&path, json!({"items": [relation]})).await.is(200);
    }
    for (number, person) in all.iter().chain(&others).enumerate() {
        let plan = drafts(person, &cycle, number % 2 == 0).await;
        if number == 12 {
            person.shares(&plan).await;
        }
    }

    let (whole, part) = (row(&partner, &cycle, "Platform").await, row(&partner, &cycle, "Design").await);
    assert_eq!(whole, row(&hr, &cycle, "Platform").await);
    assert_eq!((&whole["prepared"], &whole["withheld"]), (&json!(4), &json!(false)));
    // HR's number of the department less the partner's would be that of one person.
    assert_eq!((&part["people"], &part["shared"], &part["prepared"]), (&json!(5), &json!(0), &Value::Null));
    assert_eq!(row(&hr, &cycle, "Design").await["shared"], 1);
    let of_others = cycle_of(&hr, json!({"person_ids": [others[5].id]})).await;
    assert_eq!(row(&partner, &of_others, "Design").await, Value::Null);
}

/// Moves the clock to an instant of 2026 and records what is due: the events of cycles.
async fn at(app: &TestApp, time: &str) -> Vec<String> {
    let to: DateTime<Utc> = format!("2026-{time}:00Z").parse().unwrap();
    app.clock().advance(to - app.clock().now());
    let before = app.events().await.len();
    for _ in 0..2 {
        reminders::step(app.state(), Duration::from_secs(30 * 86_400)).await.unwrap();
    }
    let events = app.events().await.split_off(before);
    events.iter().map(|name| name.trim_start_matches("groundwork.cycle.").replace(".v1", "")).collect()
}

#[actix_web::test]
async fn each_date_is_reminded_of_a_week_before_and_again_when_it_moves() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let cycle = cycle_of(&hr, json!({})).await;
    let none: [&str; 0] = [];
    let patch = async |change: Value| {
        hr.with_new_token().patch(&cycle_path(&cycle), change).await.is(200);
    };

    assert_eq!(at(&app, "03-25T23:59").await, none);
    assert_eq!(at(&app, "03-26T00:00").await, ["prepare_due_soon"]);
    assert_eq!(at(&app, "03-30T00:00").await, none);
    // It moves: it is reminded of again, and at once if it is near.
    patch(json!({"prepare_by": "2026-04-08"})).await;
    assert_eq!(at(&app, "04-02T00:00").await, ["prepare_due_soon"]);
    patch(json!({"name": "Another name", "prepare_by": "2026-04-07"})).await;
    assert_eq!(at(&app, "04-02T01:00").await, ["prepare_due_soon"]);
    assert_eq!(at(&app, "04-04T00:00").await, ["share_due_soon"]);
    // No one is reminded of what has passed, nor by a cycle that is closed.
    patch(json!({"prepare_by": "2026-04-03", "status": "closed"})).await;
    assert_eq!(at(&app, "04-14T00:00").await, none);
    patch(json!({"status": "open"})).await;
    assert_eq!(at(&app, "04-14T01:00").await, ["respond_due_soon"]);
    assert_eq!(at(&app, "06-01T00:00").await, none);
}
