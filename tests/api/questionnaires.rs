//! Questionnaires: versions, languages, and HR's own questions in the answers of plans.

use crate::support::{
    Reply, TestApp, Value, at_once, json,
    people::{Person, path, ready_answers},
};

const AT: &str = "/v1/questionnaires";

fn text(language: &str, title: &str) -> Value {
    json!({"language": language, "title": title, "guidance": format!("{title}?")})
}

/// Three questions of HR's own in English: a required text, a choice and a scale, one for each section.
fn own_questions() -> Value {
    json!([
        {"section": "basic", "kind": "text", "required": true, "texts": [text("en", "Pride")]},
        {"section": "deeper", "kind": "choice", "options": [{"value": "here"}, {"value": "there"}],
         "texts": [text("en", "Place")]},
        {"section": "planning", "kind": "scale", "scale": {"minimum": 1, "maximum": 5},
         "texts": [text("en", "Energy")]},
    ])
}

async fn publish(hr: &Person) -> Value {
    hr.post(AT, json!({"languages": ["en"], "own_questions": own_questions()})).await.is(201)
}

/// The ids of the questions of HR's own.
fn ids(version: &Value) -> Vec<Value> {
    version["own_questions"].as_array().unwrap().iter().map(|question| question["id"].clone()).collect()
}

fn extra(question: &Value, value: impl Into<Value>) -> Value {
    json!({"question_id": question, "value": value.into()})
}

async fn in_language(reader: &Person, accept: &str) -> Reply {
    Reply::of(reader.request("GET", "/v1/questionnaire").header("accept-language", accept)).await
}

#[actix_web::test]
async fn the_standard_questionnaire_is_there_in_five_languages() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let english = ana.get("/v1/questionnaire").await;
    assert_eq!(english.header("content-language"), "en");
    assert_eq!((&english.body["version"], &english.body["published_at"]), (&json!(1), &json!(null)));
    let mut titles = Vec::new();
    for (accept, language) in [
        ("en", "en"),
        ("de-AT, en;q=0.5", "de"),
        ("pt, es;q=0.8", "es"),
        ("fr-CH-x-other", "fr"),
        ("ja;q=0.2, sv;q=0.9", "ja"),
        ("sv", "en"),
        ("de;q=0, fr;q=0.1", "fr"),
        ("*", "en"),
        (";;;q=", "en"),
    ] {
        let reply = in_language(&ana, accept).await;
        assert_eq!(reply.header("content-language"), language, "{accept}");
        let varies: Vec<_> =
            reply.headers.get_all("vary").iter().map(|vary| vary.to_str().unwrap()).collect();
        assert!(varies.join(", ").to_lowercase().contains("accept-language"), "{varies:?}");
        assert_eq!(reply.body["language"], language);
        assert_eq!(reply.body["questions"].as_array().unwrap().len(), 8);
        titles.push(reply.body["questions"][3]["title"].clone());
    }
    titles.sort_by_key(Value::to_string);
    titles.dedup();
    assert_eq!(titles.len(), 5, "{titles:?}");
}

#[actix_web::test]
async fn each_language_of_the_questionnaire_has_an_etag_of_its_own() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let (en, de) = (in_language(&ana, "en").await, in_language(&ana, "de").await);
    let known = en.header("etag").to_owned();
    assert_ne!(known, de.header("etag"));
    let ask = async |accept: &str| {
        let request = ana.request("GET", "/v1/questionnaire").header("accept-language", accept);
        Reply::of(request.header("if-none-match", &known)).await
    };
    let same = ask("en-GB").await;
    assert_eq!((same.status, same.header("content-language")), (304, "en"));
    assert_eq!(ask("de").await.status, 200);
    publish(&app.hr_admin()).await;
    assert_eq!(ask("en").await.status, 200);
}

