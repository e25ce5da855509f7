// The compiled lexicon's form, shared by the compiler (src/data) and the reader
// (lexicon.cpp). It is laid out to compress well, like with like; the reader
// makes its indices once at the start. All numbers are little-endian.
//
//   header      magic, version, checksum of all that follows it, counts
//   words       folded words, one byte a letter (see encode_letter), each ended by 0:
//               first, sorted, those that also stand inside phrases, then, sorted, the others
//   counts      per word: LEB128, how many phrases begin with it
//   lengths     per phrase, by first word, longest first: words * 2 + (everyday word ? 1 : 0)
//   row codes   per phrase: 0 the next row not seen yet; 1 and u16, that row; 2 + n, common row n
//   inner low   per word of a phrase after its first: low byte of its word number
//   inner high  the same, high byte
//   rows        kinds, then countries (2 letters each, 0 0 for none)
//   latin       per row: its Latin name in UTF-8, ended by 0
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace fihris {

inline constexpr uint32_t kLexiconMagic = 0x584C4846;  // "FHLX"
inline constexpr uint32_t kLexiconVersion = 3;
inline constexpr size_t kMaxPhraseWords = 10;
inline constexpr uint32_t kCommonRows = 64;  // rows that many phrases share come first

struct LexiconHeader {
  uint32_t magic = kLexiconMagic;
  uint32_t version = kLexiconVersion;
  uint32_t checksum = 0;  // FNV-1a of everything after this field
  uint32_t words = 0;
  uint32_t phrases = 0;
  uint32_t rows = 0;
  uint32_t inner = 0;  // words of phrases after their first
  uint32_t words_bytes = 0;
  uint32_t counts_bytes = 0;
  uint32_t codes_bytes = 0;
  uint32_t latin_bytes = 0;
};
inline constexpr size_t kLexiconChecked = offsetof(LexiconHeader, words);  // where the checked bytes begin

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
