#include "figures/calendar_grammar.h"

namespace fihris {
namespace {

void keep_longer(std::optional<DateItem>& best, std::optional<DateItem> item) {
  if (item && (!best || item->extent.last > best->extent.last ||
               (item->extent.last == best->extent.last && best->bare && !item->bare)))
    best = std::move(item);
}

bool is_month_noun(const CalendarContext& c, size_t i) {
  const WordMatch* unit = match_at(c, i, Table::time_units, Article::unwanted);
  return unit != nullptr && unit_of(*unit) == Unit::month;
}

bool opens_date(const CalendarContext& c, size_t i) {
  return i > 0 && (match_at(c, i - 1, Table::calendar_openers) != nullptr ||
                   match_at(c, i - 1, Table::calendar_edges) != nullptr || role_at(c, i - 1, "to") != nullptr ||
                   role_at(c, i - 1, "between") != nullptr || role_at(c, i - 1, "since") != nullptr ||
                   role_at(c, i - 1, "birth") != nullptr || is_month_noun(c, i - 1));
}

// A year with its word, or a bare one after a word that wants a date.
std::optional<DateItem> read_year_date(const CalendarContext& c, size_t i) {
  std::optional<YearItem> year = read_year(c, i);
  bool bare = false;
  if (!year) {
    year = read_bare_year(c, i);
    bare = true;
  }
  if (!year) return std::nullopt;
  DateItem item{.extent = year->extent,
                .date = {.grain = Grain::year, .hijri = year->hijri, .year = year->year, .last_year = year->last_year},
                .rule = "year"};
  if (year->until) {
    item.until = item.date;
    item.until->year = *year->until;
    item.rule = "years";
  }
  if (!bare) return item;
  const bool era = c.words.tokens[i].kind == TokenKind::number &&
                   (year->hijri || (item.extent.last > i + 1 && year->last_year == kUnsaid));
  const bool parenthesis = i > 0 && has_mark(c, i - 1, u'(') && has_mark(c, item.extent.last, u')');
  const bool bar = i > 0 && has_mark(c, i - 1, u'|') && ends_line(c, item.extent.last);
  if (!era && !parenthesis && !bar && !opens_date(c, i) && year->last_year == kUnsaid) return std::nullopt;
  const bool plausible = year->year >= 1700 && year->year <= 2100;
  if (!era && !(plausible && is_closed(c, item.extent.last)) && (year->year < 1900 || year->year > 2060))
    return std::nullopt;
  item.bare = !era && !parenthesis && !bar;
  item.rule = "bare year";
  return item;
}

// "next week on Friday", "last week, Sunday": the weekday after its week.
std::optional<DateItem> read_week_and_day(const CalendarContext& c, size_t i) {
  std::optional<DateItem> week = read_relative_period(c, i);
  if (!week) return std::nullopt;
  if (week->date.unit != Unit::week || week->date.many) return week;
  size_t at = week->extent.last;
  const WordMatch* unit = match_at(c, at, Table::time_units, Article::unwanted);
  if (unit != nullptr && unit_of(*unit) == Unit::day) ++at;
  const WordMatch* day = match_at(c, at, Table::weekdays, Article::wanted);
  if (day == nullptr || day->reading.conjunction != 0 || day->reading.preposition != 0) return week;
  week->date.grain = Grain::day;
  week->date.weekday = value_of(*day);
  week->extent.last = at + 1;
  week->rule = "week and weekday";
  return week;
}

// "20 of the coming month", "4 to 23 next month" are read with the months; here a
// month may also follow its year: "2016 the third quarter".
std::optional<DateItem> read_year_first(const CalendarContext& c, size_t i) {
  const std::optional<int> year = digits_at(c, i, 1900, 2100);
  if (!year) return std::nullopt;
  std::optional<DateItem> part = i + 1 < c.words.size() ? read_named_period(c, i + 1) : std::nullopt;
  if (!part || part->date.grain != Grain::quarter || part->date.year != kUnsaid) return std::nullopt;
  part->date.year = *year;
  part->extent.first = i;
  part->extent.begin = c.words.tokens[i].span.begin;
  return part;
}

// "today" as this day: beside a verb that tells or foretells, and not in "until
// today", "and today ...", "Egypt Today", "the World Day of ...".
bool stands_today(const CalendarContext& c, const DateItem& item) {
  const size_t i = item.extent.first;
  const size_t next = item.extent.last;
  const WordMatch* word = match_at(c, i, Table::day_words);
  if (word == nullptr || rank_at(c, next) || role_at(c, next, "world", Article::wanted) != nullptr ||
      role_at(c, next, "which") != nullptr)
    return false;
  if (ends_line(c, next) && starts_line(c, i)) return true;
  if (i > 0 && match_at(c, i - 1, Table::day_parts, Article::unwanted) != nullptr) return true;
  if (word->reading.conjunction != 0 || word->reading.preposition != 0) return false;
  if (i > 0 && (role_at(c, i - 1, "newspaper") != nullptr || role_at(c, i - 1, "all") != nullptr ||
                role_at(c, i - 1, "in", Article::unwanted) != nullptr))
    return false;
  if (i > 0 && ends_with_role(c, i, "to")) return digits_at(c, next, 0, 24).has_value();
  const size_t clock =
      role_at(c, next, "of", Article::unwanted) != nullptr || role_at(c, next, "in", Article::unwanted) != nullptr
          ? next + 1
          : next;
  return has_verb_near(c, i, next) || read_clock(c, clock);
}

// "from 30/ 10 to 20/ 11": day and month where a date is wanted and no score or share is meant.
bool stands_bare_numeric(const CalendarContext& c, const DateItem& item) {
  const size_t first = item.extent.first;
  const WordMatch* unit = first > 0 ? match_at(c, first - 1, Table::time_units, Article::unwanted) : nullptr;
  if ((unit != nullptr && unit_of(*unit) == Unit::day) || ends_with_role(c, first, "date") ||
      ends_with_role(c, first, "falling") ||
      (first > 0 && match_at(c, first - 1, Table::weekdays, Article::wanted) != nullptr) ||
      role_at(c, item.extent.last, "hour") != nullptr || read_day_part(c, item.extent.last) ||
      (digits_at(c, item.extent.last, 0, 24) && read_day_part(c, item.extent.last + 1)))
    return true;
  const bool opened = first > 0 && (ends_with_role(c, first, "of") || ends_with_role(c, first, "to") ||
                                    ends_with_role(c, first, "before") || ends_with_role(c, first, "after") ||
                                    ends_with_role(c, first, "since"));
  const bool ends_range = ends_with_role(c, first, "to") && is_closed(c, item.extent.last);
  return opened && (item.date.day > 12 || ends_range) && item.date.day > item.date.month;
}

// "16 to 23/ 12/ 1436": a day before a whole numeric date.
std::optional<DateItem> read_days_of_numeric(const CalendarContext& c, size_t i) {
  const std::optional<int> day = digits_at(c, i, 1, 31);
  size_t next = i;
  if (!day || !is_range_mark(c, i + 1, next) || next >= c.words.size() || ends_line(c, i + 1)) return std::nullopt;
  std::optional<DateItem> last = read_numeric_date(c, next);
  if (!last || last->bare || last->date.grain != Grain::day || last->date.day <= *day) return std::nullopt;
  DateItem item = *last;
  item.until = last->date;
  item.date.day = *day;
  item.extent.first = i;
  item.extent.begin = c.words.tokens[i].span.begin;
  item.rule = "days of a month";
  return item;
}

// A weak month name or a numbered month needs a neighbour that wants a date.
bool stands(const CalendarContext& c, const DateItem& item) {
  const size_t before = item.extent.first == 0 ? 0 : item.extent.first - 1;
  if (item.date.day != 0 && item.date.year == kUnsaid && before < item.extent.first && item.date.weekday == 0 &&
      role_at(c, before, "place") != nullptr) {
    return false;  // the city, bridge or revolution named after a day: see read_date
  }
  if (!item.bare) return true;
  if (item.rule == "day word") return stands_today(c, item);
  if (item.rule == "numbered month")
    return item.date.year != kUnsaid || !match_at(c, item.extent.first, Table::time_units, Article::wanted);
  if (item.rule == "month") {
    return opens_date(c, item.extent.first) ||
           role_at(c, item.extent.first == 0 ? 0 : item.extent.first - 1, "this") != nullptr;
  }
  if (item.rule == "numeric date") return stands_bare_numeric(c, item);
  return true;
}

}  // namespace

std::optional<DateItem> read_date(const CalendarContext& c, size_t i) {
  if (!may_start(c, i, kDateStart)) return std::nullopt;
  const Token& token = c.words.tokens[i];
  std::optional<DateItem> best;
  const auto take = [&](std::optional<DateItem> item) {
    if (item && stands(c, *item)) keep_longer(best, std::move(item));
  };
  if (token.kind == TokenKind::number || token.kind == TokenKind::latin) {
    take(read_numeric_date(c, i));
    take(read_days_of_numeric(c, i));
    take(read_year_first(c, i));
  } else if (token.kind == TokenKind::word) {
    if (c.words.at(i).empty()) return std::nullopt;
    take(read_weekday_date(c, i));
    take(read_day_word(c, i));
    take(read_week_and_day(c, i));
    take(read_named_period(c, i));
    take(read_holiday(c, i));
  } else {
    return std::nullopt;
  }
  take(read_month_date(c, i));
  take(read_year_date(c, i));
  take(read_stretch(c, i));
  return best;
}

}  // namespace fihris
