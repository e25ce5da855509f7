#include "figures/nouns.h"

#include <cmath>
#include <string_view>

#include "figures/number_tails.h"

namespace fihris {
namespace {

constexpr char16_t kAlef = 0x0627;
constexpr char16_t kHeh = 0x0647;  // folded ta marbuta too
constexpr char16_t kTeh = 0x062A;
constexpr char16_t kLam = 0x0644;
constexpr char16_t kMeem = 0x0645;
constexpr char16_t kYeh = 0x064A;
constexpr char16_t kTehMarbuta = 0x0629;

bool ends_with(std::u16string_view word, char16_t before, char16_t last) {
  return word.size() > 2 && word[word.size() - 2] == before && word.back() == last;
}

// The article as written: hamza on the alef makes it a letter of the word.
bool has_written_article(const Words& words, const Token& token) {
  const uint32_t begin = token.span.begin;
  return token.span.end - begin > 3 && words.view.letters[begin] == kAlef && words.view.folded[begin + 1] == kLam;
}

// A glued letter before what is no listed noun: "by changing", "for the dynasty".
bool looks_cut(const Words& words, uint32_t token) {
  const Token& word = words.tokens[token];
  for (const Reading& reading : words.tokens.readings(token)) {
    const bool cut = reading.conjunction != 0 || reading.preposition != 0;
    if (cut && reading.article && word.span.end - reading.stem >= 3) return true;
  }
  constexpr char16_t kBeh = 0x0628;
  constexpr char16_t kKaf = 0x0643;
  const std::u16string_view text = words.view.text(word.span);
  if (text.back() == kAlef) return false;
  if (text[0] == kWaw) return true;
  const bool glued = text[0] == kBeh || text[0] == kLam;
  return (glued && text.size() >= 4) || (text[0] == kKaf && text.size() >= 5);
}

// Endings and beginnings that verbs have and counted nouns have not.
bool looks_like_verb(const Words& words, const Token& token) {
  const std::u16string_view word = words.view.text(token.span);
  const char16_t last = word.back();
  if (ends_with(word, kWaw, kAlef)) return true;                                        // they did
  if (last == kTeh && word.size() >= 4 && word[word.size() - 2] != kAlef) return true;  // she did
  const bool noun_ending =
      last == kAlef || ends_with(word, kAlef, kTeh) || words.view.letters[token.span.end - 1] == kTehMarbuta;
  if (noun_ending || word.size() < 4) return false;
  if (word[0] == kYeh) return true;  // he does
  if (word[0] != kTeh) return false;
  // She does; but broken plurals in ta- have a long vowel: reports, trials.
  return word.size() < 5 || (word[2] != kAlef && word[3] != kAlef);
}

// The word without its possessive ending, from a reading on, is a listed noun.
bool is_listed_possessed(const Words& words, const Token& token, const Reading& reading) {
  std::u16string stem(words.view.text({reading.stem, token.span.end}));
  const size_t ending = stem.back() == kHeh ? 1 : 2;
  if (stem.size() <= ending + 1) return false;
  stem.resize(stem.size() - ending);
  if (has_phrase(Table::nouns, stem)) return true;
  if (stem.back() != kTeh) return false;
  stem.back() = kHeh;  // ta marbuta opens before an ending
  return has_phrase(Table::nouns, stem);
}

}  // namespace

Noun find_noun(const Words& words, uint32_t token, bool proclitics) {
  Noun out;
  if (token >= words.size() || words.tokens[token].kind != TokenKind::word) return out;
  for (const WordMatch& match : words.at(token)) {
    if (match.table != Table::nouns) continue;
    const bool cut = match.reading.conjunction != 0 || match.reading.preposition != 0;
    if (cut && !proclitics) continue;
    const std::string_view form = row_cell(Table::nouns, match.row, nouns_columns::number);
    out.form = form == "many" ? NounForm::many : form == "two" ? NounForm::two : NounForm::one;
    out.last = token + match.tokens;
    out.reading = match.reading;
    out.definite = match.reading.article;
    return out;
  }
  // Possessives: their six films.
  const std::u16string_view word = words.view.text(words.tokens[token].span);
  const auto readings = words.tokens.readings(token);
  for (const Reading& reading : readings) {
    const bool cut = reading.conjunction != 0 || reading.preposition != 0;
    if (cut && !proclitics) continue;
    if (!reading.article) continue;
    out = {NounForm::unlisted, token + 1, reading, true};
    return out;
  }
  const bool possessive =
      word.size() > 4 && ((word.back() == kHeh && words.view.letters[words.tokens[token].span.end - 1] == kHeh) ||
                          ends_with(word, kHeh, kAlef) || ends_with(word, kHeh, kMeem));
  if (!possessive || readings.empty()) return out;
  out = {NounForm::unlisted, token + 1, readings.front(), true};
  // "of his six films": the reading whose rest, its ending gone, is a listed noun.
  for (const Reading& reading : readings) {
    const bool cut = reading.conjunction != 0 || reading.preposition != 0;
    if ((!cut || proclitics) && is_listed_possessed(words, words.tokens[token], reading)) out.reading = reading;
  }
  return out;
}

bool may_be_counted(const Words& words, uint32_t token, double value) {
  if (token >= words.size()) return false;
  const Token& word = words.tokens[token];
  if (word.kind != TokenKind::word || word.line_start || word.span.end - word.span.begin < 2) return false;
  for (const WordMatch& match : words.at(token)) {
    switch (match.table) {
      case Table::function_words:
      case Table::links:
      case Table::hedges:
      case Table::rates:
      case Table::ordinals:
      case Table::percents:
        return false;
      case Table::numbers:
      case Table::traps:
        return false;
      case Table::nouns:
        if (match.reading.conjunction != 0 || match.reading.preposition != 0) return false;
        break;
      default:
        break;
    }
  }
  if (has_written_article(words, word) || looks_like_verb(words, word) || looks_cut(words, token)) return false;
  const bool whole = value == std::floor(value);
  return whole && value >= 2;
}

}  // namespace fihris
