//! What each command does.

mod background;
mod backup;
mod demo;
mod serve;
mod token;
mod work;

use anyhow::Context as _;
use clap::{Parser, Subcommand};
use groundwork::{
    app,
    client::http_client,
    config::{DatabaseConfig, HttpConfig},
    db::Database,
    events,
};

use self::{
    backup::{Backup, Restore},
    demo::Demo,
    serve::Serve,
    token::Token,
    work::Work,
};

/// The service behind an honest career conversation.
///
/// Every setting is a flag or an environment variable. To look around, run `groundwork demo`: it needs no settings.
#[derive(Parser)]
#[command(version, propagate_version = true, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Answer requests until told to stop (SIGTERM or SIGINT), then finish those that run
    Serve(Box<Serve>),
    /// Send webhooks and notice what is due, without answering requests: beside `serve --worker false`
    Work(Work),
    /// Bring the database's schema up to date, or tell whether it is
    Migrate(Migrate),
    /// Copy the embedded database to a file, while it is used, and read the copy back
    Backup(Backup),
    /// Put a backup in the place of the embedded database
    Restore(Restore),
    /// Print the OpenAPI document
    Openapi(Openapi),
    /// Make a token for trying things out, signed with the HS256 secret
    Token(Token),
    /// Serve an invented organisation, with nothing to configure, and print what to try
    Demo(Box<Demo>),
    /// Ask a running service whether it is ready; fails where it is not
    Healthcheck(Healthcheck),
}

#[derive(clap::Args)]
struct Openapi {
    /// Print the page of event types instead, which is docs/events.md
    #[arg(long)]
    events: bool,
}

#[derive(clap::Args)]
struct Migrate {
    #[command(subcommand)]
    action: MigrateAction,
}

#[derive(Subcommand)]
enum MigrateAction {
    /// Take every step that has not been taken, telling of each
    Up(DatabaseConfig),
    /// List the steps, and whether each has been taken
    Status(DatabaseConfig),
}

#[derive(clap::Args)]
struct Healthcheck {
    #[command(flatten)]
    http: HttpConfig,
}

impl Cli {
    pub async fn run(self) -> anyhow::Result<()> {
        match self.command {
            Command::Serve(serve) => serve.run().await,
            Command::Work(work) => work.run().await,
            Command::Migrate(migrate) => migrate.run().await,
            Command::Backup(backup) => backup.run().await,
            Command::Restore(restore) => restore.run().await,
            Command::Openapi(openapi) => {
                openapi.run();
                Ok(())
            }
            Command::Token(token) => token.run(),
            Command::Demo(demo) => demo.run().await,
            Command::Healthcheck(healthcheck) => healthcheck.run().await,
        }
    }
}

impl Openapi {
    fn run(self) {
        if self.events {
            print!("{}", events::document::page());
        } else {
            print!("{}", app::openapi_json());
        }
    }
}

impl Migrate {
    async fn run(self) -> anyhow::Result<()> {
        match self.action {
            MigrateAction::Up(config) => {
                let db = open(&config).await?;
                let mut taken = 0;
                db.migrate(|step| {
                    taken += 1;
                    println!("taking {step}");
                })
                .await?;
                println!("{}", if taken == 0 { "the schema is up to date" } else { "done" });
                db.close().await?;
            }
            MigrateAction::Status(config) => {
                let db = open(&config).await?;
                for (step, taken) in db.migration_status().await? {
                    println!("{}  {step}", if taken { "taken  " } else { "missing" });
                }
                db.close().await?;
            }
        }
        Ok(())
    }
}

async fn open(config: &DatabaseConfig) -> anyhow::Result<Database> {
    let engine = config.engine()?;
    Database::connect(config, engine)
        .await
        .context("the database cannot be opened; check GROUNDWORK_DATABASE_URL")
}

impl Healthcheck {
    /// Speaks plain HTTP to the address that the service is bound to, as a container's own check does.
    async fn run(self) -> anyhow::Result<()> {
        let mut address = self.http.bind;
        if address.ip().is_unspecified() {
            address.set_ip(match address {
                std::net::SocketAddr::V4(_) => std::net::Ipv4Addr::LOCALHOST.into(),
                std::net::SocketAddr::V6(_) => std::net::Ipv6Addr::LOCALHOST.into(),
            });
        }
        let client = http_client(std::time::Duration::from_secs(3))?;
        let answer = client.get(format!("http://{address}/health/ready")).send().await;
        let answer = answer.with_context(|| format!("nothing answers at {address}"))?;
        anyhow::ensure!(answer.status().is_success(), "{}", answer.text().await.unwrap_or_default());
        println!("ready");
        Ok(())
    }
}
