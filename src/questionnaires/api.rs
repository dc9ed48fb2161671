//! The HTTP operations on questionnaires.

use actix_web::{HttpRequest, http::header::EntityTag, web::Data};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{
    definition::{AdaptedQuestion, CreateQuestionnaire, Definition, LanguageTag, OwnQuestionDefinition},
    error::QuestionnaireError,
    rendered::{Questionnaire, render},
    rules,
    store::{self, Published, STANDARD_VERSION},
};
use crate::{
    auth::{
        Caller,
        permissions::Right,
        scope::{AnyScope, QuestionnairesManage},
    },
    db::Read,
    entity::questionnaire,
    http::{Named, Page, Paging, Path, PathNumber, Post, Problem, Query, Reply, language, tag},
    ids::PersonId,
    record::{Event, OfQuestionnaire},
    requests::KeptReply,
    state::State,
};

/// A version of the questionnaire, without its texts.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionnaireSummary {
    #[schema(minimum = 1)]
    pub version: i32,
    /// The languages of its texts; the first is the default.
    #[schema(min_items = 1, max_items = 20)]
    pub languages: Vec<LanguageTag>,
    /// Null for version 1, which comes with the service.
    #[schema(required)]
    pub published_at: Option<DateTime<Utc>>,
    /// The person who published it; null for a service, and for version 1.
    #[schema(required)]
    pub published_by_id: Option<PersonId>,
    #[schema(required)]
    pub published_by: Option<Named>,
}

/// A version of the questionnaire, as it was published. It never changes.
#[derive(Debug, Serialize, ToSchema)]
pub struct QuestionnaireVersion {
    #[schema(minimum = 1)]
    pub version: i32,
    /// The languages of its texts; the first is the default.
    #[schema(min_items = 1, max_items = 20)]
    pub languages: Vec<LanguageTag>,
    /// Null for version 1, which comes with the service.
    #[schema(required)]
    pub published_at: Option<DateTime<Utc>>,
    /// The person who published it; null for a service, and for version 1.
    #[schema(required)]
    pub published_by_id: Option<PersonId>,
    #[schema(required)]
    pub published_by: Option<Named>,
    /// The standard questions whose texts differ from the standard ones.
    #[schema(max_items = 8)]
    pub questions: Vec<AdaptedQuestion>,
    /// The questions of HR's own, in order.
    #[schema(max_items = 20)]
    pub own_questions: Vec<OwnQuestionDefinition>,
}

impl QuestionnaireSummary {
    fn of(row: Published) -> Result<Self, Problem> {
        let Published { version, languages, published_at, published_by_id } = row;
        let languages = serde_json::from_str(&languages).map_err(Problem::internal)?;
        let published_by = published_by_id.map(Named::Later);
        Ok(Self { version, languages, published_at: Some(published_at), published_by_id, published_by })
    }

    fn standard() -> Self {
        Self {
            version: STANDARD_VERSION,
            languages: store::standard().languages,
            published_at: None,
            published_by_id: None,
            published_by: None,
        }
    }
}

impl QuestionnaireVersion {
    fn of(row: &questionnaire::Model) -> Result<Self, Problem> {
        let Definition { languages, questions, own_questions } = store::parsed(row)?;
        Ok(Self {
            version: row.version,
            languages,
            published_at: Some(row.published_at),
            published_by_id: row.published_by_id,
            published_by: row.published_by_id.map(Named::Later),
            questions,
            own_questions,
        })
    }

    fn standard() -> Self {
        let Definition { languages, questions, own_questions } = store::standard();
        Self {
            version: STANDARD_VERSION,
            languages,
            published_at: None,
            published_by_id: None,
            published_by: None,
            questions,
            own_questions,
        }
    }

    /// Reads a version.
    pub(super) async fn find(db: &impl Read, version: i32) -> Result<Self, Problem> {
        if version == STANDARD_VERSION {
            return Ok(Self::standard());
        }
        let row = db.row::<questionnaire::Entity>(version).await?;
        Self::of(&row.ok_or(QuestionnaireError::NotFound)?)
    }

    pub(super) fn reply(&self) -> Result<Reply, Problem> {
        Ok(Reply::ok(self)?.with_etag(tag(self.version.into(), "")))
    }
}

/// Which version of the questionnaire to read.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ChooseQuestionnaire {
    /// Defaults to the current version. Pass a plan's `questionnaire_version` to show the questions that it answers.
    #[param(minimum = 1)]
    version: Option<i32>,
}

