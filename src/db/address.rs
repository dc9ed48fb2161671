//! The address of a PostgreSQL database. Errors never show it: it contains the password.

use std::str::FromStr as _;

use sea_orm::sqlx::postgres::PgConnectOptions;
use url::Url;

/// What is wrong with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressFault {
    #[error(
        "has a character in the user name or the password that is not percent-encoded: write %2F for /, %3F for ?, \
         %23 for # and %40 for @"
    )]
    Unescaped,
    #[error("is not a URL; its value is not shown, as it may contain a password")]
    NoUrl,
    #[error("has a parameter with a value that is not allowed, such as sslmode")]
    Parameter,
}

/// The parameters that sqlx knows. It would log any other, with its value.
const PARAMETERS: [&str; 17] = [
    "sslmode",
    "ssl-mode",
    "sslrootcert",
    "ssl-root-cert",
    "ssl-ca",
    "sslcert",
    "ssl-cert",
    "sslkey",
    "ssl-key",
    "statement-cache-capacity",
    "host",
    "hostaddr",
    "port",
    "dbname",
    "user",
    "password",
    "application_name",
];

/// Parses an address. Refuses one in which a part of the password could be taken for host, port or path.
pub fn parse(address: &str) -> Result<PgConnectOptions, AddressFault> {
    let (_, rest) = address.split_once("://").ok_or(AddressFault::NoUrl)?;
    let user = rest.rsplit_once('@').map_or("", |(user, _)| user);
    if rest.contains('#') || user.contains(['/', '?']) {
        return Err(AddressFault::Unescaped);
    }
    let mut url = Url::parse(address).map_err(|_| AddressFault::NoUrl)?;
    let given = url.query_pairs().count();
    let is_known = |name: &str| {
        PARAMETERS.contains(&name) || name == "options" || name.starts_with("options[") && name.ends_with(']')
    };
    let known: Vec<_> = url.query_pairs().into_owned().filter(|(name, _)| is_known(name)).collect();
    if known.len() < given {
        tracing::warn!(
            count = given - known.len(),
            "the database's address has parameters that have no effect here"
        );
        url.query_pairs_mut().clear().extend_pairs(known);
    }
    PgConnectOptions::from_str(url.as_str()).map_err(|_| AddressFault::Parameter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_password_that_is_not_escaped_is_refused_and_not_shown() {
        for address in [
            "postgres://u:hidden#1@host/db",
            "postgres://u:hidden/1@host/db",
            "postgres://u:hidden?1@host/db",
            "postgres://u:12/hidden@host/db",
            "postgres://u:12#hidden@host/db",
            "postgres://u:12?hidden@host/db",
            "postgres://u:1@2/hidden@host/db",
            "postgres://u:p@host/db#hidden",
            "postgres://u:hidden",
            "postgres://u:p@host/db?sslmode=hidden",
            "postgres://u:p@host:hidden/db",
        ] {
            let fault = parse(address).expect_err(address);
            assert!(!fault.to_string().contains("hidden"), "{address}: {fault}");
        }
    }

    #[test]
    fn an_address_may_have_escaped_characters_and_unknown_parameters() {
        let options = parse("postgres://u:a%23b%2Fc%40@host:5433/db?channel_binding=require&sslmode=disable");
        let options = options.unwrap();
        assert_eq!((options.get_host(), options.get_port(), options.get_username()), ("host", 5433, "u"));
        assert_eq!(options.get_database(), Some("db"));
        let options =
            parse("postgresql:///db?host=/run/postgresql&options=-c%20geqo%3Doff&connect_timeout=3");
        assert_eq!(options.unwrap().get_database(), Some("db"));
        assert_eq!(parse("postgres://u:p@word@host/db").unwrap().get_host(), "host");
    }
}
