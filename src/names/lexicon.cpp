#include "names/lexicon.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "names/lexicon_format.h"

extern "C" const uint8_t fihris_lexicon_blob[];
extern "C" const uint8_t fihris_lexicon_blob_end[];

namespace fihris {
namespace {

constexpr uint32_t kNoWord = 0xFFFFFFFFU;

uint32_t hash_bytes(const uint8_t* word, size_t size) {
  uint32_t hash = 0x811C9DC5U;
  for (size_t i = 0; i < size; ++i) hash = (hash ^ word[i]) * 0x01000193U;
  return hash ^ (hash >> 15);
}

// The blob with what is worked out of it once, at the first use: places of the
// words and a hash index over them, the phrases of every word. That takes about
// five milliseconds and three megabytes, and spares the page a quarter of what it
// would carry of the lexicon.
class Blob {
 public:
  Blob() {
    const auto size = static_cast<size_t>(fihris_lexicon_blob_end - fihris_lexicon_blob);
    if (size < sizeof header_) return;
    std::memcpy(&header_, fihris_lexicon_blob, sizeof header_);
    if (header_.magic != kLexiconMagic || header_.version != kLexiconVersion) return;
    const uint8_t* checked = fihris_lexicon_blob + kLexiconChecked;
    sound_ = checksum_bytes(checked, size - kLexiconChecked) == header_.checksum;
    if (!sound_) return;
    const uint8_t* at = fihris_lexicon_blob + sizeof header_;
    const auto section = [&at](size_t bytes) { return std::exchange(at, at + bytes); };
    words_ = section(header_.words_bytes);
    const uint8_t* counts = section(header_.counts_bytes);
    lengths_ = section(header_.phrases);
    const uint8_t* codes = section(header_.codes_bytes);
    inner_low_ = section(header_.inner);
    inner_high_ = section(header_.inner);
    kinds_ = section(header_.rows);
    countries_ = section(2 * size_t{header_.rows});
    const uint8_t* latin = section(header_.latin_bytes);
    index_words();
    index_phrases(counts, codes);
    index_latin(reinterpret_cast<const char*>(latin));
  }

  [[nodiscard]] bool is_sound() const { return sound_; }

  [[nodiscard]] uint32_t find_word(const uint8_t* word, size_t size) const {
    if (!sound_) return kNoWord;
    const size_t mask = slots_.size() - 1;
    for (size_t slot = hash_bytes(word, size) & mask; slots_[slot] != kNoWord; slot = (slot + 1) & mask) {
      const uint8_t* known = words_ + offsets_[slots_[slot]];
      if (std::memcmp(known, word, size) == 0 && known[size] == 0) return slots_[slot];
    }
    return kNoWord;
  }

  // [begin, end) of the phrases that start with a word, longest first.
  [[nodiscard]] uint32_t phrases_begin(uint32_t word) const { return starts_[word]; }
  [[nodiscard]] uint32_t phrases_end(uint32_t word) const { return starts_[word + 1]; }
  [[nodiscard]] uint32_t length(uint32_t phrase) const { return lengths_[phrase] >> 1; }
  [[nodiscard]] bool is_ambiguous(uint32_t phrase) const { return (lengths_[phrase] & 1) != 0; }
  [[nodiscard]] uint16_t row(uint32_t phrase) const { return phrase_rows_[phrase]; }
  // Word number `i` (from 1) of a phrase.
  [[nodiscard]] uint32_t inner_word(uint32_t phrase, size_t i) const {
    const size_t place = inner_begins_[phrase] + i - 1;
    return static_cast<uint32_t>(inner_low_[place] | inner_high_[place] << 8);
  }
  [[nodiscard]] LexiconKind kind(uint32_t row) const { return static_cast<LexiconKind>(kinds_[row]); }
  [[nodiscard]] std::string_view country(uint32_t row) const {
    const auto* letters = reinterpret_cast<const char*>(countries_ + 2 * row);
    return letters[0] == 0 ? std::string_view() : std::string_view(letters, 2);
  }
  [[nodiscard]] std::string_view latin(uint32_t row) const { return latin_[row]; }

 private:
  void index_words() {
    size_t size = 1;
    while (size < header_.words * size_t{2}) size *= 2;
    slots_.assign(size, kNoWord);
    offsets_.reserve(header_.words);
    uint32_t at = 0;
    for (uint32_t word = 0; word < header_.words; ++word) {
      const auto bytes = static_cast<uint32_t>(std::strlen(reinterpret_cast<const char*>(words_ + at)));
      size_t slot = hash_bytes(words_ + at, bytes) & (size - 1);
      while (slots_[slot] != kNoWord) slot = (slot + 1) & (size - 1);
      slots_[slot] = word;
      offsets_.push_back(at);
      at += bytes + 1;
    }
  }

