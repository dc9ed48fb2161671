//! The brief: what a person takes to the talk, and who gets which one.

use base64::{Engine as _, prelude::BASE64_STANDARD};
use pulldown_cmark::{Event, Options, Parser, Tag};
use sha2::{Digest as _, Sha256};

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, path, ready_answers},
};

/// Markup of every kind, in HTML and in Markdown.
const EVIL: &str = "<script>alert(1)</script><img src=x onerror=alert(1)> \"><b>' [a](javascript:alert(1)) \
     ![i](https://x.example/i.png) **b** `c` | d | <https://x.example> &lt;\n# h\n- l\n> q\n---";

fn of(plan: &Value) -> String {
    format!("{}/brief", path(plan))
}

async fn as_markdown(reader: &Person, plan: &Value) -> String {
    reader.get(&of(plan)).await.is(200).as_str().unwrap().to_owned()
}

async fn as_html(reader: &Person, plan: &Value) -> String {
    let reply = Reply::of(reader.request("GET", &of(plan)).header("accept", "text/html")).await;
    reply.is(200).as_str().unwrap().to_owned()
}

async fn both(reader: &Person, plan: &Value) -> [String; 2] {
    [as_markdown(reader, plan).await, as_html(reader, plan).await]
}

/// A plan, and submitted feedback of the manager on each part of it.
async fn answered(app: &TestApp) -> (Person, Person, Value) {
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    ana.adds(&plan, json!({"title": "Read", "support_needed": "A quiet hour", "advances": ["long_term"]}))
        .await;
    ana.shares(&plan).await;
    let item = ana.first_item(&plan).await;
    let feedback = json!({
        "summary": "I am for it",
        "objectives": {
            "short_term": {"reasonable": "yes", "achievable": "partly", "comment": "Slowly",
                "counter_proposal": "Lead half of it"},
        },
        "strengths": [{"stance": "add", "name": "Patience"}],
        "support": [{"action_item_id": item["id"], "decision": "modified", "comment": "With me",
            "commitment": {"title": "Open doors"}}],
        "private_note": "Between us",
    });
    let feedback = ben.post(&format!("{}/feedback", path(&plan)), feedback).await.is(201);
    ben.post(&format!("/v1/feedback/{}/submit", feedback["id"].as_str().unwrap()), json!({})).await.is(200);
    (ana, ben, plan)
}

#[actix_web::test]
async fn a_brief_shows_the_responses_to_the_latest_revision_however_many_there_were_before() {
    let app = TestApp::start().await;
    for number in 0..100 {
        app.person(&format!("p{number}"), None).await;
    }
    let (ana, ben, plan) = answered(&app).await;
    // A hundred others have answered, too, before Ben.
    app.database()
        .execute(
            "insert into feedback (tenant_id, id, plan_id, revision, author_id, status, content, submitted_at, \
                 created_at, updated_at, version) \
             select f.tenant_id, p.id, f.plan_id, f.revision, p.id, f.status, f.content, f.submitted_at, \
                 f.created_at, f.updated_at, 1 \
             from feedback f join people p on p.tenant_id = f.tenant_id and p.external_id like 'x-p%'",
        )
        .await;
    assert_eq!(app.count("feedback").await, 101);
    ana.shares(&plan).await;
    let again = ben.post(&format!("{}/feedback", path(&plan)), json!({"summary": "I am still for it"})).await;
    let again = again.is(201)["id"].as_str().unwrap().to_owned();
    ben.post(&format!("/v1/feedback/{again}/submit"), json!({})).await.is(200);
    for reader in [&ana, &ben] {
        for brief in both(reader, &plan).await {
            assert!(brief.contains("I am still for it") && !brief.contains("I am for it"), "{brief}");
        }
    }
}

