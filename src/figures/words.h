// The word tables of the figures room (src/data/*.tsv with a `# table:` line),
// looked up once for every token: which rows of which tables begin here, under
// which reading of the first word. Grammar does not live here; it reads these
// matches. Names have a lexicon of their own (src/names).
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "figures/tables.h"  // generated: enum class Table, one value a file
#include "text/tokens.h"

namespace fihris {

// A table phrase that begins at a token.
struct WordMatch {
  Table table{};
  uint16_t row = 0;     // index into the table
  uint16_t tokens = 1;  // tokens covered; all after the first match whole
  Reading reading;      // how the first word was cut; stem..end is the table's form
};

static_assert(static_cast<size_t>(Table::kCount) <= 64, "Words::tables has one bit a table");

struct Words {
  const View& view;
  const Tokens& tokens;
  std::vector<WordMatch> matches;      // grouped by token, longest first
  std::vector<uint32_t> match_begins;  // size() + 1 offsets into matches
  std::vector<uint64_t> tables;        // per token: one bit for each table that matches there

  [[nodiscard]] size_t size() const { return tokens.size(); }
  [[nodiscard]] std::span<const WordMatch> at(size_t token) const {
    return std::span(matches).subspan(match_begins[token], match_begins[token + 1] - match_begins[token]);
  }
  // The longest match of one table that begins at a token, or nullptr.
  [[nodiscard]] const WordMatch* find(size_t token, Table table) const {
    if (token >= tables.size() || (tables[token] >> static_cast<unsigned>(table) & 1U) == 0) return nullptr;
    return find_listed(token, table);
  }

 private:
  [[nodiscard]] const WordMatch* find_listed(size_t token, Table table) const;
};

// A folded phrase of a table: words separated by one space.
struct TablePhrase {
  std::u16string_view text;
  uint16_t row = 0;
  Table table{};
};
[[nodiscard]] std::span<const TablePhrase> table_phrases();

// Whether a table holds this folded word as a whole phrase.
[[nodiscard]] bool has_phrase(Table table, std::u16string_view word);
// The row of a table that holds this folded word as a whole phrase.
[[nodiscard]] std::optional<uint16_t> find_row(Table table, std::u16string_view word);

[[nodiscard]] Words find_words(const View& view, const Tokens& tokens);

// A row's cells: column 0 as a number where it is one (else NaN), and as text.
[[nodiscard]] double row_value(Table table, uint16_t row);
[[nodiscard]] size_t row_count(Table table);
[[nodiscard]] std::string_view row_cell(Table table, uint16_t row, int column);

}  // namespace fihris
