//! The permission table, tested cell by cell.

use chrono::{DateTime, Duration, Utc};

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, path},
};

/// The expected status of each request, by caller.
///
/// The reviewer was asked about all sections; the service has every scope and the unscoped one none of ours;
/// elsewhere is a person of another tenant with the owner's user name; the stranger is a colleague. The last four have
/// a relation in force: an acting manager, a matrix manager who was asked about all sections, and an HR partner of the
/// owner, and a delegate of the manager. Each column begins with the first letters of its caller. The owner's `{item}`
/// is hers to do, and `{support}` was promised by her manager. Once answered, `{feedback}` is the manager's, submitted,
/// and `{begun}` the reviewer's, not submitted yet. `{comment}` and `{proposal}` are the manager's. `{left}` was
/// promised by the stranger as the manager of an earlier time. `{talk}` is a discussion that the owner has planned, and
/// `{secret}` that of her calendar. Of the templates, `{template}` is the manager's for the reports, and `{common}`
/// that of HR for everyone.
const TABLE: &str = "
                                                           own man sen rev hr  ser uns els str act mat par del
draft
GET    /v1/plans/{plan}                                    200 404 404 404 404 404 403 404 404 404 404 404 404
GET    /v1/plans/{plan}/readiness                          200 404 404 404 404 404 403 404 404 404 404 404 404
GET    /v1/plans/{plan}/access-log                         200 404 404 404 404 404 403 404 404 404 404 404 404
GET    /v1/plans/{plan}/revisions                          200 404 404 404 404 404 403 404 404 404 404 404 404
GET    /v1/plans/{plan}/action-items                       200 404 404 404 404 404 403 404 404 404 404 404 404
GET    /v1/action-items/{item}                             200 404 404 404 404 404 403 404 404 404 404 404 404
GET    /v1/action-items/{item}/progress                    200 404 404 404 404 404 403 404 404 404 404 404 404
PATCH  /v1/plans/{plan}                                    200 404 404 404 404 404 403 404 404 404 404 404 404
POST   /v1/plans/{plan}/share                              200 404 404 404 404 404 403 404 404 404 404 404 404
POST   /v1/plans/{plan}/withdraw                           409 404 404 404 404 404 403 404 404 404 404 404 404
POST   /v1/plans/{plan}/agree                              409 404 404 404 404 404 403 404 404 404 404 404 404
POST   /v1/plans/{plan}/complete                           409 404 404 404 404 404 403 404 404 404 404 404 404
POST   /v1/plans/{plan}/archive                            200 404 404 404 404 404 403 404 404 404 404 404 404
POST   /v1/plans/{plan}/renew                              409 404 404 404 404 404 403 404 404 404 404 404 404
DELETE /v1/plans/{plan}                                    204 404 404 404 404 404 403 404 404 404 404 404 404
POST   /v1/plans/{plan}/action-items                       201 404 404 404 404 404 403 404 404 404 404 404 404
PATCH  /v1/action-items/{item}                             200 404 404 404 404 404 403 404 404 404 404 404 404
POST   /v1/action-items/{item}/progress                    201 404 404 404 404 404 403 404 404 404 404 404 404
DELETE /v1/action-items/{item}                             204 404 404 404 404 404 403 404 404 404 404 404 404
GET    /v1/plans/{plan}/feedback                           200 404 404 404 404 404 403 404 404 404 404 404 404
POST   /v1/plans/{plan}/feedback                           403 404 404 404 404 404 403 404 404 404 404 404 404
GET    /v1/plans/{plan}/feedback-requests                  200 404 404 404 404 404 403 404 404 404 404 404 404
POST   /v1/plans/{plan}/feedback-requests                  409 404 404 404 404 404 403 404 404 404 404 404 404
GET    /v1/plans/{plan}/discussions                        200 404 404 404 404 404 403 404 404 404 404 404 404
POST   /v1/plans/{plan}/discussions                        409 404 404 404 404 404 403 404 404 404 404 404 404
GET    /v1/plans/{plan}/comments                           200 404 404 404 404 404 403 404 404 404 404 404 404
POST   /v1/plans/{plan}/comments                           409 404 404 404 404 404 403 404 404 404 404 404 404
GET    /v1/plans/{plan}/proposals                          200 404 404 404 404 404 403 404 404 404 404 404 404
POST   /v1/plans/{plan}/proposals                          403 404 404 404 404 404 403 404 404 404 404 404 404
GET    /v1/plans/{plan}/brief                              200 404 404 404 404 404 403 404 404 404 404 404 404
shared
GET    /v1/plans/{plan}                                    200 200 404 200 200 200 403 404 404 200 200 200 200
GET    /v1/plans/{plan}/readiness                          200 403 404 403 403 403 403 404 404 403 403 403 403
GET    /v1/plans/{plan}/access-log                         200 403 404 403 403 403 403 404 404 403 403 403 403
GET    /v1/plans/{plan}/revisions                          200 200 404 200 200 200 403 404 404 200 200 200 200
GET    /v1/plans/{plan}/revisions/1                        200 200 404 200 200 200 403 404 404 200 200 200 200
GET    /v1/plans/{plan}/revisions/1/changes?since=1        200 200 404 200 200 200 403 404 404 200 200 200 200
GET    /v1/plans/{plan}/action-items                       200 200 404 403 200 200 403 404 404 200 403 200 200
GET    /v1/action-items/{item}                             200 200 404 404 200 200 403 404 404 200 404 200 200
GET    /v1/action-items/{item}/progress                    200 200 404 404 200 200 403 404 404 200 404 200 200
GET    /v1/action-items/{support}                          200 200 404 404 200 200 403 404 404 200 404 200 200
GET    /v1/people/{manager}/team-progress                  404 200 200 404 200 200 403 404 404 404 404 404 200
GET    /v1/people/{manager}/team-progress/history          404 200 200 404 200 200 403 404 404 404 404 404 200
PATCH  /v1/plans/{plan}                                    200 403 404 403 403 403 403 404 404 403 403 403 403
POST   /v1/plans/{plan}/share                              200 403 404 403 403 403 403 404 404 403 403 403 403
POST   /v1/plans/{plan}/withdraw                           200 403 404 403 403 403 403 404 404 403 403 403 403
POST   /v1/plans/{plan}/agree                              200 200 404 403 403 403 403 404 404 200 403 403 200
POST   /v1/plans/{plan}/complete                           409 409 404 403 403 403 403 404 404 409 403 403 409
POST   /v1/plans/{plan}/archive                            200 403 404 403 200 403 403 404 404 403 403 200 403
POST   /v1/plans/{plan}/renew                              409 403 404 403 403 403 403 404 404 403 403 403 403
DELETE /v1/plans/{plan}                                    409 403 404 403 403 403 403 404 404 403 403 403 403
POST   /v1/plans/{plan}/action-items                       201 201 404 403 403 403 403 404 404 201 201 403 201
PATCH  /v1/action-items/{item}                             200 403 404 404 403 403 403 404 404 403 404 403 403
PATCH  /v1/action-items/{support}                          200 200 404 404 403 403 403 404 404 403 404 403 403
POST   /v1/action-items/{item}/progress                    201 403 404 404 403 201 403 404 404 403 404 403 403
POST   /v1/action-items/{support}/progress                 201 201 404 404 403 201 403 404 404 403 404 403 403
DELETE /v1/action-items/{item}                             204 403 404 404 403 403 403 404 404 403 404 403 403
DELETE /v1/action-items/{support}                          204 204 404 404 403 403 403 404 404 403 404 403 403
GET    /v1/plans/{plan}/feedback                           200 200 404 200 200 200 403 404 404 200 200 200 200
POST   /v1/plans/{plan}/feedback                           403 201 404 201 403 403 403 404 404 201 201 403 201
GET    /v1/plans/{plan}/feedback-requests                  200 200 404 200 200 200 403 404 404 200 200 200 200
POST   /v1/plans/{plan}/feedback-requests                  201 403 404 403 403 403 403 404 404 403 403 403 403
DELETE /v1/feedback-requests/{request}                     204 403 404 403 403 403 403 404 404 403 404 403 403
GET    /v1/plans/{plan}/discussions                        200 200 404 403 200 200 403 404 404 200 403 200 200
POST   /v1/plans/{plan}/discussions                        201 201 404 403 403 403 403 404 404 201 403 403 201
GET    /v1/discussions/{talk}                              200 200 404 404 200 200 403 404 404 200 404 200 200
GET    /v1/discussions/{talk}/calendar.ics                 200 200 404 404 403 403 403 404 404 200 404 403 200
PATCH  /v1/discussions/{talk}                              200 200 404 404 403 403 403 404 404 200 404 403 200
POST   /v1/discussions/{talk}/hold                         200 200 404 404 403 403 403 404 404 200 404 403 200
POST   /v1/discussions/{talk}/cancel                       200 200 404 404 403 403 403 404 404 200 404 403 200
DELETE /v1/discussions/{talk}                              204 403 404 404 403 403 403 404 404 403 404 403 403
GET    /v1/calendar/{secret}.ics                           200 200 200 200 200 200 200 200 200 200 200 200 200
GET    /v1/plans/{plan}/comments                           200 200 404 200 200 200 403 404 404 200 200 200 200
POST   /v1/plans/{plan}/comments                           201 201 404 201 403 403 403 404 404 201 201 403 201
DELETE /v1/comments/{comment}                              403 204 404 404 403 403 403 404 404 403 404 403 403
GET    /v1/plans/{plan}/proposals                          200 200 404 200 200 200 403 404 404 200 200 200 200
POST   /v1/plans/{plan}/proposals                          403 201 404 201 403 403 403 404 404 201 201 403 201
GET    /v1/proposals/{proposal}                            200 200 404 404 200 200 403 404 404 200 404 200 200
POST   /v1/plans/{plan}/proposals/{proposal}/accept        200 403 404 404 403 403 403 404 404 403 404 403 403
POST   /v1/plans/{plan}/proposals/{proposal}/decline       200 403 404 404 403 403 403 404 404 403 404 403 403
POST   /v1/plans/{plan}/proposals/{proposal}/withdraw      403 200 404 404 403 403 403 404 404 403 404 403 403
GET    /v1/plans/{plan}/brief                              200 200 404 200 200 200 403 404 404 200 200 200 200
answered
GET    /v1/feedback/{feedback}                             200 200 404 404 200 200 403 404 404 200 404 200 200
GET    /v1/feedback/{begun}                                404 404 404 200 404 404 403 404 404 404 404 404 404
PATCH  /v1/feedback/{feedback}                             403 409 404 404 403 403 403 404 404 403 404 403 403
PATCH  /v1/feedback/{begun}                                404 404 404 200 404 404 403 404 404 404 404 404 404
POST   /v1/feedback/{feedback}/submit                      403 409 404 404 403 403 403 404 404 403 404 403 403
POST   /v1/feedback/{begun}/submit                         404 404 404 200 404 404 403 404 404 404 404 404 404
POST   /v1/feedback/{feedback}/acknowledge                 200 403 404 404 403 403 403 404 404 403 404 403 403
POST   /v1/feedback/{begun}/acknowledge                    404 404 404 403 404 404 403 404 404 404 404 404 404
DELETE /v1/feedback/{feedback}                             403 409 404 404 403 403 403 404 404 403 404 403 403
DELETE /v1/feedback/{begun}                                404 404 404 204 404 404 403 404 404 404 404 404 404
agreed
GET    /v1/plans/{plan}                                    200 200 404 200 200 200 403 404 404 200 200 200 200
PATCH  /v1/plans/{plan}                                    200 403 404 403 403 403 403 404 404 403 403 403 403
POST   /v1/plans/{plan}/complete                           200 200 404 403 403 403 403 404 404 200 403 403 200
POST   /v1/plans/{plan}/archive                            200 403 404 403 200 403 403 404 404 403 403 200 403
POST   /v1/plans/{plan}/renew                              201 403 404 403 403 403 403 404 404 403 403 403 403
GET    /v1/people                                          403 403 403 403 200 200 403 403 403 403 403 403 403
GET    /v1/people/{manager}                                403 403 403 403 200 200 403 403 403 403 403 403 403
POST   /v1/people/{linked}/unlink-identity                 403 403 403 403 200 403 403 403 403 403 403 403 403
POST   /v1/people/{linked}/export                          403 403 403 403 200 403 403 403 403 403 403 403 403
POST   /v1/people/{linked}/erase                           403 403 403 403 200 403 403 403 403 403 403 403 403
PUT    /v1/people/{linked}/legal-hold                      403 403 403 403 200 403 403 403 403 403 403 403 403
GET    /v1/people/{linked}/legal-hold                      403 403 403 403 404 403 403 403 403 403 403 403 403
DELETE /v1/people/{linked}/legal-hold                      403 403 403 403 404 403 403 403 403 403 403 403 403
POST   /v1/people/import                                   403 403 403 403 200 200 403 403 403 403 403 403 403
GET    /v1/people/{manager}/relations                      403 200 403 403 200 200 403 403 403 403 403 403 403
PUT    /v1/people/{manager}/relations                      403 200 403 403 200 200 403 403 403 403 403 403 403
GET    /scim/v2/Users                                      403 403 403 403 403 200 403 403 403 403 403 403 403
POST   /scim/v2/Users                                      403 403 403 403 403 201 403 403 403 403 403 403 403
GET    /scim/v2/Users/{linked}                             403 403 403 403 403 200 403 403 403 403 403 403 403
PUT    /scim/v2/Users/{linked}                             403 403 403 403 403 200 403 403 403 403 403 403 403
PATCH  /scim/v2/Users/{linked}                             403 403 403 403 403 200 403 403 403 403 403 403 403
DELETE /scim/v2/Users/{linked}                             403 403 403 403 403 204 403 403 403 403 403 403 403
POST   /scim/v2/Bulk                                       403 403 403 403 403 200 403 403 403 403 403 403 403
handed
GET    /v1/people/{owner}/handover                         404 200 404 404 404 404 403 404 404 200 404 404 404
POST   /v1/people/{owner}/handover                         404 200 404 404 404 404 403 404 404 200 404 404 404
offered
GET    /v1/action-templates                                200 200 200 200 200 200 403 200 200 200 200 200 200
POST   /v1/action-templates                                403 201 201 403 201 201 403 403 403 201 403 403 403
GET    /v1/action-templates/{template}                     200 200 404 404 200 200 403 404 404 404 404 404 404
PATCH  /v1/action-templates/{template}                     403 200 404 404 403 403 403 404 404 404 404 404 404
DELETE /v1/action-templates/{template}                     403 204 404 404 204 204 403 404 404 404 404 404 404
GET    /v1/action-templates/{common}                       200 200 200 200 200 200 403 404 200 200 200 200 200
PATCH  /v1/action-templates/{common}                       403 403 403 403 200 200 403 404 403 403 403 403 403
DELETE /v1/action-templates/{common}                       403 403 403 403 204 204 403 404 403 403 403 403 403
followed
GET    /v1/events                                          403 403 403 403 200 200 403 403 403 403 403 403 403
GET    /v1/audit-log                                       403 403 403 403 200 200 403 403 403 403 403 403 403
GET    /v1/audit-log/export                                403 403 403 403 200 200 403 403 403 403 403 403 403
GET    /v1/questionnaire                                   200 200 200 200 200 200 200 200 200 200 200 200 200
GET    /v1/questionnaires                                  403 403 403 403 200 200 403 403 403 403 403 403 403
GET    /v1/questionnaires/1                                403 403 403 403 200 200 403 403 403 403 403 403 403
POST   /v1/questionnaires                                  403 403 403 403 201 201 403 403 403 403 403 403 403
GET    /v1/webhooks                                        403 403 403 403 200 200 403 403 403 403 403 403 403
POST   /v1/webhooks                                        403 403 403 403 201 201 403 403 403 403 403 403 403
GET    /v1/webhooks/{webhook}                              403 403 403 403 200 200 403 403 403 403 403 403 403
PATCH  /v1/webhooks/{webhook}                              403 403 403 403 200 200 403 403 403 403 403 403 403
POST   /v1/webhooks/{webhook}/rotate-secret                403 403 403 403 200 200 403 403 403 403 403 403 403
POST   /v1/webhooks/{webhook}/test                         403 403 403 403 201 201 403 403 403 403 403 403 403
GET    /v1/webhooks/{webhook}/deliveries                   403 403 403 403 200 200 403 403 403 403 403 403 403
POST   /v1/webhooks/{webhook}/redeliver                    403 403 403 403 200 200 403 403 403 403 403 403 403
POST   /v1/webhooks/{webhook}/deliveries/{delivery}/redeliver 403 403 403 403 200 200 403 403 403 403 403 403 403
DELETE /v1/webhooks/{webhook}                              403 403 403 403 204 204 403 403 403 403 403 403 403
planned
GET    /v1/cycles                                          403 403 403 403 200 200 403 403 403 403 403 403 403
POST   /v1/cycles                                          403 403 403 403 201 201 403 403 403 403 403 403 403
GET    /v1/cycles/{cycle}                                  403 403 403 403 200 200 403 403 403 403 403 403 403
GET    /v1/cycles/{cycle}/coverage                         403 403 403 403 200 200 403 403 403 403 403 200 403
GET    /v1/cycles/{cycle}/references                       403 403 403 403 200 200 403 403 403 403 403 403 403
GET    /v1/cycles/{cycle}/participants                     403 403 403 403 200 200 403 403 403 403 403 403 403
POST   /v1/cycles/{cycle}/participants                     403 403 403 403 200 200 403 403 403 403 403 403 403
PATCH  /v1/cycles/{cycle}                                  403 403 403 403 200 200 403 403 403 403 403 403 403
DELETE /v1/cycles/{cycle}                                  403 403 403 403 204 204 403 403 403 403 403 403 403
";

