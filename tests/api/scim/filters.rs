//! Lists: filters, pages, order and which attributes are shown.

use super::{ENTERPRISE, path, user};
use crate::support::{TestApp, Value, json, people::Person};

/// Three users, in this order: Ana, Ben, whom she reports to, and Čyd, who is inactive and has little else.
async fn three(app: &TestApp) -> (Person, [Value; 3]) {
    let provider = app.provider();
    let ben = json!({
        "userName": "BEN@example.com", "externalId": "E1001", "displayName": "Ben 50% \"O'Malley\"",
        "title": "Head of_Platform", "timezone": "Europe/Madrid",
    });
    let ben = provider.creates(ben).await;
    app.clock().advance(chrono::Duration::minutes(20));
    let ana = json!({
        "userName": "ana@example.com", "externalId": "e1001", "displayName": "Ana Ruiz",
        "name": {"givenName": "Ana", "familyName": "Ruiz"}, "locale": "es-ES",
        "emails": [{"value": "Ana@Example.com", "type": "work"}],
        ENTERPRISE: {"employeeNumber": "1042", "department": "Platform", "manager": {"value": ben["id"]}},
    });
    let ana = provider.creates(ana).await;
    app.clock().advance(chrono::Duration::minutes(20));
    let cyd = provider.creates(json!({"userName": "čyd", "displayName": "Cyd", "active": false})).await;
    (provider, [ana, ben, cyd])
}

