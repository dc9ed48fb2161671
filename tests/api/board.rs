//! The board: its pages and files, what browsers may do with them, and signing in to the demo's.

use groundwork::board::{Board, DemoPerson, DemoRole, DemoSignIn};
use reqwest::header::{HeaderMap, HeaderName};

use crate::support::{
    Reply, SECRET, TestApp, Value, json,
    process::{Process, refuses},
};

const ISSUER: [&str; 3] = [
    "--auth-issuer=https://id.example:8443/realms/a",
    "--auth-audience=groundwork",
    "--board-client-id=board",
];

/// A service with a board, whose people sign in at an issuer.
async fn with_issuer() -> TestApp {
    TestApp::start_with(&ISSUER).await
}

/// A service with the board of the demo, which offers Ana and Hanna.
async fn with_demo() -> TestApp {
    TestApp::start_with_board(|clock| {
        let person = |user_name, name, about| DemoPerson { user_name, name, about };
        let people =
            vec![person("ana", "Ana", DemoRole::Employee), person("hanna", "Hanna", DemoRole::HrAdmin)];
        Board::demo(DemoSignIn { secret: SECRET.into(), tenant: "acme", clock, people })
    })
    .await
}

/// A response as it was sent: status, headers, and body.
async fn sent(request: reqwest::RequestBuilder) -> (u16, HeaderMap, Vec<u8>) {
    let response = request.send().await.unwrap();
    let (status, headers) = (response.status().as_u16(), response.headers().clone());
    (status, headers, response.bytes().await.unwrap().to_vec())
}

fn header(headers: &HeaderMap, name: &str) -> String {
    headers.get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default()
}

/// The path of an asset that the page refers to.
async fn an_asset(app: &TestApp) -> String {
    let page = Reply::of(app.request("GET", "/board/")).await.is(200);
    let (_, rest) = page.as_str().unwrap().split_once("assets/").expect("the page refers to an asset");
    format!("/board/assets/{}", rest.split(['"', '\'']).next().unwrap())
}