/// From when and until when the relations of the last four callers are in force.
const PERIOD: [&str; 2] = ["2026-03-02T09:10:00Z", "2026-03-02T09:20:00Z"];

/// All callers of the table.
struct Cast {
    app: TestApp,
    by_name: Vec<(&'static str, Person)>,
}

/// The ids of what the requests are about, by their names in the table.
type Subject = Vec<(&'static str, String)>;

impl Cast {
    async fn gather() -> Self {
        let app = TestApp::start().await;
        let senior = app.person("senior", None).await;
        let manager = app.person("manager", Some(&senior)).await;
        let owner = app.person("owner", Some(&manager)).await;
        let scopes = groundwork::auth::scope::ALL.join(" ");
        let by_name = vec![
            ("owner", owner),
            ("manager", manager),
            ("senior", senior),
            ("reviewer", app.person("reviewer", None).await),
            ("hr", app.hr_admin()),
            ("service", app.service(&scopes)),
            ("unscoped", app.service("reports:read openid")),
            ("elsewhere", app.person_in("globex", "owner", None, "UTC").await),
            ("stranger", app.person("stranger", None).await),
            ("acting", app.person("acting", None).await),
            ("matrix", app.person("matrix", None).await),
            ("partner", app.person("partner", None).await),
            ("delegate", app.person("delegate", None).await),
        ];
        let cast = Self { app, by_name };
        cast.relates("owner", &[("acting", "acting"), ("matrix", "matrix"), ("hr_partner", "partner")]).await;
        cast.relates("manager", &[("delegate", "delegate")]).await;
        cast
    }

    /// Sets relations of a person: their kinds and the other people.
    async fn relates(&self, person: &str, relations: &[(&str, &str)]) {
        let items = relations.iter().map(|(kind, other)| self.relation(kind, other)).collect::<Vec<_>>();
        let path = format!("/v1/people/{}/relations", self.who(person).id);
        self.who("hr").put(&path, json!({"items": items})).await.is(200);
    }

    fn relation(&self, kind: &str, other: &str) -> Value {
        let [starts_at, ends_at] = PERIOD;
        json!({"kind": kind, "person_id": self.who(other).id, "starts_at": starts_at, "ends_at": ends_at})
    }

    fn who(&self, name: &str) -> &Person {
        &self.by_name.iter().find(|(known, _)| *known == name).unwrap().1
    }

    async fn subject(&self, state: &str) -> Subject {
        let (owner, manager, reviewer) = (self.who("owner"), self.who("manager"), self.who("reviewer"));
        let id = |thing: &Value| thing["id"].as_str().unwrap().to_owned();
        if state == "followed" {
            let portal = self.who("service");
            let webhook = portal.post("/v1/webhooks", webhook()).await.is(201);
            let test = format!("/v1/webhooks/{}/test", id(&webhook));
            let delivery = portal.post(&test, json!({})).await.is(201);
            return vec![("{webhook}", id(&webhook)), ("{delivery}", id(&delivery))];
        }
        if state == "offered" {
            let at = "/v1/action-templates";
            let template = manager.post(at, json!({"title": "Shadow a colleague"})).await.is(201);
            let common = self.who("hr").post(at, json!({"title": "Take a course"})).await.is(201);
            return vec![("{template}", id(&template)), ("{common}", id(&common))];
        }
        if state == "planned" {
            let cycle = self.who("hr").post("/v1/cycles", cycle()).await.is(201);
            return vec![("{cycle}", id(&cycle))];
        }
        let plan = owner.prepares_a_ready_plan().await;
        let item = owner.first_item(&plan).await;
        let mut subject =
            vec![("{plan}", id(&plan)), ("{item}", id(&item)), ("{manager}", manager.id.clone())];
        subject.push(("{owner}", owner.id.clone()));
        if state != "draft" {
            owner.shares(&plan).await;
            let support = manager.adds(&plan, json!({"title": "Open doors"})).await;
            let sections = json!(["basic", "deeper", "planning"]);
            owner.invites(&plan, self.who("matrix"), sections.clone()).await;
            let request = owner.invites(&plan, reviewer, sections).await;
            subject.extend([("{support}", id(&support)), ("{request}", id(&request))]);
            let talk = owner.post(&format!("{}/discussions", path(&plan)), talk()).await.is(201);
            subject.push(("{talk}", id(&talk)));
        }
        if state == "shared" {
            let address = owner.post("/v1/me/calendar", json!({})).await.is(201)["address"].clone();
            let secret = address.as_str().unwrap().rsplit('/').next().unwrap().trim_end_matches(".ics");
            subject.push(("{secret}", secret.to_owned()));
            let comment = json!({"subject": {"kind": "plan", "id": id(&plan)}, "text": "Good"});
            let comment = manager.post(&format!("{}/comments", path(&plan)), comment).await.is(201);
            let proposal = json!({"title": "Try"});
            let proposal = manager.post(&format!("{}/proposals", path(&plan)), proposal).await.is(201);
            subject.extend([("{comment}", id(&comment)), ("{proposal}", id(&proposal))]);
        }
        if state == "handed" {
            let former = self.who("stranger");
            self.app.moves(owner, former).await;
            let left = former.adds(&plan, json!({"title": "Open more doors"})).await;
            self.app.moves(owner, manager).await;
            subject.push(("{left}", id(&left)));
        }
        if state == "answered" {
            let summary = json!({"summary": "Go on"});
            let at = format!("{}/feedback", path(&plan));
            let feedback = manager.post(&at, summary.clone()).await.is(201);
            manager.post(&format!("/v1/feedback/{}/submit", id(&feedback)), json!({})).await.is(200);
            let begun = reviewer.post(&at, summary).await.is(201);
            subject.extend([("{feedback}", id(&feedback)), ("{begun}", id(&begun))]);
        }
        if state == "agreed" {
            owner.agrees(&plan).await;
            manager.agrees(&plan).await;
            let linked = self.app.person(&id(&plan), None).await;
            linked.get("/v1/me").await.is(200);
            subject.push(("{linked}", linked.id));
        }
        subject
    }

    async fn request(&self, caller: &Person, method: &str, path: &str, on: &Subject) -> Reply {
        let path = on.iter().fold(path.to_owned(), |path, (name, id)| path.replace(name, id));
        let request = caller.request(method, &path);
        Reply::of(match (method, path.rsplit('/').next().unwrap()) {
            ("POST", "complete") => request.json(&json!({"reflection": "It went well"})),
            ("POST", "comments") => {
                request.json(&json!({"subject": {"kind": "answer", "id": "values"}, "text": "Good"}))
            }
            ("POST", "proposals") => request.json(&json!({"title": "Try"})),
            ("POST", "action-items") => request.json(&json!({"title": "Read"})),
            ("POST", "feedback-requests") => {
                request.json(&json!({"reviewer_id": self.who("stranger").id, "sections": ["basic"]}))
            }
            ("POST", "import") => request
                .header("content-type", "text/csv")
                .body("external_id,user_name,display_name\nx-new,new,New\n"),
            ("POST", "erase") => {
                // The person is named after the plan.
                let name = on.iter().find(|(name, _)| *name == "{plan}").map(|(_, id)| id);
                request.json(&json!({"reason": "no_longer_necessary", "confirm": name}))
            }
            ("PUT", "legal-hold") => request.json(&json!({"reason": "A dispute"})),
            ("POST", "unlink-identity") => request.json(&json!({"reason": "A new account"})),
            ("POST", "handover") => {
                let left = on.iter().find(|(name, _)| *name == "{left}").map(|(_, id)| id);
                request.json(&json!({"take": left.into_iter().collect::<Vec<_>>()}))
            }
            ("POST", "webhooks") => request.json(&webhook()),
            ("POST", "discussions") => request.json(&talk()),
            ("POST", "action-templates") => request.json(&json!({"title": "Read"})),
            ("POST", "questionnaires") => request.json(&json!({"languages": ["en"]})),
            ("POST", "cycles") => request.json(&cycle()),
            ("POST", "participants") => request.json(&json!({"departments": ["Design"]})),
            ("PATCH", _) if path.contains("/cycles/") => request.json(&json!({"name": "Next year"})),
            ("POST", "redeliver") if !path.contains("/deliveries/") => {
                request.json(&json!({"since": "2026-03-01T00:00:00Z"}))
            }
            ("POST", "progress") => request.json(&json!({"progress_percent": 10})),
            ("POST" | "PUT", _) if path.contains("/Users") => {
                request.json(&json!({"userName": format!("{method}@example.com")}))
            }
            ("POST", "Bulk") => request.json(&json!({"Operations": []})),
            ("PATCH", _) if path.contains("/Users/") => request.json(&json!({
                "Operations": [{"op": "replace", "path": "title", "value": "Lead"}],
            })),
            ("POST", _) => request.json(&json!({})),
            ("PUT", "relations") => request.json(&json!({"items": [self.relation("delegate", "delegate")]})),
            ("PATCH", _) if path.contains("/feedback/") => request.json(&json!({"summary": "Go on and on"})),
            ("PATCH", _) if path.contains("/webhooks/") => request.json(&json!({"description": "Ours"})),
            ("PATCH", _) if path.contains("/discussions/") => request.json(&json!({"location": "Room 4"})),
            ("PATCH", _) => request.json(&json!({"title": "Another title"})),
            _ => request,
        })
        .await
    }
}

fn cycle() -> Value {
    json!({
        "name": "2026", "prepare_by": "2026-04-01", "share_by": "2026-04-10", "respond_by": "2026-04-20",
        "discuss_by": "2026-05-01", "participants": {"departments": ["Platform"]},
    })
}

fn webhook() -> Value {
    json!({"url": "https://hr.example.com/hooks", "event_types": ["groundwork.plan.*"]})
}

fn talk() -> Value {
    json!({"starts_at": "2026-03-10T09:00:00Z"})
}

/// A row of the table.
struct Row {
    state: &'static str,
    method: &'static str,
    path: &'static str,
    /// The expected status by the name of the caller.
    cells: Vec<(&'static str, &'static str)>,
}

impl Row {
    fn all(cast: &Cast) -> Vec<Self> {
        let mut lines = TABLE.lines().filter(|line| !line.is_empty());
        let columns = lines.next().unwrap().split_whitespace();
        let named = |column: &str| {
            let mut names =
                cast.by_name.iter().map(|(name, _)| *name).filter(|name| name.starts_with(column));
            names.next().unwrap_or_else(|| panic!("nobody's name begins with {column}"))
        };
        let columns: Vec<&str> = columns.map(named).collect();
        let mut state = "";
        let mut rows = Vec::new();
        for line in lines {
            let cells: Vec<&str> = line.split_whitespace().collect();
            let [method, path, expected @ ..] = cells.as_slice() else {
                state = line;
                continue;
            };
            assert_eq!(expected.len(), columns.len(), "{line}");
            let cells = columns.iter().copied().zip(expected.iter().copied()).collect();
            rows.push(Self { state, method, path, cells });
        }
        rows
    }

    fn cell(&self, name: &str) -> &'static str {
        self.cells.iter().find(|(known, _)| *known == name).unwrap().1
    }

    /// What a caller with a relation gets while it is not in force. The owner's invitation to the matrix manager
    /// stands.
    fn without_relation(&self, name: &str) -> &'static str {
        match (name, self.method, self.path) {
            ("matrix", "POST", "/v1/plans/{plan}/action-items") => self.cell("reviewer"),
            (_, _, "/v1/calendar/{secret}.ics") => self.cell("stranger"),
            ("matrix", ..) => self.cell("matrix"),
            _ => self.cell("stranger"),
        }
    }
}

