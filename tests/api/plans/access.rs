//! Lists decide in SQL what a single read decides by the caller's access: the two must agree.

use std::collections::BTreeMap;

use chrono::Duration;

use crate::support::{
    Numbers, TestApp, Value, json,
    people::{Person, item_path, path},
};

/// Organisations that are tried, each from numbers of its own.
const ORGANISATIONS: u64 = 6;

const PEOPLE: u64 = 6;

/// Steps that the people of an organisation take.
const STEPS: u64 = 60;

struct Organisation {
    app: TestApp,
    people: Vec<Person>,
    /// The plans that were begun, each with its owner.
    plans: Vec<(usize, Value)>,
    /// The revision up to which each plan was withdrawn, by its path.
    closed: BTreeMap<String, i64>,
    /// The feedback that was begun: its path, its author and its plan's path.
    feedback: Vec<(String, usize, String)>,
    /// How many relations were set.
    relations: usize,
    numbers: Numbers,
}

/// Is in the note of progress that is recorded while its plan is a draft.
const OF_DRAFT: &str = "recorded in the draft";

impl Organisation {
    async fn found(seed: u64) -> Self {
        let app = TestApp::start().await;
        let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15 ^ (seed + 1));
        let mut people: Vec<Person> = Vec::new();
        for number in 0..PEOPLE {
            // No one or one of those before: a tree.
            let manager = numbers.below(number + 1);
            let manager = (manager > 0).then(|| people[manager as usize - 1].clone());
            people.push(app.person(&format!("person-{number}"), manager.as_ref()).await);
        }
        let (plans, closed, feedback) = (Vec::new(), BTreeMap::new(), Vec::new());
        Self { app, people, plans, closed, feedback, relations: 0, numbers }
    }

    fn someone(&mut self) -> usize {
        self.numbers.below(PEOPLE) as usize
    }

    /// One step by someone. Whether the state allows it does not matter: a refusal changes nothing.
    async fn step(&mut self) {
        let actor = self.someone();
        if self.plans.is_empty() || self.numbers.below(5) == 0 {
            let plan = self.people[actor].prepares_a_ready_plan().await;
            return self.plans.push((actor, plan));
        }
        let chosen = self.numbers.below(self.plans.len() as u64) as usize;
        let (owner, plan) = self.plans[chosen].clone();
        let owner = &self.people[owner];
        match self.numbers.below(17) {
            0..4 => drop(owner.takes("share", &plan, json!({})).await),
            4 => {
                let reply = owner.takes("withdraw", &plan, json!({})).await;
                if reply.status == 200 {
                    let latest = reply.body["latest_revision"].as_i64().unwrap();
                    self.closed.insert(path(&plan), latest);
                }
            }
            12 => {
                for (author, person) in self.people.iter().enumerate() {
                    let begun =
                        person.post(&format!("{}/feedback", path(&plan)), json!({"summary": "Good"})).await;
                    if begun.status == 201 {
                        let at = format!("/v1/feedback/{}", begun.body["id"].as_str().unwrap());
                        if author % 3 > 0 {
                            person.post(&format!("{at}/submit"), json!({})).await.is(200);
                        }
                        self.feedback.push((at, author, path(&plan)));
                    }
                }
            }
            13 => {
                let item = owner.first_item(&plan).await;
                let draft = owner.reads(&plan).await["status"] == "draft";
                let note = if draft { OF_DRAFT } else { "recorded for all" };
                drop(owner.post(&format!("{}/progress", item_path(&item)), json!({"note": note})).await);
            }
            14 => {
                let change = json!({"earlier_revisions_visible_from": self.numbers.below(4) + 1});
                drop(owner.patch(&path(&plan), change).await);
            }
            15 | 16 => self.relate(actor).await,
            5 => drop(owner.patch(&path(&plan), json!({"title": "Not shared yet"})).await),
            6 => {
                drop(owner.takes("agree", &plan, json!({})).await);
                for person in &self.people {
                    drop(person.takes("agree", &plan, json!({})).await);
                }
            }
            7 => drop(owner.takes("complete", &plan, json!({"reflection": "Learnt much"})).await),
            8 => drop(owner.takes("archive", &plan, json!({})).await),
            9 => {
                // A new manager, or an old one again; never someone below, so that the tree stays one.
                let (person, manager) = (&self.people[actor], &self.people[actor / 2]);
                if actor > 0 {
                    self.app.moves(person, manager).await;
                }
            }
            _ => {
                let sections = [json!(["basic"]), json!(["deeper", "planning"])][actor % 2].clone();
                let request = json!({"reviewer_id": self.people[actor].id, "sections": sections});
                drop(owner.post(&format!("{}/feedback-requests", path(&plan)), request).await);
            }
        }
    }

    /// Sets relations of a person with some others, with periods that have ended, are in force or begin later.
    async fn relate(&mut self, person: usize) {
        let now = self.app.clock().now();
        let mut items = Vec::new();
        for other in (0..self.people.len()).filter(|other| *other != person) {
            let kind =
                ["acting", "matrix", "hr_partner", "delegate"].get(self.numbers.below(8) as usize).copied();
            let days = |numbers: &mut Numbers| Duration::days(numbers.below(5) as i64 - 2);
            let (starts_at, ends_at) = (now + days(&mut self.numbers), now + days(&mut self.numbers));
            if let Some(kind) = kind.filter(|_| starts_at < ends_at) {
                let id = &self.people[other].id;
                items
                    .push(json!({"kind": kind, "person_id": id, "starts_at": starts_at, "ends_at": ends_at}));
            }
        }
        let path = format!("/v1/people/{}/relations", self.people[person].id);
        let set = self.app.hr_admin().put(&path, json!({"items": items})).await;
        // A circle of acting managers is refused.
        assert!([200, 422].contains(&set.status), "{set:#?}");
        self.relations += usize::from(set.status == 200) * items.len();
    }
}

