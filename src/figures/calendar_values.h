// What a calendar expression means, before it is printed: a date with the
// fields that were said, a clock time, a length of time. One place prints them
// as TIMEX3 and resolves them against the publication date, so that every rule
// of the grammar only fills fields in. Nothing here reads text.
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "figures/calendar_math.h"

namespace fihris {

inline constexpr int kUnsaid = -100000;  // a year that the text does not name

enum class Unit : uint8_t { second, minute, hour, day, week, month, year, decade, century };
enum class Grain : uint8_t { day, weekend, week, month, quarter, half, season, year, decade, century };
enum class Edge : uint8_t { none, start, middle, end };
// Which of the days that fit is meant: the last one, this period's, the next one.
enum class Tense : uint8_t { unknown, past, present, future };

struct DateValue {
  Grain grain = Grain::day;
  bool hijri = false;       // year, month and day are Hijri
  int year = kUnsaid;       // first year of a decade; century number of a century
  int last_year = kUnsaid;  // fiscal and school years, seasons of sport: 2021/2022
  int month = 0;
  int day = 0;
  int part = 0;     // quarter, half, season (1 spring .. 4 winter), ISO week of the year
  int nth = 0;      // nth weekday or week of the month; -1 the last
  int weekday = 0;  // 1 Monday .. 7 Sunday
  bool easter = false;
  // Counted from the day of writing.
  bool relative = false;
  Unit unit = Unit::day;
  int offset = 0;
  bool many = false;   // a stretch of |offset| units
  bool vague = false;  // a stretch of some units
  Tense tense = Tense::unknown;
  Edge edge = Edge::none;
};

// Days [from, to).
struct Interval {
  DayNumber from = 0;
  DayNumber to = 0;
};

struct Clock {
  int hour = -1;  // 0..24
  int minute = 0;
  int second = -1;       // -1: not said
  bool settled = false;  // morning or evening is known
};

// A sum of units, some of them vague ("some months").
struct Length {
  double seconds = 0, minutes = 0, hours = 0, days = 0, weeks = 0, months = 0, years = 0;
  bool vague = false;  // some units; the sum does not count
  Unit vague_unit = Unit::day;
  int vague_zeros = 0;  // 1: tens of them, 2: hundreds
};

// The date with what the publication day adds; the same where it adds nothing.
[[nodiscard]] DateValue resolve_date(const DateValue& date, const std::optional<Day>& published);
[[nodiscard]] std::string print_date(const DateValue& date);  // 2016-11-07, XXXX-02, P-1M
[[nodiscard]] std::optional<Interval> date_interval(const DateValue& date);
// 1436-09-15; empty for Gregorian dates. With the Gregorian side resolved, the Hijri day is looked up.
[[nodiscard]] std::string print_hijri(const DateValue& date);

[[nodiscard]] std::string print_clock(const Clock& clock);  // 08:30
void add_units(Length& length, Unit unit, double count);
[[nodiscard]] std::string print_length(const Length& length);  // P1Y2M, PT2.5H
[[nodiscard]] DayNumber add_length(const Day& day, const Length& length, int sign);
[[nodiscard]] std::string unit_letter(Unit unit);  // D, W, M, Y, TH ...

}  // namespace fihris