/// Sends each request of the table by these callers, and compares the status with what `expected` says.
async fn compare(cast: &Cast, callers: &[&str], expected: impl Fn(&Row, &str) -> &'static str) {
    let mut wrong = Vec::new();
    let rows = Row::all(cast);
    for of_state in rows.chunk_by(|one, next| one.state == next.state) {
        let mut subject = cast.subject(of_state[0].state).await;
        for row @ Row { state, method, path, .. } in of_state {
            for name in callers {
                let expected = expected(row, name);
                let reply = cast.request(cast.who(name), method, path, &subject).await;
                if reply.status.to_string() != expected {
                    wrong.push(format!(
                        "{state}: {method} {path} by {name}: {} and not {expected}",
                        reply.status
                    ));
                }
                match reply.status {
                    403 => {
                        let kind = if *name == "unscoped" { "missing-scope" } else { "forbidden" };
                        reply.refused_at(path, 403, kind);
                    }
                    404 => drop(reply.refused(404, "not-found")),
                    status if status < 300 && *method != "GET" => subject = cast.subject(state).await,
                    _ => {}
                }
            }
        }
    }
    assert!(wrong.is_empty(), "at {}: {wrong:#?}", cast.app.clock().now());
}

#[actix_web::test]
async fn each_caller_may_do_what_the_table_says_and_nothing_else() {
    let cast = Cast::gather().await;
    cast.app.clock().advance(Duration::minutes(15));
    let callers: Vec<&str> = cast.by_name.iter().map(|(name, _)| *name).collect();
    compare(&cast, &callers, |row, name| row.cell(name)).await;
}

