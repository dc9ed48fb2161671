//! The HTTP operation on the brief.

use actix_web::{HttpRequest, HttpResponse, web::Data};
use sea_orm::DbErr;

use super::{
    content::Brief,
    pages::{HtmlBrief, MarkdownBrief},
    source::Source,
    store,
    texts::ENGLISH,
};
use crate::{
    auth::{
        Caller, Identity,
        permissions::Right,
        scope::{FeedbackRead, PlansRead},
    },
    db::Read,
    entity::revision,
    feedback::{self, Content, feedback_revisions},
    http::{Path, Problem, ProblemKind, accept::preferred},
    ids::{PersonId, PlanId},
    plans::{self, Access, ActionItemSnapshot, Section, rules::View},
    questionnaires,
    reads::ReadAction,
    state::State,
};

const MARKDOWN: &str = "text/markdown";
const HTML: &str = "text/html";

/// The most responses that a brief shows.
const MAX_RESPONSES: usize = 100;

/// Read a plan's brief
///
/// Returns the page or two that a person takes to the talk: the answers, which value, motivator, strength and
/// development area leads to which objective, the answers to HR's own questions, the action plan, the questions to the
/// manager, and the answers to them so far. It shows what the caller may read: the owner the working copy, others the
/// latest shared revision, an invited reviewer the sections that the owner chose. Answers of others are shown to tokens
/// that may read feedback.
///
/// It is Markdown (with tables as GitHub has them), or with `Accept: text/html` a page to print, on A4 or Letter.
#[utoipa::path(
    get,
    path = "/plans/{plan_id}/brief",
    tag = "plans",
    security(("bearer" = ["plans:read"])),
    responses((status = 200, description = "The brief", content_type = "text/markdown", body = String)),
    extensions(("x-also-answers" = json!(["text/html"]))),
)]
pub async fn read_brief(
    caller: Caller<PlansRead>,
    plan_id: Path<PlanId>,
    request: HttpRequest,
    state: Data<State>,
) -> Result<HttpResponse, Problem> {
    let form = preferred(&request, &[MARKDOWN, HTML])
        .ok_or_else(|| Problem::new(ProblemKind::NotAcceptable, "accept text/markdown or text/html"))?;
    let db = state.db.reader(caller.tenant);
    let access = Access::read(&db, &caller, plan_id.0, ReadAction::Brief).await?;
    let revision = latest_revision(&db, &access).await?;
    let items = action_items(&db, &access, revision.as_ref()).await?;
    let feedback = responses(&db, &access, &caller).await?;
    let questions = questionnaires::own_questions(&db, access.plan().questionnaire_version).await?;
    let people = people(&access, items.as_deref().unwrap_or_default(), &feedback);
    let source = Source {
        plan: access.plan(),
        view: access.view(),
        answers: access.view().narrow(access.answers()?),
        questions: questionnaires::render_own_questions(questions, ENGLISH.language),
        revision: revision.as_ref(),
        items,
        feedback,
        names: store::list_names(&db, &people).await?,
    };
    let (brief, texts) = (&Brief::of(&source, &ENGLISH), &ENGLISH);
    if form == HTML {
        HtmlBrief::new(brief, texts).respond()
    } else {
        MarkdownBrief { brief, texts }.respond()
    }
}

/// The latest revision, for readers of it.
async fn latest_revision(db: &impl Read, access: &Access) -> Result<Option<revision::Model>, DbErr> {
    if *access.view() == View::WorkingCopy {
        return Ok(None);
    }
    let plan = access.plan();
    plans::store::find_revision(db, plan.id, &access.readable_revisions(), plan.latest_revision).await
}

/// The action plan, as far as the caller may read it: live, or for a reviewer of the planning section as it was shared.
async fn action_items(
    db: &impl Read,
    access: &Access,
    revision: Option<&revision::Model>,
) -> Result<Option<Vec<ActionItemSnapshot>>, Problem> {
    if access.roles().may(Right::ReadActionItems) {
        let items = plans::store::list_action_items(db, access.plan().id).await?;
        let items = items.iter().map(ActionItemSnapshot::of).collect::<Result<_, _>>();
        return items.map(Some).map_err(Problem::internal);
    }
    let Some(revision) = revision.filter(|_| access.view().has(Section::Planning)) else { return Ok(None) };
    serde_json::from_str(&revision.action_items).map(Some).map_err(Problem::internal)
}

/// The submitted feedback on the latest revision that the caller may read.
async fn responses(
    db: &impl Read,
    access: &Access,
    caller: &Identity,
) -> Result<Vec<(PersonId, Content)>, Problem> {
    if !caller.allows_scope::<FeedbackRead>() {
        return Ok(Vec::new());
    }
    let (plan, others) = (access.plan(), feedback_revisions(access.relation()));
    let latest = plan.latest_revision;
    let reads_others = others.is_some_and(|revisions| revisions.closed_up_to < latest);
    let only_of = (!reads_others).then(|| caller.id_or_nil());
    let rows = feedback::store::list_submitted(db, plan.id, latest, only_of, MAX_RESPONSES).await?;
    rows.into_iter().map(|row| Ok((row.author_id, feedback::store::content(&row)?))).collect()
}

/// The people whom the brief names, each once.
fn people(access: &Access, items: &[ActionItemSnapshot], feedback: &[(PersonId, Content)]) -> Vec<PersonId> {
    let responsible = items.iter().map(|item| item.responsible_id);
    let authors = feedback.iter().map(|(author, _)| *author);
    let mut people: Vec<PersonId> =
        std::iter::once(access.plan().owner_id).chain(responsible).chain(authors).collect();
    people.sort_unstable();
    people.dedup();
    people
}
