//! What a brief shows, from what its reader may read. Pure functions: no database, no clock.

use chrono::NaiveDate;

use super::{
    responses::{self, Response},
    source::{Source, filled, paragraphs},
    texts::Texts,
};
use crate::{
    entity::action_item::ActionItemKind,
    ids::AnswerId,
    plans::{ActionItemSnapshot, Answer, Answers, ExtraValue, Horizon, rules::View},
};

/// A brief. Its texts are as people wrote them: the templates escape them.
#[derive(Debug)]
pub struct Brief {
    pub title: String,
    pub owner: String,
    pub starts_on: String,
    pub ends_on: String,
    /// What of the plan it shows.
    pub basis: String,
    pub mission: Vec<String>,
    pub objectives: Vec<Objective>,
    pub groups: Vec<Group>,
    pub own_answers: Vec<OwnAnswer>,
    pub actions: Option<Vec<Action>>,
    pub responses: Vec<Response>,
}

#[derive(Debug)]
pub struct Objective {
    pub name: &'static str,
    pub summary: String,
    /// Its kind, if it has one.
    pub kind: Option<&'static str>,
    pub detail: Option<String>,
    pub target_on: Option<String>,
    pub horizon_years: Option<i32>,
}

/// The answer to a question of HR's own.
#[derive(Debug)]
pub struct OwnAnswer {
    pub question: String,
    pub answer: String,
}

/// A list of answers, and where each leads.
#[derive(Debug)]
pub struct Group {
    pub name: &'static str,
    /// Whether actions may work on its rows: it has the development areas, and the reader reads the action plan.
    pub takes_actions: bool,
    pub rows: Vec<Row>,
}

#[derive(Debug)]
pub struct Row {
    pub name: String,
    pub note: Option<String>,
    pub short_term: bool,
    pub long_term: bool,
    /// The numbers of the actions that work on it.
    pub actions: Vec<usize>,
}

#[derive(Debug)]
pub struct Action {
    pub number: usize,
    pub title: String,
    pub description: Option<String>,
    pub who: String,
    pub due_on: Option<String>,
    pub status: &'static str,
    pub percent: i32,
    /// The development area and the objectives that it works on.
    pub works_on: Vec<String>,
    /// The number of the action that it supports.
    pub supports: Option<usize>,
    pub support_needed: Option<String>,
}

impl Brief {
    pub fn of(source: &Source<'_>, texts: &Texts) -> Self {
        let Source { plan, answers, .. } = source;
        Self {
            title: plan.title.clone(),
            owner: source.name(plan.owner_id),
            starts_on: day(plan.starts_on),
            ends_on: day(plan.ends_on),
            basis: basis(source, texts),
            mission: paragraphs(answers.mission_statement.as_deref()),
            objectives: objectives(answers, texts),
            groups: groups(source, texts),
            own_answers: own_answers(source),
            actions: source.items.as_ref().map(|items| actions(source, items, texts)),
            responses: source
                .feedback
                .iter()
                .map(|(author, content)| responses::of(source, *author, content, texts))
                .collect(),
        }
    }

    /// The actions whose responsible person has said which support would help.
    pub fn asks(&self) -> Vec<&Action> {
        self.actions.iter().flatten().filter(|action| action.support_needed.is_some()).collect()
    }

    /// Whether the drawing has a column for actions.
    pub fn draws_actions(&self) -> bool {
        self.groups.iter().any(|group| group.takes_actions)
    }
}

/// A day as ISO 8601 writes it, which every language reads.
fn day(day: NaiveDate) -> String {
    day.to_string()
}

fn basis(source: &Source<'_>, texts: &Texts) -> String {
    let latest = source.plan.latest_revision;
    match (source.view, source.revision) {
        (View::WorkingCopy, _) if latest == 0 => texts.not_shared.to_owned(),
        (View::WorkingCopy, _) => format!("{} · {} {latest}", texts.working_copy, texts.revision),
        (_, Some(revision)) => {
            let shared_on = day(revision.shared_at.date_naive());
            let shared = format!("{} {latest}, {} {shared_on}", texts.revision, texts.shared_on);
            let some = matches!(source.view, View::Sections(_));
            if some { format!("{shared} · {}", texts.some_sections) } else { shared }
        }
        (_, None) => format!("{} {latest}", texts.revision),
    }
}

