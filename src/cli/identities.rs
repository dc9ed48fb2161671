//! `groundwork identities`: what only the operator may do with the links between identities and people.

use std::{collections::HashMap, path::PathBuf};

use anyhow::{Context as _, bail, ensure};
use groundwork::{
    auth::{Actor, links, realms},
    config::{DatabaseConfig, IssuersFile},
    ids::{LinkId, TenantId},
    people::identities::{self, Destination, MoveBy},
    set_aside::SetAside,
};

use super::{output::say, run};

#[derive(clap::Args)]
pub struct Identities {
    #[command(subcommand)]
    action: Action,
}

#[derive(clap::Subcommand)]
enum Action {
    /// List the links of a tenant, also those that have ended
    List(List),
    /// Give back what was set aside when a link ended, on the person's word
    Restore(Restore),
    /// Link an identity to a person who has no link
    Link(Link),
    /// Move the links of one issuer to another, after a change of the identity provider
    Move(Box<Move>),
    /// Let an HR admin who is not in the directory import people again, until the first call of a linked HR admin
    OpenTenant(OpenTenant),
}

#[derive(clap::Args)]
struct List {
    #[command(flatten)]
    common: Common,

    /// Only the links of the person with this `external_id`
    #[arg(long, value_name = "EXTERNAL_ID")]
    person: Option<String>,
}

#[derive(clap::Args)]
struct Restore {
    #[command(flatten)]
    common: Common,

    /// The link that ended, as `groundwork identities list` shows it
    link: LinkId,

    /// Say what would be given back, and change nothing
    #[arg(long)]
    dry_run: bool,
}

#[derive(clap::Args)]
struct Link {
    #[command(flatten)]
    common: Common,

    /// The person's `external_id`
    #[arg(long, value_name = "EXTERNAL_ID")]
    person: String,

    /// The subject of the identity's tokens
    #[arg(long, value_name = "SUBJECT")]
    subject: String,

    /// The issuer of the identity's tokens, if one is configured
    #[arg(long, value_name = "ISSUER")]
    issuer: Option<String>,

    #[command(flatten)]
    issuers: IssuersFile,
}

#[derive(clap::Args)]
struct Move {
    /// The issuer to leave, or `default` if none was configured
    #[arg(long, value_name = "ISSUER")]
    from: String,

    /// The issuer to move to
    #[arg(long, value_name = "ISSUER")]
    to: String,

    #[command(flatten)]
    by: By,

    /// Only this tenant; all unless given
    #[arg(long, value_name = "NAME")]
    tenant: Option<String>,

    /// List what would be moved, and change nothing
    #[arg(long)]
    dry_run: bool,

    #[command(flatten)]
    issuers: IssuersFile,

    #[command(flatten)]
    database: DatabaseConfig,
}

#[derive(clap::Args)]
#[group(required = true, multiple = false)]
struct By {
    /// The new issuer gives everyone the subject that the old one gave
    #[arg(long)]
    by_subject: bool,

    /// The next identity of the new issuer that has a person's present user name links
    #[arg(long)]
    by_user_name: bool,

    /// A CSV file without header: old subject, new subject
    #[arg(long, value_name = "FILE")]
    by_file: Option<PathBuf>,
}

#[derive(clap::Args)]
struct OpenTenant {
    #[command(flatten)]
    common: Common,
}

#[derive(clap::Args)]
struct Common {
    /// The tenant's name in tokens
    #[arg(long, value_name = "NAME")]
    tenant: String,

    #[command(flatten)]
    database: DatabaseConfig,
}

impl Identities {
    pub async fn run(self) -> anyhow::Result<()> {
        match self.action {
            Action::List(list) => list.run().await,
            Action::Restore(restore) => restore.run().await,
            Action::Link(link) => link.run().await,
            Action::Move(each) => each.run().await,
            Action::OpenTenant(open) => open.run().await,
        }
    }
}

impl List {
    async fn run(self) -> anyhow::Result<()> {
        let core = run::core(&self.common.database).await?;
        let tenant = TenantId::of(&self.common.tenant);
        say!("link\tperson\tuser_name\trealm\tsubject\tlinked_at\tunlinked_at\tset_aside\treason");
        for link in identities::list_all(&core.db.reader(tenant), self.person.as_deref()).await? {
            let ended = link.unlinked_at.map_or_else(|| "-".to_owned(), |at| at.to_rfc3339());
            say!(
                "{}\t{}\t{}\t{}\t{}\t{}\t{ended}\t{}\t{}",
                link.id,
                link.external_id,
                link.user_name,
                link.realm,
                link.subject,
                link.linked_at.to_rfc3339(),
                link.set_aside,
                link.reason.as_deref().unwrap_or("-").escape_default(),
            );
        }
        Ok(core.db.close().await?)
    }
}

impl Restore {
    async fn run(self) -> anyhow::Result<()> {
        let core = run::core(&self.common.database).await?;
        let mut txn = core.begin(TenantId::of(&self.common.tenant), Actor::default()).await?;
        let restored = identities::restore(&mut txn, self.link).await?;
        if self.dry_run {
            say!("nothing is changed; without --dry-run:");
            drop(txn);
        } else {
            committed(txn.commit().await)?;
        }
        for (verb, all) in [
            ("given back", restored.given_back),
            ("kept aside, for something newer is in its place", restored.kept),
        ] {
            for SetAside { kind, subject } in all {
                say!("{verb}\t{kind:?}\t{subject}");
            }
        }
        Ok(core.db.close().await?)
    }
}

