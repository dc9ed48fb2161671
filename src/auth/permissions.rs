//! Authorisation: which role has which right, as one table.

/// How a caller is related to the plan or person in question. A caller may have several roles.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The person whose plan it is.
    Owner,
    /// The owner's manager, as the directory has it now.
    Manager,
    /// A manager above that one.
    SeniorManager,
    /// A person whom the owner has invited to give feedback.
    Reviewer,
    /// The person responsible for the action item, or the author of the feedback, in question.
    Author,
    HrAdmin,
    /// A token that belongs to no person.
    Service,
}

/// An action that needs a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Right {
    /// Title, answers and action items of a plan that is not shared.
    ReadDraft,
    /// The latest shared revision; a reviewer reads the sections that the owner chose.
    ReadShared,
    /// Read a list as one stream, which systems that keep a copy do.
    ReadWholeLists,
    /// Change the working copy; share, withdraw and delete the plan; ask for feedback and acknowledge it.
    OwnPlan,
    Agree,
    Complete,
    Archive,
    ReadActionItems,
    /// Add, change and delete any action item of the plan.
    WriteActionItems,
    /// Add a support item of one's own.
    OfferSupport,
    /// Change, delete and report progress of one's own support item.
    WriteOwnSupport,
    RecordProgress,
    /// Feedback that others have submitted.
    ReadFeedback,
    /// Begin, change and submit feedback.
    WriteFeedback,
    /// Read one's own feedback at any time, and delete it while it is a draft.
    OwnFeedback,
    /// All requests of a plan. Without it, a reviewer still reads the request addressed to the reviewer.
    ReadFeedbackRequests,
    ReadTeamProgress,
    ManagePeople,
    ReadEvents,
    ManageWebhooks,
}

/// Each right with the roles that have it.
const TABLE: &[(Right, &[Role])] = {
    use Right::*;
    use Role::*;
    &[
        (ReadDraft, &[Owner]),
        (ReadShared, &[Owner, Manager, Reviewer, HrAdmin, Service]),
        (ReadWholeLists, &[Service]),
        (OwnPlan, &[Owner]),
        (Agree, &[Owner, Manager]),
        (Complete, &[Owner, Manager]),
        (Archive, &[Owner, HrAdmin]),
        (ReadActionItems, &[Owner, Manager, HrAdmin, Service]),
        (WriteActionItems, &[Owner]),
        (OfferSupport, &[Manager]),
        (WriteOwnSupport, &[Author]),
        (RecordProgress, &[Owner, Author, Service]),
        (ReadFeedback, &[Owner, Manager, HrAdmin, Service]),
        (WriteFeedback, &[Manager, Reviewer]),
        (OwnFeedback, &[Author]),
        (ReadFeedbackRequests, &[Owner, Manager, HrAdmin, Service]),
        (ReadTeamProgress, &[Manager, SeniorManager, HrAdmin, Service]),
        (ManagePeople, &[HrAdmin, Service]),
        (ReadEvents, &[HrAdmin, Service]),
        (ManageWebhooks, &[HrAdmin, Service]),
    ]
};

/// The roles of one caller for one plan or person.
#[derive(Clone, Debug, Default)]
pub struct Roles(Vec<Role>);

impl Roles {
    pub fn with(mut self, role: Role, holds: bool) -> Self {
        if holds {
            self.0.push(role);
        }
        self
    }

    pub fn has(&self, role: Role) -> bool {
        self.0.contains(&role)
    }

    /// Whether one of the roles has the right.
    pub fn may(&self, right: Right) -> bool {
        TABLE.iter().any(|(row, roles)| *row == right && roles.iter().any(|role| self.has(*role)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_owner_reads_a_draft() {
        for role in [Role::Manager, Role::SeniorManager, Role::Reviewer, Role::HrAdmin, Role::Service] {
            assert!(!Roles::default().with(role, true).may(Right::ReadDraft), "{role:?}");
        }
        assert!(Roles::default().with(Role::Owner, true).may(Right::ReadDraft));
    }

    #[test]
    fn a_caller_without_a_role_may_do_nothing() {
        for (right, _) in TABLE {
            assert!(!Roles::default().may(*right), "{right:?}");
        }
    }
}
