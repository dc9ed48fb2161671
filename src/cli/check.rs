//! `groundwork check`: people and tokens that would be refused, and numbers that are kept and do not match what they
//! count. It reads the database of this or an earlier release.

use std::{
    collections::{BTreeMap, BTreeSet, HashMap, HashSet},
    io::{self, Read as _},
    path::PathBuf,
};

use anyhow::Context as _;
use groundwork::{
    auth::{Claims, PersonName, inspect::Inspector, links, realms},
    config::{AuthConfig, AuthSettings, DatabaseConfig, EncryptionConfig, IssuerSettings, PersonMatch},
    db::{Crossing, Database},
    ids::{PersonId, TenantId},
    names,
    plans::{agreements, progress},
    secrets::{Key, Secrets},
};
use sea_orm::FromQueryResult;

use super::{output::say, run};

/// Plans with wrong kept values that are listed, of each kind.
const DIFFERENCES_SHOWN: u32 = 20;

#[derive(clap::Args)]
pub struct Check {
    /// A file with a token, or the claims of one as JSON, on each line; `-` for the standard input. Signatures and
    /// times are not checked, but `exp` must be there
    #[arg(long, value_name = "FILE")]
    tokens: Option<PathBuf>,

    #[command(flatten)]
    auth: AuthConfig,

    #[command(flatten)]
    encryption: EncryptionConfig,

    #[command(flatten)]
    database: DatabaseConfig,
}

/// An active person.
#[derive(FromQueryResult)]
struct Row {
    tenant_id: TenantId,
    id: PersonId,
    external_id: String,
    user_name: String,
    email: Option<String>,
    /// The names that alone link, if the person was there before links and has none.
    link_name: Option<String>,
    link_email: Option<String>,
}

#[derive(FromQueryResult)]
struct Linked {
    tenant_id: TenantId,
    realm: String,
    subject: String,
    person_id: PersonId,
    is_live: i32,
}

#[derive(FromQueryResult)]
struct Tenant {
    id: TenantId,
    name: String,
}

type ByName = BTreeMap<(TenantId, String), Vec<usize>>;

/// What becomes of the identities of one issuer.
struct Issuer {
    realm: String,
    settings: IssuerSettings,
}

/// The people and links of all tenants.
struct Directory {
    /// In the order of the settings.
    issuers: Vec<Issuer>,
    tenants: HashMap<TenantId, String>,
    people: Vec<Row>,
    /// Positions in `people`, by tenant and the name that is compared, for each field that is.
    by_name: Vec<(PersonMatch, ByName)>,
    /// Links by tenant, realm and subject.
    links: HashMap<(TenantId, String, String), Vec<Linked>>,
    /// The people who are linked.
    linked: HashSet<PersonId>,
    /// With the keys by which identities of erased people stay refused.
    secrets: Secrets,
}

impl Check {
    pub async fn run(self) -> anyhow::Result<()> {
        let settings = self.auth.settings_without_keys()?;
        for issuer in &settings.issuers {
            say!("{issuer}");
        }
        let inspector = Inspector::new(&settings);
        let db = run::open_existing(&self.database).await?;
        let directory = Directory::read(&db, &settings, self.encryption.secrets()?).await?;
        let miscounted = print_miscounted(&db, &directory).await?;
        let misdated = print_misdated(&db, &directory).await?;
        db.close().await?;
        let mut refused = directory.print_people()?;
        directory.print_unknown_keys()?;
        if let Some(file) = &self.tokens {
            let mut text = String::new();
            if file.as_os_str() == "-" {
                std::io::stdin().read_to_string(&mut text)?;
            } else {
                text = std::fs::read_to_string(file)
                    .with_context(|| format!("cannot read {}", file.display()))?;
            }
            for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
                let verdict = match inspector.read(line.trim()) {
                    Ok(claims) => directory.judge(&claims, inspector.person_claim(&claims)),
                    Err(error) => Err(format!("unauthorized: {error}")),
                };
                refused += usize::from(verdict.is_err());
                match verdict {
                    Ok(text) => say!("line {}: {text}", number + 1),
                    Err(text) => say!("line {}: refused, {text}", number + 1),
                }
            }
        }
        anyhow::ensure!(refused == 0, "people and tokens that would be refused: {refused}");
        anyhow::ensure!(!miscounted, "the progress kept of some plans is not that of their action items");
        anyhow::ensure!(!misdated, "the agreement kept of some plans is not that of their managers");
        say!("no person and no token would be refused");
        Ok(())
    }
}

