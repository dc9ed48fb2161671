//! What the response to an import of people says.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{http::FieldError, ids::PersonId};

/// The outcome of an import.
#[derive(Debug, Default, Serialize, Deserialize, ToSchema)]
pub struct ImportResult {
    /// Number of created people.
    #[schema(minimum = 0, maximum = 10000)]
    pub created: usize,
    /// Number of updated people.
    #[schema(minimum = 0, maximum = 10000)]
    pub updated: usize,
    /// Number of people who already had the values of their row.
    #[schema(minimum = 0, maximum = 10000)]
    pub unchanged: usize,
    /// Number of rejected rows.
    #[schema(minimum = 0, maximum = 10000)]
    pub failed: usize,
    /// The outcome of each row, in order, up to 4 MiB.
    #[schema(max_items = 10000)]
    pub rows: Vec<ImportRow>,
    /// Number of rows whose outcome `rows` leaves out. The counts include them.
    #[schema(minimum = 0, maximum = 10000)]
    pub results_left_out: usize,
    /// What is odd about rows that were applied, in the order of the rows.
    #[schema(max_items = 1000)]
    pub warnings: Vec<ImportWarning>,
    /// Number of warnings that `warnings` leaves out.
    #[schema(minimum = 0, maximum = 10000)]
    pub warnings_left_out: usize,
}

/// Something odd about a row that was applied.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ImportWarning {
    /// Row number, from 1.
    #[schema(minimum = 1, maximum = 10000)]
    pub row: usize,
    pub code: ImportWarningCode,
    #[schema(
        example = "no person has the external_id \"E1001\"; the manager is set when that person is imported"
    )]
    pub detail: String,
}

/// The kind of a warning.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportWarningCode {
    /// The manager is not in the directory, nor in another row that was applied.
    ManagerNotFound,
}

/// The outcome of one row of an import.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
pub struct ImportRow {
    /// Row number, from 1; the header row of CSV is not counted.
    #[schema(minimum = 1, maximum = 10000)]
    pub row: usize,
    /// The id in the row; null if it could not be read.
    #[schema(required, example = "E1042")]
    pub external_id: Option<String>,
    pub status: ImportStatus,
    /// Null if the row was rejected.
    #[schema(required)]
    pub person_id: Option<PersonId>,
    /// The errors of a rejected row, at most 100; empty for other rows.
    #[schema(max_items = 100)]
    pub errors: Vec<FieldError>,
    /// Number of errors that `errors` leaves out.
    #[schema(minimum = 0)]
    pub errors_left_out: usize,
}

/// The outcome of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportStatus {
    /// The person was created.
    Created,
    /// The person was updated.
    Updated,
    /// The person already had the values of the row.
    Unchanged,
    /// The row was rejected; nothing of it was applied.
    Failed,
}
