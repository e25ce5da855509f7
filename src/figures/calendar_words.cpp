#include <algorithm>
#include <cmath>

#include "figures/calendar_grammar.h"

namespace fihris {
namespace {

bool suits(const Reading& reading, Article article) {
  return article == Article::any || reading.article == (article == Article::wanted);
}

// A cue of the table, or a verb with the future's prefix.
Tense tense_of(const CalendarContext& c, size_t i) {
  if (const WordMatch* cue = match_at(c, i, Table::tense_cues)) {
    const std::string_view tense = cell_of(*cue, tense_cues_columns::tense);
    return tense == "future" ? Tense::future : tense == "past" && !cue->reading.article ? Tense::past : Tense::unknown;
  }
  const Token& token = c.words.tokens[i];
  if (token.kind != TokenKind::word || token.span.end - token.span.begin < 5) return Tense::unknown;
  std::u16string_view text = c.words.view.text(token.span);
  if (text[0] == u'\u0648' || text[0] == u'\u0641') text.remove_prefix(1);
  if (text.size() < 4 || text[0] != u'\u0633') return Tense::unknown;
  const char16_t person = text[1];
  return person == u'\u064A' || person == u'\u062A' || person == u'\u0646' || person == u'\u0627' ? Tense::future
                                                                                                  : Tense::unknown;
}

uint8_t starts_of_word(const WordMatch& match) {
  constexpr uint8_t kAll = kDateStart | kClockStart | kLengthStart;
  switch (match.table) {
    case Table::months:
    case Table::weekdays:
    case Table::day_words:
    case Table::decades:
    case Table::seasons:
    case Table::holidays:
      return kDateStart;
    case Table::numbers:
      return kAll | kNumberStart;
    case Table::ordinals:
      return kDateStart | kClockStart | kNumberStart;
    case Table::time_units:
      return kDateStart | kLengthStart;
    case Table::clock_hours:
    case Table::day_parts:
      return kClockStart;
    case Table::clock_fractions:
      return kLengthStart | kNumberStart;
    case Table::calendar_words: {
      const std::string_view role = cell_of(match, calendar_words_columns::role);
      if (role == "all") return kLengthStart;
      if (role == "hour" || role == "early" || role == "lunch") return kClockStart;
      if (role == "this" || role == "last") return kDateStart | kClockStart;
      if (role == "quarter" || role == "half" || role == "chapter" || role == "rest" || role == "weekend" ||
          role == "few")
        return kDateStart;
      return 0;
    }
    default:
      return 0;
  }
}

}  // namespace

CalendarContext::CalendarContext(const Words& all_words, const std::optional<Day>& day)
    : words(all_words), published(day) {
  starts.resize(words.size(), 0);
  for (size_t i = 0; i < words.size(); ++i) {
    if (words.tokens[i].kind == TokenKind::number) starts[i] = kDateStart | kClockStart | kLengthStart | kNumberStart;
    for (const WordMatch& match : words.at(i)) starts[i] |= starts_of_word(match);
  }
}

const std::optional<Number>& number_at(const CalendarContext& c, size_t i) {
  static const std::optional<Number> kNone;
  if (!may_start(c, i, kNumberStart)) return kNone;
  CalendarContext::Memo& memo = c.memo[i % c.memo.size()];
  if (memo.token != i) memo = {i, read_number(c.words, i)};
  return memo.number;
}

bool has_mark(const CalendarContext& c, size_t i, char16_t mark) {
  if (i >= c.words.size()) return false;
  const std::u16string_view text = c.words.view.text(c.words.tokens[i].span);
  return text.size() == 1 && text[0] == mark;
}

bool has_comma(const CalendarContext& c, size_t i) { return has_mark(c, i, u',') || has_mark(c, i, u'\u060C'); }

const WordMatch* match_at(const CalendarContext& c, size_t i, Table table, Article article) {
  if (c.words.find(i, table) == nullptr) return nullptr;
  for (const WordMatch& match : c.words.at(i)) {
    if (match.table == table && suits(match.reading, article)) return &match;
  }
  return nullptr;
}

const WordMatch* role_at(const CalendarContext& c, size_t i, std::string_view role, Article article) {
  if (c.words.find(i, Table::calendar_words) == nullptr) return nullptr;
  for (const WordMatch& match : c.words.at(i)) {
    if (match.table == Table::calendar_words && cell_of(match, calendar_words_columns::role) == role &&
        suits(match.reading, article)) {
      return &match;
    }
  }
  return nullptr;
}

size_t skip_role(const CalendarContext& c, size_t i, std::string_view role) {
  const WordMatch* match = role_at(c, i, role);
  return match == nullptr ? i : i + match->tokens;
}

bool ends_with_role(const CalendarContext& c, size_t i, std::string_view role) {
  if (i == 0) return false;
  const WordMatch* match = role_at(c, i - 1, role);
  return match != nullptr && match->tokens == 1;
}

std::string_view cell_of(const WordMatch& match, int column) { return row_cell(match.table, match.row, column); }

int value_of(const WordMatch& match) {
  const double value = row_value(match.table, match.row);
  return std::isnan(value) ? 0 : static_cast<int>(value);
}

std::optional<int> digits_at(const CalendarContext& c, size_t i, int least, int most) {
  if (i >= c.words.size()) return std::nullopt;
  const Token& token = c.words.tokens[i];
  if (token.kind != TokenKind::number || token.grouped || token.decimals != 0 || !(std::fabs(token.value) < 1e6))
    return std::nullopt;
  const int value = static_cast<int>(std::fabs(token.value));
  if (value < least || value > most || value != std::fabs(token.value)) return std::nullopt;
  return value;
}

std::optional<Rank> rank_at(const CalendarContext& c, size_t i) {
  if (i >= c.words.size()) return std::nullopt;
  const WordMatch* last = match_at(c, i, Table::relative, Article::wanted);
  if (last != nullptr && value_of(*last) == -2) return Rank{i + last->tokens, -1};
  const std::optional<Number> number = number_at(c, i);
  if (!number || !number->ordinal || !(number->value >= 1 && number->value <= 60)) return std::nullopt;
  return Rank{number->last, static_cast<int>(number->value)};
}

Unit unit_of(const WordMatch& match) {
  const std::string_view code = cell_of(match, time_units_columns::unit);
  if (code == "TS") return Unit::second;
  if (code == "TM") return Unit::minute;
  if (code == "TH") return Unit::hour;
  if (code == "W") return Unit::week;
  if (code == "M") return Unit::month;
  if (code == "Y") return Unit::year;
  if (code == "X") return Unit::decade;
  if (code == "C") return Unit::century;
  return Unit::day;
}

Extent extent_from(const WordMatch& match, size_t i, size_t last) { return {i, last, match.reading.name}; }

bool is_loose_article(const CalendarContext& c, size_t i) {
  return i < c.words.size() && c.words.view.text(c.words.tokens[i].span) == u"\u0627\u0644";
}

bool is_range_mark(const CalendarContext& c, size_t i, size_t& next) {
  const WordMatch* to = role_at(c, i, "to", Article::unwanted);
  if (to != nullptr && to->reading.preposition == 0) {
    next = i + to->tokens;
    return true;
  }
  if (!has_mark(c, i, u'-') && !has_mark(c, i, u'\u2013') && !has_mark(c, i, u'\u2014')) return false;
  next = i + 1;
  return true;
}

bool is_closed(const CalendarContext& c, size_t i) {
  if (ends_line(c, i)) return true;
  const Token& token = c.words.tokens[i];
  if (token.kind == TokenKind::punctuation) return true;
  if (token.kind != TokenKind::word) return false;
  for (const WordMatch& match : c.words.at(i)) {
    if (match.table == Table::calendar_openers || match.table == Table::tense_cues || match.table == Table::day_parts)
      return true;
    if (match.table == Table::calendar_words || match.table == Table::function_words) return true;
  }
  const auto readings = c.words.tokens.readings(i);
  return !readings.empty() && (readings.back().conjunction != 0 && readings.back().article);
}

bool starts_line(const CalendarContext& c, size_t i) { return i == 0 || c.words.tokens[i].line_start; }

bool ends_line(const CalendarContext& c, size_t i) { return i >= c.words.size() || c.words.tokens[i].line_start; }

// The nearest cue in the sentence wins; a sentence of news without one tells
// what has happened, a fragment nothing.
bool has_verb_near(const CalendarContext& c, size_t first, size_t last) {
  constexpr size_t kReach = 14;
  const uint32_t sentence = c.words.tokens[first].sentence;
  for (size_t step = 1; step <= kReach && step <= first && c.words.tokens[first - step].sentence == sentence; ++step) {
    if (tense_of(c, first - step) != Tense::unknown) return true;
  }
  for (size_t i = last; i < c.words.size() && i < last + 4 && c.words.tokens[i].sentence == sentence; ++i) {
    if (tense_of(c, i) != Tense::unknown) return true;
  }
  return false;
}

Tense tense_around(const CalendarContext& c, size_t first, size_t last) {
  constexpr size_t kReach = 14;
  const uint32_t sentence = c.words.tokens[first].sentence;
  size_t words_seen = 0;
  for (size_t step = 1; step <= kReach && step <= first && c.words.tokens[first - step].sentence == sentence; ++step) {
    const Tense tense = tense_of(c, first - step);
    if (tense != Tense::unknown) return tense;
    words_seen += c.words.tokens[first - step].kind == TokenKind::word;
  }
  for (size_t i = last; i < c.words.size() && i < last + kReach && c.words.tokens[i].sentence == sentence; ++i) {
    const Tense tense = tense_of(c, i);
    if (tense != Tense::unknown) return tense;
    words_seen += c.words.tokens[i].kind == TokenKind::word;
  }
  return words_seen >= 4 ? Tense::past : Tense::unknown;
}

}  // namespace fihris
