//! The commands.

mod background;
mod backup;
mod check;
mod demo;
mod identities;
mod run;
mod serve;
mod token;
mod work;

use anyhow::Context as _;
use clap::{Parser, Subcommand};
use groundwork::{
    app,
    client::http_client,
    config::{DatabaseConfig, HttpConfig},
    events,
};

use self::{
    backup::{Backup, Restore},
    check::Check,
    demo::Demo,
    identities::Identities,
    serve::Serve,
    token::Token,
    work::Work,
};

/// The service behind an honest career conversation.
///
/// Every setting is a flag and an environment variable. To try it out, run `groundwork demo`: it needs no settings.
#[derive(Parser)]
#[command(version, propagate_version = true, max_term_width = 100)]
pub struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve requests until SIGTERM or SIGINT, then finish the running ones
    Serve(Box<Serve>),
    /// Send webhooks and report what is due, without serving requests; for use with `serve --worker false`
    Work(Work),
    /// Migrate the database's schema, or show its migrations
    Migrate(Migrate),
    /// Copy the embedded database to a file while it is in use, and verify the copy
    Backup(Backup),
    /// Replace the embedded database by a backup
    Restore(Restore),
    /// List people whose names link nobody, and say who some tokens would be; nothing is changed
    Check(Box<Check>),
    /// List and change the links between identities and people; for whoever operates the service
    Identities(Identities),
    /// Print the OpenAPI document
    Openapi(Openapi),
    /// Make a token for testing, signed with the HS256 secret
    Token(Token),
    /// Serve an invented organisation, without any settings, and print what to try
    Demo(Box<Demo>),
    /// Ask a running service whether it is ready; fails if it is not
    Healthcheck(Healthcheck),
}

#[derive(clap::Args)]
struct Openapi {
    /// Print the list of event types (docs/events.md) instead
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
    /// Apply all pending migrations
    Up(DatabaseConfig),
    /// List the migrations, and whether each has been applied
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
            Command::Check(check) => check.run().await,
            Command::Identities(identities) => identities.run().await,
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
                let db = run::open(&config).await?;
                let mut taken = 0;
                db.migrate(|step| {
                    taken += 1;
                    println!("applying {step}");
                })
                .await?;
                println!("{}", if taken == 0 { "the schema is up to date" } else { "done" });
                db.close().await?;
            }
            MigrateAction::Status(config) => {
                let db = run::open(&config).await?;
                for (step, taken) in db.migration_status().await? {
                    println!("{}  {step}", if taken { "applied" } else { "pending" });
                }
                db.close().await?;
            }
        }
        Ok(())
    }
}

impl Healthcheck {
    /// Asks over plain HTTP at the address that the service is bound to, as the health check of a container does.
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
        let answer = answer.with_context(|| format!("no answer from {address}"))?;
        anyhow::ensure!(answer.status().is_success(), "{}", answer.text().await.unwrap_or_default());
        println!("ready");
        Ok(())
    }
}
