//! Every type of event: when it happens, what it is about, and who may see it.

use serde::Serialize;
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{ObjectBuilder, RefOr, Schema, schema::Type},
};
use uuid::Uuid;

use crate::ids::{ActionItemId, FeedbackId, FeedbackRequestId, PersonId, PlanId, WebhookId};

/// Who sees events of a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// Readers of the change feed, unless what it is about is not shared.
    Feed,
    /// Nobody: it tells of what is its author's alone, and is kept for the record.
    Record,
}

/// What there is to say about a type of event.
#[derive(Debug)]
pub struct EventInfo {
    pub name: &'static str,
    pub audience: Audience,
    pub explanation: &'static str,
}

macro_rules! events {
    ($($kind:ident($subject:ty) = $name:literal $audience:ident $explanation:literal;)*) => {
        /// Something that has happened, with what it happened to.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Event {
            $(#[doc = $explanation] $kind($subject)),*
        }

        /// A type of event. The number at its end is the version of what `data` holds.
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
        "Somebody has begun a plan.";
    PlanUpdated(PlanId) = "groundwork.plan.updated.v1" Record
        "The owner has changed the working copy.";
    PlanDeleted(PlanId) = "groundwork.plan.deleted.v1" Record
        "The owner has deleted a plan that was never shared.";
    PlanShared(OfRevision) = "groundwork.plan.shared.v1" Feed
        "The owner has shared the plan, or shared it again: there is a new revision to read and to respond to.";
    PlanWithdrawn(PlanId) = "groundwork.plan.withdrawn.v1" Feed
        "The owner has made the plan a draft again, which nobody else reads.";
    PlanAgreementGiven(OfRevision) = "groundwork.plan.agreement_given.v1" Feed
        "Owner or manager has agreed to the revision; the other one is awaited.";
    PlanAgreed(OfRevision) = "groundwork.plan.agreed.v1" Feed
        "Owner and manager have both agreed to the revision.";
    PlanCompleted(PlanId) = "groundwork.plan.completed.v1" Feed
        "The plan has come to its end, with a reflection.";
    PlanArchived(OfPlan) = "groundwork.plan.archived.v1" Feed
        "The plan is kept as it is from now on.";
    PlanStale(PlanId) = "groundwork.plan.stale.v1" Feed
        "Nothing has been heard of the plan's action items for a set time (`GROUNDWORK_PLAN_STALE_AFTER`).";
    FeedbackRequested(OfRequest) = "groundwork.feedback.requested.v1" Feed
        "Somebody has been asked for feedback: the manager by sharing, others by invitation.";
    FeedbackRequestDue(OfRequest) = "groundwork.feedback_request.due.v1" Feed
        "The day has begun, where the reviewer is, by which feedback was asked for, and none has been submitted.";
    FeedbackRequestDeleted(OfRequest) = "groundwork.feedback_request.deleted.v1" Feed
        "The owner has taken an invitation back.";
    FeedbackCreated(OfFeedback) = "groundwork.feedback.created.v1" Record
        "Somebody has begun a feedback, which is the author's alone.";
    FeedbackUpdated(OfFeedback) = "groundwork.feedback.updated.v1" Record
        "The author has changed a feedback that is not submitted.";
    FeedbackDeleted(OfFeedback) = "groundwork.feedback.deleted.v1" Record
        "The author has deleted a feedback that was not submitted.";
    FeedbackSubmitted(OfFeedback) = "groundwork.feedback.submitted.v1" Feed
        "A feedback has been submitted, for those to read who read the plan.";
    FeedbackAcknowledged(OfFeedback) = "groundwork.feedback.acknowledged.v1" Feed
        "The owner has read the feedback.";
    ActionItemCreated(OfItem) = "groundwork.action_item.created.v1" Feed
        "There is a new action item. Those that a plan has when it is shared come with that.";
    ActionItemUpdated(OfItem) = "groundwork.action_item.updated.v1" Feed
        "Something of the action item other than its progress has changed.";
    ActionItemDeleted(OfItem) = "groundwork.action_item.deleted.v1" Feed
        "The action item is gone.";
    ActionItemProgressed(OfItem) = "groundwork.action_item.progressed.v1" Feed
        "Progress has been recorded that neither completes nor blocks the action item.";
    ActionItemCompleted(OfItem) = "groundwork.action_item.completed.v1" Feed
        "The action item is done.";
    ActionItemBlocked(OfItem) = "groundwork.action_item.blocked.v1" Feed
        "The action item cannot go on.";
    ActionItemDueSoon(OfItem) = "groundwork.action_item.due_soon.v1" Feed
        "The action item is due within 7 days, where the responsible person is, and not done.";
    ActionItemOverdue(OfItem) = "groundwork.action_item.overdue.v1" Feed
        "The action item's due day is over, where the responsible person is, and it is not done.";
    PersonCreated(PersonId) = "groundwork.person.created.v1" Feed
        "Somebody is new in the directory.";
    PersonUpdated(PersonId) = "groundwork.person.updated.v1" Feed
        "What the directory holds of the person has changed, other than manager and activity.";
    PersonManagerChanged(PersonId) = "groundwork.person.manager_changed.v1" Feed
        "The person has another manager, or none; who reads what the person shares has changed with it.";
    PersonDeactivated(PersonId) = "groundwork.person.deactivated.v1" Feed
        "The person is no longer active, and is not let in.";
    WebhookDisabled(OfWebhook) = "groundwork.webhook.disabled.v1" Feed
        "Nothing is sent to the webhook any more, as its receiver is gone or has failed for days; \
         the webhook tells which.";
    WebhookTested(OfWebhook) = "groundwork.webhook.tested.v1" Feed
        "Somebody wants to see whether deliveries arrive. It is sent to that webhook, whatever \
         types it follows, and is not in the feed.";
}

impl EventType {
    /// The types that are told of.
    pub fn told() -> impl Iterator<Item = Self> {
        Self::ALL.iter().copied().filter(|each| each.about().audience == Audience::Feed)
    }
}

impl PartialSchema for EventType {
    fn schema() -> RefOr<Schema> {
        ObjectBuilder::new()
            .schema_type(Type::String)
            .description(Some("A type of event. The number at its end is the version of what `data` holds."))
            .enum_values(Some(Self::told().map(|each| each.about().name)))
            .into()
    }
}

impl ToSchema for EventType {}

/// What an event can be about.
pub trait Subject {
    /// Where it is found under `/v1`, without a slash before it.
    fn path(&self) -> String;

    fn data(&self) -> EventData;

    /// Whether anybody but its author may know of it.
    fn is_shared(&self) -> bool {
        true
    }

    /// One for the documentation.
    fn example() -> Self
    where
        Self: Sized;
}

/// A plan that may be a draft.
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

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfRequest {
    pub plan_id: PlanId,
    pub feedback_request_id: FeedbackRequestId,
    pub reviewer_id: PersonId,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfFeedback {
    pub plan_id: PlanId,
    pub feedback_id: FeedbackId,
}

/// An action item, of a plan that may be a draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfItem {
    pub plan_id: PlanId,
    pub action_item_id: ActionItemId,
    pub shared: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OfWebhook {
    pub webhook_id: WebhookId,
}

/// What an event is about: ids, never answers or comments. Which of them there are depends on the type.
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
    /// Who was asked for feedback.
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
    pub person_id: Option<PersonId>,
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub webhook_id: Option<WebhookId>,
}

/// An id for the documentation, which looks like the others and is none of them.
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

    fn example() -> Self {
        Self {
            plan_id: PlanId::example(),
            feedback_request_id: example_id(2),
            reviewer_id: PersonId::example(),
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

    fn example() -> Self {
        Self { plan_id: PlanId::example(), feedback_id: example_id(3) }
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

/// The types of the feed that `pattern` names: one, or with a star at its end all that begin alike.
pub fn matching(pattern: &str) -> Vec<EventType> {
    let beginning =
        pattern.strip_suffix('*').filter(|beginning| beginning.is_empty() || beginning.ends_with('.'));
    let named = |name: &str| beginning.map_or(name == pattern, |beginning| name.starts_with(beginning));
    EventType::told().filter(|each| named(each.about().name)).collect()
}

/// What to say of a pattern that names none.
pub fn no_match(pattern: &str) -> String {
    format!(
        "\"{pattern}\" names no type of event; name one as groundwork.plan.shared.v1, or several as groundwork.plan.*"
    )
}
