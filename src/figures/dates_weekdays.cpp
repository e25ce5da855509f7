#include "figures/calendar_grammar.h"

namespace fihris {
namespace {

struct WeekdayItem {
  size_t last = 0;
  uint32_t begin = 0;
  int weekday = 0;
};

// A weekday: with the article, or bare where the context asks for one.
std::optional<WeekdayItem> weekday_at(const CalendarContext& c, size_t i, bool bare_too = false) {
  const WordMatch* match = match_at(c, i, Table::weekdays, bare_too ? Article::any : Article::wanted);
  if (match == nullptr || match->reading.preposition == u'\u0643') return std::nullopt;
  return WeekdayItem{i + 1, match->reading.name, value_of(*match)};
}

bool is_day_noun(const CalendarContext& c, size_t i) {
  const WordMatch* unit = match_at(c, i, Table::time_units, Article::unwanted);
  return unit != nullptr && unit_of(*unit) == Unit::day;
}

// "(Friday)", "Friday", ", Friday" after a day word.
size_t read_apposed_weekday(const CalendarContext& c, size_t i, int& weekday) {
  size_t at = i;
  const bool parenthesis = has_mark(c, at, u'(');
  if (parenthesis) ++at;
  if (!parenthesis && is_day_noun(c, at)) ++at;
  const std::optional<WeekdayItem> day = weekday_at(c, at);
  if (!day || (day->last > at && match_at(c, at, Table::weekdays)->reading.conjunction != 0)) return i;
  at = day->last;
  if (parenthesis) {
    if (!has_mark(c, at, u')')) return i;
    ++at;
  }
  weekday = day->weekday;
  return at;
}

// A word with the preposition "to" glued on.
bool is_to_something(const CalendarContext& c, size_t i) {
  if (ends_line(c, i) || c.words.tokens[i].kind != TokenKind::word) return false;
  for (const Reading& reading : c.words.tokens.readings(i)) {
    if (reading.preposition == u'\u0644') return true;
  }
  return false;
}

// A calendar date beside a day: ", 13 February", "falling on the 13th of February", "(26 February)".
std::optional<DateItem> read_apposed_date(const CalendarContext& c, size_t i) {
  size_t at = i;
  const bool parenthesis = has_mark(c, at, u'(');
  if (parenthesis || has_comma(c, at)) ++at;
  at = skip_role(c, at, "falling");
  if (at == i && role_at(c, at, "in", Article::unwanted) != nullptr) ++at;
  if (at > i && is_day_noun(c, at)) ++at;
  if (at >= c.words.size()) return std::nullopt;
  std::optional<DateItem> date = read_numeric_date(c, at);
  if (!date) date = read_month_date(c, at);
  if (!date || date->date.grain != Grain::day || date->until || date->date.relative) {
    if (!date || date->date.day == 0 || date->until) return std::nullopt;
  }
  if (parenthesis) {
    if (!has_mark(c, date->extent.last, u')')) return std::nullopt;
    ++date->extent.last;
  }
  date->bare = false;
  return date;
}

// A bare day of the month after a weekday: "Thursday 21", "Friday the 22nd".
size_t read_bare_day(const CalendarContext& c, size_t i, DateValue& date) {
  const size_t at = role_at(c, i, "in", Article::unwanted) != nullptr ? i + 1 : i;
  if (const auto digits = digits_at(c, at, 1, 31)) {
    if (!is_closed(c, at + 1)) return i;
    date.day = *digits;
    return at + 1;
  }
  if (at >= c.words.size() || c.words.tokens[at].kind != TokenKind::word) return i;
  const std::optional<Number> number = number_at(c, at);
  if (!number || !(number->ordinal || number->definite) || number->conjunction != 0 ||
      !(number->value >= 1 && number->value <= 31))
    return i;
  if (number->value <= 5 && !is_closed(c, number->last)) return i;
  if (number->value <= 5)
    date.nth = static_cast<int>(number->value);
  else
    date.day = static_cast<int>(number->value);
  return number->last;
}

// "of March next year", "of the coming month": the month a weekday or week is counted in.
size_t read_counted_month(const CalendarContext& c, size_t i, DateValue& date) {
  size_t at = i;
  if (const WordMatch* of = role_at(c, at, "of", Article::unwanted)) at += of->tokens;
  std::optional<DateItem> month = read_month_reference(c, at);
  if (month && month->date.grain == Grain::month) {
    date.year = month->date.year;
    date.month = month->date.month;
    date.hijri = month->date.hijri;
    date.tense = month->date.tense;
    if (month->date.relative && c.published) {
      const DateValue resolved = resolve_date(month->date, c.published);
      date.year = resolved.year;
      date.month = resolved.month;
    }
    return month->extent.last;
  }
  return i;
}

// "Thursday the third of March": a day of the month, unless its year shows
// that the day was another weekday ("the second Wednesday of October 2014").
bool is_that_weekday(const CalendarContext& c, size_t i, int weekday) {
  const std::optional<DateItem> date = read_month_date(c, i);
  if (!date || date->date.grain != Grain::day || date->until) return false;
  const std::optional<Interval> days = date_interval(resolve_date(date->date, std::nullopt));
  return !days || weekday_of(days->from) == weekday;
}

// "the first Monday of ...", "third Tuesday in September 2014", "the last Tuesday of March".
std::optional<DateItem> read_nth_weekday(const CalendarContext& c, size_t i) {
  DateItem item{.extent = {i, i, 0}, .rule = "nth weekday"};
  const WordMatch* last = role_at(c, i, "last", Article::unwanted);
  std::optional<Rank> rank;
  if (last != nullptr)
    rank = Rank{i + last->tokens, -1};
  else
    rank = rank_at(c, i);
  if (rank) {
    const std::optional<Number> number = last == nullptr ? number_at(c, i) : std::nullopt;
    item.extent.begin = last != nullptr ? last->reading.name
                        : number        ? number->span.begin
                                        : c.words.tokens[i].span.begin;
    size_t at = rank->last;
    if (is_day_noun(c, at)) ++at;
    const std::optional<WeekdayItem> day = weekday_at(c, at, true);
    if (!day) return std::nullopt;
    item.date.weekday = day->weekday;
    item.date.nth = rank->value;
    item.extent.last = read_counted_month(c, day->last, item.date);
    return item.extent.last == day->last ? std::nullopt : std::optional(item);
  }
  const std::optional<WeekdayItem> day = weekday_at(c, i);
  if (!day) return std::nullopt;
  const std::optional<Rank> after = rank_at(c, day->last);
  if (!after || after->value > 5 || (after->value > 0 && is_that_weekday(c, day->last, day->weekday)))
    return std::nullopt;
  item.extent.begin = day->begin;
  item.date.weekday = day->weekday;
  item.date.nth = after->value;
  item.extent.last = read_counted_month(c, after->last, item.date);
  return item.extent.last == after->last ? std::nullopt : std::optional(item);
}

// "Friday next week", "Sunday of the past week", "Monday of this week".
size_t read_week_of_day(const CalendarContext& c, size_t i, DateValue& date) {
  size_t at = i;
  if (const WordMatch* of = role_at(c, at, "of", Article::unwanted)) at += of->tokens;
  const std::optional<DateItem> week = read_relative_period(c, at);
  if (!week || week->date.unit != Unit::week || week->date.many) return i;
  date.relative = true;
  date.unit = Unit::week;
  date.offset = week->date.offset;
  return week->extent.last;
}

}  // namespace

std::optional<DateItem> read_weekday_date(const CalendarContext& c, size_t i) {
  if (std::optional<DateItem> nth = read_nth_weekday(c, i)) return nth;
  size_t at = i;
  const WordMatch* demonstrative = role_at(c, i, "this", Article::unwanted);
  if (demonstrative != nullptr) {
    ++at;
    if (is_day_noun(c, at)) ++at;
  }
  std::optional<WeekdayItem> day = weekday_at(c, at);
  if (!day) {  // "Monday of the current week" without the article
    day = weekday_at(c, at, true);
    DateValue probe;
    if (!day || demonstrative != nullptr || read_week_of_day(c, day->last, probe) == day->last) return std::nullopt;
  }
  DateItem item{.extent = {i, day->last, demonstrative != nullptr ? demonstrative->reading.name : day->begin},
                .rule = "weekday"};
  item.date.weekday = day->weekday;
  if (demonstrative != nullptr) item.date.tense = Tense::present;
  const size_t week = read_week_of_day(c, day->last, item.date);
  if (week != day->last) {
    item.extent.last = week;
    return item;
  }
  const WordMatch* adjective = relative_at(c, day->last);
  if (adjective != nullptr && adjective->reading.article && value_of(*adjective) != -2) {
    item.date.tense = value_of(*adjective) < 0   ? Tense::past
                      : value_of(*adjective) > 0 ? Tense::future
                                                 : Tense::present;
    item.extent.last = day->last + adjective->tokens;
  }
  if (std::optional<DateItem> date = read_apposed_date(c, item.extent.last)) {
    date->extent.first = i;
    date->extent.begin = item.extent.begin;
    date->date.weekday = day->weekday;
    date->rule = "weekday and date";
    return date;
  }
  if (adjective == nullptr) item.extent.last = read_bare_day(c, item.extent.last, item.date);
  return item;
}

// "tonight", "last night".
std::optional<DateItem> read_night(const CalendarContext& c, size_t i) {
  const WordMatch* demonstrative = role_at(c, i, "this", Article::unwanted);
  const size_t at = demonstrative != nullptr ? i + 1 : i;
  const WordMatch* unit = match_at(c, at, Table::time_units, Article::wanted);
  if (unit == nullptr || cell_of(*unit, time_units_columns::unit) != "N" ||
      cell_of(*unit, time_units_columns::number) != "one")
    return std::nullopt;
  if (unit->reading.preposition == u'\u0643' || role_at(c, at + 1, "which") != nullptr || rank_at(c, at + 1))
    return std::nullopt;
  DateItem item{.extent = extent_from(demonstrative != nullptr ? *demonstrative : *unit, i, at + 1),
                .date = {.relative = true, .unit = Unit::day},
                .rule = "night"};
  if (const WordMatch* adjective = relative_at(c, at + 1);
      adjective != nullptr && adjective->reading.article && value_of(*adjective) >= -1) {
    item.date.offset = value_of(*adjective);
    item.extent.last += adjective->tokens;
  } else if (demonstrative == nullptr && !is_closed(c, at + 1) && !read_clock(c, at + 1)) {
    return std::nullopt;
  }
  return item;
}

// "yesterday", "today (Sunday)", "tomorrow Friday 13 May"; the calendar date wins.
std::optional<DateItem> read_day_word(const CalendarContext& c, size_t i) {
  if (std::optional<DateItem> night = read_night(c, i)) return night;
  size_t at = i;
  const WordMatch* demonstrative = role_at(c, i, "this", Article::unwanted);
  if (demonstrative != nullptr) ++at;
  const WordMatch* word = nullptr;
  for (const WordMatch& match : at < c.words.size() ? c.words.at(at) : std::span<const WordMatch>()) {
    if (match.table == Table::day_words && (match.tokens > 1 || value_of(match) != 0 || match.reading.article) &&
        match.reading.preposition != u'\u0643') {
      word = &match;
      break;
    }
  }
  if (word == nullptr || (demonstrative != nullptr && value_of(*word) != 0)) return std::nullopt;
  if (word->tokens == 2 && c.words.view.text(c.words.tokens[at].span).size() > 4 && is_to_something(c, at + 2))
    return std::nullopt;  // "the day after the event"
  DateItem item{.extent = extent_from(demonstrative != nullptr ? *demonstrative : *word, i, at + word->tokens),
                .date = {.relative = true, .unit = Unit::day, .offset = value_of(*word)},
                .rule = "day word"};
  int weekday = 0;
  const size_t after = read_apposed_weekday(c, item.extent.last, weekday);
  item.bare = after == item.extent.last && value_of(*word) == 0 && word->tokens == 1 && demonstrative == nullptr;
  item.extent.last = after;
  if (weekday != 0) {
    item.rule = "day word and weekday";
    if (std::optional<DateItem> date = read_apposed_date(c, after)) {
      date->extent.first = i;
      date->extent.begin = item.extent.begin;
      date->date.weekday = weekday;
      date->rule = "day word and date";
      return date;
    }
  }
  return item;
}

}  // namespace fihris
