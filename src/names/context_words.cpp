#include "names/context_words.h"

#include <algorithm>
#include <iterator>

#include "text/characters.h"

namespace fihris {
namespace {

struct Phrase {
  PhraseKind kind;
  std::u16string_view text;
};

constexpr Phrase kPhrases[] = {
#include "names/name_contexts.inc"
};

// Raised marks open as often as they close in copied text; whoever pairs them
// from the left sees only the opening ones.
constexpr char16_t kRaised = 0x201D;

}  // namespace

bool is_phrase(PhraseKind kind, std::u16string_view text) {
  return std::any_of(std::begin(kPhrases), std::end(kPhrases),
                     [&](const Phrase& p) { return p.kind == kind && p.text == text; });
}

const Reading* find_cue(const NameContext& context, size_t token, PhraseKind kind) {
  for (const Reading& reading : context.tokens.readings(token))
    if (is_phrase(kind, context.view.text({reading.name, context.tokens[token].span.end}))) return &reading;
  return nullptr;
}

char16_t mark_at(const NameContext& context, size_t token) {
  if (token >= context.tokens.size() || context.tokens[token].kind != TokenKind::punctuation) return 0;
  return context.view.folded[context.tokens[token].span.begin];
}

bool opens_quote(char16_t mark) {
  return mark == u'"' || mark == kRaised || (mark != 0 && mark != u'(' && is_opening_mark(mark));
}

bool closes_quote(char16_t opening, char16_t mark) {
  if (opening == u'"') return mark == u'"';
  if (opening == u'(') return mark == u')';
  return mark == kRaised || (mark != 0 && mark != u')' && is_closing_mark(mark));
}

bool has_article(const NameContext& context, size_t token) {
  const auto readings = context.tokens.readings(token);
  return std::any_of(readings.begin(), readings.end(), [](const Reading& r) { return r.article; });
}

std::vector<uint32_t> map_candidates(const NameContext& context, const std::vector<NameCandidate>& candidates) {
  std::vector<uint32_t> out(context.tokens.size(), NameCandidate::kNoRow);
  for (uint32_t k = 0; k < candidates.size(); ++k)
    for (uint32_t i = candidates[k].first; i < candidates[k].last; ++i) out[i] = k;
  return out;
}

}  // namespace fihris
