// Days, weeks, months, Easter and the Hijri calendar: round trips over
// centuries, and days that anyone can look up.
#include "figures/calendar_math.h"

#include <gtest/gtest.h>

#ifdef FIHRIS_WITH_ICU_I18N
#include <unicode/calendar.h>

#include <memory>
#endif

namespace fihris {
namespace {

constexpr DayNumber kFirst = -200000;  // the year 1422
constexpr DayNumber kLast = 200000;    // the year 2517

TEST(CalendarMath, DaysAndNumbersRoundTrip) {
  Day before = to_day(kFirst - 1);
  for (DayNumber n = kFirst; n < kLast; ++n) {
    const Day day = to_day(n);
    ASSERT_EQ(to_number(day), n);
    ASSERT_TRUE(is_valid(day)) << n;
    const bool next_day = day.day == before.day + 1 && day.month == before.month && day.year == before.year;
    const bool next_month = day.day == 1 && before.day == month_length(before.year, before.month);
    ASSERT_TRUE(next_day || next_month) << print_day(n);
    before = day;
  }
}

TEST(CalendarMath, WeekdaysFollowOneAnother) {
  for (DayNumber n = kFirst; n < kLast; ++n) ASSERT_EQ(weekday_of(n + 1), weekday_of(n) % 7 + 1);
  EXPECT_EQ(weekday_of(0), 4);  // 1 January 1970, a Thursday
  EXPECT_EQ(weekday_of(to_number({.year = 2025, .month = 2, .day = 26})), 3);
}

TEST(CalendarMath, WeeksRoundTrip) {
  for (DayNumber n = kFirst; n < kLast; n += 3) {
    const IsoWeek week = week_of(n);
    ASSERT_GE(week.week, 1);
    ASSERT_LE(week.week, 53);
    ASSERT_EQ(week_start(week), monday_of(n)) << print_day(n);
  }
  const IsoWeek first_of_january{.year = 2015, .week = 53};
  EXPECT_EQ(week_of(to_number({.year = 2016, .month = 1, .day = 1})), first_of_january);
  const IsoWeek last_of_december{.year = 2025, .week = 1};
  EXPECT_EQ(week_of(to_number({.year = 2024, .month = 12, .day = 31})), last_of_december);
}

TEST(CalendarMath, MonthsEndWhereTheyEnd) {
  const Day january{.year = 2023, .month = 1, .day = 31};
  const Day february{.year = 2023, .month = 2, .day = 28};
  const Day leap_february{.year = 2024, .month = 2, .day = 29};
  const Day december{.year = 2022, .month = 12, .day = 31};
  EXPECT_EQ(add_months(january, 1), february);
  EXPECT_EQ(add_months(january, 13), leap_february);
  EXPECT_EQ(add_months(january, -1), december);
  for (int months = -500; months <= 500; ++months) {
    const Day there = add_months({.year = 2000, .month = 6, .day = 15}, months);
    const Day back{.year = 2000, .month = 6, .day = 15};
    ASSERT_EQ(add_months(there, -months), back);
  }
}

TEST(CalendarMath, LeapYears) {
  EXPECT_EQ(month_length(1900, 2), 28);
  EXPECT_EQ(month_length(2000, 2), 29);
  EXPECT_EQ(month_length(2023, 2), 28);
  EXPECT_EQ(month_length(2024, 2), 29);
  EXPECT_FALSE(is_valid({.year = 2023, .month = 2, .day = 29}));
  EXPECT_FALSE(is_valid({.year = 2023, .month = 13, .day = 1}));
}

TEST(CalendarMath, EasterSundays) {
  EXPECT_EQ(print_day(easter_sunday(2019)), "2019-04-21");
  EXPECT_EQ(print_day(easter_sunday(2024)), "2024-03-31");
  EXPECT_EQ(print_day(easter_sunday(2025)), "2025-04-20");
  EXPECT_EQ(print_day(orthodox_easter_sunday(2024)), "2024-05-05");
  EXPECT_EQ(print_day(orthodox_easter_sunday(2025)), "2025-04-20");
}

std::string gregorian(int year, int month, int day) {
  const std::optional<DayNumber> number = hijri_to_number({.year = year, .month = month, .day = day});
  return number ? print_day(*number) : "";
}

TEST(CalendarMath, UmmAlQuraDaysThatNewspapersKnow) {
  EXPECT_EQ(gregorian(1300, 1, 1), "1882-11-12");
  EXPECT_EQ(gregorian(1436, 9, 15), "2015-07-02");
  EXPECT_EQ(gregorian(1440, 9, 1), "2019-05-06");
  EXPECT_EQ(gregorian(1441, 1, 1), "2019-08-31");
  EXPECT_EQ(gregorian(1444, 10, 1), "2023-04-21");
  EXPECT_EQ(gregorian(1445, 9, 1), "2024-03-11");
  EXPECT_EQ(gregorian(1446, 1, 1), "2024-07-07");
}

TEST(CalendarMath, HijriRoundTripsInsideItsTable) {
  for (DayNumber n = *hijri_to_number({.year = 1300, .month = 1, .day = 1});; ++n) {
    const std::optional<HijriDay> day = number_to_hijri(n);
    if (!day) break;
    ASSERT_EQ(hijri_to_number(*day), n);
    ASSERT_LE(day->year, 1600);
  }
}

TEST(CalendarMath, HijriIsSilentOutsideItsTable) {
  EXPECT_FALSE(hijri_to_number({.year = 1299, .month = 12, .day = 1}));
  EXPECT_FALSE(hijri_to_number({.year = 1601, .month = 1, .day = 1}));
  EXPECT_FALSE(hijri_to_number({.year = 1445, .month = 13, .day = 1}));
  EXPECT_FALSE(hijri_to_number({.year = 1445, .month = 1, .day = 31}));
  EXPECT_FALSE(number_to_hijri(-40000));
  EXPECT_FALSE(number_to_hijri(200000));
  EXPECT_EQ(hijri_month_length(1299, 1), 0);
}

#ifdef FIHRIS_WITH_ICU_I18N
TEST(CalendarMath, UmmAlQuraMonthsAreThoseOfIcu) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(*icu::TimeZone::getGMT(), icu::Locale("en@calendar=islamic-umalqura"), status));
  ASSERT_TRUE(U_SUCCESS(status));
  for (int year = 1300; year <= 1600; ++year) {
    for (int month = 1; month <= 12; ++month) {
      calendar->clear();
      calendar->set(year, month - 1, 1);
      const auto start = static_cast<DayNumber>(calendar->getTime(status) / 86400000.0);
      ASSERT_EQ(hijri_to_number({.year = year, .month = month, .day = 1}), start) << year << '-' << month;
    }
  }
}
#endif

TEST(CalendarMath, Printing) {
  EXPECT_EQ(print_year(987), "0987");
  EXPECT_EQ(print_two(7), "07");
  EXPECT_EQ(print_number(2.5), "2.5");
  EXPECT_EQ(print_number(3), "3");
  EXPECT_EQ(print_day(0), "1970-01-01");
}

}  // namespace
}  // namespace fihris
