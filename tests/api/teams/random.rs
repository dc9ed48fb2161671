//! Random organisations: under every filter and in every order the rows are those of the whole list that it names, the
//! totals are theirs, pages have each once, and the history is what the updates of the items say.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Duration, NaiveDate, Utc};

use super::{TestApp, Value, json, team_path};
use crate::support::{
    Numbers,
    people::{Person, item_path, path},
};

/// Organisations that are tried, each from numbers of its own.
const ORGANISATIONS: u64 = 3;

const PEOPLE: u64 = 9;

const STEPS: u64 = 70;

const SORTS: [&str; 11] = [
    "",
    "&sort=name",
    "&sort=-name",
    "&sort=progress",
    "&sort=-progress",
    "&sort=overdue",
    "&sort=-overdue",
    "&sort=last_progress",
    "&sort=-last_progress",
    "&sort=next_due",
    "&sort=-next_due",
];

struct Organisation {
    app: TestApp,
    people: Vec<Person>,
    plans: Vec<(usize, Value)>,
    completed_at: BTreeMap<String, DateTime<Utc>>,
    /// The person whose acting manager the first person is.
    acted: Option<String>,
    numbers: Numbers,
}

impl Organisation {
    async fn found(seed: u64) -> Self {
        let app = TestApp::start().await;
        let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15 ^ (seed + 11));
        let mut people: Vec<Person> = Vec::new();
        for number in 0..PEOPLE {
            let manager = (number > 0).then(|| people[(numbers.below(number) / 2) as usize].clone());
            people.push(app.person(&format!("p{number}"), manager.as_ref()).await);
        }
        let rows: Vec<Value> = (0..PEOPLE)
            .map(|number| {
                let department = ["Data", "Sales"][number as usize % 2];
                json!({"external_id": format!("x-p{number}"), "department": department})
            })
            .collect();
        app.hr_admin().post("/v1/people/import", json!({"rows": rows})).await.is(200);
        // The first manager above is also below: a circle.
        if seed % 2 == 1 {
            app.moves(&people[0], &people[PEOPLE as usize - 1]).await;
        }
        let (plans, completed_at) = (Vec::new(), BTreeMap::new());
        let mut organisation = Self { app, people, plans, completed_at, acted: None, numbers };
        for _ in 0..STEPS {
            organisation.step().await;
        }
        organisation.relate().await;
        organisation
    }

    /// Makes the first person acting manager of the last.
    async fn relate(&mut self) {
        let last = &self.people[PEOPLE as usize - 1];
        let relation = json!({"kind": "acting", "person_id": self.people[0].id,
            "starts_at": "2026-01-01T00:00:00Z", "ends_at": null});
        let relations = format!("/v1/people/{}/relations", last.id);
        let set = self.app.hr_admin().put(&relations, json!({"items": [relation]})).await;
        self.acted = (set.status == 200).then(|| last.id.clone());
    }

    async fn step(&mut self) {
        if self.numbers.below(3) == 0 {
            let hours = self.numbers.below(24 * 20) as i64;
            self.app.clock().advance(Duration::hours(hours));
            self.people = self.people.iter().map(Person::with_new_token).collect();
        }
        let someone = self.numbers.below(PEOPLE) as usize;
        if self.plans.is_empty() || self.numbers.below(6) == 0 {
            let plan = self.people[someone].prepares_a_ready_plan().await;
            return self.plans.push((someone, plan));
        }
        let chosen = self.numbers.below(self.plans.len() as u64) as usize;
        let (owner, plan) = self.plans[chosen].clone();
        let owner = self.people[owner].clone();
        match self.numbers.below(15) {
            0..4 => drop(owner.takes("share", &plan, json!({})).await),
            4 => drop(owner.takes("withdraw", &plan, json!({})).await),
            5 => {
                for person in &self.people {
                    drop(person.takes("agree", &plan, json!({})).await);
                }
            }
            6 => {
                let completed = owner.takes("complete", &plan, json!({"reflection": "Learnt much"})).await;
                if completed.status == 200 {
                    self.completed_at.insert(path(&plan), self.app.clock().now());
                }
            }
            7 if self.numbers.below(3) == 0 => drop(owner.takes("archive", &plan, json!({})).await),
            8 | 9 => {
                let due_on = self.app.clock().now().date_naive() + chrono::Days::new(self.numbers.below(60));
                let due_on = (self.numbers.below(4) > 0).then_some(due_on);
                let item = json!({"title": "One more", "due_on": due_on});
                drop(owner.post(&format!("{}/action-items", path(&plan)), item).await);
            }
            _ => {
                let items = owner.list(&format!("{}/action-items", path(&plan))).await;
                let item = &items[self.numbers.below(items.len() as u64) as usize];
                let progress = match self.numbers.below(5) {
                    0 => json!({"status": "blocked", "progress_percent": 30}),
                    1 => json!({"status": "done"}),
                    2 => json!({"status": "cancelled"}),
                    _ => json!({"progress_percent": self.numbers.below(100)}),
                };
                drop(owner.post(&format!("{}/progress", item_path(item)), progress).await);
            }
        }
    }

    /// When each plan was shared, by its id.
    async fn shared_at(&self) -> BTreeMap<String, DateTime<Utc>> {
        let mut found = BTreeMap::new();
        for (owner, plan) in &self.plans {
            let plan = self.people[*owner].reads(plan).await;
            if let Some(at) = plan["shared_at"].as_str() {
                found.insert(plan["id"].as_str().unwrap().to_owned(), at.parse().unwrap());
            }
        }
        found
    }
}

