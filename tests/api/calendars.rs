//! Calendars: of one discussion, and of a person at an address of its own. They are read back by another library than
//! the one that writes them.

use chrono::Duration;
use icalendar::{
    Calendar, CalendarComponent, CalendarDateTime, Component, DatePerhapsTime, Event, EventLike,
};

use crate::support::{
    Reply, TestApp, Value, json,
    people::{Person, path},
};

/// Occurs in what no calendar shows.
const SECRET: &str = "for-no-one-else";

fn at(talk: &Value) -> String {
    format!("/v1/discussions/{}", talk["id"].as_str().unwrap())
}

/// The events of a calendar, and the names of the zones that it describes.
fn parsed(reply: Reply) -> (Vec<Event>, Vec<String>) {
    assert_eq!(reply.header("content-type"), "text/calendar");
    let text = reply.is(200).as_str().unwrap().to_owned();
    for line in text.split_terminator("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\n'), "{line}");
    }
    let calendar: Calendar = text.parse().unwrap();
    let zones = calendar.components.iter().filter_map(|component| match component {
        CalendarComponent::Other(other) if other.component_kind() == "VTIMEZONE" => {
            assert!(!other.components().is_empty(), "{text}");
            Some(other.property_value("TZID").unwrap().to_owned())
        }
        _ => None,
    });
    let zones = zones.collect();
    let events = calendar.components.iter().filter_map(CalendarComponent::as_event).cloned().collect();
    (events, zones)
}

/// The only event of a calendar.
fn event(reply: Reply) -> Event {
    let (mut events, _) = parsed(reply);
    assert_eq!(events.len(), 1);
    events.remove(0)
}

/// A local time with its zone.
fn local(time: &str, zone: &str) -> DatePerhapsTime {
    let (date_time, tzid) = (time.parse().unwrap(), zone.to_owned());
    DatePerhapsTime::DateTime(CalendarDateTime::WithTimezone { date_time, tzid })
}

impl TestApp {
    /// The calendar at an address, without a token.
    async fn calendar(&self, address: &str) -> Reply {
        Reply::of(self.request("GET", address)).await
    }
}

/// The address of a person's calendar, which is made.
async fn address(person: &Person) -> String {
    person.post("/v1/me/calendar", json!({})).await.is(201)["address"].as_str().unwrap().to_owned()
}

async fn plans(person: &Person, plan: &Value, talk: Value) -> Value {
    person.post(&format!("{}/discussions", path(plan)), talk).await.is(201)
}

