//! What happens when several requests come at once.

use std::{collections::BTreeSet, pin::Pin};

use groundwork::{
    entity::action_item,
    ids::{PlanId, TenantId},
    plans::store::list_action_items,
};
use sea_orm::{ConnectionTrait, DbErr};

use crate::{
    failures::somebody_waits,
    support::{
        Reply, TestApp, Value, at_once, json,
        people::{Person, item_path, path},
    },
};

/// A service with four worker threads.
const FLAGS: &[&str] = &["--workers=4"];

/// The future reply of a request.
type AnyReply = Pin<Box<dyn Future<Output = Reply>>>;

/// A POST that is sent together with others.
fn post(caller: &Person, path: String, body: Value) -> impl Future<Output = Reply> + 'static {
    let caller = caller.clone();
    async move { caller.post(&path, body).await }
}

fn step(caller: &Person, step: &str, plan: &Value) -> impl Future<Output = Reply> + 'static {
    post(caller, format!("{}/{step}", path(plan)), json!({}))
}

fn patch(
    caller: &Person,
    path: String,
    etag: Option<&str>,
    body: Value,
) -> impl Future<Output = Reply> + 'static {
    let request = caller.request("PATCH", &path).json(&body);
    Reply::of(match etag {
        Some(etag) => request.header("if-match", etag),
        None => request,
    })
}

fn statuses(replies: &[Reply]) -> Vec<u16> {
    let mut statuses: Vec<u16> = replies.iter().map(|reply| reply.status).collect();
    statuses.sort();
    statuses
}

/// A plan, its item, and what supports that.
async fn shares_what_can_be_supported(owner: &Person) -> (Value, Value, Value) {
    let plan = owner.shares_a_ready_plan().await;
    let item = owner.first_item(&plan).await;
    let support = json!({"title": "Open doors", "supports_action_item_id": item["id"]});
    (plan, item, support)
}

fn a_cycle() -> Value {
    json!({
        "name": "Career plans 2026", "prepare_by": "2026-04-01", "share_by": "2026-04-10",
        "respond_by": "2026-04-20", "discuss_by": "2026-05-01",
    })
}

async fn count_events(app: &TestApp, event: &str) -> usize {
    app.events().await.iter().filter(|each| *each == event).count()
}

#[actix_web::test]
async fn of_two_devices_that_change_what_they_saw_one_wins() {
    let app = TestApp::start_with(FLAGS).await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let etag = ana.get(&path(&plan)).await.header("etag").to_owned();
    let change = |title: &str| patch(&ana, path(&plan), Some(&etag), json!({"title": title}));

    let replies = at_once([change("Phone"), change("Laptop")]).await;

    assert_eq!(statuses(&replies), [200, 412]);
    let winner = replies.iter().find(|reply| reply.status == 200).unwrap();
    let present = ana.get(&path(&plan)).await;
    for reply in &replies {
        assert_eq!(reply.header("etag"), present.header("etag"));
    }
    assert_eq!(present.body["title"], winner.body["title"]);
    assert_eq!(present.body["version"], plan["version"].as_i64().unwrap() + 1);
}

#[actix_web::test]
async fn two_devices_that_change_different_fields_both_keep_their_change() {
    let app = TestApp::start_with(FLAGS).await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    let change = |body: Value| patch(&ana, path(&plan), None, body);

    let replies = at_once([
        change(json!({"title": "From the phone"})),
        change(json!({"answers": {"mission_statement": "From the laptop"}})),
        change(json!({"answers": {"short_term_objective": {"summary": "From the desk"}}})),
        change(json!({"ends_on": "2027-01-31"})),
    ])
    .await;

    assert_eq!(statuses(&replies), [200; 4]);
    let after = ana.reads(&plan).await;
    assert_eq!(after["title"], "From the phone");
    assert_eq!(after["answers"]["mission_statement"], "From the laptop");
    assert_eq!(after["answers"]["short_term_objective"]["summary"], "From the desk");
    assert_eq!(after["ends_on"], "2027-01-31");
    assert_eq!(after["version"], plan["version"].as_i64().unwrap() + 4);
}

#[actix_web::test]
async fn a_double_click_agrees_once() {
    let app = TestApp::start_with(FLAGS).await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;

    let replies = at_once((0..8).map(|_| step(&ben, "agree", &plan))).await;

    assert_eq!(statuses(&replies), [200, 409, 409, 409, 409, 409, 409, 409]);
    assert_eq!(count_events(&app, "groundwork.plan.agreement_given.v1").await, 1);
}

