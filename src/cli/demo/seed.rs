//! Fills the demo with seven months of conversations, by calling the API with a clock that starts in the past.

use anyhow::Context as _;
use futures_util::future::try_join_all;
use serde_json::{Value, json};

use super::{
    ana::{self, Ana},
    hr::{Setup, from_template},
    organisation::{self, ACTIONS, DAYS, EMPLOYEE, HEAD, MANAGER, NOTES, PEOPLE, Person},
    service::{Service, id},
    talks,
};

/// How far an employee's plan gets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stage {
    Nothing,
    /// A draft with an open question.
    Draft,
    /// A draft that could be shared.
    Prepared,
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

/// The department that begins half a year after the others, and its stages.
const LATE: &str = "Sales";
const STAGES_OF_LATE: &[Stage] =
    &[Stage::Draft, Stage::Prepared, Stage::Draft, Stage::Shared, Stage::Prepared, Stage::Prepared];

/// The department whose talks are all to come.
const TO_TALK: &str = "Design";

/// What managers promise in their feedback.
const PROMISE: &str = "Clear two days a quarter for it";

struct Employee {
    user_name: &'static str,
    manager: &'static str,
    title: &'static str,
    department: &'static str,
    stage: Stage,
    variant: usize,
    plan: String,
    items: Vec<String>,
}

impl Employee {
    fn has_agreed(&self) -> bool {
        self.stage > Stage::FeedbackGiven
    }

    fn has_talked(&self) -> bool {
        self.has_agreed() && self.department != TO_TALK && self.user_name != EMPLOYEE
    }
}

/// What the demo shows when it starts.
pub struct Seeded {
    pub manager_id: String,
    /// The progress of the manager's team.
    pub team: Value,
    /// The employee's plan.
    pub plan: String,
    pub cycle: String,
}

pub struct Seeder {
    service: Service,
    setup: Setup,
}

impl Seeder {
    /// Makes all the data, and reports each part before it starts.
    pub async fn run(service: Service, mut report: impl FnMut(&str)) -> anyhow::Result<Seeded> {
        report("importing 30 people over three levels, and starting a cycle");
        let setup = Setup::create(&service).await?;
        let seeder = Self { service, setup };
        seeder.converse(report).await
    }

    async fn converse(&self, mut report: impl FnMut(&str)) -> anyhow::Result<Seeded> {
        let (mut late, mut employees): (Vec<_>, Vec<_>) =
            employees().into_iter().partition(|each| each.department == LATE);
        self.service.go_to(7);
        report("preparing plans");
        self.prepare_all(&mut employees).await?;
        self.service.go_to(14);
        report("sharing them, and asking mentors for feedback");
        self.share_all(&employees).await?;
        self.service.go_to(19);
        report("giving feedback on each point");
        let answered = employees.iter().filter(|each| each.stage > Stage::Shared);
        try_join_all(answered.map(|each| self.respond(each))).await?;
        self.service.go_to(23);
        report("agreeing, and planning to talk");
        let agreed: Vec<&Employee> = employees.iter().filter(|each| each.has_agreed()).collect();
        try_join_all(agreed.iter().map(|each| self.agree(each))).await?;
        let first = employees.iter().find(|each| each.user_name == EMPLOYEE).context("the employee")?;
        let mut ana = Ana::new(&self.service, &self.setup, first.plan.clone());
        for month in 1..=6 {
            self.service.go_to(23 + 30 * month);
            report(&format!("month {month} of progress and talks"));
            try_join_all(agreed.iter().map(|each| self.progress(each, month))).await?;
            if [1, 4].contains(&month) {
                self.service.go_to(27 + 30 * month);
                let talked = agreed.iter().filter(|each| each.has_talked());
                try_join_all(talked.map(|each| self.talk(each, month))).await?;
            }
            ana.month(month).await?;
        }
        report("completing and archiving some, while the last department begins");
        self.prepare_all(&mut late).await?;
        self.share_all(&late).await?;
        try_join_all(agreed.iter().map(|each| self.conclude(each))).await?;
        self.service.go_to(DAYS);
        let manager_id = self.setup.person(MANAGER)?.to_owned();
        let team = self.service.get(MANAGER, &format!("/people/{manager_id}/team-progress")).await?;
        Ok(Seeded { manager_id, team, plan: ana.into_plan(), cycle: self.setup.cycle.clone() })
    }

