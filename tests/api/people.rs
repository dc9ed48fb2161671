//! `/v1/me` and `/v1/people`.

use std::{
    collections::HashMap,
    io::{Read, Write},
    net::TcpStream,
};

use base64::{Engine, prelude::BASE64_STANDARD};
use chrono::Duration;

use crate::support::{Numbers, Reply, TestApp, Value, json, people::Person};

const IMPORT: &str = "/v1/people/import";

/// `external_id,user_name,display_name` and `E1,ana,Ana`.
const GZIPPED: &str = "H4sIAAAAAAACA0utKEktykvMic9M0SktTi2Kz0vMTdVJySwuyEmsBHO4XA11EvMSdRzzErkAJXwqbS4AAAA=";

/// An import of CSV, with or without a key.
async fn import_with(caller: &Person, csv: impl Into<String>, key: Option<&str>) -> Reply {
    let mut request = caller.request("POST", IMPORT).header("content-type", "text/csv; charset=utf-8");
    if let Some(key) = key {
        request = request.header("idempotency-key", key);
    }
    Reply::of(request.body(csv.into())).await
}

async fn import(caller: &Person, csv: impl Into<String>) -> Value {
    import_with(caller, csv, None).await.is(200)
}

/// An import of NDJSON, from an array.
async fn import_rows(caller: &Person, rows: Value) -> Value {
    let lines: String = rows.as_array().unwrap().iter().map(|row| format!("{row}\n")).collect();
    let request = caller.request("POST", IMPORT).header("content-type", "application/x-ndjson");
    Reply::of(request.body(lines)).await.is(200)
}

/// A row whose names are all the same.
fn row(name: &str) -> Value {
    json!({"external_id": name, "user_name": name, "display_name": name})
}

fn row_under(name: &str, manager: &str) -> Value {
    let mut row = row(name);
    row["manager_external_id"] = manager.into();
    row
}

fn statuses(result: &Value) -> Vec<&str> {
    result["rows"].as_array().unwrap().iter().map(|row| row["status"].as_str().unwrap()).collect()
}

/// The pointers of the faults of a row, sorted.
fn faults(result: &Value, row: usize) -> Vec<&str> {
    let errors = result["rows"][row - 1]["errors"].as_array().unwrap();
    let mut pointers: Vec<&str> = errors.iter().map(|error| error["pointer"].as_str().unwrap()).collect();
    pointers.sort_unstable();
    pointers
}

async fn find(caller: &Person, external_id: &str) -> Value {
    let page = caller.get(&format!("/v1/people?external_id={external_id}")).await.is(200);
    page["items"][0].clone()
}

/// The `external_id` of a person's manager, found by the manager's id.
async fn manager_of(caller: &Person, external_id: &str) -> Option<String> {
    let id = find(caller, external_id).await["manager_id"].as_str()?.to_owned();
    let manager = caller.get(&format!("/v1/people/{id}")).await.is(200);
    Some(manager["external_id"].as_str().unwrap().to_owned())
}

#[actix_web::test]
async fn a_person_learns_who_they_are() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;

    let me = ana.get("/v1/me").await.is(200);

    assert_eq!(me["tenant"], "acme");
    assert_eq!(me["person"]["id"], ana.id);
    assert_eq!(me["person"]["user_name"], "ana");
    assert_eq!(me["manager"], json!({"id": ben.id, "display_name": "ben", "title": null}));
    assert_eq!((&me["roles"], &me["scopes"], &me["service"]), (&json!([]), &json!([]), &json!(false)));
    assert_eq!(ben.get("/v1/me").await.is(200)["manager"], json!(null));
}

#[actix_web::test]
async fn a_token_learns_what_it_is_good_for() {
    let app = TestApp::start().await;

    let me = app.hr_admin().get("/v1/me").await.is(200);
    assert_eq!(me["person"]["user_name"], "hr");
    assert_eq!(me["roles"], json!(["hr_admin"]));
    assert_eq!(me["service"], false);

    let me = app.service("plans:read people:read").get("/v1/me").await.is(200);
    assert_eq!((&me["person"], &me["manager"], &me["roles"]), (&json!(null), &json!(null), &json!([])));
    assert_eq!(me["scopes"], json!(["plans:read", "people:read"]));
    assert_eq!(me["service"], true);

    Reply::of(app.request("GET", "/v1/me")).await.refused(401, "unauthorized");
}

#[actix_web::test]
async fn the_directory_is_for_hr_and_services() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let other = app.person_in("umbrella", "eve", None, "UTC").await;
    let one = format!("/v1/people/{}", ana.id);

    for caller in [app.hr_admin(), app.service("people:read")] {
        // With the HR admin.
        assert_eq!(caller.list("/v1/people").await.len(), 3);
        assert_eq!(caller.get(&one).await.is(200)["manager_id"], ben.id);
        caller.get(&format!("/v1/people/{}", other.id)).await.refused(404, "not-found");
        caller.get(&format!("/v1/people/{}", uuid::Uuid::nil())).await.refused(404, "not-found");
        caller.get("/v1/people/unknown").await.refused(404, "not-found");
    }
    for path in ["/v1/people", &one] {
        ana.get(path).await.refused(403, "forbidden");
        ben.get(path).await.refused(403, "forbidden");
        app.bearer(json!({"sub": "ana", "scope": "people:read"})).get(path).await.refused(403, "forbidden");
        app.service("people:write plans:read").get(path).await.refused(403, "missing-scope");
        Reply::of(app.request("GET", path)).await.refused(401, "unauthorized");
    }
}

#[actix_web::test]
async fn a_person_has_a_tag_that_changes_with_the_person() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let result = import_rows(&hr, json!([row("ana")])).await;
    let path = format!("/v1/people/{}", result["rows"][0]["person_id"].as_str().unwrap());
    let first = hr.get(&path).await;
    let tag = first.header("etag").to_owned();
    assert_eq!(first.is(200)["version"], 1);
    let known = || Reply::of(hr.request("GET", &path).header("if-none-match", &tag));
    assert_eq!(known().await.status, 304);

    let mut changed = row("ana");
    changed["title"] = "Engineer".into();
    import_rows(&hr, json!([changed])).await;

    let reply = known().await;
    assert_ne!(reply.header("etag"), tag);
    assert_eq!(reply.is(200)["version"], 2);
}

