//! The types of events: when each occurs, what it contains, and whether it is in the change feed.
//!
//! The file is long because it is one table, a row for each type, and what documents and tests derive from it.

use serde::Serialize;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};
use uuid::Uuid;

use crate::{
    ids::{
        ActionItemId, CommentId, CycleId, DiscussionId, FeedbackId, FeedbackRequestId, PersonId, PlanId,
        ProposalId, TemplateId, WebhookId,
    },
    secrets::Signature,
};

/// Who can read events of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Readers of the change feed, unless the subject is not shared.
    Feed,
    /// HR admins and services, in the audit log.
    Audit,
    /// No one. Such events are about drafts, and are sealed with the audit log for the record.
    Record,
}

/// The name and explanation of an event type.
#[derive(Debug)]
pub struct EventInfo {
    pub name: &'static str,
    pub audience: Audience,
    pub explanation: &'static str,
}

macro_rules! events {
    ($($kind:ident($subject:ty) = $name:literal $audience:ident $explanation:literal;)*) => {
        /// An event: its type, and the ids of its subject.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Event {
            $(#[doc = $explanation] $kind($subject)),*
        }

        /// A type of event. The number at its end is the version of the fields in `data`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
        pub enum EventType {
            $(#[serde(rename = $name)] $kind),*
        }

        impl Event {
            pub fn event_type(&self) -> EventType {
                match self {
                    $(Self::$kind(_) => EventType::$kind),*
                }
            }

            pub fn subject(&self) -> &dyn Subject {
                match self {
                    $(Self::$kind(subject) => subject),*
                }
            }
        }

        impl EventType {
            pub const ALL: &[Self] = &[$(Self::$kind),*];

            pub fn about(self) -> &'static EventInfo {
                match self {
                    $(Self::$kind => &EventInfo {
                        name: $name,
                        audience: Audience::$audience,
                        explanation: $explanation,
                    }),*
                }
            }

            /// An event of this type, for the documentation.
            pub fn example(self) -> Event {
                match self {
                    $(Self::$kind => Event::$kind(<$subject>::example())),*
                }
            }
        }
    };
}

