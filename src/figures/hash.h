// The hash of a word's units, shared by the generator of the word tables and
// the lookup that reads them: both sides must agree, so it lives once, here.
#pragma once
#include <cstdint>
#include <string_view>

namespace fihris {

[[nodiscard]] constexpr uint32_t hash_word(std::u16string_view word) {
  uint32_t hash = 0x811C9DC5U;
  for (const char16_t unit : word) hash = (hash ^ unit) * 0x01000193U;
  return hash ^ (hash >> 15);
}

}  // namespace fihris