impl Link {
    async fn run(self) -> anyhow::Result<()> {
        let core = run::core(&self.common.database).await?;
        let realm = match &self.issuer {
            Some(issuer) => {
                let may_inherit = may_inherit(&self.issuers, issuer)?;
                realms::realm_of(&core.db, &core.clock, issuer, may_inherit).await?
            }
            None => {
                let is_clear = self.issuers.auth_issuers_file.is_none();
                ensure!(is_clear, "--issuer is required: GROUNDWORK_AUTH_ISSUERS_FILE lists the issuers");
                realms::DEFAULT.to_owned()
            }
        };
        let mut txn = core.begin(TenantId::of(&self.common.tenant), Actor::default()).await?;
        let identity = (realm.as_str(), self.subject.as_str());
        identities::link(&mut txn, &self.person, identity, self.issuer.as_deref()).await?;
        committed(txn.commit().await)?;
        say!("linked {} to {}", self.subject, self.person);
        Ok(core.db.close().await?)
    }
}

impl Move {
    async fn run(self) -> anyhow::Result<()> {
        ensure!(self.from != self.to, "--from and --to are the same issuer");
        let by = match &self.by.by_file {
            Some(file) => MoveBy::Subjects(subjects(file)?),
            None if self.by.by_subject => MoveBy::Subject,
            None => MoveBy::UserName,
        };
        let core = run::core(&self.database).await?;
        let from = match self.from.as_str() {
            realms::DEFAULT => Some(realms::DEFAULT.to_owned()),
            issuer => realms::known_realm_of(&core.db, issuer).await?,
        };
        let Some(from) = from else { bail!("no token of {} has been accepted yet", self.from) };
        let may_inherit = may_inherit(&self.issuers, &self.to)?;
        let to = match self.dry_run {
            true => realms::future_realm_of(&core.db, &self.to, may_inherit).await?,
            false => realms::realm_of(&core.db, &core.clock, &self.to, may_inherit).await?,
        };
        ensure!(from != to, "{} has the realm of {} already: nothing has to move", self.to, self.from);
        let tenants = match &self.tenant {
            Some(tenant) => vec![TenantId::of(tenant)],
            None => core.db.tenants().await?,
        };
        if self.dry_run {
            say!("nothing is changed; without --dry-run:");
        }
        for tenant in tenants {
            let mut txn = core.begin(tenant, Actor::default()).await?;
            let moves = identities::move_links(&mut txn, &from, (&to, &self.to), &by).await?;
            for each in moves {
                let to = match each.to {
                    Destination::Subject(subject) => format!("moved to {subject}"),
                    Destination::NextOfThatName => "links at the next call of that name".into(),
                    Destination::Stays => "stays: its subject is not in the file".into(),
                };
                say!("{}\t{}\t{to}", each.user_name, each.subject);
            }
            if self.dry_run {
                drop(txn);
            } else {
                committed(txn.commit().await)?;
            }
        }
        Ok(core.db.close().await?)
    }
}

impl OpenTenant {
    async fn run(self) -> anyhow::Result<()> {
        let core = run::core(&self.common.database).await?;
        let opened = links::reopen_tenant(&core.db, TenantId::of(&self.common.tenant)).await?;
        ensure!(
            opened,
            "there is no tenant {} yet; an HR admin may import its first people",
            self.common.tenant
        );
        say!(
            "an HR admin who is not in the directory may import people, until the next call of a linked HR admin"
        );
        Ok(core.db.close().await?)
    }
}

/// Whether an issuer that is new may inherit the realm of the time without issuers: the first of the file, or any if
/// there is no file. Refuses one that the file does not name.
fn may_inherit(file: &IssuersFile, issuer: &str) -> anyhow::Result<bool> {
    let Some(issuers) = file.read()? else { return Ok(true) };
    let place = issuers.iter().position(|it| it.url.as_deref() == Some(issuer));
    let named = || issuers.iter().filter_map(|it| it.url.as_deref()).collect::<Vec<_>>().join(", ");
    let place = place.with_context(|| {
        format!("{issuer} is not an issuer of GROUNDWORK_AUTH_ISSUERS_FILE, which has {}", named())
    })?;
    Ok(place == 0)
}

fn committed(outcome: Result<(), sea_orm::DbErr>) -> anyhow::Result<()> {
    match outcome {
        Err(error) if links::is_taken(&error) => bail!("the identity is linked to another person already"),
        outcome => Ok(outcome?),
    }
}

/// New subjects by old ones.
fn subjects(file: &PathBuf) -> anyhow::Result<HashMap<String, String>> {
    let reader = csv::ReaderBuilder::new().has_headers(false).from_path(file);
    let mut reader = reader.with_context(|| format!("cannot read {}", file.display()))?;
    let rows = reader.deserialize().collect::<Result<Vec<(String, String)>, _>>();
    Ok(rows
        .with_context(|| format!("{} needs two columns: old subject, new subject", file.display()))?
        .into_iter()
        .collect())
}
