//! Talks of employees with their managers.

use serde_json::{Value, json};

use super::service::{Service, id};

/// Plans a talk, in so many days, at an hour (UTC).
pub async fn plan(
    service: &Service,
    manager: &str,
    plan: &str,
    (days, hour): (i64, i64),
    rhythm: &str,
) -> anyhow::Result<()> {
    let talk = json!({
        "starts_at": service.working_hour_in(days, hour),
        "rhythm": rhythm,
        "location": "Video call",
    });
    service.post(manager, &format!("/plans/{plan}/discussions"), talk).await?;
    Ok(())
}

/// Holds the talk that is planned, with notes and outcomes: all of the agenda has been talked about.
pub async fn hold(
    service: &Service,
    manager: &str,
    plan: &str,
    notes: &str,
    outcomes: Value,
) -> anyhow::Result<()> {
    let talk = planned(service, manager, plan).await?;
    let mut agenda = talk["agenda"].clone();
    for line in agenda.as_array_mut().into_iter().flatten() {
        line["done"] = true.into();
    }
    let path = format!("/discussions/{}", id(&talk)?);
    let written = json!({"agenda": agenda, "shared_notes": notes, "outcomes": outcomes});
    service.patch(manager, &path, written).await?;
    service.post(manager, &format!("{path}/hold"), json!({})).await?;
    Ok(())
}

pub async fn cancel(service: &Service, who: &str, plan: &str, message: &str) -> anyhow::Result<()> {
    let talk = planned(service, who, plan).await?;
    let path = format!("/discussions/{}/cancel", id(&talk)?);
    service.post(who, &path, json!({"message": message})).await?;
    Ok(())
}

async fn planned(service: &Service, who: &str, plan: &str) -> anyhow::Result<Value> {
    service.find(who, &format!("/plans/{plan}/discussions"), "status", "planned").await
}
