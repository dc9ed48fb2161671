//! What `scripts/bench` compares the service with: four of its requests on the same tables by actix-web and sqlx, as
//! one would write them on an afternoon. It verifies the token and sends the columns of the row. It has no rule: it
//! does not ask who calls, what they may see, what was shared, or whether a change is allowed, and keeps no progress of
//! plans.
//!
//! It is written to be fast, too: one statement to read, no connection test before each use, and nothing of the
//! service's own pools, entities or statements.

use std::{
    future::{Ready, ready},
    net::SocketAddr,
    str::FromStr as _,
};

use actix_web::{
    App, FromRequest, HttpRequest, HttpResponse, HttpServer, Result,
    dev::Payload,
    error::{ErrorInternalServerError, ErrorNotFound, ErrorUnauthorized},
    get,
    http::header,
    post,
    web::{Data, Json, Path, Query},
};
use chrono::{DateTime, NaiveDate, Utc};
use clap::Parser;
use groundwork::{
    clock::Clock,
    ids::{Ids, TenantId},
};
use jsonwebtoken::{Algorithm, DecodingKey, Validation};
use sea_orm::sqlx::{
    self, ColumnIndex, Decode, FromRow, PgPool, Row, SqlitePool, Type,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};
use serde::{Deserialize, Serialize};
use serde_json::{json, value::RawValue};
use uuid::Uuid;

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Connections to the database, as many as the service has.
const CONNECTIONS: u32 = 8;

#[derive(Parser)]
struct Bare {
    #[arg(long)]
    bind: SocketAddr,
    #[arg(long)]
    database_url: String,
    #[arg(long)]
    auth_hs256_secret: String,
}

struct Service {
    key: DecodingKey,
    validation: Validation,
    clock: Clock,
    ids: Ids,
    database: Database,
}

enum Database {
    Postgres(PgPool),
    /// SQLite has one writer: those who wait for it wait in the pool.
    Sqlite {
        read: SqlitePool,
        write: SqlitePool,
    },
}

/// Runs the same code with the pool of either engine, whose types differ.
macro_rules! reading {
    ($service:expr, $pool:ident => $code:expr) => {
        match &$service.database {
            Database::Postgres($pool) => $code,
            Database::Sqlite { read: $pool, .. } => $code,
        }
    };
}

/// Runs the same code with a transaction of either engine, and commits it.
macro_rules! changing {
    ($service:expr, $txn:ident => $code:expr) => {
        match &$service.database {
            Database::Postgres(pool) => {
                let mut $txn = pool.begin().await.map_err(failed)?;
                let done = $code;
                $txn.commit().await.map_err(failed)?;
                done
            }
            Database::Sqlite { write, .. } => {
                let mut $txn = write.begin_with("begin immediate").await.map_err(failed)?;
                let done = $code;
                $txn.commit().await.map_err(failed)?;
                done
            }
        }
    };
}

#[derive(Deserialize)]
struct Claims {
    tenant: String,
}

/// The tenant of the token.
struct Tenant(Uuid);

impl FromRequest for Tenant {
    type Error = actix_web::Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let verified = || {
            let service = request.app_data::<Data<Service>>()?;
            let token =
                request.headers().get(header::AUTHORIZATION)?.to_str().ok()?.strip_prefix("Bearer ")?;
            let token = jsonwebtoken::decode::<Claims>(token, &service.key, &service.validation).ok()?;
            Some(Self(TenantId::of(&token.claims.tenant).0))
        };
        ready(verified().ok_or_else(|| ErrorUnauthorized("no valid token")))
    }
}

#[derive(Serialize)]
struct Plan {
    id: Uuid,
    owner_id: Uuid,
    title: String,
    cycle_id: Option<Uuid>,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    status: String,
    answers: Box<RawValue>,
    latest_revision: i32,
    has_unshared_changes: bool,
    earlier_revisions_visible: bool,
    earlier_revisions_visible_from: Option<i32>,
    shared_at: Option<DateTime<Utc>>,
    owner_agreed_at: Option<DateTime<Utc>>,
    manager_agreed_at: Option<DateTime<Utc>>,
    agreed_without_manager: bool,
    reflection: Option<String>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    version: i64,
}

macro_rules! select_plans {
    ($which:literal) => {
        concat!(
            "select id, owner_id, title, cycle_id, starts_on, ends_on, status, answers, latest_revision, \
             has_unshared_changes, earlier_revisions_visible, earlier_revisions_visible_from, shared_at, \
             owner_agreed_at, manager_agreed_at, agreed_without_manager, reflection, created_at, updated_at, version \
             from plans where tenant_id = $1 ",
            $which
        )
    };
}

