//! Lists of users: by the query of GET, or by the body of a search.
//!
//! SCIM counts positions, so a page deep in a list costs what lies before it: the database walks over those rows in the
//! index of the order. Positions are bounded, and the default order is that of the ids, which are in the primary key.

use std::future::{Ready, ready};

use actix_web::{FromRequest, HttpRequest, dev::Payload};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use utoipa::{IntoParams, ToSchema};

use super::{
    condition::{Condition, condition, finds_few, sort_key},
    draft::invalid,
    filter::{parse_filter, parse_target},
    resource::{LIST, Projection, ScimUser, ScimUserList},
    store,
    values::member,
};
use crate::{
    db::Read,
    http::{Problem, scim_error::ScimType},
};

/// Users of a page, if the request does not say.
const DEFAULT_COUNT: i64 = 100;
/// Maximum users of a page.
pub const MAX_COUNT: i64 = 200;
/// Maximum `startIndex`.
const MAX_INDEX: i64 = 1_000_000;

/// Which users a list shows, and how.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query, rename_all = "camelCase")]
pub struct ScimQuery {
    /// Only users for whom this is true (RFC 7644, section 3.4.2.2), as `userName eq "ana@example.com"`. All operators,
    /// `and`, `or`, `not`, parentheses and `emails[type eq "work"]` are known; at most 50 comparisons, 16 deep.
    #[param(max_length = 4000, example = "userName eq \"ana@example.com\"")]
    pub filter: Option<String>,
    /// The position of the first user of the page, from 1.
    #[param(minimum = 1, maximum = 1_000_000, default = 1)]
    pub start_index: Option<i64>,
    /// Maximum users of the page. More than 200 count as 200; 0 returns the number of users alone.
    #[param(minimum = 0, default = 100, maximum = 2_147_483_647)]
    pub count: Option<i64>,
    /// The attribute to sort by. Without it, users are in the order of their creation.
    #[param(max_length = 200, example = "userName")]
    pub sort_by: Option<String>,
    /// `ascending`, or `descending`.
    #[param(max_length = 20, example = "ascending")]
    pub sort_order: Option<String>,
    /// Show only these attributes, separated by commas, besides `id` and `schemas`.
    #[param(max_length = 2000, example = "userName,active")]
    pub attributes: Option<String>,
    /// Leave these attributes out, separated by commas.
    #[param(max_length = 2000)]
    pub excluded_attributes: Option<String>,
}

/// A search for users, whose fields are those of the query of a list.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct ScimSearch {
    /// `urn:ietf:params:scim:api:messages:2.0:SearchRequest`.
    #[schema(max_items = 10, required = false)]
    schemas: Vec<String>,
    #[schema(nullable = false, max_length = 4000)]
    filter: Option<String>,
    #[schema(nullable = false, minimum = 1, maximum = 1_000_000)]
    start_index: Option<i64>,
    #[schema(nullable = false, minimum = 0, maximum = 2_147_483_647)]
    count: Option<i64>,
    #[schema(nullable = false, max_length = 200)]
    sort_by: Option<String>,
    #[schema(nullable = false, max_length = 20)]
    sort_order: Option<String>,
    #[schema(max_items = 50, required = false)]
    attributes: Vec<String>,
    #[schema(max_items = 50, required = false)]
    excluded_attributes: Vec<String>,
}

impl ScimQuery {
    /// Reads the parameters that SCIM has. Identity providers add others, which are ignored.
    fn of_query(query: &str) -> Result<Self, Problem> {
        let mut parameters = Map::new();
        for (name, value) in url::form_urlencoded::parse(query.as_bytes()) {
            parameters.insert(name.into_owned(), value.into_owned().into());
        }
        Self::of(&parameters)
    }

    /// Reads the body of a search.
    pub fn of_body(body: &Value) -> Result<Self, Problem> {
        match body {
            Value::Object(fields) => Self::of(fields),
            _ => Err(invalid(ScimType::InvalidSyntax, "the body must be an object")),
        }
    }

