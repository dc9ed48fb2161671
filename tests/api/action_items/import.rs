//! `POST /v1/action-items/progress/import`.

use crate::support::{
    Reply, TestApp, Value, at_once, json,
    people::{Person, item_path},
};

const IMPORT: &str = "/v1/action-items/progress/import";

async fn send(caller: &Person, lines: impl Into<String>, key: Option<&str>) -> Reply {
    let mut request = caller.request("POST", IMPORT).header("content-type", "application/x-ndjson");
    if let Some(key) = key {
        request = request.header("idempotency-key", key);
    }
    Reply::of(request.body(lines.into())).await
}

fn lines(rows: &[Value]) -> String {
    rows.iter().map(|row| format!("{row}\n")).collect()
}

async fn import(caller: &Person, rows: &[Value]) -> Value {
    send(caller, lines(rows), None).await.is(200)
}

/// A row about an item, with what is told of it.
fn row(item: &Value, told: Value) -> Value {
    let mut row = told;
    row["action_item_id"] = item["id"].clone();
    row
}

/// What became of the rows, one letter each.
fn statuses(result: &Value) -> String {
    let rows = result["rows"].as_array().unwrap();
    rows.iter().map(|row| row["status"].as_str().unwrap().chars().next().unwrap()).collect()
}

/// The pointers of the faults of a row.
fn faults(result: &Value, row: usize) -> Vec<&str> {
    let errors = result["rows"][row - 1]["errors"].as_array().unwrap();
    errors.iter().map(|error| error["pointer"].as_str().unwrap()).collect()
}

async fn history(caller: &Person, item: &Value) -> Vec<Value> {
    caller.list(&format!("{}/progress", item_path(item))).await
}

/// A shared plan with `count` items.
async fn items(ana: &Person, count: usize) -> Vec<Value> {
    let plan = ana.shares_a_ready_plan().await;
    for number in 1..count {
        ana.adds(&plan, json!({"title": format!("Number {number}")})).await;
    }
    ana.list(&format!("{}/action-items", crate::support::people::path(&plan))).await
}

#[actix_web::test]
async fn a_learning_system_reports_what_it_knows_of_many_items() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let items = items(&ana, 3).await;
    let before = app.events().await.len();
    let portal = app.service("progress:write");

    let result = import(
        &portal,
        &[
            row(&items[0], json!({"progress_percent": 40, "note": "Two modules"})),
            row(&items[1], json!({"status": "blocked"})),
            row(&items[2], json!({"status": "done"})),
        ],
    )
    .await;

    assert_eq!((&result["recorded"], &result["failed"]), (&json!(3), &json!(0)));
    for (number, item) in items.iter().enumerate() {
        let [update] = &history(&ana, item).await[..] else { panic!("one update") };
        assert_eq!(
            result["rows"][number],
            json!({
                "row": number + 1,
                "action_item_id": item["id"],
                "status": "recorded",
                "progress_update_id": update["id"],
                "errors": [],
                "errors_left_out": 0,
            })
        );
        assert_eq!(update["author_id"], json!(null));
        let item = ana.get(&item_path(item)).await.is(200);
        assert_eq!(
            (&item["status"], &item["progress_percent"]),
            (&update["status"], &update["progress_percent"])
        );
        assert_eq!((&item["version"], &item["last_progress_at"]), (&json!(2), &update["recorded_at"]));
    }
    assert_eq!(history(&ana, &items[0]).await[0]["note"], "Two modules");
    assert_eq!(
        app.events().await[before..],
        [
            "groundwork.action_item.progressed.v1",
            "groundwork.action_item.blocked.v1",
            "groundwork.action_item.completed.v1",
        ]
    );
}

#[actix_web::test]
async fn progress_is_imported_as_json() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let items = items(&ana, 2).await;
    let portal = app.service("progress:write");
    let rows = [
        row(&items[0], json!({"progress_percent": 40})),
        json!(7),
        row(&items[1], json!({"status": "done"})),
    ];

    let result = portal.post(IMPORT, json!({"rows": rows})).await.is(200);

    assert_eq!(statuses(&result), "rfr");
    assert_eq!(history(&ana, &items[1]).await.len(), 1);
}

