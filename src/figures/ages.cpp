#include "figures/calendar_grammar.h"

namespace fihris {
namespace {

bool has_cue(const CalendarContext& c, size_t i, std::string_view role) {
  const WordMatch* cue = match_at(c, i, Table::age_cues);
  return cue != nullptr && cell_of(*cue, age_cues_columns::role) == role;
}

// "son of 26 years", "the one with the 26 years": not "who", which ends like it.
bool has_owner(const CalendarContext& c, size_t i) {
  const WordMatch* cue = match_at(c, i, Table::age_cues, Article::unwanted);
  return cue != nullptr && cell_of(*cue, age_cues_columns::role) == "owner";
}

// "aged", "his age", "reached" within a few words before, no other figure between.
bool has_cue_before(const CalendarContext& c, size_t first) {
  constexpr size_t kReach = 5;
  const uint32_t sentence = c.words.tokens[first].sentence;
  for (size_t step = 1; step <= kReach && step <= first; ++step) {
    const size_t i = first - step;
    const Token& token = c.words.tokens[i];
    if (token.sentence != sentence || token.kind == TokenKind::number) return false;
    if (token.kind == TokenKind::punctuation && !has_mark(c, i, u'(') && !has_mark(c, i, u'\u0640')) return false;
    if (has_cue(c, i, "before")) return true;
    if (step <= 2 && has_owner(c, i)) return true;
    if (has_cue(c, i, "older") && step <= 2) return true;
  }
  return false;
}

// "died at 74 years": the preposition right before, the death a little earlier.
bool has_death_before(const CalendarContext& c, size_t first) {
  constexpr size_t kReach = 8;
  if (!ends_with_role(c, first, "at_age")) return false;
  for (size_t step = 2; step <= kReach && step <= first; ++step) {
    if (has_cue(c, first - step, "death")) return true;
  }
  return false;
}

// The years stand between marks, like a note about the person just named.
bool is_apposed(const CalendarContext& c, const Extent& extent) {
  if (extent.first < 2) return false;
  const size_t before = extent.first - 1;
  const bool opened = has_mark(c, before, u'(');
  const bool closed = has_mark(c, extent.last, u')');
  const bool quotes = has_mark(c, before, u'"') && has_mark(c, extent.last, u'"');
  const bool commas = has_comma(c, before) && (has_comma(c, extent.last) || has_mark(c, extent.last, u'.'));
  if (!(opened && closed) && !commas && !quotes) return false;
  const Token& name = c.words.tokens[before - 1];
  return name.kind == TokenKind::word || name.kind == TokenKind::latin || has_mark(c, before - 1, u'"') ||
         has_mark(c, before - 1, u')');
}

}  // namespace

bool is_age(const CalendarContext& c, const LengthItem& item) {
  if (!item.years_only || item.length.vague) return false;
  if (!(item.count > 0 && item.count < 130)) return false;
  if (has_cue_before(c, item.extent.first) || (!item.until && is_apposed(c, item.extent))) return true;
  if (has_cue(c, item.extent.last, "life")) return true;
  const size_t first = item.extent.first;
  if (first == 0) return false;
  if (has_death_before(c, first)) return true;
  // "a man of 30 years", "a 12-year-old child"
  return has_cue(c, first - 1, "person") ||
         (first >= 2 && has_cue(c, first - 2, "person") && role_at(c, first - 1, "in", Article::unwanted) == nullptr &&
          match_at(c, first - 1, Table::function_words) == nullptr &&
          c.words.tokens[first - 1].kind == TokenKind::word);
}

}  // namespace fihris
