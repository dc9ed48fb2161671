//! The schema that migrations create matches the entities.

use std::collections::BTreeSet;

use groundwork::audit;
use groundwork::db::Placement;
use groundwork::entity::{
    action_item, action_item_link, action_template, agreement, audit_detail, audit_head, audit_read,
    audit_record, audit_record_plan, calendar_address, comment, cycle, cycle_count, cycle_department,
    cycle_person, cycle_reference_count, cycle_roster, deleted_tenant, delivery, delivery_attempt,
    discussion, discussion_note, erasure, event, feedback, feedback_request, idempotency_record, identity,
    installation_key, legal_hold, person, person_word, plan, plan_progress, plan_reference, progress_update,
    proposal, questionnaire, realm, relation, revision, scim_token, set_aside, tenant, webhook,
};
use sea_orm::{DatabaseConnection, DbBackend, EntityTrait, IdenStatic, Iterable};

use crate::support::{Reply, TestApp, json};

/// Reads all rows, and compares the columns with those of the table; how many rows there are.
async fn reads<E: EntityTrait>(app: &TestApp, connection: &DatabaseConnection) -> usize {
    let table = E::default().table_name().to_owned();
    let known: BTreeSet<String> = E::Column::iter().map(|column| column.as_str().to_owned()).collect();
    let columns = match connection.get_database_backend() {
        DbBackend::Sqlite => format!("select name from pragma_table_info('{table}')"),
        _ => format!("select column_name::text from information_schema.columns where table_name = '{table}'"),
    };
    let columns: BTreeSet<String> = app.database().texts(&columns).await.into_iter().collect();
    assert_eq!(columns, known, "the columns of {table}");
    E::find().all(connection).await.unwrap_or_else(|error| panic!("{table}: {error}")).len()
}

#[actix_web::test]
async fn every_entity_reads_from_a_freshly_migrated_database() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    ana.records(&ana.first_item(&plan).await, json!({"progress_percent": 10})).await;
    let kept =
        ana.request("POST", "/v1/plans").header("idempotency-key", "1").json(&json!({"title": "Mine"}));
    Reply::of(kept).await.is(201);
    let portal = app.service("webhooks:manage");
    let webhook = json!({"url": "https://hr.example.com/hooks", "event_types": ["*"]});
    let webhook = portal.post("/v1/webhooks", webhook).await.is(201);
    portal.post(&format!("/v1/webhooks/{}/test", webhook["id"].as_str().unwrap()), json!({})).await.is(201);
    audit::seal(app.state()).await.unwrap();
    ben.get("/v1/plans").await.is(200);
    app.state().flush_reads().await.unwrap();
    let connection = app.database().connect().await;

    assert_eq!(reads::<audit_head::Entity>(&app, &connection).await, 1);
    assert_eq!(reads::<audit_record::Entity>(&app, &connection).await, 7);
    assert_eq!(reads::<audit_read::Entity>(&app, &connection).await, 1);
    assert_eq!(reads::<audit_record_plan::Entity>(&app, &connection).await, 1);
    assert_eq!(reads::<audit_detail::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<tenant::Entity>(&app, &connection).await, 1);
    assert_eq!(reads::<person::Entity>(&app, &connection).await, 2);
    assert_eq!(reads::<identity::Entity>(&app, &connection).await, 2);
    assert_eq!(reads::<realm::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<set_aside::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<scim_token::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<person_word::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<deleted_tenant::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<erasure::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<legal_hold::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<cycle::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<cycle_count::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<cycle_department::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<cycle_person::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<cycle_reference_count::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<cycle_roster::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<plan::Entity>(&app, &connection).await, 2);
    assert_eq!(reads::<plan_progress::Entity>(&app, &connection).await, 1);
    assert_eq!(reads::<revision::Entity>(&app, &connection).await, 1);
    assert_eq!(reads::<relation::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<plan_reference::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<questionnaire::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<action_template::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<action_item_link::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<agreement::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<feedback_request::Entity>(&app, &connection).await, 1);
    assert_eq!(reads::<feedback::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<discussion::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<discussion_note::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<calendar_address::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<comment::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<proposal::Entity>(&app, &connection).await, 0);
    assert_eq!(reads::<action_item::Entity>(&app, &connection).await, 1);
    assert_eq!(reads::<progress_update::Entity>(&app, &connection).await, 1);
    assert_eq!(reads::<event::Entity>(&app, &connection).await, 8);
    assert_eq!(reads::<idempotency_record::Entity>(&app, &connection).await, 1);
    assert_eq!(reads::<installation_key::Entity>(&app, &connection).await, 1);
    assert_eq!(reads::<webhook::Entity>(&app, &connection).await, 1);
    assert_eq!(reads::<delivery::Entity>(&app, &connection).await, 1);
    assert_eq!(reads::<delivery_attempt::Entity>(&app, &connection).await, 0);

    let tables = match connection.get_database_backend() {
        DbBackend::Sqlite => {
            "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'"
        }
        _ => "select table_name::text from information_schema.tables where table_schema = 'public'",
    };
    let tables = app.database().texts(tables).await;
    // The entities, and the table of the migrations.
    assert_eq!(tables.len(), 46, "{tables:?}");
    connection.close().await.unwrap();
}

/// A new table cannot be forgotten: it belongs to tenants, or is named among those of the installation.
#[actix_web::test]
async fn every_table_has_its_place_on_a_distributed_database() {
    let app = TestApp::start().await;
    let backend = app.database().connect().await.get_database_backend();
    let (tables, columns, first_of_key) = match backend {
        DbBackend::Sqlite => (
            "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'",
            "select name from pragma_table_info('{table}')",
            "select name from pragma_table_info('{table}') where pk = 1",
        ),
        _ => (
            "select table_name::text from information_schema.tables where table_schema = 'public'",
            "select column_name::text from information_schema.columns where table_name = '{table}'",
            "select a.attname::text from pg_index i join pg_attribute a on a.attrelid = i.indrelid \
             and a.attnum = i.indkey[0] where i.indisprimary and i.indrelid = to_regclass('{table}')",
        ),
    };
    let mut on_coordinator = BTreeSet::new();
    for table in app.database().texts(tables).await {
        let columns = app.database().texts(&columns.replace("{table}", &table)).await;
        match Placement::of(&table, &columns) {
            Some(Placement::Coordinator) => drop(on_coordinator.insert(table)),
            Some(Placement::ByTenant(column)) => {
                let key = app.database().texts(&first_of_key.replace("{table}", &table)).await;
                assert_eq!(key, [column], "the primary key of {table} begins with another column");
            }
            None => panic!("{table} has no tenant_id, and is not named as one of the installation"),
        }
    }
    let installation = ["deleted_tenants", "installation_keys", "realms", "seaql_migrations"];
    assert_eq!(on_coordinator, installation.map(str::to_owned).into());

    if backend == DbBackend::Postgres {
        // A unique constraint holds on each node alone.
        let without_tenant = "select i.indexrelid::regclass::text \
             from pg_index i join pg_class c on c.oid = i.indrelid \
             where i.indisunique and c.relnamespace = 'public'::regnamespace and not exists (select 1 \
                from pg_attribute a where a.attrelid = i.indrelid and a.attnum = any (i.indkey) \
                    and a.attname = case when c.relname = 'tenants' then 'id' else 'tenant_id' end) \
                and c.relname <> all (array['deleted_tenants', 'installation_keys', 'realms', 'seaql_migrations'])";
        assert_eq!(app.database().texts(without_tenant).await, Vec::<String>::new());
    }
}
