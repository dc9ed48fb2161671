//! Someone in HR wants to know of one draft whether it is ready: subtracts, filters, moves people about, makes more
//! cycles and waits. Everything happens in two worlds that differ in this draft and in that of a colleague, one of
//! which is ready. What the attacker is told must be the same in both, or it would tell them apart.

use std::collections::BTreeMap;

use super::{
    attacker::Attacker,
    coverage::{day_passes, row},
    cycle_of, cycle_path, department, drafts,
};
use crate::support::{TestApp, json, people::Person};

const PLATFORM: [&str; 12] = ["a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10", "a11"];
const DEPARTMENTS: [&str; 4] = ["Platform", "Design", "Alone", "Chosen"];
const DESIGN: [&str; 6] = ["d0", "d1", "d2", "d3", "d4", "d5"];

/// A company under attack.
struct World {
    attacker: Attacker,
    platform: Vec<Person>,
}

impl World {
    /// Of the first `count` people of Platform, who have drafts, these are ready.
    async fn new(count: usize, ready: &[usize]) -> Self {
        let app = TestApp::start().await;
        let hr = app.hr_admin();
        let platform = department(&app, "Platform", &PLATFORM).await;
        let design = department(&app, "Design", &DESIGN).await;
        let cycle = cycle_of(&hr, json!({"departments": DEPARTMENTS})).await;
        for (number, person) in platform[..count].iter().enumerate() {
            drafts(person, &cycle, ready.contains(&number)).await;
        }
        for (number, person) in design[..5].iter().enumerate() {
            drafts(person, &cycle, number < 2).await;
        }
        let attacker = Attacker { app, hr, cycle, list: "coverage", told: Vec::new() };
        Self { attacker, platform }
    }

    fn victim(&self) -> &Person {
        &self.platform[0]
    }

    fn ids<'a>(&self, people: impl IntoIterator<Item = &'a Person>) -> Vec<String> {
        people.into_iter().map(|person| person.id.clone()).collect()
    }

    async fn execute(&self, sql: &str) {
        self.attacker.app.database().execute(sql).await;
    }

    /// All that someone with the rights of HR can do about the draft of the victim.
    async fn attack(&mut self) {
        let all = json!({"departments": DEPARTMENTS, "person_ids": []});
        self.attacker.waits().await;
        // Filters. There are no totals to subtract from.
        let cycle = self.attacker.cycle.clone();
        for query in ["?department=Platform", "?limit=1", "?person_id=", "?status=draft"] {
            self.attacker.asks(&cycle, query).await;
        }
        // Everyone but the victim, and back again.
        let others = self.ids(&self.platform[1..]);
        self.attacker.sets(json!({"departments": ["Design"], "person_ids": others})).await;
        self.attacker.waits().await;
        self.attacker.sets(all.clone()).await;
        self.attacker.waits().await;
        // The victim and four accomplices whose drafts the attacker knows.
        let few = self.ids([0, 5, 6, 7, 8].map(|number| &self.platform[number]));
        self.attacker.sets(json!({"departments": ["Design"], "person_ids": few})).await;
        self.attacker.waits().await;
        self.attacker.sets(all.clone()).await;
        self.attacker.waits().await;
        // Another department: alone, then among the people of a department that is known.
        for department in ["Alone", "Design", "Platform"] {
            self.execute(&format!("update people set department = '{department}' where user_name = 'a0'"))
                .await;
            self.attacker.waits().await;
        }
        // A new department for the victim and those who are known.
        for department in ["Chosen", "Platform"] {
            self.execute(&format!(
                "update people set department = '{department}' where user_name in ('a0', 'a5', 'a6', 'a7', 'a8')"
            ))
            .await;
            self.attacker.waits().await;
        }
        // The victim leaves and comes back.
        for active in ["false", "true"] {
            self.execute(&format!("update people set active = {active} where user_name = 'a0'")).await;
            self.attacker.waits().await;
        }
        // More cycles, of everyone but the victim and of the victim with those who are known.
        let mut made = Vec::new();
        for people in [others, few] {
            let cycle = cycle_of(&self.attacker.hr, json!({"person_ids": people})).await;
            self.attacker.asks(&cycle, "").await;
            made.push(cycle);
        }
        made.push(cycle_of(&self.attacker.hr, json!({"departments": ["Platform"]})).await);
        // An accomplice begins a draft, which is ready, and takes part by name as well.
        drafts(&self.platform[9], &self.attacker.cycle, true).await;
        let accomplice = json!({"person_ids": [self.platform[9].id]});
        let add = format!("{}/participants", cycle_path(&self.attacker.cycle));
        self.attacker.hr.with_new_token().post(&add, accomplice).await.is(200);
        self.attacker.waits().await;
        // The accomplices move their drafts to a cycle of their own, and back.
        for to in [&made[2], &cycle] {
            for number in [5, 6, 7, 8, 9] {
                let owner = self.platform[number].with_new_token();
                let plan = owner.list("/v1/plans").await[0].clone();
                owner.changes(&plan, json!({"cycle_id": to["id"]})).await;
            }
            self.attacker.waits().await;
            for cycle in &made {
                self.attacker.asks(cycle, "").await;
            }
        }
        for cycle in made {
            self.attacker.hr.with_new_token().delete(&cycle_path(&cycle)).await.is(204);
        }
        // A month of waiting.
        for _ in 0..30 {
            day_passes(&self.attacker.app);
            self.attacker.asks(&cycle, "").await;
        }
        // The victim's draft is set aside with the identity.
        let unlink = format!("/v1/people/{}/unlink-identity", self.victim().id);
        let reason = json!({"reason": "A new account"});
        self.attacker.hr.with_new_token().post(&unlink, reason).await.is(200);
        self.attacker.waits().await;
    }

    /// The numbers of a department that were told, as often as they were.
    fn numbers(&self, department: &str) -> BTreeMap<String, usize> {
        let mut numbers = BTreeMap::new();
        let rows = self.attacker.told.iter().filter_map(|told| told["items"].as_array()).flatten();
        for row in rows.filter(|row| row["department"] == department) {
            *numbers.entry(row["prepared"].to_string()).or_default() += 1;
        }
        numbers
    }
}

