//! The rules of plans, as pure functions: no database, no clock.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use super::{answers::Answers, error::PlanError, lookups, readiness::PLAN_MONTHS};
use crate::{
    auth::permissions::{Right, Roles},
    entity::plan::{self, PlanOutcome, PlanStatus},
    http::FieldError,
    ids::{AnswerId, CycleId, PersonId, PlanId, TenantId},
    questionnaires::{STANDARD_VERSION, Section},
    record::{Lookup, Tracked},
};

/// A new draft with default values: no title and no answers, version 1.
pub fn new_plan(
    tenant: TenantId,
    id: PlanId,
    owner: PersonId,
    starts_on: NaiveDate,
    now: DateTime<Utc>,
) -> plan::Model {
    plan::Model {
        tenant_id: tenant,
        id,
        owner_id: owner,
        title: String::new(),
        cycle_id: None,
        starts_on,
        ends_on: starts_on.checked_add_months(PLAN_MONTHS).unwrap_or(NaiveDate::MAX),
        status: PlanStatus::Draft,
        answers: String::new(),
        latest_revision: 0,
        has_unshared_changes: true,
        earlier_revisions_visible: false,
        shared_at: None,
        owner_agreed_at: None,
        manager_agreed_at: None,
        reflection: None,
        created_at: now,
        updated_at: now,
        version: 1,
        reminder_at: None,
        stale_since: None,
        closed_up_to: 0,
        set_aside_up_to: 0,
        shared_version: 0,
        shared_updated_at: now,
        reviewed_version: 0,
        reviewed_updated_at: now,
        earlier_revisions_visible_from: None,
        agreed_without_manager: false,
        completed_at: None,
        questionnaire_version: STANDARD_VERSION,
        previous_plan_id: None,
        outcome: None,
        ended_on: None,
        answers_complete: false,
        cycle_changed: false,
    }
}

/// Which content of a plan the caller may read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum View {
    /// The owner's working copy.
    WorkingCopy,
    /// The latest shared revision.
    Shared,
    /// Some sections of the latest shared revision.
    Sections(Vec<Section>),
}

/// Which content of the plan the caller may read; None if the caller may not see the plan.
pub fn view(shared: bool, roles: &Roles, reviewer_sections: Option<&str>) -> Option<View> {
    if roles.may(Right::ReadDraft) {
        return Some(View::WorkingCopy);
    }
    if !shared || !roles.may(Right::ReadShared) {
        return None;
    }
    if roles.may(Right::ReadAllSections) {
        return Some(View::Shared);
    }
    Some(View::Sections(reviewer_sections.map(sections).unwrap_or_default()))
}

/// The sections of an invitation, which are stored as a JSON array.
pub fn sections(stored: &str) -> Vec<Section> {
    serde_json::from_str(stored).unwrap_or_default()
}

impl View {
    pub fn has(&self, section: Section) -> bool {
        match self {
            Self::WorkingCopy | Self::Shared => true,
            Self::Sections(sections) => sections.contains(&section),
        }
    }

    /// The answers without the sections that the caller may not read.
    pub fn narrow(&self, answers: Answers) -> Answers {
        let extra = answers.extra.into_iter().filter(|extra| self.has(extra.section)).collect();
        let mut narrowed = Answers { extra, ..Answers::default() };
        if self.has(Section::Basic) {
            narrowed.mission_statement = answers.mission_statement;
            narrowed.values = answers.values;
            narrowed.motivators = answers.motivators;
        }
        if self.has(Section::Deeper) {
            narrowed.short_term_objective = answers.short_term_objective;
            narrowed.long_term_objective = answers.long_term_objective;
        }
        if self.has(Section::Planning) {
            narrowed.strengths = answers.strengths;
            narrowed.development_areas = answers.development_areas;
        }
        narrowed
    }
}

/// The version and the time of change of what a caller with these roles sees of a plan.
pub fn seen(plan: &plan::Model, roles: &Roles) -> (i64, DateTime<Utc>) {
    if roles.may(Right::ReadDraft) {
        (plan.version, plan.updated_at)
    } else if roles.may(Right::ReadAllSections) {
        (plan.shared_version, plan.shared_updated_at)
    } else {
        (plan.reviewed_version, plan.reviewed_updated_at)
    }
}

/// What invited reviewers see of a plan beside the content of its latest revision, which has a number.
type Reviewed = (PlanStatus, Option<CycleId>, i32, Option<DateTime<Utc>>);

/// What readers of the whole plan see besides.
type SharedOnly<'a> = (
    i32,
    Option<i32>,
    Option<DateTime<Utc>>,
    Option<DateTime<Utc>>,
    bool,
    Option<&'a str>,
    Option<PlanOutcome>,
);

