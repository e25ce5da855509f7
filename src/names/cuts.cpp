// Where a name begins, agreed over the whole text: a first letter that looks
// like a preposition belongs to the name if the name stands with it elsewhere
// and never without.
#include <string_view>
#include <unordered_set>

#include "names/contexts.h"

namespace fihris {

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
    if (c.span.begin == word.begin || whole.count(view.text(word)) == 0) continue;
    if (standing.count(view.text({c.span.begin, word.end})) == 0) c.span.begin = word.begin;
  }
}

}  // namespace fihris
