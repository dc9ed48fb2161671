//! Lists: one page as JSON, or for services the whole list as a stream of NDJSON.

use actix_web::{HttpRequest, HttpResponse, Responder, web::Bytes};
use futures_util::{Stream, StreamExt, TryStreamExt, future::ready, stream};
use serde::Serialize;
use tracing::Instrument;

use super::names::Namer;
use crate::{
    auth::{Caller, Identity, permissions::Right},
    http::{
        FieldError, Page, Paging, Problem, ProblemKind,
        ndjson::MEDIA_TYPE,
        page::{DEFAULT_LIMIT, MAX_LIMIT},
        time_limit, wants,
    },
};

/// Returns a page of a list, or the whole list if a service's `Accept` asks for NDJSON.
pub async fn list<S: 'static, T: Serialize + 'static>(
    request: &HttpRequest,
    caller: Caller<S>,
    Paging { limit, cursor }: Paging,
    page: impl AsyncFn(&Identity, Option<String>, u32) -> Result<Page<T>, Problem> + 'static,
) -> Result<HttpResponse, Problem> {
    if !wants(request, MEDIA_TYPE) {
        let page = page(&caller, cursor, limit.unwrap_or(DEFAULT_LIMIT)).await?;
        return Ok(page.respond_to(request));
    }
    caller.require(Right::ReadWholeLists)?;
    let given = [("/limit", limit.is_some()), ("/cursor", cursor.is_some())];
    let faults = given.into_iter().filter(|(_, given)| *given);
    let faults: Vec<FieldError> = faults
        .map(|(name, _)| FieldError::new(name, "is not allowed with NDJSON, which returns the whole list"))
        .collect();
    if !faults.is_empty() {
        return Err(Problem::invalid(ProblemKind::InvalidQuery, faults));
    }
    ndjson(request, caller, page).await
}

/// Returns the whole list as NDJSON, for callers who have the right to that.
pub async fn export<S: 'static, T: Serialize + 'static>(
    request: &HttpRequest,
    caller: Caller<S>,
    right: Right,
    page: impl AsyncFn(&Identity, Option<String>, u32) -> Result<Page<T>, Problem> + 'static,
) -> Result<HttpResponse, Problem> {
    caller.require(right)?;
    ndjson(request, caller, page).await
}

async fn ndjson<S: 'static, T: Serialize + 'static>(
    request: &HttpRequest,
    caller: Caller<S>,
    page: impl AsyncFn(&Identity, Option<String>, u32) -> Result<Page<T>, Problem> + 'static,
) -> Result<HttpResponse, Problem> {
    let whole = stream_whole(request, caller, page, |items, _| lines(items)).await?;
    Ok(HttpResponse::Ok().content_type(MEDIA_TYPE).streaming(whole))
}

/// Reads a whole list a page at a time, each when the client has received the one before, so that memory holds one page
/// at most. `encode` gets the items of a page, and whether it is the first. If the stream fails midway, the connection
/// is closed without the final chunk, and the HTTP client reports an error.
pub async fn stream_whole<S: 'static, T: 'static>(
    request: &HttpRequest,
    mut caller: Caller<S>,
    page: impl AsyncFn(&Identity, Option<String>, u32) -> Result<Page<T>, Problem> + 'static,
    encode: impl Fn(&[T], bool) -> Result<Bytes, Problem> + 'static,
) -> Result<impl Stream<Item = Result<Bytes, actix_web::Error>> + 'static, Problem> {
    let first = page(&caller, None, MAX_LIMIT).await?;
    // Each page takes its own permit: a slow client must not block the caller's other requests.
    caller.release_permit();
    let namer = Namer::of(request).ok_or_else(|| Problem::internal("a stream without a caller"))?;
    let begin = stream::once(ready(namer.name(encode(&first.items, true)?).await));
    let (span, wait) = (tracing::Span::current(), time_limit(request));
    let start = (first.next_cursor, page, caller, encode, namer);
    let rest = stream::try_unfold(start, move |(cursor, page, caller, encode, namer)| {
        let next = async move {
            let Some(cursor) = cursor else { return Ok(None) };
            let _permit = caller.acquire_permit().await?;
            let next = tokio::time::timeout(wait, page(&caller, Some(cursor.into()), MAX_LIMIT)).await;
            let next = next.map_err(|_| Problem::internal("reading a page of a list took too long"))??;
            let part = namer.name(encode(&next.items, false)?).await?;
            Ok(Some((part, (next.next_cursor, page, caller, encode, namer))))
        };
        next.instrument(span.clone())
    });
    Ok(begin.chain(rest).map_err(actix_web::Error::from))
}

fn lines<T: Serialize>(items: &[T]) -> Result<Bytes, Problem> {
    let mut lines = Vec::new();
    for item in items {
        serde_json::to_writer(&mut lines, item).map_err(Problem::internal)?;
        lines.push(b'\n');
    }
    Ok(lines.into())
}
