//! What a brief is made from: what its reader may read.

use std::collections::HashMap;

use crate::{
    entity::{plan, revision},
    feedback::Content,
    ids::{ActionItemId, PersonId},
    plans::{ActionItemSnapshot, Answers, rules::View},
    questionnaires::OwnQuestion,
};

/// What the reader may read.
#[derive(Debug)]
pub struct Source<'a> {
    /// With the dates and the title that the reader reads.
    pub plan: &'a plan::Model,
    pub view: &'a View,
    /// Only those of the sections that the reader reads.
    pub answers: Answers,
    /// Those of HR's own.
    pub questions: Vec<OwnQuestion>,
    /// The latest revision, if the reader reads that and not the working copy.
    pub revision: Option<&'a revision::Model>,
    /// None if the reader does not read the action plan.
    pub items: Option<Vec<ActionItemSnapshot>>,
    /// Submitted feedback on the latest revision.
    pub feedback: Vec<(PersonId, Content)>,
    pub names: HashMap<PersonId, String>,
}

impl Source<'_> {
    /// The name of a person; empty if the directory does not have the person any more.
    pub fn name(&self, person: PersonId) -> String {
        self.names.get(&person).cloned().unwrap_or_default()
    }

    /// The number of an action item in the brief.
    pub fn number(&self, item: ActionItemId) -> Option<usize> {
        self.items.iter().flatten().position(|each| each.id == item).map(|at| at + 1)
    }
}

/// The lines of a text that are not empty.
pub fn paragraphs(text: Option<&str>) -> Vec<String> {
    let lines = text.unwrap_or_default().lines().map(str::trim);
    lines.filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// A text, if there is anything in it.
pub fn filled(text: Option<&String>) -> Option<String> {
    text.filter(|text| !text.trim().is_empty()).cloned()
}
