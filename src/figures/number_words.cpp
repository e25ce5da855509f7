#include "figures/number_words.h"

#include <array>
#include <string_view>
#include <vector>

namespace fihris {
namespace {

constexpr std::array<std::string_view, 20> kRoleNames = {
    "unit",  "ten", "teen",    "tens", "hundred",  "hundreds",  "scale", "accusative", "dual",   "scales",
    "vague", "few", "several", "bit",  "fraction", "two_parts", "parts", "eighth",     "single", "colloquial_half"};

constexpr std::array<std::string_view, 22> kLinkNames = {
    "",     "and",     "or",     "to",   "between",    "of",   "over",  "in",    "after",  "point",     "minus",
    "plus", "article", "except", "part", "below_zero", "dash", "comma", "slash", "of_all", "point_mark"};

// Rows of a table as values of an enum, from the names in one column.
template <typename Enum, size_t kNames>
std::vector<Enum> read_column(Table table, int column, const std::array<std::string_view, kNames>& names) {
  std::vector<Enum> out(row_count(table));
  for (size_t row = 0; row < out.size(); ++row) {
    for (size_t i = 0; i < kNames; ++i) {
      if (row_cell(table, static_cast<uint16_t>(row), column) == names[i]) out[row] = static_cast<Enum>(i);
    }
  }
  return out;
}

}  // namespace

std::optional<NumberWord> find_number_word(const Words& words, size_t token) {
  static const std::vector<NumberRole> roles =
      read_column<NumberRole>(Table::numbers, numbers_columns::role, kRoleNames);
  if (token >= words.size() || words.find(token, Table::traps) != nullptr) return std::nullopt;
  const WordMatch* match = words.find(token, Table::numbers);
  if (match == nullptr) return std::nullopt;
  return NumberWord{.role = roles[match->row],
                    .value = row_value(Table::numbers, match->row),
                    .last = static_cast<uint32_t>(token + match->tokens),
                    .reading = match->reading};
}

LinkWord find_link(const Words& words, size_t token) {
  static const std::vector<Link> links = read_column<Link>(Table::links, links_columns::key, kLinkNames);
  if (token >= words.size()) return {};
  const WordMatch* match = words.find(token, Table::links);
  if (match == nullptr) return {};
  return {links[match->row], static_cast<uint32_t>(token + match->tokens), match->reading};
}

LinkWord find_next_link(const Words& words, size_t token) {
  if (token >= words.size() || words.tokens[token].line_start) return {};
  return find_link(words, token);
}

}  // namespace fihris
