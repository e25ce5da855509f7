#include "figures/calendar_values.h"

#include <array>
#include <cmath>

namespace fihris {
namespace {

DayNumber first_day(int year, int month) { return to_number({.year = year, .month = month, .day = 1}); }

// The first day of the period of a unit that holds a day, some units away.
DayNumber unit_start(const Day& day, Unit unit, int offset) {
  switch (unit) {
    case Unit::week:
      return monday_of(to_number(day)) + 7 * offset;
    case Unit::month:
      return to_number(add_months({.year = day.year, .month = day.month, .day = 1}, offset));
    case Unit::year:
      return first_day(day.year + offset, 1);
    case Unit::decade:
      return first_day(day.year + 10 * offset, 1);
    case Unit::century:
      return first_day(day.year + 100 * offset, 1);
    default:
      return to_number(day) + offset;
  }
}

void set_day(DateValue& date, DayNumber number) {
  const Day day = to_day(number);
  date.year = day.year;
  date.month = day.month;
  date.day = day.day;
  date.grain = Grain::day;
  date.hijri = false;
  date.nth = 0;
  date.relative = false;
}

// The weekday nearest to a day: before it, on or after it, after it.
DayNumber choose_weekday(int weekday, DayNumber today, Tense tense) {
  const int ahead = (weekday - weekday_of(today) + 7) % 7;
  if (tense == Tense::past) return ahead == 0 ? today - 7 : today + ahead - 7;
  return ahead == 0 ? today + 7 : today + ahead;
}

DayNumber nth_weekday(int year, int month, int nth, int weekday) {
  if (nth < 0) {
    const DayNumber last = first_day(year, month) + month_length(year, month) - 1;
    return last - (weekday_of(last) - weekday + 7) % 7;
  }
  const DayNumber first = first_day(year, month);
  return first + (weekday - weekday_of(first) + 7) % 7 + 7 * (nth - 1);
}

void resolve_relative(DateValue& date, const Day& today) {
  if (date.many) return;
  const DayNumber start = unit_start(today, date.unit, date.offset);
  const Day day = to_day(start);
  date.relative = false;
  switch (date.unit) {
    case Unit::week: {
      if (date.weekday != 0 && date.grain == Grain::day) return set_day(date, start + date.weekday - 1);
      const IsoWeek week = week_of(start);
      date.year = week.year;
      date.part = week.week;
      return;
    }
    case Unit::month:
      date.year = day.year;
      date.month = day.month;
      return;
    case Unit::year:
      date.year = day.year;
      if (date.last_year != kUnsaid) date.last_year = day.year + 1;
      return;
    case Unit::century:
      date.year = day.year / 100 + 1;
      return;
    case Unit::decade:
      date.year = day.year / 10 * 10;
      return;
    default:
      set_day(date, start);
  }
}

// A month or day that lacks its year takes the nearest one its tense allows.
int choose_year(const DateValue& date, const Day& today) {
  const int month = date.month != 0                ? date.month
                    : date.grain == Grain::quarter ? 3 * date.part - 2
                    : date.grain == Grain::half    ? 6 * date.part - 5
                                                   : 1;
  const int here = today.month * 100 + (date.day != 0 ? today.day : 0);
  const int there =
      (date.month != 0 || date.grain == Grain::quarter || date.grain == Grain::half ? month : today.month) * 100 +
      date.day;
  if (date.tense == Tense::past && there > here) return today.year - 1;
  if (date.tense == Tense::past && there == here && date.month != 0) return today.year - 1;
  if (date.tense == Tense::future && there <= here) return today.year + 1;
  return today.year;
}

// A bare day of the month, or the nth weekday of one.
void choose_month(DateValue& date, const Day& today) {
  int months = 0;
  if (date.day != 0 && date.tense == Tense::past && date.day > today.day) months = -1;
  if (date.day != 0 && date.tense == Tense::future && date.day < today.day) months = 1;
  const Day day = add_months({.year = today.year, .month = today.month, .day = 1}, months);
  date.year = day.year;
  date.month = day.month;
}

void resolve_hijri(DateValue& date, const Day& today) {
  const std::optional<HijriDay> now = number_to_hijri(to_number(today));
  if (!now) return;
  const int here = now->month * 100 + (date.day != 0 ? now->day : 0);
  const int there = date.month * 100 + date.day;
  date.year = now->year;
  if (date.month == 0) return;
  if (date.tense == Tense::past && there >= here) --date.year;
  if (date.tense == Tense::future && there <= here) ++date.year;
}

// The Hijri year whose month begins in a Gregorian year ("Ramadan 2019").
int hijri_year_in(int year, int month, int day) {
  for (int hijri = (year - 622) * 33 / 32 - 1; hijri < (year - 622) * 33 / 32 + 3; ++hijri) {
    const auto start = hijri_to_number({.year = hijri, .month = month, .day = day == 0 ? 1 : day});
    if (start && to_day(*start).year == year) return hijri;
  }
  return kUnsaid;
}

Interval whole_interval(const DateValue& date) {
  const int year = date.year;
  switch (date.grain) {
    case Grain::quarter:
      return {first_day(year, 3 * date.part - 2),
              to_number(add_months({.year = year, .month = 3 * date.part - 2, .day = 1}, 3))};
    case Grain::half:
      return {first_day(year, 6 * date.part - 5),
              to_number(add_months({.year = year, .month = 6 * date.part - 5, .day = 1}, 6))};
    case Grain::season: {
      const Day start{.year = year, .month = 3 * date.part, .day = 1};
      return {to_number(start), to_number(add_months(start, 3))};
    }
    case Grain::week:
      return {week_start({.year = year, .week = date.part}), week_start({.year = year, .week = date.part}) + 7};
    case Grain::weekend: {
      const DayNumber saturday = week_start({.year = year, .week = date.part}) + 5;
      return {saturday, saturday + 2};
    }
    case Grain::decade:
      return {first_day(year, 1), first_day(year + 10, 1)};
    case Grain::century:
      return {first_day(year * 100 - 99, 1), first_day(year * 100 + 1, 1)};
    case Grain::year:
      return {first_day(year, 1), first_day((date.last_year != kUnsaid ? date.last_year : year) + 1, 1)};
    case Grain::month:
      return {first_day(year, date.month), first_day(year, date.month) + month_length(year, date.month)};
    default: {
      const DayNumber day = to_number({.year = year, .month = date.month, .day = date.day});
      return {day, day + 1};
    }
  }
}

std::optional<Interval> hijri_interval(const DateValue& date) {
  const int month = date.month == 0 ? 1 : date.month;
  const auto from = hijri_to_number({.year = date.year, .month = month, .day = date.day == 0 ? 1 : date.day});
  if (!from) return std::nullopt;
  if (date.grain == Grain::day) return Interval{*from, *from + 1};
  if (date.grain == Grain::month) return Interval{*from, *from + hijri_month_length(date.year, month)};
  const auto to =
      hijri_to_number({.year = (date.last_year != kUnsaid ? date.last_year : date.year) + 1, .month = 1, .day = 1});
  if (!to) return std::nullopt;
  return Interval{*from, *to};
}

Interval narrow(const Interval& whole, const DateValue& date) {
  if (date.edge == Edge::none || date.grain == Grain::day) return whole;
  const int length = whole.to - whole.from;
  if (date.grain == Grain::month) {
    if (date.edge == Edge::start) return {whole.from, whole.from + 10};
    if (date.edge == Edge::middle) return {whole.from + 14, whole.from + 15};
    return {whole.from + 20, whole.to};
  }
  const int third = length / 3;
  if (date.edge == Edge::start) return {whole.from, whole.from + third};
  if (date.edge == Edge::middle) return {whole.from + third, whole.to - third};
  return {whole.to - third, whole.to};
}

std::string print_offset(const DateValue& date) {
  const bool is_time = date.unit <= Unit::hour;
  int count = date.offset;
  if (date.unit == Unit::decade) count *= 10;
  if (date.unit == Unit::century) count *= 100;
  const std::string sign = count < 0 ? "-" : count > 0 ? "+" : "";
  const std::string amount = date.vague ? (date.unit == Unit::decade ? "X0" : "X") : std::to_string(std::abs(count));
  const std::string letter = unit_letter(date.unit);
  return (is_time ? "PT" : "P") + sign + amount + letter.substr(letter.size() - 1);
}

}  // namespace

std::string unit_letter(Unit unit) {
  constexpr std::array<const char*, 9> kLetters = {"TS", "TM", "TH", "D", "W", "M", "Y", "Y", "Y"};
  return kLetters[static_cast<size_t>(unit)];
}

DateValue resolve_date(const DateValue& said, const std::optional<Day>& published) {
  DateValue date = said;
  if (date.hijri && date.year > 1600) date.year = hijri_year_in(date.year, date.month, date.day);
  if (published) {
    const Day& today = *published;
    if (date.relative && !date.vague) {
      resolve_relative(date, today);
    } else if (date.grain == Grain::day && date.weekday != 0 && date.month == 0 && date.day == 0 && date.nth == 0) {
      set_day(date, choose_weekday(date.weekday, to_number(today), date.tense));
    } else if (date.year == kUnsaid && date.hijri) {
      resolve_hijri(date, today);
    } else if (date.year == kUnsaid &&
               (date.grain != Grain::day || date.month != 0 || date.day != 0 || date.nth != 0)) {
      if (date.month == 0 && date.grain == Grain::day)
        choose_month(date, today);
      else
        date.year = choose_year(date, today);
      if (date.grain == Grain::weekend) date.part = week_of(to_number(today)).week;
    } else if (date.easter && date.year == kUnsaid) {
      date.year = today.year;
    }
  }
  if (date.easter && date.year != kUnsaid) set_day(date, easter_sunday(date.year));
  if (date.nth != 0 && date.year != kUnsaid && date.month != 0) {
    if (date.hijri) {
      const auto first = hijri_to_number({.year = date.year, .month = date.month, .day = 1});
      if (first) set_day(date, *first + (date.weekday - weekday_of(*first) + 7) % 7 + 7 * (date.nth - 1));
    } else if (date.grain == Grain::week) {
      const IsoWeek week = week_of(nth_weekday(date.year, date.month, date.nth, 1));
      date.year = week.year;
      date.part = week.week;
      date.month = date.nth = 0;
    } else {
      set_day(date, nth_weekday(date.year, date.month, date.nth, date.weekday));
    }
  }
  return date;
}

std::optional<Interval> date_interval(const DateValue& date) {
  if (date.relative || date.vague || date.year == kUnsaid || date.year < 1) return std::nullopt;
  if (date.hijri) return hijri_interval(date);
  if (date.grain == Grain::day && !is_valid({.year = date.year, .month = date.month, .day = date.day}))
    return std::nullopt;
  if ((date.grain == Grain::week || date.grain == Grain::weekend) && date.part == 0) return std::nullopt;
  return narrow(whole_interval(date), date);
}

std::string print_date(const DateValue& date) {
  static constexpr std::array<const char*, 5> kSeasons = {"", "SP", "SU", "FA", "WI"};
  if (date.relative)
    return date.unit == Unit::century && !date.many ? (date.offset < 0    ? "19XX"
                                                       : date.offset == 0 ? "20XX"
                                                                          : "21XX")
                                                    : print_offset(date);
  if (date.hijri) {
    const std::optional<Interval> days = date_interval(date);
    if (!days) return "";
    return date.grain == Grain::day ? print_day(days->from) : print_day(days->from) + '/' + print_day(days->to);
  }
  if (date.year != kUnsaid && date.year < 0) return "BC" + print_year(-date.year);
  const std::string year = date.year == kUnsaid ? "XXXX" : print_year(date.year);
  switch (date.grain) {
    case Grain::decade:
      return print_year(date.year).substr(0, 3) + "X";
    case Grain::century:
      return print_two(date.year - 1) + "XX";
    case Grain::year:
      return date.last_year == kUnsaid ? year : year + '/' + print_year(date.last_year);
    case Grain::half:
      return (date.last_year == kUnsaid ? year : year + '/' + print_year(date.last_year)) + "-H" +
             std::to_string(date.part);
    case Grain::quarter:
      return (date.last_year == kUnsaid ? year : year + '/' + print_year(date.last_year)) + "-Q" +
             std::to_string(date.part);
    case Grain::season:
      return year + '-' + kSeasons[static_cast<size_t>(date.part)];
    case Grain::month:
      return year + '-' + print_two(date.month);
    case Grain::week:
      return year + (date.month != 0 ? '-' + print_two(date.month) : "") + "-W" +
             (date.part == 0 ? "XX" : print_two(date.part));
    case Grain::weekend:
      return year + "-W" + (date.part == 0 ? "XX" : print_two(date.part)) + "-WE";
    case Grain::day:
      break;
  }
  if (date.weekday != 0 && date.day == 0) return "XXXX-WXX-" + std::to_string(date.weekday);
  if (date.easter) return "XXXX-EASTER";
  return year + '-' + (date.month == 0 ? "XX" : print_two(date.month)) + '-' + print_two(date.day);
}

std::string print_hijri(const DateValue& date) {
  if (!date.hijri) return "";
  std::string text = date.year == kUnsaid ? "XXXX" : print_year(date.year);
  if (date.month != 0) text += '-' + print_two(date.month);
  if (date.day != 0) text += '-' + print_two(date.day);
  return text;
}

}  // namespace fihris
