//! How many participants of a cycle name a skill or role, and that HR learns nothing about one of them.

use super::{attacker::Attacker, coverage::day_passes, cycle_of, cycle_path, department};
use crate::support::{
    TestApp, Value, json,
    people::{Person, ready_answers},
};

const DELEGATING: &str = "urn:example:skill:delegating";
const TWELVE: [&str; 12] = ["a0", "a1", "a2", "a3", "a4", "a5", "a6", "a7", "a8", "a9", "a10", "a11"];
const SIX: [&str; 6] = ["d0", "d1", "d2", "d3", "d4", "d5"];
const OTHERS: [&str; 6] = ["e0", "e1", "e2", "e3", "e4", "e5"];

/// Answers whose development area has the first of these references, and others the rest.
fn answers(uris: &[&str]) -> Value {
    let mut answers = ready_answers();
    let areas = answers["development_areas"].as_array_mut().unwrap();
    for (place, uri) in uris.iter().enumerate() {
        if place == areas.len() {
            areas.push(json!({"name": "Another"}));
        }
        areas[place]["reference"] = json!({"uri": uri, "name": "Delegating"});
    }
    answers
}

/// The reference, if it is named.
fn delegating(names: bool) -> &'static [&'static str] {
    if names { &[DELEGATING] } else { &[] }
}

/// A plan of a cycle with these references that its owner has shared.
pub async fn shares(person: &Person, cycle: &Value, uris: &[&str]) -> Value {
    let person = person.with_new_token();
    let plan = json!({"title": "Next year", "cycle_id": cycle["id"], "answers": answers(uris)});
    let plan = person.post("/v1/plans", plan).await.is(201);
    person.adds(&plan, json!({"title": "Lead the design review"})).await;
    person.shares(&plan).await;
    plan
}

/// The numbers of the reference by department, as `reader` lists them; none if it is not listed.
async fn told(reader: &Person, cycle: &Value) -> Option<Value> {
    let list = format!("{}/references", cycle_path(cycle));
    let items = reader.with_new_token().list(&list).await;
    assert!(items.len() < 2, "{items:#?}");
    let item = items.into_iter().next()?;
    assert_eq!((&item["question"], &item["uri"]), (&json!("development_areas"), &json!(DELEGATING)));
    Some(item["departments"].clone())
}

/// The number of a department; null if it is withheld or the reference is not listed.
async fn number(reader: &Person, cycle: &Value, department: Option<&str>) -> Value {
    let rows = told(reader, cycle).await.unwrap_or_default();
    let rows = rows.as_array().cloned().unwrap_or_default();
    let row = rows.iter().find(|row| row["department"] == json!(department)).cloned().unwrap_or_default();
    assert_eq!(row["withheld"].as_bool().unwrap_or(true), row["people"].is_null(), "{rows:?}");
    row["people"].clone()
}

#[actix_web::test]
async fn departments_are_counted_by_what_their_shared_plans_name() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let people = department(&app, "Platform", &TWELVE).await;
    let design = department(&app, "Design", &SIX).await;
    let sales = department(&app, "Sales", &OTHERS).await;
    let cycle = cycle_of(&hr, json!({"departments": ["Platform", "Design", "Sales"]})).await;
    // Four share it and one has it in a draft: a draft never counts.
    for (number, person) in people.iter().enumerate().skip(1) {
        shares(person, &cycle, delegating(number < 5)).await;
    }
    let draft = json!({"title": "Next year", "cycle_id": cycle["id"], "answers": answers(&[DELEGATING])});
    let draft = people[0].post("/v1/plans", draft).await.is(201);
    assert_eq!(told(&hr, &cycle).await, None);
    // Small departments are counted together: three and two of six each.
    for (department, names) in [(&design, 3), (&sales, 2)] {
        for (number, person) in department.iter().enumerate() {
            shares(person, &cycle, delegating(number < names)).await;
        }
    }
    assert_eq!(told(&hr, &cycle).await, None, "numbers are those of the day");
    day_passes(&app);
    let small = json!({"department": null, "people": 5, "withheld": false});
    let platform = json!({"department": "Platform", "people": null, "withheld": true});
    assert_eq!(told(&hr, &cycle).await, Some(json!([small, platform])));
    let item = hr.with_new_token().list(&format!("{}/references", cycle_path(&cycle))).await;
    assert_eq!(item[0]["name"], "Delegating");

    // One who shares waits for four others, and then they are counted together.
    people[0].with_new_token().adds(&draft, json!({"title": "Lead the design review"})).await;
    people[0].with_new_token().shares(&draft).await;
    let new = department(&app, "Platform", &["b0", "b1", "b2", "b3"]).await;
    for person in &new[..3] {
        shares(person, &cycle, delegating(false)).await;
    }
    day_passes(&app);
    assert_eq!(number(&hr, &cycle, Some("Platform")).await, Value::Null);
    shares(&new[3], &cycle, delegating(false)).await;
    day_passes(&app);
    assert_eq!(number(&hr, &cycle, Some("Platform")).await, 5);
    assert_eq!(number(&app.service("cycles:read"), &cycle, Some("Platform")).await, 5);
    for other in [&people[0], &app.service("plans:read")] {
        let refused = other.with_new_token().get(&format!("{}/references", cycle_path(&cycle))).await;
        assert_eq!(refused.status, 403);
    }
}

