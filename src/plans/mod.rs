//! Plans: an employee prepares a plan, shares it, agrees on it with the manager and completes it.
//!
//! A plan's row holds the owner's working copy. Sharing copies it into an immutable revision. Only the owner reads
//! the working copy; all other readers read the latest revision.

pub mod access;
pub mod agreements;
mod answers;
mod api;
pub mod by_reference;
mod changes;
mod error;
pub mod extras;
mod finding;
mod kept;
mod links;
mod lists;
mod lookups;
mod may;
pub mod progress;
mod readable;
mod readiness;
mod reference;
pub mod reminder;
mod revisions;
pub mod rules;
mod sample;
pub mod store;
mod update;

use crate::http::Mount;
pub use crate::questionnaires::Section;

pub use self::{
    access::{Access, Relation},
    answers::{
        Answer, Answers, GiveAnswer, GiveAnswers, GiveSkill, Horizon, LongTermObjective, ObjectiveKind,
        ShortTermObjective, advances,
    },
    api::{Plan, check_cycle, reply},
    error::PlanError,
    extras::{ExtraAnswer, ExtraValue, GiveExtraAnswer},
    finding::Finding,
    kept::kept_reply,
    links::{ActionItemLink, item_lookups, links_of},
    readable::RevisionFilter,
    readiness::{answers_are_complete, readiness},
    reference::Reference,
    revisions::{ActionItemSnapshot, freeze},
    sample::{sample_managed, sample_page, sample_read},
    store::PlanForNewItem,
};

pub fn routes(config: &mut impl Mount) {
    config
        .service(lists::list_plans)
        .service(lists::export_plans)
        .service(api::create_plan)
        .service(api::read_plan)
        .service(update::update_plan)
        .service(api::delete_plan)
        .service(api::read_readiness)
        .service(revisions::list_revisions)
        .service(revisions::read_revision)
        .service(revisions::read_revision_changes);
}