#[actix_web::test]
async fn people_are_listed_by_what_they_are_and_in_the_order_asked_for() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let csv = "external_id,user_name,display_name,manager_external_id,department,active\n\
        E1,ben,Ben,,Platform,true\nE2,ana,Ana,E1,Platform,true\nE3,cyd,Cyd,E1,Sales,false\nE4,dan,Dan,E2,Sales,true\n";
    import(&hr, csv).await;
    app.clock().advance(Duration::minutes(1));
    let since = app.clock().now().format("%FT%TZ").to_string();
    import(&hr, "external_id,user_name,display_name,title\nE2,ana,Ana,Lead\nE5,eve,Eve,\n").await;
    let names = async |query: &str| -> String {
        let people = hr.list(&format!("/v1/people{query}")).await;
        let ids = people.iter().map(|person| person["external_id"].as_str().unwrap());
        // Without the HR admin.
        ids.filter(|id| id.starts_with('E')).collect::<Vec<_>>().join(" ")
    };

    assert_eq!(names("").await, "E1 E2 E3 E4 E5");
    assert_eq!(names("?sort=-created_at").await, "E5 E4 E3 E2 E1");
    assert!(names("?sort=updated_at").await.starts_with("E1 E3 E4 "));
    assert_eq!(names("?active=false").await, "E3");
    assert_eq!(names("?department=Sales&active=true").await, "E4");
    assert_eq!(names("?user_name=ana").await, "E2");
    assert_eq!(names("?external_id=E4").await, "E4");
    // By name, also people who are not active.
    import(&hr, "external_id,user_name,display_name\nE6,o,Olga O'Hara\nE7,p,Omar Olsen\n").await;
    assert_eq!(names("?search=ol").await, "E6 E7");
    assert_eq!(names("?search=HA%20olg&sort=-created_at").await, "E6");
    assert_eq!(names("?search=cyd").await, "E3");
    assert_eq!(names("?search=cy&active=true").await, "");
    assert_eq!(names("?search=lga").await, "");
    for search in ["a", "a%20b", "--", ""] {
        hr.get(&format!("/v1/people?search={search}")).await.refused(400, "invalid-query");
    }
    assert_eq!(names(&format!("?updated_since={since}")).await, "E2 E5 E6 E7");
    let ben = find(&hr, "E1").await["id"].as_str().unwrap().to_owned();
    assert_eq!(names(&format!("?manager_id={ben}")).await, "E2 E3");

    for sort in ["created_at", "-created_at", "updated_at", "-updated_at"] {
        let (mut seen, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = hr.get(&format!("/v1/people?limit=2&sort={sort}{cursor}")).await.is(200);
            seen.extend(page["items"].as_array().unwrap().iter().map(|item| item["id"].to_string()));
            match page["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        assert_eq!(seen.len(), 8, "{sort}");
        seen.sort();
        seen.dedup();
        assert_eq!(seen.len(), 8, "{sort}");
    }
    hr.get("/v1/people?sort=name&active=perhaps&colour=red").await.refused(400, "invalid-query");
}

#[actix_web::test]
async fn the_first_import_founds_the_directory() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();

    let csv = "external_id,user_name,display_name,email,manager_external_id,department,title,time_zone,active\n\
        E1,ben,Ben Okafor,ben@example.com,,Platform,Head,Europe/Madrid,true\n\
        E2,ana,\"Ruiz, Ana\",,E1,,,,no\n";
    let result = import(&hr, csv).await;

    assert_eq!(result["created"], 2);
    assert_eq!(
        (&result["updated"], &result["unchanged"], &result["failed"]),
        (&json!(0), &json!(0), &json!(0))
    );
    let (ben, ana) = (find(&hr, "E1").await, find(&hr, "E2").await);
    assert_eq!(
        result["rows"][1],
        json!({
            "row": 2, "external_id": "E2", "status": "created", "person_id": ana["id"], "errors": [],
            "errors_left_out": 0,
        })
    );
    assert_eq!((&ben["email"], &ben["time_zone"]), (&json!("ben@example.com"), &json!("Europe/Madrid")));
    assert_eq!(ana["display_name"], "Ruiz, Ana");
    assert_eq!((&ana["manager_id"], &ana["manager_external_id"]), (&ben["id"], &json!("E1")));
    assert_eq!(
        (&ana["email"], &ana["department"], &ana["title"]),
        (&json!(null), &json!(null), &json!(null))
    );
    assert_eq!(
        (&ana["time_zone"], &ana["active"], &ana["version"]),
        (&json!("UTC"), &json!(false), &json!(1))
    );
    assert_eq!(app.events().await, ["groundwork.person.created.v1"; 2]);
    assert_eq!(app.count("tenants").await, 1);
}

#[actix_web::test]
async fn importing_the_same_again_changes_nothing() {
    let app = TestApp::start().await;
    let hr = app.service("people:write people:read");
    let csv = "external_id,user_name,display_name,manager_external_id\nE1,ben,Ben,E9\nE2,ana,Ana,E1\n";
    import(&hr, csv).await;
    let before = hr.list("/v1/people").await;
    app.clock().advance(Duration::minutes(1));

    let result = import(&hr, csv).await;

    assert_eq!(result["unchanged"], 2);
    assert_eq!(result["rows"][0]["person_id"], before[0]["id"]);
    assert_eq!(hr.list("/v1/people").await, before);
    assert_eq!(app.count("events").await, 2);
}

#[actix_web::test]
async fn what_is_left_out_or_empty_stays_and_null_clears() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let full = json!({
        "external_id": "E1", "user_name": "ana", "display_name": "Ana", "email": "ana@example.com",
        "manager_external_id": "E9", "department": "Platform", "title": "Engineer",
        "time_zone": "Europe/Madrid", "active": false,
    });
    let kept = |person: &Value| full.as_object().unwrap().iter().all(|(name, value)| &person[name] == value);
    import_rows(&hr, json!([full])).await;
    assert!(kept(&find(&hr, "E1").await));

    import(&hr, "display_name,user_name,external_id\nAna,ana,E1\n").await;
    assert!(kept(&find(&hr, "E1").await));
    import_rows(&hr, json!([{"external_id": "E1", "user_name": "ana", "display_name": "Ana"}])).await;
    assert!(kept(&find(&hr, "E1").await));

    let check = |person: Value| {
        for field in ["email", "manager_external_id", "department", "title"] {
            assert_eq!(person[field], json!(null), "{field}");
        }
        assert_eq!((&person["time_zone"], &person["active"]), (&json!("UTC"), &json!(true)));
    };
    let result = import(
        &hr,
        "external_id,user_name,display_name,email,manager_external_id,department,title,time_zone,active\n\
         E1,ana,Ana,,,,,,\n",
    )
    .await;
    assert_eq!(statuses(&result), ["unchanged"]);
    assert!(kept(&find(&hr, "E1").await));

    let mut emptied = json!({
        "email": null, "manager_external_id": null, "department": null, "title": null, "time_zone": null,
        "active": null,
    });
    emptied.as_object_mut().unwrap().extend(row("E1").as_object().unwrap().clone());
    import_rows(&hr, json!([emptied])).await;
    check(find(&hr, "E1").await);
}

