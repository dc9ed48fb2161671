//! Calendars in the format of iCalendar (RFC 5545). A library writes values and escapes texts; lines are folded here,
//! because it counts neither escapes nor colons.

use std::{collections::BTreeMap, fmt};

use calcard::{
    common::PartialDateTime,
    icalendar::{
        ICalendar, ICalendarClassification, ICalendarComponent, ICalendarComponentType, ICalendarParameter,
        ICalendarParameterName, ICalendarProperty, ICalendarStatus, ICalendarValue,
    },
};
use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;

use super::{
    store::Appointment,
    zones::{Observance, observances},
};
use crate::entity::discussion::DiscussionStatus;

/// The media type of a calendar.
pub const MEDIA_TYPE: &str = "text/calendar";

/// Maximum octets of a line (RFC 5545, section 3.1).
const MAX_LINE: usize = 75;

/// A calendar of appointments. `location` is where they are; a personal calendar says that of none.
pub fn calendar(appointments: &[Appointment], location: Option<&str>) -> Result<String, fmt::Error> {
    let mut calendar = Components::new();
    let mut spans: BTreeMap<&str, (Tz, DateTime<Utc>, DateTime<Utc>)> = BTreeMap::new();
    for Appointment { time_zone, starts_at, ends_at, .. } in appointments {
        if let Some(zone) = zone(time_zone) {
            let span = spans.entry(time_zone).or_insert((zone, *starts_at, *ends_at));
            (span.1, span.2) = (span.1.min(*starts_at), span.2.max(*ends_at));
        }
    }
    for (name, (zone, from, until)) in spans {
        calendar.add_zone(name, &observances(zone, from, until));
    }
    for appointment in appointments {
        calendar.add_event(appointment, location);
    }
    let mut text = String::new();
    calendar.0.write_to(&mut text)?;
    Ok(folded(&text))
}

/// The zone by whose local time an appointment is shown; none for UTC, which needs no description.
fn zone(name: &str) -> Option<Tz> {
    name.parse().ok().filter(|zone| ![Tz::UTC, Tz::Etc__UTC].contains(zone))
}

/// The components of a calendar; the first is the calendar itself.
struct Components(ICalendar);

impl Components {
    fn new() -> Self {
        let mut calendar = ICalendarComponent::new(ICalendarComponentType::VCalendar);
        calendar.add_property(ICalendarProperty::Version, "2.0");
        calendar.add_property(ICalendarProperty::Prodid, "-//Groundwork//Groundwork//EN");
        calendar.add_property(ICalendarProperty::Calscale, "GREGORIAN");
        calendar.add_property(ICalendarProperty::Other("X-WR-CALNAME".into()), "Career conversations");
        Self(ICalendar { components: vec![calendar] })
    }

    /// Adds a component to another, by its number. Returns the number of the new one.
    fn add(&mut self, parent: usize, component: ICalendarComponent) -> usize {
        let number = self.0.components.len();
        if let (Some(parent), Ok(number)) = (self.0.components.get_mut(parent), u32::try_from(number)) {
            parent.component_ids.push(number);
        }
        self.0.components.push(component);
        number
    }

    fn add_zone(&mut self, name: &str, observances: &[Observance]) {
        let mut zone = ICalendarComponent::new(ICalendarComponentType::VTimezone);
        zone.add_property(ICalendarProperty::Tzid, name);
        let zone = self.add(0, zone);
        for Observance { starts, before, offset, name, is_daylight } in observances {
            let kind = match is_daylight {
                true => ICalendarComponentType::Daylight,
                false => ICalendarComponentType::Standard,
            };
            let mut observance = ICalendarComponent::new(kind);
            observance.add_property(ICalendarProperty::Dtstart, local(*starts));
            observance.add_property(ICalendarProperty::Tzoffsetfrom, utc_offset(*before));
            observance.add_property(ICalendarProperty::Tzoffsetto, utc_offset(*offset));
            observance.add_property(ICalendarProperty::Tzname, plain(name));
            self.add(zone, observance);
        }
    }

    fn add_event(&mut self, appointment: &Appointment, location: Option<&str>) {
        let Appointment {
            id,
            status,
            starts_at,
            ends_at,
            time_zone,
            sequence,
            sequenced_at,
            created_at,
            with_name,
        } = appointment;
        let title = match with_name {
            Some(name) => format!("Career conversation with {name}"),
            None => "Career conversation".to_owned(),
        };
        let status = match status {
            DiscussionStatus::Planned | DiscussionStatus::Held => ICalendarStatus::Confirmed,
            DiscussionStatus::Cancelled => ICalendarStatus::Cancelled,
        };
        let mut event = ICalendarComponent::new(ICalendarComponentType::VEvent);
        event.add_uid(&id.to_string());
        event.add_sequence(i64::from(*sequence));
        event.add_dtstamp(utc(*sequenced_at));
        event.add_property(ICalendarProperty::Created, utc(*created_at));
        event.add_property(ICalendarProperty::LastModified, utc(*sequenced_at));
        for (property, at) in [(ICalendarProperty::Dtstart, starts_at), (ICalendarProperty::Dtend, ends_at)] {
            match zone(time_zone) {
                Some(zone) => {
                    let tzid = ICalendarParameter::new(ICalendarParameterName::Tzid, time_zone.clone());
                    let at = local(at.with_timezone(&zone).naive_local());
                    event.add_property_with_params(property, [tzid], at);
                }
                None => event.add_property(property, utc(*at)),
            }
        }
        event.add_property(ICalendarProperty::Summary, plain(&title));
        event.add_property(ICalendarProperty::Status, status);
        event.add_property(ICalendarProperty::Class, ICalendarClassification::Private);
        if let Some(location) = location {
            event.add_property(ICalendarProperty::Location, plain(location));
        }
        self.add(0, event);
    }
}

