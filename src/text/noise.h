// Noise: stretches of a line that are not the article's text. Site furniture
// is told by phrases and where they stand, leftovers of Markdown and broken
// copies by their shape. It proposes token ranges; blocks.cpp cuts with them.
// Private to src/text.
#pragma once
#include <span>
#include <vector>

#include "text/tokens.h"

namespace fihris {

// Tokens [first, last).
struct TokenRange {
  size_t first = 0;
  size_t last = 0;
};

// Furniture on one line; `line` holds all its tokens.
void append_boilerplate(const View& view, const Tokens& tokens, TokenRange line, std::vector<TokenRange>& noise);

// Asterisks, link brackets, rules of dashes on one line.
void append_markdown(const View& view, const Tokens& tokens, TokenRange line, std::vector<TokenRange>& noise);

// Text that a broken copy set twice: the first of two runs that follow each
// other on a line with at most a fragment between them, and the second of two
// equal long lines. Linear in the number of tokens.
void append_repeats(const View& view, const Tokens& tokens, std::span<const TokenRange> lines,
                    std::vector<TokenRange>& noise);

}  // namespace fihris