#[actix_web::test]
async fn only_hr_and_services_import() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let csv = "external_id,user_name,display_name\nE1,eve,Eve\n";

    import_with(&ana, csv, None).await.refused(403, "forbidden");
    let narrowed = app.bearer(json!({"sub": "ana", "scope": "people:write"}));
    import_with(&narrowed, csv, None).await.refused(403, "forbidden");
    import_with(&app.service("people:read"), csv, None).await.refused(403, "missing-scope");
    let narrowed = app.bearer(json!({"sub": "hr", "roles": ["hr_admin"], "scope": "people:read"}));
    import_with(&narrowed, csv, None).await.refused(403, "missing-scope");
    let anonymous = app.request("POST", IMPORT).header("content-type", "text/csv").body(csv);
    Reply::of(anonymous).await.refused(401, "unauthorized");
    assert_eq!(app.count("people").await, 2);

    let hr = app.bearer(json!({"sub": "ana", "roles": ["hr_admin"]}));
    assert_eq!(statuses(&import(&hr, csv).await), ["created"]);
    assert_eq!(statuses(&import(&app.service("people:write"), csv).await), ["unchanged"]);
    let elsewhere = app.hr_admin_of("umbrella");
    assert_eq!(statuses(&import(&elsewhere, csv).await), ["created"]);
}

#[actix_web::test]
async fn a_bad_row_names_every_fault_and_stops_no_other() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let long = "x".repeat(321);

    let csv = format!(
        "external_id,user_name,display_name,email,manager_external_id,department,title,time_zone,active\n\
         E1,ben,Ben,,,,,,\n\
         E2,  ,{long},ben,E2,{long},,Mars/Olympus,perhaps\n\
         ,,,,,,,,\n\
         E4,too,few\n\
         E5,dan,Dan,,,,,,\n"
    );
    let result = import(&hr, csv).await;

    assert_eq!(statuses(&result), ["created", "failed", "failed", "failed", "created"]);
    assert_eq!((&result["created"], &result["failed"]), (&json!(2), &json!(3)));
    let expected = [
        "/active",
        "/department",
        "/display_name",
        "/email",
        "/manager_external_id",
        "/time_zone",
        "/user_name",
    ];
    assert_eq!(faults(&result, 2), expected);
    assert_eq!(result["rows"][1]["external_id"], "E2");
    assert_eq!(result["rows"][1]["person_id"], json!(null));
    assert_eq!(faults(&result, 3), ["/display_name", "/external_id", "/user_name"]);
    assert_eq!((faults(&result, 4), &result["rows"][3]["external_id"]), (vec![""], &json!(null)));

    let mut lines = json!([
        row("E6"),
        {"external_id": "E7", "user_name": 7, "email": "", "active": "yes", "phone": "1"},
        ["E8"],
        {"external_id": "a\0b", "user_name": "E9", "display_name": "E9", "title": "a\0b"},
        row("E10"),
    ])
    .as_array()
    .unwrap()
    .iter()
    .map(Value::to_string)
    .collect::<Vec<_>>();
    lines.insert(1, "{\"external_id\":".into());
    lines.insert(2, String::new());
    let request = hr.request("POST", IMPORT).header("content-type", "Application/X-NDJSON");
    let result = Reply::of(request.body(lines.join("\r\n"))).await.is(200);
    assert_eq!(statuses(&result), ["created", "failed", "failed", "failed", "failed", "created"]);
    assert_eq!(faults(&result, 2), [""]);
    assert_eq!(faults(&result, 3), ["/active", "/display_name", "/email", "/phone", "/user_name"]);
    assert_eq!(faults(&result, 4), [""]);
    assert_eq!(faults(&result, 5), ["/external_id", "/title"]);
    assert_eq!(app.count("people").await, 5, "with the HR admin");
}

#[actix_web::test]
async fn a_body_that_is_no_import_is_refused_whole() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let send = async |media_type: &'static str, body: &'static str| {
        Reply::of(hr.request("POST", IMPORT).header("content-type", media_type).body(body)).await
    };

    let reply = import_with(&hr, "external_id,phone,user_name,user_name\nE1,1,ana,ana\n", None).await;
    assert_eq!(reply.faults(), ["/display_name", "/phone", "/user_name"]);
    for media_type in ["text/csv", "application/x-ndjson"] {
        let problem = send(media_type, "").await.refused(422, "invalid-body");
        assert!(problem["detail"].as_str().unwrap().contains("external_id"), "{problem}");
    }
    for media_type in ["application/xml", "text/plain", "text/csvx", ""] {
        send(media_type, "{}").await.refused(415, "unsupported-media-type");
    }
    assert_eq!(app.count("people").await, 1, "only the HR admin");

    let result = send("text/csv", "external_id,user_name,display_name\n").await.is(200);
    let nothing = json!({
        "created": 0, "updated": 0, "unchanged": 0, "failed": 0, "rows": [], "results_left_out": 0,
        "warnings": [], "warnings_left_out": 0,
    });
    assert_eq!(result, nothing);
}

#[actix_web::test]
async fn a_compressed_body_is_unpacked() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let gzip = BASE64_STANDARD.decode(GZIPPED).unwrap();
    let request =
        hr.request("POST", IMPORT).header("content-type", "text/csv").header("content-encoding", "gzip");
    let result = Reply::of(request.body(gzip)).await.is(200);
    assert_eq!(statuses(&result), ["created"]);
}

#[actix_web::test]
async fn nobody_is_named_twice() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    import(&hr, "external_id,user_name,display_name\nE1,ben,Ben\nE2,ana,Ana\n").await;

    // Rows with one name are all refused, whatever their order: nothing tells which is right.
    let header = "external_id,user_name,display_name,email";
    let mut rows = [
        ("E3,cyd,Cyd,", "/external_id"),
        ("E3,dan,Dan,", "/external_id"),
        ("E4,eve,Eve,", "/external_id"),
        ("E4,eve,Eve,none", "/email /external_id"),
        ("E5,ana,Ana,", "/user_name"),
        ("E1,ben,Ben,", ""),
        ("E6,fay,Fay,", "/user_name"),
        ("E7,Fay ,Fay,", "/user_name"),
        ("E2,F\u{c0}Y,Ana,", "/user_name"),
        ("E8,fa\u{300}y,Fay,", "/user_name"),
        ("E9,fa\u{300}y,Fay,none", "/email"),
        ("e9,dan,Another Dan,", ""),
    ];
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    for _ in 0..6 {
        let body: String = rows.iter().map(|(row, _)| format!("{row}\n")).collect();
        let result = import(&hr, &format!("{header}\n{body}")).await;
        for (number, (row, expected)) in rows.iter().enumerate() {
            assert_eq!(faults(&result, number + 1).join(" "), *expected, "{row}");
        }
        assert_eq!(result["failed"], 10, "{result}");
        for place in 1..rows.len() {
            rows.swap(place, numbers.below(place as u64 + 1) as usize);
        }
    }
    let result = import(&hr, "external_id,user_name,display_name\nE5,gil,G\nE6,gil,G\nE6,hal,H\n").await;
    let details = result["rows"].as_array().unwrap().iter().map(|row| row["errors"][0]["detail"].clone());
    let expected = [Value::Null, json!("is also used in row 3"), json!("is also used in row 2")];
    assert_eq!(details.collect::<Vec<_>>(), expected);
}

