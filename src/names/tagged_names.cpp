// The tagger's spans as proposals. They rank above every other source: the
// tagger has seen the lexicon's hits and the cues that the rules go by, and has
// learned how far to believe them.
#include "names/candidates.h"
#include "names/tagger.h"

namespace fihris {
namespace {

// The lexicon row of the same phrase, for its country and Latin name.
const LexiconHit* find_row(const NameContext& context, const TaggedSpan& span) {
  for (const LexiconHit& hit : context.hits_at(span.first)) {
    if (hit.last == span.last && type_of_kind(hit.kind) == span.type) return &hit;
  }
  return nullptr;
}

}  // namespace

void propose_tagged_names(const NameContext& context, std::vector<NameCandidate>& out) {
  for (const TaggedSpan& span : tag_names(context.view, context.tokens, context.hits)) {
    NameCandidate name;
    name.first = span.first;
    name.last = span.last;
    name.span = span.span;
    name.type = span.type;
    name.score = span.confidence;
    name.via = Via::model;
    name.evidence = "tagger";
    if (const LexiconHit* hit = find_row(context, span)) {
      name.row = hit->row;
      name.evidence = "tagger, lexicon";
    }
    out.push_back(name);
  }
}

}  // namespace fihris
