//! The clock, which is injected so that tests control it.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveTime, SecondsFormat, SubsecRound, TimeZone, Utc};
use chrono_tz::Tz;

/// Tells the current time. Clones of a manual clock share it.
#[derive(Clone, Debug)]
pub struct Clock(Source);

#[derive(Clone, Debug)]
enum Source {
    System,
    /// Microseconds since the Unix epoch.
    Manual(Arc<AtomicI64>),
}

impl Clock {
    /// The machine's clock.
    pub fn system() -> Self {
        Self(Source::System)
    }

    /// A clock for tests and the demo, which stands at `at` until [`Clock::advance`] moves it.
    pub fn manual(at: DateTime<Utc>) -> Self {
        Self(Source::Manual(Arc::new(AtomicI64::new(at.timestamp_micros()))))
    }

    /// The current time, cut to microseconds, which is what both databases store.
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the wall clock")]
    pub fn now(&self) -> DateTime<Utc> {
        match &self.0 {
            Source::System => Utc::now().trunc_subsecs(6),
            Source::Manual(micros) => {
                DateTime::from_timestamp_micros(micros.load(Ordering::Relaxed)).unwrap_or_default()
            }
        }
    }

    /// Moves a manual clock; does nothing to the machine's clock.
    pub fn advance(&self, by: Duration) {
        if let Source::Manual(micros) = &self.0 {
            micros.fetch_add(by.num_microseconds().unwrap_or_default(), Ordering::Relaxed);
        }
    }
}

/// The date in `zone` at `now`.
pub fn today(now: DateTime<Utc>, zone: Tz) -> NaiveDate {
    now.with_timezone(&zone).date_naive()
}

/// The end of `day` in `zone`: the instant at which the next day starts there, but at most the [`latest`].
///
/// If daylight saving time skips midnight, that is the first local time that exists.
pub fn end_of_day(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let next = day.succ_opt().unwrap_or(NaiveDate::MAX);
    let end = (0..4)
        .map(|hours| next.and_time(NaiveTime::MIN) + Duration::hours(hours))
        .find_map(|local| zone.from_local_datetime(&local).earliest())
        .map_or_else(|| next.and_time(NaiveTime::MIN).and_utc(), |local| local.with_timezone(&Utc));
    end.min(latest())
}

/// The earliest instant that is stored or compared: the start of the year 1.
///
/// SQLite compares instants as texts, which sort by time only while years have four digits; PostgreSQL has no years
/// before 4713 BC.
fn earliest() -> DateTime<Utc> {
    NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or_default().and_time(NaiveTime::MIN).and_utc()
}

/// The latest instant that is stored or compared: the last microsecond of the year 9999.
fn latest() -> DateTime<Utc> {
    let day = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or_default();
    day.and_hms_micro_opt(23, 59, 59, 999_999).unwrap_or_default().and_utc()
}

/// An instant as RFC 3339 writes it, cut to microseconds. None if it is not one, or not of the years 1 to 9999.
pub fn instant(text: &str) -> Option<DateTime<Utc>> {
    any_instant(text).filter(|at| (earliest()..=latest()).contains(at))
}

/// Writes an instant that rows are compared with in one way: cut to microseconds, and moved into the years 1 to 9999,
/// which changes no comparison. None if it is not an instant.
pub fn parse_bound(text: &str) -> Option<String> {
    let at = any_instant(text)?.clamp(earliest(), latest());
    Some(at.to_rfc3339_opts(SecondsFormat::Micros, true))
}

fn any_instant(text: &str) -> Option<DateTime<Utc>> {
    // chrono also accepts a space between day and time.
    let at = DateTime::parse_from_rfc3339(text).ok().filter(|_| !text.contains(' '))?;
    // A leap second becomes the second after it: databases have none.
    DateTime::from_timestamp_micros(at.timestamp_micros())
}

/// A day as RFC 3339 writes it, from 1900-01-01 to 9999-12-31. Common clients cannot represent others.
pub fn day(text: &str) -> Option<NaiveDate> {
    let is_written_well = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    let day = text.parse::<NaiveDate>().ok().filter(|_| is_written_well)?;
    (1900..=9999).contains(&day.year()).then_some(day)
}

/// The start of `day` in `zone`.
pub fn start_of_day(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    day.pred_opt().map_or_else(|| day.and_time(NaiveTime::MIN).and_utc(), |before| end_of_day(before, zone))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    #[test]
    fn a_day_ends_later_in_the_west() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 1).expect("a day");
        assert_eq!(end_of_day(day, Tz::UTC), at("2026-03-02T00:00:00Z"));
        assert_eq!(end_of_day(day, Tz::America__Los_Angeles), at("2026-03-02T08:00:00Z"));
        assert_eq!(end_of_day(day, Tz::Pacific__Auckland), at("2026-03-01T11:00:00Z"));
    }

    #[test]
    fn a_day_whose_midnight_is_skipped_still_ends() {
        // Lebanon moves its clocks forward at midnight.
        let day = NaiveDate::from_ymd_opt(2025, 3, 29).expect("a day");
        assert_eq!(end_of_day(day, Tz::Asia__Beirut), at("2025-03-29T22:00:00Z"));
    }

    proptest! {
        #[test]
        fn a_day_is_over_once_it_is_another_day_there_and_not_before(
            days in 0..60_000_i64, zone in prop::sample::select(chrono_tz::TZ_VARIANTS.as_slice()),
        ) {
            let day = NaiveDate::from_ymd_opt(1970, 1, 1).expect("a day") + Duration::days(days);
            let end = end_of_day(day, zone);
            prop_assert!(today(end, zone) > day);
            prop_assert!(today(end - Duration::microseconds(1), zone) <= day);
        }
    }

    #[test]
    fn days_and_instants_stay_within_what_databases_and_clients_can_hold() {
        for text in ["1900-01-01", "2024-02-29", "9999-12-31"] {
            assert_eq!(day(text).expect("a day").to_string(), text);
        }
        for text in [
            "0000-01-01",
            "0001-01-01",
            "1899-12-31",
            "10000-01-01",
            "+2026-01-01",
            "2026-1-1",
            " 2026-1-1",
            "2026-02-30",
            "2026-01-01T00:00:00Z",
            "١٩٩٩-01-01",
        ] {
            assert_eq!(day(text), None, "{text}");
        }
        for text in ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z", "2026-12-31T23:59:60Z"] {
            assert!(instant(text).is_some(), "{text}");
        }
        for text in
            ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "0000-06-01T00:00:00Z", "2026-01-01"]
        {
            assert_eq!(instant(text), None, "{text}");
        }
        assert_eq!(parse_bound("9999-12-31T23:59:59-14:00").as_deref(), Some("9999-12-31T23:59:59.999999Z"));
        assert_eq!(parse_bound("0000-01-01T00:00:00+14:00").as_deref(), Some("0001-01-01T00:00:00.000000Z"));
        assert_eq!(parse_bound("2026-12-31T23:59:60Z").as_deref(), Some("2027-01-01T00:00:00.000000Z"));
        assert_eq!(parse_bound("2026-01-01 00:00:00Z"), None);
        let last = NaiveDate::from_ymd_opt(9999, 12, 31).expect("a day");
        assert_eq!(end_of_day(last, Tz::Pacific__Pago_Pago), at("9999-12-31T23:59:59.999999Z"));
    }

    #[test]
    fn today_depends_on_the_zone() {
        let now = at("2026-03-01T23:30:00Z");
        assert_eq!(today(now, Tz::UTC).to_string(), "2026-03-01");
        assert_eq!(today(now, Tz::Europe__Berlin).to_string(), "2026-03-02");
    }
}