#[actix_web::test]
async fn owner_and_manager_who_agree_at_once_make_the_plan_agreed() {
    let app = TestApp::start_with(FLAGS).await;
    let (ana, ben) = app.employee_and_manager().await;
    for _ in 0..8 {
        let plan = ana.shares_a_ready_plan().await;

        let replies = at_once([step(&ana, "agree", &plan), step(&ben, "agree", &plan)]).await;

        assert_eq!(statuses(&replies), [200, 200]);
        assert_eq!(ana.reads(&plan).await["status"], "agreed");
    }
    assert_eq!(count_events(&app, "groundwork.plan.agreement_given.v1").await, 8);
    assert_eq!(count_events(&app, "groundwork.plan.agreed.v1").await, 8);
}

#[actix_web::test]
async fn sharing_32_times_at_once_makes_32_revisions() {
    let app = TestApp::start_with(FLAGS).await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;

    let replies = at_once((0..32).map(|_| step(&ana, "share", &plan))).await;

    assert_eq!(statuses(&replies), [200; 32]);
    let told: BTreeSet<i64> =
        replies.iter().map(|reply| reply.body["latest_revision"].as_i64().unwrap()).collect();
    assert_eq!(told, (1..=32).collect());
    let listed = ben.list(&format!("{}/revisions", path(&plan))).await;
    let listed: Vec<i64> = listed.iter().map(|each| each["number"].as_i64().unwrap()).collect();
    assert_eq!(listed, (1..=32).collect::<Vec<_>>());
    assert_eq!(count_events(&app, "groundwork.plan.shared.v1").await, 32);
    assert_eq!(app.count("feedback_requests").await, 1);
    assert_eq!(ana.reads(&plan).await["version"], 33);
}

#[actix_web::test]
async fn a_manager_who_acts_while_the_owner_shares_again_acts_on_one_revision_or_the_other() {
    let app = TestApp::start_with(FLAGS).await;
    let (ana, ben) = app.employee_and_manager().await;
    for _ in 0..8 {
        let plan = ana.shares_a_ready_plan().await;
        let shares = (0..3).map(|_| step(&ana, "share", &plan));
        let mut requests: Vec<AnyReply> = Vec::new();
        for share in shares {
            requests.push(Box::pin(share));
            requests.push(Box::pin(step(&ben, "agree", &plan)));
        }

        for reply in at_once(requests).await {
            assert!([200, 409].contains(&reply.status), "{:#}", reply.body);
            if reply.status == 200 {
                assert_eq!(reply.body["title"], plan["title"]);
                assert_eq!(reply.body["answers"], plan["answers"]);
            }
        }
    }
}

#[actix_web::test]
async fn progress_that_many_record_at_once_is_all_in_the_history() {
    let app = TestApp::start_with(FLAGS).await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let item = ana.first_item(&plan).await;
    let history = format!("{}/progress", item_path(&item));
    let portal = app.service("progress:write");

    let replies = at_once((1..=24).map(|percent| {
        let caller = if percent % 2 == 0 { &ana } else { &portal };
        post(caller, history.clone(), json!({"progress_percent": percent}))
    }))
    .await;

    assert_eq!(statuses(&replies), [201; 24]);
    let updates = ana.list(&history).await;
    let percents: BTreeSet<i64> =
        updates.iter().map(|update| update["progress_percent"].as_i64().unwrap()).collect();
    assert_eq!(percents, (1..=24).collect());
    let item = ana.get(&item_path(&item)).await.is(200);
    assert_eq!(item["version"], 25);
    assert!(percents.contains(&item["progress_percent"].as_i64().unwrap()));
    assert_eq!(count_events(&app, "groundwork.action_item.progressed.v1").await, 24);
}

#[actix_web::test]
async fn an_item_that_is_deleted_while_others_work_on_its_supporters_holds_nobody_up() {
    let app = TestApp::start_with(FLAGS).await;
    let (ana, ben) = app.employee_and_manager().await;
    for _ in 0..8 {
        let (plan, item, support) = shares_what_can_be_supported(&ana).await;
        let support = ben.adds(&plan, support).await;
        let mut requests: Vec<AnyReply> = Vec::new();
        for percent in 1..=3 {
            let history = format!("{}/progress", item_path(&support));
            requests.push(Box::pin(post(&ben, history, json!({"progress_percent": percent}))));
        }
        requests.insert(1, Box::pin(Reply::of(ana.request("DELETE", &item_path(&item)))));

        let replies = at_once(requests).await;

        assert_eq!(statuses(&replies), [201, 201, 201, 204], "{replies:#?}");
        let support = ben.get(&item_path(&support)).await.is(200);
        assert_eq!(support["supports_action_item_id"], json!(null));
        assert_eq!(support["version"], 5);
    }
}