#[actix_web::test]
async fn filters_find_whom_they_describe() {
    let app = TestApp::start().await;
    let (provider, [ana, ben, _]) = three(&app).await;
    let other = app.service_of("globex", "provider", "scim");
    other.creates(user("ana")).await;
    let (a, b, c) = ("Ana Ruiz", "Ben 50% \"O'Malley\"", "Cyd");
    let (ben_id, ana_id) = (ben["id"].as_str().unwrap(), ana["id"].as_str().unwrap());
    let all = [a, b, c];

    for (filter, expected) in [
        (r#"userName eq "ANA@example.com""#, &[a][..]),
        (r#"UserName Eq "ben@EXAMPLE.com""#, &[b]),
        (r#"userName eq "ČYD""#, &[c]),
        (r#"userName ne "ana@example.com""#, &[b, c]),
        (r#"userName co "EXAMPLE""#, &[a, b]),
        (r#"userName sw "ana""#, &[a]),
        (r#"userName ew ".com""#, &[a, b]),
        (r#"userName ew "a much longer text than any name""#, &[]),
        (r#"userName co "%""#, &[]),
        (r#"userName sw "a%""#, &[]),
        (r#"displayName co "50%""#, &[b]),
        (r#"displayName co "\"o'malley\"""#, &[b]),
        (r#"title co "f_p""#, &[b]),
        (r#"title co "f p""#, &[]),
        (r#"title co """#, &[b]),
        (r#"externalId eq "E1001""#, &[b]),
        (r#"externalId eq "e1001""#, &[a]),
        (r#"externalId sw "E""#, &[b]),
        ("externalId pr", &[a, b]),
        ("not (externalId pr)", &[c]),
        ("title pr", &[b]),
        ("title eq null", &[a, c]),
        ("title ne null", &[b]),
        (r#"title ne "x""#, &all),
        ("active eq true", &[a, b]),
        (r#"active eq "False""#, &[c]),
        ("active ne true", &[c]),
        (r#"emails eq "ana@example.com""#, &[a]),
        (r#"emails.value eq "ANA@EXAMPLE.COM""#, &[a]),
        (r#"emails[type eq "work"]"#, &[a]),
        (r#"emails[type eq "home"]"#, &[]),
        (r#"emails[type eq "work" and value co "@example.com"]"#, &[a]),
        (r#"emails[not (type eq "home") and primary eq true].value sw "ana""#, &[a]),
        (r#"not (emails pr)"#, &[b, c]),
        (r#"name.familyName eq "ruiz""#, &[a]),
        (r#"name pr"#, &[a]),
        (r#"timezone eq "europe/madrid""#, &[b]),
        (r#"locale sw "es""#, &[a]),
        (r#"urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department eq "platform""#, &[a]),
        (r#"urn:ietf:params:scim:schemas:core:2.0:User:userName sw "ben""#, &[b]),
        (r#"employeeNumber eq "1042""#, &[a]),
        ("manager pr", &[a]),
        (&format!("manager eq \"{ben_id}\""), &[a]),
        (&format!("{ENTERPRISE}:manager.value eq \"{ana_id}\""), &[]),
        (&format!("id eq \"{ana_id}\""), &[a]),
        (&format!("id ne \"{ana_id}\""), &[b, c]),
        (r#"id eq "nonsense""#, &[]),
        (r#"meta.created gt "2026-03-02T09:00:00Z""#, &[a, c]),
        (r#"meta.created le "2026-03-02T10:20:00+01:00""#, &[a, b]),
        (r#"meta.lastModified lt "2026-03-02T09:00:01Z""#, &[b]),
        (r#"meta.resourceType eq "User""#, &all),
        (r#"userName gt "b""#, &[b, c]),
        (r#"userName ge "ben@example.com" and userName le "ben@example.com""#, &[b]),
        (r#"title pr or active eq false"#, &[b, c]),
        (r#"title pr and active eq false or userName sw "a""#, &[a]),
        (r#"title pr and (active eq false or userName sw "a")"#, &[]),
        (r#"not (title pr) and not (active eq true)"#, &[c]),
    ] {
        assert_eq!(provider.finds(filter).await, expected, "{filter}");
    }
}

#[actix_web::test]
async fn what_cannot_be_a_filter_is_refused() {
    let app = TestApp::start().await;
    let (provider, _) = three(&app).await;
    let (deep, many, long) = (
        format!("{}active eq true{}", "(".repeat(200), ")".repeat(200)),
        vec!["title pr"; 60].join(" or "),
        format!("userName eq \"{}\"", "x".repeat(5_000)),
    );
    for filter in [
        "",
        " ",
        "userName",
        "userName eq",
        "userName eq ana",
        "userName like \"a\"",
        "nickName eq \"x\"",
        "groups pr",
        "password eq \"x\"",
        "active gt true",
        "active eq \"perhaps\"",
        "meta.created eq \"yesterday\"",
        "userName eq 7",
        "userName eq \"a\u{0}\"",
        "id co \"a\"",
        "manager sw \"a\"",
        "title gt null",
        "userName[value eq \"x\"]",
        "emails[emails[value pr] pr]",
        "emails[userName eq \"x\"]",
        "name[givenName[x pr]]",
        "userName eq \"x\"; drop table people",
        "userName eq \"x\" --",
        "urn:example:other:userName eq \"x\"",
        "p.user_name eq \"x\"",
        &deep,
        &many,
        &long,
    ] {
        let search = json!({"filter": filter});
        let refused = provider.searches(search).await;
        assert_eq!(refused.status, 400, "{filter}");
        refused.scim_refused(400, Some("invalidFilter"));
    }
    assert_eq!(app.count("people").await, 3);
}

#[actix_web::test]
async fn pages_have_positions_and_an_order() {
    let app = TestApp::start().await;
    let (provider, [ana, ben, cyd]) = three(&app).await;
    let page = async |query: &str| {
        let page = provider.get(&format!("/scim/v2/Users?{query}")).await.is(200);
        let users = page["Resources"].as_array().unwrap().iter().map(|user| user["id"].clone());
        let numbers = ["totalResults", "startIndex", "itemsPerPage"].map(|name| page[name].as_i64().unwrap());
        (users.collect::<Vec<_>>(), numbers)
    };
    let ids = |users: &[&Value]| users.iter().map(|user| user["id"].clone()).collect::<Vec<_>>();

    // In the order of their creation.
    assert_eq!(page("").await, (ids(&[&ben, &ana, &cyd]), [3, 1, 3]));
    assert_eq!(page("count=2").await, (ids(&[&ben, &ana]), [3, 1, 2]));
    assert_eq!(page("startIndex=3&count=2").await, (ids(&[&cyd]), [3, 3, 1]));
    assert_eq!(page("startIndex=4").await, (ids(&[]), [3, 4, 0]));
    assert_eq!(page("count=0").await, (ids(&[]), [3, 1, 0]));
    assert_eq!(page("count=-5&startIndex=-7").await, (ids(&[]), [3, 1, 0]));
    assert_eq!(page("count=1000000").await.1, [3, 1, 3]);
    assert_eq!(page("sortBy=userName").await.0, ids(&[&ana, &ben, &cyd]));
    assert_eq!(page("sortBy=meta.created&sortOrder=descending").await.0, ids(&[&cyd, &ana, &ben]));
    assert_eq!(page("sortBy=displayName&startIndex=2&count=1").await, (ids(&[&ben]), [3, 2, 1]));
    assert_eq!(page("STARTINDEX=2&count=1&unknown=1").await.1, [3, 2, 1]);
    for query in
        ["startIndex=x", "count=1.5", "startIndex=1000001", "sortBy=nickName", "sortBy=title&sortOrder=up"]
    {
        let refused = provider.get(&format!("/scim/v2/Users?{query}")).await;
        refused.scim_refused(400, Some("invalidValue"));
    }
}

#[actix_web::test]
async fn a_request_may_ask_for_some_attributes() {
    let app = TestApp::start().await;
    let (provider, [ana, ..]) = three(&app).await;
    let read = async |query: &str| {
        let user = provider.get(&format!("{}?{query}", path(&ana))).await.is(200);
        let mut names: Vec<String> = user.as_object().unwrap().keys().cloned().collect();
        names.sort();
        (user, names)
    };
    assert_eq!(read("attributes=userName,emails.value").await.1, ["emails", "id", "schemas", "userName"]);
    assert_eq!(read("attributes=emails.value").await.0["emails"], json!([{"value": "Ana@Example.com"}]));
    let (user, names) = read(&format!("attributes={ENTERPRISE}:department,NAME.givenName")).await;
    assert_eq!(names, ["id", "name", "schemas", ENTERPRISE]);
    assert_eq!(user["name"], json!({"givenName": "Ana"}));
    assert_eq!(user[ENTERPRISE], json!({"department": "Platform"}));
    assert_eq!(read("attributes=nothing").await.1, ["id", "schemas"]);
    let (user, names) = read(&format!("excludedAttributes=id,meta,name.familyName,{ENTERPRISE}")).await;
    assert!(names.contains(&"id".to_owned()) && !names.contains(&"meta".to_owned()), "{names:?}");
    assert_eq!((user.get(ENTERPRISE), &user["name"]), (None, &json!({"givenName": "Ana"})));
    let search = json!({"filter": "title pr", "attributes": ["displayName"], "count": 1});
    let found = provider.searches(search).await.is(200);
    assert_eq!(found["Resources"][0].as_object().unwrap().len(), 3);
    provider.get(&format!("{}?attributes=a%20b", path(&ana))).await.scim_refused(400, Some("invalidValue"));
}

#[actix_web::test]
async fn a_filter_by_external_id_finds_the_person_with_whom_a_post_would_collide() {
    let app = TestApp::start().await;
    let provider = app.provider();
    let numbered = json!({"userName": "dl", "displayName": "DL", ENTERPRISE: {"employeeNumber": "DL9"}});
    let numbered = provider.creates(numbered).await;
    let nameless = provider.creates(json!({"userName": "cyd", "displayName": "Cyd"})).await;
    let id = nameless["id"].as_str().unwrap();

    for (external_id, name) in [("DL9", "DL"), (id, "Cyd")] {
        let body = json!({"userName": "other", "externalId": external_id});
        provider.post("/scim/v2/Users", body).await.scim_refused(409, Some("uniqueness"));
        assert_eq!(provider.finds(&format!("externalId eq \"{external_id}\"")).await, [name]);
    }
    assert_eq!(provider.finds(r#"externalId ne "DL9""#).await, ["Cyd"]);
    assert!(provider.finds("externalId pr").await.is_empty());
    assert_eq!(numbered.get("externalId"), None);
}

#[actix_web::test]
async fn a_blank_filter_in_the_query_lists_no_one() {
    let app = TestApp::start().await;
    let (provider, _) = three(&app).await;
    for query in ["filter=", "filter=%20", "count=1&FILTER="] {
        let refused = provider.get(&format!("/scim/v2/Users?{query}")).await;
        refused.scim_refused(400, Some("invalidFilter"));
    }
    assert_eq!(provider.searches(json!({"filter": null})).await.is(200)["totalResults"], 3);
}