fn number(row: &Value, at: &str) -> i64 {
    row.pointer(at).unwrap().as_i64().unwrap()
}

/// The totals of some rows. The mean of rounded means is off by one at most.
fn assert_totals(totals: &Value, rows: &[&Value], what: &str) {
    let people = |is_counted: &dyn Fn(&str) -> bool| {
        let counted = rows.iter().filter(|row| is_counted(row["plan_status"].as_str().unwrap_or("none")));
        counted.map(|row| row["person"]["id"].as_str().unwrap()).collect::<BTreeSet<_>>().len()
    };
    assert_eq!(totals["people"], people(&|_| true), "{what}");
    assert_eq!(totals["with_plan"], people(&|status| status != "none"), "{what}");
    assert_eq!(totals["shared"], people(&|status| !["none", "draft"].contains(&status)), "{what}");
    assert_eq!(totals["agreed"], people(&|status| ["agreed", "completed"].contains(&status)), "{what}");
    for name in ["total", "done", "in_progress", "blocked", "overdue"] {
        let at = format!("/action_items/{name}");
        let sum: i64 = rows.iter().map(|row| number(row, &at)).sum();
        assert_eq!(number(totals, &at), sum, "{what}: {name}");
    }
    let weighted: i64 =
        rows.iter().map(|row| number(row, "/progress_percent") * number(row, "/action_items/total")).sum();
    let items = number(totals, "/action_items/total").max(1);
    assert!((number(totals, "/progress_percent") * items - weighted).abs() <= items, "{what}");
}

/// The value that a list is sorted by.
fn sort_key(row: &Value, sort: &str) -> Option<String> {
    let text = |value: &Value| value.as_str().map(str::to_owned);
    match sort.trim_start_matches("&sort=").trim_start_matches('-') {
        "name" => text(&row["person"]["display_name"]),
        "progress" => Some(format!("{:09}", number(row, "/progress_percent"))),
        "overdue" => Some(format!("{:09}", number(row, "/action_items/overdue"))),
        "last_progress" => text(&row["last_progress_at"]),
        "next_due" => text(&row["next_due_on"]),
        _ => text(&row["person"]["id"]),
    }
}

/// What every reader of a row sees alike.
fn figures(row: &Value) -> Value {
    let names = ["person", "plan_status", "progress_percent", "action_items", "last_progress_at"];
    names.map(|name| row[name].clone()).into()
}

/// Reads a list three rows at a time. Every page has the same totals.
async fn pages(caller: &Person, list: &str) -> (Vec<Value>, Value) {
    let (mut rows, mut totals, mut cursor) = (Vec::new(), None, String::new());
    loop {
        let page = caller.get(&format!("{list}&limit=3{cursor}")).await.is(200);
        assert_eq!(totals.get_or_insert_with(|| page["totals"].clone()), &page["totals"], "{list}");
        rows.extend(page["items"].as_array().unwrap().clone());
        match page["next_cursor"].as_str() {
            Some(next) => cursor = format!("&cursor={next}"),
            None => return (rows, totals.unwrap()),
        }
    }
}