#[actix_web::test]
async fn progress_that_is_known_already_makes_no_version_event_or_history() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let items = items(&ana, 3).await;
    let portal = app.service("progress:write");
    let rows = [
        row(&items[0], json!({"progress_percent": 40, "note": "Two modules"})),
        row(&items[1], json!({"status": "blocked"})),
        row(&items[2], json!({"status": "not_started", "progress_percent": 0})),
    ];
    let first = import(&portal, &rows).await;
    assert_eq!(statuses(&first), "rru");
    assert_eq!((&first["recorded"], &first["unchanged"]), (&json!(2), &json!(1)));
    let before =
        (app.events().await, app.count("progress_updates").await, ana.list("/v1/action-items").await);

    let again = import(&portal, &rows).await;

    assert_eq!(statuses(&again), "uuu");
    assert_eq!(
        (&again["recorded"], &again["unchanged"], &again["failed"]),
        (&json!(0), &json!(3), &json!(0))
    );
    assert_eq!(again["rows"][0]["progress_update_id"], json!(null));
    let after = (app.events().await, app.count("progress_updates").await, ana.list("/v1/action-items").await);
    assert_eq!(after, before);
    // A new note is news; within a call, too.
    let news = [
        row(&items[0], json!({"note": "Three modules"})),
        row(&items[0], json!({"note": "Three modules"})),
        row(&items[0], json!({"progress_percent": 60})),
        row(&items[0], json!({"note": "Three modules"})),
    ];
    assert_eq!(statuses(&import(&portal, &news).await), "rurr");
}

#[actix_web::test]
async fn a_row_counts_as_if_it_were_sent_alone() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let items = items(&ana, 8).await;
    let (imported, alone) = items.split_at(4);
    let portal = app.service("progress:write");
    let statuses_told =
        [None, Some("not_started"), Some("in_progress"), Some("blocked"), Some("done"), Some("cancelled")];
    let percents = [None, Some(0), Some(40), Some(100)];
    let mut told = Vec::new();
    for (number, (status, percent)) in statuses_told
        .iter()
        .flat_map(|status| percents.iter().map(move |percent| (status, percent)))
        .cycle()
        .take(120)
        .enumerate()
    {
        // Which item a row is of takes turns at another pace than what it tells.
        // With a note of its own, so that none repeats the one before.
        let note = format!("Row {number}");
        let progress = json!({"status": status, "progress_percent": percent, "note": note});
        told.push((number * 7 / 5 % 4, progress));
    }

    let rows: Vec<Value> = told.iter().map(|(item, told)| row(&imported[*item], told.clone())).collect();
    let result = import(&portal, &rows).await;
    let mut expected = String::new();
    for ((item, told), outcome) in told.iter().zip(statuses(&result).chars()) {
        if outcome == 'u' {
            // Says nothing new, and is not sent alone.
            let known = ana.get(&item_path(&alone[*item])).await.is(200);
            for field in ["status", "progress_percent"] {
                assert!(told[field].is_null() || told[field] == known[field], "{told} of {known}");
            }
            expected.push('u');
            continue;
        }
        let reply = portal.post(&format!("{}/progress", item_path(&alone[*item])), told.clone()).await;
        expected.push(if reply.status == 201 { 'r' } else { 'f' });
    }

    assert_eq!(statuses(&result), expected);
    let recorded = expected.matches('r').count();
    assert!((40..120).contains(&recorded), "{expected}");
    assert_eq!(result["recorded"], recorded);
    let standing = |item: &Value| {
        ["status", "progress_percent", "version", "completed_at", "last_progress_at"]
            .map(|field| item[field].clone())
    };
    for (one, other) in imported.iter().zip(alone) {
        let (here, there) =
            (ana.get(&item_path(one)).await.is(200), ana.get(&item_path(other)).await.is(200));
        assert_eq!(standing(&here), standing(&there));
        let (here, there) = (history(&ana, one).await, history(&ana, other).await);
        assert_eq!(here.len(), there.len());
        for (here, there) in here.iter().zip(&there) {
            assert_eq!(
                (&here["status"], &here["progress_percent"]),
                (&there["status"], &there["progress_percent"])
            );
        }
    }
}

#[actix_web::test]
async fn of_several_rows_for_one_item_the_last_tells_where_it_stands() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let items = items(&ana, 2).await;
    let portal = app.service("progress:write");
    // Some are carried out together, and some after those.
    let rows: Vec<Value> =
        (1..=1100).map(|turn| row(&items[turn % 2], json!({"progress_percent": turn % 97}))).collect();

    assert_eq!(import(&portal, &rows).await["recorded"], 1100);

    for (item, last) in [(&items[0], 1100 % 97), (&items[1], 1099 % 97)] {
        let item = ana.get(&item_path(item)).await.is(200);
        assert_eq!((&item["progress_percent"], &item["version"]), (&json!(last), &json!(551)));
        let told: Vec<Value> =
            history(&ana, &item).await.iter().map(|update| update["progress_percent"].clone()).collect();
        let sent: Vec<Value> = rows
            .iter()
            .filter(|row| row["action_item_id"] == item["id"])
            .map(|row| row["progress_percent"].clone())
            .collect();
        assert_eq!(told, sent);
    }
}

