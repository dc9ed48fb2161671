//! The README is up to date: its walkthrough runs, and it lists every scope and setting.

use std::{
    collections::BTreeMap,
    path::{Path, PathBuf},
    process::Command,
};

use crate::support::{Value, json, process::Process};

const README: &str = include_str!("../../README.md");

/// The shell blocks of the walkthrough: to the manager's response, and on to the talk.
fn walkthrough() -> [&'static str; 2] {
    let (_, after) = README.split_once("While the demo runs").expect("the walkthrough");
    let (section, _) = after.split_once("\n## ").expect("the section after it");
    let blocks = section.split("```sh\n").skip(1).map(|block| block.split("```").next().unwrap());
    blocks.collect::<Vec<_>>().try_into().expect("two blocks")
}

/// Runs a script on a demo of its own: what it prints.
fn walk(script: &str) -> String {
    let demo = Process::start(&["demo"]);
    let script = script
        .replace("http://127.0.0.1:8080", &demo.base)
        .replace("cargo run -q --", env!("CARGO_BIN_EXE_groundwork"))
        .replace("curl -s", "curl -sS --fail-with-body");

    let run = Command::new("bash").args(["-euo", "pipefail", "-c", &script]).output().unwrap();

    let (printed, errors) = (String::from_utf8_lossy(&run.stdout), String::from_utf8_lossy(&run.stderr));
    assert!(run.status.success(), "{printed}\n{errors}");
    printed.into_owned()
}

/// The answers among what is printed, each of which is JSON.
fn answers(printed: &str) -> Vec<Value> {
    serde_json::Deserializer::from_str(printed).into_iter().collect::<Result<_, _>>().unwrap()
}

#[test]
fn the_walkthrough_leads_to_the_managers_response_in_ten_curl_lines_and_on_to_the_talk() {
    let [to_response, to_talk] = walkthrough();
    assert_eq!(to_response.matches("curl -s").count(), 10);
    if Command::new("curl").arg("--version").output().is_err() {
        eprintln!("there is no curl here to walk with");
        return;
    }
    let printed = walk(&format!("{to_response}{to_talk}"));

    let (printed, brief) = printed.split_once("# From researcher to lead").expect("the brief");
    let answers = answers(printed);
    let [.., response, _, agreed, progress, planned, _, held, talks] = &answers[..] else {
        panic!("{}", answers.len());
    };
    let response = &response["items"][0];
    assert_eq!(response["status"], "submitted");
    assert_eq!(response["objectives"]["short_term"]["achievable"], "partly");
    assert_eq!(response["support"][0]["commitment"]["title"], "Free one day a week");
    assert_eq!((&agreed["status"], &progress["progress_percent"]), (&json!("agreed"), &json!(30)));
    assert_eq!(planned["agenda"][0]["source"], "verdict");
    assert_eq!(held["status"], "held");
    let item = &held["outcomes"][0]["action_item"];
    assert!(!item["action_item_id"].is_null(), "{held}");
    assert_eq!((&talks["items"][0], &talks["items"][1]["status"]), (held, &json!("planned")));
    assert_eq!(talks["items"][1]["previous_discussion_id"], held["id"]);
    assert!(brief.contains("Choose five people to interview") && brief.contains("partly"), "{brief}");
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

/// README.md and the pages of docs/, each with its name.
fn pages() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let docs = std::fs::read_dir(root.join("docs")).unwrap().map(|entry| entry.unwrap().path());
    let docs = docs.filter(|path| path.extension().is_some_and(|extension| extension == "md"));
    let page = |path: PathBuf| (path.display().to_string(), std::fs::read_to_string(path).unwrap());
    docs.chain([root.join("README.md")]).map(page).collect()
}

/// The names of the commands that a help text lists.
fn commands(help: &str) -> Vec<String> {
    let list = help.split_once("Commands:\n").map(|(_, list)| list.split("\n\n").next().unwrap_or_default());
    // Longer indents are those of explanations.
    let lines = list.unwrap_or_default().lines().filter(|line| !line.starts_with("   "));
    lines.filter_map(|line| line.split_whitespace().next()).map(str::to_owned).collect()
}

