//! The lines of an agenda that come from the plan: what feedback on the latest revision says other than yes, action
//! items that are late or blocked, and comments. Pure: no database, no clock.

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};
use uuid::Uuid;

use super::content::{AgendaKind, AgendaLine, AgendaSource, AgendaTopic, MAX_LINE, MAX_LINES};
use crate::{
    action_items::rules::{is_open, is_overdue},
    entity::{
        action_item, action_item::ActionItemStatus, comment, comment::CommentSubjectKind, plan::PlanStatus,
    },
    feedback::{Assessment, Content, Observation, Stance, SupportDecision, Verdict},
    ids::{DiscussionId, FeedbackId},
    plans::Horizon,
    questionnaires::{QuestionKey, english},
};

/// A feedback that was submitted.
pub struct Submitted {
    pub id: FeedbackId,
    pub at: DateTime<Utc>,
    pub content: Content,
}

/// What the lines are made from.
pub struct Sources<'a> {
    pub discussion: DiscussionId,
    /// When the discussion was made: the time in the ids of the lines.
    pub created_at: DateTime<Utc>,
    /// Only what has changed since; none for everything.
    pub since: Option<DateTime<Utc>>,
    pub feedback: &'a [Submitted],
    pub items: &'a [action_item::Model],
    /// In order of creation.
    pub comments: &'a [comment::Model],
    pub plan: PlanStatus,
    pub now: DateTime<Utc>,
}

/// The lines of an agenda, in the order in which they are talked about. At most [`MAX_LINES`].
pub fn lines(of: &Sources<'_>) -> Vec<AgendaLine> {
    let mut lines = Lines { of, lines: Vec::new() };
    let is_new = |at: DateTime<Utc>| of.since.is_none_or(|since| at > since);
    let feedback = || of.feedback.iter().filter(|feedback| is_new(feedback.at));
    for Submitted { id, content, .. } in feedback() {
        let objectives = &content.objectives;
        for (place, objective, verdict) in [
            ("short", Horizon::ShortTerm, &objectives.short_term),
            ("long", Horizon::LongTerm, &objectives.long_term),
        ] {
            if let Some(topic) = verdict.as_ref().and_then(|verdict| judged(objective, verdict)) {
                lines.add(&format!("{id} {place}"), topic);
            }
        }
    }
    for Submitted { id, content, .. } in feedback() {
        use AgendaKind::{DevelopmentAreaAdded, DevelopmentAreaRenamed, StrengthAdded, StrengthRenamed};
        for (name, list, added, renamed) in [
            ("Strength", &content.strengths, StrengthAdded, StrengthRenamed),
            ("Development area", &content.development_areas, DevelopmentAreaAdded, DevelopmentAreaRenamed),
        ] {
            for (place, observation) in list.iter().enumerate() {
                if let Some(topic) = proposed(added, renamed, observation) {
                    lines.add(&format!("{id} {name} {place}"), topic);
                }
            }
        }
    }
    for Submitted { id, content, .. } in feedback() {
        for support in &content.support {
            let kind = match support.decision {
                SupportDecision::Supported => continue,
                SupportDecision::Modified => AgendaKind::SupportModified,
                SupportDecision::Declined => AgendaKind::SupportDeclined,
            };
            // An item that was deleted since is no matter any more.
            if let Some(item) = of.items.iter().find(|item| item.id == support.action_item_id) {
                let topic = about_item(kind, item, support.comment.as_deref());
                lines.add(&format!("{id} {}", item.id), topic);
            }
        }
    }
    for item in of.items.iter().filter(|item| is_open(item.status)) {
        let is_answered = of
            .feedback
            .iter()
            .any(|feedback| feedback.content.support.iter().any(|support| support.action_item_id == item.id));
        if let Some(needed) = item.support_needed.as_deref().filter(|_| of.since.is_none() && !is_answered) {
            lines.add(&item.id.to_string(), about_item(AgendaKind::SupportNeeded, item, Some(needed)));
        }
    }
    for item in of.items.iter().filter(|item| is_overdue(item, of.plan, of.now)) {
        if item.overdue_from.is_some_and(is_new) {
            lines.add(&item.id.to_string(), about_item(AgendaKind::ItemOverdue, item, None));
        }
    }
    for item in of.items.iter().filter(|item| item.status == ActionItemStatus::Blocked) {
        if of.since.is_none() || item.shared_progress_at.is_some_and(is_new) {
            lines.add(&item.id.to_string(), about_item(AgendaKind::ItemBlocked, item, None));
        }
    }
    let comments = || of.comments.iter().filter(|comment| is_new(comment.created_at));
    // If not all of them have room, the newest.
    let left_out = comments().count().saturating_sub(MAX_LINES - lines.lines.len());
    for comment in comments().skip(left_out) {
        if let Some(topic) = commented(of, comment) {
            lines.add(&comment.id.to_string(), topic);
        }
    }
    lines.lines
}

