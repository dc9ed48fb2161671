//! Text in Markdown that stays text (CommonMark 0.31.2, sections 2.4 and 4; GitHub's tables and strikethrough).

use std::fmt::{self, Write};

use askama::filters::Escaper;

/// Escapes what Markdown would take for markup. The result is one line: it can stand in a heading, a list and a table.
#[derive(Clone, Copy, Debug, Default)]
pub struct Markdown;

impl Escaper for Markdown {
    fn write_escaped_str<W: Write>(&self, mut dest: W, text: &str) -> fmt::Result {
        // Whitespace at the start or the end of a line has a meaning of its own.
        for (number, word) in text.split_whitespace().enumerate() {
            if number > 0 {
                dest.write_char(' ')?;
            }
            write_word(&mut dest, word, number == 0)?;
        }
        Ok(())
    }
}

fn write_word(dest: &mut impl Write, word: &str, is_first: bool) -> fmt::Result {
    for (at, letter) in word.char_indices() {
        let before = word.get(..at).unwrap_or_default();
        let after = word.get(at + letter.len_utf8()..).unwrap_or_default();
        let is_markup = match letter {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '$' | '^'
            | '=' | '@' | '{' | '}' => true,
            // A list, a heading or a line, at the start of a text only.
            '-' | '+' | ':' if is_first && at == 0 => true,
            '.' | ')' if is_first && is_number(before) => true,
            // What some readers make a link of: `https://…` and `www.…`.
            ':' => after.starts_with('/'),
            '.' => before.ends_with(['w', 'W']),
            _ => false,
        };
        if is_markup {
            dest.write_char('\\')?;
        }
        dest.write_char(letter)?;
    }
    Ok(())
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    fn escaped(text: &str) -> String {
        let mut escaped = String::new();
        Markdown.write_escaped_str(&mut escaped, text).unwrap();
        escaped
    }

    /// What a reader of Markdown makes of a document: its texts, and the kinds of its markup.
    fn read(document: &str) -> (String, Vec<String>) {
        let (mut text, mut markup) = (String::new(), Vec::new());
        // Without smart punctuation, which changes letters and makes no markup.
        for event in Parser::new_ext(document, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
            match event {
                Event::Text(part) => text.push_str(&part),
                Event::Start(Tag::Paragraph) | Event::End(_) => {}
                other => markup.push(format!("{other:?}")),
            }
        }
        (text, markup)
    }

    #[test]
    fn plain_text_stays_as_it_is() {
        for text in ["Short-term: 12 months (or so), 50 % done. It's fine; isn't it?", "a.b", "1 or 2."] {
            assert_eq!(escaped(text), text);
        }
    }

    #[test]
    fn known_markup_is_text() {
        for (text, expected) in [
            ("# Heading", "\\# Heading"),
            ("- item", "\\- item"),
            ("1. item", "1\\. item"),
            ("**bold** _it_", "\\*\\*bold\\*\\* \\_it\\_"),
            ("[a](https://x.org)", "\\[a\\](https\\://x.org)"),
            ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
            ("a | b\n---|---", "a \\| b ---\\|---"),
            ("    code\n\tcode", "code code"),
            ("www.example.org", "www\\.example.org"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    proptest! {
        #[test]
        fn a_text_is_nothing_but_text_wherever_it_stands(
            text in r#"([\\`*_\[\]<>#|~&!$^=@{}+.:()/"'\n\t -]|[a-c1-3w]|amp;|http|é){0,40}"#,
        ) {
            let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
            let escaped = escaped(&text);
            let cases = [
                ("", ""), ("# ", ""), ("- ", ""), ("1. ", ""), ("A **", "** b"), ("- **A**: ", ""),
                ("| a | b |\n|---|---|\n| c | ", " |"), ("A\n\n", "\n\nB"),
            ];
            for (before, after) in cases {
                let (with, markup) = read(&format!("{before}{escaped}{after}"));
                let (without, expected) = read(&format!("{before}x{after}"));
                if !words.is_empty() {
                    prop_assert_eq!(with, without.replacen('x', &words, 1), "{}", escaped);
                    prop_assert_eq!(markup, expected, "{}", escaped);
                }
            }
        }
    }
}