#[actix_web::test]
async fn hr_publishes_versions_that_are_kept() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let (hr, portal) = (app.hr_admin(), app.service("questionnaires:manage"));
    let events = app.events().await.len();

    let keys = [
        "mission_statement",
        "values",
        "motivators",
        "short_term_objective",
        "long_term_objective",
        "strengths",
        "development_areas",
        "action_items",
    ];
    let texts = |key: &str| json!({"key": key, "texts": [text("de", "Frage"), text("pt-br", "Pergunta")]});
    let first = hr
        .post(
            AT,
            json!({
                "languages": ["de", "pt-BR"],
                "questions": keys.map(texts),
            }),
        )
        .await;
    assert_eq!(first.header("location"), "/v1/questionnaires/2");
    let first = first.is(201);
    let second = publish(&portal).await;

    assert_eq!([&first["version"], &second["version"]], [&json!(2), &json!(3)]);
    assert_eq!((&second["published_by_id"], &second["published_by"]), (&json!(null), &json!(null)));
    assert_eq!(first["published_by"]["display_name"], "hr");
    let published = "groundwork.questionnaire.published.v1";
    assert_eq!(app.events().await[events..], [published, published]);
    let versions: Vec<_> = hr.list(AT).await.into_iter().map(|version| version["version"].clone()).collect();
    assert_eq!(versions, [3, 2, 1]);
    let pages = hr.get(&format!("{AT}?limit=2")).await.is(200);
    let rest =
        hr.get(&format!("{AT}?limit=2&cursor={}", pages["next_cursor"].as_str().unwrap())).await.is(200);
    assert_eq!((&rest["items"][0]["version"], &rest["next_cursor"]), (&json!(1), &json!(null)));
    assert_eq!(hr.get(&format!("{AT}/2")).await.is(200), first);
    assert_eq!(hr.get(&format!("{AT}/1")).await.is(200)["languages"], json!(["en", "de", "es", "fr", "ja"]));
    for missing in ["4", "0", "99999999999999"] {
        hr.get(&format!("{AT}/{missing}")).await.refused(404, "not-found");
    }
    app.hr_admin_of("globex").get(&format!("{AT}/2")).await.refused(404, "not-found");
    // People read the current version, or that of a plan, in a language of it.
    let current = ana.get("/v1/questionnaire").await.is(200);
    assert_eq!((&current["version"], &current["own_questions"][2]["number"]), (&json!(3), &json!(11)));
    let request = ben.request("GET", "/v1/questionnaire?version=2").header("accept-language", "pt-BR, en");
    let older = Reply::of(request).await;
    assert_eq!(older.header("content-language"), "pt-BR");
    assert_eq!(older.body["questions"][7]["title"], "Pergunta");
    assert_eq!(ana.get("/v1/questionnaire?version=2").await.is(200)["language"], "de");
    ana.get("/v1/questionnaire?version=4").await.refused(404, "not-found");
    ana.get("/v1/questionnaire?version=0").await.refused(400, "invalid-query");
    // Another tenant has the standard one.
    assert_eq!(app.hr_admin_of("globex").get("/v1/questionnaire").await.is(200)["version"], 1);
}

#[actix_web::test]
async fn an_adapted_question_keeps_its_key_and_options_have_labels() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let label = |language: &str, label: &str| json!({"language": language, "label": label});
    let version = json!({
        "languages": ["en", "fr"],
        "questions": [{"key": "values", "texts": [text("en", "What counts"), text("fr", "Ce qui compte")]}],
        "own_questions": [
            {"section": "basic", "kind": "choice", "texts": [text("en", "Place"), text("fr", "Lieu")], "options": [
                {"value": "here", "labels": [label("en", "Here"), label("fr", "Ici")]}, {"value": "there"},
            ]},
            {"section": "basic", "kind": "scale", "texts": [text("en", "Energy"), text("fr", "Énergie")],
             "scale": {"minimum": 0, "maximum": 10, "labels": [
                {"language": "en", "minimum": "None", "maximum": "Much"},
                {"language": "fr", "minimum": "Aucune", "maximum": "Beaucoup"},
             ]}},
        ],
    });
    hr.post(AT, version).await.is(201);

    let french = in_language(&hr, "fr").await.is(200);

    let values = &french["questions"][1];
    assert_eq!((&values["key"], &values["title"]), (&json!("values"), &json!("Ce qui compte")));
    // Not adapted: the standard text.
    assert_eq!(french["questions"][0]["title"], "Mission personnelle");
    let own = &french["own_questions"];
    assert_eq!(
        own[0]["options"],
        json!([{"value": "here", "label": "Ici"}, {"value": "there", "label": "there"}])
    );
    assert_eq!(
        own[1]["scale"],
        json!({"minimum": 0, "maximum": 10, "minimum_label": "Aucune", "maximum_label": "Beaucoup"})
    );
}

