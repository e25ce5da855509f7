#include "names/repeats.h"

#include <string>
#include <unordered_map>

namespace fihris {
namespace {

constexpr float kClearly = 0.60F;  // a weaker mention teaches nothing
constexpr uint32_t kLongest = 8;   // tokens of a repeated name

struct Known {
  EntityType type{};
  float score = 0;
  uint32_t row = NameCandidate::kNoRow;
};

using KnownNames = std::unordered_map<std::u16string, Known>;

// "lil-" melted with the article hides the name's own alef: spell it again.
std::u16string key_of(const NameContext& context, FoldedSpan span) {
  std::u16string key(context.view.text(span));
  if (key.size() > 3 && key[0] == 0x0644 && key[1] == 0x0644) key[0] = 0x0627;
  return key;
}

bool is_everyday(const NameContext& context, uint32_t token) {
  for (const LexiconHit& hit : context.hits_at(token))
    if (hit.ambiguous && hit.last == hit.first + 1) return true;
  return false;
}

KnownNames learn_names(const NameContext& context, const std::vector<NameCandidate>& chosen) {
  KnownNames known;
  const auto learn = [&known](const std::u16string& key, const NameCandidate& c, float score) {
    Known& entry = known[key];
    if (score > entry.score) entry = {c.type, score, c.row};
  };
  for (const NameCandidate& c : chosen) {
    if (c.score < kClearly || c.type == EntityType::occ || c.type == EntityType::norp || c.type == EntityType::web)
      continue;
    const uint32_t length = c.last - c.first;
    const bool single = length == 1;
    if (single && (c.type == EntityType::event || c.type == EntityType::work)) continue;  // everyday words mostly
    const bool latin = context.tokens[c.first].kind == TokenKind::latin;
    if (!single || latin || (c.span.end - c.span.begin >= 4 && !is_everyday(context, c.first)))
      learn(key_of(context, c.span), c, c.score);
    if (c.type != EntityType::person || length < 2) continue;
    const Token& surname = context.tokens[c.last - 1];
    if (surname.span.end - surname.span.begin >= 4 && !is_everyday(context, c.last - 1))
      learn(std::u16string(context.view.text(surname.span)), c, c.score - 0.05F);
  }
  return known;
}

// The longest known name that begins at a token, under any reading.
bool find_at(const NameContext& context, const KnownNames& known, uint32_t token, const std::vector<bool>& taken,
             NameCandidate& out) {
  const Token& first = context.tokens[token];
  std::vector<uint32_t> begins = {first.span.begin};
  for (const Reading& reading : context.tokens.readings(token))
    if (reading.name != begins.back()) begins.push_back(reading.name);
  uint32_t last = token + 1;
  while (last < token + kLongest && last < context.tokens.size() && !taken[last] && context.continues(last - 1)) ++last;
  for (; last > token; --last) {
    for (const uint32_t begin : begins) {
      const FoldedSpan span{begin, context.tokens[last - 1].span.end};
      const auto found = known.find(key_of(context, span));
      if (found == known.end()) continue;
      out = {token,
             last,
             span,
             found->second.type,
             found->second.score - 0.1F,
             Via::repeat,
             "named before",
             found->second.row};
      return true;
    }
  }
  return false;
}

}  // namespace

std::vector<NameCandidate> find_repeats(const NameContext& context, const std::vector<NameCandidate>& chosen,
                                        const std::vector<Figure>& figures) {
  const KnownNames known = learn_names(context, chosen);
  std::vector<bool> taken(context.tokens.size(), false);
  for (const NameCandidate& c : chosen)
    for (uint32_t i = c.first; i < c.last; ++i) taken[i] = true;
  for (const Figure& f : figures)
    for (uint32_t i = f.first_token; i < f.last_token; ++i) taken[i] = true;
  std::vector<NameCandidate> out;
  for (uint32_t i = 0; i < context.tokens.size(); ++i) {
    const TokenKind kind = context.tokens[i].kind;
    if (taken[i] || (kind != TokenKind::word && kind != TokenKind::latin)) continue;
    NameCandidate repeat;
    if (!find_at(context, known, i, taken, repeat)) continue;
    i = repeat.last - 1;
    out.push_back(repeat);
  }
  return out;
}

}  // namespace fihris
