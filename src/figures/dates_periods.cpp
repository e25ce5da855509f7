#include "figures/calendar_grammar.h"

namespace fihris {
namespace {

bool is_unit(const CalendarContext& c, size_t i, Unit unit, Article article) {
  const WordMatch* match = match_at(c, i, Table::time_units, article);
  return match != nullptr && unit_of(*match) == unit && cell_of(*match, time_units_columns::number) == "one";
}

// "the third quarter of 2021", "the first half of this year", "2016 the third quarter".
std::optional<DateItem> read_year_part(const CalendarContext& c, size_t i) {
  const WordMatch* quarter = role_at(c, i, "quarter", Article::wanted);
  const WordMatch* half = role_at(c, i, "half", Article::wanted);
  const WordMatch* word = quarter != nullptr ? quarter : half;
  if (word == nullptr) return std::nullopt;
  const std::optional<Rank> rank = rank_at(c, i + 1);
  const int most = quarter != nullptr ? 4 : 2;
  if (!rank || rank->value > most) return std::nullopt;
  DateItem item{.extent = extent_from(*word, i, rank->last),
                .date = {.grain = quarter != nullptr ? Grain::quarter : Grain::half}};
  item.date.part = rank->value < 0 ? most : rank->value;
  item.rule = "part of a year";
  if (role_at(c, rank->last, "row") != nullptr) return std::nullopt;  // "for the third quarter in a row"
  item.extent.last = read_year_tail(c, rank->last, item.date);
  if (half != nullptr && item.extent.last == rank->last) {  // "the second half" is also a game's
    // Halves of months stay with the month: "the first half of May".
    size_t at = rank->last;
    if (const WordMatch* of = role_at(c, at, "of", Article::unwanted)) at += of->tokens;
    const std::optional<DateItem> month = at > rank->last ? read_month_reference(c, at) : std::nullopt;
    if (!month || month->date.relative) return std::nullopt;
    item.date = month->date;
    item.date.edge = rank->value == 1 ? Edge::start : Edge::end;
    item.extent.last = month->extent.last;
  }
  if (const WordMatch* adjective = relative_at(c, item.extent.last);
      adjective != nullptr && adjective->reading.article && value_of(*adjective) != -2) {
    item.date.tense = value_of(*adjective) < 0   ? Tense::past
                      : value_of(*adjective) > 0 ? Tense::future
                                                 : Tense::present;
    item.extent.last += adjective->tokens;
  }
  return item;
}

// "spring 1944", "the summer of the year 2007", "last winter", "this spring", "summer season 2014".
std::optional<DateItem> read_season(const CalendarContext& c, size_t i) {
  const WordMatch* demonstrative = role_at(c, i, "this", Article::unwanted);
  size_t at = demonstrative != nullptr ? i + 1 : i;
  const WordMatch* chapter = demonstrative == nullptr ? role_at(c, at, "chapter", Article::unwanted) : nullptr;
  if (chapter != nullptr) ++at;
  const WordMatch* season = match_at(c, at, Table::seasons);
  if (season == nullptr || match_at(c, at, Table::months) != nullptr) return std::nullopt;
  const WordMatch& head = demonstrative != nullptr ? *demonstrative : chapter != nullptr ? *chapter : *season;
  DateItem item{.extent = extent_from(head, i, at + 1), .date = {.grain = Grain::season}, .rule = "season"};
  const std::string_view code = cell_of(*season, seasons_columns::season);
  item.date.part = code == "SP" ? 1 : code == "SU" ? 2 : code == "FA" ? 3 : 4;
  if (demonstrative != nullptr && !season->reading.article) return std::nullopt;
  if (demonstrative != nullptr) item.date.tense = Tense::present;
  const WordMatch* adjective = relative_at(c, at + 1);
  if (season->reading.article && adjective != nullptr && adjective->reading.article && value_of(*adjective) != -2) {
    item.date.tense = value_of(*adjective) < 0   ? Tense::past
                      : value_of(*adjective) > 0 ? Tense::future
                                                 : Tense::present;
    item.extent.last = at + 1 + adjective->tokens;
    return item;
  }
  const size_t tail = read_year_tail(c, at + 1, item.date);
  const bool said = tail != at + 1 || demonstrative != nullptr || chapter != nullptr;
  item.extent.last = tail;
  item.bare = !said;  // "spring" alone: a word like others
  return said || ends_line(c, tail) ? std::optional(item) : std::nullopt;
}

// "the third week of this month", "the first week of 2027", "week of 15 September".
std::optional<DateItem> read_counted_week(const CalendarContext& c, size_t i) {
  const WordMatch* unit = match_at(c, i, Table::time_units);
  if (unit == nullptr || unit_of(*unit) != Unit::week || cell_of(*unit, time_units_columns::number) != "one")
    return std::nullopt;
  if (!unit->reading.article) {  // the week that holds a day
    const std::optional<DateItem> day = i + 1 < c.words.size() ? read_month_date(c, i + 1) : std::nullopt;
    if (!day || day->date.grain != Grain::day || day->until) return std::nullopt;
    DateItem item{.extent = extent_from(*unit, i, day->extent.last), .date = day->date, .rule = "week of a day"};
    const DateValue resolved = resolve_date(day->date, c.published);
    if (const std::optional<Interval> days = date_interval(resolved)) {
      const IsoWeek week = week_of(days->from);
      item.date = {.grain = Grain::week, .year = week.year, .part = week.week};
    } else {
      item.date.grain = Grain::week;
    }
    return item;
  }
  const std::optional<Rank> rank = rank_at(c, i + 1);
  if (!rank || rank->value > 53) return std::nullopt;
  DateItem item{.extent = extent_from(*unit, i, rank->last), .date = {.grain = Grain::week}, .rule = "counted week"};
  size_t at = rank->last;
  if (const WordMatch* of = role_at(c, at, "of", Article::unwanted)) at += of->tokens;
  const std::optional<DateItem> month = rank->value <= 5 ? read_month_reference(c, at) : std::nullopt;
  if (month && month->date.grain == Grain::month) {
    const DateValue resolved = resolve_date(month->date, c.published);
    item.date.year = resolved.year;
    item.date.month = resolved.month;
    item.date.tense = month->date.tense;
    item.date.nth = rank->value;
    if (resolved.month == 0) item.date = month->date;
    item.extent.last = month->extent.last;
    return item;
  }
  item.date.part = rank->value < 0 ? 52 : rank->value;
  item.extent.last = read_year_tail(c, rank->last, item.date);
  return item.extent.last == rank->last ? std::nullopt : std::optional(item);
}

// "the weekend", "this weekend", "the coming weekend", "the rest of the week".
std::optional<DateItem> read_weekend(const CalendarContext& c, size_t i) {
  const WordMatch* word = nullptr;
  for (const WordMatch& match : c.words.at(i)) {
    if (match.table == Table::calendar_words && cell_of(match, calendar_words_columns::role) == "weekend") {
      word = &match;
      break;
    }
  }
  if (word == nullptr) return std::nullopt;
  DateItem item{.extent = extent_from(*word, i, i + word->tokens),
                .date = {.grain = Grain::weekend, .relative = true, .unit = Unit::week},
                .rule = "weekend"};
  const WordMatch* adjective = relative_at(c, item.extent.last);
  if (adjective != nullptr && adjective->reading.article && value_of(*adjective) != -2) {
    item.date.offset = value_of(*adjective);
    item.extent.last += adjective->tokens;
  }
  return item;
}

std::optional<DateItem> read_rest(const CalendarContext& c, size_t i) {
  const WordMatch* word = role_at(c, i, "rest", Article::unwanted);
  if (word == nullptr) return std::nullopt;
  const size_t at = i + word->tokens;
  std::optional<DateItem> period = read_relative_period(c, at);
  if (!period) {  // "the rest of my day", "the rest of the day"
    const bool day = role_at(c, at, "my_day") != nullptr || is_unit(c, at, Unit::day, Article::any);
    const bool week = role_at(c, at, "my_week") != nullptr;
    if (!day && !week) return std::nullopt;
    period = DateItem{
        .extent = {at, at + 1, 0},
        .date = {.grain = week ? Grain::week : Grain::day, .relative = true, .unit = week ? Unit::week : Unit::day}};
  }
  if (period->date.many) return std::nullopt;
  period->extent.first = i;
  period->extent.begin = word->reading.name;
  period->date.edge = Edge::end;
  period->rule = "rest of a period";
  return period;
}

// Which century a decade belongs to: "of the last century", "of the 19th century".
size_t read_century_tail(const CalendarContext& c, size_t i, int& century) {
  size_t at = i;
  if (const WordMatch* of = role_at(c, at, "of", Article::unwanted)) at += of->tokens;
  if (!is_unit(c, at, Unit::century, Article::wanted)) return i;
  ++at;
  if (const WordMatch* adjective = relative_at(c, at); adjective != nullptr && value_of(*adjective) != -2) {
    const int now = c.published ? c.published->year / 100 + 1 : 21;
    century = now + value_of(*adjective);
    return at + adjective->tokens;
  }
  if (const auto digits = digits_at(c, at, 1, 30)) {
    century = *digits;
    at += 1;
  } else {
    const std::optional<Rank> rank = rank_at(c, at);
    if (!rank || rank->value < 1) return i;
    century = rank->value;
    at = rank->last;
  }
  const WordMatch* era = role_at(c, at, "gregorian");
  return era == nullptr || era->tokens != 1 ? at : at + 1;
}

std::optional<DateItem> read_decade(const CalendarContext& c, size_t i) {
  const WordMatch* word = match_at(c, i, Table::decades);
  if (word == nullptr) return std::nullopt;
  DateItem item{.extent = extent_from(*word, i, i + 1), .date = {.grain = Grain::decade}, .rule = "decade"};
  int century = 0;
  item.extent.last = read_century_tail(c, i + 1, century);
  if (century == 0 && role_at(c, i + 1, "of") != nullptr && match_at(c, i + 1, Table::age_cues) != nullptr)
    return std::nullopt;
  if (century == 0 && !word->reading.article && !starts_line(c, i) && !ends_line(c, i + 1)) return std::nullopt;
  item.date.year = ((century == 0 ? 20 : century) - 1) * 100 + value_of(*word);
  return item;
}

std::optional<DateItem> read_century(const CalendarContext& c, size_t i) {
  int century = 0;
  const WordMatch* unit = match_at(c, i, Table::time_units, Article::wanted);
  if (unit == nullptr || unit_of(*unit) != Unit::century) return std::nullopt;
  const size_t last = read_century_tail(c, i, century);
  if (last == i || century < 1) return std::nullopt;
  DateItem item{.extent = extent_from(*unit, i, last), .date = {.grain = Grain::century}, .rule = "century"};
  item.date.year = century;
  return item;
}

}  // namespace

std::optional<DateItem> read_named_period(const CalendarContext& c, size_t i) {
  using Reader = std::optional<DateItem> (*)(const CalendarContext&, size_t);
  constexpr Reader kReaders[] = {read_year_part, read_season, read_counted_week, read_weekend,
                                 read_rest,      read_decade, read_century};
  std::optional<DateItem> best;
  for (const Reader reader : kReaders) {
    std::optional<DateItem> item = reader(c, i);
    if (item && (!best || item->extent.last > best->extent.last)) best = item;
  }
  return best;
}

std::optional<DateItem> read_holiday(const CalendarContext& c, size_t i) {
  const WordMatch* word = match_at(c, i, Table::holidays);
  if (word == nullptr || word->reading.preposition == u'\u0643') return std::nullopt;
  const std::string_view rule = cell_of(*word, holidays_columns::rule);
  DateItem item{.extent = extent_from(*word, i, i + word->tokens), .rule = "holiday"};
  DateValue& date = item.date;
  const auto two = [&](size_t at) { return (rule[at] - '0') * 10 + (rule[at + 1] - '0'); };
  if (rule == "EASTER") {
    date.easter = true;
  } else {
    date.hijri = rule[0] == 'H';
    date.month = two(date.hijri ? 1 : 0);
    date.day = two(date.hijri ? 4 : 3);
  }
  if (word->tokens == 1 && !ends_line(c, i + 1) && !digits_at(c, i + 1, 1300, 2199)) return std::nullopt;
  if (const auto digits = digits_at(c, item.extent.last, 1300, 2199)) {
    date.year = *digits;
    ++item.extent.last;
    return item;
  }
  item.extent.last = read_year_tail(c, item.extent.last, date);
  return item;
}

}  // namespace fihris
