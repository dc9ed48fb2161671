//! The clock, which is injected so that tests control it.

use std::sync::{
    Arc,
    atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, SubsecRound, TimeZone, Utc};
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

/// The end of `day` in `zone`: the instant at which the next day starts there.
///
/// If daylight saving time skips midnight, that is the first local time that exists.
pub fn end_of_day(day: NaiveDate, zone: Tz) -> DateTime<Utc> {
    let next = day.succ_opt().unwrap_or(NaiveDate::MAX);
    (0..4)
        .map(|hours| next.and_time(NaiveTime::MIN) + Duration::hours(hours))
        .find_map(|local| zone.from_local_datetime(&local).earliest())
        .map_or_else(|| next.and_time(NaiveTime::MIN).and_utc(), |local| local.with_timezone(&Utc))
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
    fn today_depends_on_the_zone() {
        let now = at("2026-03-01T23:30:00Z");
        assert_eq!(today(now, Tz::UTC).to_string(), "2026-03-01");
        assert_eq!(today(now, Tz::Europe__Berlin).to_string(), "2026-03-02");
    }
}
