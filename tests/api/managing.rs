//! docs/managing.md is up to date: what the manager does in it runs on the demo, and shows what it says.

use std::process::Command;

use crate::support::{Value, process::Process};

const PAGE: &str = include_str!("../../docs/managing.md");

/// The shell blocks of the page, in their order.
fn blocks() -> String {
    PAGE.split("```sh\n").skip(1).filter_map(|rest| rest.split("```").next()).collect()
}

#[test]
fn a_managers_day_runs_on_the_demo() {
    if Command::new("curl").arg("--version").output().is_err() {
        eprintln!("there is no curl here to walk with");
        return;
    }
    let (demo, folder) = (Process::start(&["demo"]), tempfile::tempdir().unwrap());
    let script = blocks()
        .replace("http://127.0.0.1:8080", &demo.base)
        .replace("cargo run -q --", env!("CARGO_BIN_EXE_groundwork"))
        .replace("curl -s", "curl -sS --fail-with-body");

    let mut bash = Command::new("bash");
    let run = bash.args(["-euo", "pipefail", "-c", &script]).current_dir(folder.path()).output().unwrap();

    let (answers, errors) = (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success(), "{answers}\n{errors}");
    let answers: Vec<Value> =
        serde_json::Deserializer::from_str(&answers).into_iter().collect::<Result<_, _>>().unwrap();
    let [team, waiting, late, blocked, silent, history, below, engineering] = &answers[..] else {
        panic!("{} answers", answers.len());
    };
    assert_eq!(team["totals"]["people"], 8);
    let has = |answer: &Value, is_so: &dyn Fn(&Value) -> bool| {
        let rows = answer["items"].as_array().unwrap();
        assert!(!rows.is_empty() && rows.iter().all(is_so), "{answer:#}");
    };
    has(waiting, &|row| {
        row["awaiting"].to_string().contains("feedback") || row["awaiting"].to_string().contains("manager")
    });
    has(late, &|row| row["action_items"]["overdue"].as_i64() > Some(0));
    has(blocked, &|row| row["action_items"]["blocked"].as_i64() > Some(0));
    has(silent, &|row| row["plan_status"] == "shared" || row["plan_status"] == "agreed");
    assert_eq!(history["items"].as_array().unwrap().len(), 12);
    assert_eq!(history["items"][11]["done"], team["totals"]["action_items"]["done"]);
    has(below, &|row| row["figures_only"] == true && row["plan_id"].is_null());
    assert_eq!(engineering["totals"]["people"], 9);
    let csv = std::fs::read_to_string(folder.path().join("team.csv")).unwrap();
    assert_eq!(csv.lines().count(), 1 + team["items"].as_array().unwrap().len());
}
