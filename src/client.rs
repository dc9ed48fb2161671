//! The one HTTP client: with a time limit, and without following redirects.

use std::time::Duration;

use reqwest::redirect;

/// A client whose requests take at most `time_limit`.
pub fn http_client(time_limit: Duration) -> reqwest::Result<reqwest::Client> {
    client_builder(time_limit).build()
}

/// The same, for those who have more to say about it.
pub fn client_builder(time_limit: Duration) -> reqwest::ClientBuilder {
    choose_cryptography();
    reqwest::Client::builder()
        .timeout(time_limit)
        .redirect(redirect::Policy::none())
        .user_agent(concat!("groundwork/", env!("CARGO_PKG_VERSION")))
}

/// Has every TLS connection of the process use one implementation.
pub fn choose_cryptography() {
    // An error says that there is a provider already.
    let _ = rustls::crypto::ring::default_provider().install_default();
}