#[actix_web::test]
async fn a_discussion_is_an_event_whose_uid_stays_and_whose_sequence_grows() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let location =
        "Room 4; by the lift, left\nBring: paper, pens \\ ink. Ü 老虎 and so on, for longer than a line";
    let talk = json!({
        "starts_at": "2026-04-10T08:00:00Z", "ends_at": "2026-04-10T08:45:00Z", "time_zone": "Europe/Madrid",
        "location": location, "shared_notes": SECRET, "agenda": [{"text": SECRET}], "private_note": SECRET,
        "outcomes": [{"text": SECRET}],
    });
    let talk = plans(&ana, &plan, talk).await;
    let file = format!("{}/calendar.ics", at(&talk));
    let reply = ana.get(&file).await;
    assert!(!reply.body.to_string().contains(SECRET));
    let (events, zones) = parsed(reply);
    assert_eq!(zones, ["Europe/Madrid"]);
    let first = &events[0];
    assert_eq!(first.get_uid(), talk["id"].as_str());
    assert_eq!((first.get_sequence(), first.get_summary()), (Some(0), Some("Career conversation with ben")));
    assert_eq!(first.get_start(), Some(local("2026-04-10T10:00:00", "Europe/Madrid")));
    assert_eq!(first.get_end(), Some(local("2026-04-10T10:45:00", "Europe/Madrid")));
    assert_eq!(first.get_location(), Some(location));
    assert_eq!(first.property_value("STATUS"), Some("CONFIRMED"));
    assert_eq!(event(ben.get(&file).await).get_summary(), Some("Career conversation with ana"));

    // What is not about the appointment raises no sequence.
    let tag = ana.get(&file).await.header("etag").to_owned();
    ana.patch(&at(&talk), json!({"shared_notes": "Other"})).await.is(200);
    let known = ana.request("GET", &file).header("if-none-match", &tag);
    assert_eq!(Reply::of(known).await.status, 304);
    app.clock().advance(Duration::minutes(1));
    ana.patch(&at(&talk), json!({"location": "Room 5"})).await.is(200);
    let elsewhere = event(ana.get(&file).await);
    assert_eq!((elsewhere.get_location(), elsewhere.get_sequence()), (Some("Room 5"), Some(0)));
    assert!(elsewhere.get_timestamp() > first.get_timestamp());
    app.clock().advance(Duration::minutes(1));
    ben.patch(&at(&talk), json!({"ends_at": "2026-04-10T09:00:00Z"})).await.is(200);
    let moved = event(ana.get(&file).await);
    assert_eq!((moved.get_uid(), moved.get_sequence()), (first.get_uid(), Some(1)));
    assert!(moved.get_timestamp() > elsewhere.get_timestamp());
    ana.post(&format!("{}/cancel", at(&talk)), json!({})).await.is(200);
    let cancelled = event(ana.get(&file).await);
    assert_eq!((cancelled.get_uid(), cancelled.get_sequence()), (first.get_uid(), Some(2)));
    assert_eq!(cancelled.property_value("STATUS"), Some("CANCELLED"));

    let accepting = ana.request("GET", &file).header("accept", "text/calendar");
    assert_eq!(Reply::of(accepting).await.status, 200);
    let refused = ana.request("GET", &file).header("accept", "text/csv");
    Reply::of(refused).await.refused(406, "not-acceptable");
}

#[actix_web::test]
async fn a_personal_calendar_needs_no_token_and_shows_titles_and_times_alone() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let (eva, cyd) = (app.person("eva", Some(&ben)).await, app.person("cyd", None).await);
    let plan = ana.shares_a_ready_plan().await;
    let of_eva = eva.shares_a_ready_plan().await;
    let talk = plans(&ana, &plan, json!({"starts_at": "2026-03-10T09:00:00Z", "location": SECRET})).await;
    let other =
        plans(&ben, &of_eva, json!({"starts_at": "2026-03-11T09:00:00Z", "time_zone": "Asia/Kolkata"})).await;

    let uids = |reply: Reply| -> Vec<String> {
        parsed(reply).0.iter().map(|event| event.get_uid().unwrap().to_owned()).collect()
    };
    let id = |talk: &Value| talk["id"].as_str().unwrap().to_owned();
    let own = address(&ana).await;
    let reply = app.calendar(&own).await;
    assert!(!reply.body.to_string().contains(SECRET), "{}", reply.body);
    assert_eq!(reply.header("cache-control"), "private, no-cache");
    let tag = reply.header("etag").to_owned();
    assert_eq!(uids(reply), [id(&talk)]);
    let known = app.request("GET", &own).header("if-none-match", &tag);
    assert_eq!(Reply::of(known).await.status, 304);
    let of_ben = address(&ben).await;
    let (events, zones) = parsed(app.calendar(&of_ben).await);
    assert_eq!((events.len(), zones), (2, vec!["Asia/Kolkata".to_owned()]));
    assert!(events.iter().all(|event| event.get_location().is_none()));
    assert_eq!(events[1].get_start(), Some(local("2026-03-11T14:30:00", "Asia/Kolkata")));
    assert_eq!(uids(app.calendar(&address(&cyd).await).await), [""; 0]);

    // What is cancelled stays as such, what is deleted and what is withdrawn goes.
    ana.post(&format!("{}/cancel", at(&talk)), json!({})).await.is(200);
    assert_eq!(event(app.calendar(&own).await).property_value("STATUS"), Some("CANCELLED"));
    eva.takes("withdraw", &of_eva, json!({})).await.is(200);
    assert_eq!(uids(app.calendar(&of_ben).await), [id(&talk)]);
    eva.shares(&of_eva).await;
    assert_eq!(uids(app.calendar(&of_ben).await), [id(&other), id(&talk)]);
    // A new manager has what was taken over.
    app.moves(&eva, &cyd).await;
    let of_cyd = address(&cyd).await;
    assert_eq!(uids(app.calendar(&of_ben).await), [id(&talk)]);
    assert_eq!(uids(app.calendar(&of_cyd).await), [""; 0]);
    cyd.post(&format!("/v1/people/{}/handover", eva.id), json!({"take": [other["id"]]})).await.is(200);
    assert_eq!(uids(app.calendar(&of_cyd).await), [id(&other)]);
    // An acting manager has it while the relation lasts.
    let now = app.clock().now();
    let ends_at = now + Duration::minutes(5);
    let relation = json!({"kind": "acting", "person_id": ben.id, "starts_at": now, "ends_at": ends_at});
    app.hr_admin()
        .put(&format!("/v1/people/{}/relations", eva.id), json!({"items": [relation]}))
        .await
        .is(200);
    let acting = plans(&ben, &of_eva, json!({"starts_at": "2026-03-12T09:00:00Z"})).await;
    assert_eq!(uids(app.calendar(&of_ben).await), [id(&acting), id(&talk)]);
    app.clock().advance(Duration::minutes(5));
    assert_eq!(uids(app.calendar(&of_ben).await), [id(&talk)]);
    // What is long over goes.
    app.clock().advance(Duration::days(100));
    assert_eq!(uids(app.calendar(&own).await), [""; 0]);
}