    fn of(fields: &Map<String, Value>) -> Result<Self, Problem> {
        let wrong =
            |name: &str, what: &str| invalid(ScimType::InvalidValue, &format!("{name} must be {what}"));
        let text = |name: &str| match member(fields, name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::String(text)) => Ok(Some(text.clone())),
            Some(Value::Array(items)) => {
                let names: Vec<&str> = items.iter().filter_map(Value::as_str).collect();
                Ok(Some(names.join(",")))
            }
            Some(_) => Err(wrong(name, "a text")),
        };
        let number = |name: &str| match member(fields, name) {
            None | Some(Value::Null) => Ok(None),
            Some(Value::Number(number)) => {
                number.as_i64().map(Some).ok_or_else(|| wrong(name, "a whole number"))
            }
            Some(Value::String(text)) => {
                text.trim().parse().map(Some).map_err(|_| wrong(name, "a whole number"))
            }
            Some(_) => Err(wrong(name, "a whole number")),
        };
        Ok(Self {
            filter: text("filter")?,
            start_index: number("startIndex")?,
            count: number("count")?,
            sort_by: text("sortBy")?,
            sort_order: text("sortOrder")?,
            attributes: text("attributes")?,
            excluded_attributes: text("excludedAttributes")?,
        })
    }

    /// Which attributes of users are shown.
    pub fn projection(&self) -> Result<Projection, Problem> {
        let list = |names: &Option<String>| names.clone().unwrap_or_default();
        Projection::of(&list(&self.attributes), &list(&self.excluded_attributes)).map_err(|_| {
            invalid(ScimType::InvalidValue, "attributes must be at most 50 names, separated by commas")
        })
    }

    /// The keys to order by. The time of creation is the order of the ids, but in no index: with the ids, SQLite would
    /// read everyone in their order rather than look `few` up.
    fn sort(&self, few: bool) -> Result<String, Problem> {
        let direction = match self.sort_order.as_deref().map(str::to_ascii_lowercase).as_deref() {
            None | Some("" | "ascending") => "asc",
            Some("descending") => "desc",
            Some(_) => {
                return Err(invalid(ScimType::InvalidValue, "sortOrder must be ascending or descending"));
            }
        };
        let Some(by) = self.sort_by.as_deref().filter(|by| !by.is_empty()) else {
            let created = if few { format!("p.created_at {direction}, ") } else { String::new() };
            return Ok(format!("{created}p.id {direction}"));
        };
        let key = parse_target(by).ok().filter(|target| target.filter.is_none());
        let key = key.and_then(|target| sort_key(&target.path));
        match key {
            Some(key) => Ok(format!("{key} {direction}, p.id {direction}")),
            None => {
                Err(invalid(ScimType::InvalidValue, "sortBy names no attribute that users are sorted by"))
            }
        }
    }

    /// The page of users.
    pub async fn page(&self, db: &impl Read, base: &str) -> Result<ScimUserList, Problem> {
        let mut few = false;
        let condition = match self.filter.as_deref() {
            None => Condition::default(),
            Some(text) => {
                let refused = |error: &dyn std::fmt::Display| {
                    invalid(ScimType::InvalidFilter, &format!("the filter: {error}"))
                };
                let filter = parse_filter(text).map_err(|error| refused(&error))?;
                few = finds_few(&filter);
                condition(&filter, db.backend()).map_err(|error| refused(&error))?
            }
        };
        let projection = self.projection()?;
        let sort = self.sort(few)?;
        let start_index = self.start_index.unwrap_or(1).max(1);
        if start_index > MAX_INDEX {
            let detail = format!("startIndex must be at most {MAX_INDEX}; narrow the list by a filter");
            return Err(invalid(ScimType::InvalidValue, &detail));
        }
        let count = self.count.unwrap_or(DEFAULT_COUNT).clamp(0, MAX_COUNT);
        let rows = match count {
            0 => Vec::new(),
            _ => store::list_users(db, &condition, &sort, start_index - 1, count).await?,
        };
        let found = i64::try_from(rows.len()).unwrap_or_default();
        // The last page tells how many there are; so does the only one, as of a look-up by name.
        let total_results = match found {
            1.. if found < count => start_index - 1 + found,
            _ if found == 0 && start_index == 1 && count > 0 => 0,
            _ => store::count_users(db, &condition).await?,
        };
        let resources: Vec<Value> = rows
            .into_iter()
            .map(|person| projection.show(&ScimUser::of(person, base)))
            .collect::<Result<_, _>>()?;
        Ok(ScimUserList {
            schemas: [LIST],
            total_results,
            start_index,
            items_per_page: resources.len(),
            resources,
        })
    }
}

impl FromRequest for ScimQuery {
    type Error = Problem;
    type Future = Ready<Result<Self, Problem>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Self::of_query(request.query_string()))
    }
}
