//! A user as a request leaves it: read from the person who is there, changed by the attributes of a body or by the
//! operations of a PATCH, and turned into what is written. Pure: no database, no clock.
//!
//! The three kinds of requests that identity providers send lead to one function: a body is a PATCH without a path, and
//! each of its members is a path with a value.

use serde_json::{Map, Value};

use super::{
    attribute::{Attribute, ENTERPRISE, Named},
    condition::{boolean, fits_email},
    filter::{AttributePath, Filter, Operator, Target, parse_target},
    values::{email_in, is_nothing, member, only_value, read_text},
};
use crate::{
    entity::person,
    http::{FieldError, Problem, ProblemKind, scim_error::ScimType},
    ids::PersonId,
    people::rules::ImportPerson,
};

/// Maximum characters of the texts that only SCIM has.
const MAX_TEXT: usize = 200;
const MAX_LOCALE: usize = 64;
/// How deep objects may lie within each other.
const MAX_DEPTH: usize = 4;

/// A user, before it is checked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    pub external_id: Option<String>,
    pub user_name: Option<String>,
    pub display_name: Option<String>,
    pub formatted_name: Option<String>,
    pub given_name: Option<String>,
    pub family_name: Option<String>,
    pub email: Option<String>,
    pub title: Option<String>,
    pub locale: Option<String>,
    pub time_zone: Option<String>,
    pub active: Option<bool>,
    pub employee_number: Option<String>,
    pub department: Option<String>,
    /// The id or the `externalId` of the manager.
    pub manager: Option<String>,
    faults: Vec<FieldError>,
}

/// What a change does with the values that are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Op {
    /// POST or PUT: the whole user is written.
    Write,
    Add,
    Replace,
    Remove,
}

/// What is written of a user besides the fields of the import.
#[derive(Debug)]
pub struct Extras {
    pub given_name: Option<String>,
    pub family_name: Option<String>,
    pub locale: Option<String>,
    pub employee_number: Option<String>,
    pub external_id_given: bool,
}

impl Draft {
    /// The user that a person is.
    pub fn of(person: &person::Model) -> Self {
        Self {
            external_id: person.external_id_given.then(|| person.external_id.clone()),
            user_name: Some(person.user_name.clone()),
            display_name: Some(person.display_name.clone()),
            formatted_name: None,
            given_name: person.given_name.clone(),
            family_name: person.family_name.clone(),
            email: person.email.clone(),
            title: person.title.clone(),
            locale: person.locale.clone(),
            time_zone: Some(person.time_zone.clone()),
            active: Some(person.active),
            employee_number: person.employee_number.clone(),
            department: person.department.clone(),
            manager: manager_of(person),
            faults: Vec::new(),
        }
    }

    /// What PUT starts with: attributes that it leaves out are cleared, except those that always have a value, the
    /// `externalId`, and the enterprise extension if the body has nothing of it.
    pub fn to_replace(person: &person::Model, body: &Value) -> Self {
        let before = Self::of(person);
        let fields = body.as_object().into_iter().flat_map(Map::keys);
        let mut names = fields.map(|name| name.to_ascii_lowercase());
        let extension = ENTERPRISE.to_ascii_lowercase();
        let keeps_extension = !names.any(|name| name.starts_with(&extension));
        let start = Self {
            external_id: before.external_id,
            user_name: None,
            time_zone: before.time_zone,
            active: before.active,
            ..Self::default()
        };
        if keeps_extension {
            let (employee_number, department, manager) =
                (before.employee_number, before.department, before.manager);
            return Self { employee_number, department, manager, ..start };
        }
        start
    }

    /// Sets the attributes of a body.
    pub fn set_all(&mut self, body: &Value, op: Op) -> Result<(), Problem> {
        let Value::Object(fields) = body else {
            return Err(invalid(ScimType::InvalidSyntax, "the value must be an object with attributes"));
        };
        self.set_fields(fields, &AttributePath::default(), op, 0)
    }

