//! People beside their ids. A row has the id of a person only; the name is added to the response when it is sent, by
//! one look-up for all people in it.

use std::borrow::Cow;

use sea_orm::FromQueryResult;
use serde::{Serialize, Serializer};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, Schema},
};

use crate::ids::PersonId;

/// A person as colleagues see them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, ToSchema, FromQueryResult)]
pub struct PersonRef {
    pub id: PersonId,
    #[schema(max_length = 200, example = "Ben Okafor")]
    pub display_name: String,
    #[schema(required, max_length = 200, example = "Head of Platform")]
    pub title: Option<String>,
}

/// The name of the person whose id stands beside this field: a field `owner` for `owner_id`. It is serialized as a mark
/// with the id, in whose place every response of the API has a [`PersonRef`]. The mark begins with NUL, which no text
/// of a caller contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Named(pub PersonId);

/// What the JSON of a [`Named`] begins with, before the id.
const MARK: &str = "\"\\u0000person:";

/// Length of a UUID as text.
const ID_LENGTH: usize = 36;

impl Serialize for Named {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("\0person:{}", self.0.0))
    }
}

impl PartialSchema for Named {
    fn schema() -> RefOr<Schema> {
        PersonRef::schema()
    }
}

impl ToSchema for Named {
    fn name() -> Cow<'static, str> {
        PersonRef::name()
    }

    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        PersonRef::schemas(schemas);
    }
}

/// The marks in JSON: where each begins, and whose it is.
fn marks(json: &str) -> impl Iterator<Item = (usize, PersonId)> {
    json.match_indices(MARK).filter_map(|(start, mark)| {
        let id = json.get(start + mark.len()..)?.get(..ID_LENGTH)?;
        Some((start, PersonId(id.parse().ok()?)))
    })
}

/// The people who are to be named in JSON.
pub fn unnamed(json: &str) -> Vec<PersonId> {
    let mut people: Vec<PersonId> = marks(json).map(|(_, person)| person).collect();
    people.sort_unstable();
    people.dedup();
    people
}

/// JSON with a person in the place of each mark.
pub fn with_names(json: &str, person: impl Fn(PersonId) -> PersonRef) -> Result<String, serde_json::Error> {
    let mut named = String::with_capacity(2 * json.len());
    let mut end = 0;
    for (start, id) in marks(json) {
        named.push_str(json.get(end..start).unwrap_or_default());
        named.push_str(&serde_json::to_string(&person(id))?);
        // The mark ends with the quote of its string.
        end = start + MARK.len() + ID_LENGTH + 1;
    }
    named.push_str(json.get(end..).unwrap_or_default());
    Ok(named)
}

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;

    use super::*;

    fn person(id: PersonId) -> PersonRef {
        PersonRef { id, display_name: format!("\"{}\"", id.0.as_u128()), title: None }
    }

    #[test]
    fn each_mark_becomes_the_person() {
        let [ana, ben] = [1, 2].map(|number| PersonId(Uuid::from_u128(number)));
        let none: Option<Named> = None;
        let document = json!({"a": Named(ana), "list": [Named(ben), Named(ana)], "none": none, "id": ana});
        let text = document.to_string();
        assert_eq!(unnamed(&text), [ana, ben]);
        let named: serde_json::Value = serde_json::from_str(&with_names(&text, person).unwrap()).unwrap();
        let [ana_named, ben_named] = [person(ana), person(ben)].map(|person| json!(person));
        let expected = json!({"a": ana_named, "list": [ben_named, ana_named], "none": null, "id": ana});
        assert_eq!(named, expected);
    }

    #[test]
    fn what_looks_like_a_mark_in_a_text_is_left_alone() {
        let id = Uuid::from_u128(1);
        for text in [
            format!("\\u0000person:{id}"),
            format!("\"\\u0000person:{id}\""),
            format!("\"\\\\u0000person:{id}"),
        ] {
            let json = json!({ "title": text, "\"": text }).to_string();
            assert_eq!(unnamed(&json), []);
            assert_eq!(with_names(&json, person).unwrap(), json);
        }
    }
}