  void index_phrases(const uint8_t* counts, const uint8_t* codes) {
    starts_.reserve(header_.words + size_t{1});
    uint32_t phrase = 0;
    for (uint32_t word = 0; word < header_.words; ++word) {
      starts_.push_back(phrase);
      for (int shift = 0;; shift += 7) {
        phrase += static_cast<uint32_t>(*counts & 0x7F) << shift;
        if ((*counts++ & 0x80) == 0) break;
      }
    }
    starts_.push_back(phrase);
    phrase_rows_.reserve(header_.phrases);
    inner_begins_.reserve(header_.phrases);
    uint32_t inner = 0;
    auto next_row = static_cast<uint16_t>(kCommonRows);
    for (uint32_t i = 0; i < header_.phrases; ++i) {
      const uint8_t code = *codes++;
      if (code == 0) {
        phrase_rows_.push_back(next_row++);
      } else if (code == 1) {
        phrase_rows_.push_back(static_cast<uint16_t>(codes[0] | codes[1] << 8));
        codes += 2;
      } else {
        phrase_rows_.push_back(static_cast<uint16_t>(code - 2));
      }
      inner_begins_.push_back(inner);
      inner += length(i) - 1;
    }
  }

  void index_latin(const char* latin) {
    latin_.reserve(header_.rows);
    for (uint32_t row = 0; row < header_.rows; ++row) {
      latin_.emplace_back(latin);
      latin += latin_.back().size() + 1;
    }
  }

  LexiconHeader header_;
  bool sound_ = false;
  const uint8_t* words_ = nullptr;
  const uint8_t* lengths_ = nullptr;
  const uint8_t* inner_low_ = nullptr;
  const uint8_t* inner_high_ = nullptr;
  const uint8_t* kinds_ = nullptr;
  const uint8_t* countries_ = nullptr;
  std::vector<uint32_t> slots_;
  std::vector<uint32_t> offsets_;
  std::vector<uint32_t> starts_;
  std::vector<uint32_t> inner_begins_;
  std::vector<uint16_t> phrase_rows_;
  std::vector<std::string_view> latin_;
};

const Blob& blob() {
  static const Blob instance;
  return instance;
}

// The word under one reading, as the lexicon spells it: the article in front
// where the reading has one melted into the preposition.
uint32_t find_form(const View& view, const Token& token, uint32_t begin, bool article) {
  constexpr size_t kLongest = 64;
  uint8_t code[kLongest];
  size_t size = 0;
  if (article) {
    code[size++] = encode_letter(0x0627);
    code[size++] = encode_letter(0x0644);
  }
  if (token.span.end - begin + size > kLongest) return kNoWord;
  for (uint32_t i = begin; i < token.span.end; ++i) {
    const uint8_t letter = encode_letter(view.folded[i]);
    if (letter == 0) return kNoWord;
    code[size++] = letter;
  }
  return blob().find_word(code, size);
}

// Whether the phrase's words after the first are the next tokens of the line.
bool follows(const Tokens& tokens, const std::vector<uint32_t>& whole, size_t token, uint32_t phrase) {
  const size_t count = blob().length(phrase);
  if (token + count > tokens.size()) return false;
  for (size_t i = 1; i < count; ++i)
    if (tokens[token + i].line_start || whole[token + i] != blob().inner_word(phrase, i)) return false;
  return true;
}

struct Search {
  const View& view;
  const Tokens& tokens;
  std::vector<uint32_t> whole;  // word id of every whole token
  std::vector<LexiconHit> hits;

  void add(size_t token, uint32_t word, const Reading& reading) {
    if (word == kNoWord) return;
    for (uint32_t phrase = blob().phrases_begin(word); phrase != blob().phrases_end(word); ++phrase) {
      if (!follows(tokens, whole, token, phrase)) continue;
      const uint16_t row = blob().row(phrase);
      hits.push_back({static_cast<uint32_t>(token), static_cast<uint32_t>(token + blob().length(phrase)), reading,
                      blob().kind(row), blob().is_ambiguous(phrase), row});
    }
  }

  void search_token(size_t i) {
    const Token& token = tokens[i];
    if (token.kind != TokenKind::word) {
      Reading whole_token;
      whole_token.stem = whole_token.name = token.span.begin;
      add(i, whole[i], whole_token);
      return;
    }
    for (const Reading& reading : tokens.readings(i)) {
      // With the article cut off, the same letters were already looked up with
      // it (as a longer reading), except where it is melted into the lam.
      if (reading.stem == token.span.begin) {
        add(i, whole[i], reading);
      } else if (reading.melted) {
        add(i, find_form(view, token, reading.stem, true), reading);
      } else if (!reading.article) {
        add(i, find_form(view, token, reading.stem, false), reading);
      }
    }
  }
};

}  // namespace

std::vector<LexiconHit> find_lexicon_hits(const View& view, const Tokens& tokens) {
  Search search{view, tokens, {}, {}};
  search.whole.reserve(tokens.size());
  for (const Token& token : tokens.list) search.whole.push_back(find_form(view, token, token.span.begin, false));
  for (size_t i = 0; i < tokens.size(); ++i) {
    const size_t before = search.hits.size();
    search.search_token(i);
    std::stable_sort(search.hits.begin() + static_cast<std::ptrdiff_t>(before), search.hits.end(),
                     [](const LexiconHit& a, const LexiconHit& b) { return a.last > b.last; });
  }
  return search.hits;
}

bool lexicon_is_sound() { return blob().is_sound(); }

std::string_view lexicon_country(uint32_t row) { return blob().country(row); }

std::string_view lexicon_latin(uint32_t row) { return blob().latin(row); }

}  // namespace fihris
