//! The rules of people, as pure functions: no database, no clock.

use std::collections::{HashMap, hash_map::Entry};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use utoipa::ToSchema;

use super::store::Superior;
use crate::{
    entity::person,
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

/// The errors of a row that can be found without looking at other rows or the directory.
pub fn check(fields: &Value) -> Vec<FieldError> {
    let mut faults = schema::faults::<ImportPerson>(fields);
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

/// The external ids and user names that an import has used so far, each with its row number.
#[derive(Debug, Default)]
pub struct UsedNames {
    external_ids: HashMap<String, usize>,
    user_names: HashMap<String, usize>,
}

impl UsedNames {
    /// Claims the names of a row. Returns an error for each name that an earlier row has used.
    pub fn claim(&mut self, row: usize, fields: &Value) -> Vec<FieldError> {
        let mut faults = Vec::new();
        for (name, rows) in [("external_id", &mut self.external_ids), ("user_name", &mut self.user_names)] {
            let Some(text) = text(fields, name) else { continue };
            // Inactive people hold no user name.
            if name == "user_name" && fields.get("active") == Some(&Value::Bool(false)) {
                continue;
            }
            if text.trim().is_empty() {
                continue;
            }
            match rows.entry(if name == "user_name" { names::key(text) } else { text.to_owned() }) {
                Entry::Vacant(entry) => drop(entry.insert(row)),
                Entry::Occupied(entry) => {
                    faults.push(FieldError::new(
                        format!("/{name}"),
                        format!("is already used in row {}", entry.get()),
                    ));
                }
            }
        }
        faults
    }
}

/// The part of the directory that a batch of rows refers to. Each applied row updates it.
#[derive(Debug)]
pub struct Directory {
    /// People by `external_id`.
    people: HashMap<String, person::Model>,
    /// Ids by `external_id`.
    ids: HashMap<String, PersonId>,
    /// The manager's `external_id` by the person's `external_id`.
    managers: HashMap<String, String>,
    /// The `external_id` by the user names of active people, as they are compared.
    user_names: HashMap<String, String>,
}

/// A person before and after a row is applied.
#[derive(Debug)]
pub struct PersonChange {
    pub before: Option<person::Model>,
    pub after: person::Model,
}

impl Directory {
    /// `people` are those with an `external_id` or `user_name` of a row; `superiors` are the managers named in the rows
    /// and all people above them.
    pub fn new(people: Vec<person::Model>, superiors: Vec<Superior>) -> Self {
        let mut directory = Self {
            user_names: HashMap::with_capacity(people.len()),
            people: HashMap::with_capacity(people.len()),
            ids: HashMap::with_capacity(superiors.len()),
            managers: HashMap::with_capacity(superiors.len()),
        };
        for person in people {
            if person.active {
                directory.user_names.insert(names::key(&person.user_name), person.external_id.clone());
            }
            directory.people.insert(person.external_id.clone(), person);
        }
        for Superior { id, external_id, manager_external_id } in superiors {
            if let Some(manager) = manager_external_id {
                directory.managers.insert(external_id.clone(), manager);
            }
            directory.ids.insert(external_id, id);
        }
        directory
    }

    /// The errors of a row that conflict with the rest of the directory.
    pub fn check(&self, fields: &Value) -> Vec<FieldError> {
        let mut faults = Vec::new();
        let Some(external_id) = text(fields, "external_id") else { return faults };
        let key = text(fields, "user_name").map(names::key);
        let holder = key.as_ref().and_then(|key| self.user_names.get(key));
        let before = self.people.get(external_id);
        let keeps = before.is_some_and(|before| before.active && before.user_name_key == key);
        if self.will_be_active(fields, before) && !keeps && holder.is_some_and(|holder| holder != external_id)
        {
            faults.push(FieldError::new("/user_name", "belongs to another person"));
        }
        if let Some(manager) = text(fields, "manager_external_id")
            && closes_cycle(&self.managers, external_id, manager)
        {
            let detail = if manager == external_id {
                "must not be the person's own external_id"
            } else {
                "would create a cycle: this manager reports to the person, directly or indirectly"
            };
            faults.push(FieldError::new("/manager_external_id", detail));
        }
        faults
    }

    /// Whether the person is active after the row: only active people hold a user name.
    fn will_be_active(&self, fields: &Value, before: Option<&person::Model>) -> bool {
        match fields.get("active") {
            Some(Value::Bool(active)) => *active,
            Some(_) => true,
            None => before.is_none_or(|before| before.active),
        }
    }

    /// Applies a row without errors. `new_id` is used if the person is new.
    pub fn apply(
        &mut self,
        fields: &Value,
        tenant_id: TenantId,
        new_id: PersonId,
        now: DateTime<Utc>,
    ) -> Result<PersonChange, serde_json::Error> {
        let before = text(fields, "external_id").and_then(|external_id| self.people.remove(external_id));
        let mut document = before.as_ref().map_or_else(|| Ok(json!({})), to_row)?;
        json_patch::merge(&mut document, fields);
        let person: ImportPerson = serde_json::from_value(document)?;

        let manager_id = if fields.get("manager_external_id").is_some() {
            match &person.manager_external_id {
                Some(manager) => self.managers.insert(person.external_id.clone(), manager.clone()),
                None => self.managers.remove(&person.external_id),
            };
            person.manager_external_id.as_ref().and_then(|manager| self.ids.get(manager)).copied()
        } else {
            before.as_ref().and_then(|before| before.manager_id)
        };
        if let Some(before) = &before {
            let key = names::key(&before.user_name);
            if self.user_names.get(&key) == Some(&before.external_id) {
                self.user_names.remove(&key);
            }
        }
        if person.active {
            self.user_names.insert(names::key(&person.user_name), person.external_id.clone());
        }

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
        };
        let after = with_keys(after);
        self.ids.insert(after.external_id.clone(), after.id);
        Ok(PersonChange { before, after })
    }

    /// The id of the person's manager, if the manager is known by now: a later row may have created the manager.
    pub fn find_manager(&self, change: &PersonChange) -> Option<PersonId> {
        change.after.manager_external_id.as_ref().and_then(|manager| self.ids.get(manager)).copied()
    }
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
    pub fn is_new(&self) -> bool {
        self.before.is_none()
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

/// Whether the hierarchy would contain a cycle if `manager` became the manager of `person`. `managers` maps the
/// `external_id` of all people above `manager` to that of their manager, who may not exist yet.
pub fn closes_cycle(managers: &HashMap<String, String>, person: &str, manager: &str) -> bool {
    let above = std::iter::successors(Some(manager), |name| managers.get(*name).map(String::as_str));
    // A chain without a cycle has at most this length. The limit ends the search if the data already has a cycle.
    above.take(managers.len() + 1).any(|name| name == person)
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};
    use uuid::Uuid;

    use super::*;

    fn pointers(faults: Vec<FieldError>) -> Vec<String> {
        faults.into_iter().map(|fault| fault.pointer).collect()
    }

    fn row(external_id: &str, manager: Option<&str>) -> Value {
        json!({
            "external_id": external_id,
            "user_name": external_id,
            "display_name": external_id,
            "manager_external_id": manager,
        })
    }

    fn apply(directory: &mut Directory, fields: &Value, id: u128) -> PersonChange {
        let id = PersonId(Uuid::from_u128(id));
        directory.apply(fields, TenantId(Uuid::nil()), id, DateTime::default()).unwrap()
    }

    fn empty() -> Directory {
        Directory::new(Vec::new(), Vec::new())
    }

    #[test]
    fn a_whole_row_has_no_fault() {
        let fields = json!({
            "external_id": "E1", "user_name": "ana", "display_name": "Ana Ruiz", "email": "ana@example.com",
            "manager_external_id": "E2", "department": "Platform", "title": null,
            "time_zone": "Europe/Madrid", "active": false,
        });
        assert_eq!(check(&fields), []);
    }

    #[test]
    fn every_fault_of_a_row_is_named() {
        let fields = json!({
            "external_id": " ", "user_name": "x".repeat(321), "email": "ana", "title": "a\0b",
            "time_zone": "Mars/Olympus", "active": "perhaps", "phone": 1,
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
        assert_eq!(check(&json!([])).len(), 1);
    }

    #[test]
    fn an_email_has_one_at_with_something_on_both_sides() {
        for (email, right) in
            [("a@b", true), ("@b", false), ("a@", false), ("a", false), ("a@b@c", false), ("@", false)]
        {
            let mut fields = row("E1", None);
            fields["email"] = email.into();
            assert_eq!(check(&fields).is_empty(), right, "{email}");
        }
    }

    #[test]
    fn the_second_row_of_a_name_is_refused() {
        let mut used = UsedNames::default();
        assert_eq!(used.claim(1, &row("E1", None)), []);
        assert_eq!(pointers(used.claim(2, &row("E1", None))), ["/external_id", "/user_name"]);
        let mut other = row("E2", None);
        other["user_name"] = "E1".into();
        assert_eq!(used.claim(3, &other), [FieldError::new("/user_name", "is already used in row 1")]);
    }

    #[test]
    fn a_user_name_that_was_let_go_can_be_taken() {
        let mut directory = empty();
        let ana = apply(&mut directory, &row("ana", None), 1).after;
        let mut directory = Directory::new(vec![ana], Vec::new());
        let mut other = row("ben", None);
        other["user_name"] = "ana".into();
        assert_eq!(pointers(directory.check(&other)), ["/user_name"]);

        let mut renamed = row("ana", None);
        renamed["user_name"] = "ana.ruiz".into();
        assert_eq!(directory.check(&renamed), []);
        apply(&mut directory, &renamed, 2);
        assert_eq!(directory.check(&other), []);
    }

    #[test]
    fn what_a_row_leaves_out_stays_and_null_takes_it_away() {
        let mut directory = empty();
        let mut fields = row("ana", Some("ben"));
        fields["title"] = "Engineer".into();
        fields["time_zone"] = "Europe/Madrid".into();
        fields["active"] = false.into();
        let created = apply(&mut directory, &fields, 1);
        assert_eq!(created.events(), [Event::PersonCreated(created.after.id)]);
        assert_eq!((created.after.version, created.after.manager_id), (1, None));

        let mut directory = Directory::new(vec![created.after.clone()], Vec::new());
        let same = json!({"external_id": "ana", "user_name": "ana", "display_name": "ana"});
        assert_eq!(apply(&mut directory, &same, 2).after, created.after);

        let mut directory = Directory::new(vec![created.after.clone()], Vec::new());
        let cleared = json!({
            "external_id": "ana", "user_name": "ana", "display_name": "ana", "title": null,
            "time_zone": null, "active": null, "manager_external_id": null,
        });
        let change = apply(&mut directory, &cleared, 2);
        let after = &change.after;
        assert_eq!((after.id, after.version), (created.after.id, created.after.version));
        assert_eq!((after.title.as_ref(), after.manager_external_id.as_ref()), (None, None));
        assert_eq!((after.time_zone.as_str(), after.active), ("UTC", true));
        assert_eq!(change.moved_to(), Some(Tz::UTC));
        assert_eq!(change.events(), [Event::PersonUpdated(after.id)]);
    }

    #[test]
    fn a_new_manager_and_leaving_are_events_of_their_own() {
        let mut directory = empty();
        let ben = apply(&mut directory, &row("ben", None), 1).after;
        let ana = apply(&mut directory, &row("ana", None), 2).after;
        let superiors = vec![Superior { id: ben.id, external_id: "ben".into(), manager_external_id: None }];
        let mut directory = Directory::new(vec![ana.clone()], superiors);
        let mut fields = row("ana", Some("ben"));
        fields["active"] = false.into();
        let change = apply(&mut directory, &fields, 3);
        assert_eq!(change.after.manager_id, Some(ben.id));
        assert_eq!(change.events(), [Event::PersonManagerChanged(ana.id), Event::PersonDeactivated(ana.id)]);
    }

    #[test]
    fn a_manager_who_arrives_later_is_found_then() {
        let mut directory = empty();
        let ana = apply(&mut directory, &row("ana", Some("ben")), 1);
        assert_eq!((ana.after.manager_id, directory.find_manager(&ana)), (None, None));
        let ben = apply(&mut directory, &row("ben", None), 2);
        assert_eq!(directory.find_manager(&ana), Some(ben.after.id));
    }

    #[test]
    fn who_is_awaited_cannot_report_to_who_waits() {
        let waiting = Superior {
            id: PersonId(Uuid::nil()),
            external_id: "ana".into(),
            manager_external_id: Some("ben".into()),
        };
        let directory = Directory::new(Vec::new(), vec![waiting]);
        assert_eq!(pointers(directory.check(&row("ben", Some("ana")))), ["/manager_external_id"]);
        assert_eq!(directory.check(&row("ben", None)), []);
        assert_eq!(pointers(directory.check(&row("eve", Some("eve")))), ["/manager_external_id"]);
    }

    #[test]
    fn a_circle_that_is_there_already_is_not_followed_for_ever() {
        let managers =
            [("a", "b"), ("b", "a")].map(|(person, manager)| (person.into(), manager.into())).into();
        assert!(!closes_cycle(&managers, "c", "a"));
        assert!(closes_cycle(&managers, "b", "a"));
    }

    /// Whether a person is above themselves, found by walking up from each person.
    fn has_cycle(managers: &HashMap<String, String>) -> bool {
        managers.keys().any(|start| {
            let mut above = start;
            (0..managers.len()).any(|_| match managers.get(above) {
                Some(manager) => {
                    above = manager;
                    above == start
                }
                None => false,
            })
        })
    }

    proptest! {
        #[test]
        fn a_manager_is_refused_exactly_where_a_cycle_would_come_of_it(
            moves in vec((0..12_u8, proptest::option::weighted(0.9, 0..12_u8)), 0..60),
        ) {
            let mut managers = HashMap::new();
            for (person, manager) in moves {
                let person = person.to_string();
                let Some(manager) = manager.map(|manager| manager.to_string()) else {
                    managers.remove(&person);
                    continue;
                };
                let mut after = managers.clone();
                after.insert(person.clone(), manager.clone());
                prop_assert_eq!(closes_cycle(&managers, &person, &manager), has_cycle(&after));
                if !has_cycle(&after) {
                    managers = after;
                }
            }
        }
    }
}
