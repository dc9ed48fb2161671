//! A customer who leaves takes the data along, and nothing of it stays.

use std::collections::{BTreeMap, BTreeSet};

use groundwork::{
    audit,
    ids::TenantId,
    privacy::{
        columns::TABLES,
        ledger::{self, Entry},
        tenant,
    },
};
use sea_orm::DbErr;

use crate::{
    privacy::{World, schema},
    support::{TestApp, Value, json, people::path},
};

/// The rows of each table that belong to a tenant.
async fn rows_of(app: &TestApp, tenant: &str) -> BTreeMap<String, usize> {
    let id = TenantId::of(tenant);
    let literal = if app.database().server_url().is_some() {
        format!("'{id}'")
    } else {
        format!("x'{}'", id.0.simple())
    };
    let mut rows = BTreeMap::new();
    for (table, columns) in schema(app).await {
        let column = if table == "tenants" { "id" } else { "tenant_id" };
        if columns.iter().any(|known| known == column) {
            let sql = format!("select cast(count(*) as text) from {table} where {column} = {literal}");
            rows.insert(table, app.database().texts(&sql).await[0].parse().unwrap());
        }
    }
    rows
}

#[actix_web::test]
async fn an_export_of_a_tenant_has_every_row_and_a_deletion_leaves_none() {
    let World { app, hr, ana, .. } = World::new().await;
    let webhook = json!({"url": "https://hr.example.com/hooks", "event_types": ["*"]});
    hr.post("/v1/webhooks", webhook).await.is(201);
    let other = app.person_in("globex", "ana", None, "UTC").await;
    other.shares_a_ready_plan().await;
    let (core, acme) = (&app.state().core, TenantId::of("acme"));
    app.state().flush_reads().await.unwrap();
    while audit::seal(core).await.unwrap() == 0 {}
    let others = rows_of(&app, "globex").await;
    let mut lines: Vec<Value> = Vec::new();
    let write = |line: &str| -> Result<(), DbErr> {
        lines.push(serde_json::from_str(line).unwrap());
        Ok(())
    };

    let total = tenant::export(core, acme, write, |_, _| {}).await.unwrap();

    let mut exported = BTreeMap::new();
    for line in &lines {
        *exported.entry(line["table"].as_str().unwrap().to_owned()).or_insert(0) += 1;
    }
    let stored = rows_of(&app, "acme").await;
    let filled: BTreeMap<String, usize> = stored.into_iter().filter(|(_, rows)| *rows > 0).collect();
    assert_eq!((exported, total), (filled, lines.len()));
    assert!(lines.iter().any(|line| line["row"]["user_name"] == "mkr.ana"));

    let hold = format!("/v1/people/{}/legal-hold", ana.id);
    hr.put(&hold, json!({"reason": "A dispute"})).await.is(200);
    assert_eq!(tenant::delete(core, acme, |_, _| {}).await.unwrap(), Err(1));
    hr.delete(&hold).await;
    let mut told = BTreeSet::new();
    let deleted = tenant::delete(core, acme, |table, _| {
        told.insert(table.to_owned());
    })
    .await
    .unwrap()
    .unwrap();

    assert!(deleted >= total as u64, "{deleted}");
    assert!(told.len() > 15 && told.iter().all(|table| TABLES.iter().any(|known| known.name == table)));
    assert!(rows_of(&app, "acme").await.values().all(|rows| *rows == 0), "{:?}", rows_of(&app, "acme").await);
    assert_eq!(rows_of(&app, "globex").await, others);
    // Again, as after an interruption.
    tenant::delete(core, acme, |_, _| {}).await.unwrap().unwrap();
    let noted = ledger::read(&core.db).await.unwrap();
    assert!(noted.iter().any(|entry| matches!(entry, Entry::Tenant { id, .. } if *id == acme)), "{noted:?}");
}

#[actix_web::test]
async fn an_export_of_a_tenant_stands_in_the_audit_log_and_in_the_access_log_of_each_plan() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let shared = ana.shares_a_ready_plan().await;
    let draft = ben.post("/v1/plans", json!({"title": "Mine"})).await.is(201);
    let core = &app.state().core;

    tenant::export(core, TenantId::of("acme"), |_| Ok::<_, DbErr>(()), |_, _| {}).await.unwrap();

    let says = "The operator of the service exported it with all data of the organisation.";
    for (owner, plan) in [(&ana, &shared), (&ben, &draft)] {
        let log = owner.list(&format!("{}/access-log", path(plan))).await;
        assert_eq!(log.iter().map(|entry| &entry["text"]).collect::<Vec<_>>(), [says]);
        assert_eq!((&log[0]["right"], &log[0]["reader_id"]), (&json!("operator"), &Value::Null));
    }
    // It is sealed like other reads, when the ten minutes are over.
    app.clock().advance(chrono::Duration::minutes(10));
    while audit::seal(core).await.unwrap() > 0 {}
    let log = app.hr_admin().list("/v1/audit-log?action=tenant.exported").await;
    assert_eq!(log.len(), 1);
    assert_eq!((&log[0]["subject"], &log[0]["count"]), (&json!("tenant"), &json!(1)));
    assert!(log[0]["digest"].is_string(), "{:#}", log[0]);
    audit::verify(core, TenantId::of("acme"), None, |_| {}).await.unwrap().unwrap();
}