events! {
    PlanCreated(PlanId) = "groundwork.plan.created.v1" Record
        "A plan was created.";
    PlanUpdated(PlanId) = "groundwork.plan.updated.v1" Record
        "The owner changed the working copy of the plan.";
    PlanDeleted(PlanId) = "groundwork.plan.deleted.v1" Record
        "The owner deleted a plan that was never shared.";
    PlanShared(OfRevision) = "groundwork.plan.shared.v1" Feed
        "The owner shared the plan, for the first time or again. There is a new revision to read and respond to.";
    PlanWithdrawn(PlanId) = "groundwork.plan.withdrawn.v1" Feed
        "The owner made the plan a draft again. Others can no longer read it, nor any revision up to now, also after \
         it is shared again. Receivers must delete their copies.";
    PlanAgreementGiven(OfRevision) = "groundwork.plan.agreement_given.v1" Feed
        "The owner or the manager agreed to the revision. The other one has not agreed yet.";
    PlanAgreed(OfRevision) = "groundwork.plan.agreed.v1" Feed
        "Both owner and manager have agreed to the revision, or the owner alone, because there is no manager.";
    PlanEarlierRevisionsAsked(PlanId) = "groundwork.plan.earlier_revisions_asked.v1" Feed
        "The owner's manager has changed, and the new one has not been shown every revision. Ask the owner from which \
         revision on the new manager may read: the plan's `earlier_revisions_visible_from`.";
    PlanCompleted(PlanId) = "groundwork.plan.completed.v1" Feed
        "The plan was completed, with a reflection.";
    PlanArchived(OfPlan) = "groundwork.plan.archived.v1" Feed
        "The plan was archived. It cannot be changed any further.";
    PlanStale(PlanId) = "groundwork.plan.stale.v1" Feed
        "The plan's action items have had no progress for the time set by `GROUNDWORK_PLAN_STALE_AFTER`.";
    PlanEnded(PlanId) = "groundwork.plan.ended.v1" Feed
        "The last day of the plan has passed in the owner's time zone, and the plan is neither completed nor archived. \
         Complete it, share it with a later end, or renew it.";
    FeedbackRequested(OfRequest) = "groundwork.feedback.requested.v1" Feed
        "A person was asked for feedback: the manager when the plan was shared, a new manager when the manager \
         changed, others by invitation.";
    FeedbackRequestDue(OfRequest) = "groundwork.feedback_request.due.v1" Feed
        "The due date of a feedback request has begun in the reviewer's time zone, and no feedback was submitted.";
    FeedbackRequestDeleted(OfRequest) = "groundwork.feedback_request.deleted.v1" Feed
        "The owner withdrew an invitation to give feedback, or the request of a former manager ended because the new \
         manager has one.";
    FeedbackCreated(OfFeedback) = "groundwork.feedback.created.v1" Record
        "A feedback was created as a draft, which only its author can read.";
    FeedbackUpdated(OfFeedback) = "groundwork.feedback.updated.v1" Record
        "The author changed a feedback that is not submitted.";
    FeedbackDeleted(OfFeedback) = "groundwork.feedback.deleted.v1" Record
        "The author deleted a feedback that was not submitted.";
    FeedbackSubmitted(OfFeedback) = "groundwork.feedback.submitted.v1" Feed
        "A feedback was submitted.";
    FeedbackAcknowledged(OfFeedback) = "groundwork.feedback.acknowledged.v1" Feed
        "The owner acknowledged the feedback.";
    CommentCreated(OfComment) = "groundwork.comment.created.v1" Feed
        "A comment was written. `mentions` has the people whom it mentions and who can read it: notify them. HR admins \
         are among them only if they read it as someone else, too: their right comes with their token.";
    CommentDeleted(OfComment) = "groundwork.comment.deleted.v1" Feed
        "The author deleted the comment, within 15 minutes of writing it. Receivers must delete their copies.";
    ProposalCreated(OfProposal) = "groundwork.proposal.created.v1" Feed
        "A development action was proposed to the plan's owner, who decides on it.";
    ProposalAccepted(OfProposal) = "groundwork.proposal.accepted.v1" Feed
        "The owner accepted the proposal, and it became an action item.";
    ProposalDeclined(OfProposal) = "groundwork.proposal.declined.v1" Feed
        "The owner declined the proposal.";
    ProposalWithdrawn(OfProposal) = "groundwork.proposal.withdrawn.v1" Feed
        "The author took the proposal back before the owner had decided.";
    ActionItemCreated(OfItem) = "groundwork.action_item.created.v1" Feed
        "An action item was added to a shared plan. For those that a draft already has, `groundwork.plan.shared.v1` is \
         the event.";
    ActionItemUpdated(OfItem) = "groundwork.action_item.updated.v1" Feed
        "A field of the action item other than its progress changed.";
    ActionItemDeleted(OfItem) = "groundwork.action_item.deleted.v1" Feed
        "The action item was deleted.";
    ActionItemTakenOver(OfItem) = "groundwork.action_item.taken_over.v1" Feed
        "The owner's manager has taken over support that a person had promised who can no longer read the plan, and \
         is responsible for it now.";
    ActionItemDeclined(OfItem) = "groundwork.action_item.declined.v1" Feed
        "The owner's manager has declined support that a person had promised who can no longer read the plan. The \
         item is cancelled; its latest progress has a message to the owner.";
    ActionItemProgressed(OfItem) = "groundwork.action_item.progressed.v1" Feed
        "Progress was recorded that neither completes nor blocks the action item.";
    ActionItemCompleted(OfItem) = "groundwork.action_item.completed.v1" Feed
        "The action item is done.";
    ActionItemBlocked(OfItem) = "groundwork.action_item.blocked.v1" Feed
        "The action item is blocked.";
    ActionItemDueSoon(OfItem) = "groundwork.action_item.due_soon.v1" Feed
        "The action item is not done, and due within 7 days in the responsible person's time zone.";
    ActionItemOverdue(OfItem) = "groundwork.action_item.overdue.v1" Feed
        "The action item is not done, and its due date has passed in the responsible person's time zone.";
    DiscussionPlanned(OfDiscussion) = "groundwork.discussion.planned.v1" Feed
        "A discussion was planned, by the owner or a manager, or by the rhythm of one that was held.";
    DiscussionChanged(OfDiscussion) = "groundwork.discussion.changed.v1" Feed
        "The time, place, rhythm, agenda, shared notes or outcomes of the discussion changed.";
    DiscussionHeld(OfDiscussion) = "groundwork.discussion.held.v1" Feed
        "The discussion was held. Its outcomes that name an action item have become action items.";
    DiscussionCancelled(OfDiscussion) = "groundwork.discussion.cancelled.v1" Feed
        "The discussion was cancelled, also by a new manager who declined what a former one had planned.";
    DiscussionDeleted(OfDiscussion) = "groundwork.discussion.deleted.v1" Feed
        "A discussion in which no one had written was deleted.";
    DiscussionTakenOver(OfDiscussion) = "groundwork.discussion.taken_over.v1" Feed
        "The owner's manager has taken over a discussion that was planned with a person who can no longer follow the \
         plan.";
    DiscussionDueSoon(OfDiscussion) = "groundwork.discussion.due_soon.v1" Feed
        "The discussion starts within 24 hours.";
    DiscussionNoteWritten(OfDiscussion) = "groundwork.discussion.note_written.v1" Record
        "A person wrote or changed a private note, which only that person can read.";
    CycleCreated(CycleId) = "groundwork.cycle.created.v1" Feed
        "A cycle was created.";
    CycleUpdated(CycleId) = "groundwork.cycle.updated.v1" Feed
        "A field or the participants of the cycle changed.";
    CycleDeleted(CycleId) = "groundwork.cycle.deleted.v1" Feed
        "The cycle was deleted. Its drafts belong to no cycle now.";
    CyclePrepareDueSoon(CycleId) = "groundwork.cycle.prepare_due_soon.v1" Feed
        "The `prepare_by` of the cycle ends within 7 days (UTC).";
    CycleShareDueSoon(CycleId) = "groundwork.cycle.share_due_soon.v1" Feed
        "The `share_by` of the cycle ends within 7 days (UTC).";
    CycleRespondDueSoon(CycleId) = "groundwork.cycle.respond_due_soon.v1" Feed
        "The `respond_by` of the cycle ends within 7 days (UTC).";
    CycleDiscussDueSoon(CycleId) = "groundwork.cycle.discuss_due_soon.v1" Feed
        "The `discuss_by` of the cycle ends within 7 days (UTC).";
    PersonCreated(PersonId) = "groundwork.person.created.v1" Feed
        "A person was added to the directory.";
    PersonUpdated(PersonId) = "groundwork.person.updated.v1" Feed
        "A field of the person changed, and neither was the manager changed nor the person deactivated.";
    PersonManagerChanged(PersonId) = "groundwork.person.manager_changed.v1" Feed
        "The person's manager changed or was removed. This also changes who can read the person's shared plans.";
    PersonRelationsChanged(PersonId) = "groundwork.person.relations_changed.v1" Feed
        "The person's relations other than the manager changed: acting managers, matrix managers, HR partners or \
         delegates. This also changes who can read the person's shared plans, or for delegates those of the reports.";
    PersonDeactivated(PersonId) = "groundwork.person.deactivated.v1" Feed
        "The person was deactivated, and can no longer call the API.";
    PersonIdentityUnlinked(PersonId) = "groundwork.person.identity_unlinked.v1" Feed
        "The link between the person and the identity that called for the person was ended. What was private under it \
         was set aside.";
    PersonIdentityRestored(PersonId) = "groundwork.person.identity_restored.v1" Feed
        "The operator gave back to the person what was set aside when a link was ended.";
    PersonIdentityLinked(PersonId) = "groundwork.person.identity_linked.v1" Audit
        "The operator linked an identity to the person.";
    PersonIdentityMoved(PersonId) = "groundwork.person.identity_moved.v1" Audit
        "The operator moved the person's link to another issuer.";
    AuditSealed(OfSeal) = "groundwork.audit.sealed.v1" Feed
        "The audit log was sealed up to the record with this `digest`. Keep it outside the service: \
         `groundwork audit verify --head` compares the log with it. Sent at most every 10 minutes, and only when there \
         is something new.";
    AuditHeadRestored(OfAuditLog) = "groundwork.audit.head_restored.v1" Audit
        "The row that says how far the audit log is sealed was not as the service had written it. It was set again by \
         the records, and what it kept out of the log was sealed. Look into who can change the database.";
    WebhookCreated(OfWebhook) = "groundwork.webhook.created.v1" Audit
        "A webhook was created.";
    WebhookUpdated(OfWebhook) = "groundwork.webhook.updated.v1" Audit
        "A webhook was changed.";
    WebhookSecretRotated(OfWebhook) = "groundwork.webhook.secret_rotated.v1" Audit
        "A webhook got a new secret.";
    WebhookDeleted(OfWebhook) = "groundwork.webhook.deleted.v1" Audit
        "A webhook was deleted.";
    QuestionnairePublished(OfQuestionnaire) = "groundwork.questionnaire.published.v1" Feed
        "A version of the questionnaire was published. Plans that are created from now on have it.";
    ActionTemplateCreated(OfTemplate) = "groundwork.action_template.created.v1" Feed
        "A template of an action was created.";
    ActionTemplateChanged(OfTemplate) = "groundwork.action_template.changed.v1" Feed
        "A template of an action was changed.";
    ActionTemplateDeleted(OfTemplate) = "groundwork.action_template.deleted.v1" Feed
        "A template of an action was deleted.";
    PersonErased(PersonId) = "groundwork.person.erased.v1" Feed
        "The person was erased: names and texts are gone for good, and the id is a pseudonym. Receivers must delete \
         what they have of the person, including copies of the person's plans.";
    PersonExported(PersonId) = "groundwork.person.exported.v1" Audit
        "The person's data was exported.";
    CalendarAddressCreated(PersonId) = "groundwork.person.calendar_address_created.v1" Audit
        "The person made a personal calendar address, which ends an earlier one.";
    CalendarAddressRevoked(PersonId) = "groundwork.person.calendar_address_revoked.v1" Audit
        "The person revoked the personal calendar address.";
    LegalHoldPlaced(PersonId) = "groundwork.person.legal_hold_placed.v1" Audit
        "A legal hold was placed on the person's data, or its reason was changed.";
    LegalHoldReleased(PersonId) = "groundwork.person.legal_hold_released.v1" Audit
        "The legal hold on the person's data was released.";
    WebhookDisabled(OfWebhook) = "groundwork.webhook.disabled.v1" Feed
        "The webhook was disabled, because its receiver is gone or has failed for days. Its `disabled_reason` says \
         which.";
    WebhookTested(OfWebhook) = "groundwork.webhook.tested.v1" Feed
        "A test of the webhook was requested. The event is sent to this webhook only, whatever its `event_types`, and \
         is not in the feed.";
}

