//! Operations that span several slices, such as sharing a plan. Each makes all its changes in one transaction.

pub mod directory;
mod handover;
mod lifecycle;
mod renew;
mod share;

use crate::http::{Operations, add_operations};

pub fn operations(list: &mut Operations) {
    add_operations!(
        list,
        share: share_plan;
        lifecycle: withdraw_plan, agree_plan, complete_plan, archive_plan;
        renew: renew_plan;
        handover: read_handover, answer_handover;
        directory: import_people;
    );
}
