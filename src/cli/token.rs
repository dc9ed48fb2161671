//! `groundwork token`.

use std::time::Duration;

use anyhow::Context as _;
use groundwork::{
    auth::token,
    clock::Clock,
    config,
    names::{MAX_NAME, is_name},
};
use serde_json::{Map, Value};

use super::{demo, output::say};

#[derive(clap::Args)]
pub struct Token {
    /// Secret to sign with, the same as the service's
    #[arg(
        long,
        env = "GROUNDWORK_AUTH_HS256_SECRET",
        hide_env_values = true,
        value_name = "SECRET",
        required_unless_present = "demo"
    )]
    auth_hs256_secret: Option<String>,

    /// Use the secret and the tenant of `groundwork demo`
    #[arg(long)]
    demo: bool,

    /// The person's `user_name`
    #[arg(long, value_name = "NAME", value_parser = name, required_unless_present = "service")]
    person: Option<String>,

    /// The name of a service, which has only the rights of its scopes
    #[arg(long, value_name = "NAME", value_parser = name, conflicts_with_all = ["person", "roles"])]
    service: Option<String>,

    /// The tenant, which is the customer organisation
    #[arg(long, value_name = "NAME", value_parser = name, required_unless_present = "demo")]
    tenant: Option<String>,

    /// A role, such as `hr_admin`; can be repeated
    #[arg(long = "role", value_name = "ROLE")]
    roles: Vec<String>,

    /// A scope, such as `plans:read`; can be repeated
    #[arg(long = "scope", value_name = "SCOPE")]
    scopes: Vec<String>,

    /// How long the token is valid
    #[arg(long, default_value = "1h", value_name = "DURATION", value_parser = config::duration)]
    expires_in: Duration,

    /// The token's `iss`
    #[arg(long, env = "GROUNDWORK_AUTH_ISSUER", value_name = "URL")]
    auth_issuer: Option<String>,

    /// The token's `aud`
    #[arg(long, env = "GROUNDWORK_AUTH_AUDIENCE", value_name = "NAME")]
    auth_audience: Option<String>,
}

/// A name that the service accepts in a token.
fn name(text: &str) -> Result<String, String> {
    if is_name(text, MAX_NAME) {
        Ok(text.to_owned())
    } else {
        Err(format!("must have 1 to {MAX_NAME} characters that can be seen"))
    }
}

impl Token {
    pub fn run(self) -> anyhow::Result<()> {
        let now = Clock::system().now().timestamp();
        let expires_in = i64::try_from(self.expires_in.as_secs()).unwrap_or(i64::MAX);
        let demo = self.demo.then_some((demo::SECRET, demo::TENANT));
        let secret = demo.map(|(secret, _)| secret.to_owned()).or(self.auth_hs256_secret).unwrap_or_default();
        let tenant = demo.map(|(_, tenant)| tenant.to_owned()).or(self.tenant).unwrap_or_default();
        let mut claims = Map::new();
        claims.insert("tenant".into(), tenant.into());
        claims.extend(
            self.service.as_ref().map(|service| ("client_id".to_owned(), Value::from(service.as_str()))),
        );
        claims.insert("sub".into(), self.service.or(self.person).unwrap_or_default().into());
        claims.insert("iat".into(), now.into());
        claims.insert("exp".into(), now.saturating_add(expires_in).into());
        if !self.roles.is_empty() {
            claims.insert("roles".into(), self.roles.into());
        }
        if !self.scopes.is_empty() {
            claims.insert("scope".into(), self.scopes.join(" ").into());
        }
        claims.extend(self.auth_issuer.map(|issuer| ("iss".to_owned(), Value::from(issuer))));
        claims.extend(self.auth_audience.map(|audience| ("aud".to_owned(), Value::from(audience))));
        say!("{}", token::mint(&secret, &claims).context("signing the token failed")?);
        Ok(())
    }
}
