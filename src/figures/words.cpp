#include "figures/words.h"

#include <algorithm>

#include "figures/hash.h"

namespace fihris {
namespace {

// All phrases that begin with one word: phrases [begin, end), longest first.
struct Head {
  std::u16string_view word;
  uint32_t begin = 0;
  uint32_t end = 0;
};

// The phrases by their first words, made once at the first use.
struct TableIndex {
  std::vector<TablePhrase> phrases;
  std::vector<Head> heads;
  std::vector<uint16_t> slots;  // hash & mask -> head + 1, linear probing

  TableIndex() {
    phrases.reserve(table_data::kPhraseCount);
    size_t at = 0;
    for (uint32_t i = 0; i < table_data::kPhraseCount; ++i) {
      const size_t length = table_data::kPhraseLengths[i];
      phrases.push_back(
          {table_data::kPool.substr(at, length), table_data::kPhraseRows[i], table_data::kPhraseTables[i]});
      at += length;
    }
    size_t slot_count = 64;
    while (slot_count < size_t{table_data::kHeadCount} * 3) slot_count *= 2;
    slots.assign(slot_count, 0);
    heads.reserve(table_data::kHeadCount);
    uint32_t next = 0;
    for (uint32_t i = 0; i < table_data::kHeadCount; ++i) {
      const std::u16string_view word = phrases[next].text.substr(0, table_data::kHeadLengths[i]);
      heads.push_back({word, next, next + table_data::kHeadPhrases[i]});
      next = heads.back().end;
      size_t slot = hash_word(word) & (slot_count - 1);
      while (slots[slot] != 0) slot = (slot + 1) & (slot_count - 1);
      slots[slot] = static_cast<uint16_t>(i + 1);
    }
  }

  [[nodiscard]] const Head* find(std::u16string_view word) const {
    const size_t mask = slots.size() - 1;
    for (size_t slot = hash_word(word) & mask;; slot = (slot + 1) & mask) {
      if (slots[slot] == 0) return nullptr;
      const Head& found = heads[slots[slot] - 1U];
      if (found.word == word) return &found;
    }
  }
};

const TableIndex& table_index() {
  static const TableIndex index;
  return index;
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
  const TableIndex& index = table_index();
  const Head* head = index.find(text);
  if (head == nullptr) return;
  for (uint32_t i = head->begin; i < head->end; ++i) {
    const TablePhrase& phrase = index.phrases[i];
    const int more = match_rest(words, token, phrase.text.substr(head->word.size()));
    if (more < 0) continue;
    words.matches.push_back({phrase.table, phrase.row, static_cast<uint16_t>(1 + more), reading});
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
  const TableIndex& index = table_index();
  const Head* head = index.find(word);
  if (head == nullptr) return std::nullopt;
  for (uint32_t i = head->begin; i < head->end; ++i) {
    const TablePhrase& phrase = index.phrases[i];
    if (phrase.table == table && phrase.text.size() == word.size()) return phrase.row;
  }
  return std::nullopt;
}

bool has_phrase(Table table, std::u16string_view word) { return find_row(table, word).has_value(); }

std::span<const TablePhrase> table_phrases() { return table_index().phrases; }

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