/// The parts of a plan's row that others see. A new column does not compile until it is decided who sees it.
fn shown_to_others(plan: &plan::Model) -> (Reviewed, SharedOnly<'_>) {
    let plan::Model {
        // These never change.
        tenant_id: _,
        id: _,
        owner_id: _,
        created_at: _,
        questionnaire_version: _,
        previous_plan_id: _,
        // The working copy: others read the latest revision.
        title: _,
        starts_on: _,
        ends_on: _,
        answers: _,
        has_unshared_changes: _,
        version: _,
        updated_at: _,
        // No response contains these.
        reminder_at: _,
        stale_since: _,
        ended_on: _,
        answers_complete: _,
        cycle_changed: _,
        // These follow from the others.
        earlier_revisions_visible: _,
        set_aside_up_to: _,
        shared_version: _,
        shared_updated_at: _,
        reviewed_version: _,
        reviewed_updated_at: _,
        completed_at: _,
        status,
        cycle_id,
        latest_revision,
        shared_at,
        closed_up_to,
        earlier_revisions_visible_from,
        owner_agreed_at,
        manager_agreed_at,
        agreed_without_manager,
        reflection,
        outcome,
    } = plan;
    (
        (*status, *cycle_id, *latest_revision, *shared_at),
        (
            *closed_up_to,
            *earlier_revisions_visible_from,
            *owner_agreed_at,
            *manager_agreed_at,
            *agreed_without_manager,
            reflection.as_deref(),
            *outcome,
        ),
    )
}

/// Checks that a plan ends after it starts, and on a day that RFC 3339 can write: years have four digits (section 1).
pub fn check_dates(starts_on: NaiveDate, ends_on: NaiveDate) -> Vec<FieldError> {
    if ends_on <= starts_on {
        vec![FieldError::new("/ends_on", format!("must be after starts_on, which is {starts_on}"))]
    } else if ends_on.year() > 9999 {
        vec![FieldError::new("/ends_on", "must be given, and at most in the year 9999")]
    } else {
        Vec::new()
    }
}

/// The content of a plan that sharing copies into a revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkingCopy {
    pub title: String,
    pub starts_on: NaiveDate,
    pub ends_on: NaiveDate,
    /// [`Answers`] as JSON.
    pub answers: String,
}

impl WorkingCopy {
    pub fn of(plan: &plan::Model) -> Self {
        Self {
            title: plan.title.clone(),
            starts_on: plan.starts_on,
            ends_on: plan.ends_on,
            answers: plan.answers.clone(),
        }
    }

    /// Replaces the working copy of a plan and sets `has_unshared_changes` if it differs.
    ///
    /// Every edit must use this: while `has_unshared_changes` is false, queries return the working copy to all readers,
    /// instead of joining the latest revision.
    pub fn replace(self, plan: &mut plan::Model) {
        plan.has_unshared_changes |= self != Self::of(plan);
        plan.title = self.title;
        plan.starts_on = self.starts_on;
        plan.ends_on = self.ends_on;
        plan.answers = self.answers;
    }
}

pub fn may_change(status: PlanStatus) -> Result<(), PlanError> {
    match status {
        PlanStatus::Archived => Err(PlanError::Archived),
        _ => Ok(()),
    }
}

/// Whether what is written about a plan of this status, such as feedback, comments and discussions, may be changed. The
/// plan must be shared, so that others can read it.
pub fn may_change_responses(status: PlanStatus) -> Result<(), PlanError> {
    match status {
        PlanStatus::Draft => Err(PlanError::NotShared),
        PlanStatus::Archived => Err(PlanError::Archived),
        PlanStatus::Shared | PlanStatus::Agreed | PlanStatus::Completed => Ok(()),
    }
}

/// Whether feedback on a plan of this status may be requested and given, actions proposed and discussions planned.
pub fn takes_responses(status: PlanStatus) -> Result<(), PlanError> {
    match status {
        PlanStatus::Completed => Err(PlanError::Completed),
        _ => may_change_responses(status),
    }
}

/// Checks that the development area, if there is one, is among the answers.
pub fn check_area(answers: &Answers, area: Option<AnswerId>) -> Vec<FieldError> {
    if area.is_none_or(|area| has_area(answers, area)) {
        return Vec::new();
    }
    vec![FieldError::new("/development_area_id", "is not the id of a development area of this plan")]
}

pub fn has_area(answers: &Answers, area: AnswerId) -> bool {
    answers.development_areas.iter().any(|known| known.id == area)
}

pub fn may_share(status: PlanStatus) -> Result<(), PlanError> {
    match status {
        PlanStatus::Draft | PlanStatus::Shared | PlanStatus::Agreed => Ok(()),
        PlanStatus::Completed => Err(PlanError::Completed),
        PlanStatus::Archived => Err(PlanError::Archived),
    }
}

pub fn may_withdraw(status: PlanStatus) -> Result<(), PlanError> {
    match status {
        PlanStatus::Shared => Ok(()),
        PlanStatus::Draft => Err(PlanError::NotShared),
        PlanStatus::Agreed => Err(PlanError::Agreed),
        PlanStatus::Completed => Err(PlanError::Completed),
        PlanStatus::Archived => Err(PlanError::Archived),
    }
}

