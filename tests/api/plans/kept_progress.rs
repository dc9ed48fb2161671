//! The progress of a plan is kept beside it: whatever is done, it is that of the plan's action items.

use groundwork::plans::progress::list_differences;

use crate::support::{
    Numbers, Reply, TestApp, Value, at_once, json,
    people::{Person, item_path, path},
    process::check,
};

/// Histories that are tried, each from numbers of its own.
const HISTORIES: u64 = 4;

const STEPS: u64 = 60;

const STATUSES: [&str; 5] = ["not_started", "in_progress", "blocked", "done", "cancelled"];

#[track_caller]
fn id(thing: &Value) -> String {
    thing["id"].as_str().unwrap().to_owned()
}

async fn assert_kept(app: &TestApp, after: &str) {
    let differences = list_differences(&app.state().db, 20).await.unwrap();
    assert_eq!(differences, [], "after {after}");
}

/// Plans of Ana, who reports to Ben.
struct History {
    app: TestApp,
    ana: Person,
    ben: Person,
    plans: Vec<Value>,
    numbers: Numbers,
}

impl History {
    fn one_of(&mut self, things: &[Value]) -> Option<Value> {
        let number = self.numbers.below(things.len().max(1) as u64);
        things.get(number as usize).cloned()
    }

    fn progress(&mut self) -> Value {
        match self.numbers.below(3) {
            0 => json!({"progress_percent": self.numbers.below(101)}),
            1 => json!({"status": STATUSES[self.numbers.below(5) as usize]}),
            _ => json!({"note": "As before"}),
        }
    }

    /// One step. Whether the state allows it does not matter: a refusal changes nothing. Returns what it was.
    async fn step(&mut self) -> &'static str {
        let (ana, ben) = (self.ana.clone(), self.ben.clone());
        if self.plans.is_empty() || self.numbers.below(12) == 0 {
            self.plans.push(ana.prepares_a_ready_plan().await);
            return "a new plan";
        }
        let plans = self.plans.clone();
        let Some(plan) = self.one_of(&plans) else { return "nothing" };
        let listed = ana.get(&format!("{}/action-items", path(&plan))).await;
        let items = listed.body["items"].as_array().cloned().unwrap_or_default();
        let item = self.one_of(&items);
        match (self.numbers.below(16), item) {
            (0..3, _) => {
                let new = json!({"title": "One more", "due_on": "2026-12-01"});
                drop(ana.post(&format!("{}/action-items", path(&plan)), new).await);
                "a new item"
            }
            (3..7, Some(item)) => {
                let progress = self.progress();
                drop(ana.post(&format!("{}/progress", item_path(&item)), progress).await);
                "progress"
            }
            (7, Some(item)) => {
                let due_on = format!("2027-01-{:02}", self.numbers.below(28) + 1);
                let change = json!({"title": "Another", "due_on": due_on});
                drop(ana.patch(&item_path(&item), change).await);
                "a change"
            }
            (8, Some(item)) => {
                drop(ana.delete(&item_path(&item)).await);
                "a deletion"
            }
            (9, _) => {
                // Several rows of one item, too.
                let mut rows = Vec::new();
                for item in items.iter().chain(&items) {
                    let mut row = self.progress();
                    row["action_item_id"] = item["id"].clone();
                    rows.push(row);
                }
                drop(ana.post("/v1/action-items/progress/import", json!({"rows": rows})).await);
                "an import of progress"
            }
            (10, _) => {
                drop(ana.takes("share", &plan, json!({})).await);
                "sharing"
            }
            (11, _) => {
                let step = ["withdraw", "agree", "complete", "archive"][self.numbers.below(4) as usize];
                drop(ana.takes(step, &plan, json!({})).await);
                "a step"
            }
            (12, Some(item)) => {
                let commitment = json!({"title": "Help", "due_on": "2026-12-24"});
                let support =
                    json!({"action_item_id": id(&item), "decision": "agreed", "commitment": commitment});
                let feedback = json!({"summary": "Good", "support": [support]});
                let begun = ben.post(&format!("{}/feedback", path(&plan)), feedback).await;
                if begun.status == 201 {
                    drop(ben.post(&format!("/v1/feedback/{}/submit", id(&begun.body)), json!({})).await);
                }
                "feedback"
            }
            (13, _) => {
                let zone = ["Pacific/Kiritimati", "UTC"][self.numbers.below(2) as usize];
                let csv = format!(
                    "external_id,user_name,display_name,time_zone,manager_external_id\nx-ana,ana,Ana,{zone},x-ben\n"
                );
                let import = self.app.hr_admin().request("POST", "/v1/people/import");
                Reply::of(import.header("content-type", "text/csv").body(csv)).await.is(200);
                "another time zone"
            }
            (14, _) if self.numbers.below(3) == 0 => {
                drop(ana.delete(&path(&plan)).await);
                "a deletion of a plan"
            }
            _ => "nothing",
        }
    }
}

