//! Parses the rows of an import while the body arrives: CSV (RFC 4180), NDJSON or JSON.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use serde_json::{Map, Value};

use super::{error::PeopleError, quotes::Quotes, rules::trimmed};
use crate::{
    http::{
        FieldError, Problem,
        ndjson::{MAX_ROW_BYTES, Row},
        problem::count,
        schema,
    },
    requests::rows::JsonRows,
};

/// Maximum number of fields of a row. Only a malformed row has more.
const MAX_FIELDS: usize = 64;

/// The allowed columns of CSV, in any order.
const COLUMNS: [&str; 9] = [
    "external_id",
    "user_name",
    "display_name",
    "email",
    "manager_external_id",
    "department",
    "title",
    "time_zone",
    "active",
];

/// The required columns.
const REQUIRED: [&str; 3] = ["external_id", "user_name", "display_name"];

/// What separates the cells of CSV, by preference.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// An incremental parser for one of the formats.
#[derive(Debug)]
pub enum Rows {
    Csv(Box<Csv>),
    Json(JsonRows),
}

impl Rows {
    /// The parser for a media type; None if the media type is not supported.
    pub fn of(media_type: &str) -> Option<Self> {
        match media_type {
            "text/csv" => Some(Self::Csv(Box::default())),
            _ => JsonRows::of(media_type).map(Self::Json),
        }
    }

    /// Parses the next `bytes` of the body and returns the rows that end within them.
    pub fn read(&mut self, bytes: &[u8]) -> Result<Vec<Row>, PeopleError> {
        match self {
            Self::Csv(csv) => csv.read(bytes),
            Self::Json(rows) => Ok(rows.read(bytes)),
        }
    }

    /// Ends the body, and passes the rows that are left to `take`.
    pub fn end(&mut self, mut take: impl FnMut(Row)) -> Result<(), Problem> {
        match self {
            Self::Csv(csv) => csv.end()?.into_iter().for_each(take),
            Self::Json(rows) => {
                if !rows.end(&mut take)? {
                    return Err(PeopleError::Empty.into());
                }
            }
        }
        Ok(())
    }
}

/// An incremental parser for CSV with a header row.
#[derive(Debug)]
pub struct Csv {
    /// None until the header row shows what separates cells.
    reader: Option<(Reader, Quotes)>,
    /// The beginning of the body, until the reader is made.
    start: Vec<u8>,
    /// None until the header row is read.
    columns: Option<Vec<&'static str>>,
    /// The buffer for the current row: the text of its fields, without separators.
    text: Vec<u8>,
    /// The buffer for the end of each field in `text`.
    ends: Vec<usize>,
    /// Used length of `text`.
    bytes: usize,
    /// Used length of `ends`.
    fields: usize,
    /// Whether the current row did not fit into the buffers.
    too_long: bool,
    /// The rows that have been read.
    rows: usize,
}

impl Default for Csv {
    fn default() -> Self {
        Self {
            reader: None,
            start: Vec::new(),
            columns: None,
            text: vec![0; MAX_ROW_BYTES],
            ends: vec![0; MAX_FIELDS],
            bytes: 0,
            fields: 0,
            too_long: false,
            rows: 0,
        }
    }
}

