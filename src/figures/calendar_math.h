// Pure calendar arithmetic: days as numbers, weekdays, ISO weeks, month ends,
// Easter, and the Umm al-Qura calendar of Saudi Arabia for the Hijri years
// 1300 to 1600. The figures room reads dates with it; nothing here knows words.
// Outside its table the Hijri conversion answers nothing rather than guess.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "findings.h"

namespace fihris {

// Days since 1970-01-01, which is day 0.
using DayNumber = int32_t;

struct HijriDay {
  int year = 0;
  int month = 0;  // 1 Muharram .. 12 Dhu al-Hijja
  int day = 0;
  friend bool operator==(const HijriDay&, const HijriDay&) = default;
};

struct IsoWeek {
  int year = 0;
  int week = 0;  // 1..53
  friend bool operator==(const IsoWeek&, const IsoWeek&) = default;
};

[[nodiscard]] DayNumber to_number(const Day& day);
[[nodiscard]] Day to_day(DayNumber number);
[[nodiscard]] int month_length(int year, int month);
[[nodiscard]] bool is_valid(const Day& day);
[[nodiscard]] int weekday_of(DayNumber number);  // 1 Monday .. 7 Sunday
[[nodiscard]] DayNumber monday_of(DayNumber number);
[[nodiscard]] IsoWeek week_of(DayNumber number);
[[nodiscard]] DayNumber week_start(const IsoWeek& week);  // its Monday

// The same day some months away, clipped to the month's end (31 January + 1 = 28 February).
[[nodiscard]] Day add_months(const Day& day, int months);

[[nodiscard]] DayNumber easter_sunday(int year);           // western
[[nodiscard]] DayNumber orthodox_easter_sunday(int year);  // in Gregorian days, 1900 to 2099

[[nodiscard]] int hijri_month_length(int year, int month);  // 0 outside the table
[[nodiscard]] std::optional<DayNumber> hijri_to_number(const HijriDay& day);
[[nodiscard]] std::optional<HijriDay> number_to_hijri(DayNumber number);

[[nodiscard]] std::string print_year(int year);         // 0987
[[nodiscard]] std::string print_two(int number);        // 07
[[nodiscard]] std::string print_day(DayNumber number);  // 2016-11-07
[[nodiscard]] std::string print_number(double number);  // 2.5, no trailing zeros

}  // namespace fihris
