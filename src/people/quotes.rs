//! Finds misplaced quotes in CSV, which the parser takes in silence: it keeps those of ` "Ana" ` and drops one of
//! `"A"na`. RFC 4180 allows quotes only around a whole field, and in such a field two that stand for one.

/// Where in a row the reader is.
#[derive(Clone, Copy, Debug)]
enum Place {
    FieldStart,
    Unquoted,
    Quoted,
    /// Behind a quote in a quoted field. It ends the field, unless another quote follows.
    BehindQuote,
}

/// Reads the same bytes as the parser, and keeps the first field of the row that has a misplaced quote.
#[derive(Debug)]
pub struct Quotes {
    separator: u8,
    place: Place,
    field: usize,
    misplaced: Option<usize>,
}

impl Quotes {
    pub fn new(separator: u8) -> Self {
        Self { separator, place: Place::FieldStart, field: 0, misplaced: None }
    }

    /// Reads the next bytes of a row, which may end in them.
    pub fn read(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.place = match (self.place, byte) {
                (Place::Quoted, b'"') => Place::BehindQuote,
                (Place::Quoted, _) | (Place::FieldStart | Place::BehindQuote, b'"') => Place::Quoted,
                (_, b'\r' | b'\n') => {
                    self.field = 0;
                    Place::FieldStart
                }
                (_, byte) if *byte == self.separator => {
                    self.field += 1;
                    Place::FieldStart
                }
                (place, byte) => {
                    if *byte == b'"' || matches!(place, Place::BehindQuote) {
                        self.misplaced = self.misplaced.or(Some(self.field));
                    }
                    Place::Unquoted
                }
            };
        }
    }

    /// The number, from 0, of the first field with a misplaced quote in the row that has ended.
    pub fn end_row(&mut self) -> Option<usize> {
        self.misplaced.take()
    }
}
