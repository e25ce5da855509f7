// Blocks are the article's headings, paragraphs and noise: advert markers,
// comment counters, agency bylines, read-also lines, Markdown leftovers and
// stretches repeated by a broken copy. Noise is marked and never deleted;
// blocks do not say what the text means.
#pragma once
#include <cstdint>
#include <vector>

#include "text/tokens.h"

namespace fihris {

enum class BlockKind : uint8_t { heading, paragraph, noise };

struct Block {
  Span span;
  BlockKind kind = BlockKind::paragraph;
};

// In source order, not overlapping; noise inside a paragraph splits it.
[[nodiscard]] std::vector<Block> find_blocks(const View& view, const Tokens& tokens);

}  // namespace fihris
