//! Reads the TOML file that lists the issuers. All faults are reported, each with its line.

use std::{
    collections::HashSet,
    fmt,
    ops::Range,
    path::{Path, PathBuf},
};

use clap::{Args, ValueEnum};
use toml::de::{DeTable, DeValue};
use url::Url;

use super::{
    BadSetting,
    issuer::{
        ClaimName, INSECURE, IssuerSettings, KeySource, PersonMatch, ServiceRule, TenantRule, is_trustworthy,
    },
};
use crate::names::{MAX_NAME, is_name};

const SETTING: &str = "GROUNDWORK_AUTH_ISSUERS_FILE";
const REMEDY: &str = "docs/identity.md lists the keys of an [[issuer]], with examples";

/// The file that lists the issuers, if there are several.
#[derive(Args, Clone, Debug, Default)]
#[command(next_help_heading = "Authentication")]
pub struct IssuersFile {
    /// TOML file that lists the issuers of tokens, each with its audience, claims and tenants, instead of the settings
    /// of a single issuer. docs/identity.md describes it
    #[arg(long, env = "GROUNDWORK_AUTH_ISSUERS_FILE", value_name = "FILE")]
    pub auth_issuers_file: Option<PathBuf>,
}

impl IssuersFile {
    /// The issuers, in the order of the file; none if no file is named.
    pub fn read(&self) -> Result<Option<Vec<IssuerSettings>>, BadSetting> {
        let Some(path) = &self.auth_issuers_file else { return Ok(None) };
        let bad = |fault| BadSetting { setting: SETTING, fault, remedy: REMEDY };
        let text = std::fs::read_to_string(path)
            .map_err(|error| bad(format!("{} cannot be read: {error}", path.display())))?;
        let folder = path.parent().unwrap_or(Path::new(""));
        parse(&text, folder).map(Some).map_err(|faults| {
            let lines: Vec<String> = faults.iter().map(|fault| format!("\n  {fault}")).collect();
            bad(format!("{} has {} faults:{}", path.display(), faults.len(), lines.concat()))
        })
    }
}

/// What is wrong with a line of the file.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fault {
    line: usize,
    text: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "line {}: {}", self.line, self.text)
    }
}

/// The issuers of a file in this folder, or everything that is wrong with it.
fn parse(text: &str, folder: &Path) -> Result<Vec<IssuerSettings>, Vec<Fault>> {
    let mut faults = Faults { text, found: Vec::new() };
    let (document, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        faults.add(error.span().unwrap_or_default(), format!("is not TOML: {}", error.message()));
    }
    if !faults.found.is_empty() {
        return Err(faults.sorted());
    }
    let mut issuers = Vec::new();
    let (mut known, mut is_first) = (HashSet::new(), true);
    for (key, value) in document.get_ref() {
        let tables = value.get_ref().as_array().filter(|_| key.get_ref() == "issuer");
        let Some(tables) = tables else {
            faults.add(
                key.span(),
                format!("unknown key `{}`; the file is a list of [[issuer]]", key.get_ref()),
            );
            continue;
        };
        for table in tables.iter() {
            let Some(fields) = table.get_ref().as_table() else {
                faults.add(table.span(), "write each issuer as a table: [[issuer]]".into());
                continue;
            };
            let mut fields =
                Fields { faults: &mut faults, all: fields, whole: table.span(), read: Vec::new() };
            issuers.extend(fields.issuer(folder, is_first));
            let (url, place) = (fields.text("url"), fields.span("url"));
            fields.refuse_unknown();
            if url.is_some_and(|url| !known.insert(url)) {
                faults.add(place, "another [[issuer]] has this `url`".into());
            }
            is_first = false;
        }
    }
    if is_first && faults.found.is_empty() {
        faults.add(0..0, "there is no [[issuer]]".into());
    }
    if faults.found.is_empty() { Ok(issuers) } else { Err(faults.sorted()) }
}

struct Faults<'a> {
    text: &'a str,
    found: Vec<Fault>,
}