impl Csv {
    fn read(&mut self, bytes: &[u8]) -> Result<Vec<Row>, PeopleError> {
        if self.reader.is_some() {
            return self.read_rows(bytes);
        }
        self.start.extend_from_slice(bytes);
        match header(&self.start) {
            Some(header) => {
                let separator = separator(header)?;
                let reader = ReaderBuilder::new().delimiter(separator).build();
                self.reader = Some((reader, Quotes::new(separator)));
                let start = std::mem::take(&mut self.start);
                self.read_rows(start.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&start))
            }
            None if self.start.len() > MAX_ROW_BYTES => Err(PeopleError::LongHeader),
            None => Ok(Vec::new()),
        }
    }

    fn read_rows(&mut self, mut bytes: &[u8]) -> Result<Vec<Row>, PeopleError> {
        let mut rows = Vec::new();
        while !bytes.is_empty() {
            let (result, read) = self.advance(bytes);
            bytes = bytes.get(read..).unwrap_or_default();
            if result == ReadRecordResult::Record {
                rows.extend(self.finish_record()?);
            }
        }
        Ok(rows)
    }

    fn end(&mut self) -> Result<Vec<Row>, PeopleError> {
        // A line break ends the last row, unless a quote is open: then it is text.
        let rows = self.read(b"\n")?;
        if self.bytes > 0 || self.fields > 0 || self.too_long {
            return Err(PeopleError::OpenQuote { row: self.rows + 1 });
        }
        if self.columns.is_none() { Err(PeopleError::Empty) } else { Ok(rows) }
    }

    /// Parses until a row or `bytes` end. Returns the number of bytes read.
    fn advance(&mut self, bytes: &[u8]) -> (ReadRecordResult, usize) {
        let text = self.text.get_mut(self.bytes..).unwrap_or_default();
        let ends = self.ends.get_mut(self.fields..).unwrap_or_default();
        let Some((reader, quotes)) = &mut self.reader else { return (ReadRecordResult::End, bytes.len()) };
        let (result, read, written, ended) = reader.read_record(bytes, text, ends);
        quotes.read(bytes.get(..read).unwrap_or_default());
        self.bytes += written;
        self.fields += ended;
        if matches!(result, ReadRecordResult::OutputFull | ReadRecordResult::OutputEndsFull) {
            // Parse the rest of the row into the start of the buffers again; the row is rejected when it ends.
            self.too_long = true;
            self.bytes = 0;
            self.fields = 0;
        }
        (result, read)
    }

    /// Returns the row that has ended; None if it is the header row.
    fn finish_record(&mut self) -> Result<Option<Row>, PeopleError> {
        let fields = std::mem::take(&mut self.fields);
        let too_long = std::mem::take(&mut self.too_long);
        let misplaced = self.reader.as_mut().and_then(|(_, quotes)| quotes.end_row());
        self.bytes = 0;
        let mut start = 0;
        let cells: Vec<&[u8]> = (self.ends.iter().take(fields))
            .map(|end| {
                let cell = self.text.get(start..*end).unwrap_or_default();
                start = *end;
                cell
            })
            .collect();
        let row = match &self.columns {
            Some(_) if too_long => too_long_row(),
            Some(columns) => match misplaced {
                Some(field) => with_misplaced_quote(columns, field, csv_row(columns, &cells)),
                None => csv_row(columns, &cells),
            },
            None if too_long => return Err(PeopleError::LongHeader),
            None => {
                if let Some(field) = misplaced {
                    let detail = format!("field {} of the header row {MISPLACED_QUOTE}", field + 1);
                    return Err(PeopleError::Header(vec![FieldError::new("", detail)]));
                }
                self.columns = Some(columns(&cells)?);
                return Ok(None);
            }
        };
        self.rows += 1;
        Ok(Some(row))
    }
}

/// The header row at the start of a body, once it has a line break. Blank lines before it are skipped.
fn header(start: &[u8]) -> Option<&[u8]> {
    let is_break = |byte: &u8| matches!(byte, b'\r' | b'\n');
    let begin = start.iter().position(|byte| !is_break(byte))?;
    let rest = start.get(begin..)?;
    rest.get(..rest.iter().position(is_break)?)
}

/// What separates the cells of a header row: that by which most cells name a column.
fn separator(header: &[u8]) -> Result<u8, PeopleError> {
    let header = String::from_utf8_lossy(header);
    let known = |separator: u8| {
        let cells = header.split(char::from(separator));
        cells.filter(|cell| COLUMNS.contains(&trimmed(cell).trim_matches('"'))).count()
    };
    if header.trim_start_matches('\u{feff}').trim_start().starts_with(['{', '[']) {
        return Err(PeopleError::LooksLikeJson);
    }
    // The last of the best is taken, so the comma comes last.
    let best = SEPARATORS.into_iter().rev().max_by_key(|separator| known(*separator)).unwrap_or(b',');
    match [b'|', b':', b' '].into_iter().find(|other| known(*other) > 1 && known(*other) > known(best)) {
        Some(other) => Err(PeopleError::Separator(char::from(other))),
        None => Ok(best),
    }
}

/// The columns that the header row names.
fn columns(cells: &[&[u8]]) -> Result<Vec<&'static str>, PeopleError> {
    let mut columns = Vec::new();
    let mut faults = Vec::new();
    for cell in cells {
        let name = String::from_utf8_lossy(cell);
        let name = trimmed(&name);
        match COLUMNS.iter().find(|column| **column == name) {
            Some(column) if columns.contains(column) => {
                faults.push(FieldError::new(format!("/{column}"), "must occur only once"));
            }
            Some(column) => columns.push(*column),
            None => {
                let detail = format!("is not a column; the columns are: {}", COLUMNS.join(", "));
                faults.push(FieldError::new(format!("/{}", schema::escape(name)), detail));
            }
        }
    }
    let missing = REQUIRED.iter().filter(|column| !columns.contains(column));
    faults.extend(missing.map(|column| FieldError::new(format!("/{column}"), "is required")));
    if faults.is_empty() { Ok(columns) } else { Err(PeopleError::Header(faults)) }
}

