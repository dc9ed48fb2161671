//! The demo shows a year of conversations: talks, comments, proposals, a renewal and a cycle.

use std::time::Duration;

use groundwork::{auth::token, client::http_client, clock::Clock};

use crate::support::{Value, json, process::Process};

/// What a person of the demo reads.
async fn read(demo: &Process, who: &str, roles: &[&str], path: &str) -> Value {
    let exp = Clock::system().now().timestamp() + 3600;
    let claims = json!({"tenant": "demo", "sub": who, "roles": roles, "exp": exp});
    let bearer = token::mint("the groundwork demo has no secrets to keep", &claims).unwrap();
    let client = http_client(Duration::from_secs(10)).unwrap();
    let answer = client.get(format!("{}/v1{path}", demo.base)).bearer_auth(bearer).send().await.unwrap();
    assert_eq!(answer.status(), 200, "{path}");
    answer.json().await.unwrap()
}

fn id(resource: &Value) -> &str {
    resource["id"].as_str().unwrap()
}

/// A field of each item of a list.
fn each<'a>(list: &'a Value, field: &str) -> Vec<&'a Value> {
    list["items"].as_array().unwrap().iter().map(|item| &item[field]).collect()
}

#[actix_web::test]
async fn the_demo_shows_a_year_of_talks_and_a_cycle_half_done() {
    let demo = Process::start(&["demo"]);
    let as_ana = async |path: &str| read(&demo, "ana.silva", &[], path).await;
    let as_hanna = async |path: &str| read(&demo, "hanna.weiss", &["hr_admin"], path).await;

    // The first plan was renewed into the one that she has now, with what was left open.
    let plans = as_ana("/plans").await;
    assert_eq!(each(&plans, "status"), ["archived", "agreed"]);
    let (first, plan) = (&plans["items"][0], &plans["items"][1]);
    assert_eq!(plan["previous_plan_id"], first["id"]);
    let items = as_ana(&format!("/plans/{}/action-items", id(plan))).await;
    assert!(each(&items, "title").contains(&&json!("Run an incident review")), "{items}");
    assert!(each(&items, "template_id").iter().any(|template| !template.is_null()), "{items}");

    let talks = as_ana(&format!("/plans/{}/discussions", id(plan))).await;
    assert_eq!(each(&talks, "status"), ["held", "held", "planned"]);
    let sources = |talk: usize| -> Vec<&Value> {
        let agenda = talks["items"][talk]["agenda"].as_array().unwrap();
        agenda.iter().map(|line| &line["source"]).collect()
    };
    assert_eq!(sources(0), ["verdict", "stance", "support"]);
    assert_eq!(sources(2), ["overdue", "overdue", "blocked", "comment", "comment", "comment"]);
    assert_eq!(plan["next_discussion_at"], talks["items"][2]["starts_at"]);
    let outcome = &talks["items"][0]["outcomes"][0]["action_item"];
    assert!(each(&items, "id").contains(&&outcome["action_item_id"]), "{outcome}");

    let proposals = as_ana(&format!("/plans/{}/proposals", id(plan))).await;
    assert_eq!(each(&proposals, "status"), ["accepted", "declined", "proposed"]);
    let comments = as_ana(&format!("/plans/{}/comments", id(plan))).await;
    assert_eq!(comments["items"][0]["mentioned"][0]["display_name"], "Ben Okafor");

    let questionnaire = as_ana("/questionnaire").await;
    assert_eq!(questionnaire["own_questions"].as_array().unwrap().len(), 1);
    let cycles = as_hanna("/cycles").await;
    let coverage = as_hanna(&format!("/cycles/{}/coverage", id(&cycles["items"][0]))).await;
    assert_eq!(each(&coverage, "department"), ["Design", "Engineering", "People", "Sales"]);
    assert_eq!(each(&coverage, "discussed"), [0, 5, 4, 0]);
    assert_eq!(each(&coverage, "prepared"), [&json!(0), &Value::Null, &json!(0), &json!(3)]);
}