fn utc(at: DateTime<Utc>) -> PartialDateTime {
    PartialDateTime::from_utc_timestamp(at.timestamp())
}

fn local(at: NaiveDateTime) -> PartialDateTime {
    PartialDateTime::from_naive_timestamp(at.and_utc().timestamp())
}

/// Seconds east of UTC, to the minute.
fn utc_offset(seconds: i32) -> ICalendarValue {
    let minutes = seconds.unsigned_abs() / 60;
    let part = |number: u32| u8::try_from(number).ok();
    PartialDateTime {
        tz_hour: part(minutes / 60),
        tz_minute: part(minutes % 60),
        tz_minus: seconds < 0,
        ..PartialDateTime::default()
    }
    .into()
}

/// A text without control characters but line feeds: no calendar may have others in a text (RFC 5545, section 3.1).
fn plain(text: &str) -> String {
    text.replace("\r\n", "\n").chars().filter(|letter| !letter.is_control() || *letter == '\n').collect()
}

/// A calendar whose lines have at most [`MAX_LINE`] octets: a longer one goes on after a line break and a space.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + text.len() / 8);
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let mut length = 0;
        for letter in line.chars() {
            if length + letter.len_utf8() > MAX_LINE {
                folded.push_str("\r\n ");
                length = 1;
            }
            folded.push(letter);
            length += letter.len_utf8();
        }
        folded.push_str("\r\n");
    }
    folded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use uuid::Uuid;

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    fn appointment(time_zone: &str, with_name: &str) -> Appointment {
        Appointment {
            id: Uuid::from_u128(7).into(),
            status: DiscussionStatus::Planned,
            starts_at: at("2026-03-31T08:00:00Z"),
            ends_at: at("2026-03-31T09:00:00Z"),
            time_zone: time_zone.into(),
            sequence: 3,
            sequenced_at: at("2026-03-02T09:00:00Z"),
            created_at: at("2026-03-01T09:00:00Z"),
            with_name: Some(with_name.into()),
        }
    }

    #[test]
    fn a_zone_is_described_for_the_time_of_the_appointments() {
        let text = calendar(&[appointment("Europe/Madrid", "Ben")], Some("Room 4")).expect("a calendar");
        for line in [
            "TZID:Europe/Madrid",
            "DTSTART:20260329T020000",
            "TZOFFSETFROM:+0100",
            "TZOFFSETTO:+0200",
            "TZNAME:CEST",
            "DTSTART;TZID=Europe/Madrid:20260331T100000",
            "DTEND;TZID=Europe/Madrid:20260331T110000",
            "DTSTAMP:20260302T090000Z",
            "SEQUENCE:3",
            "SUMMARY:Career conversation with Ben",
            "LOCATION:Room 4",
        ] {
            assert!(text.contains(&format!("\r\n{line}\r\n")), "{line} is not in {text}");
        }
        let utc = calendar(&[appointment("UTC", "Ben")], None).expect("a calendar");
        assert!(utc.contains("\r\nDTSTART:20260331T080000Z\r\n"), "{utc}");
        assert!(!utc.contains("VTIMEZONE") && !utc.contains("LOCATION"), "{utc}");
    }

    #[test]
    fn an_offset_west_of_utc_is_negative() {
        let text = calendar(&[appointment("America/St_Johns", "Ben")], None).expect("a calendar");
        assert!(text.contains("\r\nTZOFFSETTO:-0230\r\n"), "{text}");
    }

    proptest! {
        #[test]
        fn no_line_is_longer_than_allowed_and_no_text_makes_a_line(
            name in "\\PC{0,120}|[\\r\\n,;:\\\\ü\u{0}-\u{1f}]{0,120}",
        ) {
            let text = calendar(&[appointment("Europe/Berlin", &name)], Some(&name)).expect("a calendar");
            for line in text.split("\r\n") {
                prop_assert!(line.len() <= MAX_LINE, "{}: {line}", line.len());
                prop_assert!(!line.contains(['\r', '\n']));
            }
            let lines = text.replace("\r\n ", "");
            let plain = calendar(&[appointment("Europe/Berlin", "Ben")], Some("Room 4")).expect("a calendar");
            prop_assert_eq!(lines.matches("\r\n").count(), plain.replace("\r\n ", "").matches("\r\n").count());
        }
    }
}
