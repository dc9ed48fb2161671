//! The `groundwork` program.

mod cli;

use std::process::ExitCode;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[actix_web::main]
async fn main() -> ExitCode {
    match cli::Cli::of_process().run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) if cli::output::reader_has_gone(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("groundwork: {error:#}");
            ExitCode::FAILURE
        }
    }
}