#[actix_web::test]
async fn a_brief_has_the_answers_what_leads_where_the_actions_and_the_questions() {
    let app = TestApp::start().await;
    let (ana, ben, plan) = answered(&app).await;

    for reader in [&ana, &ben, &app.hr_admin(), &app.service("plans:read feedback:read")] {
        for brief in both(reader, &plan).await {
            for part in [
                "Grow into the lead",
                "2026-03-02",
                "Help teams to understand their data",
                "Lead the platform team",
                "Team lead of the data platform",
                "a new assignment",
                "2026-12-01",
                "Shape how a company uses its data",
                "Honesty",
                "Hard problems",
                "Clear writing",
                "Delegating",
                "Lead the design review",
                "2026-09-01",
                "not started",
                "Are the objectives reasonable, and are they achievable?",
                "What do you see as strengths and development areas?",
                "Will you support the action plan?",
                "A quiet hour",
                "I am for it",
                "partly",
                "Slowly",
                "Lead half of it",
                "Patience",
                "supports in another form",
                "Open doors",
                "Support for 1",
            ] {
                assert!(brief.contains(part), "{part}: {brief}");
            }
            assert!(!brief.contains("Between us"), "{brief}");
        }
    }
    let text = as_markdown(&ana, &plan).await;
    assert!(
        text.starts_with("# Grow into the lead\n\nana · 2026-03-02 – 2027-03-02 · Working copy"),
        "{text}"
    );
    // Which leads where, and which actions work on which area.
    for row in
        ["| Honesty | ● | ● | |", "| Family | | ● | |", "| Craft | ● | | |", "| Delegating | ● | | 1 |"]
    {
        assert!(text.replace("  ", " ").contains(row), "{row}: {text}");
    }
    let text = as_markdown(&ben, &plan).await;
    assert!(text.contains("· Revision 1, shared on 2026-03-02\n"), "{text}");
    // A token that may not read feedback gets none of it.
    let [text, page] = both(&app.service("plans:read"), &plan).await;
    assert!(!text.contains("I am for it") && !page.contains("I am for it"));
}

#[actix_web::test]
async fn a_brief_is_markdown_unless_html_is_liked_better() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let markdown = "text/markdown; charset=utf-8";
    let html = "text/html; charset=utf-8";
    let browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";
    for (accept, expected) in [
        ("*/*", markdown),
        ("", markdown),
        ("text/markdown", markdown),
        ("text/*", markdown),
        ("text/html", html),
        ("text/html;q=0.9, text/markdown;q=0.1", html),
        (browser, html),
    ] {
        let reply = Reply::of(ana.request("GET", &of(&plan)).header("accept", accept)).await;
        assert_eq!(reply.header("content-type"), expected, "{accept}");
        let vary: Vec<_> =
            reply.headers.get_all("vary").iter().map(|value| value.to_str().unwrap()).collect();
        assert!(vary.concat().contains("Accept"), "{vary:?}");
        reply.is(200);
    }
    for accept in ["application/json", "image/png", "text/csv"] {
        let reply = Reply::of(ana.request("GET", &of(&plan)).header("accept", accept)).await;
        reply.refused(406, "not-acceptable");
    }
}

#[actix_web::test]
async fn a_brief_shows_what_its_reader_may_read_and_nothing_else() {
    let app = TestApp::start().await;
    let (ana, ben, plan) = answered(&app).await;
    let (rita, paul) = (app.person("rita", None).await, app.person("paul", None).await);
    ana.invites(&plan, &rita, json!(["basic"])).await;
    ana.invites(&plan, &paul, json!(["planning"])).await;
    let unshared = json!({"title": "Unshared title", "answers": {"mission_statement": "Unshared mission"}});
    ana.changes(&plan, unshared).await;
    let drafted = json!({"summary": "Not submitted"});
    rita.post(&format!("{}/feedback", path(&plan)), drafted).await.is(201);

    for brief in both(&ana, &plan).await {
        assert!(brief.contains("Unshared title") && brief.contains("Unshared mission"));
        assert!(!brief.contains("Not submitted"));
    }
    for brief in both(&ben, &plan).await {
        assert!(brief.contains("Grow into the lead") && !brief.contains("Unshared"));
    }
    for brief in both(&rita, &plan).await {
        assert!(brief.contains("Honesty") && brief.contains("Only the sections that you were asked about"));
        for hidden in ["Lead the", "Clear writing", "Delegating", "Read", "I am for it", "Not submitted"] {
            assert!(!brief.contains(hidden), "{hidden}: {brief}");
        }
    }
    // The actions as they were shared, since live ones are not shown to reviewers.
    ana.adds(&plan, json!({"title": "Added since"})).await;
    for brief in both(&paul, &plan).await {
        assert!(brief.contains("Delegating") && brief.contains("Lead the design review"));
        for hidden in ["Honesty", "Lead the platform team", "Added since", "I am for it"] {
            assert!(!brief.contains(hidden), "{hidden}: {brief}");
        }
    }
    app.person("eve", None).await.get(&of(&plan)).await.refused(404, "not-found");
    ana.takes("withdraw", &plan, json!({})).await.is(200);
    for other in [&ben, &rita, &app.hr_admin()] {
        other.get(&of(&plan)).await.refused(404, "not-found");
    }
    assert!(as_markdown(&ana, &plan).await.contains("Unshared title"));
}

