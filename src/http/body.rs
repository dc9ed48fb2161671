//! Reads the body of a request: up to a limit, inflated in small steps, and handed to the extractor that parses it.

use std::{any::Any, cell::Cell, fmt, io, rc::Rc};

use actix_web::{
    HttpMessage, HttpRequest,
    dev::Payload,
    http::header::{self, HeaderValue},
    web::{Bytes, BytesMut, Data},
};
use flate2::write::{MultiGzDecoder, ZlibDecoder};
use futures_util::StreamExt;
use tokio::sync::oneshot;

use super::problem::{Problem, ProblemKind};

/// The encodings that bodies may have, as `Accept-Encoding` lists them.
const ENCODINGS: &str = "gzip, deflate";

/// Maximum bytes of a body, both as it was sent and inflated.
#[derive(Clone, Copy, Debug)]
pub struct BodyLimit(pub usize);

/// Why a body cannot be read to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BodyError {
    #[error("the body exceeds the size limit")]
    TooLarge,
    #[error("the body could not be read completely")]
    Incomplete,
    #[error("the body is not encoded as Content-Encoding says")]
    Corrupt,
}

impl From<BodyError> for Problem {
    fn from(error: BodyError) -> Self {
        match error {
            BodyError::TooLarge => Self::of(ProblemKind::BodyTooLarge),
            BodyError::Incomplete | BodyError::Corrupt => {
                Self::new(ProblemKind::BadRequest, error.to_string())
            }
        }
    }
}

/// Tells whether a request is waiting for its body. The middleware puts one into each request, so that it can tell a
/// slow client from a slow service.
#[derive(Clone, Debug, Default)]
pub struct BodyWait(Rc<Cell<bool>>);

impl BodyWait {
    pub fn is_waiting(&self) -> bool {
        self.0.get()
    }
}

/// Reads a body piece by piece. Memory holds one piece of what was sent, and at most 64 KiB of what that inflates to.
pub struct BodyReader {
    payload: Payload,
    inflater: Option<Inflater>,
    /// What was sent and is not inflated yet.
    sent: Bytes,
    limit: usize,
    bytes_sent: usize,
    bytes_read: usize,
    wait: BodyWait,
}

impl BodyReader {
    /// Refuses a body whose encoding is not supported.
    pub fn of(request: &HttpRequest, payload: Payload, limit: usize) -> Result<Self, Problem> {
        let wait = request.extensions().get::<BodyWait>().cloned().unwrap_or_default();
        let inflater = Inflater::of(request)?;
        Ok(Self { payload, inflater, sent: Bytes::new(), limit, bytes_sent: 0, bytes_read: 0, wait })
    }

    /// The next piece; none at the end of the body.
    pub async fn next(&mut self) -> Result<Option<Bytes>, BodyError> {
        loop {
            let piece = match &mut self.inflater {
                Some(inflater) if !self.sent.is_empty() => {
                    let (consumed, piece) = inflater.step(&self.sent)?;
                    drop(self.sent.split_to(consumed));
                    // A small body may inflate for long: others get their turn.
                    tokio::task::yield_now().await;
                    piece
                }
                Some(_) => match self.receive().await? {
                    Some(bytes) => {
                        self.sent = bytes;
                        continue;
                    }
                    None => match self.inflater.take() {
                        Some(inflater) => inflater.finish()?,
                        None => return Ok(None),
                    },
                },
                None => match self.receive().await? {
                    Some(bytes) => bytes,
                    None => return Ok(None),
                },
            };
            self.bytes_read += piece.len();
            if self.bytes_read > self.limit {
                return Err(BodyError::TooLarge);
            }
            if !piece.is_empty() {
                return Ok(Some(piece));
            }
        }
    }

    /// Reads the rest of a body up to the limit, without keeping it: many clients look at a response only once they
    /// have sent the whole body. Returns `problem`.
    async fn discard(mut self, problem: Problem) -> Problem {
        self.inflater = None;
        while let Ok(Some(_)) = self.receive().await {}
        problem
    }

    /// The next bytes as they were sent.
    async fn receive(&mut self) -> Result<Option<Bytes>, BodyError> {
        self.wait.0.set(true);
        let bytes = self.payload.next().await;
        self.wait.0.set(false);
        let Some(bytes) = bytes.transpose().map_err(|_| BodyError::Incomplete)? else { return Ok(None) };
        self.bytes_sent += bytes.len();
        if self.bytes_sent > self.limit { Err(BodyError::TooLarge) } else { Ok(Some(bytes)) }
    }
}

/// Inflates a body.
enum Inflater {
    // Boxed: they are large, and few bodies are compressed.
    Gzip(Box<MultiGzDecoder<Vec<u8>>>),
    Deflate(Box<ZlibDecoder<Vec<u8>>>),
}

