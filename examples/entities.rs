//! What `scripts/bench` compares the service with: the same requests by sea-orm's entities and pools, as one would
//! write them at first. It verifies the tokens and sends as much, but decides nothing: no rule, no role, no
//! revision, no progress is looked at.

use std::net::SocketAddr;

use actix_web::{
    App, HttpRequest, HttpResponse, HttpServer, Result,
    error::{ErrorInternalServerError, ErrorNotFound, ErrorUnauthorized},
    get,
    http::header,
    post,
    web::{Data, Json, Path, Query},
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::{DateTime, NaiveDate, Utc};
use clap::Parser;
use groundwork::{
    auth::token::Verifier,
    clock::Clock,
    config::AuthConfig,
    entity::{
        action_item::{self, ActionItemKind, ActionItemStatus},
        event, plan, progress_update,
    },
    ids::{ActionItemId, EventId, Ids, PersonId, PlanId, TenantId},
};
use sea_orm::{
    ActiveModelTrait,
    ActiveValue::{NotSet, Set},
    ColumnTrait, ConnectOptions, Database, DatabaseConnection, DatabaseTransaction, DbErr, EntityTrait,
    IntoActiveModel, QueryFilter, QueryOrder, QuerySelect, SqliteTransactionMode, TransactionOptions,
    TransactionTrait,
    sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous},
};
use serde::{Deserialize, Serialize};
use serde_json::{json, value::RawValue};

#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[derive(Parser)]
struct Entities {
    #[arg(long)]
    bind: SocketAddr,
    #[arg(long)]
    database_url: String,
    #[command(flatten)]
    auth: AuthConfig,
}

struct Service {
    verifier: Verifier,
    clock: Clock,
    ids: Ids,
    read: DatabaseConnection,
    write: DatabaseConnection,
}

impl Service {
    async fn tenant(&self, request: &HttpRequest) -> Result<TenantId> {
        let token = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
        let token = token.and_then(|value| value.strip_prefix("Bearer ")).unwrap_or_default();
        let claims = self.verifier.verify(token).await.map_err(ErrorUnauthorized)?;
        Ok(TenantId::of(&claims.tenant))
    }

    async fn begin(&self) -> Result<DatabaseTransaction, DbErr> {
        let sqlite_transaction_mode = Some(SqliteTransactionMode::Immediate);
        self.write
            .begin_with_options(TransactionOptions { sqlite_transaction_mode, ..Default::default() })
            .await
    }

    fn event(&self, item: &action_item::Model, event_type: &str, now: DateTime<Utc>) -> event::ActiveModel {
        let event = event::Model {
            tenant_id: item.tenant_id,
            id: self.ids.next::<EventId>(),
            event_type: event_type.to_owned(),
            subject: format!("action-items/{}", item.id),
            actor_id: None,
            data: json!({ "plan_id": item.plan_id, "action_item_id": item.id }).to_string(),
            occurred_at: now,
            in_feed: true,
            traceparent: None,
            position: None,
        };
        event::ActiveModel { position: NotSet, ..event.into_active_model() }
    }
}

#[derive(Serialize)]
struct Plan {
    id: PlanId,
    owner_id: PersonId,
    title: String,
    starts_on: NaiveDate,
    ends_on: NaiveDate,
    status: plan::PlanStatus,
    answers: Box<RawValue>,
    created_at: DateTime<Utc>,
    updated_at: DateTime<Utc>,
    version: i64,
}

impl TryFrom<plan::Model> for Plan {
    type Error = actix_web::Error;

    fn try_from(plan: plan::Model) -> Result<Self> {
        Ok(Self {
            id: plan.id,
            owner_id: plan.owner_id,
            title: plan.title,
            starts_on: plan.starts_on,
            ends_on: plan.ends_on,
            status: plan.status,
            answers: RawValue::from_string(plan.answers)?,
            created_at: plan.created_at,
            updated_at: plan.updated_at,
            version: plan.version,
        })
    }
}

#[get("/v1/plans/{id}")]
async fn read_plan(request: HttpRequest, id: Path<PlanId>, service: Data<Service>) -> Result<Json<Plan>> {
    let tenant = service.tenant(&request).await?;
    let plan = plan::Entity::find_by_id((tenant, *id)).one(&service.read).await.map_err(failed)?;
    Ok(Json(plan.ok_or_else(|| ErrorNotFound("no such plan"))?.try_into()?))
}

#[derive(Deserialize)]
struct ListPlans {
    limit: u64,
    cursor: Option<String>,
}

#[get("/v1/plans")]
async fn list_plans(
    request: HttpRequest,
    query: Query<ListPlans>,
    service: Data<Service>,
) -> Result<Json<Vec<Plan>>> {
    let tenant = service.tenant(&request).await?;
    let mut plans = plan::Entity::find().filter(plan::Column::TenantId.eq(tenant));
    let cursor = query.cursor.as_deref().and_then(|cursor| BASE64_URL_SAFE_NO_PAD.decode(cursor).ok());
    if let Some((_, after)) =
        cursor.and_then(|key| serde_json::from_slice::<(Option<String>, PlanId)>(&key).ok())
    {
        plans = plans.filter(plan::Column::Id.gt(after));
    }
    let plans = plans.order_by_asc(plan::Column::Id).limit(query.limit).all(&service.read).await;
    plans.map_err(failed)?.into_iter().map(Plan::try_from).collect::<Result<_>>().map(Json)
}

