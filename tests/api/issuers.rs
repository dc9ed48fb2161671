//! Several issuers of tokens, from a file.

use std::path::PathBuf;

use jsonwebtoken::{Algorithm, EncodingKey, Header, jwk::Jwk};

use crate::support::{
    TestApp, Value, json,
    people::Person,
    process::{Process, refuses},
};

const ONE: &str = "https://one.example";
const TWO: &str = "https://two.example";

/// A file with issuers, and one key that signs the tokens of all of them.
struct Issuers {
    folder: tempfile::TempDir,
    key: EncodingKey,
}

impl Issuers {
    /// The issuers `one` and `two`, both of the tenant acme unless `two` says otherwise.
    fn new(two: &str) -> Self {
        let pem = include_bytes!("../fixtures/test_only_ed25519.pem");
        let folder = tempfile::TempDir::new().unwrap();
        let key = EncodingKey::from_ed_pem(pem).unwrap();
        let mut jwk = Jwk::from_encoding_key(&key, Algorithm::EdDSA).unwrap();
        jwk.common.key_id = Some("key".into());
        std::fs::write(folder.path().join("keys.json"), json!({"keys": [jwk]}).to_string()).unwrap();
        let issuers = Self { folder, key };
        let entry = |url: &str, more: &str| {
            format!("[[issuer]]\nurl = '{url}'\naudience = 'groundwork'\njwks_file = 'keys.json'\n{more}\n")
        };
        issuers.write(&[entry(ONE, "tenants = ['acme']"), entry(TWO, two)].concat());
        issuers
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("issuers.toml")
    }

    fn write(&self, text: &str) {
        std::fs::write(self.file(), text).unwrap();
    }

    fn flag(&self) -> String {
        format!("--auth-issuers-file={}", self.file().display())
    }

    async fn start(&self) -> TestApp {
        TestApp::start_with(&[&self.flag()]).await
    }

    /// A caller with a token of an issuer, for the tenant acme unless the claims say otherwise.
    fn caller(&self, app: &TestApp, issuer: &str, claims: Value) -> Person {
        let mut all = json!({
            "iss": issuer, "aud": "groundwork", "tenant": "acme",
            "exp": app.clock().now().timestamp() + 3600,
        });
        json_patch::merge(&mut all, &claims);
        let header = Header { kid: Some("key".into()), ..Header::new(Algorithm::EdDSA) };
        let token = jsonwebtoken::encode(&header, &all, &self.key).unwrap();
        Person { app: app.clone(), id: String::new(), token }
    }