#[actix_web::test]
async fn a_quote_in_a_wrong_place_refuses_its_row_alone() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let csv = "external_id;user_name;display_name\nE1;ana; \"Ruiz; Ana\"\nE2;ben;\"Ben\"\nE3;\"c\"yd;Cyd\n";
    let result = import(&hr, csv).await;
    assert_eq!(statuses(&result), ["failed", "created", "failed"]);
    assert_eq!((faults(&result, 1), faults(&result, 3)), (vec!["/display_name"], vec!["/user_name"]));
    let detail = result["rows"][0]["errors"][0]["detail"].as_str().unwrap();
    assert!(detail.starts_with("has a quote in a wrong place"), "{detail}");
}

#[actix_web::test]
async fn a_row_that_gives_a_field_twice_is_refused() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let twice = r#"{"external_id":"E1","user_name":"ana","display_name":"Ana","user_name":"ben"}"#;
    let once = r#"{"external_id":"E2","user_name":"cyd","display_name":"Cyd"}"#;
    for (media_type, body) in [
        ("application/x-ndjson", format!("{twice}\n{once}\n")),
        ("application/json", format!(r#"{{"rows":[{twice},{once}]}}"#)),
    ] {
        let request = hr.request("POST", IMPORT).header("content-type", media_type);
        let result = Reply::of(request.body(body)).await.is(200);
        let errors = json!([{"pointer": "/user_name", "detail": "must be given once"}]);
        assert_eq!((&result["rows"][0]["errors"], &result["failed"]), (&errors, &json!(1)), "{result}");
    }
    let request = hr.request("POST", IMPORT).header("content-type", "application/json");
    let problem = Reply::of(request.body(r#"{"rows":[],"rows":[]}"#)).await.refused(422, "invalid-body");
    assert!(problem.to_string().contains("duplicate field `rows`"), "{problem}");
}

#[actix_web::test]
async fn a_user_name_can_be_handed_on_within_one_call() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    import(&hr, "external_id,user_name,display_name\nE1,lead,Ben\nE2,ana,Ana\n").await;

    let result =
        import(&hr, "external_id,user_name,display_name\nE2,lead,Ana\nE1,ben,Ben\nE3,ana,Another Ana\n")
            .await;
    assert_eq!(statuses(&result), ["updated", "updated", "created"]);
    assert_eq!(find(&hr, "E2").await["user_name"], "lead");
    // In a circle, and with a row that has no part in it.
    let result =
        import(&hr, "external_id,user_name,display_name\nE1,ana,B\nE2,ben,A\nE3,lead,C\nE4,dan,D\n").await;
    assert_eq!(statuses(&result), ["updated", "updated", "updated", "created"]);
    for (external_id, user_name) in [("E1", "ana"), ("E2", "ben"), ("E3", "lead")] {
        assert_eq!(find(&hr, external_id).await["user_name"], user_name);
    }
    // Who is not given another name keeps theirs, and so does everyone who counts on a row that is refused.
    let csv = "external_id,user_name,display_name,email\nE1,ben,B,\nE2,lead,A,\nE3,ana,C,none\nE4,eve,D,\nE5,dan,E,\n";
    let result = import(&hr, csv).await;
    assert_eq!(statuses(&result), ["failed", "failed", "failed", "updated", "created"]);
    assert_eq!(faults(&result, 1), ["/user_name"]);
    assert_eq!(faults(&result, 2), ["/user_name"]);
    assert_eq!(faults(&result, 3), ["/email", "/user_name"]);
    for (external_id, user_name) in [("E1", "ana"), ("E2", "ben"), ("E3", "lead"), ("E5", "dan")] {
        assert_eq!(find(&hr, external_id).await["user_name"], user_name);
    }
}

#[actix_web::test]
async fn names_are_compared_and_freed_as_sign_in_sees_them_within_one_call() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let header = "external_id,user_name,display_name,active";
    let send = async |rows: &str| import(&hr, format!("{header}\n{rows}")).await;
    send("E1,Ana,Ana,\nE2,Jos\u{e9},Jose,\n").await;

    // Names in another case and composition go round.
    let result = send("E1,JOSE\u{301},Ana,\nE2,ANA,Jose,\n").await;
    assert_eq!(statuses(&result), ["updated"; 2], "{result}");
    // A leaver's name is free at once, wherever the row stands; the leaver keeps it in the directory.
    let result = send("E3,josé,Another,\nE1,,,no\n").await;
    assert_eq!(statuses(&result), ["created", "updated"], "{result}");
    assert_eq!(find(&hr, "E1").await["user_name"], "JOSE\u{301}");
    // Two inactive people may have one name, and it is refused to whoever comes back without it being free.
    assert_eq!(statuses(&send("E4,ana,Gone,no\nE5,ANA,Gone,no\n").await), ["created"; 2]);
    let result = send("E4,,,yes\nE1,,,yes\nE3,jose.2,,\n").await;
    assert_eq!(statuses(&result), ["failed", "updated", "updated"], "{result}");
    assert_eq!(faults(&result, 1), ["/user_name"]);
    // Of two who want one name in one call, neither gets it; an inactive person holds none.
    let result = send("E6,new,One,\nE7,NEW,Two,\nE8,New,Gone,no\n").await;
    assert_eq!(statuses(&result), ["failed", "failed", "created"], "{result}");
}

#[actix_web::test]
async fn an_import_is_judged_by_what_it_leads_to() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    import_rows(&hr, json!([row("a"), row_under("b", "a"), row_under("c", "b"), row_under("d", "c")])).await;
    let rootless = |name: &str| {
        let mut row = row(name);
        row["manager_external_id"] = json!(null);
        row
    };
    // A chain turned round, in both orders of its rows.
    for order in [1, -1] {
        let mut rows = vec![rootless("d"), row_under("c", "d"), row_under("b", "c"), row_under("a", "b")];
        let mut back = vec![rootless("a"), row_under("b", "a"), row_under("c", "b"), row_under("d", "c")];
        if order < 0 {
            rows.reverse();
            back.reverse();
        }
        assert_eq!(import_rows(&hr, json!(rows)).await["updated"], 4);
        assert_eq!(manager_of(&hr, "a").await.as_deref(), Some("b"));
        assert_eq!(import_rows(&hr, json!(back)).await["updated"], 4);
        assert_eq!(manager_of(&hr, "d").await.as_deref(), Some("c"));
    }
    // A promotion: c takes the place of b.
    let result = import_rows(&hr, json!([row_under("c", "a"), row_under("b", "c")])).await;
    assert_eq!(statuses(&result), ["updated", "updated"]);
    // A row at fault by itself leaves its person where they are, and what would make a circle with that is refused.
    let mut faulty = row_under("a", "d");
    faulty["email"] = "a".into();
    let result =
        import_rows(&hr, json!([row_under("e", "b"), faulty, row_under("c", "b"), rootless("b")])).await;
    assert_eq!(statuses(&result), ["created", "failed", "updated", "updated"]);
    let mut faulty = rootless("c");
    faulty["email"] = "c".into();
    let result = import_rows(&hr, json!([row_under("b", "c"), faulty, row_under("a", "e")])).await;
    assert_eq!(statuses(&result), ["failed", "failed", "updated"]);
    assert_eq!(faults(&result, 1), ["/manager_external_id"]);
    assert_eq!(manager_of(&hr, "b").await, None);
}

