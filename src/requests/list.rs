//! Lists: one page as JSON, or for services the whole list as a stream of NDJSON.

use actix_web::{HttpRequest, HttpResponse, Responder, web::Bytes};
use futures_util::{StreamExt, TryStreamExt, future::ready, stream};
use serde::Serialize;
use tracing::Instrument;

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
///
/// The whole list is read a page at a time, each when the client has received the one before, so that memory holds one
/// page at most. If the stream fails midway, the connection is closed without the final chunk, and the HTTP client
/// reports an error.
pub async fn list<S: 'static, T: Serialize + 'static>(
    request: &HttpRequest,
    mut caller: Caller<S>,
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
    let first = page(&caller, None, MAX_LIMIT).await?;
    // Each page takes its own permit: a slow client must not block the caller's other requests.
    caller.release_permit();
    let begin = stream::once(ready(lines(&first.items)));
    let (span, wait) = (tracing::Span::current(), time_limit(request));
    let rest = stream::try_unfold((first.next_cursor, page, caller), move |(cursor, page, caller)| {
        let next = async move {
            let Some(cursor) = cursor else { return Ok(None) };
            let _permit = caller.acquire_permit().await?;
            let next = tokio::time::timeout(wait, page(&caller, Some(cursor.into()), MAX_LIMIT)).await;
            let next = next.map_err(|_| Problem::internal("reading a page of a list took too long"))??;
            Ok(Some((lines(&next.items)?, (next.next_cursor, page, caller))))
        };
        next.instrument(span.clone())
    });
    let whole = begin.chain(rest).map_err(actix_web::Error::from);
    Ok(HttpResponse::Ok().content_type(MEDIA_TYPE).streaming(whole))
}

fn lines<T: Serialize>(items: &[T]) -> Result<Bytes, Problem> {
    let mut lines = Vec::new();
    for item in items {
        serde_json::to_writer(&mut lines, item).map_err(Problem::internal)?;
        lines.push(b'\n');
    }
    Ok(lines.into())
}
