// The lattice of a sentence: every label of every token, the weights between
// neighbours, the best way through and the probability of any stretch of it.
// The trainer and the tagger share it. Its exponential is its own polynomial,
// plain multiplications and additions, so that a native build and WebAssembly
// agree to the last bit; it does not know features.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "names/labels.h"

namespace fihris {

using Scores = std::array<float, kLabels>;

// exp(x) for x <= 0 or a little above; 0 below -80.
[[nodiscard]] float exp_plain(float x);

class Transitions {
 public:
  explicit Transitions(std::span<const float> weights);  // kTransitions of them
  std::array<float, kTransitions> weight{};
  std::array<float, kTransitions> factor{};            // exp(weight)
  std::array<float, kEntering * kEntering> reverse{};  // the same by entering label
};

class Lattice {
 public:
  // Tokens' scores; forward and backward sums are made at once.
  Lattice(std::span<const Scores> scores, const Transitions& transitions);

  [[nodiscard]] size_t size() const { return size_; }
  [[nodiscard]] float marginal(size_t token, size_t label) const {
    return forward_[token][label] * backward_[token][label];
  }
  // Probability that tokens [first, last) are exactly one name of a type.
  [[nodiscard]] float name_probability(size_t first, size_t last, size_t type) const;
  // The log of the sum over all ways.
  [[nodiscard]] double log_total() const;
  // Expected use of the transition into `token` (>= 1) from the token before it.
  [[nodiscard]] float pair_marginal(size_t token, uint8_t from, uint8_t to) const;

 private:
  void run_forward();
  void run_backward();

  const Transitions& transitions_;
  size_t size_ = 0;
  std::vector<Scores> factor_;    // exp(score - greatest)
  std::vector<Scores> forward_;   // scaled to sum 1
  std::vector<Scores> backward_;  // scaled so that forward*backward are marginals
  std::vector<float> scale_;
  std::vector<float> greatest_;
};

// The best labels, by integer arithmetic.
[[nodiscard]] std::vector<uint8_t> find_best_labels(std::span<const std::array<int32_t, kLabels>> scores,
                                                    std::span<const int16_t> transitions);

// What the best run of name labels over each token gains on leaving all of the
// run outside, at most; below 0 where the token is outside on the best way.
[[nodiscard]] std::vector<int32_t> gain_on_outside(std::span<const std::array<int32_t, kLabels>> scores,
                                                   std::span<const int16_t> transitions);

// Where names may be at all: maximal runs of tokens that gain, or lose no more than a margin.
struct Stretch {
  size_t first = 0;
  size_t last = 0;  // tokens [first, last)
};
[[nodiscard]] std::vector<Stretch> find_open_stretches(std::span<const std::array<int32_t, kLabels>> scores,
                                                       std::span<const int16_t> transitions, int32_t margin);

}  // namespace fihris