#[actix_web::test]
async fn a_row_whose_manager_is_not_there_says_so() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let mut faulty = row("boss");
    faulty["email"] = "boss".into();
    let rows = json!([
        row("ana"),
        row_under("ben", "E 9"),
        row_under("cyd", "ana"),
        row_under("dan", "boss"),
        faulty
    ]);

    for statuses_expected in [["created"; 4], ["unchanged"; 4]] {
        let result = import_rows(&hr, rows.clone()).await;

        assert_eq!(statuses(&result)[..4], statuses_expected);
        let warnings = result["warnings"].as_array().unwrap();
        let found: Vec<_> = warnings.iter().map(|one| (one["row"].clone(), one["code"].clone())).collect();
        assert_eq!(found, [2, 4].map(|row| (json!(row), json!("manager_not_found"))));
        assert!(warnings[0]["detail"].as_str().unwrap().contains("\"E 9\""), "{result}");
    }
}

#[actix_web::test]
async fn spaces_make_no_other_person_and_an_empty_cell_changes_nothing() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    import(&hr, "external_id,user_name,display_name,active,title\n007,bond,James,no,Agent\n8,m,Head,,\n")
        .await;

    let csv =
        "external_id;user_name;display_name;manager_external_id;active;title\n\u{a0}007 ; ; ;\t8\u{a0};;\n";
    let result = import(&hr, csv).await;
    assert_eq!(statuses(&result), ["updated"], "{result}");
    let bond = find(&hr, "007").await;
    assert_eq!((&bond["active"], &bond["title"]), (&json!(false), &json!("Agent")));
    assert_eq!(manager_of(&hr, "007").await.as_deref(), Some("8"));

    let same = json!({"external_id": "\u{a0}007\t", "user_name": " bond "});
    assert_eq!(statuses(&import_rows(&hr, json!([same])).await), ["unchanged"]);
    assert_eq!(app.count("people").await, 3);
    // A new person needs a name.
    assert_eq!(
        faults(&import(&hr, "external_id,user_name,display_name\n9,,\n").await, 1),
        ["/display_name", "/user_name"]
    );
}

#[actix_web::test]
async fn a_file_that_cannot_be_what_was_meant_says_what_it_looks_like() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let header = "external_id,user_name,display_name\n";
    let refused = async |body: Vec<u8>, hint: &str| {
        let request = hr.request("POST", IMPORT).header("content-type", "text/csv").body(body);
        let problem = Reply::of(request).await.refused(422, "invalid-body");
        assert!(problem["detail"].as_str().unwrap().contains(hint), "{problem}");
    };
    refused(format!("{header}E1,ana,Ana\nE2,ben,\"Ben\nE3,cyd,Cyd\n").into(), "row 2").await;
    refused("external_id|user_name|display_name\nE1|ana|Ana\n".into(), "separated by '|'").await;
    refused(header.encode_utf16().flat_map(u16::to_le_bytes).collect(), "UTF-16").await;
    refused(format!("\u{feff}{header}").encode_utf16().flat_map(u16::to_be_bytes).collect(), "UTF-16").await;
    refused(b"PK\x03\x04\x14\0".to_vec(), ".xlsx").await;
    refused(b"[{\"external_id\": \"E1\"}]\n".to_vec(), "JSON").await;
    assert_eq!(app.count("people").await, 1, "only the HR admin");
    // A first import with an open quote would otherwise have a person whose name is the rest of the file.
    let tabs = header.replace(',', "\t") + "E1\tana\tAna\n";
    assert_eq!(statuses(&import(&hr, tabs).await), ["created"]);
}

#[actix_web::test]
async fn any_person_finds_active_colleagues_by_name() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let csv = "external_id,user_name,display_name,title,active\n\
        1,ana,Ana María Ruiz-Soler,Engineer,\n2,anton,ANTON Ruge,,\n3,gone,Ana Gone,,no\n4,ben,Ben O'Hara,Lead,\n";
    import(&hr, csv).await;
    let elsewhere = app.bearer(json!({"tenant": "umbrella", "sub": "hr", "roles": ["hr_admin"]}));
    import(&elsewhere, csv).await;
    let ben = app.bearer(json!({"sub": "ben"}));
    let names = async |search: &str| -> Vec<String> {
        let found = ben.get(&format!("/v1/people/directory?search={search}")).await.is(200);
        let found = found["items"].as_array().unwrap().clone();
        found.iter().map(|person| person["display_name"].as_str().unwrap().to_owned()).collect()
    };
    const ANA: &str = "Ana María Ruiz-Soler";
    assert_eq!(names("an").await, [ANA, "ANTON Ruge"]);
    assert_eq!(names("RU").await, ["ANTON Ruge", ANA]);
    assert_eq!(names("sol%20an").await, [ANA]);
    assert_eq!(names("%20mar%C3%ADa").await, [ANA]);
    assert_eq!(names("o'ha").await, ["Ben O'Hara"]);
    for nothing in ["na", "gone", "uiz", "ana%20x", "%25%25ana%25x", "an_"] {
        assert!(!names(nothing).await.iter().any(|name| name == "Ana Gone"), "{nothing}");
    }
    assert_eq!(names("uiz").await, [""; 0]);
    let found = ben.get("/v1/people/directory?search=ana").await.is(200);
    let id = find(&hr, "1").await["id"].clone();
    assert_eq!(found["items"], json!([{"id": id, "display_name": ANA, "title": "Engineer"}]));

    // The index follows the directory.
    import(&hr, "external_id,user_name,display_name,active\n1,ana,Anna Berg,\n2,anton,,no\n3,gone,,yes\n")
        .await;
    assert_eq!(names("an").await, ["Ana Gone", "Anna Berg"]);
    assert_eq!(names("ruiz").await, [""; 0]);
    let many: String =
        (0..60).map(|number| format!("M{number},m{number},Max Mustermann {number},,\n")).collect();
    import(&hr, format!("external_id,user_name,display_name,title,active\n{many}")).await;
    assert_eq!(names("mu").await.len(), 25);
    assert_eq!(names("mu%20ma").await.len(), 25);
    assert_eq!(names("max%2059").await, ["Max Mustermann 59"]);

    for search in ["", "?search=", "?search=a", "?search=a%20b", "?search=--", "?search=an&limit=3"] {
        ben.get(&format!("/v1/people/directory{search}")).await.refused(400, "invalid-query");
    }
    app.service("people:read").get("/v1/people/directory?search=an").await.is(200);
    app.service("plans:read").get("/v1/people/directory?search=an").await.refused(403, "missing-scope");
    Reply::of(app.request("GET", "/v1/people/directory?search=an")).await.refused(401, "unauthorized");
}