    /// The outcome of a command that reads the file.
    fn command(&self, app: &TestApp, arguments: &[&str]) -> (bool, String) {
        let url = format!("--database-url={}", app.database().url);
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_groundwork"));
        let output = command.args(arguments).args([url, self.flag()]).output().unwrap();
        (output.status.success(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
    }
}

async fn who(caller: &Person) -> Value {
    caller.get("/v1/me").await.is(200)["person"]["id"].clone()
}

#[actix_web::test]
async fn an_issuer_cannot_reach_the_tenant_of_another() {
    let issuers = Issuers::new("tenant_claim = 'org'\ntenants = ['globex', 'initech']\nlinks_by_name = true");
    let app = issuers.start().await;
    let (ana, _) = app.employee_and_manager().await;
    let other = app.person_in("globex", "ana", None, "UTC").await;

    assert_eq!(who(&issuers.caller(&app, ONE, json!({"sub": "ana"}))).await, ana.id);
    assert_eq!(who(&issuers.caller(&app, TWO, json!({"sub": "ana", "org": "globex"}))).await, other.id);
    let service = json!({"sub": "portal", "azp": "portal", "scope": "people:read", "org": "acme"});
    let hr = json!({"sub": "hr", "roles": ["hr_admin"], "org": "acme"});
    for claims in [json!({"sub": "ana", "org": "acme"}), service, hr] {
        let reply = issuers.caller(&app, TWO, claims).get("/v1/people").await;
        let challenge = reply.header("www-authenticate").to_owned();
        let problem = reply.refused(401, "unauthorized");
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains("the issuer of the token may not name this tenant"), "{detail}");
        assert!(challenge.contains("error=\"invalid_token\""), "{challenge}");
    }
    // Nor does it make one that is not listed.
    let first = json!({"sub": "hr", "roles": ["hr_admin"], "org": "umbrella"});
    let import = issuers.caller(&app, TWO, first).post("/v1/people/import", json!({"rows": []})).await;
    import.refused(401, "unauthorized");
    assert_eq!(app.count("tenants").await, 2);
}

#[actix_web::test]
async fn identities_of_two_issuers_are_different() {
    let issuers = Issuers::new("tenant = 'acme'\nlinks_by_name = true");
    let app = issuers.start().await;
    let (ana, ben) = app.employee_and_manager().await;

    assert_eq!(who(&issuers.caller(&app, ONE, json!({"sub": "ana"}))).await, ana.id);
    issuers.caller(&app, TWO, json!({"sub": "ana"})).get("/v1/me").await.refused(403, "identity-conflict");
    assert_eq!(who(&issuers.caller(&app, TWO, json!({"sub": "ben"}))).await, ben.id);
    issuers.caller(&app, ONE, json!({"sub": "ben"})).get("/v1/me").await.refused(403, "identity-conflict");
    let links = app.database().texts("select realm || ' ' || subject from identities order by subject").await;
    assert_eq!(links, ["default ana", "https://two.example ben"]);
    // Remembered callers stay apart as well.
    assert_eq!(who(&issuers.caller(&app, ONE, json!({"sub": "ana"}))).await, ana.id);
}

#[actix_web::test]
async fn only_issuers_that_may_link_by_name_do() {
    let issuers = Issuers::new("tenant = 'acme'");
    let app = issuers.start().await;
    let (ana, _) = app.employee_and_manager().await;
    let of_two = issuers.caller(&app, TWO, json!({"sub": "ana"}));

    let problem = of_two.get("/v1/me").await.refused(403, "not-in-directory");
    assert!(problem["detail"].as_str().unwrap().contains("not linked by name"), "{problem}");
    assert_eq!(app.count("identities").await, 0);
    // A service has no link.
    let service = json!({"sub": "portal", "azp": "portal", "scope": "people:read"});
    issuers.caller(&app, TWO, service).get("/v1/people").await.is(200);

    // The operator links it.
    let link = ["identities", "link", "--tenant=acme", "--person=x-ana", "--subject=ana"];
    let (succeeded, text) = issuers.command(&app, &[&link[..], &["--issuer=https://two.example"]].concat());
    assert!(succeeded, "{text}");
    app.clock().advance(chrono::Duration::seconds(5));
    assert_eq!(who(&of_two).await, ana.id);
    issuers.caller(&app, ONE, json!({"sub": "ana"})).get("/v1/me").await.refused(403, "identity-conflict");
}

#[actix_web::test]
async fn the_second_issuer_does_not_inherit_links() {
    // Before issuers were configured.
    let issuers = Issuers::new("tenant = 'acme'\nlinks_by_name = true");
    let app = TestApp::start().await;
    let (ana, _) = app.employee_and_manager().await;
    assert_eq!(who(&ana).await, ana.id);
    let app = app.start_replica_with(&[&issuers.flag()]).await;

    // The second issuer calls first.
    issuers.caller(&app, TWO, json!({"sub": "ana"})).get("/v1/me").await.refused(403, "identity-conflict");
    assert_eq!(who(&issuers.caller(&app, ONE, json!({"sub": "ana"}))).await, ana.id);
    let realms = app.database().texts("select name || ' ' || issuer from realms order by name").await;
    assert_eq!(realms, ["default https://one.example", "https://two.example https://two.example"]);
}

#[actix_web::test]
async fn the_operators_commands_know_the_issuers() {
    let issuers = Issuers::new("tenant = 'acme'\nlinks_by_name = true");
    let app = issuers.start().await;
    let (ana, _) = app.employee_and_manager().await;

    // A link to the second issuer does not make it the heir, and one to an unknown issuer is refused.
    let link = ["identities", "link", "--tenant=acme", "--person=x-ana", "--subject=8f2c"];
    let (succeeded, text) = issuers.command(&app, &[&link[..], &["--issuer=https://three.example"]].concat());
    assert!(!succeeded && text.contains("https://three.example is not an issuer of"), "{text}");
    assert!(text.contains("https://one.example, https://two.example"), "{text}");
    let (succeeded, text) = issuers.command(&app, &link);
    assert!(!succeeded && text.contains("--issuer is required"), "{text}");
    let (succeeded, text) = issuers.command(&app, &[&link[..], &["--issuer=https://two.example"]].concat());
    assert!(succeeded, "{text}");
    assert_eq!(who(&issuers.caller(&app, TWO, json!({"sub": "8f2c"}))).await, ana.id);
    let realms = app.database().texts("select name from realms").await;
    assert_eq!(realms, [TWO]);

    let from_to = ["identities", "move", "--from=https://two.example", "--by-subject"];
    let (succeeded, text) = issuers.command(&app, &[&from_to[..], &["--to=https://new.example"]].concat());
    assert!(!succeeded && text.contains("https://new.example is not an issuer of"), "{text}");
    let (succeeded, text) = issuers.command(&app, &[&from_to[..], &["--to=https://one.example"]].concat());
    assert!(succeeded && text.contains("ana\t8f2c\tmoved to 8f2c"), "{text}");
    app.clock().advance(chrono::Duration::seconds(5));
    assert_eq!(who(&issuers.caller(&app, ONE, json!({"sub": "8f2c"}))).await, ana.id);
}

#[actix_web::test]
async fn a_dry_run_judges_each_token_by_its_issuer() {
    let issuers = Issuers::new("tenants = ['acme', 'globex']\nperson_claim = 'mail'\nperson_match = 'email'");
    let app = issuers.start().await;
    app.employee_and_manager().await;
    app.person_in("globex", "gil", None, "UTC").await;
    who(&issuers.caller(&app, ONE, json!({"sub": "ana"}))).await;
    let tokens = [
        issuers.caller(&app, ONE, json!({"sub": "ana"})).token,
        issuers.caller(&app, ONE, json!({"sub": "BEN"})).token,
        issuers.caller(&app, TWO, json!({"sub": "ana"})).token,
        issuers.caller(&app, ONE, json!({"sub": "ana", "tenant": "globex"})).token,
        issuers.caller(&app, "https://three.example", json!({"sub": "ana"})).token,
    ];
    let file = issuers.folder.path().join("tokens");
    std::fs::write(&file, tokens.join("\n")).unwrap();

    let (succeeded, text) = issuers.command(&app, &["check", &format!("--tokens={}", file.display())]);

    assert!(!succeeded);
    for line in [
        "issuer https://one.example, audience groundwork, keys from ",
        "tenants acme, links people by user_name",
        "tenants acme, globex, links no one by name",
        "line 1: a person's, linked",
        "line 2: a person's: ben (x-ben)",
        // The subject is a person's of the other issuer.
        "line 3: refused, not-in-directory: the claim mail is missing",
        "line 4: refused, unauthorized: the issuer of the token may not name this tenant",
        "line 5: refused, unauthorized: the token is of another issuer",
        // No issuer links by e-mail, so people without an address are no fault.
        "would be refused: 3",
    ] {
        assert!(text.contains(line), "{line}: {text}");
    }
}

#[actix_web::test]
async fn the_start_names_the_issuers_and_everything_that_is_wrong() {
    let issuers = Issuers::new("tenant = 'globex'");
    let database = issuers.folder.path().join("one.db");
    let url = format!("--database-url=sqlite:{}", database.display());
    let flag = issuers.flag();
    let process = Process::start(&["serve", &url, &flag]);
    process.says("accepting tokens: issuer https://one.example, audience groundwork, keys from ");
    process.says("tenant globex, links no one by name");
    drop(process);

    let refusal = refuses(&[("GROUNDWORK_AUTH_AUDIENCE", "a")], &["serve", &url, &flag]);
    assert!(
        refusal.contains("the file names the issuers, and so does GROUNDWORK_AUTH_AUDIENCE"),
        "{refusal}"
    );
    issuers.write("[[issuer]]\nurl = 'https://one.example'\naudiance = 'a'\n[[issuer]]\nurl = 1");
    let refusal = refuses(&[], &["serve", &url, &flag]);
    for fault in
        ["issuers.toml has 7 faults", "line 3: unknown key `audiance`", "line 5: `url` is not a string"]
    {
        assert!(refusal.contains(fault), "{refusal}");
    }
    let file = issuers.folder.path().join("none.toml");
    let refusal = refuses(&[], &["serve", &url, &format!("--auth-issuers-file={}", file.display())]);
    assert!(refusal.contains("none.toml cannot be read"), "{refusal}");
    issuers.write(
        "[[issuer]]\nurl = 'https://one.example'\naudience = 'a'\ntenant = 'acme'\njwks_file = 'none.json'",
    );
    let refusal = refuses(&[], &["serve", &url, &flag]);
    assert!(refusal.contains("none.json cannot be read"), "{refusal}");
}
