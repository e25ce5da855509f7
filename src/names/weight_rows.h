// The model's feature weights laid out for speed, made once when a model is
// opened. What costs time is waiting for memory, so a key costs one cache line,
// known or not, and a row another: a hash table of one line a bucket, whose keys
// weigh on one to three labels, held beside the key, or lead to a row of 8-bit
// weights, one a label, added as 16-bit lanes, which compilers turn into vector
// instructions. Every sum is exact, so native builds and WebAssembly agree.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "names/labels.h"

namespace fihris {

using ScoreRow = std::array<int32_t, kLabels>;

// The same while it is being summed: 16-bit lanes, filled up to whole vectors. A
// token has no more than 256 keys and a weight 8 bits, so no sum overflows.
inline constexpr size_t kLanes = 56;
static_assert(kLabels <= kLanes);
using LaneRow = std::array<int16_t, kLanes>;
inline constexpr size_t kMostKeys = 256;

// Copies, which cannot alias, let compilers use vectors.
inline void add_lanes(const LaneRow& from, LaneRow& to) {
  const LaneRow copy = from;
  for (size_t j = 0; j < kLanes; ++j) to[j] = static_cast<int16_t>(to[j] + copy[j]);
}

inline constexpr uint32_t kKeyBits = 28;

class WeightRows {
 public:
  // Keys come each once; finish() lays them out.
  void clear();
  void append(uint32_t key, std::span<const uint8_t> labels, std::span<const int8_t> weights);
  void finish();

  // Six bytes, the lowest first: up to three labels with their weights behind
  // them, or kIsRow and a row's number above it. 0: the key is not known.
  using Payload = uint64_t;

  // What was found for the keys met lately, one text's own: most keys of running
  // text come again soon, and this much stays in the nearest caches.
  class Recent {
   public:
    Recent() : keys_(kSize, UINT32_MAX), payloads_(kSize, 0) {}

   private:
    friend class WeightRows;
    static constexpr size_t kSize = 8192;
    std::vector<uint32_t> keys_;
    std::vector<Payload> payloads_;
  };

  // Adds the weights of every key that is known; kMostKeys at most are read.
  void add_scores(std::span<const uint32_t> keys, Recent& recent, LaneRow& sums) const;

 private:
  static constexpr size_t kFew = 3;
  static constexpr size_t kLine = 64;  // bytes of a cache line
  static constexpr size_t kSlots = 8;  // keys of a bucket

  static constexpr size_t kPayloadBytes = 6;
  static constexpr Payload kIsRow = 0x80;
  static constexpr uint32_t kRowShift = 8;

  // Slots fill in order; a full bucket goes on in the next one. A tag is one more
  // than the bits of the key that do not choose the bucket; 0 is a free slot.
  struct alignas(kLine) Bucket {
    std::array<uint16_t, kSlots> tags{};
    std::array<uint8_t, kSlots * kPayloadBytes> payloads{};
  };
  struct alignas(kLine) Row {
    std::array<int8_t, kLanes> weights{};
  };
  struct Pending {
    uint32_t key = 0;
    Payload payload = 0;
  };

  [[nodiscard]] size_t bucket_of(uint32_t key) const { return key >> tag_bits_; }
  [[nodiscard]] uint16_t tag_of(uint32_t key) const {
    return static_cast<uint16_t>((key & ((1U << tag_bits_) - 1)) + 1);
  }
  void place(const Pending& pending);
  [[nodiscard]] Payload find(uint32_t key) const;

  uint32_t tag_bits_ = 0;
  std::vector<Pending> pending_;  // until finish()
  std::vector<Bucket> buckets_;   // a power of two
  std::vector<Row> rows_;
};

}  // namespace fihris