    async fn prepare_all(&self, employees: &mut [Employee]) -> anyhow::Result<()> {
        let prepared = employees.iter_mut().filter(|each| each.stage > Stage::Nothing);
        try_join_all(prepared.map(|each| self.prepare(each))).await?;
        Ok(())
    }

    async fn prepare(&self, employee: &mut Employee) -> anyhow::Result<()> {
        let who = employee.user_name;
        let is_ana = who == EMPLOYEE;
        let mut answers = organisation::answers(employee.title, employee.variant);
        if employee.stage == Stage::Draft {
            answers["long_term_objective"] = Value::Null;
        } else {
            answers["short_term_objective"]["target_on"] = json!(self.service.date_in(330));
        }
        if employee.variant.is_multiple_of(2) {
            let value = 2 + employee.variant % 4;
            answers["extra"] = json!([{"question_id": self.setup.question, "value": value}]);
        }
        let title = if is_ana { ana::FIRST_PLAN.into() } else { format!("Beyond {}", employee.title) };
        let ends_on = is_ana.then(|| self.service.date_in(ana::DAYS_OF_FIRST_PLAN));
        let plan =
            json!({"title": title, "ends_on": ends_on, "cycle_id": self.setup.cycle, "answers": answers});
        let plan = self.service.post(who, "/plans", plan).await?;
        employee.plan = id(&plan)?;
        let actions = if is_ana { ana::FIRST_ACTIONS } else { ACTIONS };
        for (position, (title, due_in)) in actions.iter().enumerate() {
            let areas = &plan["answers"]["development_areas"];
            let more = json!({
                "title": title,
                "development_area_id": areas[position % 2]["id"],
                "advances": [if position % 2 == 0 { "short_term" } else { "long_term" }],
                "due_on": self.service.date_in(due_in - 14),
                "support_needed": (position == 1).then_some("Two days, and the cost of them"),
            });
            let templates = [&self.setup.course, &self.setup.shadowing];
            let template = templates.into_iter().find(|template| template["title"] == *title);
            let item = template.map_or(more.clone(), |template| from_template(template, more));
            let path = format!("/plans/{}/action-items", employee.plan);
            employee.items.push(self.service.create(who, &path, item).await?);
        }
        Ok(())
    }

    async fn share_all(&self, employees: &[Employee]) -> anyhow::Result<()> {
        let shared = employees.iter().filter(|each| each.stage > Stage::Prepared);
        try_join_all(shared.map(|each| self.share(each))).await?;
        Ok(())
    }

    async fn share(&self, employee: &Employee) -> anyhow::Result<()> {
        let note = json!({"note": "I look forward to your view, above all on the short term."});
        let path = format!("/plans/{}", employee.plan);
        self.service.post(employee.user_name, &format!("{path}/share"), note).await?;
        let mentor = "mei.tanaka";
        if employee.variant.is_multiple_of(3) && employee.manager != mentor {
            let request = json!({
                "reviewer_id": self.setup.person(mentor)?,
                "sections": ["deeper", "planning"],
                "due_on": self.service.date_in(21),
                "message": "You have made this step yourself: is it within my reach?",
            });
            self.service.post(employee.user_name, &format!("{path}/feedback-requests"), request).await?;
        }
        Ok(())
    }

