//! Parses filters and the paths of PATCH operations (RFC 7644, figures 1 and 7). The result is a tree, which
//! [`super::condition`] turns into SQL and [`super::draft`] compares with one value.

use serde_json::Value;
use winnow::{
    Parser, Result,
    ascii::{Caseless, multispace0, multispace1},
    combinator::{alt, delimited, not, opt, preceded, separated, terminated},
    error::ContextError,
    token::{one_of, take_while},
};

/// Maximum characters of a filter.
pub const MAX_LENGTH: usize = 4_000;
/// Maximum comparisons of a filter.
const MAX_COMPARISONS: usize = 50;
/// Maximum depth of parentheses and brackets. It bounds the recursion of parsing and of what follows.
const MAX_DEPTH: usize = 16;

/// A condition on a resource.
#[derive(Clone, Debug, PartialEq)]
pub enum Filter {
    And(Vec<Filter>),
    Or(Vec<Filter>),
    Not(Box<Filter>),
    Present(AttributePath),
    Compare(AttributePath, Operator, Value),
    /// A condition on the values of an attribute, as `emails[type eq "work"]`.
    Within(AttributePath, Box<Filter>),
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    Equal,
    NotEqual,
    Contains,
    StartsWith,
    EndsWith,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

/// The name of an attribute in lower case, which is how names are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AttributePath {
    /// The URN of the schema before the name; empty if there is none.
    pub schema: String,
    pub name: String,
    /// The sub-attribute, as `familyname` of `name.familyName`.
    pub sub: Option<String>,
}

/// What a PATCH operation is about.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    pub path: AttributePath,
    /// Which values of the attribute are meant.
    pub filter: Option<Filter>,
}

/// Why a text is not a filter or a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FilterError {
    #[error("has more than {MAX_LENGTH} characters")]
    TooLong,
    #[error("has parentheses or brackets within each other, more than {MAX_DEPTH} deep")]
    TooDeep,
    #[error("has more than {MAX_COMPARISONS} comparisons")]
    TooMany,
    #[error("cannot be parsed")]
    Malformed,
}

/// Parses a filter.
pub fn parse_filter(text: &str) -> std::result::Result<Filter, FilterError> {
    check_size(text)?;
    let filter = delimited(multispace0, any_of, multispace0).parse(text);
    let filter = filter.map_err(|_| FilterError::Malformed)?;
    if filter.comparisons() > MAX_COMPARISONS { Err(FilterError::TooMany) } else { Ok(filter) }
}

/// Parses the path of a PATCH operation.
pub fn parse_target(text: &str) -> std::result::Result<Target, FilterError> {
    check_size(text)?;
    delimited(multispace0, target, multispace0).parse(text).map_err(|_| FilterError::Malformed)
}

/// Refuses what would cost too much to parse. Parentheses in texts do not count.
fn check_size(text: &str) -> std::result::Result<(), FilterError> {
    if text.chars().count() > MAX_LENGTH {
        return Err(FilterError::TooLong);
    }
    let (mut depth, mut quoted, mut escaped) = (0_usize, false, false);
    for letter in text.chars() {
        match letter {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '(' | '[' if !quoted => depth += 1,
            ')' | ']' if !quoted => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > MAX_DEPTH {
            return Err(FilterError::TooDeep);
        }
    }
    Ok(())
}

impl Filter {
    fn comparisons(&self) -> usize {
        match self {
            Self::And(parts) | Self::Or(parts) => parts.iter().map(Self::comparisons).sum(),
            Self::Not(filter) => filter.comparisons(),
            Self::Within(_, filter) => 1 + filter.comparisons(),
            Self::Present(_) | Self::Compare(..) => 1,
        }
    }
}

impl AttributePath {
    /// Reads `[URN ":"] name ["." sub]`. The URN of an extension alone is its schema, without a name.
    fn read(text: &str) -> Option<Self> {
        let text = text.to_ascii_lowercase();
        let (schema, rest) = match text.strip_prefix("urn:") {
            Some(_) if EXTENSIONS.contains(&text.as_str()) => (text.as_str(), ""),
            Some(_) => text.rsplit_once(':')?,
            None if text.contains(':') => return None,
            None => ("", text.as_str()),
        };
        let (name, sub) = rest.split_once('.').map_or((rest, None), |(name, sub)| (name, Some(sub)));
        let is_name = |name: &str| {
            name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '$') && !name.contains('.')
        };
        let is_path = (is_name(name) || rest.is_empty() && !schema.is_empty()) && sub.is_none_or(is_name);
        is_path.then(|| Self { schema: schema.into(), name: name.into(), sub: sub.map(Into::into) })
    }
}

