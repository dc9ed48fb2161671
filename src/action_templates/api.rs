//! The HTTP operations on templates of actions.

use actix_web::web::Data;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    error::TemplateError,
    rules,
    store::{self, Leads, TemplateFilter},
};
use crate::{
    auth::{
        Caller, Identity,
        permissions::{Role, Roles},
        scope::{PlansRead, TemplatesManage},
    },
    db::Read,
    entity::action_template::{self, TemplateAudience},
    http::{Named, Page, Paged, Patch, Path, Post, Precondition, Problem, Query, Reply, StoredJson, tag},
    ids::{PersonId, TemplateId},
    plans::{ActionItemLink, Reference},
    record::{Change, Event, OfTemplate},
    requests::KeptReply,
    state::State,
};

/// A template of an action. It is offered: anyone who plans an action may start from it and change everything.
#[derive(Debug, Serialize, ToSchema)]
pub struct ActionTemplate {
    pub id: TemplateId,
    pub audience: TemplateAudience,
    /// The person who offers it; null for a service.
    #[schema(required)]
    pub author_id: Option<PersonId>,
    #[schema(required)]
    pub author: Option<Named>,
    #[schema(max_length = 200, example = "Shadow a colleague for a day")]
    pub title: String,
    #[schema(required, max_length = 4000)]
    pub description: Option<String>,
    /// How many days after its start the action is usually due.
    #[schema(required, minimum = 1, maximum = 366)]
    pub due_after_days: Option<i32>,
    /// Courses and documents.
    #[schema(value_type = Vec<ActionItemLink>, max_items = 10)]
    pub links: StoredJson,
    /// What the action develops.
    #[schema(required, value_type = Option<Reference>)]
    pub reference: Option<StoredJson>,
    pub created_at: DateTime<Utc>,
    pub updated_at: DateTime<Utc>,
    #[schema(minimum = 1)]
    pub version: i64,
}

/// A new template.
#[derive(Clone, Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateActionTemplate {
    /// Defaults to `everyone` for HR admins and services, and to `reports` for managers.
    pub audience: Option<TemplateAudience>,
    #[schema(
        min_length = 1,
        max_length = 200,
        format = "not-blank",
        example = "Shadow a colleague for a day"
    )]
    pub title: String,
    #[schema(max_length = 4000)]
    pub description: Option<String>,
    /// How many days after its start the action is usually due.
    #[schema(minimum = 1, maximum = 366, example = 90)]
    pub due_after_days: Option<i32>,
    #[schema(max_items = 10)]
    pub links: Option<Vec<ActionItemLink>>,
    /// What the action develops.
    pub reference: Option<Reference>,
}

/// A merge patch (RFC 7396) of a template.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateActionTemplate {
    #[schema(min_length = 1, max_length = 200, format = "not-blank")]
    pub title: String,
    #[schema(max_length = 4000)]
    pub description: Option<String>,
    /// How many days after its start the action is usually due.
    #[schema(minimum = 1, maximum = 366)]
    pub due_after_days: Option<i32>,
    #[schema(max_items = 10)]
    pub links: Option<Vec<ActionItemLink>>,
    /// What the action develops.
    pub reference: Option<Reference>,
}

impl UpdateActionTemplate {
    /// The base document that a merge patch is applied to.
    fn of(template: &action_template::Model) -> Result<Self, Problem> {
        let reference = template.reference.as_deref().map(serde_json::from_str).transpose();
        Ok(Self {
            title: template.title.clone(),
            description: template.description.clone(),
            due_after_days: template.due_after_days,
            links: Some(serde_json::from_str(&template.links).map_err(Problem::internal)?),
            reference: reference.map_err(Problem::internal)?,
        })
    }

    /// The template with these fields.
    fn apply_to(self, template: action_template::Model) -> Result<action_template::Model, Problem> {
        let Self { title, description, due_after_days, links, reference } = self;
        let links = serde_json::to_string(&links.unwrap_or_default()).map_err(Problem::internal)?;
        let reference =
            reference.as_ref().map(serde_json::to_string).transpose().map_err(Problem::internal)?;
        Ok(action_template::Model { title, description, due_after_days, links, reference, ..template })
    }
}