#[actix_web::test]
async fn a_questionnaire_that_is_not_whole_is_refused_with_every_fault() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let id = app.state().ids.next::<groundwork::ids::OwnQuestionId>().to_string();
    let own = |extra: Value| {
        let mut question =
            json!({"section": "basic", "kind": "text", "texts": [text("en", "A"), text("de", "B")]});
        question.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        question
    };
    let bad = json!({
        "languages": ["en", "de", "EN", "sv"],
        "questions": [
            {"key": "values", "texts": [text("en", "A"), text("de", "B"), text("sv", "C")]},
            {"key": "values", "texts": [text("en", "A"), text("en", "B"), text("fr", "C")]},
        ],
        "own_questions": [
            own(json!({"id": id, "options": [{"value": "a"}], "scale": {"minimum": 1, "maximum": 5}})),
            own(json!({"id": id, "kind": "choice", "options": [{"value": "a"}]})),
            own(json!({"kind": "choice", "options": [{"value": "a"}, {"value": "a"}]})),
            own(json!({"kind": "scale"})),
            own(json!({"kind": "scale", "scale": {"minimum": 5, "maximum": 5}})),
            own(json!({"kind": "choice", "options": [
                {"value": "a", "labels": [{"language": "de", "label": "A"}]}, {"value": "b"},
            ]})),
        ],
    });
    let faults = hr.post(AT, bad).await.faults();
    for pointer in [
        "/languages/2",
        "/languages/3",
        "/own_questions/0/options",
        "/own_questions/0/scale",
        "/own_questions/0/texts",
        "/own_questions/1/id",
        "/own_questions/1/options",
        "/own_questions/2/options/1/value",
        "/own_questions/3/scale",
        "/own_questions/4/scale/maximum",
        "/own_questions/5/options/0/labels",
        "/questions/1/key",
        "/questions/1/texts",
        "/questions/1/texts/1/language",
        "/questions/1/texts/2/language",
    ] {
        assert!(faults.iter().any(|fault| fault == pointer), "{pointer} is not in {faults:#?}");
    }
    // By the schema.
    let bad = json!({"languages": ["not a tag"], "questions": [{"key": "hobbies", "texts": []}]});
    assert_eq!(hr.post(AT, bad).await.faults(), ["/languages/0", "/questions/0/key", "/questions/0/texts"]);
    assert_eq!(app.count("questionnaires").await, 0);
}

#[actix_web::test]
async fn versions_that_are_published_at_once_get_a_number_each() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let replies = at_once((0..6).map(|_| {
        let hr = hr.clone();
        async move { hr.post(AT, json!({"languages": ["en"]})).await }
    }))
    .await;
    let mut versions: Vec<i64> =
        replies.into_iter().map(|reply| reply.is(201)["version"].as_i64().unwrap()).collect();
    versions.sort_unstable();
    assert_eq!(versions, [2, 3, 4, 5, 6, 7]);
}

#[actix_web::test]
async fn a_plan_stays_on_the_version_it_began_with() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let hr = app.hr_admin();
    let before = ana.prepares_a_ready_plan().await;
    let version = publish(&hr).await;
    let after = ana.prepares_a_ready_plan().await;
    hr.post(AT, json!({"languages": ["ja"]})).await.is(201);

    assert_eq!([&before["questionnaire_version"], &after["questionnaire_version"]], [&json!(1), &json!(2)]);
    let readiness = |plan: &Value| format!("{}/readiness", path(plan));
    let old = ana.get(&readiness(&before)).await.is(200);
    assert_eq!((&old["ready"], &old["total"], &old["own_questions"]), (&json!(true), &json!(8), &json!([])));
    let new = ana.get(&readiness(&after)).await.is(200);
    assert_eq!((&new["ready"], &new["total"], &new["answered"]), (&json!(false), &json!(9), &json!(8)));
    let [pride, place, energy] = &ids(&version)[..] else { panic!("three questions") };
    assert_eq!(new["own_questions"].as_array().unwrap().len(), 3);
    assert_eq!(
        new["own_questions"][0],
        json!({"question_id": pride, "section": "basic", "required": true, "answered": false})
    );
    let finding = &new["findings"][0];
    assert_eq!(
        [&finding["code"], &finding["severity"], &finding["pointer"], &finding["question_id"]],
        [&json!("question_unanswered"), &json!("blocker"), &json!("/answers/extra"), pride]
    );
    let refused = ana.takes("share", &after, json!({})).await.refused(409, "plan-not-ready");
    assert_eq!(refused["findings"][0]["question_id"], *pride);
    // The old plan has no such questions; a blank answer is none.
    let answer = |value: &str| json!({"answers": {"extra": [extra(pride, value)]}});
    let refused = ana.patch(&path(&before), answer("Much")).await.faults();
    assert_eq!(refused, ["/answers/extra/0/question_id"]);
    ana.changes(&after, answer(" ")).await;
    ana.takes("share", &after, json!({})).await.refused(409, "plan-not-ready");
    ana.changes(&after, answer("Much")).await;
    ana.shares(&after).await;
    ana.shares(&before).await;
    assert_eq!(ben.reads(&after).await["questionnaire_version"], 2);
    let faults = json!({"answers": {"extra": [
        extra(place, "nowhere"), extra(energy, 6), extra(energy, 5), extra(place, 7), extra(pride, 3),
    ]}});
    assert_eq!(
        ana.patch(&path(&after), faults).await.faults(),
        [
            "/answers/extra/0/value",
            "/answers/extra/1/value",
            "/answers/extra/2/question_id",
            "/answers/extra/3/question_id",
            "/answers/extra/4/value",
        ]
    );
}