#[test]
fn every_command_and_flag_in_the_documentation_exists() {
    let mut helps: BTreeMap<Vec<String>, String> = BTreeMap::new();
    let mut help = |command: &[String]| -> String {
        let arguments: Vec<&str> = command.iter().map(String::as_str).chain(["--help"]).collect();
        helps.entry(command.to_vec()).or_insert_with(|| printed(&arguments)).clone()
    };
    let (mut found, mut flags_found) = (0, 0);
    for (page, text) in pages() {
        for (start, name) in text.match_indices("groundwork ") {
            let line = &text[start + name.len()..];
            let line = line.split(['`', '\n', '|', '#', ')', ';', '&', '\\']).next().unwrap_or_default();
            let mut command = Vec::new();
            for word in line.split_whitespace() {
                if !commands(&help(&command)).iter().any(|known| known == word) {
                    break;
                }
                command.push(word.to_owned());
            }
            found += usize::from(!command.is_empty());
            for flag in line.split_whitespace().filter(|word| word.starts_with("--") && !command.is_empty()) {
                let flag = flag.split('=').next().unwrap_or_default().trim_end_matches(['.', ',', ':']);
                let help = help(&command);
                let mut words = help.split(|letter: char| !letter.is_alphanumeric() && letter != '-');
                assert!(words.any(|word| word == flag), "{page}: groundwork {line}: no {flag}");
                flags_found += 1;
            }
        }
    }
    assert!(found > 30 && flags_found > 5, "{found} commands, {flags_found} flags");
}

#[test]
fn every_path_of_the_api_in_the_documentation_exists() {
    let document: Value = serde_json::from_str(include_str!("../../openapi/openapi.json")).unwrap();
    let templates: Vec<&String> = document["paths"].as_object().unwrap().keys().collect();
    let exists = |path: &str| {
        let is_variable = |part: &str| part.starts_with(['{', '$']);
        templates.iter().any(|template| {
            let (given, known) = (path.split('/'), template.split('/'));
            let alike =
                |(given, known): (&str, &str)| given == known || is_variable(given) || is_variable(known);
            given.clone().count() == known.clone().count() && given.zip(known).all(alike)
        })
    };
    let mut found = 0;
    for (page, text) in pages() {
        for (start, _) in text.match_indices("/v1/") {
            let end = |letter: char| !letter.is_alphanumeric() && !"/{}$_-.".contains(letter);
            let path = text[start..].split(end).next().unwrap_or_default().trim_end_matches(['/', '.']);
            // The paths of OTLP are a collector's.
            if path != "/v1" && path != "/v1/traces" {
                assert!(exists(path), "{page}: {path} is no path of the API");
                found += 1;
            }
        }
    }
    assert!(found > 30, "{found}");
}

/// The shell blocks of docs/hr.md.
fn day_of_hr() -> String {
    let page = include_str!("../../docs/hr.md");
    page.split("```sh\n").skip(1).map(|block| block.split("```").next().unwrap()).collect()
}

#[test]
fn the_day_of_an_hr_admin_runs_as_it_is_told() {
    if Command::new("curl").arg("--version").output().is_err() {
        eprintln!("there is no curl here to work with");
        return;
    }
    let answers = answers(&walk(&day_of_hr()));

    let [.., of_partner, references, closed, whole] = &answers[..] else { panic!("{}", answers.len()) };
    assert_eq!(references["items"], json!([]));
    assert_eq!(closed["status"], "closed");
    let rows = whole["items"].as_array().unwrap();
    assert_eq!(rows.len(), 30);
    let of = |name: &str| rows.iter().find(|row| row["department"] == name).unwrap();
    let [seventh, eighth] = [of("Department 07"), of("Department 08")];
    assert_eq!((seventh["people"].as_i64(), seventh["shared"].as_i64()), (Some(6), Some(1)));
    assert_eq!(seventh["prepared"], 2);
    assert_eq!((eighth["prepared"].as_i64(), eighth["withheld"].as_bool()), (Some(0), Some(false)));
    // The partner of one person there.
    let rows = of_partner["items"].as_array().unwrap();
    assert_eq!((rows.len(), rows[0]["people"].as_i64()), (1, Some(1)));
    assert_eq!(rows[0]["withheld"], true);
}
