//! The calendar of one discussion, and a person's calendar with an address of its own, which needs no token.
//!
//! The address contains the tenant and 32 random bytes. Only its SHA-256 is stored; the address is shown once. Logs,
//! metrics and traces name the route, not the path.

use actix_web::{
    HttpMessage, HttpRequest,
    http::header::EntityTag,
    web::{Data, Path as Segments},
};
use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::{DateTime, Days, Utc};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use utoipa::ToSchema;
use uuid::Uuid;

use super::{
    access::{DiscussionAccess, Sight},
    calendar::{MEDIA_TYPE, calendar},
    error::DiscussionError,
    store::{self, Appointment},
};
use crate::{
    auth::{
        Caller,
        permissions::Right,
        scope::{PlansRead, PlansWrite},
    },
    db::Read,
    entity::{calendar_address, discussion, person},
    http::{Empty, Path, Post, Problem, PublicUrl, Reply, idempotency::hex},
    ids::{DiscussionId, PersonId, TenantId},
    record::Event,
    requests::KeptReply,
    state::State,
};

/// Bytes of the tenant's id, and of the random part.
const TENANT: usize = 16;
const RANDOM: usize = 32;

/// How long a calendar shows what is over.
const KEPT: Days = Days::new(90);

/// The address of the caller's calendar.
#[derive(Debug, Serialize, ToSchema)]
pub struct CalendarAddress {
    /// The address, to subscribe to in a calendar program. Anyone who has it can read the calendar. It is returned only
    /// once, by the request that makes it: store it. A path, if the service does not know its public URL.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(
        nullable = false,
        max_length = 2000,
        example = "https://groundwork.example.com/v1/calendar/rz3….ics"
    )]
    pub address: Option<String>,
    pub created_at: DateTime<Utc>,
}

/// The tenant of a secret; the nil UUID, which no tenant has, for what cannot be one: it is looked up all the same.
fn tenant_of(secret: &str) -> TenantId {
    let tenant = || {
        let bytes = BASE64_URL_SAFE_NO_PAD.decode(secret).ok()?;
        let (tenant, random) = bytes.split_at_checked(TENANT)?;
        if random.len() == RANDOM { Uuid::from_slice(tenant).ok().map(TenantId) } else { None }
    };
    tenant().unwrap_or(TenantId(Uuid::nil()))
}

fn digest(secret: &str) -> String {
    hex(&Sha256::digest(secret))
}

/// Whether an address has the secret with this digest.
pub fn is_of(address: &str, digest_of_secret: &str) -> bool {
    let secret = address.rsplit('/').next().and_then(|file| file.strip_suffix(".ics"));
    secret.is_some_and(|secret| digest(secret) == digest_of_secret)
}

/// A response with a calendar. Its entity tag is a digest of it: calendar programs ask often, and mostly in vain.
fn reply(text: String) -> Reply {
    let tag = EntityTag::new_strong(hex(&Sha256::digest(&text)).chars().take(32).collect());
    Reply::text(MEDIA_TYPE, text).with_etag(tag)
}

/// Read a discussion's calendar
///
/// Returns the discussion as an iCalendar event, with its title, times and place, to add to a calendar. A later version
/// has the same `UID`, a later `DTSTAMP`, and if the times have changed a higher `SEQUENCE`; a cancelled discussion has
/// the status `CANCELLED`. The plan's owner and manager, acting managers and delegates may read it.
#[utoipa::path(
    get,
    path = "/discussions/{discussion_id}/calendar.ics",
    tag = "discussions",
    security(("bearer" = ["plans:read"])),
    responses((
        status = 200,
        description = "The calendar",
        content_type = "text/calendar",
        body = String,
        headers(("ETag" = String, description = "The version of the calendar")),
    )),
)]
pub async fn read_discussion_calendar(
    caller: Caller<PlansRead>,
    discussion_id: Path<DiscussionId>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let db = state.db.reader(caller.tenant);
    let access = DiscussionAccess::read(&db, &caller, discussion_id.0).await?;
    access.require(Right::Discuss)?;
    let discussion = access.discussion().clone();
    let other = if caller.is(access.plan().owner_id()) {
        discussion.manager_id
    } else {
        Some(access.plan().owner_id())
    };
    let with_name = match other {
        Some(other) => db.row::<person::Entity>(other).await?.map(|person| person.display_name),
        None => None,
    };
    let discussion::Model {
        id,
        status,
        starts_at,
        ends_at,
        time_zone,
        location,
        sequence,
        created_at,
        updated_at,
        ..
    } = discussion;
    let appointment = Appointment {
        id,
        status,
        starts_at,
        ends_at,
        time_zone,
        sequence,
        // The place changes without a new sequence.
        sequenced_at: updated_at,
        created_at,
        with_name,
    };
    let location = location.filter(|_| access.sight() == Sight::Whole);
    Ok(reply(calendar(&[appointment], location.as_deref()).map_err(Problem::internal)?))
}

