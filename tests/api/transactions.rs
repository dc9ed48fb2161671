//! What the calls of a transaction promise, on whichever database the suite runs: `find` only reads, what locks or
//! writes is undone without a commit, and reads see what the transaction has written.

use groundwork::{
    db::{Locked, Read},
    entity::person,
    ids::{PersonId, TenantId},
    record::Change,
};
use sea_orm::{DbErr, FromQueryResult, Value};

use crate::support::TestApp;

#[derive(Debug, FromQueryResult)]
struct Named {
    display_name: String,
}

const RENAME: &str =
    "update people set display_name = 'Renamed' where tenant_id = $1 and id = $2 returning display_name";
const NAME: &str = "select p.display_name from people p where p.tenant_id = $1 and p.id = $2";

/// The service, and a person of its directory.
async fn app_and_person() -> (TestApp, PersonId) {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let me = ana.get("/v1/me").await.is(200);
    let id = PersonId(me["person"]["id"].as_str().unwrap().parse().unwrap());
    (app, id)
}

async fn begin(app: &TestApp) -> Change {
    app.state().core.begin(TenantId::of("acme"), groundwork::auth::Actor::default()).await.unwrap()
}

async fn name(app: &TestApp, id: PersonId) -> String {
    let db = app.state().db.reader(TenantId::of("acme"));
    db.find::<Named>(NAME, [id.into()]).await.unwrap().unwrap().display_name
}

fn is_refused<T: std::fmt::Debug>(outcome: Result<T, DbErr>) {
    assert!(matches!(outcome, Err(DbErr::Custom(_))), "{outcome:?}");
}

#[actix_web::test]
async fn what_only_reads_refuses_to_write() {
    let (app, id) = app_and_person().await;
    let before = name(&app, id).await;
    let id_value = || [Value::from(id)];
    let txn = begin(&app).await;
    let db = app.state().db.reader(TenantId::of("acme"));

    is_refused(txn.find::<Named>(RENAME, id_value()).await);
    is_refused(txn.list::<Named>(RENAME, id_value()).await);
    is_refused(txn.find_for_update::<Named>(RENAME, id_value(), "people").await);
    is_refused(txn.list_for_update::<Named>(RENAME, id_value(), "people", Locked::Wait).await);
    is_refused(txn.lock_rows(RENAME, id_value()).await.map(|()| "locked"));
    is_refused(db.find::<Named>(RENAME, id_value()).await);
    is_refused(db.list::<Named>(RENAME, id_value()).await);

    txn.commit().await.unwrap();
    assert_eq!(name(&app, id).await, before);
}

#[actix_web::test]
async fn what_writes_is_undone_without_a_commit_and_kept_with_it() {
    let (app, id) = app_and_person().await;
    let before = name(&app, id).await;
    let rename = RENAME.trim_end_matches(" returning display_name");
    for commit in [false, true] {
        let txn = begin(&app).await;
        let renamed: Vec<Named> = txn.update_returning(RENAME, [id.into()]).await.unwrap();
        assert_eq!(renamed[0].display_name, "Renamed");
        drop(txn);
        assert_eq!(name(&app, id).await, before, "update_returning outlived its transaction");

        let mut txn = begin(&app).await;
        assert_eq!(txn.execute(rename, [id.into()]).await.unwrap(), 1);
        if !commit {
            drop(txn);
            assert_eq!(name(&app, id).await, before, "execute outlived its transaction");
        } else {
            txn.commit().await.unwrap();
            assert_eq!(name(&app, id).await, "Renamed");
        }
    }
}

#[actix_web::test]
async fn reads_see_what_the_transaction_holds_back() {
    let (app, id) = app_and_person().await;
    let before = name(&app, id).await;
    let mut txn = begin(&app).await;
    let person = txn.row_for_update::<person::Entity>(id).await.unwrap().unwrap();
    let renamed = person::Model { display_name: "Renamed".into(), ..person.clone() };

    let kept = txn.revise(person.clone(), renamed, None).unwrap();

    assert_eq!(kept.version, person.version + 1);
    let seen = |found: Option<Named>| found.unwrap().display_name;
    assert_eq!(seen(txn.find(NAME, [id.into()]).await.unwrap()), "Renamed");
    assert_eq!(seen(txn.find_for_update(NAME, [id.into()], "p").await.unwrap()), "Renamed");
    assert_eq!(txn.list::<Named>(NAME, [id.into()]).await.unwrap()[0].display_name, "Renamed");
    let listed = txn.list_for_update::<Named>(NAME, [id.into()], "p", Locked::Skip).await.unwrap();
    assert_eq!(listed[0].display_name, "Renamed");
    assert_eq!(txn.row::<person::Entity>(id).await.unwrap(), Some(kept));
    drop(txn);
    assert_eq!(name(&app, id).await, before, "what was held back outlived its transaction");
}

#[actix_web::test]
async fn a_statement_without_the_tenant_is_refused_by_every_call() {
    let (app, id) = app_and_person().await;
    let select = "select p.display_name from people p where p.id = $2";
    let update = "update people set display_name = 'Renamed' where id = $2 returning display_name";
    let id_value = || [Value::from(id)];
    let mut txn = begin(&app).await;

    is_refused(txn.find::<Named>(select, id_value()).await);
    is_refused(txn.list::<Named>(select, id_value()).await);
    is_refused(txn.find_for_update::<Named>(select, id_value(), "p").await);
    is_refused(txn.list_for_update::<Named>(select, id_value(), "p", Locked::Wait).await);
    is_refused(txn.update_returning::<Named>(update, id_value()).await);
    is_refused(txn.execute(update, id_value()).await);
    is_refused(app.state().db.reader(TenantId::of("acme")).find::<Named>(select, id_value()).await);
}

#[actix_web::test]
async fn a_row_is_found_in_its_own_tenant_alone() {
    let (app, id) = app_and_person().await;
    let elsewhere = app.state().db.reader(TenantId::of("umbrella"));
    assert_eq!(elsewhere.row::<person::Entity>(id).await.unwrap(), None);
    let here = app.state().db.reader(TenantId::of("acme"));
    assert!(here.row::<person::Entity>(id).await.unwrap().is_some());
}
