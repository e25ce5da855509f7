// The linear-chain CRF in training: a dictionary of the feature keys met often
// enough, float weights for every label, AdaGrad on the exact gradient with L1
// shrinkage after each pass. One thread and a fixed order, so the same data and
// seed give the same weights. The trained weights leave it quantised.
#pragma once
#include <array>
#include <cstdint>
#include <iosfwd>
#include <vector>

#include "names/lattice.h"
#include "names/model.h"
#include "train/corpus.h"

namespace fihris {

struct TrainOptions {
  int passes = 12;
  int gold_passes = 0;  // how many of the last passes leave silver out
  float rate = 0.1F;
  float shrink = 0.4F;       // L1 per pass
  float drop_word = 0.15F;   // how often a token's own-word keys are left out
  float drop_key = 0.1F;     // how often any other key is
  uint32_t least_count = 2;  // keys met more rarely are left out
  uint32_t seed = 1;
  float prune = 0.04F;  // weights below it do not enter the model
  bool verbose = true;
};

// Keys to rows: a bitmap with ranks.
class KeyIndex {
 public:
  KeyIndex(const std::vector<Example>& examples, uint32_t least_count);
  static constexpr uint32_t kNone = 0xFFFFFFFFU;
  [[nodiscard]] uint32_t find(uint32_t key) const;
  [[nodiscard]] size_t size() const { return keys_.size(); }
  [[nodiscard]] uint32_t key(size_t row) const { return keys_[row]; }

 private:
  std::vector<uint64_t> bits_;
  std::vector<uint32_t> ranks_;
  std::vector<uint32_t> keys_;
};

class Crf {
 public:
  Crf(const std::vector<Example>& examples, const TrainOptions& options);
  // Replaces the examples' keys by rows of the dictionary.
  void index_keys(std::vector<Example>& examples) const;
  void train(const std::vector<Example>& examples, const std::vector<Example>& held_out, std::ostream& log);
  [[nodiscard]] std::vector<uint8_t> tag(const Example& example) const;  // keys as rows
  // Quantised: features, transitions and scale of `parts`.
  void write(ModelParts& parts, float prune) const;
  [[nodiscard]] const TrainOptions& options() const { return options_; }

 private:
  struct Pick {
    uint32_t example;
    uint32_t stretch;
  };
  void train_stretch(const Example& example, size_t first, size_t last);
  void choose_rows(const Example& example, size_t first, size_t last);
  void update_rows(const Example& example, size_t first, size_t last, const Lattice& lattice);
  void update_transitions(const Example& example, size_t first, size_t last, const Lattice& lattice);
  void shrink_weights(float share);
  [[nodiscard]] bool happens(float chance);
  void report(int pass, const std::vector<Example>& held_out, std::ostream& log) const;

  TrainOptions options_;
  KeyIndex index_;
  std::vector<float> weights_;  // rows of kLabels
  std::vector<float> squares_;
  std::array<float, kTransitions> transitions_{};
  std::array<float, kTransitions> transition_squares_{};
  std::vector<float> average_;
  std::array<float, kTransitions> transition_average_{};
  std::vector<std::vector<uint32_t>> active_;  // rows of the tokens of one stretch
  uint64_t random_ = 1;
  double loss_ = 0;
};

}  // namespace fihris
