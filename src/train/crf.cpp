#include "train/crf.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <ostream>

#include "train/evaluate.h"

namespace fihris {
namespace {

constexpr float kLeastGradient = 0.003F;
constexpr float kWeightScale = 1.0F / 24.0F;  // of a quantised weight: -5.3 .. 5.3

float dampen(float square) { return 1.0F / std::sqrt(square + 1.0F); }

float soften(float weight, float by) {
  if (weight > by) return weight - by;
  if (weight < -by) return weight + by;
  return 0;
}

}  // namespace

KeyIndex::KeyIndex(const std::vector<Example>& examples, uint32_t least_count) {
  std::vector<uint8_t> counts(size_t{1} << kKeyBits, 0);
  for (const Example& example : examples)
    for (const uint32_t key : example.keys)
      if (counts[key] < 255) ++counts[key];
  bits_.assign(counts.size() / 64, 0);
  ranks_.assign(bits_.size(), 0);
  for (size_t key = 0; key < counts.size(); ++key) {
    if (key % 64 == 0) ranks_[key / 64] = static_cast<uint32_t>(keys_.size());
    if (counts[key] < least_count) continue;
    bits_[key / 64] |= uint64_t{1} << (key % 64);
    keys_.push_back(static_cast<uint32_t>(key));
  }
}

uint32_t KeyIndex::find(uint32_t key) const {
  const uint64_t word = bits_[key / 64];
  if ((word >> (key % 64) & 1U) == 0) return kNone;
  const uint64_t below = word & ((uint64_t{1} << (key % 64)) - 1);
  return ranks_[key / 64] + static_cast<uint32_t>(std::popcount(below));
}

Crf::Crf(const std::vector<Example>& examples, const TrainOptions& options)
    : options_(options), index_(examples, options.least_count), random_(options.seed * 0x9E3779B97F4A7C15ULL + 1) {
  weights_.assign(index_.size() * kLabels, 0);
  squares_.assign(weights_.size(), 0);
}

void Crf::index_keys(std::vector<Example>& examples) const {
  for (Example& example : examples)
    for (uint32_t& key : example.keys) key = index_.find(key);
}

bool Crf::happens(float chance) {
  random_ = random_ * 6364136223846793005ULL + 1442695040888963407ULL;
  return static_cast<float>(random_ >> 40U) < chance * 16777216.0F;
}

void Crf::choose_rows(const Example& example, size_t first, size_t last) {
  if (active_.size() < last - first) active_.resize(last - first);
  for (size_t t = first; t < last; ++t) {
    std::vector<uint32_t>& rows = active_[t - first];
    rows.clear();
    const uint32_t begin = example.key_begins[t];
    const bool without_word = happens(options_.drop_word);
    for (uint32_t k = begin; k < example.key_begins[t + 1]; ++k) {
      const uint32_t row = example.keys[k];
      if (row == KeyIndex::kNone || (without_word && k < begin + kLexicalKeys) || happens(options_.drop_key)) continue;
      rows.push_back(row);
    }
  }
}

void Crf::train_stretch(const Example& example, size_t first, size_t last) {
  choose_rows(example, first, last);
  std::vector<Scores> scores(last - first);
  for (size_t t = 0; t < scores.size(); ++t) {
    Scores& sum = scores[t];
    sum.fill(0);
    for (const uint32_t row : active_[t]) {
      const float* weights = &weights_[size_t{row} * kLabels];
      for (size_t j = 0; j < kLabels; ++j) sum[j] += weights[j];
    }
  }
  const Transitions transitions(transitions_);
  const Lattice lattice(scores, transitions);
  double path = 0;
  uint8_t before = kOutside;
  for (size_t t = 0; t < scores.size(); ++t) {
    const uint8_t label = example.labels[first + t];
    path += static_cast<double>(scores[t][label]);
    const size_t index = transition_between(before, label);
    if (index != kTransitions) path += static_cast<double>(transitions_[index]);
    before = label;
  }
  loss_ += lattice.log_total() - path;
  update_rows(example, first, last, lattice);
  update_transitions(example, first, last, lattice);
}

void Crf::update_rows(const Example& example, size_t first, size_t last, const Lattice& lattice) {
  for (size_t t = 0; t < last - first; ++t) {
    std::array<std::pair<uint8_t, float>, kLabels> moved;
    size_t count = 0;
    for (uint8_t j = 0; j < kLabels; ++j) {
      const float gradient = lattice.marginal(t, j) - (example.labels[first + t] == j ? 1.0F : 0.0F);
      if (std::fabs(gradient) > kLeastGradient) moved[count++] = {j, gradient * example.weight};
    }
    if (count == 0) continue;
    for (const uint32_t row : active_[t]) {
      float* weights = &weights_[size_t{row} * kLabels];
      float* squares = &squares_[size_t{row} * kLabels];
      for (size_t m = 0; m < count; ++m) {
        const auto [j, gradient] = moved[m];
        squares[j] += gradient * gradient;
        weights[j] -= options_.rate * gradient * dampen(squares[j]);
      }
    }
  }
}

void Crf::update_transitions(const Example& example, size_t first, size_t last, const Lattice& lattice) {
  for (size_t t = 1; t < last - first; ++t) {
    const uint8_t gold_from = example.labels[first + t - 1];
    const uint8_t gold_to = example.labels[first + t];
    if (lattice.marginal(t - 1, gold_from) > 0.99F && lattice.marginal(t, gold_to) > 0.99F) continue;
    for (uint8_t from = 0; from < kLabels; ++from) {
      if (lattice.marginal(t - 1, from) < 1e-3F && from != gold_from) continue;
      for (uint8_t to = 0; to < kLabels; ++to) {
        const size_t index = transition_between(from, to);
        if (index == kTransitions) continue;
        const float expected = lattice.pair_marginal(t, from, to);
        const float gradient = (expected - (from == gold_from && to == gold_to ? 1.0F : 0.0F)) * example.weight;
        if (std::fabs(gradient) < kLeastGradient) continue;
        transition_squares_[index] += gradient * gradient;
        transitions_[index] -= options_.rate * gradient * dampen(transition_squares_[index]);
      }
    }
  }
}

void Crf::shrink_weights(float share) {
  for (size_t i = 0; i < weights_.size(); ++i) {
    if (weights_[i] == 0) continue;
    weights_[i] = soften(weights_[i], options_.rate * options_.shrink * share * dampen(squares_[i]));
  }
}

void Crf::train(const std::vector<Example>& examples, const std::vector<Example>& held_out, std::ostream& log) {
  std::vector<Pick> order;
  for (uint32_t e = 0; e < examples.size(); ++e)
    for (uint32_t s = 0; s + 1 < examples[e].stretches.size(); ++s) order.push_back({e, s});
  const int averaged = std::max({1, options_.passes / 3, options_.gold_passes});
  average_.assign(weights_.size(), 0);
  for (int pass = 0; pass < options_.passes; ++pass) {
    loss_ = 0;
    for (size_t i = order.size(); i > 1; --i) {
      random_ = random_ * 6364136223846793005ULL + 1442695040888963407ULL;
      std::swap(order[i - 1], order[(random_ >> 33U) % i]);
    }
    size_t trained = 0;
    for (const Pick& pick : order) {
      const Example& example = examples[pick.example];
      if (example.weight < 1 && pass + options_.gold_passes >= options_.passes) continue;
      ++trained;
      train_stretch(example, example.stretches[pick.stretch], example.stretches[pick.stretch + 1]);
    }
    shrink_weights(static_cast<float>(trained) / static_cast<float>(order.size()));
    if (options_.verbose) report(pass, held_out, log);
    if (pass + averaged < options_.passes) continue;
    for (size_t i = 0; i < weights_.size(); ++i) average_[i] += weights_[i] / static_cast<float>(averaged);
    for (size_t i = 0; i < kTransitions; ++i) transition_average_[i] += transitions_[i] / static_cast<float>(averaged);
  }
  weights_ = std::move(average_);
  transitions_ = transition_average_;
  report(options_.passes, held_out, log);
}

void Crf::report(int pass, const std::vector<Example>& held_out, std::ostream& log) const {
  Evaluation evaluation;
  for (const Example& example : held_out) evaluation.add(example, names_of_labels(example, tag(example)));
  size_t used = 0;
  for (const float weight : weights_)
    if (std::fabs(weight) >= options_.prune) ++used;
  log << "pass " << pass << " loss " << static_cast<long>(loss_) << " rows " << index_.size() << " weights " << used;
  if (!held_out.empty()) log << " core " << evaluation.core().f1() << " all " << evaluation.all().f1();
  log << std::endl;
}

std::vector<uint8_t> Crf::tag(const Example& example) const {
  constexpr float kFine = 1024.0F;
  std::array<int16_t, kTransitions> transitions;
  for (size_t i = 0; i < kTransitions; ++i)
    transitions[i] = static_cast<int16_t>(std::clamp(transitions_[i] * kFine, -32000.0F, 32000.0F));
  std::vector<uint8_t> out;
  for (size_t s = 0; s + 1 < example.stretches.size(); ++s) {
    std::vector<ScoreRow> rows(example.stretches[s + 1] - example.stretches[s]);
    for (size_t t = 0; t < rows.size(); ++t) {
      Scores sum{};
      const size_t token = example.stretches[s] + t;
      for (uint32_t k = example.key_begins[token]; k < example.key_begins[token + 1]; ++k) {
        if (example.keys[k] == KeyIndex::kNone) continue;
        const float* weights = &weights_[size_t{example.keys[k]} * kLabels];
        for (size_t j = 0; j < kLabels; ++j) sum[j] += weights[j];
      }
      for (size_t j = 0; j < kLabels; ++j) rows[t][j] = static_cast<int32_t>(sum[j] * kFine);
    }
    const std::vector<uint8_t> labels = find_best_labels(rows, transitions);
    out.insert(out.end(), labels.begin(), labels.end());
  }
  return out;
}

void Crf::write(ModelParts& parts, float prune) const {
  parts.scale = kWeightScale;
  for (size_t i = 0; i < kTransitions; ++i) {
    parts.transitions[i] = static_cast<int16_t>(std::lround(transitions_[i] / kWeightScale));
  }
  for (size_t row = 0; row < index_.size(); ++row) {
    std::vector<LabelWeight> kept;
    for (uint8_t j = 0; j < kLabels; ++j) {
      const float weight = weights_[row * kLabels + j];
      if (std::fabs(weight) < prune) continue;
      const long level = std::clamp(std::lround(weight / kWeightScale), -127L, 127L);
      if (level != 0) kept.push_back({j, static_cast<int8_t>(level)});
    }
    if (kept.empty()) continue;
    parts.features.emplace_back(index_.key(row), std::move(kept));
  }
}

}  // namespace fihris
