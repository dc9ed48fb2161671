//! The files that `web/` is built into. They are part of the program, in debug builds too, so that it needs nothing
//! beside it.

use std::{
    collections::HashMap,
    io::{self, Write as _},
    sync::LazyLock,
};

use actix_web::{
    HttpRequest, HttpResponse,
    http::{
        StatusCode,
        header::{self, AcceptEncoding, ContentEncoding, ETag, Encoding, EntityTag, Header, HeaderName},
    },
    web::Bytes,
};
use base64::{Engine as _, prelude::BASE64_URL_SAFE_NO_PAD};
use flate2::{Compression, write::GzEncoder};
use rust_embed::{EmbeddedFile, RustEmbed};

use crate::http::precondition;

#[derive(RustEmbed)]
#[folder = "web/dist/"]
struct Built;

/// A file as it is sent.
pub struct File {
    content_type: String,
    /// Weak, since it is the same for both encodings.
    etag: EntityTag,
    plain: Bytes,
    gzip: Bytes,
}

/// Every file by its path below `web/dist`, compressed once.
static FILES: LazyLock<HashMap<String, File>> = LazyLock::new(|| {
    let file = |name: &str| File::of(Built::get(name)?).ok();
    Built::iter().filter_map(|name| Some((name.to_string(), file(&name)?))).collect()
});

/// The file with this path below `web/dist`.
pub fn find(path: &str) -> Option<&'static File> {
    FILES.get(path)
}

impl File {
    fn of(file: EmbeddedFile) -> io::Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&file.data)?;
        let media_type = file.metadata.mimetype();
        let charset = if media_type.starts_with("text/") { "; charset=utf-8" } else { "" };
        let digest = BASE64_URL_SAFE_NO_PAD.encode(file.metadata.sha256_hash());
        Ok(Self {
            content_type: format!("{media_type}{charset}"),
            etag: EntityTag::new_weak(digest),
            plain: file.data.into_owned().into(),
            gzip: gzip.finish()?.into(),
        })
    }

    /// The file with these headers, in an encoding that the request accepts; 304 if the client has it.
    pub fn answer(&self, request: &HttpRequest, headers: &[(HeaderName, &str)]) -> HttpResponse {
        let mut response = HttpResponse::Ok();
        response.insert_header(ETag(self.etag.clone())).insert_header((header::VARY, "Accept-Encoding"));
        for (name, value) in headers {
            response.insert_header((name.clone(), *value));
        }
        if precondition::is_known(request, &self.etag) {
            return response.status(StatusCode::NOT_MODIFIED).finish();
        }
        response.content_type(self.content_type.as_str());
        if prefers_gzip(request) {
            response.insert_header(ContentEncoding::Gzip).body(self.gzip.clone())
        } else {
            response.body(self.plain.clone())
        }
    }
}

/// Whether `Accept-Encoding` likes gzip no less than no encoding at all.
fn prefers_gzip(request: &HttpRequest) -> bool {
    let offered = [Encoding::identity(), Encoding::gzip()];
    let accepted =
        AcceptEncoding::parse(request).ok().and_then(|accepted| accepted.negotiate(offered.iter()));
    accepted == Some(Encoding::gzip())
}