/// Lists plans whose kept progress is not that of their action items. Whether there are any.
async fn print_miscounted(db: &Database, directory: &Directory) -> anyhow::Result<bool> {
    if !has_step(db, "m20261127_000120_plan_progress").await? {
        return Ok(false);
    }
    let differences = progress::list_differences(db, DIFFERENCES_SHOWN + 1).await?;
    let lines = differences.iter().map(|it| {
        format!(
            "tenant {}: the progress kept of plan {} differs from its action items: items {:+}, cancelled {:+}, \
             in progress {:+}, blocked {:+}, done {:+}, percent {:+}",
            directory.tenant(it.tenant_id),
            it.plan_id,
            it.items,
            it.cancelled,
            it.in_progress,
            it.blocked,
            it.done,
            it.percent
        )
    });
    print_differences(lines)
}

/// Lists plans whose kept agreement is not that of a manager who counts. Whether there are any.
async fn print_misdated(db: &Database, directory: &Directory) -> anyhow::Result<bool> {
    if !has_step(db, "m20261127_000260_agreement").await? {
        return Ok(false);
    }
    let differences = agreements::list_differences(db, DIFFERENCES_SHOWN + 1).await?;
    let lines = differences.iter().map(|it| {
        format!(
            "tenant {}: `manager_agreed_at` of plan {} is not when its present manager agreed",
            directory.tenant(it.tenant_id),
            it.plan_id
        )
    });
    print_differences(lines)
}

/// Whether the database has this migration.
async fn has_step(db: &Database, name: &str) -> anyhow::Result<bool> {
    Ok(db.migration_status().await?.iter().any(|(step, taken)| *taken && step == name))
}

/// Prints a line for each plan, up to [`DIFFERENCES_SHOWN`]. Whether there are any.
fn print_differences(lines: impl ExactSizeIterator<Item = String>) -> anyhow::Result<bool> {
    let number = lines.len();
    for line in lines.take(DIFFERENCES_SHOWN as usize) {
        say!("{line}");
    }
    if number > DIFFERENCES_SHOWN as usize {
        say!("and that of more plans");
    }
    Ok(number > 0)
}