/// Whether the revision that a caller names, if any, is the latest one.
pub fn is_latest(plan: &plan::Model, revision: Option<i32>) -> Result<(), PlanError> {
    match revision {
        Some(revision) if revision != plan.latest_revision => {
            Err(PlanError::NotLatestRevision { latest: plan.latest_revision })
        }
        _ => Ok(()),
    }
}

/// Whether the owner or the manager may agree. `revision` is the revision named in the request; `agreed` tells whether
/// this side has already agreed to the latest one.
pub fn may_agree(plan: &plan::Model, revision: Option<i32>, agreed: bool) -> Result<(), PlanError> {
    match plan.status {
        PlanStatus::Draft => Err(PlanError::NotShared),
        PlanStatus::Completed => Err(PlanError::Completed),
        PlanStatus::Archived => Err(PlanError::Archived),
        PlanStatus::Shared | PlanStatus::Agreed => {
            is_latest(plan, revision)?;
            if agreed { Err(PlanError::AlreadyAgreed) } else { Ok(()) }
        }
    }
}

pub fn may_complete(status: PlanStatus) -> Result<(), PlanError> {
    match status {
        PlanStatus::Agreed => Ok(()),
        PlanStatus::Completed => Err(PlanError::Completed),
        PlanStatus::Archived => Err(PlanError::Archived),
        PlanStatus::Draft | PlanStatus::Shared => Err(PlanError::NotAgreed),
    }
}

pub fn may_renew(status: PlanStatus) -> Result<(), PlanError> {
    match status {
        PlanStatus::Agreed | PlanStatus::Completed | PlanStatus::Archived => Ok(()),
        PlanStatus::Draft | PlanStatus::Shared => Err(PlanError::NotRenewable),
    }
}

pub fn may_archive(status: PlanStatus) -> Result<(), PlanError> {
    may_change(status)
}

pub fn may_delete(plan: &plan::Model) -> Result<(), PlanError> {
    match plan.status {
        PlanStatus::Archived => Err(PlanError::Archived),
        _ if plan.latest_revision > 0 => Err(PlanError::WasShared),
        _ => Ok(()),
    }
}

/// Maximum number of action items of a plan.
pub const MAX_ACTION_ITEMS: usize = 100;

/// Whether concurrent additions could exceed [`MAX_ACTION_ITEMS`]. Each of them counts the items without a lock, so an
/// optimistic transaction is safe only far below the limit.
pub fn is_nearly_full(present: usize) -> bool {
    present >= MAX_ACTION_ITEMS / 2
}

/// Whether `more` items may be added to a plan that has `present` items.
pub fn has_room(present: usize, more: usize) -> Result<(), PlanError> {
    if present + more <= MAX_ACTION_ITEMS {
        Ok(())
    } else {
        Err(PlanError::TooManyActionItems(MAX_ACTION_ITEMS))
    }
}

/// Whether reminders are sent for a plan and its action items.
pub fn is_live(status: PlanStatus) -> bool {
    matches!(status, PlanStatus::Shared | PlanStatus::Agreed)
}

/// `answers_complete` of a plan whose answers are `complete`: only drafts of a cycle that were never shared count.
pub fn counts_as_complete(cycle: Option<CycleId>, latest_revision: i32, complete: bool) -> bool {
    complete && cycle.is_some() && latest_revision == 0
}

impl Tracked for plan::Model {
    fn lookups(before: Option<&Self>, after: &Self) -> Vec<Lookup> {
        lookups::lookups(before, after)
    }

    /// Schedules a reminder check when the plan is shared; the check then computes when the plan may become stale.
    ///
    /// Closes the revisions of a draft: sharing it again opens only the new one. Raises the versions that others see,
    /// if what they see has changed.
    fn derive(&mut self, before: Option<&Self>, now: DateTime<Utc>) {
        let was_completed = before.is_some_and(|before| before.status == PlanStatus::Completed);
        if self.status == PlanStatus::Completed && !was_completed {
            self.completed_at = Some(now);
        }
        let shared = before.is_some_and(|before| self.latest_revision > before.latest_revision);
        if shared {
            self.reminder_at = Some(now);
        }
        self.earlier_revisions_visible = self.earlier_revisions_visible_from.is_some();
        self.cycle_changed |=
            before.is_some_and(|before| before.cycle_id.is_some_and(|was| self.cycle_id != Some(was)));
        self.answers_complete =
            counts_as_complete(self.cycle_id, self.latest_revision, self.answers_complete);
        let Some(before) = before else { return };
        if self.shared_at.is_none() {
            self.closed_up_to = self.latest_revision;
        } else if before.shared_at.is_none() {
            self.closed_up_to = before.latest_revision;
        }
        if before.shared_at.is_none() && self.shared_at.is_none() {
            return;
        }
        let (was, is) = (shown_to_others(before), shown_to_others(self));
        let (reviewed, shared) = (was.0 != is.0, was != is);
        if reviewed {
            self.reviewed_version = before.reviewed_version + 1;
            self.reviewed_updated_at = now;
        }
        if shared {
            self.shared_version = before.shared_version + 1;
            self.shared_updated_at = now;
        }
    }
}
