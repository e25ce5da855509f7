// Spans of the two text spaces as different types, so that mixing them does
// not compile: `Span` counts UTF-16 units of the reader's text, `FoldedSpan`
// units of the folded view. Only `View::to_source` turns one into the other.
#pragma once
#include <cstdint>

namespace fihris {

// [begin, end) in UTF-16 units of the source text.
struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

// [begin, end) in units of View::folded.
struct FoldedSpan {
  uint32_t begin = 0;
  uint32_t end = 0;
  friend bool operator==(const FoldedSpan&, const FoldedSpan&) = default;
};

}  // namespace fihris