#[actix_web::test]
async fn a_brief_has_the_answers_to_the_questions_of_hr() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let hr = app.hr_admin();
    let text =
        |language: &str, title: &str| json!({"language": language, "title": title, "guidance": "Say."});
    let texts = |title: &str| json!([text("de", "Auf Deutsch"), text("en", title)]);
    let label = |language: &str, label: &str| json!({"language": language, "label": label});
    let questions = json!([
        {"section": "basic", "kind": "text", "texts": texts("Proudest moment")},
        {"section": "deeper", "kind": "choice", "texts": texts("Preferred place"), "options": [
            {"value": "here", "labels": [label("de", "Hier"), label("en", "In the office")]}, {"value": "there",
            "labels": [label("de", "Dort"), label("en", "At home")]},
        ]},
        {"section": "planning", "kind": "scale", "scale": {"minimum": 1, "maximum": 5}, "texts": texts("Energy")},
    ]);
    let version = json!({"languages": ["de", "en"], "own_questions": questions});
    let version = hr.post("/v1/questionnaires", version).await.is(201);
    let id = |place: usize| version["own_questions"][place]["id"].clone();
    let plan = ana.prepares_a_ready_plan().await;
    let extra = json!([
        {"question_id": id(0), "value": format!("The launch {EVIL}")},
        {"question_id": id(1), "value": "here"},
        {"question_id": id(2), "value": 4},
    ]);
    ana.changes(&plan, json!({"answers": {"extra": extra}})).await;
    ana.shares(&plan).await;
    let rita = app.person("rita", None).await;
    ana.invites(&plan, &rita, json!(["basic"])).await;
    for reader in [&ana, &ben, &hr] {
        let [markdown, html] = both(reader, &plan).await;
        for brief in [&markdown, &html] {
            for part in [
                "Further questions",
                "Proudest moment",
                "The launch",
                "Preferred place",
                "In the office",
                "Energy",
            ] {
                assert!(brief.contains(part), "{part}: {brief}");
            }
        }
        assert!(!html.contains("<script>") && !markdown.contains("<script>"));
    }
    for brief in both(&rita, &plan).await {
        assert!(brief.contains("The launch"), "{brief}");
        for hidden in ["Preferred place", "In the office", "Energy"] {
            assert!(!brief.contains(hidden), "{hidden}: {brief}");
        }
    }
}

#[actix_web::test]
async fn a_draft_with_nothing_in_it_has_a_brief_too() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.post("/v1/plans", json!({"title": "Mine"})).await.is(201);
    for brief in both(&ana, &plan).await {
        assert!(brief.contains("Not shared yet") && brief.contains("Nothing yet."), "{brief}");
    }
    ben.get(&of(&plan)).await.refused(404, "not-found");
}

#[actix_web::test]
async fn the_read_of_a_brief_is_in_the_access_log() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    as_markdown(&ben, &plan).await;
    as_html(&ana, &plan).await;
    app.state().flush_reads().await.unwrap();

    let log = ana.list(&format!("{}/access-log", path(&plan))).await;

    assert_eq!(log.len(), 1);
    assert_eq!(log[0]["action"], "plan.brief_read");
    assert_eq!(log[0]["text"], "ben, your manager at that time, read the page for the talk about it.");
}

