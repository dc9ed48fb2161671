//! The HTTP client for all outgoing requests: it has a time limit and follows no redirects.

use std::time::Duration;

use reqwest::redirect;

/// A client whose requests take at most `time_limit`.
pub fn http_client(time_limit: Duration) -> reqwest::Result<reqwest::Client> {
    client_builder(time_limit).build()
}

/// The same client as a builder, to add settings.
pub fn client_builder(time_limit: Duration) -> reqwest::ClientBuilder {
    choose_cryptography();
    reqwest::Client::builder()
        .timeout(time_limit)
        .redirect(redirect::Policy::none())
        .user_agent(concat!("groundwork/", env!("CARGO_PKG_VERSION")))
}

/// Makes every TLS connection of the process use the same cryptography (ring).
pub fn choose_cryptography() {
    // This fails only if a provider has been installed already.
    let _ = rustls::crypto::ring::default_provider().install_default();
}