    fn set_fields(
        &mut self,
        fields: &Map<String, Value>,
        outer: &AttributePath,
        op: Op,
        depth: usize,
    ) -> Result<(), Problem> {
        if depth > MAX_DEPTH {
            return Err(invalid(ScimType::InvalidValue, "the value has too many objects within each other"));
        }
        for (name, value) in fields {
            // A name that is no path is one that the service does not know.
            let Ok(mut target) = parse_target(name) else { continue };
            if target.path.schema.is_empty() {
                target.path.schema.clone_from(&outer.schema);
            }
            if !outer.name.is_empty() {
                target.path = AttributePath { sub: Some(target.path.name), ..outer.clone() };
            }
            if matches!(
                Named::of(&target.path),
                Named::ReadOnly | Named::One(Attribute::Id | Attribute::Created | Attribute::LastModified)
            ) {
                continue;
            }
            self.set_at(&target, value, op, depth)?;
        }
        Ok(())
    }

    /// Carries out one operation of a PATCH.
    pub fn apply(&mut self, op: Op, path: Option<&str>, value: Option<&Value>) -> Result<(), Problem> {
        let Some(path) = path else {
            return match (op, value) {
                (Op::Remove, _) => Err(invalid(ScimType::NoTarget, "remove needs a path")),
                (op, Some(value)) => self.set_all(value, op),
                (_, None) => Err(invalid(ScimType::InvalidValue, "the operation needs a value")),
            };
        };
        let target = parse_target(path)
            .map_err(|error| invalid(ScimType::InvalidPath, &format!("the path {path:?} {error}")))?;
        match Named::of(&target.path) {
            Named::ReadOnly
            | Named::One(
                Attribute::Id | Attribute::Created | Attribute::LastModified | Attribute::ResourceType,
            ) => {
                let detail = format!("the attribute {path:?} can be changed by the service only");
                return Err(invalid(ScimType::Mutability, &detail));
            }
            Named::One(Attribute::UserName) if op == Op::Remove => {
                return Err(invalid(ScimType::Mutability, "userName cannot be removed"));
            }
            _ => {}
        }
        match (op, value) {
            (Op::Remove, _) => self.set_at(&target, &Value::Null, op, 0),
            (op, Some(value)) => self.set_at(&target, value, op, 0),
            (_, None) => Err(invalid(ScimType::InvalidValue, "the operation needs a value")),
        }
    }

    fn set_at(&mut self, target: &Target, value: &Value, op: Op, depth: usize) -> Result<(), Problem> {
        let Target { path, filter } = target;
        let is_email = path.name == "emails" && path.schema != ENTERPRISE.to_ascii_lowercase();
        if let Some(filter) = filter {
            if !is_email {
                // The service keeps no other attribute with several values.
                return Ok(());
            }
            let new = if path.sub.is_none() { email_in(value) } else { value.as_str().map(str::to_owned) };
            // Without an address, one is added if it fits; `replace` adds it only by its type.
            let new = new.filter(|_| op != Op::Replace);
            let candidate = self.email.clone().or(new).unwrap_or_default();
            let fits = fits_email(filter, &candidate).map_err(|error| {
                invalid(ScimType::InvalidPath, &format!("the filter of the path: {error}"))
            })?;
            if !fits {
                // An address of another type is not kept, as other attributes are not.
                return match op {
                    Op::Replace if !is_of_other_type(filter) => {
                        Err(invalid(ScimType::NoTarget, "no e-mail address fits the filter of the path"))
                    }
                    _ => Ok(()),
                };
            }
        }
        if op == Op::Add && is_nothing(value) {
            return Ok(());
        }
        match Named::of(path) {
            Named::One(attribute) => match only_value(value) {
                Ok(value) if op == Op::Add && is_nothing(value) => {}
                Ok(value) if attribute == Attribute::Manager => self.set_manager(value, op),
                Ok(value) => self.set(attribute, value),
                Err(detail) => self.fault(&path.name, detail),
            },
            // The address that the filter has found is replaced.
            Named::Emails if filter.is_some() && op == Op::Add => self.set_emails(value, Op::Replace),
            Named::Emails => self.set_emails(value, op),
            Named::Name if value.is_null() => {
                (self.given_name, self.family_name, self.formatted_name) = (None, None, None);
            }
            Named::Schema if value.is_null() => {
                if path.schema.eq_ignore_ascii_case(ENTERPRISE) {
                    (self.employee_number, self.department, self.manager) = (None, None, None);
                }
            }
            Named::Name | Named::Schema => match value {
                Value::Object(fields) => self.set_fields(fields, path, op, depth + 1)?,
                _ => self.fault(&path.name, "must be an object"),
            },
            Named::ReadOnly | Named::Unknown => {}
        }
        Ok(())
    }

