//! The words of the brief that are ours, in one place for each language.

use crate::{
    entity::action_item::ActionItemStatus,
    feedback::{Assessment, Stance, SupportDecision},
    plans::{Horizon, ObjectiveKind},
};

/// The words of one language.
#[derive(Debug)]
pub struct Texts {
    /// As the HTML attribute `lang` has it (BCP 47).
    pub language: &'static str,
    pub not_shared: &'static str,
    pub working_copy: &'static str,
    pub revision: &'static str,
    pub shared_on: &'static str,
    pub some_sections: &'static str,
    pub mission: &'static str,
    pub objectives: &'static str,
    pub until: &'static str,
    pub in_years: &'static str,
    pub years: &'static str,
    pub alignment: &'static str,
    pub alignment_note: &'static str,
    pub leads_to: &'static str,
    pub not_linked: &'static str,
    pub values: &'static str,
    pub motivators: &'static str,
    pub strengths: &'static str,
    pub development_areas: &'static str,
    pub further_questions: &'static str,
    pub actions: &'static str,
    pub action_plan: &'static str,
    pub action: &'static str,
    pub works_on: &'static str,
    pub who: &'static str,
    pub due: &'static str,
    pub state: &'static str,
    pub support_for: &'static str,
    pub none_yet: &'static str,
    pub questions: &'static str,
    pub ask_objectives: &'static str,
    pub ask_strengths: &'static str,
    pub ask_support: &'static str,
    pub support_needed: &'static str,
    pub responses: &'static str,
    pub reasonable: &'static str,
    pub achievable: &'static str,
    pub instead: &'static str,
    short_term: &'static str,
    long_term: &'static str,
    new_assignment: &'static str,
    current_role_plus: &'static str,
    yes: &'static str,
    partly: &'static str,
    no: &'static str,
    agree: &'static str,
    adjust: &'static str,
    add: &'static str,
    supported: &'static str,
    modified: &'static str,
    declined: &'static str,
    not_started: &'static str,
    in_progress: &'static str,
    blocked: &'static str,
    done: &'static str,
    cancelled: &'static str,
}

pub const ENGLISH: Texts = Texts {
    language: "en",
    not_shared: "Not shared yet",
    working_copy: "Working copy",
    revision: "Revision",
    shared_on: "shared on",
    some_sections: "Only the sections that you were asked about",
    mission: "Personal mission",
    objectives: "Objectives",
    until: "by",
    in_years: "in",
    years: "years",
    alignment: "How it fits together",
    alignment_note: "A dot says that it leads to the objective.",
    leads_to: "leads to the objective",
    not_linked: "not linked to an objective",
    values: "Values",
    motivators: "Motivators",
    strengths: "Strengths",
    development_areas: "Development areas",
    further_questions: "Further questions",
    actions: "Actions",
    action_plan: "Action plan",
    action: "Action",
    works_on: "Works on",
    who: "Who",
    due: "Due",
    state: "State",
    support_for: "Support for",
    none_yet: "Nothing yet.",
    questions: "Questions for our talk",
    ask_objectives: "Are the objectives reasonable, and are they achievable?",
    ask_strengths: "What do you see as strengths and development areas?",
    ask_support: "Will you support the action plan?",
    support_needed: "Support that would help",
    responses: "Answers so far",
    reasonable: "Reasonable",
    achievable: "Achievable",
    instead: "Instead",
    short_term: "Short-term objective",
    long_term: "Long-term objective",
    new_assignment: "a new assignment",
    current_role_plus: "the current role with added duties",
    yes: "yes",
    partly: "partly",
    no: "no",
    agree: "agrees",
    adjust: "would say",
    add: "adds",
    supported: "supports",
    modified: "supports in another form",
    declined: "does not support",
    not_started: "not started",
    in_progress: "in progress",
    blocked: "blocked",
    done: "done",
    cancelled: "cancelled",
};

impl Texts {
    pub fn horizon(&self, horizon: Horizon) -> &'static str {
        match horizon {
            Horizon::ShortTerm => self.short_term,
            Horizon::LongTerm => self.long_term,
        }
    }

    pub fn kind(&self, kind: ObjectiveKind) -> &'static str {
        match kind {
            ObjectiveKind::NewAssignment => self.new_assignment,
            ObjectiveKind::CurrentRolePlus => self.current_role_plus,
        }
    }

    pub fn status(&self, status: ActionItemStatus) -> &'static str {
        match status {
            ActionItemStatus::NotStarted => self.not_started,
            ActionItemStatus::InProgress => self.in_progress,
            ActionItemStatus::Blocked => self.blocked,
            ActionItemStatus::Done => self.done,
            ActionItemStatus::Cancelled => self.cancelled,
        }
    }

    /// A judgement; a dash if there is none.
    pub fn assessment(&self, assessment: Option<Assessment>) -> &'static str {
        match assessment {
            Some(Assessment::Yes) => self.yes,
            Some(Assessment::Partly) => self.partly,
            Some(Assessment::No) => self.no,
            None => "–",
        }
    }

    pub fn stance(&self, stance: Stance) -> &'static str {
        match stance {
            Stance::Agree => self.agree,
            Stance::Adjust => self.adjust,
            Stance::Add => self.add,
        }
    }

    pub fn decision(&self, decision: SupportDecision) -> &'static str {
        match decision {
            SupportDecision::Supported => self.supported,
            SupportDecision::Modified => self.modified,
            SupportDecision::Declined => self.declined,
        }
    }
}
