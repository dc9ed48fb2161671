//! Imports: the rows of a body are parsed while it arrives and applied in one transaction when it has ended, so that a
//! request that fails has applied none of them. Each row gets its own result.

use actix_web::{HttpRequest, web};
use serde::Serialize;

use super::kept::{Kept, KeptReply};
use crate::{
    auth::Identity,
    http::{
        FieldError, Problem, ProblemKind, Reply,
        body::{BodyError, BodyReader, declared_size},
        problem::first_errors,
    },
    record::Change,
    state::State,
};

/// Maximum rows of one import.
pub const MAX_ROWS: usize = 10_000;

/// Rows per statement.
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
    #[error(
        "an import has at most {MAX_ROWS} rows; nothing has been applied, send the rows in several calls"
    )]
    TooManyRows,
    #[error(
        "an import has at most {MAX_ROWS} updates, and links name several action items each; nothing has been applied, \
         send the rows in several calls"
    )]
    TooManyItems,
    #[error("an import has at most {limit} bytes; nothing has been applied, send the rows in several calls")]
    TooLarge { limit: usize },
    #[error("the body looks like {0}; send text in UTF-8")]
    NotText(&'static str),
}

impl From<ImportError> for Problem {
    fn from(error: ImportError) -> Self {
        let kind = match &error {
            ImportError::UnknownFormat(_) => ProblemKind::UnsupportedMediaType,
            ImportError::Empty(_) | ImportError::NotText(_) => ProblemKind::InvalidBody,
            ImportError::TooManyRows | ImportError::TooManyItems | ImportError::TooLarge { .. } => {
                ProblemKind::BodyTooLarge
            }
        };
        Problem::new(kind, error.to_string())
    }
}

/// One kind of import: parses rows, and applies them when the body has ended.
pub(crate) trait Import {
    /// Parses the next bytes of the body.
    fn read(&mut self, bytes: &[u8]) -> Result<(), Problem>;

    /// Parses what is left when the body has ended.
    fn end(&mut self) -> Result<(), Problem>;

    /// How many rows have been parsed. They are kept until the body ends.
    fn rows(&self) -> usize;

    /// The result of the import.
    type Result: ImportOutcome;

    /// Applies the rows. Returns the transaction, which the caller commits, and the result.
    async fn finish(self) -> Result<(Change, Self::Result), Problem>;
}

/// The result of an import, as the response shows it.
pub(crate) trait ImportOutcome: Kept<Id = ()> + Serialize {
    /// Leaves out, and counts, the rows and warnings that `room` has no room for.
    fn shorten(&mut self, room: &mut KeptRoom);
}

/// How many bytes of the result of an import are kept for a repeated request.
#[derive(Debug)]
pub struct KeptRoom(usize);

impl KeptRoom {
    /// Keeps the first items of a list, as many as there is room for, and adds the number of the others to `left_out`.
    pub fn keep<T: Serialize>(&mut self, items: &mut Vec<T>, left_out: &mut usize) {
        let fits = items.iter().take_while(|item| {
            let bytes = serde_json::to_vec(item).map_or(usize::MAX, |json| json.len() + 1);
            let rest = self.0.checked_sub(bytes);
            self.0 = rest.unwrap_or_default();
            rest.is_some()
        });
        let fits = fits.count();
        *left_out += items.len() - fits;
        items.truncate(fits);
    }
}

/// Reads the whole body of a request and imports its rows. With an `Idempotency-Key`, a repeated request gets the
/// result that was kept.
pub(crate) async fn carry_out<I: Import>(
    state: &State,
    caller: &Identity,
    request: &HttpRequest,
    body: web::Payload,
    ImportLimit(limit): ImportLimit,
    mut import: I,
) -> Result<Reply, Problem> {
    if declared_size(request).is_some_and(|size| size > limit) {
        return Err(ImportError::TooLarge { limit }.into());
    }
    let mut body = BodyReader::of(request, body.into_inner(), limit)?;
    // Part of the body stays in memory, as rows, and so do their outcomes.
    let mut memory = caller.body_memory();
    memory.grow(MAX_OUTCOME_BYTES)?;
    let permit = caller.acquire_permit().await?;
    let mut streaming = state.begin_streaming(caller, request).await?;
    drop(permit);
    let mut is_first = true;
    loop {
        let bytes = match body.next().await {
            Ok(Some(bytes)) => bytes,
            Ok(None) => break,
            Err(BodyError::TooLarge) => return Err(ImportError::TooLarge { limit }.into()),
            Err(error) => return Err(error.into()),
        };
        if let Some(format) = binary_format(&bytes).filter(|_| is_first) {
            return Err(ImportError::NotText(format).into());
        }
        is_first = false;
        memory.grow(bytes.len())?;
        streaming.read(&bytes);
        if !streaming.is_answered() {
            let rows = import.rows();
            import.read(&bytes)?;
            refuse_more_than_allowed(&import)?;
            memory.grow((import.rows() - rows) * WAITING_ROW_BYTES)?;
        }
    }
    if let Some(answer) = streaming.replay::<I::Result>().await? {
        return Ok(answer);
    }
    let rows = import.rows();
    import.end()?;
    refuse_more_than_allowed(&import)?;
    memory.grow((import.rows() - rows) * WAITING_ROW_BYTES)?;
    let _permit = caller.acquire_permit().await?;
    let (txn, mut result) = import.finish().await?;
    let reply = KeptReply::new((), Reply::ok(&result)?);
    result.shorten(&mut KeptRoom(MAX_KEPT_BYTES));
    let kept = serde_json::to_string(&result).map_err(Problem::internal)?;
    streaming.finish::<I::Result>(txn, reply.with_json(kept)).await
}

fn refuse_more_than_allowed(import: &impl Import) -> Result<(), Problem> {
    if import.rows() > MAX_ROWS { Err(ImportError::TooManyRows.into()) } else { Ok(()) }
}

/// What a body that is no text in UTF-8 looks like, by its first bytes.
fn binary_format(bytes: &[u8]) -> Option<&'static str> {
    let first = bytes.get(..4).unwrap_or(bytes);
    if first.starts_with(b"PK") && first.get(2).is_some_and(|byte| *byte < b' ') {
        return Some("a workbook of a spreadsheet (.xlsx)");
    }
    let is_utf16 = first.starts_with(&[0xff, 0xfe]) || first.starts_with(&[0xfe, 0xff]) || first.contains(&0);
    is_utf16.then_some("UTF-16")
}

/// About the memory of a row that waits for the end of the body, besides its texts.
const WAITING_ROW_BYTES: usize = 800;

/// Maximum errors of the rows that wait for the end of the body. After that, one of each row is kept: there are more
/// only in a body that is wrong in every row.
const MAX_WAITING_FAULTS: usize = 20_000;

/// Bounds the errors of the rows that wait for the end of the body.
#[derive(Debug, Default)]
pub struct WaitingFaults(usize);

impl WaitingFaults {
    /// Leaves out some of the errors of a row if too many wait.
    pub fn bound(&mut self, faults: &mut Vec<FieldError>) {
        self.0 += faults.len();
        if self.0 > MAX_WAITING_FAULTS {
            faults.truncate(1);
            faults.shrink_to_fit();
        }
    }
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
