// The view is the text as rules and lexicons read it: marks, tatweel and
// invisible characters dropped, letter variants, digits and presentation forms
// folded. Folding happens here and nowhere else; every folded unit remembers
// where it came from. The view does not split the text into words (tokens.h).
//
//   source   w b a r y _ s* (la)      letters, a tatweel, a letter with its mark, a ligature
//   folded   w b a r y   s   l a      one unit a letter; begins/ends point into the row above
//   letters  same length as folded, before letter variants are folded
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "text/spans.h"

namespace fihris {

struct View {
  std::u16string_view source;    // not owned: the reader's text must outlive the view
  std::u16string folded;         // variants folded, Latin in lower case, digits ASCII
  std::u16string letters;        // the same units with hamza, ta marbuta, alef maqsura and case as written
  std::vector<uint32_t> begins;  // per folded unit: first source unit it stands for
  std::vector<uint32_t> ends;    // per folded unit: one past its last source unit, following marks included
  std::vector<Span> invisible;   // zero-width characters and bidi controls that were dropped

  // The source span of a folded one; trailing marks and tatweel included,
  // empty at the right place for an empty span.
  [[nodiscard]] Span to_source(FoldedSpan span) const;
  [[nodiscard]] std::u16string_view text(FoldedSpan span) const {
    return std::u16string_view(folded).substr(span.begin, span.end - span.begin);
  }
};

[[nodiscard]] View make_view(std::u16string_view source);

// The folded form of a lexicon key or table word; fold(fold(x)) == fold(x).
[[nodiscard]] std::u16string fold(std::u16string_view text);

}  // namespace fihris