#[actix_web::test]
async fn an_item_that_is_deleted_while_support_for_it_is_added_is_supported_or_not_there() {
    let app = TestApp::start_with(FLAGS).await;
    let (ana, ben) = app.employee_and_manager().await;
    for _ in 0..8 {
        let (plan, item, support) = shares_what_can_be_supported(&ana).await;
        let items = format!("{}/action-items", path(&plan));
        let mut requests: Vec<AnyReply> = vec![Box::pin(Reply::of(ana.request("DELETE", &item_path(&item))))];
        requests.extend((0..4).map(|_| -> AnyReply { Box::pin(post(&ben, items.clone(), support.clone())) }));

        let replies = at_once(requests).await;

        assert_eq!(replies[0].status, 204);
        for reply in &replies[1..] {
            assert!([201, 422].contains(&reply.status), "{reply:#?}");
        }
    }
}

#[actix_web::test]
async fn nothing_is_written_where_a_row_is_no_longer_as_it_was_read() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let plan_id = PlanId(plan["id"].as_str().unwrap().parse().unwrap());
    let (db, tenant) = (&app.state().db, TenantId::of("acme"));
    let mut txn = db.begin(tenant).await.unwrap();
    let item = list_action_items(&txn, plan_id).await.unwrap().remove(0);
    let read = action_item::Model { version: item.version - 1, ..item.clone() };
    let added = action_item::Model { id: app.state().ids.next(), ..item.clone() };

    txn.insert(added);
    txn.touch(read, action_item::Model { title: "By the second writer".into(), ..item }).unwrap();
    let told = txn.commit().await;

    assert!(matches!(told, Err(DbErr::RecordNotUpdated)), "{told:?}");
    assert_eq!(app.count("action_items").await, 1);
    assert_ne!(ana.first_item(&plan).await["title"], "By the second writer");
}

#[actix_web::test]
async fn the_last_free_place_among_the_items_is_taken_once() {
    let app = TestApp::start_with(FLAGS).await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    for number in 2..=98 {
        ana.adds(&plan, json!({"title": format!("Number {number}")})).await;
    }
    let items = format!("{}/action-items", path(&plan));

    let replies = at_once((0..6).map(|turn| {
        let caller = if turn % 2 == 0 { &ana } else { &ben };
        post(caller, items.clone(), json!({"title": "One of two"}))
    }))
    .await;

    assert_eq!(statuses(&replies), [201, 201, 409, 409, 409, 409]);
    assert_eq!(app.count("action_items").await, 100);
}

#[actix_web::test]
async fn a_key_that_many_use_at_once_creates_one_thing() {
    let app = TestApp::start_with(FLAGS).await;
    let (ana, _) = app.employee_and_manager().await;
    let send = || {
        let request = ana.request("POST", "/v1/plans").header("idempotency-key", "once");
        Reply::of(request.json(&json!({"title": "Mine"})))
    };

    let replies = at_once((0..16).map(|_| send())).await;

    created_once(&app, &ana, replies).await;
    send().await.is(201);
}

#[actix_web::test]
async fn a_key_that_many_use_at_once_creates_one_thing_whichever_replica_they_meet() {
    let app = TestApp::start_with(FLAGS).await;
    let (ana, _) = app.employee_and_manager().await;
    let replica = app.start_replica().await;
    let send = |turn: usize| {
        let app = if turn.is_multiple_of(2) { &app } else { &replica };
        let request = app.request("POST", "/v1/plans").bearer_auth(&ana.token);
        Reply::of(request.header("idempotency-key", "once").json(&json!({"title": "Mine"})))
    };

    let replies = at_once((0..16).map(send)).await;

    created_once(&app, &ana, replies).await;
}

/// One of the requests has created a plan, and the others have its answer, or are told to come again.
async fn created_once(app: &TestApp, ana: &Person, replies: Vec<Reply>) {
    let [plan] = &ana.list("/v1/plans").await[..] else { panic!("one plan") };
    let mut first = 0;
    for reply in replies {
        if reply.status == 409 {
            assert_eq!(reply.header("retry-after"), "1");
            reply.refused(409, "request-in-progress");
        } else {
            first += usize::from(reply.headers.get("idempotency-replayed").is_none());
            assert_eq!(reply.is(201), *plan);
        }
    }
    assert_eq!(first, 1);
    assert_eq!(app.events().await, ["groundwork.plan.created.v1"]);
}

#[actix_web::test]
async fn deleting_and_sharing_at_once_leaves_a_whole_plan_or_none() {
    let app = TestApp::start_with(FLAGS).await;
    let (ana, _) = app.employee_and_manager().await;
    for _ in 0..8 {
        let plan = ana.prepares_a_ready_plan().await;
        let delete: AnyReply = Box::pin(Reply::of(ana.request("DELETE", &path(&plan))));

        let replies = at_once([delete, Box::pin(step(&ana, "share", &plan))]).await;

        let outcome = (replies[0].status, replies[1].status);
        assert!([(204, 404), (409, 200)].contains(&outcome), "{outcome:?}");
        let left = ana.get(&path(&plan)).await.status;
        assert_eq!(left, if outcome.0 == 204 { 404 } else { 200 });
    }
}