#[actix_web::test]
async fn a_report_cannot_crowd_others_out_of_the_calendar_of_a_manager() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    let next = plans(&ana, &plan, json!({"starts_at": "2026-03-03T09:00:00Z"})).await;
    let later = plans(&ana, &plan, json!({"starts_at": "2026-03-10T09:00:00Z"})).await;
    let of_ben = address(&ben).await;
    let id = if app.database().server_url().is_some() { "gen_random_uuid()" } else { "randomblob(16)" };
    let crowd = format!(
        "with recursive n(i) as (select 1 union all select i + 1 from n where i < 600) \
         insert into discussions (tenant_id, id, plan_id, manager_id, planned_by_id, revision, status, \
             starts_at, ends_at, time_zone, rhythm, outcomes, sequence, sequenced_at, created_at, updated_at, \
             version, deleted) \
         select tenant_id, {id}, plan_id, manager_id, planned_by_id, 1, 'cancelled', '2030-03-10 09:00:00+00:00', \
             '2030-03-10 10:00:00+00:00', 'UTC', 'none', '[]', 0, sequenced_at, created_at, updated_at, 1, false \
         from discussions cross join n where starts_at = (select min(x.starts_at) from discussions x)"
    );
    app.database().execute(&crowd).await;

    let (events, _) = parsed(app.calendar(&of_ben).await);

    let uids: Vec<_> = events.iter().take(2).map(|event| event.get_uid().unwrap()).collect();
    assert_eq!(uids, [next["id"].as_str().unwrap(), later["id"].as_str().unwrap()]);
    assert_eq!(events.len(), 500);
    // A plan has no room for so many.
    let more = json!({"starts_at": "2026-03-10T09:00:00Z"});
    let refused = ana.post(&format!("{}/discussions", path(&plan)), more).await.refused(409, "conflict");
    assert!(refused["detail"].as_str().unwrap().contains("200"), "{refused:#}");
}