/// Read the questionnaire
///
/// Returns the eight standard questions of a plan, in three sections, and the questions of HR's own, each with
/// guidance, in the language that `Accept-Language` asks for: the best match by RFC 4647 lookup, otherwise the first
/// language of the version. Any caller may read it.
#[utoipa::path(
    get,
    path = "/questionnaire",
    tag = "plans",
    params(
        ChooseQuestionnaire,
        (
            "Accept-Language" = Option<String>,
            Header,
            max_length = 1000,
            description = "The languages of the user (RFC 9110)",
        ),
    ),
    security(("bearer" = [])),
    responses(
        (
            status = 200,
            description = "The questions, in order",
            body = Questionnaire,
            headers(
                ("Content-Language" = String, description = "The language of the texts"),
                ("Vary" = String, description = "Names `Accept-Language`"),
            ),
        ),
        (status = 404, description = "There is no such version"),
    ),
)]
pub async fn read_questionnaire(
    caller: Caller<AnyScope>,
    query: Query<ChooseQuestionnaire>,
    request: HttpRequest,
    state: Data<State>,
) -> Result<Reply, Problem> {
    language::check(&request)?;
    let db = state.db.reader(caller.tenant);
    let row = match query.0.version {
        Some(STANDARD_VERSION) => None,
        Some(version) => {
            let row = db.row::<questionnaire::Entity>(version).await?;
            Some(row.ok_or(QuestionnaireError::NotFound)?)
        }
        None => store::find_latest(&db).await?,
    };
    let (version, published_at, definition) = match row {
        Some(row) => (row.version, Some(row.published_at), store::parsed(&row)?),
        None => (STANDARD_VERSION, None, store::standard()),
    };
    let available: Vec<&str> = definition.languages.iter().map(|language| language.0.as_str()).collect();
    let language = language::negotiated(&request, &available).unwrap_or_default().to_owned();
    // The standard texts may change with a release of the service.
    let tag = EntityTag::new_strong(format!("{version}-{language}-{}", env!("CARGO_PKG_VERSION")));
    let questionnaire = render(version, published_at, definition, &language);
    Ok(Reply::ok(&questionnaire)?.with_etag(tag).in_language(&language))
}

/// List the versions of the questionnaire
///
/// Returns all versions, latest first. The last one, version 1, comes with the service. HR admins and services may do
/// this.
#[utoipa::path(
    get,
    path = "/questionnaires",
    tag = "questionnaires",
    params(Paging),
    security(("bearer" = ["questionnaires:manage"])),
    responses((status = 200, description = "A page of versions", body = Page<QuestionnaireSummary>)),
)]
pub async fn list_questionnaires(
    caller: Caller<QuestionnairesManage>,
    query: Query<Paging>,
    state: Data<State>,
) -> Result<Page<QuestionnaireSummary>, Problem> {
    caller.require(Right::ManageQuestionnaires)?;
    let before: Option<i32> = query.0.after(&caller)?;
    let limit = query.0.limit();
    let rows = store::list(&state.db.reader(caller.tenant), before, limit).await?;
    let is_last = rows.len() <= limit as usize;
    let rows = rows.into_iter().map(QuestionnaireSummary::of);
    let mut versions = rows.collect::<Result<Vec<_>, _>>()?;
    if is_last && before.is_none_or(|before| before > STANDARD_VERSION) {
        versions.push(QuestionnaireSummary::standard());
    }
    Page::of(&caller, versions, limit, |version| version.version, Ok)
}

/// Publish a questionnaire
///
/// Makes a new version of the questionnaire, which plans that are created from now on have. Plans that exist stay on
/// theirs. HR admins and services may do this.
#[utoipa::path(
    post,
    path = "/questionnaires",
    tag = "questionnaires",
    request_body = CreateQuestionnaire,
    security(("bearer" = ["questionnaires:manage"])),
    responses((status = 201, description = "The new version", body = QuestionnaireVersion)),
)]
pub async fn create_questionnaire(
    caller: Caller<QuestionnairesManage>,
    post: Post<CreateQuestionnaire>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::ManageQuestionnaires)?;
    let definition = post.input.read()?.into_definition(&state.ids);
    let faults = rules::check(&definition);
    if !faults.is_empty() {
        return Err(QuestionnaireError::Invalid(faults).into());
    }
    state
        .change(&caller, post.key, async |txn| {
            // Two versions at once get two numbers.
            txn.lock_tenant(caller.tenant_name(), txn.now(), false).await?;
            let version = store::current_version(txn).await? + 1;
            if version > rules::MAX_VERSIONS {
                return Err(QuestionnaireError::TooMany(rules::MAX_VERSIONS).into());
            }
            let row = questionnaire::Model {
                tenant_id: caller.tenant,
                version,
                languages: serde_json::to_string(&definition.languages).map_err(Problem::internal)?,
                definition: serde_json::to_string(&definition).map_err(Problem::internal)?,
                published_at: txn.now(),
                published_by_id: caller.person,
            };
            let shown = QuestionnaireVersion::of(&row)?;
            txn.insert(row);
            txn.record(Event::QuestionnairePublished(OfQuestionnaire { questionnaire_version: version }));
            let reply = Reply::created(format!("/v1/questionnaires/{version}"), &shown)?;
            Ok(KeptReply::<QuestionnaireVersion>::new(version, reply.with_etag(tag(version.into(), ""))))
        })
        .await
}

/// Read a version of the questionnaire
///
/// Returns a version as it was published, with the texts in all languages: what HR starts from to write the next one.
/// To show a version to people, read `/v1/questionnaire`. HR admins and services may do this.
#[utoipa::path(
    get,
    path = "/questionnaires/{version}",
    tag = "questionnaires",
    params(("version" = i32, Path, minimum = 1)),
    security(("bearer" = ["questionnaires:manage"])),
    responses((status = 200, description = "The version", body = QuestionnaireVersion)),
)]
pub async fn read_questionnaire_version(
    caller: Caller<QuestionnairesManage>,
    version: Path<PathNumber>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    caller.require(Right::ManageQuestionnaires)?;
    let Path(PathNumber(version)) = version;
    QuestionnaireVersion::find(&state.db.reader(caller.tenant), version).await?.reply()
}
