//! Scopes: what a token may be used for. A service may do what its scopes grant; a person's token that has scopes is
//! limited to them.

/// The scope that an operation needs, as a type, so that a handler's signature names it.
pub trait Scope: 'static {
    /// None if any valid token will do.
    const NAME: Option<&'static str>;
    /// Whether an HR admin who is not in the directory may call the operation before the tenant is opened.
    const OPENS_TENANT: bool = false;
    /// Whether a long-lived token for SCIM may call the operation.
    const TAKES_SCIM_TOKENS: bool = false;
}

macro_rules! scopes {
    ($($(#[$doc:meta])* $name:ident = $text:literal;)*) => {
        $($(#[$doc])* #[derive(Debug)] pub struct $name;

        impl Scope for $name {
            const NAME: Option<&'static str> = Some($text);
        })*

        /// Every scope.
        pub const ALL: &[&str] = &[$($text),*];
    };
}

scopes! {
    /// Read plans, revisions, readiness and action items.
    PlansRead = "plans:read";
    /// Change plans and action items, and take steps in a plan's life.
    PlansWrite = "plans:write";
    /// Read feedback, feedback requests, comments and proposals.
    FeedbackRead = "feedback:read";
    /// Ask for feedback, give it and acknowledge it; comment, propose actions and decide on proposals.
    FeedbackWrite = "feedback:write";
    /// Read the progress of teams.
    ProgressRead = "progress:read";
    /// Record progress on action items.
    ProgressWrite = "progress:write";
    /// Read the directory of people, and their relations.
    PeopleRead = "people:read";
    /// Import people, and set their relations.
    PeopleWrite = "people:write";
    /// Read cycles, their participants and their coverage.
    CyclesRead = "cycles:read";
    /// Create, change and delete cycles.
    CyclesWrite = "cycles:write";
    /// Follow the change feed.
    EventsRead = "events:read";
    /// Read and export the audit log.
    AuditRead = "audit:read";
    /// Read and publish the versions of the questionnaire.
    QuestionnairesManage = "questionnaires:manage";
    /// Offer templates of actions, and change them.
    TemplatesManage = "templates:manage";
    /// Manage webhooks and their deliveries.
    WebhooksManage = "webhooks:manage";
    /// Provision people by SCIM.
    Scim = "scim";
}

/// [`Scim`], also by a long-lived token, which is good for nothing else.
#[derive(Debug)]
pub struct Provisioning;

impl Scope for Provisioning {
    const NAME: Option<&'static str> = Scim::NAME;
    const TAKES_SCIM_TOKENS: bool = true;
}

/// [`PeopleWrite`] for the import of people: the one operation by which a new tenant gets its first people.
#[derive(Debug)]
pub struct PeopleImport;

impl Scope for PeopleImport {
    const NAME: Option<&'static str> = PeopleWrite::NAME;
    const OPENS_TENANT: bool = true;
}

/// No scope: any valid token will do.
#[derive(Debug)]
pub struct AnyScope;

impl Scope for AnyScope {
    const NAME: Option<&'static str> = None;
}
