//! Shutdown on SIGTERM.

use std::{
    io::{Read, Write},
    net::TcpStream,
    time::Duration,
};

use groundwork::{auth::token, clock::Clock};

use crate::support::{SECRET, database::TestDatabase, json, process::Process};

#[actix_web::test]
async fn a_request_that_runs_is_finished_and_no_other_is_begun() {
    let database = TestDatabase::create().await;
    let process = Process::start(&["serve", "--database-url", &database.url, "--auth-hs256-secret", SECRET]);
    let address = process.base.trim_start_matches("http://").to_owned();
    let exp = Clock::system().now().timestamp() + 3600;
    let hr = token::mint(SECRET, &json!({"tenant": "acme", "sub": "hr", "roles": ["hr_admin"], "exp": exp}))
        .unwrap();
    let body = "external_id,user_name,display_name\nx,ana,Ana\n";
    let (first, rest) = body.split_at(20);
    let mut running = TcpStream::connect(&address).unwrap();
    write!(
        running,
        "POST /v1/people/import HTTP/1.1\r\nhost: test\r\nauthorization: Bearer {hr}\r\nconnection: close\r\n\
         content-type: text/csv\r\ncontent-length: {}\r\nexpect: 100-continue\r\n\r\n{first}",
        body.len()
    )
    .unwrap();
    // The service asks for the rest of the body: by now the request runs.
    let mut asked = [0; 25];
    running.read_exact(&mut asked).unwrap();
    assert!(asked.starts_with(b"HTTP/1.1 100 Continue"));

    process.is_told_to_stop();
    while TcpStream::connect(&address).is_ok() {
        tokio::task::yield_now().await;
    }
    write!(running, "{rest}").unwrap();

    let mut answer = String::new();
    running.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200 OK"), "{answer}");
    assert!(answer.contains(r#""created":1"#), "{answer}");
    assert!(process.ends(), "it did not end well");
}

#[actix_web::test]
async fn requests_are_taken_until_whoever_sends_them_has_noticed() {
    let database = TestDatabase::create().await;
    let process = Process::start(&[
        "serve",
        "--database-url",
        &database.url,
        "--auth-hs256-secret",
        SECRET,
        "--drain-time",
        "1h",
    ]);
    let client = groundwork::client::http_client(Duration::from_secs(60)).unwrap();
    let get = async |path: &str| client.get(format!("{}{path}", process.base)).send().await.unwrap();
    assert_eq!(get("/health/ready").await.status(), 200);
    assert_eq!(get("/openapi.json").await.headers().get("connection"), None);

    process.is_told_to_stop();

    while get("/health/ready").await.status() == 200 {}
    let answer = get("/openapi.json").await;
    assert_eq!(answer.status(), 200);
    assert_eq!(answer.headers()["connection"], "close");
    process.is_told("INT");
    assert!(process.ends(), "it did not end well");
}