#[actix_web::test]
async fn a_bad_row_names_every_fault_and_stops_no_other() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let items = items(&ana, 2).await;
    let draft = ana.first_item(&ana.prepares_a_ready_plan().await).await;
    let archived = ana.shares_a_ready_plan().await;
    let kept = ana.first_item(&archived).await;
    ana.takes("archive", &archived, json!({})).await.is(200);
    let eve = app.person_in("globex", "eve", None, "UTC").await;
    let foreign = eve.first_item(&eve.shares_a_ready_plan().await).await;
    let portal = app.service("progress:write");
    let told = json!({"progress_percent": 10});
    let mut body = lines(&[
        row(&items[0], told.clone()),
        json!({
            "action_item_id": "seven",
            "status": "lost",
            "progress_percent": 101,
            "note": "a\0b",
            "recorded_at": "2026-03-01",
        }),
        json!({"progress_percent": 10}),
        row(&items[0], json!({})),
        row(&items[0], json!({"status": "done", "progress_percent": 10})),
        json!([1]),
        row(&draft, told.clone()),
        row(&foreign, told.clone()),
        row(&kept, told.clone()),
    ]);
    body.push_str("{\"action_item_id\": \n\r\n");
    body.push_str(&lines(&[row(&items[1], told)]));

    let result = send(&portal, body, None).await.is(200);

    assert_eq!(statuses(&result), "rfffffffffr");
    let mut all = faults(&result, 2);
    all.sort_unstable();
    assert_eq!(all, ["/action_item_id", "/note", "/progress_percent", "/recorded_at", "/status"]);
    for (number, pointer) in [
        (3, "/action_item_id"),
        (4, ""),
        (5, "/progress_percent"),
        (6, ""),
        (7, "/action_item_id"),
        (8, "/action_item_id"),
        (9, "/action_item_id"),
        (10, ""),
    ] {
        assert_eq!(faults(&result, number), [pointer], "row {number}");
    }
    let why = |row: usize| result["rows"][row - 1]["errors"][0]["detail"].as_str().unwrap();
    // A draft's item, and another tenant's, are as good as none.
    assert_eq!(why(7), why(8));
    assert!(why(7).starts_with("there is no such action item"), "{}", why(7));
    assert!(why(9).contains("archived"), "{}", why(9));
    assert_eq!(result["rows"][8]["action_item_id"], kept["id"]);
    assert_eq!(result["rows"][1]["action_item_id"], json!(null));
    assert_eq!(app.count("progress_updates").await, 2);
}

#[actix_web::test]
async fn everybody_reports_what_they_could_report_one_by_one() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let (own, support) = (ana.first_item(&plan).await, ben.adds(&plan, json!({"title": "Open doors"})).await);
    let draft = ana.first_item(&ana.prepares_a_ready_plan().await).await;
    let rows = |percent: u8| -> Vec<Value> {
        [&own, &support, &draft].map(|item| row(item, json!({"progress_percent": percent}))).to_vec()
    };

    assert_eq!(statuses(&import(&ana, &rows(10)).await), "rrr");
    assert_eq!(statuses(&import(&ben, &rows(20)).await), "frf");
    assert_eq!(statuses(&import(&app.hr_admin(), &rows(30)).await), "fff");
    assert_eq!(statuses(&import(&app.service("progress:write"), &rows(40)).await), "rrf");
    let eve = app.person("eve", None).await;
    assert_eq!(statuses(&import(&eve, &rows(50)).await), "fff");
    send(&app.service("plans:read"), lines(&rows(60)), None).await.refused(403, "missing-scope");
    assert_eq!(history(&ana, &own).await[0]["author_id"], ana.id);
}

