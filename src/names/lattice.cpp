#include "names/lattice.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "names/float_bits.h"

namespace fihris {
namespace {

// A label so many nats behind the best of its token weighs nothing in single precision.
constexpr float kNegligible = 24;

}  // namespace

namespace {

// 2^x by its integer part in the exponent and a polynomial for the rest; |x| <= 80.
// Without a branch, so that compilers use vectors.
inline float exp_within(float x) {
  const float scaled = x * 1.442695041F;
  const auto whole = static_cast<int32_t>(scaled + (scaled < 0 ? -0.5F : 0.5F));
  const float rest = scaled - static_cast<float>(whole);
  float sum = 0.00133335581F;
  sum = sum * rest + 0.00961812911F;
  sum = sum * rest + 0.0555041087F;
  sum = sum * rest + 0.240226507F;
  sum = sum * rest + 0.693147181F;
  sum = sum * rest + 1.0F;
  return sum * float_of_bits(static_cast<uint32_t>(whole + 127) << 23U);
}

}  // namespace

float exp_plain(float x) {
  if (x < -80.0F) return 0.0F;
  return exp_within(x > 80.0F ? 80.0F : x);
}

Transitions::Transitions(std::span<const float> weights) {
  for (size_t i = 0; i < kTransitions; ++i) {
    weight[i] = weights[i];
    factor[i] = exp_plain(weights[i]);
  }
  for (size_t i = 0; i < kEntering; ++i)
    for (size_t j = 0; j < kEntering; ++j) reverse[j * kEntering + i] = factor[i * kEntering + j];
}

Lattice::Lattice(std::span<const Scores> scores, const Transitions& transitions)
    : transitions_(transitions), size_(scores.size()) {
  factor_.resize(size_);
  greatest_.resize(size_);
  for (size_t t = 0; t < size_; ++t) {
    float greatest = scores[t][0];
    for (const float score : scores[t]) greatest = score > greatest ? score : greatest;
    greatest_[t] = greatest;
    for (size_t j = 0; j < kLabels; ++j) {
      const float behind = scores[t][j] - greatest;
      const float factor = exp_within(behind < -kNegligible ? -kNegligible : behind);
      factor_[t][j] = behind < -kNegligible ? 0.0F : factor;
    }
  }
  run_forward();
  run_backward();
}

// The text around a sentence counts as outside.
void Lattice::run_forward() {
  forward_.resize(size_);
  scale_.resize(size_);
  const auto& factor = transitions_.factor;
  for (size_t t = 0; t < size_; ++t) {
    Scores& now = forward_[t];
    now.fill(0);
    if (t == 0) {
      for (size_t j = 0; j < kEntering; ++j) now[j] = factor[j];
    } else {
      const Scores& before = forward_[t - 1];
      for (size_t i = 0; i < kEntering; ++i) {
        const float mass = before[leaving_label(i)];
        if (mass < 1e-20F) continue;
        const float* row = &factor[i * kEntering];
        for (size_t j = 0; j < kEntering; ++j) now[j] += mass * row[j];
      }
      for (size_t type = 0; type < kTaggedTypes; ++type) {
        const float begin = before[kBegin + type];
        const float inside = before[kInside + type];
        const float* inner = &factor[inner_transition(type, 0)];
        now[kInside + type] = begin * inner[0] + inside * inner[2];
        now[kEnd + type] = begin * inner[1] + inside * inner[3];
      }
    }
    float sum = 0;
    for (size_t j = 0; j < kLabels; ++j) {
      now[j] *= factor_[t][j];
      sum += now[j];
    }
    // A name still open at the end of the sentence is no way through.
    if (t + 1 == size_) {
      sum = 0;
      for (size_t i = 0; i < kEntering; ++i) sum += now[leaving_label(i)] * factor[i * kEntering];
    }
    scale_[t] = sum;
    for (float& value : now) value /= sum;
  }
}

void Lattice::run_backward() {
  backward_.resize(size_);
  const auto& factor = transitions_.factor;
  for (size_t t = size_; t-- > 0;) {
    Scores& now = backward_[t];
    now.fill(0);
    if (t + 1 == size_) {
      for (size_t i = 0; i < kEntering; ++i) now[leaving_label(i)] = factor[i * kEntering];
      continue;
    }
    Scores after;
    for (size_t j = 0; j < kLabels; ++j) after[j] = backward_[t + 1][j] * factor_[t + 1][j] / scale_[t + 1];
    std::array<float, kEntering> sums{};  // by leaving label, so that compilers use vectors
    for (size_t j = 0; j < kEntering; ++j) {
      const float mass = after[j];
      if (mass == 0.0F) continue;
      const float* row = &transitions_.reverse[j * kEntering];
      for (size_t i = 0; i < kEntering; ++i) sums[i] += row[i] * mass;
    }
    for (size_t i = 0; i < kEntering; ++i) now[leaving_label(i)] = sums[i];
    for (size_t type = 0; type < kTaggedTypes; ++type) {
      const float* inner = &factor[inner_transition(type, 0)];
      now[kBegin + type] = inner[0] * after[kInside + type] + inner[1] * after[kEnd + type];
      now[kInside + type] = inner[2] * after[kInside + type] + inner[3] * after[kEnd + type];
    }
  }
}

float Lattice::pair_marginal(size_t token, uint8_t from, uint8_t to) const {
  const size_t index = transition_between(from, to);
  if (index == kTransitions) return 0;
  return forward_[token - 1][from] * transitions_.factor[index] * factor_[token][to] * backward_[token][to] /
         scale_[token];
}

float Lattice::name_probability(size_t first, size_t last, size_t type) const {
  if (last == first + 1) return marginal(first, kSingle + type);
  const float* inner = &transitions_.factor[inner_transition(type, 0)];
  float mass = forward_[first][kBegin + type];
  for (size_t t = first + 1; t < last; ++t) {
    const bool at_end = t + 1 == last;
    const size_t which = (t == first + 1 ? 0U : 2U) + (at_end ? 1U : 0U);
    mass *= inner[which] * factor_[t][(at_end ? kEnd : kInside) + type] / scale_[t];
  }
  return mass * backward_[last - 1][kEnd + type];
}

double Lattice::log_total() const {
  double sum = 0;
  for (size_t t = 0; t < size_; ++t)
    sum += std::log(static_cast<double>(scale_[t])) + static_cast<double>(greatest_[t]);
  return sum;
}

namespace {

// What a run of name labels gains at most from its transitions over staying
// outside, by the types of its names.
struct RunBounds {
  std::array<int32_t, kTaggedTypes> enter{};  // into a name from outside
  std::array<int32_t, kTaggedTypes> leave{};
  std::array<int32_t, kTaggedTypes> same{};  // from a label of the type to another of it
  std::array<int32_t, kTaggedTypes> come{};  // from a label of any other type
};

RunBounds bound_transitions(std::span<const int16_t> transitions) {
  const int32_t outside = transitions[0];
  const auto from = [&](size_t leaving, size_t entering) {
    return transitions[leaving * kEntering + entering] - outside;
  };
  RunBounds out;
  for (size_t y = 0; y < kTaggedTypes; ++y) {
    // Leaving labels are numbered O, S-t, E-t, entering ones O, S-t, B-t.
    const std::array<size_t, 2> mine = {1 + y, 1 + kTaggedTypes + y};
    out.enter[y] = std::max(from(0, mine[0]), from(0, mine[1]));
    out.leave[y] = std::max(from(mine[0], 0), from(mine[1], 0));
    out.same[y] = out.come[y] = std::numeric_limits<int16_t>::min();
    for (size_t which = 0; which < 4; ++which)
      out.same[y] = std::max(out.same[y], transitions[inner_transition(y, which)] - outside);
    for (size_t i = 1; i < kEntering; ++i) {
      const int32_t best = std::max(from(i, mine[0]), from(i, mine[1]));
      int32_t& bound = i == mine[0] || i == mine[1] ? out.same[y] : out.come[y];
      bound = std::max(bound, best);
    }
  }
  return out;
}

using Gains = std::array<int32_t, kTaggedTypes>;

// What the best label of each type gains over outside, at one token.
Gains gains_of(const std::array<int32_t, kLabels>& scores) {
  Gains out;
  for (size_t y = 0; y < kTaggedTypes; ++y) {
    const int32_t alone = std::max(scores[kSingle + y], scores[kBegin + y]);
    const int32_t longer = std::max(scores[kEnd + y], scores[kInside + y]);
    out[y] = std::max(alone, longer) - scores[kOutside];
  }
  return out;
}

}  // namespace

// The gain of the best run over a token, whose label there is of a type, is that
// of the best run up to it and of the best run from it on: two passes.
std::vector<int32_t> gain_on_outside(std::span<const std::array<int32_t, kLabels>> scores,
                                     std::span<const int16_t> transitions) {
  const RunBounds bounds = bound_transitions(transitions);
  const size_t size = scores.size();
  std::vector<Gains> own(size);
  std::vector<Gains> upto(size);
  for (size_t t = 0; t < size; ++t) {
    own[t] = gains_of(scores[t]);
    int32_t before = 0;
    if (t > 0) before = *std::max_element(upto[t - 1].begin(), upto[t - 1].end());
    for (size_t y = 0; y < kTaggedTypes; ++y) {
      int32_t best = bounds.enter[y];
      if (t > 0) best = std::max({best, upto[t - 1][y] + bounds.same[y], before + bounds.come[y]});
      upto[t][y] = own[t][y] + best;
    }
  }
  std::vector<int32_t> out(size, std::numeric_limits<int32_t>::min());
  Gains after = bounds.leave;  // the best of leaving or going on, after a label of each type
  for (size_t t = size; t-- > 0;) {
    int32_t going = std::numeric_limits<int32_t>::min();
    for (size_t y = 0; y < kTaggedTypes; ++y) {
      out[t] = std::max(out[t], upto[t][y] + after[y]);
      own[t][y] += after[y];
      going = std::max(going, own[t][y] + bounds.come[y]);
    }
    for (size_t y = 0; y < kTaggedTypes; ++y) after[y] = std::max({bounds.leave[y], own[t][y] + bounds.same[y], going});
  }
  return out;
}

std::vector<Stretch> find_open_stretches(std::span<const std::array<int32_t, kLabels>> scores,
                                         std::span<const int16_t> transitions, int32_t margin) {
  const std::vector<int32_t> gains = gain_on_outside(scores, transitions);
  std::vector<Stretch> out;
  for (size_t t = 0; t < gains.size(); ++t) {
    if (gains[t] < -margin) continue;
    if (out.empty() || out.back().last != t) out.push_back({t, t});
    out.back().last = t + 1;
  }
  return out;
}

std::vector<uint8_t> find_best_labels(std::span<const std::array<int32_t, kLabels>> scores,
                                      std::span<const int16_t> transitions) {
  constexpr int32_t kNever = std::numeric_limits<int32_t>::min() / 4;
  const size_t size = scores.size();
  std::vector<uint8_t> labels(size, kOutside);
  if (size == 0) return labels;
  std::vector<std::array<uint8_t, kLabels>> from(size);
  std::array<int32_t, kLabels> before;
  std::array<int32_t, kLabels> now;
  const auto [least, most] = std::minmax_element(transitions.begin(), transitions.begin() + kInnerBase);
  const int32_t spread = int32_t{*most} - *least;
  before.fill(kNever);
  for (size_t j = 0; j < kEntering; ++j) before[j] = transitions[j] + scores[0][j];
  for (size_t t = 1; t < size; ++t) {
    std::array<int32_t, kEntering> best;
    std::array<int32_t, kEntering> who{};
    best.fill(kNever);
    int32_t greatest = kNever;
    for (size_t i = 0; i < kEntering; ++i) greatest = std::max(greatest, before[leaving_label(i)]);
    for (size_t i = 0; i < kEntering; ++i) {
      const int32_t mass = before[leaving_label(i)];
      if (mass < greatest - spread) continue;  // the best way goes further than any transition makes up for
      const int16_t* row = &transitions[i * kEntering];
      for (size_t j = 0; j < kEntering; ++j) {
        const int32_t score = mass + row[j];
        who[j] = score > best[j] ? static_cast<int32_t>(i) : who[j];
        best[j] = score > best[j] ? score : best[j];
      }
    }
    for (size_t j = 0; j < kEntering; ++j) {
      now[j] = best[j] + scores[t][j];
      from[t][j] = leaving_label(static_cast<size_t>(who[j]));
    }
    for (size_t type = 0; type < kTaggedTypes; ++type) {
      const int16_t* inner = &transitions[inner_transition(type, 0)];
      const int32_t begin = before[kBegin + type];
      const int32_t inside = before[kInside + type];
      for (const bool ends : {false, true}) {
        const int32_t by_begin = begin + inner[ends ? 1 : 0];
        const int32_t by_inside = inside + inner[ends ? 3 : 2];
        const size_t to = (ends ? kEnd : kInside) + type;
        from[t][to] = static_cast<uint8_t>((by_begin >= by_inside ? kBegin : kInside) + type);
        now[to] = (by_begin >= by_inside ? by_begin : by_inside) + scores[t][to];
      }
    }
    before = now;
  }
  uint8_t label = kOutside;
  int32_t best = std::numeric_limits<int32_t>::min();
  for (size_t i = 0; i < kEntering; ++i) {
    const int32_t score = before[leaving_label(i)] + transitions[i * kEntering];
    if (score > best) {
      best = score;
      label = leaving_label(i);
    }
  }
  for (size_t t = size; t-- > 0;) {
    labels[t] = label;
    label = from[t][label];
  }
  return labels;
}

}  // namespace fihris
