//! Settings of the board, the pages for people at `/board`.

use clap::Args;
use url::Url;

use super::{BadSetting, is_trustworthy, issuer::AuthSettings};

const CLIENT_ID: &str = "GROUNDWORK_BOARD_CLIENT_ID";
const ISSUER: &str = "GROUNDWORK_BOARD_ISSUER";

/// Where people sign in to the board.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Board")]
pub struct BoardConfig {
    /// Client id of the board at the identity provider, where it is a public client. Without it, there is no board.
    /// docs/board.md says what to register
    #[arg(long, env = CLIENT_ID, value_name = "ID")]
    pub board_client_id: Option<String>,

    /// Issuer at which people sign in to the board. Default: GROUNDWORK_AUTH_ISSUER. Set it if there are several
    /// issuers
    #[arg(long, env = ISSUER, value_name = "URL")]
    pub board_issuer: Option<String>,

    /// Scopes that the board requests, separated by spaces. `openid` must be among them; with `offline_access`, people
    /// stay signed in while the page is open
    #[arg(
        long,
        env = "GROUNDWORK_BOARD_SCOPE",
        default_value = "openid offline_access",
        value_name = "SCOPES"
    )]
    pub board_scope: String,

    /// Resource that the board requests a token for (RFC 8707), if the identity provider wants one: usually the same as
    /// GROUNDWORK_AUTH_AUDIENCE
    #[arg(long, env = "GROUNDWORK_BOARD_RESOURCE", value_name = "URI")]
    pub board_resource: Option<String>,
}

/// How people sign in to the board, checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardSettings {
    pub client_id: String,
    /// As its tokens and its discovery document spell it.
    pub issuer: String,
    /// Scheme, host and port of the issuer, which the page may call.
    pub issuer_origin: String,
    pub scope: String,
    pub resource: Option<String>,
}

impl BoardConfig {
    /// None if there is no board.
    pub fn settings(&self, auth: &AuthSettings) -> Result<Option<BoardSettings>, BadSetting> {
        let Some(client_id) = &self.board_client_id else { return Ok(None) };
        let visible = |byte: u8| byte.is_ascii_graphic();
        if client_id.is_empty() || !client_id.bytes().all(|byte| byte == b' ' || visible(byte)) {
            return Err(BadSetting {
                setting: CLIENT_ID,
                fault: "is empty, or has other than visible ASCII characters".into(),
                remedy: "write the client id as the identity provider shows it, or leave the setting out",
            });
        }
        let scopes: Vec<&str> = self.board_scope.split_whitespace().collect();
        if !scopes.contains(&"openid") || !scopes.iter().all(|scope| scope.bytes().all(is_of_scope)) {
            return Err(BadSetting {
                setting: "GROUNDWORK_BOARD_SCOPE",
                fault: "lacks `openid`, or has characters that no scope has".into(),
                remedy: "write scopes separated by spaces, such as: openid offline_access",
            });
        }
        if let Some(resource) = &self.board_resource
            && !Url::parse(resource).is_ok_and(|url| url.fragment().is_none())
        {
            return Err(BadSetting {
                setting: "GROUNDWORK_BOARD_RESOURCE",
                fault: "is not an absolute URI without a fragment (RFC 8707)".into(),
                remedy: "write it as the identity provider knows it, or leave the setting out",
            });
        }
        let (issuer, url) = self.issuer(auth)?;
        Ok(Some(BoardSettings {
            client_id: client_id.clone(),
            issuer_origin: url.origin().ascii_serialization(),
            issuer,
            scope: scopes.join(" "),
            resource: self.board_resource.clone(),
        }))
    }