/// URNs that paths consist of alone, in lower case.
const EXTENSIONS: [&str; 2] = [
    "urn:ietf:params:scim:schemas:core:2.0:user",
    "urn:ietf:params:scim:schemas:extension:enterprise:2.0:user",
];

type Input<'a, 'b> = &'b mut &'a str;

fn any_of(input: Input<'_, '_>) -> Result<Filter> {
    let or = (multispace1, word("or"), after_word);
    let parts: Vec<Filter> = separated(1.., all_of, or).parse_next(input)?;
    Ok(one_or(parts, Filter::Or))
}

fn all_of(input: Input<'_, '_>) -> Result<Filter> {
    let and = (multispace1, word("and"), after_word);
    let parts: Vec<Filter> = separated(1.., term, and).parse_next(input)?;
    Ok(one_or(parts, Filter::And))
}

/// White space, or a parenthesis that follows a word at once.
fn after_word(input: Input<'_, '_>) -> Result<()> {
    alt((multispace1.void(), winnow::combinator::peek('(').void())).parse_next(input)
}

/// The only part, or all of them together.
fn one_or(mut parts: Vec<Filter>, all: fn(Vec<Filter>) -> Filter) -> Filter {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        last => {
            parts.extend(last);
            all(parts)
        }
    }
}

fn term(input: Input<'_, '_>) -> Result<Filter> {
    let group = || delimited(('(', multispace0), any_of, (multispace0, ')'));
    let negation = preceded((word("not"), multispace0), group()).map(|filter| Filter::Not(Box::new(filter)));
    alt((group(), negation, within, comparison)).parse_next(input)
}

/// `emails[type eq "work"]`, which may go on as `.value eq "a@b"`.
fn within(input: Input<'_, '_>) -> Result<Filter> {
    let (path, filter) = (path, brackets).parse_next(input)?;
    let rest = opt(preceded('.', (name, preceded(multispace1, test)))).parse_next(input)?;
    let within = Filter::Within(path.clone(), Box::new(filter));
    Ok(match rest {
        Some((sub, test)) => Filter::And(vec![within, test.on(AttributePath { sub: Some(sub), ..path })]),
        None => within,
    })
}

fn brackets(input: Input<'_, '_>) -> Result<Filter> {
    delimited(('[', multispace0), any_of, (multispace0, ']')).parse_next(input)
}

fn comparison(input: Input<'_, '_>) -> Result<Filter> {
    let (path, test) = (path, preceded(multispace1, test)).parse_next(input)?;
    Ok(test.on(path))
}

/// What follows the path in a comparison.
#[derive(Clone)]
enum Test {
    Present,
    Compare(Operator, Value),
}

impl Test {
    fn on(self, path: AttributePath) -> Filter {
        match self {
            Self::Present => Filter::Present(path),
            Self::Compare(operator, value) => Filter::Compare(path, operator, value),
        }
    }
}

fn test(input: Input<'_, '_>) -> Result<Test> {
    let present = word("pr").value(Test::Present);
    let compare = (terminated(operator, multispace1), literal);
    alt((present, compare.map(|(operator, value)| Test::Compare(operator, value)))).parse_next(input)
}

fn operator(input: Input<'_, '_>) -> Result<Operator> {
    alt((
        word("eq").value(Operator::Equal),
        word("ne").value(Operator::NotEqual),
        word("co").value(Operator::Contains),
        word("sw").value(Operator::StartsWith),
        word("ew").value(Operator::EndsWith),
        word("gt").value(Operator::Greater),
        word("ge").value(Operator::GreaterOrEqual),
        word("lt").value(Operator::Less),
        word("le").value(Operator::LessOrEqual),
    ))
    .parse_next(input)
}

/// A whole word in any case.
fn word<'a>(word: &'static str) -> impl Parser<&'a str, (), ContextError> {
    (Caseless(word), not(one_of(is_name_character))).void()
}

fn is_name_character(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '$')
}

/// A text, number, boolean or null in JSON. Booleans may be written as Entra ID does: `True`.
fn literal(input: Input<'_, '_>) -> Result<Value> {
    let plain =
        take_while(1.., |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '+' | '.'));
    let plain = plain.verify_map(|word: &str| {
        serde_json::from_str(word).or_else(|_| serde_json::from_str(&word.to_ascii_lowercase())).ok()
    });
    alt((quoted, plain)).parse_next(input)
}

