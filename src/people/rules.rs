//! The rules of people, as pure functions: no database, no clock.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use crate::{
    entity::person::{self, PersonSource},
    http::{FieldError, schema},
    ids::{PersonId, TenantId},
    names,
    record::{Event, Tracked},
};

/// One row of an import: a JSON Merge Patch (RFC 7396) of the person with its `external_id`.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ImportPerson {
    #[schema(max_length = 200, format = "not-blank")]
    pub external_id: String,
    #[schema(max_length = 320, format = "not-blank")]
    pub user_name: String,
    #[schema(max_length = 200, format = "not-blank")]
    pub display_name: String,
    #[schema(min_length = 1, max_length = 320)]
    pub email: Option<String>,
    #[schema(min_length = 1, max_length = 200)]
    pub manager_external_id: Option<String>,
    #[schema(min_length = 1, max_length = 200)]
    pub department: Option<String>,
    #[schema(min_length = 1, max_length = 200)]
    pub title: Option<String>,
    #[serde(default = "utc")]
    #[schema(value_type = Option<String>, max_length = 64)]
    pub time_zone: String,
    #[serde(default = "yes")]
    #[schema(value_type = Option<bool>)]
    pub active: bool,
}

fn utc() -> String {
    Tz::UTC.name().to_owned()
}

fn yes() -> bool {
    true
}

/// The value of a text field of a row. None for a text with NUL: PostgreSQL cannot store it, so no person has it.
pub fn text<'a>(fields: &'a Value, name: &str) -> Option<&'a str> {
    fields.get(name)?.as_str().filter(|text| !text.contains('\0'))
}

/// Removes white space at both ends of each text of a row, and characters that no one sees.
pub fn trim(fields: &mut Value) {
    for field in fields.as_object_mut().into_iter().flat_map(|fields| fields.values_mut()) {
        if let Value::String(text) = field
            && trimmed(text).len() < text.len()
        {
            *text = trimmed(text).to_owned();
        }
    }
}

/// The `external_id` of a person who was erased.
pub fn pseudonym(id: PersonId) -> String {
    format!("{PSEUDONYM}{id}")
}

const PSEUDONYM: &str = "erased-";

/// Whether an `external_id` has the form of an erased person's. No one else gets one: the erasure of the person whose
/// id it names would fail.
pub fn is_pseudonym(external_id: &str) -> bool {
    external_id.strip_prefix(PSEUDONYM).is_some_and(|id| id.parse::<PersonId>().is_ok())
}

/// A text without white space at its ends, and without characters of no width, such as a byte order mark.
pub fn trimmed(text: &str) -> &str {
    const INVISIBLE: [char; 6] = ['\u{180e}', '\u{200b}', '\u{200e}', '\u{200f}', '\u{2060}', '\u{feff}'];
    text.trim_matches(|letter: char| letter.is_whitespace() || INVISIBLE.contains(&letter))
}

/// The errors of a row that can be found without looking at other rows or the directory. The row of a person who is in
/// the directory needs no name.
pub fn check(fields: &Value) -> Vec<FieldError> {
    let mut faults = schema::patch_faults::<ImportPerson>(fields);
    if fields.as_object().is_some_and(|fields| !fields.contains_key("external_id")) {
        faults.push(FieldError::new("/external_id", "is required"));
    }
    let is_email = |text: &str| {
        let sides = text.split_once('@');
        sides.is_some_and(|(user, host)| !user.is_empty() && !host.is_empty() && !host.contains('@'))
    };
    if text(fields, "email").is_some_and(|email| !email.is_empty() && !is_email(email)) {
        faults.push(FieldError::new("/email", "must have exactly one @, with text on both sides"));
    }
    if text(fields, "time_zone").is_some_and(|zone| zone.parse::<Tz>().is_err()) {
        faults.push(FieldError::new(
            "/time_zone",
            "must be a time zone of the IANA database, such as Europe/Berlin",
        ));
    }
    faults
}

/// A person before and after a row is applied.
#[derive(Debug)]
pub struct PersonChange {
    pub before: Option<person::Model>,
    pub after: person::Model,
}

