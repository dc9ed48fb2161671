//! `GET /v1/plans/{plan_id}/readiness`, and what it means for sharing.

use crate::support::{
    TestApp, Value, json,
    people::{Person, item_path, path, ready_answers},
};

/// Severity, code and pointer of each finding.
fn told(findings: &Value) -> Vec<[&str; 3]> {
    let findings = findings.as_array().unwrap();
    assert!(findings.iter().all(|finding| !finding["message"].as_str().unwrap().is_empty()));
    findings
        .iter()
        .map(|each| ["severity", "code", "pointer"].map(|field| each[field].as_str().unwrap()))
        .collect()
}

async fn readiness(ana: &Person, plan: &Value) -> Value {
    ana.get(&format!("{}/readiness", path(plan))).await.is(200)
}

#[actix_web::test]
async fn an_empty_plan_lacks_an_answer_to_every_question() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.post("/v1/plans", json!({"title": "Mine"})).await.is(201);

    let readiness = readiness(&ana, &plan).await;

    assert_eq!(readiness["ready"], false);
    assert_eq!(readiness["answered"], 0);
    assert_eq!(readiness["total"], 8);
    assert_eq!(
        readiness["questions"],
        json!([
            {"key": "mission_statement", "section": "basic", "answered": false},
            {"key": "values", "section": "basic", "answered": false},
            {"key": "motivators", "section": "basic", "answered": false},
            {"key": "short_term_objective", "section": "deeper", "answered": false},
            {"key": "long_term_objective", "section": "deeper", "answered": false},
            {"key": "strengths", "section": "planning", "answered": false},
            {"key": "development_areas", "section": "planning", "answered": false},
            {"key": "action_items", "section": "planning", "answered": false},
        ])
    );
    assert_eq!(
        told(&readiness["findings"]),
        [
            ["blocker", "question_unanswered", "/answers/mission_statement"],
            ["blocker", "question_unanswered", "/answers/values"],
            ["blocker", "question_unanswered", "/answers/motivators"],
            ["blocker", "question_unanswered", "/answers/short_term_objective"],
            ["blocker", "question_unanswered", "/answers/long_term_objective"],
            ["blocker", "question_unanswered", "/answers/strengths"],
            ["blocker", "question_unanswered", "/answers/development_areas"],
            ["blocker", "no_action_item", "/action_items"],
        ]
    );
}

#[actix_web::test]
async fn a_plan_that_hangs_together_is_ready_without_advice() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;

    let readiness = readiness(&ana, &plan).await;

    assert_eq!(readiness["ready"], true);
    assert_eq!(readiness["answered"], 8);
    assert_eq!(readiness["findings"], json!([]));
    let questions = readiness["questions"].as_array().unwrap();
    assert!(questions.iter().all(|question| question["answered"] == true));
}

#[actix_web::test]
async fn each_flaw_of_the_answers_is_found() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let unanswered = |name: &'static str| ["blocker", "question_unanswered", name];
    let ready = ready_answers();
    let with = |list: &str, position: usize, field: &str, value: Value| {
        let mut answers = ready.clone();
        answers[list][position][field] = value;
        json!({list: answers[list]})
    };
    let objective = |field: &str, value: Value| json!({"short_term_objective": {field: value}});

    for (flaw, finding) in [
        (json!({"mission_statement": null}), unanswered("/answers/mission_statement")),
        (json!({"mission_statement": " \n\t"}), unanswered("/answers/mission_statement")),
        (json!({"values": []}), unanswered("/answers/values")),
        (json!({"motivators": null}), unanswered("/answers/motivators")),
        (json!({"short_term_objective": null}), unanswered("/answers/short_term_objective")),
        (objective("summary", json!(null)), unanswered("/answers/short_term_objective")),
        (objective("detail", json!("  ")), unanswered("/answers/short_term_objective")),
        (json!({"long_term_objective": {"summary": null}}), unanswered("/answers/long_term_objective")),
        (json!({"strengths": []}), unanswered("/answers/strengths")),
        (json!({"development_areas": []}), unanswered("/answers/development_areas")),
        (
            objective("target_on", json!("2027-03-03")),
            ["blocker", "target_too_late", "/answers/short_term_objective/target_on"],
        ),
        (
            json!({"values": ready["values"].as_array().unwrap()[..4]}),
            ["advice", "fewer_than_five_values", "/answers/values"],
        ),
        (with("values", 3, "aligned_with", json!([])), ["advice", "value_unaligned", "/answers/values/3"]),
        (
            with("motivators", 0, "aligned_with", json!(null)),
            ["advice", "motivator_unaligned", "/answers/motivators/0"],
        ),
    ] {
        let plan = ana.prepares_a_ready_plan().await;
        let plan = ana.changes(&plan, json!({"answers": flaw})).await;

        let readiness = readiness(&ana, &plan).await;

        assert_eq!(told(&readiness["findings"]), [finding], "{flaw}");
        assert_eq!(readiness["ready"], finding[0] == "advice", "{flaw}");
        let answered = if finding[1] == "question_unanswered" { 7 } else { 8 };
        assert_eq!(readiness["answered"], answered, "{flaw}");
    }
}

#[actix_web::test]
async fn a_target_on_the_last_day_of_the_twelve_months_is_in_time() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let target = json!({"answers": {"short_term_objective": {"target_on": "2027-03-02"}}});
    let plan = ana.changes(&plan, target).await;

    assert_eq!(readiness(&ana, &plan).await["findings"], json!([]));
    // The months count from the plan's start, whenever it ends.
    let plan = ana.changes(&plan, json!({"starts_on": "2026-03-01", "ends_on": "2028-03-01"})).await;
    assert_eq!(readiness(&ana, &plan).await["findings"][0]["code"], "target_too_late");
}

