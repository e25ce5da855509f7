// The model's feature weights laid out for speed, made once when a model is
// opened: a bit set over the heads of keys says which keys may be known, and a
// count of the bits before it leads to the key's entry. Most keys weigh on one
// to three labels and hold them in the entry; the others lead to a row of 8-bit
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
  // Keys come in ascending order, each once.
  void clear(size_t bytes);  // of packed weights to come, for the room they will need
  void append(uint32_t key, std::span<const uint8_t> labels, std::span<const int8_t> weights);
  void finish();

  // Adds the weights of every key that is known; kMostKeys at most are read.
  void add_scores(std::span<const uint32_t> keys, LaneRow& sums) const;

 private:
  static constexpr uint32_t kHeadBits = 22;
  static constexpr uint32_t kTagBits = kKeyBits - kHeadBits;
  static constexpr size_t kFew = 3;

  struct Heads {          // of 64 neighbouring heads
    uint64_t known = 0;   // a bit for each that some key has
    uint32_t before = 0;  // entries of the heads before these
  };
  // One word: up to three labels in bytes 0..2 with their weights in bytes 3..5,
  // or a row's number in bytes 0..2; the tag (which of the head's keys this is) in
  // byte 6, kIsRow and kHasMore in byte 7. Unused labels weigh nothing.
  using Entry = uint64_t;
  static constexpr Entry kIsRow = Entry{1} << 56U;
  static constexpr Entry kHasMore = Entry{2} << 56U;  // the head has further keys in others_
  static constexpr uint32_t kTagShift = 48;
  struct Other {
    uint32_t key = 0;
    Entry entry;
  };
  using Row = std::array<int8_t, kLanes>;

  [[nodiscard]] Entry make_entry(uint32_t key, std::span<const uint8_t> labels, std::span<const int8_t> weights);
  [[nodiscard]] Entry find_other(uint32_t key) const;

  std::vector<Heads> heads_;
  std::vector<Entry> entries_;  // the first key of every head, by ascending head
  std::vector<Other> others_;   // further keys of a head, by ascending key
  std::vector<Row> rows_;
};

}  // namespace fihris
