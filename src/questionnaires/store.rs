//! Queries about versions of the questionnaire.

use chrono::{DateTime, Utc};
use sea_orm::{DbErr, FromQueryResult};

use super::{
    definition::{Definition, LanguageTag, OwnQuestionDefinition},
    standard,
};
use crate::{
    db::{Conditions, Read},
    entity::{columns, questionnaire},
    http::Problem,
    ids::PersonId,
};

/// The version that comes with the service. It has no row.
pub const STANDARD_VERSION: i32 = 1;

/// A version without its texts.
#[derive(Debug, FromQueryResult)]
pub struct Published {
    pub version: i32,
    /// The tags, as a JSON array.
    pub languages: String,
    pub published_at: DateTime<Utc>,
    pub published_by_id: Option<PersonId>,
}

/// The standard questionnaire.
pub fn standard() -> Definition {
    let languages = standard::languages().map(|language| LanguageTag(language.to_owned())).collect();
    Definition { languages, ..Definition::default() }
}

pub fn parsed(row: &questionnaire::Model) -> Result<Definition, Problem> {
    serde_json::from_str(&row.definition).map_err(Problem::internal)
}

/// The version that new plans get.
pub async fn current_version(db: &impl Read) -> Result<i32, DbErr> {
    let sql = "select cast(coalesce(max(q.version), 1) as bigint) as number from questionnaires q \
         where q.tenant_id = $1";
    let version = db.count(sql, []).await?;
    i32::try_from(version).map_err(|error| DbErr::Type(error.to_string()))
}

/// The latest version; None while there is only the standard one.
pub async fn find_latest(db: &impl Read) -> Result<Option<questionnaire::Model>, DbErr> {
    let q = columns::<questionnaire::Entity>("q");
    let sql =
        format!("select {q} from questionnaires q where q.tenant_id = $1 order by q.version desc limit 1");
    db.find(&sql, []).await
}

/// Up to `limit + 1` versions below `before`, latest first, without the standard one.
pub async fn list(db: &impl Read, before: Option<i32>, limit: u32) -> Result<Vec<Published>, DbErr> {
    let select = "select q.version, q.languages, q.published_at, q.published_by_id from questionnaires q \
         where q.tenant_id = $1";
    let mut sql = Conditions::new(select, []);
    sql.and_if("q.version < ?", before);
    sql.page("q.version desc", limit);
    db.list(&sql.sql, sql.values).await
}

/// The questions of HR's own in a version.
pub async fn own_questions(db: &impl Read, version: i32) -> Result<Vec<OwnQuestionDefinition>, Problem> {
    if version == STANDARD_VERSION {
        return Ok(Vec::new());
    }
    let row = db.row::<questionnaire::Entity>(version).await?;
    let row = row.ok_or_else(|| Problem::internal("a plan's questionnaire is missing"))?;
    Ok(parsed(&row)?.own_questions)
}