impl EventType {
    /// The types that the change feed and webhooks include.
    pub fn of_feed() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|each| each.about().audience == Audience::Feed)
    }
}

impl EventType {
    /// The types that the audit log lists, besides events of the change feed.
    pub fn of_audit_log() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|each| each.about().audience == Audience::Audit)
    }
}

impl PartialSchema for EventType {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some(
                "A type of event. The number at its end is the version of the fields in `data`.",
            ))
            .enum_values(Some(Self::of_feed().map(|each| each.about().name)))
            .into()
    }
}

impl ToSchema for EventType {}

/// The subject of an event.
pub trait Subject {
    /// Its path under `/v1/`, such as `plans/{id}`.
    fn path(&self) -> String;

    fn data(&self) -> EventData;

    /// Whether people other than its author may see it. If not, the event is not in the feed.
    fn is_shared(&self) -> bool {
        true
    }

    /// An example for the documentation.
    fn example() -> Self
    where
        Self: Sized;
}

/// A plan, shared or still a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfPlan {
    pub plan_id: PlanId,
    pub shared: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfRevision {
    pub plan_id: PlanId,
    pub revision: i32,
}

/// A feedback request about a plan, shared or withdrawn since.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfRequest {
    pub plan_id: PlanId,
    pub feedback_request_id: FeedbackRequestId,
    pub reviewer_id: PersonId,
    pub shared: bool,
}