struct Lines<'a> {
    of: &'a Sources<'a>,
    lines: Vec<AgendaLine>,
}

impl Lines<'_> {
    /// Adds a line. `subject` names what it is about, once for each source.
    fn add(&mut self, subject: &str, topic: AgendaTopic) {
        if self.lines.len() < MAX_LINES {
            let source = topic.kind.source();
            let id = line_id(self.of, source, subject).into();
            let text = cut(said(&topic));
            self.lines.push(AgendaLine { id, source, text, done: false, about: Some(topic) });
        }
    }
}

/// The id of a line, the same whenever it is made: a UUIDv7 of the time of the discussion, whose other bits are a
/// digest of what the line is about.
fn line_id(of: &Sources<'_>, source: AgendaSource, subject: &str) -> Uuid {
    let mut hash = Sha256::new();
    hash.update(of.discussion.0.as_bytes());
    hash.update(format!("{source:?} {subject}"));
    let rest = hash.finalize().first_chunk().copied().unwrap_or_default();
    let millis = of.created_at.timestamp_millis().unsigned_abs();
    uuid::Builder::from_unix_timestamp_millis(millis, &rest).into_uuid()
}

fn topic(kind: AgendaKind, name: Option<&str>, comment: Option<&str>) -> AgendaTopic {
    let comment = comment.map(str::trim).filter(|comment| !comment.is_empty());
    AgendaTopic {
        kind,
        objective: None,
        reasonable: None,
        achievable: None,
        question: None,
        name: name.map(|name| cut(name.to_owned())),
        comment: comment.map(|comment| cut(comment.to_owned())),
        action_item_id: None,
    }
}

fn about_item(kind: AgendaKind, item: &action_item::Model, comment: Option<&str>) -> AgendaTopic {
    AgendaTopic { action_item_id: Some(item.id), ..topic(kind, Some(&item.title), comment) }
}

/// What a verdict says, unless that is yes.
fn judged(objective: Horizon, verdict: &Verdict) -> Option<AgendaTopic> {
    let Verdict { reasonable, achievable, comment, counter_proposal } = verdict;
    let is_yes = |assessment: &Option<Assessment>| assessment.is_none_or(|it| it == Assessment::Yes);
    if is_yes(reasonable) && is_yes(achievable) && counter_proposal.is_none() {
        return None;
    }
    Some(AgendaTopic {
        objective: Some(objective),
        reasonable: *reasonable,
        achievable: *achievable,
        ..topic(AgendaKind::ObjectiveJudged, counter_proposal.as_deref(), comment.as_deref())
    })
}

/// What an observation proposes.
fn proposed(added: AgendaKind, renamed: AgendaKind, observation: &Observation) -> Option<AgendaTopic> {
    let Observation { item_id: _, stance, name, comment } = observation;
    let kind = match stance {
        Stance::Agree => return None,
        Stance::Adjust => renamed,
        Stance::Add => added,
    };
    Some(topic(kind, Some(name.as_deref()?), comment.as_deref()))
}

/// What a comment is about and says; none if its action item was deleted.
fn commented(of: &Sources<'_>, comment: &comment::Model) -> Option<AgendaTopic> {
    let text = Some(comment.text.as_str());
    match comment.subject_kind {
        CommentSubjectKind::Plan => Some(topic(AgendaKind::PlanCommented, None, text)),
        CommentSubjectKind::Answer => {
            let question = Some(comment.question.as_deref().and_then(QuestionKey::named)?);
            Some(AgendaTopic { question, ..topic(AgendaKind::AnswerCommented, None, text) })
        }
        CommentSubjectKind::ActionItem => {
            let item = of.items.iter().find(|item| Some(item.id) == comment.action_item_id)?;
            Some(about_item(AgendaKind::ItemCommented, item, text))
        }
    }
}

