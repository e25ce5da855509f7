// The compiled lexicon's form, shared by the compiler (src/data) and the reader
// (lexicon.cpp). All numbers are little-endian.
//
//   header    magic, version, checksum of what follows, counts
//   words     sorted distinct folded words, one byte a letter (see encode_letter), each ended by 0
//   phrases   sorted by first word, longest first: u8 words, u8 flags, u16 row, u24 word id x words
//   rows      u8 kind, u8 spare, 2 bytes country, u32 offset into the Latin names
//   latin     UTF-8 names, each ended by 0
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace fihris {

inline constexpr uint32_t kLexiconMagic = 0x584C4846;  // "FHLX"
inline constexpr uint32_t kLexiconVersion = 1;
inline constexpr uint8_t kAmbiguousFlag = 1;
inline constexpr size_t kMaxPhraseWords = 10;

struct LexiconHeader {
  uint32_t magic = kLexiconMagic;
  uint32_t version = kLexiconVersion;
  uint32_t checksum = 0;  // FNV-1a of everything after the header
  uint32_t words = 0;
  uint32_t phrases = 0;
  uint32_t rows = 0;
  uint32_t words_bytes = 0;
  uint32_t phrases_bytes = 0;
  uint32_t latin_bytes = 0;
};

struct LexiconRow {
  uint8_t kind = 0;
  uint8_t spare = 0;
  char country[2] = {0, 0};
  uint32_t latin = 0;
};

// Folded letters fit a byte: ASCII as it is, the Arabic block above it. 0: no code.
[[nodiscard]] constexpr uint8_t encode_letter(char16_t unit) {
  if (unit > 0x20 && unit < 0x80) return static_cast<uint8_t>(unit);
  if (unit >= 0x0600 && unit < 0x0680) return static_cast<uint8_t>(unit - 0x0600 + 0x80);
  return 0;
}

[[nodiscard]] inline uint32_t checksum_bytes(const uint8_t* data, size_t size) {
  uint32_t hash = 0x811C9DC5U;
  for (size_t i = 0; i < size; ++i) hash = (hash ^ data[i]) * 0x01000193U;
  return hash;
}

}  // namespace fihris
