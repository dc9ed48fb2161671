//! `groundwork scim-token`: the long-lived tokens of identity providers.

use anyhow::ensure;
use groundwork::{
    auth::scim_tokens,
    config::DatabaseConfig,
    ids::{ScimTokenId, TenantId},
};

use super::{output::say, run};

#[derive(clap::Args)]
pub struct ScimToken {
    #[command(subcommand)]
    action: Action,
}

#[derive(clap::Subcommand)]
enum Action {
    /// Make a token, and print it: it is shown this once
    Create(Create),
    /// List the tokens of a tenant, also those that were revoked
    List(List),
    /// Revoke a token, which is refused from then on
    Revoke(Revoke),
}

#[derive(clap::Args)]
struct Create {
    #[command(flatten)]
    common: Common,

    /// What to call it, such as the identity provider that gets it
    #[arg(long, value_name = "NAME", default_value = "scim")]
    name: String,
}

#[derive(clap::Args)]
struct List {
    #[command(flatten)]
    common: Common,
}

#[derive(clap::Args)]
struct Revoke {
    #[command(flatten)]
    common: Common,

    /// The token's id, as `groundwork scim-token list` shows it
    id: ScimTokenId,
}

#[derive(clap::Args)]
struct Common {
    /// The tenant's name in tokens
    #[arg(long, value_name = "NAME")]
    tenant: String,

    #[command(flatten)]
    database: DatabaseConfig,
}

impl ScimToken {
    pub async fn run(self) -> anyhow::Result<()> {
        match self.action {
            Action::Create(create) => create.run().await,
            Action::List(list) => list.run().await,
            Action::Revoke(revoke) => revoke.run().await,
        }
    }
}

impl Create {
    async fn run(self) -> anyhow::Result<()> {
        let name = self.name.trim();
        ensure!(!name.is_empty() && name.chars().count() <= 200, "--name must have 1 to 200 characters");
        ensure!(!name.contains(char::is_control), "--name must not contain control characters");
        let core = run::core(&self.common.database).await?;
        let (id, token) =
            scim_tokens::create(&core.db, &core.ids, &self.common.tenant, name, core.clock.now()).await?;
        eprintln!("token {id}; it is not shown again:");
        say!("{token}");
        Ok(core.db.close().await?)
    }
}

impl List {
    async fn run(self) -> anyhow::Result<()> {
        let core = run::core(&self.common.database).await?;
        say!("id\tname\tcreated_at\tlast_used_on\trevoked_at");
        for token in scim_tokens::list(&core.db, TenantId::of(&self.common.tenant)).await? {
            let last_used_on = token.last_used_on.map_or_else(|| "-".to_owned(), |day| day.to_string());
            let revoked_at = token.revoked_at.map_or_else(|| "-".to_owned(), |at| at.to_rfc3339());
            say!(
                "{}\t{}\t{}\t{last_used_on}\t{revoked_at}",
                token.id,
                token.name,
                token.created_at.to_rfc3339()
            );
        }
        Ok(core.db.close().await?)
    }
}

impl Revoke {
    async fn run(self) -> anyhow::Result<()> {
        let core = run::core(&self.common.database).await?;
        let tenant = TenantId::of(&self.common.tenant);
        let revoked = scim_tokens::revoke(&core.db, tenant, self.id, core.clock.now()).await?;
        core.db.close().await?;
        ensure!(revoked, "{} has no such token, or it was revoked before", self.common.tenant);
        say!("revoked {}", self.id);
        Ok(())
    }
}
