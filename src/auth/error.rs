//! Why a token is refused, and the answers that say so (RFC 6750, section 3).

use actix_web::http::header::{self, HeaderValue};

use crate::http::{Problem, ProblemKind};

/// Why a token is refused. The texts may be put into a `WWW-Authenticate` field as they are: they contain no quotes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TokenError {
    #[error("the token is not a signed JWT")]
    Malformed,
    #[error("the token gives a claim or header parameter twice")]
    RepeatedClaim,
    #[error("the type of the token is neither JWT nor at+jwt")]
    WrongType,
    #[error("the token has a critical header that is not supported")]
    CriticalHeader,
    #[error("the token does not name a key that its issuer publishes")]
    UnknownKey,
    #[error("the token is signed with another algorithm than its key is for")]
    WrongAlgorithm,
    #[error("the signature of the token is wrong")]
    BadSignature,
    #[error("the token is of another issuer")]
    WrongIssuer,
    #[error("the token is for another audience")]
    WrongAudience,
    #[error("the issuer of the token may not name this tenant")]
    WrongTenant,
    #[error("the token has expired")]
    Expired,
    #[error("the token is not valid yet")]
    NotYetValid,
    #[error("the token lacks the claim {0}")]
    MissingClaim(String),
    #[error("the claim {0} of the token has an invalid value")]
    BadClaim(String),
    #[error("the token for SCIM is not known, or was revoked")]
    UnknownScimToken,
    /// Not the token's fault: it cannot be verified until the issuer's keys have been fetched.
    #[error("the keys to verify tokens cannot be fetched now")]
    KeysUnavailable,
}

impl From<TokenError> for Problem {
    fn from(error: TokenError) -> Self {
        if error == TokenError::KeysUnavailable {
            return Self::passing(
                ProblemKind::Unavailable,
                "the keys to verify tokens cannot be fetched now",
            );
        }
        let reason = error.to_string().replace(['"', '\\'], "'");
        challenge(
            Self::new(ProblemKind::Unauthorized, format!("the token is not valid: {error}")),
            &format!(r#"Bearer realm="groundwork", error="invalid_token", error_description="{reason}""#),
        )
    }
}

/// Why a person's token that is not linked yet matches no one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stranger {
    /// The token does not have the claim.
    NoClaim,
    /// The token does not say that the e-mail address is verified.
    Unverified,
    /// No active person has this value.
    Unknown,
    /// Several active people have it.
    Ambiguous,
    /// The settings do not let this issuer link by name.
    NotByName,
}

/// The request has no bearer token.
pub fn missing_token() -> Problem {
    challenge(
        Problem::new(ProblemKind::Unauthorized, "send a token: Authorization: Bearer …"),
        r#"Bearer realm="groundwork""#,
    )
}

/// A person's token matches no one: `claim` was compared with `field`.
pub fn not_in_directory(why: Stranger, claim: &str, field: &str) -> Problem {
    let detail = match why {
        Stranger::NoClaim => {
            format!("the token lacks the claim {claim}, which is compared with people's {field}")
        }
        Stranger::Unverified => {
            format!("the claim {claim} is compared with people's {field} only if email_verified is true")
        }
        Stranger::Unknown => {
            format!(
                "the token's claim {claim} was compared with people's {field}: no active person has its value"
            )
        }
        Stranger::Ambiguous => {
            format!(
                "the token's claim {claim} was compared with people's {field}: several active people share its value"
            )
        }
        Stranger::NotByName => {
            "identities of this issuer are not linked by name; ask the operator of the service to link this one"
                .to_owned()
        }
    };
    Problem::new(ProblemKind::NotInDirectory, detail)
}

/// The token lacks the scope of the operation.
pub fn missing_scope(scope: &str) -> Problem {
    challenge(
        Problem::new(ProblemKind::MissingScope, format!("the token needs the scope {scope}")),
        &format!(r#"Bearer realm="groundwork", error="insufficient_scope", scope="{scope}""#),
    )
}

fn challenge(problem: Problem, challenge: &str) -> Problem {
    match HeaderValue::from_str(challenge) {
        Ok(value) => problem.with_header(header::WWW_AUTHENTICATE, value),
        Err(_) => problem,
    }
}
