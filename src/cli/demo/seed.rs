//! Fills the demo with seven months of conversations, by calling the API with a clock that starts in the past.

#![expect(
    clippy::indexing_slicing,
    reason = "the demo reads what it has just written, before it serves requests"
)]

use anyhow::Context as _;
use chrono::{DateTime, Duration, NaiveDate, Utc};
use groundwork::{auth::token, client::http_client, clock::Clock};
use reqwest::Method;
use serde_json::{Value, json};

use super::organisation::{self, ACTIONS, PEOPLE};

/// How long before now the data begins, in days.
pub const DAYS: i64 = 210;

/// The tenant of the demo.
pub const TENANT: &str = "demo";

/// Whose tokens the demo prints.
pub const EMPLOYEE: &str = "ana.silva";
pub const MANAGER: &str = "ben.okafor";
pub const HR_ADMIN: &str = "hanna.weiss";

/// How far an employee's plan gets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Nothing,
    Draft,
    Shared,
    FeedbackGiven,
    Agreed,
    Completed,
    Archived,
}

/// Assigned to the employees in turn, so that every manager's team has most of them.
const STAGES: &[Stage] = &[
    Stage::Agreed,
    Stage::FeedbackGiven,
    Stage::Agreed,
    Stage::Draft,
    Stage::Agreed,
    Stage::Shared,
    Stage::Completed,
    Stage::Agreed,
    Stage::Nothing,
    Stage::Agreed,
    Stage::Archived,
];

/// Calls the service with tokens of the organisation's people.
pub struct Seeder {
    client: reqwest::Client,
    base: String,
    secret: String,
    clock: Clock,
    expires_at: i64,
}

struct Employee {
    user_name: &'static str,
    manager: &'static str,
    title: &'static str,
    stage: Stage,
    variant: usize,
    plan: String,
    items: Vec<String>,
}

impl Seeder {
    pub fn new(base: String, secret: &str, clock: Clock, expires_at: i64) -> anyhow::Result<Self> {
        let client = http_client(std::time::Duration::from_secs(30))?;
        Ok(Self { client, base, secret: secret.to_owned(), clock, expires_at })
    }

    /// Makes all the data, and reports each part before it starts. Returns the progress of the manager's team at `end`.
    pub async fn run(&self, end: DateTime<Utc>, mut report: impl FnMut(&str)) -> anyhow::Result<Value> {
        report("importing 30 people over three levels");
        self.import().await?;
        let mut employees = employees();
        self.pass(7);
        report("preparing plans");
        for employee in employees.iter_mut().filter(|each| each.stage > Stage::Nothing) {
            self.prepare(employee).await?;
        }
        self.pass(7);
        report("sharing them, and asking mentors for feedback");
        for employee in employees.iter().filter(|each| each.stage > Stage::Draft) {
            self.share(employee).await?;
        }
        self.pass(5);
        report("giving feedback on each point");
        for employee in employees.iter().filter(|each| each.stage > Stage::Shared) {
            self.respond(employee).await?;
        }
        self.pass(4);
        report("agreeing");
        for employee in employees.iter().filter(|each| each.stage > Stage::FeedbackGiven) {
            self.agree(employee).await?;
        }
        for month in 1..=6 {
            self.pass(30);
            report(&format!("month {month} of progress"));
            for employee in employees.iter().filter(|each| each.stage > Stage::FeedbackGiven) {
                self.progress(employee, month).await?;
            }
        }
        report("completing and archiving some");
        for employee in employees.iter().filter(|each| each.stage > Stage::Agreed) {
            self.conclude(employee).await?;
        }
        self.clock.advance(end - self.clock.now());
        let manager_id = self.get(MANAGER, "/v1/me").await?["person"]["id"].clone();
        let path = format!("/v1/people/{}/team-progress", manager_id.as_str().unwrap_or_default());
        let team = self.get(MANAGER, &path).await?;
        Ok(json!({"manager_id": manager_id, "team": team}))
    }

    fn pass(&self, days: i64) {
        self.clock.advance(Duration::days(days));
    }

    fn day(&self, from_now: i64) -> NaiveDate {
        (self.clock.now() + Duration::days(from_now)).date_naive()
    }

