// Names: people, organisations, places and the rest, each mention once. The
// lexicon, the context rules, the trained tagger and repeats propose; one place
// (decision) chooses the longest and likeliest. Figures that lie inside a
// chosen name are removed from `figures`: the name owns them.
#pragma once
#include <vector>

#include "findings.h"
#include "text/tokens.h"

namespace fihris {

[[nodiscard]] std::vector<Mention> find_names(const View& view, const Tokens& tokens, std::vector<Figure>& figures);

}  // namespace fihris