#[actix_web::test]
async fn the_page_may_do_little_and_is_never_framed() {
    let policy = |connections: &str| {
        format!(
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; \
             {connections}; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; \
             require-trusted-types-for 'script'; trusted-types lit-html"
        )
    };
    let of_issuer = "connect-src 'self' https://id.example:8443; frame-src 'self' https://id.example:8443";
    for (app, connections) in [(with_issuer().await, of_issuer), (with_demo().await, "connect-src 'self'")] {
        let same = Reply::of(app.request("GET", "/board?code=a&state=b")).await;
        let page = Reply::of(app.request("GET", "/board/")).await;
        assert_eq!((same.header("etag"), &same.body), (page.header("etag"), &page.body));
        for (name, value) in [
            ("content-security-policy", policy(connections).as_str()),
            ("content-type", "text/html; charset=utf-8"),
            ("cache-control", "no-cache"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("referrer-policy", "no-referrer"),
            ("x-content-type-options", "nosniff"),
            ("vary", "Accept-Encoding"),
        ] {
            assert_eq!(page.header(name), value, "{name}");
        }
        assert!(page.header("permissions-policy").contains("camera=(), "), "{page:#?}");
        assert!(page.headers.get("access-control-allow-origin").is_none());
        let page = page.is(200);
        let text = page.as_str().unwrap();
        for wrong in ["<style", " style=", "src=\"http", "href=\"http"] {
            assert!(!text.contains(wrong), "{wrong} in {text}");
        }
        for script in text.split("<script").skip(1) {
            assert!(script.split('>').next().unwrap().contains("src="), "an inline script: {script}");
        }
    }
}

#[actix_web::test]
async fn what_the_page_refers_to_exists_and_is_kept_for_good() {
    let app = with_issuer().await;
    let asset = an_asset(&app).await;

    let reply = Reply::of(app.request("GET", &asset)).await;

    for (name, value) in [
        ("cache-control", "public, max-age=31536000, immutable"),
        ("access-control-allow-origin", "*"),
        ("cross-origin-resource-policy", "cross-origin"),
        ("x-content-type-options", "nosniff"),
    ] {
        assert_eq!(reply.header(name), value, "{name}");
    }
    let of_name = if asset.ends_with(".css") { "text/css" } else { "text/javascript" };
    assert_eq!(reply.header("content-type"), format!("{of_name}; charset=utf-8"));
    reply.is(200);
}

#[actix_web::test]
async fn portals_of_other_origins_load_the_components() {
    let app = TestApp::start_with(&[&ISSUER[..], &["--cors-origins=https://hr.example"]].concat()).await;

    for (origin, allowed) in [("https://hr.example", "https://hr.example"), ("https://portal.example", "*")] {
        let script = Reply::of(app.request("GET", "/board/components.js").header("origin", origin)).await;
        for (name, value) in [
            ("access-control-allow-origin", allowed),
            ("cross-origin-resource-policy", "cross-origin"),
            ("cache-control", "no-cache"),
            ("content-type", "text/javascript; charset=utf-8"),
        ] {
            assert_eq!(script.header(name), value, "{name} for {origin}");
        }
        assert!(script.headers.get("access-control-allow-credentials").is_none());
        assert!(script.header("etag").starts_with("W/\""));
        script.is(200);
    }
    // The data is another matter: that an origin may call is a setting.
    let call = |origin: &str| app.request("GET", "/v1/me").header("origin", origin.to_owned());
    let allowed = Reply::of(call("https://hr.example")).await;
    assert_eq!(allowed.header("access-control-allow-origin"), "https://hr.example");
    assert!(allowed.headers.get("access-control-allow-credentials").is_none());
    let other = Reply::of(call("https://portal.example")).await;
    assert!(other.headers.get("access-control-allow-origin").is_none());
}

#[actix_web::test]
async fn a_file_is_sent_in_the_encoding_that_is_liked_best() {
    let app = with_issuer().await;
    let asset = an_asset(&app).await;

    for path in ["/board/", "/board/components.js", &asset] {
        let asking = async |accepted: Option<&str>| {
            let request = app.request("GET", path);
            sent(match accepted {
                Some(accepted) => request.header("accept-encoding", accepted),
                None => request,
            })
            .await
        };
        let (_, _, plain) = asking(None).await;
        for (accepted, encoding) in [
            ("gzip", "gzip"),
            ("gzip, deflate, br, zstd", "gzip"),
            ("gzip;q=0.5", "gzip"),
            ("br;q=1, gzip;q=0.1", "gzip"),
            ("", ""),
            ("identity", ""),
            ("gzip;q=0", ""),
            ("identity;q=1, gzip;q=0.5", ""),
            ("br", ""),
        ] {
            let (status, headers, body) = asking(Some(accepted)).await;
            assert_eq!((status, header(&headers, "content-encoding")), (200, encoding.into()), "{accepted}");
            assert_eq!(header(&headers, "vary"), "Accept-Encoding");
            if encoding.is_empty() {
                assert_eq!(body, plain, "{path} {accepted}");
            } else {
                assert_eq!(inflated(&body), plain, "{path} {accepted}");
            }
        }
    }
}

fn inflated(bytes: &[u8]) -> Vec<u8> {
    let mut text = Vec::new();
    std::io::copy(&mut flate2::read::GzDecoder::new(bytes), &mut text).unwrap();
    text
}

#[actix_web::test]
async fn a_file_that_the_client_has_is_not_sent_again() {
    let app = with_issuer().await;
    let asset = an_asset(&app).await;

    let mut tags = Vec::new();
    for path in ["/board/", "/board/components.js", &asset] {
        let tag = Reply::of(app.request("GET", path)).await.header("etag").to_owned();
        let asking = async |known: &str| {
            let request = app.request("GET", path).header("if-none-match", known);
            sent(request.header("accept-encoding", "gzip")).await
        };
        let strong = tag.trim_start_matches("W/");
        for known in [tag.as_str(), strong, &format!("\"other\", {tag}"), "*"] {
            let (status, headers, body) = asking(known).await;
            assert_eq!((status, body.len()), (304, 0), "{path} {known}");
            assert_eq!(header(&headers, "etag"), tag);
            assert!(!header(&headers, "cache-control").is_empty() && headers.contains_key("vary"));
        }
        assert_eq!(asking("\"other\"").await.0, 200);
        tags.push(tag);
    }
    tags.sort();
    tags.dedup();
    assert_eq!(tags.len(), 3, "{tags:?}");
}

#[actix_web::test]
async fn head_is_answered_as_get_is_and_other_methods_are_refused() {
    let app = with_issuer().await;
    let asset = an_asset(&app).await;

    for path in
        ["/board/", "/board", "/board/config.json", "/board/signed-in", "/board/components.js", &asset]
    {
        let send = async |method: &str| {
            let request = app.request(method, path).header("accept-encoding", "gzip");
            let (status, mut headers, body) = sent(request.header("x-request-id", "same")).await;
            headers.remove("date");
            (status, headers, body)
        };
        let (get, head) = (send("GET").await, send("HEAD").await);
        assert_eq!((get.0, get.1), (head.0, head.1), "{path}");
        assert!(head.2.is_empty(), "{path}");
        let refused = Reply::of(app.request("POST", path)).await;
        assert_eq!(refused.header("allow"), "GET, HEAD");
        refused.refused(405, "method-not-allowed");
    }
}

#[actix_web::test]
async fn what_is_not_built_is_not_found() {
    let app = with_issuer().await;

    for path in [
        "/board/nowhere",
        "/board/health/live",
        "/board/v1/me",
        "/board/index.html",
        "/board/assets/",
        "/board/assets/nowhere-00000000.js",
        "/board/assets/..%2findex.html",
        "/board/assets/../index.html",
        "/board/assets/%2e%2e%2findex.html",
        "/board/assets/a%00b",
        "/boards",
    ] {
        Reply::of(app.request("GET", path)).await.refused(404, "not-found");
    }
}

#[actix_web::test]
async fn the_page_learns_where_people_sign_in() {
    let app = with_issuer().await;
    let reply = Reply::of(app.request("GET", "/board/config.json")).await;
    assert_eq!(reply.header("cache-control"), "no-cache");
    assert_eq!(
        reply.is(200),
        json!({
            "issuer": "https://id.example:8443/realms/a",
            "client_id": "board",
            "scope": "openid offline_access",
            "resource": null,
            "demo": null,
        })
    );

    let of_its_own = [
        "--board-client-id=spa",
        "--board-issuer=https://people.example",
        "--board-scope=openid api://groundwork/use",
        "--board-resource=api://groundwork",
    ];
    let app = TestApp::start_with(&of_its_own).await;
    assert_eq!(
        Reply::of(app.request("GET", "/board/config.json")).await.is(200),
        json!({
            "issuer": "https://people.example",
            "client_id": "spa",
            "scope": "openid api://groundwork/use",
            "resource": "api://groundwork",
            "demo": null,
        })
    );
    let page = Reply::of(app.request("GET", "/board/")).await;
    let policy = page.header("content-security-policy");
    assert!(policy.contains("connect-src 'self' https://people.example;"), "{policy}");
}

#[actix_web::test]
async fn a_hidden_frame_ends_in_a_page_that_only_hands_over_what_the_issuer_said() {
    let app = with_issuer().await;

    let reply = Reply::of(app.request("GET", "/board/signed-in?code=a&state=b")).await;

    let policy = reply.header("content-security-policy").to_owned();
    let parts: Vec<&str> = policy.split("; ").collect();
    let ["default-src 'none'", script, "form-action 'none'", "base-uri 'none'", "frame-ancestors 'self'"] =
        parts[..]
    else {
        panic!("{policy}");
    };
    assert!(script.starts_with("script-src 'sha256-"), "{script}");
    assert_eq!(reply.header("cache-control"), "no-store");
    assert_eq!(reply.header("referrer-policy"), "no-referrer");
    assert_eq!(reply.header("cross-origin-resource-policy"), "same-origin");
    let page = reply.is(200);
    let (_, rest) = page.as_str().unwrap().split_once("<script>").unwrap();
    let (code, _) = rest.split_once("</script>").unwrap();
    assert_eq!(script, format!("script-src 'sha256-{}'", digest(code)));
    assert!(code.contains("parent.postMessage(told,location.origin)"), "it tells no other origin: {code}");
}

fn digest(text: &str) -> String {
    use base64::{Engine, prelude::BASE64_STANDARD};
    use sha2::{Digest, Sha256};
    BASE64_STANDARD.encode(Sha256::digest(text))
}

#[actix_web::test]
async fn without_a_client_id_there_is_no_board_and_the_answer_says_what_is_missing() {
    let app = TestApp::start().await;

    for path in ["/board", "/board/", "/board/config.json", "/board/signed-in", "/board/components.js"] {
        let problem = Reply::of(app.request("GET", path)).await.refused(404, "not-found");
        let detail = problem["detail"].as_str().unwrap();
        assert!(detail.contains("GROUNDWORK_BOARD_CLIENT_ID is not set"), "{detail}");
    }
    let entrance = Reply::of(app.request("GET", "/")).await.is(200);
    assert!(!entrance.as_str().unwrap().contains("board"), "{entrance}");
    let entrance = Reply::of(with_issuer().await.request("GET", "/")).await.is(200);
    assert!(entrance.as_str().unwrap().contains("href=\"board/\""), "{entrance}");
}

#[test]
fn a_board_that_no_one_could_sign_in_to_stops_the_start() {
    let serve = ["serve", "--bind=127.0.0.1:0", "--database-url=sqlite::memory:", "--operations-bind=off"];
    for (flags, told) in [
        (vec!["--board-client-id=board"], "GROUNDWORK_BOARD_ISSUER: is not set"),
        (
            vec!["--board-client-id=board", "--board-issuer=http://id.example"],
            "GROUNDWORK_BOARD_ISSUER: is not an https URL",
        ),
    ] {
        let said = refuses(&[("GROUNDWORK_AUTH_HS256_SECRET", SECRET)], &[&serve[..], &flags].concat());
        assert!(said.contains(told), "{said}");
    }
}

/// A request to become a person of the demo, as the page sends it from this host.
fn becoming(app: &TestApp, who: &str, headers: &[(&str, &str)]) -> reqwest::RequestBuilder {
    headers.iter().fold(app.request("POST", &format!("/board/demo/{who}")), |request, (name, value)| {
        request.header(name.parse::<HeaderName>().unwrap(), *value)
    })
}

#[actix_web::test]
async fn visitors_of_the_demo_choose_whom_to_be() {
    let app = with_demo().await;
    app.employee_and_manager().await;
    app.person("hanna", None).await;
    let config = Reply::of(app.request("GET", "/board/config.json")).await.is(200);
    assert_eq!(
        config,
        json!({
            "issuer": null,
            "client_id": null,
            "scope": null,
            "resource": null,
            "demo": {"people": [
                {"user_name": "ana", "name": "Ana", "about": "employee"},
                {"user_name": "hanna", "name": "Hanna", "about": "hr_admin"},
            ]},
        })
    );
    let home = Reply::of(app.request("GET", "/")).await;
    assert_eq!((home.status, home.header("location")), (303, "/board/"));

    let token = async |who: &str| {
        let reply = Reply::of(becoming(&app, who, &[("sec-fetch-site", "same-origin")])).await;
        assert_eq!(reply.header("cache-control"), "no-store");
        let body = reply.is(200);
        assert_eq!(body["expires_in"], 3600);
        body["access_token"].as_str().unwrap().to_owned()
    };
    let me = async |token: &str| Reply::of(app.request("GET", "/v1/me").bearer_auth(token)).await;
    let (ana, hanna) = (token("ana").await, token("hanna").await);
    let ana_is = me(&ana).await.is(200);
    assert_eq!((&ana_is["person"]["user_name"], &ana_is["roles"]), (&json!("ana"), &json!([])));
    let people = |token: String| Reply::of(app.request("GET", "/v1/people").bearer_auth(token));
    people(hanna).await.is(200);
    people(ana.clone()).await.refused(403, "forbidden");
    app.clock().advance(chrono::Duration::seconds(3600 + 31));
    me(&ana).await.refused(401, "unauthorized");
}

#[actix_web::test]
async fn only_the_board_itself_signs_in_and_only_on_this_machine() {
    let app = with_demo().await;
    let port = app.address().port();
    let at = |host: &str| format!("{host}:{port}");
    let origin = |host: &str| format!("http://{host}:{port}");
    let same = ("sec-fetch-site", "same-origin");
    let (ip, name, v6) = (at("127.0.0.1"), at("localhost"), at("[::1]"));
    let (of_ip, of_name) = (origin("127.0.0.1"), origin("localhost"));

    for headers in [
        vec![same],
        vec![("origin", of_ip.as_str())],
        vec![same, ("origin", &of_ip)],
        vec![same, ("host", &name), ("origin", &of_name)],
        vec![same, ("host", &v6)],
        vec![same, ("host", &ip)],
        vec![same, ("host", "127.0.0.1")],
    ] {
        let reply = Reply::of(becoming(&app, "ana", &headers)).await;
        assert!(reply.headers.get("access-control-allow-origin").is_none());
        assert!(reply.is(200)["access_token"].is_string(), "{headers:?}");
    }
    for headers in [
        // Not a page at all.
        vec![],
        // A page of another site, of another port, and one without an origin.
        vec![("sec-fetch-site", "cross-site")],
        vec![("sec-fetch-site", "same-site")],
        vec![("sec-fetch-site", "none")],
        vec![("sec-fetch-site", "")],
        vec![("origin", "https://evil.example")],
        vec![("origin", "http://127.0.0.1:1")],
        vec![("origin", "null")],
        vec![("origin", &of_name)],
        vec![same, ("origin", "https://evil.example")],
        vec![("sec-fetch-site", "cross-site"), ("origin", &of_ip)],
        // A name that a page of another site has made to lead to this machine.
        vec![same, ("host", "evil.example")],
        vec![same, ("host", "evil.example:8080"), ("origin", "http://evil.example:8080")],
        vec![same, ("host", "127.0.0.1.evil.example")],
        vec![same, ("host", "localhost.evil.example")],
        vec![same, ("host", "192.168.0.1:8080")],
        vec![same, ("host", "0.0.0.0:8080")],
    ] {
        let reply = Reply::of(becoming(&app, "ana", &headers)).await;
        assert!(!reply.body.to_string().contains("access_token"), "{headers:?}");
        reply.refused(403, "forbidden");
    }
    for stranger in ["ben", "ANA", "ana.silva", "%20", ""] {
        Reply::of(becoming(&app, stranger, &[same])).await.refused(404, "not-found");
    }
    Reply::of(app.request("GET", "/board/demo/ana")).await.refused(404, "not-found");
}

#[actix_web::test]
async fn outside_the_demo_no_one_becomes_anyone() {
    for app in [with_issuer().await, TestApp::start().await] {
        app.employee_and_manager().await;
        for method in ["POST", "GET", "PUT"] {
            let request = app.request(method, "/board/demo/ana").header("sec-fetch-site", "same-origin");
            Reply::of(request).await.refused(404, "not-found");
        }
    }
}

#[actix_web::test]
async fn the_demo_offers_an_employee_her_manager_and_an_hr_admin() {
    let demo = actix_web::rt::task::spawn_blocking(|| Process::start(&["demo"])).await.unwrap();
    let client = groundwork::client::http_client(std::time::Duration::from_secs(60)).unwrap();
    let get = |path: &str| client.get(format!("{}{path}", demo.base));

    assert_eq!(Reply::of(get("/")).await.header("location"), "/board/");
    let config = Reply::of(get("/board/config.json")).await.is(200);
    let people = config["demo"]["people"].as_array().unwrap();
    let about: Vec<&Value> = people.iter().map(|person| &person["about"]).collect();
    assert_eq!(about, ["employee", "manager", "hr_admin"]);
    let mut directory = Vec::new();
    for person in people {
        let who = person["user_name"].as_str().unwrap();
        let sign_in = client.post(format!("{}/board/demo/{who}", demo.base));
        let answer = Reply::of(sign_in.header("origin", &demo.base)).await.is(200);
        let token = answer["access_token"].as_str().unwrap();
        let me = Reply::of(get("/v1/me").bearer_auth(token)).await.is(200);
        assert_eq!(me["person"]["display_name"], person["name"]);
        directory.push(me["person"].clone());
    }
    assert_eq!(directory[0]["manager_id"], directory[1]["id"]);
}