/// A feedback on a revision that others may read, or on one that was withdrawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfFeedback {
    pub plan_id: PlanId,
    pub feedback_id: FeedbackId,
    pub shared: bool,
}

/// A comment that others may read, or on a revision that was withdrawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OfComment {
    pub plan_id: PlanId,
    pub comment_id: CommentId,
    /// Those whom it mentions and who may read it.
    pub mentions: Vec<PersonId>,
    pub shared: bool,
}

/// A proposal that others may read, or on a revision that was withdrawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfProposal {
    pub plan_id: PlanId,
    pub proposal_id: ProposalId,
    /// The action item that it became.
    pub action_item_id: Option<ActionItemId>,
    pub shared: bool,
}

/// An action item of a plan, shared or still a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfItem {
    pub plan_id: PlanId,
    pub action_item_id: ActionItemId,
    pub shared: bool,
}

/// A discussion of a plan that is shared, or about a revision that was withdrawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfDiscussion {
    pub plan_id: PlanId,
    pub discussion_id: DiscussionId,
    pub shared: bool,
}

/// The last sealed record of the audit log.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfSeal(pub Signature);

/// The audit log as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfAuditLog;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfWebhook {
    pub webhook_id: WebhookId,
}

/// A version of the questionnaire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfQuestionnaire {
    pub questionnaire_version: i32,
}

