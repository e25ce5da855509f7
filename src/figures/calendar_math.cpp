#include "figures/calendar_math.h"

#include <array>
#include <cmath>
#include <cstdio>

namespace fihris {
namespace {

constexpr int kFirstHijriYear = 1300;
constexpr int kLastHijriYear = 1600;
constexpr DayNumber kFirstHijriDay = -31826;  // 1 Muharram 1300, 12 November 1882

// One year a value, bit m set where month m + 1 has 30 days (else 29): the
// Umm al-Qura calendar as ICU has it; a test compares the two.
constexpr std::array<uint16_t, kLastHijriYear - kFirstHijriYear + 1> kHijriYears = {
    0x555, 0x2ab, 0x937, 0x2b6, 0x576, 0x36c, 0xb55, 0xaaa, 0x956, 0x49e, 0x95d, 0x2ba, 0x5b5, 0x3aa, 0xb4b, 0xa96,
    0x52e, 0x2ad, 0x56d, 0xb5a, 0x752, 0xf25, 0xe8a, 0xd16, 0xa56, 0xab5, 0x6b4, 0xda9, 0xb92, 0xb25, 0x64b, 0xa9b,
    0x35a, 0x6d9, 0x5d4, 0xda5, 0xd4a, 0xa95, 0x536, 0x975, 0x2f4, 0x6e9, 0x6d4, 0x6a9, 0x535, 0x25d, 0x4bd, 0x9ba,
    0x3b4, 0xb69, 0xb2a, 0xa55, 0x4ad, 0xa5d, 0x2da, 0x6d9, 0xeaa, 0xe94, 0xd2a, 0xc56, 0x4ae, 0xa6d, 0x56a, 0xd55,
    0xd4a, 0xa93, 0x52b, 0xa5b, 0x53a, 0x6b5, 0xea9, 0xd52, 0xd29, 0xa55, 0x4ad, 0x56d, 0xaea, 0x6e4, 0xed1, 0xda2,
    0xaaa, 0x95a, 0x2da, 0x5b9, 0xbb2, 0x764, 0x6c9, 0x555, 0x2ab, 0x4db, 0xaba, 0x5b4, 0xda9, 0xd52, 0xaa5, 0x92d,
    0x26d, 0x8ed, 0x2da, 0xad5, 0xaa5, 0xa4b, 0x497, 0x937, 0x2b6, 0x975, 0xd69, 0xd52, 0xc95, 0x92b, 0x25b, 0x4db,
    0x9d5, 0x5d2, 0xda5, 0xd4a, 0xa95, 0x54d, 0xaad, 0x3aa, 0xbd2, 0xbc4, 0xb89, 0xa95, 0x52d, 0x5ad, 0xb6a, 0x6d4,
    0xdc9, 0xd92, 0xaa6, 0x956, 0x2ae, 0x56d, 0x36a, 0xb55, 0xaaa, 0x94d, 0x49d, 0x95d, 0x2ba, 0x5b5, 0x5aa, 0xd55,
    0xa9a, 0x92e, 0x26e, 0x55d, 0xada, 0x6d4, 0x6a5, 0xb27, 0xa4d, 0x4ad, 0x56d, 0xb5a, 0x754, 0xf49, 0xe92, 0xd26,
    0xa56, 0x356, 0x6b5, 0xbaa, 0xb92, 0xb25, 0x68b, 0xa9b, 0x55a, 0xada, 0x5b4, 0xda9, 0xb52, 0xa9a, 0x536, 0x276,
    0x575, 0xaf2, 0x6d4, 0x6a9, 0x555, 0x2ad, 0x4bd, 0x9ba, 0x574, 0xb69, 0xb52, 0xa95, 0x52d, 0xa5d, 0x4da, 0xad9,
    0x6b2, 0xe95, 0xe2a, 0xc96, 0x92e, 0xaad, 0x56a, 0xd65, 0xd4a, 0xd15, 0x62b, 0xc5b, 0x53a, 0x6b5, 0xdb2, 0xd64,
    0xd29, 0xa55, 0x4ad, 0x96d, 0xaea, 0x6e8, 0xed1, 0xda4, 0xd4a, 0xa6a, 0x2da, 0x5b9, 0xb72, 0xb68, 0x6d1, 0x655,
    0x4ab, 0x95b, 0x2ba, 0x5b5, 0xda9, 0xd52, 0xca6, 0x94e, 0x46e, 0x95d, 0x4da, 0xad5, 0xaaa, 0xa4d, 0x49b, 0x937,
    0x4b6, 0x975, 0xd6a, 0xd52, 0xaa5, 0x94b, 0x2ab, 0x55b, 0xad9, 0x5d2, 0xdc5, 0xd92, 0xb25, 0x555, 0xab5, 0x5b4,
    0xba9, 0x7a2, 0x745, 0x593, 0xaab, 0x4d6, 0x9d6, 0x5d2, 0xba5, 0xb4a, 0xa95, 0x4ad, 0x15d, 0x2dd, 0x9da, 0x5b4,
    0x5a9, 0x52d, 0x25b, 0x8b7, 0x176, 0x56d, 0xb6a, 0xaca, 0xa96, 0x52b, 0x15b, 0x2bb, 0x5b6, 0xdaa, 0xb94, 0xd46,
    0xa8d, 0x52d, 0xa9d, 0x55a, 0x755, 0x749, 0xf13, 0xe4a, 0xa96, 0x556, 0x6b5, 0xbaa, 0xb94};
int hijri_year_length(int year) {
  return 12 * 29 + __builtin_popcount(kHijriYears[static_cast<size_t>(year - kFirstHijriYear)]);
}

bool is_leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int floor_div(int a, int b) { return a / b - (a % b != 0 && (a < 0) != (b < 0)); }

}  // namespace

// Days from civil and back: Howard Hinnant's public domain formulas, with years
// that begin in March so that the leap day comes last.
DayNumber to_number(const Day& day) {
  const int year = day.year - (day.month <= 2);
  const int era = floor_div(year, 400);
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (day.month + (day.month > 2 ? -3 : 9)) + 2) / 5 + day.day - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

Day to_day(DayNumber number) {
  const int shifted = number + 719468;
  const int era = floor_div(shifted, 146097);
  const int day_of_era = shifted - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int month = shifted_month + (shifted_month < 10 ? 3 : -9);
  return {.year = year_of_era + era * 400 + (month <= 2),
          .month = month,
          .day = day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

int month_length(int year, int month) {
  constexpr std::array<int, 12> kLengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap(year) ? 29 : kLengths[static_cast<size_t>(month - 1)];
}

bool is_valid(const Day& day) {
  return day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= month_length(day.year, day.month);
}

int weekday_of(DayNumber number) { return number + 3 - 7 * floor_div(number + 3, 7) + 1; }

DayNumber monday_of(DayNumber number) { return number - weekday_of(number) + 1; }

IsoWeek week_of(DayNumber number) {
  const DayNumber thursday = monday_of(number) + 3;  // the week belongs to the year of its Thursday
  const int year = to_day(thursday).year;
  return {.year = year, .week = (thursday - to_number({.year = year, .month = 1, .day = 1})) / 7 + 1};
}

DayNumber week_start(const IsoWeek& week) {
  return monday_of(to_number({.year = week.year, .month = 1, .day = 4})) + 7 * (week.week - 1);
}

Day add_months(const Day& day, int months) {
  const int total = day.year * 12 + day.month - 1 + months;
  const int year = floor_div(total, 12);
  const int month = total - year * 12 + 1;
  const int last = month_length(year, month);
  return {.year = year, .month = month, .day = day.day < last ? day.day : last};
}

// The anonymous Gregorian computus.
DayNumber easter_sunday(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return to_number({.year = year, .month = f / 31, .day = f % 31 + 1});
}

// Meeus's Julian computus, thirteen days later.
DayNumber orthodox_easter_sunday(int year) {
  const int d = (19 * (year % 19) + 15) % 30;
  const int e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  return to_number({.year = year, .month = (d + e + 114) / 31, .day = (d + e + 114) % 31 + 1}) + 13;
}

int hijri_month_length(int year, int month) {
  if (year < kFirstHijriYear || year > kLastHijriYear || month < 1 || month > 12) return 0;
  return 29 + ((kHijriYears[static_cast<size_t>(year - kFirstHijriYear)] >> (month - 1)) & 1);
}

std::optional<DayNumber> hijri_to_number(const HijriDay& day) {
  const int length = hijri_month_length(day.year, day.month);
  if (day.day < 1 || day.day > length) return std::nullopt;
  DayNumber number = kFirstHijriDay;
  for (int year = kFirstHijriYear; year < day.year; ++year) number += hijri_year_length(year);
  for (int month = 1; month < day.month; ++month) number += hijri_month_length(day.year, month);
  return number + day.day - 1;
}

std::optional<HijriDay> number_to_hijri(DayNumber number) {
  DayNumber rest = number - kFirstHijriDay;
  if (rest < 0) return std::nullopt;
  int year = kFirstHijriYear;
  for (; year <= kLastHijriYear && rest >= hijri_year_length(year); ++year) rest -= hijri_year_length(year);
  if (year > kLastHijriYear) return std::nullopt;
  int month = 1;
  for (; rest >= hijri_month_length(year, month); ++month) rest -= hijri_month_length(year, month);
  return HijriDay{.year = year, .month = month, .day = rest + 1};
}

std::string print_year(int year) {
  char text[16];
  std::snprintf(text, sizeof text, "%04d", year);
  return text;
}

std::string print_two(int number) {
  char text[16];
  std::snprintf(text, sizeof text, "%02d", number);
  return text;
}

std::string print_day(DayNumber number) {
  const Day day = to_day(number);
  return print_year(day.year) + '-' + print_two(day.month) + '-' + print_two(day.day);
}

std::string print_number(double number) {
  char text[48];
  std::snprintf(text, sizeof text, "%.10g", number);
  return text;
}

}  // namespace fihris