#[actix_web::test]
async fn answers_to_own_questions_are_part_of_the_answers() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let (hr, portal) = (app.hr_admin(), app.service("plans:read"));
    let (dreamer, planner) = (app.person("dreamer", None).await, app.person("planner", None).await);
    let version = publish(&hr).await;
    let [pride, place, energy] = &ids(&version)[..] else { panic!("three questions") };
    let mut answers = ready_answers();
    answers["extra"] = json!([extra(pride, "SECRET"), extra(place, "here"), extra(energy, 2)]);
    let plan = ana.post("/v1/plans", json!({"title": "Mine", "answers": answers})).await.is(201);
    ana.adds(&plan, json!({"title": "Learn"})).await;
    let section = |answer: Value, section: &str| {
        let mut answer = answer;
        answer["section"] = section.into();
        answer
    };
    let all = [
        section(extra(pride, "SECRET"), "basic"),
        section(extra(place, "here"), "deeper"),
        section(extra(energy, 2), "planning"),
    ];
    assert_eq!(plan["answers"]["extra"], json!(all));
    // What is sent again changes nothing.
    let again =
        json!({"answers": {"extra": [extra(pride, "SECRET"), extra(place, "here"), extra(energy, 2)]}});
    assert_eq!(ana.changes(&plan, again).await["version"], plan["version"]);
    for other in [&ben, &hr, &portal, &dreamer] {
        other.get(&path(&plan)).await.refused(404, "not-found");
    }
    // Shared: in revisions and digests, and by section.
    ana.shares(&plan).await;
    ana.invites(&plan, &dreamer, json!(["deeper"])).await;
    ana.invites(&plan, &planner, json!(["planning"])).await;
    for reader in [&ben, &hr, &portal] {
        assert_eq!(reader.reads(&plan).await["answers"]["extra"], json!(all));
    }
    assert_eq!(dreamer.reads(&plan).await["answers"]["extra"], json!([all[1]]));
    let revision = planner.get(&format!("{}/revisions/1", path(&plan))).await.is(200);
    assert_eq!(revision["answers"]["extra"], json!([all[2]]));
    assert!(!revision.to_string().contains("SECRET"));
    let digest = ben.get(&format!("{}/revisions/1", path(&plan))).await.is(200)["digest"].clone();
    // Unshared changes are the owner's alone.
    let changed = json!({"answers": {"extra": [extra(energy, 4), extra(pride, "SECRET")]}});
    let changed = ana.changes(&plan, changed).await;
    assert_eq!(changed["has_unshared_changes"], true);
    assert_eq!(ben.reads(&plan).await["answers"]["extra"], json!(all));
    ana.shares(&plan).await;
    let second = ben.get(&format!("{}/revisions/2", path(&plan))).await.is(200);
    assert_ne!(second["digest"], digest);
    let changes = ben.get(&format!("{}/revisions/2/changes", path(&plan))).await.is(200);
    let told: Vec<_> = changes["changes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|change| (change["pointer"].as_str().unwrap().to_owned(), change["kind"].clone()))
        .collect();
    let at = |question: &Value, rest: &str| format!("/answers/extra/{}{rest}", question.as_str().unwrap());
    assert_eq!(told, [(at(energy, "/value"), json!("changed")), (at(place, ""), json!("removed"))]);
    let of_dreamer = dreamer.get(&format!("{}/revisions/2", path(&plan))).await.is(200);
    assert_eq!(of_dreamer["answers"].get("extra"), None);
    // Null clears them.
    let cleared = ana.changes(&plan, json!({"answers": {"extra": null}})).await;
    assert_eq!(cleared["answers"].get("extra"), None);
}

