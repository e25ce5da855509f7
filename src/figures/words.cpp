#include "figures/words.h"

#include <algorithm>

#include "figures/hash.h"

namespace fihris {
namespace {

using table_data::Entry;
using table_data::Head;

const Head* find_head(std::u16string_view word) {
  for (uint32_t slot = hash_word(word) & table_data::kSlotMask;; slot = (slot + 1) & table_data::kSlotMask) {
    const uint16_t head = table_data::kSlots[slot];
    if (head == 0) return nullptr;
    const Head& found = table_data::kHeads[head - 1];
    if (table_data::kPool.substr(found.text, found.length) == word) return &found;
  }
}

// How many tokens the rest of a phrase covers after its first word, or -1. A
// space in the phrase asks for a new token; no space, for a token glued on.
int match_rest(const Words& words, size_t token, std::u16string_view rest) {
  int covered = 0;
  while (!rest.empty()) {
    const bool spaced = rest.front() == u' ';
    if (spaced) rest.remove_prefix(1);
    if (++token >= words.size() || words.tokens[token].space_before != spaced) return -1;
    const std::u16string_view text = words.view.text(words.tokens[token].span);
    if (rest.substr(0, text.size()) != text) return -1;
    rest.remove_prefix(text.size());
    ++covered;
  }
  return covered;
}

void match_reading(Words& words, size_t token, const Reading& reading) {
  const std::u16string_view text = words.view.text({reading.stem, words.tokens[token].span.end});
  const Head* head = find_head(text);
  if (head == nullptr) return;
  for (uint32_t i = head->begin; i < head->end; ++i) {
    const Entry& entry = table_data::kEntries[i];
    const std::u16string_view phrase = table_data::kPool.substr(entry.text, entry.length);
    const int more = match_rest(words, token, phrase.substr(head->length));
    if (more < 0) continue;
    words.matches.push_back({entry.table, entry.row, static_cast<uint16_t>(1 + more), reading});
  }
}

}  // namespace

const WordMatch* Words::find_listed(size_t token, Table table) const {
  for (const WordMatch& match : at(token)) {
    if (match.table == table) return &match;
  }
  return nullptr;
}

std::optional<uint16_t> find_row(Table table, std::u16string_view word) {
  const Head* head = find_head(word);
  if (head == nullptr) return std::nullopt;
  for (uint32_t i = head->begin; i < head->end; ++i) {
    const Entry& entry = table_data::kEntries[i];
    if (entry.table == table && entry.length == word.size()) return entry.row;
  }
  return std::nullopt;
}

bool has_phrase(Table table, std::u16string_view word) { return find_row(table, word).has_value(); }

Words find_words(const View& view, const Tokens& tokens) {
  Words words{.view = view, .tokens = tokens, .matches = {}, .match_begins = {}, .tables = {}};
  words.match_begins.reserve(tokens.size() + 1);
  words.tables.assign(tokens.size(), 0);
  for (size_t i = 0; i < tokens.size(); ++i) {
    const auto begin = static_cast<uint32_t>(words.matches.size());
    words.match_begins.push_back(begin);
    if (tokens[i].kind == TokenKind::number) continue;
    const auto readings = tokens.readings(i);
    if (readings.empty()) {
      match_reading(words, i, {.stem = tokens[i].span.begin, .name = tokens[i].span.begin});
    } else {
      for (const Reading& reading : readings) match_reading(words, i, reading);
    }
    for (size_t m = begin; m < words.matches.size(); ++m) {
      words.tables[i] |= uint64_t{1} << static_cast<unsigned>(words.matches[m].table);
    }
    if (words.matches.size() > begin + 1) {
      std::stable_sort(words.matches.begin() + begin, words.matches.end(),
                       [](const WordMatch& a, const WordMatch& b) { return a.tokens > b.tokens; });
    }
  }
  words.match_begins.push_back(static_cast<uint32_t>(words.matches.size()));
  return words;
}

size_t row_count(Table table) { return table_data::kShapes[static_cast<size_t>(table)].rows; }

double row_value(Table table, uint16_t row) {
  return table_data::kValues[table_data::kShapes[static_cast<size_t>(table)].first_row + row];
}

std::string_view row_cell(Table table, uint16_t row, int column) {
  const table_data::TableShape& shape = table_data::kShapes[static_cast<size_t>(table)];
  return table_data::kCells[shape.first_cell + row * shape.columns + static_cast<uint32_t>(column)];
}

}  // namespace fihris
