//! People who left long ago are erased, and events deleted, by the rules of each tenant.

use std::time::Duration;

use groundwork::{audit, ids::TenantId, privacy::retention, webhooks::Worker};

use crate::support::{TestApp, json, people::Person, receiver::Receiver};

const DAY: Duration = Duration::from_secs(86_400);

/// Makes people leave as an import does, which notes when.
async fn leave(app: &TestApp, people: &[&Person]) {
    for person in people {
        let sql = format!(
            "update people set active = false, deactivated_at = '{}' where user_name = '{}'",
            app.clock().now().to_rfc3339(),
            name(person)
        );
        app.database().execute(&sql).await;
    }
    app.state().people_generation.advance();
}

fn name(person: &Person) -> String {
    use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
    let payload = person.token.split('.').nth(1).unwrap();
    let claims: serde_json::Value =
        serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(payload).unwrap()).unwrap();
    claims["sub"].as_str().unwrap().to_owned()
}

async fn erased(app: &TestApp) -> Vec<String> {
    app.database().texts("select external_id from people where erased_at is null order by external_id").await
}

#[actix_web::test]
async fn people_who_left_long_ago_are_erased_if_a_rule_says_so() {
    let app = TestApp::start().await;
    let (hr, core) = (app.hr_admin(), &app.state().core);
    let (ana, ben) = app.employee_and_manager().await;
    let held = app.person("held", None).await;
    let other = app.person_in("globex", "eve", None, "UTC").await;
    ana.shares_a_ready_plan().await;
    leave(&app, &[&ana, &held, &other]).await;
    let hold = format!("/v1/people/{}/legal-hold", held.id);
    hr.put(&hold, json!({"reason": "A dispute"})).await.is(200);
    app.clock().advance(chrono::Duration::days(100));
    let everyone = ["x-ana", "x-ben", "x-eve", "x-held", "x-hr"];

    // Without a rule no one is, nor before the time.
    assert_eq!(retention::erase_leavers(core, None).await.unwrap(), 0);
    assert_eq!(retention::erase_leavers(core, Some(101 * DAY)).await.unwrap(), 0);
    assert_eq!(erased(&app).await, everyone);
    // A rule of one tenant concerns no other; one that says never comes before the setting.
    let globex = TenantId::of("globex");
    retention::set(core, globex, None, Some(Some(0))).await.unwrap().unwrap();
    assert_eq!(retention::erase_leavers(core, Some(99 * DAY)).await.unwrap(), 1);
    assert_eq!(erased(&app).await, ["x-ben", "x-eve", "x-held", "x-hr"]);
    retention::set(core, globex, None, Some(Some(99))).await.unwrap().unwrap();
    assert_eq!(retention::erase_leavers(core, None).await.unwrap(), 1);
    assert_eq!(erased(&app).await, ["x-ben", "x-held", "x-hr"]);
    assert_eq!(retention::erase_leavers(core, Some(DAY)).await.unwrap(), 0);
    ben.with_new_token().get("/v1/me").await.is(200);
    assert_eq!(app.database().texts("select reason from erasures").await, ["no_longer_necessary"; 2]);
}

#[actix_web::test]
async fn a_person_who_cannot_be_erased_does_not_keep_the_others() {
    let app = TestApp::start().await;
    let (hr, core) = (app.hr_admin(), &app.state().core);
    app.person("ana", None).await;
    // More than one statement finds, all of whom left in one instant.
    let row =
        |number| json!({"external_id": format!("x-{number}"), "user_name": number, "display_name": "Left"});
    let rows: Vec<_> = (100..220).map(|number: i32| row(number.to_string())).collect();
    hr.post("/v1/people/import", json!({"rows": rows})).await.is(200);
    let left = app.clock().now().to_rfc3339();
    let leave =
        format!("update people set active = false, deactivated_at = '{left}' where display_name = 'Left'");
    app.database().execute(&leave).await;
    let kept = hr.get("/v1/people?external_id=x-130").await.is(200)["items"][0]["id"].clone();
    // No import gives a name like that.
    let take = format!(
        "update people set external_id = 'erased-{}' where user_name = 'ana'",
        kept.as_str().unwrap()
    );
    app.database().execute(&take).await;
    app.clock().advance(chrono::Duration::days(100));

    retention::erase_leavers(core, Some(DAY)).await.unwrap_err();

    let left = "select external_id from people where erased_at is null and not active";
    assert_eq!(app.database().texts(left).await, ["x-130"]);
    app.database().execute("update people set external_id = 'x-ana' where user_name = 'ana'").await;
    assert_eq!(retention::erase_leavers(core, Some(DAY)).await.unwrap(), 1);
}

#[actix_web::test]
async fn deliveries_are_kept_as_long_as_events() {
    let app = TestApp::start_with(&["--webhooks-allow-private"]).await;
    let (ana, _) = app.employee_and_manager().await;
    let receiver = Receiver::start().await;
    let portal = app.service("webhooks:manage");
    let webhook = json!({"url": receiver.url, "event_types": ["*"]});
    portal.post("/v1/webhooks", webhook).await.is(201);
    ana.shares_a_ready_plan().await;
    let core = &app.state().core;
    Worker::new(core.clone()).step().await.unwrap();
    let made = app.count("deliveries").await;
    app.database().execute("update deliveries set status = 'delivered', next_attempt_at = null").await;
    app.database()
        .execute("update deliveries set status = 'pending' where id = (select id from deliveries order by id limit 1)")
        .await;
    app.clock().advance(chrono::Duration::days(10));

    let delete = async |kept| retention::delete_events(&core.db, kept, app.clock().now()).await.unwrap();
    delete(11 * DAY).await;
    assert!(made > 1 && app.count("deliveries").await == made);
    delete(9 * DAY).await;
    // What is still to be sent stays.
    assert_eq!(app.count("deliveries").await, 1);
}

#[actix_web::test]
async fn events_are_kept_as_long_as_the_tenant_says() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let other = app.person_in("globex", "eve", None, "UTC").await;
    ana.shares_a_ready_plan().await;
    other.shares_a_ready_plan().await;
    let core = &app.state().core;
    while audit::seal(core).await.unwrap() == 0 {}
    // The event of the seal itself.
    audit::seal(core).await.unwrap();
    app.clock().advance(chrono::Duration::days(10));
    retention::set(core, TenantId::of("globex"), Some(Some(5)), None).await.unwrap().unwrap();
    let all = app.count("events").await;

    let deleted = retention::delete_events(&core.db, 30 * DAY, app.clock().now()).await.unwrap();

    assert!(deleted > 0 && app.count("events").await == all - deleted as i64, "{deleted}");
    // A longer rule than the setting's keeps them, too.
    retention::set(core, TenantId::of("acme"), Some(Some(30)), None).await.unwrap().unwrap();
    assert_eq!(retention::delete_events(&core.db, 5 * DAY, app.clock().now()).await.unwrap(), 0);
    retention::set(core, TenantId::of("acme"), Some(None), None).await.unwrap().unwrap();
    assert!(retention::delete_events(&core.db, 5 * DAY, app.clock().now()).await.unwrap() > 0);
    assert_eq!(app.count("events").await, 0);
}