impl Directory {
    async fn read(db: &Database, settings: &AuthSettings, secrets: Secrets) -> anyhow::Result<Self> {
        let steps = db.migration_status().await?;
        anyhow::ensure!(
            steps.iter().any(|(_, taken)| *taken),
            "the database has no schema; run: groundwork migrate up"
        );
        let has_links = steps.iter().any(|(step, taken)| *taken && step == "m20261127_000010_identities");
        if steps.iter().any(|(step, taken)| *taken && step == "m20261127_000020_kept_answers") {
            secrets.complete(db.own_key().await?.as_deref().and_then(Key::parse));
        }
        let pins = if has_links { "link_name, link_email" } else { "null as link_name, null as link_email" };
        let sql =
            format!("select tenant_id, id, external_id, user_name, email, {pins} from people where active");
        let people: Vec<Row> = db.query_all_tenants(Crossing::Directory, &sql, []).await?;
        let links = "select tenant_id, realm, subject, person_id, \
             case when unlinked_at is null then 1 else 0 end as is_live from identities \
             where unlinked_at is null or blocked";
        let rows: Vec<Linked> =
            if has_links { db.query_all_tenants(Crossing::Directory, links, []).await? } else { Vec::new() };
        let linked = rows.iter().filter(|link| link.is_live == 1).map(|link| link.person_id).collect();
        let mut links: HashMap<_, Vec<Linked>> = HashMap::new();
        for link in rows {
            links.entry((link.tenant_id, link.realm.clone(), link.subject.clone())).or_default().push(link);
        }
        let tenants: Vec<Tenant> =
            db.query_all_tenants(Crossing::Directory, "select id, name from tenants", []).await?;
        let mut issuers = Vec::new();
        let mut by_name: Vec<(PersonMatch, ByName)> = Vec::new();
        for (place, issuer) in settings.issuers.iter().enumerate() {
            let realm = match &issuer.url {
                Some(url) if has_links => realms::future_realm_of(db, url, place == 0).await?,
                _ => realms::DEFAULT.to_owned(),
            };
            issuers.push(Issuer { realm, settings: issuer.clone() });
            let field = issuer.person_match;
            if by_name.iter().any(|(known, _)| *known == field) {
                continue;
            }
            let mut names = ByName::new();
            for (position, person) in people.iter().enumerate() {
                if let Some(name) = person.name(field) {
                    names.entry((person.tenant_id, name)).or_default().push(position);
                }
            }
            by_name.push((field, names));
        }
        let tenants = tenants.into_iter().map(|tenant| (tenant.id, tenant.name)).collect();
        Ok(Self { issuers, tenants, people, by_name, links, linked, secrets })
    }

    fn tenant(&self, id: TenantId) -> &str {
        self.tenants.get(&id).map_or("?", String::as_str)
    }

    /// The active people with a name, but for those who are linked.
    fn candidates(&self, field: PersonMatch, tenant: TenantId, name: &str) -> Vec<&Row> {
        let names = self.by_name.iter().find(|(known, _)| *known == field).map(|(_, names)| names);
        let positions = names.and_then(|names| names.get(&(tenant, name.to_owned()))).into_iter().flatten();
        positions.filter_map(|position| self.people.get(*position)).collect()
    }

    fn is_linked(&self, person: &Row) -> bool {
        self.linked.contains(&person.id)
    }

    /// Lists the people who cannot link: those who share a name, or have none. How many they are.
    fn print_people(&self) -> io::Result<usize> {
        let mut refused = 0;
        for (field, names) in &self.by_name {
            refused += self.print_shared(*field, names)? + self.print_nameless(*field)?;
        }
        Ok(refused)
    }

    /// Whether an issuer links people of the tenant by this field.
    fn links_by(&self, field: PersonMatch, tenant: TenantId) -> bool {
        self.issuers.iter().any(|Issuer { settings, .. }| {
            settings.person_match == field && settings.links_by_name && settings.may_name(self.tenant(tenant))
        })
    }

    fn print_shared(&self, field: PersonMatch, names: &ByName) -> io::Result<usize> {
        let mut refused = 0;
        for ((tenant, name), positions) in names {
            let rows: Vec<&Row> =
                positions.iter().filter_map(|position| self.people.get(*position)).collect();
            let waiting: Vec<&&Row> = rows.iter().filter(|person| !self.is_linked(person)).collect();
            if waiting.len() > 1 && self.links_by(field, *tenant) {
                refused += waiting.len();
                let who: Vec<String> = waiting
                    .iter()
                    .map(|person| format!("{} ({})", person.user_name, person.external_id))
                    .collect();
                say!(
                    "tenant {}: {name} cannot link, as several people share it: {}",
                    self.tenant(*tenant),
                    who.join(", ")
                );
            }
        }
        Ok(refused)
    }

    fn print_nameless(&self, field: PersonMatch) -> io::Result<usize> {
        let mut refused = 0;
        let is_nameless = |person: &&Row| person.name(field).is_none() && !self.is_linked(person);
        for person in self.people.iter().filter(is_nameless) {
            if !self.links_by(field, person.tenant_id) {
                continue;
            }
            refused += 1;
            let tenant = self.tenant(person.tenant_id);
            say!(
                "tenant {tenant}: {} ({}) has no e-mail address to link by",
                person.user_name,
                person.external_id
            );
        }
        Ok(refused)
    }

