#include "figures/hedges.h"

#include <string_view>

namespace fihris {
namespace {

constexpr uint32_t kLongestHedge = 5;  // tokens

Hedge parse_hedge(std::string_view name) {
  for (size_t i = 0; i < kHedgeNames.size(); ++i) {
    if (kHedgeNames[i] == name) return static_cast<Hedge>(i);
  }
  return Hedge::none;
}

// A letter glued before digits stands between the hedge and its number.
bool is_glued_letter(const Words& words, uint32_t token) {
  const Token& word = words.tokens[token];
  return word.kind == TokenKind::word && word.span.end - word.span.begin == 1;
}

Hedge read_before(const Words& words, uint32_t first) {
  if (first == 0 || words.tokens[first].line_start) return Hedge::none;
  uint32_t end = first;
  if (end > 1 && is_glued_letter(words, end - 1) && !words.tokens[end - 1].line_start) --end;
  // The longest phrase that ends right here wins: "no less than" over "less than".
  for (uint32_t length = kLongestHedge; length > 0; --length) {
    if (length > end || words.find(end - length, Table::hedges) == nullptr) continue;
    for (const WordMatch& match : words.at(end - length)) {
      if (match.table != Table::hedges || match.tokens != length || match.reading.article) continue;
      if (row_cell(Table::hedges, match.row, hedges_columns::place) != "before") continue;
      return parse_hedge(row_cell(Table::hedges, match.row, hedges_columns::hedge));
    }
  }
  return Hedge::none;
}

Hedge read_after(const Words& words, uint32_t last) {
  for (uint32_t at = last; at < last + 2 && at < words.size(); ++at) {
    if (words.tokens[at].line_start || words.tokens[at].kind != TokenKind::word) return Hedge::none;
    if (words.find(at, Table::hedges) == nullptr) continue;
    for (const WordMatch& match : words.at(at)) {
      if (match.table != Table::hedges) continue;
      if (row_cell(Table::hedges, match.row, hedges_columns::place) != "after") continue;
      return parse_hedge(row_cell(Table::hedges, match.row, hedges_columns::hedge));
    }
  }
  return Hedge::none;
}

}  // namespace

Hedge read_hedge(const Words& words, uint32_t first, uint32_t last) {
  const Hedge before = read_before(words, first);
  const Hedge after = read_after(words, last);
  // "nearly 20 at least": a bound says more than an approximation.
  if (before == Hedge::none || (before == Hedge::approx && after != Hedge::none)) return after;
  return before;
}

}  // namespace fihris
