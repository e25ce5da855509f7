#include <cmath>

#include "figures/calendar_values.h"

namespace fihris {

std::string print_clock(const Clock& clock) {
  return print_two(clock.hour) + ':' + print_two(clock.minute) +
         (clock.second < 0 ? "" : ':' + print_two(clock.second));
}

void add_units(Length& length, Unit unit, double count) {
  switch (unit) {
    case Unit::second:
      length.seconds += count;
      break;
    case Unit::minute:
      length.minutes += count;
      break;
    case Unit::hour:
      length.hours += count;
      break;
    case Unit::day:
      length.days += count;
      break;
    case Unit::week:
      length.weeks += count;
      break;
    case Unit::month:
      length.months += count;
      break;
    case Unit::year:
      length.years += count;
      break;
    case Unit::decade:
      length.years += 10 * count;
      break;
    case Unit::century:
      length.years += 100 * count;
      break;
  }
}

std::string print_length(const Length& length) {
  if (length.vague) {
    const std::string letter = unit_letter(length.vague_unit);
    return (letter.size() > 1 ? "PTX" : "PX") + std::string(static_cast<size_t>(length.vague_zeros), '0') +
           letter.substr(letter.size() - 1);
  }
  std::string text = "P";
  const auto add = [&text](double count, char letter) {
    if (count != 0) text += print_number(count) + letter;
  };
  add(length.years, 'Y');
  add(length.months, 'M');
  add(length.weeks, 'W');
  add(length.days, 'D');
  if (length.hours != 0 || length.minutes != 0 || length.seconds != 0) text += 'T';
  add(length.hours, 'H');
  add(length.minutes, 'M');
  add(length.seconds, 'S');
  return text == "P" ? "P0D" : text;
}

DayNumber add_length(const Day& day, const Length& length, int sign) {
  const double months = length.years * 12 + length.months;
  const double days =
      length.weeks * 7 + length.days + length.hours / 24 + length.minutes / 1440 + length.seconds / 86400;
  if (months > 100000 || days > 40000000) return to_number(day);
  const Day moved = add_months(day, sign * static_cast<int>(std::floor(months)));
  return to_number(moved) + sign * static_cast<int>(std::lround((months - std::floor(months)) * 30 + std::floor(days)));
}

}  // namespace fihris
