//! Operations that span several slices, such as sharing a plan. Each makes all its changes in one transaction.

pub mod directory;
mod handover;
mod lifecycle;
mod renew;
mod share;

use crate::http::Mount;

pub fn routes(config: &mut impl Mount) {
    config
        .service(share::share_plan)
        .service(lifecycle::withdraw_plan)
        .service(lifecycle::agree_plan)
        .service(lifecycle::complete_plan)
        .service(lifecycle::archive_plan)
        .service(renew::renew_plan)
        .service(handover::read_handover)
        .service(handover::answer_handover)
        .service(directory::import_people);
}
