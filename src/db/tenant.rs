//! Handles that see one tenant's rows only.

use super::pool::Pool;
use crate::ids::TenantId;

/// Reads of one tenant's rows, each its own statement.
pub type Reader = Tenant<Pool>;

/// A connection that sees one tenant's rows only.
#[derive(Debug)]
pub struct Tenant<C> {
    pub(super) id: TenantId,
    pub(super) connection: C,
}