    /// The issuer at which people sign in: the one that is set, else the only one whose tokens are accepted.
    fn issuer(&self, auth: &AuthSettings) -> Result<(String, Url), BadSetting> {
        let bad = |fault: String| BadSetting {
            setting: ISSUER,
            fault,
            remedy: "set it to the https URL of the issuer whose discovery document the board reads (http for this \
                     machine)",
        };
        let issuer = match (&self.board_issuer, auth.issuers.as_slice()) {
            (Some(issuer), _) => issuer.clone(),
            (None, [only]) => only.url.clone().ok_or_else(|| {
                bad(format!("is not set, and neither is GROUNDWORK_AUTH_ISSUER, but {CLIENT_ID} is"))
            })?,
            (None, several) => {
                return Err(bad(format!("is not set, and there are {} issuers", several.len())));
            }
        };
        let url = Url::parse(&issuer).map_err(|error| bad(format!("{issuer:?} is not a URL: {error}")))?;
        let is_plain = url.username().is_empty()
            && url.password().is_none()
            && url.query().is_none()
            && url.fragment().is_none();
        if !is_trustworthy(&url) || !is_plain {
            return Err(bad("is not an https URL of scheme, host and path".into()));
        }
        Ok((issuer, url))
    }
}

/// Whether a scope may have this character (RFC 6749, section 3.3).
fn is_of_scope(byte: u8) -> bool {
    matches!(byte, b'!' | b'#'..=b'[' | b']'..=b'~')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{AuthConfig, defaults};

    fn read(flags: &[&str], auth: &AuthSettings) -> Result<Option<BoardSettings>, BadSetting> {
        defaults::<BoardConfig>(flags).unwrap().settings(auth)
    }

    fn issuer(url: &str) -> AuthSettings {
        defaults::<AuthConfig>(["--auth-issuer", url]).unwrap().settings().unwrap()
    }

    #[test]
    fn there_is_a_board_where_a_client_id_is_set() {
        let auth = issuer("https://id.example:8443/realms/acme/");
        assert_eq!(read(&[], &auth).unwrap(), None);

        let settings = read(&["--board-client-id=board"], &auth).unwrap().unwrap();
        assert_eq!(settings.issuer, "https://id.example:8443/realms/acme/");
        assert_eq!(settings.issuer_origin, "https://id.example:8443");
        assert_eq!((settings.scope.as_str(), settings.resource), ("openid offline_access", None));
        let of_its_own = ["--board-client-id=board", "--board-issuer=http://127.0.0.1:9/"];
        assert_eq!(read(&of_its_own, &auth).unwrap().unwrap().issuer_origin, "http://127.0.0.1:9");
    }

    #[test]
    fn what_no_one_could_sign_in_with_is_refused() {
        let (auth, id) = (issuer("https://id.example"), "--board-client-id=board");
        let refused = |flags: &[&str], auth: &AuthSettings, setting: &str| {
            let error = read(flags, auth).unwrap_err();
            assert_eq!(error.setting, setting, "{error}");
            error.to_string()
        };
        for wrong in ["--board-client-id=", "--board-client-id=a\nb", "--board-client-id=é"] {
            refused(&[wrong], &auth, CLIENT_ID);
        }
        for wrong in ["", "profile", "openid \"x\"", "openid ü"] {
            refused(&[id, &format!("--board-scope={wrong}")], &auth, "GROUNDWORK_BOARD_SCOPE");
        }
        for wrong in ["", "groundwork", "https://api.example/#a"] {
            refused(&[id, &format!("--board-resource={wrong}")], &auth, "GROUNDWORK_BOARD_RESOURCE");
        }
        for wrong in [
            "",
            "id.example",
            "http://id.example",
            "https://ana:secret@id.example",
            "https://id.example/?a=b",
            "https://id.example/#a",
            "data:text/html,hello",
        ] {
            let told = refused(&[id, &format!("--board-issuer={wrong}")], &auth, ISSUER);
            assert!(!told.contains("secret"), "{told}");
        }
        let secret = ["--auth-hs256-secret", "a secret of thirty-two bytes, or more"];
        let nameless = defaults::<AuthConfig>(secret).unwrap().settings().unwrap();
        assert!(refused(&[id], &nameless, ISSUER).contains("neither is GROUNDWORK_AUTH_ISSUER"));
        let mut several = auth.clone();
        several.issuers.extend(issuer("https://other.example").issuers);
        assert!(refused(&[id], &several, ISSUER).contains("there are 2 issuers"));
        assert!(read(&[id, "--board-issuer=https://other.example"], &several).is_ok());
    }
}
