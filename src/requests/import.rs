//! Imports: the rows of a body are parsed while it arrives and applied in one transaction when it has ended, so that a
//! request that fails has applied none of them. Each row gets its own result.

use actix_web::{HttpRequest, dev::Decompress, http::header, web};
use futures_util::StreamExt;

use crate::{
    auth::Identity,
    http::{Problem, ProblemKind, Reply},
    record::Change,
    state::State,
};

/// Maximum rows of one import.
pub const MAX_ROWS: usize = 10_000;

/// Rows per statement.
pub const BATCH: usize = 500;

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
            ImportError::TooManyRows | ImportError::TooLarge { .. } => ProblemKind::BodyTooLarge,
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

    /// How many rows have been parsed.
    fn rows(&self) -> usize;

    /// Applies the rows. Returns the transaction, which the caller commits, and the response.
    async fn finish(self) -> Result<(Change, Reply), Problem>;
}

/// Reads the whole body of a request and imports its rows. With an `Idempotency-Key`, a repeated request gets the
/// stored response.
pub(crate) async fn carry_out(
    state: &State,
    caller: &Identity,
    request: &HttpRequest,
    body: web::Payload,
    ImportLimit(limit): ImportLimit,
    mut import: impl Import,
) -> Result<Reply, Problem> {
    if declared_size(request).is_some_and(|size| size > limit) {
        return Err(ImportError::TooLarge { limit }.into());
    }
    let mut streaming = state.begin_streaming(caller, request).await?;
    let mut body = std::pin::pin!(Decompress::from_headers(body, request.headers()));
    let mut size = 0;
    while let Some(bytes) = body.next().await {
        let bytes = bytes
            .map_err(|_| Problem::new(ProblemKind::BadRequest, "the body could not be read completely"))?;
        if let Some(format) = binary_format(&bytes).filter(|_| size == 0) {
            return Err(ImportError::NotText(format).into());
        }
        size += bytes.len();
        if size > limit {
            return Err(ImportError::TooLarge { limit }.into());
        }
        streaming.read(&bytes);
        if !streaming.is_answered() {
            import.read(&bytes)?;
            refuse_more_than_allowed(&import)?;
        }
    }
    if let Some(answer) = streaming.replay()? {
        return Ok(answer);
    }
    import.end()?;
    refuse_more_than_allowed(&import)?;
    let (txn, answer) = import.finish().await?;
    streaming.finish(txn, answer).await
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

/// The value of `Content-Length`, if the request has it.
fn declared_size(request: &HttpRequest) -> Option<usize> {
    request.headers().get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}