#[actix_web::test]
async fn a_retry_is_not_judged_by_a_version_that_was_published_meanwhile() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let hr = app.hr_admin();
    let version = publish(&hr).await;
    let pride = &ids(&version)[0];
    let body = json!({"title": "Mine", "answers": {"extra": [extra(pride, "Much")]}});
    let send = async || {
        Reply::of(ana.request("POST", "/v1/plans").header("idempotency-key", "once").json(&body)).await
    };
    let first = send().await.is(201);
    hr.post(AT, json!({"languages": ["en"]})).await.is(201);

    let again = send().await;

    assert_eq!(again.header("idempotency-replayed"), "true");
    assert_eq!(again.is(201), first);
    ana.post("/v1/plans", body.clone()).await.refused(422, "invalid-body");
}

#[actix_web::test]
async fn only_hr_reads_and_writes_versions() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    publish(&app.hr_admin()).await;
    for person in [&ana, &ben] {
        person.get(AT).await.refused(403, "forbidden");
        person.get(&format!("{AT}/2")).await.refused(403, "forbidden");
        // The body of a caller without the right is not looked at.
        person.post(AT, json!({"languages": 7})).await.refused(403, "forbidden");
    }
    app.service("plans:read plans:write").get(AT).await.refused(403, "missing-scope");
    assert_eq!(app.count("questionnaires").await, 1);
}

#[actix_web::test]
async fn a_renewed_plan_keeps_the_answers_that_its_version_allows_in_the_sections_of_its_questions() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let hr = app.hr_admin();
    let version = publish(&hr).await;
    let [pride, place, energy] = &ids(&version)[..] else { panic!("three questions") };
    let plan = ana.prepares_a_ready_plan().await;
    let given = json!([extra(pride, "Much"), extra(place, "here"), extra(energy, 5)]);
    let plan = ana.changes(&plan, json!({"answers": {"extra": given}})).await;
    ana.shares(&plan).await;
    ana.agrees(&plan).await;
    ben.agrees(&plan).await;
    let changed = json!([
        {"id": pride, "section": "planning", "kind": "text", "texts": [text("en", "Pride")]},
        {"id": place, "section": "deeper", "kind": "choice", "options": [{"value": "there"}, {"value": "away"}],
         "texts": [text("en", "Place")]},
        {"id": energy, "section": "planning", "kind": "scale", "scale": {"minimum": 1, "maximum": 3},
         "texts": [text("en", "Energy")]},
    ]);
    hr.post(AT, json!({"languages": ["en"], "own_questions": changed})).await.is(201);

    let next = ana.takes("renew", &plan, json!({})).await.is(201);

    assert_eq!(next["questionnaire_version"], 3);
    let kept = json!([{"question_id": pride, "section": "planning", "value": "Much"}]);
    assert_eq!(next["answers"]["extra"], kept);
}

#[actix_web::test]
async fn a_plan_of_a_cycle_has_the_version_of_the_cycle() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let hr = app.hr_admin();
    let old = publish(&hr).await;
    hr.post(AT, json!({"languages": ["en"]})).await.is(201);
    let cycle = async |version: Value| {
        let cycle = json!({
            "name": "Career plans 2026", "prepare_by": "2026-04-01", "share_by": "2026-04-10",
            "respond_by": "2026-04-20", "discuss_by": "2026-05-01", "questionnaire_version": version,
        });
        hr.post("/v1/cycles", cycle).await.is(201)["id"].clone()
    };
    let (of_old, of_any) = (cycle(json!(2)).await, cycle(Value::Null).await);
    let pride = &ids(&old)[0];
    let plan = json!({
        "title": "Mine", "cycle_id": of_old, "answers": {"extra": [extra(pride, "Much")]},
    });
    let plan = ana.post("/v1/plans", plan).await.is(201);
    assert_eq!(plan["questionnaire_version"], 2);
    let other = ana.post("/v1/plans", json!({"title": "Mine", "cycle_id": of_any})).await.is(201);
    assert_eq!(other["questionnaire_version"], 3);
    let agreed = ana.agrees_on_a_ready_plan_with(&ben).await;
    assert_eq!(agreed["questionnaire_version"], 3);
    let next = ana.takes("renew", &agreed, json!({"cycle_id": of_old})).await.is(201);
    assert_eq!(next["questionnaire_version"], 2);
    // A plan that exists stays on its version.
    assert_eq!(ana.changes(&other, json!({"cycle_id": of_old})).await["questionnaire_version"], 3);
}