    async fn call(&self, who: &str, method: Method, path: &str, body: Value) -> anyhow::Result<Value> {
        let roles = if who == HR_ADMIN { json!(["hr_admin"]) } else { json!([]) };
        let claims = json!({"tenant": TENANT, "sub": who, "roles": roles, "exp": self.expires_at});
        let request = self
            .client
            .request(method.clone(), format!("{}{path}", self.base))
            .bearer_auth(token::mint(&self.secret, &claims)?);
        let request = match body {
            Value::Null => request,
            Value::String(csv) => request.header("content-type", "text/csv").body(csv),
            body => request.json(&body),
        };
        let answer = request.send().await?;
        let status = answer.status();
        let body: Value = answer.json().await.unwrap_or_default();
        anyhow::ensure!(status.is_success(), "{method} {path} as {who} failed with {status}: {body}");
        Ok(body)
    }

    async fn post(&self, who: &str, path: &str, body: Value) -> anyhow::Result<Value> {
        self.call(who, Method::POST, path, body).await
    }

    async fn get(&self, who: &str, path: &str) -> anyhow::Result<Value> {
        self.call(who, Method::GET, path, Value::Null).await
    }

    async fn import(&self) -> anyhow::Result<()> {
        let result = self.post(HR_ADMIN, "/v1/people/import", organisation::csv().into()).await?;
        anyhow::ensure!(result["failed"] == 0, "importing people failed: {result}");
        Ok(())
    }

    async fn prepare(&self, employee: &mut Employee) -> anyhow::Result<()> {
        let who = employee.user_name;
        let mut answers = organisation::answers(employee.title, employee.variant);
        if employee.stage == Stage::Draft {
            answers["long_term_objective"] = Value::Null;
        } else {
            answers["short_term_objective"]["target_on"] = json!(self.day(330));
        }
        let title = format!("Beyond {}", employee.title);
        let plan = self.post(who, "/v1/plans", json!({"title": title, "answers": answers})).await?;
        employee.plan = id(&plan)?;
        for (position, (title, due_in)) in ACTIONS.iter().enumerate() {
            let areas = &plan["answers"]["development_areas"];
            let item = json!({
                "title": title,
                "development_area_id": areas[position % 2]["id"],
                "advances": [if position % 2 == 0 { "short_term" } else { "long_term" }],
                "due_on": self.day(due_in - 14),
                "support_needed": (position == 1).then_some("Two days and the course fee"),
            });
            let item = self.post(who, &format!("/v1/plans/{}/action-items", employee.plan), item).await?;
            employee.items.push(id(&item)?);
        }
        Ok(())
    }

    async fn share(&self, employee: &Employee) -> anyhow::Result<()> {
        let note = json!({"note": "I look forward to your view, above all on the short term."});
        self.post(employee.user_name, &format!("/v1/plans/{}/share", employee.plan), note).await?;
        if employee.variant.is_multiple_of(3) {
            let mentor = self.get("mei.tanaka", "/v1/me").await?["person"]["id"].clone();
            if employee.manager != "mei.tanaka" {
                let request = json!({
                    "reviewer_id": mentor,
                    "sections": ["deeper", "planning"],
                    "due_on": self.day(21),
                    "message": "You have made this step yourself: is it within my reach?",
                });
                let path = format!("/v1/plans/{}/feedback-requests", employee.plan);
                self.post(employee.user_name, &path, request).await?;
            }
        }
        Ok(())
    }

