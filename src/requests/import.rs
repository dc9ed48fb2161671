//! Imports: the rows of a body are read and applied in batches while it arrives, and each row gets its own result.

use actix_web::{HttpRequest, web};
use serde::Serialize;
use serde_json::{Value, json};

use super::{
    change::StreamingRequest,
    kept::{Kept, KeptReply},
};
use crate::{
    auth::Identity,
    http::{
        FieldError, Problem, ProblemKind, Reply,
        body::{BodyError, BodyReader, declared_size},
        ndjson::Row,
        problem::first_errors,
    },
    record::Change,
    state::State,
};

/// Maximum rows of one import.
pub const MAX_ROWS: usize = 10_000;

/// Rows per batch. A batch takes about as many SQL statements as a single row.
pub const BATCH: usize = 500;

/// Maximum bytes of the rows of a result that are kept for a repeated request.
const MAX_KEPT_BYTES: usize = 256 * 1024;

/// Maximum bytes of the body of an import.
#[derive(Clone, Copy, Debug)]
pub struct ImportLimit(pub usize);

/// Why an import was stopped.
#[derive(Debug, PartialEq, thiserror::Error)]
pub enum ImportError {
    #[error("send Content-Type: {0}")]
    UnknownFormat(&'static str),
    #[error("there is nothing to import: send {0}")]
    Empty(&'static str),
    #[error("an import has at most {MAX_ROWS} rows; {}", so_far(*applied))]
    TooManyRows { applied: usize },
    #[error("an import has at most {limit} bytes; {}", so_far(*applied))]
    TooLarge { limit: usize, applied: usize },
}

fn so_far(applied: usize) -> String {
    match applied {
        0 => "nothing has been applied, send the rows in several calls".into(),
        _ => format!("the first {applied} rows have been applied, send the others in another call"),
    }
}

impl From<ImportError> for Problem {
    fn from(error: ImportError) -> Self {
        let kind = match &error {
            ImportError::UnknownFormat(_) => ProblemKind::UnsupportedMediaType,
            ImportError::Empty(_) => ProblemKind::InvalidBody,
            ImportError::TooManyRows { .. } | ImportError::TooLarge { .. } => ProblemKind::BodyTooLarge,
        };
        Problem::new(kind, error.to_string())
    }
}

/// One kind of import: parses rows and applies them.
pub(crate) trait Import {
    /// Adds the next bytes of the body, and returns the rows that are complete.
    fn read(&mut self, bytes: &[u8]) -> Result<Vec<Row>, Problem>;

    /// Returns the last row, if it ends with the body rather than with a line break.
    fn end(&mut self) -> Result<Vec<Row>, Problem>;

    /// Adds the next row. Returns whether there is a full batch to apply.
    fn add(&mut self, row: Row) -> bool;

    /// Applies a full batch and commits it.
    async fn apply(&mut self) -> Result<(), Problem>;

    /// How many rows have been committed.
    fn applied(&self) -> usize;

    /// The result of the import.
    type Result: Kept<Id = ()> + Serialize;

    /// Applies the remaining rows. Returns their transaction, which the caller commits, and the result.
    async fn finish(self) -> Result<(Change, Self::Result), Problem>;
}

/// Reads the whole body of a request and imports its rows. With an `Idempotency-Key`, a repeated request gets the
/// result that was kept.
pub(crate) async fn carry_out(
    state: &State,
    caller: &Identity,
    request: &HttpRequest,
    body: web::Payload,
    ImportLimit(limit): ImportLimit,
    mut import: impl Import,
) -> Result<Reply, Problem> {
    if declared_size(request).is_some_and(|size| size > limit) {
        return Err(ImportError::TooLarge { limit, applied: 0 }.into());
    }
    let mut body = BodyReader::of(request, body.into_inner(), limit)?;
    // Part of the body stays in memory, as rows, and so do their outcomes.
    let mut memory = caller.body_memory();
    memory.grow(MAX_OUTCOME_BYTES)?;
    let permit = caller.acquire_permit().await?;
    let mut streaming = state.begin_streaming(caller, request).await?;
    drop(permit);
    let mut rows_left = MAX_ROWS;
    loop {
        let bytes = match body.next().await {
            Ok(Some(bytes)) => bytes,
            Ok(None) => break,
            Err(BodyError::TooLarge) => {
                return Err(ImportError::TooLarge { limit, applied: import.applied() }.into());
            }
            Err(error) => return Err(error.into()),
        };
        memory.grow(bytes.len())?;
        streaming.read(&bytes);
        if !streaming.is_answered() {
            let rows = import.read(&bytes)?;
            take(&mut import, caller, rows, &mut rows_left).await?;
        }
    }
    if let Some(answer) = replay_of(&import, &mut streaming).await? {
        return Ok(answer);
    }
    let rows = import.end()?;
    take(&mut import, caller, rows, &mut rows_left).await?;
    let _permit = caller.acquire_permit().await?;
    let (txn, result) = import.finish().await?;
    let kept = kept_result(serde_json::to_value(&result).map_err(Problem::internal)?);
    streaming.finish(txn, reply_of(&result)?.with_json(kept)).await
}

fn reply_of<R: Kept<Id = ()> + Serialize>(result: &R) -> Result<KeptReply<R>, Problem> {
    Ok(KeptReply::new((), Reply::ok(result)?))
}

async fn replay_of<I: Import>(_: &I, streaming: &mut StreamingRequest<'_>) -> Result<Option<Reply>, Problem> {
    streaming.replay::<I::Result>().await
}

/// What is kept of the result of an import, as JSON: as many of its first rows as fit in [`MAX_KEPT_BYTES`], and in
/// `results_left_out` how many more there were.
fn kept_result(mut result: Value) -> String {
    let mut left_out = 0;
    if let Some(rows) = result.get_mut("rows").and_then(Value::as_array_mut) {
        let mut size = 0;
        let fits = rows.iter().take_while(|row| {
            size += row.to_string().len() + 1;
            size <= MAX_KEPT_BYTES
        });
        let fits = fits.count();
        left_out = rows.len() - fits;
        rows.truncate(fits);
    }
    if let Some(count) = result.get_mut("results_left_out") {
        *count = json!(count.as_u64().unwrap_or_default() + left_out as u64);
    }
    result.to_string()
}

/// Passes at most `rows_left` rows to the import. Refuses if there are more.
async fn take(
    import: &mut impl Import,
    caller: &Identity,
    mut rows: Vec<Row>,
    rows_left: &mut usize,
) -> Result<(), Problem> {
    let too_many = rows.len() > *rows_left;
    rows.truncate(*rows_left);
    *rows_left -= rows.len();
    for row in rows {
        if import.add(row) {
            // Each batch takes its own permit: an import whose body is still on its way holds none.
            let _permit = caller.acquire_permit().await?;
            import.apply().await?;
        }
    }
    if too_many { Err(ImportError::TooManyRows { applied: import.applied() }.into()) } else { Ok(()) }
}

/// Maximum bytes of the outcomes of rows that a response lists. Those of 10,000 rows without errors fit.
const MAX_OUTCOME_BYTES: usize = 4 << 20;

/// The outcomes of rows, in the order of the rows, up to [`MAX_OUTCOME_BYTES`]. The others are counted.
#[derive(Debug)]
pub struct Outcomes<R> {
    pub rows: Vec<R>,
    pub left_out: usize,
    bytes: usize,
}

impl<R> Default for Outcomes<R> {
    fn default() -> Self {
        Self { rows: Vec::new(), left_out: 0, bytes: 0 }
    }
}

impl<R> Outcomes<R> {
    /// Number of rows with an outcome, listed or not.
    pub fn count(&self) -> usize {
        self.rows.len() + self.left_out
    }

    /// Adds the outcome of a row, made of its number, the errors to list, and how many others it has. `id` is the
    /// row's, as the outcome repeats it.
    pub fn add(
        &mut self,
        id: &str,
        errors: Vec<FieldError>,
        outcome: impl FnOnce(usize, Vec<FieldError>, usize) -> R,
    ) {
        let (errors, left_out) = first_errors(errors);
        let bytes = |error: &FieldError| error.pointer.len() + error.detail.len() + FIELD_BYTES;
        self.bytes += ROW_BYTES + id.len() + errors.iter().map(bytes).sum::<usize>();
        if self.bytes > MAX_OUTCOME_BYTES {
            self.left_out += 1;
        } else {
            self.rows.push(outcome(self.count() + 1, errors, left_out));
        }
    }
}

/// About the bytes of an outcome without id and errors.
const ROW_BYTES: usize = 200;

/// About the bytes of an error besides its texts.
const FIELD_BYTES: usize = 30;