#[actix_web::test]
async fn an_address_cannot_be_guessed_is_stored_as_a_digest_and_can_be_revoked() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let plan = ana.shares_a_ready_plan().await;
    plans(&ana, &plan, json!({"starts_at": "2026-03-10T09:00:00Z"})).await;
    ana.get("/v1/me/calendar").await.refused(404, "not-found");
    ana.delete("/v1/me/calendar").await.refused(404, "not-found");
    let before = app.events().await.len();
    let first = address(&ana).await;
    let secret = first.strip_prefix("/v1/calendar/").unwrap().strip_suffix(".ics").unwrap().to_owned();
    assert_eq!(secret.len(), 64, "16 bytes of the tenant and 32 random ones");
    let shown = ana.get("/v1/me/calendar").await.is(200);
    assert!(!shown.to_string().contains(&secret) && shown["created_at"].is_string(), "{shown:#}");
    let stored = app.database().texts("select digest from calendar_addresses").await.concat();
    assert!(stored.len() == 64 && !stored.contains(&secret));

    // Another secret, another tenant, and what is none.
    let mut other = secret.clone();
    other.replace_range(60..61, if other.ends_with('A') { "B" } else { "A" });
    let changed_tenant = format!("B{}", &secret[1..]);
    for wrong in [other.as_str(), &changed_tenant, "none", &"A".repeat(64), &"%00".repeat(20)] {
        if wrong != secret {
            let refused = app.calendar(&format!("/v1/calendar/{wrong}.ics")).await;
            let problem = refused.refused(404, "not-found");
            assert_eq!(problem["instance"], "/v1/calendar/{secret}.ics");
            assert_eq!(problem["detail"], "there is no such calendar");
        }
    }
    // A new one ends the first.
    let second = address(&ana).await;
    app.calendar(&first).await.refused(404, "not-found");
    assert_eq!(app.calendar(&second).await.status, 200);
    assert_eq!(ana.delete("/v1/me/calendar").await.status, 204);
    app.calendar(&second).await.refused(404, "not-found");
    let recorded = app.events().await.split_off(before);
    let expected =
        ["created", "created", "revoked"].map(|it| format!("groundwork.person.calendar_address_{it}.v1"));
    assert_eq!(recorded, expected);
    assert!(
        !app.service("events:read").get("/v1/events").await.is(200).to_string().contains("calendar_address")
    );
    // A service has none.
    app.service("plans:read plans:write").post("/v1/me/calendar", json!({})).await.refused(403, "forbidden");
    assert_eq!(Reply::of(app.request("HEAD", &address(&ben).await)).await.status, 200);
}

#[actix_web::test]
async fn the_address_of_who_is_inactive_or_erased_is_dead() {
    let app = TestApp::start().await;
    let (ana, ben) = app.employee_and_manager().await;
    let hr = app.hr_admin();
    let (own, of_ben) = (address(&ana).await, address(&ben).await);
    app.leaves(&ben).await;
    app.calendar(&of_ben).await.refused(404, "not-found");
    let erasure = json!({"reason": "no_longer_necessary", "confirm": "ana"});
    hr.post(&format!("/v1/people/{}/erase", ana.id), erasure).await.is(200);
    app.calendar(&own).await.refused(404, "not-found");
    assert_eq!(app.count("calendar_addresses").await, 1);
}

#[actix_web::test]
async fn each_calendar_has_a_quota_of_its_own() {
    let app = TestApp::start_with(&["--rate-limit=2"]).await;
    let (ana, ben) = app.employee_and_manager().await;
    let (own, other) = (address(&ana).await, address(&ben).await);
    for _ in 0..2 {
        let reply = app.calendar(&own).await;
        assert!(reply.header("ratelimit").contains("caller"));
        reply.is(200);
    }
    app.calendar(&own).await.refused(429, "too-many-requests");
    assert_eq!(app.calendar(&other).await.status, 200);
}

#[actix_web::test]
async fn an_address_is_whole_where_the_service_knows_its_url() {
    let app = TestApp::start_with(&["--public-url=https://groundwork.example.com"]).await;
    let (ana, _) = app.employee_and_manager().await;
    let made = ana.post("/v1/me/calendar", json!({})).await;
    assert_eq!(made.header("location"), "https://groundwork.example.com/v1/me/calendar");
    let address = made.is(201)["address"].as_str().unwrap().to_owned();
    let path = address.strip_prefix("https://groundwork.example.com").unwrap();
    assert_eq!(app.calendar(path).await.status, 200);
}