    fn set(&mut self, attribute: Attribute, value: &Value) {
        let (field, name, max) = match attribute {
            Attribute::ExternalId => (&mut self.external_id, "externalId", MAX_TEXT),
            // The rules of people limit these.
            Attribute::UserName => (&mut self.user_name, "userName", usize::MAX),
            Attribute::DisplayName => (&mut self.display_name, "displayName", usize::MAX),
            Attribute::FormattedName => (&mut self.formatted_name, "name.formatted", usize::MAX),
            Attribute::Email => (&mut self.email, "emails.value", usize::MAX),
            Attribute::Title => (&mut self.title, "title", usize::MAX),
            Attribute::TimeZone => (&mut self.time_zone, "timezone", usize::MAX),
            Attribute::Department => (&mut self.department, "department", usize::MAX),
            Attribute::GivenName => (&mut self.given_name, "name.givenName", MAX_TEXT),
            Attribute::FamilyName => (&mut self.family_name, "name.familyName", MAX_TEXT),
            Attribute::Locale => (&mut self.locale, "locale", MAX_LOCALE),
            Attribute::EmployeeNumber => (&mut self.employee_number, "employeeNumber", MAX_TEXT),
            Attribute::Active => {
                match boolean(value) {
                    Some(active) => self.active = Some(active),
                    None if value.is_null() => self.active = None,
                    None => self.fault("active", "must be true or false"),
                }
                return;
            }
            // The one address that is kept is the primary one, at work.
            Attribute::Manager
            | Attribute::EmailType
            | Attribute::EmailPrimary
            | Attribute::Id
            | Attribute::Created
            | Attribute::LastModified
            | Attribute::ResourceType => return,
        };
        match read_text(value, max) {
            Ok(text) => *field = text,
            Err(detail) => self.fault(name, &detail),
        }
    }

    /// Sets the manager by an object, as the standard has it, or by the bare id, as Entra ID sends it.
    fn set_manager(&mut self, value: &Value, op: Op) {
        let id_of_url;
        let value = match value {
            Value::Object(fields) => match (member(fields, "value"), member(fields, "$ref")) {
                (Some(value), _) => value,
                (None, Some(Value::String(url))) => match user_of(url) {
                    Some(id) => {
                        id_of_url = Value::from(id);
                        &id_of_url
                    }
                    None => return self.fault("manager.$ref", "is not the URL of a user, as .../Users/ID"),
                },
                // Its other members, as `displayName`, are only read.
                _ if op != Op::Write => return,
                _ if fields.values().all(is_nothing) => return,
                _ => return self.fault("manager", "needs a value, the id or externalId of the manager"),
            },
            value => value,
        };
        if op == Op::Add && is_nothing(value) {
            return;
        }
        match read_text(value, MAX_TEXT) {
            Ok(text) => self.manager = text,
            Err(detail) => self.fault("manager", &detail),
        }
    }

