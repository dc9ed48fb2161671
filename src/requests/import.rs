//! Imports: bodies of rows, read while they arrive, each row with a result of its own.

use actix_web::{HttpRequest, dev::Decompress, http::header, web};
use futures_util::StreamExt;

use crate::{
    auth::Identity,
    http::{Problem, ProblemKind, Reply, ndjson::Row},
    record::Change,
    state::State,
};

/// The most rows of one import.
pub const MAX_ROWS: usize = 10_000;

/// How many rows are carried out with as many statements as one would take.
pub const BATCH: usize = 500;

/// The most bytes that the body of an import may have.
#[derive(Clone, Copy, Debug)]
pub struct ImportLimit(pub usize);

/// Why an import is not carried on with.
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

/// What is done with the rows of an import.
pub(crate) trait Import {
    /// The rows that end within `bytes`, which come next in the body.
    fn read(&mut self, bytes: &[u8]) -> Result<Vec<Row>, Problem>;

    /// The row that ends with the body, if it did not end before.
    fn end(&mut self) -> Result<Vec<Row>, Problem>;

    /// Takes in rows, which come next.
    async fn take(&mut self, rows: Vec<Row>) -> Result<(), Problem>;

    /// How many rows have been applied for good.
    fn applied(&self) -> usize;

    /// Applies what is left, in a transaction that is still to be committed, and answers.
    async fn finish(self) -> Result<(Change, Reply), Problem>;
}

/// Reads the body of a request to its end and has its rows carried out; with an `Idempotency-Key`, once.
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
    let mut streamed = state.begin_streamed(caller, request).await?;
    let mut body = std::pin::pin!(Decompress::from_headers(body, request.headers()));
    let (mut size, mut room) = (0, MAX_ROWS);
    while let Some(bytes) = body.next().await {
        let bytes = bytes
            .map_err(|_| Problem::new(ProblemKind::BadRequest, "the body could not be read to its end"))?;
        size += bytes.len();
        if size > limit {
            return Err(ImportError::TooLarge { limit, applied: import.applied() }.into());
        }
        streamed.read(&bytes);
        if !streamed.is_answered() {
            let rows = import.read(&bytes)?;
            take(&mut import, rows, &mut room).await?;
        }
    }
    if let Some(answer) = streamed.replay()? {
        return Ok(answer);
    }
    let rows = import.end()?;
    take(&mut import, rows, &mut room).await?;
    let (txn, answer) = import.finish().await?;
    streamed.finish(txn, answer).await
}

/// Gives rows to an import that has room for so many.
async fn take(import: &mut impl Import, mut rows: Vec<Row>, room: &mut usize) -> Result<(), Problem> {
    let too_many = rows.len() > *room;
    rows.truncate(*room);
    *room -= rows.len();
    import.take(rows).await?;
    if too_many { Err(ImportError::TooManyRows { applied: import.applied() }.into()) } else { Ok(()) }
}

/// The size that the body has by its header, if it says so.
fn declared_size(request: &HttpRequest) -> Option<usize> {
    request.headers().get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}
