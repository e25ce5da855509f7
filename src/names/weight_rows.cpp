#include "names/weight_rows.h"

#include <algorithm>
#include <bit>
#include <cstring>

namespace fihris {
namespace {

static_assert(std::endian::native == std::endian::little, "tags and payloads are read several bytes at a time");

constexpr size_t kMeanKeys = 5;         // of a bucket of eight, so that few run over
constexpr uint32_t kFewestTagBits = 1;  // a tag of two values at least
constexpr uint32_t kMostTagBits = 15;   // with one added it still fits 16 bits

constexpr uint64_t kEveryTag = 0x0001000100010001U;

// The highest bit of each 16-bit lane that is zero; lanes above the lowest such
// one may be wrong.
uint64_t find_zero_lanes(uint64_t lanes) { return (lanes - kEveryTag) & ~lanes & (kEveryTag << 15U); }

}  // namespace

void WeightRows::clear() {
  pending_.clear();
  buckets_.clear();
  rows_.clear();
}

void WeightRows::append(uint32_t key, std::span<const uint8_t> labels, std::span<const int8_t> weights) {
  Payload payload = 0;
  if (labels.size() <= kFew) {
    for (size_t i = 0; i < kFew; ++i) {
      const bool used = i < labels.size();
      payload |= static_cast<Payload>(used ? labels[i] : kLanes - 1 - i) << (8 * i);
      payload |= static_cast<Payload>(used ? static_cast<uint8_t>(weights[i]) : 0U) << (8 * (kFew + i));
    }
  } else {
    payload = kIsRow | static_cast<Payload>(rows_.size()) << kRowShift;
    Row& row = rows_.emplace_back();
    for (size_t i = 0; i < labels.size(); ++i) row.weights[labels[i]] = weights[i];
  }
  pending_.push_back({key, payload});
}

void WeightRows::finish() {
  const auto wanted = static_cast<uint32_t>(std::bit_width(pending_.size() / kMeanKeys));
  const uint32_t bits = std::clamp(wanted, kKeyBits - kMostTagBits, kKeyBits - kFewestTagBits);
  tag_bits_ = kKeyBits - bits;
  buckets_.assign(size_t{1} << bits, {});
  for (const Pending& pending : pending_) place(pending);
  pending_ = {};
}

void WeightRows::place(const Pending& pending) {
  size_t at = bucket_of(pending.key);
  while (buckets_[at].tags.back() != 0) at = (at + 1) % buckets_.size();
  Bucket& bucket = buckets_[at];
  const auto slot = static_cast<size_t>(std::find(bucket.tags.begin(), bucket.tags.end(), 0) - bucket.tags.begin());
  bucket.tags[slot] = tag_of(pending.key);
  std::memcpy(&bucket.payloads[slot * kPayloadBytes], &pending.payload, kPayloadBytes);
}

WeightRows::Payload WeightRows::find(uint32_t key) const {
  const uint64_t pattern = tag_of(key) * kEveryTag;
  for (size_t at = bucket_of(key);; at = (at + 1) % buckets_.size()) {
    const Bucket& bucket = buckets_[at];
    std::array<uint64_t, 2> tags;
    std::memcpy(tags.data(), bucket.tags.data(), sizeof tags);
    const uint64_t low = find_zero_lanes(tags[0] ^ pattern);
    const uint64_t high = find_zero_lanes(tags[1] ^ pattern);
    if ((low | high) != 0) {
      const auto slot = static_cast<size_t>(low != 0 ? std::countr_zero(low) : 64 + std::countr_zero(high)) / 16;
      Payload payload = 0;
      std::memcpy(&payload, &bucket.payloads[slot * kPayloadBytes], kPayloadBytes);
      return payload;
    }
    if (bucket.tags.back() == 0) return 0;
  }
}

// Each pass only asks for what the next one needs, without a branch on what it
// finds: by the time a line of memory is read it has come. At last rows are summed
// lane by lane, then the few weights of the other keys one by one.
void WeightRows::add_scores(std::span<const uint32_t> keys, Recent& recent, LaneRow& sums) const {
  keys = keys.first(std::min(keys.size(), kMostKeys));
  std::array<Payload, kMostKeys> found;
  std::array<uint16_t, kMostKeys> missing;
  size_t missing_count = 0;
  for (size_t i = 0; i < keys.size(); ++i) {
    const size_t at = keys[i] % Recent::kSize;
    found[i] = recent.payloads_[at];
    missing[missing_count] = static_cast<uint16_t>(i);
    missing_count += recent.keys_[at] != keys[i] ? 1U : 0U;
  }
  for (size_t k = 0; k < missing_count; ++k) __builtin_prefetch(&buckets_[bucket_of(keys[missing[k]])]);
  for (size_t k = 0; k < missing_count; ++k) {
    const uint32_t key = keys[missing[k]];
    found[missing[k]] = recent.payloads_[key % Recent::kSize] = find(key);
    recent.keys_[key % Recent::kSize] = key;
  }
  std::array<Payload, kMostKeys> few;
  std::array<const Row*, kMostKeys> rows;
  size_t few_count = 0;
  size_t row_count = 0;
  for (size_t i = 0; i < keys.size(); ++i) {
    const bool is_row = (found[i] & kIsRow) != 0;
    few[few_count] = found[i];
    few_count += !is_row && found[i] != 0 ? 1U : 0U;
    rows[row_count] = rows_.data() + (is_row ? static_cast<size_t>(found[i] >> kRowShift) : 0);
    __builtin_prefetch(rows[row_count]);
    row_count += is_row ? 1U : 0U;
  }
  LaneRow lanes = sums;
  for (size_t i = 0; i < row_count; ++i) {
    const auto weights = rows[i]->weights;  // a copy that cannot alias the sums
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