/// A template of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfTemplate {
    pub template_id: TemplateId,
}

/// The ids of what an event is about, never answers or comments. Which fields are present depends on the type.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, ToSchema)]
pub struct EventData {
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub plan_id: Option<PlanId>,
    /// The number of the plan's revision.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub revision: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub feedback_request_id: Option<FeedbackRequestId>,
    /// The person who was asked for feedback.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub reviewer_id: Option<PersonId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub feedback_id: Option<FeedbackId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub action_item_id: Option<ActionItemId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub discussion_id: Option<DiscussionId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub comment_id: Option<CommentId>,
    /// The people whom the comment mentions and who can read it. Absent if there are none.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, max_items = 10)]
    pub mentions: Option<Vec<PersonId>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub proposal_id: Option<ProposalId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub person_id: Option<PersonId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub webhook_id: Option<WebhookId>,
    /// The number of a version of the questionnaire.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub questionnaire_version: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub template_id: Option<TemplateId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub cycle_id: Option<CycleId>,
    /// The digest of the last sealed record of the audit log.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false, max_length = 120)]
    pub digest: Option<String>,
    /// By which relation the actor acted in the place of the plan owner's manager. Absent if the actor acted for
    /// no one else.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub acted_as: Option<ActedAs>,
    /// The manager in whose place the actor acted. Absent if `acted_as` is, and for an acting manager beside whom there
    /// is no manager.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub on_behalf_of_id: Option<PersonId>,
}