impl Organisation {
    /// Checks that a caller reads the same action items by the list as one by one. Returns how many.
    async fn check_items(&self, caller: &Person) -> usize {
        let listed = caller.list("/v1/action-items").await;
        let listed: BTreeMap<String, Value> =
            listed.into_iter().map(|item| (item_path(&item), item)).collect();
        let mut read = BTreeMap::new();
        for (owner, plan) in &self.plans {
            for item in self.people[*owner].list(&format!("{}/action-items", path(plan))).await {
                let reply = caller.get(&item_path(&item)).await;
                assert!([200, 404].contains(&reply.status), "{reply:#?}");
                if reply.status == 200 {
                    read.insert(item_path(&item), reply.body);
                }
            }
        }
        assert_eq!(listed, read);
        read.len()
    }

    /// Checks that a caller reads of each plan the same revisions, feedback and progress by the list as one by one, and
    /// nothing that speaks of what was withdrawn. `read` are the plans that the caller may read. Returns how many
    /// revisions were listed.
    async fn check_revisions(&self, caller: &Person, read: &BTreeMap<String, Value>) -> usize {
        let mut listed_in_all = 0;
        for (owner, plan) in &self.plans {
            let at = path(plan);
            let is_owner = caller.id == self.people[*owner].id;
            let closed = self.closed.get(&at).copied().unwrap_or(0);
            let latest = self.people[*owner].reads(plan).await["latest_revision"].as_i64().unwrap_or(0);
            let mut readable = Vec::new();
            for number in 1..=latest {
                let reply = caller.get(&format!("{at}/revisions/{number}")).await;
                assert!([200, 404].contains(&reply.status), "{reply:#?}");
                if reply.status == 200 {
                    assert!(is_owner || number > closed, "revision {number} of {at} was withdrawn");
                    readable.push(reply.body);
                }
                if closed > 0 && !is_owner && number == latest {
                    let changes =
                        caller.get(&format!("{at}/revisions/{number}/changes?since={closed}")).await;
                    assert_eq!(changes.status, 404, "{changes:#?}");
                }
            }
            let listed = caller.get(&format!("{at}/revisions?limit=100")).await;
            assert_eq!(listed.status == 200, read.contains_key(&at));
            if listed.status == 200 {
                assert_eq!(listed.body["items"], json!(readable));
            }
            listed_in_all += readable.len();

            let listed = caller.get(&format!("{at}/feedback?limit=100")).await;
            for (feedback, author, _) in self.feedback.iter().filter(|(_, _, of)| *of == at) {
                let reply = caller.get(feedback).await;
                let is_author = caller.id == self.people[*author].id;
                if reply.status == 200 {
                    let revision = reply.body["revision"].as_i64().unwrap();
                    assert!(is_author || is_owner || revision > closed, "{:#}", reply.body);
                }
                assert_eq!(is_author, is_author && reply.status == 200);
                if listed.status == 200 {
                    let is_listed = listed.body["items"].as_array().unwrap().contains(&reply.body);
                    assert_eq!(is_listed, reply.status == 200, "{feedback}");
                }
            }

            let item = self.people[*owner].first_item(plan).await;
            let progress = caller.get(&format!("{}/progress", item_path(&item))).await;
            assert!(is_owner || !progress.body.to_string().contains(OF_DRAFT), "{:#}", progress.body);
        }
        listed_in_all
    }
}

