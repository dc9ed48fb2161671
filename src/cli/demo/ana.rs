//! The year of Ana, whom a newcomer signs in as first, and of Ben, her manager. Her first plan is completed after a
//! hundred days and renewed; about the next one they talk every six weeks.

use serde_json::{Value, json};

use super::{
    hr::{Setup, from_template},
    organisation::{Action, EMPLOYEE as ANA, MANAGER as BEN},
    service::{Service, id},
    talks,
};

pub const FIRST_PLAN: &str = "My first hundred days";
pub const DAYS_OF_FIRST_PLAN: i64 = 100;
pub const FIRST_ACTIONS: &[Action] = &[(READ, 54), (ON_CALL, 94), (REVIEW, 114)];

const READ: &str = "Read the incident reports of the last year";
const ON_CALL: &str = "Take the on-call rota for two weeks";
const REVIEW: &str = "Run an incident review";
const SHADOW: &str = "Shadow a colleague in the role";
const COURSE: &str = "Take the course on coaching conversations";
const PRESENT: &str = "Present the platform to another department";
const HAND_OVER: &str = "Hand over the releases, with a written guide";
const CHAIR: &str = "Chair the incident reviews of a month";
const PLANNING: &str = "Plan the next quarter with the team";
const PROMISE: &str = "Clear two days a quarter for it";
const ASK: &str = "Ask Grace whether there will be a second team";
const INTRODUCE: &str = "Introduce Ana to the other leads";

pub struct Ana<'a> {
    service: &'a Service,
    setup: &'a Setup,
    /// The plan that she has now.
    plan: String,
}

impl<'a> Ana<'a> {
    pub fn new(service: &'a Service, setup: &'a Setup, plan: String) -> Self {
        Self { service, setup, plan }
    }

    pub fn into_plan(self) -> String {
        self.plan
    }

    /// What happens in a month, and until the next one.
    pub async fn month(&mut self, month: i64) -> anyhow::Result<()> {
        match month {
            1 => {
                self.report(ANA, READ, 100, "Three of them began with the same alert.").await?;
                self.report(ANA, ON_CALL, 60, "One week is done.").await?;
            }
            2 => {
                self.report(ANA, ON_CALL, 100, "Quiet nights, and one that was not.").await?;
                self.report(ANA, REVIEW, 40, "The questions are ready.").await?;
                self.report(BEN, PROMISE, 100, "Both days are in the calendar.").await?;
                self.service.go_to(DAYS_OF_FIRST_PLAN);
                self.renew().await?;
                self.service.go_to(105);
                self.respond().await?;
                self.service.go_to(108);
                self.accept().await?;
                talks::plan(self.service, BEN, &self.plan, (23, 14), "every_6_weeks").await?;
            }
            3 => {
                self.report(ANA, REVIEW, 70, "Held once, with Ben beside me.").await?;
                self.report(ANA, SHADOW, 50, "The day is set, with Mei.").await?;
                self.service.go_to(135);
                self.talk_first().await?;
                self.service.go_to(138);
                self.agree().await?;
            }
            4 => {
                self.report(ANA, REVIEW, 100, "Done alone. The actions were followed up, too.").await?;
                self.report(ANA, SHADOW, 100, "Most of the day was listening.").await?;
                self.report(ANA, CHAIR, 50, "Two of four.").await?;
                self.service.go_to(160);
                self.decline().await?;
            }
            5 => {
                self.report(ANA, CHAIR, 100, "The reviews are shorter now, and end with one action.").await?;
                self.report(ANA, PRESENT, 30, "The outline is with Sam.").await?;
                self.report(BEN, ASK, 100, "Yes, once the two hires are here.").await?;
                self.service.go_to(177);
                self.talk_again().await?;
            }
            _ => {
                self.report(ANA, PRESENT, 60, "Moved twice: the others were at a fair.").await?;
                self.report(ANA, PLANNING, 40, "Everyone has said what they would stop doing.").await?;
                let blocked = json!({
                    "status": "blocked",
                    "progress_percent": 20,
                    "note": "Kate, who takes it over, is away until next month.",
                });
                self.record(ANA, HAND_OVER, blocked).await?;
                self.service.go_to(207);
                self.comment().await?;
            }
        }
        Ok(())
    }

    fn path(&self, rest: &str) -> String {
        format!("/plans/{}{rest}", self.plan)
    }

    async fn item(&self, title: &str) -> anyhow::Result<String> {
        id(&self.service.find(ANA, &self.path("/action-items"), "title", title).await?)
    }

    async fn record(&self, who: &str, title: &str, update: Value) -> anyhow::Result<()> {
        let path = format!("/action-items/{}/progress", self.item(title).await?);
        self.service.post(who, &path, update).await?;
        Ok(())
    }

