//! Acknowledged writes survive the death of the process.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use groundwork::{auth::token, client::http_client, clock::Clock};

use crate::support::{SECRET, Value, database::TestDatabase, json, process::Process};

fn bearer(claims: Value) -> String {
    let mut claims = claims;
    claims["tenant"] = json!("acme");
    claims["exp"] = json!(Clock::system().now().timestamp() + 3600);
    token::mint(SECRET, &claims).unwrap()
}

#[actix_web::test]
async fn every_acknowledged_write_survives_kill_9_under_load_ten_times() {
    let database = TestDatabase::create().await;
    let serve = ["serve", "--database-url", &database.url, "--auth-hs256-secret", SECRET];
    let client = http_client(Duration::from_secs(10)).unwrap();
    let ana = bearer(json!({"sub": "ana"}));

    let process = Process::start(&serve);
    let import = client
        .post(format!("{}/v1/people/import", process.base))
        .bearer_auth(bearer(json!({"sub": "hr", "roles": ["hr_admin"]})))
        .header("content-type", "text/csv")
        .body("external_id,user_name,display_name\nx,ana,Ana\n");
    assert_eq!(import.send().await.unwrap().status(), 200);
    process.kill();

    let acknowledged = Arc::new(Mutex::new(Vec::new()));
    for round in 1..=10 {
        let process = Process::start(&serve);
        let writers: Vec<_> = (0..8)
            .map(|_| {
                let (client, ana, acknowledged) = (client.clone(), ana.clone(), acknowledged.clone());
                let url = format!("{}/v1/plans", process.base);
                actix_web::rt::spawn(async move {
                    // Writes until the process is gone.
                    while let Ok(answer) =
                        client.post(&url).bearer_auth(&ana).json(&json!({"title": "Kept"})).send().await
                    {
                        let Ok(plan) = answer.json::<Value>().await else { break };
                        acknowledged.lock().unwrap().push(plan["id"].as_str().unwrap().to_owned());
                    }
                })
            })
            .collect();
        while acknowledged.lock().unwrap().len() < round * 40 {
            tokio::task::yield_now().await;
        }
        process.kill();
        for writer in writers {
            writer.await.unwrap();
        }
    }

    let process = Process::start(&serve);
    let mut there = Vec::new();
    let mut cursor = String::new();
    loop {
        let url = format!("{}/v1/plans?limit=100{cursor}", process.base);
        let page: Value = client.get(url).bearer_auth(&ana).send().await.unwrap().json().await.unwrap();
        there.extend(
            page["items"].as_array().unwrap().iter().map(|plan| plan["id"].as_str().unwrap().to_owned()),
        );
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => break,
        }
    }
    let acknowledged = acknowledged.lock().unwrap();
    assert!(acknowledged.len() >= 400);
    let lost: Vec<_> = acknowledged.iter().filter(|id| !there.contains(id)).collect();
    assert!(lost.is_empty(), "{} of {} are lost", lost.len(), acknowledged.len());
    drop(process);
}