/// A plan whose every text is markup, with feedback of such texts.
async fn evil(app: &TestApp) -> (Person, Value) {
    let (ana, ben) = app.employee_and_manager().await;
    app.database().execute(&format!("update people set display_name = '{}'", EVIL.replace('\'', "''"))).await;
    app.state().people_generation.advance();
    let short: String = EVIL.chars().take(190).collect();
    let answer = json!([{"name": short, "note": EVIL, "aligned_with": ["short_term"]}]);
    let mut answers = ready_answers();
    answers["mission_statement"] = EVIL.into();
    for list in ["values", "motivators", "strengths", "development_areas"] {
        answers[list] = answer.clone();
    }
    answers["short_term_objective"]["summary"] = EVIL.into();
    answers["short_term_objective"]["detail"] = EVIL.into();
    answers["long_term_objective"]["summary"] = EVIL.into();
    let plan = ana.post("/v1/plans", json!({"title": short, "answers": answers})).await.is(201);
    let area = &plan["answers"]["development_areas"][0]["id"];
    let item = json!({
        "title": short, "description": EVIL, "support_needed": EVIL, "development_area_id": area,
    });
    let item = ana.adds(&plan, item).await;
    ana.shares(&plan).await;
    let verdict = json!({"reasonable": "no", "comment": EVIL, "counter_proposal": EVIL});
    let feedback = json!({
        "summary": EVIL,
        "objectives": {"short_term": verdict, "long_term": verdict},
        "strengths": [{"stance": "add", "name": short, "comment": EVIL}],
        "support": [{"action_item_id": item["id"], "decision": "supported", "comment": EVIL,
            "commitment": {"title": short}}],
    });
    let feedback = ben.post(&format!("{}/feedback", path(&plan)), feedback).await.is(201);
    ben.post(&format!("/v1/feedback/{}/submit", feedback["id"].as_str().unwrap()), json!({})).await.is(200);
    (ana, plan)
}

#[actix_web::test]
async fn no_text_becomes_markup() {
    let app = TestApp::start().await;
    let (ana, plan) = evil(&app).await;
    let (clean, harmless) = {
        let app = TestApp::start().await;
        let (ana, _, plan) = answered(&app).await;
        (as_html(&ana, &plan).await, as_markdown(&ana, &plan).await)
    };

    let page = as_html(&ana, &plan).await;
    let tags = |page: &str| -> std::collections::BTreeSet<String> {
        let starts =
            page.split('<').skip(1).map(|part| part.split(['>', ' ', '\n']).next().unwrap().to_owned());
        starts.collect()
    };
    assert!(tags(&page).is_subset(&tags(&clean)), "{page}");
    assert!(page.contains("&#60;script&#62;alert(1)&#60;/script&#62;"), "{page}");
    assert!(!page.contains("<script") && !page.contains("<img") && !page.contains("<b>"));

    let text = as_markdown(&ana, &plan).await;
    let headings = |text: &str| {
        let parser = Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
        parser.filter(|event| matches!(event, Event::Start(Tag::Heading { .. }))).count()
    };
    assert_eq!(headings(&text), headings(&harmless), "{text}");
    for event in Parser::new_ext(&text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH) {
        match event {
            Event::Text(_) | Event::End(_) | Event::SoftBreak => {}
            Event::Start(
                Tag::Heading { .. }
                | Tag::Paragraph
                | Tag::List(_)
                | Tag::Item
                | Tag::Strong
                | Tag::Table(_)
                | Tag::TableHead
                | Tag::TableRow
                | Tag::TableCell,
            ) => {}
            other => panic!("{other:?} in {text}"),
        }
    }
}

#[actix_web::test]
async fn the_page_runs_no_script_and_loads_nothing() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;

    let reply = Reply::of(ana.request("GET", &of(&plan)).header("accept", "text/html")).await;

    let policy = reply.header("content-security-policy").to_owned();
    assert_eq!(reply.header("x-content-type-options"), "nosniff");
    let page = reply.is(200).as_str().unwrap().to_owned();
    let style = page.split("<style>").nth(1).unwrap().split("</style>").next().unwrap();
    let hash = BASE64_STANDARD.encode(Sha256::digest(style));
    assert_eq!(
        policy,
        format!(
            "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; \
             frame-ancestors 'none'"
        )
    );
    for outside in ["://", "url(", "@import", "style=\"", "<script", "<link", " src=", " href="] {
        assert!(!page.contains(outside), "{outside}");
    }
}