impl Faults<'_> {
    fn add(&mut self, place: Range<usize>, text: String) {
        let line = self.line(&place);
        self.found.push(Fault { line, text });
    }

    fn line(&self, place: &Range<usize>) -> usize {
        let before = self.text.get(..place.start).unwrap_or(self.text);
        before.bytes().filter(|byte| *byte == b'\n').count() + 1
    }

    fn sorted(mut self) -> Vec<Fault> {
        self.found.sort();
        self.found
    }
}

/// The keys of one `[[issuer]]`, while they are read.
struct Fields<'a, 't> {
    faults: &'a mut Faults<'t>,
    all: &'a DeTable<'t>,
    whole: Range<usize>,
    /// The keys that have a meaning.
    read: Vec<&'static str>,
}

impl Fields<'_, '_> {
    /// Reads all keys. None if something is wrong.
    fn issuer(&mut self, folder: &Path, is_first: bool) -> Option<IssuerSettings> {
        let faults = self.faults.found.len();
        // Everything is read before the first `?`, so that every fault is found.
        let url = self.required("url");
        let audience = self.required("audience");
        let keys = self.keys(url.as_deref(), folder);
        let tenant = self.tenant();
        let subject_claim = self.claims("subject_claim", &["sub"]);
        let person_claim = self.claims("person_claim", &[]);
        let person_match = self.person_match();
        let trusts_email = self.flag("trusts_email").unwrap_or(false);
        let service_claims = self.service_claims();
        let roles_claim = self.claims("roles_claim", &["roles"]);
        let scope_claim = self.claims("scope_claim", &["scope", "scp"]);
        let links_by_name = self.flag("links_by_name").unwrap_or(is_first);
        for (key, names) in [("subject_claim", &subject_claim), ("person_claim", &person_claim)] {
            if names.len() > 1 {
                self.fault(key, format!("`{key}` is one claim"));
            }
        }
        if self.faults.found.len() > faults {
            return None;
        }
        Some(IssuerSettings {
            url: Some(url?),
            audience: Some(audience?),
            keys: keys?,
            keys_setting: SETTING,
            keys_line: self.all.contains_key("jwks_file").then(|| self.faults.line(&self.span("jwks_file"))),
            tenant: tenant?,
            subject_claim: subject_claim.into_iter().next()?,
            person_claim: person_claim.into_iter().next(),
            person_match,
            trusts_email,
            service_claims,
            roles_claim,
            scope_claim,
            links_by_name,
        })
    }

    fn keys(&mut self, issuer: Option<&str>, folder: &Path) -> Option<KeySource> {
        let issuer = issuer.and_then(|url| self.url("url", url));
        let (url, file) = (self.text("jwks_url"), self.text("jwks_file"));
        match (url, file) {
            (Some(_), Some(_)) => {
                self.fault("jwks_file", "`jwks_url` and `jwks_file` are both given: choose one".into());
                None
            }
            (Some(url), None) => {
                let url = self.url("jwks_url", &url)?;
                self.trustworthy("jwks_url", url).map(KeySource::JwksUrl)
            }
            (None, Some(file)) => Some(KeySource::JwksFile(folder.join(file))),
            (None, None) => self.trustworthy("url", issuer?).map(KeySource::Discovery),
        }
    }

    fn tenant(&mut self) -> Option<TenantRule> {
        let fixed = self.text("tenant");
        let claim = self.text("tenant_claim");
        let tenants = self.texts("tenants");
        for tenant in fixed.iter().chain(tenants.iter().flatten()) {
            let key = if fixed.is_some() { "tenant" } else { "tenants" };
            if !is_name(tenant, MAX_NAME) {
                self.fault(key, format!("`{key}`: a tenant's name has 1 to {MAX_NAME} visible characters"));
            }
        }
        match (fixed, claim, tenants) {
            (Some(tenant), None, None) => Some(TenantRule::Fixed(tenant)),
            (Some(_), ..) => {
                let text = "`tenant` fixes the tenant: leave out `tenant_claim` and `tenants`";
                self.fault("tenant", text.into());
                None
            }
            (None, claim, Some(tenants)) if !tenants.is_empty() => {
                let claim = self.claim("tenant_claim", claim.as_deref().unwrap_or("tenant"))?;
                Some(TenantRule::ClaimAmong(claim, tenants))
            }
            (None, ..) => {
                let text = "the tenants that this issuer may name are missing: set `tenant`, or list them in `tenants`";
                self.fault("tenants", text.into());
                None
            }
        }
    }