#[actix_web::test]
async fn a_list_shows_exactly_the_plans_that_the_caller_may_read_and_each_in_the_same_form() {
    let (mut listed_in_all, mut revisions_in_all, mut items_in_all, mut relations_in_all) = (0, 0, 0, 0);
    for seed in 0..ORGANISATIONS {
        let mut organisation = Organisation::found(seed).await;
        for _ in 0..STEPS {
            organisation.step().await;
        }
        let app = organisation.app.clone();
        let service = app.service("plans:read");
        let person_as_hr = app.bearer(json!({"sub": "person-1", "roles": ["hr_admin"]}));
        let person_as_hr = Person { id: organisation.people[1].id.clone(), ..person_as_hr };
        let mut callers = organisation.people.clone();
        callers.extend([app.hr_admin(), service, person_as_hr]);
        for (number, caller) in callers.iter().enumerate() {
            let listed = caller.list("/v1/plans").await;
            let listed: BTreeMap<String, Value> =
                listed.into_iter().map(|plan| (path(&plan), plan)).collect();
            let mut read = BTreeMap::new();
            for (_, plan) in &organisation.plans {
                let reply = caller.get(&path(plan)).await;
                assert!([200, 404].contains(&reply.status), "{reply:#?}");
                if reply.status == 200 {
                    read.insert(path(plan), reply.is(200));
                }
            }
            assert_eq!(listed, read, "organisation {seed}, caller {number}");
            listed_in_all += listed.len();
            for sort in ["updated_at", "-updated_at"] {
                let sorted = caller.list(&format!("/v1/plans?sort={sort}")).await;
                let sorted: Vec<_> = sorted.into_iter().map(|plan| path(&plan)).collect();
                assert_eq!(sorted.len(), read.len(), "organisation {seed}, caller {number}: {sort}");
                assert!(sorted.iter().all(|plan| read.contains_key(plan)));
            }
            revisions_in_all += organisation.check_revisions(caller, &read).await;
            items_in_all += organisation.check_items(caller).await;
        }
        relations_in_all += organisation.relations;
    }
    assert!(revisions_in_all > 100, "only {revisions_in_all} revisions were listed");
    assert!(items_in_all > 100, "only {items_in_all} action items were listed");
    assert!(relations_in_all > 20, "only {relations_in_all} relations were set");
    assert!(listed_in_all > 100, "only {listed_in_all} plans were listed: the organisations do too little");
}
