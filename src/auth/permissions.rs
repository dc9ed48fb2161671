//! Authorisation: which role has which right, as one table.

use crate::http::{Problem, ProblemKind};

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
    /// The person responsible for the action item, or the author of the feedback, comment or proposal, in question.
    Author,
    HrAdmin,
    /// A person who has the manager's rights for a time, beside the manager.
    Acting,
    /// A person who acts in the name of the owner's manager, who has named them for that.
    Delegate,
    /// A second manager, once the owner has asked for feedback on the planning section.
    Matrix,
    /// A person who reads for HR, for some people.
    HrPartner,
    /// A token that belongs to no person.
    Service,
}

impl Role {
    /// The name of the role in audit records.
    pub fn name(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Manager => "manager",
            Self::SeniorManager => "senior_manager",
            Self::Reviewer => "reviewer",
            Self::Author => "author",
            Self::HrAdmin => "hr_admin",
            Self::Acting => "acting",
            Self::Delegate => "delegate",
            Self::Matrix => "matrix",
            Self::HrPartner => "hr_partner",
            Self::Service => "service",
        }
    }
}

macro_rules! rights {
    ($($(#[$doc:meta])* $right:ident [$($role:ident),*] $holders:expr;)*) => {
        /// An action that needs a role.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Right {
            $($(#[$doc])* $right),*
        }

        impl Right {
            /// The roles that have the right, and how a refusal names them.
            fn row(self) -> (&'static [Role], &'static str) {
                match self {
                    $(Self::$right => (&[$(Role::$role),*], $holders)),*
                }
            }

            #[cfg(test)]
            const ALL: &[Self] = &[$(Self::$right),*];
        }
    };
}

const HR_AND_SERVICES: &str = "HR admins and services";
const OWNER: &str = "the plan's owner";
const OWNER_AND_MANAGER: &str = "the plan's owner and the owner's manager";
const OWNER_AND_PROMISER: &str = "the plan's owner, and the person who promised the support";
const READERS: &str = "those with whom the plan is shared";
const FOLLOWERS: &str = "those who follow the plan's progress";

// Each right, with the roles that have it and how a refusal names them.
rights! {
    /// Title, answers and action items of a plan that is not shared.
    ReadDraft [Owner] OWNER;
    /// The latest shared revision; a reviewer reads the sections that the owner chose.
    ReadShared [Owner, Manager, Acting, Delegate, Reviewer, HrPartner, HrAdmin, Service] READERS;
    /// All sections of it.
    ReadAllSections [Owner, Manager, Acting, Delegate, HrPartner, HrAdmin, Service] FOLLOWERS;
    /// Every revision; a manager reads the latest and those shared with them.
    ReadEveryRevision [Owner, HrPartner, HrAdmin, Service] "the plan's owner, HR and services";
    /// Read a list as one stream, which systems that keep a copy do.
    ReadWholeLists [Service] "services; others read application/json, in pages";
    /// Change the working copy; share, withdraw and delete the plan; ask for feedback and acknowledge it.
    OwnPlan [Owner] OWNER;
    Agree [Owner, Manager, Acting, Delegate] OWNER_AND_MANAGER;
    Complete [Owner, Manager, Acting, Delegate] OWNER_AND_MANAGER;
    Archive [Owner, HrAdmin, HrPartner] "the plan's owner and HR";
    /// All action items of a plan.
    ReadActionItems [Owner, Manager, Acting, Delegate, HrPartner, HrAdmin, Service] FOLLOWERS;
    /// One action item: those who read them all, and the person who promised this one.
    ReadActionItem [Owner, Manager, Author, Acting, Delegate, HrPartner, HrAdmin, Service] FOLLOWERS;
    /// The owner adds development, the manager and those who support the plan beside the manager add support.
    AddActionItem [Owner, Manager, Acting, Delegate, Matrix] OWNER_AND_MANAGER;
    AddDevelopment [Owner] OWNER;
    /// Change and delete an action item.
    WriteActionItem [Owner, Author] OWNER_AND_PROMISER;
    RecordProgress [Owner, Author, Service] OWNER_AND_PROMISER;
    /// Feedback that others have submitted.
    ReadFeedback [Owner, Manager, Acting, Delegate, HrPartner, HrAdmin, Service] FOLLOWERS;
    /// Begin, change and submit feedback.
    WriteFeedback [Manager, Acting, Delegate, Reviewer] "the owner's manager, and reviewers whom the owner has invited";
    /// Read one's own feedback at any time, and delete it while it is a draft.
    OwnFeedback [Author] "the feedback's author";
    /// Comment on a plan, its answers and its action items.
    WriteComment [Owner, Manager, Acting, Delegate, Reviewer] "the plan's owner, and those who may give feedback on it";
    /// Delete one's own comment soon after writing it.
    OwnComment [Author] "the comment's author";
    /// Proposals of others. Without it, their author still reads a proposal.
    ReadProposals [Owner, Manager, Acting, Delegate, HrPartner, HrAdmin, Service] FOLLOWERS;
    /// Propose a development action to the owner.
    Propose [Manager, Acting, Delegate, Reviewer] "the owner's manager, and reviewers whom the owner has invited";
    /// Take one's own proposal back.
    OwnProposal [Author] "the proposal's author";
    /// All requests of a plan. Without it, a reviewer still reads the request addressed to the reviewer.
    ReadFeedbackRequests [Owner, Manager, Acting, Delegate, HrPartner, HrAdmin, Service] FOLLOWERS;
    /// When discussions are and whether they were held; not what they are about.
    ReadDiscussions [Owner, Manager, Acting, Delegate, HrPartner, HrAdmin, Service] FOLLOWERS;
    /// Read what discussions are about; plan, change, hold and cancel them.
    Discuss [Owner, Manager, Acting, Delegate] OWNER_AND_MANAGER;
    /// Take over or decline what a former manager has promised.
    TakeOver [Manager, Acting] "the person's manager";
    ReadTeamProgress [Manager, SeniorManager, Delegate, HrAdmin, Service] "the team's managers, HR admins and services";
    ManagePeople [HrAdmin, Service] HR_AND_SERVICES;
    /// Write people by SCIM.
    ProvisionPeople [Service] "services";
    /// The relations of one person. `Owner` is the person.
    ReadRelations [Owner, HrAdmin, Service] "the person, HR admins and services";
    /// Name one's own delegates.
    NameDelegates [Owner, HrAdmin, Service] "the person, HR admins and services";
    /// Set the other relations of a person.
    SetRelations [HrAdmin, Service] HR_AND_SERVICES;
    /// End the link between an identity and a person.
    UnlinkIdentity [HrAdmin] "HR admins";
    /// Who has read a plan.
    ReadAccessLog [Owner] OWNER;
    ReadAuditLog [HrAdmin, Service] HR_AND_SERVICES;
    /// Get all that is stored about a person; HR admins without what is private.
    ExportPerson [Owner, HrAdmin] "the person, and HR admins";
    ErasePerson [HrAdmin] "HR admins";
    /// Place, read and release a legal hold.
    HoldPerson [HrAdmin] "HR admins";
    /// Read and publish the versions of the questionnaire.
    ManageQuestionnaires [HrAdmin, Service] HR_AND_SERVICES;
    /// Templates of actions that are offered to others.
    ReadEveryTemplate [HrAdmin, Service] HR_AND_SERVICES;
    /// Offer actions to all people, and change what is offered to them.
    OfferToEveryone [HrAdmin, Service] HR_AND_SERVICES;
    /// Offer actions to the own reports.
    OfferToReports [Manager, Acting] "managers";
    ChangeOwnTemplate [Author] "the manager who offers it";
    /// Delete a template that a manager offers.
    DeleteTemplate [Author, HrAdmin, Service] "the manager who offers it, HR admins and services";
    /// Read cycles and who takes part.
    ReadCycles [HrAdmin, Service] HR_AND_SERVICES;
    ManageCycles [HrAdmin, Service] HR_AND_SERVICES;
    /// How far the departments of a cycle are; an HR partner, of their own people.
    ReadCoverage [HrAdmin, HrPartner, Service] "HR admins, HR partners and services";
    ReadEvents [HrAdmin, Service] HR_AND_SERVICES;
    ManageWebhooks [HrAdmin, Service] HR_AND_SERVICES;
}

/// Refuses a caller who may see the resource, but does not have this right.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is for {}", .0.holders())]
pub struct Forbidden(pub Right);

impl From<Forbidden> for Problem {
    fn from(error: Forbidden) -> Self {
        Problem::new(ProblemKind::Forbidden, error.to_string())
    }
}

impl Right {
    /// How a refusal names those who have the right.
    pub fn holders(self) -> &'static str {
        self.row().1
    }
}

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

    /// Whether the caller is the owner's manager, or has the manager's rights by a relation.
    pub fn manages(&self) -> bool {
        [Role::Manager, Role::Acting, Role::Delegate].iter().any(|role| self.has(*role))
    }

    /// The role by which the caller has the right: the first one of the table, if there are several.
    pub fn by(&self, right: Right) -> Option<Role> {
        right.row().0.iter().copied().find(|role| self.has(*role))
    }

    /// Whether one of the roles has the right.
    pub fn may(&self, right: Right) -> bool {
        self.by(right).is_some()
    }

    /// The role by which a plan of another person, or what belongs to it, is read: the closest one. None for the owner,
    /// and for a caller without a role.
    pub fn reads_as(&self) -> Option<Role> {
        use Role::{Acting, Author, Delegate, HrAdmin, HrPartner, Manager, Matrix, Reviewer, Service};
        let readers = [Manager, Acting, Delegate, Reviewer, Matrix, Author, HrPartner, HrAdmin, Service];
        readers.into_iter().find(|role| self.has(*role)).filter(|_| !self.has(Role::Owner))
    }

    /// Refuses unless one of the roles has the right.
    pub fn require(&self, right: Right) -> Result<(), Forbidden> {
        if self.may(right) { Ok(()) } else { Err(Forbidden(right)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_owner_reads_a_draft() {
        for role in [
            Role::Manager,
            Role::SeniorManager,
            Role::Reviewer,
            Role::Acting,
            Role::Delegate,
            Role::Matrix,
            Role::HrPartner,
            Role::HrAdmin,
            Role::Service,
        ] {
            assert!(!Roles::default().with(role, true).may(Right::ReadDraft), "{role:?}");
        }
        assert!(Roles::default().with(Role::Owner, true).may(Right::ReadDraft));
    }

    #[test]
    fn a_caller_without_a_role_may_do_nothing() {
        for right in Right::ALL {
            assert!(!Roles::default().may(*right), "{right:?}");
        }
    }
}