/// What `#[derive(FromRow)]` writes, which the features of this tree's sqlx leave out.
impl<'r, R: Row> FromRow<'r, R> for Plan
where
    &'static str: ColumnIndex<R>,
    Uuid: Decode<'r, R::Database> + Type<R::Database>,
    Option<Uuid>: Decode<'r, R::Database> + Type<R::Database>,
    String: Decode<'r, R::Database> + Type<R::Database>,
    Option<String>: Decode<'r, R::Database> + Type<R::Database>,
    NaiveDate: Decode<'r, R::Database> + Type<R::Database>,
    DateTime<Utc>: Decode<'r, R::Database> + Type<R::Database>,
    Option<DateTime<Utc>>: Decode<'r, R::Database> + Type<R::Database>,
    bool: Decode<'r, R::Database> + Type<R::Database>,
    i32: Decode<'r, R::Database> + Type<R::Database>,
    Option<i32>: Decode<'r, R::Database> + Type<R::Database>,
    i64: Decode<'r, R::Database> + Type<R::Database>,
{
    fn from_row(row: &'r R) -> sqlx::Result<Self> {
        Ok(Self {
            id: row.try_get("id")?,
            owner_id: row.try_get("owner_id")?,
            title: row.try_get("title")?,
            cycle_id: row.try_get("cycle_id")?,
            starts_on: row.try_get("starts_on")?,
            ends_on: row.try_get("ends_on")?,
            status: row.try_get("status")?,
            answers: RawValue::from_string(row.try_get("answers")?)
                .map_err(|error| sqlx::Error::Decode(error.into()))?,
            latest_revision: row.try_get("latest_revision")?,
            has_unshared_changes: row.try_get("has_unshared_changes")?,
            earlier_revisions_visible: row.try_get("earlier_revisions_visible")?,
            earlier_revisions_visible_from: row.try_get("earlier_revisions_visible_from")?,
            shared_at: row.try_get("shared_at")?,
            owner_agreed_at: row.try_get("owner_agreed_at")?,
            manager_agreed_at: row.try_get("manager_agreed_at")?,
            agreed_without_manager: row.try_get("agreed_without_manager")?,
            reflection: row.try_get("reflection")?,
            created_at: row.try_get("created_at")?,
            updated_at: row.try_get("updated_at")?,
            version: row.try_get("version")?,
        })
    }
}

#[get("/v1/plans/{id}")]
async fn read_plan(tenant: Tenant, id: Path<Uuid>, service: Data<Service>) -> Result<Json<Plan>> {
    let plan = reading!(service, pool => {
        sqlx::query_as(select_plans!("and id = $2")).bind(tenant.0).bind(*id).fetch_optional(pool).await
    });
    plan.map_err(failed)?.map(Json).ok_or_else(|| ErrorNotFound("no such plan"))
}

#[derive(Deserialize)]
struct ListPlans {
    after: Option<Uuid>,
}

#[derive(Serialize)]
struct Page {
    items: Vec<Plan>,
    after: Option<Uuid>,
}

/// 20 shared plans, and where the next page begins.
#[get("/v1/plans")]
async fn list_plans(tenant: Tenant, query: Query<ListPlans>, service: Data<Service>) -> Result<Json<Page>> {
    let after = query.after.unwrap_or_default();
    let plans = reading!(service, pool => {
        sqlx::query_as(select_plans!("and shared_at is not null and id > $2 order by id limit 21"))
            .bind(tenant.0)
            .bind(after)
            .fetch_all(pool)
            .await
    });
    let mut items: Vec<Plan> = plans.map_err(failed)?;
    let more = items.len() > 20;
    items.truncate(20);
    let after = items.last().filter(|_| more).map(|plan| plan.id);
    Ok(Json(Page { items, after }))
}

const INSERT_EVENT: &str = "insert into events (tenant_id, id, type, subject, data, occurred_at, in_feed) \
     values ($1, $2, $3, $4, $5, $6, true)";

#[derive(Deserialize)]
struct CreateActionItem {
    title: String,
    description: Option<String>,
    advances: Vec<String>,
    due_on: Option<NaiveDate>,
}

