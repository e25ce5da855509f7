// Where a name begins, agreed over the whole text: a first letter that looks
// like a preposition belongs to the name if the name stands with it elsewhere
// and never without.
#include <string_view>
#include <unordered_set>

#include "names/contexts.h"

namespace fihris {
namespace {

// The lexicon knows the word with its first letter as such a name, and not
// without: Babel, Kabul.
bool is_known_whole(const NameContext& context, const NameCandidate& c) {
  bool whole = false;
  for (const LexiconHit& hit : context.hits_at(c.first)) {
    if (hit.last != c.last) continue;
    if (hit.reading.name == c.span.begin) return false;
    whole = whole || (hit.reading.name == context.tokens[c.first].span.begin && type_of_kind(hit.kind) == c.type);
  }
  return whole;
}

}  // namespace

void agree_on_cuts(const NameContext& context, std::vector<NameCandidate>& candidates) {
  const View& view = context.view;
  std::unordered_set<std::u16string_view> standing;  // words as they stand
  for (const Token& token : context.tokens.list)
    if (token.kind == TokenKind::word) standing.insert(view.text(token.span));
  std::unordered_set<std::u16string_view> whole;  // first words of names, uncut
  for (const NameCandidate& c : candidates)
    if (c.span.begin == context.tokens[c.first].span.begin) whole.insert(view.text(context.tokens[c.first].span));
  for (NameCandidate& c : candidates) {
    const FoldedSpan word = context.tokens[c.first].span;
    if (c.span.begin == word.begin) continue;
    if (is_known_whole(context, c)) c.span.begin = word.begin;
    if (whole.count(view.text(word)) == 0) continue;
    if (standing.count(view.text({c.span.begin, word.end})) == 0) c.span.begin = word.begin;
  }
}

}  // namespace fihris