#[actix_web::test]
async fn nothing_that_hr_can_do_tells_whether_one_draft_is_ready() {
    // Four of nine are ready: the victim in one world, a colleague in the other.
    let (mut one, mut other) = (World::new(9, &[0, 2, 3, 4]).await, World::new(9, &[1, 2, 3, 4]).await);
    one.attack().await;
    other.attack().await;

    for (position, (one, other)) in one.attacker.told.iter().zip(&other.attacker.told).enumerate() {
        assert_eq!(one, other, "answer {position}");
    }
    assert_eq!(one.attacker.told.len(), other.attacker.told.len());
    // There was something to attack.
    let numbers = one.numbers("Platform");
    assert!(numbers["4"] > 10, "{numbers:?}");
    assert_eq!(one.numbers("Alone").keys().collect::<Vec<_>>(), ["null"]);
    let answers = one.attacker.told.iter().filter(|told| told["items"].is_array());
    assert!(
        answers.into_iter().all(|told| told.as_object().unwrap().len() == 1),
        "there is more than the rows"
    );
}

#[actix_web::test]
async fn the_number_does_change_with_the_drafts() {
    let (one, other) = (World::new(9, &[0, 2, 3, 4]).await, World::new(9, &[2, 3, 4]).await);
    assert_eq!(row(&one.attacker.hr, &one.attacker.cycle, "Platform").await["prepared"], 4);
    assert_eq!(row(&other.attacker.hr, &other.attacker.cycle, "Platform").await["prepared"], 3);
    assert_eq!(row(&one.attacker.hr, &one.attacker.cycle, "Design").await["prepared"], 2);
}

#[actix_web::test]
async fn a_group_that_splits_tells_nothing_of_one_person_either() {
    // The victim goes with four others: the colleague whose draft differs is among them, or stays with the victim's.
    for colleague in [1, 6] {
        let stays: Vec<usize> = if colleague == 1 { vec![0, 1, 2, 3, 4] } else { vec![0, 6, 7, 8, 9] };
        let mut told = Vec::new();
        for ready in [0, colleague] {
            let mut world = World::new(10, &[ready, 2, 3, 7]).await;
            world.attacker.waits().await;
            let people = world.ids(stays.iter().map(|number| &world.platform[*number]));
            world.attacker.sets(json!({"departments": ["Design"], "person_ids": people})).await;
            world.attacker.waits().await;
            world.attacker.sets(json!({"departments": ["Platform", "Design"], "person_ids": []})).await;
            world.attacker.waits().await;
            told.push(world.attacker.told);
        }
        assert_eq!(told[0], told[1], "{colleague}");
    }
}

#[actix_web::test]
async fn a_cycle_by_list_that_resembles_an_earlier_one_tells_no_number() {
    let world = World::new(0, &[]).await;
    let people = world.ids(&world.platform);
    for (list, prepared) in [
        (people.clone(), Some(0)),
        (people[1..].to_vec(), None),
        (people[4..].to_vec(), None),
        (people[5..].to_vec(), None),
        (people[..6].to_vec(), Some(0)),
        // The first ones again, which are not those of the second.
        (people.clone(), None),
    ] {
        let cycle = cycle_of(&world.attacker.hr, json!({"person_ids": list})).await;
        let row = row(&world.attacker.hr, &cycle, "Platform").await;
        assert_eq!(row["prepared"], json!(prepared), "{list:?}");
        assert_eq!(row["withheld"], json!(prepared.is_none()), "{list:?}");
    }
    let departments = cycle_of(&world.attacker.hr, json!({"departments": ["Platform"]})).await;
    assert_eq!(row(&world.attacker.hr, &departments, "Platform").await["prepared"], 0);
}
