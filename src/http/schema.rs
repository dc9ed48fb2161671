//! Validates input against its OpenAPI schema, so that document and behaviour cannot differ. All errors of an input are
//! reported at once, with the texts of this module.

use std::{
    any::TypeId,
    collections::{HashMap, HashSet},
    sync::{LazyLock, RwLock},
};

use jsonschema::{ValidationError, Validator, error::ValidationErrorKind};
use serde_json::{Map, Value, json};
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};
use utoipa::{IntoParams, ToSchema, openapi::path::ParameterIn};

use super::problem::{FieldError, count};
use crate::clock;

/// What is wrong with a field that the schema does not have.
const UNKNOWN_FIELD: &str = "is not a field of this object";

/// Text without the character NUL, which PostgreSQL cannot store.
const NO_NUL: &str = r"^[^\u0000]*$";

/// The format of text that has something to see, for `#[schema(format = "not-blank")]`. Generic clients do not know the
/// format, so in the document it becomes the pattern [`NOT_BLANK`].
const NOT_BLANK_FORMAT: &str = "not-blank";

/// Text with a character that is neither white space nor, in most cases, invisible by itself: control characters,
/// combining marks, fillers, zero-width characters and marks of direction. [`has_something_to_see`] knows all of them.
const NOT_BLANK: &str = concat!(
    r"^[^\u0000]*[^\s\u0000-\u001f\u007f-\u009f\u00ad\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u061c",
    r"\u064b-\u065f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u1ab0-\u1aff\u1dc0-\u1dff\u200b-\u200f\u202a-\u202e",
    r"\u2060-\u206f\u20d0-\u20ff\u2800\u3164\ufe00-\ufe0f\ufe20-\ufe2f\ufeff\uffa0\ufff0-\ufffb][^\u0000]*$",
);

/// A day that [`clock::day`] accepts, in the document.
const DAY: &str = "^(19|[2-9][0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}$";

/// Whether a text has no NUL character, and at least one character that is visible by itself.
fn has_something_to_see(text: &str) -> bool {
    use GeneralCategory::{
        Control, EnclosingMark, Format, LineSeparator, NonspacingMark, ParagraphSeparator, SpaceSeparator,
    };
    // Letters and symbols by their category, but nothing to see.
    const FILLERS: [char; 5] = ['\u{115f}', '\u{1160}', '\u{2800}', '\u{3164}', '\u{ffa0}'];
    let is_visible = |char: char| {
        let invisible = matches!(
            char.general_category(),
            Control
                | EnclosingMark
                | Format
                | LineSeparator
                | NonspacingMark
                | ParagraphSeparator
                | SpaceSeparator
        );
        !invisible && !FILLERS.contains(&char) && !('\u{fff0}'..='\u{fffb}').contains(&char)
    };
    !text.contains('\0') && text.chars().any(is_visible)
}

/// The compiled schema of one input type. It is built at the first use and kept until the process ends.
struct Rules {
    schema: Value,
    validator: Validator,
}

type Known = RwLock<HashMap<TypeId, &'static Rules>>;

/// The errors of `body` against the schema of `T`.
pub fn faults<T: ToSchema + 'static>(body: &Value) -> Vec<FieldError> {
    static KNOWN: LazyLock<Known> = LazyLock::new(Known::default);
    match rules(&KNOWN, TypeId::of::<T>(), body_schema::<T>) {
        Some(rules) => rules.faults(body),
        None => vec![FieldError::new("", "cannot be validated: the service failed")],
    }
}

/// The errors of a merge patch (RFC 7396) of a `T`, in which no field is required.
pub fn patch_faults<T: ToSchema + 'static>(body: &Value) -> Vec<FieldError> {
    static KNOWN: LazyLock<Known> = LazyLock::new(Known::default);
    let schema = || {
        let mut schema = body_schema::<T>();
        let own = schema.pointer_mut(&format!("/components/schemas/{}", escape(&T::name())));
        own.map(require_nothing);
        schema
    };
    match rules(&KNOWN, TypeId::of::<T>(), schema) {
        Some(rules) => rules.faults(body),
        None => vec![FieldError::new("", "cannot be validated: the service failed")],
    }
}

