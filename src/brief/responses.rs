//! The feedback that a brief shows. Pure functions.

use super::{
    source::{Source, filled, paragraphs},
    texts::Texts,
};
use crate::{
    feedback::{Content, Observation, Support, Verdict},
    ids::PersonId,
    plans::{Answer, Horizon},
};

/// What one author has answered.
#[derive(Debug)]
pub struct Response {
    pub author: String,
    pub summary: Vec<String>,
    pub verdicts: Vec<Judgement>,
    /// Views of strengths, development areas and actions.
    pub remarks: Vec<Remark>,
}

/// A verdict on an objective.
#[derive(Debug)]
pub struct Judgement {
    pub objective: &'static str,
    pub reasonable: &'static str,
    pub achievable: &'static str,
    pub comment: Option<String>,
    pub counter_proposal: Option<String>,
}

#[derive(Debug)]
pub struct Remark {
    /// What it is about: a list or an action.
    pub about: String,
    pub says: &'static str,
    /// The name that is agreed to or proposed; none for actions.
    pub name: Option<String>,
    pub comment: Option<String>,
}

pub fn of(source: &Source<'_>, author: PersonId, content: &Content, texts: &Texts) -> Response {
    let Content { summary, objectives, strengths, development_areas, support } = content;
    let verdict = |horizon, verdict: &Option<Verdict>| {
        let given = verdict.as_ref().filter(|verdict| **verdict != Verdict::default());
        given.map(|verdict| judgement(horizon, verdict, texts))
    };
    let verdicts = [
        verdict(Horizon::ShortTerm, &objectives.short_term),
        verdict(Horizon::LongTerm, &objectives.long_term),
    ];
    let answers = &source.answers;
    let lists = [
        (texts.strengths, strengths, &answers.strengths),
        (texts.development_areas, development_areas, &answers.development_areas),
    ];
    let observations = lists.into_iter().flat_map(|(about, observations, known)| {
        observations.iter().map(move |observation| remark(about, observation, known, texts))
    });
    Response {
        author: source.name(author),
        summary: paragraphs(summary.as_deref()),
        verdicts: verdicts.into_iter().flatten().collect(),
        remarks: observations.chain(support.iter().map(|support| decision(source, support, texts))).collect(),
    }
}

fn judgement(horizon: Horizon, verdict: &Verdict, texts: &Texts) -> Judgement {
    let Verdict { reasonable, achievable, comment, counter_proposal } = verdict;
    Judgement {
        objective: texts.horizon(horizon),
        reasonable: texts.assessment(*reasonable),
        achievable: texts.assessment(*achievable),
        comment: filled(comment.as_ref()),
        counter_proposal: filled(counter_proposal.as_ref()),
    }
}

fn remark(about: &str, observation: &Observation, known: &[Answer], texts: &Texts) -> Remark {
    let Observation { item_id, stance, name, comment } = observation;
    let item = item_id.and_then(|id| known.iter().find(|answer| answer.id == id));
    Remark {
        about: about.to_owned(),
        says: texts.stance(*stance),
        name: name.clone().or_else(|| item.map(|answer| answer.name.clone())),
        comment: filled(comment.as_ref()),
    }
}

fn decision(source: &Source<'_>, support: &Support, texts: &Texts) -> Remark {
    let Support { action_item_id, decision, comment, commitment } = support;
    let number = source.number(*action_item_id).map(|number| format!(" {number}")).unwrap_or_default();
    Remark {
        about: format!("{}{number}", texts.action),
        says: texts.decision(*decision),
        name: commitment.as_ref().map(|commitment| commitment.title.clone()),
        comment: filled(comment.as_ref()),
    }
}