    fn person_match(&mut self) -> PersonMatch {
        let Some(text) = self.text("person_match") else { return PersonMatch::UserName };
        PersonMatch::from_str(&text, false).unwrap_or_else(|_| {
            let text = format!("`person_match` is {text:?}; write user-name, external-id, email or id");
            self.fault("person_match", text);
            PersonMatch::UserName
        })
    }

    fn service_claims(&mut self) -> Vec<ServiceRule> {
        let rules = self.texts("service_claims").unwrap_or_default();
        rules.iter().filter_map(|rule| self.good("service_claims", ServiceRule::parse(rule))).collect()
    }

    fn claims(&mut self, key: &'static str, default: &[&str]) -> Vec<ClaimName> {
        let names = self.texts(key).unwrap_or_else(|| default.iter().map(ToString::to_string).collect());
        names.iter().filter_map(|name| self.claim(key, name)).collect()
    }

    fn claim(&mut self, key: &'static str, name: &str) -> Option<ClaimName> {
        self.good(key, ClaimName::parse(name))
    }

    fn url(&mut self, key: &'static str, text: &str) -> Option<Url> {
        self.good(key, Url::parse(text).map_err(|error| format!("is not a URL: {error}")))
    }

    fn trustworthy(&mut self, key: &'static str, url: Url) -> Option<Url> {
        self.good(key, if is_trustworthy(&url) { Ok(url) } else { Err(INSECURE.into()) })
    }

    fn good<T>(&mut self, key: &'static str, outcome: Result<T, String>) -> Option<T> {
        outcome.map_err(|fault| self.fault(key, format!("`{key}` {fault}"))).ok()
    }

    fn required(&mut self, key: &'static str) -> Option<String> {
        let is_there = self.all.contains_key(key);
        let text = self.text(key);
        match &text {
            None if !is_there => self.fault(key, format!("`{key}` is missing")),
            Some(text) if text.trim().is_empty() => {
                self.fault(key, format!("`{key}` is empty"));
                return None;
            }
            _ => {}
        }
        text
    }

    fn text(&mut self, key: &'static str) -> Option<String> {
        self.value(key, "a string", |value| value.as_str().map(str::to_owned))
    }

    /// A string, or an array of strings.
    fn texts(&mut self, key: &'static str) -> Option<Vec<String>> {
        self.value(key, "a string or an array of strings", |value| match value {
            DeValue::String(text) => Some(vec![text.to_string()]),
            DeValue::Array(items) => {
                items.iter().map(|item| item.get_ref().as_str().map(str::to_owned)).collect()
            }
            _ => None,
        })
    }

    fn flag(&mut self, key: &'static str) -> Option<bool> {
        self.value(key, "true or false", |value| value.as_bool())
    }

