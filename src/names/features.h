// What the tagger sees of a token: its word without proclitics, its letters and
// affixes, its class, its neighbours, what the lexicon says of it. First every
// token's facts are gathered, then each token's features are spelt as hashed
// keys; trainer and tagger run the same code, so what was learned is what is
// seen. It gives no weights to anything.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "names/lexicon.h"
#include "names/vocabulary.h"
#include "names/weight_rows.h"
#include "text/tokens.h"

namespace fihris {

struct TokenFacts {
  uint32_t begin = 0;    // folded offset after the proclitics: where a name would begin
  uint32_t form = 0;     // hash of the folded word from `begin`
  uint32_t stem = 0;     // the same without the article
  uint32_t letters = 0;  // hash of the letters as written, from `begin`
  uint32_t shape = 0;    // kind of token, case, digits
  uint16_t fine = 0;     // classes from the vocabulary
  uint8_t mid = 0;
  uint8_t coarse = 0;
  uint8_t frequency = 0;
  uint8_t clitics = 0;  // kCut... flags, and 4 for the article, 8 for a melted one
  uint8_t quoted = 0;   // place in a short quotation
  uint8_t line = 0;     // place in the text: first line, first token of a line ...
  uint8_t hit_count = 0;
  std::array<uint16_t, 7> hits{};  // kind * 8 + ambiguous * 4 + place
  uint32_t hit_set = 0;            // hash of all hits
  uint8_t elsewhere_count = 0;
  std::array<uint32_t, 3> elsewhere{};  // tokens with the same stem elsewhere in the text
};

// The first keys of every token are those that name the word itself; a trainer
// may leave them out at random.
inline constexpr size_t kLexicalKeys = 8;

[[nodiscard]] std::vector<TokenFacts> gather_facts(const View& view, const Tokens& tokens,
                                                   const std::vector<LexiconHit>& hits, const Vocabulary& vocabulary);

// The keys of a token come in two parts, so that a tagger may keep the sums of
// the first: those of one word seen from a distance, and the rest.
inline constexpr int kWordReach = 3;  // distances -3 .. 3

// What word keys depend on besides the distance, as one number.
[[nodiscard]] uint64_t word_signature(const View& view, const Token& token, const TokenFacts& facts);
void append_word_keys(const View& view, const Token& token, const TokenFacts& facts, int distance,
                      std::vector<uint32_t>& keys);
// The same for the empty places before and after a sentence.
void append_edge_keys(int distance, std::vector<uint32_t>& keys);
void append_context_keys(const std::vector<TokenFacts>& facts, size_t i, size_t first, size_t last,
                         std::vector<uint32_t>& keys);

// Appends all keys of token i, which lies in the sentence [first, last).
void append_keys(const View& view, const Tokens& tokens, const std::vector<TokenFacts>& facts, size_t i, size_t first,
                 size_t last, std::vector<uint32_t>& keys);

}  // namespace fihris