#[actix_web::test]
async fn people_are_imported_as_json() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let send = async |body: String| {
        Reply::of(hr.request("POST", IMPORT).header("content-type", "application/json").body(body)).await
    };
    let rows = json!([row_under("ana", "ben"), {"external_id": 7}, row("ben")]);
    let result = hr.post(IMPORT, json!({"rows": rows})).await.is(200);
    assert_eq!(statuses(&result), ["created", "failed", "created"]);
    assert_eq!(manager_of(&hr, "ana").await.as_deref(), Some("ben"));
    assert_eq!(hr.post(IMPORT, json!({"rows": []})).await.is(200)["rows"], json!([]));

    for body in ["[]", "{}", "{\"rows\": 1}", "{\"rows\": [], \"more\": 1}", "", "null"] {
        send(body.into()).await.refused(422, "invalid-body");
    }
    for body in ["{\"rows\": [", "{\"rows\": [{]}", "{\"rows\": []}x"] {
        send(body.into()).await.refused(400, "malformed-json");
    }
    let many = vec!["1"; 10_001].join(",");
    send(format!("{{\"rows\": [{many}]}}")).await.refused(413, "body-too-large");
    let long = json!({"external_id": "x", "title": "x".repeat(70_000)});
    let deep = json!({"external_id": "y", "title": vec![1; 100]});
    let result = hr.post(IMPORT, json!({"rows": [long, deep, row("cyd")]})).await.is(200);
    assert_eq!(statuses(&result), ["failed", "failed", "created"]);
    assert!(result["rows"][1]["errors"][0]["detail"].as_str().unwrap().contains("64 values"), "{result}");
}

#[actix_web::test]
async fn a_manager_may_come_before_or_after_in_this_call_or_a_later_one() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();

    let result = import_rows(
        &hr,
        json!([row_under("early", "boss"), row_under("boss", "chief"), row_under("late", "boss")]),
    )
    .await;
    assert_eq!(statuses(&result), ["created"; 3]);
    assert_eq!(manager_of(&hr, "early").await.as_deref(), Some("boss"));
    assert_eq!(manager_of(&hr, "late").await.as_deref(), Some("boss"));
    assert_eq!(find(&hr, "early").await["version"], 1);
    let boss = find(&hr, "boss").await;
    assert_eq!((&boss["manager_id"], &boss["manager_external_id"]), (&json!(null), &json!("chief")));
    assert_eq!(app.count("events").await, 3);

    app.clock().advance(Duration::minutes(1));
    import_rows(&hr, json!([row("chief")])).await;

    assert_eq!(manager_of(&hr, "boss").await.as_deref(), Some("chief"));
    let resolved = find(&hr, "boss").await;
    assert_eq!(resolved["version"], 2);
    assert_ne!(resolved["updated_at"], boss["updated_at"]);
    let events = app.events().await;
    assert_eq!(events[3..], ["groundwork.person.created.v1", "groundwork.person.manager_changed.v1"]);

    // A row whose manager comes later in the file gets that manager.
    import_rows(&hr, json!([row_under("waits", "head")])).await;
    let result = import_rows(&hr, json!([row_under("waits", "head"), row("head")])).await;
    assert_eq!(statuses(&result), ["updated", "created"]);
    assert_eq!(manager_of(&hr, "waits").await.as_deref(), Some("head"));
}

#[actix_web::test]
async fn a_manager_may_be_many_rows_away() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let mut rows = "external_id,user_name,display_name,manager_external_id\n".to_owned();
    for number in 0..1200 {
        rows.push_str(&format!("E{number},u{number},Person {number},E{}\n", 1199 - number / 2));
    }
    // E799 reports to E800, which reports to E799: both rows are wrong together.
    let result = import(&hr, rows).await;

    let failed: Vec<&Value> =
        result["rows"].as_array().unwrap().iter().filter(|row| row["status"] == "failed").collect();
    assert_eq!(
        failed.iter().map(|row| row["external_id"].as_str().unwrap()).collect::<Vec<_>>(),
        ["E799", "E800"]
    );
    assert_eq!(manager_of(&hr, "E0").await.as_deref(), Some("E1199"));
    assert_eq!(manager_of(&hr, "E1199").await.as_deref(), Some("E600"));
    assert_eq!(manager_of(&hr, "E798").await.as_deref(), None);
    assert_eq!(result["warnings"].as_array().unwrap().len(), 2, "{}", result["warnings"]);
}

#[actix_web::test]
async fn nobody_comes_to_be_above_themselves() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let refused = async |rows: Value, statuses_expected: &[&str]| {
        let result = import_rows(&hr, rows).await;
        assert_eq!(statuses(&result), statuses_expected);
        assert_eq!(faults(&result, statuses_expected.len()), ["/manager_external_id"]);
    };

    refused(json!([row_under("a", "a")]), &["failed"]).await;
    // Within a call, whatever their order.
    refused(json!([row_under("a", "b"), row_under("b", "c"), row_under("c", "a")]), &["failed"; 3]).await;
    assert_eq!(app.count("people").await, 1, "only the HR admin");
    import_rows(&hr, json!([row_under("a", "b"), row_under("b", "c")])).await;
    // In a later call: b still waits for c.
    refused(json!([row_under("c", "b")]), &["failed"]).await;
    assert_eq!(find(&hr, "b").await["manager_id"], json!(null));
    import_rows(&hr, json!([row_under("c", "d"), row("d")])).await;
    assert_eq!(manager_of(&hr, "b").await.as_deref(), Some("c"));
    // Against what is there, and nothing else of the row is applied.
    let mut moved = row_under("d", "a");
    moved["title"] = "Chief".into();
    refused(json!([moved]), &["failed"]).await;
    assert_eq!(find(&hr, "d").await["title"], json!(null));
    // With a fault of another kind, both are named.
    let mut faulty = row_under("d", "a");
    faulty["email"] = "d".into();
    assert_eq!(faults(&import_rows(&hr, json!([faulty])).await, 1), ["/email", "/manager_external_id"]);
    // A row may make room for a later one.
    let rootless =
        json!({"external_id": "b", "user_name": "b", "display_name": "b", "manager_external_id": null});
    let result = import_rows(&hr, json!([rootless, row_under("d", "a")])).await;
    assert_eq!(statuses(&result), ["updated", "updated"]);
    assert_eq!(manager_of(&hr, "d").await.as_deref(), Some("a"));
}

