// What a date says, printed and resolved, without any text: the same fields
// with and without a publication day.
#include "figures/calendar_values.h"

#include <gtest/gtest.h>

namespace fihris {
namespace {

const Day kWednesday{.year = 2025, .month = 2, .day = 26};

std::string resolved(const DateValue& date) { return print_date(resolve_date(date, kWednesday)); }

std::string interval(const DateValue& date) {
  const std::optional<Interval> days = date_interval(resolve_date(date, kWednesday));
  return days ? print_day(days->from) + "/" + print_day(days->to) : "";
}

TEST(CalendarValues, OffsetsStandUntilResolved) {
  const DateValue last_month{.grain = Grain::month, .relative = true, .unit = Unit::month, .offset = -1};
  EXPECT_EQ(print_date(last_month), "P-1M");
  EXPECT_EQ(resolved(last_month), "2025-01");
  EXPECT_EQ(interval(last_month), "2025-01-01/2025-02-01");
  const DateValue today{.relative = true, .unit = Unit::day};
  EXPECT_EQ(print_date(today), "P0D");
  EXPECT_EQ(resolved(today), "2025-02-26");
  const DateValue next_week{.grain = Grain::week, .relative = true, .unit = Unit::week, .offset = 1};
  EXPECT_EQ(print_date(next_week), "P+1W");
  EXPECT_EQ(resolved(next_week), "2025-W10");
  EXPECT_EQ(interval(next_week), "2025-03-03/2025-03-10");
}

TEST(CalendarValues, YearsAreChosenByTense) {
  DateValue december{.grain = Grain::month, .month = 12};
  EXPECT_EQ(print_date(december), "XXXX-12");
  december.tense = Tense::past;
  EXPECT_EQ(resolved(december), "2024-12");
  december.tense = Tense::future;
  EXPECT_EQ(resolved(december), "2025-12");
  DateValue january{.grain = Grain::month, .month = 1, .tense = Tense::future};
  EXPECT_EQ(resolved(january), "2026-01");
  january.tense = Tense::past;
  EXPECT_EQ(resolved(january), "2025-01");
}

TEST(CalendarValues, WeekdaysAreChosenByTense) {
  DateValue friday{.weekday = 5};
  EXPECT_EQ(print_date(friday), "XXXX-WXX-5");
  friday.tense = Tense::past;
  EXPECT_EQ(resolved(friday), "2025-02-21");
  friday.tense = Tense::future;
  EXPECT_EQ(resolved(friday), "2025-02-28");
}

TEST(CalendarValues, GrainsPrintAsTimex) {
  EXPECT_EQ(print_date({.grain = Grain::decade, .year = 1990}), "199X");
  EXPECT_EQ(print_date({.grain = Grain::century, .year = 21}), "20XX");
  EXPECT_EQ(print_date({.grain = Grain::quarter, .year = 2016, .part = 3}), "2016-Q3");
  EXPECT_EQ(print_date({.grain = Grain::half, .year = 2016, .part = 1}), "2016-H1");
  EXPECT_EQ(print_date({.grain = Grain::season, .year = 2007, .part = 2}), "2007-SU");
  EXPECT_EQ(print_date({.grain = Grain::year, .year = 2021, .last_year = 2022}), "2021/2022");
  EXPECT_EQ(print_date({.grain = Grain::year, .year = -500}), "BC0500");
  EXPECT_EQ(print_date({.month = 2, .day = 9}), "XXXX-02-09");
}

TEST(CalendarValues, IntervalsAreHalfOpen) {
  EXPECT_EQ(interval({.grain = Grain::quarter, .year = 2016, .part = 4}), "2016-10-01/2017-01-01");
  EXPECT_EQ(interval({.grain = Grain::half, .year = 2016, .part = 2}), "2016-07-01/2017-01-01");
  EXPECT_EQ(interval({.grain = Grain::season, .year = 2020, .part = 4}), "2020-12-01/2021-03-01");
  EXPECT_EQ(interval({.grain = Grain::decade, .year = 1990}), "1990-01-01/2000-01-01");
  EXPECT_EQ(interval({.grain = Grain::century, .year = 21}), "2001-01-01/2101-01-01");
  EXPECT_EQ(interval({.grain = Grain::month, .year = 2024, .month = 2, .edge = Edge::end}), "2024-02-21/2024-03-01");
  EXPECT_EQ(interval({.grain = Grain::month, .year = 2024, .month = 2, .edge = Edge::middle}), "2024-02-15/2024-02-16");
}

TEST(CalendarValues, ImpossibleDaysHaveNoInterval) {
  EXPECT_EQ(interval({.year = 2023, .month = 2, .day = 30}), "");
  EXPECT_EQ(interval({.hijri = true, .year = 1445, .month = 2, .day = 31}), "");
}

TEST(CalendarValues, HijriKeepsBothCalendars) {
  const DateValue day{.hijri = true, .year = 1436, .month = 9, .day = 15};
  EXPECT_EQ(print_date(day), "2015-07-02");
  EXPECT_EQ(print_hijri(day), "1436-09-15");
  const DateValue unsaid{.grain = Grain::month, .hijri = true, .month = 9};
  EXPECT_EQ(print_date(unsaid), "");
  EXPECT_EQ(print_hijri(unsaid), "XXXX-09");
}

TEST(CalendarValues, LengthsSumAndPrint) {
  Length length;
  add_units(length, Unit::year, 1);
  add_units(length, Unit::month, 2);
  add_units(length, Unit::day, 21);
  EXPECT_EQ(print_length(length), "P1Y2M21D");
  Length decades;
  add_units(decades, Unit::decade, 2);
  EXPECT_EQ(print_length(decades), "P20Y");
  Length hours;
  add_units(hours, Unit::hour, 2.5);
  EXPECT_EQ(print_length(hours), "PT2.5H");
  const Length some{.vague = true, .vague_unit = Unit::month};
  EXPECT_EQ(print_length(some), "PXM");
  const Length some_minutes{.vague = true, .vague_unit = Unit::minute};
  EXPECT_EQ(print_length(some_minutes), "PTXM");
  EXPECT_EQ(print_day(add_length(kWednesday, length, 1)), "2026-05-17");
}

}  // namespace
}  // namespace fihris
