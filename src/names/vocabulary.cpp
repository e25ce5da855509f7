#include "names/vocabulary.h"

namespace fihris {
namespace {

// Section: u32 bits, 1024 mid classes, 1024 coarse classes, 2^bits slots of
// check:16 fine:10 cut:2 frequency:4, little endian; 0 is an empty slot.
constexpr size_t kHead = 4 + 2 * kFineClasses;

uint32_t read32(const uint8_t* at) {
  return static_cast<uint32_t>(at[0]) | static_cast<uint32_t>(at[1]) << 8U | static_cast<uint32_t>(at[2]) << 16U |
         static_cast<uint32_t>(at[3]) << 24U;
}

void write32(uint8_t* at, uint32_t value) {
  for (int i = 0; i < 4; ++i) at[i] = static_cast<uint8_t>(value >> (8 * i));
}

}  // namespace

bool Vocabulary::open(std::span<const uint8_t> bytes) {
  slots_ = nullptr;
  if (bytes.size() < kHead) return false;
  bits_ = read32(bytes.data());
  if (bits_ < 4 || bits_ > 20 || bytes.size() != kHead + (size_t{4} << bits_)) return false;
  mid_ = bytes.data() + 4;
  coarse_ = mid_ + kFineClasses;
  slots_ = coarse_ + kFineClasses;
  return true;
}

VocabularyWord Vocabulary::find(uint32_t hash) const {
  if (slots_ == nullptr) return {};
  const uint32_t mask = (1U << bits_) - 1;
  const uint32_t check = hash & 0xFFFFU;
  uint32_t slot = hash >> (32 - bits_);
  for (uint32_t tries = 0; tries <= mask; ++tries, slot = (slot + 1) & mask) {
    const uint32_t value = read32(slots_ + size_t{4} * slot);
    if (value == 0) return {};
    if (value >> 16U != check) continue;
    return {static_cast<uint16_t>(value >> 6U & 0x3FFU), static_cast<uint8_t>(value >> 4U & 3U),
            static_cast<uint8_t>(value & 15U)};
  }
  return {};
}

std::vector<uint8_t> pack_vocabulary(std::span<const VocabularyEntry> entries, std::span<const uint8_t> mid,
                                     std::span<const uint8_t> coarse) {
  uint32_t bits = 4;
  while ((size_t{1} << bits) * 4 < entries.size() * 5) ++bits;
  std::vector<uint8_t> out(kHead + (size_t{4} << bits), 0);
  write32(out.data(), bits);
  std::copy(mid.begin(), mid.end(), out.begin() + 4);
  std::copy(coarse.begin(), coarse.end(), out.begin() + 4 + kFineClasses);
  const uint32_t mask = (1U << bits) - 1;
  for (const VocabularyEntry& entry : entries) {
    const VocabularyWord& word = entry.word;
    const uint32_t value = (entry.hash & 0xFFFFU) << 16U | static_cast<uint32_t>(word.fine) << 6U |
                           static_cast<uint32_t>(word.cut) << 4U | word.frequency;
    uint32_t slot = entry.hash >> (32 - bits);
    while (read32(out.data() + kHead + size_t{4} * slot) != 0) slot = (slot + 1) & mask;
    write32(out.data() + kHead + size_t{4} * slot, value);
  }
  return out;
}

}  // namespace fihris
