// Marked text as the trainer reads it: JSONL with UTF-16 offsets, or CoNLL
// lines put back together with spaces, ten sentences to a text. Each document is run through the
// engine's own view, tokens and lexicon, and its marks become labels of tokens;
// marks that no stretch of tokens can spell are counted, not hidden.
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "names/features.h"
#include "names/labels.h"

namespace fihris {

struct GoldName {
  Span span;  // source units
  EntityType type{};
  friend bool operator==(const GoldName&, const GoldName&) = default;
};

struct GoldText {
  std::string id;
  std::u16string text;
  std::vector<GoldName> names;
  bool whole_words = false;  // marks take words with all that is glued to them
};

// Exits with a message where the file cannot be read. `.conll` by its name.
[[nodiscard]] std::vector<GoldText> read_gold(const std::string& path);

// A text with features and labels, ready to train on or to be tagged.
struct Example {
  std::string id;
  std::u16string text;
  std::vector<GoldName> gold;
  std::vector<size_t> stretches;     // first token of each, and the end
  std::vector<uint32_t> key_begins;  // per token, and the end
  std::vector<uint32_t> keys;
  std::vector<uint8_t> labels;
  std::vector<Span> spans;  // source span of each token after its proclitics
  float weight = 1;
};

struct CorpusLoss {
  size_t names = 0;
  size_t cut_otherwise = 0;  // begins at another proclitic boundary than the engine chose
  size_t inexpressible = 0;  // begins or ends inside a token, or overlaps
};

[[nodiscard]] Example make_example(const GoldText& gold, const Vocabulary& vocabulary, CorpusLoss& loss);

// A span with all that is glued to it, up to white space.
[[nodiscard]] Span widen_to_words(const std::u16string& text, Span span);

// The names that labels spell.
[[nodiscard]] std::vector<GoldName> names_of_labels(const Example& example, const std::vector<uint8_t>& labels);

}  // namespace fihris