/// A relation by which a person acts in the place of a manager.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ActedAs {
    /// As acting manager of the plan's owner.
    Acting,
    /// As the manager's delegate.
    Delegate,
}

/// In whose place a person acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StandIn {
    pub acted_as: ActedAs,
    pub on_behalf_of_id: Option<PersonId>,
}

impl EventData {
    /// With whom the actor stands in for.
    pub fn by(self, stand_in: Option<StandIn>) -> Self {
        let Some(StandIn { acted_as, on_behalf_of_id }) = stand_in else { return self };
        Self { acted_as: Some(acted_as), on_behalf_of_id, ..self }
    }
}

/// An id for the examples of the documentation.
fn example_id<T: From<Uuid>>(number: u128) -> T {
    Uuid::from_u128(0x019f_3c1e_7b2a_7c11_9f5e_3c1f_0a9b_2d40 + number).into()
}

impl Subject for PlanId {
    fn path(&self) -> String {
        format!("plans/{self}")
    }

    fn data(&self) -> EventData {
        EventData { plan_id: Some(*self), ..EventData::default() }
    }

    fn example() -> Self {
        example_id(1)
    }
}

impl Subject for OfPlan {
    fn path(&self) -> String {
        self.plan_id.path()
    }

    fn data(&self) -> EventData {
        self.plan_id.data()
    }

    fn is_shared(&self) -> bool {
        self.shared
    }

    fn example() -> Self {
        Self { plan_id: PlanId::example(), shared: true }
    }
}

impl Subject for OfRevision {
    fn path(&self) -> String {
        self.plan_id.path()
    }

    fn data(&self) -> EventData {
        EventData { revision: Some(self.revision), ..self.plan_id.data() }
    }

    fn example() -> Self {
        Self { plan_id: PlanId::example(), revision: 2 }
    }
}

impl Subject for OfRequest {
    fn path(&self) -> String {
        format!("feedback-requests/{}", self.feedback_request_id)
    }

    fn data(&self) -> EventData {
        EventData {
            feedback_request_id: Some(self.feedback_request_id),
            reviewer_id: Some(self.reviewer_id),
            ..self.plan_id.data()
        }
    }

    fn is_shared(&self) -> bool {
        self.shared
    }

    fn example() -> Self {
        Self {
            plan_id: PlanId::example(),
            feedback_request_id: example_id(2),
            reviewer_id: PersonId::example(),
            shared: true,
        }
    }
}

impl Subject for OfFeedback {
    fn path(&self) -> String {
        format!("feedback/{}", self.feedback_id)
    }

    fn data(&self) -> EventData {
        EventData { feedback_id: Some(self.feedback_id), ..self.plan_id.data() }
    }

    fn is_shared(&self) -> bool {
        self.shared
    }

    fn example() -> Self {
        Self { plan_id: PlanId::example(), feedback_id: example_id(3), shared: true }
    }
}

impl Subject for OfItem {
    fn path(&self) -> String {
        format!("action-items/{}", self.action_item_id)
    }

    fn data(&self) -> EventData {
        EventData { action_item_id: Some(self.action_item_id), ..self.plan_id.data() }
    }

    fn is_shared(&self) -> bool {
        self.shared
    }

    fn example() -> Self {
        Self { plan_id: PlanId::example(), action_item_id: example_id(4), shared: true }
    }
}

impl Subject for OfDiscussion {
    fn path(&self) -> String {
        format!("discussions/{}", self.discussion_id)
    }

    fn data(&self) -> EventData {
        EventData { discussion_id: Some(self.discussion_id), ..self.plan_id.data() }
    }

    fn is_shared(&self) -> bool {
        self.shared
    }

    fn example() -> Self {
        Self { plan_id: PlanId::example(), discussion_id: example_id(7), shared: true }
    }
}

impl Subject for OfComment {
    fn path(&self) -> String {
        format!("comments/{}", self.comment_id)
    }