/// The request of each action that a plan lists under `may`.
const ACTIONS: [(&str, &str, &str); 14] = [
    ("update", "PATCH", "/v1/plans/{plan}"),
    ("share", "POST", "/v1/plans/{plan}/share"),
    ("withdraw", "POST", "/v1/plans/{plan}/withdraw"),
    ("agree", "POST", "/v1/plans/{plan}/agree"),
    ("complete", "POST", "/v1/plans/{plan}/complete"),
    ("archive", "POST", "/v1/plans/{plan}/archive"),
    ("renew", "POST", "/v1/plans/{plan}/renew"),
    ("delete", "DELETE", "/v1/plans/{plan}"),
    ("add_action_item", "POST", "/v1/plans/{plan}/action-items"),
    ("request_feedback", "POST", "/v1/plans/{plan}/feedback-requests"),
    ("give_feedback", "POST", "/v1/plans/{plan}/feedback"),
    ("plan_discussion", "POST", "/v1/plans/{plan}/discussions"),
    ("comment", "POST", "/v1/plans/{plan}/comments"),
    ("propose", "POST", "/v1/plans/{plan}/proposals"),
];

#[actix_web::test]
async fn a_plan_lists_what_the_table_lets_its_reader_do() {
    let cast = Cast::gather().await;
    cast.app.clock().advance(Duration::minutes(15));
    let rows = Row::all(&cast);
    for of_state in rows.chunk_by(|one, next| one.state == next.state) {
        let Some(read) = of_state.iter().find(|row| (row.method, row.path) == ("GET", "/v1/plans/{plan}"))
        else {
            continue;
        };
        let subject = cast.subject(read.state).await;
        for (name, _) in read.cells.iter().filter(|(_, status)| *status == "200") {
            let plan = cast.request(cast.who(name), "GET", read.path, &subject).await.is(200);
            let may = plan["may"].as_array().unwrap();
            for (action, method, path) in ACTIONS {
                let Some(row) = of_state.iter().find(|row| (row.method, row.path) == (method, path)) else {
                    continue;
                };
                let is_allowed = row.cell(name).starts_with('2');
                assert_eq!(
                    may.contains(&json!(action)),
                    is_allowed,
                    "{}: {action} by {name}: {may:?}",
                    read.state
                );
            }
        }
    }
    for (action, method, path) in ACTIONS {
        assert!(rows.iter().any(|row| (row.method, row.path) == (method, path)), "no row for {action}");
    }
}

