//! Tests the recipes of docs/identity.md with tokens of the shape that each identity provider issues.

use serde_json::{Value, json};

use super::{
    claims::{ClaimRules, Claims, PersonName, rules_for},
    error::TokenError,
    testing::config,
};
use crate::config::{AuthConfig, AuthSettings, BadSetting, IssuersFile, defaults};

const DOCUMENT: &str = include_str!("../../docs/identity.md");

/// The rules of a recipe, once from its variables and once from its entry of a file.
fn recipe(heading: &str) -> [Vec<ClaimRules>; 2] {
    let text = DOCUMENT.split(&format!("### {heading}\n")).nth(1).unwrap();
    let block =
        |language: &str| text.split(&format!("```{language}\n")).nth(1).unwrap().split("```").next().unwrap();
    let flags = block("sh").lines().map(|line| {
        let (name, value) = line.strip_prefix("export GROUNDWORK_").unwrap().split_once('=').unwrap();
        let flag = format!("--{}", name.to_lowercase().replace('_', "-"));
        if value == "true" { flag } else { format!("{flag}={value}") }
    });
    let config: AuthConfig = defaults(flags.collect::<Vec<_>>()).unwrap();
    [rules(config.settings()), rules(listed(block("toml")))]
}

/// What the service makes of a file with this text.
fn listed(text: &str) -> Result<AuthSettings, BadSetting> {
    let file = tempfile::NamedTempFile::new().unwrap();
    std::fs::write(&file, text).unwrap();
    let issuers_file = IssuersFile { auth_issuers_file: Some(file.path().into()) };
    AuthConfig { issuers_file, ..config() }.settings()
}

fn rules(settings: Result<AuthSettings, BadSetting>) -> Vec<ClaimRules> {
    ClaimRules::of_all(&settings.unwrap().issuers)
}

fn read(rules: &[ClaimRules], claims: Value) -> Result<Claims, TokenError> {
    let mut claims = claims;
    claims["exp"] = json!(4_102_444_800_u64);
    let payload = claims.as_object().unwrap();
    rules_for(rules, payload)?.read(payload)
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
    for rules in recipe("Microsoft Entra ID") {
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
        assert_person(
            &person,
            ("DIRECTORY-ID", "6467882c", "ana.ruiz@acme.example"),
            true,
            &["access_as_user"],
        );
        let service = with(json!({
            "oid": "service-principal", "sub": "service-principal", "azp": "the-portal", "idtyp": "app",
            "roles": ["plans:read", "hr_admin"],
        }));
        assert_service(&service, "DIRECTORY-ID", "service-principal");
    }
}

#[test]
fn okta() {
    for rules in recipe("Okta") {
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
}

#[test]
fn keycloak() {
    for rules in recipe("Keycloak") {
        let base = json!({
            "iss": "https://id.example/realms/acme", "aud": ["groundwork", "account"], "typ": "Bearer",
            "azp": "portal", "tenant": "acme",
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
}

#[test]
fn auth0() {
    for rules in recipe("Auth0") {
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
}

#[test]
fn google() {
    for rules in recipe("Google") {
        let base = json!({
            "iss": "https://accounts.google.com", "azp": "CLIENT-ID.apps.googleusercontent.com",
            "aud": "CLIENT-ID.apps.googleusercontent.com", "sub": "10769150350006150715113082367",
            "at_hash": "HK6E_P6Dh8Y93mRNtsDB1Q", "nonce": "0394852-3190485-2490358", "iat": 1_353_601_026,
        });
        let with = |more: Value| {
            let mut claims = base.clone();
            json_patch::merge(&mut claims, &more);
            read(&rules, claims)
        };
        for verified in [json!(true), json!("true")] {
            let person = with(json!({
                "hd": "acme.example", "email": "Ana@acme.example", "email_verified": verified,
            }));
            let identity = ("acme.example", "10769150350006150715113082367", "ana@acme.example");
            assert_person(&person.unwrap(), identity, false, &[]);
        }
        let unverified = json!({"hd": "acme.example", "email": "ana@acme.example", "email_verified": false});
        assert_eq!(with(unverified).unwrap().person, PersonName::Unverified);
        // A private account, and the account of a service.
        let private = json!({"email": "ana@gmail.example", "email_verified": true});
        assert_eq!(with(private), Err(TokenError::MissingClaim("hd".into())));
        let service = json!({
            "azp": "112010400000000710080", "sub": "112010400000000710080", "email_verified": true,
            "email": "portal@project.iam.gserviceaccount.example",
        });
        assert_eq!(with(service), Err(TokenError::MissingClaim("hd".into())));
    }
    // Any Workspace domain can sign in to a public application. In the file, the list of tenants refuses it.
    let stranger = json!({
        "iss": "https://accounts.google.com", "aud": "CLIENT-ID.apps.googleusercontent.com", "sub": "1",
        "hd": "evil.example", "email": "ana@acme.example", "email_verified": true,
    });
    let [_, listed] = recipe("Google");
    assert_eq!(read(&listed, stranger), Err(TokenError::WrongTenant));
}

#[test]
fn every_file_of_the_page_is_accepted_as_it_is() {
    let files: Vec<&str> =
        DOCUMENT.split("```toml\n").skip(1).filter_map(|it| it.split("```").next()).collect();
    assert_eq!(files.len(), 6);
    for file in &files {
        rules(listed(file));
    }
    let [of_directory, of_keycloak] = &rules(listed(files[0]))[..] else { panic!("two issuers") };
    assert_eq!((of_directory.place(), of_keycloak.place()), (0, 1));
}

#[test]
fn the_page_has_a_row_for_every_key_of_an_issuer() {
    let fault = listed("[[issuer]]\nunknown = 1").err().unwrap().fault;
    let keys = fault.split("an issuer has ").nth(1).unwrap().lines().next().unwrap();
    let table =
        DOCUMENT.split("| key | setting of a single issuer |").nth(1).unwrap().split("\n\n").next().unwrap();
    assert_eq!(keys.split(", ").count(), 15, "{keys}");
    for key in keys.split(", ") {
        assert!(table.contains(&format!("`{key}`")), "{key}");
    }
}

#[test]
fn every_test_that_the_page_names_exists() {
    let sources = [
        include_str!("several_issuers.rs"),
        include_str!("token.rs"),
        include_str!("published.rs"),
        include_str!("../../tests/api/issuers.rs"),
    ]
    .concat();
    let threats = DOCUMENT.split("## Threats\n").nth(1).unwrap().split("\n## ").next().unwrap();
    let named =
        threats.lines().filter_map(|row| row.split('|').nth(3)?.trim().strip_prefix('`')?.strip_suffix('`'));
    let tests: Vec<&str> = named.filter(|test| !test.contains('/')).collect();
    assert!(tests.len() > 8, "{tests:?}");
    for test in tests {
        assert!(sources.contains(&format!("fn {test}()")), "{test}");
    }
}
