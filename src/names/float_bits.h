// A float's bits and back, for the model file and the fast exponential. C++20
// has std::bit_cast for this, Emscripten 3.1.6's library does not. Nothing here
// rounds or checks: any bits are taken as they are.
#pragma once
#include <cstdint>
#include <cstring>

namespace fihris {

[[nodiscard]] inline float float_of_bits(uint32_t bits) {
  float value = 0;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

[[nodiscard]] inline uint32_t bits_of_float(float value) {
  uint32_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

}  // namespace fihris