fn objectives(answers: &Answers, texts: &Texts) -> Vec<Objective> {
    let short = answers.short_term_objective.as_ref().map(|objective| Objective {
        name: texts.horizon(Horizon::ShortTerm),
        summary: objective.summary.clone().unwrap_or_default(),
        kind: objective.kind.map(|kind| texts.kind(kind)),
        detail: filled(objective.detail.as_ref()),
        target_on: objective.target_on.map(day),
        horizon_years: None,
    });
    let long = answers.long_term_objective.as_ref().map(|objective| Objective {
        name: texts.horizon(Horizon::LongTerm),
        summary: objective.summary.clone().unwrap_or_default(),
        kind: None,
        detail: None,
        target_on: None,
        horizon_years: objective.horizon_years,
    });
    short.into_iter().chain(long).collect()
}

fn groups(source: &Source<'_>, texts: &Texts) -> Vec<Group> {
    let answers = &source.answers;
    let lists = [
        (texts.values, &answers.values),
        (texts.motivators, &answers.motivators),
        (texts.strengths, &answers.strengths),
        (texts.development_areas, &answers.development_areas),
    ];
    let group = |(name, list): (&'static str, &Vec<Answer>)| Group {
        name,
        takes_actions: name == texts.development_areas && source.items.is_some(),
        rows: list.iter().map(|answer| row(source, answer)).collect(),
    };
    lists.into_iter().map(group).filter(|group| !group.rows.is_empty()).collect()
}

/// The answers to HR's own questions, in the order of these.
fn own_answers(source: &Source<'_>) -> Vec<OwnAnswer> {
    let answers = source.questions.iter().filter_map(|question| {
        let given = source.answers.extra.iter().find(|extra| extra.question_id == question.id)?;
        let answer = match (&given.value, &question.scale) {
            (ExtraValue::Number(number), Some(scale)) => {
                format!("{number} ({}–{})", scale.minimum, scale.maximum)
            }
            (ExtraValue::Number(number), None) => number.to_string(),
            (ExtraValue::Text(text), _) => {
                let option = question.options.iter().find(|option| option.value == *text);
                option.map_or(text, |option| &option.label).clone()
            }
        };
        given.is_answered().then(|| OwnAnswer { question: question.title.clone(), answer })
    });
    answers.collect()
}

fn row(source: &Source<'_>, answer: &Answer) -> Row {
    let items = source.items.iter().flatten().enumerate();
    let works_on_it = items.filter(|(_, item)| item.development_area_id == Some(answer.id));
    Row {
        name: answer.name.clone(),
        note: filled(answer.note.as_ref()),
        short_term: answer.aligned_with.contains(&Horizon::ShortTerm),
        long_term: answer.aligned_with.contains(&Horizon::LongTerm),
        actions: works_on_it.map(|(at, _)| at + 1).collect(),
    }
}

fn actions(source: &Source<'_>, items: &[ActionItemSnapshot], texts: &Texts) -> Vec<Action> {
    let action = |(at, item): (usize, &ActionItemSnapshot)| {
        let area = item.development_area_id.and_then(|area| area_name(&source.answers, area));
        let objectives = item.advances.iter().map(|horizon| texts.horizon(*horizon).to_owned());
        Action {
            number: at + 1,
            title: item.title.clone(),
            description: filled(item.description.as_ref()),
            who: source.name(item.responsible_id),
            due_on: item.due_on.map(day),
            status: texts.status(item.status),
            percent: item.progress_percent,
            works_on: area.into_iter().chain(objectives).collect(),
            supports: item
                .supports_action_item_id
                .filter(|_| item.kind == ActionItemKind::Support)
                .and_then(|supported| source.number(supported)),
            support_needed: filled(item.support_needed.as_ref()),
        }
    };
    items.iter().enumerate().map(action).collect()
}

fn area_name(answers: &Answers, area: AnswerId) -> Option<String> {
    answers.development_areas.iter().find(|known| known.id == area).map(|known| known.name.clone())
}

impl Row {
    /// The numbers of the actions, with commas.
    pub fn action_numbers(&self) -> String {
        self.actions.iter().map(usize::to_string).collect::<Vec<_>>().join(", ")
    }
}

impl Action {
    /// What it works on or supports, in words.
    pub fn purpose(&self, texts: &Texts) -> String {
        let supports = self.supports.map(|number| format!("{} {number}", texts.support_for));
        self.works_on.iter().cloned().chain(supports).collect::<Vec<_>>().join(", ")
    }
}
