// Tokens are the words, numbers, Latin runs and marks of a view, with their
// sentences. A word is kept whole; the places where proclitics and the article
// may be cut off are listed as readings, most letters kept first. Which reading
// is right is for the rooms that know words (figures, names) to say.
#pragma once
#include <cstdint>
#include <limits>
#include <span>
#include <string_view>
#include <vector>

#include "text/view.h"

namespace fihris {

enum class TokenKind : uint8_t {
  word,         // Arabic letters
  number,       // a digit group with its separators: 800,000  1.5  10U+060C5  1ra08
  latin,        // Latin run with inner hyphens, dots, digits: Fire-Flyer, F-16, iPhone
  punctuation,  // one mark a token
  symbol        // currency signs, %, other symbols, emoji, anything else
};

// One way to cut a word: proclitics before the stem.
struct Reading {
  uint32_t stem = 0;         // folded offset where the stem begins (after the article)
  uint32_t name = 0;         // folded offset where a name would begin: the article is
                             // inside; a melted "ll" keeps its lam (span rule of the contract)
  char16_t conjunction = 0;  // waw or fa, or 0
  char16_t preposition = 0;  // ba, lam or kaf, or 0
  bool article = false;      // alef-lam, or melted into lam-lam
  bool melted = false;       // "ll": lam + article in one
};

struct Token {
  FoldedSpan span;
  TokenKind kind = TokenKind::word;
  bool space_before = false;                                // white space or the start of the text before it
  bool line_start = false;                                  // first token of a line
  uint32_t sentence = 0;                                    // index into Tokens::sentences
  double value = std::numeric_limits<double>::quiet_NaN();  // number tokens: their value
  uint8_t decimals = 0;                                     // number tokens: digits after the decimal mark
  bool grouped = false;                                     // number tokens: had thousands separators
  double other = std::numeric_limits<double>::quiet_NaN();  // the reading that lost: 1.500 as 1500 or 1.5
  uint16_t reading_count = 0;                               // words: how many readings
  uint32_t reading_begin = 0;                               // words: first one, in Tokens::all_readings
};

struct Tokens {
  std::vector<Token> list;
  std::vector<Reading> all_readings;
  std::vector<FoldedSpan> sentences;

  [[nodiscard]] size_t size() const { return list.size(); }
  [[nodiscard]] const Token& operator[](size_t i) const { return list[i]; }
  // The whole word first, then shorter stems. Empty for other kinds.
  [[nodiscard]] std::span<const Reading> readings(size_t i) const {
    return std::span(all_readings).subspan(list[i].reading_begin, list[i].reading_count);
  }
};

[[nodiscard]] Tokens find_tokens(const View& view);

}  // namespace fihris