#[post("/v1/plans/{id}/action-items")]
async fn create_action_item(
    tenant: Tenant,
    plan: Path<Uuid>,
    Json(input): Json<CreateActionItem>,
    service: Data<Service>,
) -> Result<HttpResponse> {
    let (now, id, plan): (_, Uuid, _) = (service.clock.now(), service.ids.next(), *plan);
    let advances = |horizon: &str| input.advances.iter().any(|advanced| advanced == horizon);
    let owner: Uuid = changing!(service, txn => {
        let owner = sqlx::query_scalar("select owner_id from plans where tenant_id = $1 and id = $2")
            .bind(tenant.0)
            .bind(plan)
            .fetch_optional(&mut *txn)
            .await
            .map_err(failed)?;
        let owner: Uuid = owner.ok_or_else(|| ErrorNotFound("no such plan"))?;
        sqlx::query(
            "insert into action_items (tenant_id, id, plan_id, kind, title, description, responsible_id, \
             advances_short_term, advances_long_term, status, progress_percent, due_on, created_at, updated_at, \
             version, counted_version) \
             values ($1, $2, $3, 'development', $4, $5, $6, $7, $8, 'not_started', 0, $9, $10, $10, 1, 1)",
        )
        .bind(tenant.0)
        .bind(id)
        .bind(plan)
        .bind(&input.title)
        .bind(&input.description)
        .bind(owner)
        .bind(advances("short_term"))
        .bind(advances("long_term"))
        .bind(input.due_on)
        .bind(now)
        .execute(&mut *txn)
        .await
        .map_err(failed)?;
        sqlx::query(INSERT_EVENT)
            .bind(tenant.0)
            .bind(service.ids.next::<Uuid>())
            .bind("groundwork.action_item.created.v1")
            .bind(format!("action-items/{id}"))
            .bind(json!({ "plan_id": plan, "action_item_id": id }).to_string())
            .bind(now)
            .execute(&mut *txn)
            .await
            .map_err(failed)?;
        owner
    });
    Ok(HttpResponse::Created().json(json!({
        "id": id, "plan_id": plan, "kind": "development", "title": input.title, "description": input.description,
        "responsible_id": owner, "development_area_id": null, "advances": input.advances,
        "supports_action_item_id": null, "status": "not_started", "progress_percent": 0, "starts_on": null,
        "due_on": input.due_on, "support_needed": null, "completed_at": null, "last_progress_at": null,
        "created_at": now, "updated_at": now, "version": 1,
    })))
}

#[derive(Deserialize)]
struct RecordProgress {
    progress_percent: i32,
    note: Option<String>,
}

#[post("/v1/action-items/{id}/progress")]
async fn record_progress(
    tenant: Tenant,
    item: Path<Uuid>,
    Json(input): Json<RecordProgress>,
    service: Data<Service>,
) -> Result<HttpResponse> {
    let (now, id, item): (_, Uuid, _) = (service.clock.now(), service.ids.next(), *item);
    changing!(service, txn => {
        let plan = sqlx::query_scalar(
            "update action_items set status = 'in_progress', progress_percent = $3, last_progress_at = $4, \
             shared_progress_at = $4, updated_at = $4, version = version + 1, counted_version = version + 1 \
             where tenant_id = $1 and id = $2 returning plan_id",
        )
        .bind(tenant.0)
        .bind(item)
        .bind(input.progress_percent)
        .bind(now)
        .fetch_optional(&mut *txn)
        .await
        .map_err(failed)?;
        let plan: Uuid = plan.ok_or_else(|| ErrorNotFound("no such action item"))?;
        sqlx::query(
            "insert into progress_updates (tenant_id, id, action_item_id, status, progress_percent, note, recorded_at) \
             values ($1, $2, $3, 'in_progress', $4, $5, $6)",
        )
        .bind(tenant.0)
        .bind(id)
        .bind(item)
        .bind(input.progress_percent)
        .bind(&input.note)
        .bind(now)
        .execute(&mut *txn)
        .await
        .map_err(failed)?;
        sqlx::query(INSERT_EVENT)
            .bind(tenant.0)
            .bind(service.ids.next::<Uuid>())
            .bind("groundwork.action_item.progressed.v1")
            .bind(format!("action-items/{item}"))
            .bind(json!({ "plan_id": plan, "action_item_id": item }).to_string())
            .bind(now)
            .execute(&mut *txn)
            .await
            .map_err(failed)?;
    });
    Ok(HttpResponse::Created().json(json!({
        "id": id, "action_item_id": item, "author_id": null, "status": "in_progress",
        "progress_percent": input.progress_percent, "note": input.note, "recorded_at": now,
    })))
}

fn failed(error: sqlx::Error) -> actix_web::Error {
    ErrorInternalServerError(error)
}

/// SQLite as durable as the service has it: each commit waits for the disk.
async fn connect(url: &str) -> sqlx::Result<Database> {
    if !url.starts_with("sqlite:") {
        let pool = PgPoolOptions::new().max_connections(CONNECTIONS).test_before_acquire(false);
        return Ok(Database::Postgres(pool.connect_with(PgConnectOptions::from_str(url)?).await?));
    }
    let options = SqliteConnectOptions::from_str(url)?
        .foreign_keys(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let pool = |connections| SqlitePoolOptions::new().max_connections(connections).test_before_acquire(false);
    let write = pool(1).connect_with(options.clone()).await?;
    Ok(Database::Sqlite { read: pool(CONNECTIONS).connect_with(options).await?, write })
}

#[actix_web::main]
async fn main() -> anyhow::Result<()> {
    let Bare { bind, database_url, auth_hs256_secret } = Bare::parse();
    let clock = Clock::system();
    let service = Data::new(Service {
        key: DecodingKey::from_secret(auth_hs256_secret.as_bytes()),
        validation: Validation::new(Algorithm::HS256),
        ids: Ids::new(clock.clone()),
        clock,
        database: connect(&database_url).await?,
    });
    HttpServer::new(move || {
        App::new()
            .app_data(service.clone())
            .service(read_plan)
            .service(list_plans)
            .service(create_action_item)
            .service(record_progress)
    })
    .bind(bind)?
    .run()
    .await?;
    Ok(())
}
