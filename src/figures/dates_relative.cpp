#include <cmath>

#include "figures/calendar_grammar.h"

namespace fihris {
namespace {

bool is_one(const WordMatch& unit) { return cell_of(unit, time_units_columns::number) == "one"; }
bool is_two(const WordMatch& unit) { return cell_of(unit, time_units_columns::number) == "two"; }
bool is_many(const WordMatch& unit) { return cell_of(unit, time_units_columns::number) == "many"; }

const WordMatch* edge_before(const CalendarContext& c, size_t i) {
  return i == 0 ? nullptr : match_at(c, i - 1, Table::calendar_edges, Article::unwanted);
}

DateValue period_of(Unit unit, int offset) {
  DateValue date{.relative = true, .unit = unit, .offset = offset};
  switch (unit) {
    case Unit::week:
      date.grain = Grain::week;
      break;
    case Unit::month:
      date.grain = Grain::month;
      break;
    case Unit::year:
      date.grain = Grain::year;
      break;
    case Unit::decade:
      date.grain = Grain::decade;
      break;
    case Unit::century:
      date.grain = Grain::century;
      break;
    default:
      break;
  }
  date.many = unit == Unit::decade || unit <= Unit::hour;
  return date;
}

// "this year", "this current week".
std::optional<DateItem> read_this_period(const CalendarContext& c, size_t i) {
  const WordMatch* word = role_at(c, i, "this", Article::unwanted);
  if (word == nullptr) return std::nullopt;
  const WordMatch* unit = match_at(c, i + 1, Table::time_units);
  if (unit == nullptr || !is_one(*unit) || unit->reading.preposition != 0) return std::nullopt;
  if (!unit->reading.article || unit_of(*unit) <= Unit::hour) return std::nullopt;
  DateItem item{.extent = extent_from(*word, i, i + 2), .date = period_of(unit_of(*unit), 0), .rule = "this period"};
  if (const WordMatch* adjective = relative_at(c, i + 2)) {
    if (value_of(*adjective) >= -1 && adjective->reading.article) item.extent.last += adjective->tokens;
  }
  return item;
}

// "the last year", "the coming fiscal year"; "the beginning of the year".
std::optional<DateItem> read_definite_period(const CalendarContext& c, size_t i) {
  const WordMatch* unit = match_at(c, i, Table::time_units, Article::wanted);
  if (unit == nullptr || !is_one(*unit) || unit->reading.preposition == u'\u0643') return std::nullopt;
  if (unit_of(*unit) == Unit::year && i > 0 && role_at(c, i - 1, "chief") != nullptr)
    return std::nullopt;  // "the former director general"
  size_t at = i + 1;
  const bool fiscal = role_at(c, at, "fiscal", Article::wanted) != nullptr;
  if (fiscal) ++at;
  const WordMatch* adjective = relative_at(c, at);
  if (adjective != nullptr && adjective->reading.article && adjective->reading.conjunction == 0 &&
      value_of(*adjective) != -2) {
    if (unit_of(*unit) == Unit::day) return std::nullopt;  // read with the day words
    DateItem item{.extent = extent_from(*unit, i, at + adjective->tokens),
                  .date = period_of(unit_of(*unit), value_of(*adjective))};
    if (fiscal) item.date.last_year = 0;
    item.rule = "relative period";
    return item;
  }
  const WordMatch* edge = edge_before(c, i);
  const bool known = unit_of(*unit) == Unit::week || unit_of(*unit) == Unit::month || unit_of(*unit) == Unit::year;
  const bool opened = edge != nullptr || ends_with_role(c, i, "throughout") || ends_with_role(c, i, "rest");
  if (!known || !opened || fiscal || rank_at(c, at) || role_at(c, at, "same") != nullptr ||
      match_at(c, at, Table::relative) != nullptr)
    return std::nullopt;
  return DateItem{
      .extent = extent_from(*unit, i, i + 1), .date = period_of(unit_of(*unit), 0), .rule = "edge of this period"};
}

struct Count {
  size_t last = 0;
  int value = 0;  // 0: some
  bool vague = false;
};

// The number of a stretch, before or after its noun: "ten", "24", "few".
std::optional<Count> read_count(const CalendarContext& c, size_t i) {
  if (const WordMatch* few = role_at(c, i, "few")) return Count{i + few->tokens, 0, true};
  if (i >= c.words.size()) return std::nullopt;
  const std::optional<Number> number = number_at(c, i);
  if (!number || number->ordinal || number->fraction) return std::nullopt;
  if (!(number->value >= 1 && number->value < 100000 && number->value == std::floor(number->value))) {
    return std::isnan(number->value) && number->low >= 1 && number->high < 20
               ? std::optional<Count>(Count{number->last, 0, true})
               : std::nullopt;
  }
  return Count{number->last, static_cast<int>(number->value), false};
}

DateValue stretch_of(Unit unit, const Count& count, int direction) {
  DateValue date = period_of(unit, direction * (count.vague || count.value == 0 ? 1 : count.value));
  date.many = true;
  date.vague = count.vague || count.value == 0;
  return date;
}

int direction_of(const WordMatch& adjective) { return value_of(adjective) < 0 ? -1 : value_of(adjective); }

// The adjective after a stretch; definite, and not "current".
const WordMatch* direction_at(const CalendarContext& c, size_t i) {
  const WordMatch* adjective = relative_at(c, i);
  return adjective != nullptr && adjective->reading.article && value_of(*adjective) != 0 ? adjective : nullptr;
}

// "the last ten years", "the coming months", "the past two years".
std::optional<DateItem> read_noun_first(const CalendarContext& c, size_t i) {
  const WordMatch* unit = match_at(c, i, Table::time_units, Article::wanted);
  if (unit == nullptr || is_one(*unit) || !(is_two(*unit) || is_many(*unit))) return std::nullopt;
  Count count{i + 1, is_two(*unit) ? 2 : 0, false};
  if (is_many(*unit)) {
    const std::optional<Count> said = read_count(c, is_loose_article(c, i + 1) ? i + 2 : i + 1);
    if (said) count = *said;
  }
  // "the coming weeks and months": the first shares the adjective of the second.
  const WordMatch* second =
      is_many(*unit) && count.value == 0 ? match_at(c, i + 1, Table::time_units, Article::wanted) : nullptr;
  if (second != nullptr && is_many(*second) && second->reading.conjunction != 0) {
    const WordMatch* shared = direction_at(c, i + 2);
    if (shared == nullptr) return std::nullopt;
    DateItem item{.extent = extent_from(*unit, i, i + 2 + shared->tokens),
                  .date = stretch_of(unit_of(*unit), count, direction_of(*shared))};
    item.until = stretch_of(unit_of(*second), count, direction_of(*shared));
    item.rule = "stretch";
    return item;
  }
  const WordMatch* adjective = direction_at(c, count.last);
  size_t last = adjective == nullptr ? 0 : count.last + adjective->tokens;
  if (adjective != nullptr && is_many(*unit) && count.value == 0 && !count.vague) {  // "the past years few/ten"
    if (const std::optional<Count> after = read_count(c, last)) {
      const bool definite = role_at(c, last, "few", Article::wanted) != nullptr ||
                            (c.words.tokens[last].kind == TokenKind::word && number_at(c, last)->definite &&
                             number_at(c, last)->conjunction == 0);
      if (definite) {
        count.value = after->value;
        count.vague = after->vague;
        last = after->last;
      }
    }
  }
  if (adjective == nullptr) return std::nullopt;
  DateItem item{.extent = extent_from(*unit, i, last),
                .date = stretch_of(unit_of(*unit), count, direction_of(*adjective))};
  item.rule = "stretch";
  return item;
}

// "the next 30 years", "last 3 years", "a few coming hours".
std::optional<DateItem> read_number_first(const CalendarContext& c, size_t i) {
  size_t at = i;
  const WordMatch* last_word = role_at(c, i, "last", Article::unwanted);
  if (last_word != nullptr) at += last_word->tokens;
  const bool loose = last_word == nullptr && i > 0 && is_loose_article(c, i - 1);
  const std::optional<Count> count = read_count(c, at);
  if (!count) return std::nullopt;
  const WordMatch* unit = match_at(c, count->last, Table::time_units);
  if (unit == nullptr || unit->reading.preposition != 0 || unit->reading.conjunction != 0) return std::nullopt;
  if (is_one(*unit) && unit->reading.article && !loose) return std::nullopt;  // "215 thousand | last month"
  const WordMatch* adjective = direction_at(c, count->last + 1);
  if (adjective == nullptr && last_word == nullptr) return std::nullopt;
  const uint32_t begin = last_word != nullptr                                             ? last_word->reading.name
                         : c.words.tokens[at].kind == TokenKind::word && number_at(c, at) ? number_at(c, at)->span.begin
                         : match_at(c, at, Table::calendar_words) != nullptr
                             ? match_at(c, at, Table::calendar_words)->reading.name
                             : c.words.tokens[at].span.begin;
  const size_t last = count->last + 1 + (adjective != nullptr ? adjective->tokens : 0u);
  DateItem item{.extent = loose ? Extent{i - 1, last, c.words.tokens[i - 1].span.begin} : Extent{i, last, begin},
                .date = stretch_of(unit_of(*unit), *count, adjective != nullptr ? direction_of(*adjective) : -1)};
  item.rule = "stretch";
  return item;
}

}  // namespace

const WordMatch* relative_at(const CalendarContext& c, size_t i) {
  const WordMatch* match = match_at(c, i, Table::relative);
  if (match == nullptr || match->reading.preposition != 0 || match->reading.conjunction != 0) return nullptr;
  return match;
}

std::optional<DateItem> read_relative_period(const CalendarContext& c, size_t i) {
  if (i >= c.words.size()) return std::nullopt;
  std::optional<DateItem> item = read_this_period(c, i);
  return item ? item : read_definite_period(c, i);
}

std::optional<DateItem> read_stretch(const CalendarContext& c, size_t i) {
  std::optional<DateItem> item = read_noun_first(c, i);
  return item ? item : read_number_first(c, i);
}

}  // namespace fihris
