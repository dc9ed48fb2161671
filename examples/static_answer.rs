//! What `scripts/bench` compares the service with: a server that verifies the same tokens, reads the same
//! bodies and answers with bytes that it has already, as many as the last segment of the path says.

use std::net::SocketAddr;

use actix_web::{
    App, HttpRequest, HttpResponse, HttpServer,
    error::ErrorUnauthorized,
    http::header,
    web::{self, Bytes, Data},
};
use clap::Parser;
use groundwork::{auth::token::Verifier, clock::Clock, config::AuthConfig};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Parser)]
struct StaticAnswer {
    #[arg(long)]
    bind: SocketAddr,
    #[command(flatten)]
    auth: AuthConfig,
}

async fn answer(
    request: HttpRequest,
    verifier: Data<Verifier>,
    _body: Bytes,
) -> actix_web::Result<HttpResponse> {
    static BYTES: Bytes = Bytes::from_static(&[b'x'; 1 << 20]);
    let token = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let token = token.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default();
    verifier.verify(token).await.map_err(ErrorUnauthorized)?;
    let length: usize = request.path().trim_start_matches('/').parse().unwrap_or_default();
    let bytes = BYTES.slice(..length.min(BYTES.len()));
    Ok(HttpResponse::Ok().insert_header((header::CONTENT_TYPE, "application/json")).body(bytes))
}

#[actix_web::main]
async fn main() -> anyhow::Result<()> {
    let StaticAnswer { bind, auth } = StaticAnswer::parse();
    let verifier = Data::new(Verifier::new(&auth.settings()?, Clock::system())?);
    HttpServer::new(move || App::new().app_data(verifier.clone()).default_service(web::to(answer)))
        .bind(bind)?
        .run()
        .await?;
    Ok(())
}