fn quoted(input: Input<'_, '_>) -> Result<Value> {
    let character = alt((('\\', winnow::token::any).void(), winnow::token::none_of(['"', '\\']).void()));
    let characters = winnow::combinator::repeat::<_, _, (), _, _>(0.., character);
    delimited('"', characters, '"')
        .take()
        .verify_map(|text| serde_json::from_str(text).ok())
        .parse_next(input)
}

fn path(input: Input<'_, '_>) -> Result<AttributePath> {
    take_while(1.., |letter: char| is_name_character(letter) || matches!(letter, ':' | '.'))
        .verify_map(AttributePath::read)
        .parse_next(input)
}

fn name(input: Input<'_, '_>) -> Result<String> {
    take_while(1.., is_name_character).map(|name: &str| name.to_ascii_lowercase()).parse_next(input)
}

fn target(input: Input<'_, '_>) -> Result<Target> {
    let (mut path, filter) = (path, opt(brackets)).parse_next(input)?;
    if filter.is_some()
        && let Some(sub) = opt(preceded('.', name)).parse_next(input)?
    {
        path.sub = Some(sub);
    }
    Ok(Target { path, filter })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn at(name: &str) -> AttributePath {
        AttributePath::read(name).unwrap()
    }

    fn equal(name: &str, value: Value) -> Filter {
        Filter::Compare(at(name), Operator::Equal, value)
    }

    #[test]
    fn filters_of_the_standard_and_of_identity_providers_are_parsed() {
        for (text, expected) in [
            (r#"userName eq "bjensen""#, equal("username", json!("bjensen"))),
            (
                r#"name.familyName co "O'Malley""#,
                Filter::Compare(at("name.familyname"), Operator::Contains, json!("O'Malley")),
            ),
            (
                r#"urn:ietf:params:scim:schemas:core:2.0:User:userName sw "J""#,
                Filter::Compare(
                    at("urn:ietf:params:scim:schemas:core:2.0:user:username"),
                    Operator::StartsWith,
                    json!("J"),
                ),
            ),
            ("title pr", Filter::Present(at("title"))),
            ("active EQ True", equal("active", json!(true))),
            (r#"title eq null"#, equal("title", Value::Null)),
            (
                r#"title pr and userType eq "Employee" or title pr"#,
                Filter::Or(vec![
                    Filter::And(vec![Filter::Present(at("title")), equal("usertype", json!("Employee"))]),
                    Filter::Present(at("title")),
                ]),
            ),
            (
                r#"title pr and(a eq 1)"#,
                Filter::And(vec![Filter::Present(at("title")), equal("a", json!(1))]),
            ),
            (r#"not (userName eq "a\"b")"#, Filter::Not(Box::new(equal("username", json!("a\"b"))))),
            (
                r#"emails[type eq "work" and value co "@example.com"]"#,
                Filter::Within(
                    at("emails"),
                    Box::new(Filter::And(vec![
                        equal("type", json!("work")),
                        Filter::Compare(at("value"), Operator::Contains, json!("@example.com")),
                    ])),
                ),
            ),
            (
                r#" emails[type eq "work"].value eq "a@b" "#,
                Filter::And(vec![
                    Filter::Within(at("emails"), Box::new(equal("type", json!("work")))),
                    equal("emails.value", json!("a@b")),
                ]),
            ),
        ] {
            assert_eq!(parse_filter(text), Ok(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_filter_is_refused() {
        for text in [
            "",
            " ",
            "userName",
            "userName eq",
            "userName eq bjensen",
            "userName equals \"a\"",
            "eq \"a\"",
            "userName eq \"a",
            "(userName pr",
            "userName pr)",
            "not userName pr",
            "userName pr and",
            "userName pr userName pr",
            "emails[type eq \"work\"",
            "emails[]",
            "emails[type eq \"work\"].",
            "a.b.c pr",
            "1a pr",
            "userName eq 'a'",
            "userName eq \"\\x\"",
            "userName eq \"a\" or or userName pr",
            "a:b pr",
            "userName\u{a0}pr",
            "userName eq \"a\"\0",
        ] {
            assert_eq!(parse_filter(text), Err(FilterError::Malformed), "{text:?}");
        }
        let deep = format!("{}title pr{}", "(".repeat(17), ")".repeat(17));
        assert_eq!(parse_filter(&deep), Err(FilterError::TooDeep));
        let long = vec!["title pr"; 51].join(" or ");
        assert_eq!(parse_filter(&long), Err(FilterError::TooMany));
        assert_eq!(parse_filter(&"a".repeat(4_001)), Err(FilterError::TooLong));
        // Parentheses in a text are text.
        assert!(parse_filter(&format!("title eq \"{}\"", "(".repeat(100))).is_ok());
    }

    #[test]
    fn paths_of_patches_are_parsed() {
        let core = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
        let target = parse_target(&format!("{core}:manager.value")).unwrap();
        assert_eq!(target.path.schema, core.to_lowercase());
        assert_eq!((target.path.name.as_str(), target.path.sub.as_deref()), ("manager", Some("value")));
        let whole = parse_target(core).unwrap();
        assert_eq!((whole.path.schema, whole.path.name), (core.to_lowercase(), String::new()));
        let work = parse_target(r#"emails[type eq "work"].value"#).unwrap();
        assert_eq!(work.filter, Some(equal("type", json!("work"))));
        assert_eq!(work.path.sub.as_deref(), Some("value"));
        for text in
            ["", ".", "a.", "emails[", "emails[type eq \"work\"]x", "userName eq \"a\"", "a b", "/userName"]
        {
            assert_eq!(parse_target(text), Err(FilterError::Malformed), "{text:?}");
        }
    }

    /// A filter as text.
    fn write(filter: &Filter) -> String {
        let path = |path: &AttributePath| match &path.sub {
            Some(sub) => format!("{}.{sub}", path.name),
            None => path.name.clone(),
        };
        let all = |parts: &[Filter], with: &str| {
            parts.iter().map(|part| format!("({})", write(part))).collect::<Vec<_>>().join(with)
        };
        match filter {
            Filter::And(parts) => all(parts, " and "),
            Filter::Or(parts) => all(parts, " OR "),
            Filter::Not(filter) => format!("not ({})", write(filter)),
            Filter::Present(at) => format!("{} pr", path(at)),
            Filter::Compare(at, operator, value) => {
                let operator = match operator {
                    Operator::Equal => "eq",
                    Operator::NotEqual => "ne",
                    Operator::Contains => "co",
                    Operator::StartsWith => "sw",
                    Operator::EndsWith => "ew",
                    Operator::Greater => "gt",
                    Operator::GreaterOrEqual => "ge",
                    Operator::Less => "lt",
                    Operator::LessOrEqual => "le",
                };
                format!("{} {operator} {value}", path(at))
            }
            Filter::Within(at, filter) => format!("{}[{}]", path(at), write(filter)),
        }
    }

    fn filters() -> impl Strategy<Value = Filter> {
        let path = ("[a-z][a-z0-9_-]{0,8}", prop::option::of("[a-z][a-z0-9]{0,5}"));
        let path = path.prop_map(|(name, sub)| AttributePath { schema: String::new(), name, sub });
        let operator = prop::sample::select(vec![
            Operator::Equal,
            Operator::NotEqual,
            Operator::Contains,
            Operator::StartsWith,
            Operator::EndsWith,
            Operator::Greater,
            Operator::GreaterOrEqual,
            Operator::Less,
            Operator::LessOrEqual,
        ]);
        let value = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<i64>().prop_map(Value::from),
            ".{0,12}".prop_map(Value::from),
        ];
        let leaf = prop_oneof![
            path.clone().prop_map(Filter::Present),
            (path.clone(), operator, value)
                .prop_map(|(at, operator, value)| Filter::Compare(at, operator, value)),
        ];
        leaf.prop_recursive(3, 20, 3, move |inner| {
            let parts = || prop::collection::vec(inner.clone(), 2..4);
            prop_oneof![
                parts().prop_map(Filter::And),
                parts().prop_map(Filter::Or),
                inner.clone().prop_map(|filter| Filter::Not(Box::new(filter))),
                (path.clone(), inner.clone()).prop_map(|(mut at, filter)| {
                    at.sub = None;
                    Filter::Within(at, Box::new(filter))
                }),
            ]
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_parsed_as_it_was(filter in filters()) {
            prop_assert_eq!(parse_filter(&write(&filter)), Ok(filter));
        }

        #[test]
        fn no_text_makes_the_parser_fail_otherwise_than_by_an_error(text in r#"[a-z \[\]()."\\:0-9]{0,80}|.{0,80}"#) {
            let _ = (parse_filter(&text), parse_target(&text));
        }
    }
}
