//! The explanations that problems lead to, and how the service fails.

use std::{fs, path::Path};

use groundwork::http::ProblemKind;

use crate::support::{Reply, TestApp, json, people::path};

#[actix_web::test]
async fn every_kind_of_problem_is_explained_to_machines_and_to_people() {
    let app = TestApp::start().await;

    for about in ProblemKind::ALL.iter().map(|kind| kind.about()) {
        let explanation = Reply::of(app.request("GET", about.path)).await;
        assert_eq!(explanation.header("content-type"), "application/json");
        assert_eq!(
            explanation.is(200),
            json!({
                "name": about.name,
                "title": about.title,
                "status": about.status.as_u16(),
                "explanation": about.explanation,
                "remedy": about.remedy,
            })
        );

        let page = Reply::of(app.request("GET", about.path).header("accept", "text/html, */*;q=0.8")).await;
        assert_eq!(page.header("content-type"), "text/html; charset=utf-8");
        let page = page.is(200);
        for text in [about.name, about.title] {
            assert!(page.as_str().unwrap().contains(text), "{page}");
        }
    }
    Reply::of(app.request("GET", "/problems/none-such")).await.refused(404, "not-found");
}

#[actix_web::test]
async fn a_problem_says_where_it_happened_and_under_which_request_id() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;

    let problem = ana.get("/v1/nowhere?at=all").await.refused(404, "not-found");

    assert_eq!(problem["instance"], "/v1/nowhere");
    assert_eq!(problem["title"], "Not found");
    assert_eq!(problem["errors"], json!([]));
    assert!(problem.get("findings").is_none());
}

#[actix_web::test]
async fn a_failure_of_ours_does_not_show_its_cause_and_leaves_nothing_behind() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    app.database().execute("alter table events rename to mislaid").await;

    let problem = ana.patch(&path(&plan), json!({"title": "Lost"})).await.refused(500, "internal-error");

    assert!(!problem.to_string().contains("events"), "{problem:#}");
    assert_eq!(
        problem["detail"],
        "The service failed. Changes that were not committed have been rolled back."
    );
    assert_eq!(ana.reads(&plan).await, plan);
    app.database().execute("alter table mislaid rename to events").await;
    ana.changes(&plan, json!({"title": "Found"})).await;
}

#[test]
fn every_kind_of_problem_is_brought_about_by_some_test() {
    fn read(folder: &Path) -> String {
        let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        entries
            .map(|path| if path.is_dir() { read(&path) } else { fs::read_to_string(&path).unwrap() })
            .collect()
    }
    let tests = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/api"));

    for name in ProblemKind::ALL.iter().map(|kind| kind.about().name) {
        // As `refused(404, "not-found")` names it, or a table of problems.
        let expected = [format!(", \"{name}\")"), format!("Err(\"{name}\")")];
        assert!(expected.iter().any(|text| tests.contains(text)), "no test ends in {name}");
    }
}