/// Makes every field of an object schema optional, as in a merge patch.
pub fn require_nothing(schema: &mut Value) {
    if let Some(object) = schema.as_object_mut() {
        object.remove("required");
    }
}

/// Parses a query string into an object with the types of `T`'s parameters, and validates it.
pub fn query<T: IntoParams + 'static>(query: &str) -> (Value, Vec<FieldError>) {
    static KNOWN: LazyLock<Known> = LazyLock::new(Known::default);
    let Some(rules) = rules(&KNOWN, TypeId::of::<T>(), query_schema::<T>) else {
        return (Value::Null, vec![FieldError::new("", "cannot be validated: the service failed")]);
    };
    let mut parameters = Map::new();
    let mut faults = Vec::new();
    for (name, text) in url::form_urlencoded::parse(query.as_bytes()) {
        let pointer = format!("/{}", escape(&name));
        let types = rules.schema.pointer(&format!("/properties{pointer}/type"));
        let format = rules.schema.pointer(&format!("/properties{pointer}/format"));
        let value = match format.and_then(Value::as_str) {
            Some("date-time") => clock::parse_bound(&text).unwrap_or_else(|| text.into_owned()).into(),
            _ => typed(&text, types.unwrap_or(&Value::Null)),
        };
        if parameters.insert(name.into_owned(), value).is_some() {
            faults.push(FieldError::new(pointer, "must be given once"));
        }
    }
    let parameters = Value::Object(parameters);
    faults.extend(rules.faults(&parameters).into_iter().map(|mut fault| {
        if fault.detail == UNKNOWN_FIELD {
            fault.detail = unknown_parameter(&rules.schema);
        }
        fault
    }));
    (parameters, faults)
}

fn unknown_parameter(schema: &Value) -> String {
    let known = schema["properties"].as_object().into_iter().flat_map(Map::keys);
    let known: Vec<&str> = known.map(String::as_str).collect();
    format!("is not a query parameter of this operation; it has: {}", known.join(", "))
}

fn rules(known: &Known, of: TypeId, schema: impl FnOnce() -> Value) -> Option<&'static Rules> {
    if let Some(rules) = known.read().ok()?.get(&of).copied() {
        return Some(rules);
    }
    let schema = schema();
    let options = jsonschema::options()
        .should_validate_formats(true)
        .with_format(NOT_BLANK_FORMAT, has_something_to_see)
        .with_format("date", |text: &str| clock::day(text).is_some())
        .with_format("date-time", |text: &str| clock::instant(text).is_some());
    match options.build(&schema) {
        Ok(validator) => {
            let rules: &'static Rules = Box::leak(Box::new(Rules { schema, validator }));
            known.write().ok()?.insert(of, rules);
            Some(rules)
        }
        Err(error) => {
            tracing::error!(%error, "a schema cannot be compiled");
            None
        }
    }
}

impl Rules {
    fn faults(&self, instance: &Value) -> Vec<FieldError> {
        let mut too_long = Vec::new();
        let mut faults: Vec<FieldError> =
            self.validator.iter_errors(instance).flat_map(|error| explain(&error, &mut too_long)).collect();
        let is_beyond = |pointer: &str| too_long.iter().any(|list: &LongList| list.is_beyond(pointer));
        let mut known = HashSet::new();
        faults.retain(|fault| !is_beyond(&fault.pointer) && known.insert(fault.clone()));
        faults
    }
}

/// A list with too many items.
struct LongList {
    pointer: String,
    max_items: u64,
}

impl LongList {
    /// Whether `pointer` leads to an item beyond the maximum. What is wrong with those is not reported.
    fn is_beyond(&self, pointer: &str) -> bool {
        let index = pointer.strip_prefix(&self.pointer).and_then(|rest| rest.strip_prefix('/'));
        let index = index.and_then(|rest| rest.split('/').next()?.parse::<u64>().ok());
        index.is_some_and(|index| index >= self.max_items)
    }
}

/// Converts a query parameter to an integer or boolean if its schema has that type and the text parses; else it stays a
/// string, which validation then refuses.
fn typed(text: &str, types: &Value) -> Value {
    let is = |name: &str| {
        types == name || types.as_array().is_some_and(|types| types.iter().any(|each| each == name))
    };
    let is_number = text.trim_start_matches('-').bytes().all(|byte| byte.is_ascii_digit());
    match (text.parse::<i64>(), text.parse::<bool>()) {
        (Ok(number), _) if is("integer") => number.into(),
        // Too large for any limit, which validation then names.
        (Err(_), _) if is("integer") && is_number => {
            text.parse::<f64>().map_or_else(|_| text.into(), Value::from)
        }
        (_, Ok(truth)) if is("boolean") => truth.into(),
        _ => text.into(),
    }
}