#[actix_web::test]
async fn deleting_a_cycle_while_its_plans_are_shared_leaves_no_plan_with_the_id_of_a_deleted_cycle() {
    let app = TestApp::start_with(FLAGS).await;
    let (ana, _) = app.employee_and_manager().await;
    let hr = app.hr_admin();
    for round in 0..12 {
        let (hr, ana) = (hr.with_new_token(), ana.with_new_token());
        let cycle = hr.post("/v1/cycles", a_cycle()).await.is(201);
        let at = format!("/v1/cycles/{}", cycle["id"].as_str().unwrap());
        let (first, second) = (ana.prepares_a_ready_plan().await, ana.prepares_a_ready_plan().await);
        ana.changes(&first, json!({"cycle_id": cycle["id"]})).await;
        let create = json!({"title": "Mine", "cycle_id": cycle["id"]});
        let join = patch(&ana, path(&second), None, json!({"cycle_id": cycle["id"]}));
        let delete: AnyReply = Box::pin(Reply::of(hr.request("DELETE", &at)));
        let mut requests: Vec<AnyReply> = vec![
            delete,
            Box::pin(step(&ana, "share", &first)),
            Box::pin(join),
            Box::pin(post(&ana, "/v1/plans".into(), create)),
        ];
        if round % 2 == 0 {
            requests.reverse();
        }

        let replies = at_once(requests).await;

        for reply in &replies {
            assert!([200, 201, 204, 409, 422].contains(&reply.status), "{reply:#?}");
        }
        let is_there = hr.get(&at).await.status == 200;
        let plans = ana.list("/v1/plans").await;
        let of_cycle = plans.iter().filter(|plan| plan["cycle_id"] == cycle["id"]).count();
        assert!(is_there || of_cycle == 0, "{of_cycle} plans of a deleted cycle: {replies:#?}");
    }
}

#[actix_web::test]
async fn a_cycle_whose_plan_is_being_shared_is_not_deleted() {
    let app = TestApp::start_with(FLAGS).await;
    // SQLite has one writer at a time.
    if app.database().server_url().is_none() {
        return;
    }
    let (ana, _) = app.employee_and_manager().await;
    let hr = app.hr_admin();
    let cycle = hr.post("/v1/cycles", a_cycle()).await.is(201);
    let plan = ana.prepares_a_ready_plan().await;
    ana.changes(&plan, json!({"cycle_id": cycle["id"]})).await;
    // As another replica shares it: the plan's row is locked.
    let other = app.database().connect_once().await;
    let shared = "begin; update plans set status = 'shared', shared_at = created_at, latest_revision = 1";
    other.execute_unprepared(shared).await.unwrap();
    let at = format!("/v1/cycles/{}", cycle["id"].as_str().unwrap());
    let delete = tokio::spawn(Reply::of(hr.request("DELETE", &at)));
    somebody_waits(&app).await;
    other.execute_unprepared("commit").await.unwrap();
    other.close().await.unwrap();

    delete.await.unwrap().refused(409, "conflict");

    assert_eq!(hr.get(&at).await.status, 200);
    assert_eq!(ana.reads(&plan).await["cycle_id"], cycle["id"]);
}

#[actix_web::test]
async fn the_last_place_for_a_cycle_or_a_template_is_not_taken_twice() {
    let app = TestApp::start_with(FLAGS).await;
    // SQLite has one writer at a time.
    if app.database().server_url().is_none() {
        return;
    }
    let hr = app.hr_admin();
    app.employee_and_manager().await;
    let of_cycle =
        "name, prepare_by, share_by, respond_by, discuss_by, status, created_at, updated_at, version";
    let of_template = "audience, title, links, created_at, updated_at, version";
    for (table, at, thing, columns, most) in [
        ("cycles", "/v1/cycles", a_cycle(), of_cycle, 200),
        ("action_templates", "/v1/action-templates", json!({"title": "Read"}), of_template, 500),
    ] {
        hr.post(at, thing.clone()).await.is(201);
        let add = |more: usize| {
            format!(
                "insert into {table} (tenant_id, id, {columns}) \
                 select tenant_id, gen_random_uuid(), {columns} from (select * from {table} limit 1) one, \
                     generate_series(1, {more})"
            )
        };
        app.database().execute(&add(most - 2)).await;
        // As another replica adds the last one.
        let other = app.database().connect_once().await;
        let last = format!("begin; update tenants set name = name; {}", add(1));
        other.execute_unprepared(&last).await.unwrap();
        let late = tokio::spawn(post(&hr, at.into(), thing));
        somebody_waits(&app).await;
        other.execute_unprepared("commit").await.unwrap();
        other.close().await.unwrap();

        late.await.unwrap().refused(409, "conflict");

        assert_eq!(app.count(table).await, most as i64);
    }
}