impl ActionTemplate {
    fn of(template: action_template::Model) -> Self {
        let action_template::Model {
            tenant_id: _,
            id,
            audience,
            author_id,
            title,
            description,
            due_after_days,
            links,
            reference,
            reference_uri: _,
            created_at,
            updated_at,
            version,
        } = template;
        Self {
            id,
            audience,
            author_id,
            author: author_id.map(Named::Later),
            title,
            description,
            due_after_days,
            links: StoredJson::of_column(links),
            reference: reference.map(StoredJson::of_column),
            created_at,
            updated_at,
            version,
        }
    }

    pub(super) fn reply(template: action_template::Model) -> Result<Reply, Problem> {
        let tag = tag(template.version, "");
        Ok(Reply::ok(&Self::of(template))?.with_etag(tag))
    }
}

/// The template, if the caller may see it.
pub(super) async fn find(
    db: &impl Read,
    caller: &Identity,
    id: TemplateId,
) -> Result<action_template::Model, Problem> {
    Ok(store::find(db, caller, id).await?.ok_or(TemplateError::NotFound)?)
}

/// The template, locked, and the roles that the caller has for it.
async fn lock(
    txn: &Change,
    caller: &Identity,
    id: TemplateId,
    precondition: &Precondition,
) -> Result<(action_template::Model, Roles), Problem> {
    let template = store::lock(txn, caller, id).await?.ok_or(TemplateError::NotFound)?;
    precondition.check(&tag(template.version, ""))?;
    let is_author = template.author_id.is_some_and(|author| caller.is(author));
    let roles = rules::roles(caller.roles(), &template, is_author);
    Ok((template, roles))
}

/// Filters for a list of templates.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ListActionTemplates {
    #[param(inline)]
    audience: Option<TemplateAudience>,
    #[param(inline)]
    author_id: Option<PersonId>,
    /// Only templates with this reference (its `uri`).
    #[param(max_length = 500)]
    reference: Option<String>,
}

/// List action templates
///
/// Returns the templates that are offered to the caller, oldest first: those for everyone, the caller's own, and those
/// of the caller's manager and acting managers. HR admins and services see all.
#[utoipa::path(
    get,
    path = "/action-templates",
    tag = "action templates",
    params(Paged<ListActionTemplates>),
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "A page of templates", body = Page<ActionTemplate>)),
)]
pub async fn list_action_templates(
    caller: Caller<PlansRead>,
    query: Query<Paged<ListActionTemplates>>,
    state: Data<State>,
) -> Result<Page<ActionTemplate>, Problem> {
    let Paged { list: ListActionTemplates { audience, author_id, reference }, paging } = query.0;
    let filter = TemplateFilter { audience, author_id, reference };
    let (after, limit) = (paging.after(&caller)?, paging.limit());
    let rows = store::list(&state.db.reader(caller.tenant), &caller, &filter, after, limit).await?;
    Page::of(&caller, rows, limit, |template| template.id, |template| Ok(ActionTemplate::of(template)))
}