fn body_schema<T: ToSchema>() -> Value {
    let mut schemas = vec![(T::name().into_owned(), T::schema())];
    T::schemas(&mut schemas);
    let schemas: Map<String, Value> =
        schemas.into_iter().map(|(name, schema)| (name, with_fields(json!(schema)))).collect();
    let mut schema = json!({
        "$ref": format!("#/components/schemas/{}", T::name()),
        "components": { "schemas": schemas },
    });
    add_no_nul(&mut schema);
    add_limits(&mut schema);
    schema
}

/// Adds an empty `properties` to an object that allows no fields: without it, the validator does not name the unknown
/// fields.
fn with_fields(mut schema: Value) -> Value {
    if let Some(object) = schema.as_object_mut()
        && object.get("additionalProperties") == Some(&Value::Bool(false))
    {
        object.entry("properties").or_insert_with(|| json!({}));
    }
    schema
}

fn query_schema<T: IntoParams>() -> Value {
    let parameters = T::into_params(|| Some(ParameterIn::Query));
    let properties: Map<String, Value> = parameters
        .into_iter()
        .map(|parameter| {
            let schema = json!(
                parameter
                    .schema
                    .unwrap_or_else(|| utoipa::openapi::RefOr::T(utoipa::openapi::Schema::default()))
            );
            (parameter.name, schema)
        })
        .collect();
    let mut schema = json!({ "type": "object", "properties": properties, "additionalProperties": false });
    add_no_nul(&mut schema);
    add_limits(&mut schema);
    schema
}

/// Describes in `schema` how strings are validated, for clients: adds a pattern to every string that has something to
/// see, is a day, or has no format, values or pattern of its own.
pub fn add_patterns(schema: &mut Value) {
    each_text(schema, &|text| match text.get("format").and_then(Value::as_str) {
        Some(NOT_BLANK_FORMAT) => {
            text.remove("format");
            text.insert("pattern".into(), NOT_BLANK.into());
        }
        Some("date") => {
            text.insert("pattern".into(), DAY.into());
        }
        _ => {}
    });
    add_no_nul(schema);
}

/// Adds [`NO_NUL`] to every string in `schema` that has no format, values or pattern of its own.
fn add_no_nul(schema: &mut Value) {
    each_text(schema, &|text| {
        if !["format", "enum", "pattern", "const"].iter().any(|key| text.contains_key(*key)) {
            text.insert("pattern".into(), NO_NUL.into());
        }
    });
}

/// Adds the limits of its format to every integer in `schema` that has none of its own, so that what is too large is
/// refused in the words of this module.
pub fn add_limits(schema: &mut Value) {
    each_of_type("integer", schema, &|number| {
        if number.get("format").is_some_and(|format| format == "int32") {
            number.entry("minimum").or_insert_with(|| i32::MIN.into());
            number.entry("maximum").or_insert_with(|| i32::MAX.into());
        }
    });
}

/// Changes every string schema in `schema`.
fn each_text(schema: &mut Value, change: &impl Fn(&mut Map<String, Value>)) {
    each_of_type("string", schema, change);
}

/// Changes every schema in `schema` of the type `of`.
fn each_of_type(of: &str, schema: &mut Value, change: &impl Fn(&mut Map<String, Value>)) {
    match schema {
        Value::Object(object) => {
            let is_of_type = match object.get("type") {
                Some(Value::String(name)) => name == of,
                Some(Value::Array(names)) => names.iter().any(|name| name == of),
                _ => false,
            };
            if is_of_type {
                change(object);
            }
            object.values_mut().for_each(|value| each_of_type(of, value, change));
        }
        Value::Array(items) => items.iter_mut().for_each(|item| each_of_type(of, item, change)),
        _ => {}
    }
}

