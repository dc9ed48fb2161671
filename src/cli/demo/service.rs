//! The service as the demo fills it: called over HTTP with tokens of the organisation's people, with a clock that
//! starts in the past.

use anyhow::Context as _;
use chrono::{DateTime, Datelike as _, Duration, NaiveDate, NaiveTime, Utc, Weekday};
use groundwork::{auth::token, client::http_client, clock::Clock};
use reqwest::Method;
use serde_json::{Value, json};

use super::organisation::{HR_ADMIN, TENANT};

pub struct Service {
    client: reqwest::Client,
    base: String,
    secret: &'static str,
    clock: Clock,
    /// When the data begins.
    begins_at: DateTime<Utc>,
    expires_at: i64,
}

impl Service {
    pub fn new(base: String, secret: &'static str, clock: Clock, expires_at: i64) -> anyhow::Result<Self> {
        let client = http_client(std::time::Duration::from_secs(30))?;
        let begins_at = clock.now();
        Ok(Self { client, base, secret, clock, begins_at, expires_at })
    }

    /// Sets the clock to so many days after the beginning.
    pub fn go_to(&self, day: i64) {
        self.clock.advance(self.begins_at + Duration::days(day) - self.clock.now());
    }

    /// The date so many days after the clock's.
    pub fn date_in(&self, days: i64) -> NaiveDate {
        (self.clock.now() + Duration::days(days)).date_naive()
    }

    /// An hour (UTC) of the first working day from then on.
    pub fn working_hour_in(&self, days: i64, hour: i64) -> DateTime<Utc> {
        let date = self.date_in(days);
        let weekend = match date.weekday() {
            Weekday::Sat => 2,
            Weekday::Sun => 1,
            _ => 0,
        };
        date.and_time(NaiveTime::MIN).and_utc() + Duration::days(weekend) + Duration::hours(hour)
    }

    async fn call(&self, who: &str, method: Method, path: &str, body: Value) -> anyhow::Result<Value> {
        let roles = if who == HR_ADMIN { json!(["hr_admin"]) } else { json!([]) };
        let claims = json!({"tenant": TENANT, "sub": who, "roles": roles, "exp": self.expires_at});
        let request = self
            .client
            .request(method.clone(), format!("{}/v1{path}", self.base))
            .bearer_auth(token::mint(self.secret, &claims)?);
        let request = match body {
            Value::Null => request,
            Value::String(csv) => request.header("content-type", "text/csv").body(csv),
            body => request.json(&body),
        };
        let answer = request.send().await?;
        let status = answer.status();
        let body: Value = answer.json().await.unwrap_or_default();
        anyhow::ensure!(status.is_success(), "{method} {path} as {who} failed with {status}: {body}");
        Ok(body)
    }

    pub async fn post(&self, who: &str, path: &str, body: Value) -> anyhow::Result<Value> {
        self.call(who, Method::POST, path, body).await
    }

    /// Posts a new resource. Returns its id.
    pub async fn create(&self, who: &str, path: &str, body: Value) -> anyhow::Result<String> {
        id(&self.post(who, path, body).await?)
    }

    pub async fn patch(&self, who: &str, path: &str, body: Value) -> anyhow::Result<Value> {
        self.call(who, Method::PATCH, path, body).await
    }

    pub async fn get(&self, who: &str, path: &str) -> anyhow::Result<Value> {
        self.call(who, Method::GET, path, Value::Null).await
    }

    /// The first item of a list whose `field` has this value.
    pub async fn find(&self, who: &str, path: &str, field: &str, value: &str) -> anyhow::Result<Value> {
        let list = self.get(who, path).await?;
        let found = list["items"].as_array().into_iter().flatten().find(|item| item[field] == value);
        found.cloned().with_context(|| format!("{path} has no {field} {value}"))
    }
}

pub fn id(resource: &Value) -> anyhow::Result<String> {
    resource["id"].as_str().map(str::to_owned).context("a resource without an id")
}