impl Tracked for person::Model {
    const IS_PERSON: bool = true;

    fn derive(&mut self, before: Option<&Self>, now: DateTime<Utc>) {
        *self = with_keys(self.clone());
        // A name that collided keeps its mark while it stays, so that the person's row can still be written.
        self.user_name_collides &= before.is_some_and(|before| before.user_name_key == self.user_name_key);
        let had_manager = before.is_some_and(|before| before.manager_id.is_some());
        self.manager_gone_at = match self.manager_id {
            Some(_) => None,
            None if had_manager => Some(now),
            None => self.manager_gone_at,
        };
        self.deactivated_at = match self.active {
            true => None,
            false => self.deactivated_at.or(Some(now)),
        };
        self.deleted_at = self.deleted_at.filter(|_| !self.active);
    }
}

impl person::Model {
    /// The user name that the person holds, as it is compared. Inactive people hold none.
    pub fn held_name(&self) -> Option<&str> {
        self.user_name_key.as_deref().filter(|_| self.active)
    }
}

/// Sets what names are compared by.
fn with_keys(person: person::Model) -> person::Model {
    person::Model {
        external_id_key: Some(names::key(&person.external_id)),
        user_name_key: Some(names::key(&person.user_name)),
        email_key: person.email.as_deref().map(names::key),
        ..person
    }
}

/// The person that a row makes of the one who is in the directory, if any.
pub fn merged(before: Option<&person::Model>, fields: &Value) -> Result<ImportPerson, serde_json::Error> {
    let mut document = before.map_or_else(|| Ok(json!({})), to_row)?;
    json_patch::merge(&mut document, fields);
    serde_json::from_value(document)
}

/// A person in the form of a row: the base document that the row is merged into.
fn to_row(person: &person::Model) -> Result<Value, serde_json::Error> {
    let person = person.clone();
    serde_json::to_value(ImportPerson {
        external_id: person.external_id,
        user_name: person.user_name,
        display_name: person.display_name,
        email: person.email,
        manager_external_id: person.manager_external_id,
        department: person.department,
        title: person.title,
        time_zone: person.time_zone,
        active: person.active,
    })
}

impl PersonChange {
    /// Makes the row of a person. `new_id` is used if the person is new.
    pub fn of(
        before: Option<person::Model>,
        person: ImportPerson,
        manager_id: Option<PersonId>,
        tenant_id: TenantId,
        new_id: PersonId,
        now: DateTime<Utc>,
    ) -> Self {
        let after = person::Model {
            tenant_id,
            id: before.as_ref().map_or(new_id, |before| before.id),
            external_id: person.external_id,
            user_name: person.user_name,
            display_name: person.display_name,
            email: person.email,
            manager_id,
            manager_external_id: person.manager_external_id,
            department: person.department,
            title: person.title,
            time_zone: person.time_zone,
            active: person.active,
            created_at: before.as_ref().map_or(now, |before| before.created_at),
            updated_at: before.as_ref().map_or(now, |before| before.updated_at),
            version: before.as_ref().map_or(1, |before| before.version),
            manager_gone_at: before.as_ref().and_then(|before| before.manager_gone_at),
            deactivated_at: before.as_ref().and_then(|before| before.deactivated_at),
            external_id_key: None,
            user_name_key: None,
            email_key: None,
            user_name_collides: before.as_ref().is_some_and(|before| before.user_name_collides),
            link_name: before.as_ref().and_then(|before| before.link_name.clone()),
            link_email: before.as_ref().and_then(|before| before.link_email.clone()),
            source: before.as_ref().map_or(PersonSource::Import, |before| before.source),
            given_name: before.as_ref().and_then(|before| before.given_name.clone()),
            family_name: before.as_ref().and_then(|before| before.family_name.clone()),
            locale: before.as_ref().and_then(|before| before.locale.clone()),
            employee_number: before.as_ref().and_then(|before| before.employee_number.clone()),
            external_id_given: before.as_ref().is_none_or(|before| before.external_id_given),
            deleted_at: before.as_ref().and_then(|before| before.deleted_at),
            erased_at: before.as_ref().and_then(|before| before.erased_at),
        };
        Self { before, after: with_keys(after) }
    }

