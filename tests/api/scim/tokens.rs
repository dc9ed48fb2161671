//! The long-lived tokens of identity providers.

use groundwork::{auth::scim_tokens, ids::TenantId};

use super::{path, user};
use crate::support::{Reply, TestApp, Value, json, people::Person};

/// A caller with a new token for SCIM of a tenant, and the token's id.
async fn caller(app: &TestApp, tenant: &str) -> (Person, groundwork::ids::ScimTokenId) {
    let state = app.state();
    let (id, token) =
        scim_tokens::create(&state.db, &state.ids, tenant, "Entra ID", state.clock.now()).await.unwrap();
    (Person { app: app.clone(), id: String::new(), token }, id)
}

#[actix_web::test]
async fn a_token_is_good_for_scim_alone_and_refused_once_it_is_revoked() {
    let app = TestApp::start().await;
    let (entra, id) = caller(&app, "acme").await;
    assert!(entra.token.starts_with("gws_") && entra.token.len() == 68, "{}", entra.token);

    let ana = entra.creates(user("ana")).await;
    entra.get(&path(&ana)).await.is(200);
    for path in ["/v1/me", "/v1/people", "/v1/plans", "/v1/events"] {
        entra.get(path).await.refused(401, "unauthorized");
    }
    let row = "select name || ' ' || digest || ' ' || coalesce(last_used_on, '-') from scim_tokens";
    let row = row.replace("last_used_on,", "cast(last_used_on as text),");
    let row = app.database().texts(&row).await.concat();
    assert!(row.ends_with(" 2026-03-02") && row.starts_with("Entra ID "), "{row}");
    assert!(!row.contains(&entra.token[4..]), "the token itself is stored");

    let (db, now) = (&app.state().db, app.clock().now());
    assert!(!scim_tokens::revoke(db, TenantId::of("globex"), id, now).await.unwrap());
    entra.get("/scim/v2/Users").await.is(200);
    assert!(scim_tokens::revoke(db, TenantId::of("acme"), id, now).await.unwrap());
    let refused = entra.get("/scim/v2/Users").await;
    assert!(refused.header("www-authenticate").contains("invalid_token"));
    refused.scim_refused(401, None);
    assert!(!scim_tokens::revoke(db, TenantId::of("acme"), id, now).await.unwrap());
    assert_eq!(scim_tokens::list(db, TenantId::of("acme")).await.unwrap()[0].revoked_at, Some(now));
}

#[actix_web::test]
async fn what_is_no_token_of_the_tenant_is_refused() {
    let app = TestApp::start().await;
    let (entra, _) = caller(&app, "acme").await;
    let (other, _) = caller(&app, "globex").await;
    let ana = entra.creates(user("ana")).await;
    // The tenant's part of one token with the secret of another.
    let mixed = format!("{}{}", &entra.token[..25], &other.token[25..]);
    for token in ["gws_", "gws_AAAA", "gws_*", &entra.token[..67], &format!("{}A", entra.token), &mixed] {
        let stranger = Person { token: token.to_owned(), ..entra.clone() };
        stranger.get("/scim/v2/Users").await.scim_refused(401, None);
    }
    for method in ["GET", "PUT", "PATCH", "DELETE"] {
        let body = json!({"userName": "x", "Operations": []});
        let request = other.request(method, &path(&ana)).json(&body);
        Reply::of(request).await.scim_refused(404, None);
    }
    assert_eq!(other.get("/scim/v2/Users").await.is(200)["totalResults"], 0);
    // Their users do not take each other's names, nor become each other's managers.
    let mut theirs = user("ana");
    theirs[super::ENTERPRISE] = json!({"manager": {"value": ana["id"]}});
    let theirs = other.creates(theirs).await;
    assert_eq!(theirs[super::ENTERPRISE]["manager"], json!({"value": ana["id"]}));
    let bulk = json!({"Operations": [{"method": "DELETE", "path": format!("/Users/{}", ana["id"].as_str().unwrap())}]});
    let result: Value = other.post("/scim/v2/Bulk", bulk).await.is(200);
    assert_eq!(result["Operations"][0]["status"], "404");
    entra.get(&path(&ana)).await.is(200);
}

#[actix_web::test]
async fn people_written_by_scim_end_the_first_hour_of_a_tenant() {
    let app = TestApp::start().await;
    let (entra, _) = caller(&app, "acme").await;
    let hr = app.bearer(json!({"sub": "hr", "roles": ["hr_admin"]}));
    let rows = |name: &str| json!({"rows": [{"external_id": name, "user_name": name, "display_name": name}]});
    hr.post("/v1/people/import", rows("first")).await.is(200);

    entra.creates(user("ana")).await;

    hr.post("/v1/people/import", rows("second")).await.refused(403, "not-in-directory");
}

#[actix_web::test]
async fn a_token_is_made_only_for_a_tenant_whose_name_a_token_could_have() {
    let app = TestApp::start().await;
    let state = app.state();
    let create = async |tenant: &str| {
        scim_tokens::create(&state.db, &state.ids, tenant, "Entra ID", state.clock.now()).await
    };

    for tenant in ["", "  ", "a\nb", "a\u{0}", &"x".repeat(256)] {
        let refused = create(tenant).await.map(|_| ()).unwrap_err().to_string();
        assert_eq!(refused, "a tenant's name has 1 to 255 visible characters", "{tenant:?}");
    }

    assert_eq!((app.count("tenants").await, app.count("scim_tokens").await), (0, 0));
    assert!(create(&"ä".repeat(255)).await.is_ok());
}
