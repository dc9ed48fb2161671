//! `/v1/plans`.

use crate::support::{TestApp, json};

#[actix_web::test]
async fn a_manager_sees_the_shared_revision_and_not_what_was_changed_since() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    ana.changes(&plan, json!({"answers": {"mission_statement": "Something new"}})).await;

    let seen = ben.reads(&plan).await;

    assert_ne!(seen["answers"]["mission_statement"], "Something new");
    assert_eq!(seen["has_unshared_changes"], false);
    assert_eq!(ana.reads(&plan).await["has_unshared_changes"], true);
}
