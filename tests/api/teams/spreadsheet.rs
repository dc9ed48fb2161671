//! The spreadsheet, read by a program of its own.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use super::{Reply, TestApp, Value, json, team_path};

/// Reads CSV as strictly as Python can, and checks how its lines end.
const READER: &str = "
import csv, io, json, sys
text = sys.stdin.buffer.read().decode('utf-8')
assert text.startswith('\\ufeff') and text.endswith('\\r\\n')
rows = list(csv.DictReader(io.StringIO(text[1:], newline=''), strict=True))
print(json.dumps(rows))
";

fn read_by_python(csv: &str) -> Option<Vec<Value>> {
    let mut python = Command::new("python3");
    let python = python.args(["-c", READER]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut python = python.spawn().ok()?;
    python.stdin.take().unwrap().write_all(csv.as_bytes()).unwrap();
    let read = python.wait_with_output().unwrap();
    assert!(read.status.success(), "{csv}");
    Some(serde_json::from_slice(&read.stdout).unwrap())
}

#[actix_web::test]
async fn a_spreadsheet_has_every_row_as_json_has_it_and_runs_nothing() {
    let app = TestApp::start().await;
    let (hr, names) = (
        app.hr_admin(),
        [
            "=1+1",
            "+1",
            "-1",
            "@A1",
            "\t=1",
            "Ruiz, \"Ana\"",
            "Zoë; =1+1",
            "Two\r\nlines",
            "漢字",
            "'quoted'",
            "a\tb",
            "=HYPERLINK(\"http://evil\",\"x\")",
            "\u{ff1d}1+1",
        ],
    );
    let mut rows = vec![json!({"external_id": "boss", "user_name": "boss", "display_name": "Boss"})];
    rows.extend(names.iter().enumerate().map(|(number, name)| {
        json!({
            "external_id": format!("E{number}"), "user_name": format!("u{number}"), "display_name": name,
            "title": name, "department": name, "manager_external_id": "boss",
        })
    }));
    hr.post("/v1/people/import", json!({"rows": rows})).await.is(200);
    let mut boss = app.bearer(json!({"sub": "boss"}));
    boss.id = boss.get("/v1/me").await.is(200)["person"]["id"].as_str().unwrap().to_owned();
    let ana = app.bearer(json!({"sub": "u5"}));
    let plan = ana.agrees_on_a_ready_plan_with(&boss).await;
    ana.records(&ana.first_item(&plan).await, json!({"progress_percent": 40})).await;

    let request = boss.request("GET", &format!("{}?scope=subtree&sort=name", team_path(&boss)));
    let csv = Reply::of(request.header("accept", "text/csv")).await.is(200);
    let Some(read) = read_by_python(csv.as_str().unwrap()) else {
        eprintln!("there is no Python here to read with");
        return;
    };

    let shown = boss.list(&format!("{}?scope=subtree&sort=name", team_path(&boss))).await;
    assert_eq!((read.len(), shown.len()), (names.len(), names.len()));
    for (row, item) in read.iter().zip(&shown) {
        for (column, text) in [
            ("display_name", &item["person"]["display_name"]),
            ("title", &item["person"]["title"]),
            ("department", &item["department"]),
        ] {
            let (cell, text) = (row[column].as_str().unwrap(), text.as_str().unwrap());
            assert!(cell == text || cell == format!("'{text}"), "{cell:?} is not {text:?}");
            let first = cell.trim_start().chars().next().unwrap();
            assert!(!"=+-@\u{ff1d}".contains(first) && !cell.starts_with(['\t', '\r']), "{cell:?}");
        }
        assert_eq!(row["person_id"], item["person"]["id"]);
        assert_eq!(row["plan_status"], item["plan_status"].as_str().unwrap_or_default());
        assert_eq!(row["progress_percent"], item["progress_percent"].to_string());
        let awaiting: Vec<_> =
            item["awaiting"].as_array().unwrap().iter().map(|step| step.as_str().unwrap()).collect();
        assert_eq!(row["awaiting"], awaiting.join(" "));
    }
    let of_ana = read.iter().find(|row| row["plan_id"] == plan["id"]).unwrap();
    assert_eq!(of_ana["last_progress_on"], "2026-03-02");
    assert_eq!(of_ana["next_due_on"], "2026-09-01");
}
