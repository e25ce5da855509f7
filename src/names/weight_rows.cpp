#include "names/weight_rows.h"

#include <algorithm>

namespace fihris {
namespace {

// Not every machine counts bits in one instruction that a portable build may use.
uint32_t count_bits(uint64_t bits) {
  bits -= (bits >> 1U) & 0x5555555555555555U;
  bits = (bits & 0x3333333333333333U) + ((bits >> 2U) & 0x3333333333333333U);
  bits = (bits + (bits >> 4U)) & 0x0F0F0F0F0F0F0F0FU;
  return static_cast<uint32_t>((bits * 0x0101010101010101U) >> 56U);
}

}  // namespace

void WeightRows::clear(size_t bytes) {
  heads_.assign(size_t{1} << (kHeadBits - 6), {});
  entries_.clear();
  entries_.reserve(bytes / 6);
  others_.clear();
  rows_.clear();
  rows_.reserve(bytes / 48);
}

WeightRows::Entry WeightRows::make_entry(uint32_t key, std::span<const uint8_t> labels,
                                         std::span<const int8_t> weights) {
  Entry entry = static_cast<Entry>(key & ((1U << kTagBits) - 1)) << kTagShift;
  if (labels.size() <= kFew) {
    for (size_t i = 0; i < labels.size(); ++i) {
      entry |= static_cast<Entry>(labels[i]) << (8 * i);
      entry |= static_cast<Entry>(static_cast<uint8_t>(weights[i])) << (8 * (kFew + i));
    }
    return entry;
  }
  entry |= kIsRow | rows_.size();
  Row& row = rows_.emplace_back();
  row.fill(0);
  for (size_t i = 0; i < labels.size(); ++i) row[labels[i]] = weights[i];
  return entry;
}

void WeightRows::append(uint32_t key, std::span<const uint8_t> labels, std::span<const int8_t> weights) {
  const uint32_t head = key >> kTagBits;
  const Entry entry = make_entry(key, labels, weights);
  uint64_t& known = heads_[head / 64].known;
  const uint64_t bit = uint64_t{1} << (head % 64);
  if ((known & bit) != 0) {
    entries_.back() |= kHasMore;
    others_.push_back({key, entry});
    return;
  }
  known |= bit;
  entries_.push_back(entry);
}

void WeightRows::finish() {
  uint32_t before = 0;
  for (Heads& heads : heads_) {
    heads.before = before;
    before += count_bits(heads.known);
  }
}

WeightRows::Entry WeightRows::find_other(uint32_t key) const {
  const auto at = std::lower_bound(others_.begin(), others_.end(), key,
                                   [](const Other& other, uint32_t wanted) { return other.key < wanted; });
  return at != others_.end() && at->key == key ? at->entry : 0;
}

// Every key's entry is found first, without a branch on what is known; then rows
// are summed lane by lane, then the few weights of the other entries one by one.
void WeightRows::add_scores(std::span<const uint32_t> keys, LaneRow& sums) const {
  keys = keys.first(std::min(keys.size(), kMostKeys));
  std::array<uint32_t, kMostKeys> known;
  std::array<uint32_t, kMostKeys> places;
  size_t count = 0;
  for (const uint32_t key : keys) __builtin_prefetch(&heads_[key >> kTagBits >> 6U]);
  for (const uint32_t key : keys) {
    const uint32_t head = key >> kTagBits;
    const Heads& heads = heads_[head / 64];
    known[count] = key;
    places[count] = heads.before + count_bits(heads.known & ((uint64_t{1} << (head % 64)) - 1));
    count += heads.known >> (head % 64) & 1U;
  }
  std::array<Entry, kMostKeys> few;
  std::array<uint32_t, kMostKeys> row_numbers;
  size_t few_count = 0;
  size_t row_count = 0;
  for (size_t i = 0; i < count; ++i) {
    Entry entry = entries_[places[i]];
    const bool other = ((entry >> kTagShift ^ known[i]) & ((1U << kTagBits) - 1)) != 0;
    if (other) entry = (entry & kHasMore) != 0 ? find_other(known[i]) : 0;
    few[few_count] = entry;
    row_numbers[row_count] = static_cast<uint32_t>(entry & 0xFFFFFFU);
    few_count += (entry & kIsRow) == 0 ? 1U : 0U;
    row_count += (entry & kIsRow) == 0 ? 0U : 1U;
  }
  LaneRow lanes = sums;
  for (size_t i = 0; i < row_count; ++i) {
    const Row weights = rows_[row_numbers[i]];  // a copy that cannot alias the sums
    for (size_t j = 0; j < kLanes; ++j) lanes[j] = static_cast<int16_t>(lanes[j] + weights[j]);
  }
  for (size_t i = 0; i < few_count; ++i) {
    for (size_t k = 0; k < kFew; ++k) {
      const auto label = static_cast<uint8_t>(few[i] >> (8 * k));
      const auto weight = static_cast<int8_t>(few[i] >> (8 * (kFew + k)));
      lanes[label] = static_cast<int16_t>(lanes[label] + weight);
    }
  }
  sums = lanes;
}

}  // namespace fihris
