//! The periods of a history, as days in a time zone. Pure functions.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};
use chrono_tz::Tz;

use super::query::HistoryInterval;
use crate::{clock, http::FieldError};

/// The most periods of a history: two years of weeks.
pub const MOST: usize = 104;

/// Periods if no first day is given.
const DEFAULT: u32 = 12;

/// A week or a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    pub first: NaiveDate,
    pub last: NaiveDate,
    /// The end of the last day, or now if that is earlier: the instant whose state the period shows.
    pub ends_at: DateTime<Utc>,
}

/// The periods from that of `from` to that of `to`, but none that begins after today in `zone`. Fails if there are too
/// many, or if `to` is before `from`.
pub fn periods(
    interval: HistoryInterval,
    from: Option<NaiveDate>,
    to: Option<NaiveDate>,
    zone: Tz,
    now: DateTime<Utc>,
) -> Result<Vec<Period>, FieldError> {
    if let (Some(from), Some(to)) = (from, to)
        && to < from
    {
        return Err(FieldError::new("/to", format!("must not be before from, which is {from}")));
    }
    let today = clock::today(now, zone);
    let to = to.map_or(today, |to| to.min(today));
    let from = from.unwrap_or_else(|| earlier(interval, to, DEFAULT - 1));
    let starts = std::iter::successors(Some(start(interval, from)), |first| next(interval, *first));
    let starts: Vec<NaiveDate> = starts.take_while(|first| *first <= to).take(MOST + 1).collect();
    if starts.len() > MOST {
        let detail = format!("is too early: the history would have more than {MOST} periods up to {to}");
        return Err(FieldError::new("/from", detail));
    }
    let period = |first: NaiveDate| {
        let last = next(interval, first).and_then(|next| next.pred_opt()).unwrap_or(NaiveDate::MAX);
        Period { first, last, ends_at: clock::end_of_day(last, zone).min(now) }
    };
    Ok(starts.into_iter().map(period).collect())
}

/// The first day of the period of `day`.
fn start(interval: HistoryInterval, day: NaiveDate) -> NaiveDate {
    let before = match interval {
        HistoryInterval::Week => day.weekday().num_days_from_monday(),
        HistoryInterval::Month => day.day0(),
    };
    day - Days::new(before.into())
}

/// The first day of the period after the one that begins on `first`.
fn next(interval: HistoryInterval, first: NaiveDate) -> Option<NaiveDate> {
    match interval {
        HistoryInterval::Week => first.checked_add_days(Days::new(7)),
        HistoryInterval::Month => first.checked_add_months(Months::new(1)),
    }
}

/// A day `count` periods earlier.
fn earlier(interval: HistoryInterval, day: NaiveDate, count: u32) -> NaiveDate {
    match interval {
        HistoryInterval::Week => day - Days::new(u64::from(count) * 7),
        HistoryInterval::Month => start(interval, day) - Months::new(count),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a day")
    }

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().expect("an instant")
    }

    #[test]
    fn the_last_period_is_cut_at_the_present() {
        let now = at("2026-03-04T09:00:00Z");
        let found = periods(HistoryInterval::Week, Some(day("2026-02-25")), None, Tz::Asia__Tokyo, now);
        let week = |first, last, ends_at| Period { first: day(first), last: day(last), ends_at };
        assert_eq!(
            found,
            Ok(vec![
                week("2026-02-23", "2026-03-01", at("2026-03-01T15:00:00Z")),
                week("2026-03-02", "2026-03-08", now),
            ])
        );
    }

    #[test]
    fn there_are_twelve_unless_the_first_day_is_given() {
        let now = at("2026-03-31T09:00:00Z");
        let months = periods(HistoryInterval::Month, None, None, Tz::UTC, now).expect("months");
        assert_eq!(months.len(), 12);
        assert_eq!(months.first().map(|month| month.first), Some(day("2025-04-01")));
        assert_eq!(months.last().map(|month| month.last), Some(day("2026-03-31")));
    }

    #[test]
    fn what_is_too_long_or_turned_round_is_refused() {
        let now = at("2026-03-04T09:00:00Z");
        let of = |from, to| periods(HistoryInterval::Week, Some(day(from)), Some(day(to)), Tz::UTC, now);
        assert_eq!(of("1900-01-01", "2026-03-04").map_err(|fault| fault.pointer), Err("/from".to_owned()));
        assert_eq!(of("2026-03-04", "2026-03-03").map_err(|fault| fault.pointer), Err("/to".to_owned()));
        assert_eq!(of("2026-05-01", "9999-12-31"), Ok(Vec::new()));
        assert_eq!(of("2024-03-11", "2026-03-04").map(|found| found.len()), Ok(MOST));
    }

    proptest! {
        #[test]
        fn periods_follow_each_other_and_end_by_now(
            days in 0..40_000_i64, before in 0..700_u64,
            interval in prop::sample::select(vec![HistoryInterval::Week, HistoryInterval::Month]),
            zone in prop::sample::select(chrono_tz::TZ_VARIANTS.as_slice()),
        ) {
            let now = DateTime::UNIX_EPOCH + chrono::TimeDelta::days(days + 1000);
            let today = clock::today(now, zone);
            let from = today - Days::new(before);
            let found = periods(interval, Some(from), None, zone, now).expect("periods");
            prop_assert!(found.first().is_some_and(|period| (period.first..=period.last).contains(&from)));
            prop_assert!(found.last().is_some_and(|period| (period.first..=period.last).contains(&today)));
            prop_assert!(found.windows(2).all(|pair| pair[0].last.succ_opt() == Some(pair[1].first)));
            prop_assert!(found.windows(2).all(|pair| pair[0].ends_at <= pair[1].ends_at));
            prop_assert!(found.iter().all(|period| period.ends_at <= now));
        }
    }
}
