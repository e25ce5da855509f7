// One number word at a time: its role in the grammar of numbers, its value and
// how its first letters were cut. The grammar that joins them is numbers.cpp;
// nothing here looks further than one table phrase.
#pragma once
#include <cstdint>
#include <optional>

#include "figures/words.h"

namespace fihris {

inline constexpr char16_t kWaw = 0x0648;  // the conjunction that joins numbers

enum class NumberRole : uint8_t {
  unit,            // 0..9
  ten,             // 10
  teen,            // 11..19
  tens,            // 20..90
  hundred,         // 100
  hundreds,        // 200..900 in one word
  scale,           // thousand, million ...
  accusative,      // the same with the letter of its accusative: also the construct dual
  dual,            // two thousand, two million
  scales,          // thousands, millions: exact after a count, vague alone
  vague,           // tens, hundreds
  few,             // 3..9 of what follows
  several,         // the same, but no number is meant unless a scale follows
  bit,             // and a bit more
  fraction,        // half, third; value is the denominator
  two_parts,       // two thirds
  parts,           // quarters, after a count
  eighth,          // also a price
  single,          // one, only before tens
  colloquial_half  // also "text"
};

struct NumberWord {
  NumberRole role{};
  double value = 0;
  uint32_t last = 0;  // one past its last token
  Reading reading;
};

[[nodiscard]] std::optional<NumberWord> find_number_word(const Words& words, size_t token);

// What a small word or mark does between numbers (src/data/links.tsv).
enum class Link : uint8_t {
  none,
  and_,
  or_,
  to,
  between,
  of,
  over,
  in,
  after,
  point,
  minus,
  plus,
  article,
  except,
  part,
  below_zero,
  dash,
  comma,
  slash,
  of_all,
  point_mark
};

struct LinkWord {
  Link link = Link::none;
  uint32_t last = 0;
  Reading reading;
};

// The longest link that begins at a token, or Link::none.
[[nodiscard]] LinkWord find_link(const Words& words, size_t token);
// The same, but not across the beginning of a line.
[[nodiscard]] LinkWord find_next_link(const Words& words, size_t token);

}  // namespace fihris