    async fn respond(&self, employee: &Employee) -> anyhow::Result<()> {
        let plan = self.get(employee.manager, &format!("/v1/plans/{}", employee.plan)).await?;
        let strength = &plan["answers"]["strengths"][0]["id"];
        let area = &plan["answers"]["development_areas"][0]["id"];
        let supported = employee.items.get(1).context("a second action item")?;
        let partly = if employee.variant.is_multiple_of(2) { "yes" } else { "partly" };
        let feedback = json!({
            "summary": "A plan I am glad to support. Let us talk about the pace of the first half.",
            "objectives": {
                "short_term": {
                    "reasonable": "yes",
                    "achievable": partly,
                    "comment": "Right direction; the timing depends on the next hires.",
                },
                "long_term": {"reasonable": "yes", "achievable": "yes", "comment": "I see you there."},
            },
            "strengths": [
                {"item_id": strength, "stance": "agree", "comment": "Seen in every review."},
                {
                    "item_id": null,
                    "stance": "add",
                    "name": "Patience with newcomers",
                    "comment": "They come to you first.",
                },
            ],
            "development_areas": [
                {"item_id": area, "stance": "agree", "comment": "The one that will matter most."},
            ],
            "support": [{
                "action_item_id": supported,
                "decision": "supported",
                "comment": "The budget is there.",
                "commitment": {"title": "Clear two days a quarter for the course", "due_on": self.day(90)},
            }],
            "private_note": "Check the budget with Hanna first.",
        });
        let feedback =
            self.post(employee.manager, &format!("/v1/plans/{}/feedback", employee.plan), feedback).await?;
        let path = format!("/v1/feedback/{}", id(&feedback)?);
        self.post(employee.manager, &format!("{path}/submit"), json!({})).await?;
        if employee.stage > Stage::FeedbackGiven {
            self.post(
                employee.user_name,
                &format!("{path}/acknowledge"),
                json!({"accept": ["/strengths/1"]}),
            )
            .await?;
        }
        Ok(())
    }

    async fn agree(&self, employee: &Employee) -> anyhow::Result<()> {
        let path = format!("/v1/plans/{}", employee.plan);
        self.post(employee.user_name, &format!("{path}/share"), json!({"note": "With what you saw in me."}))
            .await?;
        for who in [employee.user_name, employee.manager] {
            self.post(who, &format!("{path}/agree"), json!({})).await?;
        }
        Ok(())
    }

    /// Reports a month of progress. Items advance at different speeds, and some are blocked.
    async fn progress(&self, employee: &Employee, month: usize) -> anyhow::Result<()> {
        for (position, item) in employee.items.iter().enumerate() {
            let begun = month as i64 - position as i64;
            let pace = 25 + 15 * ((employee.variant + position) % 4) as i64;
            if begun <= 0 {
                continue;
            }
            let before = (begun - 1) * pace;
            if before >= 100 {
                continue;
            }
            let percent = (begun * pace).min(100);
            let stuck =
                position == 2 && employee.variant.is_multiple_of(4) && employee.stage == Stage::Agreed;
            let update = match (stuck, percent) {
                (true, _) if begun > 1 => continue,
                (true, _) => {
                    let note = "Nobody in the role has time at the moment.";
                    json!({"status": "blocked", "progress_percent": 20, "note": note})
                }
                (false, 100) => json!({"status": "done", "note": "Done, and it was worth it."}),
                (false, percent) if begun > 2 && employee.variant.is_multiple_of(3) && percent < 100 => {
                    json!({"progress_percent": percent, "note": "Slower than hoped."})
                }
                (false, percent) => json!({"progress_percent": percent}),
            };
            self.post(employee.user_name, &format!("/v1/action-items/{item}/progress"), update).await?;
        }
        Ok(())
    }

    async fn conclude(&self, employee: &Employee) -> anyhow::Result<()> {
        let path = format!("/v1/plans/{}", employee.plan);
        let reflection =
            json!({"reflection": "The conversation helped more than the course. Next: the larger team."});
        self.post(employee.user_name, &format!("{path}/complete"), reflection).await?;
        if employee.stage == Stage::Archived {
            self.post(employee.user_name, &format!("{path}/archive"), json!({})).await?;
        }
        Ok(())
    }
}

/// Everyone who reports to a manager below the head, each with a stage.
fn employees() -> Vec<Employee> {
    PEOPLE
        .iter()
        .filter_map(|(user_name, _, manager, title, _, _)| Some((user_name, (*manager)?, title)))
        .filter(|(_, manager, _)| *manager != "grace.lindqvist")
        .enumerate()
        .map(|(variant, (user_name, manager, title))| Employee {
            user_name,
            manager,
            title,
            stage: STAGES.get(variant % STAGES.len()).copied().unwrap_or(Stage::Nothing),
            variant,
            plan: String::new(),
            items: Vec::new(),
        })
        .collect()
}

fn id(resource: &Value) -> anyhow::Result<String> {
    resource["id"].as_str().map(str::to_owned).context("a resource without an id")
}
