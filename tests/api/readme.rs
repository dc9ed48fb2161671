//! The README is up to date: its walkthrough runs, and it lists every scope and setting.

use std::process::Command;

use crate::support::{Value, process::Process};

const README: &str = include_str!("../../README.md");

/// The shell block of the walkthrough, after which its last answer is printed.
fn walkthrough() -> &'static str {
    let (_, after) = README.split_once("While the demo runs").expect("the walkthrough");
    let (_, block) = after.split_once("```sh\n").expect("its block");
    block.split("```").next().unwrap()
}

#[test]
fn the_walkthrough_leads_to_the_managers_response_in_ten_curl_lines() {
    assert_eq!(walkthrough().matches("curl -s").count(), 10);
    if Command::new("curl").arg("--version").output().is_err() {
        eprintln!("there is no curl here to walk with");
        return;
    }
    let demo = Process::start(&["demo"]);
    let script = walkthrough()
        .replace("http://127.0.0.1:8080", &demo.base)
        .replace("cargo run -q --", env!("CARGO_BIN_EXE_groundwork"))
        .replace("curl -s", "curl -sS --fail-with-body");

    let run = Command::new("bash").args(["-euo", "pipefail", "-c", &script]).output().unwrap();

    let (answers, errors) = (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success(), "{answers}\n{errors}");
    let answers: Vec<Value> =
        serde_json::Deserializer::from_str(&answers).into_iter().collect::<Result<_, _>>().unwrap();
    let response = &answers.last().unwrap()["items"][0];
    assert_eq!(response["status"], "submitted");
    assert_eq!(response["objectives"]["short_term"]["achievable"], "partly");
    assert_eq!(response["support"][0]["commitment"]["title"], "Free one day a week");
}

/// What a command prints.
fn printed(command: &[&str]) -> String {
    let run = Command::new(env!("CARGO_BIN_EXE_groundwork")).args(command).output().unwrap();
    assert!(run.status.success(), "{command:?}");
    String::from_utf8(run.stdout).unwrap()
}

#[test]
fn the_page_of_settings_is_up_to_date_and_has_every_setting() {
    let page = printed(&["settings"]);
    assert!(
        page == include_str!("../../docs/settings.md"),
        "run: cargo run -q -- settings > docs/settings.md"
    );
    for command in ["serve", "work", "demo", "token", "backup", "healthcheck"] {
        let help = printed(&[command, "--help"]);
        let settings: Vec<&str> =
            help.split("[env: ").skip(1).filter_map(|rest| rest.split(['=', ']']).next()).collect();
        assert!(!settings.is_empty());
        for setting in settings {
            assert!(page.contains(&format!("| `{setting}` |")), "{setting} is not in docs/settings.md");
        }
    }
}

#[test]
fn shells_complete_and_manual_pages_describe_every_command() {
    for shell in ["bash", "zsh", "fish"] {
        let script = printed(&["completions", shell]);
        assert!(script.contains("migrate") && script.contains("database-url"), "{shell}: {script}");
    }
    let folder = tempfile::tempdir().unwrap();
    printed(&["manual", &folder.path().display().to_string()]);
    let page = std::fs::read_to_string(folder.path().join("groundwork-serve.1")).unwrap();
    assert!(page.contains("Address and port to listen on"), "{page}");
}

#[test]
fn a_reader_that_goes_away_is_no_failure() {
    let groundwork = env!("CARGO_BIN_EXE_groundwork");
    let script = format!("{groundwork} openapi | head -n 1 && exit ${{PIPESTATUS[0]}}");
    let run = Command::new("bash").args(["-c", &script]).output().unwrap();
    assert!(run.status.success() && run.stderr.is_empty(), "{}", String::from_utf8_lossy(&run.stderr));
}

#[test]
fn every_scope_is_in_the_readme() {
    for scope in groundwork::auth::scope::ALL {
        assert!(README.contains(&format!("`{scope}`")), "{scope} is not in the README");
    }
}

#[test]
fn the_help_shows_no_secret_of_the_environment() {
    let secrets = [
        ("GROUNDWORK_DATABASE_URL", "postgres://groundwork:hidden@db/groundwork"),
        ("GROUNDWORK_DATABASE_READ_URL", "postgres://groundwork:hidden@replica/groundwork"),
        ("GROUNDWORK_AUTH_HS256_SECRET", "hidden-hidden-hidden-hidden-hidden"),
        ("GROUNDWORK_AUTH_JWKS_URL", "https://user:hidden@idp.example/keys"),
        ("OTEL_EXPORTER_OTLP_ENDPOINT", "https://user:hidden@collector.example"),
        ("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "https://user:hidden@collector.example/v1/traces"),
    ];
    for command in ["serve", "work", "demo", "token", "backup", "healthcheck"] {
        let mut groundwork = Command::new(env!("CARGO_BIN_EXE_groundwork"));
        let help = groundwork.args([command, "--help"]).envs(secrets).output().unwrap();
        let help = String::from_utf8(help.stdout).unwrap();
        assert!(help.contains("Usage: ") && !help.contains("hidden"), "{help}");
    }
}