impl Inflater {
    /// None if the body is sent as it is.
    fn of(request: &HttpRequest) -> Result<Option<Self>, Problem> {
        let mut encodings = Vec::new();
        for value in request.headers().get_all(header::CONTENT_ENCODING) {
            let value = value.to_str().unwrap_or("?").to_ascii_lowercase();
            encodings.extend(value.split(',').map(|encoding| encoding.trim().to_owned()));
        }
        encodings.retain(|encoding| !encoding.is_empty() && encoding != "identity");
        match encodings.iter().map(String::as_str).collect::<Vec<_>>().as_slice() {
            [] => Ok(None),
            ["gzip" | "x-gzip"] => Ok(Some(Self::Gzip(Box::new(MultiGzDecoder::new(Vec::new()))))),
            ["deflate"] => Ok(Some(Self::Deflate(Box::new(ZlibDecoder::new(Vec::new()))))),
            _ => Err(Problem::new(
                ProblemKind::UnsupportedMediaType,
                "send the body without Content-Encoding, or with one of: gzip, deflate",
            )
            .with_header(header::ACCEPT_ENCODING, HeaderValue::from_static(ENCODINGS))),
        }
    }

    /// Inflates some of `sent`, to at most 32 KiB. Returns how much of it was consumed.
    fn step(&mut self, sent: &[u8]) -> Result<(usize, Bytes), BodyError> {
        let consumed = self.writer().write(sent).map_err(|_| BodyError::Corrupt)?;
        let piece = self.take();
        // Something follows the compressed data.
        if consumed == 0 && piece.is_empty() { Err(BodyError::Corrupt) } else { Ok((consumed, piece)) }
    }

    /// Ends the body, and returns what was not inflated yet.
    fn finish(mut self) -> Result<Bytes, BodyError> {
        let finished = match &mut self {
            Self::Gzip(gzip) => gzip.try_finish(),
            Self::Deflate(deflate) => deflate.try_finish(),
        };
        finished.map_err(|_| BodyError::Corrupt)?;
        Ok(self.take())
    }

    fn writer(&mut self) -> &mut dyn io::Write {
        match self {
            Self::Gzip(gzip) => gzip,
            Self::Deflate(deflate) => deflate,
        }
    }

    fn take(&mut self) -> Bytes {
        std::mem::take(match self {
            Self::Gzip(gzip) => gzip.get_mut(),
            Self::Deflate(deflate) => deflate.get_mut(),
        })
        .into()
    }
}

/// A body that has arrived. Its bytes count as memory of the caller until it is dropped.
pub struct Body {
    pub bytes: Bytes,
    _counted: Box<dyn Any>,
}

impl fmt::Debug for Body {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Body").field("bytes", &self.bytes.len()).finish_non_exhaustive()
    }
}

/// A body that is awaited. The extractor that authenticates the caller receives it, and hands it over to the extractor
/// that parses it once the caller is known and let in.
pub struct Incoming {
    reader: Result<BodyReader, Problem>,
    limit: usize,
    declared: Option<usize>,
    receiver: oneshot::Sender<Body>,
}

/// What [`Incoming`] hands the body over to.
struct Receiver(oneshot::Receiver<Body>);

impl Incoming {
    /// Takes the body of `request`.
    pub fn of(request: &HttpRequest, payload: &mut Payload) -> Self {
        let (receiver, received) = oneshot::channel();
        request.extensions_mut().insert(Receiver(received));
        let limit = request.app_data::<Data<BodyLimit>>().map_or(0, |limit| limit.0);
        let reader = BodyReader::of(request, payload.take(), limit);
        Self { reader, limit, declared: declared_size(request), receiver }
    }

    /// Reads the body. `count` is called with the size of each piece, and may refuse it; what it returns last is kept
    /// with the body.
    pub async fn receive<C: Any>(
        self,
        mut counted: C,
        mut count: impl FnMut(&mut C, usize) -> Result<(), Problem>,
    ) -> Result<Handover, Problem> {
        let mut reader = self.reader?;
        if self.declared.is_some_and(|size| size > self.limit) {
            return Err(BodyError::TooLarge.into());
        }
        let mut bytes = BytesMut::new();
        loop {
            let piece = match reader.next().await.map_err(Problem::from) {
                Ok(Some(piece)) => piece,
                Ok(None) => break,
                Err(problem) => return Err(reader.discard(problem).await),
            };
            if let Err(problem) = count(&mut counted, piece.len()) {
                drop((bytes, piece));
                return Err(reader.discard(problem).await);
            }
            bytes.extend_from_slice(&piece);
        }
        let body = Body { bytes: bytes.freeze(), _counted: Box::new(counted) };
        Ok(Handover { body, receiver: self.receiver })
    }
}

/// A body that has arrived and is not handed over yet.
pub struct Handover {
    body: Body,
    receiver: oneshot::Sender<Body>,
}

impl Handover {
    pub fn hand_over(self) {
        // The operation may have no use for a body.
        drop(self.receiver.send(self.body));
    }
}

/// The body that the extractor of the caller, which every handler has as its first argument, hands over.
pub fn received(request: &HttpRequest) -> impl Future<Output = Result<Body, Problem>> + use<> {
    let receiver = request.extensions_mut().remove::<Receiver>();
    async move {
        match receiver {
            Some(Receiver(receiver)) => receiver.await.map_err(Problem::internal),
            None => Err(Problem::internal("a body is read before its caller is known")),
        }
    }
}

/// The value of `Content-Length`, if the request has it.
pub fn declared_size(request: &HttpRequest) -> Option<usize> {
    request.headers().get(header::CONTENT_LENGTH)?.to_str().ok()?.parse().ok()
}
