//! The two forms of a brief.

use std::sync::LazyLock;

use actix_web::{HttpResponse, http::header};
use askama::Template;
use base64::{Engine as _, prelude::BASE64_STANDARD};
use sha2::{Digest as _, Sha256};

use super::{content::Brief, texts::Texts};
use crate::{http::Problem, plans::Horizon};

/// A brief as Markdown, with tables as GitHub has them.
#[derive(Template)]
#[template(path = "brief.markdown", config = "src/brief/askama.toml")]
pub struct MarkdownBrief<'a> {
    pub brief: &'a Brief,
    pub texts: &'a Texts,
}

/// A brief as a page to print, on A4 or Letter, without any script.
#[derive(Template)]
#[template(path = "brief.html", config = "src/brief/askama.toml")]
pub struct HtmlBrief<'a> {
    pub brief: &'a Brief,
    pub texts: &'a Texts,
    style: &'static str,
}

const STYLE: &str = include_str!("brief.css");

/// Allows the style of the page, and nothing else (Content Security Policy, level 3).
static POLICY: LazyLock<String> = LazyLock::new(|| {
    let hash = BASE64_STANDARD.encode(Sha256::digest(STYLE));
    format!(
        "default-src 'none'; style-src 'sha256-{hash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    )
});

impl MarkdownBrief<'_> {
    pub fn respond(&self) -> Result<HttpResponse, Problem> {
        let text = self.render().map_err(Problem::internal)?;
        Ok(HttpResponse::Ok()
            .content_type("text/markdown; charset=utf-8")
            .insert_header((header::VARY, "Accept"))
            .body(text))
    }
}

impl<'a> HtmlBrief<'a> {
    pub fn new(brief: &'a Brief, texts: &'a Texts) -> Self {
        Self { brief, texts, style: STYLE }
    }

    pub fn respond(&self) -> Result<HttpResponse, Problem> {
        let page = self.render().map_err(Problem::internal)?;
        Ok(HttpResponse::Ok()
            .content_type("text/html; charset=utf-8")
            .insert_header((header::CONTENT_SECURITY_POLICY, POLICY.as_str()))
            .insert_header((header::VARY, "Accept"))
            .body(page))
    }
}
