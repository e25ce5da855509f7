#include "names/repeats.h"

#include <algorithm>
#include <array>
#include <functional>
#include <span>
#include <string>
#include <unordered_map>

namespace fihris {
namespace {

constexpr float kClearly = 0.60F;  // a weaker mention teaches nothing
constexpr uint32_t kLongest = 8;   // tokens of a repeated name
constexpr size_t kMostBegins = 8;  // places where a word's name may begin

struct Known {
  EntityType type{};
  float score = 0;
  uint32_t row = NameCandidate::kNoRow;
};

// Text of the view is looked up without a copy.
struct TextHash {
  using is_transparent = void;
  size_t operator()(std::u16string_view text) const { return std::hash<std::u16string_view>()(text); }
};
template <typename Value>
using ByText = std::unordered_map<std::u16string, Value, TextHash, std::equal_to<>>;

struct KnownNames {
  ByText<Known> names;
  ByText<uint32_t> longest;  // by a name's first word: tokens of the longest such name
};

// "lil-" melted with the article hides the name's own alef: spell it again.
std::u16string key_of(const NameContext& context, FoldedSpan span) {
  std::u16string key(context.view.text(span));
  if (key.size() > 3 && key[0] == 0x0644 && key[1] == 0x0644) key[0] = 0x0627;
  return key;
}

template <typename Value>
const Value* find_text(const NameContext& context, const ByText<Value>& values, FoldedSpan span) {
  const std::u16string_view text = context.view.text(span);
  const bool melted = text.size() > 3 && text[0] == 0x0644 && text[1] == 0x0644;
  const auto found = melted ? values.find(key_of(context, span)) : values.find(text);
  return found != values.end() ? &found->second : nullptr;
}

bool is_everyday(const NameContext& context, uint32_t token) {
  for (const LexiconHit& hit : context.hits_at(token))
    if (hit.ambiguous && hit.last == hit.first + 1) return true;
  return false;
}

KnownNames learn_names(const NameContext& context, const std::vector<NameCandidate>& chosen) {
  KnownNames known;
  const auto learn = [&](FoldedSpan span, uint32_t first, const NameCandidate& c, float score) {
    Known& entry = known.names[key_of(context, span)];
    if (score > entry.score) entry = {c.type, score, c.row};
    uint32_t& longest = known.longest[key_of(context, {span.begin, context.tokens[first].span.end})];
    longest = std::max(longest, c.last - first);
  };
  for (const NameCandidate& c : chosen) {
    if (c.score < kClearly || c.type == EntityType::occ || c.type == EntityType::norp || c.type == EntityType::web)
      continue;
    const uint32_t length = c.last - c.first;
    const bool single = length == 1;
    if (single && (c.type == EntityType::event || c.type == EntityType::work)) continue;  // everyday words mostly
    const bool latin = context.tokens[c.first].kind == TokenKind::latin;
    if (!single || latin || (c.span.end - c.span.begin >= 4 && !is_everyday(context, c.first)))
      learn(c.span, c.first, c, c.score);
    if (c.type != EntityType::person || length < 2) continue;
    const Token& surname = context.tokens[c.last - 1];
    if (surname.span.end - surname.span.begin >= 4 && !is_everyday(context, c.last - 1))
      learn(surname.span, c.last - 1, c, c.score - 0.05F);
  }
  return known;
}

// The longest known name that begins at a token, under any reading.
bool find_at(const NameContext& context, const KnownNames& known, uint32_t token, const std::vector<bool>& taken,
             NameCandidate& out) {
  const Token& first = context.tokens[token];
  std::array<uint32_t, kMostBegins> begins;
  size_t count = 0;
  uint32_t longest = 0;
  const auto consider = [&](uint32_t begin) {
    if (count == kMostBegins || (count > 0 && begins[count - 1] == begin)) return;
    const uint32_t* length = find_text(context, known.longest, {begin, first.span.end});
    if (length == nullptr) return;
    begins[count++] = begin;
    longest = std::max(longest, *length);
  };
  consider(first.span.begin);
  for (const Reading& reading : context.tokens.readings(token)) consider(reading.name);
  uint32_t last = token + 1;
  while (last < token + std::min(longest, kLongest) && last < context.tokens.size() && !taken[last] &&
         context.continues(last - 1))
    ++last;
  for (; count > 0 && last > token; --last) {
    for (const uint32_t begin : std::span(begins).first(count)) {
      const FoldedSpan span{begin, context.tokens[last - 1].span.end};
      const Known* found = find_text(context, known.names, span);
      if (found == nullptr) continue;
      out = {token, last, span, found->type, found->score - 0.1F, Via::repeat, "named before", found->row};
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