type Filter<'a> = (String, Box<dyn Fn(&Value) -> bool + 'a>);

impl Organisation {
    /// Filters, and the rows, as HR reads them, that each leaves.
    fn filters<'a>(
        &'a self,
        caller: &'a Person,
        shared_at: &'a BTreeMap<String, DateTime<Utc>>,
    ) -> Vec<Filter<'a>> {
        let now = self.app.clock().now();
        let status = |wanted: &'static str| -> Filter<'a> {
            let is = move |row: &Value| row["plan_status"].as_str().unwrap_or("none") == wanted;
            (format!("&status={wanted}"), Box::new(is))
        };
        let is_live = |row: &Value| row["plan_status"] == "shared" || row["plan_status"] == "agreed";
        let silent = |days: i64| -> Filter<'a> {
            let is = move |row: &Value| {
                let shared = row["plan_id"].as_str().map(|plan| shared_at[plan]);
                let last = row["last_progress_at"].as_str().map(|at| at.parse::<DateTime<Utc>>().unwrap());
                let before = |at: Option<DateTime<Utc>>| at.is_none_or(|at| at <= now - Duration::days(days));
                is_live(row) && before(shared) && before(last)
            };
            (format!("&silent_days={days}"), Box::new(is))
        };
        let awaits = move |row: &Value| {
            let step = |name: &str| row["awaiting"].as_array().unwrap().contains(&json!(name));
            let is_acting = caller.id == self.people[0].id && row["person"]["id"] == json!(self.acted);
            (row["manager_id"] == caller.id || is_acting) && (step("feedback") || step("manager_agreement"))
        };
        let late = |row: &Value| number(row, "/action_items/overdue") > 0;
        let blocked = |row: &Value| number(row, "/action_items/blocked") > 0;
        vec![
            (String::new(), Box::new(|_| true)),
            status("none"),
            status("draft"),
            status("shared"),
            status("agreed"),
            status("completed"),
            silent(5),
            silent(30),
            ("&department=Data".into(), Box::new(|row| row["department"] == "Data")),
            ("&late=true".into(), Box::new(late)),
            ("&late=false".into(), Box::new(move |row| !late(row))),
            ("&blocked=true".into(), Box::new(blocked)),
            ("&blocked=false&late=true".into(), Box::new(move |row| !blocked(row) && late(row))),
            ("&awaiting_me=true".into(), Box::new(awaits)),
            (
                "&awaiting_me=false&department=Sales".into(),
                Box::new(move |row| !awaits(row) && row["department"] == "Sales"),
            ),
        ]
    }

    /// Checks every filter of one team in some orders. Returns how many rows were listed.
    async fn check_team(&mut self, manager: usize, scope: &str) -> usize {
        let manager = self.people[manager].clone();
        let hr = self.app.hr_admin();
        let shared_at = self.shared_at().await;
        let list = format!("{}?scope={scope}", team_path(&manager));
        let whole = hr.list(&list).await;
        let (mut listed, mut turn) = (0, self.numbers.below(11) as usize);
        for (filter, is_left) in self.filters(&manager, &shared_at) {
            let left: Vec<&Value> = whole.iter().filter(|row| is_left(row)).collect();
            let mut expected: Vec<String> = left.iter().map(|row| figures(row).to_string()).collect();
            expected.sort();
            for _ in 0..3 {
                turn = (turn + 4) % SORTS.len();
                let sort = SORTS[turn];
                let what = format!("{list}{filter}{sort}");
                let (rows, totals) = pages(&manager, &what).await;
                let mut found: Vec<String> = rows.iter().map(|row| figures(row).to_string()).collect();
                found.sort();
                assert_eq!(found, expected, "{what}");
                assert_totals(&totals, &left, &what);
                assert_eq!(rows, manager.list(&what).await, "{what}");
                let keys: Vec<_> = rows.iter().map(|row| sort_key(row, sort)).collect();
                for pair in keys.windows(2) {
                    let in_order = match (&pair[0], &pair[1]) {
                        (Some(one), Some(other)) if sort.contains("=-") => one >= other,
                        (Some(one), Some(other)) => one <= other,
                        (one, other) => one.is_some() || other.is_none(),
                    };
                    assert!(in_order, "{what}: {keys:?}");
                }
                listed += rows.len();
            }
        }
        self.check_history(&manager, scope, &whole, &shared_at).await;
        listed
    }

    /// Checks a history against the updates of the items, as their owners read them.
    async fn check_history(
        &self,
        manager: &Person,
        scope: &str,
        rows: &[Value],
        shared_at: &BTreeMap<String, DateTime<Utc>>,
    ) {
        let now = self.app.clock().now();
        let query = format!("{}/history?scope={scope}&from=2026-02-23&to=9999-12-31", team_path(manager));
        let history = manager.get(&query).await.is(200);
        let mut items = Vec::new();
        for row in rows.iter().filter(|row| row["plan_id"].is_string()) {
            let (owner, plan) = self.plans.iter().find(|(_, plan)| plan["id"] == row["plan_id"]).unwrap();
            let owner = &self.people[*owner];
            for item in owner.list(&format!("{}/action-items", path(plan))).await {
                let updates = owner.list(&format!("{}/progress", item_path(&item))).await;
                items.push((path(plan), row["plan_status"].clone(), item, updates));
            }
        }
        let at = |value: &Value| value.as_str().unwrap().parse::<DateTime<Utc>>().unwrap();
        for shown in history["items"].as_array().unwrap() {
            let last: NaiveDate = shown["to"].as_str().unwrap().parse().unwrap();
            let end = (last.succ_opt().unwrap().and_time(chrono::NaiveTime::MIN).and_utc()).min(now);
            let (mut total, mut planned, mut done, mut overdue, mut percent) = (0, 0, 0, 0, 0);
            for (plan, status, item, updates) in &items {
                let shared = shared_at[plan.rsplit('/').next().unwrap()];
                let latest = updates.iter().rfind(|update| at(&update["recorded_at"]) <= end);
                let state = latest.map_or("not_started", |update| update["status"].as_str().unwrap());
                if shared > end || at(&item["created_at"]) > end || state == "cancelled" {
                    continue;
                }
                let due = item["due_on"].as_str().map(|day| day.parse::<NaiveDate>().unwrap());
                let is_due = due.is_some_and(|day| {
                    day.succ_opt().unwrap().and_time(chrono::NaiveTime::MIN).and_utc() <= end
                });
                let is_over = status == "completed" && self.completed_at[plan] <= end;
                total += 1;
                planned += i64::from(is_due);
                done += i64::from(state == "done");
                overdue += i64::from(is_due && state != "done" && !is_over);
                percent += latest.map_or(0, |update| update["progress_percent"].as_i64().unwrap());
            }
            let mean = if total == 0 { 0 } else { (2 * percent + total) / (2 * total) };
            let names = ["total", "planned", "done", "overdue", "progress_percent"];
            let numbers = names.map(|name| shown[name].as_i64().unwrap());
            assert_eq!(numbers, [total, planned, done, overdue, mean], "{query}: {shown:#}");
        }
        let totals =
            manager.get(&format!("{}?scope={scope}", team_path(manager))).await.is(200)["totals"].clone();
        let latest = history["items"].as_array().unwrap().last().unwrap();
        for name in ["total", "done", "overdue"] {
            assert_eq!(latest[name], totals["action_items"][name], "{query}");
        }
        assert_eq!(latest["progress_percent"], totals["progress_percent"], "{query}");
    }
}

#[actix_web::test]
async fn totals_rows_pages_and_history_agree_under_every_filter_and_order() {
    let mut listed = 0;
    for seed in 0..ORGANISATIONS {
        let mut organisation = Organisation::found(seed).await;
        for manager in 0..3 {
            for scope in ["reports", "subtree"] {
                listed += organisation.check_team(manager, scope).await;
            }
        }
    }
    assert!(listed > 500, "only {listed} rows were listed: the organisations do too little");
}
