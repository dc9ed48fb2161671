//! The questionnaire: eight standard questions in three sections, with guidance in five languages. HR adapts and
//! translates them and adds questions of its own. Each publication is a version that never changes; version 1 is the
//! standard one, which every tenant has.

mod api;
mod definition;
mod error;
mod kept;
mod rendered;
mod rules;
pub mod section;
mod standard;
pub mod store;

use crate::http::{Operations, add_operations};

pub use self::{
    definition::{ChoiceOption, OwnQuestionDefinition, OwnQuestionKind, Scale},
    rendered::{OwnQuestion, render_own_questions},
    section::Section,
    standard::{QUESTIONS, QuestionKey, StandardQuestion, english},
    store::{STANDARD_VERSION, current_version, own_questions},
};

pub fn operations(list: &mut Operations) {
    add_operations!(
        list,
        api: read_questionnaire, list_questionnaires, create_questionnaire, read_questionnaire_version;
    );
}