    async fn report(&self, who: &str, title: &str, percent: i64, note: &str) -> anyhow::Result<()> {
        let status = if percent == 100 { "done" } else { "in_progress" };
        let update = json!({"status": status, "progress_percent": percent, "note": note});
        self.record(who, title, update).await
    }

    /// Completes the first plan, begins the next one with what was left open, and shares it.
    async fn renew(&mut self) -> anyhow::Result<()> {
        let reflection = "I know now why things break. Next I want others to know it, too.";
        let complete = json!({"reflection": reflection, "outcome": "reached"});
        self.service.post(ANA, &self.path("/complete"), complete).await?;
        let next = json!({"title": "From engineer to team lead", "cycle_id": self.setup.cycle});
        let next = self.service.post(ANA, &self.path("/renew"), next).await?;
        self.service.post(ANA, &self.path("/archive"), json!({})).await?;
        self.plan = id(&next)?;
        let areas = &next["answers"]["development_areas"];
        let (delegating, speaking) = (areas[0]["id"].clone(), areas[1]["id"].clone());
        let mut answers = json!({
            "short_term_objective": {
                "summary": "Lead a small team",
                "kind": "new_assignment",
                "detail": "The second platform team, if there will be one",
                "target_on": self.service.date_in(300),
            },
            "development_areas": areas,
        });
        answers["development_areas"][0]["note"] = json!("I would rather do it myself, and know it.");
        answers["development_areas"][0]["reference"] = json!({
            "uri": "urn:example:skill:delegating",
            "name": "Delegating",
            "framework": "Our skills",
            "level": "2 of 5",
            "target_level": "4 of 5",
        });
        self.service.patch(ANA, &self.path(""), json!({"answers": answers})).await?;
        let path = format!("/action-items/{}", self.item(REVIEW).await?);
        self.service.patch(ANA, &path, json!({"due_on": self.service.date_in(60)})).await?;
        let course = json!({
            "development_area_id": delegating,
            "advances": ["short_term", "long_term"],
            "due_on": self.service.date_in(150),
            "support_needed": "Two days, and the fee",
        });
        let present = json!({
            "title": PRESENT,
            "development_area_id": speaking,
            "advances": ["long_term"],
            "due_on": self.service.date_in(106),
        });
        let hand_over = json!({
            "title": HAND_OVER,
            "development_area_id": delegating,
            "advances": ["short_term"],
            "due_on": self.service.date_in(130),
            "support_needed": "Someone who takes them over",
        });
        let shadowing = json!({
            "development_area_id": delegating,
            "advances": ["short_term"],
            "due_on": self.service.date_in(60),
        });
        for item in [
            from_template(&self.setup.shadowing, shadowing),
            from_template(&self.setup.course, course),
            present,
            hand_over,
        ] {
            self.service.post(ANA, &self.path("/action-items"), item).await?;
        }
        let note = "What was left open came along. The new part is the team.";
        self.service.post(ANA, &self.path("/share"), json!({"note": note})).await?;
        Ok(())
    }

    /// Ben answers each point, and proposes an action.
    async fn respond(&self) -> anyhow::Result<()> {
        let plan = self.service.get(BEN, &self.path("")).await?;
        let delegating = &plan["answers"]["development_areas"][0]["id"];
        let feedback = json!({
            "summary": "You have earned the next step. I am not sure that the team will exist in time.",
            "objectives": {
                "short_term": {
                    "reasonable": "yes",
                    "achievable": "partly",
                    "comment": "There may be no second team in that time.",
                    "counter_proposal": "Lead the on-call group first: four people, and it exists",
                },
                "long_term": {"reasonable": "yes", "achievable": "yes", "comment": "I see you there."},
            },
            "strengths": [{
                "item_id": null,
                "stance": "add",
                "name": "Asking the question that no one asks",
                "comment": "Twice in the last review.",
            }],
            "development_areas": [
                {"item_id": delegating, "stance": "agree", "comment": "The one that will matter most."},
            ],
            "support": [
                {
                    "action_item_id": self.item(COURSE).await?,
                    "decision": "modified",
                    "comment": "The days now, the fee from the next budget.",
                    "commitment": {"title": PROMISE, "due_on": self.service.date_in(90)},
                },
                {
                    "action_item_id": self.item(HAND_OVER).await?,
                    "decision": "supported",
                    "comment": "Kate would like to.",
                },
            ],
            "private_note": "Ask Grace about the second team before the talk.",
        });
        let feedback = self.service.create(BEN, &self.path("/feedback"), feedback).await?;
        self.service.post(BEN, &format!("/feedback/{feedback}/submit"), json!({})).await?;
        let template = json!({
            "title": CHAIR,
            "description": "One a week, with me beside you in the first.",
            "due_after_days": 60,
        });
        let template = self.service.create(BEN, "/action-templates", template).await?;
        let proposal = json!({
            "title": CHAIR,
            "description": "One a week, with me beside you in the first.",
            "development_area_id": delegating,
            "due_on": self.service.date_in(70),
            "template_id": template,
        });
        self.service.post(BEN, &self.path("/proposals"), proposal).await?;
        Ok(())
    }