/// A topic in English.
fn said(topic: &AgendaTopic) -> String {
    let AgendaTopic { kind, objective, reasonable, achievable, question, name, comment, action_item_id: _ } =
        topic;
    let (name, words) = (name.as_deref().unwrap_or_default(), comment.as_deref().unwrap_or_default());
    let text = match kind {
        AgendaKind::ObjectiveJudged => {
            let objective = match objective {
                Some(Horizon::LongTerm) => "Long-term objective",
                Some(Horizon::ShortTerm) | None => "Short-term objective",
            };
            let judged = [("reasonable", reasonable), ("achievable", achievable)].into_iter();
            let judged = judged.filter_map(|(what, assessment)| match assessment {
                Some(Assessment::Partly) => Some(format!("partly {what}")),
                Some(Assessment::No) => Some(format!("not {what}")),
                Some(Assessment::Yes) | None => None,
            });
            let proposal = Some(format!("proposed instead: {name}")).filter(|_| !name.is_empty());
            let judged = Some(judged.collect::<Vec<_>>().join(", ")).filter(|judged| !judged.is_empty());
            format!("{objective}: {}", judged.into_iter().chain(proposal).collect::<Vec<_>>().join("; "))
        }
        AgendaKind::StrengthAdded => format!("Strength to add: {name}"),
        AgendaKind::StrengthRenamed => format!("Strength, another name: {name}"),
        AgendaKind::DevelopmentAreaAdded => format!("Development area to add: {name}"),
        AgendaKind::DevelopmentAreaRenamed => format!("Development area, another name: {name}"),
        AgendaKind::SupportModified => format!("Support in another form: {name}"),
        AgendaKind::SupportDeclined => format!("Support declined: {name}"),
        AgendaKind::SupportNeeded => format!("Support needed: {name}"),
        AgendaKind::ItemOverdue => format!("Overdue: {name}"),
        AgendaKind::ItemBlocked => format!("Blocked: {name}"),
        AgendaKind::PlanCommented => return format!("Comment on the plan: {words}"),
        AgendaKind::AnswerCommented => {
            return format!("Comment on {}: {words}", question.map(english).unwrap_or_default());
        }
        AgendaKind::ItemCommented => return format!("Comment on {name}: {words}"),
    };
    if words.is_empty() { text } else { format!("{text} ({words})") }
}