    /// Names the keys by which identities of erased people stay refused and that the settings do not have. The service
    /// recognises such an identity as little as this command does.
    fn print_unknown_keys(&self) -> io::Result<()> {
        let keys: BTreeSet<&str> =
            self.links.keys().filter_map(|(_, _, subject)| links::key_of_refused(subject)).collect();
        for key in keys.into_iter().filter(|key| !self.secrets.has(key)) {
            say!(
                "identities of erased people are refused by the encryption key {key}, which \
                 GROUNDWORK_ENCRYPTION_KEY does not name: their tokens are not recognised"
            );
        }
        Ok(())
    }

    /// Whether an identity stays refused although its person was erased.
    fn is_of_erased(&self, (tenant, realm, subject): &(TenantId, String, String)) -> bool {
        let refused = links::refused_subjects(&self.secrets, *tenant, realm, subject).unwrap_or_default();
        refused.into_iter().any(|subject| self.links.contains_key(&(*tenant, realm.clone(), subject)))
    }

    /// Who a token is, or why it is refused.
    fn judge(&self, claims: &Claims, claim: &str) -> Result<String, String> {
        let tenant = TenantId::of(&claims.tenant);
        let issuer = self.issuers.get(claims.place).ok_or("unauthorized: no such issuer")?;
        let identity = (tenant, issuer.realm.clone(), claims.subject.clone());
        let links = self.links.get(&identity).map_or(&[][..], Vec::as_slice);
        let link = links.iter().find(|link| link.is_live == 1).or_else(|| links.first());
        match link {
            Some(link) if link.is_live == 0 => return Err("identity-unlinked".into()),
            None if self.is_of_erased(&identity) => {
                return Err(
                    "identity-unlinked: the identity was unlinked, and its person was erased since".into()
                );
            }
            Some(_) if claims.service => {
                return Err("identity-conflict: a service's token of a person's identity".into());
            }
            Some(_) => return Ok("a person's, linked".into()),
            None if claims.service => return Ok(format!("the service {}", claims.subject)),
            None => {}
        }
        let name = match &claims.person {
            PersonName::Given(name) => name,
            PersonName::Missing => return Err(format!("not-in-directory: the claim {claim} is missing")),
            PersonName::Unverified => return Err("not-in-directory: email_verified is not true".into()),
        };
        let rows = self.candidates(issuer.settings.person_match, tenant, name);
        let waiting: Vec<&&Row> = rows.iter().filter(|person| !self.is_linked(person)).collect();
        match (rows.as_slice(), waiting.as_slice()) {
            (_, [_]) if !issuer.settings.links_by_name => {
                Err("not-in-directory: identities of this issuer are not linked by name".into())
            }
            (_, [person]) => Ok(format!("a person's: {} ({})", person.user_name, person.external_id)),
            ([], _) => Err(format!("not-in-directory: no active person has the value of the claim {claim}")),
            (_, []) => Err("identity-conflict: the person is linked to another identity".into()),
            _ => Err(format!("not-in-directory: several people share the value of the claim {claim}")),
        }
    }
}

impl Row {
    /// What a token's claim is compared with.
    fn name(&self, field: PersonMatch) -> Option<String> {
        match field {
            PersonMatch::UserName => {
                Some(self.link_name.clone().unwrap_or_else(|| names::key(&self.user_name)))
            }
            PersonMatch::Email if self.link_name.is_some() => self.link_email.clone(),
            PersonMatch::Email => self.email.as_deref().map(names::key),
            PersonMatch::ExternalId => Some(names::key(&self.external_id)),
            PersonMatch::Id => Some(self.id.to_string()),
        }
    }
}
