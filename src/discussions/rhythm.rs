//! When the next discussion of a rhythm is.

use chrono::{DateTime, Datelike, Days, Duration, Months, NaiveDate, NaiveDateTime, Offset, TimeZone, Utc};
use chrono_tz::Tz;

use crate::entity::discussion::Rhythm;

/// How many steps of a rhythm are tried to come to a time that is not over: 80 years and more.
const MAX_STEPS: u32 = 1_000;

/// The start of the next discussion after one that starts at `starts_at`: the first step of the rhythm after `now`, at
/// the same local time in `zone`. A day that a month does not have is its last. None without a rhythm, or after the
/// year 9999.
pub fn next_start(
    starts_at: DateTime<Utc>,
    zone: Tz,
    rhythm: Rhythm,
    now: DateTime<Utc>,
) -> Option<DateTime<Utc>> {
    let local = starts_at.with_timezone(&zone).naive_local();
    let next = (1..=MAX_STEPS).find_map(|number| {
        let at = instant(step(local.date(), rhythm, number)?.and_time(local.time()), zone);
        (at > now).then_some(at)
    });
    next.filter(|at| at.year() <= 9999)
}

fn step(day: NaiveDate, rhythm: Rhythm, number: u32) -> Option<NaiveDate> {
    let months = match rhythm {
        Rhythm::None => return None,
        Rhythm::EverySixWeeks => return day.checked_add_days(Days::new(42 * u64::from(number))),
        Rhythm::Monthly => 1,
        Rhythm::Quarterly => 3,
        Rhythm::HalfYearly => 6,
    };
    day.checked_add_months(Months::new(months * number))
}

/// The instant of a local time. Of two, the first; one that is skipped when clocks go forward is read with the offset
/// before (RFC 5545, section 3.3.5).
fn instant(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    if let Some(at) = zone.from_local_datetime(&local).earliest() {
        return at.with_timezone(&Utc);
    }
    let offset = zone.offset_from_utc_datetime(&(local - Duration::days(1))).fix();
    (local - offset).and_utc()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    fn next(from: &str, zone: Tz, rhythm: Rhythm) -> DateTime<Utc> {
        next_start(at(from), zone, rhythm, at(from)).expect("a next one")
    }

    #[test]
    fn the_local_time_stays_the_same_when_the_clocks_change() {
        let madrid = Tz::Europe__Madrid;
        // Ten o'clock in winter is 09:00Z, in summer 08:00Z.
        assert_eq!(next("2026-03-10T09:00:00Z", madrid, Rhythm::Monthly), at("2026-04-10T08:00:00Z"));
        assert_eq!(next("2026-03-10T09:00:00Z", madrid, Rhythm::EverySixWeeks), at("2026-04-21T08:00:00Z"));
        assert_eq!(next("2026-09-10T08:00:00Z", madrid, Rhythm::Quarterly), at("2026-12-10T09:00:00Z"));
        assert_eq!(next("2026-06-10T08:00:00Z", madrid, Rhythm::HalfYearly), at("2026-12-10T09:00:00Z"));
        // Where the clocks do not change, nor does the instant.
        assert_eq!(
            next("2026-03-10T09:00:00Z", Tz::Asia__Tokyo, Rhythm::Monthly),
            at("2026-04-10T09:00:00Z")
        );
    }

    #[test]
    fn a_time_that_is_skipped_or_comes_twice_has_an_instant() {
        // 02:30 on 29 March 2026 does not exist in Berlin: it is read as 02:30 of winter time.
        let berlin = Tz::Europe__Berlin;
        assert_eq!(next("2026-02-28T23:30:00Z", Tz::UTC, Rhythm::Monthly), at("2026-03-28T23:30:00Z"));
        assert_eq!(next("2026-02-15T01:30:00Z", berlin, Rhythm::EverySixWeeks), at("2026-03-29T01:30:00Z"));
        // 02:30 on 25 October comes twice: the first is of summer time.
        assert_eq!(next("2026-09-25T00:30:00Z", berlin, Rhythm::Monthly), at("2026-10-25T00:30:00Z"));
    }

    #[test]
    fn the_last_day_of_a_month_stays_in_the_next_one() {
        assert_eq!(next("2026-01-31T09:00:00Z", Tz::UTC, Rhythm::Monthly), at("2026-02-28T09:00:00Z"));
    }

    #[test]
    fn a_discussion_that_is_held_late_is_followed_by_one_to_come() {
        let now = at("2026-06-20T12:00:00Z");
        let next = next_start(at("2026-01-10T09:00:00Z"), Tz::UTC, Rhythm::Monthly, now);
        assert_eq!(next, Some(at("2026-07-10T09:00:00Z")));
        assert_eq!(next_start(at("2026-01-10T09:00:00Z"), Tz::UTC, Rhythm::None, now), None);
    }

    proptest! {
        #[test]
        fn the_next_one_is_later_than_the_last_and_than_now(
            minutes in 0..30_000_000_i64, late in 0..500_000_i64,
            zone in prop::sample::select(chrono_tz::TZ_VARIANTS.as_slice()),
            rhythm in prop::sample::select(vec![
                Rhythm::Monthly, Rhythm::EverySixWeeks, Rhythm::Quarterly, Rhythm::HalfYearly,
            ]),
        ) {
            let starts_at = at("2020-01-01T00:00:00Z") + Duration::minutes(minutes);
            let now = starts_at + Duration::minutes(late);
            let next = next_start(starts_at, zone, rhythm, now).expect("a next one");
            prop_assert!(next > now);
            let (before, after) = (starts_at.with_timezone(&zone), next.with_timezone(&zone));
            // But for the one or two hours that are skipped when clocks go forward.
            let shift = after.naive_local().time().signed_duration_since(before.naive_local().time());
            prop_assert!(shift.num_minutes().abs() <= 120 || shift.num_hours().abs() >= 22, "{shift}");
        }
    }
}