#[actix_web::test]
async fn a_relation_gives_its_rights_from_its_first_second_to_its_last() {
    let cast = Cast::gather().await;
    let related = ["acting", "matrix", "partner", "delegate"];
    let begins = PERIOD.map(|at| at.parse::<DateTime<Utc>>().unwrap());
    let second = Duration::seconds(1);
    for (at, in_force) in
        [(begins[0] - second, false), (begins[0], true), (begins[1] - second, true), (begins[1], false)]
    {
        cast.app.clock().advance(at - cast.app.clock().now());
        let expected = |row: &Row, name: &str| {
            if in_force { row.cell(name) } else { row.without_relation(name) }
        };
        compare(&cast, &related, expected).await;
    }
}

#[actix_web::test]
async fn the_table_has_a_row_for_every_operation_on_one_thing() {
    let normal = |path: &str| -> String {
        let path = path.split('?').next().unwrap();
        let variable = |part: &str| part.starts_with('{') || part == "1";
        path.split('/').map(|part| if variable(part) { "{}" } else { part }).collect::<Vec<_>>().join("/")
    };
    let rows: Vec<String> = TABLE
        .lines()
        .filter_map(|line| {
            let mut cells = line.split_whitespace();
            Some(format!("{} {}", cells.next()?.to_lowercase(), normal(cells.next()?)))
        })
        .collect();

    for (path, operations) in groundwork::app::openapi()["paths"].as_object().unwrap() {
        let about_one = path.contains('{') && (path.starts_with("/v1/") || path.contains("/Users"));
        for method in operations.as_object().unwrap().keys().filter(|_| about_one) {
            let row = format!("{method} {}", normal(path));
            assert!(rows.contains(&row), "no row for {row}");
        }
    }
}

#[actix_web::test]
async fn a_refused_request_changes_nothing() {
    let cast = Cast::gather().await;
    let subject = cast.subject("answered").await;
    let owner = cast.who("owner");
    let plan = json!({"id": subject[0].1});
    let everything = async || {
        let lists =
            ["", "/action-items", "/comments", "/feedback", "/feedback-requests", "/proposals", "/revisions"];
        let mut replies = Vec::new();
        for list in lists {
            replies.push(owner.get(&format!("{}{list}", path(&plan))).await.is(200));
        }
        (replies, cast.app.events().await, cast.app.count("people").await)
    };
    let before = everything().await;

    for name in ["senior", "unscoped", "elsewhere", "stranger"] {
        let is_refused = |row: &Row| row.method != "GET" && !row.cell(name).starts_with('2');
        for row in Row::all(&cast).iter().filter(|row| row.path.starts_with("/v1/") && is_refused(row)) {
            cast.request(cast.who(name), row.method, row.path, &subject).await;
        }
    }

    assert_eq!(everything().await, before);
}
