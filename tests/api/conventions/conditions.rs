//! `ETag`, `If-Match` and `If-None-Match`.

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, path},
};

async fn etag(reader: &Person, plan: &Value) -> String {
    reader.get(&path(plan)).await.header("etag").to_owned()
}

async fn share_if(ana: &Person, plan: &Value, if_match: &str) -> Reply {
    let request = ana.request("POST", &format!("{}/share", path(plan)));
    Reply::of(request.header("if-match", if_match)).await
}

#[actix_web::test]
async fn what_has_not_changed_is_not_sent_again() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let known = etag(&ana, &plan).await;
    let ask =
        async |tags: &str| Reply::of(ana.request("GET", &path(&plan)).header("if-none-match", tags)).await;

    for tags in [known.clone(), format!("W/{known}"), format!("\"other\", {known}"), "*".into()] {
        let reply = ask(&tags).await;
        assert_eq!(reply.status, 304, "{tags}");
        assert_eq!(reply.header("etag"), known);
        assert_eq!(reply.body, "");
    }
    ask("\"other\"").await.is(200);
    ana.changes(&plan, json!({"title": "Grow"})).await;
    assert_ne!(ask(&known).await.header("etag"), known);
}

#[actix_web::test]
async fn each_reader_has_a_tag_of_what_that_reader_sees() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let cyd = app.person("cyd", None).await;
    ana.invites(&plan, &cyd, json!(["basic"])).await;

    // As an HR admin, the manager sees the same and may do more.
    let ben_as_hr = app.bearer(json!({"sub": "ben", "roles": ["hr_admin"]}));

    let mut tags = Vec::new();
    for reader in [&ana, &ben, &cyd, &ben_as_hr] {
        tags.push(etag(reader, &plan).await);
    }

    for (position, tag) in tags.iter().enumerate() {
        assert!(tag.starts_with('"'), "{tag} is not strong");
        assert!(!tags[..position].contains(tag), "{tags:?}");
    }
}

#[actix_web::test]
async fn a_change_meant_for_another_version_is_refused_with_the_present_tag() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let seen = etag(&ana, &plan).await;
    let plan = ana.changes(&plan, json!({"title": "Grow"})).await;
    let present = etag(&ana, &plan).await;

    for (method, end) in [
        ("PATCH", ""),
        ("DELETE", ""),
        ("POST", "/share"),
        ("POST", "/withdraw"),
        ("POST", "/agree"),
        ("POST", "/complete"),
        ("POST", "/archive"),
    ] {
        let request = ana.request(method, &format!("{}{end}", path(&plan))).header("if-match", &seen);
        let reply = Reply::of(request.json(&match (method, end) {
            ("PATCH", _) => json!({"title": "Grow further"}),
            (_, "/complete") => json!({"reflection": "It went well"}),
            _ => json!({}),
        }))
        .await;
        assert_eq!(reply.header("etag"), present, "{method} {end}");
        reply.refused(412, "precondition-failed");
    }
    assert_eq!(ana.reads(&plan).await, plan);
    share_if(&ana, &plan, &format!("W/{seen}")).await.refused(412, "precondition-failed");
    share_if(&ana, &plan, &format!("{seen}, {present}")).await.is(200);
    share_if(&ana, &plan, "*").await.is(200);
    // Proxies that compress make tags weak.
    let weak = format!("W/{}", etag(&ana, &plan).await);
    share_if(&ana, &plan, &weak).await.is(200);
}

#[actix_web::test]
async fn the_answer_to_a_change_carries_the_tag_of_the_new_version() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;

    let patched = ana.patch(&path(&plan), json!({"title": "Grow"})).await;
    assert_eq!(patched.header("etag"), etag(&ana, &plan).await);
    let shared = ana.takes("share", &plan, json!({})).await;
    assert_eq!(shared.header("etag"), etag(&ana, &plan).await);
    let agreed = ben.takes("agree", &plan, json!({})).await;
    assert_eq!(agreed.header("etag"), etag(&ben, &plan).await);
}

#[actix_web::test]
async fn a_condition_that_cannot_be_read_matches_nothing() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;

    for unreadable in ["3", "\"3", "three", "", ","] {
        share_if(&ana, &plan, unreadable).await.refused(412, "precondition-failed");
    }
    assert_eq!(ana.reads(&plan).await, plan);
}
