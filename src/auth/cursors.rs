//! The cursors of lists: encrypted for the caller, the path and the filters of one list.

use actix_web::{HttpRequest, web::Data};

use super::{Caller, Identity, error::missing_scope};
use crate::{
    http::{Problem, page::CursorCipher},
    secrets::{Purpose, SealError, Secrets},
};

/// Encrypts the cursors of one list.
#[derive(Clone, Debug)]
pub struct ListCipher {
    secrets: Secrets,
    path: String,
    /// All query parameters but `limit` and `cursor`, sorted.
    filters: String,
}

impl ListCipher {
    pub fn of(request: &HttpRequest) -> Result<Self, Problem> {
        let secrets = request.app_data::<Data<Secrets>>().ok_or_else(|| Problem::internal("no secrets"))?;
        let parameters = url::form_urlencoded::parse(request.query_string().as_bytes());
        let mut filters: Vec<_> =
            parameters.filter(|(name, _)| name != "limit" && name != "cursor").collect();
        filters.sort_unstable();
        let filters = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(filters).finish();
        Ok(Self { secrets: secrets.get_ref().clone(), path: request.path().to_owned(), filters })
    }
}

impl Identity {
    fn cursor_context(&self) -> [&[u8]; 4] {
        let ListCipher { path, filters, .. } = &self.list;
        [self.tenant.0.as_bytes(), self.key().as_bytes(), path.as_bytes(), filters.as_bytes()]
    }

    /// Refuses unless the token may be used for operations of `scope`.
    pub fn require_scope(&self, scope: &str) -> Result<(), Problem> {
        if self.allows(scope) { Ok(()) } else { Err(missing_scope(scope)) }
    }
}

impl CursorCipher for Identity {
    fn seal(&self, key: &[u8]) -> Result<Vec<u8>, SealError> {
        self.list.secrets.seal(Purpose::Cursor, &self.cursor_context(), key)
    }

    fn open(&self, cursor: &[u8]) -> Result<Vec<u8>, SealError> {
        self.list.secrets.open(Purpose::Cursor, &self.cursor_context(), cursor)
    }
}

impl<S> CursorCipher for Caller<S> {
    fn seal(&self, key: &[u8]) -> Result<Vec<u8>, SealError> {
        Identity::seal(self, key)
    }

    fn open(&self, cursor: &[u8]) -> Result<Vec<u8>, SealError> {
        Identity::open(self, cursor)
    }
}