/// `text` with at most [`MAX_LINE`] characters.
fn cut(text: String) -> String {
    if text.chars().count() <= MAX_LINE {
        return text;
    }
    text.chars().take(MAX_LINE - 1).chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        action_items::rules::new_item,
        entity::action_item::ActionItemKind,
        feedback::{ObjectiveVerdicts, Support},
        ids::ActionItemId,
    };

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    fn id<T: From<Uuid>>(number: u128) -> T {
        Uuid::from_u128(number).into()
    }

    fn item(number: u128, title: &str) -> action_item::Model {
        let item =
            new_item(id(1), id(number), id(2), ActionItemKind::Development, id(3), DateTime::UNIX_EPOCH);
        action_item::Model { title: title.into(), ..item }
    }

    fn made(
        feedback: &[Submitted],
        items: &[action_item::Model],
        comments: &[comment::Model],
        since: Option<&str>,
    ) -> Vec<(AgendaSource, String)> {
        let of = Sources {
            discussion: id(9),
            created_at: at("2026-03-01T09:00:00Z"),
            since: since.map(at),
            feedback,
            items,
            comments,
            plan: PlanStatus::Shared,
            now: at("2026-05-01T09:00:00Z"),
        };
        let made = lines(&of);
        assert_eq!(made, lines(&of), "the ids are the same each time");
        made.into_iter().map(|line| (line.source, line.text)).collect()
    }

    fn feedback(items: [ActionItemId; 2]) -> Submitted {
        let verdict = |achievable| Verdict { achievable: Some(achievable), ..Verdict::default() };
        let support = |action_item_id, decision| Support {
            action_item_id,
            decision,
            comment: Some(" A smaller one first ".into()),
            commitment: None,
        };
        let content = Content {
            objectives: ObjectiveVerdicts {
                short_term: Some(verdict(Assessment::Partly)),
                long_term: Some(verdict(Assessment::Yes)),
            },
            strengths: vec![Observation {
                item_id: None,
                stance: Stance::Add,
                name: Some("Patience".into()),
                comment: None,
            }],
            support: vec![
                support(items[0], SupportDecision::Supported),
                support(items[1], SupportDecision::Declined),
            ],
            ..Content::default()
        };
        Submitted { id: id(20), at: at("2026-04-01T09:00:00Z"), content }
    }

    #[test]
    fn the_lines_say_what_is_not_agreed_late_or_blocked() {
        let (mut read, mut lead) = (item(10, "Read"), item(11, "Lead"));
        read.overdue_from = Some(at("2026-04-15T00:00:00Z"));
        lead.status = ActionItemStatus::Blocked;
        lead.shared_progress_at = Some(at("2026-04-20T00:00:00Z"));
        let given = [feedback([read.id, lead.id])];
        let items = [read, lead];
        let all = [
            (AgendaSource::Verdict, "Short-term objective: partly achievable".to_owned()),
            (AgendaSource::Stance, "Strength to add: Patience".to_owned()),
            (AgendaSource::Support, "Support declined: Lead (A smaller one first)".to_owned()),
            (AgendaSource::Overdue, "Overdue: Read".to_owned()),
            (AgendaSource::Blocked, "Blocked: Lead".to_owned()),
        ];
        assert_eq!(made(&given, &items, &[], None), all);
        // Since a time, what has changed since alone.
        assert_eq!(made(&given, &items, &[], Some("2026-04-01T09:00:00Z")), all[3..]);
        assert_eq!(made(&given, &items, &[], Some("2026-04-15T00:00:00Z")), all[4..]);
        assert_eq!(made(&given, &items, &[], Some("2026-04-20T00:00:00Z")), []);
    }

    #[test]
    fn support_that_no_one_has_answered_is_talked_about_once() {
        let mut lead = item(11, "Lead");
        lead.support_needed = Some("An hour a month".into());
        let needed = (AgendaSource::Support, "Support needed: Lead (An hour a month)".to_owned());
        assert_eq!(made(&[], &[lead.clone()], &[], None), [needed]);
        assert_eq!(made(&[], &[lead.clone()], &[], Some("2026-04-01T09:00:00Z")), []);
        let answered = made(&[feedback([lead.id, id(99)])], &[lead], &[], None);
        assert!(answered.iter().all(|(source, _)| *source != AgendaSource::Support), "{answered:?}");
    }

    fn comment(number: u128, kind: CommentSubjectKind, text: &str) -> comment::Model {
        comment::Model {
            tenant_id: id(1),
            id: id(number),
            plan_id: id(2),
            revision: 1,
            author_id: id(3),
            subject_kind: kind,
            question: (kind == CommentSubjectKind::Answer).then(|| "values".to_owned()),
            answer_id: None,
            action_item_id: (kind == CommentSubjectKind::ActionItem).then(|| id(10)),
            text: text.into(),
            mentions: "[]".into(),
            closed_to_author: false,
            created_at: at("2026-04-01T09:00:00Z") + chrono::TimeDelta::minutes(number as i64),
        }
    }

    #[test]
    fn comments_come_last_and_the_newest_have_room() {
        use CommentSubjectKind::{ActionItem, Answer, Plan};
        let comments =
            [comment(1, Plan, "Brave"), comment(2, Answer, "Which?"), comment(3, ActionItem, "When?")];
        let mut read = item(10, "Read");
        read.status = ActionItemStatus::Blocked;
        let texts = |items: &[action_item::Model], comments: &[comment::Model], since| -> Vec<String> {
            made(&[], items, comments, since).into_iter().map(|(_, text)| text).collect()
        };
        let all = [
            "Blocked: Read",
            "Comment on the plan: Brave",
            "Comment on Values: Which?",
            "Comment on Read: When?",
        ];
        assert_eq!(texts(&[read.clone()], &comments, None), all);
        assert_eq!(texts(&[], &comments, None), all[1..3], "the item is gone");
        assert_eq!(texts(&[read.clone()], &comments, Some("2026-04-01T09:02:00Z")), all[3..]);
        let many = (1..=MAX_LINES as u128).map(|number| comment(number, Plan, &number.to_string()));
        let made = texts(&[read], &many.collect::<Vec<_>>(), None);
        assert_eq!((made.len(), &made[0][..]), (MAX_LINES, "Blocked: Read"));
        assert_eq!((&made[1][..], &made[49][..]), ("Comment on the plan: 2", "Comment on the plan: 50"));
    }

    #[test]
    fn a_long_line_is_cut() {
        let mut long = item(10, &"ü".repeat(MAX_LINE));
        long.status = ActionItemStatus::Blocked;
        let [(_, text)] = &made(&[], &[long], &[], None)[..] else { panic!("one line") };
        assert_eq!(text.chars().count(), MAX_LINE);
        assert!(text.ends_with('…'));
    }
}
