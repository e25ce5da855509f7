#include "figures/calendar_grammar.h"

namespace fihris {
namespace {

constexpr char16_t kAlefHamza = u'\u0623';

bool is_letter(char16_t unit) { return unit >= u'\u0620' && unit <= u'\u064A'; }

// A weak name written as another word: "father" is not August, and nothing
// weak follows a glued preposition.
bool is_month_spelling(const CalendarContext& c, const WordMatch& match) {
  if (cell_of(match, months_columns::strength) != "weak") return !match.reading.article;
  if (match.reading.article || (match.reading.preposition != 0 && c.words.view.letters.size() > match.reading.stem))
    return false;
  const bool short_word =
      c.words.view.letters.size() <= match.reading.stem + 2 || !is_letter(c.words.view.letters[match.reading.stem + 2]);
  return match.tokens != 1 || value_of(match) != 8 || !short_word ||
         c.words.view.letters[match.reading.stem] != kAlefHamza;
}

const WordMatch* month_at(const CalendarContext& c, size_t i) {
  if (i >= c.words.size()) return nullptr;
  for (const WordMatch& match : c.words.at(i)) {
    if (match.table == Table::months && is_month_spelling(c, match)) return &match;
  }
  return nullptr;
}

MonthItem month_of(const WordMatch& match, size_t i) {
  return {.extent = extent_from(match, i, i + match.tokens),
          .month = value_of(match),
          .hijri = cell_of(match, months_columns::calendar) == "h",
          .strong = cell_of(match, months_columns::strength) == "strong"};
}

// The same month by its other name: "October / Tishrin I", "Ayyar (May)".
void read_other_name(const CalendarContext& c, MonthItem& month) {
  const size_t mark = month.extent.last;
  if (mark < c.words.size() && !starts_line(c, mark)) {  // "September Aylul 2007"
    const WordMatch* next = month_at(c, mark);
    if (next != nullptr && next->reading.conjunction == 0 && next->reading.preposition == 0 &&
        value_of(*next) == month.month && cell_of(*next, months_columns::calendar) == "g") {
      month.extent.last = mark + next->tokens;
      month.strong = true;
      return;
    }
  }
  const bool parenthesis = has_mark(c, mark, u'(') || has_mark(c, mark, u'[');
  if (!parenthesis && !has_mark(c, mark, u'/') && !has_mark(c, mark, u'-') && !has_mark(c, mark, u'\\')) return;
  const WordMatch* other = month_at(c, mark + 1);
  if (other == nullptr || value_of(*other) != month.month || cell_of(*other, months_columns::calendar) != "g") return;
  size_t last = mark + 1 + other->tokens;
  if (parenthesis) {
    if (!has_mark(c, last, u')') && !has_mark(c, last, u']')) return;
    ++last;
  }
  month.extent.last = last;
  month.strong = true;
}

struct DayItem {
  size_t last = 0;
  uint32_t begin = 0;
  int day = 0;
  bool worded = false;
};

std::optional<DayItem> read_day(const CalendarContext& c, size_t i) {
  if (i >= c.words.size()) return std::nullopt;
  if (const auto digits = digits_at(c, i, 1, 31)) return DayItem{i + 1, c.words.tokens[i].span.begin, *digits, false};
  if (c.words.tokens[i].kind != TokenKind::word) return std::nullopt;
  const std::optional<Number> number = number_at(c, i);
  if (!number || number->fraction || !(number->value >= 1 && number->value <= 31) || number->digits)
    return std::nullopt;
  if (!number->ordinal && !number->definite) return std::nullopt;
  return DayItem{number->last, number->span.begin, static_cast<int>(number->value), true};
}

// "of", "of the month of", a dash or dot between a day and its month.
size_t read_link(const CalendarContext& c, size_t i, bool& said_month) {
  size_t at = i;
  if (const WordMatch* of = role_at(c, at, "of", Article::unwanted))
    at += of->tokens;
  else if (has_mark(c, at, u'-') || has_mark(c, at, u'.') || has_mark(c, at, u'/'))
    ++at;
  const WordMatch* unit = match_at(c, at, Table::time_units, Article::unwanted);
  if (unit != nullptr && unit_of(*unit) == Unit::month && cell_of(*unit, time_units_columns::number) == "one" &&
      read_month(c, at + 1)) {
    said_month = true;
    ++at;
  }
  return at;
}

// What may follow a month name: a year, "last", "of the current year".
size_t read_month_tail(const CalendarContext& c, size_t i, DateValue& date, bool& said) {
  if (const WordMatch* adjective = relative_at(c, i)) {
    const int offset = value_of(*adjective);
    if (offset >= -1 && adjective->reading.article) {
      date.tense = offset < 0 ? Tense::past : offset > 0 ? Tense::future : Tense::present;
      said = true;
      return i + adjective->tokens;
    }
  }
  const size_t last = read_year_tail(c, i, date);
  said = said || last != i;
  return last;
}

// Two days of one month: "3 to 7 May", "19-20 November".
std::optional<DayItem> read_second_day(const CalendarContext& c, size_t i, bool between) {
  size_t next = i;
  if (is_range_mark(c, i, next)) return read_day(c, next);
  if (!between || i >= c.words.size()) return std::nullopt;
  if (has_mark(c, i, u'\u0648')) return read_day(c, i + 1);
  const std::optional<Number> number = c.words.tokens[i].kind == TokenKind::word ? number_at(c, i) : std::nullopt;
  return number && number->conjunction != 0 ? read_day(c, i) : std::nullopt;
}

// "the third day of the month of ...".
std::optional<DayItem> read_counted_day(const CalendarContext& c, size_t i) {
  const WordMatch* unit = match_at(c, i, Table::time_units, Article::wanted);
  if (unit == nullptr || unit_of(*unit) != Unit::day) return std::nullopt;
  const std::optional<Rank> rank = rank_at(c, i + 1);
  if (!rank || rank->value < 1 || rank->value > 31 || role_at(c, rank->last, "of") == nullptr) return std::nullopt;
  return DayItem{rank->last, unit->reading.name, rank->value, true};
}

std::optional<DateItem> read_day_first(const CalendarContext& c, size_t i) {
  std::optional<DayItem> day = read_day(c, i);
  if (!day) day = read_counted_day(c, i);
  if (!day) return std::nullopt;
  const WordMatch* days = i == 0 ? nullptr : match_at(c, i - 1, Table::time_units, Article::unwanted);
  const bool listed =
      days != nullptr && unit_of(*days) == Unit::day && cell_of(*days, time_units_columns::number) != "one";
  const bool weekdays = i > 0 && match_at(c, i - 1, Table::weekdays) != nullptr;
  const bool between = ends_with_role(c, i, "between") || listed || weekdays;
  std::optional<DayItem> second = read_second_day(c, day->last, between);
  if (second && listed) {  // "the 3rd, 4th and 5th of May"
    if (const std::optional<DayItem> third = read_second_day(c, second->last, true)) second = third;
  }
  const DayItem& near = second ? *second : *day;
  bool said_month = false;
  const size_t at = read_link(c, near.last, said_month);
  const std::optional<DateItem> month = read_month_reference(c, at);
  if (!month || month->date.grain != Grain::month || month->until) return std::nullopt;
  // Safar is also the word for zero: "1-0", "2 to nil".
  if (month->date.hijri && month->date.month == 2 && !said_month && !near.worded && month->date.year == kUnsaid)
    return std::nullopt;
  DateItem item{.extent = {i, month->extent.last, day->begin}, .date = month->date, .rule = "day and month"};
  item.date.grain = Grain::day;
  item.date.day = day->day;
  if (second) {
    item.until = item.date;
    item.until->day = second->day;
    item.rule = "days of a month";
  }
  return item;
}

// "January 1", "September 10, 1901", "July 13-15", "November between 15 and 19".
void read_day_after(const CalendarContext& c, DateItem& item) {
  size_t at = item.extent.last;
  if (has_mark(c, at, u'-') || has_mark(c, at, u'/')) ++at;
  bool between = false;
  if (const WordMatch* word = role_at(c, at, "between")) {
    at += word->tokens;
    between = true;
  }
  const std::optional<DayItem> day = read_day(c, at);
  if (!day || (day->worded && !between && !is_closed(c, day->last))) return;
  const std::optional<DayItem> second = read_second_day(c, day->last, between);
  const size_t last = second ? second->last : day->last;
  DateValue date = item.date;
  const size_t tail = read_year_tail(c, last, date);
  const bool sure = tail != last || between || second || is_closed(c, last) ||
                    match_at(c, last, Table::day_parts) != nullptr || role_at(c, last, "hour") != nullptr;
  if (!sure) return;
  item.date = date;
  item.date.grain = Grain::day;
  item.date.day = day->day;
  item.extent.last = tail;
  if (second) {
    item.until = item.date;
    item.until->day = second->day;
  }
}

}  // namespace

std::optional<MonthItem> read_month(const CalendarContext& c, size_t i) {
  const WordMatch* match = month_at(c, i);
  if (match == nullptr) return std::nullopt;
  MonthItem month = month_of(*match, i);
  if (!month.hijri) read_other_name(c, month);
  return month;
}

std::optional<DateItem> read_month_reference(const CalendarContext& c, size_t i) {
  if (i >= c.words.size()) return std::nullopt;
  size_t at = i;
  const WordMatch* unit = match_at(c, i, Table::time_units);
  const bool said_month =
      unit != nullptr && unit_of(*unit) == Unit::month && cell_of(*unit, time_units_columns::number) == "one";
  if (said_month) {
    ++at;
    const std::optional<Number> number = at < c.words.size() && !read_month(c, at) ? number_at(c, at) : std::nullopt;
    const bool is_rank = number && number->ordinal == unit->reading.article && number->value >= 1 &&
                         number->value <= 12 && number->conjunction == 0;
    if (is_rank && (number->ordinal || is_closed(c, number->last) ||
                    digits_at(c, number->last, 1900, 2100))) {  // "the eighth month", "month ten"
      DateItem item{.extent = extent_from(*unit, i, number->last),
                    .date = {.grain = Grain::month, .month = static_cast<int>(number->value)}};
      item.rule = "numbered month";
      item.bare = true;
      bool said = false;
      item.extent.last = read_month_tail(c, item.extent.last, item.date, said);
      return item;
    }
  }
  const std::optional<MonthItem> month = read_month(c, at);
  if (!month) {
    std::optional<DateItem> relative = read_relative_period(c, i);
    if (!relative || relative->date.many || relative->date.unit != Unit::month || relative->until) return std::nullopt;
    return relative;
  }
  DateItem item{.extent = month->extent,
                .date = {.grain = Grain::month, .hijri = month->hijri, .month = month->month},
                .rule = "month"};
  bool said = month->strong || said_month;
  item.extent.last = read_month_tail(c, month->extent.last, item.date, said);
  item.bare = !said;
  return item;
}

std::optional<DateItem> read_month_date(const CalendarContext& c, size_t i) {
  std::optional<DateItem> best = read_day_first(c, i);
  if (best) return best;
  const std::optional<MonthItem> month = read_month(c, i);
  if (!month) {
    std::optional<DateItem> numbered = read_month_reference(c, i);
    return numbered && numbered->rule == "numbered month" ? numbered : std::nullopt;
  }
  DateItem by_day{.extent = month->extent,
                  .date = {.grain = Grain::month, .hijri = month->hijri, .month = month->month},
                  .rule = "month and day"};
  read_day_after(c, by_day);
  if (by_day.date.grain == Grain::day) return by_day;
  return read_month_reference(c, i);
}

}  // namespace fihris
