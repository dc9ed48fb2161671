//! Turns filters into SQL. Every value is a parameter; names of columns come from this file alone.
//!
//! Each comparison is true or false, never null, so that `not` and `ne` include people without a value. Texts are
//! compared without case, as the schemas say, except ids and `externalId`: names and addresses by the columns that are
//! stored for that, others by the database's `lower`. Parts of a text are compared by `substr` and `replace` rather
//! than `like`: no character of a value has a meaning.

use chrono::{DateTime, Utc};
use sea_orm::{DbBackend, Value as SqlValue};
use serde_json::Value;

use super::{
    attribute::{Attribute, Named},
    filter::{AttributePath, Filter, Operator},
};
use crate::{clock, ids::PersonId, names};

/// A condition with `?` for each parameter.
#[derive(Debug, Default)]
pub struct Condition {
    pub sql: String,
    pub values: Vec<SqlValue>,
}

/// Why a filter that can be parsed cannot be carried out.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum ConditionError {
    #[error("the attribute {0} cannot be filtered by: the service does not keep it")]
    Unknown(String),
    #[error("the attribute {0} cannot be compared so, or with such a value")]
    Mismatch(String),
}

/// How the column of an attribute is compared.
enum Column {
    /// A text as it is compared: the column has the values of `names::key`.
    Key(&'static str),
    /// A text, by `lower`.
    Folded(&'static str),
    /// A text with its case.
    Exact(&'static str),
    Time(&'static str),
    Boolean(&'static str),
    /// The same for everyone.
    Constant(Value),
    Id,
    Manager,
}

/// The column of an attribute, and the condition under which a person has a value; none if everyone has one.
fn column(attribute: Attribute) -> (Column, Option<&'static str>) {
    const EMAIL: Option<&str> = Some("p.email is not null");
    match attribute {
        Attribute::Id => (Column::Id, None),
        Attribute::ExternalId => (Column::Exact("p.external_id"), Some("p.external_id_given")),
        Attribute::UserName => (Column::Key("p.user_name_key"), Some("p.user_name_key is not null")),
        Attribute::DisplayName | Attribute::FormattedName => (Column::Folded("p.display_name"), None),
        Attribute::GivenName => (Column::Folded("p.given_name"), Some("p.given_name is not null")),
        Attribute::FamilyName => (Column::Folded("p.family_name"), Some("p.family_name is not null")),
        Attribute::Email => (Column::Key("p.email_key"), Some("p.email_key is not null")),
        Attribute::EmailType => (Column::Constant("work".into()), EMAIL),
        Attribute::EmailPrimary => (Column::Constant(true.into()), EMAIL),
        Attribute::Title => (Column::Folded("p.title"), Some("p.title is not null")),
        Attribute::Locale => (Column::Folded("p.locale"), Some("p.locale is not null")),
        Attribute::TimeZone => (Column::Folded("p.time_zone"), None),
        Attribute::Active => (Column::Boolean("p.active"), None),
        Attribute::EmployeeNumber => {
            (Column::Folded("p.employee_number"), Some("p.employee_number is not null"))
        }
        Attribute::Department => (Column::Folded("p.department"), Some("p.department is not null")),
        Attribute::Manager => {
            (Column::Manager, Some("(p.manager_id is not null or p.manager_external_id is not null)"))
        }
        Attribute::Created => (Column::Time("p.created_at"), None),
        Attribute::LastModified => (Column::Time("p.updated_at"), None),
        Attribute::ResourceType => (Column::Constant("User".into()), None),
    }
}

/// The column by which a list is sorted; none if it cannot be.
pub fn sort_key(path: &AttributePath) -> Option<String> {
    let attribute = match Named::of(path) {
        Named::One(attribute) => attribute,
        Named::Emails => Attribute::Email,
        Named::Name => Attribute::FamilyName,
        _ => return None,
    };
    match column(attribute).0 {
        Column::Key(column) | Column::Exact(column) | Column::Time(column) | Column::Boolean(column) => {
            Some(column.to_owned())
        }
        Column::Folded(column) => Some(format!("lower({column})")),
        Column::Id => Some("p.id".to_owned()),
        Column::Constant(_) | Column::Manager => None,
    }
}

/// Whether a filter is a look-up of few people by an index: by id, `externalId`, `userName` or address.
pub fn finds_few(filter: &Filter) -> bool {
    match filter {
        Filter::And(parts) => parts.iter().any(finds_few),
        Filter::Compare(path, Operator::Equal, value) => {
            let is_key = matches!(
                Named::of(path),
                Named::Emails
                    | Named::One(
                        Attribute::Id | Attribute::ExternalId | Attribute::UserName | Attribute::Email
                    )
            );
            is_key && !value.is_null()
        }
        _ => false,
    }
}

/// The condition of a filter.
pub fn condition(filter: &Filter, backend: DbBackend) -> Result<Condition, ConditionError> {
    let mut writer = Writer { backend, within: None, condition: Condition::default() };
    writer.write(filter)?;
    Ok(writer.condition)
}

struct Writer<'a> {
    backend: DbBackend,
    /// The attribute in whose brackets the filter stands: names are those of its sub-attributes.
    within: Option<&'a AttributePath>,
    condition: Condition,
}

impl<'a> Writer<'a> {
    fn write(&mut self, filter: &'a Filter) -> Result<(), ConditionError> {
        match filter {
            Filter::And(parts) => self.write_all(parts, " and "),
            Filter::Or(parts) => self.write_all(parts, " or "),
            Filter::Not(filter) => {
                self.push("not (");
                self.write(filter)?;
                self.push(")");
                Ok(())
            }
            // A person has one value at most, so a condition on one value is one on the person who has it.
            Filter::Within(path, filter) if self.within.is_none() && path.sub.is_none() => {
                self.push("(");
                self.present(path)?;
                self.push(" and ");
                self.within = Some(path);
                self.write(filter)?;
                self.within = None;
                self.push(")");
                Ok(())
            }
            Filter::Within(path, _) => Err(ConditionError::Mismatch(shown(path))),
            Filter::Present(path) => self.present(path),
            Filter::Compare(path, operator, value) => self.compare(path, *operator, value),
        }
    }

    fn write_all(&mut self, parts: &'a [Filter], between: &str) -> Result<(), ConditionError> {
        for (number, part) in parts.iter().enumerate() {
            self.push(if number == 0 { "(" } else { between });
            self.write(part)?;
        }
        self.push(")");
        Ok(())
    }

    fn push(&mut self, sql: &str) {
        self.condition.sql.push_str(sql);
    }

    /// A comparison with `value`, which stands for each `?`.
    fn push_with(&mut self, sql: &str, value: impl Into<SqlValue>) {
        let value = value.into();
        self.condition.values.extend(std::iter::repeat_n(value, sql.matches('?').count()));
        self.push(sql);
    }

    fn named(&self, path: &AttributePath) -> Named {
        match self.within {
            Some(outer) if path.schema.is_empty() && path.sub.is_none() => {
                Named::of(&AttributePath { sub: Some(path.name.clone()), ..outer.clone() })
            }
            Some(_) => Named::Unknown,
            None => Named::of(path),
        }
    }

    fn present(&mut self, path: &AttributePath) -> Result<(), ConditionError> {
        let has_value = match self.named(path) {
            Named::One(attribute) => column(attribute).1,
            Named::Emails => Some("p.email is not null"),
            Named::Name => Some("(p.given_name is not null or p.family_name is not null)"),
            Named::ReadOnly if path.name != "groups" => None,
            _ => return Err(ConditionError::Unknown(shown(path))),
        };
        self.push(has_value.unwrap_or("1 = 1"));
        Ok(())
    }

    fn compare(
        &mut self,
        path: &AttributePath,
        operator: Operator,
        value: &Value,
    ) -> Result<(), ConditionError> {
        let attribute = match self.named(path) {
            Named::One(attribute) => attribute,
            // `emails eq "a@b"` means the value (RFC 7643, section 2.4).
            Named::Emails => Attribute::Email,
            _ => return Err(ConditionError::Unknown(shown(path))),
        };
        let mismatch = || ConditionError::Mismatch(shown(path));
        let (column, has_value) = match (attribute, operator) {
            // Whom a POST with this `externalId` would collide with, also if an employee number stands in its place.
            (Attribute::ExternalId, Operator::Equal | Operator::NotEqual) if !value.is_null() => {
                (column(attribute).0, None)
            }
            _ => column(attribute),
        };
        let (negated, operator) = match operator {
            Operator::NotEqual => (true, Operator::Equal),
            operator => (false, operator),
        };
        if negated {
            self.push("not ");
        }
        self.push("(");
        if value.is_null() {
            if operator != Operator::Equal {
                return Err(mismatch());
            }
            // Equal to null is without a value.
            self.push(&format!("not ({})", has_value.unwrap_or("1 = 1")));
        } else {
            if let Some(has_value) = has_value {
                self.push(&format!("{has_value} and "));
            }
            self.compare_column(&column, operator, value).ok_or_else(mismatch)?;
        }
        self.push(")");
        Ok(())
    }

    /// None if the operator or the value does not fit the column.
    fn compare_column(&mut self, column: &Column, operator: Operator, value: &Value) -> Option<()> {
        match column {
            Column::Key(column) => self.compare_text(column, "?", operator, names::key(text(value)?)),
            Column::Folded(column) => {
                let column = format!("lower({column})");
                self.compare_text(&column, "lower(?)", operator, text(value)?.to_owned())
            }
            Column::Exact(column) => self.compare_text(column, "?", operator, text(value)?.to_owned()),
            Column::Time(column) => {
                let time: DateTime<Utc> = clock::instant(text(value)?)?;
                self.push_with(&format!("{column} {} ?", order(operator)?), time);
            }
            Column::Boolean(column) => {
                let is = boolean(value).filter(|_| operator == Operator::Equal)?;
                self.push_with(&format!("{column} = ?"), is);
            }
            Column::Constant(constant) => {
                let is = matches_constant(constant, operator, value)?;
                self.push(if is { "1 = 1" } else { "1 = 0" });
            }
            Column::Id => {
                let id = text(value).filter(|_| operator == Operator::Equal)?.parse::<PersonId>().ok();
                match id {
                    Some(id) => self.push_with("p.id = ?", id),
                    None => self.push("1 = 0"),
                }
            }
            Column::Manager => {
                let manager = text(value).filter(|_| operator == Operator::Equal)?;
                self.push("(");
                if let Ok(id) = manager.parse::<PersonId>() {
                    self.push_with("p.manager_id is not null and p.manager_id = ? or ", id);
                }
                self.push_with(
                    "p.manager_id is null and p.manager_external_id is not null and p.manager_external_id = ?)",
                    manager,
                );
            }
        }
        Some(())
    }

    fn compare_text(&mut self, column: &str, parameter: &str, operator: Operator, value: String) {
        let part = |start: &str| format!("substr({column}, {start}length({parameter}))");
        let sql = match operator {
            // Every text contains the empty one.
            Operator::Contains | Operator::StartsWith | Operator::EndsWith if value.is_empty() => {
                "1 = 1".to_owned()
            }
            Operator::Contains => format!("replace({column}, {parameter}, '') <> {column}"),
            Operator::StartsWith => format!("{} = {parameter}", part("1, ")),
            Operator::EndsWith => format!(
                "(length({column}) >= length({parameter}) \
                 and substr({column}, length({column}) - length({parameter}) + 1) = {parameter})"
            ),
            operator => {
                // By code points on both databases.
                let collation = match (order(operator), self.backend) {
                    (Some("=") | None, _) => "",
                    (Some(_), DbBackend::Postgres) => " collate \"C\"",
                    (Some(_), _) => "",
                };
                format!("{column}{collation} {} {parameter}", order(operator).unwrap_or("="))
            }
        };
        self.push_with(&sql, value);
    }
}

/// The sign of an operator that compares in an order; none for those of parts of a text.
fn order(operator: Operator) -> Option<&'static str> {
    match operator {
        Operator::Equal => Some("="),
        Operator::Greater => Some(">"),
        Operator::GreaterOrEqual => Some(">="),
        Operator::Less => Some("<"),
        Operator::LessOrEqual => Some("<="),
        Operator::NotEqual | Operator::Contains | Operator::StartsWith | Operator::EndsWith => None,
    }
}

/// A text without NUL, which no column has and PostgreSQL does not take.
fn text(value: &Value) -> Option<&str> {
    value.as_str().filter(|text| !text.contains('\0'))
}

/// A boolean, or its name as a text in any case, as some identity providers send it.
pub fn boolean(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(is) => Some(*is),
        Value::String(text) if text.eq_ignore_ascii_case("true") => Some(true),
        Value::String(text) if text.eq_ignore_ascii_case("false") => Some(false),
        _ => None,
    }
}

/// Whether a value that is the same for everyone fits; none if the comparison makes no sense.
fn matches_constant(constant: &Value, operator: Operator, value: &Value) -> Option<bool> {
    if let Value::Bool(constant) = constant {
        return boolean(value).filter(|_| operator == Operator::Equal).map(|is| is == *constant);
    }
    Some(compare_texts(constant.as_str()?, operator, value.as_str()?))
}

/// Compares two texts without case.
fn compare_texts(left: &str, operator: Operator, right: &str) -> bool {
    let (left, right) = (left.to_lowercase(), right.to_lowercase());
    match operator {
        Operator::Equal => left == right,
        Operator::NotEqual => left != right,
        Operator::Contains => left.contains(&right),
        Operator::StartsWith => left.starts_with(&right),
        Operator::EndsWith => left.ends_with(&right),
        Operator::Greater => left > right,
        Operator::GreaterOrEqual => left >= right,
        Operator::Less => left < right,
        Operator::LessOrEqual => left <= right,
    }
}

/// Whether an e-mail address fits a filter of a PATCH operation. Names are those of the sub-attributes.
pub fn fits_email(filter: &Filter, email: &str) -> Result<bool, ConditionError> {
    Ok(match filter {
        Filter::And(parts) => {
            let parts: Vec<bool> =
                parts.iter().map(|part| fits_email(part, email)).collect::<Result<_, _>>()?;
            parts.into_iter().all(|fits| fits)
        }
        Filter::Or(parts) => {
            let parts: Vec<bool> =
                parts.iter().map(|part| fits_email(part, email)).collect::<Result<_, _>>()?;
            parts.into_iter().any(|fits| fits)
        }
        Filter::Not(filter) => !fits_email(filter, email)?,
        Filter::Present(path) => part_of_email(path, email).is_some(),
        Filter::Compare(path, operator, value) => {
            let Some(part) = part_of_email(path, email) else { return Ok(*operator == Operator::NotEqual) };
            let (negated, operator) = match operator {
                Operator::NotEqual => (true, Operator::Equal),
                operator => (false, *operator),
            };
            let fits = matches_constant(&part, operator, value);
            fits.ok_or_else(|| ConditionError::Mismatch(shown(path)))? != negated
        }
        Filter::Within(path, _) => return Err(ConditionError::Mismatch(shown(path))),
    })
}

/// A sub-attribute of the e-mail address that is kept.
fn part_of_email(path: &AttributePath, email: &str) -> Option<Value> {
    match path.name.as_str() {
        "value" => Some(email.into()),
        "type" => Some("work".into()),
        "primary" => Some(true.into()),
        _ => None,
    }
}

fn shown(path: &AttributePath) -> String {
    match &path.sub {
        Some(sub) => format!("{}.{sub}", path.name),
        None => path.name.clone(),
    }
}
