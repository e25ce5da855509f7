// The scores of every token's labels. Much of what a token's features weigh is a
// matter of single words near it, and news repeats its words: the sum of each
// frequent word at each distance is made once a text and added again wherever
// the word stands. The sums are integers, so the order does not matter.
#pragma once
#include <vector>

#include "names/features.h"
#include "names/model.h"

namespace fihris {

class TokenScores {
 public:
  TokenScores(const View& view, const Tokens& tokens, const std::vector<TokenFacts>& facts, const NamesModel& model);

  // One row for each token of the sentence [first, last).
  [[nodiscard]] std::vector<ScoreRow> score_sentence(size_t first, size_t last);

 private:
  static constexpr uint32_t kRare = UINT32_MAX;     // a word whose sums are not kept
  static constexpr uint32_t kUnknown = UINT32_MAX;  // a sum not made yet
  static constexpr uint32_t kWorthKeeping = 6;      // times a word stands in the text
  static constexpr size_t kPlaces = 2 * kWordReach + 1;

  [[nodiscard]] const LaneRow& word_row(size_t token, int distance);
  // What single words weigh, by their distance, on each token of the sentence.
  void add_words(size_t first, size_t last, std::vector<ScoreRow>& rows);
  // What words weigh together, where single words leave room for a name.
  void add_contexts(size_t first, size_t last, std::vector<ScoreRow>& rows);

  const View& view_;
  const Tokens& tokens_;
  const std::vector<TokenFacts>& facts_;
  const NamesModel& model_;
  std::vector<uint32_t> words_;    // per token, its word's number or kRare
  std::vector<uint32_t> numbers_;  // word * kPlaces + place -> row, or kUnknown
  std::vector<LaneRow> rows_;
  std::vector<uint32_t> keys_;
  std::vector<uint32_t> word_keys_;
  WeightRows::Recent recent_;
};

}  // namespace fihris
