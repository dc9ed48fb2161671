//! People of the directory, as callers.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use chrono::{DateTime, Utc};
use groundwork::{
    entity::{
        person::{self, PersonSource},
        tenant,
    },
    ids::{PersonId, TenantId},
    names,
};
use sea_orm::{ActiveModelTrait, DbErr, IntoActiveModel};
use serde_json::{Value, json};

use super::{Reply, TestApp, database::TestDatabase};

/// A caller with a token, who need not be in the directory.
#[derive(Clone)]
pub struct Person {
    pub app: TestApp,
    pub id: String,
    pub token: String,
}

impl TestApp {
    /// An employee and the employee's manager.
    pub async fn employee_and_manager(&self) -> (Person, Person) {
        let ben = self.person("ben", None).await;
        let ana = self.person("ana", Some(&ben)).await;
        (ana, ben)
    }

    /// A new person of the directory, in the time zone UTC.
    pub async fn person(&self, user_name: &str, manager: Option<&Person>) -> Person {
        self.person_in("acme", user_name, manager, "UTC").await
    }

    pub async fn person_in(
        &self,
        tenant: &str,
        user_name: &str,
        manager: Option<&Person>,
        zone: &str,
    ) -> Person {
        let id: PersonId = self.state().ids.next();
        let manager_id = manager.map(|manager| manager.id.parse().unwrap());
        add_person(self.database(), tenant, user_name, id, manager_id, zone, self.clock().now())
            .await
            .unwrap();
        let token = self.token(json!({"tenant": tenant, "sub": user_name}));
        Person { app: self.clone(), id: id.to_string(), token }
    }

    /// Moves a person of `acme` to another manager.
    pub async fn moves(&self, person: &Person, manager: &Person) {
        let manager_id = sea_orm::Set(Some(manager.id.parse().unwrap()));
        self.changes(person, person::ActiveModel { manager_id, ..Default::default() }).await;
    }

    /// Makes a person of `acme` inactive.
    pub async fn leaves(&self, person: &Person) {
        let active = sea_orm::Set(false);
        self.changes(person, person::ActiveModel { active, ..Default::default() }).await;
    }

    async fn changes(&self, person: &Person, mut row: person::ActiveModel) {
        row.tenant_id = sea_orm::Set(TenantId::of("acme"));
        row.id = sea_orm::Set(person.id.parse().unwrap());
        let connection = self.database().connect().await;
        row.update(&connection).await.unwrap();
        connection.close().await.unwrap();
        // As an import does it, without its events: whose agreement counts depends on the manager.
        let agreed = "update plans set manager_agreed_at = ( \
                 select min(a.agreed_at) from agreements a join people o on o.id = plans.owner_id \
                 left join people m on m.id = o.manager_id and m.active \
                 where a.plan_id = plans.id and a.revision = plans.latest_revision and (a.person_id = m.id \
                     or a.acting and a.manager_id is not distinct from o.manager_id)) \
             where shared_at is not null";
        self.database().execute(agreed).await;
        self.state().people_generation.advance();
    }

    /// An HR administrator, who is in the directory.
    pub fn hr_admin(&self) -> Person {
        self.hr_admin_of("acme")
    }

    /// The HR administrator of a tenant.
    pub fn hr_admin_of(&self, tenant: &str) -> Person {
        let (app, of, id) = (self.clone(), tenant.to_owned(), self.state().ids.next::<PersonId>());
        let adding = std::thread::spawn(move || {
            let adding = add_person(app.database(), &of, "hr", id, None, "UTC", app.clock().now());
            actix_web::rt::System::new().block_on(adding)
        });
        // Every call but the first finds the person there.
        let _ = adding.join().unwrap();
        self.bearer(json!({"tenant": tenant, "sub": "hr", "roles": ["hr_admin"]}))
    }

    /// A service with some scopes, separated by spaces.
    pub fn service(&self, scopes: &str) -> Person {
        self.service_of("acme", "portal", scopes)
    }

