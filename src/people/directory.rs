//! The search of the directory by name, which any person may use to find a colleague.

use std::collections::{BTreeSet, HashSet};

use actix_web::web::Data;
use sea_orm::{DbErr, FromQueryResult, Value};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    auth::{Caller, permissions::Right, scope::PeopleRead},
    db::{Conditions, Read},
    entity::{person, person_word},
    http::{FieldError, PersonRef, Problem, ProblemKind, Query, Reply},
    ids::PersonId,
    record::Change,
    requests::import::BATCH,
    state::State,
};

/// Maximum colleagues of one answer.
const MAX_FOUND: usize = 25;

/// Maximum words that are looked at: a search costs no more in a directory of any size.
const MAX_CANDIDATES: usize = 2000;

/// How many words have one of the beginnings.
#[derive(Debug, FromQueryResult)]
struct BeginningCount {
    place: i64,
    words: i64,
}

/// The colleagues that a search has found.
#[derive(Debug, Serialize, ToSchema)]
pub struct FoundPeople {
    #[schema(max_items = 25)]
    pub items: Vec<PersonRef>,
}

/// A search of the directory.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct SearchDirectory {
    /// The beginning of one or several words of the name, in any order and case. One word needs two letters or digits.
    #[param(min_length = 2, max_length = 200, example = "ruiz")]
    search: String,
}

/// The words of a name in lower case, each once.
pub fn words(name: &str) -> BTreeSet<String> {
    let name = name.to_lowercase();
    let words = name.split(|letter: char| !letter.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Writes the words of people who are new or have another name.
pub async fn index_names(txn: &mut Change, renamed: &[(PersonId, String)]) -> Result<(), DbErr> {
    let tenant_id = txn.tenant();
    for people in renamed.chunks(BATCH) {
        let mut sql = Conditions::new("delete from person_words where tenant_id = $1", []);
        sql.and_one_of("person_id", people.iter().map(|(id, _)| *id));
        txn.execute(&sql.sql, sql.values).await?;
        let rows = people.iter().flat_map(|(person_id, name)| {
            words(name).into_iter().map(|word| person_word::Model { tenant_id, word, person_id: *person_id })
        });
        txn.insert_all(rows.collect()).await?;
    }
    Ok(())
}

/// Sorts beginnings so that the one with the fewest words comes first; of those that have more than [`MAX_CANDIDATES`],
/// the longest.
async fn sort_by_rarity(db: &impl Read, beginnings: &mut Vec<String>) -> Result<(), DbErr> {
    let mut sql = Conditions::new("", []);
    for (number, beginning) in beginnings.iter().enumerate() {
        let union = if number == 0 { "" } else { " union all " };
        sql.sql.push_str(&format!(
            "{union}select cast({number} as bigint) as place, count(*) as words \
             from (select 1 from person_words w where w.tenant_id = $1"
        ));
        sql.and_all("w.word >= ? and w.word < ?", words_with(beginning));
        sql.sql.push_str(&format!(" limit {MAX_CANDIDATES}) n"));
    }
    let mut counts: Vec<BeginningCount> = db.list(&sql.sql, sql.values).await?;
    counts.sort_by_key(|count| (count.words, count.place));
    let sorted =
        counts.iter().filter_map(|count| beginnings.get(usize::try_from(count.place).ok()?).cloned());
    *beginnings = sorted.collect();
    Ok(())
}

/// The beginnings of words that a search is for, the longest first: it finds the fewest.
pub fn beginnings(search: &str) -> Result<Vec<String>, Problem> {
    let mut beginnings: Vec<String> = words(search).into_iter().collect();
    beginnings.sort_by_key(|word| std::cmp::Reverse(word.chars().count()));
    beginnings.truncate(8);
    if beginnings.first().is_none_or(|word| word.chars().count() < 2) {
        let fault = FieldError::new("/search", "needs a word of two letters or digits");
        return Err(Problem::invalid(ProblemKind::InvalidQuery, vec![fault]));
    }
    Ok(beginnings)
}

/// The first word that begins so, and the first that sorts after all of them.
pub fn words_with(beginning: &str) -> [Value; 2] {
    [beginning.into(), format!("{beginning}{}", char::MAX).into()]
}

/// Active people with a word that begins with each of `beginnings`. The index of words gives those of the first one in
/// order, up to [`MAX_CANDIDATES`]; for each of them the index of people's words is asked for the others.
///
/// The others are scalar subqueries, not `exists`: PostgreSQL would join all words of both beginnings to find a few.
async fn find_colleagues(db: &impl Read, mut beginnings: Vec<String>) -> Result<Vec<PersonRef>, DbErr> {
    if beginnings.len() > 1 {
        sort_by_rarity(db, &mut beginnings).await?;
    }
    let mut sql = Conditions::new(
        "select p.id, p.display_name, p.title from (select w.word, w.person_id from person_words w \
         where w.tenant_id = $1",
        [],
    );
    for (number, beginning) in beginnings.iter().enumerate() {
        if number == 0 {
            sql.and_all("w.word >= ? and w.word < ?", words_with(beginning));
            sql.sql.push_str(&format!(
                " order by w.word, w.person_id limit {MAX_CANDIDATES}) w \
                 join people p on p.tenant_id = $1 and p.id = w.person_id where p.active"
            ));
        } else {
            let also = "(select 1 from person_words o where o.tenant_id = $1 and o.person_id = w.person_id \
                 and o.word >= ? and o.word < ? limit 1) is not null";
            sql.and_all(also, words_with(beginning));
        }
    }
    // Several words of one name may begin alike.
    sql.sql.push_str(&format!(" order by w.word, w.person_id limit {}", 4 * MAX_FOUND));
    let mut found: Vec<PersonRef> = db.list(&sql.sql, sql.values).await?;
    let mut known = HashSet::new();
    found.retain(|person| known.insert(person.id));
    found.truncate(MAX_FOUND);
    Ok(found)
}

/// Search the directory
///
/// Returns active colleagues by the beginning of words of their names, with name and title only; at most 25, so a
/// longer beginning finds more exactly. Any person may do this, and services with the scope.
#[utoipa::path(
    get,
    path = "/people/directory",
    tag = "people",
    params(SearchDirectory),
    security(("bearer" = ["people:read"])),
    responses((status = 200, description = "The colleagues found", body = FoundPeople)),
)]
pub async fn search_directory(
    caller: Caller<PeopleRead>,
    query: Query<SearchDirectory>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    if caller.person.is_none() {
        caller.require(Right::ManagePeople)?;
    }
    let beginnings = beginnings(&query.0.search)?;
    let db = state.db.list_reader(caller.tenant).await?;
    Reply::ok(&FoundPeople { items: find_colleagues(&db, beginnings).await? })
}

/// Whether a change of a person changes the words by which the person is found.
pub fn is_renamed(before: Option<&person::Model>, after: &person::Model) -> bool {
    before.is_none_or(|before| before.display_name != after.display_name)
}
