//! Tests the recipes of docs/identity.md with tokens of the shape that each identity provider issues.

use serde_json::{Value, json};

use super::{
    claims::{ClaimRules, Claims, PersonName},
    error::TokenError,
};
use crate::config::{AuthConfig, defaults};

const DOCUMENT: &str = include_str!("../../docs/identity.md");

/// The settings of a recipe: the lines of its `sh` block.
fn recipe(heading: &str) -> ClaimRules {
    let text = DOCUMENT.split(&format!("### {heading}\n")).nth(1).unwrap();
    let block = text.split("```sh\n").nth(1).unwrap().split("```").next().unwrap();
    let flags = block.lines().map(|line| {
        let (name, value) = line.strip_prefix("export GROUNDWORK_").unwrap().split_once('=').unwrap();
        let flag = format!("--{}", name.to_lowercase().replace('_', "-"));
        if value == "true" { flag } else { format!("{flag}={value}") }
    });
    let config: AuthConfig = defaults(flags.collect::<Vec<_>>()).unwrap();
    ClaimRules::new(&config).unwrap()
}

fn read(rules: &ClaimRules, claims: Value) -> Result<Claims, TokenError> {
    let mut claims = claims;
    claims["exp"] = json!(4_102_444_800_u64);
    rules.read(claims.as_object().unwrap())
}

#[track_caller]
fn assert_person(
    claims: &Claims,
    (tenant, subject, name): (&str, &str, &str),
    hr_admin: bool,
    scopes: &[&str],
) {
    assert!(!claims.service);
    assert_eq!((claims.tenant.as_str(), claims.subject.as_str()), (tenant, subject));
    assert_eq!(claims.person, PersonName::Given(name.into()));
    assert_eq!(claims.hr_admin, hr_admin);
    assert!(
        scopes.iter().all(|scope| claims.scopes.iter().any(|given| given == scope)),
        "{:?}",
        claims.scopes
    );
}

#[track_caller]
fn assert_service(claims: &Claims, tenant: &str, subject: &str) {
    assert!(claims.service && !claims.hr_admin);
    assert_eq!((claims.tenant.as_str(), claims.subject.as_str()), (tenant, subject));
    assert!(claims.scopes.contains(&"plans:read".to_owned()), "{:?}", claims.scopes);
}

#[test]
fn entra_id() {
    let rules = recipe("Microsoft Entra ID");
    let base = json!({
        "aud": "APPLICATION-ID", "iss": "https://login.microsoftonline.com/DIRECTORY-ID/v2.0", "ver": "2.0",
        "tid": "DIRECTORY-ID", "azpacr": "1", "uti": "kQ", "rh": "0.AX",
    });
    let with = |more: Value| {
        let mut claims = base.clone();
        json_patch::merge(&mut claims, &more);
        read(&rules, claims).unwrap()
    };
    let person = with(json!({
        "oid": "6467882c", "sub": "pairwise", "azp": "the-portal", "idtyp": "user", "name": "Ana Ruiz",
        "preferred_username": "Ana.Ruiz@acme.example", "scp": "access_as_user", "roles": ["hr_admin"],
    }));
    assert_person(&person, ("DIRECTORY-ID", "6467882c", "ana.ruiz@acme.example"), true, &["access_as_user"]);
    let service = with(json!({
        "oid": "service-principal", "sub": "service-principal", "azp": "the-portal", "idtyp": "app",
        "roles": ["plans:read", "hr_admin"],
    }));
    assert_service(&service, "DIRECTORY-ID", "service-principal");
}

#[test]
fn okta() {
    let rules = recipe("Okta");
    let base = json!({
        "ver": 1, "jti": "AT.x", "iss": "https://acme.okta.com/oauth2/default", "aud": "api://groundwork",
        "cid": "0oa1", "tenant": "acme",
    });
    let with = |more: Value| {
        let mut claims = base.clone();
        json_patch::merge(&mut claims, &more);
        read(&rules, claims).unwrap()
    };
    let person = with(json!({
        "uid": "00u1", "sub": "ana@acme.example", "scp": ["openid", "profile"], "groups": ["Everyone", "hr_admin"],
    }));
    assert_person(&person, ("acme", "ana@acme.example", "ana@acme.example"), true, &["openid"]);
    let service = with(json!({"sub": "0oa1", "scp": ["plans:read"], "groups": ["hr_admin"]}));
    assert_service(&service, "acme", "0oa1");
}

#[test]
fn keycloak() {
    let rules = recipe("Keycloak");
    let base = json!({
        "iss": "https://id.example/realms/acme", "aud": ["groundwork", "account"], "typ": "Bearer", "tenant": "acme",
        "azp": "portal",
    });
    let with = |more: Value| {
        let mut claims = base.clone();
        json_patch::merge(&mut claims, &more);
        read(&rules, claims).unwrap()
    };
    let person = with(json!({
        "sub": "f3b1", "preferred_username": "ana", "email_verified": false, "scope": "openid email",
        "realm_access": {"roles": ["offline_access", "hr_admin"]},
    }));
    assert_person(&person, ("acme", "f3b1", "ana"), true, &["openid"]);
    for flag in [json!(true), json!("true")] {
        let service = with(json!({
            "sub": "77aa", "client_id": "portal", "preferred_username": "service-account-portal",
            "scope": "plans:read", "groundwork_service": flag, "realm_access": {"roles": ["hr_admin"]},
        }));
        assert_service(&service, "acme", "77aa");
    }
    // Without the claim a service account counts as a person, who is in no directory.
    assert!(!with(json!({"sub": "77aa", "client_id": "portal", "scope": "plans:read"})).service);
}

#[test]
fn auth0() {
    let rules = recipe("Auth0");
    let base = json!({
        "iss": "https://acme.eu.auth0.com/", "https://acme.example/tenant": "acme", "azp": "abc123",
    });
    let with = |more: Value| {
        let mut claims = base.clone();
        json_patch::merge(&mut claims, &more);
        read(&rules, claims).unwrap()
    };
    let person = with(json!({
        "sub": "auth0|64", "aud": ["https://groundwork.acme.example", "https://acme.eu.auth0.com/userinfo"],
        "scope": "openid profile", "permissions": ["plans:write"],
        "https://acme.example/email": "Ana@acme.example", "https://acme.example/roles": ["hr_admin"],
    }));
    assert_person(&person, ("acme", "auth0|64", "ana@acme.example"), true, &["openid", "plans:write"]);
    let unverified = with(json!({"sub": "auth0|65", "aud": "https://groundwork.acme.example"}));
    assert_eq!(unverified.person, PersonName::Missing);
    let service = with(json!({
        "sub": "abc123@clients", "aud": "https://groundwork.acme.example", "gty": "client-credentials",
        "scope": "plans:read", "permissions": ["plans:read"],
    }));
    assert_service(&service, "acme", "abc123@clients");
}
