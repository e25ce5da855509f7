// What unlabelled news taught about words: the class of similar words a word
// belongs to (three sizes of classes), how often it is met, and whether its
// first letters are usually proclitics. A view over a section of the model,
// used in place; words are kept as hashes only, so it cannot list them.
#pragma once
#include <cstdint>
#include <cstring>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace fihris {

inline constexpr size_t kFineClasses = 1024;  // class 0: none

inline constexpr uint8_t kCutConjunction = 1;
inline constexpr uint8_t kCutPreposition = 2;

struct VocabularyWord {
  uint16_t fine = 0;      // class, 0: too rare to tell
  uint8_t cut = 0;        // proclitics to cut from it: kCut... flags
  uint8_t frequency = 0;  // 1..15, logarithm of its count
};

[[nodiscard]] constexpr uint32_t hash_units(std::u16string_view word) {
  uint32_t hash = 0x811C9DC5U;
  for (const char16_t unit : word) hash = (hash ^ unit) * 0x01000193U;
  hash ^= hash >> 15;
  hash *= 0x85EBCA6BU;
  return hash ^ (hash >> 13);
}

class Vocabulary {
 public:
  Vocabulary() = default;
  // Bytes made by `pack_vocabulary`; must outlive the view. False: malformed.
  [[nodiscard]] bool open(std::span<const uint8_t> bytes);

  [[nodiscard]] VocabularyWord find(uint32_t hash) const;
  [[nodiscard]] uint8_t mid_class(uint16_t fine) const { return slots_ == nullptr ? uint8_t{0} : mid_[fine]; }
  [[nodiscard]] uint8_t coarse_class(uint16_t fine) const { return slots_ == nullptr ? uint8_t{0} : coarse_[fine]; }

 private:
  const uint8_t* mid_ = nullptr;
  const uint8_t* coarse_ = nullptr;
  const uint8_t* slots_ = nullptr;
  uint32_t bits_ = 0;
};

struct VocabularyEntry {
  uint32_t hash = 0;
  VocabularyWord word;
};

[[nodiscard]] std::vector<uint8_t> pack_vocabulary(std::span<const VocabularyEntry> entries,
                                                   std::span<const uint8_t> mid, std::span<const uint8_t> coarse);

}  // namespace fihris