#[actix_web::test]
async fn what_is_kept_is_what_the_items_are_whatever_happens() {
    for seed in 0..HISTORIES {
        let app = TestApp::start().await;
        let (ana, ben) = app.employee_and_manager().await;
        let numbers = Numbers(0x9e37_79b9_7f4a_7c15 ^ (seed + 1));
        let mut history = History { app: app.clone(), ana, ben, plans: Vec::new(), numbers };
        for _ in 0..STEPS {
            let step = history.step().await;
            assert_kept(&app, step).await;
        }
        assert!(app.count("plan_progress").await > 0);
    }
}

#[actix_web::test]
async fn what_is_kept_of_a_private_plan_is_set_aside_with_it() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.prepares_a_ready_plan().await;
    ana.records(&ana.first_item(&plan).await, json!({"progress_percent": 30})).await;
    assert_eq!(ana.reads(&plan).await["progress_percent"], 30);

    let unlink = format!("/v1/people/{}/unlink-identity", ana.id);
    app.hr_admin().post(&unlink, json!({"reason": "A new account"})).await.is(200);

    assert_eq!(app.count("plan_progress").await, 0);
    let link = app.database().texts(match app.database().server_url() {
        Some(_) => "select id::text from identities where unlinked_at is not null",
        None => "select lower(hex(id)) from identities where unlinked_at is not null",
    });
    let link = link.await[0].parse().unwrap();
    let tenant = groundwork::ids::TenantId::of("acme");
    let mut txn = app.state().db.begin(tenant).await.unwrap();
    groundwork::set_aside::restore(&mut txn, link).await.unwrap();
    txn.commit().await.unwrap();
    assert_eq!(app.count("plan_progress").await, 1);
    assert_kept(&app, "giving back").await;
}

#[actix_web::test]
async fn progress_of_one_plan_at_once_is_all_counted() {
    let app = TestApp::start_with(&["--workers=4"]).await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    for number in 0..11 {
        ana.adds(&plan, json!({"title": format!("Number {number}")})).await;
    }
    let items = ana.list(&format!("{}/action-items", path(&plan))).await;
    for percent in [10, 20, 30] {
        let send = |caller: &Person, at: String, body: Value| {
            let caller = caller.clone();
            async move { caller.post(&at, body).await }
        };
        let import = items
            .iter()
            .rev()
            .map(|item| json!({"action_item_id": item["id"], "note": "Both", "progress_percent": percent}));
        let import = json!({"rows": import.collect::<Vec<_>>()});
        let mut requests: Vec<_> = items
            .iter()
            .map(|item| {
                send(&ana, format!("{}/progress", item_path(item)), json!({"progress_percent": percent}))
            })
            .collect();
        requests.push(send(&ana, "/v1/action-items/progress/import".to_owned(), import));
        requests.push(send(&ben, format!("{}/action-items", path(&plan)), json!({"title": "Support"})));
        for reply in at_once(requests).await {
            assert!([200, 201].contains(&reply.status), "{reply:#?}");
        }
        assert_kept(&app, "all at once").await;
    }
    // Twelve items at 30, and three of support at 0.
    assert_eq!(ana.reads(&plan).await["progress_percent"], 24);
}

#[actix_web::test]
async fn check_lists_plans_whose_kept_progress_is_wrong() {
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    assert!(check(&app).0);

    app.database().execute("update plan_progress set done = done + 2, percent = percent - 5").await;

    let (succeeded, text) = check(&app);
    let expected = format!(
        "tenant acme: the progress kept of plan {} differs from its action items: items +0, cancelled +0, \
         in progress +0, blocked +0, done +2, percent -5\n",
        id(&plan)
    );
    assert!(!succeeded && text.contains(&expected), "{text}");
}