    /// A service of a tenant, by its name.
    pub fn service_of(&self, tenant: &str, name: &str, scopes: &str) -> Person {
        self.bearer(json!({"tenant": tenant, "sub": name, "client_id": name, "scope": scopes}))
    }

    /// A caller with these claims in the token.
    pub fn bearer(&self, claims: Value) -> Person {
        Person { app: self.clone(), id: String::new(), token: self.token(claims) }
    }
}

/// Adds a person, and the person's tenant if it is new.
async fn add_person(
    database: &TestDatabase,
    tenant: &str,
    user_name: &str,
    id: PersonId,
    manager_id: Option<PersonId>,
    zone: &str,
    now: DateTime<Utc>,
) -> Result<(), DbErr> {
    let tenant_id = TenantId::of(tenant);
    let connection = database.connect().await;
    let row = tenant::Model {
        id: tenant_id,
        name: tenant.to_owned(),
        created_at: now,
        forgotten_position: 0,
        restored_position: 0,
        opened_at: None,
        events_kept_days: None,
        leavers_kept_days: None,
    };
    // Every person but the first finds the tenant there.
    let _ = row.into_active_model().insert(&connection).await;
    let row = person::Model {
        tenant_id,
        id,
        external_id: format!("x-{user_name}"),
        user_name: user_name.to_owned(),
        display_name: user_name.to_owned(),
        email: None,
        manager_id,
        manager_external_id: None,
        department: None,
        title: None,
        time_zone: zone.to_owned(),
        active: true,
        created_at: now,
        updated_at: now,
        version: 1,
        manager_gone_at: None,
        deactivated_at: None,
        external_id_key: Some(names::key(&format!("x-{user_name}"))),
        user_name_key: Some(names::key(user_name)),
        email_key: None,
        user_name_collides: false,
        link_name: None,
        link_email: None,
        source: PersonSource::Import,
        given_name: None,
        family_name: None,
        locale: None,
        employee_number: None,
        external_id_given: true,
        deleted_at: None,
        erased_at: None,
    };
    let added = row.into_active_model().insert(&connection).await;
    connection.close().await?;
    added.map(drop)
}