    async fn respond(&self, employee: &Employee) -> anyhow::Result<()> {
        let path = format!("/plans/{}", employee.plan);
        let plan = self.service.get(employee.manager, &path).await?;
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
                "commitment": {"title": PROMISE, "due_on": self.service.date_in(90)},
            }],
            "private_note": "Check the budget with Hanna first.",
        });
        let feedback = self.service.create(employee.manager, &format!("{path}/feedback"), feedback).await?;
        let path = format!("/feedback/{feedback}");
        self.service.post(employee.manager, &format!("{path}/submit"), json!({})).await?;
        if employee.has_agreed() {
            let accepted = json!({"accept": ["/strengths/1"]});
            self.service.post(employee.user_name, &format!("{path}/acknowledge"), accepted).await?;
        }
        Ok(())
    }

    async fn agree(&self, employee: &Employee) -> anyhow::Result<()> {
        let path = format!("/plans/{}", employee.plan);
        let note = json!({"note": "With what you saw in me."});
        self.service.post(employee.user_name, &format!("{path}/share"), note).await?;
        for who in [employee.user_name, employee.manager] {
            self.service.post(who, &format!("{path}/agree"), json!({})).await?;
        }
        if employee.has_talked() {
            let when = (27, 9 + employee.variant as i64 % 7);
            talks::plan(&self.service, employee.manager, &employee.plan, when, "quarterly").await?;
        }
        Ok(())
    }

    /// Reports a month of progress. Items advance at different speeds, and some are blocked.
    async fn progress(&self, employee: &Employee, month: i64) -> anyhow::Result<()> {
        if employee.user_name == EMPLOYEE {
            return Ok(());
        }
        if month == 3 && !employee.variant.is_multiple_of(4) {
            self.keep_promise(employee).await?;
        }
        for (position, item) in employee.items.iter().enumerate() {
            let begun = month - position as i64;
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
            let path = format!("/action-items/{item}/progress");
            self.service.post(employee.user_name, &path, update).await?;
        }
        Ok(())
    }

    /// The manager does what was promised.
    async fn keep_promise(&self, employee: &Employee) -> anyhow::Result<()> {
        let path = format!("/plans/{}/action-items", employee.plan);
        let promise = self.service.find(employee.manager, &path, "title", PROMISE).await?;
        let path = format!("/action-items/{}/progress", id(&promise)?);
        self.service.post(employee.manager, &path, json!({"status": "done"})).await?;
        Ok(())
    }

    async fn talk(&self, employee: &Employee, month: i64) -> anyhow::Result<()> {
        let place = (employee.variant as i64 + month) as usize % NOTES.len();
        let notes = NOTES.get(place).copied().unwrap_or_default();
        let next = json!({
            "title": "Say no to one thing a week, and why",
            "responsible_id": self.setup.person(employee.user_name)?,
            "due_on": self.service.date_in(240),
        });
        let outcomes = json!([
            {"text": "We talk every quarter, with an agenda from the plan."},
            {"text": "Make room for what matters.", "action_item": (month == 1).then_some(next)},
        ]);
        talks::hold(&self.service, employee.manager, &employee.plan, notes, outcomes).await
    }

    /// The end of seven months: plans are completed, and talks are planned or cancelled.
    async fn conclude(&self, employee: &Employee) -> anyhow::Result<()> {
        let Employee { user_name, manager, department, stage, variant, plan, .. } = employee;
        if *stage == Stage::Agreed {
            if *department == TO_TALK {
                talks::plan(&self.service, manager, plan, (3 + *variant as i64 % 7, 1), "quarterly").await?;
            }
            return Ok(());
        }
        if employee.has_talked() {
            let message = "The plan is done. Let us talk about the next one when it is shared.";
            talks::cancel(&self.service, user_name, plan, message).await?;
        }
        let path = format!("/plans/{plan}");
        let reflection = "The conversation helped more than the course. Next: the larger team.";
        let reflection = json!({"reflection": reflection, "outcome": "partly"});
        self.service.post(user_name, &format!("{path}/complete"), reflection).await?;
        if *stage == Stage::Archived {
            self.service.post(user_name, &format!("{path}/archive"), json!({})).await?;
        }
        Ok(())
    }
}

/// Everyone who reports to a manager below the head, each with a stage, and the manager whose token is printed.
fn employees() -> Vec<Employee> {
    let employee = |(variant, (user_name, _, manager, title, department, _)): (usize, &Person)| {
        let stages = match *department {
            _ if *user_name == MANAGER => &[Stage::Agreed],
            LATE => STAGES_OF_LATE,
            _ => STAGES,
        };
        Some(Employee {
            user_name,
            manager: (*manager)?,
            title,
            department,
            stage: stages.get(variant % stages.len()).copied().unwrap_or(Stage::Nothing),
            variant,
            plan: String::new(),
            items: Vec::new(),
        })
    };
    let (below, above): (Vec<&Person>, Vec<&Person>) =
        PEOPLE.iter().partition(|person| person.2.is_some_and(|manager| manager != HEAD));
    let manager = above.into_iter().filter(|person| person.0 == MANAGER);
    below.into_iter().chain(manager).enumerate().filter_map(employee).collect()
}