/// Read the caller's calendar address
///
/// Returns when the caller's calendar address was made, without the address itself; 404 if there is none.
#[utoipa::path(
    get,
    path = "/me/calendar",
    tag = "discussions",
    security(("bearer" = ["plans:read"])),
    responses(
        (status = 200, description = "The address, which is not shown again", body = CalendarAddress),
        (status = 404, description = "There is no address"),
    ),
)]
pub async fn read_calendar_address(caller: Caller<PlansRead>, state: Data<State>) -> Result<Reply, Problem> {
    let db = state.db.reader(caller.tenant);
    let row = db.row::<calendar_address::Entity>(caller.person()?).await?;
    let row = row.ok_or(DiscussionError::NoAddress)?;
    Reply::ok(&CalendarAddress { address: None, created_at: row.created_at })
}

/// Make a calendar address
///
/// Makes an address at which calendar programs read the caller's discussions without a token: titles and times alone.
/// It is shown only in this response: store it. An earlier address of the caller ends.
#[utoipa::path(
    post,
    path = "/me/calendar",
    tag = "discussions",
    request_body = Empty,
    security(("bearer" = ["plans:write"])),
    responses((status = 201, description = "The address", body = CalendarAddress)),
)]
pub async fn create_calendar_address(
    caller: Caller<PlansWrite>,
    post: Post<Empty>,
    public_url: Data<PublicUrl>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let person_id = caller.person()?;
    let Empty {} = post.input.read()?;
    state
        .change(&caller, post.key, async |txn| {
            let mut bytes = caller.tenant.0.as_bytes().to_vec();
            bytes.resize(TENANT + RANDOM, 0);
            let random = bytes.get_mut(TENANT..).unwrap_or_default();
            getrandom::fill(random).map_err(Problem::internal)?;
            let secret = BASE64_URL_SAFE_NO_PAD.encode(&bytes);
            let row = calendar_address::Model {
                tenant_id: caller.tenant,
                person_id,
                digest: digest(&secret),
                created_at: txn.now(),
            };
            txn.upsert_all(vec![row]).await?;
            txn.record(Event::CalendarAddressCreated(person_id));
            let address = format!("{}/v1/calendar/{secret}.ics", public_url.0);
            let shown = CalendarAddress { address: Some(address.clone()), created_at: txn.now() };
            let reply = Reply::created("/v1/me/calendar".into(), &shown)?;
            Ok(KeptReply::<CalendarAddress>::new(person_id, reply).with_secret(address))
        })
        .await
}

/// Revoke the caller's calendar address
///
/// Ends the caller's calendar address at once.
#[utoipa::path(
    delete,
    path = "/me/calendar",
    tag = "discussions",
    security(("bearer" = ["plans:write"])),
    responses(
        (status = 204, description = "The address was revoked"),
        (status = 404, description = "There is no address"),
    ),
)]
pub async fn delete_calendar_address(
    caller: Caller<PlansWrite>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let person = caller.person()?;
    state
        .update(&caller, async |txn| {
            let row = txn.row_for_update::<calendar_address::Entity>(person).await?;
            let row = row.ok_or(DiscussionError::NoAddress)?;
            txn.delete(row)?;
            txn.record(Event::CalendarAddressRevoked(person));
            Ok(Reply::no_content())
        })
        .await
}

/// Read a calendar
///
/// Returns the discussions of the person whose address this is, as iCalendar events with titles and times alone: those
/// to come, and those of the last 90 days. The secret in the path is all that is needed. An address that was revoked or
/// replaced is 404, and so is that of a person who is inactive.
#[utoipa::path(
    get,
    path = "/calendar/{secret}.ics",
    tag = "discussions",
    security(()),
    params(("secret" = String, Path, max_length = 100, description = "The secret in the address that was made")),
    responses((
        status = 200,
        description = "The calendar",
        content_type = "text/calendar",
        body = String,
        headers(("ETag" = String, description = "The version of the calendar")),
    )),
)]
pub async fn read_calendar(
    request: HttpRequest,
    secret: Segments<String>,
    state: Data<State>,
) -> Result<Reply, Problem> {
    let _permit = state.authenticator.admit_reader_of_calendar().await?;
    let db = state.db.reader(tenant_of(&secret));
    let found: Option<PersonId> = store::find_person_of(&db, &digest(&secret)).await?;
    let person = found.ok_or(DiscussionError::NoCalendar)?;
    if let Some(status) = state.authenticator.limit_calendar(db.tenant(), person)? {
        request.extensions_mut().insert(status);
    }
    let now = state.clock.now();
    let from = now.checked_sub_days(KEPT).unwrap_or(now);
    let appointments = store::list_appointments(&db, person, now, from).await?;
    Ok(reply(calendar(&appointments, None).map_err(Problem::internal)?))
}