fn csv_row(columns: &[&'static str], cells: &[&[u8]]) -> Row {
    if cells.len() != columns.len() {
        let has = count(cells.len(), "field");
        return Row::unreadable(format!("has {has}, but the header row has {}", columns.len()));
    }
    let mut fields = Map::new();
    let mut faults = Vec::new();
    for (column, cell) in columns.iter().zip(cells) {
        let text = String::from_utf8_lossy(cell);
        if std::str::from_utf8(cell).is_err() {
            faults.push(FieldError::new(format!("/{column}"), "must be UTF-8"));
        }
        let value: Value = match (*column, trimmed(&text)) {
            // The person keeps what they have.
            (_, "") => continue,
            ("active", text) => match parse_bool(text) {
                Some(active) => active.into(),
                None => {
                    faults.push(FieldError::new("/active", "must be true or false, yes or no, 1 or 0"));
                    continue;
                }
            },
            (_, text) => text.into(),
        };
        fields.insert((*column).to_owned(), value);
    }
    Row { fields: Some(Value::Object(fields)), faults }
}

const MISPLACED_QUOTE: &str = "has a quote in a wrong place: put quotes around the whole field, \
    without spaces outside of them, and write a quote within such a field twice";

/// Adds the error for a misplaced quote, which may be the cause of other errors.
fn with_misplaced_quote(columns: &[&'static str], field: usize, mut row: Row) -> Row {
    let pointer = columns.get(field).map(|column| format!("/{column}")).unwrap_or_default();
    if row.fields.is_none() {
        row.faults.clear();
    }
    row.faults.insert(0, FieldError::new(pointer, MISPLACED_QUOTE));
    row
}

fn parse_bool(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "1" => Some(true),
        "false" | "no" | "0" => Some(false),
        _ => None,
    }
}

/// The error for a row that does not fit into the buffers.
fn too_long_row() -> Row {
    Row::unreadable(format!(
        "must have at most {MAX_ROW_BYTES} bytes and {MAX_FIELDS} fields; check for an unclosed quote"
    ))
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};
    use serde_json::json;

    use super::*;

    fn read(media_type: &str, pieces: &[&[u8]]) -> Result<Vec<Row>, PeopleError> {
        let mut reader = Rows::of(media_type).unwrap();
        let mut rows = Vec::new();
        for piece in pieces {
            rows.extend(reader.read(piece)?);
        }
        match &mut reader {
            Rows::Csv(csv) => rows.extend(csv.end()?),
            Rows::Json(json) => assert!(json.end(|row| rows.push(row)).unwrap()),
        }
        Ok(rows)
    }

    fn csv(text: &str) -> Result<Vec<Row>, PeopleError> {
        read("text/csv", &[text.as_bytes()])
    }

    fn fields(row: &Row) -> &Value {
        assert_eq!(row.faults, []);
        row.fields.as_ref().unwrap()
    }

    #[test]
    fn columns_come_in_any_order() {
        let rows = csv("display_name,active,external_id,user_name,email\nAna,no,E1,ana,\n").unwrap();
        let expected = json!({
            "display_name": "Ana", "active": false, "external_id": "E1", "user_name": "ana",
        });
        assert_eq!(rows.iter().map(fields).collect::<Vec<_>>(), [&expected]);
    }

    #[test]
    fn a_field_may_have_commas_quotes_and_line_ends() {
        let text = "\u{feff}external_id,user_name,display_name\r\nE1,ana,\"Ruiz, \"\"Ana\"\"\r\nthe first\"";
        let rows = csv(text).unwrap();
        assert_eq!(fields(&rows[0])["display_name"], "Ruiz, \"Ana\"\r\nthe first");
    }

    #[test]
    fn truth_is_written_in_several_ways() {
        let text = ["TRUE", "yes", "1", "False", "NO", "0"].map(|text| format!("E,u,D,{text}\n")).concat();
        let rows = csv(&format!("external_id,user_name,display_name,active\n{text}")).unwrap();
        let read: Vec<&Value> = rows.iter().map(|row| &fields(row)["active"]).collect();
        assert_eq!(read, [true, true, true, false, false, false]);

        let rows = csv("external_id,user_name,display_name,active\nE,u,D,perhaps\n").unwrap();
        assert_eq!(rows[0].faults[0].pointer, "/active");
    }

    #[test]
    fn every_fault_of_the_first_row_is_named() {
        let Err(PeopleError::Header(faults)) = csv("external_id,phone,external_id,a/b\n") else { panic!() };
        let pointers: Vec<&str> = faults.iter().map(|fault| fault.pointer.as_str()).collect();
        assert_eq!(pointers, ["/phone", "/external_id", "/a~1b", "/user_name", "/display_name"]);
    }

    #[test]
    fn nothing_is_no_import_and_a_first_row_alone_is_one() {
        assert_eq!(csv(""), Err(PeopleError::Empty));
        assert_eq!(csv("\n\r\n"), Err(PeopleError::Empty));
        assert_eq!(csv("external_id,user_name,display_name"), Ok(Vec::new()));
    }

    #[test]
    fn cells_are_separated_by_what_the_header_row_shows() {
        for separator in [",", ";", "\t"] {
            let text = "\u{feff}\"external_id\",user_name,display_name\r\nE1,ana,\"Ana; or, A\"\r\n";
            let (header, row) = text.split_once("\nE1").unwrap();
            let text = format!("{}\nE1{}", header.replace(',', separator), row.replacen(',', separator, 2));
            let rows = csv(&text).unwrap();
            assert_eq!(fields(&rows[0])["external_id"], "E1", "{separator:?}");
            assert_eq!(fields(&rows[0])["user_name"], "ana", "{separator:?}");
        }
        let other = csv("external_id|user_name|display_name\nE1|ana|Ana\n");
        assert_eq!(other, Err(PeopleError::Separator('|')));
        assert_eq!(csv("{\"external_id\": \"E1\"}\n"), Err(PeopleError::LooksLikeJson));
    }

    #[test]
    fn cells_are_trimmed_and_an_empty_one_says_nothing() {
        let text =
            "external_id , user_name,display_name,active,title\n\u{a0}007 ,\tana\u{a0}, Ana , no , \u{a0}\n";
        let rows = csv(text).unwrap();
        let expected =
            json!({"external_id": "007", "user_name": "ana", "display_name": "Ana", "active": false});
        assert_eq!(fields(&rows[0]), &expected);
    }

    #[test]
    fn a_quote_that_is_open_at_the_end_refuses_the_file() {
        let header = "external_id,user_name,display_name\n";
        for (row, rest) in
            [(1, "E1,ana,\"Ana\nE2,ben,Ben\n"), (2, "E1,ana,Ana\n\"E2,ben,Ben"), (1, "E1,ana,\"")]
        {
            assert_eq!(csv(&format!("{header}{rest}")), Err(PeopleError::OpenQuote { row }), "{rest}");
        }
        let long = "x".repeat(3 * MAX_ROW_BYTES);
        let open = csv(&format!("{header}E1,ana,\"{long}"));
        assert_eq!(open, Err(PeopleError::OpenQuote { row: 1 }));
        assert_eq!(csv("external_id,\"user_name,display_name"), Err(PeopleError::OpenQuote { row: 1 }));
        assert_eq!(csv(&format!("{header}E1,ana,\"\"")).unwrap().len(), 1);
    }

    #[test]
    fn a_misplaced_quote_refuses_its_row_and_names_the_column() {
        let header = "\u{feff}external_id,user_name,display_name\r\n";
        for (row, pointer) in [
            ("E1,ana, \"Smith\" ", "/display_name"),
            ("E1,\"a\"na,Ana", "/user_name"),
            ("E1,ana,\"Ana\" ", "/display_name"),
            ("E1,ana,Ana \"Annie\" Ruiz", "/display_name"),
            ("E1, \"ruiz, ana\",Ana", "/user_name"),
            ("E1,ana,Ana,\"x\"y", ""),
            ("E1,ana,\"a\"\"\"b\"", "/display_name"),
        ] {
            let rows = csv(&format!("{header}{row}\r\nE2,\"b,\"\"\r\n\",\"\"\"\"\r\n{row}")).unwrap();
            assert_eq!(rows.len(), 3, "{row}");
            for refused in [&rows[0], &rows[2]] {
                assert_eq!(refused.faults[0], FieldError::new(pointer, MISPLACED_QUOTE), "{row}");
            }
            assert_eq!(fields(&rows[1])["user_name"], "b,\"", "{row}");
            assert_eq!(fields(&rows[1])["display_name"], "\"", "{row}");
        }
        let refused = csv("external_id,\"user\"_name,display_name\nE1,ana,Ana\n");
        let Err(PeopleError::Header(faults)) = refused else { panic!("{refused:?}") };
        assert!(faults[0].detail.starts_with("field 2 of the header row has a quote"), "{faults:?}");
    }

    #[test]
    fn a_row_that_cannot_be_read_does_not_stop_the_others() {
        let text = "external_id,user_name,display_name\nE1,ana\nE2,ben,Ben,x\nE3,cal,Cal\n";
        let rows = csv(text).unwrap();
        assert!(rows[0].fields.is_none() && rows[1].fields.is_none());
        assert_eq!(fields(&rows[2])["external_id"], "E3");

        let lines = b"{\"external_id\": \n\n[1]\n{\"external_id\": \"E3\"}";
        let rows = read("application/x-ndjson", &[lines]).unwrap();
        assert_eq!(rows.len(), 3);
        assert!(rows[0].fields.is_none() && rows[0].faults[0].detail.starts_with("is not JSON"));
        assert_eq!(fields(&rows[2])["external_id"], "E3");
    }

    #[test]
    fn a_field_in_another_encoding_is_refused() {
        let text = b"external_id,user_name,display_name\nE1,ana,Bj\xf6rn\nE2,ben,Ben\n";
        let rows = read("text/csv", &[text]).unwrap();
        assert_eq!(rows[0].faults, [FieldError::new("/display_name", "must be UTF-8")]);
        assert_eq!(rows[0].fields.as_ref().unwrap()["external_id"], "E1");
        assert_eq!(fields(&rows[1])["external_id"], "E2");

        let rows = read("application/x-ndjson", &[b"{\"external_id\": \"\xf6\"}"]).unwrap();
        assert!(rows[0].fields.is_none());
    }

    #[test]
    fn an_endless_row_is_refused_without_being_kept() {
        let long = "x".repeat(3 * MAX_ROW_BYTES);
        let rows =
            csv(&format!("external_id,user_name,display_name\nE1,ana,\"{long}\"\nE2,ben,Ben\n")).unwrap();
        assert_eq!(rows[0], too_long_row());
        assert_eq!(fields(&rows[1])["external_id"], "E2");

        let commas = ",".repeat(3 * MAX_FIELDS);
        let rows = csv(&format!("external_id,user_name,display_name\n{commas}\nE2,ben,Ben\n")).unwrap();
        assert_eq!(rows[0], too_long_row());
        assert_eq!(fields(&rows[1])["external_id"], "E2");

        let lines = format!("{{\"title\": \"{long}\"}}\n{{\"external_id\": \"E2\"}}\n{long}");
        let rows = read("application/x-ndjson", &[lines.as_bytes()]).unwrap();
        let refused = Row::unreadable(format!("must have at most {MAX_ROW_BYTES} bytes"));
        assert_eq!(rows[0], refused);
        assert_eq!(fields(&rows[1])["external_id"], "E2");
        assert_eq!(rows[2], refused);

        assert_eq!(csv(&long), Err(PeopleError::LongHeader));
        assert_eq!(csv(&commas), Err(PeopleError::LongHeader));
    }

    proptest! {
        #[test]
        fn rows_do_not_depend_on_how_the_body_is_cut(
            cells in vec(vec("[a-c,\"\r\n é]{0,6}", 3), 0..8),
            sizes in vec(1..9_usize, 1..40),
        ) {
            let mut csv = "external_id,user_name,display_name\r\n".to_owned();
            let mut ndjson = String::new();
            for row in &cells {
                let quoted: Vec<String> =
                    row.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect();
                csv.push_str(&format!("{}\r\n", quoted.join(",")));
                ndjson.push_str(&format!("{}\n", json!({"external_id": row[0]})));
            }
            ndjson.push_str("{}");
            for (media_type, text) in [("text/csv", csv.as_bytes()), ("application/x-ndjson", ndjson.as_bytes())] {
                let whole = read(media_type, &[text]).unwrap();
                let mut pieces = Vec::new();
                let mut rest = text;
                let mut sizes = sizes.iter().cycle();
                while !rest.is_empty() {
                    let (piece, after) = rest.split_at(rest.len().min(*sizes.next().unwrap()));
                    pieces.push(piece);
                    rest = after;
                }
                prop_assert_eq!(&read(media_type, &pieces).unwrap(), &whole);
                // A cell is trimmed, and an empty one is left out.
                let cell = |cell: &String| match (media_type, trimmed(cell)) {
                    ("text/csv", "") => Value::Null,
                    ("text/csv", cell) => cell.into(),
                    _ => cell.as_str().into(),
                };
                let given: Vec<Value> = whole.iter().map(|row| fields(row)["external_id"].clone()).collect();
                let expected: Vec<Value> = cells.iter().map(|row| cell(&row[0])).collect();
                prop_assert_eq!(&given[..expected.len()], &expected[..]);
            }
        }
    }
}
