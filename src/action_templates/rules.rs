//! The rules of templates, as pure functions: no database, no clock.

use super::error::TemplateError;
use crate::{
    auth::permissions::{Right, Role, Roles},
    entity::action_template::{self, TemplateAudience},
    http::FieldError,
    record::Tracked,
};

/// Maximum templates of a tenant for everyone.
const MAX_FOR_EVERYONE: i64 = 500;

/// Maximum templates of one manager.
const MAX_FOR_REPORTS: i64 = 100;

/// The error of a `template_id` that names no template that is offered to the caller.
pub fn not_offered() -> FieldError {
    FieldError::new("/template_id", "is not the id of a template that you may see")
}

/// The audience of a template whose author names none: that of the author's office.
pub fn usual_audience(roles: &Roles) -> TemplateAudience {
    if roles.may(Right::OfferToEveryone) { TemplateAudience::Everyone } else { TemplateAudience::Reports }
}

/// The right that offering to an audience needs.
pub fn right_to_offer(audience: TemplateAudience) -> Right {
    match audience {
        TemplateAudience::Everyone => Right::OfferToEveryone,
        TemplateAudience::Reports => Right::OfferToReports,
    }
}

/// The right that changing a template needs: HR does not change the words of a manager.
pub fn right_to_change(template: &action_template::Model) -> Right {
    match template.audience {
        TemplateAudience::Everyone => Right::OfferToEveryone,
        TemplateAudience::Reports => Right::ChangeOwnTemplate,
    }
}

/// The right that deleting a template needs.
pub fn right_to_delete(template: &action_template::Model) -> Right {
    match template.audience {
        TemplateAudience::Everyone => Right::OfferToEveryone,
        TemplateAudience::Reports => Right::DeleteTemplate,
    }
}

/// The roles of a caller with `roles` for a template. `is_author` tells whether the caller wrote it.
pub fn roles(roles: Roles, template: &action_template::Model, is_author: bool) -> Roles {
    roles.with(Role::Author, is_author && template.audience == TemplateAudience::Reports)
}

/// Whether there is room for one more where there are `present`.
pub fn has_room(audience: TemplateAudience, present: i64) -> Result<(), TemplateError> {
    match audience {
        TemplateAudience::Everyone if present >= MAX_FOR_EVERYONE => {
            Err(TemplateError::TooManyForEveryone(MAX_FOR_EVERYONE))
        }
        TemplateAudience::Reports if present >= MAX_FOR_REPORTS => {
            Err(TemplateError::TooManyForReports(MAX_FOR_REPORTS))
        }
        _ => Ok(()),
    }
}

impl Tracked for action_template::Model {
    /// Keeps the URI of the reference, by which lists filter, in a column of its own.
    fn derive(&mut self, _: Option<&Self>, _: chrono::DateTime<chrono::Utc>) {
        let reference: Option<crate::plans::Reference> =
            self.reference.as_deref().and_then(|json| serde_json::from_str(json).ok());
        self.reference_uri = reference.map(|reference| reference.uri);
    }
}
