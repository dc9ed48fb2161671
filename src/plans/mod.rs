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

use crate::http::{Operations, add_operations};
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

pub fn operations(list: &mut Operations) {
    add_operations!(
        list,
        lists: list_plans, export_plans;
        api: create_plan, read_plan, delete_plan, read_readiness;
        update: update_plan;
        revisions: list_revisions, read_revision, read_revision_changes;
    );
}
