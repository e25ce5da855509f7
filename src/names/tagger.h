// The trained tagger: features of every token, scores, Viterbi over the whole
// sentence, twice over the document (a name seen clearly once is known
// afterwards). It reads the embedded model in place. It proposes spans with
// calibrated confidence; decision.cpp chooses.
#pragma once
#include <cstdint>
#include <vector>

#include "findings.h"
#include "names/lexicon.h"
#include "text/tokens.h"

namespace fihris {

class NamesModel;

struct TaggedSpan {
  uint32_t first = 0;  // tokens [first, last)
  uint32_t last = 0;
  FoldedSpan span;  // clitics cut from the first token as the contract says
  EntityType type{};
  float confidence = 0;  // calibrated probability that span and type are right
};

[[nodiscard]] std::vector<TaggedSpan> tag_names(const View& view, const Tokens& tokens,
                                                const std::vector<LexiconHit>& hits);
[[nodiscard]] std::vector<TaggedSpan> tag_names(const View& view, const Tokens& tokens,
                                                const std::vector<LexiconHit>& hits, const NamesModel& model);

// The end of the stretch of tokens labelled together: a sentence, cut if very long.
[[nodiscard]] size_t find_stretch_end(const Tokens& tokens, size_t first);

}  // namespace fihris
