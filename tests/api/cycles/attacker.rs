//! Someone who may read the numbers of cycles, and remembers what was told.

use super::{coverage::day_passes, cycle_path};
use crate::support::{TestApp, Value, json, people::Person};

pub struct Attacker {
    pub app: TestApp,
    pub hr: Person,
    pub cycle: Value,
    /// The list of a cycle that is asked for: `coverage` or `references`.
    pub list: &'static str,
    /// The answers, in order, without what differs in every world.
    pub told: Vec<Value>,
}

impl Attacker {
    pub async fn asks(&mut self, cycle: &Value, query: &str) {
        let at = format!("{}/{}{query}", cycle_path(cycle), self.list);
        let mut told = self.hr.with_new_token().get(&at).await.body;
        for field in ["as_of", "request_id", "instance"] {
            told.as_object_mut().unwrap().remove(field);
        }
        self.told.push(told);
    }

    /// Asks about the cycle today, and again tomorrow.
    pub async fn waits(&mut self) {
        let cycle = self.cycle.clone();
        self.asks(&cycle, "").await;
        day_passes(&self.app);
        self.asks(&cycle, "").await;
    }

    pub async fn sets(&self, participants: Value) {
        let change = json!({"participants": participants});
        self.hr.with_new_token().patch(&cycle_path(&self.cycle), change).await.is(200);
    }
}
