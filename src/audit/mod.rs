//! The audit log: who changed what, and who read the plans of others.
//!
//! Every event is an audit record, and so are reads of another person's plan ([`crate::reads`]). Both are written by
//! what they record, without the chain. The worker copies them into `audit_records`, in the order of their commits,
//! each with a digest that covers the record and the digest before it ([`chain`]). So a transaction that writes never
//! waits for another, and a record is written once.
//!
//! A record holds ids. What is personal in it, such as the reason why a link was ended, lies in `audit_details` and may
//! be erased: the record keeps its digest, and the log can still be verified.

mod access_log;
mod api;
pub mod chain;
mod head;
mod retention;
mod seal;
mod store;
mod verify;

pub use self::{
    access_log::{PlanRead, list_reads_of},
    retention::delete_expired,
    seal::{mend_heads, seal},
    verify::{Fault, Verified, verify},
};
use crate::http::{Operations, add_operations};

pub fn operations(list: &mut Operations) {
    add_operations!(
        list,
        api: list_audit_log, export_audit_log;
        access_log: read_access_log;
    );
}