#[actix_web::test]
async fn a_number_follows_the_revisions_once_five_people_have_shared_again() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let people = department(&app, "Platform", &TWELVE).await;
    let cycle = cycle_of(&hr, json!({"departments": ["Platform"]})).await;
    let mut plans = Vec::new();
    for (number, person) in people.iter().enumerate() {
        plans.push(shares(person, &cycle, delegating(number < 5)).await);
    }
    assert_eq!(number(&hr, &cycle, Some("Platform")).await, 5);
    let shares_again = async |person: usize, names: bool| {
        let owner = people[person].with_new_token();
        let areas =
            json!({"answers": {"development_areas": answers(delegating(names))["development_areas"]}});
        owner.changes(&plans[person], areas).await;
        owner.shares(&plans[person]).await;
    };
    for (person, counted) in [(11, 5), (10, 5), (9, 5), (8, 5)] {
        shares_again(person, person > 9).await;
        day_passes(&app);
        assert_eq!(number(&hr, &cycle, Some("Platform")).await, counted, "{person}");
    }
    shares_again(7, false).await;
    assert_eq!(number(&hr, &cycle, Some("Platform")).await, 5);
    day_passes(&app);
    assert_eq!(number(&hr, &cycle, Some("Platform")).await, 7);
    // One who withdraws, and one who leaves, is counted until five have.
    people[0].with_new_token().takes("withdraw", &plans[0], json!({})).await.is(200);
    app.leaves(&people[1]).await;
    day_passes(&app);
    assert_eq!(number(&hr, &cycle, Some("Platform")).await, 7);
}

#[actix_web::test]
async fn a_cycle_by_list_that_resembles_an_earlier_one_tells_no_reference() {
    let app = TestApp::start().await;
    let hr = app.hr_admin();
    let people = department(&app, "Platform", &TWELVE).await;
    let more = department(&app, "Platform", &SIX).await;
    let ids: Vec<&String> = people.iter().chain(&more).map(|person| &person.id).collect();
    cycle_of(&hr, json!({"person_ids": ids[..11]})).await;
    for (list, counted) in [(&ids[..12], Value::Null), (&ids[..18], 6.into())] {
        let cycle = cycle_of(&hr, json!({"person_ids": list})).await;
        for (number, person) in people.iter().enumerate() {
            shares(person, &cycle, delegating(number < 6)).await;
        }
        assert_eq!(number(&hr, &cycle, Some("Platform")).await, counted, "{}", list.len());
    }
}

#[actix_web::test]
async fn a_number_does_not_tell_what_someone_named_who_is_gone() {
    for gone in ["erased", "moved", "withdrawn"] {
        let app = TestApp::start().await;
        let hr = app.hr_admin();
        let people = department(&app, "Platform", &TWELVE).await;
        let cycle = cycle_of(&hr, json!({"departments": ["Platform"]})).await;
        let next = cycle_of(&hr, json!({"departments": ["Platform"]})).await;
        let mut plans = Vec::new();
        for (number, person) in people.iter().enumerate() {
            plans.push(shares(person, &cycle, delegating(number < 6)).await);
        }
        assert_eq!(number(&hr, &cycle, Some("Platform")).await, 6);
        let owner = people[0].with_new_token();
        match gone {
            "erased" => {
                let erase = format!("/v1/people/{}/erase", owner.id);
                hr.with_new_token().post(&erase, crate::privacy::erasure("a0")).await.is(200);
            }
            "moved" => {
                owner.changes(&plans[0], json!({"cycle_id": next["id"]})).await;
            }
            _ => {
                owner.takes("withdraw", &plans[0], json!({})).await.is(200);
            }
        }
        // Five come who do not name it. One less would be the one who is gone.
        for person in &department(&app, "Platform", &OTHERS[..5]).await {
            shares(person, &cycle, delegating(false)).await;
        }
        day_passes(&app);
        assert_eq!(number(&hr, &cycle, Some("Platform")).await, 6, "{gone}");
        // Four more leave who do not name it, and of five who come three do.
        for person in &people[8..] {
            app.leaves(person).await;
        }
        for (number, person) in department(&app, "Platform", &SIX[..5]).await.iter().enumerate() {
            shares(person, &cycle, delegating(number < 3)).await;
        }
        day_passes(&app);
        assert_eq!(number(&hr, &cycle, Some("Platform")).await, 8, "{gone}");
    }
}