#[derive(Deserialize)]
struct CreateActionItem {
    title: String,
    description: Option<String>,
    due_on: Option<NaiveDate>,
}

#[post("/v1/plans/{id}/action-items")]
async fn create_action_item(
    request: HttpRequest,
    id: Path<PlanId>,
    input: Json<CreateActionItem>,
    service: Data<Service>,
) -> Result<HttpResponse> {
    let tenant = service.tenant(&request).await?;
    let input = input.into_inner();
    let txn = service.begin().await.map_err(failed)?;
    let plan = plan::Entity::find_by_id((tenant, *id)).lock_exclusive().one(&txn).await.map_err(failed)?;
    let plan = plan.ok_or_else(|| ErrorNotFound("no such plan"))?;
    let now = service.clock.now();
    let item = action_item::Model {
        tenant_id: tenant,
        id: service.ids.next(),
        plan_id: plan.id,
        kind: ActionItemKind::Development,
        title: input.title,
        description: input.description,
        responsible_id: plan.owner_id,
        development_area_id: None,
        advances_short_term: true,
        advances_long_term: false,
        supports_action_item_id: None,
        status: ActionItemStatus::NotStarted,
        progress_percent: 0,
        starts_on: None,
        due_on: input.due_on,
        overdue_from: None,
        support_needed: None,
        completed_at: None,
        last_progress_at: None,
        created_at: now,
        updated_at: now,
        version: 1,
        reminder_at: None,
        reminders_given: 0,
        shared_progress_at: None,
        counted_version: 0,
    };
    let item = item.into_active_model().insert(&txn).await.map_err(failed)?;
    let event = service.event(&item, "groundwork.action_item.created.v1", now);
    event.insert(&txn).await.map_err(failed)?;
    txn.commit().await.map_err(failed)?;
    Ok(HttpResponse::Created().json(json!({
        "id": item.id, "plan_id": item.plan_id, "title": item.title, "description": item.description,
        "responsible_id": item.responsible_id, "status": item.status, "due_on": item.due_on, "version": item.version,
    })))
}

#[derive(Deserialize)]
struct RecordProgress {
    progress_percent: i32,
    note: Option<String>,
}

#[post("/v1/action-items/{id}/progress")]
async fn record_progress(
    request: HttpRequest,
    id: Path<ActionItemId>,
    input: Json<RecordProgress>,
    service: Data<Service>,
) -> Result<HttpResponse> {
    let tenant = service.tenant(&request).await?;
    let input = input.into_inner();
    let txn = service.begin().await.map_err(failed)?;
    let item = action_item::Entity::find_by_id((tenant, *id)).lock_exclusive().one(&txn).await;
    let item = item.map_err(failed)?.ok_or_else(|| ErrorNotFound("no such item"))?;
    let now = service.clock.now();
    let update = progress_update::Model {
        tenant_id: tenant,
        id: service.ids.next(),
        action_item_id: item.id,
        author_id: None,
        status: ActionItemStatus::InProgress,
        progress_percent: input.progress_percent,
        note: input.note,
        recorded_at: now,
        while_draft: false,
    };
    let update = update.into_active_model().insert(&txn).await.map_err(failed)?;
    let event = service.event(&item, "groundwork.action_item.progressed.v1", now);
    event.insert(&txn).await.map_err(failed)?;
    let version = item.version + 1;
    let mut item = item.into_active_model();
    item.status = Set(ActionItemStatus::InProgress);
    item.progress_percent = Set(input.progress_percent);
    item.last_progress_at = Set(Some(now));
    item.shared_progress_at = Set(Some(now));
    item.updated_at = Set(now);
    item.version = Set(version);
    item.update(&txn).await.map_err(failed)?;
    txn.commit().await.map_err(failed)?;
    Ok(HttpResponse::Created().json(json!({
        "id": update.id, "action_item_id": update.action_item_id, "status": update.status,
        "progress_percent": update.progress_percent, "note": update.note, "recorded_at": update.recorded_at,
    })))
}

fn failed(error: DbErr) -> actix_web::Error {
    ErrorInternalServerError(error)
}

/// SQLite as the service has it: one connection that writes.
async fn connect(url: &str, connections: u32) -> Result<DatabaseConnection, DbErr> {
    let mut options = ConnectOptions::new(url);
    options.max_connections(connections).sqlx_logging(false);
    options.map_sqlx_sqlite_opts(|sqlite: SqliteConnectOptions| {
        sqlite.foreign_keys(true).journal_mode(SqliteJournalMode::Wal).synchronous(SqliteSynchronous::Full)
    });
    Database::connect(options).await
}

#[actix_web::main]
async fn main() -> anyhow::Result<()> {
    let Entities { bind, database_url, auth } = Entities::parse();
    let read = connect(&database_url, 8).await?;
    let write =
        if database_url.starts_with("sqlite:") { connect(&database_url, 1).await? } else { read.clone() };
    let clock = Clock::system();
    let verifier = Verifier::new(&auth, clock.clone())?;
    let service = Data::new(Service { verifier, ids: Ids::new(clock.clone()), clock, read, write });
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