impl Person {
    /// The same person with a token that is good for another hour, once the clock has moved.
    pub fn with_new_token(&self) -> Self {
        let claims: Value = {
            let payload = self.token.split('.').nth(1).unwrap();
            serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(payload).unwrap()).unwrap()
        };
        let mut claims = claims.as_object().unwrap().clone();
        claims.remove("exp");
        Self { token: self.app.token(Value::Object(claims)), ..self.clone() }
    }

    pub fn request(&self, method: &str, path: &str) -> reqwest::RequestBuilder {
        self.app.request(method, path).bearer_auth(&self.token)
    }

    pub async fn get(&self, path: &str) -> Reply {
        Reply::of(self.request("GET", path)).await
    }

    pub async fn post(&self, path: &str, body: Value) -> Reply {
        Reply::of(self.request("POST", path).json(&body)).await
    }

    pub async fn patch(&self, path: &str, body: Value) -> Reply {
        Reply::of(self.request("PATCH", path).json(&body)).await
    }

    pub async fn put(&self, path: &str, body: Value) -> Reply {
        Reply::of(self.request("PUT", path).json(&body)).await
    }

    pub async fn delete(&self, path: &str) -> Reply {
        Reply::of(self.request("DELETE", path)).await
    }

    /// All items of a list, page by page.
    pub async fn list(&self, path: &str) -> Vec<Value> {
        let separator = if path.contains('?') { '&' } else { '?' };
        let mut items = Vec::new();
        let mut cursor = String::new();
        loop {
            let page = self.get(&format!("{path}{separator}limit=100{cursor}")).await.is(200);
            items.extend(page["items"].as_array().unwrap().clone());
            match page["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => return items,
            }
        }
    }

    /// A plan whose every question is answered, with one action item; still a draft.
    pub async fn prepares_a_ready_plan(&self) -> Value {
        let plan = self
            .post("/v1/plans", json!({"title": "Grow into the lead", "answers": ready_answers()}))
            .await
            .is(201);
        let area = &plan["answers"]["development_areas"][0]["id"];
        let item =
            json!({"title": "Lead the design review", "development_area_id": area, "due_on": "2026-09-01"});
        self.adds(&plan, item).await;
        self.reads(&plan).await
    }

    /// Such a plan, shared.
    pub async fn shares_a_ready_plan(&self) -> Value {
        let plan = self.prepares_a_ready_plan().await;
        self.shares(&plan).await
    }

    pub async fn shares(&self, plan: &Value) -> Value {
        self.post(&format!("{}/share", path(plan)), json!({})).await.is(200)
    }

    pub async fn agrees(&self, plan: &Value) -> Value {
        self.post(&format!("{}/agree", path(plan)), json!({})).await.is(200)
    }

    /// Changes a plan's status, for example by `withdraw`.
    pub async fn takes(&self, step: &str, plan: &Value, particulars: Value) -> Reply {
        self.post(&format!("{}/{step}", path(plan)), particulars).await
    }

    /// A plan that owner and manager have agreed to.
    pub async fn agrees_on_a_ready_plan_with(&self, manager: &Person) -> Value {
        let plan = self.shares_a_ready_plan().await;
        self.agrees(&plan).await;
        manager.agrees(&plan).await;
        self.reads(&plan).await
    }

    /// Asks a person for feedback on some sections of a shared plan.
    pub async fn invites(&self, plan: &Value, reviewer: &Person, sections: Value) -> Value {
        let request = json!({"reviewer_id": reviewer.id, "sections": sections});
        self.post(&format!("{}/feedback-requests", path(plan)), request).await.is(201)
    }

    /// A new action item of a plan.
    pub async fn adds(&self, plan: &Value, item: Value) -> Value {
        self.post(&format!("{}/action-items", path(plan)), item).await.is(201)
    }

    /// A new entry in the history of an action item.
    pub async fn records(&self, item: &Value, progress: Value) -> Value {
        self.post(&format!("{}/progress", item_path(item)), progress).await.is(201)
    }

    pub async fn changes(&self, plan: &Value, change: Value) -> Value {
        self.patch(&path(plan), change).await.is(200)
    }

    pub async fn reads(&self, plan: &Value) -> Value {
        self.get(&path(plan)).await.is(200)
    }

    /// The first action item of a plan.
    pub async fn first_item(&self, plan: &Value) -> Value {
        self.get(&format!("{}/action-items", path(plan))).await.is(200)["items"][0].clone()
    }
}

/// Where a plan is.
pub fn path(plan: &Value) -> String {
    format!("/v1/plans/{}", plan["id"].as_str().unwrap())
}

/// Where an action item is.
pub fn item_path(item: &Value) -> String {
    format!("/v1/action-items/{}", item["id"].as_str().unwrap())
}

/// Answers to every question but the last.
pub fn ready_answers() -> Value {
    let both = json!(["short_term", "long_term"]);
    json!({
        "mission_statement": "Help teams to understand their data",
        "values": [
            {"name": "Honesty", "aligned_with": both},
            {"name": "Curiosity", "aligned_with": both},
            {"name": "Family", "aligned_with": ["long_term"]},
            {"name": "Health", "aligned_with": ["long_term"]},
            {"name": "Craft", "aligned_with": ["short_term"]},
        ],
        "motivators": [{"name": "Hard problems", "aligned_with": ["short_term"]}],
        "short_term_objective": {
            "summary": "Lead the platform team",
            "kind": "new_assignment",
            "detail": "Team lead of the data platform",
            "target_on": "2026-12-01",
        },
        "long_term_objective": {"summary": "Shape how a company uses its data", "horizon_years": 8},
        "strengths": [{"name": "Clear writing", "aligned_with": ["long_term"]}],
        "development_areas": [{"name": "Delegating", "aligned_with": ["short_term"]}],
    })
}
