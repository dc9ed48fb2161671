//! Lists decide in SQL what a single read decides by the caller's access: the two must agree.

use std::collections::BTreeMap;

use crate::support::{
    Numbers, TestApp, Value, json,
    people::{Person, path},
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
    numbers: Numbers,
}

impl Organisation {
    async fn found(seed: u64) -> Self {
        let app = TestApp::start().await;
        let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15 ^ (seed + 1));
        let mut people: Vec<Person> = Vec::new();
        for number in 0..PEOPLE {
            // Nobody or one of those before: a tree.
            let manager = numbers.below(number + 1);
            let manager = (manager > 0).then(|| people[manager as usize - 1].clone());
            people.push(app.person(&format!("person-{number}"), manager.as_ref()).await);
        }
        Self { app, people, plans: Vec::new(), numbers }
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
        match self.numbers.below(12) {
            0..4 => drop(owner.takes("share", &plan, json!({})).await),
            4 => drop(owner.takes("withdraw", &plan, json!({})).await),
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
}

#[actix_web::test]
async fn a_list_shows_exactly_the_plans_that_the_caller_may_read_and_each_in_the_same_form() {
    let mut listed_in_all = 0;
    for seed in 0..ORGANISATIONS {
        let mut organisation = Organisation::found(seed).await;
        for _ in 0..STEPS {
            organisation.step().await;
        }
        let app = organisation.app.clone();
        let service = app.service("plans:read");
        let person_as_hr = app.bearer(json!({"sub": "person-1", "roles": ["hr_admin"]}));
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
        }
    }
    assert!(listed_in_all > 100, "only {listed_in_all} plans were listed: the organisations do too little");
}
