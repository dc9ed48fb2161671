//! What a calendar says of a time zone: from when on which offset holds, for the time that its entries take.

use chrono::{DateTime, Duration, NaiveDateTime, Offset, TimeZone, Utc};
use chrono_tz::{OffsetComponents, OffsetName, Tz};

/// An offset and when it begins to hold: `STANDARD` or `DAYLIGHT` of a `VTIMEZONE` (RFC 5545, section 3.6.5).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Observance {
    /// In local time by the offset before.
    pub starts: NaiveDateTime,
    /// Seconds east of UTC before and from then on.
    pub before: i32,
    pub offset: i32,
    pub name: String,
    pub is_daylight: bool,
}

/// How long before the first entry the first observance begins. Some calendars look at the one before.
const EARLIER: Duration = Duration::days(366);

/// How closely changes of the offset are looked for. No zone changes it twice within this time.
const STRIDE: Duration = Duration::days(7);

/// How long after `from` changes are looked for: longer than discussions are planned ahead. It bounds the work for a
/// calendar, which is read without a token.
const LONGEST: Duration = Duration::days(8 * 366);

/// The offsets of a zone from `from` to `until`, each with its beginning; the first holds from before `from`, and the
/// last one found holds on after [`LONGEST`].
pub fn observances(zone: Tz, from: DateTime<Utc>, until: DateTime<Utc>) -> Vec<Observance> {
    let until = until.min(from + LONGEST);
    let mut at = from - EARLIER;
    let mut holds = (offset(zone, at), is_daylight(zone, at));
    let mut found = vec![observance(zone, at, holds.0)];
    while at < until {
        let next = at + STRIDE;
        let then = (offset(zone, next), is_daylight(zone, next));
        if then != holds {
            found.push(observance(zone, change(zone, at, next), holds.0));
        }
        (at, holds) = (next, then);
    }
    found
}

fn observance(zone: Tz, at: DateTime<Utc>, before: i32) -> Observance {
    let holds = zone.offset_from_utc_datetime(&at.naive_utc());
    Observance {
        starts: (at + Duration::seconds(before.into())).naive_utc(),
        before,
        offset: offset(zone, at),
        name: holds.abbreviation().unwrap_or(zone.name()).to_owned(),
        is_daylight: is_daylight(zone, at),
    }
}

/// The first second after `early`, at which `late` holds already, with the offset of `late`.
fn change(zone: Tz, early: DateTime<Utc>, late: DateTime<Utc>) -> DateTime<Utc> {
    let of = |at| (offset(zone, at), is_daylight(zone, at));
    let (mut before, mut after) = (early.timestamp(), late.timestamp());
    while after - before > 1 {
        let middle = before + (after - before) / 2;
        let at = DateTime::from_timestamp(middle, 0).unwrap_or(late);
        if of(at) == of(early) { before = middle } else { after = middle }
    }
    DateTime::from_timestamp(after, 0).unwrap_or(late)
}

fn offset(zone: Tz, at: DateTime<Utc>) -> i32 {
    zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc()
}

fn is_daylight(zone: Tz, at: DateTime<Utc>) -> bool {
    zone.offset_from_utc_datetime(&at.naive_utc()).dst_offset() > Duration::zero()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    #[test]
    fn the_changes_of_a_zone_are_found_to_the_second() {
        let found = observances(Tz::Europe__Berlin, at("2027-01-15T09:00:00Z"), at("2027-06-01T00:00:00Z"));
        let found: Vec<_> =
            found.iter().skip(1).map(|it| (it.starts.to_string(), it.before, it.offset, &*it.name)).collect();
        assert_eq!(
            found,
            [
                ("2026-03-29 02:00:00".to_owned(), 3600, 7200, "CEST"),
                ("2026-10-25 03:00:00".to_owned(), 7200, 3600, "CET"),
                ("2027-03-28 02:00:00".to_owned(), 3600, 7200, "CEST"),
            ]
        );
    }

    #[test]
    fn a_calendar_that_reaches_far_ahead_is_looked_through_for_some_years() {
        let found = observances(Tz::Europe__Berlin, at("2027-01-15T09:00:00Z"), at("9999-06-01T00:00:00Z"));
        assert_eq!(found.len(), 1 + 2 * 9);
    }

    proptest! {
        #[test]
        fn the_latest_observance_has_the_offset_of_the_zone(
            minutes in 0..5_000_000_i64, length in 0..600_000_i64,
            zone in prop::sample::select(chrono_tz::TZ_VARIANTS.as_slice()),
        ) {
            let from = at("2024-01-01T00:00:00Z") + Duration::minutes(minutes);
            let until = from + Duration::minutes(length);
            let found = observances(zone, from, until);
            for instant in [from, from + (until - from) / 2, until] {
                let begun = |it: &&Observance| it.starts - Duration::seconds(it.before.into()) <= instant.naive_utc();
                let holds = found.iter().rfind(begun).expect("one that holds");
                prop_assert_eq!(holds.offset, offset(zone, instant));
            }
        }
    }
}