#[actix_web::test]
async fn many_imports_leave_everybody_where_the_rows_lead_together() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    // All people, each with the manager given last.
    let mut expected: HashMap<String, Option<String>> = HashMap::new();
    let is_above_self = |people: &HashMap<String, Option<String>>, name: &str| {
        let mut above = people.get(name).cloned().flatten();
        for _ in 0..people.len() {
            match above {
                Some(one) if one == name => return true,
                Some(one) => above = people.get(&one).cloned().flatten(),
                None => return false,
            }
        }
        false
    };
    for _ in 0..60 {
        let mut rows = Vec::new();
        let mut applied: HashMap<String, Option<String>> = HashMap::new();
        for _ in 0..1 + numbers.below(6) {
            let name = format!("p{}", numbers.below(14));
            if applied.contains_key(&name) {
                continue;
            }
            let manager = (numbers.below(8) > 0).then(|| format!("p{}", numbers.below(16)));
            let mut row = row(&name);
            row["manager_external_id"] = json!(manager);
            rows.push(row);
            applied.insert(name, manager);
        }
        // All rows together, without those that make a circle, until there is none.
        let after = loop {
            let mut after = expected.clone();
            after.extend(applied.clone());
            let wrong: Vec<String> = (applied.keys())
                .filter(|name| expected.get(*name) != after.get(*name) && is_above_self(&after, name))
                .cloned()
                .collect();
            if wrong.is_empty() {
                break after;
            }
            wrong.iter().for_each(|name| drop(applied.remove(name)));
        };
        let result = import_rows(&hr, json!(rows)).await;
        let outcomes: Vec<bool> = statuses(&result).iter().map(|status| *status != "failed").collect();
        let names = rows.iter().map(|row| row["external_id"].as_str().unwrap());
        assert_eq!(outcomes, names.map(|name| applied.contains_key(name)).collect::<Vec<_>>(), "{rows:#?}");
        expected = after;
    }
    let mut people = hr.list("/v1/people").await;
    people.retain(|person| person["external_id"] != "x-hr");
    let names: HashMap<&Value, &str> =
        people.iter().map(|person| (&person["id"], person["external_id"].as_str().unwrap())).collect();
    assert_eq!(people.len(), expected.len());
    for person in &people {
        let manager = expected[person["external_id"].as_str().unwrap()].as_deref();
        assert_eq!(person["manager_external_id"].as_str(), manager);
        let there = manager.filter(|manager| expected.contains_key(*manager));
        assert_eq!(names.get(&person["manager_id"]).copied(), there, "{person:#}");
    }
}

#[actix_web::test]
async fn imports_at_the_same_time_close_no_circle_together() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    for round in 0..10 {
        let (a, b) = (format!("a{round}"), format!("b{round}"));
        import_rows(&hr, json!([row(&a), row(&b)])).await;

        let (one, other) = tokio::join!(
            import_rows(&hr, json!([row_under(&a, &b)])),
            import_rows(&hr, json!([row_under(&b, &a)])),
        );

        let mut both = [statuses(&one)[0], statuses(&other)[0]];
        both.sort_unstable();
        assert_eq!(both, ["failed", "updated"]);
    }
}

#[actix_web::test]
async fn changes_are_told_by_what_they_are() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    import_rows(&hr, json!([row("ben"), row_under("ana", "ben"), row("cyd")])).await;

    let mut renamed = row("ana");
    renamed["display_name"] = "Ana".into();
    import_rows(&hr, json!([renamed])).await;
    let mut moved = row_under("ana", "cyd");
    moved["active"] = false.into();
    import_rows(&hr, json!([moved])).await;
    let mut back = row("ana");
    back["active"] = true.into();
    import_rows(&hr, json!([back])).await;

    assert_eq!(
        app.events().await[3..],
        [
            "groundwork.person.updated.v1",
            "groundwork.person.manager_changed.v1",
            "groundwork.person.deactivated.v1",
            "groundwork.person.updated.v1",
        ]
    );
}

#[actix_web::test]
async fn access_moves_with_the_directory_at_once() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let cyd = app.person("cyd", None).await;
    let plan = ana.shares_a_ready_plan().await;
    ben.reads(&plan).await;

    import(&app.hr_admin(), "external_id,user_name,display_name,manager_external_id\nx-ana,ana,Ana,x-cyd\n")
        .await;
    cyd.reads(&plan).await;
    ben.get(&crate::support::people::path(&plan)).await.refused(404, "not-found");

    import(&app.hr_admin(), "external_id,user_name,display_name,active\nx-ana,ana,Ana,false\n").await;
    ana.get("/v1/me").await.refused(403, "forbidden");
    import(&app.hr_admin(), "external_id,user_name,display_name,active\nx-ana,anna,Ana,true\n").await;
    // A new user name is not a new identity.
    assert_eq!(ana.get("/v1/me").await.is(200)["person"]["user_name"], "anna");
    app.bearer(json!({"sub": "anna"})).get("/v1/me").await.refused(403, "identity-conflict");
}