#[actix_web::test]
async fn an_import_of_progress_with_a_key_is_carried_out_once() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let items = items(&ana, 2).await;
    let portal = app.service("progress:write");
    let body = lines(&[row(&items[0], json!({"progress_percent": 10})), row(&items[1], json!({}))]);

    let first = send(&portal, &*body, Some("k1")).await.is(200);
    let again = send(&portal, &*body, Some("k1")).await;

    assert_eq!(again.header("idempotency-replayed"), "true");
    assert_eq!(again.is(200), first);
    send(&portal, format!("{body}{body}"), Some("k1")).await.refused(422, "idempotency-key-reused");
    assert_eq!(app.count("progress_updates").await, 1);
}

#[actix_web::test]
async fn a_body_that_is_no_import_of_progress_records_nothing() {
    let app = TestApp::start_with(&["--body-limit=4096"]).await;
    let (ana, _) = app.employee_and_manager().await;
    let items = items(&ana, 1).await;
    let portal = app.service("progress:write");
    let row = row(&items[0], json!({"note": "x"}));

    send(&portal, "", None).await.refused(422, "invalid-body");
    send(&portal, "\n \n", None).await.refused(422, "invalid-body");
    portal.post(IMPORT, row.clone()).await.refused(422, "invalid-body");
    portal.post(IMPORT, json!([row])).await.refused(422, "invalid-body");
    let csv = portal.request("POST", IMPORT).header("content-type", "text/csv").body(row.to_string());
    let problem = Reply::of(csv).await.refused(415, "unsupported-media-type");
    assert_eq!(problem["detail"], "send Content-Type: application/x-ndjson or application/json");
    let bare = portal.request("POST", IMPORT).body(row.to_string());
    Reply::of(bare).await.refused(415, "unsupported-media-type");
    let large = send(&portal, lines(&vec![row.clone(); 1000]), None).await.refused(413, "body-too-large");
    assert!(large["detail"].as_str().unwrap().contains("65536 bytes; nothing has been applied"), "{large}");
    assert_eq!(app.count("progress_updates").await, 0);
}

#[actix_web::test]
async fn ten_thousand_updates_are_recorded_together_and_not_one_more() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let items = items(&ana, 20).await;
    let portal = app.service("progress:write");
    let rows = |count: usize| -> Vec<Value> {
        (0..count)
            .map(|turn| row(&items[turn % 20], json!({"progress_percent": turn / 20 % 50 + 1})))
            .collect()
    };

    let problem = send(&portal, lines(&rows(10_001)), None).await.refused(413, "body-too-large");
    assert!(problem["detail"].as_str().unwrap().contains("10000 rows; nothing"), "{problem}");
    assert_eq!(app.count("progress_updates").await, 0);

    let started = std::time::Instant::now();
    assert_eq!(import(&portal, &rows(10_000)).await["recorded"], 10_000);
    eprintln!("recording 10,000 updates takes {:?}", started.elapsed());
    assert_eq!(app.count("progress_updates").await, 10_000);
    for item in ana.list("/v1/action-items").await {
        assert_eq!((&item["progress_percent"], &item["version"]), (&json!(50), &json!(501)));
    }
}

#[actix_web::test]
async fn imports_and_single_updates_at_once_hold_nobody_up() {
    let app = TestApp::start_with(&["--workers=4"]).await;
    let (ana, _) = app.employee_and_manager().await;
    let mut all = Vec::new();
    for _ in 0..6 {
        all.extend(items(&ana, 2).await);
    }
    let portal = app.service("progress:write");
    let mut requests: Vec<std::pin::Pin<Box<dyn Future<Output = Reply>>>> = Vec::new();
    for turn in 0..6 {
        let mut rows: Vec<Value> =
            all.iter().map(|item| row(item, json!({"progress_percent": turn + 1}))).collect();
        if turn % 2 == 1 {
            rows.reverse();
        }
        let caller = portal.clone();
        requests.push(Box::pin(async move { send(&caller, lines(&rows), None).await }));
        let (caller, item) = (ana.clone(), item_path(&all[turn]));
        requests.push(Box::pin(async move {
            caller.post(&format!("{item}/progress"), json!({"progress_percent": 50})).await
        }));
    }

    let replies = at_once(requests).await;

    for pair in replies.chunks(2) {
        assert_eq!((pair[0].status, pair[1].status), (200, 201), "{pair:#?}");
        assert_eq!(pair[0].body["recorded"], 12);
    }
    assert_eq!(app.count("progress_updates").await, 6 * 12 + 6);
    for item in &all {
        let updates = history(&ana, item).await;
        let item = ana.get(&item_path(item)).await.is(200);
        assert_eq!(item["version"], updates.len() + 1);
        assert_eq!(item["progress_percent"], updates.last().unwrap()["progress_percent"]);
    }
}
