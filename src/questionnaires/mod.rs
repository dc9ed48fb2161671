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

use crate::http::Mount;

pub use self::{
    definition::{ChoiceOption, OwnQuestionDefinition, OwnQuestionKind, Scale},
    rendered::{OwnQuestion, render_own_questions},
    section::Section,
    standard::{QUESTIONS, QuestionKey, StandardQuestion, english},
    store::{STANDARD_VERSION, current_version, own_questions},
};

pub fn routes(config: &mut impl Mount) {
    config
        .service(api::read_questionnaire)
        .service(api::list_questionnaires)
        .service(api::create_questionnaire)
        .service(api::read_questionnaire_version);
}