    fn data(&self) -> EventData {
        let mentions = Some(self.mentions.clone()).filter(|people| !people.is_empty());
        EventData { comment_id: Some(self.comment_id), mentions, ..self.plan_id.data() }
    }

    fn is_shared(&self) -> bool {
        self.shared
    }

    fn example() -> Self {
        Self {
            plan_id: PlanId::example(),
            comment_id: example_id(7),
            mentions: vec![PersonId::example()],
            shared: true,
        }
    }
}

impl Subject for OfProposal {
    fn path(&self) -> String {
        format!("proposals/{}", self.proposal_id)
    }

    fn data(&self) -> EventData {
        EventData {
            proposal_id: Some(self.proposal_id),
            action_item_id: self.action_item_id,
            ..self.plan_id.data()
        }
    }

    fn is_shared(&self) -> bool {
        self.shared
    }

    fn example() -> Self {
        let (proposal_id, action_item_id) = (example_id(8), Some(example_id(4)));
        Self { plan_id: PlanId::example(), proposal_id, action_item_id, shared: true }
    }
}

impl Subject for OfSeal {
    fn path(&self) -> String {
        "audit-log".into()
    }

    fn data(&self) -> EventData {
        EventData { digest: Some(self.0.to_string()), ..EventData::default() }
    }

    fn example() -> Self {
        Self(Signature::EXAMPLE)
    }
}

impl Subject for OfAuditLog {
    fn path(&self) -> String {
        "audit-log".into()
    }

    fn data(&self) -> EventData {
        EventData::default()
    }

    fn example() -> Self {
        Self
    }
}

impl Subject for OfWebhook {
    fn path(&self) -> String {
        format!("webhooks/{}", self.webhook_id)
    }

    fn data(&self) -> EventData {
        EventData { webhook_id: Some(self.webhook_id), ..EventData::default() }
    }

    fn example() -> Self {
        Self { webhook_id: example_id(6) }
    }
}

impl Subject for OfQuestionnaire {
    fn path(&self) -> String {
        format!("questionnaires/{}", self.questionnaire_version)
    }

    fn data(&self) -> EventData {
        EventData { questionnaire_version: Some(self.questionnaire_version), ..EventData::default() }
    }

    fn example() -> Self {
        Self { questionnaire_version: 2 }
    }
}

impl Subject for OfTemplate {
    fn path(&self) -> String {
        format!("action-templates/{}", self.template_id)
    }

    fn data(&self) -> EventData {
        EventData { template_id: Some(self.template_id), ..EventData::default() }
    }

    fn example() -> Self {
        Self { template_id: example_id(7) }
    }
}

impl Subject for CycleId {
    fn path(&self) -> String {
        format!("cycles/{self}")
    }

    fn data(&self) -> EventData {
        EventData { cycle_id: Some(*self), ..EventData::default() }
    }

    fn example() -> Self {
        example_id(9)
    }
}

impl Subject for PersonId {
    fn path(&self) -> String {
        format!("people/{self}")
    }

    fn data(&self) -> EventData {
        EventData { person_id: Some(*self), ..EventData::default() }
    }

    fn example() -> Self {
        example_id(5)
    }
}

/// The feed's types that match `pattern`: a type's name, or a prefix that ends in `.*`. `*` matches all.
pub fn matching(pattern: &str) -> Vec<EventType> {
    let beginning =
        pattern.strip_suffix('*').filter(|beginning| beginning.is_empty() || beginning.ends_with('.'));
    let named = |name: &str| beginning.map_or(name == pattern, |beginning| name.starts_with(beginning));
    EventType::of_feed().filter(|each| named(each.about().name)).collect()
}

/// The error text for a pattern that matches no type.
pub fn no_match(pattern: &str) -> String {
    format!(
        "\"{pattern}\" matches no event type; write a type, such as groundwork.plan.shared.v1, or a prefix, such as \
         groundwork.plan.*"
    )
}