    fn value<T>(
        &mut self,
        key: &'static str,
        kind: &str,
        of: impl FnOnce(&DeValue<'_>) -> Option<T>,
    ) -> Option<T> {
        if !self.read.contains(&key) {
            self.read.push(key);
        }
        let value = of(self.all.get(key)?.get_ref());
        if value.is_none() {
            self.fault(key, format!("`{key}` is not {kind}"));
        }
        value
    }

    fn fault(&mut self, key: &str, text: String) {
        let place = self.span(key);
        self.faults.add(place, text);
    }

    /// Where a key is, or the issuer, if the key is missing.
    fn span(&self, key: &str) -> Range<usize> {
        let key = self.all.keys().find(|given| given.get_ref() == key);
        key.map_or_else(|| self.whole.clone(), |key| key.span())
    }

    fn refuse_unknown(self) {
        for key in self.all.keys().filter(|key| !self.read.contains(&key.get_ref().as_ref())) {
            let text = format!("unknown key `{}`; an issuer has {}", key.get_ref(), self.read.join(", "));
            self.faults.add(key.span(), text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{AuthConfig, defaults};

    fn read(text: &str) -> Vec<IssuerSettings> {
        parse(text, Path::new("/etc/groundwork")).unwrap_or_else(|faults| panic!("{faults:?}"))
    }

    fn faults(text: &str) -> Vec<String> {
        let faults = parse(text, Path::new("")).err().unwrap_or_default();
        faults.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn every_key_of_an_issuer_is_read() {
        let issuers = read(
            r#"
            [[issuer]]
            url = "https://one.example"
            audience = "groundwork"
            tenant = "acme"

            [[issuer]]
            url = "https://two.example/"
            audience = "api://groundwork"
            jwks_file = "two.json"
            tenant_claim = "org.name"
            tenants = ["globex", "initech"]
            subject_claim = "oid"
            person_claim = "email"
            person_match = "email"
            trusts_email = true
            service_claims = ["idtyp=app", "appid"]
            roles_claim = "groups"
            scope_claim = ["scp", "permissions"]
            links_by_name = true

            [[issuer]]
            url = "https://three.example"
            audience = "groundwork"
            jwks_url = "https://keys.example/three"
            tenants = ["umbrella"]
            "#,
        );
        let shown: Vec<String> = issuers.iter().map(ToString::to_string).collect();
        assert_eq!(
            shown,
            [
                "issuer https://one.example, audience groundwork, keys by discovery, tenant acme, \
                 links people by user_name",
                "issuer https://two.example/, audience api://groundwork, keys from /etc/groundwork/two.json, \
                 tenants globex, initech, links people by email",
                "issuer https://three.example, audience groundwork, keys from keys.example/three, \
                 tenants umbrella, links no one by name",
            ]
        );
        let claims = |names: &[ClaimName]| names.iter().map(|it| it.as_str().to_owned()).collect::<Vec<_>>();
        let [one, two, _] = &issuers[..] else { panic!("three issuers") };
        assert_eq!((one.subject_claim.as_str(), one.person_claim.as_ref()), ("sub", None));
        assert_eq!(
            (claims(&one.roles_claim), claims(&one.scope_claim)),
            (vec!["roles".into()], vec!["scope".into(), "scp".into()])
        );
        assert!(!one.trusts_email && one.service_claims.is_empty());
        assert_eq!(two.subject_claim.as_str(), "oid");
        assert_eq!(two.person_claim.as_ref().map(ClaimName::as_str), Some("email"));
        assert!(two.trusts_email);
        assert_eq!((one.keys_line, two.keys_line), (None, Some(10)));
        let rules = ["idtyp=app", "appid"].map(|rule| ServiceRule::parse(rule).unwrap());
        assert_eq!(two.service_claims, rules);
        assert_eq!(claims(&two.roles_claim), ["groups"]);
        assert_eq!(claims(&two.scope_claim), ["scp", "permissions"]);
        let TenantRule::ClaimAmong(claim, tenants) = &two.tenant else { panic!("a claim") };
        assert_eq!(
            (claim.as_str(), &tenants[..]),
            ("org.name", &["globex".to_owned(), "initech".into()][..])
        );
    }

    #[test]
    fn all_faults_are_named_at_once_with_their_lines() {
        let text = r#"
title = "issuers"
[[issuer]]
url = "https://one.example"
audiance = "groundwork"
tenant = "acme"
tenants = ["acme"]
[[issuer]]
url = "http://two.example"
audience = ""
tenants = []
person_match = "name"
links_by_name = "no"
roles_claim = ["a b", 1]
scope_claim = "a b"
[[issuer]]
url = "https://one.example"
audience = "groundwork"
tenant = "globex"
jwks_url = "https://keys.example"
jwks_file = "keys.json"
service_claims = ["=app"]
"#;
        let faults = faults(text);
        let expected = [
            "line 2: unknown key `title`",
            "line 3: `audience` is missing",
            "line 5: unknown key `audiance`; an issuer has url, audience, jwks_url, jwks_file, tenant, ",
            "line 6: `tenant` fixes the tenant",
            "line 9: `url` is not an https URL",
            "line 10: `audience` is empty",
            "line 11: the tenants that this issuer may name are missing",
            "line 12: `person_match` is \"name\"; write user-name",
            "line 13: `links_by_name` is not true or false",
            "line 14: `roles_claim` is not a string or an array of strings",
            "line 15: `scope_claim` is not the name of a claim: \"a b\"",
            "line 17: another [[issuer]] has this `url`",
            "line 21: `jwks_url` and `jwks_file` are both given",
            "line 22: `service_claims` is not the name of a claim: \"\"",
        ];
        assert_eq!(faults.len(), expected.len(), "{faults:#?}");
        for (fault, expected) in faults.iter().zip(expected) {
            assert!(fault.starts_with(expected), "{fault}");
        }
    }

    #[test]
    fn an_issuer_must_say_which_tenants_it_may_name() {
        for (tenants, fault) in [
            ("", "line 1: the tenants that this issuer may name are missing"),
            ("tenant_claim = 'tid'", "the tenants that this issuer may name are missing"),
            ("tenant = ''", "line 4: `tenant`: a tenant's name has"),
            ("tenants = ['acme', ' ']", "line 4: `tenants`: a tenant's name has"),
            ("tenant = 'acme'\ntenant_claim = 'tid'", "line 4: `tenant` fixes the tenant"),
        ] {
            let text = format!("[[issuer]]\nurl = 'https://one.example'\naudience = 'a'\n{tenants}");
            let faults = faults(&text);
            assert!(faults.len() == 1 && faults[0].contains(fault), "{tenants}: {faults:?}");
        }
    }

    #[test]
    fn a_file_that_is_not_toml_or_lists_no_issuer_is_refused() {
        for (text, fault) in [
            ("", "line 1: there is no [[issuer]]"),
            ("issuer = []", "line 1: there is no [[issuer]]"),
            ("issuer = ['a']", "line 1: write each issuer as a table"),
            ("[issuer]\nurl = 'https://one.example'", "line 1: unknown key `issuer`; the file is a list"),
            ("[[issuer]]\nurl = 'a'\nurl = 'b'", "line 3: is not TOML: duplicate key"),
            ("[[issuer]]\nurl =\n[[issuer", "line 2: is not TOML"),
        ] {
            let faults = faults(text);
            assert!(faults.first().is_some_and(|it| it.starts_with(fault)), "{text}: {faults:?}");
        }
    }

    #[test]
    fn the_file_and_the_settings_of_a_single_issuer_exclude_each_other() {
        let file = tempfile::NamedTempFile::new().unwrap();
        let text = "[[issuer]]\nurl = 'https://one.example'\naudience = 'a'\ntenant = 'acme'";
        std::fs::write(&file, text).unwrap();
        let flag = format!("--auth-issuers-file={}", file.path().display());
        let settings = |flags: &[&str]| {
            let flags = flags.iter().map(|flag| (*flag).to_owned()).chain([flag.clone()]);
            defaults::<AuthConfig>(flags).unwrap().settings()
        };
        assert_eq!(settings(&["--auth-leeway=5s", "--auth-require-scopes"]).unwrap().issuers.len(), 1);
        let single = [
            "--auth-issuer=https://one.example",
            "--auth-audience=a",
            "--auth-hs256-secret=s",
            "--auth-jwks-url=https://one.example",
            "--auth-jwks-file=keys.json",
            "--auth-tenant-claim=tid",
            "--auth-subject-claim=oid",
            "--auth-person-claim=upn",
            "--auth-person-match=id",
            "--auth-email-trusted",
            "--auth-service-claim=appid",
            "--auth-roles-claim=groups",
            "--auth-scope-claim=scp",
        ];
        // They would be taken for what holds, also where they say what holds anyway.
        let as_the_default = [
            "--auth-tenant-claim=tenant",
            "--auth-subject-claim=sub",
            "--auth-person-match=user-name",
            "--auth-roles-claim=roles",
            "--auth-scope-claim=scope,scp",
        ];
        for flag in single.into_iter().chain(as_the_default) {
            let variable = flag.trim_start_matches("--").split('=').next().unwrap();
            let variable = format!("GROUNDWORK_{}", variable.to_uppercase().replace('-', "_"));
            let error = settings(&[flag]).err().unwrap().to_string();
            assert!(error.contains(&format!("so does {variable}\n")), "{error}");
        }
        let error = settings(&single).err().unwrap().to_string();
        assert!(error.contains("GROUNDWORK_AUTH_ISSUER, GROUNDWORK_AUTH_AUDIENCE, "), "{error}");
        assert!(!error.contains("oid"), "values are not shown: {error}");
    }
}
