#include "names/lattice.h"

#include <cmath>
#include <limits>

#include "names/float_bits.h"

namespace fihris {

// 2^x by its integer part in the exponent and a polynomial for the rest.
float exp_plain(float x) {
  if (x < -80.0F) return 0.0F;
  if (x > 80.0F) x = 80.0F;
  const float scaled = x * 1.442695041F;
  const auto whole = static_cast<int32_t>(scaled < 0 ? scaled - 0.5F : scaled + 0.5F);
  const float rest = scaled - static_cast<float>(whole);
  float sum = 0.00133335581F;
  sum = sum * rest + 0.00961812911F;
  sum = sum * rest + 0.0555041087F;
  sum = sum * rest + 0.240226507F;
  sum = sum * rest + 0.693147181F;
  sum = sum * rest + 1.0F;
  return sum * float_of_bits(static_cast<uint32_t>(whole + 127) << 23U);
}

Transitions::Transitions(std::span<const float> weights) {
  for (size_t i = 0; i < kTransitions; ++i) {
    weight[i] = weights[i];
    factor[i] = exp_plain(weights[i]);
  }
}

Lattice::Lattice(std::span<const Scores> scores, const Transitions& transitions)
    : transitions_(transitions), size_(scores.size()) {
  factor_.resize(size_);
  greatest_.resize(size_);
  for (size_t t = 0; t < size_; ++t) {
    float greatest = scores[t][0];
    for (const float score : scores[t]) greatest = score > greatest ? score : greatest;
    greatest_[t] = greatest;
    for (size_t j = 0; j < kLabels; ++j) factor_[t][j] = exp_plain(scores[t][j] - greatest);
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
    for (size_t i = 0; i < kEntering; ++i) {
      const float* row = &factor[i * kEntering];
      float sum = 0;
      for (size_t j = 0; j < kEntering; ++j) sum += row[j] * after[j];
      now[leaving_label(i)] = sum;
    }
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

std::vector<uint8_t> find_best_labels(std::span<const std::array<int32_t, kLabels>> scores,
                                      std::span<const int16_t> transitions) {
  constexpr int32_t kNever = std::numeric_limits<int32_t>::min() / 4;
  const size_t size = scores.size();
  std::vector<uint8_t> labels(size, kOutside);
  if (size == 0) return labels;
  std::vector<std::array<uint8_t, kLabels>> from(size);
  std::array<int32_t, kLabels> before;
  std::array<int32_t, kLabels> now;
  before.fill(kNever);
  for (size_t j = 0; j < kEntering; ++j) before[j] = transitions[j] + scores[0][j];
  for (size_t t = 1; t < size; ++t) {
    std::array<int32_t, kEntering> best;
    std::array<int32_t, kEntering> who{};
    best.fill(kNever);
    for (size_t i = 0; i < kEntering; ++i) {
      const int32_t mass = before[leaving_label(i)];
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
