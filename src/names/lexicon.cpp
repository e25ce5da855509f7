#include "names/lexicon.h"

#include <algorithm>
#include <cstring>

#include "names/lexicon_format.h"

extern "C" const uint8_t fihris_lexicon_blob[];

namespace fihris {
namespace {

constexpr uint32_t kNoWord = 0xFFFFFFFFU;

uint16_t read16(const uint8_t* at) { return static_cast<uint16_t>(at[0] | at[1] << 8); }

uint32_t read24(const uint8_t* at) { return static_cast<uint32_t>(at[0] | at[1] << 8 | at[2] << 16); }

uint32_t hash_bytes(const uint8_t* word, size_t size) {
  uint32_t hash = 0x811C9DC5U;
  for (size_t i = 0; i < size; ++i) hash = (hash ^ word[i]) * 0x01000193U;
  return hash ^ (hash >> 15);
}

// The blob and two indices into it (word hash -> word, word -> its phrases),
// made once: they are a third of a megabyte and take about two milliseconds,
// less than they would add to the page if they were shipped.
class Blob {
 public:
  Blob() {
    std::memcpy(&header_, fihris_lexicon_blob, sizeof header_);
    if (header_.magic != kLexiconMagic || header_.version != kLexiconVersion) return;
    words_ = fihris_lexicon_blob + sizeof header_;
    phrases_ = words_ + header_.words_bytes;
    rows_ = phrases_ + header_.phrases_bytes;
    latin_ = reinterpret_cast<const char*>(rows_ + header_.rows * sizeof(LexiconRow));
    const size_t body = header_.words_bytes + header_.phrases_bytes + header_.rows * sizeof(LexiconRow);
    if (checksum_bytes(words_, body + header_.latin_bytes) != header_.checksum) return;
    sound_ = true;
    index_words();
    index_phrases();
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

  // [begin, end) of the phrases that start with a word.
  [[nodiscard]] const uint8_t* phrases_begin(uint32_t word) const { return phrases_ + starts_[word]; }
  [[nodiscard]] const uint8_t* phrases_end(uint32_t word) const { return phrases_ + starts_[word + 1]; }

  [[nodiscard]] LexiconRow row(uint32_t index) const {
    LexiconRow out;
    std::memcpy(&out, rows_ + index * sizeof out, sizeof out);
    return out;
  }
  [[nodiscard]] const uint8_t* row_bytes(uint32_t index) const { return rows_ + index * sizeof(LexiconRow); }
  [[nodiscard]] std::string_view latin(uint32_t offset) const { return latin_ + offset; }

 private:
  void index_words() {
    size_t size = 1;
    while (size < header_.words * 2) size *= 2;
    slots_.assign(size, kNoWord);
    offsets_.reserve(header_.words);
    uint32_t at = 0;
    for (uint32_t word = 0; word < header_.words; ++word) {
      const auto length = static_cast<uint32_t>(std::strlen(reinterpret_cast<const char*>(words_ + at)));
      size_t slot = hash_bytes(words_ + at, length) & (size - 1);
      while (slots_[slot] != kNoWord) slot = (slot + 1) & (size - 1);
      slots_[slot] = word;
      offsets_.push_back(at);
      at += length + 1;
    }
  }

  void index_phrases() {
    starts_.assign(header_.words + 1, 0);
    uint32_t at = 0;
    uint32_t word = 0;
    for (uint32_t i = 0; i < header_.phrases; ++i) {
      const uint32_t first = read24(phrases_ + at + 4);
      while (word <= first) starts_[word++] = at;
      at += 4U + 3U * phrases_[at];
    }
    while (word <= header_.words) starts_[word++] = at;
  }

  LexiconHeader header_;
  bool sound_ = false;
  const uint8_t* words_ = nullptr;
  const uint8_t* phrases_ = nullptr;
  const uint8_t* rows_ = nullptr;
  const char* latin_ = nullptr;
  std::vector<uint32_t> slots_;
  std::vector<uint32_t> offsets_;
  std::vector<uint32_t> starts_;
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
bool follows(const Tokens& tokens, const std::vector<uint32_t>& whole, size_t token, const uint8_t* phrase) {
  const size_t count = phrase[0];
  if (token + count > tokens.size()) return false;
  for (size_t i = 1; i < count; ++i)
    if (tokens[token + i].line_start || whole[token + i] != read24(phrase + 4 + 3 * i)) return false;
  return true;
}

struct Search {
  const View& view;
  const Tokens& tokens;
  std::vector<uint32_t> whole;  // word id of every whole token
  std::vector<LexiconHit> hits;

  void add(size_t token, uint32_t word, const Reading& reading) {
    if (word == kNoWord) return;
    const uint8_t* end = blob().phrases_end(word);
    for (const uint8_t* at = blob().phrases_begin(word); at != end; at += 4 + 3 * at[0]) {
      if (!follows(tokens, whole, token, at)) continue;
      const uint16_t row = read16(at + 2);
      hits.push_back({static_cast<uint32_t>(token), static_cast<uint32_t>(token + at[0]), reading,
                      static_cast<LexiconKind>(blob().row_bytes(row)[0]), (at[1] & kAmbiguousFlag) != 0, row});
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

std::string_view lexicon_country(uint32_t row) {
  const auto* country = reinterpret_cast<const char*>(blob().row_bytes(row) + 2);
  return country[0] == 0 ? std::string_view() : std::string_view(country, 2);
}

std::string_view lexicon_latin(uint32_t row) { return blob().latin(blob().row(row).latin); }

}  // namespace fihris
