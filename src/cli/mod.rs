//! The commands.

mod audit;
mod background;
mod backup;
mod check;
mod demo;
mod identities;
mod ledger;
pub mod output;
mod reference;
mod run;
mod scim_token;
mod serve;
mod tenant;
mod token;
mod work;

use anyhow::Context as _;
use clap::{
    CommandFactory as _, FromArgMatches as _, Parser, Subcommand,
    error::{ContextKind, ContextValue},
};
use groundwork::{
    app,
    client::http_client,
    config::{DatabaseConfig, HttpConfig},
    events,
};

use self::{
    audit::Audit,
    backup::{Backup, Restore},
    check::Check,
    demo::Demo,
    identities::Identities,
    ledger::Ledger,
    output::say,
    reference::{Completions, Manual},
    scim_token::ScimToken,
    serve::Serve,
    tenant::Tenant,
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
    Work(Box<Work>),
    /// Migrate the database's schema, or show its migrations
    Migrate(Migrate),
    /// Copy the embedded database to a file while it is in use, and verify the copy
    Backup(Backup),
    /// Replace the embedded database by a backup
    Restore(Restore),
    /// Report people and tokens that would be refused, and why; nothing is changed
    Check(Box<Check>),
    /// List and change the links between identities and people; for the operator of the service
    Identities(Identities),
    /// Make, list and revoke the tokens with which identity providers call SCIM; for the operator of the service
    ScimToken(ScimToken),
    /// Verify the audit log
    Audit(Audit),
    /// Export or delete what belongs to a tenant, or export a person's data; for the operator of the service
    Tenant(Tenant),
    /// Export or replay the ledger of erasures, so that a restored backup forgets again
    Ledger(Ledger),
    /// Print the OpenAPI document
    Openapi(Openapi),
    /// Make a token for testing, signed with the HS256 secret
    Token(Token),
    /// Serve an invented organisation, without any settings, and print what to try
    Demo(Box<Demo>),
    /// Ask a running service whether it is ready; fails if it is not
    Healthcheck(Healthcheck),
    /// Print the list of settings (docs/settings.md)
    Settings,
    /// Print a script that completes the commands and flags of `groundwork` in a shell
    Completions(Completions),
    /// Write a manual page for each command
    Manual(Manual),
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
    /// Apply all pending migrations; on Citus, distribute the tables by tenant
    Up(DatabaseConfig),
    /// List the migrations, and whether each has been applied, and how the tables are distributed on Citus; fails if
    /// anything is pending
    Status(DatabaseConfig),
}

#[derive(clap::Args)]
struct Healthcheck {
    #[command(flatten)]
    http: HttpConfig,
}

impl Cli {
    /// The command line. Exits after `--help`, or with an error.
    ///
    /// Neither help nor errors show values: any of them may be a secret, or one that was put in the wrong place.
    pub fn of_process() -> Self {
        let matches = without_values(Self::command()).try_get_matches();
        matches.and_then(|matches| Self::from_arg_matches(&matches)).unwrap_or_else(|mut error| {
            if error.get(ContextKind::InvalidValue).is_some() {
                error.insert(ContextKind::InvalidValue, ContextValue::String("(not shown)".into()));
                name_variable(&mut error);
            }
            error.exit()
        })
    }

    pub async fn run(self) -> anyhow::Result<()> {
        match self.command {
            Command::Serve(serve) => serve.run().await,
            Command::Work(work) => work.run().await,
            Command::Migrate(migrate) => migrate.run().await,
            Command::Backup(backup) => backup.run().await,
            Command::Restore(restore) => restore.run().await,
            Command::Check(check) => check.run().await,
            Command::Identities(identities) => identities.run().await,
            Command::ScimToken(scim_token) => scim_token.run().await,
            Command::Audit(audit) => audit.run().await,
            Command::Tenant(tenant) => tenant.run().await,
            Command::Ledger(ledger) => ledger.run().await,
            Command::Openapi(openapi) => openapi.run(),
            Command::Token(token) => token.run(),
            Command::Demo(demo) => demo.run().await,
            Command::Healthcheck(healthcheck) => healthcheck.run().await,
            Command::Settings => Ok(output::text(reference::settings_page())?),
            Command::Completions(completions) => completions.run(),
            Command::Manual(manual) => manual.run(),
        }
    }
}

/// Adds the environment variable to the flag that an error names: most values come from there.
fn name_variable(error: &mut clap::Error) {
    let Some(ContextValue::String(flag)) = error.get(ContextKind::InvalidArg) else { return };
    let mut command = Cli::command();
    // Before, arguments have no names of values.
    command.build();
    if let Some(variable) = variable_of(&command, flag) {
        let both = format!("{flag} ({variable})");
        error.insert(ContextKind::InvalidArg, ContextValue::String(both));
    }
}

/// The environment variable of a flag, as errors name it.
fn variable_of(command: &clap::Command, flag: &str) -> Option<String> {
    let mut known = command.get_arguments().filter(|arg| arg.to_string() == flag);
    let variable = known.find_map(|arg| Some(arg.get_env()?.to_string_lossy().into_owned()));
    variable.or_else(|| command.get_subcommands().find_map(|command| variable_of(command, flag)))
}

/// The command, with the values of environment variables hidden in the help of all subcommands.
fn without_values(command: clap::Command) -> clap::Command {
    command.mut_args(|arg| arg.hide_env_values(true)).mut_subcommands(without_values)
}

impl Openapi {
    fn run(self) -> anyhow::Result<()> {
        if self.events {
            output::text(events::document::page())?;
        } else {
            output::text(app::openapi_json())?;
        }
        Ok(())
    }
}

impl Migrate {
    async fn run(self) -> anyhow::Result<()> {
        match self.action {
            MigrateAction::Up(config) => {
                let db = run::open(&config).await?;
                let mut steps = 0;
                // Said before each step, on standard error: a step may take long.
                run::migrate(&db, |step| {
                    eprintln!("{step}");
                    steps += 1;
                })
                .await?;
                let distribution = db.distribution().await?;
                db.close().await?;
                say!("{}", if steps == 0 { "the schema is up to date" } else { "done" });
                if let Some(distribution) = distribution {
                    say!("{distribution}");
                }
            }
            MigrateAction::Status(config) => {
                let db = run::open_existing(&config).await?;
                let steps = db.migration_status().await?;
                let distribution = db.distribution().await?;
                db.close().await?;
                for (step, taken) in &steps {
                    say!("{}  {step}", if *taken { "applied" } else { "pending" });
                }
                let pending = steps.iter().filter(|(_, taken)| !taken).count();
                anyhow::ensure!(
                    pending == 0,
                    "migrations are pending: {pending}; run: groundwork migrate up"
                );
                if let Some(distribution) = distribution {
                    say!("{distribution}");
                    anyhow::ensure!(
                        distribution.pending.is_empty(),
                        "tables are not distributed: {}; run: groundwork migrate up",
                        distribution.pending.len()
                    );
                }
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
        say!("ready");
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_help_shows_no_value_of_the_environment() {
        fn check(command: &clap::Command) -> usize {
            let settings = command.get_arguments().filter(|arg| arg.get_env().is_some());
            let count = settings.inspect(|arg| assert!(arg.is_hide_env_values_set(), "{arg}")).count();
            count + command.get_subcommands().map(check).sum::<usize>()
        }
        assert!(check(&without_values(Cli::command())) > 50);
    }
}