#[actix_web::test]
async fn due_days_move_with_the_person_responsible() {
    let app = TestApp::start().await;
    let ana = app.person("ana", None).await;
    let plan = ana.prepares_a_ready_plan().await;
    let path = format!("/v1/plans/{}/action-items", plan["id"].as_str().unwrap());
    // It is the second of March, nine o'clock in London and eleven at night in Honolulu, the day before.
    for (title, due_on) in
        [("first", json!("2026-03-01")), ("second", json!("2026-03-02")), ("none", json!(null))]
    {
        ana.post(&path, json!({"title": title, "due_on": due_on})).await.is(201);
    }
    let overdue = async || {
        let items = ana.list("/v1/action-items?overdue=true").await;
        items.iter().map(|item| item["title"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(overdue().await, ["first"]);

    let moves = async |zone: &str| {
        let csv = format!("external_id,user_name,display_name,time_zone\nx-ana,ana,Ana,{zone}\n");
        assert_eq!(import(&app.hr_admin(), csv).await["updated"], 1);
    };
    moves("Pacific/Honolulu").await;
    assert_eq!(overdue().await, [""; 0]);
    moves("Pacific/Kiritimati").await;
    assert_eq!(overdue().await, ["first"]);
    app.clock().advance(Duration::hours(1));
    assert_eq!(overdue().await, ["first", "second"]);
}

#[actix_web::test]
async fn an_import_with_a_key_is_carried_out_once() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let mut csv = "external_id,user_name,display_name\n".to_owned();
    for number in 0..700 {
        csv.push_str(&format!("E{number},u{number},Person {number}\n"));
    }
    let first = import_with(&hr, &csv, Some("k1")).await.is(200);
    assert_eq!(first["created"], 700);

    let again = import_with(&hr, &csv, Some("k1")).await;
    assert_eq!(again.header("idempotency-replayed"), "true");
    assert_eq!(again.is(200), first);
    import_with(&hr, format!("{csv}E9999,u9999,Other\n"), Some("k1"))
        .await
        .refused(422, "idempotency-key-reused");
    assert_eq!(app.count("people").await, 701, "with the HR admin");
    let other = import_with(&app.service("people:write"), &csv, Some("k1")).await.is(200);
    assert_eq!(other["unchanged"], 700);
    import_with(&hr, &csv, Some(&"k".repeat(256))).await.refused(400, "invalid-header");

    app.clock().advance(Duration::hours(24));
    let later = import_with(&app.hr_admin(), &csv, Some("k1")).await;
    assert!(!later.headers.contains_key("idempotency-replayed"));
    assert_eq!(later.is(200)["unchanged"], 700);
}

/// A request that is still being sent, in pieces.
struct Sending(TcpStream);

impl Sending {
    fn begin(caller: &Person, key: &str) -> Self {
        let address = caller.app.url("").replace("http://", "");
        let mut stream = TcpStream::connect(&address).unwrap();
        write!(
            stream,
            "POST {IMPORT} HTTP/1.1\r\nHost: {address}\r\nAuthorization: Bearer {}\r\nContent-Type: text/csv\r\n\
             Idempotency-Key: {key}\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n",
            caller.token
        )
        .unwrap();
        Self(stream)
    }

    fn send(&mut self, piece: &str) {
        write!(self.0, "{:x}\r\n{piece}\r\n", piece.len()).unwrap();
    }

    /// Ends the body; the answer as it is on the wire.
    fn end(mut self) -> String {
        // The service may have answered and hung up already.
        let _ = self.0.write_all(b"0\r\n\r\n");
        let mut answer = Vec::new();
        let _ = self.0.read_to_end(&mut answer);
        String::from_utf8_lossy(&answer).into_owned()
    }
}

#[actix_web::test]
async fn an_import_that_is_still_being_sent_is_not_begun_again() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let csv = "external_id,user_name,display_name\nE1,ana,Ana\n";
    let mut attempt = 0;
    let (mut sending, reply) = loop {
        attempt += 1;
        let key = format!("k{attempt}");
        let mut sending = Sending::begin(&hr, &key);
        sending.send(&csv[..20]);
        let reply = import_with(&hr, csv, Some(&key)).await;
        // The second may have come in before the first: then there is nothing to see.
        if reply.status != 200 {
            break (sending, reply);
        }
    };
    assert!(reply.headers.contains_key("retry-after"));
    reply.refused(409, "request-in-progress");

    sending.send(&csv[20..]);
    let answer = actix_web::web::block(move || sending.end()).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
}

#[actix_web::test]
async fn too_much_is_refused_and_nothing_of_it_applied() {
    let app = TestApp::start_with(&["--body-limit=4096"]).await;
    let hr = app.hr_admin();
    let header = "external_id,user_name,display_name\n";
    let rows = |from: usize, to: usize| -> String {
        (from..to).map(|number| format!("E{number},u{number},{}\n", "x".repeat(90))).collect()
    };

    // 64 KiB are known beforehand to be passed: nothing is applied.
    let problem = import_with(&hr, format!("{header}{}", rows(0, 700)), None).await;
    problem.refused(413, "body-too-large");
    assert_eq!(app.count("people").await, 1, "only the HR admin");
    // They are passed while the body arrives.
    let mut sending = Sending::begin(&hr, "k1");
    sending.send(header);
    sending.send(&rows(0, 600));
    sending.send(&rows(600, 700));
    let answer = actix_web::web::block(move || sending.end()).await.unwrap();
    assert!(answer.starts_with("HTTP/1.1 413"), "{answer}");
    assert!(answer.contains("nothing has been applied"), "{answer}");
    assert_eq!(app.count("people").await, 1);
    // It can be sent again under the same key, in smaller parts.
    import_with(&hr, format!("{header}{}", rows(0, 600)), Some("k1")).await.is(200);
    assert_eq!(app.count("people").await, 601);
}

fn big(header: &str, rows: std::ops::Range<usize>) -> String {
    rows.fold(format!("{header}\n"), |mut csv, number| {
        let manager = if number == 0 { String::new() } else { format!("E{}", (number - 1) / 8) };
        csv.push_str(&format!(
            "E{number},user{number}@example.com,Person {number},user{number}@example.com,\
             {manager},Department {},Engineer,Europe/Madrid,true\n",
            number % 40
        ));
        csv
    })
}

#[actix_web::test]
async fn ten_thousand_rows_are_imported_and_not_one_more() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let header =
        "external_id,user_name,display_name,email,manager_external_id,department,title,time_zone,active";

    for (status, doing) in [("created", "creating"), ("unchanged", "comparing")] {
        let started = std::time::Instant::now();
        let result = import(&hr, big(header, 0..10_000)).await;
        eprintln!("{doing} 10,000 people takes {:?}", started.elapsed());
        assert_eq!(result[status], 10_000);
    }
    let changed = big(header, 0..10_000).replace("Engineer", "Senior Engineer");
    let started = std::time::Instant::now();
    assert_eq!(import(&hr, changed).await["updated"], 10_000);
    eprintln!("changing 10,000 people takes {:?}", started.elapsed());
    assert_eq!(app.count("people").await, 10_001, "with the HR admin");
    assert_eq!(app.count("events").await, 20_000);

    let problem = import_with(&hr, big(header, 1..10_002), None).await.refused(413, "body-too-large");
    assert!(problem["detail"].as_str().unwrap().contains("10000 rows; nothing"), "{problem}");
    assert_eq!(app.count("people").await, 10_001);
}

#[actix_web::test]
async fn ten_thousand_people_without_a_manager_get_one_each_in_a_time_that_is_linear() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let rows = |columns: &str, cells: &dyn Fn(usize) -> String| -> String {
        let rows: String = (0..10_000).map(|number| cells(number) + "\n").collect();
        format!("{columns}\n{rows}")
    };
    let columns = "external_id,user_name,display_name,manager_external_id";
    // No one has a manager; then each waits for someone; then all of those arrive.
    let files = [
        rows("external_id,user_name,display_name", &|number| format!("A{number},a{number},Person {number}")),
        rows(columns, &|number| format!("B{number},b{number},Person {number},C{number}")),
        rows(columns, &|number| format!("C{number},c{number},Person {number},")),
    ];
    let mut slowest = std::time::Duration::ZERO;
    for (file, doing) in files.into_iter().zip(["alone", "waiting", "awaited"]) {
        let started = std::time::Instant::now();
        assert_eq!(import(&hr, file).await["created"], 10_000);
        eprintln!("creating 10,000 people, {doing}, takes {:?}", started.elapsed());
        slowest = slowest.max(started.elapsed());
    }
    assert_eq!(app.count("people where manager_id is not null").await, 10_000);
    // Comparing each with each takes some hundred million steps.
    assert!(slowest < std::time::Duration::from_secs(25), "{slowest:?}");
}

#[actix_web::test]
async fn a_manager_whom_thousands_have_waited_for_becomes_theirs_at_once() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let rows: String =
        (0..6_000).map(|number| format!("E{number},u{number},Person {number},boss\n")).collect();
    import(&hr, format!("external_id,user_name,display_name,manager_external_id\n{rows}")).await;

    import_rows(&hr, json!([row("boss")])).await;

    let boss = find(&hr, "boss").await["id"].as_str().unwrap().to_owned();
    assert_eq!(hr.list(&format!("/v1/people?manager_id={boss}")).await.len(), 6_000);
    assert_eq!(app.count("events").await, 12_001);
}