/// Everything happens in two worlds: in one the victim names the skill, in the other a colleague does.
struct World {
    attacker: Attacker,
    people: Vec<Person>,
    plans: Vec<Value>,
}

impl World {
    async fn new(names: usize) -> Self {
        let app = TestApp::start().await;
        let hr = app.hr_admin();
        let people = department(&app, "Platform", &TWELVE).await;
        let design = department(&app, "Design", &SIX).await;
        let cycle = cycle_of(&hr, json!({"departments": ["Platform", "Design", "Alone"]})).await;
        let mut plans = Vec::new();
        for (number, person) in people.iter().enumerate() {
            plans.push(shares(person, &cycle, delegating(number == names || (2..7).contains(&number))).await);
        }
        for (number, person) in design.iter().enumerate() {
            shares(person, &cycle, delegating(number < 3)).await;
        }
        let attacker = Attacker { app, hr, cycle, list: "references", told: Vec::new() };
        Self { attacker, people, plans }
    }

    /// Shares the plans of these people again, as they are.
    async fn share_again(&self, people: &[usize]) {
        for number in people {
            self.people[*number].with_new_token().shares(&self.plans[*number]).await;
        }
    }

    async fn attack(&mut self) {
        let all = json!({"departments": ["Platform", "Design", "Alone"], "person_ids": []});
        let cycle = self.attacker.cycle.clone();
        self.attacker.waits().await;
        for query in ["?department=Platform", "?limit=1", "?uri=urn", "?question=strengths"] {
            self.attacker.asks(&cycle, query).await;
        }
        let ids = |people: &[Person]| people.iter().map(|person| person.id.clone()).collect::<Vec<_>>();
        let others = ids(&self.people[1..]);
        let few = [0, 6, 7, 8, 9].map(|number| self.people[number].id.clone());
        // Without the victim; the victim shares again, alone and with those who are known; another department.
        self.attacker.sets(json!({"departments": ["Design"], "person_ids": others})).await;
        self.attacker.waits().await;
        self.attacker.sets(all.clone()).await;
        self.attacker.waits().await;
        self.share_again(&[0]).await;
        self.attacker.waits().await;
        self.share_again(&[6, 7, 8, 9]).await;
        self.attacker.waits().await;
        for department in ["Alone", "Design", "Platform"] {
            let moves = format!("update people set department = '{department}' where user_name = 'a0'");
            self.attacker.app.database().execute(&moves).await;
            self.attacker.waits().await;
        }
        for active in ["false", "true"] {
            let leaves = format!("update people set active = {active} where user_name = 'a0'");
            self.attacker.app.database().execute(&leaves).await;
            self.attacker.waits().await;
        }
        // The victim withdraws and shares again.
        let owner = self.people[0].with_new_token();
        owner.takes("withdraw", &self.plans[0], json!({})).await.is(200);
        self.attacker.waits().await;
        self.share_again(&[0]).await;
        self.attacker.waits().await;
        // More cycles, and the victim's plan in one of them.
        let mut made = Vec::new();
        for people in [others.as_slice(), &few] {
            let cycle = cycle_of(&self.attacker.hr, json!({"person_ids": people})).await;
            self.attacker.asks(&cycle, "").await;
            made.push(cycle);
        }
        for number in [0, 6, 7, 8, 9] {
            let owner = self.people[number].with_new_token();
            owner.changes(&self.plans[number], json!({"cycle_id": made[1]["id"]})).await;
        }
        self.attacker.waits().await;
        for cycle in &made {
            self.attacker.asks(cycle, "").await;
        }
        // Only the victim and those who are known take part, and then everyone does again.
        self.attacker.sets(json!({"departments": [], "person_ids": few})).await;
        self.attacker.waits().await;
        self.attacker.sets(all).await;
        for _ in 0..10 {
            self.attacker.waits().await;
        }
    }
}

#[actix_web::test]
async fn nothing_that_hr_can_do_tells_who_names_a_skill() {
    let (mut one, mut other) = (World::new(0).await, World::new(1).await);
    one.attack().await;
    other.attack().await;

    for (position, (one, other)) in one.attacker.told.iter().zip(&other.attacker.told).enumerate() {
        assert_eq!(one, other, "answer {position}");
    }
    assert_eq!(one.attacker.told.len(), other.attacker.told.len());
    let first = &one.attacker.told[0]["items"][0]["departments"];
    assert_eq!(first[1], json!({"department": "Platform", "people": 6, "withheld": false}));
    assert_eq!(first[0], json!({"department": null, "people": null, "withheld": true}));
}