    async fn accept(&self) -> anyhow::Result<()> {
        let proposal = self.service.find(ANA, &self.path("/proposals"), "status", "proposed").await?;
        let path = self.path(&format!("/proposals/{}/accept", id(&proposal)?));
        self.service.post(ANA, &path, json!({})).await?;
        Ok(())
    }

    /// After the first talk.
    async fn agree(&self) -> anyhow::Result<()> {
        let feedback = self.service.find(ANA, &self.path("/feedback"), "status", "submitted").await?;
        let path = format!("/feedback/{}/acknowledge", id(&feedback)?);
        self.service.post(ANA, &path, json!({})).await?;
        for who in [ANA, BEN] {
            self.service.post(who, &self.path("/agree"), json!({})).await?;
        }
        Ok(())
    }

    async fn talk_first(&self) -> anyhow::Result<()> {
        let outcomes = json!([
            {
                "text": "Ana plans the next quarter with the team, and Ben only listens.",
                "action_item": {
                    "title": PLANNING,
                    "responsible_id": self.setup.person(ANA)?,
                    "due_on": self.service.date_in(95),
                },
            },
            {
                "text": "Ben finds out what will become of the second team.",
                "action_item": {
                    "title": ASK,
                    "responsible_id": self.setup.person(BEN)?,
                    "due_on": self.service.date_in(40),
                },
            },
            {"text": "The on-call group stays a second way, not the first."},
        ]);
        let notes = "Two ways to the same place: a team of her own later, or the on-call group now. \
            Ana would rather wait for the team, and practise until then.";
        talks::hold(self.service, BEN, &self.plan, notes, outcomes).await
    }

    async fn talk_again(&self) -> anyhow::Result<()> {
        let outcomes = json!([
            {"text": "The course waits for the next budget."},
            {
                "text": "Ana meets the people whom she would work with.",
                "action_item": {
                    "title": INTRODUCE,
                    "responsible_id": self.setup.person(BEN)?,
                    "due_on": self.service.date_in(45),
                },
            },
        ]);
        let notes = "There will be a second team. The reviews go well; speaking to many people \
            still costs nights.";
        talks::hold(self.service, BEN, &self.plan, notes, outcomes).await
    }

    /// Ana declines what does not fit now.
    async fn decline(&self) -> anyhow::Result<()> {
        let proposal = json!({
            "title": "Speak at the next conference of our field",
            "description": "The call for papers is open for three weeks.",
            "due_on": self.service.date_in(90),
        });
        let proposal = self.service.create(BEN, &self.path("/proposals"), proposal).await?;
        let path = self.path(&format!("/proposals/{proposal}/decline"));
        let answer = json!({"answer": "Gladly later. First our own people, then a hall of strangers."});
        self.service.post(ANA, &path, answer).await?;
        Ok(())
    }

    /// A few days before the next talk: comments, and a proposal that waits for Ana.
    async fn comment(&self) -> anyhow::Result<()> {
        let (ana, ben) = (self.setup.person(ANA)?, self.setup.person(BEN)?);
        let item = self.item(HAND_OVER).await?;
        for (who, text, mentioned) in [
            (ANA, "Kate is away for four weeks. Should it wait, or is there someone else?", ben),
            (BEN, "Tom has asked for it. Let us settle it in our talk.", ana),
        ] {
            let subject = json!({"kind": "action_item", "id": item});
            let comment = json!({"subject": subject, "text": text, "mentions": [mentioned]});
            self.service.post(who, &self.path("/comments"), comment).await?;
        }
        let subject = json!({"kind": "answer", "id": "short_term_objective"});
        let text = "Grace has said yes to the second team. The objective can stay as it is.";
        let comment = json!({"subject": subject, "text": text, "mentions": [ana]});
        self.service.post(BEN, &self.path("/comments"), comment).await?;
        let proposal = json!({
            "title": "Interview two of the candidates for the second team",
            "description": "I would join you in the first one.",
            "due_on": self.service.date_in(40),
        });
        self.service.post(BEN, &self.path("/proposals"), proposal).await?;
        Ok(())
    }
}