/// Create an action template
///
/// Offers an action to everyone (HR admins and services), or to the people whose manager or acting manager the caller
/// is.
#[utoipa::path(
    post,
    path = "/action-templates",
    tag = "action templates",
    request_body = CreateActionTemplate,
    security(("bearer" = ["templates:manage"])),
    responses((status = 201, description = "The new template", body = ActionTemplate)),
)]
pub async fn create_action_template(
    caller: Caller<TemplatesManage>,
    post: Post<CreateActionTemplate>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .change(&caller, post.key, async |txn| {
            let Leads { manages, acts } = store::find_leads(txn, &caller).await?;
            let roles = caller.roles().with(Role::Manager, manages > 0).with(Role::Acting, acts > 0);
            roles.require(rules::right_to_offer(rules::usual_audience(&roles)))?;
            let input = post.input.read()?;
            let CreateActionTemplate { audience, title, description, due_after_days, links, reference } =
                input;
            let audience = audience.unwrap_or_else(|| rules::usual_audience(&roles));
            roles.require(rules::right_to_offer(audience))?;
            // The templates are counted while no one else adds one.
            txn.lock_tenant(caller.tenant_name(), txn.now(), false).await?;
            rules::has_room(audience, store::count(txn, audience, caller.person).await?)?;
            let fields = UpdateActionTemplate { title, description, due_after_days, links, reference };
            let (id, now) = (txn.id(), txn.now());
            let template = fields.apply_to(action_template::Model {
                tenant_id: caller.tenant,
                id,
                audience,
                author_id: caller.person,
                title: String::new(),
                description: None,
                due_after_days: None,
                links: String::new(),
                reference: None,
                reference_uri: None,
                created_at: now,
                updated_at: now,
                version: 1,
            })?;
            let template = txn.create(template, Event::ActionTemplateCreated(OfTemplate { template_id: id }));
            let tag = tag(template.version, "");
            let reply = Reply::created(format!("/v1/action-templates/{id}"), &ActionTemplate::of(template))?;
            Ok(KeptReply::<ActionTemplate>::new(id, reply.with_etag(tag)))
        })
        .await
}

/// Read an action template
///
/// Returns a template that is offered to the caller. A template that was deleted is not found, also where an action
/// item names it.
#[utoipa::path(
    get,
    path = "/action-templates/{template_id}",
    tag = "action templates",
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "The template", body = ActionTemplate)),
)]
pub async fn read_action_template(
    caller: Caller<PlansRead>,
    template_id: Path<TemplateId>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    ActionTemplate::reply(find(&state.db.reader(caller.tenant), &caller, template_id.0).await?)
}

/// Change an action template
///
/// Changes a template by JSON Merge Patch (RFC 7396). HR admins and services may change those for everyone, managers
/// their own. Action items that came from it stay as they are.
#[utoipa::path(
    patch,
    path = "/action-templates/{template_id}",
    tag = "action templates",
    request_body = UpdateActionTemplate,
    security(("bearer" = ["templates:manage"])),
    responses((status = 200, description = "The template, changed", body = ActionTemplate)),
)]
pub async fn update_action_template(
    caller: Caller<TemplatesManage>,
    template_id: Path<TemplateId>,
    patch: Patch<UpdateActionTemplate>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .update(&caller, async |txn| {
            let (template, roles) = lock(txn, &caller, template_id.0, &precondition).await?;
            roles.require(rules::right_to_change(&template))?;
            let changed = patch.apply(&UpdateActionTemplate::of(&template)?)?.apply_to(template.clone())?;
            let event = Event::ActionTemplateChanged(OfTemplate { template_id: template.id });
            ActionTemplate::reply(txn.revise(template, changed, event)?)
        })
        .await
}

/// Delete an action template
///
/// Deletes a template. HR admins and services may delete every template, managers their own. Action items that came
/// from it stay as they are.
#[utoipa::path(
    delete,
    path = "/action-templates/{template_id}",
    tag = "action templates",
    security(("bearer" = ["templates:manage"])),
    responses((status = 204, description = "The template was deleted")),
)]
pub async fn delete_action_template(
    caller: Caller<TemplatesManage>,
    template_id: Path<TemplateId>,
    precondition: Precondition,
    state: Data<State>,
) -> Result<Reply, Problem> {
    state
        .update(&caller, async |txn| {
            let (template, roles) = lock(txn, &caller, template_id.0, &precondition).await?;
            roles.require(rules::right_to_delete(&template))?;
            let event = Event::ActionTemplateDeleted(OfTemplate { template_id: template.id });
            txn.remove(template, event)?;
            Ok(Reply::no_content())
        })
        .await
}
