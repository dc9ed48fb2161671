//! NDJSON: an object a line. Lists of any length are sent so while they are read, and imports read while they
//! arrive.

use actix_web::{HttpRequest, HttpResponse, Responder, web::Bytes};
use futures_util::{StreamExt, TryStreamExt, future::ready, stream};
use serde::Serialize;
use tracing::Instrument;

use super::{
    import::{MAX_BYTES, Row},
    page::{DEFAULT_LIMIT, MAX_LIMIT, Page},
    problem::{Fault, Kind, Problem},
    time_limit, wants,
};
use crate::auth::{Caller, Identity, permissions::Right};

pub const MEDIA_TYPE: &str = "application/x-ndjson";

/// Answers with a page of a list, or, for a service whose `Accept` asks for NDJSON, with all of it.
///
/// The whole is sent a page at a time, and the next page read when there is room for it: nothing is held in
/// between but a page. A list that cannot be read to its end breaks off, without the end that HTTP gives a
/// body.
pub async fn list<S: 'static, T: Serialize + 'static>(
    request: &HttpRequest,
    mut caller: Caller<S>,
    cursor: Option<String>,
    limit: Option<u32>,
    page: impl AsyncFn(&Identity, Option<String>, u32) -> Result<Page<T>, Problem> + 'static,
) -> Result<HttpResponse, Problem> {
    if !wants(request.headers(), MEDIA_TYPE) {
        let page = page(&caller, cursor, limit.unwrap_or(DEFAULT_LIMIT)).await?;
        return Ok(page.respond_to(request));
    }
    caller.require(Right::ReadWholeLists, "this is for services; others read application/json, in pages")?;
    let given = [("/limit", limit.is_some()), ("/cursor", cursor.is_some())];
    let faults = given.into_iter().filter(|(_, given)| *given);
    let faults: Vec<Fault> =
        faults.map(|(name, _)| Fault::new(name, "is for pages; NDJSON has the whole list")).collect();
    if !faults.is_empty() {
        return Err(Problem::invalid(Kind::InvalidQuery, faults));
    }
    let first = page(&caller, None, MAX_LIMIT).await?;
    caller.release_permit();
    let begin = stream::once(ready(lines(&first.items)));
    let (span, wait) = (tracing::Span::current(), time_limit(request));
    let rest = stream::try_unfold((first.next_cursor, page, caller), move |(cursor, page, caller)| {
        let next = async move {
            let Some(cursor) = cursor else { return Ok(None) };
            let _permit = caller.acquire_permit().await?;
            let next = tokio::time::timeout(wait, page(&caller, Some(cursor), MAX_LIMIT)).await;
            let next = next.map_err(|_| Problem::internal("a page of a list took too long"))??;
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

/// Reads objects, each on a line of its own. Blank lines count for nothing.
#[derive(Debug, Default)]
pub struct Lines {
    line: Vec<u8>,
    too_long: bool,
    has_rows: bool,
}

impl Lines {
    /// The rows that end within `bytes`, which come next.
    pub fn read(&mut self, bytes: &[u8]) -> Vec<Row> {
        let mut rows = Vec::new();
        for piece in bytes.split_inclusive(|byte| *byte == b'\n') {
            if self.line.len() + piece.len() <= MAX_BYTES {
                self.line.extend_from_slice(piece);
            } else {
                self.too_long = true;
                self.line.clear();
            }
            if piece.ends_with(b"\n") {
                rows.extend(self.end());
            }
        }
        rows
    }

    /// The row that ends here, unless the line is blank.
    pub fn end(&mut self) -> Option<Row> {
        let line = std::mem::take(&mut self.line);
        let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&line).trim_ascii();
        let too_long = std::mem::take(&mut self.too_long);
        if line.is_empty() && !too_long {
            return None;
        }
        self.has_rows = true;
        if too_long {
            return Some(Row::unreadable(format!("must have at most {MAX_BYTES} bytes")));
        }
        Some(match serde_json::from_slice(line) {
            Ok(fields) => Row { fields: Some(fields), faults: Vec::new() },
            Err(error) => Row::unreadable(format!("is not JSON: {error}")),
        })
    }

    /// Whether there has been no row.
    pub fn is_empty(&self) -> bool {
        !self.has_rows
    }
}