/// Converts an error of the validator to texts that tell the caller what is allowed. Adds lists that have too many
/// items to `too_long`.
fn explain(error: &ValidationError<'_>, too_long: &mut Vec<LongList>) -> Vec<FieldError> {
    let at = error.instance_path().as_str().to_owned();
    let fault = |detail: String| vec![FieldError::new(at.clone(), detail)];
    match error.kind() {
        ValidationErrorKind::AdditionalProperties { unexpected } => unexpected
            .iter()
            .map(|name| FieldError::new(format!("{at}/{}", escape(name)), UNKNOWN_FIELD))
            .collect(),
        ValidationErrorKind::Required { property } => {
            let name = property.as_str().unwrap_or_default();
            vec![FieldError::new(format!("{at}/{}", escape(name)), "is required")]
        }
        ValidationErrorKind::AnyOf { context }
        | ValidationErrorKind::OneOfNotValid { context }
        | ValidationErrorKind::OneOfMultipleValid { context } => {
            // An optional object has the schema "object or null". Report why the value is not the object, rather than
            // that it is not null.
            let not_null = |branch: &&Vec<ValidationError<'static>>| {
                !branch.iter().any(|error| is_null_type(error) && error.instance_path().as_str() == at)
            };
            let branch = context.iter().find(not_null).or_else(|| context.first());
            let errors = branch.into_iter().flatten();
            errors.flat_map(|error| explain(error, too_long)).collect()
        }
        ValidationErrorKind::Type { kind } => fault(format!("must be {}", type_names(kind))),
        ValidationErrorKind::Enum { options } => {
            let options: Vec<String> = options
                .as_array()
                .into_iter()
                .flatten()
                .filter(|option| !option.is_null())
                .map(|option| option.as_str().map_or_else(|| option.to_string(), str::to_owned))
                .collect();
            fault(format!("must be one of: {}", options.join(", ")))
        }
        ValidationErrorKind::MinLength { limit: 1 } => fault("must not be empty".into()),
        ValidationErrorKind::MinLength { limit } => {
            fault(format!("must have at least {}", count(*limit as usize, "character")))
        }
        ValidationErrorKind::MaxLength { limit } => {
            fault(format!("must have at most {}", count(*limit as usize, "character")))
        }
        ValidationErrorKind::MinItems { limit } => {
            fault(format!("must have at least {}", count(*limit as usize, "item")))
        }
        ValidationErrorKind::MaxItems { limit } => {
            too_long.push(LongList { pointer: at.clone(), max_items: *limit });
            fault(format!("must have at most {}", count(*limit as usize, "item")))
        }
        ValidationErrorKind::UniqueItems => fault("must not name the same twice".into()),
        ValidationErrorKind::MinProperties { .. } => fault("must not be empty".into()),
        ValidationErrorKind::Minimum { limit } => fault(format!("must be {limit} or more")),
        ValidationErrorKind::Maximum { limit } => fault(format!("must be {limit} or less")),
        ValidationErrorKind::Format { format } => fault(match format.as_str() {
            "date" => "must be a day from 1900-01-01 to 9999-12-31, as in 2026-03-31".into(),
            "date-time" => "must be an instant, as in 2026-03-31T09:00:00Z".into(),
            NOT_BLANK_FORMAT => "must not be blank or contain a NUL character".into(),
            "uuid" => "must be a UUID".into(),
            other => format!("must be a valid {other}"),
        }),
        ValidationErrorKind::Pattern { pattern } if pattern == NO_NUL => {
            fault("must not contain a NUL character".into())
        }
        _ => fault(error.masked().to_string()),
    }
}

fn is_null_type(error: &ValidationError<'_>) -> bool {
    matches!(error.kind(), ValidationErrorKind::Type { kind } if type_names(kind) == "null")
}

fn type_names(kind: &jsonschema::error::TypeKind) -> String {
    use jsonschema::error::TypeKind;
    let article = |name: String| match name.as_str() {
        "null" => name,
        "object" | "integer" | "array" => format!("an {name}"),
        _ => format!("a {name}"),
    };
    match kind {
        TypeKind::Single(name) => article(name.to_string()),
        TypeKind::Multiple(names) => {
            names.iter().map(|name| article(name.to_string())).collect::<Vec<_>>().join(" or ")
        }
    }
}

/// Escapes a name for a JSON Pointer (RFC 6901).
pub fn escape(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