    /// The change as one of this writer. Who changes anything has written the person's attributes last.
    pub fn written_by(mut self, source: PersonSource) -> Self {
        if !self.is_unchanged() {
            self.after.source = source;
        }
        self
    }

    /// Whether the row has changed nothing.
    pub fn is_unchanged(&self) -> bool {
        self.before.as_ref() == Some(&self.after)
    }

    /// The user name that the person gives up, as it is compared.
    pub fn given_up(&self) -> Option<&str> {
        let held = self.before.as_ref()?.held_name()?;
        (self.after.held_name() != Some(held)).then_some(held)
    }

    pub fn is_new(&self) -> bool {
        self.before.is_none()
    }

    /// Whether no person had this `external_id` before, so that others may wait for it.
    pub fn has_new_external_id(&self) -> bool {
        self.before.as_ref().is_none_or(|before| before.external_id != self.after.external_id)
    }

    /// The new time zone, if the row has changed it.
    pub fn moved_to(&self) -> Option<Tz> {
        let before = self.before.as_ref()?;
        let zone = || self.after.time_zone.parse().unwrap_or(Tz::UTC);
        (before.time_zone != self.after.time_zone).then(zone)
    }

    /// The events to record for the change.
    pub fn events(&self) -> Vec<Event> {
        let id = self.after.id;
        let Some(before) = &self.before else { return vec![Event::PersonCreated(id)] };
        let mut events = Vec::new();
        if before.manager_id != self.after.manager_id {
            events.push(Event::PersonManagerChanged(id));
        }
        if before.active && !self.after.active {
            events.push(Event::PersonDeactivated(id));
        }
        if events.is_empty() {
            events.push(Event::PersonUpdated(id));
        }
        events
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pointers(faults: Vec<FieldError>) -> Vec<String> {
        faults.into_iter().map(|fault| fault.pointer).collect()
    }

    #[test]
    fn a_whole_row_has_no_fault() {
        let fields = json!({
            "external_id": "E1", "user_name": "ana", "display_name": "Ana Ruiz", "email": "ana@example.com",
            "manager_external_id": "E2", "department": "Platform", "title": null,
            "time_zone": "Europe/Madrid", "active": false,
        });
        assert_eq!(check(&fields), []);
        assert_eq!(check(&json!({"external_id": "E1"})), []);
    }

    #[test]
    fn every_fault_of_a_row_is_named() {
        let fields = json!({
            "external_id": " ", "user_name": "x".repeat(321), "display_name": null, "email": "ana",
            "title": "a\0b", "time_zone": "Mars/Olympus", "active": "perhaps", "phone": 1,
        });
        let mut found = pointers(check(&fields));
        found.sort();
        let expected = [
            "/active",
            "/display_name",
            "/email",
            "/external_id",
            "/phone",
            "/time_zone",
            "/title",
            "/user_name",
        ];
        assert_eq!(found, expected);
        assert_eq!(pointers(check(&json!({"user_name": "ana"}))), ["/external_id"]);
        assert_eq!(check(&json!([])).len(), 1);
    }

    #[test]
    fn an_email_has_one_at_with_something_on_both_sides() {
        for (email, right) in
            [("a@b", true), ("@b", false), ("a@", false), ("a", false), ("a@b@c", false), ("@", false)]
        {
            let fields = json!({"external_id": "E1", "email": email});
            assert_eq!(check(&fields).is_empty(), right, "{email}");
        }
    }

    #[test]
    fn what_nobody_sees_at_the_ends_of_a_text_is_left_out() {
        for text in ["007", " 007 ", "\t007\r\n", "\u{a0}007\u{202f}", "\u{feff}\u{200b}007\u{3000}"] {
            assert_eq!(trimmed(text), "007", "{text:?}");
        }
        let mut fields = json!({"external_id": "\u{a0}E 1 ", "active": true, "title": null});
        trim(&mut fields);
        assert_eq!(fields, json!({"external_id": "E 1", "active": true, "title": null}));
    }
}