#[actix_web::test]
async fn each_flaw_of_the_development_areas_is_found() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let id = &plan["answers"]["development_areas"][0]["id"];

    let areas = json!({"answers": {"development_areas": [
        {"id": id, "name": "Delegating"},
        {"name": "Budgets", "aligned_with": ["long_term"]},
    ]}});
    let plan = ana.changes(&plan, areas).await;

    let readiness = readiness(&ana, &plan).await;
    assert_eq!(readiness["ready"], true);
    assert_eq!(
        told(&readiness["findings"]),
        [
            ["advice", "development_area_unaligned", "/answers/development_areas/0"],
            ["advice", "development_area_without_action", "/answers/development_areas/1"],
        ]
    );
}

#[actix_web::test]
async fn each_flaw_of_an_action_item_is_found() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    for (flaw, code) in [
        (json!({"due_on": null}), "action_without_due_date"),
        (json!({"due_on": "2027-03-03"}), "action_due_outside_plan"),
        (json!({"due_on": "2026-03-01"}), "action_due_outside_plan"),
    ] {
        let plan = ana.prepares_a_ready_plan().await;
        let item = ana.first_item(&plan).await;
        ana.patch(&item_path(&item), flaw.clone()).await.is(200);

        let readiness = readiness(&ana, &plan).await;

        assert_eq!(told(&readiness["findings"]), [["advice", code, "/action_items/0"]], "{flaw}");
        assert_eq!(readiness["ready"], true);
    }
}

#[actix_web::test]
async fn an_action_item_is_tied_to_something() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let first = ana.first_item(&plan).await["id"].clone();
    let item = ana.adds(&plan, json!({"title": "Read a book", "due_on": "2026-05-01"})).await;

    let findings = readiness(&ana, &plan).await;
    let loose = ["advice", "action_tied_to_nothing", "/action_items/1"];
    assert_eq!(told(&findings["findings"]), [loose]);

    for tie in [json!({"advances": ["long_term"]}), json!({"supports_action_item_id": first})] {
        ana.patch(&item_path(&item), json!({"advances": null, "supports_action_item_id": null}))
            .await
            .is(200);
        ana.patch(&item_path(&item), tie.clone()).await.is(200);
        assert_eq!(readiness(&ana, &plan).await["findings"], json!([]), "{tie}");
    }
}

#[actix_web::test]
async fn a_plan_needs_an_action_item() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    ana.delete(&item_path(&ana.first_item(&plan).await)).await.is(204);

    assert_eq!(
        told(&readiness(&ana, &plan).await["findings"]),
        [
            ["blocker", "no_action_item", "/action_items"],
            ["advice", "development_area_without_action", "/answers/development_areas/0"],
        ]
    );
}

#[actix_web::test]
async fn sharing_is_refused_with_the_blockers_alone_and_leaves_nothing_behind() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let flaws = json!({"answers": {
        "mission_statement": null,
        "values": [{"name": "Honesty"}],
        "short_term_objective": {"target_on": "2028-01-01"},
    }});
    let plan = ana.changes(&plan, flaws).await;
    let findings = readiness(&ana, &plan).await["findings"].clone();
    let events = app.events().await;

    let problem = ana.takes("share", &plan, json!({})).await.refused(409, "plan-not-ready");

    assert_eq!(
        told(&problem["findings"]),
        [
            ["blocker", "question_unanswered", "/answers/mission_statement"],
            ["blocker", "target_too_late", "/answers/short_term_objective/target_on"],
        ]
    );
    assert_eq!(findings.as_array().unwrap()[..2], *problem["findings"].as_array().unwrap());
    assert_eq!(findings.as_array().unwrap().len(), 4);
    assert_eq!(ana.reads(&plan).await, plan);
    assert_eq!(app.events().await, events);
    assert_eq!(app.count("revisions").await, 0);
    assert_eq!(app.count("feedback_requests").await, 0);
    ben.get(&path(&plan)).await.refused(404, "not-found");
}

#[actix_web::test]
async fn a_shared_plan_that_is_no_longer_ready_is_not_shared_again() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.agrees_on_a_ready_plan_with(&ben).await;
    ana.changes(&plan, json!({"answers": {"strengths": []}})).await;

    ana.takes("share", &plan, json!({})).await.refused(409, "plan-not-ready");

    assert_eq!(ben.reads(&plan).await["status"], "agreed");
    assert_eq!(ben.reads(&plan).await["latest_revision"], 1);
}

#[actix_web::test]
async fn the_questionnaire_asks_what_readiness_looks_for() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.post("/v1/plans", json!({"title": "Mine"})).await.is(201);
    let states = readiness(&ana, &plan).await["questions"].clone();

    let questionnaire = ana.get("/v1/questionnaire").await.is(200);

    let questions = questionnaire["questions"].as_array().unwrap();
    assert_eq!(questions.len(), states.as_array().unwrap().len());
    for (position, (question, state)) in questions.iter().zip(states.as_array().unwrap()).enumerate() {
        assert_eq!(question["number"], position + 1);
        assert_eq!(question["key"], state["key"]);
        assert_eq!(question["section"], state["section"]);
        assert!(!question["title"].as_str().unwrap().is_empty());
        assert!(!question["guidance"].as_str().unwrap().is_empty());
    }
    // Every caller may read it, with any scope.
    assert_eq!(app.service("").get("/v1/questionnaire").await.is(200), questionnaire);
}
