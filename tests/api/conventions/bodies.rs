//! What every endpoint does alike.

use crate::support::{TestApp, json};

#[actix_web::test]
async fn every_fault_of_a_body_is_named_at_once() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;

    let reply = ana
        .post(
            "/v1/plans",
            json!({
                "title": "  ",
                "colour": "red",
                "starts_on": "soon",
                "answers": {
                    "values": [{"note": 7}, {"name": "x".repeat(201)}],
                    "short_term_objective": {"kind": "holiday", "target_on": "2026-02-30"},
                },
            }),
        )
        .await;

    assert_eq!(
        reply.faults(),
        [
            "/answers/short_term_objective/kind",
            "/answers/short_term_objective/target_on",
            "/answers/values/0/name",
            "/answers/values/0/note",
            "/answers/values/1/name",
            "/colour",
            "/starts_on",
            "/title",
        ]
    );
}
