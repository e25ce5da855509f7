// Where a name begins, agreed over the whole text: a first letter that looks
// like a preposition belongs to the name if the name stands with it elsewhere
// and never without; what it names there it names here.
#include <string_view>
#include <unordered_map>
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
  struct Whole {
    EntityType type{};
    bool single = false;  // the word is a name alone
  };
  std::unordered_map<std::u16string_view, Whole> wholes;  // first words of names, uncut
  for (const NameCandidate& c : candidates) {
    if (c.span.begin != context.tokens[c.first].span.begin) continue;
    Whole& whole = wholes[view.text(context.tokens[c.first].span)];
    if (whole.single || c.last != c.first + 1) continue;
    whole = {c.type, true};
  }
  for (NameCandidate& c : candidates) {
    const FoldedSpan word = context.tokens[c.first].span;
    if (c.span.begin == word.begin) continue;
    if (is_known_whole(context, c)) c.span.begin = word.begin;
    const auto whole = wholes.find(view.text(word));
    if (whole == wholes.end() || standing.count(view.text({c.span.begin, word.end})) != 0) continue;
    c.span.begin = word.begin;
    if (whole->second.single && c.last == c.first + 1) c.type = whole->second.type;
  }
}

}  // namespace fihris
