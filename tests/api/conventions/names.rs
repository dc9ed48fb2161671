//! Wherever a person's id is given, the person's name comes beside it.

use std::collections::BTreeSet;

use chrono::Duration;
use serde_json::Map;

use crate::support::{
    Reply, TestApp, Value, json,
    people::{item_path, path},
};

/// Fields of responses that have an id alone: events are thin, an import says which id a row got, and the items of a
/// revision are covered by its digest. Who ended the link of an identity or placed a hold is named by the id only, and
/// the proof of an erasure names no one. The people whom a comment mentions stand in `mentioned`.
const IDS_ALONE: [&str; 14] = [
    "ActionItemSnapshot.responsible_id",
    "Comment.mentions",
    "Erasure.erased_by",
    "Erasure.person_id",
    "Event.actorid",
    "EventData.mentions",
    "EventData.on_behalf_of_id",
    "EventData.person_id",
    "EventData.reviewer_id",
    "IdentityLink.unlinked_by",
    "ImportRow.person_id",
    "LegalHold.placed_by",
    // A list, in the form that requests take; the participants have names.
    "Participants.person_ids",
    "PersonExport.person_id",
];

/// The schemas that a part of the document refers to, directly or through others.
fn references(part: &Value, schemas: &Value, found: &mut BTreeSet<String>) {
    match part {
        Value::Object(fields) => {
            let name =
                fields.get("$ref").and_then(|name| name.as_str()?.strip_prefix("#/components/schemas/"));
            if let Some(name) = name.filter(|name| found.insert((*name).to_owned())) {
                references(&schemas[name], schemas, found);
            }
            fields.values().for_each(|field| references(field, schemas, found));
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, schemas, found)),
        _ => {}
    }
}

#[test]
fn every_id_of_a_person_in_a_response_has_the_person_beside_it() {
    let document = groundwork::app::openapi();
    let schemas = &document["components"]["schemas"];
    let mut in_responses = BTreeSet::new();
    for operation in
        document["paths"].as_object().unwrap().values().flat_map(|path| path.as_object().unwrap())
    {
        references(&operation.1["responses"], schemas, &mut in_responses);
    }
    let (mut named, mut alone) = (0, Vec::new());
    for schema in &in_responses {
        let fields = schemas[schema]["properties"].as_object().cloned().unwrap_or_else(Map::new);
        let is_id = |field: &Value| field.to_string().contains("schemas/PersonId\"");
        for (field, _) in fields.iter().filter(|(name, field)| *name != "id" && is_id(field)) {
            let beside = field.strip_suffix("_id").and_then(|name| fields.get(name));
            if beside.is_some_and(|beside| beside.to_string().contains("schemas/PersonRef\"")) {
                named += 1;
            } else {
                alone.push(format!("{schema}.{field}"));
            }
        }
    }
    assert_eq!(alone, IDS_ALONE);
    assert!(named >= 6, "{named}");
}

#[actix_web::test]
async fn a_response_names_the_people_in_it() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let import = async |csv: &str| {
        let request = hr.request("POST", "/v1/people/import").header("content-type", "text/csv");
        Reply::of(request.body(csv.to_owned())).await.is(200)
    };
    let header = "external_id,user_name,display_name,title,manager_external_id";
    import(&format!(
        "{header}\n1,ben,\"Ben \"\"the\"\" Okafor\",Head,\n2,ana,Ana Ruiz,,1\n3,cyd,Cyd,Mentor,1\n"
    ))
    .await;
    let [ana, ben, cyd] = ["ana", "ben", "cyd"].map(|name| app.bearer(json!({"sub": name})));
    let person = async |caller: &crate::support::people::Person| {
        let me = caller.get("/v1/me").await.is(200)["person"].clone();
        json!({"id": me["id"], "display_name": me["display_name"], "title": me["title"]})
    };
    let (ana_named, ben_named, cyd_named) = (person(&ana).await, person(&ben).await, person(&cyd).await);
    assert_eq!(cyd_named["title"], "Mentor");

    // A created resource, a page, one resource, a change, a transition.
    let title = format!("\\u0000person:{}", ana_named["id"].as_str().unwrap());
    let created = ana.post("/v1/plans", json!({ "title": title })).await.is(201);
    assert_eq!((&created["owner"], &created["title"]), (&ana_named, &json!(title)));
    let plan = ana.shares_a_ready_plan().await;
    assert_eq!(plan["owner"], ana_named);
    for plan in ben.list("/v1/plans").await {
        assert_eq!(plan["owner"], ana_named);
    }
    let item = ben.adds(&plan, json!({"title": "Open doors"})).await;
    assert_eq!(item["responsible"], ben_named);
    let update = ben.records(&item, json!({"progress_percent": 20})).await;
    assert_eq!(update["author"], ben_named);
    let portal = app.service("progress:write");
    assert_eq!(portal.records(&item, json!({"progress_percent": 30})).await["author"], json!(null));
    let history = ana.list(&format!("{}/progress", item_path(&item))).await;
    assert_eq!(
        history.iter().map(|update| &update["author"]).collect::<Vec<_>>(),
        [&ben_named, &json!(null)]
    );
    let reviewer = json!({"reviewer_id": cyd_named["id"], "sections": ["basic"]});
    let request = ana.post(&format!("{}/feedback-requests", path(&plan)), reviewer).await.is(201);
    assert_eq!(request["reviewer"], cyd_named);
    let feedback = ben.post(&format!("{}/feedback", path(&plan)), json!({"summary": "Good"})).await.is(201);
    assert_eq!(feedback["author"], ben_named);
    let directory = hr.list("/v1/people").await;
    let managers: Vec<&Value> = directory.iter().map(|person| &person["manager"]).collect();
    let none = json!(null);
    assert_eq!(managers, [&none, &none, &ben_named, &ben_named], "the HR admin and Ben have none");
    assert_eq!(ana.get("/v1/me").await.is(200)["manager"], ben_named);

    // A stream, in each of its parts.
    let export = app.service("plans:read").get("/v1/action-items/export").await.is(200);
    let lines: Vec<Value> =
        export.as_str().unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.iter().map(|item| &item["responsible"]).collect::<Vec<_>>(), [&ana_named, &ben_named]);

    // A new name is seen at once, also by a repeated request.
    let keyed = async || {
        let request = ana.request("POST", "/v1/plans").header("idempotency-key", "k1");
        Reply::of(request.json(&json!({"title": "Kept"}))).await
    };
    assert_eq!(keyed().await.is(201)["owner"], ana_named);
    import("external_id,user_name,display_name\n2,,Ana Berg\n").await;
    assert_eq!(ana.reads(&plan).await["owner"]["display_name"], "Ana Berg");
    assert_eq!(keyed().await.is(201)["owner"]["display_name"], "Ana Berg");
    // Another process learns of it within a minute.
    let replica = app.start_replica().await;
    let elsewhere = crate::support::people::Person { app: replica, ..ana.clone() };
    assert_eq!(elsewhere.reads(&plan).await["owner"]["display_name"], "Ana Berg");
    import("external_id,user_name,display_name\n2,,Ana Ruiz\n").await;
    app.clock().advance(Duration::seconds(61));
    assert_eq!(elsewhere.reads(&plan).await["owner"], ana_named);
}
