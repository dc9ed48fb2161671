//! Parses the rows of an import while the body arrives: CSV (RFC 4180), or NDJSON with one object per line.

use csv_core::{ReadRecordResult, Reader};
use serde_json::{Map, Value};

use super::error::PeopleError;
use crate::http::{
    FieldError,
    ndjson::{self, Lines},
    ndjson::{MAX_ROW_BYTES, Row},
    problem::count,
    schema,
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

/// An incremental parser for one of the two formats.
#[derive(Debug)]
pub enum Rows {
    Csv(Box<Csv>),
    Ndjson(Lines),
}

impl Rows {
    /// The parser for a media type; None if the media type is not supported.
    pub fn of(media_type: &str) -> Option<Self> {
        match media_type {
            "text/csv" => Some(Self::Csv(Box::default())),
            ndjson::MEDIA_TYPE => Some(Self::Ndjson(Lines::default())),
            _ => None,
        }
    }

    /// Parses the next `bytes` of the body and returns the rows that end within them.
    pub fn read(&mut self, bytes: &[u8]) -> Result<Vec<Row>, PeopleError> {
        match self {
            Self::Csv(csv) => csv.read(bytes),
            Self::Ndjson(lines) => Ok(lines.read(bytes)),
        }
    }

    /// Ends the body and returns the last row, if it had no line break.
    pub fn end(&mut self) -> Result<Vec<Row>, PeopleError> {
        match self {
            Self::Csv(csv) => csv.end(),
            Self::Ndjson(lines) => {
                let last = lines.end();
                if lines.is_empty() { Err(PeopleError::Empty) } else { Ok(last.into_iter().collect()) }
            }
        }
    }
}

/// An incremental parser for CSV with a header row.
#[derive(Debug)]
pub struct Csv {
    reader: Reader,
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
}

impl Default for Csv {
    fn default() -> Self {
        Self {
            reader: Reader::new(),
            columns: None,
            text: vec![0; MAX_ROW_BYTES],
            ends: vec![0; MAX_FIELDS],
            bytes: 0,
            fields: 0,
            too_long: false,
        }
    }
}

impl Csv {
    fn read(&mut self, mut bytes: &[u8]) -> Result<Vec<Row>, PeopleError> {
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
        let mut rows = Vec::new();
        loop {
            match self.advance(b"").0 {
                ReadRecordResult::Record => rows.extend(self.finish_record()?),
                ReadRecordResult::End if self.columns.is_none() => return Err(PeopleError::Empty),
                ReadRecordResult::End => return Ok(rows),
                _ => {}
            }
        }
    }

    /// Parses until a row or `bytes` end. Empty `bytes` mean the end of the body. Returns the number of bytes read.
    fn advance(&mut self, bytes: &[u8]) -> (ReadRecordResult, usize) {
        let text = self.text.get_mut(self.bytes..).unwrap_or_default();
        let ends = self.ends.get_mut(self.fields..).unwrap_or_default();
        let (result, read, written, ended) = self.reader.read_record(bytes, text, ends);
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
        self.bytes = 0;
        let mut start = 0;
        let cells: Vec<&[u8]> = (self.ends.iter().take(fields))
            .map(|end| {
                let cell = self.text.get(start..*end).unwrap_or_default();
                start = *end;
                cell
            })
            .collect();
        match &self.columns {
            Some(_) if too_long => Ok(Some(too_long_row())),
            Some(columns) => Ok(Some(csv_row(columns, &cells))),
            None if too_long => Err(PeopleError::LongHeader),
            None => {
                self.columns = Some(columns(&cells)?);
                Ok(None)
            }
        }
    }
}

/// The columns that the header row names.
fn columns(cells: &[&[u8]]) -> Result<Vec<&'static str>, PeopleError> {
    let mut columns = Vec::new();
    let mut faults = Vec::new();
    for cell in cells {
        let name = String::from_utf8_lossy(cell);
        let name = name.trim();
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
        let value = match (*column, &*text) {
            (column, text) if REQUIRED.contains(&column) => text.into(),
            (_, "") => Value::Null,
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

fn parse_bool(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
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
        rows.extend(reader.end()?);
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
            "display_name": "Ana", "active": false, "external_id": "E1", "user_name": "ana", "email": null,
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
        assert_eq!(read("application/x-ndjson", &[b" \n\n"]), Err(PeopleError::Empty));
        assert_eq!(csv("external_id,user_name,display_name"), Ok(Vec::new()));
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
                let given: Vec<&Value> = whole.iter().map(|row| &fields(row)["external_id"]).collect();
                let expected: Vec<&String> = cells.iter().map(|row| &row[0]).collect();
                prop_assert_eq!(&given[..expected.len()], &expected[..]);
            }
        }
    }
}
