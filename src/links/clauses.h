// Sentences cut into clauses, and which figure or mention covers a token: what
// the links between figures are read from. A clause ends at a mark, before a
// word that opens another ("while", "that", "which") and before a second verb
// of figures joined by "and". It knows no grammar beyond that.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "figures/words.h"
#include "findings.h"

namespace fihris {

inline constexpr uint32_t kNone = UINT32_MAX;

// Tokens [first, last).
struct TokenStretch {
  uint32_t first = 0;
  uint32_t last = 0;
};

struct Clauses {
  Clauses(const Words& all_words, const Analysis& all_findings);

  const Words& words;
  const Analysis& analysis;
  std::vector<uint32_t> figure;         // per token: the figure that covers it, or kNone
  std::vector<uint32_t> mention;        // per token: the mention that covers it, or kNone
  std::vector<uint32_t> clause;         // per token: index into stretches
  std::vector<uint32_t> sentence;       // per token: where its sentence begins
  std::vector<TokenStretch> stretches;  // the clauses, in text order
  std::vector<uint32_t> last_mark;      // per token: the closing bracket of a short aside it opens, or kNone

  [[nodiscard]] TokenStretch at(uint32_t token) const { return stretches[clause[token]]; }
  [[nodiscard]] bool same_sentence(uint32_t a, uint32_t b) const {
    return words.tokens[a].sentence == words.tokens[b].sentence;
  }
  [[nodiscard]] bool has_mark(uint32_t token, char16_t mark) const;
  [[nodiscard]] bool is_mark(uint32_t token) const;
  [[nodiscard]] Span span_of(TokenStretch stretch) const;  // without marks at its ends
};

// The word that opens a clause at a token, or nullptr.
[[nodiscard]] const WordMatch* find_opener(const Words& words, uint32_t token);

// A row of a table that ends right before a token, the longest; nullptr where
// there is none.
[[nodiscard]] const WordMatch* find_before(const Words& words, uint32_t token, Table table, uint32_t& first);

// Where the hedges and loose letters before a figure begin: the token whose
// neighbour says what part the figure plays.
[[nodiscard]] uint32_t skip_hedges_back(const Clauses& c, uint32_t first);

// The preposition glued to a token that is read with it: ba, lam or 0. Only a
// cut that leaves a known word or the figure itself counts.
[[nodiscard]] char16_t glued_preposition(const Clauses& c, uint32_t token);

[[nodiscard]] bool is_date(const Figure& figure);               // a DATE or a TIME
[[nodiscard]] bool is_amount(const Figure& figure);             // money, percent, quantity, count, cardinal
[[nodiscard]] bool is_calendar(const Figure& figure);           // date, time, duration, age
[[nodiscard]] bool is_alike(const Figure& a, const Figure& b);  // may be compared: kind and unit agree

}  // namespace fihris
