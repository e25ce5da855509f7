#include <cmath>

#include "figures/calendar_grammar.h"

namespace fihris {
namespace {

struct Part {
  size_t last = 0;
  uint32_t begin = 0;
  double count = kNoValue;  // NaN: vague
  int zeros = 0;            // vague in tens (1), hundreds (2), thousands (3) ...
  Unit unit = Unit::day;
  bool counted = false;  // a number, a dual or "one" says how many
  bool joined = false;   // "and" cut off its first word
};

bool is_number_of(const WordMatch& unit, std::string_view number) {
  return cell_of(unit, time_units_columns::number) == number;
}

// The unit of time after a number; "contract" and "second" are units only with a number.
const WordMatch* unit_after(const CalendarContext& c, size_t i) {
  const WordMatch* unit = match_at(c, i, Table::time_units);
  return unit != nullptr && unit->reading.preposition == 0 && unit->reading.conjunction == 0 ? unit : nullptr;
}

// The preceding word wants a length: "for", "since", "within", "more than".
bool opens_length(const CalendarContext& c, size_t i) {
  if (i == 0) return false;
  for (const std::string_view role : {"within", "since", "before", "after", "throughout", "all"}) {
    if (ends_with_role(c, i, role)) return true;
  }
  if (ends_with_role(c, i, "about")) return true;
  return i >= 2 && ends_with_role(c, i, "of") && ends_with_role(c, i - 1, "more");
}

// An article on the next word makes the unit part of a name: "during the years of the war".
bool is_construct(const CalendarContext& c, size_t i) {
  if (ends_line(c, i) || c.words.tokens[i].kind != TokenKind::word) return false;
  const auto readings = c.words.tokens.readings(i);
  return !readings.empty() && readings.back().article && readings.back().conjunction == 0 &&
         readings.back().preposition == 0;
}

// "thousands of years" are vague in thousands: three zeros.
int zeros_of(double low) {
  int zeros = 0;
  for (double at = 10; low >= at && zeros < 12; at *= 10) ++zeros;
  return zeros;
}

std::optional<Part> read_counted(const CalendarContext& c, size_t i) {
  const std::optional<Number> number = number_at(c, i);
  if (!number || number->ordinal) return std::nullopt;
  const WordMatch* unit = unit_after(c, number->last);
  if (unit == nullptr || is_number_of(*unit, "two") || is_number_of(*unit, "both")) return std::nullopt;
  if (number->fraction && is_number_of(*unit, "many")) return std::nullopt;
  if (unit->reading.article && !number->fraction && is_number_of(*unit, "one"))
    return std::nullopt;  // "276 million today"
  Part part{number->last + 1,        number->span.begin, number->value, zeros_of(number->low), unit_of(*unit), true,
            number->conjunction != 0};
  return part;
}

std::optional<Part> read_dual(const CalendarContext& c, size_t i) {
  const WordMatch* unit = match_at(c, i, Table::time_units);
  if (unit == nullptr || unit->reading.preposition == u'\u0643') return std::nullopt;
  const bool construct = is_number_of(*unit, "both") && opens_length(c, i) && !match_at(c, i + 1, Table::months) &&
                         !match_at(c, i + 1, Table::weekdays);
  if (!is_number_of(*unit, "two") && !construct) return std::nullopt;
  // "the first two months" is a length; "the two general ..." is spelled like "the two years".
  if (unit->reading.article && (unit_of(*unit) >= Unit::year || unit_of(*unit) <= Unit::hour)) return std::nullopt;
  if (unit->reading.article && relative_at(c, i + 1) != nullptr) return std::nullopt;
  Part part{i + 1, unit->reading.name, 2, 0, unit_of(*unit), true, unit->reading.conjunction != 0};
  const std::optional<Number> twice =
      i + 1 < c.words.size() && c.words.tokens[i + 1].kind == TokenKind::word ? number_at(c, i + 1) : std::nullopt;
  if (twice && twice->value == 2 && !twice->ordinal && twice->conjunction == 0 && twice->last == i + 2)
    part.last = i + 2;
  return part;
}

// All of a line but marks: a heading or a list's cell that only names a length.
bool is_alone(const CalendarContext& c, size_t i) {
  const auto is_mark = [&c](size_t at) {
    const TokenKind kind = c.words.tokens[at].kind;
    return kind == TokenKind::punctuation || kind == TokenKind::symbol;
  };
  size_t first = i;
  while (!starts_line(c, first) && is_mark(first - 1)) --first;
  size_t last = i + 1;
  while (!ends_line(c, last) && is_mark(last)) ++last;
  return starts_line(c, first) && ends_line(c, last);
}

// A singular that means one ("a week ago"), a bare plural that means some.
std::optional<Part> read_uncounted(const CalendarContext& c, size_t i) {
  const WordMatch* unit = match_at(c, i, Table::time_units, Article::unwanted);
  if (unit == nullptr || unit->reading.preposition == u'\u0643' || unit->reading.preposition == u'\u0628')
    return std::nullopt;
  const bool one = is_number_of(*unit, "one");
  if (!one && !is_number_of(*unit, "many")) return std::nullopt;
  Part part{i + 1, unit->reading.name, one ? 1 : kNoValue, 0, unit_of(*unit), false, unit->reading.conjunction != 0};
  if (one) {
    const WordMatch* single = role_at(c, i + 1, "one", Article::unwanted);
    if (single != nullptr && single->reading.conjunction == 0) {
      part.last += single->tokens;
      part.counted = true;
    } else if (const WordMatch* whole = role_at(c, i + 1, "whole", Article::unwanted)) {
      part.last += whole->tokens;
      part.counted = true;
    }
    const bool whole_day = ends_with_role(c, i, "all");
    if (!part.counted && whole_day) part.counted = true;
  }
  if (part.counted) return part;
  const WordMatch* before = i < 2 ? nullptr : match_at(c, i - 2, Table::time_units, Article::unwanted);
  if (before != nullptr && unit_of(*before) == part.unit) return std::nullopt;  // "day after day"
  if (one && is_alone(c, i)) {
    part.counted = true;
    return part;
  }
  // "it served years", "will take weeks": plurals that are nothing but lengths.
  const bool plain =
      !one && (part.unit == Unit::year || part.unit == Unit::week) && !digits_at(c, i + 1, 0, 9999).has_value();
  const bool opened =
      plain || opens_length(c, i) || (unit->reading.preposition == u'\u0644' && (!one || is_closed(c, i + 1)));
  if (!opened || is_construct(c, i + 1) || (one && match_at(c, i + 1, Table::weekdays) != nullptr)) return std::nullopt;
  if (one && (read_month(c, i + 1) || digits_at(c, i + 1, 1, 3000))) return std::nullopt;
  if (unit_of(*unit) == Unit::decade && one && !is_closed(c, i + 1))
    return std::nullopt;  // "before signing a contract"
  if (unit_of(*unit) == Unit::second && one && !ends_with_role(c, i, "within")) return std::nullopt;
  return part;
}

// "(24) months": the unit after a number in brackets.
std::optional<Part> read_bracketed(const CalendarContext& c, size_t i) {
  if (i == 0 || !has_mark(c, i - 1, u'(') || !has_mark(c, i + 1, u')') || ends_line(c, i + 2)) return std::nullopt;
  const std::optional<int> count = digits_at(c, i, 2, 9999);
  const WordMatch* unit = unit_after(c, i + 2);
  if (!count || unit == nullptr || unit->reading.article ||
      (!is_number_of(*unit, "one") && !is_number_of(*unit, "many")))
    return std::nullopt;
  return Part{i + 3, c.words.tokens[i - 1].span.begin, static_cast<double>(*count), 0, unit_of(*unit), true, false};
}

// "the six months", "the first ten days" said noun first.
std::optional<Part> read_noun_first(const CalendarContext& c, size_t i) {
  const WordMatch* unit = match_at(c, i, Table::time_units, Article::wanted);
  if (unit == nullptr || !is_number_of(*unit, "many") || ends_line(c, i + 1)) return std::nullopt;
  const bool loose = is_loose_article(c, i + 1);
  const size_t at = loose ? i + 2 : i + 1;
  const std::optional<Number> number = at < c.words.size() ? number_at(c, at) : std::nullopt;
  if (!number || number->ordinal || number->fraction || !(number->definite || loose) || number->conjunction != 0)
    return std::nullopt;
  if (!(number->value >= 2)) return std::nullopt;
  return Part{number->last, unit->reading.name, number->value, 0, unit_of(*unit), true, unit->reading.conjunction != 0};
}

std::optional<Part> read_part(const CalendarContext& c, size_t i) {
  if (i >= c.words.size()) return std::nullopt;
  std::optional<Part> part = read_counted(c, i);
  if (!part) part = read_bracketed(c, i);
  if (!part) part = read_noun_first(c, i);
  if (!part) part = read_dual(c, i);
  if (!part) part = read_uncounted(c, i);
  return part;
}

// "and a half", "and half the year", "except a quarter" of the unit before.
size_t read_fraction_tail(const CalendarContext& c, size_t i, const Part& part, double& extra) {
  size_t at = i;
  double sign = 1;
  if (const WordMatch* except = role_at(c, at, "except")) {
    at += except->tokens;
    sign = -1;
  } else if (has_mark(c, at, u'\u0648')) {
    ++at;
  }
  if (at >= c.words.size()) return i;
  for (const WordMatch& match : c.words.at(at)) {
    if (match.table != Table::clock_fractions || match.reading.preposition != 0) continue;
    if (at == i && match.reading.conjunction != u'\u0648') continue;
    size_t last = at + match.tokens;
    const WordMatch* unit = unit_after(c, last);
    if (unit != nullptr && unit_of(*unit) != part.unit) return i;  // "a day and half an hour" is a sum
    if (unit != nullptr) ++last;
    extra = sign * value_of(match) / 60.0;
    return last;
  }
  return i;
}

bool is_joiner(const CalendarContext& c, size_t i) { return has_mark(c, i, u'\u0648'); }

void add_part(Length& length, const Part& part) {
  if (std::isnan(part.count)) {
    length.vague = true;
    length.vague_unit = part.unit;
    length.vague_zeros = (part.unit == Unit::decade ? 1 : part.unit == Unit::century ? 2 : 0) + part.zeros;
  } else {
    add_units(length, part.unit, part.count);
  }
}

// "5 to 7 years", "a day to two days", "a week or two".
void read_upper_end(const CalendarContext& c, size_t i, LengthItem& item) {
  size_t next = i;
  const bool between = ends_with_role(c, item.extent.first, "between");
  if (!is_range_mark(c, i, next)) {
    if (const WordMatch* either = role_at(c, i, "or"))
      next = i + either->tokens;
    else if (between && is_joiner(c, i))
      next = i + 1;
    else if (!between)
      return;
  }
  // "raised by 3 hours to 12 hours" is no range; "from 3 hours to 12 hours" is.
  const bool opened = between || ends_with_role(c, item.extent.first, "of");
  if (!opened && c.words.tokens[item.extent.first].kind == TokenKind::number) return;
  const std::optional<Part> part = read_part(c, next);
  if (!part || std::isnan(part->count) || (next == i && !part->joined)) return;
  if (part->last > c.words.size()) return;
  Length until;
  add_part(until, *part);
  item.until = until;
  item.count_until = part->count;
  item.unit = part->unit;
  item.extent.last = part->last;
}

// "between 5 and 7 years": the first number borrows the unit of the second.
std::optional<LengthItem> read_number_range(const CalendarContext& c, size_t i) {
  const std::optional<Number> low = number_at(c, i);
  if (!low || low->ordinal || std::isnan(low->value) || low->fraction) return std::nullopt;
  size_t next = low->last;
  if (!is_range_mark(c, low->last, next)) {
    if (const WordMatch* either = role_at(c, low->last, "or"))
      next = low->last + either->tokens;
    else if (ends_with_role(c, i, "between") && is_joiner(c, low->last))
      next = low->last + 1;
    else if (!ends_with_role(c, i, "between"))
      return std::nullopt;
  }
  if (next >= c.words.size()) return std::nullopt;
  const std::optional<Part> high = read_counted(c, next);
  if (!high || std::isnan(high->count) || !(high->count > low->value) || (next == low->last && !high->joined))
    return std::nullopt;
  LengthItem item{.extent = {i, high->last, low->span.begin},
                  .count = low->value,
                  .count_until = high->count,
                  .unit = high->unit,
                  .rule = "length range"};
  add_units(item.length, high->unit, low->value);
  item.until.emplace();
  add_units(*item.until, high->unit, high->count);
  item.years_only = high->unit == Unit::year;
  return item;
}

bool is_joined_part(const CalendarContext& c, size_t i) {
  const std::optional<Part> part = read_part(c, i);
  return part && part->joined && part->counted;
}

// More parts of a sum: "a year and two months and 21 days", "2 years 1 month".
void read_sum(const CalendarContext& c, const Part& first, LengthItem& item) {
  Unit units[8] = {first.unit};
  size_t count = 1;
  size_t at = item.extent.last;
  while (count < 8 && at < c.words.size()) {
    size_t from = at;
    const bool joiner = is_joiner(c, at);
    const bool comma = has_comma(c, at);
    if (joiner || comma) ++from;
    std::optional<Part> part = read_part(c, from);
    if (!part && from < c.words.size()) {  // "and a month": one, because it is added
      const WordMatch* unit = match_at(c, from, Table::time_units, Article::unwanted);
      if (unit != nullptr && is_number_of(*unit, "one") && unit->reading.preposition == 0 &&
          (joiner || unit->reading.conjunction == u'\u0648') && !digits_at(c, from + 1, 100, 3000)) {
        part = Part{from + 1, unit->reading.name, 1, false, unit_of(*unit), true, true};
      }
    }
    if (!part || std::isnan(part->count)) return;
    if (!joiner && !comma && !part->joined && !digits_at(c, from, 1, 1000)) return;
    if (comma && role_at(c, part->last, "now") == nullptr) return;
    for (size_t k = 0; k < count; ++k) {
      if (units[k] == part->unit) return;
    }
    units[count++] = part->unit;
    double extra = 0;
    const size_t last = read_fraction_tail(c, part->last, *part, extra);
    part->count += extra;
    add_part(item.length, *part);
    item.years_only = false;
    item.extent.last = at = last;
  }
}

}  // namespace

std::optional<LengthItem> read_length(const CalendarContext& c, size_t i) {
  if (!may_start(c, i, kLengthStart)) return std::nullopt;
  if (std::optional<LengthItem> range = read_number_range(c, i)) return range;
  std::optional<Part> part = read_part(c, i);
  const WordMatch* all = role_at(c, i, "all", Article::unwanted);
  if (!part && all != nullptr) {  // "all day", "the whole month"
    const WordMatch* unit = match_at(c, i + 1, Table::time_units);
    if (unit == nullptr || !is_number_of(*unit, "one") || unit->reading.preposition != 0 ||
        relative_at(c, i + 2) != nullptr || is_construct(c, i + 2))
      return std::nullopt;
    LengthItem item{.extent = extent_from(*all, i, i + 2), .count = 1, .unit = unit_of(*unit), .rule = "all of a unit"};
    add_units(item.length, item.unit, 1);
    return item;
  }
  double extra = 0;
  if (!part) {  // a singular counts where a fraction or a sum follows it
    const WordMatch* unit = match_at(c, i, Table::time_units, Article::unwanted);
    if (unit == nullptr || !is_number_of(*unit, "one") || unit->reading.preposition == u'\u0643') return std::nullopt;
    part = Part{i + 1, unit->reading.name, 1, 0, unit_of(*unit), true, false};
    const size_t last = read_fraction_tail(c, i + 1, *part, extra);
    LengthItem probe{.extent = {i, i + 1, part->begin}};
    read_upper_end(c, i + 1, probe);
    if (last == i + 1 && !probe.until) {
      if (!is_joiner(c, i + 1) && !(i + 1 < c.words.size() && is_joined_part(c, i + 1))) return std::nullopt;
      LengthItem sum{.extent = {i, i + 1, part->begin}, .count = 1, .unit = part->unit, .rule = "length"};
      add_part(sum.length, *part);
      read_sum(c, *part, sum);
      return sum.extent.last == i + 1 ? std::nullopt : std::optional(sum);
    }
    extra = 0;
  }
  LengthItem item{.extent = {i, part->last, part->begin}, .rule = part->counted ? "length" : "uncounted length"};
  item.extent.last = read_fraction_tail(c, part->last, *part, extra);
  part->count += extra;
  item.count = part->count;
  item.unit = part->unit;
  item.years_only = part->unit == Unit::year;
  add_part(item.length, *part);
  if (std::isnan(part->count)) return item;
  read_upper_end(c, item.extent.last, item);
  if (!item.until) read_sum(c, *part, item);
  return item;
}

}  // namespace fihris
