//! People beside their ids. Where a row has the id of a person only, the name is added to the response when it is sent,
//! by one look-up for all people in it.

use std::{borrow::Cow, sync::LazyLock};

use memchr::memmem::Finder;
use sea_orm::FromQueryResult;
use serde::{Serialize, Serializer};
use utoipa::{
    PartialSchema, ToSchema,
    openapi::{RefOr, Schema},
};
use uuid::Uuid;

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

/// The name of the person whose id stands beside this field: a field `owner` for `owner_id`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Named {
    /// Read with the row.
    Known(PersonRef),
    /// Serialized as a mark with the id, in whose place every response of the API has a [`PersonRef`]. The mark begins
    /// with NUL, which no text of a caller contains.
    Later(PersonId),
}

/// What the JSON of a [`Named`] begins with, before the id.
const MARK: &str = "\"\\u0000person:";

/// Room for a person in the place of a mark, which most need less than.
const ROOM: usize = 256;

/// Length of a UUID as text.
const ID_LENGTH: usize = 36;

impl Serialize for Named {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Known(person) => person.serialize(serializer),
            Self::Later(id) => serializer.collect_str(&format_args!("\0person:{}", id.0)),
        }
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

/// JSON in which people are to be named.
pub struct Unnamed<'a> {
    json: &'a [u8],
    /// Where each mark begins, and whose it is.
    marks: Vec<(usize, PersonId)>,
}

impl<'a> Unnamed<'a> {
    pub fn new(json: &'a [u8]) -> Self {
        // A page of plans is long, and this search many times as fast as that of the standard library.
        static FINDER: LazyLock<Finder> = LazyLock::new(|| Finder::new(MARK));
        let mark = |start: usize| {
            let id = json.get(start + MARK.len()..)?.get(..ID_LENGTH)?;
            Some((start, PersonId(Uuid::try_parse_ascii(id).ok()?)))
        };
        Self { json, marks: FINDER.find_iter(json).filter_map(mark).collect() }
    }

    /// The people who are to be named, each once.
    pub fn people(&self) -> Vec<PersonId> {
        let mut people: Vec<PersonId> = self.marks.iter().map(|(_, person)| *person).collect();
        people.sort_unstable();
        people.dedup();
        people
    }

    /// The JSON with a person in the place of each mark.
    pub fn with_names(&self, person: impl Fn(PersonId) -> PersonRef) -> Result<Vec<u8>, serde_json::Error> {
        let mut named = Vec::with_capacity(self.json.len() + self.marks.len() * ROOM);
        let mut end = 0;
        for (start, id) in &self.marks {
            named.extend_from_slice(self.json.get(end..*start).unwrap_or_default());
            serde_json::to_writer(&mut named, &person(*id))?;
            // The mark ends with the quote of its string.
            end = start + MARK.len() + ID_LENGTH + 1;
        }
        named.extend_from_slice(self.json.get(end..).unwrap_or_default());
        Ok(named)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn person(id: PersonId) -> PersonRef {
        PersonRef { id, display_name: format!("\"{}\"", id.0.as_u128()), title: None }
    }

    #[test]
    fn each_mark_becomes_the_person() {
        let [ana, ben] = [1, 2].map(|number| PersonId(Uuid::from_u128(number)));
        let none: Option<Named> = None;
        let [a, b] = [ana, ben].map(Named::Later);
        let text = json!({"a": a, "list": [b, a], "none": none, "id": ana}).to_string();
        let unnamed = Unnamed::new(text.as_bytes());
        assert_eq!(unnamed.people(), [ana, ben]);
        let named: serde_json::Value = serde_json::from_slice(&unnamed.with_names(person).unwrap()).unwrap();
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
            assert_eq!(Unnamed::new(json.as_bytes()).people(), []);
            assert_eq!(Unnamed::new(json.as_bytes()).with_names(person).unwrap(), json.as_bytes());
        }
    }
}