    fn set_emails(&mut self, value: &Value, op: Op) {
        let items = match value {
            Value::Null => &[][..],
            Value::Array(items) => items.as_slice(),
            item => std::slice::from_ref(item),
        };
        let field = |item: &Value, name: &str| item.as_object().and_then(|it| member(it, name).cloned());
        let is_of = |item: &Value, kind: &str| {
            field(item, "type").is_some_and(|it| it.as_str().is_some_and(|it| it.eq_ignore_ascii_case(kind)))
        };
        let is_primary = |item: &Value| field(item, "primary").as_ref().and_then(boolean) == Some(true);
        // A private address is not kept, and least of all as that at work, by which a token may link.
        let items: Vec<&Value> = items.iter().filter(|item| !is_of(item, "home")).collect();
        let chosen = items
            .iter()
            .find(|item| is_primary(item))
            .or_else(|| items.iter().find(|item| is_of(item, "work")))
            .or_else(|| items.first().filter(|_| op != Op::Add || self.email.is_none()));
        match (chosen, op) {
            (Some(item), _) => match email_in(item) {
                Some(email) => self.email = Some(email),
                None => self.fault("emails", "must have a value, a text"),
            },
            (None, Op::Add) => {}
            (None, _) => self.email = None,
        }
    }

    fn fault(&mut self, name: &str, detail: &str) {
        self.faults.push(FieldError::new(name, detail));
    }

    /// What is written: the fields of the import and the others. `id` becomes the `external_id` if nothing else does.
    pub fn finish(self, id: impl ToString) -> Result<(ImportPerson, Extras), Problem> {
        let Self { formatted_name, given_name, family_name, mut faults, .. } = self;
        let Some(user_name) = self.user_name else {
            faults.push(FieldError::new("userName", "is required"));
            return Err(faulty(faults));
        };
        if !faults.is_empty() {
            return Err(faulty(faults));
        }
        let parts: Vec<&str> =
            [&given_name, &family_name].into_iter().flatten().map(String::as_str).collect();
        let full_name = (!parts.is_empty()).then(|| parts.join(" "));
        let display_name = self.display_name.or(formatted_name).or(full_name);
        let external_id_given = self.external_id.is_some();
        let external_id = self.external_id.or_else(|| self.employee_number.clone());
        let person = ImportPerson {
            external_id: external_id.unwrap_or_else(|| id.to_string()),
            display_name: display_name.unwrap_or_else(|| user_name.chars().take(200).collect()),
            user_name,
            email: self.email,
            manager_external_id: self.manager,
            department: self.department,
            title: self.title,
            time_zone: self.time_zone.unwrap_or_else(|| "UTC".to_owned()),
            active: self.active.unwrap_or(true),
        };
        let (locale, employee_number) = (self.locale, self.employee_number);
        Ok((person, Extras { given_name, family_name, locale, employee_number, external_id_given }))
    }
}

impl Extras {
    pub fn write_to(self, person: &mut person::Model) {
        let Self { given_name, family_name, locale, employee_number, external_id_given } = self;
        person.given_name = given_name;
        person.family_name = family_name;
        person.locale = locale;
        person.employee_number = employee_number;
        person.external_id_given = external_id_given;
    }
}

/// The id of the user at a URL, absolute or not.
fn user_of(url: &str) -> Option<&str> {
    let path = url.split(['?', '#']).next()?.trim_end_matches('/');
    let (before, id) = path.rsplit_once('/')?;
    let is_user = before.rsplit('/').next().is_some_and(|name| name.eq_ignore_ascii_case("Users"));
    id.parse::<PersonId>().ok().filter(|_| is_user).map(|_| id)
}

/// The manager as SCIM shows it: the person's id, or what was given for a person who is not there yet.
pub fn manager_of(person: &person::Model) -> Option<String> {
    person.manager_id.map(|id| id.to_string()).or_else(|| person.manager_external_id.clone())
}

/// Whether a filter asks for addresses of another type than the one that is kept, as `type eq "home"` does.
fn is_of_other_type(filter: &Filter) -> bool {
    matches!(filter, Filter::Compare(path, Operator::Equal, _) if path.name == "type")
}

fn faulty(faults: Vec<FieldError>) -> Problem {
    Problem::invalid(ProblemKind::InvalidBody, faults)
}

/// A request that SCIM refuses with 400, in its words.
pub fn invalid(scim_type: ScimType, detail: &str) -> Problem {
    Problem::new(ProblemKind::InvalidBody, detail).with_scim_type(scim_type)
}
